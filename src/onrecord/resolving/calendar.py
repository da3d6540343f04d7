"""Date expressions → intervals of days, counted from the day of publication. Nothing is guessed: what no rule knows is None.

The rules of interpretation follow the talks corpus: "early" is days 1 to 10 of a month, "last week" runs from Monday to
Sunday, "a few days ago" is seven days to one day before, and a bare weekday is the nearest one that fits.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, timedelta
from functools import cache

from onrecord.model import Span
from onrecord.resolving import days
from onrecord.resolving.days import MONTHS, WEEKDAYS, Interval


@dataclass(frozen=True)
class Anchor:
    """What expressions are counted from: publication, another day that the text speaks of, and whether time is ahead."""

    day: date
    future: bool = False
    context: date | None = None


Rule = Callable[[re.Match[str], Anchor], Interval | None]
RULES: list[tuple[re.Pattern[str], Rule]] = []

NUMBERS = {word: n for n, word in enumerate(["one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve"], 1)}
NUMBERS |= {"a": 1, "an": 1, "couple": 2, "half a dozen": 6, "dozen": 12}
M = "(?:" + "|".join(sorted(MONTHS, key=len, reverse=True)) + r")\b\.?"
W = "(?:" + "|".join(sorted(WEEKDAYS, key=len, reverse=True)) + r")\b"
ORDINALS = {word: n for n, word in enumerate(["first", "second", "third", "fourth", "fifth", "sixth", "seventh", "eighth", "ninth", "tenth", "eleventh", "twelfth", "thirteenth", "fourteenth", "fifteenth", "sixteenth", "seventeenth", "eighteenth", "nineteenth", "twentieth", "twenty-first", "twenty-second", "twenty-third", "twenty-fourth", "twenty-fifth", "twenty-sixth", "twenty-seventh", "twenty-eighth", "twenty-ninth", "thirtieth", "thirty-first"], 1)}  # fmt: skip
D = r"(?:[0-3]?\d(?:st|nd|rd|th)?|" + "|".join(sorted(ORDINALS, key=len, reverse=True)) + r")\b"
Y = r"(?:19|20|21)\d\d"
N = r"(?:\d{1,3}|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|an?(?: couple(?: of)?)?)"
FEW = r"(?:a few|several|some|a number of|the (?:last|past) few)"
UNIT = r"(?:day|week|fortnight|month|year|decade)s?"
S = "(?:spring|summer|autumn|fall|winter)"
PART = r"(?:very )?(?:early|mid|middle|late|beginning|start|first days|end|last days|close)"
TIME = (r"(?:['’]s)?(?: (?:early |late )?(?:morning|afternoon|evening|night|midday|noon|lunchtime|midnight)"
        r"|,? (?:at )?(?:\d{1,2}(?:[:.]\d\d)?|noon|one|two|three|four|five|six|seven|eight|nine|ten|eleven)(?: ?[ap]\.?m\.?)?"
        r"(?: (?:GMT|UTC|local time))?)")  # fmt: skip
LEAD = re.compile(
    r"^(?:(?:only|just|as early as|as late as|as recently as|sometime|some time|already|back|again|later|earlier|late|early|still|yet|first)\s+(?!this|today|last))*"
    r"(?:(?:shortly |just )?(?:before|around|after|at) (?:midnight|noon|dawn|dusk|midday|\w+ o.clock) )?"
    r"(?:(?:on|in|at|during|over|around|about|for|of|from|within|throughout|as of|towards?|dated|held|starting|beginning|come|the (?:evening|morning|night) of)\s+)?",
    re.I)  # fmt: skip


def rule(pattern: str) -> Callable[[Rule], Rule]:
    """Add a rule for expressions that match as a whole, in any case."""

    def add(function: Rule) -> Rule:
        RULES.append((re.compile(pattern, re.I), function))
        return function

    return add


def interval(expression: str, anchor: date, *, future: bool = False, context: date | None = None) -> Interval | None:
    """The days that an expression means.

    Args:
        expression: as it stands in the text, with or without its preposition.
        anchor: the day of publication.
        future: whether it dates something still ahead at the anchor, so that "on Friday" is the coming one.
        context: the day that the text spoke of before, for "the next day".

    Returns:
        A closed interval, with None for an open end; None if no rule knows the expression.
    """
    words = re.sub(r"\s+", " ", re.sub(r"[’']s?$", "", expression.replace("‑", "-").strip(" ,.;:()")))
    return _interval(words, Anchor(anchor, future, context))


def _interval(words: str, anchor: Anchor) -> Interval | None:
    for candidate in dict.fromkeys((words, LEAD.sub("", words), re.sub(r"^the ", "", LEAD.sub("", words), flags=re.I))):
        for pattern, function in RULES:
            if match := pattern.fullmatch(candidate):
                try:
                    found = function(match, anchor)
                except (ValueError, OverflowError):
                    continue  # 31 February
                if found and found.valid():
                    return found
    return None


@cache
def _searched() -> re.Pattern[str]:
    """Expressions that are dates wherever they stand: months with a day or year, weekdays, "yesterday", "last week"."""
    lead = r"(?:(?:on|in|since|by|until|till|before|after|from|during|at|between|over|around|as of|earlier|later|late|early)\s+)?(?:the\s+)?"
    month = M.replace("|may", "").replace("may|", "").replace("|mar|", "|").replace("march|", "").replace("|sun", "")
    cores = [
        rf"(?:{W},? )?(?:the )?{D}(?: of)? (?:{M})(?:,? {Y})?", rf"(?:{W},? )?(?:{M}) {D}(?!\d)(?:,? {Y})?(?! ?(?:per|%))", r"\d{4}-\d\d-\d\d",
        rf"(?:{M}) {Y}", rf"(?:{PART})(?:[ -]|(?: of | in ))(?:the )?(?:{M}|{Y}|last (?:week|month|year)|next (?:week|month|year)|this (?:week|month|year))",
        rf"(?:{W}){TIME}?", rf"(?:last|next|this|the past|the previous|the coming) (?:{W}|week(?:end)?|month|year|{S}|{M}){TIME}?",
        r"yesterday|today|tomorrow|tonight|overnight|the day before yesterday|the day after tomorrow",
        rf"(?:{N}|{FEW}|\d+) {UNIT} (?:ago|earlier|later)", rf"(?:in|since|by|until|before|after|during) (?:{M}|{Y})", rf"{month}(?= \w)",
        r"(?:earlier|later) (?:today|this week|this month|this year)", r"the (?:next|same|previous|following) day", r"over the weekend",
    ]  # fmt: skip
    return re.compile(rf"\b{lead}(?:{'|'.join(cores)})(?!\w)", re.I)


def find_expressions(text: str) -> list[tuple[int, int]]:
    """Where date expressions stand in a text, with their prepositions: half-open ranges, left to right."""
    found = []
    for match in _searched().finditer(text):
        words = match[0]
        if any(w.lower() in MONTHS | WEEKDAYS and w[0].islower() for w in re.findall(r"[A-Za-z]+", words) if len(w) > 2):
            continue  # "may" and "march" are verbs
        found.append((match.start(), match.start() + len(words.rstrip(". "))))
    return found


def widen(text: str, span: Span) -> Span:
    """The whole date expression around a span, where the span holds a part of it only."""
    line = text.rfind("\n", 0, span.start) + 1
    end = text.find("\n", span.end)
    for start, stop in find_expressions(text[line : end if end >= 0 else len(text)]):
        if line + start < span.end and span.start < line + stop:
            span = Span.of(text, min(span.start, line + start), max(span.end, line + stop))
    return span


def number_of(words: str) -> int:
    """The number that "two", "a" or "14" is."""
    words = words.lower().removesuffix(" of").removeprefix("a ") if " " in words else words.lower()
    return int(words) if words.isdigit() else NUMBERS[words]


def day_number(words: str) -> int:
    """The day of the month that "13th" or "thirteenth" is."""
    return ORDINALS.get(words.lower()) or int(re.sub(r"\D", "", words))


def month_of(words: str) -> int:
    """The number of a month."""
    return MONTHS[words.lower().rstrip(".")]


def part_of(words: str) -> str:
    """early, mid or late, for all their wordings."""
    words = words.lower().removeprefix("very ")
    return "early" if words in ("early", "beginning", "start", "first days") else "mid" if words in ("mid", "middle") else "late"


def shift_of(words: str) -> int:
    """-1 for last, 1 for next, 0 for this."""
    words = words.lower()
    return -1 if words in ("last", "past", "previous", "the past", "the previous") else 1 if words in ("next", "coming", "following") else 0


def dated(year: str | None, month: int, number: str, anchor: Anchor) -> Interval:
    """A day and month with or without year."""
    at = day_number(number)
    return days.day(date(int(year) if year else days.nearest_year(month, at, anchor.day, anchor.future), month, at))


def month_near(year: str | None, month: int, anchor: Anchor) -> Interval:
    """A month with or without year; the anchor's own month is both past and future."""
    if year:
        return days.month(int(year), month)
    return days.month(days.nearest_year(month, anchor.day.day, anchor.day.replace(day=anchor.day.day), anchor.future), month)


