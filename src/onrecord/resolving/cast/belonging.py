"""To which country or body the actors of one report belong, and on which side the user's file puts them."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from datetime import date

from onrecord.model import Span
from onrecord.reading.language.agreement import POSSESSIVES
from onrecord.resolving.cast.cast import Entity
from onrecord.resolving.cast.incumbents import Incumbents
from onrecord.resolving.cast.officeholders import CountryOf
from onrecord.resolving.cast.outlets import is_body
from onrecord.resolving.cast.sight import Sight
from onrecord.resolving.names.forms import MOVEMENT
from onrecord.resolving.names.known import Known

_STATE = r"(?-i:[^\W\d_a-z][\w’-]*[^\W_’s](?: [^\W\d_a-z][\w-]+)?)"
_NAME = r"(?-i:[^\W\d_a-z][\w-]*(?: [^\W\d_a-z][\w-]*){0,3})"
_HIGH = (
    r"(?:deputy |vice |acting |new |former |first )*(?:president|prime minister|premier|secretary of state"
    r"|(?:foreign|defen[cs]e|interior|finance) minister"
)
#: Offices and bodies that only states have.
STATE_OFFICE = re.compile(
    rf"(?P<s>{_STATE})[’']s {_HIGH}|(?:[a-z]+ )?ministry|ambassador|parliament|king|queen)\b"
    rf"|\b{_HIGH})(?: (?-i:[^\W\d_a-z][\w’-]+)){{0,3}},? of (?:the (?:republic|kingdom|union|federation) of )?(?P<of>{_STATE})(?![\w’])",
    re.I,
)
#: Those who are on the side of whoever they are the aide, the minister or the delegation of; and of whom somebody is that by name.
_THEIRS = (
    r"(?:spokes\w+|advis[eo]rs?|aides?|deputy|deputies|envoys?|representatives?|leaders?|commanders?"
    r"|ambassador|ministers?|negotiators?|secretary|general|chief|officials?|officers?|delegation|team|office|staff|army|forces|troops|men"
    r"|people|government|cabinet|ministry|embassy|party)\b"
)
OF_SIDE = re.compile(rf"(?:his|her|its|their|.*[’']s?) (?:[\w-]+ ){{0,3}}{_THEIRS}", re.I)
OF_NAMED = re.compile(
    rf"(?:(?:an?|one|the) )?(?:[\w-]+ ){{0,3}}{_THEIRS} (?:to|for|of) (?:the )?(?P<of>{_NAME})"
    rf"|(?:the )?(?P<s>{_NAME})[’']s? (?:[\w-]+ ){{0,3}}{_THEIRS}",
    re.I,
)
OWN_OR_OTHER = re.compile(
    r"(?:the (?P<other>other)|our|my)(?: own)? (?:side|party|bank|camp|delegation|country|capital|government|team)", re.I
)
#: Who rules a country, as a name of it: "the Orvanian authorities".
AUTHORITIES = re.compile(r" (?:authorities|government|leadership|side)$")
#: The heads of an office, which the name of the office leaves out or says otherwise: the minister of a ministry.
HEADS = frozenset("minister president deputy vice first acting state spokesman spokeswoman spokesperson secretary director of".split())
#: So many mentions inside one are looked through.
INSIDE = 6


def settle_parties(entities: Sequence[Entity], sight: Sight, country_of: CountryOf, incumbents: Incumbents) -> None:
    """Give entities without a party the country that their mentions name, real or only known from this report.

    An aide, a minister or a delegation is of the party of whose they are. A person whose title names no country gets that of the
    only office of the kind which somebody of the name held.
    """
    for e in entities:
        if e.type == "country" and e.mentions and e.name[:1].isupper() and e.name.split()[0].lower() not in POSSESSIVES:
            e.party = e.party or (country_of(e.name) if AUTHORITIES.search(e.name) else None) or e.name
    open_ = [e for e in entities if e.mentions and e.type != "outlet" and not e.members]
    for e in open_:
        told = (*(m.text for m in e.mentions), *(e.roles if e.type == "person" else ()))
        e.party = e.party or next((party for words in told if (party := country_of(words))), None) or _state(told, entities)
        if e.type == "organization" and e.names and MOVEMENT.search(e.name):
            e.party = e.party or e.name
    for e in open_:
        if not e.party and e.type == "person" and e.names and (held := incumbents.of_titled(e)):
            e.party = held.party
            e.why[held.why] = None
    for e in open_:
        e.party = e.party or next(
            (whose.party for m in e.mentions for whose in _possessors(m, sight, entities) if whose.party and whose is not e), None
        )


def settle_own_and_other(entities: Sequence[Entity], sight: Sight, outlet: str | None, country_of: CountryOf) -> None:
    """Give "our side" the party of whoever says it, and "the other side" the other one, if the report has just two.

    Outside of what others say it is that of the ministry whose report this is, to which "the minister" without a country belongs too.
    """
    own = country_of(outlet) if outlet and is_body(outlet) else None
    if outlet and own:
        for e in entities:
            if e.type == "person" and not e.party and e.roles and all(_is_of_body(role, outlet) for role in e.roles):
                e.party = own
                e.why[f"“{next(iter(e.roles))}” in a report of {outlet}"] = None
    parties = {e.party for e in entities if e.party and e.mentions and e.names and e.type in ("person", "organization", "country")}
    for e in entities:
        said = OWN_OR_OTHER.fullmatch(e.mentions[0].text) if e.mentions and not e.names and not e.party else None
        speaker = sight.speaker_of(e.mentions[0]) if said else None
        if said and own and not said["other"] and (speaker is None or speaker is e):
            e.party = own
            e.names[own] += 1
            e.why[f"“{e.mentions[0].text}” in a report of {outlet}"] = None
            continue
        if said is None or speaker is None or speaker.party not in parties:
            continue
        meant = parties - {speaker.party} if said["other"] else {speaker.party}
        if len(meant) == 1:
            (e.party,) = meant
            e.why[f"“{e.mentions[0].text}” in the words of {speaker.name}, of {speaker.party}: {e.party}"] = None


def settle_sides(entities: Sequence[Entity], known: Known, day: date | None) -> None:
    """Put entities on the sides that the user's file defines."""
    for e in entities if known.members else ():
        e.side = known.side_of([e.name, *e.names], e.party, day) if e.mentions else None


