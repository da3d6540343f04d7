"""Countries, their adjectives and capitals, and the buildings that stand for a government."""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cache, lru_cache
from pathlib import Path
from typing import Any

from anyascii import anyascii

from onrecord.reading.language.agreement import LOOSE_GENITIVE


@dataclass(frozen=True)
class Country:
    """A country or territory with the words that stand for it."""

    iso2: str
    name: str
    names: tuple[str, ...] = ()
    demonyms: tuple[str, ...] = ()
    capitals: tuple[str, ...] = ()


@dataclass(frozen=True)
class Metonym:
    """A building, street or chamber that stands for a body; `country` is a name, None for bodies of many countries."""

    word: str
    body: str
    country: str | None


@dataclass(frozen=True)
class _Place:
    """What one phrase means: the country, and whether as its name, its adjective, its capital or a metonym."""

    country: Country
    kind: str


DATA = Path(__file__).parents[1] / "data"

#: First names and surnames that are also countries: not a country next to another name.
PERSONAL = frozenset(
    ["chad", "georgia", "israel", "jordan", "kenya", "paris", "sofia", "victoria", "valletta", "lima", "india", "santiago"]
)
#: After these words a place is a target, a topic or where somebody happens to be, not whose side they are on.
AWAY = frozenset(
    ["to", "on", "with", "against", "about", "towards", "toward", "for", "from", "since", "after", "before", "during", "until"]
)
AT = frozenset(["in", "at", "near", "inside", "outside"])
LONGEST = 6
#: What remains of an adjective after the stem of the country's name.
SUFFIXES = frozenset(["", *"n an ian ean nian en i ni ic ish ese nese er ite ar ene ine ch k sk ski".split()])
#: Ends of country names that give way before a suffix.
ENDINGS = ("", "ia", "land", "stan", "a", "e", "y", "o", "s", "ey")
#: So many letters, at least, an adjective shares with its country.
SHORTEST = 3

#: What follows tells of somebody, not of whose side they are.
_RELATIVE = re.compile(r"\s(?:who|whom|whose|which)\s")
_WORD = re.compile(r"[^\W_]+(?:[.’'‘-][^\W_]+)*\.?")
_NO_WORD = re.compile(r"[^a-z0-9]+")


def load(name: str) -> Any:
    """A JSON file of `data/`."""
    return json.loads((DATA / name).read_text(encoding="utf-8"))


@cache
def countries() -> tuple[Country, ...]:
    """All countries, independent ones first."""
    return tuple(
        Country(r["iso2"], r["name"], tuple(r["names"]), tuple(r["demonyms"]), tuple(r["capitals"])) for r in load("countries.json")
    )


def find_country(words: str) -> Country | None:
    """The country that a phrase, taken whole, names: by name, demonym, capital or abbreviation."""
    key = _key(words)
    place = _places().get(key) or _places().get(_singular(key))
    return place.country if place and place.kind != "metonym" and words != words.lower() else None


def is_country_name(words: str) -> bool:
    """Whether a phrase, taken whole, is the very name of a country, not its adjective or capital."""
    place = _places().get(_key(words))
    return place is not None and place.kind == "name" and words[:1].isupper()


def meaning_of(words: str) -> Metonym | None:
    """The body that "the Kremlin" or "Foggy Bottom" stands for."""
    return _metonyms().get(_key(words))


@lru_cache(maxsize=1 << 14)
def party_of(words: str) -> str | None:
    """The country to whose side a phrase belongs, by the words in it.

    "the US envoy to Ukraine" is of the United States: a country that is where to, or what about, does not count;
    one that is only where somebody is ("officials in Kyiv") counts if there is no other.
    """
    where = None
    for place, before in _scan(_RELATIVE.split(words)[0]):
        if before in AT and place.kind != "demonym":
            where = where or place.country.name
        elif before not in AWAY or place.kind == "demonym":
            return place.country.name
    return where


