"""Proposals in a record: the same whatever the order of its reports, and only what a report touches is compared."""

from __future__ import annotations

import math
from dataclasses import replace
from datetime import date
from itertools import permutations
from pathlib import Path

import pytest

from onrecord.across.claims import Claim
from onrecord.across.contradictions import are_opposed, compare_across, find_denials
from onrecord.across.denials import list_denials
from onrecord.model import Entries
from onrecord.store.contradictions import list_uncompared, load_proposals
from onrecord.store.entries import replace_entries
from tests.contested import FORTY, FOUR, NOT_SHOT, SHOT, WAITED, Met, Said, make, pairs, tell
from tests.records import group, write

BANK = Said("Ivo Strand", "said", "that the guards withdrew from the lighthouse", "report")
NO_BANK = Said("Tamesh ministry", "denied", "that guards of the lighthouse withdrew", "deny")
REPORTS = [
    tell("quarrel", SHOT, NOT_SHOT, WAITED),
    tell("shelling", FORTY, FOUR, day=date(2031, 3, 13)),
    tell("bank", BANK, WAITED, day=date(2031, 3, 14)),
    tell("no bank", NO_BANK, day=date(2031, 3, 15)),
]


def test_denials_and_numbers_are_proposed(tmp_path: Path) -> None:
    with make(tmp_path / "one.db", REPORTS[:2]) as record:
        assert pairs(record) == [
            ("denial", "that three guards fired at the ferry", "that any guards fired at the ferry"),
            ("number", "that the shelling of the ferry lasted forty minutes", "it at four"),
        ]
        assert [one.differs for one in record.contradictions(kind="number")] == [("forty minutes", "four")]
        assert all(0 < one.score <= 1 for one in record.contradictions())


def test_a_denial_finds_what_it_denies_in_another_report(tmp_path: Path) -> None:
    with make(tmp_path / "one.db", REPORTS[2:]) as record:
        assert pairs(record) == [("denial", "that the guards withdrew from the lighthouse", "that guards of the lighthouse withdrew")]
    with make(tmp_path / "late.db", [REPORTS[2], tell("no bank", NO_BANK, day=date(2031, 9, 1))]) as record:
        assert pairs(record) == []


@pytest.mark.parametrize(
    ("words", "cue", "denied", "opposed"),
    [
        ("that any letter had arrived", "denied", "that a letter had arrived", True),
        ("that any letter had arrived", "denied", "that no letter had arrived", False),
        ("that no letter had arrived", "said", "that a letter had arrived", True),
        ("that no letter had arrived", "said", "that nobody had written a letter", False),
        ("the story of the letter an invention", "called", "that no letter had arrived", True),
    ],
)
def test_what_is_denied_asserts_what_the_denial_does_not(words: str, cue: str, denied: str, opposed: bool) -> None:
    claim = Claim("stm_1", "rep_1", "statement", 0, 0, 9, 1, denied, "said", "report")
    assert are_opposed(claim, replace(claim, entry="stm_2", words=words, cue=cue, act="deny")) is opposed


def test_what_stands_in_a_denial_may_be_denied_elsewhere_too() -> None:
    called = Claim("stm_1", "rep_1", "statement", 0, 0, 40, 1, "that guards fired at the ferry", "said", "accuse", "border", "strand")
    inner = replace(called, entry="stm_3", place=2, start=90, end=95, words="any guards fired", who="kostan", inside="stm_2")
    denial = replace(
        called, entry="stm_2", place=1, start=60, end=95, words="that any guards fired", cue="denied", act="deny", who="kostan"
    )
    weights = {"inside the denial": 9.0, "words, bare": 1.0, "": -3.0}
    assert [(p.a, p.b) for p in find_denials([called, denial, inner], weights)] == [("stm_1", "stm_2"), ("stm_3", "stm_2")]


def test_a_side_denies_in_few_words_what_another_says_of_it() -> None:
    said = Claim(
        "stm_1", "rep_1", "statement", 0, 0, 9, 1, "that Orvania had promised to free the crew", "said", "report", last="2031-03-12"
    )
    said = replace(said, who="kostan", side="Tamesh", meaning=bytes([127, 0]))
    denial = replace(said, entry="stm_2", words="no promise was made", act="deny", who="strand", side="Orvania", meaning=bytes([0, 127]))
    found = compare_across(said, denial)
    assert found
    assert found.kind == "denial"
    assert compare_across(said, replace(denial, words="no promise about the ferry was ever made")) is None
    assert compare_across(said, replace(denial, side="Solmar")) is None
    assert compare_across(said, replace(denial, last="2031-03-20")) is None


NO_ANSWER = Said("Ivo Strand", "said", "that he had written to the guards of the lighthouse and received no response", "deny")


