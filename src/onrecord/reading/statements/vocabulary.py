"""The words that speak of issues: which stand in a text, and how many."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from itertools import groupby
from typing import NamedTuple

import numpy as np
import numpy.typing as npt

from onrecord.reading.statements.signs import fits

WORD, PATTERN = re.compile(r"\w+"), re.compile(r"\w+\*?")
#: The words of a phrase and its issues: the place of each, and whether the phrase names it or only suggests it.
_Entry = tuple[tuple[str, ...], Mapping[int, bool]]


class _Alike(NamedTuple):
    """Phrases of one length that may begin with one word, and what their second words are, or begin with."""

    length: int
    seconds: frozenset[str]
    begun: tuple[str, ...]
    phrases: tuple[_Entry, ...]

    @classmethod
    def of(cls, length: int, phrases: tuple[_Entry, ...]) -> _Alike:
        seconds = {phrase[1] for phrase, _ in phrases} if length > 1 else set()
        begun = {second for second in seconds if second.endswith("*")}
        return cls(length, frozenset(seconds - begun), tuple(sorted(second[:-1] for second in begun)), phrases)


@dataclass(frozen=True, eq=False)
class Vocabulary:
    """Which words and phrases belong to which issues, by the first word of each, or what it begins with; `size` issues in all."""

    exact: Mapping[str, Sequence[_Entry]]
    begun: Mapping[str, Sequence[_Entry]]
    size: int

    @classmethod
    def of(cls, issues: Sequence[tuple[Sequence[str], Sequence[str]]]) -> Vocabulary:
        """The vocabulary of issues, each given by the words that name it and those that only suggest it, "*" for any ending."""
        owners: dict[tuple[str, ...], dict[int, bool]] = defaultdict(dict)
        for i, (naming, suggesting) in enumerate(issues):
            for plain, words in ((False, suggesting), (True, naming)):
                for word in words:
                    owners[tuple(PATTERN.findall(word))][i] = plain
        exact: dict[str, list[_Entry]] = defaultdict(list)
        begun: dict[str, list[_Entry]] = defaultdict(list)
        for words, own in owners.items():
            (begun if words[0].endswith("*") else exact)[words[0].rstrip("*")].append((words, own))
        return cls(dict(exact), dict(begun), len(issues))

    def find(self, text: str) -> Mapping[str, Mapping[int, bool]]:
        """The different words and phrases of any issue in a text, with their issues: each issue, and whether it is named by them."""
        return dict(self.hits(text))

    def count(self, text: str) -> npt.NDArray[np.float64]:
        """How many words and phrases of a text name each issue, and how many only suggest it, (2, issues)."""
        out = np.zeros((2, self.size))
        for _, owners in self.hits(text):
            for i, plain in owners.items():
                out[0 if plain else 1, i] += 1
        return out

    @lru_cache(maxsize=256)  # noqa: B019 - a vocabulary lives as long as its process; statements share paragraphs
    def hits(self, text: str) -> tuple[tuple[str, Mapping[int, bool]], ...]:
        """All words and phrases of any issue in a text, in order: of those that begin with one word only the longest; none overlap."""
        folded = text.casefold()
        stands = list(WORD.finditer(folded))
        words = [match[0] for match in stands]
        out = []
        at = 0
        while at < len(words):
            for length, seconds, begun, phrases in self.entries(words[at]):
                end = at + length
                # Most places fail by the second word, whatever the phrase.
                if end > len(words) or not (length == 1 or words[at + 1] in seconds or words[at + 1].startswith(begun)):
                    continue
                owners: dict[int, bool] = {}
                for phrase, own in phrases:
                    if all(map(fits, phrase[1:], words[at + 1 : end])):
                        owners |= {i: plain or owners.get(i, False) for i, plain in own.items()}
                if owners:
                    out.append((folded[stands[at].start() : stands[end - 1].end()], owners))
                    at = end
                    break
            else:
                at += 1
        return tuple(out)

    @lru_cache(maxsize=1 << 15)  # noqa: B019 - a vocabulary lives as long as its process
    def entries(self, word: str) -> tuple[_Alike, ...]:
        """The words and phrases that may begin with a word, those of one length together, the longest first."""
        begun = (entry for end in range(1, len(word) + 1) for entry in self.begun.get(word[:end], ()))
        found = sorted((*begun, *self.exact.get(word, ())), key=lambda entry: -len(entry[0]))
        return tuple(_Alike.of(length, tuple(phrases)) for length, phrases in groupby(found, lambda entry: len(entry[0])))