def demonym_stem(word: str, names: Iterable[str]) -> str | None:
    """The one of some country names, real or invented, that an adjective, an inhabitant or the name itself belongs to."""
    bare = _key(word)
    begins = bare[:SHORTEST]
    alike = ((name, last) for name in names if name and (last := _key(name).split(" ")[-1]).startswith(begins))
    fits = [(length, name) for name, last in alike if (length := _stem(bare, last))]
    return max(fits, key=lambda fit: fit[0])[1] if fits else None


def beginnings_of(words: str) -> tuple[str, str]:
    """The letters that a word and the adjective of a country must both begin with: those of the word, and of the country's last word."""
    key = _key(words)
    return key[:SHORTEST], key.split(" ")[-1][:SHORTEST]


@lru_cache(maxsize=1 << 14)
def _stem(word: str, country: str) -> int:
    """How many letters of the country's name begin the word, if the rest is a known ending; otherwise 0."""
    best = 0
    for ending in ENDINGS:
        stem = country.removesuffix(ending) if ending else country
        if country.endswith(ending) and len(stem) >= min(4, len(country) - 1) >= SHORTEST and word.startswith(stem):
            rest = word[len(stem) :]
            # The very name needs no suffix; a bare stem ("Pol" of Poland) is no adjective.
            if (rest in SUFFIXES or rest.removesuffix("s") in SUFFIXES) and (rest or not ending):
                best = max(best, len(stem))
    return best


def _scan(words: str) -> Iterator[tuple[_Place, str]]:
    """The places in a text from left to right, each with the lower-case word that governs it."""
    tokens = [token[:-2] if token.endswith(("’s", "'s")) else token for token in _WORD.findall(words)]
    at, governor = 0, ""
    while at < len(tokens):
        for size in range(min(LONGEST, len(tokens) - at), 0, -1):
            place = _at(tokens, at, size)
            if place:
                yield place, governor
                at += size
                break
        else:
            word = tokens[at].lower()
            # An article stands between a preposition and its place; any other word ends the reach of the preposition.
            governor = governor if word == "the" else word
            at += 1


def _at(tokens: list[str], at: int, size: int) -> _Place | None:
    if not tokens[at][0].isupper():
        return None
    phrase = " ".join(tokens[at : at + size])
    key = _key(phrase)
    if len(key) < 4 and not phrase.isupper():
        return None
    place = _places().get(key) or _places().get(_singular(key))
    if place and key in PERSONAL:
        neighbours = tokens[max(at - 1, 0) : at] + tokens[at + size : at + size + 1]
        if any(word[0].isupper() for word in neighbours):
            return None
    return place


@lru_cache(maxsize=1 << 16)
def _key(words: str) -> str:
    """Lower case, without accents, article, possessive and points: "the U.S." and "US" are one key."""
    if words.isupper() or not words.strip().islower():
        words = LOOSE_GENITIVE.sub("", words.strip())
    plain = _NO_WORD.sub(" ", anyascii(words).lower().replace(".", "").replace("'", ""))
    return plain.strip().removeprefix("the ")


def _singular(key: str) -> str:
    return key.removesuffix("s") if len(key) > 4 else key


@cache
def _metonyms() -> dict[str, Metonym]:
    names = {country.iso2: country.name for country in countries()}
    return {
        _key(word): Metonym(row["words"][0], row["body"], names.get(row["country"]))
        for row in load("metonyms.json")
        for word in row["words"]
    }


@cache
def _places() -> dict[str, _Place]:
    """Every phrase for a country; what comes first holds, so that "American" is of the United States."""
    out: dict[str, _Place] = {}
    for kind, words_of in (
        ("name", lambda c: (c.name,)),
        ("name", lambda c: c.names),  # Western Sahara is itself before it is a name that Morocco has
        ("demonym", lambda c: c.demonyms),
        ("capital", lambda c: c.capitals),
    ):
        for country in countries():
            for word in words_of(country):
                # Without their article "The Valley" and "The Settlement" are no names.
                if kind != "capital" or not word.startswith("The "):
                    out.setdefault(_key(word), _Place(country, kind))
    by_name = {country.name: country for country in countries()}
    for key, metonym in _metonyms().items():
        if metonym.country:
            out.setdefault(key, _Place(by_name[metonym.country], "metonym"))
    return out