def test_two_denials_that_deny_alike_bear_each_other_out() -> None:
    charge = Claim("stm_1", "rep_1", "statement", 0, 0, 40, 1, "that guards fired at the ferry", "said", "accuse", "border", "strand")
    first = replace(charge, entry="stm_2", place=1, start=60, end=95, cue="denied", act="deny", who="ministry")
    second = replace(first, entry="stm_3", place=2, start=99, end=120, words="“Not one guard fired,”", cue="said", who="kostan")
    assert [(denied.who, denial.who) for denied, denial, _ in list_denials([charge, first, second])] == [
        ("strand", "ministry"), ("strand", "kostan"),
    ]  # fmt: skip
    # For two sides each may deny something else, and says so: an answer that denies by its sense alone is to the charge.
    theirs, ours = replace(first, side="Orvania"), replace(second, side="Tamesh")
    assert (theirs, ours) not in [pair[:2] for pair in list_denials([charge, theirs, ours])]
    assert (theirs, replace(ours, cue="denied")) in [pair[:2] for pair in list_denials([charge, theirs, replace(ours, cue="denied")])]


def test_what_says_nothing_of_its_own_denies_what_stands_before_it() -> None:
    said = Claim("stm_1", "rep_1", "statement", 0, 0, 40, 1, "that guards fired at the ferry", "said", "accuse", "border", "strand")
    denial = replace(said, entry="stm_2", place=1, start=60, end=64, words="this", cue="denied", act="deny", who="kostan")
    after = replace(said, entry="stm_3", place=2, start=90, end=120, words="that they spoke of the weather", act="report", who="drusk")
    assert [denied.entry for denied, _, _ in list_denials([said, denial, after])] == ["stm_1"]
    named = replace(denial, words="that any guards fired")
    assert [denied.entry for denied, _, _ in list_denials([said, named, after])] == ["stm_1", "stm_3"]


def test_who_reports_a_denial_is_not_denied_by_it() -> None:
    said = Claim("stm_1", "rep_1", "statement", 0, 0, 50, 1, "Kostan told him that no guards fired", act="report", who="strand")
    denial = replace(said, entry="stm_2", place=1, start=20, words="that no guards fired", act="deny", who="kostan", inside="stm_1")
    assert list(list_denials([said, denial])) == []
    assert len(list(list_denials([said, replace(denial, words="it", cue="deny")]))) == 1


def test_nobody_denies_what_he_says_himself() -> None:
    said = Claim("stm_1", "rep_1", "statement", 0, 0, 40, 1, "that the sitting ended at noon", "said", "report", "talks", "strand")
    denial = replace(said, entry="stm_2", place=1, start=60, end=95, words="that the sitting broke up", cue="denied", act="deny")
    assert list(list_denials([said, denial])) == []
    told = replace(said, inside="stm_9")
    assert list(list_denials([told, denial]))
    assert list(list_denials([said, replace(denial, words="ever having said so")]))


def test_two_of_one_side_deny_alike_whatever_their_words() -> None:
    first = Claim("stm_1", "rep_1", "statement", 0, 0, 40, 1, "that an offer was made", "denies", "deny", "talks", "strand", "Tamesh")
    second = replace(first, entry="stm_2", place=1, start=60, end=95, words="that the account was invented", cue="wrote", who="drusk")
    assert second.calls_untrue
    assert list(list_denials([first, second])) == []
    assert list(list_denials([replace(first, side="Orvania"), second]))


def test_no_answer_is_not_a_denial(tmp_path: Path) -> None:
    guards = Said("Mirela Kostan", "said", "that the guards of the lighthouse had asked for a letter", "report")
    with make(tmp_path / "one.db", [tell("letter", guards, NO_ANSWER), tell("bank", BANK, WAITED)]) as record:
        assert pairs(record) == []


def test_who_denies_a_contact_is_set_against_who_tells_of_it(tmp_path: Path) -> None:
    parties = ("Ivo Strand", "Mirela Kostan")
    held = tell("call", Met("Ivo Strand telephoned Mirela Kostan", parties, date(2031, 3, 12)), WAITED)
    no_call = Said("Mirela Kostan", "said", "there was no such call", "report", "talks")
    other = tell("no call", no_call, Met("there was no such talk by telephone", parties, date(2031, 3, 12), status="denied"))
    (statement,), (contact,) = other.statements, other.contacts
    other = replace(other, contacts=(replace(contact, per=statement.id),))
    with make(tmp_path / "one.db", [held, other]) as record:
        assert pairs(record) == [("whether", "Ivo Strand telephoned Mirela Kostan", "there was no such call")]


def _mean(entries: Entries) -> Entries:
    """The same entries, all of one meaning."""
    return replace(entries, statements=tuple(replace(s, meaning=bytes([127, 0])) for s in entries.statements))


