import pytest

from onrecord.errors import QueryError
from onrecord.record import Record
from onrecord.review.queue import Ask


def entries(record: Record, ask: Ask, **options: int | str) -> list[str]:
    return [item.entry for item in record.queue(ask, **options).items]  # type: ignore[arg-type]


def set_confidence(record: Record, *values: float) -> list[str]:
    ids = [row["id"] for row in record._db.rows("SELECT id FROM statements ORDER BY number")]
    record._db.execute_many("UPDATE statements SET confidence = ? WHERE id = ?", zip(values, ids, strict=True))
    return ids


def test_the_least_sure_come_first_and_what_is_disputed_before_them(record: Record) -> None:
    a, b, c = set_confidence(record, 0.9, 0.4, 0.7)
    assert entries(record, Ask(by="A")) == [b, c, a]
    record.decide([a], "confirmed", "B")
    record.decide([a], "rejected", "C")
    assert entries(record, Ask(by="A", turn="any")) == [a, b, c]
    assert entries(record, Ask(by="A", turn="any", blind=True)) == [b, c, a]


def test_the_queue_goes_on_after_an_entry(record: Record) -> None:
    a, b, c = set_confidence(record, 0.9, 0.4, 0.7)
    first = record.queue(Ask(by="A"), limit=1)
    assert ([item.entry for item in first.items], first.left) == ([b], 3)
    assert entries(record, Ask(by="A"), after=first.items[0].mark) == [c, a]
    with pytest.raises(QueryError, match="is not the mark"):
        record.queue(Ask(by="A"), after="x")


def test_by_effect_what_most_stands_on_comes_first(record: Record) -> None:
    a, b, c = set_confidence(record, 0.1, 0.5, 0.9)
    record._db.execute("UPDATE statements SET inside = ? WHERE id = ?", (c, b))
    first = record.queue(Ask(by="A", order="effect")).items[0]
    assert (first.entry, first.stands, first.reasons) == (c, {"inside": 1}, ("1 statement inside it",))
    assert a in entries(record, Ask(by="A", order="effect"))


def test_few_are_sorted_and_many_found_by_index_with_the_same_outcome(record: Record, monkeypatch: pytest.MonkeyPatch) -> None:
    set_confidence(record, 0.9, 0.4, 0.7)
    asks = [Ask(of, {}, order, by="A") for of in ("statements", "contacts") for order in ("doubt", "effect")]
    sorted_ones = [entries(record, ask) for ask in asks]
    monkeypatch.setattr("onrecord.review.queue.FEW", 0)
    assert [entries(record, ask) for ask in asks] == sorted_ones


def test_turns_part_the_entries_of_reviewers(record: Record) -> None:
    a, b, c = set_confidence(record, 0.1, 0.2, 0.3)
    record.decide([a], "confirmed", "A")
    record.decide([b], "confirmed", "B")
    assert entries(record, Ask(by="A", turn="first")) == [c]
    assert entries(record, Ask(by="A", turn="second")) == [b]
    assert entries(record, Ask(by="A", turn="any")) == [b, c]
    assert entries(record, Ask(by="A", turn="mine")) == [a]
    assert record.queue(Ask(by="A")).done == 1


def test_filters_are_those_of_lists_and_the_blind_choose_by_no_state(record: Record) -> None:
    a, *_ = set_confidence(record, 0.1, 0.2, 0.3)
    record.decide([a], "rejected", "B")
    choice = {"state": "rejected", "outlet": "Courier"}
    assert entries(record, Ask(choice=choice, by="A", turn="any")) == [a]
    assert entries(record, Ask(choice={"outlet": "Nobody's"}, by="A")) == []
    assert len(entries(record, Ask(choice={"state": "rejected"}, by="A", turn="any", blind=True))) == 3


def test_it_says_why_an_entry_is_asked(record: Record) -> None:
    set_confidence(record, 0.45, 0.9, 0.9)
    record._db.execute("UPDATE statements SET speaker = NULL WHERE confidence < 0.5")
    low, *others = record.queue(Ask(by="A")).items
    assert low.reasons == ("low confidence, 0.45", "the speaker is not identified")
    assert others[0].reasons == ("confidence 0.90",)
    (call,) = record.queue(Ask("contacts", by="A", order="effect")).items
    assert call.reasons == ("low confidence, 0.50", "2 parties")


def test_what_cannot_be_asked_for_is_refused() -> None:
    with pytest.raises(QueryError, match="cannot be asked for"):
        Ask(order="age")
