"""Who takes part in a contact beside those whom its words name: as told before, by an office, as a side, or named further off."""

from __future__ import annotations

import re
from collections.abc import Sequence

from onrecord.model import ContactEvidence, Span
from onrecord.model.entries import GIVEN
from onrecord.reading.language.agreement import FIRST_PERSON
from onrecord.resolving.cast.cast import Cast, Entity, is_plural
from onrecord.resolving.contacts.company import (
    AGAIN,
    BARE,
    EACH,
    THEIRS,
    Around,
    nameless,
    speakers_meant,
)
from onrecord.resolving.contacts.pairs import WITH_BOTH, can_hold, office_named, people_meant, stand_in
from onrecord.resolving.contacts.participants import named_in
from onrecord.resolving.contacts.sides import PARTIES, one_side, side_of
from onrecord.resolving.names.forms import SENTENCE_END

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
#: People of two offices whose holders nobody names: "the deputies of the two foreign ministers".
OF_OFFICES = re.compile(
    r"(?:the |both |two )*(?:deputies|secretaries|aides|advisers|envoys|chiefs|heads|spokesmen) (?:\w+ )?of (?:the (?:two )?|both |two )"
    r"(?:[\w-]+ )?(?:ministers|presidents|premiers|chancellors|leaders|ministries|governments)\b",
    re.I,
)
#: "One is being prepared": what it is stands in the sentence before.
IT = re.compile(r"(?:one|it|that|this)\b", re.I)
#: Evidence that begins with a verb: its subject stands before it.
GOES_ON = re.compile(
    r"(?:to|and|is|are|will|would|could|agreed|expected|due|meet|visit|receive|hold|speak|intends?|plans|wants|hopes|travel(?:s|led)"
    r"|fl(?:ies|ew)|(?:had|has|have) (?:\w+ )?(?:met|spoken|talked|seen|visited|received|written|been|offered|agreed|promised)"
    r"|met|handed|gave|summon(?:s|ed)|telephone[sd]|phone[sd]|rang|wrote|received?s?|visit(?:s|ed)|invited)\b"
)
THEY = re.compile(r"(?:they|both|the two)\b(?! of\b)", re.I)
#: An occasion that is not one told before: "an urgent meeting with the president"; who asked for it or had it stands before.
A_NEW_ONE = re.compile(
    r"(?:an?|another|further) (?:[\w-]+ ){0,2}?(?:meeting|call|conversation|audience|visit|letter|note|message|session|lunch|dinner)"
    r" (?:with|to|by)\b"
)


def complete(text: str, c: ContactEvidence, cast: Cast, hosts: list[Entity], around: Around, found: list[Entity]) -> list[Entity]:
    """Who took part in a contact whose evidence does not name them all: as told before, by an office, as sides, or one after the other."""
    if those := _as_before(text, c, cast, hosts, around, found):
        return those
    words = _words_of(text, c)
    whom = nameless(text, c.evidence[0], cast)
    before = _named_before(text, c, cast, hosts) if c.kind == "visit" and GOES_ON.match(c.evidence[0].text) else []
    if c.kind in ("meeting", "call") and len(found) < 2 and GOES_ON.match(c.evidence[0].text) and (found := found or whom):
        before = [e for e in _named_before(text, c, cast, hosts) if e.type == "person" and e not in found]
    if visitors := [e for e in before if e.type in ("person", "group")]:
        return list(dict.fromkeys([visitors[0], *found]))
    found = [stand_in(e, found, cast, around) for e in found]
    # "Foreign minister of Orvania" is no name: who that is the other contacts may tell.
    inviting = WITH_BOTH.search(words) and not found and GOES_ON.match(c.evidence[0].text)
    found = [e for e in _named_before(text, c, cast, hosts) if e.type == "person"][:1] if inviting else found
    people = _named_people(found)
    meant = people_told(text, c, cast, around) if len(people) < 2 else []
    if meant and all(e in meant for e in people):
        return meant
    if meant and len(people) == 1 and len(meant) == 2 and WITH_BOTH.search(words):
        return [*people, *meant]
    if not meant and len(found) == 1 and OF_OFFICES.match(found[0].name) and not found[0].members:
        return found
    return _as_sides(text, c, cast, hosts, around, found) or _with_others(text, c, cast, hosts, around, found)


def _words_of(text: str, c: ContactEvidence) -> str:
    """The first evidence with the subject before it."""
    return subject_of(text, c.evidence[0]) + c.evidence[0].text


def _named_people(found: Sequence[Entity]) -> list[Entity]:
    """The single persons with a name among some."""
    return [e for e in found if e.type == "person" and e.names and e.name[0].isupper() and not is_plural(e)]


def _is_of_sides(c: ContactEvidence) -> bool:
    """Whether the evidence speaks of the sides without their names."""
    return any(SIDES.search(span.text) for span in c.evidence)


def _as_before(text: str, c: ContactEvidence, cast: Cast, hosts: list[Entity], around: Around, found: list[Entity]) -> list[Entity]:
    """Who took part in a contact that was told before, or was wanted by somebody named before; nobody if it is no such one."""
    if AGAIN.match(c.evidence[0].text) and (those := next((o for o in around.before if _can_be_again(found, o)), None)):
        return list(those)
    if len(found) == 1 and A_NEW_ONE.match(c.evidence[0].text) and (asks := _named_before(text, c, cast, hosts)):
        return list(dict.fromkeys([asks[-1], *found]))
    return []