@rule(r"(\d{4})-(\d\d)-(\d\d)")
def _iso(m: re.Match[str], anchor: Anchor) -> Interval:
    return days.day(date(int(m[1]), int(m[2]), int(m[3])))


@rule(r"(\d\d?)[./](\d\d?)[./](\d{4})")
def _figures(m: re.Match[str], anchor: Anchor) -> Interval | None:
    if int(m[1]) <= 12 and int(m[2]) <= 12 and m[1] != m[2] and "/" in m[0]:
        return None  # month first or day first
    return days.day(date(int(m[3]), int(m[2]), int(m[1])) if int(m[2]) <= 12 else date(int(m[3]), int(m[1]), int(m[2])))


@rule(rf"(?:{W},?{TIME}?,? (?:on )?(?:the )?)?({M}) ({D})(?:,? ({Y}))?{TIME}?")
def _month_day(m: re.Match[str], anchor: Anchor) -> Interval:
    return dated(m[3], month_of(m[1]), m[2], anchor)


@rule(rf"(?:{W},?{TIME}?,? (?:on )?)?(?:the )?({D})(?: of)? ({M})(?:,? ({Y}))?{TIME}?")
def _day_month(m: re.Match[str], anchor: Anchor) -> Interval:
    return dated(m[3], month_of(m[2]), m[1], anchor)


