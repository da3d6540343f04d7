from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from onrecord.across import sketches
from onrecord.across.utterances import part_statements
from onrecord.model import Entries
from onrecord.record import Record
from onrecord.store.database import Database
from onrecord.store.groups import Link, load_links
from tests.across.conftest import Said, groups_of, make_entries
from tests.records import group, open_record, write

QUOTE = "No convoy will cross the northern bridge before the crew is home"
KOSTAN = Said("Mirela Kostan", QUOTE, "2031-03-12")


def groups_in(db: Database, *reports: Entries) -> set[frozenset[str]]:
    write(db, *reports)
    group(db)
    return groups_of(db)


def told(db: Database, *said: Said) -> set[frozenset[str]]:
    """Groups of statements of which each stands in a report of its own."""
    return groups_in(db, *(make_entries(f"r{i}", [one], f"2031-03-{14 + i}", f"Outlet {i}") for i, one in enumerate(said)))


def test_the_same_words_of_one_speaker_on_one_day_are_one_utterance(db: Database) -> None:
    assert told(db, KOSTAN, KOSTAN) == {frozenset([f"r0: {QUOTE}", f"r1: {QUOTE}"])}
    (row,) = db.rows("SELECT id FROM statements LIMIT 1")
    (link,) = load_links(db, [row["id"]])
    assert link.score > 0.95
    assert link.why[:3] == ("one speaker", "days that meet", "100% of the words of the shorter one")


def test_a_paraphrase_is_one_with_the_quotation(db: Database) -> None:
    words = "that no convoy would cross the bridge until the crew came home"
    assert told(db, KOSTAN, replace(KOSTAN, content=words, kind="indirect"))


@pytest.mark.parametrize(
    "other",
    [
        Said("Mirela Kostan", "The harvest was poor in all of the lower valleys", "2031-03-12"),
        Said("Mirela Kostan", "The northern bridge is old and the winter long", "2031-03-12", act="assess", stance="none"),
        replace(KOSTAN, day="2031-03-19"),
        replace(KOSTAN, speaker="Ivo Strand"),
        replace(KOSTAN, speaker="Ivo Strand", party="Tamesh"),
    ],
    ids=["another sentence", "another sentence on the same thing", "said again on a stated day", "a colleague", "the other side"],
)
def test_what_is_not_one_stays_apart(db: Database, other: Said) -> None:
    assert told(db, KOSTAN, other) == set()


def test_a_quotation_in_a_later_report_is_said_again(db: Database) -> None:
    assert groups_in(db, make_entries("first", [KOSTAN]), make_entries("later", [replace(KOSTAN, day=None)], "2031-04-20", "Post")) == set()


@pytest.mark.parametrize("change", [{"kind": "indirect"}, {"via": ("Dorvik Radio",)}], ids=["put otherwise", "through somebody"])
def test_a_later_report_can_recall_what_was_said(db: Database, change: dict[str, Any]) -> None:
    recalled = make_entries("later", [replace(KOSTAN, day=None, **change)], "2031-04-20", "Post")
    assert groups_in(db, make_entries("first", [KOSTAN]), recalled) == {frozenset([f"first: {QUOTE}", f"later: {QUOTE}"])}


def test_what_a_later_report_recalls_can_be_put_otherwise(db: Database) -> None:
    first = Said("Mirela Kostan", "until 25 March to leave the mill or be carried off it", "2031-03-14", act="threaten", issue="withdrawal")
    later = replace(first, content="to leave the mill within eleven days or be carried off it", day=None, kind="indirect")
    reports = make_entries("first", [first]), make_entries("later", [later], "2031-04-20", "Post")
    assert groups_in(db, *reports) == {frozenset([f"first: {first.content}", f"later: {later.content}"])}


@pytest.mark.parametrize(("via", "groups"), [(("Dorvik Radio",), 1), ((), 0)], ids=["relayed", "another sentence"])
def test_how_it_is_relayed_right_after_it_was_said_is_a_telling(db: Database, via: tuple[str, ...], groups: int) -> None:
    said = Said("Mirela Kostan", "The guns must be gone by six on Friday. After that we do our duty", "2031-03-12", act="threaten")
    other = replace(said, content="a vow to open fire on Friday", kind="indirect", issue="border", via=via)
    assert len(groups_in(db, make_entries("r", [said, other]))) == groups


def test_a_denial_is_no_telling_of_what_it_denies(db: Database) -> None:
    claim = Said(
        "Tamesh", "that guards had opened fire on the ferry", "2031-03-12", act="accuse", kind="indirect", type="country", party="Tamesh"
    )
    denial = Said("Orvania", "that its guards had opened fire on the ferry", "2031-03-12", act="deny", kind="indirect", type="country")
    assert told(db, claim, denial) == set()


