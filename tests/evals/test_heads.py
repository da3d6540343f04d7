"""What counts as a found name or date, with readings made by hand."""

from collections.abc import Sequence
from typing import Any

import pytest

from evals.heads import score_dates, score_names
from onrecord.model import Mention, Reading, Report, Span

TEXT = "The Foreign Minister Anna Veld met the army of Melkar in Ostrel on 3 May."


def span(words: str) -> Span:
    start = TEXT.index(words)
    return Span.of(TEXT, start, start + len(words))


def reader(mentions: Sequence[tuple[str, str]] = (), dates: Sequence[str] = ()) -> Any:
    class Reader:
        def read(self, reports: Sequence[Report]) -> list[Reading]:
            found = tuple(Mention(span(words), kind) for words, kind in mentions)
            return [Reading(report.id, "hand", mentions=found, dates=tuple(map(span, dates))) for report in reports]

    return Reader()


def gold(*entities: tuple[str, str]) -> list[dict[str, Any]]:
    return [{"id": "a", "text": TEXT, "entities": [{"s": span(w).start, "e": span(w).end, "type": kind} for w, kind in entities]}]


def test_a_name_counts_without_its_title_and_with_its_type() -> None:
    rows = gold(("Anna Veld", "politician"), ("Melkar", "country"), ("Ostrel", "location"))
    figures = score_names(rows, reader([("The Foreign Minister Anna Veld", "person"), ("Melkar", "place")]), described=False)
    assert figures["name"] == {"p": 50.0, "r": 33.3, "f1": 40.0, "gold": 3, "predicted": 2}


@pytest.mark.parametrize(("described", "right"), [(True, 2), (False, 1)])
def test_descriptions_and_countries_that_act_count_where_a_corpus_has_them(described: bool, right: int) -> None:
    rows = gold(("the army of Melkar", "Organisation"), ("Melkar", "Location"))
    figures = score_names(rows, reader([("the army of Melkar", "group"), ("Melkar", "country")]), described)
    assert figures["name"]["r"] == right * 50.0


def test_other_types_are_left_out_on_both_sides() -> None:
    figures = score_names(gold(("Ostrel", "event")), reader([("Ostrel", "place")]), described=False)
    assert (figures["name"]["gold"], figures["name"]["predicted"]) == (0, 0)


def test_dates_count_by_overlap() -> None:
    rows = [{"id": "a", "text": TEXT, "dates": [{"s": span("3 May").start, "e": span("3 May").end}]}]
    assert score_dates(rows, reader(dates=["on 3 May"]))["date"]["f1"] == 100.0
    assert score_dates(rows, reader(dates=["Ostrel"]))["date"]["f1"] == 0.0


def test_of_timex2_only_what_stands_for_days_is_gold() -> None:
    values = [("DATE", "2031-05-03"), ("DATE", "PRESENT_REF"), ("DURATION", "P3D"), ("SET", "XXXX-XX-XX"), (None, None)]
    rows = [
        {"id": "a", "text": TEXT, "timex": [{"s": i, "e": i + 1, "type": kind, "value": value} for i, (kind, value) in enumerate(values)]}
    ]
    assert score_dates(rows, reader(dates=[]))["date"]["gold"] == 1
