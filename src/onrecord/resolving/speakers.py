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


#: So many answers make a text an interview.
ANSWERS = 3
QUOTATION_MARKS = frozenset("“„«\"'‘")


def find_speakers(reading: Reading, cast: Cast) -> list[Speaker]:
    """A speaker for each attribution, in order.

    A source that names somebody is that entity. A statement without a source goes on from the quotation directly before
    it, or answers in an interview; otherwise it stays open: a quote is never given away by guessing further.
    """
    speakers: list[Speaker] = [Speaker(None)] * len(reading.attributions)
    order = sorted(range(len(speakers)), key=lambda i: reading.attributions[i].start)
    for place, i in enumerate(order):
        a = reading.attributions[i]
        speakers[i] = _named(a, cast) if a.source else _unnamed(a, [(reading.attributions[j], speakers[j]) for j in order[:place]])
    answers = [i for i in order if is_answer(reading.attributions[i])]
    guest = find_guest(reading, cast, speakers, answers) if len(answers) >= ANSWERS else None
    if guest:
        for i in answers:
            speakers[i] = speakers[i] if speakers[i].entity else Speaker(guest, f"answers in the interview with {guest.name}")
    return speakers


def is_answer(a: Attribution) -> bool:
    """Whether these words are spoken, but neither quoted nor attributed, as answers in an interview are."""
    return a.kind == "direct" and not a.source and not a.cue and a.inside is None and a.content[0].text[0] not in QUOTATION_MARKS


def find_guest(reading: Reading, cast: Cast, speakers: list[Speaker], answers: list[int]) -> Entity | None:
    """Who is interviewed: the speaker of the headline, or else the person most spoken of before the first answer."""
    first = reading.attributions[answers[0]].start
    quoted = [s.entity for s, a in zip(speakers, reading.attributions, strict=True) if a.start < first and not a.cue and s.entity]
    named = [e for e in dict.fromkeys([*quoted, *(e for m, e in cast.mentions() if m.start < first)]) if e.type == "person" and e.names]
    return max(named, key=lambda e: (e in quoted, len(e.mentions)), default=None)


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
