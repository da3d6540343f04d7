"""Whom a mention without a name means: a pronoun here, an office or another description by its own rules."""

from __future__ import annotations

import re

from onrecord.model.entries import BODIES
from onrecord.reading.language.agreement import FAMILIES
from onrecord.resolving.cast.binding import subject_of_clause, surer_than, who_answers
from onrecord.resolving.cast.cast import Entity, is_own_voice
from onrecord.resolving.cast.descriptions import find_described
from onrecord.resolving.cast.officeholders import CountryOf
from onrecord.resolving.cast.presentations import FULL_NAME
from onrecord.resolving.cast.publications import find_issuer
from onrecord.resolving.cast.sight import SURE, TRUSTED, Antecedent, Sight
from onrecord.resolving.cast.subjects import doer_before, person_before
from onrecord.resolving.cast.twosomes import joined_before, two_before, two_speakers
from onrecord.resolving.names.forms import BODY_PRONOUNS, INDEFINITE, PEOPLE_PRONOUNS, PRONOUNS, SENT_BY_TWO
from onrecord.resolving.names.genders import gender_of, gender_of_name
from onrecord.resolving.names.kinds import are_several
from onrecord.resolving.names.offices import SAME_OFFICE, same_office

#: "Both" after "Kostan and Ashkadi"; "the latter" of two persons.
BOTH = re.compile(r"both|neither|the two|the pair|the two of them", re.I)
ONE = re.compile(r"(?:an?|one|another|his|her|its|their)\s", re.I)
TWO_OFFICES = re.compile(r"(?:the two|both)(?: of the)? (?P<office>(?:[\w-]+ ){0,2}\w+s)", re.I)
TWO = re.compile(r"(?:(?:the )?two|both)\s", re.I)
LATTER = re.compile(r"the (latter|former)", re.I)
REFLEXIVE = re.compile(r"(?:he himself|she herself|it itself|they themselves)")
#: "Her Excellency" is said of her.
HONOUR = re.compile(r"(his|her) (?:excellency|majesty|highness|holiness|eminence|grace|beatitude)", re.I)
#: So many characters back two are still spoken of.
NEAR = 300
#: Never whom anything before it means.
OTHER = re.compile(r"the others?\b", re.I)
YOU, THEY = FAMILIES["you"], FAMILIES["they"]
MANY = re.compile(
    r"(?:the )?(?:two|three|four|five|six|\d+|several|some|many|most|few|other|both|people|those|persons)\b.*"
    r"|.*(?:[^s’']s|people|staff|men|women)$",
    re.I,
)


def find_antecedent(sight: Sight, i: int, country_of: CountryOf) -> Antecedent:
    """Whom a mention without a name means, and why; None if nothing tells.

    Args:
        sight: the mentions, and the entities found so far.
        i: the mention's index.
        country_of: the country that words belong to.
    """
    words = sight.mentions[i].span.text
    lower = words.lower()
    if lower in PRONOUNS or REFLEXIVE.fullmatch(lower):
        return _of_pronoun(sight, i, lower.split()[0])
    if honour := HONOUR.fullmatch(words):
        titled = [e for e in sight.before(i) if e.names and any(m.text.lower().startswith(f"{lower} ") for m in e.mentions)]
        styled = next((e for e in titled if e not in sight.apart(i)), None)
        return (styled, f"is how {styled.name} is addressed") if styled else _of_pronoun(sight, i, honour[1].lower())
    if BOTH.fullmatch(words):
        near = sight.mentions[i].span.start - NEAR
        group = next(
            (
                e
                for e in sight.before(i)
                if (e.type == "group" and e.members) or (e.mentions[-1].start > near and TWO.match(e.mentions[0].text))
            ),
            None,
        )
        return group, "are the two named together before" if group else ""
    if (issued := find_issuer(sight, i))[0]:
        return issued
    if INDEFINITE.match(words) or OTHER.match(words) or SENT_BY_TWO.match(words):
        return None, ""
    if ordinal := LATTER.fullmatch(words):
        return _of_two(sight, i, ordinal[1].lower())
    return find_described(sight, i, country_of)


def find_two(sight: Sight, i: int) -> list[Entity]:
    """The two whom "both" or "the two ministers" means: who have just spoken, or the only two named who hold that office."""
    words = sight.mentions[i].span.text
    if BOTH.fullmatch(words):
        return two_speakers(sight, i) or two_before(sight, i)
    if not (several := TWO_OFFICES.fullmatch(words)):
        return []
    role = several["office"].removesuffix("s")
    persons = dict.fromkeys(e for e in sight.before(i) if e.type == "person" and e.names)
    two = [e for e in persons if any(same_office(role, known).score >= SAME_OFFICE for known in e.roles)]
    return two[::-1] if len(two) == 2 else []


def _of_two(sight: Sight, i: int, which: str) -> Antecedent:
    at = 0 if which == "latter" else 1
    if pair := joined_before(sight, i):
        return pair[1 - at], f"is the {('last', 'first')[at]} of two named together"
    wanted = BODIES if sight.mentions[i].type in BODIES else frozenset({"person", "unnamed"})
    before = list(dict.fromkeys(e for e in sight.before(i) if e.type in wanted))
    # Somebody without a name in between, "a waiter noticed", is not one of two who have names.
    alike = not any(e.names for e in before[:2])
    two = before[:2] if alike else [e for e in before if e.names][:2]
    # Who is named further up than the paragraph is not one of the two: the other one was not read.
    line = sight.text.rfind("\n", 0, sight.mentions[i].span.start) + 1
    if len(two) < 2 or any(all(m.start < line for m in e.mentions if m.start < sight.mentions[i].span.start) for e in two):
        return None, ""
    return two[at], "is the last of two named" if at == 0 else "is the first of two named"


