from collections.abc import Mapping
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from onrecord.across.grouping import group_entries
from onrecord.across.occasions import compare_tellings, part_tellings
from onrecord.store.database import Database
from onrecord.store.groups import Link
from tests.contacts import PEOPLE, SIDES, Told, record_of, write

CALL = Told()
TALKS = Told("talks", parties=SIDES, on=(3, 4), place="Geneva", round=2)

ONE = {
    "the same call by another report": (CALL, Told(report="ledger", published=14)),
    "a person and a country of one side": (CALL, Told(parties=("Mirela Kostan", "Tamesh"), report="ledger")),
    "a month that the day lies in": (CALL, Told(on=(1, 31), report="ledger", published=30)),
    "no day, but the same people, told of at the time": (CALL, Told(on=None, report="ledger", published=15)),
    "asserted and denied by one report": (CALL, Told(status="denied")),
    "one party is not named": (CALL, Told(parties=("Ivo Strand", "her counterpart"), report="ledger")),
    "planned and held": (TALKS, Told("talks", "planned", SIDES, (1, 10), None, 2, -10, "ledger")),
    "planned, and held some days later": (
        Told("meeting", place="Geneva", on=(10, 10)),
        Told("meeting", "planned", on=(6, 6), place="Geneva", published=1, report="ledger"),
    ),
    "a round put off": (
        Told("talks", "planned", SIDES, (3, 3), round=4, published=1),
        Told("talks", "held", SIDES, (70, 72), round=4, published=73, report="ledger"),
    ),
    "the second day of a round": (
        Told("talks", "ongoing", SIDES, (3, 3), "Geneva", published=3),
        Told("talks", "planned", SIDES, (4, 4), "Geneva", published=3),
    ),
    "a round of one place, held and suspended": (
        Told("talks", "suspended", SIDES, None, "Geneva", published=5),
        Told("talks", "held", SIDES, (3, 4), "Geneva", published=5),
    ),
    "one name for two sides": (TALKS, Told("talks", parties=("the delegations of Orvania and Tamesh",), on=(3, 4), report="ledger")),
    "two people and their sides": (
        Told("meeting", on=(9, 9), place="Nicosia"),
        Told("meeting", parties=SIDES, on=(9, 9), place="Nicosia", report="ledger"),
    ),
    "talks of one day and place, a capital for a side": (TALKS, replace(TALKS, parties=("Orvania", "Kheradan"), report="ledger")),
    "talks of one day and place, where nobody is named": (TALKS, replace(TALKS, parties=(), round=None, report="ledger")),
    "a round in some days, and on days among them": (
        replace(TALKS, on=(1, 10), place=None),
        replace(TALKS, parties=("Orvania", "Kheradan"), report="ledger"),
    ),
    "a meeting of one day and place, where nobody is named": (
        Told("meeting", place="Geneva"),
        Told("meeting", "planned", (), place="Geneva", published=5, report="ledger"),
    ),
    "an office, and somebody of whom no side is known": (
        Told(parties=("Pavle Rostak", "Ivo Strand")),
        Told(parties=("Ivo Strand", "the foreign minister of Orvania"), report="ledger"),
    ),
}

