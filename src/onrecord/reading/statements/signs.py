"""Signs of what a statement does: groups of words in its cue, content and source, and its form."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache, lru_cache
from pathlib import Path

DATA = Path(__file__).parents[1] / "data"
#: A phrase and its group.
Entry = tuple[tuple[str, ...], str]
WORD = re.compile(r"[^\W\d_]+(?:'[^\W\d_]+)*|\d+|[?]")
#: Sources that make of "would say" that it was not said.
NOBODY = frozenset(("neither", "none", "nobody", "no"))
#: Words that only join a content to what stands before it.
JOINING = frozenset("that and but well so".split())
#: First words of contents, behind those that join, that say something of its form.
OPENINGS: Mapping[str, frozenset[str]] = {
    "content begins with to": frozenset(["to"]),
    "content begins with no": frozenset("no never not nobody nothing nonsense".split()),
    "content begins with not": frozenset(["not"]),
    "content begins with nobody": frozenset(["nobody"]),
    "content begins with yes": frozenset(["yes"]),
    "content begins with then": frozenset(["then"]),
    "content begins with let": frozenset(["let"]),
    "content begins with if": frozenset("if when".split()),
    "content begins with unless": frozenset("until unless".split()),
    "content begins with I": frozenset("i my".split()),
    "content begins with we": frozenset(["we"]),
    "content begins with you": frozenset("you your".split()),
    "content begins with he": frozenset("he she".split()),
    "content begins with it": frozenset(["it"]),
    "content begins with they": frozenset(["they"]),
    "content begins with there": frozenset(["there"]),
    "content begins with whoever": frozenset("who whoever anyone those".split()),
    "content is an order": frozenset(
        "come go stop give take look learn tell keep leave send read put wait show bring open close stay count call write release withdraw "
        "do don't please lift free start begin return accept sign pull move talk speak meet ask try remember imagine".split()
    ),
    "content is a question": frozenset("whether if how why what who when where".split()),
    "content is a thing": frozenset("the a an his her its their this these any it".split()),
}
#: What is assured or sworn is promised if it is to come: "assured that the road will open", not "that it is open".
TO_COME = frozenset(("content will", "content would", "content begins with to"))
#: A sign of every statement: what its weights say is how common an act is.
ALWAYS = "any statement"
#: More words of a group than so many say nothing new.
MOST = 3
#: Contents of no more words than these are very short, and short.
VERY_SHORT, SHORT = 3, 8


@dataclass(frozen=True, eq=False)
class Lexicon:
    """Groups of words and phrases, by the first word of each, or what it begins with."""

    exact: Mapping[str, Sequence[Entry]]
    begun: Mapping[str, Sequence[Entry]]

    @classmethod
    def of(cls, groups: Mapping[str, str]) -> Lexicon:
        """A lexicon of name → its phrases, with commas between them; a "*" ends a word that may go on, or stands for any word."""
        exact: dict[str, list[Entry]] = defaultdict(list)
        begun: dict[str, list[Entry]] = defaultdict(list)
        for name, phrases in groups.items():
            for phrase in phrases.split(","):
                words = tuple(phrase.split())
                (begun if words[0].endswith("*") else exact)[words[0].rstrip("*")].append((words, name))
        return cls(dict(exact), dict(begun))

    def find(self, words: Sequence[str]) -> dict[str, int]:
        """How many words or phrases of each group stand in some case-folded words."""
        out: dict[str, int] = {}
        for at, word in enumerate(words):
            single, longer = self._begin(word)
            for name in single:
                out[name] = out.get(name, 0) + 1
            for phrase, name in longer:
                if _stands(phrase, words, at):
                    out[name] = out.get(name, 0) + 1
        return out

    def find_longest(self, words: Sequence[str]) -> set[str]:
        """The groups of the phrases in some case-folded words: of those that begin with one word only the longest; none overlap."""
        out: set[str] = set()
        at = 0
        while at < len(words):
            single, longer = self._begin(words[at])
            found = [(len(phrase), name) for phrase, name in longer if _stands(phrase, words, at)] or [(1, name) for name in single]
            length = max((length for length, _ in found), default=1)
            out |= {name for own, name in found if own == length}
            at += length
        return out

    @lru_cache(maxsize=1 << 15)  # noqa: B019 - a lexicon lives as long as its process
    def _begin(self, word: str) -> tuple[tuple[str, ...], tuple[Entry, ...]]:
        """The groups that a word is in by itself, and the longer phrases that begin with it."""
        found = [*self.exact.get(word, ()), *(entry for end in range(1, len(word) + 1) for entry in self.begun.get(word[:end], ()))]
        single = dict.fromkeys(name for phrase, name in found if len(phrase) == 1)
        return tuple(single), tuple(entry for entry in found if len(entry[0]) > 1)


def _stands(phrase: Sequence[str], words: Sequence[str], at: int) -> bool:
    """Whether a phrase stands in some words, given that its first word does at `at`."""
    end = at + len(phrase)
    return end <= len(words) and fits(phrase[1], words[at + 1]) and all(map(fits, phrase[2:], words[at + 2 : end]))


def fits(pattern: str, word: str) -> bool:
    """Whether a word is one of a lexicon, which can have the beginnings of words: "negotiat*"."""
    return word.startswith(pattern[:-1]) if pattern.endswith("*") else pattern == word


@cache
def load_lexicons() -> tuple[Mapping[str, Lexicon], Mapping[str, str]]:
    """The lexicons of cues, contents and sources, and what a group of cues becomes by a negation."""
    import yaml

    text = (DATA / "acts.yaml").read_text(encoding="utf8")
    entries = yaml.load(text, getattr(yaml, "CSafeLoader", yaml.SafeLoader))  # noqa: S506 - both are safe
    return {part: Lexicon.of(entries[part]) for part in ("cue", "content", "source")}, entries["negated"]


def split_words(text: str) -> list[str]:
    """The words of a text, case-folded, and its question marks."""
    return WORD.findall(text.casefold().replace("’", "'"))


def find_signs(cue: str, content: str, source: str, kind: str) -> dict[str, float]:
    """The signs of a statement and how strong each is.

    Args:
        cue: its words, "" if there is none; likewise `content` and `source`.
        content: what is said.
        source: who says it.
        kind: direct, mixed or indirect.
    """
    lexicons, negated = load_lexicons()
    cues, words, sources = split_words(cue), split_words(content), split_words(source)
    groups = lexicons["cue"].find_longest(cues)
    turned = "negation" in groups or not NOBODY.isdisjoint(sources[:1])
    groups -= {"negation"}
    out = {f"cue {negated.get(group, group) if turned else group}": 1.0 for group in groups}
    out |= {f"content {group}": min(MOST, count) ** 0.5 for group, count in lexicons["content"].find(words).items()}
    out |= {f"source {group}": 1.0 for group in lexicons["source"].find(sources)}
    opening = next((word for word in words if word not in JOINING), "")
    out |= {name: 1.0 for name, firsts in OPENINGS.items() if opening in firsts}
    if "cue assure" in out and not TO_COME.isdisjoint(out):
        out["cue promise"] = out.pop("cue assure")
    out[ALWAYS] = out[kind] = 1.0
    formal = {
        "negated": turned,
        "no cue": not cues,
        "unknown cue": bool(cues) and groups <= {"would"},
        "no source": not sources,
        "question mark": "?" in words,
        "numbers": any(word.isdigit() for word in words),
        "very short": len(words) <= VERY_SHORT,
        "short": VERY_SHORT < len(words) <= SHORT,
    }
    out |= {name: 1.0 for name, holds in formal.items() if holds}
    out["past tense"] = min(MOST, sum(word.endswith("ed") for word in words)) ** 0.5
    return out
