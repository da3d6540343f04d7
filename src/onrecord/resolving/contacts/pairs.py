"""Two persons who are meant together: "the two ministers", "each other", "his Orvanian counterpart"."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence

from onrecord.reading.contacts.encounter_words import MEET
from onrecord.resolving.cast.cast import Cast, Entity, is_plural
from onrecord.resolving.cast.twosomes import only_two
from onrecord.resolving.contacts.company import Around
from onrecord.resolving.contacts.sides import one_side
from onrecord.resolving.names.forms import LINE_OR_SENTENCE_END
from onrecord.resolving.names.genders import gender_of, gender_of_name, is_courteous
from onrecord.resolving.names.offices import HIGH, PORTFOLIO, SAME_OFFICE, same_office

#: Several persons of one office, or two who were spoken of.
PAIR = re.compile(
    r"\b(?:the |both |two |three )+(?:of (?:them|you|us)"
    rf"|(?:(?!(?:{PORTFOLIO}) )(?-i:[a-z]+) )?(?P<office>(?:heads|chiefs) of (?:state|government|staff|delegation)"
    rf"|(?:(?:{PORTFOLIO}) )*(?:{HIGH}|mayor)s|envoys|negotiators|leaders|generals|commanders|chiefs|spokesmen|interlocutors"
    r"|counterparts|men|women|heads|candidates|rivals|captains|secretaries|governors))\b"
    r"|\bthe two(?= (?:men |women )?(?:had|have|met|spoke|talked|conferred|shook|sat|dined|will|would|were|are|is|did|never)\b)"
    r"|\bbetween (?:the two|them|both)(?= (?:in|on|at|by|was|is|had|has|will|would|could|that|which)\b|[,.;”]|$)"
    rf"|\bthe(?:ir)? (?P<kind>(?:(?:{PORTFOLIO}) )?(?:{HIGH}|mayor|general|envoy)s)\b|\beach other\b",
    re.I,
)
#: Offices that not everybody can be said to hold who leads or negotiates.
OFFICE = re.compile(rf"(?:(?:heads|chiefs) of (?:state|government|staff|delegation)|(?:{HIGH}|mayor)s|spokesmen)$", re.I)
#: Whose they are: of one body, "the ministers of the League", or of two, "the ministers of Orvania and Tamesh".
OF = re.compile(r" of\b")
OF_TWO = re.compile(r" of (?:the )?[^.,;]{2,40}? and ")
#: What those can be called whatever their office is.
ANYBODY = re.compile(r"(?:leaders|chiefs|interlocutors|counterparts|men|women|heads|candidates|rivals)$", re.I)
#: "Has spoken to both presidents", "dined with the two ministers": whoever does takes part beside them.
WITH_BOTH = re.compile(
    rf"\b(?:{MEET}|to|with|left|gave|handed) (?:both|the two) "
    # Whoever asks two to his table sits there; whoever asks them "to meet" need not.
    r"|\binvit(?:es?|ed|ing) (?:both|the two) [a-z]+ (?:to (?:the|an?|his|her)|for) "
    r"|\bthe two [a-z]+ (?:by letter )?to join (?:him|her|them)\b",
    re.I,
)
#: So far back a sentence is looked through.
REACH = 400
SEX = {"men": "he", "women": "she"}
#: Who "the two leaders" are before all others: who leads a country.
LEADS = re.compile(r"leaders$", re.I)
RULERS = ("president", "prime minister", "chancellor")
RELATION = re.compile(r"\b(?:counterpart|colleague|opposite number|interlocutor|vis-à-vis|homologue)\b", re.I)
COUNTERPART = re.compile(rf"(?:[Hh]is|[Hh]er) (?:[\w-]+ ){{0,3}}?{RELATION.pattern}")


def people_meant(text: str, words: str, cast: Cast, around: Around, at: int) -> list[Entity]:
    """The two persons that "the two ministers" or "each other" means, said at a place of the report.

    They are the only two of that office, or those who met before, or else the two of the office who were named last. "The two"
    without an office are the only two persons named before it in its sentence: "Veld heard from Strand: the two spoke on Friday".
    """
    found = PAIR.search(words)
    office = found and (found["office"] or found["kind"])
    strict = bool(office and OFFICE.search(office))
    # "The envoys of Orvania and the Front" need not be those who are known.
    if not found or (office and OF.match(words, found.end()) and not (strict and OF_TWO.match(words, found.end()))):
        return []
    if not office and (two := _named_beside(text, cast, at)):
        return two
    called = holders(singular(office), cast) if office and office.lower() not in SEX else []
    if office and LEADS.match(office) and "three" not in found[0] and len(rulers := _rulers(cast)) == 2:
        return rulers
    named = [e for e in called if e.name[0].isupper()]
    if len(named) < len(called):
        # "The foreign minister of Orvania" is no name; who that is those who met may tell, and a minister of no known country may not.
        told = (*around.pairs, *counterparts(cast))
        return next((list(pair) for pair in told if all(e in named or not e.roles for e in pair)), [])
    # Nor is who brought them together one of the two, if there are two others.
    others = [e for e in named if e not in around.brought]
    if len(others) == 2 or (around.pairs and not any(e in around.brought for e in around.pairs[0])):
        named = others
    if len(named) == 2:
        return named
    # Who is known to hold another office is not meant.
    pairs = [*around.pairs, *counterparts(cast)]
    if sex := SEX.get((office or "").lower()):
        pairs = [pair for pair in pairs if all(_sex_of(e) in (None, sex) for e in pair)]
        people = (e for e in cast.entities if e.type == "person" and e.names and not is_plural(e))
        named = [e for e in people if _sex_of(e) == sex]
    fits = [pair for pair in pairs if any(e in named for e in pair) and all(e in named or not (strict and e.roles) for e in pair)]
    if office and not ANYBODY.search(office):
        pairs = [pair for pair in pairs if not (strict and named) and not any(e.roles for e in pair)]
    fits = fits or pairs
    return next((list(pair) for pair in fits), []) or _named_last(named, at)


def _named_beside(text: str, cast: Cast, at: int) -> list[Entity]:
    """The only two persons named in the sentence of a place before it; none if they are not two."""
    stops = [stop.end() for stop in LINE_OR_SENTENCE_END.finditer(text, max(0, at - REACH), at)]
    return only_two(e for m, e in cast.mentions() if max(stops, default=0) <= m.start < at)


def _sex_of(person: Entity) -> str | None:
    """ "he" or "she", as the pronouns, titles or the name of somebody tell."""
    told = Counter(filter(None, (gender_of(m.text) for m in person.mentions)))
    named = gender_of_name(person.name)
    # A single pronoun may be somebody else's.
    sure = len(told) == 1 and (told.total() > 1 or any(is_courteous(m.text) for m in person.mentions))
    return next(iter(told)) if sure else named[0] if named else None


def counterparts(cast: Cast) -> list[tuple[Entity, Entity]]:
    """Each two persons of whom one is introduced as the counterpart of the one named before: "her Orvanian colleague, Ivo Strand"."""
    out = []
    before: Entity | None = None
    for mention, entity in cast.mentions():
        if entity.type == "person" and entity.names and not is_plural(entity):
            if before and before is not entity and COUNTERPART.match(mention.text):
                out.append((before, entity))
            before = entity
    return out


def _named_last(people: Sequence[Entity], at: int) -> list[Entity]:
    """The two of some persons who were named last before a place, if they can be of two sides."""
    places = {e: [m.start for m in e.mentions if m.start < at] for e in people}
    before = {e: max(starts) for e, starts in places.items() if starts}
    last = sorted(before, key=lambda e: -before[e])[:2]
    return last[::-1] if len(last) == 2 and not (last[0].party and last[0].party == last[1].party) else []


def singular(office: str) -> str:
    """The office that several hold: "head of state" of "heads of state"."""
    return re.sub(r"s\b", "", office, count=1) if " of " in office else office.removesuffix("s")


def office_named(words: str) -> str | None:
    """The office, not such as everybody can be said to hold, of two whom words mean: "the two presidents"."""
    found = PAIR.search(words)
    office = found and (found["office"] or found["kind"])
    return singular(office) if office and OFFICE.search(office) else None


def can_hold(person: Entity, office: str) -> bool:
    """Whether nothing is known of somebody's office, or it is this one."""
    return not person.roles or any(same_office(role, office).score >= SAME_OFFICE for role in person.roles)


