"""Where a report comes from: the place of its dateline, of its greeting, or of the interview that it is."""

from __future__ import annotations

import re

from onrecord.model import Span
from onrecord.reading.language.weekdays import MONTH, WEEKDAY
from onrecord.resolving.cast.cast import Cast
from onrecord.resolving.dates.live import find_entries

#: A name of one to four words, with what joins them: "Port Evaine", "Puerto del Rey", "Ust-Kamen".
NAME = r"[^\W\d_a-z][\w’'-]+(?: (?:(?:of|al-|de|del) )?[^\W\d_a-z][\w’'-]+){0,3}"
#: Months and days are no places, nor are events and bodies.
NOT_PLACE = re.compile(rf"(?:the )?(?:{MONTH}|{WEEKDAY}|Spring|Summer|Autumn|Winter|.* (?:Day|Year|Week))\b", re.I)
GREETING = re.compile(rf"\bGood (?:morning|afternoon|evening) from (?P<scene>{NAME})")
#: "VARSEL — …", "VARSEL, 3 May (Agency) – …", "Good morning from Varsel": where a report comes from.
#: The town of a dateline; two with a stroke between them are no one place, so it is narrower than `masthead.TOWN`.
DATELINE = re.compile(
    rf"^(?P<place>[^\W\d_a-z](?:[^\W\d_a-z]|[’' -])+[^\W\d_a-z])(?=[,. ] ?[^\n]{{0,40}}?[—–-] |\. [A-Z]| [—–-])"
    rf"|{GREETING.pattern}",
    re.M,
)
#: "Varsel, 3 May 2031.": how a statement for the press begins.
SIGNED = re.compile(rf"^(?P<place>{NAME}), \d{{1,2}} [A-Z][a-z]+(?: \d{{4}})?\. ", re.M)
#: "We met him in a hotel by the lake in Bergen": where an interview was, for "here" in its answers.
INTERVIEWED = re.compile(
    rf"\b(?:We|I) (?:met|meet|sat down with|spoke (?:to|with)|talked (?:to|with)) [^.!?\n]{{1,90}}?\bin (?:the )?(?P<place>{NAME})"
)
#: What a headline says of where it is.
IN = re.compile(rf"\bin (?P<place>{NAME})")
SUMMIT = re.compile(rf"\b(?P<place>{NAME})(?: [a-z]+)? (?:talks|round|summit|conference)\b")
#: A report says within so many characters where it comes from.
OPENING = 600


def scene_of(text: str, cast: Cast) -> str | None:
    """The place that a report says it comes from.

    It stands at the beginning of its first lines, or where a live one greets its readers, or in the headline of a live one.
    """
    live = bool(find_entries(text))
    found = DATELINE.search(text, 0, OPENING) or SIGNED.search(text, 0, OPENING) or (GREETING.search(text) if live else None)
    found = found or (_headline(text, cast) if live else None)
    place = found and (found.groupdict().get("place") or found["scene"])
    if place and place.isupper():
        place = " ".join(word.capitalize() for word in place.split())  # a dateline is in capitals only there
    return place if place and not NOT_PLACE.match(place) else None


def interview_of(text: str) -> str | None:
    """Where an interview says at its beginning that it was."""
    found = INTERVIEWED.search(text, 0, OPENING)
    return found["place"] if found and not NOT_PLACE.match(found["place"]) else None


def _headline(text: str, cast: Cast) -> re.Match[str] | None:
    """The venue in a headline: "talks in Bergen", or "Bergen summit, first day" where Bergen is read as a place."""
    end = max(text.find("\n"), 0)
    places = [mention for mention, entity in cast.within(Span.of(text, 0, end)) if entity.type == "place"]
    summits = (m for m in SUMMIT.finditer(text, 0, end) if Span.of(text, *m.span("place")) in places)
    return IN.search(text, 0, end) or next(summits, None)
