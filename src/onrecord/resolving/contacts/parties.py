"""Who takes part in a contact: those that its words name, then its sentence, then what was spoken of before."""

from __future__ import annotations

import re
from collections.abc import Sequence

from onrecord.model import ContactEvidence, Report, Span
from onrecord.model.entries import GIVEN, SIDE_TYPES, TALKS
from onrecord.reading.contacts.occasions import ONE_OF_SERIES
from onrecord.reading.language.agreement import FIRST_PERSON
from onrecord.resolving.cast.cast import Cast, Entity
from onrecord.resolving.contacts.company import (
    AGAIN,
    BARE,
    EACH,
    THEIRS,
    Around,
    is_plural,
    nameless,
    names_others,
    names_unread,
    principal,
    speakers_meant,
)
from onrecord.resolving.contacts.guests import invited, visited
from onrecord.resolving.contacts.pairs import WITH_BOTH, can_hold, office_named, people_meant, stand_in
from onrecord.resolving.contacts.participants import named_in, named_parties
from onrecord.resolving.contacts.sides import EVERYBODY, PARTIES, one_side, side_of
from onrecord.resolving.contacts.teams import both_sides, sent_by
from onrecord.resolving.names.forms import SENTENCE_END

CAME_FOR = re.compile(
    r"\b(?:delegations?|sides?|teams?|envoys|emissaries|diplomats|colleagues|negotiators|representatives|counterparts)\b", re.I
)
#: Words that mean everybody who takes part, and nobody by name.
SIDES = re.compile(
    rf"\b(?:the|both|two|all|each|neither)(?: two)? (?:(?-i:[a-z])\w* )?(?:{PARTIES}|officers|doctors)\b"
    r"|\beach other\b"
    r"|\b(?:meeting|session|round|sitting) of (?:(?:army|medical|military|technical|the|joint) )*(?:experts|doctors|officers|officials"
    r"|engineers|negotiators|commissions?)\b"
    r"|^(?:(?:army|medical|military|technical|senior|our|two) )*(?:experts|doctors|officers|officials|engineers|delegations|teams"
    r"|negotiators)\b",
    re.I,
)
#: "Receives the delegations", "met both sides": whoever does meets all of them.
MEETS_SIDES = re.compile(
    r"\b(?:receiv(?:e|es|ed|ing)|met|meets?|meeting|sees?|saw|sp(?:eaks?|oke|oken)|talk(?:s|ed)?|visit(?:s|ed)?|pa(?:ys?|id))"
    r"(?: (?:with|to))? (?:envoys of |representatives of )?(?:the|both|all)(?: two| three)? (?:[a-z]+ )?(?:sides|parties"
    r"|delegations|teams|camps)\b",
    re.I,
)
#: "The first three took place …": one of a series that was spoken of before.
#: What says that there is another beside the one that is named.
WITH = re.compile(r"\b(?:with|and|between|together|counterpart|each other|them|him|her)\b", re.I)
#: "Invited both to come": those who are asked take part, the one who asks them is the host.
ASKED = re.compile(r"\b(?:invit|ask|urg|propos|encourag|call(?:ed)? (?:on|upon))\w*\b", re.I)
BOTH = re.compile(r"\b(?:both|them|the two)\s*$", re.I)
#: "One is being prepared": what it is stands in the sentence before.
IT = re.compile(r"(?:one|it|that|this)\b", re.I)
#: Evidence that begins with a verb: its subject stands before it.
GOES_ON = re.compile(
    r"(?:to|and|is|are|will|would|could|agreed|expected|due|meet|visit|receive|hold|speak|intends?|plans|wants|hopes|travel(?:s|led)"
    r"|fl(?:ies|ew)|(?:had|has|have) (?:\w+ )?(?:met|spoken|talked|seen|visited|received|written|been|offered|agreed|promised)"
    r"|met|handed|gave|summon(?:s|ed)|telephone[sd]|phone[sd]|rang|wrote|received?s?|visit(?:s|ed)|invited)\b"
)
THEY = re.compile(r"(?:they|both|the two)\b(?! of\b)", re.I)
#: Of these the subject is the one named last ("invited Veld to visit"), of other verbs that go on the first.
OF_THE_LAST = re.compile(r"(?:to|meet|visit|receive|hold|speak|had|has|have|met)\b")
US = re.compile(r"\b(?:us|me)\b")
WHOSE = re.compile(r"\b(?:between|with)\b", re.I)
#: An occasion that is not one told before: "an urgent meeting with the president"; who asked for it or had it stands before.
A_NEW_ONE = re.compile(
    r"(?:an?|another|further) (?:[\w-]+ ){0,2}?(?:meeting|call|conversation|audience|visit|letter|note|message|session|lunch|dinner)"
    r" (?:with|to|by)\b"
)
#: "They were joined by Strand", "Strand joined them": those told of before, and one more.
JOINED_BY = re.compile(r"\bjoin(?:ed|s|ing)? (?:by|them|the two|the pair|both)\b")
#: What nobody does alone: "we have exchanged drafts".
EXCHANGED = re.compile(r"\b(?:exchang|swapp)(?:ed|es|ing)\b")


