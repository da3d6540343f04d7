"""Who took part in two tellings, compared: the same actors, or actors of the same sides."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from functools import lru_cache
from itertools import combinations

from onrecord.model import Actor
from onrecord.model.entries import JOURNEYS, SIDE_TYPES
from onrecord.resolving.actors.naming import is_name
from onrecord.resolving.names.names import body_words, common_words
from onrecord.resolving.names.places import demonym_stem, find_country
from onrecord.resolving.names.spelling import fold
from onrecord.store.tellings import Party, Telling

#: "The delegations of Orvania and Melkar": one name for two who take part.
OF_TWO = re.compile(r"\bof (?:the )?(.+?) and (?:of )?(?:the )?(.+)")
OF_ONE = re.compile(r"^[^A-Z]*\b(?:\w+ )*of (?:the )?(?=[A-Z])")
#: So many parties of a contact are looked at for others that have them.
MOST = 6


@dataclass(frozen=True)
class Meeting:
    """How the parties of two tellings fit: pairs of the same actor, pairs of the same side, and those whom only one names."""

    same: int
    sided: int
    extra: int
    why: str

    @property
    def whole(self) -> bool:
        """Whether both name the same actors."""
        return not self.sided and not self.extra


def parties_of(telling: Telling) -> tuple[Party, ...]:
    """Who took part, with a name for two taken apart."""
    return _taken_apart(telling.parties)


@lru_cache(maxsize=4_096)
def _taken_apart(parties: tuple[Party, ...]) -> tuple[Party, ...]:
    out: list[Party] = []
    for party in parties:
        two = OF_TWO.search(party.name) if party.side is None and party.type != "person" else None
        out += [replace(party, who=f"{party.who} {side}", side=side, name=side) for side in two.groups()] if two else [party]
    return tuple(out)


@lru_cache(maxsize=4_096)
def side_of(party: Party) -> str | None:
    """The side as something to compare: the one given, or that of "the president of Orvania"; a body's own name where it has none."""
    of_one = OF_ONE.sub("", party.name) if party.type == "person" and OF_ONE.match(party.name) else None
    name = party.side or of_one or (party.name if party.type in SIDE_TYPES else None)
    words = body_words(name) if name and any(c.isupper() for c in name) else None
    return " ".join(sorted(words)) if words else None


def match_parties(a: Telling, b: Telling) -> Meeting | None:
    """How the parties of two tellings fit; None if each names somebody whom the other has not, or nobody is in both."""
    one, other = sorted((_everybody(a, b), _everybody(b, a)), key=len)
    same, sided, unmatched, _ = _pair(one, other)
    if unmatched or not same + sided:
        return None
    names = " and ".join(sorted({party.name for party in one}))
    return Meeting(same, sided, len(other) - same - sided, f"{'parties of the same sides' if sided else 'the same parties'}: {names}")


def match_loosely(a: Telling, b: Telling) -> Meeting | None:
    """How the parties of two tellings fit where one names nobody or, of talks, each names somebody whom the other has not.

    A capital or a mediator can stand where another report has the side. So talks fit if one at least is the same, of the same side, and
    those who are left can be called otherwise: not two people, and not two countries that are known.
    """
    one, other = sorted((_everybody(a, b), _everybody(b, a)), key=len)
    if all(map(_is_nameless, one)):
        return Meeting(0, 0, len(other), "one names nobody who took part")
    if not a.kind == b.kind == "talks":
        return None
    same, sided, unmatched, left = _pair(one, other)
    if not same + sided or any(_can_be_told_apart(x, y) for x in unmatched for y in left):
        return None
    names = " and ".join(sorted({party.name for party in one} - {party.name for party in unmatched}))
    return Meeting(same, sided, len(unmatched) + len(left), f"of the same parties: {names}")


def _pair(one: Sequence[Party], other: Sequence[Party]) -> tuple[int, int, list[Party], list[Party]]:
    """How many of some are the same as others, and how many of the same side; who of the first is left, and who of the second."""
    unmatched, left = list(one), list(other)
    counts = [0, 0, 0]
    for n, fits in enumerate((_is_same, _is_side, _is_anybody)):
        for party in list(unmatched):
            if found := next((x for x in left if fits(party, x)), None):
                left.remove(found)
                unmatched.remove(party)
                counts[n] += 1
    return counts[0], counts[1], unmatched, left


def merge_parties(tellings: Iterable[Telling], brought: bool = False) -> tuple[Party, ...]:
    """Who took part (or brought it about) by all tellings.

    Who only stands for somebody else's side, or has no name, is left out; so is whom a telling has in the place of one whom most have.
    """
    named = [[party for party in ((t.by,) if brought else t.parties) if party] for t in tellings]
    most = _named_by_most(named)
    told = {party.who: party for some in named for party in some if _side(party) in most or most <= set(map(_side, some))}
    kept: list[Party] = []
    for party in sorted(told.values(), key=lambda party: (not _is_person(party), _is_vague(party))):
        stands_for = not _is_person(party) and side_of(party) in {side_of(other) for other in kept} - {None}
        if not stands_for and not (_is_vague(party) and len(kept) > 1):
            kept.append(party)
    return tuple(party for party in told.values() if party in kept)


