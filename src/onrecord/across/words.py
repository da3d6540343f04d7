"""Words as they are compared across reports: folded, without endings, numbers in figures; what only holds a sentence together left out."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator, Sequence
from functools import lru_cache
from itertools import pairwise

from anyascii import anyascii

from onrecord.reading.language.numerals import NUMBERS

#: Words that say little of what is said.
FUNCTION_WORDS = frozenset(
    """a about above after again against all also am an and any are as at be because been before being below between both but by can could
    did do does doing done down during each either even ever every few for from further get gets got had has have having he her here hers
    herself him himself his how i if in into is it its itself just let made make may me might mine more most much must my myself neither
    never no nobody none nor not nothing now of off on once one only or other our ours out over own put puts same say says said shall she
    should since so some somebody still such than that the their theirs them themselves then there these they this those through to too
    under until up upon us very was way we well were what when where whether which while who whom whose why will with without would yes
    yet you your yours cannot d ll m re s t ve mr mrs ms dr""".split()
)
#: The ends that words take off, the longest that fits first; what is left has at least so many letters, of which at most so many count.
ENDINGS = ("ations", "ation", "ments", "ment", "ings", "ing", "ies", "ied", "als", "al", "es", "ed", "s", "y", "e")
LEAST, MOST = 3, 7
#: Numbers in words that are figures wherever they stand; "one" is more often something else.
FIGURES = {word: str(n) for word, n in NUMBERS.items() if n > 1}
_FOREIGN = re.compile(r"[^\x00-\x7f]+")
_WORD = re.compile(r"\d+(?:[.,:]\d+)+|[a-z0-9]+")


def split_words(text: str) -> tuple[str, ...]:
    """The words of a text in plain lower-case Latin letters, numbers in figures, in order."""
    plain = _FOREIGN.sub(lambda found: str(anyascii(found[0])), text)
    return tuple([FIGURES.get(word, word) for word in _WORD.findall(plain.lower())])


def content_words(words: Sequence[str]) -> tuple[str, ...]:
    """Those of the words that say something, without their endings."""
    return tuple([stem(word) for word in words if word not in FUNCTION_WORDS])


@lru_cache(maxsize=4_096)
def stems_of(text: str) -> frozenset[str]:
    """The words of a text that say something, without their endings."""
    return frozenset(content_words(split_words(text)))


def spell_out(stems: Collection[str], text: str) -> tuple[str, ...]:
    """The words of a text that have some stems, each as the text has it first."""
    words = {stem(word): word for word in reversed(split_words(text))}
    return tuple(words[one] for one in dict.fromkeys(map(stem, split_words(text))) if one in stems)


@lru_cache(maxsize=4_096)
def stem(word: str) -> str:
    """What the forms of a word begin with, so that "fired" and "fires" are one; figures stay as they are."""
    if word[0].isdigit():
        return word
    end = next((end for end in ENDINGS if word.endswith(end) and len(word) - len(end) >= LEAST), "")
    left = word.removesuffix(end)
    # "Agreement" keeps an e before its ending that "agreed" has in it.
    if end and end[0] != "e" and left[-1] == "e" and len(left) > LEAST:
        left = left[:-1]
    return left[:MOST]


def pairs_of(words: Sequence[str]) -> frozenset[tuple[str, str]]:
    """Neighbours among the words."""
    return frozenset(pairwise(words))


def shingles(words: Sequence[str], length: int) -> Iterator[str]:
    """Every run of so many words, or all of them if there are fewer."""
    for first in range(max(1, len(words) - length + 1)):
        yield " ".join(words[first : first + length])
