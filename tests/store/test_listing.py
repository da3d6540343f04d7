"""Lists: the same as asking for everything and choosing by hand, and by ways that do not look at everything."""

from collections.abc import Iterator
from datetime import date, timedelta
from hashlib import sha256
from pathlib import Path
from random import Random

import pytest

from onrecord.across.grouping import group_entries
from onrecord.errors import QueryError
from onrecord.model import Actor, Contact, Entries, Reading, Report, Span, Statement, When
from onrecord.store.database import Database
from onrecord.store.hits import count_hits, find_statement_hits
from onrecord.store.identities import summarize_identities
from onrecord.store.listing import CONTACTS, REPORTS, STATEMENTS, Choice, Listing, list_entries, list_latest, narrow
from onrecord.store.passages import MARGIN, load_contact_passages, load_statement_passages
from onrecord.store.runs import Run
from onrecord.store.tallies import Tally, count_days, count_entries, find_latest
from tests.store.test_entries import Given

NAMES = ("Mirela Kostan", "Ivo Strand", "Lena Orsk")
TEXT = "The first day was long. Kostan said that the road was open. Nobody came. " * 3


def when(chance: Random) -> When | None:
    if chance.random() < 0.2:
        return None
    day = date(2031, 3, 1) + timedelta(chance.randrange(20))
    first = chance.choice([day, day - timedelta(5), day - timedelta(60), None])
    last = None if first and chance.random() < 0.1 else day
    return When(first, last, chance.choice(["stated", "published"]))


def make(chance: Random, number: int) -> Entries:
    report = Report(f"r{number}", TEXT, outlet=chance.choice(["Courier", "Herald", None]), title=str(number), published=date(2031, 3, 20))
    content = (Span.of(TEXT, 36, 58),)
    actors = [Actor(f"act_{number}_{n}", name, "person", party="Orvania" if n else None) for n, name in enumerate(NAMES)]
    statements = [
        Statement(f"stm_{number}_{n}", "direct", (), (), content, chance.choice([None, *(a.id for a in actors)]), (), None, when(chance),
                  (), (), (), chance.choice(["demand", "refuse"]), chance.choice(["talks", "arms"]), chance.choice(["for", "none"]), 0.5)
        for n in range(6)
    ]  # fmt: skip
    contacts = [
        Contact(f"cnt_{number}_{n}", "call", chance.choice(["held", "planned"]), tuple(a.id for a in chance.sample(actors, 2)),
                chance.choice([None, *(a.id for a in actors)]), None,
                None, when(chance), None, content, 0.5)
        for n in range(2)
    ]  # fmt: skip
    return Entries(report, tuple(statements), tuple(contacts), tuple(actors))


def count(db: Database, listing: Listing, choice: Choice) -> Tally:
    return count_entries(db, listing, find_latest(db, listing, choice))


def group(db: Database) -> None:
    """Those of one name are one."""
    db.execute("UPDATE actors SET cluster = (SELECT min(id) FROM actors AS other WHERE other.name = actors.name)")
    summarize_identities(db)


@pytest.fixture(scope="module")
def db(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Database]:
    path: Path = tmp_path_factory.mktemp("listing") / "talks.db"
    db = Database.open(path)
    chance = Random(3)
    run = Run.start(db, "0", "fake", group_entries)
    for number in range(8):
        entries = make(chance, number)
        run.write(Given(sha256(entries.report.text.encode()).digest()), Reading(entries.report.id, "fake"), entries)
    run.finish()
    yield db
    db.close()


def all_pages(db: Database, listing: Listing, choice: Choice, oldest: bool = False) -> list[str]:
    found: list[str] = []
    after = None
    while True:
        page = list_entries(db, listing, choice, 5, after, oldest)
        found += page.ids
        if page.next is None:
            return found
        after = page.next


@pytest.mark.parametrize(
    "choice",
    [{}, {"act": "demand"}, {"act": "demand", "issue": "talks"}, {"party": "Orvania"}, {"outlet": "Herald"}, {"kind": "direct"},
     {"since": "2031-03-05"}, {"until": "2031-03-05"}, {"since": "2031-03-04", "until": "2031-03-08", "stance": "for"}, {"q": "road"},
     {"speaker": "act_0_1"}, {"act": "nothing"}],
)  # fmt: skip
def test_pages_of_statements_are_all_of_them_in_order(db: Database, choice: dict[str, str]) -> None:
    def fits(row: dict[str, str | None]) -> bool:
        last, first = row["said_to"] or "9999", row["said_from"] or ""
        dated = row["said_basis"] is not None
        tests = {
            "party": row["party"] == "Orvania", "speaker": row["name"] == NAMES[1], "q": True,
            "since": dated and last >= choice.get("since", ""), "until": dated and first <= choice.get("until", "9999"),
        }  # fmt: skip
        return all(tests[name] if name in tests else row[name] == value for name, value in choice.items())

    every = db.rows(
        """SELECT statements.*, actors.name, actors.party, outlet FROM statements JOIN reports ON reports.id = statements.report
           LEFT JOIN actors ON actors.id = speaker"""
    )
    wanted = [row for row in every if fits(dict(row))]
    wanted.sort(key=lambda row: (row["said_from"] or row["said_to"] or "", row["number"]))
    assert all_pages(db, STATEMENTS, choice, oldest=True) == [row["id"] for row in wanted]
    assert all_pages(db, STATEMENTS, choice) == [row["id"] for row in reversed(wanted)]
    assert count(db, STATEMENTS, choice).total == len(wanted)


