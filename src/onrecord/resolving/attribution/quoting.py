"""Statements that were read as the words of whoever quotes them: “two delegates heard him complain”, “the paper quoted a general: …”."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import replace

from onrecord.model import Attribution, Span
from onrecord.resolving.attribution.teller_clauses import EVIDENCE, PRESS, QUOTE
from onrecord.resolving.names.forms import OUTLET_NOUNS

#: "Two delegates heard him complain", "a guest remembers her saying", "the minutes record Veld as asking": the object speaks.
OBJECT = re.compile(
    rf"(?:(?:had|have|has|clearly|also)\s+)*?(?:(?:(?:over)?hear[ds]?|{QUOTE})\s+(?P<pronoun>him|her|them)\b|(?:(?:over)?hear[ds]?|{QUOTE}"
    r"|remember(?:s|ed)?|recall(?:s|ed)?|records?|recorded|shows?|showed|has|had|have|reports?|reported|believes?"
    r"|believed|understands?|understood)\s+(?P<who>.+?)\s+(?:(?:as )?\w+ing|to (?:be \w+ing|have \w+))\b)",
    re.I,
)
#: "The agency quotes a general: …", "quoted Veld as follows: …": who is quoted stands between the verb and the words.
QUOTES_HIM = re.compile(rf"(?:(?:also|then|later|had|has)\s+)?(?:{QUOTE})(?:\s+instead)?", re.I)
WHICH = re.compile(r"(?:, which [^;:.\n“”\"]{2,80},| who [^,;:.\n“”\"]{2,60})?,? (?:which |who )?(?:instead |also |then |later )?")
PRONOUN = re.compile(r"(?:^|(?<=[.!?”»] )|(?<=\n))(?P<who>It|They|He|She) $")
SAYS_AS = re.compile(r"\s+(?P<who>[^:\n“”«»\"]{3,80}?)(?:\s+as follows)?:\s+")
#: "The note, read out by an aide, …": whose words they are stands before.
PASSIVE = re.compile(r"\b(?:read (?:out|aloud)|quoted|cited|relayed|passed on|recounted) by$", re.I)
BEFORE = re.compile(r"(?:^|(?<=[.!?—–:;,] )|(?<=\n)|(?<=\d ))(?P<who>[^\W\d_][^.,;:!?\n—–“”«»\"]*), $")
#: "Diplomats were quoted by the agency as saying", "he was overheard by two guests telling": whom a passive and its agent are about speaks.
QUOTED_BY = re.compile(
    r"(?:^|(?<=[.!?] )|(?<=\n))(?P<who>[^.,;:\n“”\"]+?),? (?:was|were|is|are|has been|have been|had been)(?: on \w+day| also| later)? "
    r"(?:cited|quoted|(?:over)?heard|filmed|recorded|shown|described|remembered)(?: on \w+day)? by (?P<by>[^.;:\n“”\"]+?),? "
    r"(?P<cue>as \w+ing|(?:telling|saying|asking|complaining|promising|ordering|warning|admitting))\b"
)
#: "The agency carried the remark as …": somebody's words in the version of another.
VERSION = re.compile(
    r"(?:\w+\s+){0,2}?(?:ran|carried|put|rendered|translated|gave|printed|turned)\s+"
    r"(?:it|this|that|them|the (?:remarks?|phrase|sentence|words?|line|quote|quotation|statement|answer|passage))\b"
    r"[^,;.“”«»\"\n]{0,40}(?:\b(?:as|into)\b|:)",
    re.I,
)
#: "Veld is believed by diplomats to favour it": the diplomats say so of her.
BELIEVED_BY = re.compile(r"(?:is|are|was|were|has been|have been) (?:said|believed|thought|reported|understood|known) by", re.I)
AGENT = re.compile(r" (?P<by>[^,.;:\n“”]{3,80}?) to ")
LONGEST_NAME = 100
LONGEST_SENTENCE = 1500


def give_back(text: str, a: Attribution, types: Mapping[Span, str]) -> Attribution:
    """A statement that was given to its relayer, given back to who said it, if a pronoun names him or nobody does."""
    if quoted := _of_passive(text, a):
        return quoted
    if not a.source or not a.cue or PRESS.search(a.source[0].text):
        return a
    before = BEFORE.search(text, max(0, a.cue[0].start - LONGEST_NAME), a.cue[0].start) if PASSIVE.search(a.cue[0].text) else None
    if before:
        return replace(a, source=(Span.of(text, *before.span("who")),), via=(*a.via, *a.source))
    if BELIEVED_BY.fullmatch(a.cue[0].text) and a.source[0].start > a.cue[0].start and (agent := AGENT.match(text, a.cue[0].end)):
        subject = [m for m in types if m.end <= a.cue[0].start and not text[m.end : a.cue[0].start].strip(", ")]
        if subject:
            source = min(subject, key=lambda m: m.start)
            content = tuple(part for part in a.content if part.start > a.cue[0].end)
            return replace(a, source=(source,), content=content or a.content, via=(Span.of(text, *agent.span("by")),))
    if has := OBJECT.match(a.cue[0].text):
        who = Span.of(text, *(a.cue[0].start + at for at in has.span("pronoun" if has["pronoun"] else "who")))
        own = who.covers(a.source[0])
        teller = _quoting(text, a, types) if own else a.source[0]
        known = own or has["pronoun"] or who in types
        return replace(a, source=a.source if own else (who,), via=(*a.via, teller)) if teller and known else a
    if QUOTES_HIM.fullmatch(a.cue[0].text) and a.content:
        said = SAYS_AS.fullmatch(text, a.cue[0].end, a.content[0].start)
        if said and a.source[0].end <= a.cue[0].start:
            return replace(a, source=(Span.of(text, *said.span("who")),), via=(*a.via, *a.source))
        quoting = _quoting(text, a, types)
        if quoting and 0 < a.source[0].start - a.cue[0].end <= len(" the "):
            return replace(a, via=(*a.via, quoting))
    if is_outlet(a.source[0], types) and is_version(text, a):
        return replace(a, source=(), via=(*a.via, *a.source))
    return a


def _of_passive(text: str, a: Attribution) -> Attribution | None:
    """In "Veld was quoted by the radio as saying that …" it is Veld who speaks, though the radio or nobody was read to."""
    if not a.cue or not a.content or a.inside is not None:
        return None
    for found in QUOTED_BY.finditer(text, max(0, a.cue[0].start - 2 * LONGEST_NAME), a.cue[-1].end + 2 * LONGEST_NAME):
        who, by, cue = (Span.of(text, *found.span(name)) for name in ("who", "by", "cue"))
        content = tuple(part for part in a.content if part.start >= cue.end)
        if content and who.end < a.cue[0].start < content[0].start and (not a.source or by.overlaps(a.source[0]) or a.source[0] == who):
            read = a.cue if a.cue[0].start >= cue.start else (cue,)
            return replace(a, source=(who,), cue=read, content=content, via=(*(v for v in a.via if not v.overlaps(by)), by))
    return None


def _quoting(text: str, a: Attribution, types: Mapping[Span, str]) -> Span | None:
    """Who stands as the subject before a statement's cue, "the radio" of "the radio, which quoted him"."""
    line = max(text.rfind("\n", 0, a.cue[0].start) + 1, a.cue[0].start - LONGEST_SENTENCE)
    documents = (Span.of(text, *found.span()) for found in EVIDENCE.finditer(text, line, a.cue[0].start))
    before = [m for m in (*types, *documents) if m.end <= a.cue[0].start and WHICH.fullmatch(text, m.end, a.cue[0].start)]
    pronoun = PRONOUN.search(text, line, a.cue[0].start)
    return min(before, key=lambda m: m.start, default=Span.of(text, *pronoun.span("who")) if pronoun else None)


def is_version(text: str, a: Attribution) -> bool:
    """Whether a statement is what an outlet made of words that somebody else said before: "ran this as …"."""
    return bool(a.cue) and bool(VERSION.match(text, a.cue[0].start, a.cue[0].end + LONGEST_SENTENCE))


def is_outlet(span: Span, types: Mapping[Span, str]) -> bool:
    """Whether a span names an outlet: as read, or by its last word."""
    return types.get(span) == "outlet" or span.text.split()[-1].lower() in OUTLET_NOUNS
