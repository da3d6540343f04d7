"""Numbers in words → figures: "May twenty-second, two thousand and eighteen" → "May 22nd, 2018"."""

from __future__ import annotations

import re
from collections.abc import Mapping

ONES = {w: n for n, w in enumerate("one two three four five six seven eight nine".split(), 1)}
TEENS = {w: n for n, w in enumerate("ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen".split(), 10)}
TENS = {w: n for n, w in zip(range(20, 100, 10), "twenty thirty forty fifty sixty seventy eighty ninety".split(), strict=True)}
#: The numbers of one word, and those that count a day of a month.
NUMBERS = ONES | TEENS | TENS
ORDINALS = {
    word: n
    for n, word in enumerate(
        "first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth thirteenth fourteenth fifteenth sixteenth "
        "seventeenth eighteenth nineteenth twentieth twenty-first twenty-second twenty-third twenty-fourth twenty-fifth twenty-sixth "
        "twenty-seventh twenty-eighth twenty-ninth thirtieth thirty-first".split(),
        1,
    )
}
ORDINAL_ONES = {w: n for w, n in ORDINALS.items() if n in ONES.values()}


def spelled(table: Mapping[str, int], first: int, last: int) -> str:
    """The words of a table for the numbers from one to another, as the alternatives of a pattern."""
    return "|".join(word for word, n in table.items() if first <= n <= last)


_ONE, _TEEN, _TEN, _NTH = ("|".join(table) for table in (ONES, TEENS, TENS, ORDINAL_ONES))
_TWO = rf"(?:{_TEEN}|(?:{_TEN})(?:[ -](?:{_ONE}))?)"
_UNDER = rf"(?:{_TWO}|{_ONE})"
#: "Two thousand and eighteen", "one thousand seven hundred and eighty-nine"; "nineteen hundred ninety three"; "nineteen oh four".
_THOUSANDS = re.compile(rf"\b({_ONE}) thousand(?:(?: and)? ({_ONE}) hundred)?(?:(?: and)? ({_UNDER}))?\b", re.I)
_HUNDREDS = re.compile(rf"\b({_UNDER}) hundred(?:(?: and)? ({_UNDER}))?\b", re.I)
_PAIRS = re.compile(rf"\b({_TEEN}|twenty) ({_TWO}|(?:oh|zero|o)[ -](?:{_ONE}))\b", re.I)
_TEENTH = re.compile(rf"\b({_TEEN})(?= (?:of )?(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec))", re.I)
_DAYS = re.compile(rf"\b(twenty|thirty)[ -]({_NTH}|{_ONE})\b", re.I)


def in_figures(words: str) -> str:
    """The words with years and compound numbers in figures; simple numbers ("two days", "the third") stay words."""
    words = re.sub(r"\btwo thousands\b", "2000s", words, flags=re.I)
    words = _THOUSANDS.sub(lambda m: str(1000 * value_of(m[1]) + 100 * value_of(m[2]) + value_of(m[3])), words)
    words = _HUNDREDS.sub(lambda m: str(100 * value_of(m[1]) + value_of(m[2])), words)
    words = _DAYS.sub(lambda m: f"{value_of(m[1]) + value_of(m[2])}{'' if m[2].lower() in ONES else 'th'}", _PAIRS.sub(_pair, words))
    return _TEENTH.sub(lambda m: str(value_of(m[1])), words)


def _pair(m: re.Match[str]) -> str:
    century, rest = value_of(m[1]), value_of(re.sub(r"^(?:oh|zero|o)[ -]", "", m[2], flags=re.I))
    # "twenty ten" is a year, and so is "nineteen twenty"; "twenty one" is matched elsewhere.
    return str(100 * century + rest)


def value_of(words: str | None) -> int:
    """The number that words below a hundred are; 0 for none."""
    if not words:
        return 0
    return sum((NUMBERS | ORDINAL_ONES)[word] for word in re.split(r"[ -]", words.lower()))
