import json
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from pathlib import Path

import pytest

from onrecord.errors import QueryError
from onrecord.model import Actor, Entries, Report, Span, Statement, When
from onrecord.record import Record
from onrecord.store.judgements import find_actor
from tests.records import group, open_record, write


@dataclass(frozen=True)
class Saying:
    """One line of an invented history."""

    day: date
    who: str
    side: str | None
    issue: str
    act: str
    stance: str
    content: str
    condition: str = ""
    undated: bool = False


MORN, VELD = "Ilse Morn", "Arno Veld"
HISTORY = (
    Saying(date(2031, 1, 10), MORN, "Orvania", "withdrawal", "refuse", "against", "The guns will never leave the bank of the river"),
    Saying(date(2031, 2, 1), MORN, "Orvania", "withdrawal", "refuse", "against", "No guns will leave the bank of the river"),
    Saying(date(2031, 3, 1), MORN, "Orvania", "withdrawal", "propose", "conditional", "The guns leave the bank of the river if theirs do", "if theirs do"),
    Saying(date(2031, 3, 3), MORN, "Orvania", "prisoners", "demand", "for", "All captives must be home by spring"),
    Saying(date(2031, 8, 1), MORN, "Orvania", "withdrawal", "agree", "for", "The guns leave the bank of the river"),
    Saying(date(2031, 8, 3), VELD, "Orvania", "withdrawal", "refuse", "against", "The guns do not leave the bank of the river"),
    Saying(date(2031, 8, 4), VELD, None, "prisoners", "report", "none", "He did not say"),
    Saying(date(2031, 8, 5), "Ivo Strand", None, "prisoners", "demand", "for", "Nobody knows whose side he is on"),
    Saying(date(2031, 9, 1), "Tana Rask", "Tamesh", "prisoners", "propose", "for", "Nine captives can go", undated=True),
)  # fmt: skip


def entries_of(number: int, s: Saying) -> Entries:
    text = f"{s.who}: {s.content}."
    report = Report(name=f"r{number}", text=text, outlet="Herald", published=s.day)

    def at(words: str) -> tuple[Span, ...]:
        return (Span.of(text, start := text.index(words), start + len(words)),) if words else ()

    office = "minister" if s.who in (MORN, VELD) else None
    actor = Actor(f"act_{number}", s.who, "person", office, s.side, at(s.who))
    said = None if s.undated else When(s.day, s.day, "stated")
    statement = Statement(
        f"stm_{number}", "direct", at(s.who), (), at(s.content), actor.id, (), None, said, (), (), at(s.condition), s.act, s.issue, s.stance, 0.9
    )  # fmt: skip
    return Entries(report, (statement,), (), (actor,))


def fill(path: Path) -> Record:
    db = open_record(path)
    write(db, *(entries_of(number, saying) for number, saying in enumerate(HISTORY)))
    group(db)
    return Record(db)


@pytest.fixture
def record(tmp_path: Path) -> Iterator[Record]:
    with fill(tmp_path / "talks.db") as opened:
        yield opened


def test_a_ladder_has_the_latest_first_and_what_each_step_is_compared_with(record: Record) -> None:
    position = record.position("withdrawal", side="Orvania")
    assert [(step.found.statement.id, step.movement.kind, step.before and step.before.statement.id) for step in position.steps] == [
        ("stm_5", "reversed", "stm_4"),
        ("stm_4", "softened", "stm_2"),
        ("stm_2", "softened", "stm_1"),
        ("stm_1", "repeated", "stm_0"),
        ("stm_0", "first", None),
    ]
    assert position.steps[2].conditions == ("if theirs do",)
    assert (position.until, position.age, position.now and position.now.found.statement.stance) == (date(2031, 9, 1), 29, "against")
    json.dumps(position.to_json())


def test_the_lists_of_a_position(record: Record) -> None:
    position = record.position("withdrawal", side="orvania")

    def ids(name: str) -> list[str]:
        return [step.found.statement.id for step in getattr(position, name)]

    assert (ids("demands"), ids("offers"), ids("refusals")) == ([], ["stm_4", "stm_2"], ["stm_5", "stm_1", "stm_0"])
    assert (ids("preconditions"), ids("disagreements"), ids("dropped")) == (["stm_2"], ["stm_5"], [])
    assert [(step.found.statement.id, step.red_line) for step in position.red_lines] == [
        ("stm_1", "refuse again"),
        ("stm_0", "says “never”"),
    ]
    (captives,) = record.positions(side="Orvania", issue="prisoners")
    assert [step.found.statement.id for step in captives.dropped] == ["stm_3"]
    assert record.position("prisoners", side="Orvania", months=7).dropped == ()


def test_a_period_is_told_from_what_was_said_before_it(record: Record) -> None:
    position = record.position("withdrawal", side="Orvania", since=date(2031, 2, 1), until=date(2031, 3, 5))
    assert [(step.found.statement.id, step.movement.kind) for step in position.steps] == [("stm_2", "softened"), ("stm_1", "repeated")]
    assert (position.until, position.age) == (date(2031, 3, 5), 4)


def test_an_actor_has_its_own_ladder(record: Record) -> None:
    (position,) = record.positions(actor=VELD)
    assert (position.of, [(step.found.statement.id, step.movement.kind) for step in position.steps]) == (VELD, [("stm_5", "first")])
    assert find_actor(record._db, VELD)


def test_nobody_is_given_a_side(record: Record) -> None:
    found = [(p.of, p.issue) for p in record.positions()]
    assert found == [("Orvania", "prisoners"), ("Orvania", "withdrawal"), ("Tamesh", "prisoners")]


def test_what_has_no_day_stands_at_its_publication_and_in_no_period(record: Record) -> None:
    assert record.position("prisoners", side="Tamesh").age == 0
    assert record.positions(side="Tamesh", since=date(2031, 1, 1)) == ()


def test_absence_is_not_a_position(record: Record) -> None:
    position = record.position("withdrawal", side="Tamesh")
    assert (position.steps, position.now, position.age) == ((), None, None)
    assert record.matrix().cell("Tamesh", "withdrawal") is None


def test_the_matrix_is_what_the_ladders_end_with(record: Record) -> None:
    matrix = record.matrix()
    assert (matrix.sides, matrix.issues) == (("Orvania", "Tamesh"), ("prisoners", "withdrawal"))
    cell = matrix.cell("Orvania", "withdrawal")
    assert cell
    assert (cell.stance, cell.movement, cell.day, cell.age, cell.count) == ("against", "disagreement", date(2031, 8, 3), 29, 5)
    json.dumps(matrix.to_json())


def test_tellings_of_one_utterance_are_one_step(record: Record) -> None:
    record._db.execute("UPDATE statements SET utterance = 'stm_0' WHERE id IN ('stm_0', 'stm_1')")
    position = record.position("withdrawal", side="Orvania")
    assert [(step.found.statement.id, step.tellings) for step in position.steps][-1] == ("stm_0", 2)
    assert len(position.steps) == 4
    cell = record.matrix().cell("Orvania", "withdrawal")
    assert cell
    assert cell.count == 4


def test_questions_that_cannot_be_understood(record: Record) -> None:
    with pytest.raises(QueryError, match="are an actor and a side"):
        record.positions(actor=MORN, side="Orvania")
    with pytest.raises(QueryError, match="is the issue of no statement here"):
        record.positions(issue="fish")
    with pytest.raises(QueryError, match="needs an actor or a side"):
        record.position("withdrawal")
    with pytest.raises(QueryError, match="is no side in this record"):
        record.positions(side="Kheradan")
