"""Outlets that cite others: “Channel 15, quoting an official, claimed …”, “Harbor TV reported, citing Orvanian media”."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import replace

from onrecord.model import Attribution, Reading, Span
from onrecord.resolving.names.forms import OUTLET_NAME

_CITING = r"(?:quoting|citing|referring to|with reference to)"
#: Between an outlet and whom it cites before its verb.
BEFORE_VERB = re.compile(rf", {_CITING} (?:the |an? |one of the )?$")
#: Behind the verb of an outlet: whom it cites.
BEHIND_VERB = re.compile(rf"(?: [\w-]+){{0,4}},? {_CITING} (?:the |an? )?(?:[\w-]+ ){{0,2}}$")
#: A name at the end of some words: "Channel 15".
NAME = re.compile(r"[^\W\d_a-z][\w’-]*(?: (?:[^\W\d_a-z][\w’-]*|\d+))*$")
#: What only says that somebody has no name.
NOT_NAMED = re.compile(r",? (?:(?:whom?|which|that) )?(?:it|they|he|she|who) (?:did|do|does|would|could) not (?:name|identify)$")
MEDIA = re.compile(r"\b(?:media|press|newspapers?|reports)$", re.I)


def settle_citations(text: str, reading: Reading) -> Reading:
    """The reading with an outlet that cites somebody as who relays him, and with an outlet that is cited as whose report it is."""
    types = {m.span: m.type for m in reading.mentions}
    return replace(reading, attributions=tuple(_of_cited(text, _with_citing(text, a, types), types) for a in reading.attributions))


def _with_citing(text: str, a: Attribution, types: Mapping[Span, str]) -> Attribution:
    """In "Channel 15, quoting an official it did not name, claimed …" the channel relays the official."""
    if not a.source or not a.cue:
        return a
    source = a.source[0]
    if unnamed := NOT_NAMED.search(source.text):
        source = Span.of(text, source.start, source.start + unnamed.start())
        a = replace(a, source=(source, *a.source[1:]))
    citing = BEFORE_VERB.search(text, max(0, source.start - 40), source.start)
    if citing is None or not source.end < a.cue[0].start or "," not in text[source.end : a.cue[0].start]:
        return a
    named = NAME.search(text, max(0, citing.start() - 60), citing.start())
    by = Span.of(text, *named.span()) if named else None
    if by is None or any(by.overlaps(v) for v in a.via) or any(kind == "person" and m.overlaps(by) for m, kind in types.items()):
        return a
    return replace(a, via=(*a.via, by))


def _of_cited(text: str, a: Attribution, types: Mapping[Span, str]) -> Attribution:
    """In "Harbor TV reported, citing Orvanian media" the media report it, and Harbor TV relays them."""
    if not a.source or not a.cue or not _is_outlet(a.source[0], types):
        return a
    source, cue = a.source[0], a.cue[-1]
    cited = next((v for v in a.via if v.start > cue.end and BEHIND_VERB.fullmatch(text, cue.end, v.start) and _is_outlet(v, types)), None)
    if cited is None:
        return a
    return replace(a, source=(cited,), via=(*(v for v in a.via if v != cited), source))


def _is_outlet(span: Span, types: Mapping[Span, str]) -> bool:
    return types.get(span) == "outlet" or OUTLET_NAME.search(span.text) is not None or MEDIA.search(span.text) is not None
