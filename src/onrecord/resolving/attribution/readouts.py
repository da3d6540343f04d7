"""Whose words they are where a body tells of its own talks without saying so: "it was agreed", "the report is without foundation"."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import replace

from onrecord.model import Attribution, Reading, Report
from onrecord.resolving.attribution.hearsay import AGREED, VOICED
from onrecord.resolving.attribution.speakers import Speaker
from onrecord.resolving.cast.cast import Cast, Entity
from onrecord.resolving.cast.outlets import is_body, is_own_outlet
from onrecord.resolving.names.kinds import head_of, tokens_of

#: What the body itself says of what others say.
REJECTED = re.compile(
    r"(?:is|are) (?:(?:firmly|categorically|hereby) )?(?:rejected|denied|dismissed|refuted)\b.*"
    r"|(?:is|are) (?:(?:entirely|wholly|completely) )?(?:incorrect|false|untrue|unfounded|baseless|a fabrication"
    r"|without (?:any )?foundation)"
    r"|do(?:es)? not correspond to (?:the )?(?:truth|reality|facts)",
    re.I,
)


def add_readouts(report: Report, reading: Reading, cast: Cast, speakers: Sequence[Speaker]) -> tuple[Cast, list[Speaker]]:
    """The cast and speakers with those of statements without a source in a body's own report of its talks.

    What was agreed, those agreed who were last spoken of together. What was stressed, who spoke last in the paragraph stressed, or else
    the body. What is called false, the body calls so.
    """
    entities, out = list(cast.entities), list(speakers)
    if not is_body(report.outlet):
        return cast, out
    for i, a in enumerate(reading.attributions):
        if out[i].entity or a.source or a.inside is not None or not a.cue:
            continue
        words = a.cue[0].text
        if AGREED.fullmatch(words):
            several = next((e for m, e in reversed(cast.mentions()) if m.end <= a.start and _are_several(e)), None)
            out[i] = Speaker(several, f"{several.name} were spoken of together last") if several else out[i]
        elif VOICED.fullmatch(words) and (before := _speaker_before(report.text, a, reading.attributions, out)):
            out[i] = Speaker(before, f"the passive goes on from the words of {before.name}")
        elif VOICED.fullmatch(words) or REJECTED.fullmatch(words):
            body = next((e for e in entities if e.names and is_own_outlet(e.name, report)), None)
            if body is None:
                body = Entity(len(entities), "organization", names=Counter([report.outlet or ""]), mentions=[a.cue[0]])
                entities.append(body)
            out[i] = Speaker(body, f"{body.name} says so of its own in its report")
    return replace(cast, entities=tuple(entities)), out


def _are_several(entity: Entity) -> bool:
    head = head_of(tokens_of(entity.mentions[0].text))
    plural = bool(head) and (head[-1].kind == "plural" or (entity.type == "group" and head[-1].text.endswith("s")))
    return plural or bool(entity.members)


def _speaker_before(text: str, a: Attribution, attributions: Sequence[Attribution], speakers: Sequence[Speaker]) -> Entity | None:
    """Who spoke last before a statement in its paragraph."""
    line = text.rfind("\n", 0, a.start) + 1
    before = [(o.start, s.entity) for o, s in zip(attributions, speakers, strict=True) if o.inside is None and line <= o.start < a.start]
    last = max(before, key=lambda pair: pair[0])[1] if before else None
    return last if last and last.type not in ("outlet", "unnamed") else None