@rule(rf"(?:between |from )?({D}) ?(?:-|–|—|to|and|until|till|or) ?({D})(?: of)? ({M})(?:,? ({Y}))?")
def _days_month(m: re.Match[str], anchor: Anchor) -> Interval:
    last = dated(m[4], month_of(m[3]), m[2], anchor)
    assert last.last is not None
    return dated(str(last.last.year), month_of(m[3]), m[1], anchor).until(last)


@rule(rf"(?:between |from )?({M}) ({D}) ?(?:-|–|—|to|and|until|till|or) ?({D})(?:,? ({Y}))?")
def _month_days(m: re.Match[str], anchor: Anchor) -> Interval:
    last = dated(m[4], month_of(m[1]), m[3], anchor)
    assert last.last is not None
    return dated(str(last.last.year), month_of(m[1]), m[2], anchor).until(last)


@rule(rf"(?:the )?(\d{{1,2}}(?:st|nd|rd|th)|{'|'.join(sorted(ORDINALS, key=len, reverse=True))})")
def _day_alone(m: re.Match[str], anchor: Anchor) -> Interval:
    here = anchor.day.replace(day=day_number(m[1]))
    if anchor.future:
        return days.day(here if here >= anchor.day else days.add_months(here, 1))
    return days.day(here if here <= anchor.day else days.add_months(here, -1))


@rule(rf"({M})(?:,? (?:of )?({Y}))?")
def _month(m: re.Match[str], anchor: Anchor) -> Interval:
    return month_near(m[2], month_of(m[1]), anchor)


@rule(rf"({M}) (?:of )?(last|this|next) year")
def _month_of_year(m: re.Match[str], anchor: Anchor) -> Interval:
    return days.month(anchor.day.year + shift_of(m[2]), month_of(m[1]))


