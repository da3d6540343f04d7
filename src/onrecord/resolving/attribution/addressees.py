"""To whom something was said, where words around the cue tell: “told parliament that …”, “speaking to the Courier, she said …”."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator
from dataclasses import replace

from onrecord.model import Attribution, Reading, Span
from onrecord.reading.language.cues import JOURNALISTS
from onrecord.resolving.attribution.relayers import sentence_at
from onrecord.resolving.names.forms import OUTLET

#: Cues whose object is who was told.
_TELLS = (
    r"\b(?:told|tells?|telling|inform(?:ed|s|ing)?|assur(?:ed|es?|ing)|warn(?:ed|s|ing)?|remind(?:ed|s|ing)?|notif(?:ied|ies|ying)|briefed"
    r"|ask(?:ed|s|ing)?|urg(?:ed|es?|ing)|call(?:ed|s|ing)? (?:up)?on|appeal(?:ed|s|ing)? to|promis(?:ed|es?|ing)|invit(?:ed|es?|ing)"
    r"|press(?:ed|es|ing)?|advis(?:ed|es?|ing)|begg?(?:ed|s|ing)?|implor(?:ed|es|ing)|encourag(?:ed|es|ing)|instruct(?:ed|s|ing)?"
    r"|order(?:ed|s|ing)?|request(?:ed|s|ing)?|offer(?:ed|s|ing)?|confid(?:ed|es|ing) to|complain(?:ed|s|ing)? to|wr(?:ote|ites?|iting) to"
    r"|repl(?:ied|ies|ying) to|sa(?:id|ys?|ying) to|explain(?:ed|s|ing)? to|answer(?:ed|s|ing)?)"
)
TELLS = re.compile(rf"{_TELLS}$", re.I)
#: Cues behind which "to" begins who was told.
SAYS = re.compile(
    r"\b(?:sa(?:id|ys?|ying)|declar\w+|stat(?:ed|es|ing)|explain\w*|confirm\w*|admitt?\w*|convey\w*|repeat\w*|replied|replies|complain\w*"
    r"|confid\w+|announc\w+|reveal\w*|indicat\w+|suggest\w*|propos\w+|appeal\w*|denied|denies|promis\w+|gave assurances?)$",
    re.I,
)
#: Those who listen, and are no mention.
LISTENERS = re.compile(
    r"(?:(?:the|an?|a group of|some|several|local|foreign|visiting|waiting|assembled|this|his|her|its|their|our)\s+){0,2}"
    rf"(?:{JOURNALISTS}|(?:news|press) conference|parliament|lawmakers|legislators|deputies|senators|MPs|delegates|voters|supporters"
    r"|mourners|guests?|colleagues|teachers|relatives|families"
    rf"|students|residents|soldiers|troops|press|cabinet|assembly|congress|senate|{OUTLET})\b"
    r"|(?:me|us|him|them|you)\b|her\b(?=[,:]| (?:that|to|not|how|whether|what|why|it|no)\b| [“\"«])",
    re.I,
)
#: What follows who is told, before what he is told.
BEFORE_CONTENT = re.compile(
    r"(?:,? (?:on|in|at|last|this|earlier|late|yesterday|during|by|over|after|before|following|again|once|more|outside"
    r"|inside|near|gathered)\b"
    r"[^.;:\n“”\"]{0,60}?)?"
    r"(?:[,:]|\.|;|$|\n| ?[“”\"«»]| (?:not )?to\b| (?:that|whether|if|how|what|why|when|where|for|about|of|against|no|a|an|the)\b)"
)
POSSESSIVE = re.compile(r"[’']s?\b|[’'] ")
ARTICLE = re.compile(r"(?:the |an? )?", re.I)
GOES_ON = re.compile(r"(?: \d+\b)?(?: (?!On\b|In\b|At\b)[^\W\d_a-z][\w’'-]+)*")
#: What opens a sentence, or stands between who speaks and the cue, and names who listens.
SPEAKING_TO = re.compile(
    r"(?:\b[Ss]peaking (?:exclusively |briefly |by (?:tele)?phone )?(?:to|with) |\b[Ii]n (?:an?|his|her|their|its) (?:[\w-]+ ){0,2}?"
    r"(?:(?:letter|note|message|memo|cable|telegram|speech|address) to|interview (?:with|to)) |\b[Aa]ddressing )"
)
THAT = " that"
#: "Told me", read as the cue.
WITH_OBJECT = re.compile(rf"{_TELLS} (?P<whom>me|us|him|her|them|you)$", re.I)
OPENS = re.compile(rf"\s*{SPEAKING_TO.pattern}")
NAME = re.compile(r"[^\W\d_a-z][\w’-]+")


def find_addressees(text: str, reading: Reading) -> Reading:
    """The reading with the addressee of each statement that was read without one, where the words around its cue name him."""
    mentions = sorted(m.span for m in reading.mentions)
    return replace(reading, attributions=tuple(_address(text, a, mentions) for a in reading.attributions))


def _address(text: str, a: Attribution, mentions: list[Span]) -> Attribution:
    # "On the ministry’s website" the ministry is told nothing.
    told = tuple(to for to in a.to if not any(venue.covers(to) and POSSESSIVE.match(text, to.end) for venue in a.venue))
    told = tuple(Span.of(text, to.start, to.end - len(THAT)) if to.text.endswith(THAT) else to for to in told)
    a = replace(a, to=told) if told != a.to else a
    if a.to or not a.cue:
        return a
    if whom := WITH_OBJECT.search(a.cue[-1].text):
        return replace(a, to=(Span.of(text, a.cue[-1].start + whom.start("whom"), a.cue[-1].end),))
    return next((replace(a, to=(to,)) for to in _candidates(text, a, mentions) if not _is_spoken_of(to, a)), a)


def _is_spoken_of(to: Span, a: Attribution) -> bool:
    """Whether a span is a part of the statement, or of who relays it."""
    return any(to.overlaps(span) for span in (*a.source, *a.content, *a.via, *a.cue))


def _candidates(text: str, a: Attribution, mentions: list[Span]) -> Iterator[Span]:
    """Who may be told, the surest first."""
    cue = a.cue[-1]
    if TELLS.search(cue.text) and text.startswith(" ", cue.end):
        yield from filter(None, [_named_at(text, cue.end + 1, mentions)])
    elif SAYS.search(cue.text) and text.startswith(" to ", cue.end):
        yield from filter(None, [_named_at(text, cue.end + len(" to "), mentions)])
    start, _ = sentence_at(text, a.cue[0].start)
    opening = OPENS.match(text, start)
    if opening and a.inside is None and a.cue[0].start > opening.end():
        yield from filter(None, [_named_at(text, opening.end(), mentions, loosely=True)])
    if a.source and a.source[0].end < a.cue[0].start and (aside := SPEAKING_TO.search(text, a.source[0].end, a.cue[0].start)):
        yield from filter(None, [_named_at(text, aside.end(), mentions, loosely=True)])


def _named_at(text: str, start: int, mentions: list[Span], loosely: bool = False) -> Span | None:
    """Who is named from a place of the text on; where that is an object, before what he is told."""
    at = bisect_left(mentions, start, key=lambda m: m.start)
    article = ARTICLE.match(text, start)
    named = [m for m in mentions[at : at + 8] if article and m.start in (start, article.end())]
    listeners = LISTENERS.match(text, start)
    ends = [m.end for m in named] + ([listeners.end()] if listeners else [])
    if loosely and article and not ends and (name := NAME.match(text, article.end())):
        ends = [name.end()]
    if not ends:
        return None
    end = max(ends)
    # A name that was read in part goes on: "told Bergen Today".
    end = goes_on.end() if text[start].isupper() and (goes_on := GOES_ON.match(text, end)) else end
    whole = not POSSESSIVE.match(text, end)
    return Span.of(text, start, end) if whole and (loosely or BEFORE_CONTENT.match(text, end)) else None