def find_parties(report: Report, c: ContactEvidence, cast: Cast, hosts: list[Entity], around: Around) -> list[Entity]:
    """The parties of a contact, in the order of the text.

    Talks and mediations are between sides: those that the evidence names, or else those of the report. Of everything else the
    evidence counts first; if it names fewer than two, then whoever tells of it in the first person, another contact of the kind
    that whoever is named took part in, the rest of the sentence and the sentence before are asked, in this order. A contact
    that names one country cannot be with the same country again.
    """
    found = named_parties(report.text, c, cast, hosts)
    if both := both_sides(c, found, around.sides, cast):
        return both
    if c.kind in TALKS:
        found = found or _series(report.text, _sentence_starts(report.text, c.evidence[0])[0], c, cast, hosts)
        # "Talks between Veld and Strand" are theirs, and so are those of Veld with Strand.
        people = len(found) > 1 and all(e.type == "person" and e.names and not is_plural(e) for e in found)
        theirs = people and any(WHOSE.search(span.text) for span in c.evidence)
        found = found if theirs else _talking(found, cast, around) or _unknown_sides(c, cast)
    elif guests := invited(report.text, _sentence_starts(report.text, c.evidence[0])[-1], c, cast, hosts):
        found = guests
    elif not _is_whole(c, found) or _people_meant(report.text, c, cast, around):
        found = _completed(report.text, c, cast, hosts, around, found)
    if c.kind == "visit" and len(found) == 1:
        found = [*found, *(visited(report.text, c, found[0], cast) or _visiting_us(c, around))]
        found = list(dict.fromkeys(found))
    if around.teller in found and not any(e is around.teller for _, e in cast.within(c.evidence[0])):
        # Who tells of it for somebody else only speaks for him.
        found = [spoken for e in found if (spoken := principal(e, cast) if e is around.teller else e)]
    each = [member for e in found for member in ([cast.entities[key] for key in sorted(e.members)] or [e])]
    return list(dict.fromkeys(country_of(e, cast) for e in each))


def _visiting_us(c: ContactEvidence, around: Around) -> list[Entity]:
    """Who tells that he was visited: "came to see us"."""
    return next((speakers_meant(us[0], c, around) for span in c.evidence if (us := US.search(span.text))), [])


def _talking(found: list[Entity], cast: Cast, around: Around) -> list[Entity]:
    """The sides of talks: those named, or else those of the report, with whoever is named among them."""
    named = list(dict.fromkeys(country_of(e, cast) for e in found if e.type in SIDE_TYPES))
    named = [e for n, e in enumerate(named) if not any(one_side(e, other) for other in named[:n])]
    known = [e for e in named if e in around.sides]
    if len(named) > 1:
        return named
    if len(around.sides) > 1 and (not named or known):
        return list(around.sides)
    theirs = [side_of(e, around.sides) or e for e in found if e not in named]
    other = [side for side in around.sides if named and not one_side(side, named[0])]
    return list(dict.fromkeys([*named, *theirs, *other]))[:2]


def _unknown_sides(c: ContactEvidence, cast: Cast) -> list[Entity]:
    """What the evidence calls those who talk, "the negotiators", where nothing tells whose they are."""
    mentions = (found for span in c.evidence for found in cast.within(span))
    return next(([e] for m, e in mentions if e.type in SIDE_TYPES and not e.names and EVERYBODY.fullmatch(m.text)), [])


def _is_whole(c: ContactEvidence, found: list[Entity]) -> bool:
    """Whether who is named is all who take part: of a visit, or a body that meets, or several named as one."""
    if len(found) != 1 or (c.kind != "visit" and GOES_ON.match(c.evidence[0].text)):
        return False
    words = c.evidence[0].text.replace(found[0].mentions[0].text, "")
    if c.kind == "visit":
        return not GOES_ON.match(c.evidence[0].text)
    return c.kind == "meeting" and not WITH.search(words) and (found[0].type == "organization" or is_plural(found[0]))