def test_every_count_of_a_facet_is_the_number_of_what_it_chooses(db: Database) -> None:
    for listing in (STATEMENTS, CONTACTS, REPORTS):
        for name, values in count(db, listing, {}).facets.items():
            for value in values:
                assert len(all_pages(db, listing, {name: value.value})) == value.count, (name, value)
    (kostan,) = [v for v in count(db, CONTACTS, {}).facets["actor"] if v.label == NAMES[0]]
    assert kostan.value == "act_0_0"


@pytest.mark.parametrize("choice", [{"q": "road"}, {"q": "road", "act": "demand"}, {"q": "road", "since": "2031-03-05"}])
def test_common_words_are_looked_for_another_way_with_the_same_outcome(
    db: Database, monkeypatch: pytest.MonkeyPatch, choice: dict[str, str]
) -> None:
    wanted = all_pages(db, STATEMENTS, choice), count(db, STATEMENTS, choice), count_days(db, STATEMENTS, choice)
    monkeypatch.setattr("onrecord.store.listing.COMMON", 3)
    assert (all_pages(db, STATEMENTS, choice), count(db, STATEMENTS, choice), count_days(db, STATEMENTS, choice)) == wanted


def test_a_list_begins_with_the_latest(db: Database) -> None:
    for listing in (STATEMENTS, CONTACTS, REPORTS):
        latest = find_latest(db, listing, {})
        for limit in (3, len(latest), len(latest) + 1):
            assert list_latest(db, listing, latest, limit) == list_entries(db, listing, {}, limit)


def test_counts_of_ranked_entries_are_of_the_last_that_came(db: Database, monkeypatch: pytest.MonkeyPatch) -> None:
    assert count_hits(db, {"q": "road"}) == count(db, STATEMENTS, {"q": "road"})
    assert count_hits(db, {"q": "road", "act": "demand"}) == count(db, STATEMENTS, {"q": "road", "act": "demand"})
    monkeypatch.setattr("onrecord.store.hits.RANKED", 10)
    tally = count_hits(db, {"q": "road"})
    assert (tally.total, tally.whole) == (10, False)
    last = db.rows("SELECT act FROM (SELECT act FROM statements ORDER BY number DESC LIMIT 10) WHERE act = 'demand'")
    assert {value.value: value.count for value in tally.facets["act"]}.get("demand", 0) == len(last)


def test_of_words_that_stand_together_the_last_that_came_are_first(db: Database, monkeypatch: pytest.MonkeyPatch) -> None:
    last = [row["id"] for row in db.rows("SELECT id FROM statements WHERE act = 'demand' ORDER BY number DESC")]
    choice = {"q": '"the road"', "act": "demand"}
    found = [hit.passage.statement.id for start in range(0, len(last), 5) for hit in find_statement_hits(db, choice, 5, start)]
    assert found == last
    assert count_hits(db, choice) == count(db, STATEMENTS, choice)
    monkeypatch.setattr("onrecord.store.hits.TOGETHER", 10)
    assert not count_hits(db, choice).whole
    assert find_statement_hits(db, {"q": '"road the"'}, 5, 0) == ()


def test_filters_pass_over_statements_without_reading_them(db: Database) -> None:
    for choice in ({"act": "demand", "issue": "talks", "stance": "for"},
                   {"since": "2031-03-04", "until": "2031-03-08", "kind": "direct"},
                   {"act": "demand", "party": "Orvania"}):  # fmt: skip
        where, values = narrow(db, STATEMENTS, choice)
        plan = [row["detail"] for row in db.rows(f"EXPLAIN QUERY PLAN SELECT number FROM statements WHERE {where}", values)]
        assert any("SEARCH statements USING COVERING INDEX" in step for step in plan), plan
        assert any("USING INDEX reports_superseded" in step for step in plan), plan


