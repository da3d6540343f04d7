"""Date expressions → intervals of days, counted from the day of publication. Nothing is guessed: what no rule knows is None.

The rules of interpretation follow the talks corpus: "early" is days 1 to 10 of a month, "last week" runs from Monday to
Sunday, "a few days ago" is seven days to one day before, and a bare weekday is the nearest one that fits. A day and
month that name no year are the last up to publication, or the first from it for what is ahead; a range that publication
lies in is going on. "The next day" and "the following week" count from the day that the text spoke of, or from nothing.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from dataclasses import replace
from datetime import date
from functools import cache, lru_cache
from itertools import chain

from onrecord.model import Span
from onrecord.reading.language import weekdays
from onrecord.reading.language.dates import stretches_around
from onrecord.reading.language.numerals import in_figures
from onrecord.resolving.dates import absolute, bounds, counted, feasts, relative, units
from onrecord.resolving.dates.days import MONTHS, WEEKDAYS, Interval
from onrecord.resolving.dates.grammar import FEW, HOURS, LONGEST, PART, RULES, TIME, UNIT, Anchor, D, M, N, S, W, Y, any_of, parse

# What names its month or year is taken first; what joins other expressions ("from … to …") comes last.
RULES[:] = [*absolute.RULES, *feasts.RULES, *units.RULES, *relative.RULES, *counted.RULES, *bounds.RULES]

#: A month or quarter tied to its day or year by other than a space: "05-Aug-2031", "Dec/2031", "Q1-2031", "Oct2".
TIED = re.compile(
    rf"\b(?:\d+[-/.]{M}[-/.]\d+|{M}[-/.]\d+(?:st|nd|rd|th|[-/.]\d{{4}})?(?!\d| (?:of )?{M})|{Y}-?[qh]\d|[qh]\d[-/]{Y})\b", re.I
)
#: "Friday (13 May)" is one expression.
BRACKETS = str.maketrans("", "", "()[]")
GLUED = re.compile(rf"\b((?:{any_of(MONTHS)})(?=\d)|{Y}(?=[qh]\d)|\d\d?(?=\. ?{M}))(?:\. ?)?", re.I)
#: What speech is filled with.
FILLED = re.compile(r",? \b(?:uh|um|er|erm)\b,?", re.I)
#: What says that a date is approximate, if what follows is one by itself: "around 5 May", not "around nine on 5 May".
ABOUT = re.compile(r"(?:(?:on or |at |in )?(?:around|about|approximately|roughly)|circa|ca?\.) (?:the )?", re.I)
#: Weekdays cut short, which stand alone only with their full stop or behind a preposition.
SHORT_WEEKDAY = r"(?:Mon|Tues?|Weds?|Thurs?|Thu|Fri|Sat|Sun)"
#: So many characters before and behind what every expression has in it, its other words can stand.
WIDEST = 60
#: How many characters around a span the rest of its expression is looked for in.
REACH = 200


@lru_cache(maxsize=512)  # a report has the same days over and over
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
    words = re.sub(r" ?, ?", ", ", re.sub(r"\s+", " ", FILLED.sub("", expression.replace("‑", "-")).strip(" \n\t,.;:()")))
    if len(words) > LONGEST:
        return None
    asked = Anchor(anchor, future, context)
    words = words.translate(BRACKETS)
    words = in_figures(GLUED.sub(r"\1 ", TIED.sub(lambda m: re.sub(r"[-/.]", " ", m[0]), words)))
    if (about := ABOUT.match(words)) and (found := parse(words[about.end() :], asked)):
        return replace(found, precision="about")
    return parse(words, asked) or parse(re.sub(r"[’']s?$", "", words), asked)


@cache
def _searched() -> re.Pattern[str]:
    """Expressions that are dates wherever they stand: months with a day or year, weekdays, "yesterday", "last week"."""
    lead = (
        r"(?:(?:on|in|since|by|until|till|before|after|from|during|at|between|over|around|as of|earlier|later|late|early"
        r"|(?:no|not) (?:later|earlier|sooner) than|not (?:before|until)|at the (?:earliest|latest)(?: on| by| in)?)\s+)?(?:the\s+)?"
    )
    # "Jan" and "Sun" alone are a man and a newspaper.
    weekday, month = any_of(weekdays.WEEKDAYS), any_of(weekdays.SURE_MONTHS)
    # An older year may be a number of something.
    sure = r"(?:1[6-9]|20|21)\d\d"
    year = rf"(?:,? (?:of )?{sure}|,? (?:last|this|next) year)?"
    to = r" ?(?:-|–|to|and|or|until) ?"
    which, unit = (
        r"(?:last|next|this(?: past| coming)?|the (?:past|previous|coming|following|same|next|last))",
        r"(?:week(?:end)?|month|year)",
    )
    day_month = rf"(?:{D}(?: of)? {M}|{M} {D})"
    named_day = rf"(?:(?:last |next )?{weekday}|{day_month}{year})"
    event = rf"(?:(?:the|an?|their|his|her|its) (?:[\w’'-]+ ){{1,6}}?on )?{named_day}"
    through = r"(?: ?[-–] ?| (?:to|until|till|through) )"
    feast = (
        rf"(?:(?:Orthodox|Catholic|Western) )?(?:{feasts.MOVABLE}|{feasts.LUNAR})"
        r"|(?-i:May|Boxing|Armistice) Day|Orthodox Christmas(?: Eve| Day)?"
    )
    cores = [
        rf"(?:the day (?:before|after) )?(?:(?-i:(?=[A-Z])){feast})",
        # What counts from a day, and ranges, before the days in them. Alternatives that begin alike are one: most places fail there.
        rf"{N}(?: {UNIT} (?:(?:before|after) {event}|from now|hence|or two ago|ago,? (?:today|to the day|(?:on )?{weekday}))"
        rf"| (?:week|fortnight)s? (?:on {weekday}|today|tomorrow)|(?: or | to |[-–]){N} {UNIT} ago)",
        rf"the (?:day (?:before|after)|eve of) {event}|(?<=before )the (?:week|weekend|month|year) (?:is|was) (?:out|over)",
        rf"{weekday}(?:{TIME}?(?:{through}| and (?:on )?| or (?:on )?){weekday}| (?:week|fortnight)(?![\w-]| of))",
        r"(?:today|tomorrow) (?:week|fortnight)(?![\w-]| of)",
        rf"(?:first|second|third|fourth|last) {weekday} (?:of|in) {M}{year}",
        # "On Sun" without its article is no newspaper.
        rf"(?-i:(?=[MTWFS]))(?:(?:(?<=on )|(?<=late )|(?<=early )|(?<=until )|(?<=since ))(?-i:{SHORT_WEEKDAY})\b"
        rf"|(?-i:{SHORT_WEEKDAY})\.(?=,|$|(?-i: [a-z(])))",
        rf"within {N} {UNIT}(?: (?:of|after) {named_day})?|in (?:{N}|{FEW}) {UNIT}['’]s? time|this time last year",
        rf"(?:{W},? )?(?:the )?(?:{D}{to})?{D}(?: of)? {M}{year}(?:{through}{D} {M}{year})?",
        rf"(?:{W},? )?{M} {D}(?!\d)(?:{to}{D}\b(?! {M}))?{year}(?:{through}{M} {D}{year})?(?! ?(?:per|%))",
        r"\d{4}([-/.])\d\d\1\d\d(?!\d)", r"\d\d?([./])\d\d?\2(?:1[6-9]|20|21)\d\d(?!\d)",
        rf"{M}(?:,? (?:of )?{sure}| (?:of )?(?:last|this|next) year)",
        # "Talks start in May": the nouns need their "of".
        rf"(?:{PART} of |(?:very )?(?:early|mid|late)(?:[ -]| in )|end-)(?:the )?"
        rf"(?:{M}{year}|{sure}|{S}(?:,? (?:of )?{sure})?|(?:(?:last|next|this) )?(?:week|month|year)\b)",
        rf"(?:first|second|third|last) (?:week|half|decade|quarter) of (?:the year|{M}{year}|{sure})",
        rf"(?:week of|week beginning|week starting) (?:{D} {M}|{M} {D}){year}", rf"{S}(?: of)? {sure}", r"(?:1[89]|20)\d0s",
        rf"(?:{weekday})(?:{TIME}| (?:of )?(?:last|this|next) week)?", rf"{which} (?:(?:{weekday}){TIME}?|{unit}|{S}|{M})",
        r"yesterday|today|tomorrow|tonight|overnight|the day before yesterday|the day after tomorrow|last night",
        r"(?:earlier )?this (?:morning|afternoon|evening)",
        # "On the 19th of it", not "on the 19th floor".
        r"(?<=since )the \d\d?(?:st|nd|rd|th)(?! [a-z])|between the \d\d?(?:st|nd|rd|th) and the \d\d?(?:st|nd|rd|th)(?! [a-z])"
        r"|(?:since|on|by|of|for|from|until|before) the \d\d?(?:st|nd|rd|th)"
        r"(?=[,.;:)”’]|$| (?:and|with|to|at|in|when|that|as|but|is|are|was|were|has|had|will)\b)",
        rf"the {D} of (?:the|that|the same|this|the current|last|next|the previous|the following) month",
        r"(?:before|after|until|since|by|during) the (?:spring|summer|autumn|winter)(?! of\b)",
        rf"(?:(?:{N}|{FEW}|\d+) )?{UNIT} (?:ago|earlier|later)",
        rf"{M} (?:and|to) {M}{year}", rf"weekend of (?:(?:{D}{to})?{D} {M}|{M} {D}(?:{to}{D})?){year}",
        rf"(?:in|since|by|until|before|after|during|from|between|throughout) (?:{M}|{sure})",
        rf"(?:{month})\b(?! (?-i:[A-Z]))(?= \w)", rf"(?:earlier|later) (?:today|this {unit}|in the {unit})",
        rf"the (?:next|same|previous|following) (?:day|{HOURS})|that (?:same )?(?:day|{HOURS}|{unit})|(?:over )?the weekend",
        rf"(?:in|over|within|during) (?:the )?(?:past|last|next|coming|recent) (?:(?:{N}|few|several|couple of) )?{UNIT}",
        r"(?:in |at )?mid-?week|(?:week|month|year) (?:before last|after next)|turn of the year|(?-i:Christmas|New Year['’]s) (?:Eve|Day)"
        r"|(?:(?<=before )|(?<=after )|(?<=by )|(?<=until )|(?<=since ))(?-i:Christmas|(?:the )?New Year)(?!['’]| (?-i:[A-Z]))",
        rf"(?:the day|{N} {UNIT}) (?:before|after) that|(?:late |early )?the (?:day|night|morning|evening) (?:before|after)(?=[,.;)]|$)",
        r"the (?:first|second|third|fourth|last) quarter",
    ]  # fmt: skip
    return re.compile(rf"\b(?=[a-z\d]){lead}(?:{'|'.join(cores)})(?!\w)", re.I)


#: What every expression has in it: most stretches of text have none of it, and need no closer look.
TRIGGER = re.compile(
    r"\d|day|week|month|year|quarter|decade|hour|minute|night|morning|noon|evening|spring|summer|autumn|fall|winter|ago|earlier|later"
    r"|tomorrow|christmas|easter|pentecost|eid|ashura|half|" + "|".join(name for name in MONTHS | WEEKDAYS if "day" not in name)
)


#: Bodies and places that are called by a day: "9 May Square", "the 6 June movement"; and times of day in four figures.
_NAMED = (
    r" (?:(?:Night|Morning) )?(?:Accords?|Agreements?"
    r"|Alliance|Avenue|Battalion|Boulevard|Bridge|Brigades?|Front|Group|Herald|Market|Movement|Party"
    r"|Post|Square|Stadium|Street|University)\b"
)
_BODY = r" (?:alliance|army|battalion|brigades?|coalition|front|group|movement|organi[sz]ation|party)\b"
NAMESAKE = re.compile(_NAMED)
NAMESAKE_OF_THE = re.compile(f"{_NAMED}|{_BODY}")
ARTICLE = re.compile(r"(?:\w+ )?the ", re.I)
HOURS_BEHIND = re.compile(r" (?:hours|hrs|h|GMT|UTC|local time)\b")


def find_expressions(text: str, start: int = 0, end: int | None = None) -> list[tuple[int, int]]:
    """Where date expressions stand in a text, with their prepositions: half-open ranges, left to right.

    `start` and `end` ask for those that lie between; a text is searched once, however often it is asked.
    """
    found = _find(text)
    if end is None:
        end = len(text)
    return [at for at in found[bisect_left(found, (start, 0)) : bisect_left(found, (end, 0))] if at[1] <= end]


@lru_cache(maxsize=64)
def _find(text: str) -> tuple[tuple[int, int], ...]:
    found = []
    # What is the same in small letters is found four times as fast as what may be in any; "İ" alone would be two characters.
    small = text.replace("İ", "I").lower()
    near = (_searched().finditer(text, *stretch) for stretch in stretches_around(TRIGGER, small, WIDEST))
    for match in chain.from_iterable(near):
        words = match[0]
        if any(w.lower() in MONTHS | WEEKDAYS and w[0].islower() for w in re.findall(r"[A-Za-z]+", words) if len(w) > 2):
            continue  # "may" and "march" are verbs
        namesake = NAMESAKE_OF_THE if ARTICLE.match(words) else NAMESAKE
        if namesake.match(text, match.end()) or (words[-4:].isdecimal() and HOURS_BEHIND.match(text, match.end())):
            continue
        found.append((match.start(), match.start() + len(words.rstrip(". "))))
    return tuple(found)


def widen(text: str, span: Span) -> Span:
    """The whole date expression around a span, where the span holds a part of it only."""
    # Lines can be as long as the text; no expression reaches further than this.
    line = max(text.rfind("\n", 0, span.start) + 1, span.start - REACH)
    end = text.find("\n", span.end)
    for start, stop in find_expressions(text, line, min(end if end >= 0 else len(text), span.end + REACH)):
        if start < span.end and span.start < stop:
            span = Span.of(text, min(span.start, start), max(span.end, stop))
    return span
