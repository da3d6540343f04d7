"""Officials of a lead whom the next sentence with names calls by them: "Orvania’s spy chief met a general … Veld and Strand spoke"."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise

from onrecord.model import Span
from onrecord.resolving.cast.cast import Entity, is_plural
from onrecord.resolving.names.forms import INDEFINITE, LINE_OR_SENTENCE_END
from onrecord.resolving.names.genders import gender_of, gender_of_name
from onrecord.resolving.names.kinds import tokens_of
from onrecord.resolving.names.titles import split_title

#: A lead is the headline and the first paragraph; names follow in the second paragraph after it at the latest.
LEAD = 1
NEXT = 2
#: "His successor", "its negotiator": of somebody who is named before.
OWNED = re.compile(r"(?:his|her|its|their|own)\b", re.I)
#: What those did together who are named.
TOGETHER = re.compile(r"\b(?:and|with|told|met|called|phoned|rang|received|hosted|saw|spoke|spoken)\b")
#: Whoever only tells of them.
TELLER = re.compile(r",? (?:according to|as)\b|, (?:said|told|added|confirmed)\b")
#: A counterpart holds whatever office the other holds.
RELATIONS = frozenset({"counterpart", "colleague", "number", "homologue", "interlocutor"})


def find_unfolded(entities: Sequence[Entity], text: str) -> Iterator[tuple[Entity, Entity, str]]:
    """Officials of whom the lead tells without names, with those whom the next sentence that names anybody names in the same order.

    They are two, or one whom the headline is about. Whoever is named stands in the text for the first time, and holds no other office.
    """
    people = [e for e in entities if e.type in ("person", "unnamed") and e.mentions and not e.members and not is_plural(e)]
    first = {e: min(e.mentions, key=lambda m: m.start) for e in people}
    stops = [0, *(m.end() for m in LINE_OR_SENTENCE_END.finditer(text)), len(text)]
    sentences = list(pairwise(stops))
    named = [[e for e in people if e.names and a <= first[e].start < b] for a, b in sentences]
    for n, (start, end) in enumerate(sentences):
        if text.count("\n\n", 0, start) > LEAD:
            return
        officials = [e for e in people if not e.names and start <= first[e].start < end and _is_official(first[e])]
        following = next((m for m in range(n, len(sentences)) if named[m]), n)
        teller = TELLER.search(text, *sentences[following])
        reached = teller.start() if teller else len(text)
        two = sorted((e for e in named[following] if first[e].start < reached), key=lambda e: first[e])
        near = text.count("\n\n", end - 1, sentences[following][0]) <= NEXT
        if following == n or not near or not two:
            continue
        if start == 0 and len(officials) == 1 and _opens_paragraph(text, first[two[0]]) and not two[0].roles:
            two = two[:1]  # whom a report never introduces it has told of in its headline
        elif not (len(officials) == len(two) == 2 and TOGETHER.search(text, first[two[0]].end, first[two[1]].start + 1)):
            continue
        pairs = list(zip(sorted(officials, key=lambda e: first[e]), two, strict=True))
        if all(_can_be(first[official], holder) for official, holder in pairs):
            for official, holder in pairs:
                yield official, holder, f"“{first[official].text}”: {holder.name} is named in turn in the next sentence with names"


def _opens_paragraph(text: str, m: Span) -> bool:
    return text.endswith("\n", 0, m.start)


def _is_official(m: Span) -> bool:
    words = {t.text.lower() for t in tokens_of(m.text)}
    known = split_title(m.text).role and not OWNED.match(m.text)
    return bool(known or words & RELATIONS) and not INDEFINITE.match(m.text)


def _can_be(official: Span, holder: Entity) -> bool:
    """Whether nothing that is told of a person keeps him from holding an office: another office, or another sex."""
    told = {gender_of(official.text), *(gender_of(m.text) for m in holder.mentions), *(gender_of_name(holder.name) or ())[:1]}
    if told >= {"he", "she"}:
        return False
    words = {t.text.lower() for t in tokens_of(official.text)}
    offices = [{t.text.lower() for t in tokens_of(role) if t.kind == "office"} for role in holder.roles]
    return bool(words & RELATIONS) or all(not office or office & words for office in offices)
