"""Numbers that count something, with what they count: "two hundred and twelve men", "1,912 violations", "a third"."""

from __future__ import annotations

import math
import re
from dataclasses import dataclass
from functools import lru_cache

from onrecord.across.words import FUNCTION_WORDS, split_words, stem
from onrecord.reading.language.numerals import NUMBERS, ONES, TEENS, TENS
from onrecord.reading.language.weekdays import MONTH

#: Numbers in words below a hundred; "a" is one only before a hundred and the like.
SMALL = {"a": 1, "zero": 0} | NUMBERS
SHARES = {"half": 1 / 2, "a quarter": 1 / 4, "a third": 1 / 3, "doubled": 2.0, "tripled": 3.0}
SCALES = {"hundred": 1e2, "thousand": 1e3, "million": 1e6, "billion": 1e9}
#: Units of time, as stems.
TIMES = frozenset(map(stem, "second minute hour day night week fortnight month year".split()))

_ONE, _TEEN, _TEN, _SCALE, _SHARE = ("|".join(table) for table in (ONES, TEENS, TENS, SCALES, SHARES))
_PART = rf"(?:(?:{_TEN})(?:[ -](?:{_ONE})\b)?|{_TEEN}|{_ONE}|zero)\b"
_FIGURES = rf"(?P<figures>\d{{1,3}}(?:[ ,\u00a0\u202f]\d{{3}})+|(?!(?:1[89]|20)\d\d\b)\d+(?:\.\d+)?)(?:\s+(?P<scale>{_SCALE})\b)?"
_WORDS = (
    rf"(?P<words>(?:a(?= (?:{_SCALE})\b)|(?!one\b(?! (?:{_SCALE})\b)){_PART})"
    rf"(?: (?:{_SCALE})\b(?: (?:and )?{_PART})?)*)(?![ -](?:{_ONE}|{_SCALE})\b)"
)
#: No days of a month, years or times of day, and no "one", which rarely counts.
_NUMBER = re.compile(
    rf"(?<![\w.,:-])(?:{_FIGURES}|{_WORDS}|(?P<share>{_SHARE}))(?![\w:.]\w)(?!\w)(?!\s+(?:to|past|o[’']clock|{MONTH})\b)", re.I
)
#: What a number counts: the first word after it that says something, over adverbs and the like, and is no number. What stands behind a
#: preposition other than "of", or behind a verb, is not what it counts: "thirty in August", "thirty would be enough".
_OVER = "|".join("of the a an all more most other such own same very only these those this that our your my his her its their".split())
_EMPTY = "|".join(sorted(FUNCTION_WORDS, key=len, reverse=True))
_UNIT = re.compile(rf"[\s-]+(?:(?:{_OVER}|[a-z]+ly)\s+){{0,2}}(?!(?:{_EMPTY})\b|{_PART})([^\W\d_]{{3,}})")
#: Words before a number by which it is a bound, and by which it comes on top of what was told.
_LEAST = re.compile(r"\b(?:at least|(?<!no )(?<!not )more than|(?<!handed )(?<!turned )over|(?:no|not) (?:fewer|less) than)\s+$", re.I)
_MOST = re.compile(r"\b(?:at most|(?:no|not) more than|up to|(?<!no )(?<!not )(?:fewer|less) than|under)\s+$", re.I)
_ON_TOP = re.compile(r"\b(?:another|further|additional|other)\s+$", re.I)
_DATED = re.compile(rf"\b(?-i:{MONTH})\s+$", re.I)
#: So many code points before a number can hold such words.
_BEFORE = 20


@dataclass(frozen=True)
class Number:
    """A number, the stem of what it counts ("" where nothing follows), and the words for both as they stand in the text.

    From `least` to `most` is what it allows: "at least forty" allows fifty, "another forty" anything.
    """

    value: float
    unit: str
    words: str
    least: float = -math.inf
    most: float = math.inf

    @property
    def is_time(self) -> bool:
        """Whether it counts days or the like."""
        return self.unit in TIMES

    def excludes(self, other: Number) -> bool:
        """Whether not both can be right, if they count one thing."""
        return self.most < other.least or other.most < self.least


@lru_cache(maxsize=4_096)
def find_numbers(text: str) -> tuple[Number, ...]:
    """The numbers in a text, in order, each with what it counts."""
    found = []
    for m in _NUMBER.finditer(text):
        if _DATED.search(text, max(0, m.start() - _BEFORE), m.start()):
            continue
        unit = _UNIT.match(text, m.end())
        end = unit.end() if unit else m.end()
        value = _value_of(m)
        bounds = _bounds(value, text[max(0, m.start() - _BEFORE) : m.start()])
        found.append(Number(value, stem(split_words(unit[1])[0]) if unit else "", text[m.start() : end], *bounds))
    return tuple(found)


def _bounds(value: float, before: str) -> tuple[float, float]:
    """What a number allows, by the words before it."""
    on_top = _ON_TOP.search(before)
    least = -math.inf if on_top or _MOST.search(before) else value
    return least, math.inf if on_top or _LEAST.search(before) else value


def _value_of(m: re.Match[str]) -> float:
    if m["share"]:
        return SHARES[m["share"].lower()]
    if m["figures"]:
        return float(re.sub(r"[ ,\u00a0\u202f]", "", m["figures"])) * SCALES.get((m["scale"] or "").lower(), 1)
    total, part = 0.0, 0.0
    for word in re.split(r"[ -]", m["words"].lower()):
        if word == "hundred":
            part *= 100
        elif word in SCALES:
            total, part = total + part * SCALES[word], 0.0
        else:
            part += SMALL.get(word, 0)
    return total + part
