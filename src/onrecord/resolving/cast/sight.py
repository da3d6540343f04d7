"""What can be looked back on from a mention: the entities before it, who spoke last, whom the reading model points to."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from functools import cached_property
from itertools import islice

from onrecord.model import Attribution, Reading, Report, Span
from onrecord.model.entries import BODIES
from onrecord.reading.language.agreement import POSSESSIVES
from onrecord.resolving.cast.appositions import OF_WHAT, is_apposition
from onrecord.resolving.cast.cast import Entity, is_own_voice
from onrecord.resolving.cast.handovers import turned_to
from onrecord.resolving.cast.outlets import is_body, is_own_outlet
from onrecord.resolving.names.forms import OWN_PRONOUNS, PRONOUNS, SENTENCE_END
from onrecord.resolving.names.genders import gender_of

#: An antecedent that the reading model is less sure of is not followed.
TRUSTED = 0.35
#: One that it is so sure of is followed against a rule.
SURE = 0.8
#: So many mentions back nobody is meant any more.
SIGHT = 300
#: So many statements back a document is looked for.
WRITTEN = 3
#: So far after a statement its occasion may stand.
TOLD = 80
#: A paragraph is not looked through further back than this.
PARAGRAPH = 1200
#: Where a report begins, before its first words.
BEHIND_DATELINE = re.compile(r"(?:[^\W\d_a-z][^\n]{0,60}[–—-] )?")
Antecedent = tuple[Entity | None, str]


class Sight:
    """What can be looked back on from each mention of a report while its cast grows."""

    def __init__(self, report: Report, reading: Reading, entities: list[Entity], owner: dict[int, int]) -> None:
        self.text = report.text
        self._report = report
        self.issuer = report.outlet if is_body(report.outlet) else None
        self.mentions = reading.mentions
        self.genders: dict[int, str] = {}
        self._entities = entities
        self._owner = owner
        self._index = {m.span: i for i, m in enumerate(reading.mentions)}
        self._statements = sorted((a for a in reading.attributions if a.inside is None), key=lambda a: a.start)
        self._contents = {a.source[0]: a.content for a in reading.attributions if a.source}
        self._cues = {a.source[0]: a.cue[0].text for a in reading.attributions if a.source and a.cue}
        self._relayed = [(via, a.source[0]) for a in reading.attributions if a.source for via in a.via]
        self._direct = sorted((a for a in self._statements if a.kind == "direct" and a.source), key=lambda a: a.start)
        self._contacts = sorted((part for c in reading.contacts for part in c.evidence), reverse=True)
        self.outermost = sorted({a.source[0] for a in reading.attributions if a.source and a.inside is None})

    def entity(self, i: int) -> Entity | None:
        """The entity that a mention has been given to."""
        key = self._owner.get(i)
        return None if key is None else self._entities[key]

    def before(self, i: int) -> Iterator[Entity]:
        """The entities of the mentions before, the nearest first, without those that the mention stands in."""
        here = self.mentions[i].span
        found = (self.entity(j) for j in range(i - 1, -1, -1) if not self.mentions[j].span.covers(here))
        return (entity for entity in islice(found, SIGHT) if entity)

    def pointed(self, i: int) -> Entity | None:
        """The entity of the antecedent that the reading model gives, if it is sure enough."""
        m = self.mentions[i]
        return self.entity(m.antecedent) if m.antecedent is not None and m.score >= TRUSTED else None

    def relayed(self, span: Span) -> list[Entity]:
        """Those whose words somebody relays, by the words that name him: "Anna Veld" of "Veld left, according to her office"."""
        return [e for via, source in self._relayed if via == span and (e := self.whose(source))]

    def apart(self, i: int) -> list[Entity]:
        """Whom a mention cannot mean, since nobody relays his own words: "Veld, she told reporters, considers …".

        Nor does who spoke last take turns with himself: "The minister, for his part, …". And nobody is told of by his name behind what
        else he is called as the source: "the commander demanded that Strand be replaced".
        """
        here = self.mentions[i].span
        said = [part for part in self._contents.get(here, ()) if part.start > here.end]
        named = {e for j in self._inside(said) if (e := self.entity(j)) and self.mentions[j].span.text in e.names}
        tellers = [self.whose(via) for via, source in self._relayed if source == here]
        at = bisect_left(self.outermost, here)
        last = self.whose(self.outermost[at - 1]) if at and self.in_turn(i) else None
        return [*self.relayed(here), *named, *filter(None, (*tellers, last))]

    def _inside(self, parts: Sequence[Span]) -> Iterator[int]:
        """The mentions that stand in some parts of the text."""
        for part in parts:
            first, last = (bisect_left(self.mentions, at, key=lambda m: m.span.start) for at in (part.start, part.end))
            yield from range(first, last)

    def in_turn(self, i: int) -> str | None:
        """The possessive with which a report turns to a speaker: "her" of "the minister, for her part, said"."""
        return turned_to(self.text, self.mentions[i].span)

    def is_own(self, outlet: Entity) -> bool:
        """Whether an outlet is the report's own, which calls itself "this newspaper", and is cited nowhere in it."""
        cited = (m in self._contents or any(m == via for via, _ in self._relayed) for m in outlet.mentions)
        return is_own_outlet(outlet.name, self._report) and not any(cited)

    def introduced(self, i: int) -> Entity | None:
        """The person named directly after a description: "the foreign minister, Anna Veld"."""
        here = self.mentions[i].span
        for j in range(i + 1, min(len(self.mentions), i + 6)):
            there = self.mentions[j].span
            if there.start >= here.end and not OF_WHAT.fullmatch(self.text, here.end, there.start):
                entity = self.entity(j) if is_apposition(self.text, self.sentence_start(i), here, there) else None
                return entity if entity and entity.type == "person" and entity.names else None
        return None

    def in_brackets(self, i: int) -> Entity | None:
        """Whom brackets behind a pronoun name: "received him (Strand)"."""
        end = self.mentions[i].span.end
        inner = self._inside([Span.of(self.text, end, end + len(" (") + 1)]) if self.text.startswith((" (", " ["), end) else ()
        return next((self.entity(j) for j in inner if self.mentions[j].span.start == end + len(" (")), None)

    def sentences_to(self, at: int) -> list[int]:
        """Where each sentence of a paragraph begins, up to the one that stands before a place."""
        line = max(self.text.rfind("\n", 0, at) + 1, at - PARAGRAPH)
        return [line, *(m.end() for m in SENTENCE_END.finditer(self.text, line, at))]

    def sentence_start(self, i: int) -> int:
        """Where the sentence of a mention begins."""
        return self.sentences_to(self.mentions[i].span.start)[-1]

    def in_sentence(self, i: int, back: int = 0) -> list[int]:
        """The mentions before a mention in its sentence, or in one further `back` in the paragraph; none if there is none."""
        here = self.mentions[i].span.start
        line, *starts = self.sentences_to(here)
        start, end = [line, line, *starts, here][-2 - back :][:2]
        return [j for j in range(max(0, i - SIGHT), i) if start <= self.mentions[j].span.start < end]

    def is_told_before(self, i: int, entity: Entity) -> bool:
        """Whether an entity is spoken of before a mention in its sentence."""
        return any(self.entity(j) is entity and self.mentions[j].span.end <= self.mentions[i].span.start for j in self.in_sentence(i))

    def called(self, name: str) -> Entity | None:
        """The only person with the surname of a name."""
        found = [e for e in self._entities if e.type == "person" and any(n.split()[-1] == name.split()[-1] for n in e.names)]
        return found[0] if len(found) == 1 else None

    def entity_from(self, i: int, at: int) -> Entity | None:
        """The entity named within or right behind a mention, from a code point of the text on, give or take an article."""
        near = range(i + 1, min(len(self.mentions), i + 6))
        return next((self.entity(j) for j in near if abs(self.mentions[j].span.start - at) <= len("the ")), None)

    def adjacent(self, i: int) -> Entity | None:
        """The entity whose mention ends where a relative pronoun begins: "the envoy, who …"."""
        here = self.mentions[i].span
        for j in range(i - 1, max(-1, i - 6), -1):
            there = self.mentions[j].span
            if there.end <= here.start and not self.text[there.end : here.start].strip(" ,"):
                return self.entity(j)
        return None

    @cached_property
    def _speaker_before(self) -> dict[Span, Span]:
        """Source → the source of the outermost statement before it in its paragraph."""
        pairs = zip(self.outermost, self.outermost[1:], strict=False)
        return {b: a for a, b in pairs if "\n" not in self.text[a.start : b.start]}

    def speaker_before(self, i: int) -> Entity | None:
        """Who spoke last in the paragraph, where the mention is a speaker itself: "He added …"."""
        here = self.mentions[i].span
        at = bisect_left(self.outermost, here)
        whole = next((s for s in self.outermost[at : at + 1] if s.start == here.start and s.covers(here)), here)  # "the envoy, who …"
        source = self._speaker_before.get(whole)
        speaker = None if source is None else self.whose(source)
        # "I asked whether …": who tells is not who is told of.
        return None if speaker and is_own_voice(speaker) and self.mentions[i].span.text.lower() not in OWN_PRONOUNS else speaker

    def last_speaker(self, i: int) -> Entity | None:
        """Who spoke last before a mention that is a speaker itself, in whatever paragraph below the headline."""
        at = bisect_left(self.outermost, self.mentions[i].span)
        below = [s for s in self.outermost[:at] if s.start > self.text.find("\n")]
        return self.whose(below[-1]) if below else None

    def whose(self, source: Span) -> Entity | None:
        """The entity of a source, or of the mention that it begins with: "Ivo Strand of the Border Mission"."""
        at = self._index.get(source)
        if at is None:
            place = bisect_left(self.mentions, source.start, key=lambda m: m.span.start)
            first = [j for j in range(place, min(len(self.mentions), place + 3)) if source.covers(self.mentions[j].span)]
            begins = (j for j in first if self.mentions[j].span.start - source.start <= len("the "))
            begins = (j for j in begins if self.mentions[j].span.text.lower() not in POSSESSIVES)  # "his office" is not he
            at = next((j for j in begins if self.text[self.mentions[j].span.end] not in "’'"), None)
        return None if at is None else self.entity(at)

    def labelled(self, i: int) -> Entity | None:
        """Whom the label of a mention's line names, "VELD: The minister says …": whoever speaks there."""
        line = self.text.rfind("\n", 0, self.mentions[i].span.start) + 1
        at = bisect_left(self.mentions, line, key=lambda m: m.span.start)
        first = self.mentions[at].span
        return self.entity(at) if first.start == line and self.text.startswith(":", first.end) else None

    def spoke_before(self, i: int) -> list[Entity | None]:
        """Those who have spoken before a mention in its paragraph, the first of them first."""
        here = self.mentions[i].span.start
        return list(dict.fromkeys(self.whose(s) for s in self.outermost if self.text.rfind("\n", 0, here) < s.start < here))

    def speaker_of(self, span: Span) -> Entity | None:
        """Who says the words that a mention stands in."""
        said = next((a for a in self._statements if a.source and any(part.covers(span) for part in (*a.content, *a.source, *a.cue))), None)
        return self._source_of(said)

    def _source_of(self, said: Attribution | None) -> Entity | None:
        return self.entity(self._index.get(said.source[0], -1)) if said else None

    def quoted_speaker(self, i: int) -> Entity | None:
        """Who is quoted with the words that a mention stands in: in them "he" is somebody else."""
        here = self.mentions[i].span
        return self._source_of(next((a for a in self._direct if any(part.covers(here) for part in a.content)), None))

    def told_by(self, i: int) -> Sequence[Span]:
        """What is said by the source that a mention is; nothing if it is none."""
        return self._contents.get(self.mentions[i].span, ())

    def subject_told(self, i: int) -> Entity | None:
        """The body that is the subject of what a source behind it says: "Orvania will send a team, its government announced"."""
        here, said = self.mentions[i].span, self.told_by(i)
        if len(said) != 1 or said[0].end > here.start or said[0].text[0] in '“„«"':
            return None
        if not BEHIND_DATELINE.fullmatch(self.text, self.sentence_start(i), said[0].start):
            return None
        first = next((j for j in self._inside(said) if self.mentions[j].span.text.lower() not in PRONOUNS), None)
        begins = first is not None and self.mentions[first].span.start - said[0].start <= len("The ")
        subject = self.entity(first) if begins and first is not None else None
        return subject if subject and subject.type in BODIES and subject.names and not subject.members else None

    def is_source(self, i: int) -> bool:
        """Whether a mention is the whole source of a statement."""
        return self.mentions[i].span in self._contents

    def speaks(self, i: int) -> bool:
        """Whether a mention is the whole source of a statement that stands in no other."""
        at = bisect_left(self.outermost, self.mentions[i].span)
        return self.outermost[at : at + 1] == [self.mentions[i].span]

    def cue_of(self, source: Span) -> str:
        """The words that attribute what a source says; none if it is no source."""
        return self._cues.get(source, "")

    def author(self, i: int, documents: frozenset[str]) -> Entity | None:
        """Who said in writing what was said last before a mention: "in a confidential report"."""
        here = self.mentions[i].span.start
        before = [a for a in self._statements if a.source and max(a.source[0].end, a.cue[0].end if a.cue else 0) <= here]
        for a in reversed(before[-WRITTEN:]):
            # The words around the content: "…, the council said in a confidential report dated Monday".
            around = self.text[a.start : min(here, a.end + TOLD)]
            for part in a.content:
                around = around.replace(part.text, "")
            if documents & set(re.findall(r"\w+", around.lower())):
                return self._source_of(a)
        return None

    def persons_near(self, i: int, pronoun: str) -> list[Entity]:
        """Whom a pronoun can mean of the persons named before it in its sentence, or else in the sentence before; the last one first.

        Who is "she" there as a subject is one of them: "Asked whether she knew Veld, she said no". Those named in the very words that it
        is the source of do not count: "Strand knows, he said" tells nothing of him.
        """
        starts = self.sentences_to(self.mentions[i].span.start)
        said = self._contents.get(self.mentions[i].span, ())
        found: dict[Entity, int] = {}
        subjects: dict[Entity, int] = {}
        for j in range(i - 1, -1, -1):
            m = self.mentions[j]
            entity = self.entity(j)
            if m.span.start < starts[0]:
                break
            if pronoun and m.span.text.lower() in ("he", "she") and entity and self.can_be(pronoun, entity):
                subjects.setdefault(entity, m.span.start)
            if m.span.text.lower() in PRONOUNS or any(part.covers(m.span) for part in said):
                continue
            if entity and entity.type == "person" and entity.names and self.can_be(pronoun, entity):
                found.setdefault(entity, m.span.start)
        for start in reversed(starts[-2:]):
            there = [e for e, at in found.items() if at >= start]
            subject = [e for e, at in subjects.items() if at >= start and e not in there]
            if there or subject:
                return [*there, *subject]
        return []

    def can_be(self, pronoun: str, entity: Entity) -> bool:
        """Whether a person can be meant by a pronoun: nobody is both he and she."""
        gender, known = gender_of(pronoun), self.genders.get(entity.key) or gender_of(entity.mentions[0].text)
        if known is None and not entity.names:  # "the premier" of whom the report has gone on as "she"
            known = next(
                filter(None, (gender_of(m.text) for m in entity.mentions if m.text.lower() in PRONOUNS and m in self._contents)), None
            )
        return gender is None or known is None or known == gender

    def met(self, i: int, entity: Entity) -> Entity | None:
        """The only other person in the last contact told of before a mention in which somebody takes part."""
        here = self.mentions[i].span.start
        for part in self._contacts:
            if part.start < here:
                inside = dict.fromkeys(e for j in self._inside([part]) if j < i and (e := self.entity(j)) and e.type == "person")
                others = [e for e in inside if e is not entity]
                if entity in inside and others:
                    return others[0] if len(others) == 1 else None
        return None

    @cached_property
    def gone_on(self) -> dict[int, str]:
        """Mention → "he" or "she", as the subjects after it go on that the reading model surely ties to it."""
        sure = (m for m in self.mentions if m.score >= SURE and m.span.text.lower() in ("he", "she"))
        told = {(m.antecedent, m.span.text.lower()) for m in sure if m.antecedent is not None}
        return {i: gender for i, gender in told if (i, "she" if gender == "he" else "he") not in told}

    def index_of(self, span: Span) -> int:
        """The place of a mention among all."""
        return self._index[span]

    def last_named(self, span: Span, types: frozenset[str], pronoun: str) -> Entity | None:
        """The last entity of some types that has a name and that a pronoun can mean, in or before a mention."""
        i = self._index[span]
        inner = (self.entity(j) for j in range(i + 1, min(len(self.mentions), i + 6)) if span.covers(self.mentions[j].span))
        return next((e for e in (*inner, *self.before(i)) if e and e.type in types and e.names and self.can_be(pronoun, e)), None)
