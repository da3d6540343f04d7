"""Dates as publishers write them; the publisher's time zone is kept, and nothing is guessed."""

from __future__ import annotations

import re
import time
from collections.abc import Iterable
from contextlib import suppress
from datetime import date, datetime
from email.utils import parsedate_to_datetime
from itertools import islice

from onrecord.model.report import Moment

NO_DATE = "no date of publication found"
#: Days that can be read in one way only; 05/06/2022 cannot.
DAYS = ("%Y/%m/%d", "%d.%m.%Y", "%d %B %Y", "%d %b %Y", "%B %d, %Y", "%b %d, %Y", "%B %d %Y")
#: "2022-05-31 05:32:23 +0300", as some site generators write a time.
SPACED_ZONE = re.compile(r"(\d) (?=[+-]\d\d:?\d\d$)| (?=UTC$|GMT$|Z$)")
_DAY = r"(?P<day>\d{1,2}\s[A-Z][a-z]+\.?\s\d{4}|[A-Z][a-z]+\.?\s\d{1,2},?\s\d{4}|\d{4}-\d\d-\d\d)"
_MOMENT = rf"(?P<moment>(?:(?:Mon|Tue|Wed|Thu|Fri|Sat|Sun)[a-z]*,?\s)?{_DAY}(?:,?\s(?:at\s)?\d{{1,2}}[:.]\d\d[^\n]{{0,20}}?)?)"
_GIVEN_OUT = r"(?:Date|Dated|Issued|Published|Posted|Released|Sent|For\srelease)"
#: A line that says when a text was given out, "Issued: 22 September 2031", "Lind, Friday 3 May 2031, 10:30", or begins so behind its place:
#: "(Lind, May 3, 2031) – ", "LIND, Tamesh, May 3, 2031 (Agency) - ".
ISSUED = re.compile(
    rf"""\W*(?:{_GIVEN_OUT}\b(?:\son)?\W*|(?P<place>(?:[^\W\d_][\w’' -]*,\s){{1,2}}))?
        {_MOMENT}[\W_]*?(?:$|(?(place)(?:\s\([^()\n]{{2,40}}\))?\s[—–-]+\s|$))""",
    re.VERBOSE,
)
#: A short line that ends so, and is no sentence: "DAILY REPORT No. 12, 9 April 2031", "Evening news, 3 April 2031 (translated)".
ENDS_SO = re.compile(
    rf"[^\n:]{{2,90}}?(?:[,|·•]\s|(?<!\d)(?<!\d\s)[—–-]\s|\b(?i:{_GIVEN_OUT})(?:\son)?:?\s){_MOMENT}(?:\s\([^()\n]{{2,60}}\)|[.;]\s(?:By|From)\b[^\n]{{2,60}})?[^\w.]*$",
    re.VERBOSE,
)
#: A dateline as some agencies write it: "LIND. May 20, 2031. The council …", "Lind, 20 May 2031. The council …".
PARTED = re.compile(rf"[^\W\d_a-z][\w’'-]+(?:\s[^\W\d_a-z][\w’'-]+){{0,2}}[.,]\s{_MOMENT}\.\s", re.VERBOSE)
#: It stands among so many lines before the first paragraph, which is longer than so many characters.
HEAD, PARAGRAPH = 12, 120


def read_moment(words: str) -> Moment | None:
    """The day or time that the words name, or None.

    Args:
        words: ISO 8601, an e-mail date (RFC 5322), or a day in figures or in English.
    """
    words = re.sub(r"(?<=[a-z])\.(?= )", "", re.sub(r"\bSept\b", "Sep", words.strip()))  # "Sept. 24"
    with suppress(ValueError):
        return date.fromisoformat(words)
    with suppress(ValueError):
        return datetime.fromisoformat(re.sub("(UTC|GMT)$", "Z", SPACED_ZONE.sub(r"\1", words)))
    for form in DAYS:
        with suppress(ValueError):
            return date(*time.strptime(words, form)[:3])
    if ":" in words:
        with suppress(ValueError, TypeError, IndexError, OverflowError):
            return parsedate_to_datetime(words)
    return None


def read_published(*candidates: str | None) -> tuple[Moment | None, tuple[str, ...]]:
    """The first date of publication among the candidates that can be read, and a note if there is none.

    A later candidate that names the time zone of the same day is preferred.
    """
    written = [words for words in candidates if words and words.strip()]
    moments = [moment for words in written if (moment := read_moment(words))]
    if moments:
        zoned = (moment for moment in moments if isinstance(moment, datetime) and moment.tzinfo and moment.date() == _day(moments[0]))
        return next(zoned, moments[0]), ()
    return None, (f"date of publication not understood: {written[0].strip()[:80]!r}" if written else NO_DATE,)


def find_issued(lines: Iterable[str]) -> tuple[Moment | None, tuple[str, ...]]:
    """The day that a text itself says in the lines before its first paragraph that it was given out on, and a note that it does."""
    for line in islice(filter(str.strip, lines), HEAD):
        if found := ISSUED.match(line) or ENDS_SO.fullmatch(line) or PARTED.match(line):
            moment, notes = read_published(found["moment"], found["day"])
            return moment, notes or (f"date of publication taken from the line {line.strip()[:80]!r}",)
        if len(line) > PARAGRAPH:
            break
    return None, (NO_DATE,)


def _day(moment: Moment) -> date:
    return moment.date() if isinstance(moment, datetime) else moment