def _completed(text: str, c: ContactEvidence, cast: Cast, hosts: list[Entity], around: Around, found: list[Entity]) -> list[Entity]:
    words = subject_of(text, c.evidence[0]) + c.evidence[0].text
    sides = around.sides
    if AGAIN.match(c.evidence[0].text) and (those := next((o for o in around.before if _can_be_again(found, o)), None)):
        return list(those)
    if found and around.before and JOINED_BY.search(c.evidence[0].text):
        return list(dict.fromkeys([*around.before[0], *found]))
    whom = nameless(text, c.evidence[0], cast)
    if len(found) == 1 and A_NEW_ONE.match(c.evidence[0].text) and (asks := _named_before(text, c, cast, hosts)):
        return list(dict.fromkeys([asks[-1], *found]))
    before = _named_before(text, c, cast, hosts) if c.kind == "visit" and GOES_ON.match(c.evidence[0].text) else []
    if c.kind in ("meeting", "call") and len(found) < 2 and GOES_ON.match(c.evidence[0].text) and (found := found or whom):
        before = [e for e in _named_before(text, c, cast, hosts) if e.type == "person" and e not in found]
    if visitors := [e for e in before if e.type in ("person", "group")]:
        who = visitors[-1 if OF_THE_LAST.match(c.evidence[0].text) else 0]
        return list(dict.fromkeys([who, *found]))
    found = [stand_in(e, found, cast, around) for e in found]
    # "Foreign minister of Orvania" is no name: who that is the other contacts may tell.
    inviting = WITH_BOTH.search(words) and not found and GOES_ON.match(c.evidence[0].text)
    found = [e for e in _named_before(text, c, cast, hosts) if e.type == "person"][:1] if inviting else found
    people = [e for e in found if e.type == "person" and e.names and e.name[0].isupper() and not is_plural(e)]
    meant = _people_meant(text, c, cast, around) if len(people) < 2 else []
    if meant and all(e in meant for e in people):
        return meant
    if meant and len(people) == 1 and len(meant) == 2 and WITH_BOTH.search(words):
        return [*people, *meant]
    if c.kind in GIVEN and EACH.search(words) and len(sides) == 2:
        givers = [e for e in found if e not in sides] or [e for e in _named_before(text, c, cast, hosts) if not side_of(e, sides)][:1]
        return [*givers, *sides]
    known = [e for e in found if e in sides]
    everybody = any(SIDES.search(span.text) for span in c.evidence)
    if everybody and people and len(found) == 1 and len(sides) > 1 and any(MEETS_SIDES.search(span.text) for span in c.evidence):
        return [*found, *(side for side in sides if not one_side(side, found[0]))]
    if everybody and len(sides) > 2 and len(known) == len(found) < 2:
        return list(sides)
    if everybody and len(sides) == 2 and (len(known) == 2 or len(found) < 2):
        found = known
    if len(found) < 2:
        found += [e for e in speakers_meant(words, c, around) if e not in found]
    if len(found) == 1 and c.kind in GIVEN and EXCHANGED.search(words):
        found = list(next((those for those in (*around.pairs, sides) if found[0] in those), found))
    if len(found) < 2 and THEIRS.match(words) and around.teller and around.teller.type == "person":
        found = list(dict.fromkeys([*found, around.teller]))
    if c.kind in GIVEN and found and len(found) == 1 and found[0].type != "person" and found[0] in sides and len(sides) == 2:
        # What one side sends without a word to whom goes to the other.
        return [found[0], next(side for side in sides if side is not found[0])]
    if len(found) < 2:
        found += [e for e in whom if e not in found]
    if found and (names_others(text, c.evidence[0], cast) or names_unread(text, c.evidence[0], cast)):
        return found
    if not found and BARE.fullmatch(words) and around.others:
        return list(around.others[0])
    if len(found) == 1 and not FIRST_PERSON.search(words):
        found = list(next((other for other in around.others if set(found) <= set(other)), found))
    is_named = bool(found)
    office = office_named(words)
    for more in _further(text, c, cast, hosts, around, found):
        for entity in (
            stand_in(e, found, cast, around) for e in more if not office or e in sides or (e.type == "person" and can_hold(e, office))
        ):
            if len(found) < 2 and entity not in found and not any(one_side(entity, e) for e in found):
                found.append(entity)
    if not found and not office and THEY.match(words) and around.pairs:
        return list(around.pairs[0])
    if c.kind == "meeting" and len(found) == 1 and not is_named and not is_plural(found[0]) and not found[0].members:
        # One alone has no meeting, and who is named beside the words is hardly ever one of those who had it.
        found = []
    return found or ([] if office else _main(c, around))


