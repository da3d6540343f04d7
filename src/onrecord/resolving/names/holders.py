"""Who held which office when: by the user's own file, or by the table of offices that comes with the package."""

from __future__ import annotations

import csv
import gzip
import io
import re
from calendar import monthrange
from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from functools import cache, cached_property, lru_cache

from anyascii import anyascii

from onrecord.reading.language.numerals import ONES
from onrecord.resolving.names.names import compare_people, fold
from onrecord.resolving.names.offices import LESSER, Office, read_offices
from onrecord.resolving.names.places import DATA, demonym_stem, find_country

#: Two names this much alike are one holder in two sources.
ONE = 0.85
#: Offices of which a country has one at a time, if the words name it in full. Of deputies, aides and spokesmen it has many.
SINGLE = frozenset(
    "president premier chancellor taoiseach king queen emperor empress emir amir sultan pope monarch minister secretary secretary-general"
    " director-general chairman speaker head director commander commander-in-chief governor ambassador mayor prosecutor attorney".split()
)
ONE_OF_A_KIND = (frozenset({"national", "security", "adviser"}), frozenset({"prosecutor", "general"}), frozenset({"attorney", "general"}))
#: Words that make another office of a fuller one: "Minister of State", "First Secretary".
_OTHER = LESSER | frozenset("first second third state parliamentary permanent junior interim under-secretary private senior".split())
#: Countries where the family name stands first.
_FAMILY_FIRST = frozenset(["CN", "KP", "KR", "TW", "VN", "KH", "HK"])
_NUMBERS = {n: word for word, n in ONES.items()}


#: The length of "2022-07-19".
DAY = 10
#: A first and a last day.
Days = tuple[date, date]


@dataclass(frozen=True)
class Holder:
    """One person in one office: for sure from `begun` to `ended`, perhaps from `begins` to `ends`.

    `country` is a code for countries that have one, otherwise a folded name, "" for bodies of many countries. `per` says where
    this is from.
    """

    name: str
    office: str
    country: str
    begins: date
    begun: date
    ended: date
    ends: date
    aliases: tuple[str, ...] = ()
    per: str = "the table of offices"
    #: The country's name, as the user gives it.
    party: str | None = None

    @cached_property
    def offices(self) -> tuple[Office, ...]:
        """The office as it is compared with others; "Prime Minister and Minister of Defence" is two, and the whole."""
        return _read_held(self.office)

    def surely(self, first: date, last: date) -> bool:
        """Whether this is the holder on every day from `first` to `last`."""
        return self.begun <= first and last <= self.ended

    def perhaps(self, first: date, last: date) -> bool:
        """Whether this can be the holder on any day from `first` to `last`."""
        return self.begins <= last and first <= self.ends

    def is_called(self, name: str) -> bool:
        """Whether a name, or a surname alone, can be this person's."""
        if any(compare_people(name, known).score >= ONE for known in (self.name, *self.aliases)):
            return True
        return self.country in _FAMILY_FIRST and fold(name) == fold(self.name)[:1]


@dataclass(frozen=True)
class Answer:
    """Who held an office: one person, or nobody and the reason why; no reason if the question is not of an office known here."""

    holder: Holder | None = None
    why: str = ""


class Holders:
    """Holders of offices, to be asked by office, country and days."""

    def __init__(self, holders: Iterable[Holder]) -> None:
        self._by_country: dict[str, list[Holder]] = defaultdict(list)
        for holder in holders:
            self._by_country[holder.country].append(holder)

    @cached_property
    def _by_letters(self) -> dict[str, list[Holder]]:
        """The first letters of any word of a name → the holders."""
        out: dict[str, list[Holder]] = defaultdict(list)
        for holders in self._by_country.values():
            for holder in holders:
                for key in {_letters(word) for name in (holder.name, *holder.aliases) for word in name.split()}:
                    out[key].append(holder)
        return out

    def find(self, role: str, country: str | None, days: Sequence[Days]) -> Answer:
        """Who held an office on all the days asked for.

        The words of the description must be those of the office; where no office has just these, all of two or more must be among
        the words of one. Only one person who held it for sure, while nobody else can have, is an answer.

        Args:
            role: a description of an office, with or without its country: "Ukraine's defence minister".
            country: the name of the country; None for bodies of many countries.
            days: intervals, first and last day included.
        """
        asked = [office for office in read_offices(without_country(role, country)) if _is_single(office)]
        there = [h for h in self._by_country.get(country_key(country), ()) if any(h.perhaps(*d) for d in days)] if asked else []
        for office in asked:
            for fits in (_is_it, _is_part):
                if same := [h for h in there if any(fits(office, o) for o in h.offices)]:
                    return _only(same, days)
            kind = _people([h for h in there if any(o.head == office.head and not o.words & LESSER for o in h.offices)])
            if len(kind) > 1 and len(office.words) == 1:
                return Answer(None, _several(kind))
        return Answer()

    def find_named(self, name: str, roles: Sequence[str], days: Days) -> Holder | None:
        """The one person of a name who held, on these days, an office that fits one of some descriptions; in whatever country.

        "President Veld" is the president of some country, if only one president has that name.
        """
        offices = [office for role in roles for office in read_offices(role) if _is_single(office) and not office.lands]
        named = (h for h in self._by_letters.get(_letters(name.split()[-1]), ()) if offices and h.perhaps(*days) and h.is_called(name))
        found = [h for h in named if any(_is_it(office, o) for office in offices for o in h.offices)]
        one = bool(found) and all(h.country == found[0].country and found[0].is_called(h.name) for h in found)
        return found[0] if one and any(h.surely(*days) for h in found) else None