def test_days_are_kept_as_entries_change(db: Database) -> None:
    def agree() -> None:
        for listing in (STATEMENTS, CONTACTS, REPORTS):
            for name in ("", *listing.tallied):
                column = {"outlet": "reports.outlet"}.get(name, f"{listing.table}.{name}")
                for value in (
                    [row[0] for row in db.rows(f"SELECT DISTINCT {column} FROM {listing.table} {listing.joins}")] if name else [""]
                ):
                    choice = {name: value} if value else {}
                    where, values = narrow(db, listing, choice)
                    rows = db.rows(
                        f"""SELECT {listing.day} AS day, count(*) AS n FROM {listing.table} WHERE {where} AND {listing.day} > ''
                            GROUP BY 1 ORDER BY 1""",
                        values,
                    )
                    assert count_days(db, listing, choice) == {row["day"]: row["n"] for row in rows}, choice

    agree()
    (one, other, third) = (row["id"] for row in db.rows("SELECT id FROM statements ORDER BY number LIMIT 3"))
    (contact, call) = (row["id"] for row in db.rows("SELECT id FROM contacts ORDER BY number LIMIT 2"))
    old, new = (row["id"] for row in db.rows("SELECT id FROM reports ORDER BY number DESC LIMIT 2"))
    db.execute("BEGIN")
    try:
        for change, values in (
            ("UPDATE statements SET said_from = '2031-01-01', said_to = '2031-01-02' WHERE id = ?", (one,)),
            ("UPDATE statements SET said_from = NULL, said_to = NULL WHERE id = ?", (other,)),
            ("UPDATE statements SET kind = 'mixed', issue = 'border' WHERE id = ?", (one,)),
            ("UPDATE contacts SET status = 'denied', when_from = '2031-01-01' WHERE id = ?", (call,)),
            ("DELETE FROM statements WHERE id = ?", (third,)),
            ("DELETE FROM contacts WHERE id = ?", (contact,)),
            ("UPDATE reports SET superseded_by = ? WHERE id = ?", (new, old)),
        ):
            db.execute(change, values)
            agree()
    finally:
        db.execute("ROLLBACK")


def test_counts_stop_and_say_so(db: Database, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("onrecord.store.tallies.COUNTED", 10)
    tally = count(db, STATEMENTS, {})
    assert (tally.total, tally.whole) == (10, False)
    assert sum(value.count for value in tally.facets["act"]) == 10


def test_days_are_counted_by_the_first_that_is_known(db: Database) -> None:
    days = count_days(db, STATEMENTS, {})
    assert list(days) == sorted(days)
    undated = db.rows("SELECT count(*) FROM statements WHERE said_basis IS NULL")[0][0]
    assert sum(days.values()) + undated == 48


@pytest.mark.parametrize("choice", [{"since": "soon"}, {"until": "2031-13-01"}, {"q": "“ ”"}])
def test_a_choice_that_cannot_be_understood(db: Database, choice: dict[str, str]) -> None:
    with pytest.raises(QueryError):
        list_entries(db, STATEMENTS, choice, 5)
    with pytest.raises(QueryError, match="mark of a page"):
        list_entries(db, STATEMENTS, {}, 5, "2031-03-01")


@pytest.mark.parametrize("listing", [STATEMENTS, CONTACTS, REPORTS], ids=lambda listing: listing.table)
@pytest.mark.parametrize("choice", [{}, {"act": "demand"}, {"issue": "talks"}, {"stance": "for"}, {"since": "2031-01-01"}])
def test_a_page_is_found_in_the_order_of_an_index(db: Database, listing: Listing, choice: dict[str, str]) -> None:
    if not set(choice) <= set(listing.clauses):
        return
    asked: list[str] = []

    class Spy:
        def rows(self, sql: str, values: dict[str, object]) -> list[object]:
            asked.extend(str(row["detail"]) for row in db.rows(f"EXPLAIN QUERY PLAN {sql}", values))
            return [] if "LIMIT" in sql else [[None]]

    list_entries(Spy(), listing, choice, 5, "2031-03-05.3")  # type: ignore[arg-type]
    assert any(f"SEARCH {listing.table} USING" in step for step in asked), asked
    assert not any("TEMP B-TREE" in step or step == f"SCAN {listing.table}" for step in asked), asked


def test_passages_are_the_entries_with_words_around_them(db: Database) -> None:
    ids = [row["id"] for row in db.rows("SELECT id FROM statements ORDER BY id DESC")]
    found = load_statement_passages(db, [*ids, "stm_none"])
    assert [one.statement.id for one in found] == ids
    for one in found:
        assert one.window
        assert one.window.span.text == TEXT[one.window.span.start : one.window.span.end]
        assert one.window.span.covers(one.statement.content[0])
        assert (one.window.begins, one.window.ends) == (True, True)
        assert one.window.span.text.startswith("The first day was long. Kostan said")
        assert one.window.span.text.endswith("Nobody came.")
        assert len(one.window.span.text) <= 22 + 2 * MARGIN
        assert one.speaker is None or one.speaker.id.startswith("act_0_")
    (contact,) = load_contact_passages(db, ["cnt_3_1"])
    assert {actor.id for actor in contact.actors} == {*contact.contact.parties, contact.contact.by} - {None}
