"""What lists are found by is kept by triggers: after each change it is what counting anew gives."""

from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest

from onrecord.errors import QueryError
from onrecord.record import Record
from onrecord.store.database import Database
from onrecord.store.occasions import find_occasions, members_of
from onrecord.store.retold import sum_retold
from onrecord.store.words import fold_words, has_words
from onrecord.views.contacts import list_occasions, page_occasions
from onrecord.views.contradictions import ContradictionFilters, FoundContradiction, find_contradictions, page_contradictions
from onrecord.views.utterances import find_utterances, page_utterances
from tests.contacts import SIDES, Told, record_of
from tests.contested import FORTY, FOUR, NOT_SHOT, SHOT, make, tell

PLANNED = Told("talks", "planned", SIDES, (6, 6), "Genève", 2, 1, "herald", words="A second round is due in Geneva on Thursday.")
HELD = Told("talks", "held", SIDES, (10, 11), "Geneva", 2, 12, "courier", words="The second round ended in Geneva.")
UNDATED = Told("talks", "held", SIDES, None, None, 2, 3, "wire", words="The second round was held.")
CALL = Told(words="They spoke about the bridge.", report="post")
LATER = Told(on=(14, 14), words="They spoke again.", report="ledger", published=15)

#: What can happen to entries of a record, besides reports that come.
CHANGES = (
    "UPDATE contacts SET state = 'rejected' WHERE number = 2",
    "UPDATE contacts SET state = 'machine' WHERE number = 2",
    "UPDATE contacts SET occasion = id WHERE number = 3",
    "UPDATE contacts SET occasion = (SELECT id FROM contacts WHERE number = 1)",
    "UPDATE contacts SET when_from = '2031-02-01', when_to = NULL WHERE number = 1",
    "UPDATE contacts SET place = 'Old Harbour' WHERE number = 1",
    "UPDATE statements SET issue = 'talks', said_to = NULL WHERE number = 1",
    "UPDATE reports SET superseded_by = (SELECT max(id) FROM reports) WHERE number = 1",
    "UPDATE reports SET superseded_by = NULL",
    "DELETE FROM contradictions WHERE kind = 'number'",
    "DELETE FROM contacts WHERE number = 1",
    "UPDATE statements SET utterance = (SELECT min(id) FROM statements)",
    "UPDATE statements SET utterance = id",
    "UPDATE statements SET utterance = iif(number < 3, id, NULL)",
    "UPDATE statements SET side = 'Orvania', stance = 'against' WHERE number < 3",
    "UPDATE statements SET inside = (SELECT min(id) FROM statements) WHERE number = 2",
    "UPDATE contacts SET per = (SELECT min(id) FROM statements)",
    "DELETE FROM statements WHERE number = 1",
)


@pytest.fixture
def met(tmp_path: Path) -> Iterator[Record]:
    with record_of(tmp_path / "met.db", [PLANNED], [HELD], [UNDATED], [CALL], [LATER]) as opened:
        yield opened


@pytest.fixture
def contested(tmp_path: Path) -> Iterator[Record]:
    reports = [tell("quarrel", SHOT, NOT_SHOT), tell("shelling", FORTY, FOUR), tell("again", SHOT, NOT_SHOT)]
    with make(tmp_path / "contested.db", reports) as opened:
        yield opened


def check(db: Database) -> None:
    """Compare each summary with what it sums up."""
    told: dict[str, list[tuple[str, ...]]] = {}
    for row in db.rows(
        """SELECT coalesce(occasion, contacts.id), coalesce(when_from, when_to, day, ''), coalesce(day, ''), contacts.id, report, when_basis,
           coalesce(when_from, ''), coalesce(when_to, '9999')
           FROM contacts JOIN reports ON reports.id = report WHERE superseded_by IS NULL AND state <> 'rejected'"""
    ):
        told.setdefault(row[0], []).append(tuple(row[1:]))
    occasions = {
        head: (*min(rows)[:3], min((r[5] for r in rows if r[4]), default=None), max((r[6] for r in rows if r[4]), default=None),
               len({r[3] for r in rows}))
        for head, rows in told.items()
    }  # fmt: skip
    assert {row["id"]: tuple(row)[1:] for row in db.rows("SELECT * FROM occasions")} == occasions
    assert sorted(map(tuple, db.rows("SELECT * FROM pairs"))) == sorted(map(tuple, db.rows("SELECT * FROM contradictions_to_pair")))
    assert [tuple(row) for row in db.rows("SELECT a, b, score, kind FROM pairs ORDER BY a, b")] == [
        tuple(row) for row in db.rows("SELECT a, b, score, kind FROM contradictions ORDER BY a, b")
    ]
    sum_retold(db)
    tellings = db.rows("SELECT number, utterance, report, coalesce(said_from, said_to, '') AS day FROM statements WHERE utterance NOT NULL")
    live = {row["id"] for row in db.rows("SELECT id FROM reports WHERE superseded_by IS NULL")}
    reports = {head: len({t["report"] for t in tellings if t["utterance"] == head} & live) for head in {t["utterance"] for t in tellings}}
    assert {tuple(row) for row in db.rows("SELECT * FROM retold")} == {
        (t["number"], t["utterance"], t["day"], reports[t["utterance"]]) for t in tellings if reports[t["utterance"]] > 1
    }
    weights = """SELECT (SELECT count(*) FROM statements AS o WHERE o.utterance = s.utterance AND o.id <> s.id),
        (SELECT count(*) FROM statements AS o WHERE o.inside = s.id) + (SELECT count(*) FROM contacts WHERE per = s.id)
        + (stance <> 'none' AND side IS NOT NULL) FROM statements AS s ORDER BY number"""
    assert list(map(tuple, db.rows("SELECT tellings, bearing FROM statements ORDER BY number"))) == list(map(tuple, db.rows(weights)))
    texts = {row[0] for row in db.rows("SELECT name FROM actors UNION SELECT party FROM actors UNION SELECT side FROM statements")}
    texts |= {row[0] for row in db.rows("SELECT outlet FROM reports UNION SELECT place FROM contacts")}
    assert {(word, text) for text in texts - {None} for word in fold_words(text)} <= {tuple(row) for row in db.rows("SELECT * FROM words")}