@rule(rf"(last|this|next|past|coming) ({M})")
def _which_month(m: re.Match[str], anchor: Anchor) -> Interval:
    number, here = month_of(m[2]), anchor.day
    shift = shift_of(m[1])
    if shift == 0:
        return days.month(here.year, number)
    if shift < 0:
        return days.month(here.year if number < here.month else here.year - 1, number)
    return days.month(here.year if number > here.month else here.year + 1, number)


@rule(rf"(?:the )?(?:year )?({Y})")
def _year(m: re.Match[str], anchor: Anchor) -> Interval:
    return days.year(int(m[1]))


@rule(rf"(?:the )?({PART})(?:-| of | in | |- )(?:the |this )?(.+)")
def _part(m: re.Match[str], anchor: Anchor) -> Interval | None:
    rest = m[2]
    if rest.lower() in ("week", "month", "year", "the week", "the month", "the year"):
        rest = "this " + rest.split()[-1]
    whole = _interval(rest, anchor)
    if whole and whole.precision in ("month", "year", "season", "week"):
        return days.part(whole, part_of(m[1]))
    return None


@rule(r"(?:the )?(first|second) half of (.+)")
def _half(m: re.Match[str], anchor: Anchor) -> Interval | None:
    whole = _interval(m[2], anchor)
    return days.half(whole, m[1].lower() == "second") if whole and whole.precision in ("month", "year") else None


@rule(r"(?:the )?(first|second|third|fourth|last) (week|quarter) of (.+)")
def _ordinal(m: re.Match[str], anchor: Anchor) -> Interval | None:
    whole = _interval(m[3], anchor)
    if whole is None or whole.first is None or whole.last is None:
        return None
    n = ("first", "second", "third", "fourth", "last").index(m[1].lower())
    if m[2].lower() == "quarter" and whole.precision == "year" and n < 4:
        return days.month(whole.first.year, 3 * n + 1, 3, "part")
    if m[2].lower() == "week" and whole.precision == "month":
        if n == 4:
            return Interval(whole.last - timedelta(days=6), whole.last, "week")
        return Interval(whole.first + timedelta(days=7 * n), whole.first + timedelta(days=7 * n + 6), "week")
    return None


@rule(rf"(?:the |this )?({S})(?: of)?(?:,? ({Y}))?")
def _season(m: re.Match[str], anchor: Anchor) -> Interval:
    name = m[1].lower()
    if m[2]:
        return days.season(name, int(m[2]))
    near = [days.season(name, anchor.day.year + n) for n in (-1, 0, 1)]
    if anchor.future:
        return next(s for s in near if s.last and s.last >= anchor.day)
    return next(s for s in reversed(near) if s.first and s.first <= anchor.day)


@rule(rf"(last|next) ({S})")
def _which_season(m: re.Match[str], anchor: Anchor) -> Interval:
    near = [days.season(m[2].lower(), anchor.day.year + n) for n in (-2, -1, 0, 1, 2)]
    if shift_of(m[1]) > 0:
        return next(s for s in near if s.first and s.first > anchor.day)
    return next(s for s in reversed(near) if s.last and s.last < anchor.day)


@rule(rf"({W}){TIME}?")
def _weekday(m: re.Match[str], anchor: Anchor) -> Interval:
    return days.day(days.nearest_weekday(WEEKDAYS[m[1].lower()], anchor.day, anchor.future))


@rule(rf"(last|this|past|next|coming) ({W}){TIME}?|({W}) (?:of )?(last|this|next) week{TIME}?")
def _which_weekday(m: re.Match[str], anchor: Anchor) -> Interval:
    number, shift = WEEKDAYS[(m[2] or m[3]).lower()], shift_of(m[1] or m[4])
    if m[4]:
        monday = days.week(anchor.day, shift).first
        assert monday is not None
        return days.day(monday, number)
    if shift > 0:
        return days.day(days.nearest_weekday(number, anchor.day + timedelta(days=1), True))
    if shift < 0:
        return days.day(days.nearest_weekday(number, anchor.day - timedelta(days=1), False))
    return days.day(days.nearest_weekday(number, anchor.day, anchor.future))


@rule(rf"(?:earlier |late |later |early )?(?:today|tonight|this (?:morning|afternoon|evening))|(?:{N}|{FEW}) (?:hours?|minutes?) ago|now")
def _today(m: re.Match[str], anchor: Anchor) -> Interval:
    return days.day(anchor.day)


