"""Who of those told of before holds an office that a description names: "the minister", "the Orvanian envoy"."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence

from onrecord.resolving.cast.binding import is_pronoun_before, is_subject_before
from onrecord.resolving.cast.cast import Entity
from onrecord.resolving.cast.possession import OWNER, home_of, is_of_another, is_of_elsewhere, same_office_of
from onrecord.resolving.cast.sight import Sight
from onrecord.resolving.cast.subjects import first_of
from onrecord.resolving.names.genders import gender_of
from onrecord.resolving.names.offices import SAME_OFFICE, fullest, same_office
from onrecord.resolving.names.titles import RANKS, split_title

#: The country that some words are of.
CountryOf = Callable[[str], str | None]

#: Offices less alike than this are not of one person.
OTHER_OFFICE = 0.3
#: An article and a noun.
BARE = 2
ARTICLE = re.compile(r"^(?:an?|one|another)\s+", re.I)


def holder_of(sight: Sight, i: int, role: str, country_of: CountryOf) -> Entity | None:
    """Whose office this is, of the right country; of several the nearest, or who is the subject of the sentence that they are named in."""
    words = sight.mentions[i].span.text
    of, bare = country_of(words), len(words.split()) == BARE
    gender, apart = gender_of(words) or gender_of(sight.in_turn(i) or ""), sight.apart(i)
    fits: list[tuple[float, Entity]] = []
    for e in dict.fromkeys(sight.before(i)):
        theirs = (e.party or country_of(e.mentions[0].text)) if of and e.roles else None
        if (theirs and theirs != of) or is_of_another(words, e) or (gender == "she" and not sight.can_be("she", e)) or e in apart:
            continue
        if not sight.can_be(sight.gone_on.get(i, ""), e) or is_pronoun_before(sight, i, e) or is_subject_before(sight, i, e):
            continue
        if of is None and is_of_elsewhere(words, e):
            continue
        score = max((same_office_of(role, known, of) for known in (e.roles if bare else fullest(e.roles))), default=0.0)
        if score >= SAME_OFFICE:
            fits.append((score, e))
    best = [e for score, e in fits if score == max(fits, key=lambda fit: fit[0])[0]]
    owners = OWNER.findall(sight.text, sight.sentence_start(i), sight.mentions[i].span.start)
    if whose := [e for e in best if any(owner in name.split() for owner in owners for name in e.names)]:
        return whose[0]  # "Veld’s spokeswoman said that the minister …"
    if bare and of is None and (own := _of_issuer(sight, [e for _, e in fits], country_of)):
        return own
    if of and sight.issuer and of != country_of(sight.issuer) and (own := _of_issuer(sight, best, country_of)):
        # "The Minister" is a ministry's own, "the Orvanian Minister" the other.
        best = best if own.party == of else [e for e in best if e is not own]
    # Of two whose countries nobody tells either can be "the Orvanian minister".
    if of and len([e for e in best if e.names and not e.party and not country_of(e.mentions[0].text)]) == len(best) > 1:
        return None
    # "The minister" after "the minister spoke with the minister of …" is the one who did; a fuller description is no such word.
    return first_of(sight, i, best) if best and bare else next(iter(best), None)


def _of_issuer(sight: Sight, holders: Sequence[Entity], country_of: CountryOf) -> Entity | None:
    """Whom "the Minister" means in a text that a ministry issues: its own, of whom it need not say of what country he is."""
    if sight.issuer is None:
        return None
    homes = {e: home_of(e, country_of) for e in holders if e.names}
    home = country_of(sight.issuer)
    own = [e for e, of in homes.items() if of == home] or [e for e, of in homes.items() if of is None]
    return min(own, key=lambda e: min(e.mentions), default=None)


def left_with(sight: Sight, i: int, role: str, of: str, country_of: CountryOf) -> Entity | None:
    """Whose office this is, of some country, if all others who were named with it are of other countries."""
    persons = (e for e in dict.fromkeys(sight.before(i)) if e.names)
    named = [e for e in persons if any(same_office(role, known).score >= SAME_OFFICE for known in e.roles)]
    theirs = {e.key: e.party or country_of(e.mentions[0].text) for e in named}
    left = [e for e in named if theirs[e.key] is None]
    return left[0] if len(left) == 1 and len(named) > 1 and of not in theirs.values() else None


def holds_another(role: str, entity: Entity) -> bool:
    """Whether somebody holds offices, and none of them is this one; who has no name is known by the office he is first called by."""
    called = split_title(ARTICLE.sub("the ", entity.mentions[0].text)).role
    known = entity.roles or ([called] if called and not entity.names else [])
    return bool(known) and all(same_office(role, other).score < OTHER_OFFICE for other in fullest(known))


def is_kept_from(role: str, entity: Entity) -> bool:
    """Whether an office keeps somebody from another, or a rank from another: "General Strand" can be the envoy, and no major."""
    called = split_title(entity.mentions[0].text).role
    ranks = {held: held.lower() in RANKS for held in (*entity.roles, *([called] if called else []))}
    return any(rank == (role.lower() in RANKS) and role.lower() not in held.lower().split() for held, rank in ranks.items())
