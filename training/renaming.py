"""The same report about somebody else: names of people, places and bodies replaced, so that no reader learns them by heart."""

from __future__ import annotations

import bisect
import random
import re
from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping
from typing import Any

CALENDAR = frozenset("monday tuesday wednesday thursday friday saturday sunday january february march april may june july august "
                     "september october november december easter ramadan christmas".split())  # fmt: skip
ONSETS = "b br ch d dr f g gr h j k kh kl l m n p r s sh sk st t tr v y z zh".split()
VOWELS = "a a e e i o u aa ai ei ia ou".split()
#: Words of a name of fewer letters are left: they are particles.
LEAST = 4
#: Words that share so many first letters are one name with endings.
STEM = 4
WORD = re.compile(r"[^\W\d_]+")


def rename(row: Mapping[str, Any], common: Collection[str], seed: str) -> dict[str, Any]:
    """A gold row (`evals.gold`) with other names; `common`: words, in small letters, that are no names."""
    rng = random.Random(seed)
    text = row["text"]
    mentions = (text[a:b] for actor in row["actors"].values() for a, b in actor["mentions"])
    stems = {word[:STEM] for mention in mentions for word in WORD.findall(mention) if is_name(word, common)}
    names = new_names({word for word in WORD.findall(text) if word[:STEM] in stems and is_name(word, common)}, rng)
    out, starts, shifts = [], [0], [0]
    at = 0
    for m in WORD.finditer(text):
        if new := names.get(m[0]):
            out += [text[at : m.start()], new]
            at = m.end()
            starts.append(m.end())
            shifts.append(shifts[-1] + len(new) - len(m[0]))
    out.append(text[at:])

    def moved(value: Any) -> Any:
        if isinstance(value, list) and len(value) == 2 and all(type(x) is int for x in value):
            return [x + shifts[bisect.bisect_right(starts, x) - 1] for x in value]
        if isinstance(value, list | tuple):
            return [moved(x) for x in value]
        return {k: moved(v) for k, v in value.items()} if isinstance(value, dict) else value

    return {**row, "text": "".join(out), **{part: moved(row[part]) for part in ("actors", "statements", "contacts")}}


def is_name(word: str, common: Collection[str]) -> bool:
    return len(word) >= LEAST and word[0].isupper() and not word.isupper() and word.lower() not in common and word.lower() not in CALENDAR


def new_names(words: Iterable[str], rng: random.Random) -> dict[str, str]:
    """For each word another; words with one stem keep their endings: "Karsia", "Karsian" → "Belmia", "Belmian"."""
    stems: defaultdict[str, set[str]] = defaultdict(set)
    for word in words:
        stems[word[:STEM]].add(word)
    found: dict[str, str] = {}
    for group in sorted(sorted(g) for g in stems.values()):
        shared = len(min(group, key=len))
        while any(word[:shared] != group[0][:shared] for word in group):
            shared -= 1
        new = "".join(rng.choice(ONSETS) + rng.choice(VOWELS) for _ in range(rng.choice((1, 2, 2)))) + group[0][max(2, shared - 2) : shared]
        found |= {word: new.capitalize() + word[shared:] for word in group}
    return found
