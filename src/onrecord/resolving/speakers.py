"""Whose words they are: the entity that a statement's source refers to."""

from __future__ import annotations

import re
from dataclasses import dataclass

from onrecord.model import Attribution, Reading, Span
from onrecord.resolving.cast import Cast, Entity
from onrecord.resolving.forms import PRONOUNS, is_dateline
from onrecord.resolving.relayers import is_version
from onrecord.resolving.titles import split_title


@dataclass(frozen=True)
class Speaker:
    """The entity that speaks, if one was found, and why it is this one."""

    entity: Entity | None
    why: str = ""


#: So many answers make a text an interview.
ANSWERS = 3
LABEL = re.compile(r"A\.?|Answer", re.I)
#: Between the words of a statement and the next verb of the same subject: "… and warned".
GOES_ON = re.compile(r"[,;]?\s*(?:(?:and|but|or|then|also|only)\s*)*", re.I)
#: Between a quotation and the next: at most the rest of the sentence, "… on the steps."
REST_OF_SENTENCE = re.compile(r"[”’\"»]?(?:[^.!?\n“„«\"]{0,80}[.!?,;:—–]?[”’\"»]?)\s*")
#: A headline with fewer letters is found everywhere.
SHORTEST = 12
#: A quotation that goes on in the next paragraph has no more between its parts.
LINE_BREAK = 4
QUOTATION_MARKS = frozenset("“„«\"'‘")


def find_speakers(text: str, reading: Reading, cast: Cast) -> list[Speaker]:
    """A speaker for each attribution, in order.

    A source that names somebody is that entity, but the label of an answer ("A:") names nobody. A statement without a source
    goes on from the quotation directly before it, or answers in an interview; otherwise it stays open: a quote is never given
    away by guessing further.
    """
    speakers: list[Speaker] = [Speaker(None)] * len(reading.attributions)
    order = sorted(range(len(speakers)), key=lambda i: reading.attributions[i].start)
    found = [i for i in order if is_answer(reading.attributions[i], text)]
    answers = found if len(found) >= ANSWERS else []
    for place, i in enumerate(order):
        a = reading.attributions[i]
        if a.source and not LABEL.fullmatch(a.source[0].text) and not _where(text, a.source[0], cast):
            speakers[i] = _named(a, cast)
        elif not a.source and a.cue and (nobody := cast.entity_at(a.cue[0])):
            speakers[i] = Speaker(nobody, f"“{a.cue[0].text}” names nobody")
        elif i not in answers:
            before = [(reading.attributions[j], speakers[j]) for j in order[:place]]
            speakers[i] = _of_version(a, before) if is_version(text, a) else _unnamed(text, a, before)
    guest = find_guest(reading, cast, speakers, answers) if answers else None
    if guest:
        for i in answers:
            speakers[i] = speakers[i] if speakers[i].entity else Speaker(guest, f"answers in the interview with {guest.name}")
    for i in order:
        a = reading.attributions[i]
        if speakers[i].entity is None and not a.source and "\n" not in text[: a.start]:
            speakers[i] = _repeated(a, reading, speakers)
    return speakers


def is_answer(a: Attribution, text: str) -> bool:
    """Whether these words are spoken, but neither quoted nor attributed, as answers in an interview are; a label may name who answers."""
    labelled = bool(a.source) and text[a.source[0].start - 1 : a.source[0].start] in ("\n", "")
    spoken = a.kind == "direct" and not a.cue and a.inside is None and a.content[0].text[0] not in QUOTATION_MARKS
    return spoken and (labelled or not a.source)


def find_guest(reading: Reading, cast: Cast, speakers: list[Speaker], answers: list[int]) -> Entity | None:
    """Who is interviewed: the speaker of the headline, or else the person most spoken of before the first answer."""
    first = reading.attributions[answers[0]].start
    quoted = [s.entity for s, a in zip(speakers, reading.attributions, strict=True) if a.start < first and not a.cue and s.entity]
    named = [e for e in dict.fromkeys([*quoted, *(e for m, e in cast.mentions() if m.start < first)]) if e.type == "person" and e.names]
    return max(named, key=lambda e: (e in quoted, sum(m.start < first for m in e.mentions)), default=None)


def _where(text: str, source: Span, cast: Cast) -> bool:
    """Whether a source is the dateline of the report rather than somebody."""
    entity = cast.entity_at(source)
    return is_dateline(text, source) and (entity is None or entity.type == "place")


def _named(a: Attribution, cast: Cast) -> Speaker:
    source = a.source[0]
    if entity := cast.entity_at(source):
        return Speaker(entity, f"“{source.text}” stands for {entity.name}" if source.text not in entity.name else "")
    inner = [(m, e) for m, e in cast.within(source) if m.text.lower() not in PRONOUNS] or cast.within(source)
    if not inner:
        return Speaker(None)
    # Of "Orvania’s Anna Veld" it is she who speaks, and in "her counterpart, Ivo Strand" he.
    name = split_title(source.text).name
    entity = next((e for m, e in inner if name and name in m.text and e.type in ("person", "unnamed")), inner[0][1])
    return Speaker(entity, f"“{source.text}” holds a mention of {entity.name}")


def _unnamed(text: str, a: Attribution, before: list[tuple[Attribution, Speaker]]) -> Speaker:
    """Without a source, words go on from those before: a second verb of one subject, or a bare quotation after its sentence."""
    for other, speaker in reversed(before):
        if not speaker.entity or other.inside != a.inside or other.start >= a.start:
            continue
        between = text[min(other.end, a.start) : a.start]
        if "\n" in between and (len(between) > LINE_BREAK or other.kind == "indirect"):
            return Speaker(None)
        if a.cue and GOES_ON.fullmatch(between):
            return Speaker(speaker.entity, f"a second verb whose subject is {speaker.entity.name}")
        if not a.cue and a.kind != "indirect" and REST_OF_SENTENCE.fullmatch(between):
            return Speaker(speaker.entity, f"goes on directly after the words of {speaker.entity.name}")
    return Speaker(None)


def _of_version(a: Attribution, before: list[tuple[Attribution, Speaker]]) -> Speaker:
    """Whose words an outlet gives in its own version: those told of last before, "ran this as …"."""
    for other, speaker in reversed(before):
        if speaker.entity and other.inside == a.inside:
            return Speaker(speaker.entity, f"a version of the words of {speaker.entity.name} before")
    return Speaker(None)


def _repeated(a: Attribution, reading: Reading, speakers: list[Speaker]) -> Speaker:
    """Who is quoted below with the words of a headline."""
    words = _letters(a)
    for other, speaker in zip(reading.attributions, speakers, strict=True):
        if speaker.entity and other is not a and len(words) >= SHORTEST and words in _letters(other):
            return Speaker(speaker.entity, f"{speaker.entity.name} says these words below")
    return Speaker(None)


def _letters(a: Attribution) -> str:
    return re.sub(r"[^\w]+", " ", " ".join(span.text for span in a.content)).casefold().strip()
