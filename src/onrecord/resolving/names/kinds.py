"""What part each word of a title can play: rank, office, body, field, place or name."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache, lru_cache

from onrecord.reading.language.agreement import COURTESIES, GENITIVE
from onrecord.reading.language.weekdays import WEEKDAYS
from onrecord.resolving.names.places import PERSONAL, find_country, load


@dataclass(frozen=True)
class Token:
    """A word of a title with the part it can play; `genitive` if it ends in a possessive."""

    text: str
    kind: str
    start: int
    end: int
    genitive: bool = False


_WORD = re.compile(r"(?:[^\W\d_]\.)+(?=[\s,]|$)(?:[’']s)?|[^\W_]+(?:[.’'‘-][^\W_]+)*[’']?\.?")
_INITIAL = re.compile(r"[^\W\d_a-z]\.")
_ARABIC = re.compile(r"^(?:a[ldnrstz]|ash|el)-[A-Z]", re.I)
#: A particle that has lost its vowel before a name: "d’Arville", "dell’Orto".
_ELIDED = re.compile(r"(?:d|l|degl|(?:da|de|ne|a)ll)[’'][^\W\d_a-z]")
_DEMONYM_LIKE = re.compile(r"(?:an|i|ic|ish|ese)$")
TITLES = frozenset(["rank", "office"])
_ORDER = ("stop", "preposition", "determiner", "rank", "office", "relation", "plural", "body", "field")


@cache
def kind_words(kind: str) -> frozenset[str]:
    """The lower-case words that are of a kind whatever stands around them."""
    return frozenset(load("titles.json")[kind].split())


@cache
def _given_names() -> frozenset[str]:
    return frozenset(name for names in load("census.json").values() for name in names.split())


@lru_cache(maxsize=1 << 12)  # a report has the same names over and over
def tokens_of(part: str) -> tuple[Token, ...]:
    """The words of a title, each with its kind, which the words beside it can change: "General Staff" holds no rank."""
    found = list(_WORD.finditer(part))
    raw = [(m[0], m.start(), m.end()) for m in found]
    places = [False] * len(raw)
    for size in (3, 2, 1):
        for i in range(len(raw) - size + 1):
            if raw[i][0][0].isupper() and _is_place(part[raw[i][1] : raw[i + size - 1][2]]):
                places[i : i + size] = [True] * size
    kinds = [_kind(text, place) for (text, _, _), place in zip(raw, places, strict=True)]
    for i in range(len(kinds)):
        after = kinds[i + 1] if i + 1 < len(kinds) else ""
        before = kinds[i - 1] if i else ""
        word = raw[i][0].lower()
        if kinds[i] in TITLES and after in ("body", "field") and word == "general":
            kinds[i] = "field"  # the General Staff, the General Assembly
        elif kinds[i] == "place" and word in PERSONAL and "name" in (before, after) and before != "preposition":
            kinds[i] = "name"
        elif kinds[i] == "particle":
            kinds[i] = "name" if after in ("name", "particle") else "word"
        elif not after and word in kind_words("surname") and raw[i][0][0].isupper():
            previous = raw[i - 1][0].lower() if i else ""
            of_land = _DEMONYM_LIKE.search(previous) and previous not in _given_names()
            own = before == "name" and not of_land and not GENITIVE.search(previous)  # Susan King, but not the Girelian King
            kinds[i] = "name" if own or previous.rstrip(".") in COURTESIES else _kind(raw[i][0], place=False)
    return tuple(Token(text, kind, s, e, bool(GENITIVE.search(text))) for (text, s, e), kind in zip(raw, kinds, strict=True))


@lru_cache(maxsize=1 << 14)
def _is_place(words: str) -> bool:
    return find_country(GENITIVE.sub("", words)) is not None


@lru_cache(maxsize=1 << 14)
def _kind(text: str, place: bool) -> str:
    if _INITIAL.fullmatch(text):
        return "name"  # "A. Veld" has no article
    bare = GENITIVE.sub("", text)
    word = bare.lower().rstrip(".")
    if word == "and":
        return "and"
    if word.capitalize() in WEEKDAYS:
        return "stop"  # "a poll released Friday", but not Dr Sun
    for kind in _ORDER:
        if word in kind_words(kind) and not (kind == "stop" and text.isupper()):
            return kind
    if word.removesuffix("s") in kind_words("office") | kind_words("relation"):
        return "plural"
    if place:
        return "place"
    if bare[0].islower() and word in kind_words("particle"):
        return "particle"
    if bare[0].isupper() or _ARABIC.match(bare) or _ELIDED.match(bare):
        return "name"
    return "stop" if word.endswith("ly") else "word"


def head_of(tokens: Sequence[Token]) -> Sequence[Token]:
    """What stands before the first preposition, relative or conjunction."""
    end = next((n for n, t in enumerate(tokens) if t.kind in ("preposition", "stop")), len(tokens))
    return tokens[:end]


def are_several(words: str) -> bool:
    """Whether a description means more than one: "the foreign ministers of Orvania and Melkar"."""
    return any(token.kind == "plural" for token in head_of(tokens_of(words)))


def bare_word(token: Token) -> str:
    """The word in lower case, without possessive and point."""
    return GENITIVE.sub("", token.text).lower().rstrip(".")
