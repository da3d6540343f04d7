"""Two who are spoken of together before a mention: whom "both", "the two" and "the latter" look back on."""

from __future__ import annotations

import re
from collections.abc import Iterable

from onrecord.resolving.cast.cast import Entity, is_plural
from onrecord.resolving.cast.sight import Sight
from onrecord.resolving.names.forms import LINE_OR_SENTENCE_END

#: So many mentions back two are named together for "the former" and "the latter".
TOGETHER = 12
JOINED = re.compile(r"(?:,?|, [^,.;:\n]{2,60},) and (?:the |his |her |its |their )?(?:[a-z-]+ ){0,3}")
FORMER = re.compile(r"\bthe former\b", re.I)
SPEAKERS = frozenset({"person", "organization", "country", "group"})


def only_two(entities: Iterable[Entity | None]) -> list[Entity]:
    """The persons who have names among some entities, the first of them first; none if they are not two."""
    two = list(dict.fromkeys(e for e in entities if e and e.type == "person" and e.names and not is_plural(e)))
    return two if len(two) == 2 else []


def two_speakers(sight: Sight, i: int) -> list[Entity]:
    """The only two who have spoken before a mention in its paragraph, the first of them first; none if they are not two."""
    spoke = sight.spoke_before(i)
    two = [e for e in spoke if e and e.names]
    return two if len(two) == 2 and len(spoke) == 2 else []


def two_before(sight: Sight, i: int) -> list[Entity]:
    """The only two persons named in the sentence before a mention's, in its paragraph: "Veld met Strand. The two agreed …"."""
    return only_two(map(sight.entity, sight.in_sentence(i, back=1)))


def _are_alike(one: Entity, other: Entity) -> bool:
    """Whether two are persons, or bodies: in "Veld, for the guild, and Strand" the guild is none of two."""
    return {one.type, other.type} <= SPEAKERS and (one.type == "person") == (other.type == "person")


def joined_before(sight: Sight, i: int) -> tuple[Entity, Entity] | None:
    """The two persons or bodies that were last named together before a mention, "the bishop Ivo Strand and Anna Veld"."""
    here = sight.mentions[i].span.start
    for j in range(i - 1, max(0, i - TOGETHER), -1):
        second = sight.mentions[j].span
        between = sight.text[second.end : here]
        if len(LINE_OR_SENTENCE_END.findall(between)) > 1 + bool(FORMER.search(between)) or "\n" in between:
            return None
        if second.end > here or any(sight.mentions[n].span.covers(second) for n in range(max(0, j - 3), j)):
            continue
        for k in range(j - 1, max(-1, j - 6), -1):
            first = sight.mentions[k].span
            one, other = sight.entity(k), sight.entity(j)
            joined = JOINED.fullmatch(sight.text, first.end, second.start)
            if joined and one and other and one is not other and _are_alike(one, other):
                return one, other
    return None
