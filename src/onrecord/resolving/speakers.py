"""Whose words they are: the entity that a statement's source refers to."""

from __future__ import annotations

from dataclasses import dataclass

from onrecord.model import Attribution, Reading
from onrecord.resolving.cast import Cast, Entity


@dataclass(frozen=True)
class Speaker:
    """The entity that speaks, if one was found, and why it is this one."""

    entity: Entity | None
    why: str = ""


def find_speakers(reading: Reading, cast: Cast) -> list[Speaker]:
    """A speaker for each attribution, in order.

    A source that names somebody is that entity. A statement without a source goes to the nearest speaker of its
    paragraph's quotations, and stays open where there is none: a quote is never given away by guessing further.
    """
    speakers: list[Speaker] = [Speaker(None)] * len(reading.attributions)
    order = sorted(range(len(speakers)), key=lambda i: reading.attributions[i].start)
    for place, i in enumerate(order):
        a = reading.attributions[i]
        speakers[i] = _named(a, cast) if a.source else _unnamed(a, [(reading.attributions[j], speakers[j]) for j in order[:place]])
    return speakers


def _named(a: Attribution, cast: Cast) -> Speaker:
    source = a.source[0]
    if entity := cast.entity_at(source):
        return Speaker(entity, f"“{source.text}” stands for {entity.name}" if source.text not in entity.name else "")
    inner = cast.within(source)
    return Speaker(inner[0][1], f"“{source.text}” holds a mention of {inner[0][1].name}") if inner else Speaker(None)


def _unnamed(a: Attribution, before: list[tuple[Attribution, Speaker]]) -> Speaker:
    """A bare quotation that follows another directly is by the same speaker."""
    if a.inside is not None or a.kind == "indirect":
        return Speaker(None)
    for other, speaker in reversed(before):
        if speaker.entity and other.inside is None and other.kind != "indirect" and 0 <= a.start - other.end <= 4:
            return Speaker(speaker.entity, f"goes on directly after the words of {speaker.entity.name}")
    return Speaker(None)