def _of_pronoun(sight: Sight, i: int, pronoun: str) -> Antecedent:
    if pronoun in ("who", "which") and (adjacent := sight.adjacent(i)):
        return adjacent, "stands directly after"
    if named := sight.in_brackets(i):
        return named, "is named in brackets"
    pointed, speaker = _pointed(sight, i), sight.speaker_before(i)
    if pronoun == "which" and not (pointed and sight.is_told_before(i, pointed)):
        return None, ""  # "adopted Resolution 12, which condemned …": what it says more of was not read
    if pronoun in YOU and pointed and pointed is sight.labelled(i):
        return None, ""  # who asks means who answers
    if pronoun in PEOPLE_PRONOUNS:
        # Who is quoted calls himself "I".
        others = [sight.quoted_speaker(i), subject_of_clause(sight, i), *sight.apart(i)]
        pointed, speaker = (None if e in others or (e and is_own_voice(e)) else e for e in (pointed, speaker))
        pointed = None if pointed and _is_headline_only(sight, pointed) else pointed
        if (doer := doer_before(sight, i, pronoun)) and doer not in others:
            return doer, "is the subject of the sentence"
        if speaker and (subject := person_before(sight, i, pronoun)) and subject not in others:
            return subject, "is the subject of the sentence"
        if speaker and (answers := who_answers(sight, i, pronoun, speaker)) and answers not in others:
            return answers, f"is who answers {speaker.name}"
        if speaker and not sight.can_be(pronoun, speaker) and (other := sight.met(i, speaker)) and sight.can_be(pronoun, other):
            return other, f"is whom {speaker.name} has met"
        if speaker and _is_one(speaker) and sight.can_be(pronoun, speaker):
            surer = surer_than(sight, i, pronoun, speaker)
            return (surer, "is whom the model surely points to") if surer else (speaker, "speaks on")
        near = [e for e in sight.persons_near(i, pronoun) if e not in others]
        likely = [e for e in near if (told := gender_of_name(e.name)) and told[0] == gender_of(pronoun)] or near
        if near and (len(near) == 1 or pointed not in (likely if sight.mentions[i].score < SURE else near)):
            return likely[-1], "is the only person named in the sentence"
        if pointed and pointed.type in ("person", "unnamed") and sight.can_be(pronoun, pointed) and not _are_many(pointed):
            return pointed, "points back, as the model reads it"
        ones = (e for e in sight.before(i) if _is_one(e) and not _is_headline_only(sight, e))
        persons = (e for e in ones if e not in others and not is_own_voice(e) and not _are_they(e))
        last = next((e for e in persons if sight.can_be(pronoun, e)), None)
        return last, "is the last person named" if last else ""
    if pronoun in THEY and speaker and can_be_they(speaker) and speaker.type in ("group", "unnamed"):
        return speaker, "speak on"
    if pronoun in ("this", "that") or (pronoun in ("these", "those") and not (pointed and can_be_they(pointed))):
        return None, ""  # something said or done, or some of whom nothing more is told
    if pronoun in BODY_PRONOUNS and speaker and not speaker.members and speaker.type in BODIES:
        return speaker, "speaks on"
    if pronoun == "it" and (teller := sight.subject_told(i)):
        return teller, "is the subject of what it says"
    if pronoun in THEY and (pointed is None or not can_be_they(pointed)):
        many = next((e for e in sight.before(i) if e.type in ("group", "unnamed") and can_be_they(e)), None)
        return many, "are the last ones spoken of" if many else ""
    if pronoun in BODY_PRONOUNS and (pointed is None or pointed.type in ("person", "unnamed")):
        if sight.is_source(i):
            return None, ""  # "it denied the report": as often a letter or a body without a name
        body = next((e for e in sight.before(i) if e.type in BODIES and e.names and not e.members), None)
        return body, "is the last body named" if body else ""
    return pointed, "points back, as the model reads it" if pointed else ""


def _is_headline_only(sight: Sight, entity: Entity) -> bool:
    """Whether somebody without a name stands in the headline only: "Island premier says no", who is named below."""
    called = [m for m in entity.mentions if m.text.lower() not in PRONOUNS]
    return not entity.names and bool(called) and max(called).end <= sight.text.find("\n")


def _is_one(entity: Entity) -> bool:
    """Whether somebody is one person: no "he" means "analysts"."""
    if _are_many(entity):
        return False
    return entity.type == "person" or (entity.type == "unnamed" and bool(ONE.match(entity.mentions[0].text)))


def _are_many(entity: Entity) -> bool:
    """Whether somebody without a name is called by a plural; in “Anna Veld heads the bureau” that is a verb."""
    words = entity.mentions[0].text
    return not entity.names and not FULL_NAME.match(words) and are_several(words)


def _are_they(entity: Entity) -> bool:
    """Whether some are only called "they"."""
    return not entity.names and all(m.text.lower() in THEY for m in entity.mentions)


def _pointed(sight: Sight, i: int) -> Entity | None:
    """Whom the reading model points to; where that has no name, "minister" in a headline, who is named and points there too."""
    pointed, at = sight.pointed(i), sight.mentions[i].antecedent
    if pointed is None or at is None or pointed.names:
        return pointed
    beside = (sight.entity(j) for j in range(at + 1, i) if sight.mentions[j].antecedent == at and sight.mentions[j].score >= TRUSTED)
    return next((entity for entity in beside if entity and entity.names and entity.type == pointed.type), pointed)


def can_be_they(entity: Entity) -> bool:
    """Whether "they" can be meant: several, or a body; no person with a name."""
    if entity.members or entity.type in BODIES:
        return True
    words = entity.mentions[0].text.partition(",")[0]
    return not entity.names and (bool(MANY.fullmatch(words)) or are_several(words))