def _as_sides(text: str, c: ContactEvidence, cast: Cast, hosts: list[Entity], around: Around, found: list[Entity]) -> list[Entity]:
    """The sides that the evidence speaks of without their names, with who gives them something; nobody if it does not."""
    sides = around.sides
    if c.kind in GIVEN and EACH.search(_words_of(text, c)) and len(sides) == 2:
        givers = [e for e in found if e not in sides] or [e for e in _named_before(text, c, cast, hosts) if not side_of(e, sides)][:1]
        return [*givers, *sides]
    if not _is_of_sides(c):
        return []
    return list(sides) if len(sides) > 2 and len(found) < 2 and all(e in sides for e in found) else []


def _with_others(text: str, c: ContactEvidence, cast: Cast, hosts: list[Entity], around: Around, found: list[Entity]) -> list[Entity]:
    """Those named with whoever else the words, other contacts, the sentence and the report tell of, in this order, until there are two."""
    words, sides = _words_of(text, c), around.sides
    known = [e for e in found if e in sides]
    if not known and len(found) == 1 and found[0].type == "person" and len(sides) == 2 and WITH_BOTH.search(words):
        return [*found, *sides]
    if _is_of_sides(c) and len(sides) == 2 and (len(known) == 2 or len(found) < 2):
        found = known
    if len(found) < 2:
        found += [e for e in speakers_meant(words, c, around) if e not in found]
    if len(found) < 2 and THEIRS.match(words) and around.teller and around.teller.type == "person":
        found = list(dict.fromkeys([*found, around.teller]))
    if c.kind in GIVEN and len(found) == 1 and found[0].type != "person" and found[0] in sides and len(sides) == 2:
        # What one side sends without a word to whom goes to the other.
        return [found[0], next(side for side in sides if side is not found[0])]
    if len(found) < 2:
        found += [e for e in nameless(text, c.evidence[0], cast) if e not in found]
    if not found and BARE.fullmatch(words) and around.others:
        return list(around.others[0])
    if len(found) == 1 and not FIRST_PERSON.search(words):
        found = list(next((other for other in around.others if set(found) <= set(other)), found))
    return _with_further(text, c, cast, hosts, around, found)


def _with_further(text: str, c: ContactEvidence, cast: Cast, hosts: list[Entity], around: Around, found: list[Entity]) -> list[Entity]:
    """Those found with who is named further off, in the sentence and before it, if they are fewer than two; or those of the report."""
    words, sides, is_named = _words_of(text, c), around.sides, bool(found)
    office = office_named(words)
    for more in _further(text, c, cast, hosts, around, found):
        for entity in (
            stand_in(e, found, cast, around) for e in more if not office or (can_hold(e, office) if e.type == "person" else e in sides)
        ):
            if len(found) < 2 and entity not in found and not any(one_side(entity, e) for e in found):
                found.append(entity)
    if not found and not office and THEY.match(words) and around.pairs:
        return list(around.pairs[0])
    if c.kind == "meeting" and len(found) == 1 and not is_named and not is_plural(found[0]) and not found[0].members:
        # One alone has no meeting, and who is named beside the words is hardly ever one of those who had it.
        found = []
    return found or ([] if office else _main(c, around))


def people_told(text: str, c: ContactEvidence, cast: Cast, around: Around) -> list[Entity]:
    """The two persons that the first evidence with "the two ministers" or the like means."""
    told = (people_meant(text, subject_of(text, span) + span.text, cast, around, span.start) for span in c.evidence)
    return next(filter(None, told), [])


def _can_be_again(found: list[Entity], others: Sequence[Entity]) -> bool:
    """Whether who is named with a contact that is only counted can be of those who took part in another."""
    named = [e for e in found if not (e.type == "person" and is_plural(e))]
    return all(any(e is other or one_side(e, other) or (e.party and e.party == other.party) for other in others) for e in named)


def subject_of(text: str, evidence: Span) -> str:
    """What stands before some evidence in its sentence, where it only goes on: "the two ministers agreed" before "to speak again"."""
    return text[sentence_starts(text, evidence)[-1] : evidence.start] if GOES_ON.match(evidence.text) else ""


def _main(c: ContactEvidence, around: Around) -> list[Entity]:
    """Whom a contact is of that names nobody, near or far: two who spoke or met, or else the sides of the report."""
    pairs = around.pairs if c.kind == "call" else ()
    return list(next(iter(pairs), around.sides if c.kind == "meeting" and len(around.sides) > 1 else []))


def _further(text: str, c: ContactEvidence, cast: Cast, hosts: list[Entity], around: Around, found: list[Entity]) -> list[list[Entity]]:
    """Those whom the sentence of some evidence and the one before name, in the order in which they are asked."""
    evidence = c.evidence[0]
    starts = sentence_starts(text, evidence)
    own = Span.of(text, starts[-1], max(evidence.end, _sentence_end(text, evidence.end)))
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
    start = sentence_starts(text, evidence)[-1]
    return named_in(text, Span.of(text, start, evidence.start), cast, hosts, c) if start < evidence.start else []


def sentence_starts(text: str, evidence: Span) -> list[int]:
    """Where the paragraph of some evidence begins, and each of its sentences behind the first, up to that of the evidence."""
    paragraph = text.rfind("\n", 0, evidence.start) + 1
    return [paragraph, *(paragraph + m.end() for m in SENTENCE_END.finditer(text[paragraph : evidence.start]))]


def _sentence_end(text: str, at: int) -> int:
    stop = SENTENCE_END.search(text, at)
    line = text.find("\n", at)
    return min(stop.start() + 1 if stop else len(text), line if line >= 0 else len(text))
