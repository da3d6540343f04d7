"""To whom something was said, where the words behind the cue tell: “told parliament that …”."""

from __future__ import annotations

import re
from bisect import bisect_left
from dataclasses import replace

from onrecord.model import Attribution, Reading, Span
from onrecord.reading.language.cues import JOURNALISTS
from onrecord.resolving.names.forms import OUTLET

#: Cues whose object is who was told.
TELLS = re.compile(
    r"\b(?:told|tells?|telling|informed|informs|assured|assures|warned|warns|reminded|reminds|notified|briefed|confided to|complained to"
    r"|wrote to|replied to|said to|explained to)$",
    re.I,
)
#: Those who listen, and are no mention.
LISTENERS = re.compile(
    r"(?:(?:the|a group of|some|several|local|foreign|visiting|waiting|assembled|his|her|its|their|our)\s+){0,2}"
    rf"(?:{JOURNALISTS}|parliament|lawmakers|legislators|deputies|senators|MPs|delegates|voters|supporters|mourners"
    rf"|students|residents|soldiers|troops|press|cabinet|assembly|congress|senate|{OUTLET})\b",
    re.I,
)
POSSESSIVE = re.compile(r"[’']s?\b|[’'] ")
ARTICLE = re.compile(r"(?:the |an? )?", re.I)
GOES_ON = re.compile(r"(?: \d+\b)?(?: (?!On\b|In\b|At\b)[^\W\d_a-z][\w’'-]+)*")


def find_addressees(text: str, reading: Reading) -> Reading:
    """The reading with the addressee of each statement that was read without one, and names him right behind its cue."""
    mentions = sorted(m.span for m in reading.mentions)
    return replace(reading, attributions=tuple(_address(text, a, mentions) for a in reading.attributions))


def _address(text: str, a: Attribution, mentions: list[Span]) -> Attribution:
    told = tuple(to for to in a.to if not any(venue.covers(to) and POSSESSIVE.match(text, to.end) for venue in a.venue))
    # "On the ministry’s website" the ministry is told nothing.
    told = tuple(Span.of(text, to.start, to.end - len(" that")) if to.text.endswith(" that") else to for to in told)
    a = replace(a, to=told) if told != a.to else a
    if a.to or not a.cue or not TELLS.search(a.cue[-1].text) or text[a.cue[-1].end : a.cue[-1].end + 1] != " ":
        return a
    start = a.cue[-1].end + 1
    at = bisect_left(mentions, start, key=lambda m: m.start)
    article = ARTICLE.match(text, start)
    named = [m for m in mentions[at : at + 8] if article and m.start in (start, article.end())]
    listeners = LISTENERS.match(text, start)
    ends = [m.end for m in named] + ([listeners.end()] if listeners else [])
    if not ends:
        return a
    end = max(ends)
    # A name that was read in part goes on: "told Bergen Today".
    end = goes_on.end() if text[start].isupper() and (goes_on := GOES_ON.match(text, end)) else end
    to = Span.of(text, start, end)
    return a if any(to.overlaps(span) for span in (*a.source, *a.content, *a.via)) else replace(a, to=(to,))