def holders(office: str, cast: Cast) -> list[Entity]:
    """The persons named in a report who hold an office."""
    return [
        e
        for e in cast.entities
        if e.type == "person"
        and e.names
        and not RELATION.search(e.name)
        and not is_plural(e)
        and any(same_office(role, office).score >= SAME_OFFICE for role in e.roles)
    ]


def _rulers(cast: Cast) -> list[Entity]:
    """Those named in a report who lead a country, as president or prime minister."""
    return list(dict.fromkeys(e for office in RULERS for e in holders(office, cast)))


def stand_in(entity: Entity, found: Sequence[Entity], cast: Cast, around: Around) -> Entity:
    """The person named elsewhere in the report whom "her counterpart" means: the only other one of her office, or who met her."""
    if entity.type != "person" or not RELATION.search(entity.name):
        return entity
    for partner in found:
        if partner is entity or partner.type != "person":
            continue
        alike = {e for role in partner.roles for e in holders(role, cast)} - {partner}
        alike = {e for e in alike if not one_side(e, partner) and (e.party is None or e.party != partner.party)}
        alike = {e for e in alike if _can_be(entity, e)}
        if len(alike) == 1:
            return alike.pop()
        for pair in around.pairs:
            if partner in pair and _can_be(entity, other := next(e for e in pair if e is not partner)):
                return other
    return entity


def _can_be(counterpart: Entity, other: Entity) -> bool:
    """Whether nothing says that a "Turkish colleague" is of another country than somebody."""
    return counterpart.party is None or other.party is None or counterpart.party == other.party
