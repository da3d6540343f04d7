"""Where sentences begin and end, well enough to tell what stands beside what."""

from __future__ import annotations

import re
from bisect import bisect_right
from itertools import pairwise

_END = re.compile(r"(?<=[.!?…])[”’\"»)\]]*\s+(?=[“‘\"«(\[]?[^\W\d_a-zß-öø-ÿ])|\n+")
#: Titles before a name, cut short.
SHORT_TITLES = "Messrs|Mrs?|Ms|Drs?|Gens?|Lt|Col|Maj|Capt|Sgt|Brig|Adm|Cmdr|Sens?|Reps?|Govs?|Pres|Amb|Rev|Hon|Prof"
_ABBREVIATION = re.compile(
    rf"(?:\b(?:{SHORT_TITLES}|St|Sr|Jr|vs"
    r"|Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept?|Oct|Nov|Dec"
    r"|[A-Z]))\.$"
)


def split_sentences(text: str) -> list[tuple[int, int]]:
    """Half-open ranges that tile the text; a break needs a full stop and a capital letter after it, or a new line."""
    breaks = (m for m in _END.finditer(text) if "\n" in m.group() or not _ABBREVIATION.search(text[max(0, m.start() - 8) : m.start()]))
    edges = [0, *(m.end() for m in breaks), len(text)]
    return [(a, b) for a, b in pairwise(edges) if a < b]


def sentence_of(sentences: list[tuple[int, int]], at: int) -> tuple[int, int]:
    """The sentence that holds the character `at`."""
    return sentences[max(0, bisect_right(sentences, (at, 1 << 60)) - 1)]