@pytest.mark.parametrize("change", CHANGES)
def test_summaries_follow_what_they_sum_up(met: Record, contested: Record, change: str) -> None:
    for record in (met, contested):
        check(record._db)
        with record._db.transaction():
            record._db.execute(change)
        check(record._db)


def test_pages_of_occasions_are_the_whole_list_in_parts(met: Record) -> None:
    with met._db.transaction():
        met._db.execute("UPDATE contacts SET occasion = id")
    whole = [one.id for one in list_occasions(met._db, {})]
    assert len(whole) == 5
    for oldest in (False, True):
        for limit in (1, 2, 5, 9):
            found, after = [], None
            while True:
                page, after = page_occasions(met._db, {}, limit, after, oldest)
                found += [one.id for one in page]
                if after is None:
                    break
            assert found == (whole if oldest else whole[::-1])
    with pytest.raises(QueryError, match="not the mark of a page"):
        page_occasions(met._db, {}, 5, "cnt_0")


def test_occasions_are_found_by_words_as_people_type_them(met: Record) -> None:
    words = ("geneva", "GENÈVE", "orvania", "kostan mirela", "harbour")
    for place in words:
        found = {key for some in find_occasions(met._db, {"place": place}) for key in some}
        plain = {row[0] for row in met._db.rows("SELECT head FROM tellings JOIN contacts USING (id) WHERE has_words(place, ?)", (place,))}
        assert found == plain
    for party in words:
        found = {key for some in find_occasions(met._db, {"party": party}) for key in some}
        rows = met._db.rows(
            "SELECT head, actors.name, party FROM tellings JOIN contact_parties ON contact = tellings.id JOIN actors ON actors.id = actor"
        )
        assert found == {row["head"] for row in rows if has_words(row["name"], party) or has_words(row["party"], party)}
    assert all(members_of(met._db, list(some)) == some for some in find_occasions(met._db, {}))


def test_pages_of_contradictions_are_the_whole_list_in_parts(tmp_path: Path) -> None:
    names = ("one", "two", "three", "four")
    reports = [tell(name, SHOT, NOT_SHOT, day=date(2031, 3, 12 + n)) for n, name in enumerate(names)]
    reports += [tell(f"{name} again", FORTY, FOUR, day=date(2031, 3, 20 + n % 2)) for n, name in enumerate(names)]
    with make(tmp_path / "one.db", reports) as record:
        db = record._db
        with db.transaction():
            db.execute("UPDATE statements SET utterance = id WHERE number % 3 = 0")
        every = list(find_contradictions(db, {}))
        assert len(every) > 3
        record.judge_contradiction(*every[0].ends, "confirmed", "Ada", "so it is")
        record.judge_contradiction(*every[1].ends, "rejected", "Ada", "no")
        record.judge_contradiction(*every[-1].ends, "unsure", "Ada", "who knows")
        with db.transaction():
            db.execute("DELETE FROM contradictions WHERE (a, b) = (?, ?)", every[-1].ends)
        filters: list[ContradictionFilters] = [
            {}, {"decision": "open"}, {"decision": "confirmed"}, {"decision": "rejected"}, {"decision": "unsure"}, {"kind": "number"},
            {"party": "tamesh"}, {"party": "strand"}, {"party": "nobody"}, {"since": date(2031, 3, 14)}, {"until": date(2031, 3, 14)},
            {"since": date(2031, 3, 14), "until": date(2031, 3, 20), "issue": "ceasefire"}, {"issue": "talks"},
        ]  # fmt: skip
        for asked in filters:
            whole = list(find_contradictions(db, asked))
            for limit in (1, 2, 50):
                found: list[FoundContradiction] = []
                after: tuple[str, str] | None = None
                while True:
                    page, more = page_contradictions(db, asked, limit, after)
                    found += page
                    if not more:
                        break
                    after = page[-1].ends
                assert [one.to_json() for one in found] == [one.to_json() for one in whole]


def test_pages_of_utterances_are_the_whole_list_in_parts(contested: Record) -> None:
    db = contested._db
    for least in (1, 2):
        whole = [one.id for one in find_utterances(db, {"at_least": least})]
        assert whole
        for limit in (1, 2, 50):
            found, after = [], None
            while True:
                page, after = page_utterances(db, {"at_least": least}, limit, after)
                found += [one.id for one in page]
                if after is None:
                    break
            assert found == whole
    with pytest.raises(QueryError, match="not the mark of a page"):
        page_utterances(db, {}, 5, 10**8)