def test_a_body_and_who_speaks_for_it_are_one_speaker(db: Database) -> None:
    assert told(db, KOSTAN, replace(KOSTAN, speaker="Foreign Ministry of Orvania", type="organization"))


@pytest.mark.parametrize(("speaker", "groups"), [("the prime minister", 1), ("Orvanian prime minister", 1), ("Petra Hollin", 0)])
def test_an_office_alone_can_be_held_by_who_says_the_same(db: Database, speaker: str, groups: int) -> None:
    assert len(told(db, KOSTAN, replace(KOSTAN, speaker=speaker))) == groups


@pytest.mark.parametrize("order", [1, -1], ids=["the day first", "the month first"])
def test_what_an_office_said_in_a_month_is_what_somebody_said_on_a_day_of_it(db: Database, order: int) -> None:
    said = replace(
        KOSTAN, content="that Orvania would accept a pause of thirty days without conditions, and not a longer one", kind="mixed"
    )
    in_march = replace(said, speaker="the prime minister", content="thirty days without conditions", day="2031-03-01", last="2031-03-31")
    for n, one in enumerate([said, in_march][::order]):
        found = groups_in(db, make_entries(f"r{n}", [one], "2031-04-02"))
    assert len(found) == 1


def test_nobody_is_taken_for_a_speaker_unless_the_words_are_nearly_the_same(db: Database) -> None:
    assert told(db, KOSTAN, replace(KOSTAN, speaker=None, content="No lorry will use the northern bridge before the crew is safe")) == set()
    nobody = make_entries("nobody", [replace(KOSTAN, speaker=None)], "2031-03-20", "Post")
    assert groups_in(db, nobody) == {frozenset([f"r0: {QUOTE}", f"nobody: {QUOTE}"])}


def test_unnamed_sources_are_one_only_if_a_report_has_them_from_the_other(db: Database) -> None:
    source = Said("two officials", QUOTE, "2031-03-12", type="unnamed", kind="indirect")
    other = replace(source, speaker="officials")
    assert told(db, source, other) == set()
    relayed = make_entries("relayed", [replace(other, speaker="aides", via=("Outlet 0",))], "2031-03-20", "Post")
    assert groups_in(db, relayed) == {frozenset([f"r0: {QUOTE}", f"relayed: {QUOTE}"])}


def test_a_headline_and_the_sentence_that_it_announces_are_one(db: Database) -> None:
    head = replace(KOSTAN, content="No convoy before crew is home", kind="indirect")
    body = Said("Mirela Kostan", "Our neighbours know where our office is", "2031-03-12", act="assess")
    found = groups_in(db, make_entries("r", [head, KOSTAN, body], title="Kostan: No convoy before crew is home"))
    assert found == {frozenset(["r: No convoy before crew is home", f"r: {QUOTE}"])}


def test_a_headline_can_call_a_minister_by_office_alone(db: Database) -> None:
    head = replace(KOSTAN, speaker="minister", content="No convoy before crew is home", kind="indirect", party=None)
    assert groups_in(db, make_entries("r", [head, KOSTAN], title="No convoy before crew is home, says minister"))


@pytest.mark.parametrize(("content", "groups"), [("No convoy before crew is home", 1), ("I sold no mill", 0)])
def test_a_headline_that_quotes_has_words_of_what_it_quotes(db: Database, content: str, groups: int) -> None:
    assert len(groups_in(db, make_entries("r", [replace(KOSTAN, content=content), KOSTAN], title=f"Kostan: “{content}”"))) == groups


@pytest.mark.parametrize(
    ("other", "groups"),
    [
        (Said("Ivo Strand", "x"), 1),
        (Said("the ministry", "x", type="organization"), 1),
        (Said("two carters", "x", type="unnamed"), 0),
        (Said("the office of Ana Drusk", "x", type="organization"), 0),
        (Said("the Harbour Post", "x", type="outlet"), 0),  # Orvania denies what the paper writes
    ],
)
def test_a_country_in_a_headline_is_called_for_nobody_of_whom_nothing_says_so(db: Database, other: Said, groups: int) -> None:
    head = replace(KOSTAN, speaker="Orvania", type="country", content="No convoy before crew is home", kind="indirect")
    body = replace(KOSTAN, speaker=other.speaker, type=other.type, party=None)
    assert len(groups_in(db, make_entries("r", [head, body], title="Orvania: No convoy before crew is home"))) == groups


def test_what_stands_inside_a_statement_is_no_telling_of_it(db: Database) -> None:
    assert groups_in(db, make_entries("r", [KOSTAN, replace(KOSTAN, inside=0)])) == set()


def test_a_superseded_report_tells_nothing(db: Database) -> None:
    told(db, KOSTAN, KOSTAN)
    with db.transaction():
        db.execute("UPDATE reports SET superseded_by = (SELECT id FROM reports WHERE name = 'r1') WHERE name = 'r0'")
    group(db)
    assert groups_of(db) == set()


