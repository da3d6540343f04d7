"""Whose words they are: the entity that a statement's source refers to."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

from onrecord.model import Attribution, Reading, Report, Span
from onrecord.reading.forms.letters import SALUTATION, find_letter
from onrecord.reading.language.agreement import ME, WE
from onrecord.resolving.attribution.headlined import find_introduced_below, find_repeated
from onrecord.resolving.attribution.hearsay import HEARSAY, name_of_hearsay
from onrecord.resolving.attribution.interviews import ANSWERS, LABEL, find_guest, is_answer, opens_line
from onrecord.resolving.attribution.issuers import addressees_of, issuer_of
from onrecord.resolving.attribution.quoting import is_version
from onrecord.resolving.cast.cast import Cast, Entity
from onrecord.resolving.cast.outlets import is_body, is_own_outlet
from onrecord.resolving.cast.shortenings import find_bearer
from onrecord.resolving.names.forms import OUTLET, PEOPLE_PRONOUNS, PRONOUNS
from onrecord.resolving.names.offices import SAME_OFFICE, same_office
from onrecord.resolving.names.titles import split_title


@dataclass(frozen=True)
class Speaker:
    """The entity that speaks, if one was found, and why it is this one."""

    entity: Entity | None
    why: str = ""


#: What answers are labelled with: "HV".
INITIALS = re.compile(r"[^\W\d_a-z]{2,3}")
#: Between the words of a statement and the next verb of the same subject: "… and warned".
GOES_ON = re.compile(r"[,;]?\s*(?:(?:and|but|or|then|also|only)\s*)*", re.I)
#: What has a subject of its own, or tells what somebody was told.
OF_ITSELF = re.compile(
    r"(?:it|there)\b|(?:was|were|is|are|has been|have been) (?:told|promised|assured|informed|warned|asked|offered)\b", re.I
)
#: Between a quotation and the next: at most the rest of the sentence, "… on the steps."
REST_OF_SENTENCE = re.compile(r"[”’\"»]?(?:[^.!?\n“„«\"]{0,80}[.!?,;:—–]?[”’\"»]?)\s*")
#: Whom an outlet has spoken to and cited before: "the agency's interlocutor said".
OWN_SOURCE = re.compile(
    rf"(?:the|our) (?:(?:{OUTLET}|service)[’']s )?(?:interlocutor|source)s?"
    rf"|(?:the |our )?(?:interlocutor|source)s? of the (?:{OUTLET}|service)",
    re.I,
)
#: A quotation that goes on in the next paragraph has no more between its parts.
LINE_BREAK = 4
#: "The ship came near and | demanded": the subject of the sentence, which is not who writes.
ELIDED = re.compile(r"(?:^|[.!?] )(?:(?!\b(?:I|[Ww]e)\b)[^.!?\n])+ (?:and|but) (?:then |also )?$", re.M)
INVITES = re.compile(r"\binvit(?:es|ed)$", re.I)
ACCEPTS = re.compile(r"(?:(?:has|had|also|gladly|gratefully) )*(?:accept(?:s|ed)|declin(?:es|ed)|thank(?:s|ed))\b", re.I)

#: Behind a subject: its verb, or the comma before who says so.
IS_SUBJECT = re.compile(r", | (?!(?:of|and|or|in|at|for|to|from)\b)[a-z]")


def find_speakers(text: str, reading: Reading, cast: Cast) -> list[Speaker]:
    """A speaker for each attribution, in order.

    A source that names somebody is that entity, but the label of an answer ("A:") names nobody. A statement without a source
    goes on from the quotation directly before it, or answers in an interview; otherwise it stays open: a quote is never given
    away by guessing further.
    """
    speakers: list[Speaker] = [Speaker(None)] * len(reading.attributions)
    order = sorted(range(len(speakers)), key=lambda i: reading.attributions[i].start)
    found = [i for i in order if is_answer(reading.attributions[i], text)]
    answers = [i for i in order if i in found or opens_line(reading.attributions[i], text)] if len(found) >= ANSWERS else []
    labelled = {i for i in answers if (s := reading.attributions[i].source) and INITIALS.fullmatch(s[0].text)}
    for place, i in enumerate(order):
        a = reading.attributions[i]
        if i in labelled and (bearer := find_bearer(a.source[0].text, cast.entities)):
            speakers[i] = Speaker(bearer, f"“{a.source[0].text}” are the initials of {bearer.name}")
        elif a.source and not LABEL.fullmatch(a.source[0].text):
            speakers[i] = _named(a, cast)
        elif i not in answers:
            before = [(reading.attributions[j], speakers[j]) for j in order[:place]]
            speakers[i] = _of_version(a, before) if is_version(text, a) else _unnamed(text, a, before)
    guest = find_guest(text, reading, cast, [s.entity for s in speakers], answers) if answers else None
    if guest:
        speakers = [
            _of_guest(text, a, speaker, guest, i in answers)
            for i, (a, speaker) in enumerate(zip(reading.attributions, speakers, strict=True))
        ]
    for i in order:
        speakers[i] = _in_headline(text, reading, i, speakers)
    for place, i in enumerate(order):
        speakers[i] = _cited_before(reading, i, order[:place], speakers)
    for last, i in pairwise(order):
        invited = _invited(text, reading.attributions[last], reading.attributions[i], cast)
        if invited and speakers[i].entity is speakers[last].entity and invited is not speakers[last].entity:
            speakers[i] = Speaker(invited, f"{invited.name} was invited before, and nobody accepts his own invitation")
    for i in order:
        speakers[i] = _not_teller(reading, i, _not_subject(text, reading.attributions[i], speakers[i], cast), speakers, cast)
    for i in order:
        a = reading.attributions[i]
        outer = speakers[a.inside].entity if a.inside is not None else None
        if outer and a.source and ME.fullmatch(a.source[0].text):
            speakers[i] = Speaker(outer, f"“{a.source[0].text}” in the words of {outer.name}")
    return speakers


def _of_guest(text: str, a: Attribution, speaker: Speaker, guest: Entity, is_answer: bool) -> Speaker:
    """The speaker of a statement of an interview, whose answers and headline are its guest's words if they are nobody else's."""
    if speaker.entity:
        return speaker
    if is_answer:
        return Speaker(guest, f"answers in the interview with {guest.name}")
    if a.start < text.find("\n") and not a.source and not a.cue and a.kind == "direct":
        return Speaker(guest, f"the headline quotes the interview with {guest.name}")
    return speaker


def _in_headline(text: str, reading: Reading, i: int, speakers: Sequence[Speaker]) -> Speaker:
    """The speaker of a statement, in the headline who says the same below or is introduced there."""
    a, entity, headline = reading.attributions[i], speakers[i].entity, text.find("\n")
    known = [s.entity for s in speakers]
    if a.start < headline and not a.source and entity is None:
        return Speaker(*find_repeated(a, reading, known))
    if a.start < headline and a.source and entity and not entity.names:
        meant, why = find_introduced_below(a.source[0], entity, reading, known, headline)
        return Speaker(meant, why) if meant else speakers[i]
    return speakers[i]


def _cited_before(reading: Reading, i: int, before: Sequence[int], speakers: Sequence[Speaker]) -> Speaker:
    """The speaker of a statement; "the agency's interlocutor" is whom it has cited before without a name."""
    a = reading.attributions[i]
    if not a.source or not OWN_SOURCE.fullmatch(a.source[0].text):
        return speakers[i]
    earlier = (speakers[j].entity for j in reversed(before) if reading.attributions[j].inside is None)
    cited = next((e for e in earlier if e and e.type == "unnamed"), None)
    return Speaker(cited, f"“{a.source[0].text}” is {cited.name}, cited before") if cited else speakers[i]


def _not_subject(text: str, a: Attribution, speaker: Speaker, cast: Cast) -> Speaker:
    """The speaker of a statement, or whoever was named before him, if he is the subject of what "he" says.

    In "the president, he said, was ill" he is not the president (principle C).
    """
    if speaker.entity is None or not a.source or a.source[0].text.lower() not in PEOPLE_PRONOUNS or a.kind == "direct":
        return speaker
    start = a.content[0].start if a.content else a.source[0].start
    subject = max((m for m, e in cast.mentions() if m.start == start and e is speaker.entity), key=lambda m: m.end, default=None)
    if subject is None or a.source[0].start < subject.end or subject.text.lower() in PRONOUNS or not IS_SUBJECT.match(text, subject.end):
        return speaker
    paragraph = text.rfind("\n", 0, start)
    before = [(m, e) for m, e in cast.mentions() if paragraph < m.start and m.end <= start and e.type in ("person", "unnamed")]
    meant = next((e for _, e in reversed(before) if e is not speaker.entity), None)
    return Speaker(meant, f"“{a.source[0].text}” is not {speaker.entity.name}, of whom he tells") if meant else speaker


def _not_teller(reading: Reading, i: int, speaker: Speaker, speakers: Sequence[Speaker], cast: Cast) -> Speaker:
    """The speaker of a statement, or another one if who tells of it was taken for him.

    Who tells of himself says "I", or is "he" in what he says (principle C of binding, Chomsky 1981): in "she said the minister had sworn"
    she is not the minister. In "he said, the aide recalled" he is not the aide.
    """
    a, entity = reading.attributions[i], speaker.entity
    if entity is None or not a.source:
        return speaker
    source, pronoun = a.source[0], a.source[0].text.lower() in PRONOUNS
    outer = None if a.inside is None else reading.attributions[a.inside].source
    if split_title(source.text).name:
        return speaker
    told = not pronoun and outer and outer[0] != source and a.inside is not None and speakers[a.inside].entity is entity
    if not told and not any(cast.entity_at(span) is entity for span in a.via if span != source):
        return speaker
    role, human = split_title(source.text).role, source.text.lower() in PEOPLE_PRONOUNS
    before = [(m, e) for m, e in cast.mentions() if m.end <= a.start and e is not entity and e.type == "person"]
    held = [(e, split_title(m.text).role) for m, e in before]
    meant = [e for e, office in held if human or (role and office and same_office(role, office).score >= SAME_OFFICE)]
    if meant:
        return Speaker(meant[-1], f"“{source.text}” is not {entity.name}, who tells of it")
    types = {m.span: m.type for m in reading.mentions}
    return Speaker(None) if pronoun else Speaker(Entity(-1 - i, types.get(source, "unnamed"), mentions=[source]))


def _invited(text: str, before: Attribution, a: Attribution, cast: Cast) -> Entity | None:
    """Who was invited in the statement before one that accepts or declines, in its paragraph."""
    if not before.cue or not a.cue or not a.source or not INVITES.search(before.cue[0].text) or not ACCEPTS.match(a.cue[0].text):
        return None
    if "\n" in text[before.cue[0].end : a.start]:
        return None
    start = before.cue[0].end + 1
    guests = cast.within(Span.of(text, start, max(start, a.start)))
    return next((e for m, e in guests if m.start - start <= len("the ") and e.type == "person"), None)


def add_unheard(report: Report, reading: Reading, cast: Cast, speakers: Sequence[Speaker]) -> tuple[Cast, list[Speaker]]:
    """The cast and speakers with an unnamed source for each piece of hearsay, and the outlet for what "we" report.

    Sources that nobody names can be the same or not: each is an actor of its own.
    """
    entities, out = list(cast.entities), list(speakers)
    entities += [s.entity for s in speakers if s.entity and s.entity.key < 0]
    interview = sum(is_answer(a, report.text) for a in reading.attributions) >= ANSWERS
    issuer, letter = issuer_of(report.text, cast), SALUTATION.search(report.text) or find_letter(report.text)
    for i, a in enumerate(reading.attributions):
        if a.inside is not None:
            continue
        if speakers[i].entity is None and not a.source and a.cue and HEARSAY.fullmatch(a.cue[0].text) and not is_body(report.outlet):
            entities.append(Entity(len(entities), "unnamed", names=Counter([name_of_hearsay(a.cue[0].text)]), mentions=[a.cue[0]]))
            out[i] = Speaker(entities[-1], "nobody is named who says this")
        elif issuer and a.source and (WE.fullmatch(a.source[0].text) or a.source[0].text == "I") and not _is_quoted(a, reading):
            out[i] = Speaker(issuer, f"“{a.source[0].text}” in a text of {issuer.name}")
        elif a.source and WE.fullmatch(a.source[0].text) and report.outlet and not _is_quoted(a, reading):
            outlet = _own_outlet(report, entities, a)
            out[i] = Speaker(outlet, f"“{a.source[0].text}” outside quotations is {outlet.name}")
        elif speakers[i].entity is None and is_answer(a, report.text) and is_body(report.outlet):
            body = issuer or _own_outlet(report, entities, a)
            out[i] = Speaker(body, f"an answer in a text of {body.name}")
        elif speakers[i].entity is None and letter and issuer and a.cue and not a.source and a.kind != "direct":
            before = report.text[report.text.rfind("\n", 0, a.cue[0].start) + 1 : a.cue[0].start]
            if not ELIDED.search(before):
                out[i] = Speaker(issuer, f"{issuer.name} signs the letter")
        elif a.source and a.source[0].text == "I" and not interview and not _is_quoted(a, reading):
            author = _author(report, a, reading, cast, entities, speakers, speakers[i].entity)
            out[i] = Speaker(author, "“I” outside quotations is who wrote the report")
    return replace(cast, entities=tuple(entities)), out


def _own_outlet(report: Report, entities: list[Entity], a: Attribution) -> Entity:
    """The report's own outlet, which is added to the entities if it is not among them."""
    outlet = next((e for e in entities if e.type == "outlet" and is_own_outlet(e.name, report)), None)
    if outlet is None:
        outlet = Entity(len(entities), "outlet", names=Counter([report.outlet or ""]), mentions=[(a.source or a.content)[0]])
        entities.append(outlet)
    return outlet


def _author(
    report: Report,
    a: Attribution,
    reading: Reading,
    cast: Cast,
    entities: list[Entity],
    speakers: Sequence[Speaker],
    read: Entity | None,
) -> Entity | None:
    """Who calls himself "I" in a report: its only author, or else whom the model reads, if he is not quoted in it like others."""
    if len(report.authors) == 1:
        known = next((e for e in entities if e.name == report.authors[0]), None)
        if known is None:
            known = Entity(len(entities), "person", names=Counter(report.authors), mentions=[a.source[0]])
            entities.append(known)
        return known
    others = (o.source[0].text for o, s in zip(reading.attributions, speakers, strict=True) if o.source and s.entity is read)
    return None if any(words != "I" for words in others) or read in addressees_of(report.text, cast) else read


def _is_quoted(a: Attribution, reading: Reading) -> bool:
    return a.kind == "direct" or any(o is not a and content.overlaps(a.source[0]) for o in reading.attributions for content in o.content)


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
        if (
            a.cue
            and a.cue[0].start == a.start
            and not OF_ITSELF.match(a.cue[0].text)
            and "\n" not in between
            and GOES_ON.fullmatch(between)
        ):
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
