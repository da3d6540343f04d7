"""Whether a date lies ahead by the tense of its clause: "will meet on Friday", not "met on Friday"."""

from __future__ import annotations

import re
from datetime import date, timedelta

from onrecord.resolving.dates.calendar import interval
from onrecord.resolving.dates.days import Interval

#: A day that lies further ahead than FAR is rather the one that has just gone by, no longer ago than NEAR.
FAR, NEAR = timedelta(days=240), timedelta(days=100)
#: The last or first of these in a clause says when what it tells of is: still to come, or past.
_AHEAD = (
    r"will|shall|won['’]t|[\w]+['’]ll|(?:is|are|am) (?:\w+ )?(?:to|going to|due|set|scheduled|expected|planned|slated|supposed)"
    r"|(?:plans?|hopes?|intends?|expects?|wants?|proposes?|promises?) to|look(?:s|ing)? forward to"
    r"|(?:starts|begins|opens|resumes|(?<=[a-z]{3}s )(?:start|begin|open|resume))(?= (?:on )?$)"
)
_PAST = (
    r"was|were|had|did|said|told|met|held|began|came|went|left|took|gave|made|saw|spoke|sat|wrote|flew|broke|fell|rose|sent"
    r"|ran|lasted|(?!indeed|need|speed|exceed|proceed|succeed|red|bed|feed|seed|shed|aged|hundred|united)(?-i:[a-z]{2,}ed)"
)
TENSE = re.compile(rf"\b(?:(?P<ahead>{_AHEAD})|(?<!\bbe )(?:{_PAST}))(?!\w)", re.I)
STOP = re.compile(r"[.!?;:\n“”\"]")
#: How many characters of its sentence are looked through on each side of a date.
REACH = 300


def is_ahead(text: str, start: int, end: int) -> bool:
    """Whether the verb before a date, or the one behind a date that its sentence begins with, says that it is still to come."""
    opened = max((stop.end() for stop in STOP.finditer(text, max(0, start - REACH), start)), default=max(0, start - REACH))
    before = list(TENSE.finditer(text, opened, start))
    if before:
        return before[-1]["ahead"] is not None
    stop = STOP.search(text, end, end + REACH)
    behind = TENSE.search(text, end, stop.start() if stop else min(len(text), end + REACH))
    return behind is not None and behind["ahead"] is not None


def coming(words: str, anchor: date, context: date | None) -> Interval | None:
    """What an expression means of something ahead: the next such day, or the last where that has just gone by and the next is far off."""
    found, past = interval(words, anchor, future=True, context=context), interval(words, anchor, context=context)
    if found is None or past is None or found.first is None or past.last is None:
        return found
    return past if found.first - anchor > FAR and timedelta(0) <= anchor - past.last <= NEAR else found