TWO = {
    "talks of one day and place of two countries that are known": (
        replace(TALKS, parties=("Orvania", "Norway"), round=None),
        replace(TALKS, parties=("Orvania", "Austria"), round=None, report="ledger"),
    ),
    "talks of others on one day in one place": (TALKS, replace(TALKS, parties=("Lendal", "Kheradan"), round=None, report="ledger")),
    "whom one meets on one day in one place": (
        Told("meeting", place="Geneva"),
        Told("meeting", parties=("Mirela Kostan", "Sahra Yildane"), place="Geneva", report="ledger"),
    ),
    "a meeting of one day where nobody is named": (Told("meeting"), Told("meeting", parties=(), report="ledger")),
    "an office of another side": (CALL, Told(parties=("Ivo Strand", "Tameshi foreign minister"), report="ledger")),
    "another day": (CALL, Told(on=(18, 18), report="ledger", published=19)),
    "a call and a meeting": (CALL, Told("meeting", report="ledger")),
    "a letter and a document": (Told("letter"), Told("document", report="ledger")),
    "another person of the side": (CALL, Told(parties=("Ana Drusk", "Ivo Strand"), report="ledger")),
    "another side": (CALL, Told(parties=("Mirela Kostan", "Sahra Yildane"), report="ledger")),
    "another round": (TALKS, replace(TALKS, round=3, report="ledger")),
    "a meeting of people in the margins of talks": (TALKS, Told("meeting", on=(3, 4), place="Geneva", report="ledger")),
    "what is planned when one has been held": (CALL, Told(status="planned", on=(12, 20), published=12, report="ledger")),
    "what one report plans after what it tells": (CALL, Told(status="planned", on=(11, 13))),
    "talks as such, suspended, and a round": (
        Told("talks", "suspended", SIDES, None),
        Told("talks", parties=SIDES, on=(3, 4), place="Geneva"),
    ),
    "two of one kind in one report": (Told(on=(1, 10)), Told(on=(3, 12))),
    "the sides met somewhere": (
        Told("meeting", "proposed", SIDES, None, published=1),
        Told("meeting", parties=SIDES, on=(20, 20), place="Nicosia", published=25, report="ledger"),
    ),
    "an answer": (Told("letter", on=(8, 8)), Told("letter", parties=PEOPLE[::-1], on=(1, 12), report="ledger")),
    "neither a day nor a day of publication": (Told(on=None, published=None), Told(on=None, published=None, report="ledger")),
    "planned again after it was called off": (
        Told("talks", "suspended", SIDES, None, "Porto", 3, 5),
        Told("talks", "planned", SIDES, (60, 60), None, 3, 40, "ledger"),
    ),
}


@pytest.mark.parametrize("pair", ONE.values(), ids=ONE)
def test_tellings_of_one_contact(pair: tuple[Told, Told]) -> None:
    a, b = (told.telling() for told in pair)
    link = compare_tellings(a, b)
    assert link
    assert 0 < link.score <= 1
    assert link.why
    assert link == compare_tellings(b, a)


@pytest.mark.parametrize("pair", TWO.values(), ids=TWO)
def test_tellings_of_two_contacts(pair: tuple[Told, Told]) -> None:
    assert compare_tellings(*(told.telling() for told in pair)) is None


def test_a_link_says_why_in_words() -> None:
    link = compare_tellings(TALKS.telling(), replace(TALKS, report="ledger").telling())
    assert link
    assert link.why == (
        "the same parties: Orvania and Tamesh",
        "both 2031-03-03 to 2031-03-04",
        "both of round 2",
        "in the same place: Geneva",
    )


def test_a_vague_telling_does_not_make_two_calls_one(tmp_path: Path) -> None:
    early, late = Told(on=(1, 1), published=2), Told(on=(9, 9), published=10, report="ledger")
    vague = Told(on=(1, 31), published=31, report="courier")
    groups = groups_of(tmp_path / "one.db", [[early], [late], [vague]])
    assert len(set(groups.values())) == 3


def test_what_a_day_and_a_place_or_a_round_hold_together_is_found(tmp_path: Path) -> None:
    others = [
        replace(TALKS, parties=("Orvania", "Kheradan"), round=None, report="ledger"),
        replace(TALKS, parties=(), round=None, report="courier"),
        replace(TALKS, parties=("Orvania", "Lendal"), on=(5, 5), place=None, report="post"),
    ]
    meetings = [Told("meeting", place="Geneva"), Told("meeting", "planned", (), place="Geneva", published=5, report="ledger")]
    assert len(set(groups_of(tmp_path / "two.db", [[one] for one in meetings]).values())) == 1
    assert len(set(groups_of(tmp_path / "one.db", [[TALKS], *([one] for one in others)]).values())) == 1


def test_two_rounds_stay_apart_though_one_telling_could_be_of_either() -> None:
    told = (TALKS, replace(TALKS, round=3, report="ledger"), replace(TALKS, round=None, report="courier"))
    tellings = {one.id: one.telling() for one in told}
    a, b, vague = tellings
    links = [Link(min(pair), max(pair), score, ()) for pair, score in (((a, vague), 0.9), ((b, vague), 0.8), ((a, b), 0.7))]
    groups = part_tellings(tellings, list(tellings), links)
    assert groups[a] == groups[vague] != groups[b]


