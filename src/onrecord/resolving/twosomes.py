"""Two who are spoken of together before a mention: whom "both", "the two" and "the latter" look back on."""

from __future__ import annotations

import re

from onrecord.model.entries import PARTY_TYPES
from onrecord.resolving.cast import Entity
from onrecord.resolving.forms import LINE_OR_SENTENCE_END
from onrecord.resolving.sight import Sight

#: So many mentions back two are named together for "the former" and "the latter".
TOGETHER = 12
JOINED = re.compile(r",? and (?:the |his |her |its |their )?(?:[a-z-]+ ){0,3}")


def two_speakers(sight: Sight, i: int) -> list[Entity]:
    """The only two who have spoken before a mention in its paragraph, the first of them first; none if they are not two."""
    spoke = sight.spoke_before(i)
    two = [e for e in spoke if e and e.names]
    return two if len(two) == 2 and len(spoke) == 2 else []


def two_before(sight: Sight, i: int) -> list[Entity]:
    """The only two persons named in the sentence before a mention's, in its paragraph: "Veld met Strand. The two agreed …"."""
    two = list(dict.fromkeys(e for j in sight.in_sentence(i, back=1) if (e := sight.entity(j)) and e.type == "person" and e.names))
    return two if len(two) == 2 else []


def joined_before(sight: Sight, i: int) -> tuple[Entity, Entity] | None:
    """The two persons or bodies that were last named together before a mention, "the bishop Ivo Strand and Anna Veld"."""
    here = sight.mentions[i].span.start
    for j in range(i - 1, max(0, i - TOGETHER), -1):
        second = sight.mentions[j].span
        if len(LINE_OR_SENTENCE_END.findall(sight.text, second.end, here)) > 1 or "\n" in sight.text[second.end : here]:
            return None
        if second.end > here or any(sight.mentions[n].span.covers(second) for n in range(max(0, j - 3), j)):
            continue
        for k in range(j - 1, max(-1, j - 6), -1):
            first = sight.mentions[k].span
            pair = sight.entity(k), sight.entity(j)
            joined = JOINED.fullmatch(sight.text, first.end, second.start)
            if joined and pair[0] and pair[1] and pair[0] is not pair[1] and {pair[0].type, pair[1].type} <= PARTY_TYPES:
                return pair[0], pair[1]
    return None