@rule(rf"(?:earlier |late |early )?(?:yesterday{TIME}?|last night|a day ago)|(?:the )?day before")
def _yesterday(m: re.Match[str], anchor: Anchor) -> Interval:
    return days.day(anchor.day, -1)


@rule(r"overnight")
def _overnight(m: re.Match[str], anchor: Anchor) -> Interval:
    return days.day(anchor.day, -1).until(days.day(anchor.day))


@rule(rf"(?:at \w+ )?tomorrow{TIME}?")
def _tomorrow(m: re.Match[str], anchor: Anchor) -> Interval:
    return days.day(anchor.day, 1)


@rule(r"(?:the )?day (before yesterday|after tomorrow)")
def _day_next_but_one(m: re.Match[str], anchor: Anchor) -> Interval:
    return days.day(anchor.day, -2 if m[1].lower() == "before yesterday" else 2)


@rule(r"(?:the )?(same|next|following|previous) (?:day|morning|evening|noon)|the day after|a day (later|earlier)")
def _day_beside(m: re.Match[str], anchor: Anchor) -> Interval | None:
    if anchor.context is None:
        return None
    shift = {"same": 0, "previous": -1, "earlier": -1}.get((m[1] or m[2] or "next").lower(), 1)
    return days.day(anchor.context, shift)


@rule(r"(?:(earlier|later|sometime|late|early|at the end of) )?(?:the )?(this|last|past|previous|next|coming|following) (week|month|year|weekend)")
def _which_unit(m: re.Match[str], anchor: Anchor) -> Interval:
    shift, unit, here = shift_of(m[2]), m[3].lower(), anchor.day
    if unit == "weekend":
        # On a Monday, "this weekend" that is past has just been.
        shift = shift or (0 if anchor.future or here.weekday() >= 5 else -1)
        return days.weekend(here, shift)
    whole = {
        "week": days.week(here, shift),
        "month": days.month(here.year, here.month + shift),
        "year": days.year(here.year + shift),
    }[unit]
    modifier = (m[1] or "").lower()
    if shift == 0 and modifier == "earlier":
        return Interval(whole.first, here, "part")
    if shift == 0 and modifier == "later":
        return Interval(here, whole.last, "part")
    if modifier in ("late", "early", "at the end of"):
        return days.part(whole, "early" if modifier == "early" else "late")
    return whole


@rule(r"(?:over |at |during )?the weekend")
def _weekend(m: re.Match[str], anchor: Anchor) -> Interval:
    return days.weekend(anchor.day, 0 if anchor.future or anchor.day.weekday() >= 5 else -1)


@rule(rf"({N}) ({UNIT}) ago")
def _ago(m: re.Match[str], anchor: Anchor) -> Interval:
    return _away(-number_of(m[1]), m[2], anchor.day)


@rule(rf"({N}) ({UNIT}) (earlier|later|before|after)")
def _beside(m: re.Match[str], anchor: Anchor) -> Interval | None:
    count = number_of(m[1]) * (-1 if m[3].lower() in ("earlier", "before") else 1)
    return _away(count, m[2], anchor.context) if anchor.context else None


@rule(rf"(?:in )?({N}) ({UNIT})(?:['’]s?)?(?: time| from now)")
@rule(rf"in ({N}) ({UNIT})")
def _ahead(m: re.Match[str], anchor: Anchor) -> Interval:
    return _away(number_of(m[1]), m[2], anchor.day)


def _away(count: int, unit: str, at: date) -> Interval:
    unit = unit.lower().rstrip("s")
    if unit == "day":
        return days.day(at, count)
    if unit in ("week", "fortnight"):
        return days.around(at + timedelta(days=count * (14 if unit == "fortnight" else 7)), 3, "week")
    if unit == "month":
        return days.around(days.add_months(at, count), 15, "month")
    middle = days.add_months(at, count * (120 if unit == "decade" else 12))
    return days.around(middle, 183, "year")


