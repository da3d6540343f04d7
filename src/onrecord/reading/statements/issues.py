"""What a statement is about: one of the user's issues, by the words that speak of each, and by the model or examples of like meaning."""

from __future__ import annotations

import hashlib
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property, lru_cache
from pathlib import Path
from typing import Any

import numpy as np
import numpy.typing as npt

from onrecord.errors import SettingsError
from onrecord.reading.encoder.encoder import Scores, log_softmax
from onrecord.reading.encoder.layout import ISSUES
from onrecord.reading.statements.vocabulary import PATTERN, Vocabulary

#: The issues of the talks guide.
DEFAULT = Path(__file__).parents[1] / "data" / "issues.yaml"
Weights = npt.NDArray[np.float64]
#: What a word counts that only suggests an issue, beside one that names it; and what each counts in the paragraph around.
HINT = 0.6
IN_PARAGRAPH, HINT_IN_PARAGRAPH = 0.5, 0.24
#: So many different words of one issue count; more say nothing new.
MOST = 4
#: What counts of an issue's share in all that the report says of any issue: by the words that name it, and with those that suggest it.
IN_REPORT, HINT_IN_REPORT = 1.5, 2.2
#: What the model's log-probabilities count where it has learned all the issues by name. It is sure of much that it reads wrongly in
#: texts that it has not seen, so they count for little.
MODEL = 0.35
#: What the nearest example counts where it has not, by the cosine of its meaning with the content's: it decides where words do not.
EXAMPLE = 3.0
#: No more than so many characters on each side are its paragraph, however long the line is.
AROUND = 500
#: Makes shares of the weights that are right about as often as they say (world e, sample, forms, unseen reports).
SHARPNESS = 1.1
#: So many words are given as the reason.
SHOWN = 3


@dataclass(frozen=True)
class Issue:
    """Something that statements can be about.

    `words` name it and `hints` only suggest it, case-folded, "*" for any ending; a phrase hides the words in it. `examples` are sentences
    about it. `lead` is what it has before all evidence, where a word counts one: less than nothing for what everybody speaks of, whatever
    else is meant.
    """

    name: str
    description: str = ""
    words: tuple[str, ...] = ()
    hints: tuple[str, ...] = ()
    examples: tuple[str, ...] = ()
    lead: float = 0.0


@dataclass(frozen=True)
class Choice:
    """The issue of a statement, how sure it is, in [0, 1], and why, in words."""

    issue: str
    score: float
    why: str


@dataclass(frozen=True)
class Issues:
    """All issues that a statement can have; `vectors` are the meanings of their examples, in order, (examples, dimensions)."""

    issues: tuple[Issue, ...]
    vectors: npt.NDArray[np.float32] | None = None

    @cached_property
    def learned(self) -> tuple[int, ...]:
        """The place of each among the issues that the model has learned; nothing if it has not learned one of them."""
        names = [issue.name for issue in self.issues]
        return tuple(map(ISSUES.index, names)) if set(names) <= set(ISSUES) else ()

    @cached_property
    def examples(self) -> tuple[tuple[int, str], ...]:
        """Each example with the place of its issue."""
        return tuple((i, example) for i, issue in enumerate(self.issues) for example in issue.examples)

    @cached_property
    def _owners(self) -> npt.NDArray[np.int64]:
        return np.array([i for i, _ in self.examples], dtype=np.int64)

    @cached_property
    def _leads(self) -> Weights:
        return np.array([issue.lead for issue in self.issues])

    @cached_property
    def _directions(self) -> npt.NDArray[np.float32]:
        """The vectors of the examples, of length 1; none where they are not known."""
        vectors = np.zeros((0, 0), dtype=np.float32) if self.vectors is None else self.vectors
        out: npt.NDArray[np.float32] = vectors / np.maximum(np.linalg.norm(vectors, axis=-1, keepdims=True), 1e-9)
        return out

    def _compare(self, meaning: npt.NDArray[np.float32] | None) -> Weights:
        """The cosine of each example's meaning with that of a content; none where one of them is not known."""
        if meaning is None or not len(self._directions):
            return np.zeros(0)
        out: Weights = (self._directions @ meaning / max(float(np.linalg.norm(meaning)), 1e-9)).astype(np.float64)
        return out

    @cached_property
    def digest(self) -> str:
        """Tells these issues from others."""
        return hashlib.sha256(repr(self.issues).encode()).hexdigest()[:8]

    @property
    def told_apart(self) -> str:
        """The digest, or nothing where these are the usual ones."""
        return self.digest if self.digest != load_issues(None).digest else ""

    @cached_property
    def _vocabulary(self) -> Vocabulary:
        return Vocabulary.of([(issue.words, issue.hints) for issue in self.issues])

    def weigh_report(self, text: str) -> Weights:
        """What a report, or the part of a long one that is read at once, says for each issue, (issues,): most of it is about the same."""
        counts = self._vocabulary.count(text)
        named, all_words = counts[0], counts.sum(0)
        shares: Weights = np.sqrt(np.array([named / max(named.sum(), 1), all_words / max(all_words.sum(), 1)]))
        out: Weights = np.array([IN_REPORT, HINT_IN_REPORT]) @ shares
        return out

    def choose(
        self, content: str, paragraph: str, meaning: Scores | None = None, report: Weights | None = None, read: Scores | None = None
    ) -> Choice:
        """The issue whose words stand most in a content, its paragraph and its report, with what the model or examples say beside them.

        Args:
            content: the words of the statement.
            paragraph: the words around it, the content among them.
            meaning: the vector of the content as the model gives it; None if it is not known.
            report: what `weigh_report` says of its report; None if it is not known.
            read: the model's scores of the issues that it has learned, in their order; None if they are not known.
        """
        inner, outer = self._vocabulary.find(content), self._vocabulary.find(paragraph)
        weights = self._weigh(inner, 1.0, HINT) + self._weigh(outer, IN_PARAGRAPH, HINT_IN_PARAGRAPH)
        if report is not None:
            weights += report
        alike = self._compare(meaning)
        if read is not None and self.learned:
            weights += MODEL * log_softmax(read[list(self.learned)].astype(np.float64))
        if len(alike):
            nearest = np.zeros(len(self.issues))
            np.maximum.at(nearest, self._owners, alike)
            weights += EXAMPLE * nearest
        weights += self._leads
        best = int(weights.argmax())
        shares = np.exp(SHARPNESS * (weights - weights.max()))
        found = list(dict.fromkeys(word for word, owners in [*inner.items(), *outer.items()] if best in owners))[:SHOWN]
        reason = "of the words " + ", ".join(f"“{word}”" for word in found) if found else ""
        if not found and len(alike) and (own := np.flatnonzero(self._owners == best)).size:
            reason = f"of the example “{self.examples[own[alike[own].argmax()]][1]}”"
        elif not found and read is not None and self.learned:
            reason = "of how the model reads it"
        return Choice(self.issues[best].name, round(float(1 / shares.sum()), 2), reason)

    def _weigh(self, found: Mapping[str, Mapping[int, bool]], word: float, hint: float) -> Weights:
        counts = np.zeros((2, len(self.issues)))
        for owners in found.values():
            for i, plain in owners.items():
                counts[0 if plain else 1, i] += 1
        out: Weights = np.array([word, hint]) @ np.minimum(counts, MOST)
        return out