def test_facts_of_two_reports_are_set_against_each_other(tmp_path: Path) -> None:
    opened = Said("Ivo Strand", "said", "that the Solmar crossing was open to lorries", "report", "border")
    closed = Said("Mirela Kostan", "said", "that the Solmar crossing was closed to lorries", "report", "humanitarian")
    told = [_mean(tell("opened", opened)), _mean(tell("closed", closed, day=date(2031, 3, 13)))]
    found = [("whether", opened.content, closed.content)]
    for n, reports in enumerate((told, told[::-1])):
        with make(tmp_path / f"{n}.db", reports) as record:
            assert pairs(record) == found
    with make(tmp_path / "late.db", [told[0], _mean(tell("closed", closed, day=date(2031, 3, 19)))]) as record:
        assert pairs(record) == []


def test_what_two_sides_say_of_one_contact_need_not_be_as_alike() -> None:
    agreed = Claim("stm_1", "rep_1", "statement", 0, 0, 9, 1, "that technical questions belong with engineers", "agreed", "agree", "format",
                   "strand", "Orvania", last="2031-03-12", meaning=bytes([64, 110]))  # fmt: skip
    denial = replace(agreed, entry="stm_2", report="rep_2", words="that the question was technical", cue="denied", act="deny",
                     who="kostan", side="Tamesh", meaning=bytes([127, 0]))  # fmt: skip
    assert compare_across(agreed, denial) is None
    proposal = compare_across(agreed, denial, of_one_contact=True)
    assert proposal is not None
    assert (proposal.kind, proposal.a, proposal.b) == ("denial", "stm_1", "stm_2")
    assert compare_across(agreed, replace(denial, side="Orvania"), of_one_contact=True) is None
    assert compare_across(agreed, replace(denial, last="2031-03-19"), of_one_contact=True) is None
    assert compare_across(replace(agreed, act="demand"), denial, of_one_contact=True) is None


@pytest.mark.parametrize("order", list(permutations(range(len(REPORTS))))[::5])
def test_the_order_of_reports_does_not_matter(tmp_path: Path, order: tuple[int, ...]) -> None:
    with make(tmp_path / "one.db", REPORTS) as record, make(tmp_path / "other.db", [REPORTS[i] for i in order]) as other:
        assert list(load_proposals(record._db)) == list(load_proposals(other._db))
        assert len(list(load_proposals(record._db))) == 3


def test_only_what_changed_is_compared(tmp_path: Path) -> None:
    with make(tmp_path / "one.db", REPORTS[:2]) as record:
        assert list_uncompared(record._db) == []
        write(record._db, REPORTS[2])
        assert list_uncompared(record._db) == [REPORTS[2].report.id]
        group(record._db)
        assert list_uncompared(record._db) == []


def test_what_is_gone_is_proposed_no_more(tmp_path: Path) -> None:
    with make(tmp_path / "one.db", REPORTS) as record:
        bank: Entries = REPORTS[2]
        with record._db.transaction():
            replace_entries(record._db, Entries(bank.report))
        group(record._db)
        assert [kind for kind, *_ in pairs(record)] == ["denial", "number"]
        with record._db.transaction():
            replace_entries(record._db, bank)
        group(record._db)
        assert len(pairs(record)) == 3


def test_tellings_of_one_occasion_are_compared(tmp_path: Path) -> None:
    met = [
        tell(f"call {i}", Met(f"Ivo Strand called Mirela Kostan, it lasted {length}", ("Ivo Strand", "Mirela Kostan"), date(2031, 3, 12)))
        for i, length in enumerate(("twenty minutes", "thirty-five minutes", "twenty minutes"))
    ]
    with make(tmp_path / "one.db", met) as record:
        ids = [c.contact.id for c in record.contacts()]
        with record._db.transaction():
            record._db.execute("UPDATE contacts SET occasion = ?", (min(ids),))
        from onrecord.across.contradictions import propose_contradictions

        with record._db.transaction():
            propose_contradictions(record._db)
        assert [(one.kind, set(one.differs)) for one in record.contradictions()] == [("number", {"twenty minutes", "thirty-five minutes"})]


@pytest.mark.parametrize(
    ("first", "second", "found"), [(0.16, 0.05, ["stm_1"]), (0.16, 0.1, []), (0.12, 0.01, []), (0.5, 0.4, ["stm_1", "stm_2"])]
)
def test_what_stands_out_need_not_be_likely(first: float, second: float, found: list[str]) -> None:
    one = Claim("stm_1", "rep_1", "statement", 0, 0, 9, 1, "the guards fired", "said", "report", who="strand")
    other = replace(one, entry="stm_2", place=1, start=20, end=29, words="the ferry sank", act="accuse")
    denial = replace(one, entry="stm_3", place=2, start=40, end=49, words="it", cue="denied", act="deny", who="kostan")
    of_report, of_accusation = (math.log(score / (1 - score)) for score in (first, second))
    weights = {"": of_report, "of an accusation": of_accusation - of_report}
    assert [proposal.a for proposal in find_denials([one, other, denial], weights)] == found
    # What is yet to come is denied only where it is likely.
    threat = replace(one, act="threaten")
    assert [proposal.a for proposal in find_denials([threat, other, denial], weights)] == (found if first > 0.2 else [])
