"""Words as they are compared across reports: folded, without endings, numbers in figures; what only holds a sentence together left out."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import lru_cache
from itertools import pairwise

from anyascii import anyascii

from onrecord.resolving.numerals import ONES, TEENS, TENS

#: Words that say little of what is said.
FUNCTION_WORDS = frozenset(
    "a about after again all also am an and any are as at be because been before being but by can could did do does doing down "
    "during each every few for from further had has have having he her here hers him his how i if in into is it its itself just "
    "may me might mine more most must my no nobody nor not now of off on once only or other our ours out over own same shall she "
    "should so some somebody such than that the their theirs them then there these they this those through to too until up us very "
    "was we were what when where which while who whom whose why will with would yet you your yours d ll m re s t ve".split()
)
#: The ends that words take off, the longest that fits first; what is left has at least so many letters.
ENDINGS = ("ings", "ies", "ing", "ied", "es", "ed", "ly", "s", "y", "e")
STEM = 4
#: Numbers in words that are figures wherever they stand; "one" is more often something else.
FIGURES = {word: str(n) for word, n in (ONES | TEENS | TENS).items() if n > 1}
_WORD = re.compile(r"\d+(?:[.,:]\d+)+|[a-z0-9]+")


def split_words(text: str) -> tuple[str, ...]:
    """The words of a text in plain lower-case Latin letters, numbers in figures, in order."""
    plain = text if text.isascii() else anyascii(text)
    return tuple([FIGURES.get(word, word) for word in _WORD.findall(plain.lower())])


def content_words(words: Sequence[str]) -> tuple[str, ...]:
    """Those of the words that say something, without their endings."""
    return tuple([stem(word) for word in words if word not in FUNCTION_WORDS])


def numbers_of(words: Sequence[str]) -> frozenset[str]:
    """The figures among the words."""
    return frozenset(word for word in words if word[0].isdigit())


@lru_cache(maxsize=65_536)
def stem(word: str) -> str:
    """A word without its ending, so that "fired" and "fires" are one; figures keep theirs."""
    if word[0].isdigit():
        return word
    return next((word[: -len(end)] for end in ENDINGS if word.endswith(end) and len(word) - len(end) >= STEM), word)


def pairs_of(words: Sequence[str]) -> frozenset[tuple[str, str]]:
    """Neighbours among the words."""
    return frozenset(pairwise(words))


def shingles(words: Sequence[str], length: int) -> Iterator[str]:
    """Every run of so many words, or all of them if there are fewer."""
    for first in range(max(1, len(words) - length + 1)):
        yield " ".join(words[first : first + length])