def test_taking_a_merge_back_restores_the_groups(db: Database) -> None:
    assert told(db, KOSTAN, replace(KOSTAN, speaker="Petra Hollin")) == set()
    before = [tuple(row) for row in db.rows("SELECT id, utterance FROM statements ORDER BY id")]
    merged = Record(db).merge_actors("Mirela Kostan", "Petra Hollin", "A. Veld", "one office")
    assert len(groups_of(db)) == 1
    Record(db).undo_judgement(merged.number, "A. Veld", "two offices")
    assert [tuple(row) for row in db.rows("SELECT id, utterance FROM statements ORDER BY id")] == before


SAYINGS = st.builds(
    Said,
    speaker=st.sampled_from(["Mirela Kostan", "Ivo Strand", "Foreign Ministry", None]),
    content=st.sampled_from([QUOTE, QUOTE.replace("northern", "lower"), "No convoy, no crew", "The harvest was poor in the lower valleys"]),
    day=st.sampled_from(["2031-03-12", "2031-03-13", "2031-03-19", None]),
    kind=st.sampled_from(["direct", "indirect"]),
    type=st.sampled_from(["person", "organization"]),
)


@settings(max_examples=25, deadline=None)
@given(st.lists(st.lists(SAYINGS, min_size=1, max_size=3), min_size=1, max_size=4), st.randoms(use_true_random=False))
def test_the_order_of_reports_does_not_matter_nor_whether_they_come_at_once(
    tmp_path_factory: pytest.TempPathFactory, reports: list[list[Said]], random: object
) -> None:
    made = [make_entries(f"r{i}", said, f"2031-03-{14 + i}", f"Outlet {i}") for i, said in enumerate(reports)]
    orders = [(made, True), (made, False), (made[::-1], True)]
    found = []
    for order, is_one_by_one in orders:
        db = open_record(Path(tmp_path_factory.mktemp("order")) / "one.db")
        for entries in order:
            write(db, entries)
            if is_one_by_one:
                group(db)
        group(db)
        links = [tuple(row) for row in db.rows("SELECT * FROM links ORDER BY a, b")]
        found.append((links, [tuple(row) for row in db.rows("SELECT id, utterance FROM statements ORDER BY id")]))
        db.close()
    assert found[0] == found[1] == found[2]


def link(a: str, b: str, score: float = 0.9) -> Link:
    return Link(a, b, score, ())


def test_a_weak_chain_does_not_glue_two_groups() -> None:
    first, second = [link("a", "b"), link("a", "c"), link("b", "c")], [link("x", "y"), link("x", "z"), link("y", "z")]
    parted = part_statements(list("abcxyz"), [*first, *second, link("c", "x", 0.6)])
    assert parted == {"a": "a", "b": "a", "c": "a", "x": "x", "y": "x", "z": "x"}


def test_one_sure_link_holds_two_groups_of_two() -> None:
    assert set(part_statements(list("abxy"), [link("a", "b"), link("x", "y"), link("b", "x", 0.6)]).values()) == {"a"}


def test_a_telling_joins_a_group_that_most_of_its_links_bear_out() -> None:
    assert set(part_statements(list("abc"), [link("a", "b"), link("b", "c")]).values()) == {"a"}
    assert part_statements(["a"], []) == {"a": "a"}


@given(
    st.sets(st.tuples(st.sampled_from("abcdef"), st.sampled_from("abcdef"), st.floats(0.5, 1)).filter(lambda t: t[0] < t[1])), st.randoms()
)
def test_groups_are_a_matter_of_links_alone(links: set[tuple[str, str, float]], random: object) -> None:
    unique = {(a, b): Link(a, b, round(score, 4), ()) for a, b, score in sorted(links)}
    shuffled = list(unique.values())
    random.shuffle(shuffled)  # type: ignore[attr-defined]
    parted = part_statements(list("abcdef"), shuffled)
    assert parted == part_statements(list("fedcba"), list(unique.values()))
    assert all(parted[head] == head for head in parted.values())


def test_of_a_crowd_the_same_find_each_other_in_whichever_order_they_come(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sketches, "CROWD", 3)
    said = [make_entries(f"r{i}", [Said(None, QUOTE, "2031-04-12")], "2031-04-14", f"Outlet {i}") for i in range(7)]
    found = []
    for order in (said, said[::-1], said[3:] + said[:3]):
        db = open_record()
        for entries in order:
            write(db, entries)
            group(db)
        found.append(groups_of(db))
        db.close()
    at_once = open_record()
    found.append(groups_in(at_once, *said))
    at_once.close()
    assert [len(group) for group in found[0]] == [3]
    assert found == [found[0]] * len(found)