@rule(rf"(?:just )?(?:(?:only )?{FEW} )?(day|week|month|year)s ago|the other (day|week)")
def _few_ago(m: re.Match[str], anchor: Anchor) -> Interval:
    unit = (m[1] or m[2]).lower()
    span = {"day": (7, 1), "week": (35, 14), "month": (183, 61), "year": (2557, 730)}[unit]
    return Interval(anchor.day - timedelta(days=span[0]), anchor.day - timedelta(days=span[1]), "part")


@rule(rf"(?:in |over |during |for |within )?(?:the )?(?:last|past|previous|recent|latest) (?:({N}|few|several) )?({UNIT})")
def _past(m: re.Match[str], anchor: Anchor) -> Interval | None:
    if m[1] is None and m[2].lower() == "day":
        return None  # "the previous day" is counted from a day that the text spoke of
    back = _back(anchor.day, m[1], m[2])
    return Interval(back, anchor.day, "part")


@rule(rf"(?:in |over |during |for |within )?(?:the )?(?:next|coming|following) ({N}|few|several)? ?({UNIT})|within ({N}) ({UNIT})")
def _coming(m: re.Match[str], anchor: Anchor) -> Interval | None:
    if m[1] is None and m[3] is None and m[2].lower() == "day":
        return None  # "the next day" is counted from a day that the text spoke of
    back = _back(anchor.day, m[1] or m[3], m[2] or m[4])
    return Interval(anchor.day, anchor.day + (anchor.day - back), "part")


def _back(at: date, count: str | None, unit: str) -> date:
    unit = unit.lower().rstrip("s")
    n = number_of(count) if count and count.lower() not in ("few", "several") else 7 if unit == "day" else 3
    if unit in ("day", "week", "fortnight"):
        return at - timedelta(days=n * {"day": 1, "week": 7, "fortnight": 14}[unit])
    return days.add_months(at, -n * {"month": 1, "year": 12, "decade": 120}[unit])


@rule(r"(?:ever )?since (.+)|from (.+?) (?:on|onwards?)")
def _since(m: re.Match[str], anchor: Anchor) -> Interval | None:
    begin = _interval(m[1] or m[2], Anchor(anchor.day, False, anchor.context))
    return Interval(begin.first, None if anchor.future else anchor.day, "bound") if begin else None


@rule(r"(?:not later than|no later than|by|until|till|up to|through) (?:the )?(.+)")
def _by(m: re.Match[str], anchor: Anchor) -> Interval | None:
    end = _interval(m[1], anchor)
    return Interval(anchor.day if anchor.future else None, end.last, "bound") if end else None


@rule(r"before the (week|month|year) is (?:out|over)|before the end of the (week|month|year)|(?:by|until) the end of the (week|month|year)")
def _before_out(m: re.Match[str], anchor: Anchor) -> Interval | None:
    whole = _interval(f"this {m[1] or m[2] or m[3]}", anchor)
    return Interval(anchor.day, whole.last, "bound") if whole and anchor.future else None


@rule(r"(?:(?:just )?before|ahead of|prior to) (.+)")
def _before(m: re.Match[str], anchor: Anchor) -> Interval | None:
    end = _interval(m[1], anchor)
    if end is None or end.first is None:
        return None
    # "before the end of June" is to its last day.
    last = end.last if end.precision == "part" else end.first - timedelta(days=1)
    return Interval(anchor.day if anchor.future else None, last, "bound")


@rule(r"(?:shortly |just |right )?(?:after|following) (.+)")
def _after(m: re.Match[str], anchor: Anchor) -> Interval | None:
    begin = _interval(m[1], anchor)
    return Interval(begin.last + timedelta(days=1), None, "bound") if begin and begin.last else None


@rule(r"(?:either )?(?:between |from )?(.+?)(?:,? and(?: again)?(?: on| in)?|,? or(?: on| in)?| ?[–—-]| to| until| till| through) ?(.+)")
def _range(m: re.Match[str], anchor: Anchor) -> Interval | None:
    last = _interval(m[2], anchor)
    if last is None or last.last is None:
        return None
    # "from March to May 2024": the year of the end holds for the beginning.
    first = _interval(f"{m[1]} {last.last.year}", anchor) if re.search(rf"(?:{M}|{M} {D})$", m[1], re.I) else None
    first = first or _interval(m[1], Anchor(last.last, False, anchor.context))
    return first.until(last) if first and first.first else None