def _people_meant(text: str, c: ContactEvidence, cast: Cast, around: Around) -> list[Entity]:
    """The two persons that the first evidence with "the two ministers" or the like means."""
    told = (people_meant(text, subject_of(text, span) + span.text, cast, around, span.start) for span in c.evidence)
    return next(filter(None, told), [])


def _can_be_again(found: list[Entity], others: Sequence[Entity]) -> bool:
    """Whether who is named with a contact that is only counted can be of those who took part in another."""
    named = [e for e in found if not (e.type == "person" and is_plural(e))]
    return all(any(e is other or one_side(e, other) or (e.party and e.party == other.party) for other in others) for e in named)


def subject_of(text: str, evidence: Span) -> str:
    """What stands before some evidence in its sentence, where it only goes on: "the two ministers agreed" before "to speak again"."""
    return text[_sentence_starts(text, evidence)[-1] : evidence.start] if GOES_ON.match(evidence.text) else ""


def _main(c: ContactEvidence, around: Around) -> list[Entity]:
    """Whom a contact is of that names nobody, near or far: two who spoke or met, or else the sides of the report."""
    pairs = around.pairs if c.kind == "call" else ()
    return list(next(iter(pairs), around.sides if c.kind == "meeting" and len(around.sides) > 1 else []))


def country_of(entity: Entity, cast: Cast) -> Entity:
    """The country itself where its capital or those who came for it stand for it: "Moscow", "the Orvanian delegation"."""
    came_for_it = entity.type in ("organization", "group", "person") and CAME_FOR.search(entity.name) and " and " not in entity.name
    if entity.party is None and (sent := sent_by(entity, cast)):
        return sent
    if not (entity.type in ("country", "place") or came_for_it) or entity.party in (None, entity.name):
        return entity
    same = [e for e in cast.entities if e.type == "country" and e is not entity and e.party == entity.party]
    return next((e for e in same if e.name == e.party), same[0] if same and came_for_it else entity)


def _further(text: str, c: ContactEvidence, cast: Cast, hosts: list[Entity], around: Around, found: list[Entity]) -> list[list[Entity]]:
    """Those whom the sentence of some evidence and the one before name, in the order in which they are asked."""
    evidence = c.evidence[0]
    starts = _sentence_starts(text, evidence)
    own = Span.of(text, starts[-1], max(evidence.end, _sentence_end(text, evidence.end)))
    if series := _series(text, starts[0], c, cast, hosts):
        return [series]
    if SIDES.search(evidence.text):
        before = named_in(text, Span.of(text, starts[-2], starts[-1]), cast, hosts, c) if len(starts) > 1 else []
        return [[e for e in before if e.type != "person"], list(around.sides)]
    here = named_in(text, own, cast, hosts, c)
    if not found and not FIRST_PERSON.search(evidence.text):
        # Who only tells of it is no party for that.
        here = [e for e in here if e is not around.teller]
    before = named_in(text, Span.of(text, starts[-2], starts[-1]), cast, hosts, c) if len(starts) > 1 else []
    asked_in_order = [before, here] if IT.match(evidence.text) else [here, before]
    if c.kind == "call":
        asked_in_order = [[e for e in those if e.type == "person"] for those in asked_in_order]
    return asked_in_order


def _named_before(text: str, c: ContactEvidence, cast: Cast, hosts: list[Entity]) -> list[Entity]:
    """Those that the sentence of some evidence names before it."""
    evidence = c.evidence[0]
    start = _sentence_starts(text, evidence)[-1]
    return named_in(text, Span.of(text, start, evidence.start), cast, hosts, c) if start < evidence.start else []


def _sentence_starts(text: str, evidence: Span) -> list[int]:
    paragraph = text.rfind("\n", 0, evidence.start) + 1
    return [paragraph, *(paragraph + m.end() for m in SENTENCE_END.finditer(text[paragraph : evidence.start]))]


def _series(text: str, start: int, c: ContactEvidence, cast: Cast, hosts: list[Entity]) -> list[Entity]:
    """The countries or groups that the paragraph named for the series that this contact is one of."""
    evidence = c.evidence[0]
    if not ONE_OF_SERIES.match(evidence.text) or start >= evidence.start:
        return []
    sides = [e for e in named_in(text, Span.of(text, start, evidence.start), cast, hosts, c) if e.type in ("country", "group")]
    return sides[:2] if len(sides) > 1 else []


def _sentence_end(text: str, at: int) -> int:
    stop = SENTENCE_END.search(text, at)
    line = text.find("\n", at)
    return min(stop.start() + 1 if stop else len(text), line if line >= 0 else len(text))
