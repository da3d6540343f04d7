"""Subjects that what follows goes on with: who begins the sentence of a mention, or the words that he is the source of."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Sequence

from onrecord.model.entries import BODIES
from onrecord.resolving.cast.cast import Entity
from onrecord.resolving.cast.sight import Sight
from onrecord.resolving.names.forms import PRONOUNS

#: What may stand in a sentence before its subject: "But the former envoy …".
_OPENING = re.compile(r"(?:(?:But|And|Yet|Still|Meanwhile|However),? )?(?:[Tt]he |[Aa]n? )?")
#: Around "he" in "left, after he had spoken".
_AFTER, _HAD = "after ", " had "


def person_before(sight: Sight, i: int, pronoun: str) -> Entity | None:
    """The only person named before a source in its sentence, if it begins with him: "Ivo Strand, too, doubts: it is, he …"."""
    here, said = sight.mentions[i].span.start, sight.told_by(i)
    found = [(sight.mentions[j].span, e) for j in sight.in_sentence(i) if (e := sight.entity(j)) and e.type in ("person", "unnamed")]
    persons = dict.fromkeys(e for _, e in found)
    if len(persons) != 1 or found[0][0].text.lower() in PRONOUNS or not _opens(sight, i, found[0][0].start):
        return None
    person, last = found[0][1], max(span.end for span, _ in found)
    told = any(part.covers(span) for part in said for span, _ in found) or sight.text[last:here].strip(" ,").startswith(("and ", "but "))
    return person if person.names and not told and sight.can_be(pronoun, person) else None


def doer_before(sight: Sight, i: int, pronoun: str) -> Entity | None:
    """Who did one thing "after he had" done another: whom the sentence names first."""
    here = sight.mentions[i].span
    if not (sight.text.endswith(_AFTER, 0, here.start) and sight.text.startswith(_HAD, here.end)):
        return None
    named = (e for j in sight.in_sentence(i) if (e := sight.entity(j)) and e.type == "person" and e.names)
    first = next(named, None)
    return first if first and sight.can_be(pronoun, first) else None


def body_before(sight: Sight, i: int) -> Entity | None:
    """The body that begins a mention's sentence, if no other one is named between: "the command, in the words of its spokesman"."""
    inside = sight.in_sentence(i)
    bodies = dict.fromkeys(e for j in inside if (e := sight.entity(j)) and e.type in BODIES and not e.members)
    if len(bodies) != 1 or sight.entity(inside[0]) not in bodies:
        return None
    return next(iter(bodies)) if _opens(sight, i, sight.mentions[inside[0]].span.start) else None


def _opens(sight: Sight, i: int, at: int) -> bool:
    """Whether the sentence of a mention has its subject at a place."""
    return _OPENING.fullmatch(sight.text, sight.sentence_start(i), at) is not None


def first_told(sight: Sight, i: int, types: frozenset[str], pronoun: str) -> Entity | None:
    """Who is named first in the words before their source, whose subject he is: "Veld has spoken to Strand, her office says"."""
    said = sight.told_by(i)
    if not said or said[0].start >= sight.mentions[i].span.start:
        return None
    at = bisect_left(sight.mentions, said[0].start, key=lambda m: m.span.start)
    entity = sight.entity(at) if sight.mentions[at].span.start - said[0].start <= len("the ") else None
    return entity if entity and entity.type in types and entity.names and sight.can_be(pronoun, entity) else None


def first_of(sight: Sight, i: int, entities: Sequence[Entity]) -> Entity:
    """Of some entities, the nearest first, the one that is named first in the sentence that the nearest is named in."""
    at = [max(m.start for m in e.mentions if m.start < sight.mentions[i].span.start) for e in entities]
    start = sight.sentences_to(at[0])[-1]
    return min((pair for pair in zip(at, entities, strict=True) if pair[0] >= start), key=lambda pair: pair[0])[1]
