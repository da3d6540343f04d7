"""Statements that another one relays as a whole: "according to the paper, Y demanded …" is what Y says, through the paper."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import replace

from onrecord.model import Attribution, Reading, Span
from onrecord.reading.language.agreement import FIRST_PERSON
from onrecord.reading.language.auxiliaries import AUXILIARY
from onrecord.reading.language.verbs import VERB
from onrecord.reading.statements.parts import ACCORDING
from onrecord.resolving.attribution.quoting import is_outlet
from onrecord.resolving.attribution.relayers import QUOTES, REPORTS
from onrecord.resolving.attribution.sources import renumber
from onrecord.resolving.names.forms import PRONOUNS
from onrecord.resolving.names.kinds import tokens_of

#: So many characters ("that ", a full stop) may stand around a statement that is the whole content of another.
SLACK = 6
#: When, where or to whom somebody said what he said: "that on 3 May the", "To both".
WHEN = re.compile(r"(?:that )?(?:in|on|at|to|during|after|before|last|earlier|late|early)\b[^,;:.\n“”\"]{1,60}(?:,? (?:the )?|$)", re.I)
#: Who is named before the words that say who he is: "Anna Veld, | the minister".
NAMED = re.compile(r"[^\W\d_a-z][^,;:.\n“”\"]{2,60}, ")
#: What else may stand behind what he said: no clause of its own.
REST = re.compile(rf"(?! {AUXILIARY}\b)(?:(?!\b(?:and|but|or|while|whereas|because|which|who|that)\b)[^;:.“”\"\n]){{0,60}}[.]?")
#: Who has said nothing has nobody who relays it.
SILENT = re.compile(r"(?:\bnot|\bnever|n[’']t)(?: yet)? (?:say|said|tell|told|comment|answer|repl[yi]|disclose|respond)", re.I)
REPORTING = re.compile(VERB)
BETWEEN = re.compile(r",? ")


def promote_relayed(text: str, reading: Reading) -> Reading:
    """In "according to the paper, Y demanded …" the statement is Y's, and the paper relays it.

    A statement of an outlet whose whole content is one statement inside it gives way to that one; so does one that was read with the source
    of the statement inside it, "minister Veld has said …, the paper reported", and one that was read with no more than what stands before
    the other's subject: "On Monday Veld, the paper reported, denied it". People speak for themselves: what they tell stands inside their
    statement (`is_told_whole`).
    """
    types = {m.span: m.type for m in reading.mentions}
    openings = [i for i, a in enumerate(reading.attributions) if a.inside is None and a.source and a.cue and len(a.content) == 1]
    relayers: dict[int, int] = {}
    for i, a in enumerate(reading.attributions):
        if a.inside is not None and a.inside not in relayers.values() and _is_whole(a, reading.attributions[a.inside], types):
            relayers[i] = a.inside
        elif a.inside is None:
            relayers.update((i, o) for o in openings if _is_opening(text, reading.attributions[o], a))
    dropped = set(relayers.values())
    kept = [i for i in range(len(reading.attributions)) if i not in dropped]
    place = {i: n for n, i in enumerate(kept)}
    out = []
    for i in kept:
        a = reading.attributions[i]
        if i in relayers:
            outer = reading.attributions[relayers[i]]
            same = outer.source[0].covers(a.source[0])
            via = tuple(dict.fromkeys((*a.via, *outer.via) if same else (*a.via, outer.source[0], *outer.via)))
            a = replace(a, source=outer.source if same else a.source, inside=outer.inside, via=via, when=a.when or outer.when)
        out.append(a)
    return replace(reading, attributions=renumber(out, place))


def is_told_whole(inner: Attribution, outer: Attribution, unnamed: bool) -> bool:
    """Whether a statement is all that another one tells, whose source relays it: one without a name, or "according to" anybody.

    Args:
        inner: the statement that stands inside the other.
        outer: the other one.
        unnamed: whether nobody is named as the speaker of the outer one: "two officials".
    """
    if not (outer.source and inner.source and _fills(inner, outer)):
        return False
    if not outer.cue:
        return _is_comment(outer)  # the dash before the source of a headline
    silent = bool(inner.cue) and bool(SILENT.search(inner.cue[0].text))
    return unnamed or bool(ACCORDING.fullmatch(outer.cue[0].text)) or (_is_comment(outer) and not silent)


def _is_comment(a: Attribution) -> bool:
    """Whether who says something stands in a clause within or behind unquoted words: "Orvania is ready, the palace said"."""
    behind = a.content[0].end <= min(part.start for part in (*a.source, *a.cue))
    return behind and a.kind != "direct" and not any(FIRST_PERSON.search(part.text) for part in a.content)


def _is_whole(inner: Attribution, outer: Attribution, types: Mapping[Span, str]) -> bool:
    """Whether the inner statement is all that the outer one, of a relayer, tells."""
    if not (outer.source and outer.cue and inner.source) or outer.source[0].text.lower() in PRONOUNS:
        return False
    if outer.via and outer.source[0].covers(inner.source[0]):
        return outer.content[-1].end - inner.content[-1].end <= SLACK
    relayer = is_outlet(outer.source[0], types) or QUOTES.search(outer.cue[0].text)
    return bool(relayer and REPORTS.search(outer.cue[0].text)) and _fills(inner, outer)


def _fills(inner: Attribution, outer: Attribution) -> bool:
    """Whether a statement is the whole content of another, give or take "that", a full stop, and when, where or to whom it was said."""
    start, last = outer.content[0].start, outer.content[-1]
    before = outer.content[0].text[: max(0, inner.start - start)]
    behind = last.text[max(0, inner.end - last.start) :]
    apposed = bool(inner.source) and inner.source[0].start == inner.start and NAMED.fullmatch(before)
    return (len(before) <= SLACK or bool(WHEN.fullmatch(before) or apposed)) and (len(behind) <= SLACK or bool(REST.fullmatch(behind)))


def _is_opening(text: str, a: Attribution, other: Attribution) -> bool:
    """Whether the content of a statement is the subject of another one, or when or where, or "that", directly before it."""
    subject = other.source[0] if other.source else None
    if subject is None or a.source[0] == subject:
        return False
    if a.content[0] == subject:
        return bool(ACCORDING.fullmatch(a.cue[0].text) or (REPORTING.fullmatch(a.cue[0].text) and a.source[0].start > subject.end))
    if not BETWEEN.fullmatch(text, a.content[0].end, subject.start) or not REPORTING.fullmatch(a.cue[0].text):
        return False
    words = tokens_of(a.content[0].text)
    return a.content[0].text == "that" or (bool(words) and words[0].kind == "preposition" and words[0].text != "to")