def paragraph_around(text: str, start: int, end: int) -> str:
    """The lines that [start, end) stands in, and no more than `AROUND` characters on each side."""
    before, after = text[max(0, start - AROUND) : start], text[end : end + AROUND]
    return before[before.rfind("\n") + 1 :] + text[start:end] + after.partition("\n")[0]


@lru_cache
def load_issues(path: Path | None = None) -> Issues:
    """Read issues from a YAML file: name → description, words, hints, examples; None means the default set.

    Raises:
        SettingsError: the file cannot be read, or an entry is not what it should be; the message says which.
    """
    import yaml

    path = path or DEFAULT
    try:
        entries = yaml.load(path.read_text(encoding="utf8"), getattr(yaml, "CSafeLoader", yaml.SafeLoader))  # noqa: S506 - both are safe
    except (OSError, UnicodeDecodeError, yaml.YAMLError) as error:
        raise SettingsError(str(path), f"these issues cannot be read ({error}); give a YAML file like {DEFAULT.name}") from error
    if not isinstance(entries, dict) or not entries:
        raise SettingsError(str(path), "no issues here; give each as `name:` with `description`, `words` and `examples`")
    return Issues(tuple(_issue(path, str(name), entry) for name, entry in entries.items()))


def _issue(path: Path, name: str, entry: Any) -> Issue:
    if not isinstance(entry, dict):
        raise SettingsError(str(path), f"the issue {name} needs `description`, `words` or `examples`")
    if unknown := sorted(set(map(str, entry)) - {"description", "words", "hints", "examples", "lead"}):
        raise SettingsError(str(path), f"the issue {name} has {unknown[0]!r}; known are description, words, hints, examples and lead")
    lists = {key: entry.get(key) or [] for key in ("words", "hints", "examples")}
    for key, values in lists.items():
        if not isinstance(values, list) or not all(isinstance(value, str) and value.strip() for value in values):
            raise SettingsError(str(path), f"{key} of the issue {name} must be a list of words in YAML, as [truce, cease*]")
    lead = entry.get("lead", 0)
    if isinstance(lead, bool) or not isinstance(lead, int | float):
        raise SettingsError(str(path), f"lead of the issue {name} must be a number, as -0.5")
    words, hints = (tuple(" ".join(word.casefold().split()) for word in lists[key]) for key in ("words", "hints"))
    if any(not PATTERN.search(word) for word in words + hints):
        raise SettingsError(str(path), f"a word of the issue {name} is only an asterisk; write the beginning of a word before it")
    return Issue(name, str(entry.get("description") or ""), words, hints, tuple(lists["examples"]), float(lead))