def _only(holders: Sequence[Holder], days: Sequence[Days]) -> Answer:
    """The one among those who can have held one office on these days, if one surely did all the time."""
    if len(people := _people(holders)) > 1:
        return Answer(None, _several(people))
    if not all(any(h.surely(*interval) for h in holders) for interval in days):
        return Answer(None, f"{holders[0].per} is not sure who held it then")
    return Answer(holders[0], f"{holders[0].name}, by {holders[0].per}")


def _people(holders: Sequence[Holder]) -> list[Holder]:
    """One holder for each person."""
    people: list[Holder] = []
    for holder in holders:
        if not any(holder.is_called(name) for known in people for name in (known.name, *known.aliases)):
            people.append(holder)
    return people


def _several(people: Sequence[Holder]) -> str:
    return f"{_NUMBERS.get(len(people), len(people))} persons held offices of this kind, by {people[0].per.partition(' (')[0]}"


def _is_it(asked: Office, held: Office) -> bool:
    return asked.head == held.head and asked.words == held.words


def _is_part(asked: Office, held: Office) -> bool:
    return len(asked.words) > 1 and asked.head == held.head and asked.words < held.words and not (held.words - asked.words) & _OTHER


def _is_single(office: Office) -> bool:
    """Whether a country has one such office at a time."""
    lesser = office.words & LESSER and office.words != {"deputy", "president"}
    return (office.head in SINGLE or office.words in ONE_OF_A_KIND) and not lesser


@lru_cache(maxsize=65_536)
def _read_held(office: str) -> tuple[Office, ...]:
    whole = read_offices(office.replace(",", " and"))
    return tuple(dict.fromkeys((*read_offices(office), *(whole if len(whole) == 1 else ()))))


def country_key(name: str | None) -> str:
    """What offices of a country are kept by: its code, or its name in plain letters if it has none; "" for None."""
    land = find_country(name) if name else None
    return land.iso2 if land else " ".join(fold(name or ""))


@lru_cache(maxsize=65_536)
def without_country(role: str, country: str | None) -> str:
    """A description of an office without the name, adjective or capital that says of which country it is."""
    if country is None:
        return role
    land = find_country(country)
    known = sorted({country, *((land.name, *land.names, *land.demonyms) if land else ())}, key=lambda words: (-len(words), words))
    capitals = [rf"{re.escape(capital)}[’']s?" for capital in land.capitals] if land else []
    of_it = re.compile(rf"(?<!\w)(?:(?:of )?(?:the )?(?:{'|'.join(map(re.escape, known))})(?:[’']s?)?|{'|'.join(capitals or known)})(?!\w)")
    shorter, found = of_it.subn(" ", role, count=1)
    if not found:
        shorter = " ".join(word for word in role.split() if not demonym_stem(re.sub(r"[’']s?$", "", word), [country]))
    return re.sub(r"\s+", " ", re.sub(r"(?i)\bof (?:the )?$", "", shorter)).strip()


def _letters(word: str) -> str:
    """The first letters of a word, by which names of one sound are found; in whatever script."""
    return (word if word.isascii() else anyascii(word))[:2].lower()


@lru_cache(maxsize=8_192)
def span_of(day: str) -> Days:
    """The first and the last day of "2022", "2022-07" or "2022-07-19".

    Raises:
        ValueError: it is none of them.
    """
    if len(day) == DAY:
        return (date.fromisoformat(day),) * 2
    parts = [int(part) for part in day.split("-", 1)]
    year, first, last = (*parts, *parts[1:]) if len(parts) == 2 else (*parts, 1, 12)
    return date(year, first, 1), date(year, last, monthrange(year, last)[1])


@cache
def table() -> Holders:
    """The table of offices that comes with the package, read when it is first asked for."""
    _, *rows = csv.reader(io.StringIO(gzip.decompress((DATA / "offices.csv.gz").read_bytes()).decode()))
    return Holders(_held(*row) for row in rows)


def _held(country: str, office: str, name: str, aliases: str, start: str, end: str, confirmed: str) -> Holder:
    begins, begun = span_of(start)
    # Without an end, the office is known to be held up to the day on which the source was last seen.
    ended, ends = span_of(end or confirmed)
    per = "the table of offices" if end else f"the table of offices (state {confirmed[:7]})"
    return Holder(name, office, country, begins, begun, ended, ends, tuple(filter(None, aliases.split("|"))), per)
