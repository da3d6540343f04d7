"""Words of contents that can be compared: without endings and function words; numbers with their units."""

from __future__ import annotations

import re
from collections.abc import Collection
from dataclasses import dataclass
from functools import lru_cache

from onrecord.resolving.numerals import ONES, TEENS, TENS, in_figures, value_of

#: Words that say nothing of what a statement is about.
FUNCTION = frozenset(
    """a about after again against all also an and any are as at be been before but by can could did do does for from had has have he her
    here him his how i if in into is it its just made make may me might more most must my never no nobody not nothing now of off on one
    only or our out over own said say says shall she should side sides so some such than that the their them then there these they thing
    this those to too under until up very was we were what when where which while who whom whose why will with without would yet you
    your""".split()
)
#: Endings that are taken off words of which enough is left.
ENDINGS = ("ations", "ation", "ments", "ment", "ings", "ing", "ions", "ion", "ies", "ed", "es", "s", "e", "y")
LEAST = 4
#: Units of time.
TIMES = frozenset("second minute hour day night week fortnight month year".split())

_SMALL = "|".join((*ONES, *TEENS, *TENS))
_FIGURE = re.compile(rf"\b(?P<number>\d[\d,]*|(?:{_SMALL})(?:-(?:{_SMALL}))?)[ -](?P<unit>[a-z]{{3,}})\b", re.IGNORECASE)


@dataclass(frozen=True)
class Figure:
    """A number as it stands in the text, with its unit."""

    value: int
    words: str
    unit: str

    @property
    def is_time(self) -> bool:
        """Whether it counts days or the like."""
        return self.unit.lower().removesuffix("s") in TIMES


@lru_cache(maxsize=16_384)
def words_of(text: str) -> frozenset[str]:
    """The words that say what a text is about, without their endings."""
    words = (word for word in re.findall(r"[^\W_]+", text.casefold()) if word not in FUNCTION and len(word) > 1)
    return frozenset(map(_stem, words))


def share_words(a: Collection[str], b: Collection[str]) -> tuple[str, ...]:
    """The words that two lists have in common, if these are most of the shorter one or at least three."""
    shared = sorted(set(a) & set(b))
    return tuple(shared) if shared and (len(shared) >= 3 or 2 * len(shared) > min(len(a), len(b))) else ()


@lru_cache(maxsize=16_384)
def figures_of(text: str) -> dict[str, Figure]:
    """The numbers of a text by what they count; what it counts twice is left out."""
    if not _FIGURE.search(text):
        return {}
    found: dict[str, list[Figure]] = {}
    for match in _FIGURE.finditer(in_figures(text)):
        words, unit = match["number"], match["unit"]
        value = int(words.replace(",", "")) if words[0].isdigit() else value_of(words)
        found.setdefault(_stem(unit.casefold()), []).append(Figure(value, words, unit))
    return {unit: own[0] for unit, own in found.items() if len(own) == 1 and unit not in FUNCTION}


@lru_cache(maxsize=65_536)
def _stem(word: str) -> str:
    return next((word.removesuffix(e) for e in ENDINGS if word.endswith(e) and len(word) - len(e) >= LEAST), word)