def groups_of(path: Path, reports: list[list[Told]]) -> Mapping[str, str]:
    with record_of(path, *reports) as record:
        return {row["id"]: row["occasion"] for row in record._db.rows("SELECT id, occasion FROM contacts")}


tellings = st.builds(
    Told,
    kind=st.sampled_from(["call", "meeting", "talks"]),
    status=st.sampled_from(["held", "planned", "denied", "cancelled"]),
    parties=st.sampled_from(
        [PEOPLE, SIDES, ("Mirela Kostan", "Tamesh"), ("Ana Drusk", "Ivo Strand"), ("Ivo Strand", "her counterpart"), ()]
    ),
    on=st.sampled_from([None, (1, 1), (2, 2), (9, 9), (1, 10), (1, 31), (40, 41)]),
    place=st.sampled_from([None, "Geneva", "Nicosia"]),
    round=st.sampled_from([None, 2, 3]),
    published=st.just(0),
)


@settings(max_examples=25, deadline=None)
@given(st.lists(st.tuples(st.lists(tellings, min_size=1, max_size=2), st.integers(0, 40)), min_size=1, max_size=6))
def test_groups_do_not_depend_on_the_order_of_reports(
    tmp_path_factory: pytest.TempPathFactory, drawn: list[tuple[list[Told], int]]
) -> None:
    reports = []
    for n, (told, published) in enumerate(drawn):
        reports.append([replace(one, report=f"report{n}", published=published, words=f"They spoke {i}.") for i, one in enumerate(told)])
    folder = tmp_path_factory.mktemp("order")
    at_once = groups_of(folder / "one.db", reports)
    for told in reversed(reports):
        write(folder / "two.db", [told])
    db = Database.open(folder / "two.db")
    one_by_one = {row["id"]: row["occasion"] for row in db.rows("SELECT id, occasion FROM contacts")}
    db.close()
    assert at_once == one_by_one


def test_what_tells_the_same_stays_one_when_the_first_of_it_turns_out_to_be_of_somebody_else(tmp_path: Path) -> None:
    told = sorted((replace(CALL, report=f"report{n}", published=12 + n) for n in range(4)), key=lambda one: one.id)
    with record_of(tmp_path / "one.db", *([one] for one in told)) as record:
        db = record._db
        assert {row["occasion"] for row in db.rows("SELECT occasion FROM contacts")} == {told[0].id}
        with db.transaction():
            (row,) = db.rows(
                "SELECT actor FROM contact_parties JOIN actors ON actors.id = actor WHERE contact = ? AND name = 'Ivo Strand'",
                (told[0].id,),
            )
            db.execute("INSERT INTO actors (id, report, name, type, why) SELECT 'act_z', report, 'Z', 'person', '[]' FROM actors LIMIT 1")
            db.execute("UPDATE actors SET cluster = 'act_z' WHERE id = ?", (row["actor"],))
            group_entries(db)
        groups = {row["id"]: row["occasion"] for row in db.rows("SELECT id, occasion FROM contacts")}
    assert groups == {told[0].id: told[0].id} | {one.id: told[1].id for one in told[1:]}


def test_many_reports_of_one_contact_have_few_links(tmp_path: Path) -> None:
    told = [replace(CALL, report=f"report{n}", published=12 + n) for n in range(30)]
    with record_of(tmp_path / "one.db", *([one] for one in told)) as record:
        assert len({row["occasion"] for row in record._db.rows("SELECT occasion FROM contacts")}) == 1
        assert record._db.rows("SELECT count(*) AS n FROM links")[0]["n"] < 2 * len(told)


def test_what_a_contact_is_found_by_follows_when_its_mediator_is_another(tmp_path: Path) -> None:
    told = [Told("mediation", by="Lendal", parties=PEOPLE, report="herald"), Told("mediation", by="Lendal", parties=SIDES, report="ledger")]
    kept = []
    for n, reports in enumerate((told, told[::-1])):
        for one in reports:
            write(tmp_path / f"{n}.db", [[one]])
        db = Database.open(tmp_path / f"{n}.db")
        kept.append([tuple(row) for row in db.rows("SELECT key, entry FROM sketches ORDER BY 1, 2")])
        db.close()
    assert kept[0] == kept[1]
