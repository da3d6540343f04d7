"""Whose words they are: the entity that a statement's source refers to."""

from __future__ import annotations

import re
from dataclasses import dataclass

from onrecord.model import Attribution, Reading
from onrecord.resolving.cast import Cast, Entity


@dataclass(frozen=True)
class Speaker:
    """The entity that speaks, if one was found, and why it is this one."""

    entity: Entity | None
    why: str = ""


#: So many questions make a text an interview.
QUESTIONS = 3
QUESTION = re.compile(r"\?[”’\"»*_]*$")


def find_speakers(text: str, reading: Reading, cast: Cast) -> list[Speaker]:
    """A speaker for each attribution, in order.

    A source that names somebody is that entity. A statement without a source goes on from the quotation directly before
    it, or answers a question of an interview; otherwise it stays open: a quote is never given away by guessing further.
    """
    speakers: list[Speaker] = [Speaker(None)] * len(reading.attributions)
    order = sorted(range(len(speakers)), key=lambda i: reading.attributions[i].start)
    for place, i in enumerate(order):
        a = reading.attributions[i]
        speakers[i] = _named(a, cast) if a.source else _unnamed(a, [(reading.attributions[j], speakers[j]) for j in order[:place]])
    answers = find_answers(text, reading)
    guest = next((speakers[i].entity for i in order if (e := speakers[i].entity) and e.type == "person" and e.names), None) if answers else None
    if guest:
        for i in answers:
            speakers[i] = speakers[i] if speakers[i].entity else Speaker(guest, f"answers a question of the interview with {guest.name}")
    return speakers


def find_answers(text: str, reading: Reading) -> list[int]:
    """Statements without source or cue whose paragraph stands directly below a question, in a text that asks several."""
    blocks = [(m.start(), m.end()) for m in re.finditer(r"[^\n]+", text)]
    asked = [bool(QUESTION.search(text[a:b].rstrip())) for a, b in blocks]
    if sum(asked) < QUESTIONS:
        return []
    answers = {block for block, question in zip(blocks[1:], asked, strict=False) if question}
    bare = [(i, a) for i, a in enumerate(reading.attributions) if not a.source and not a.cue and a.inside is None]
    return [i for i, a in bare if any(start <= a.start < end for start, end in answers)]


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
