import json
import string
from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta, timezone
from hashlib import sha256
from pathlib import Path

from hypothesis import example, given, settings
from hypothesis import strategies as st

from onrecord.model import Actor, Contact, Entries, Reading, Relay, Report, Span, Statement, When
from onrecord.store.database import Database
from onrecord.store.entries import load_entries
from onrecord.store.readings import load_reading
from onrecord.store.runs import Run
from onrecord.verify import find_differences


@dataclass(frozen=True)
class Given:
    data: bytes
    path: str = "report.txt"

    @property
    def sha256(self) -> str:
        return sha256(self.data).hexdigest()


characters = st.characters(exclude_categories=["Cs"], exclude_characters="\0")
words = st.text(characters, min_size=1, max_size=12)
maybe = st.none() | words
lists = st.lists(words, max_size=2, unique=True).map(tuple)
zones = st.sampled_from([UTC, timezone(timedelta(hours=5, minutes=30)), None])
moments = st.none() | st.dates() | st.datetimes(timezones=zones)
ids = st.lists(st.text(string.ascii_lowercase, min_size=1, max_size=4), max_size=4, unique=True)
shares = st.floats(0, 1)


@st.composite
def spans_of(draw: st.DrawFn, text: str) -> tuple[Span, ...]:
    starts = draw(st.sets(st.integers(0, len(text) - 1), max_size=3))
    return tuple(Span.of(text, start, draw(st.integers(start + 1, len(text)))) for start in sorted(starts))


@st.composite
def intervals(draw: st.DrawFn, text: str) -> When | None:
    if draw(st.booleans()):
        return None
    first, last = sorted((draw(st.dates()), draw(st.dates())))
    ends: tuple[date | None, date | None] = draw(st.sampled_from([(first, last), (None, last), (first, None), (None, None)]))
    return When(*ends, draw(st.sampled_from(["stated", "published"])), draw(st.sampled_from(["day", "bound"])), draw(spans_of(text)))


@st.composite
def entries(draw: st.DrawFn) -> Entries:
    report = Report(
        *draw(st.tuples(words, st.text(characters, min_size=1))), outlet=draw(maybe), title=draw(maybe), description=draw(maybe),
        authors=draw(lists), published=draw(moments), modified=draw(moments), url=draw(maybe), language=draw(maybe),
        tags=draw(lists), notes=draw(lists),
    )  # fmt: skip
    spans, when = spans_of(report.text), intervals(report.text)
    people, said, met = draw(ids), draw(ids), draw(ids)
    somebody = st.sampled_from([None, *people])
    actors = [
        Actor(f"act_{key}", draw(words), draw(words), draw(maybe), draw(maybe), draw(spans), draw(lists), draw(maybe)) for key in people
    ]
    statements = [
        Statement(
            id=f"stm_{key}",
            kind=draw(words),
            source=draw(spans),
            cue=draw(spans),
            content=draw(spans),
            addressee=draw(spans),
            venue=draw(spans),
            condition=draw(spans),
            speaker=(one := draw(somebody)) and f"act_{one}",
            via=tuple(
                Relay(f"act_{one}", draw(spans)) for one in draw(st.lists(st.sampled_from(people), max_size=3) if people else st.just([]))
            ),
            inside=(one := draw(st.sampled_from([None, *said]))) and f"stm_{one}",
            said=draw(when),
            act=draw(words),
            issue=draw(words),
            stance=draw(words),
            confidence=draw(shares),
            why=draw(lists),
            meaning=draw(st.binary(max_size=4)),
        )
        for key in said
    ]
    contacts = [
        Contact(
            id=f"cnt_{key}",
            kind=draw(words),
            status=draw(words),
            parties=tuple(f"act_{one}" for one in draw(st.sets(st.sampled_from(people)) if people else st.just(set()))),
            by=(one := draw(somebody)) and f"act_{one}",
            place=draw(maybe),
            round=draw(st.none() | st.integers(1, 99)),
            when=draw(when),
            per=(one := draw(st.sampled_from([None, *said]))) and f"stm_{one}",
            evidence=draw(spans),
            confidence=draw(shares),
        )
        for key in met
    ]
    return Entries(report, tuple(statements), tuple(contacts), tuple(actors))


@settings(max_examples=60)
@given(entries())
@example(Entries(Report("r", "words", published=datetime(1, 1, 1, tzinfo=timezone(timedelta(hours=1))))))
def test_entries_come_out_of_the_store_as_they_went_in(value: Entries) -> None:
    wanted = value.to_json()
    assert Entries.from_json(json.loads(json.dumps(wanted))).to_json() == wanted
    reading = Reading(value.report.id, "model")
    db = Database.open(Path(":memory:"))
    try:
        run = Run.start(db, "code", "model", lambda db: None)
        for _ in range(2):
            run.write(Given(value.report.text.encode()), reading, value)
        summary = run.finish()
        assert summary.failures == ()
        assert load_entries(db, value.report.id).to_json() == wanted
        assert load_reading(db, value.report.id) == reading
        assert list(find_differences(db)) == []
    finally:
        db.close()


def test_entries_that_contradict_each_other_are_a_failure() -> None:
    report = Report("r", "words")
    contact = Contact("cnt_1", "call", "held", ("act_nobody",), None, None, None, None, None, (), 0.5)
    db = Database.open(Path(":memory:"))
    run = Run.start(db, "code", "model", lambda db: None)
    run.write(Given(b"words"), Reading(report.id, "model"), Entries(report, contacts=(contact,)))
    summary = run.finish()
    assert [failure.path for failure in summary.failures] == ["r"]
    assert db.rows("SELECT * FROM reports") == []
    db.close()


class Counted:
    """A file that counts how often its bytes are asked for."""

    path = "wire.jsonl"
    sha256 = "0" * 64
    asked = 0

    @property
    def data(self) -> bytes:
        self.asked += 1
        return b"It rained. It rains."


def test_a_file_of_many_reports_is_handed_over_once() -> None:
    file = Counted()
    db = Database.open(Path(":memory:"))
    run = Run.start(db, "code", "model", lambda db: None)
    for text in ("It rained.", "It rains."):
        report = Report("wire", text)
        run.write(file, Reading(report.id, "model"), Entries(report))
    assert run.finish().reports == 2
    assert file.asked == 1
    db.close()
