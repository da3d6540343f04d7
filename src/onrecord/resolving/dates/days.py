"""Intervals of days: months and their parts, weeks, seasons, and the nearest such day to an anchor."""

from __future__ import annotations

from calendar import monthrange
from dataclasses import dataclass
from datetime import date, timedelta

from onrecord.reading.language import weekdays

MONTHS = {form.lower(): n for n, name in enumerate(weekdays.MONTHS, 1) for form in (name, name[:3])} | {"sept": 9}
WEEKDAYS = {form.lower(): n for n, name in enumerate(weekdays.WEEKDAYS) for form in (name, name[:3])} | {
    "tues": 1, "weds": 2, "thur": 3, "thurs": 3,
}  # fmt: skip
#: First month and number of months; winter begins in the year before the one that it is called by.
SEASONS = {"spring": 3, "summer": 6, "autumn": 9, "fall": 9, "winter": 12}
SATURDAY = 5
#: From the least to the greatest.
UNITS = ["day", "week", "fortnight", "month", "year", "decade"]
#: Two figures that are a year no further ahead than this may mean that one.
AHEAD = 10
#: The years after which the middle and the late part of a decade or century begin.
LENGTHS = {"decade": (4, 7), "century": (33, 67)}


@dataclass(frozen=True)
class Interval:
    """A closed interval of days; None is an open end. `precision` as in `When`."""

    first: date | None
    last: date | None
    precision: str = "day"

    def until(self, other: Interval) -> Interval:
        """From the beginning of this one to the end of the other."""
        return Interval(self.first, other.last, self.precision if self.precision == other.precision else "part")

    def valid(self) -> bool:
        """Whether it runs forwards."""
        return self.first is None or self.last is None or self.first <= self.last


def day(at: date, shift: int = 0) -> Interval:
    """The day `shift` days after `at`."""
    found = at + timedelta(days=shift)
    return Interval(found, found)


def around(at: date, days: int, precision: str) -> Interval:
    """`at` and so many days on each side."""
    return Interval(at - timedelta(days=days), at + timedelta(days=days), precision)


def week(at: date, shift: int = 0) -> Interval:
    """Monday to Sunday of the week that `at` is in, or of one `shift` weeks later."""
    monday = at - timedelta(days=at.weekday() - 7 * shift)
    return Interval(monday, monday + timedelta(days=6), "week")


def weekend(at: date, shift: int = 0) -> Interval:
    """Saturday and Sunday of the week that `at` is in, or of one `shift` weeks later."""
    whole = week(at, shift)
    assert whole.last is not None
    return Interval(whole.last - timedelta(days=1), whole.last, "part")


def month(year: int, number: int, length: int = 1, precision: str = "month") -> Interval:
    """`length` months from one on; numbers outside 1 to 12 count into other years."""
    first = _month_start(year, number)
    return Interval(first, _month_start(year, number + length) - timedelta(days=1), precision)


def _month_start(year: int, number: int) -> date:
    return date(year + (number - 1) // 12, (number - 1) % 12 + 1, 1)


def year(number: int) -> Interval:
    """The whole year."""
    return Interval(date(number, 1, 1), date(number, 12, 31), "year")


def decade(number: int) -> Interval:
    """The ten years that the year is in."""
    first = number - number % 10
    return Interval(date(max(first, 1), 1, 1), date(first + 9, 12, 31), "decade")


def century(number: int) -> Interval:
    """The hundred years that news calls by a number: the 19th are the years 1800 to 1899."""
    first = 100 * (number - 1)
    return Interval(date(max(first, 1), 1, 1), date(first + 99, 12, 31), "century")


def quarter(number: int, which: int) -> Interval:
    """One of the four quarters of a year; numbers outside 1 to 4 count into other years."""
    return month(number, 3 * which - 2, 3, "part")


def season(name: str, number: int) -> Interval:
    """A season by the year that its last month is in."""
    return month(number - (name == "winter"), SEASONS[name], 3, "season")


def add_months(at: date, months: int) -> date:
    """The same day of another month, or the last day of that month."""
    start = _month_start(at.year, at.month + months)
    return start.replace(day=min(at.day, monthrange(start.year, start.month)[1]))


def step(at: date, count: int, unit: str) -> date:
    """The day so many units after a day, or before it if the count is negative."""
    unit = unit.lower().rstrip("s")
    if unit in ("day", "week", "fortnight"):
        return at + timedelta(days=count * {"day": 1, "week": 7, "fortnight": 14}[unit])
    return add_months(at, count * {"month": 1, "year": 12, "decade": 120}[unit])


def part(whole: Interval, name: str) -> Interval:
    """The early, middle or late part: of a month, days 1–10, 11–20 and 21–last; of longer units, thirds.

    The parts of a week are Monday to Wednesday, Tuesday to Thursday, and Thursday to Sunday: Wednesday is early and midweek.
    """
    first, last = whole.first, whole.last
    assert first is not None
    assert last is not None
    if whole.precision == "month":
        cuts = (first.replace(day=11), first.replace(day=21))
    elif whole.precision in ("season", "year"):
        months = 12 if whole.precision == "year" else 3
        cuts = (_month_start(first.year, first.month + months // 3), _month_start(first.year, first.month + 2 * months // 3))
    elif whole.precision in ("decade", "century"):
        years = LENGTHS[whole.precision]
        cuts = (date(first.year + years[0], 1, 1), date(first.year + years[1], 1, 1))
    else:
        begin, end = {"early": (0, 2), "mid": (1, 3), "late": (3, 6)}[name]
        return Interval(first + timedelta(days=begin), first + timedelta(days=end), "part")
    before = timedelta(days=1)
    return {
        "early": Interval(first, cuts[0] - before, "part"),
        "mid": Interval(cuts[0], cuts[1] - before, "part"),
        "late": Interval(cuts[1], last, "part"),
    }[name]


def half(whole: Interval, second: bool) -> Interval:
    """The first or second half: of a month, to or from its 15th or 16th day."""
    first, last = whole.first, whole.last
    assert first is not None
    assert last is not None
    months = {"year": 6, "decade": 60, "century": 600}.get(whole.precision)
    if whole.precision == "month":
        middle = first.replace(day=15)
    else:
        middle = add_months(first, months) - timedelta(days=1) if months else first + (last - first) / 2
    return Interval(middle + timedelta(days=1), last, "part") if second else Interval(first, middle, "part")


def nearest_weekday(number: int, anchor: date, future: bool) -> date:
    """The last such weekday up to the anchor, or the coming one from the anchor on."""
    gap = (number - anchor.weekday()) % 7
    return anchor + timedelta(days=gap if future or gap == 0 else gap - 7)


def nearest_year(month_number: int, day_number: int, anchor: date, future: bool) -> int:
    """The year that puts a day and month last up to the anchor, or first from it on."""
    here = (month_number, day_number) <= (anchor.month, anchor.day)
    if future:
        return anchor.year if (month_number, day_number) >= (anchor.month, anchor.day) else anchor.year + 1
    return anchor.year if here else anchor.year - 1


def full_year(short: int, anchor: date, future: bool) -> int:
    """The year that two figures mean: the last such up to the anchor's, or the first from it.

    Raises:
        ValueError: '71 in a text of 1967 is rather four years ahead than the last such, 96 years ago; which one, nothing says.
    """
    here = anchor.year - anchor.year % 100 + short
    if future:
        return here if here >= anchor.year else here + 100
    if 0 < here - anchor.year <= AHEAD:
        raise ValueError(f"’{short:02} may be ahead of {anchor.year} or long before")
    return here if here <= anchor.year else here - 100
