"""Whose aide somebody is: "the envoy" behind "an aide to Anna Veld" is not the aide."""

from __future__ import annotations

import re

from onrecord.resolving.cast.cast import Entity
from onrecord.resolving.cast.sight import Sight

#: So many mentions back somebody's principal is looked for.
NEAR = 12
_CLOSE = (
    r"(?:aides?|advis[eo]rs?|assistants?|persons?|people|someone|sources?|officials?|diplomats?|spokes\w+|lawyers?|friends?|members?)"
    r" (?:\w+ )?(?:to|for|of|near|around|by)"
)
#: "An aide to", "a person close to".
CLOSE_TO = re.compile(rf"\b{_CLOSE} $", re.I)
AIDE_TO = re.compile(rf"(?:an? |one |the )?(?:\w+ )?{_CLOSE} (?P<name>[^\W\d_a-z][\w’-]+(?: [^\W\d_a-z][\w’-]+)*)$")


def principal_before(sight: Sight, i: int) -> Entity | None:
    """The person whose aide, or who is close to whom, a mention's sentence names last before it: "an aide to Anna Veld said …"."""
    start = sight.sentence_start(i)
    for j in range(i - 1, max(-1, i - NEAR), -1):
        there, entity = sight.mentions[j].span, sight.entity(j)
        if there.start < start:
            return None
        if entity and entity.type == "person" and entity.names:
            return entity if CLOSE_TO.search(sight.text, start, there.start) else None
        if close := CLOSE_TO.search(there.text + " ") or AIDE_TO.match(there.text):
            return sight.called(close["name"]) if "name" in close.groupdict() else None
    return None
