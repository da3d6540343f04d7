"""Offices that words elsewhere in a report tell: of the holder who is named later, and of a minister's counterpart."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import takewhile

from onrecord.resolving.cast.cast import Entity
from onrecord.resolving.cast.officeholders import CountryOf
from onrecord.resolving.cast.possession import home_of, is_of_another, is_of_elsewhere, same_office_of
from onrecord.resolving.names.forms import INDEFINITE, PRONOUNS
from onrecord.resolving.names.genders import gender_of
from onrecord.resolving.names.holders import without_country
from onrecord.resolving.names.kinds import head_of, kind_words, tokens_of
from onrecord.resolving.names.offices import LESSER, SAME_OFFICE, fullest, same_office
from onrecord.resolving.names.titles import split_title

#: "His Corvian counterpart, Ivo Strand".
COUNTERPART = re.compile(r"(?P<of>(?:[^\W\d_a-z][\w-]+ )*)counterpart,? (?=[^\W\d_a-z])")
#: The headline, what stands below it in bold, and the first paragraph.
LEAD = 3
#: "The President of the Republic" is of whatever country speaks.
UNTOLD = frozenset(["Republic", "Kingdom", "State", "Federation", "Union"])
#: So much alike are a broad word and an office, "the commander" and a colonel.
OF_A_KIND = 0.7
#: Words of an office that are of every country's: "deputy foreign minister".
PLAIN = ("office", "rank", "field")


def share_offices(entities: Sequence[Entity]) -> None:
    """Give somebody's counterpart the office of whoever was named with one last before him."""
    known = sorted((m.start, e.key) for e in entities if e.type == "person" for m in e.mentions)
    for e in entities:
        if e.type != "person" or not e.names or e.roles:
            continue
        told = next(((m, found) for m in e.mentions if (found := COUNTERPART.search(m.text))), None)
        before = (entities[key] for start, key in reversed(known) if told and start < told[0].start and key != e.key)
        other = next((one for one in before if one.roles), None)
        if told and other and (office := plain_office(other.roles[0])):
            e.roles.append(told[1]["of"] + office)
            e.why[f"“{told[0].text}” has the office of {other.name}"] = None


def plain_office(role: str) -> str:
    """An office without its country: "foreign minister"; empty if no word of it is an office."""
    head = [t.text for t in takewhile(lambda t: t.kind != "and", head_of(tokens_of(role)))]
    words = [word for word in head if word.lower() in LESSER or any(word.lower() in kind_words(kind) for kind in PLAIN)]
    return " ".join(words)


def find_holders(entities: Sequence[Entity], country_of: CountryOf, text: str) -> Iterator[tuple[Entity, Entity, str]]:
    """Each office that stands before its holder's name, as in a headline, with the only person in the report who holds it, and why."""
    for e in entities:
        role = split_title(e.mentions[0].text).role if e.type in ("person", "unnamed") and not e.names and e.mentions else None
        if not role or INDEFINITE.match(e.mentions[0].text) or e.mentions[0].text.split()[0].lower() in PRONOUNS:
            continue
        holders = [h for h in entities if h.type == "person" and h.names and _holds(h, role, e, country_of)]
        if len(holders) > 1:  # "the commander" is who is called so rather than a colonel
            holders = [h for h in holders if any(same_office(role, known).score > OF_A_KIND for known in h.roles)] or holders
        of = country_of(e.mentions[0].text)
        holder = (
            holders[0] if len(holders) == 1 else find_holder(e, role, of, entities, country_of, text) if of and of not in UNTOLD else None
        )
        if holder:
            yield e, holder, f"“{e.mentions[0].text}”: the only holder of that office is {holder.name}"


def find_holder(e: Entity, office: str, of: str, entities: Sequence[Entity], country_of: CountryOf, text: str) -> Entity | None:
    """Whom words that stand without a name mean, "its foreign minister": the only one named with just that office and country.

    Or, for words that open a report, the only one named with it below without a country: a lead gives the office, who is named next.
    """
    people = [h for h in entities if h.type == "person" and h.names and h.mentions]
    plain = without_country(office, of)
    holds = [h for h in people if any(same_office(plain, without_country(known, of)).score == 1 for known in fullest(h.roles))]
    held = [(h, home_of(h, country_of)) for h in holds]
    there = [h for h, theirs in held if theirs == of]
    first = e.mentions[0]
    opens = len(text[: first.start].split("\n\n")) <= LEAD
    found = there or [h for h, theirs in held if opens and theirs is None and min(h.mentions) > first]
    return found[0] if len(found) == 1 else None


def _holds(entity: Entity, role: str, described: Entity, country_of: CountryOf) -> bool:
    mention = described.mentions[0]
    words = mention.text
    gender = gender_of(words) or _gone_on_as(described)
    if is_of_another(words, entity) or {gender, *(gender_of(m.text) for m in entity.mentions)} >= {"he", "she"}:
        return False
    of = country_of(words)
    if of is None and entity.mentions[0] < mention and is_of_elsewhere(words, entity):
        return False  # whose country a report tells, it tells when he is spoken of first
    theirs = entity.party or next((c for m in entity.mentions if (c := country_of(m.text))), None)
    # Who is "the minister" somewhere and the transport minister elsewhere is no foreign minister.
    roles = fullest(entity.roles) if " " in without_country(role, of) else entity.roles
    return (of is None or of == theirs) and any(same_office_of(role, known, of) >= SAME_OFFICE for known in roles)


def _gone_on_as(described: Entity) -> str | None:
    """Whether a report goes on with somebody as "he" or as "she"; a single pronoun may be somebody else's."""
    told = [gender for m in described.mentions if (gender := gender_of(m.text))]
    return told[0] if len(told) > 1 and len(set(told)) == 1 else None