def _state(told: Iterable[str], entities: Sequence[Entity]) -> str | None:
    """What only a state can be, by an office or body of it: "Orvania’s foreign minister", "the President of Orvania"."""
    found = [m["of"] or m["s"] for words in told for m in STATE_OFFICE.finditer(words)]
    people = {word for e in entities if e.type == "person" for name in e.names for word in name.split()} if found else set()
    return next((state for state in found if not people & set(state.split())), None)


def _is_of_body(role: str, body: str) -> bool:
    """Whether an office says of whose it is nothing that the name of a body does not say."""
    words = [word for word in role.lower().split() if word not in HEADS]
    return len(words) < len(role.split()) and all(word in body.lower().split() for word in words)


def _possessors(m: Span, sight: Sight, entities: Sequence[Entity]) -> Iterator[Entity]:
    """Whose aide, minister or delegation a mention says somebody is."""
    if by_name := OF_NAMED.match(m.text):
        named = by_name["of"] or by_name["s"]
        yield from [e for e in entities if named in e.names] or filter(None, [sight.called(named)])
    if not OF_SIDE.match(m.text):
        return
    i = sight.index_of(m)
    for j in range(i + 1, min(len(sight.mentions), i + INSIDE)):
        inner, entity = sight.mentions[j].span, sight.entity(j)
        possessive = inner.start == m.start and (sight.text[inner.end : inner.end + 2] in ("’s", "'s") or inner.text.lower() in POSSESSIVES)
        if entity and m.covers(inner) and possessive:
            yield entity