def _named_by_most(named: Sequence[Sequence[Party]]) -> set[str]:
    """The sides of those whom more than half of the tellings have that name anybody; none unless these are two or more."""
    counts = Counter(side for some in named for side in set(map(_side, some)))
    most = {side for side, count in counts.items() if 2 * count > sum(map(bool, named))}
    return most if len(most) > 1 else set()


def _side(party: Party) -> str:
    return side_of(party) or party.who


def labels_of(telling: Telling) -> Iterator[str]:
    """What tellings of one occasion share at least one of, as far as it is in the parties."""
    parties = parties_of(telling)[:MOST]
    labels = [_labels(party) for party in parties]
    for one, other in combinations(labels, 2):
        yield from sorted({" + ".join(sorted((x, y))) for x in one for y in other})


def lone_labels_of(telling: Telling) -> tuple[set[str], bool]:
    """The labels of all who took part or brought it about, and whether there is only one party."""
    parties = parties_of(telling)[:MOST]
    named = [party for party in parties if not _is_nameless(party)]
    known = [party for party in named if not _is_office(party)] or named
    return {label for party in _with_mediator(telling, named) for label in _labels(party)}, len(known) == 1


def signature_of(telling: Telling) -> tuple[object, ...]:
    """All that is compared of who took part and who brought it about."""
    parties = (*parties_of(telling), telling.by)
    return tuple(
        party and (party.who, side_of(party), party.type, _is_person(party), _is_nameless(party), _is_office(party)) for party in parties
    )


def _everybody(telling: Telling, other: Telling) -> tuple[Party, ...]:
    """Who took part; for a visit of the mediator told as mediation, also who brought it about."""
    parties = parties_of(telling)
    return _with_mediator(telling, parties) if len(other.parties) == 1 and {telling.kind, other.kind} <= JOURNEYS else parties


def _with_mediator(telling: Telling, parties: Sequence[Party]) -> tuple[Party, ...]:
    return (*parties, telling.by) if telling.by and telling.kind in JOURNEYS else tuple(parties)


def _labels(party: Party) -> list[str]:
    side = side_of(party)
    return [party.who, side] if side else [party.who]


def _is_same(a: Party, b: Party) -> bool:
    return a.who == b.who


def _is_side(a: Party, b: Party) -> bool:
    """Whether one can stand for the other: two persons with names of their own cannot."""
    return not (_is_person(a) and _is_person(b) and a.who != b.who) and side_of(a) is not None and side_of(a) == side_of(b)


def _is_anybody(a: Party, b: Party) -> bool:
    """Whether one is nobody by name, as "her counterpart" is, or an office alone where the other is a person of whom no side is known."""
    return _is_nameless(a) or _is_nameless(b) or _can_hold(a, b) or _can_hold(b, a)


def _can_hold(person: Party, office: Party) -> bool:
    """Whether somebody of whom no side is known can hold an office that is told without a name ("the prime minister of Orvania")."""
    return _is_person(person) and side_of(person) is None and _is_office(office)


def _can_be_told_apart(a: Party, b: Party) -> bool:
    """Whether two who are not the same are known not to be one side: two people, or two countries."""
    return (_is_person(a) and _is_person(b)) or bool(find_country(a.side or a.name) and find_country(b.side or b.name))


def _is_vague(party: Party) -> bool:
    """Whether a name is no name, or one for two."""
    return _is_nameless(party) or len(_taken_apart((party,))) > 1


@lru_cache(maxsize=4_096)
def _is_nameless(party: Party) -> bool:
    named = is_name(Actor(party.who, party.name, party.type)) and not common_words().issuperset(fold(party.name))
    return side_of(party) is None and not named


def _is_office(party: Party) -> bool:
    """Whether a person's name says of what side and in what office somebody is, and no more."""
    return party.type == "person" and is_office(party.name, side_of(party) and (party.side or party.name))


@lru_cache(maxsize=4_096)
def is_office(name: str, side: str | None) -> bool:
    """Whether a name says in what office of a side somebody is, and no more ("the Orvanian foreign minister")."""
    if side is None:
        return False
    own, words = body_words(side), (word for word in OF_ONE.sub("", name).split() if not demonym_stem(word, [side]))
    return all(word in common_words() or word in own for word in fold(" ".join(words)))


def _is_person(party: Party) -> bool:
    return party.type == "person" and " of " not in party.name and not party.name.islower()
