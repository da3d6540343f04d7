"""Who says what a headline or a dispatch tells, by its form: “Gate to open - sources”, “Herald: Veld to go”."""

from __future__ import annotations

import re
from dataclasses import replace

from onrecord.model import Attribution, Reading, Span
from onrecord.resolving.attribution.quoting import is_outlet

#: Behind the dash that ends a headline: who says so.
_BEHIND = re.compile(
    r" (?:-|–|—|--) (?P<by>(?P<people>(?:[\w’'-]+ ){0,3}(?:sources?|officials?|diplomats?|aides?|media|reports?|agency|agencies"
    r"|newspapers?|papers?|television|TV|radio|witnesses|police|army|ministry|ministries|minister|spokes\w+|envoy|UN|army chief"
    r"|president|mediators?|lawyers?))"
    r"|[^\W\d_a-z][\w’-]+(?: [^\W\d_a-z][\w’-]+){0,3})$"
)
#: Before the colon that an entry or a headline begins with: "17:30 Radio Ilde: …", "A flash from Radio Ilde: …".
_BEFORE = re.compile(
    r"^[^\w\n]*(?:(?P<hour>\d{1,2}[.:h]\d\d)\b[^\w\n]*)?(?:(?:[Aa]n? )?(?:[Ff]lash|[Rr]eport|[Bb]ulletin|[Aa]lert) (?:from|by) )?"
    r"(?:[Tt]he )?(?P<by>[^\W\d_a-z][\w’.-]*(?: [\w’.-]+){0,4}): (?=\S)",
    re.M,
)
#: "Melkar state TV: …".
_ON_AIR = re.compile(r"(?<! on)(?<! in) (?:TV|television|radio|media)$", re.I)


def mark_dispatches(text: str, reading: Reading) -> Reading:
    """The reading with those who relay the statements of a headline or an entry of a live report."""
    types = {m.span: m.type for m in reading.mentions}
    headline = text.find("\n")
    behind = _BEHIND.search(text, 0, headline) if headline > 0 else None
    if behind and not behind["people"] and types.get(Span.of(text, *behind.span("by"))) not in ("person", "organization", "outlet"):
        behind = None  # "Gate to open in July - Part Two"
    outlets = (m for m in _BEFORE.finditer(text) if is_outlet(Span.of(text, *m.span("by")), types) or _ON_AIR.search(m["by"]))
    # "16:00 Anna Veld on her channel: …" is she.
    people = {m.span.start for m in reading.mentions if m.type == "person"}
    labels = [m for m in outlets if (m["hour"] or m.end() < headline) and m.start("by") not in people]
    out = []
    for a in reading.attributions:
        if a.inside is None and behind and a.end <= headline and (a.cue or a.source):
            a = _relay(a, Span.of(text, *behind.span("by")))
        label = next((m for m in labels if m.end() <= a.start and "\n" not in text[m.end() : a.start]), None)
        if a.inside is None and label and a.source:
            a = _relay(a, Span.of(text, *label.span("by")))
        out.append(a)
    return replace(reading, attributions=tuple(out))


def _relay(a: Attribution, by: Span) -> Attribution:
    """The statement through whom it came; without a source it is his own."""
    if any(by.overlaps(part) for part in (*a.source, *a.cue, *a.via)):
        return a
    content = tuple(_cut(c, by.start) if c.covers(by) else c for c in a.content)
    return replace(a, content=content, via=(*a.via, by)) if a.source else replace(a, content=content, source=(by,))


def _cut(span: Span, at: int) -> Span:
    """The words before a dash that stands before a place."""
    words = span.text[: at - span.start].rstrip(" -–—")
    return Span(span.start, span.start + len(words), words)
