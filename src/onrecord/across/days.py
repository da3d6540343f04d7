"""When two tellings put what they tell of, compared: the same days, days beside each other, a date that was moved."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta

from onrecord.model.entries import AHEAD, JOURNEYS, TALKS, TOOK_PLACE
from onrecord.store.tellings import Telling

#: Contacts that can last for days, and be told of day by day.
LASTING = TALKS | JOURNEYS | {"meeting"}
#: Where no day is told, the occasion is sought so many days before the report, or after it.
FAR = 90
#: A date that was set can be moved by so many days.
MOVED = 14
#: A numbered round that was not held can still be held so many days later.
PUT_OFF = 180
#: So many days from the occasion a report still speaks of it without saying when it was; beyond the second number hardly any does.
NEAR, NEARBY = 21, 45
#: A meeting of a few days has so many more after the first; a part of a month, or a long round, so many.
FEW, SOME = 2, 12


@dataclass(frozen=True)
class Fit:
    """How the days of two tellings fit: how much that says for one occasion, from 0 up, and why."""

    points: float
    why: str


def span_of(telling: Telling) -> tuple[date, date] | None:
    """The days on which the occasion can have been, wide where nothing dates it; None if not even publication is known."""
    first, last, told = telling.first, telling.last, telling.published
    if first is None and last is None:
        if told is None:
            return None
        ahead, behind = timedelta(0 if telling.status in TOOK_PLACE else FAR), timedelta(0 if telling.status in AHEAD else FAR)
        return _shift(told, -behind), _shift(told, ahead)
    if first is None and last is not None:
        first = _shift(last, -timedelta(FAR))
    elif last is None and first is not None:
        last = max(first, told) if told and telling.status in TOOK_PLACE else _shift(first, timedelta(FAR))
    assert first, "one of them is known"
    assert last, "one of them is known"
    if (last - first).days > 2 * FAR:  # a year says no more than that it is known of
        first, last = (first, _shift(first, timedelta(2 * FAR))) if telling.status in AHEAD else (_shift(last, -timedelta(2 * FAR)), last)
    if told and telling.status in AHEAD and first < told <= last:
        first = told
    if telling.kind == "mediation" and telling.status == "ongoing":
        last = _shift(last, timedelta(FAR))
    return first, last


def compare_days(a: Telling, b: Telling) -> Fit | None:
    """How the days of two tellings fit; None if they are of two occasions."""
    one, other = span_of(a), span_of(b)
    if one is None or other is None:
        return None
    gap = max(one[0], other[0]) - min(one[1], other[1])
    if _is_dated(a) and _is_dated(b):
        if gap.days <= 0:
            return _overlap(a, b, one, other)
        return _next_day(a, b, gap.days) or _moved(a, b, gap.days) or _put_off(a, b, gap.days)
    if gap.days > 0:
        return _put_off(a, b, gap.days)
    if _happened_before(a, b) or _happened_before(b, a) or _called_off_before(a, b):
        return None
    return _near(a, b, one, other)


def are_days_apart(a: Telling, b: Telling) -> bool:
    """Whether the days of two tellings rule out that they are of one occasion, whatever else links them."""
    if compare_days(a, b):
        return False
    one, other = span_of(a), span_of(b)
    if one is None or other is None or a.kind != "talks" or b.kind != "talks" or _happened_before(a, b) or _happened_before(b, a):
        return True
    return not _can_be_put_off(a, b, (max(one[0], other[0]) - min(one[1], other[1])).days)


def _is_dated(telling: Telling) -> bool:
    return telling.first is not None and telling.last is not None


def _overlap(a: Telling, b: Telling, one: tuple[date, date], other: tuple[date, date]) -> Fit:
    if a.kind == b.kind == "mediation" and "ongoing" in (a.status, b.status):
        return Fit(1.0, "a mediation that goes on")
    longest = max((last - first).days for first, last in (one, other))
    points = 3.0 if longest <= FEW else 2.2 if longest < SOME else 1.6 if longest < 35 else 0.8
    if one == other:
        return Fit(points, f"both {_words(*one)}")
    return Fit(points, f"{_words(*one)} and {_words(*other)} overlap")


def _next_day(a: Telling, b: Telling, gap: int) -> Fit | None:
    """The days of one round, or of one journey, are one occasion."""
    return Fit(2.0, "told of one day and of the next") if gap == 1 and {a.kind, b.kind} <= LASTING else None


def _moved(a: Telling, b: Telling, gap: int) -> Fit | None:
    """A date was set, and another one later; but what is set when something has been is the next one."""
    if gap > MOVED or not {a.status, b.status} & AHEAD or a.published is None or b.published is None:
        return None
    for one, other in ((a, b), (b, a)):
        if one.status in AHEAD and other.first and other.status not in AHEAD and one.published and one.published > other.first:
            return None
    earlier, later = sorted((a, b), key=lambda t: t.first or date.min)
    if earlier.first and later.status in AHEAD and later.published and later.published > earlier.first:
        return None
    return Fit(1.0, f"set for other days, {gap} days apart")


def _put_off(a: Telling, b: Telling, gap: int) -> Fit | None:
    """A round that was not held when it was to be is held later, under its number."""
    return Fit(0.0, f"put off, or told of {gap} days apart") if of_one_round(a, b) and _can_be_put_off(a, b, gap) else None


def _can_be_put_off(a: Telling, b: Telling, gap: int) -> bool:
    """Whether one is a plan that the other can have come of; what is planned after something was called off is another."""
    return bool({a.status, b.status} & AHEAD) and gap <= PUT_OFF and not _called_off_before(a, b)


def _called_off_before(a: Telling, b: Telling) -> bool:
    """Whether one was told to be off, or not to have been, before the other was planned."""
    plans = [t.published for t in (a, b) if t.status in AHEAD and t.published]
    ends = [t.published for t in (a, b) if t.status not in AHEAD | TOOK_PLACE and t.published]
    return any(plan > end for plan in plans for end in ends)


def of_one_round(a: Telling, b: Telling) -> bool:
    """Whether both give the same number of a round."""
    return a.round is not None and a.round == b.round


def _happened_before(a: Telling, b: Telling) -> bool:
    """Whether one is told to have been when the other, without a day, is still to come."""
    if a.status not in TOOK_PLACE or b.status not in AHEAD or b.published is None:
        return False
    day = a.last or a.published
    return day is not None and day <= b.published


def _near(a: Telling, b: Telling, one: tuple[date, date], other: tuple[date, date]) -> Fit:
    """How near the reports are to each other, or one to the days that the other tells; a month is near to much."""
    if _is_dated(a) or _is_dated(b):
        (first, last), vague = (one, b) if _is_dated(a) else (other, a)
        assert vague.published, "it has a span"
        away = max((first - vague.published).days, (vague.published - last).days, 0)
        near = NEAR if (last - first).days <= SOME else -1
    else:
        assert a.published, "it has a span"
        assert b.published, "it has a span"
        away = abs((a.published - b.published).days)
        near = SOME
    points = 1.0 if away <= near else 0.5 if away <= NEARBY else 0.0
    return Fit(points, "one of them without a day; told of at about the time" if points else "one of them without a day")


def _words(first: date, last: date) -> str:
    return f"on {first}" if first == last else f"{first} to {last}"


def _shift(day: date, by: timedelta) -> date:
    """The day so many days away, within what a calendar has."""
    try:
        return day + by
    except OverflowError:
        return date.max if by.days > 0 else date.min
