"""Which earlier mention each mention of a text points back to.

Names and descriptions go by the model's scores and by their words. For a pronoun the mentions before it are ranked over
`FEATURES`, with weights for each family of pronouns (Denis and Baldridge 2008), of what is known by then: the mentions that
have been found to mean the same before share their gender and their pronouns (Durrett and Klein 2013). The weights are fitted by
`training/pronouns.py`.
"""

from __future__ import annotations

import json
import re
from bisect import bisect_right
from collections import defaultdict
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path

import numpy as np
import numpy.typing as npt

from onrecord.reading.encoder.encoder import Encoded, Parameters, Range, link_scores, log_softmax
from onrecord.reading.encoder.layout import MENTION_TYPES
from onrecord.reading.language.agreement import FAMILIES, LOOSE_GENITIVE, family_of, gender_of, is_many

#: How many earlier mentions are looked at for an antecedent, and how many of the same words further up.
LOOKBACK, ALIKE = 60, 2
#: So many mentions are scored at once.
BLOCK = 128
#: What is added to the score of a link of two that are no pronouns, as a natural logarithm: the same words; the last word of
#: a name. Chosen on GUM's test part.
SAME_WORDS, SAME_NAME = 6.0, 3.0
WEIGHTS = Path(__file__).parents[1] / "data" / "pronouns.json"
#: Of a candidate alone: it stands inside another mention; another stands inside it; it means several; begins with "a" or "some", or
#: with "the"; how much the model takes it for a person, and for nobody who is named; for the source of a statement; it begins a
#: clause; follows a preposition; how many words it has.
ALONE = ("nested", "holds", "several", "indefinite", "definite", "person", "unmarked", "speaker", "begins", "governed", "length")
#: Of a candidate and a pronoun: the model's score of the link; the sentences between, three times; the logarithm of the pieces
#: between; the pronoun stands in it; it is a pronoun of the same family, the same word, the nearest of the family, one of the family
#: in the same quotation or in a turn of the other kind (question or answer); "I" for "you" or "you" for "I", anywhere or in one turn;
#: another pronoun; only the pronoun is quoted, only the candidate is, both are in one quotation; they share a paragraph.
PAIR = (
    "score", "same_sentence", "sentence_before", "sentences", "distance", "within", "family", "same_word", "nearest", "family_quoted",
    "family_across", "turn", "turn_within", "other_pronoun", "out_of_quotation", "into_quotation", "one_quotation", "one_paragraph",
)  # fmt: skip
#: Of the mentions that mean the same as the candidate: one is of the pronoun's gender, or only of the other; one is a pronoun of its
#: family, or of another; the logarithm of how many they are.
TOGETHER = ("same_gender", "other_gender", "of_family", "of_other_family", "mentioned")
#: The last is 1 for pointing to nothing, which has no other feature but the model's score.
FEATURES = (*ALONE, *PAIR, *TOGETHER, "nothing")
_PLACE = {name: i for i, name in enumerate(FEATURES)}
_PAIR, _TOGETHER, _SCORE = len(ALONE), len(ALONE) + len(PAIR), _PLACE["score"]
FAMILY_NAMES = tuple(FAMILIES)
TURN = {"i": "you", "you": "i"}
#: Further sentences and longer mentions count no more.
FARTHEST, LONGEST = 6, 12
#: Columns: of persons and unnamed sources among "none" and the types of mentions, and of the tags of sources.
_PERSONS, _SOURCES = [1 + MENTION_TYPES.index(name) for name in ("person", "unnamed")], [1, 2]
_ARTICLE = re.compile(r"^(?:the|an?)\s+", re.I)
_INDEFINITE = re.compile(r"(?:an?|one|another|each|every|some|any|no|many|most|several|\d+)\s", re.I)
_BEGINS = re.compile(r"(?:^|[.!?,;:\n“\"(—–]\s*|\b(?:and|but|that|because|if|when|while|as|which|who|so|or)\s+)(?:the\s+|an?\s+)?$", re.I)
_GOVERNED = re.compile(
    r"\b(?:of|in|on|at|to|for|with|by|from|about|against|between|after|before|over|into|as|than|like)\s+(?:the\s+|an?\s+)?$", re.I
)
#: So many characters before a mention tell how it stands in its clause.
BEFORE = 12
_QUESTION = re.compile(r"\?[”\"’)]*\s*$")

Floats = npt.NDArray[np.float32]
#: A pronoun, the candidates, the features of them and of nothing (rows), the pronoun's family → a score for each row.
Rank = Callable[[int, npt.NDArray[np.int64], Floats, str], Floats]


@cache
def load_weights() -> dict[str, Floats]:
    """Family of pronouns → the weight of each feature."""
    table = json.loads(WEIGHTS.read_text(encoding="utf8"))
    return {family: np.array([row.get(name, 0.0) for name in FEATURES], dtype=np.float32) for family, row in table.items()}


def rank(_i: int, _earlier: npt.NDArray[np.int64], features: Floats, family: str) -> Floats:
    """The scores of the candidates of a pronoun, and of nothing, by the shipped weights."""
    return features @ load_weights()[family]


def find_antecedents(encoded: Encoded, parameters: Parameters, spans: Sequence[Range], rank: Rank = rank) -> list[tuple[int | None, float]]:
    """For each mention, in the order of the text, the index of the earlier one that it points back to and how sure that is in [0, 1].

    Args:
        encoded: the text with the model's scores.
        parameters: of the model.
        spans: the mentions as ranges of pieces, by their start, the longer first.
        rank: what scores the candidates of a pronoun.
    """
    text = describe(encoded, spans)
    clusters = Clusters(text)
    alike: dict[str, list[int]] = defaultdict(list)
    out: list[tuple[int | None, float]] = []
    links = np.zeros((0, 0), dtype=np.float32)
    for i, word in enumerate(text.words):
        if i % BLOCK == 0:
            links = link_scores(encoded, parameters, "antecedent", spans[i : i + BLOCK], spans[: i + BLOCK])
        family = text.families[i]
        earlier = np.array(sorted({*range(max(0, i - LOOKBACK), i), *alike[word][-ALIKE:]}), dtype=np.int64)
        found: tuple[int | None, float] = None, 0.0
        if len(earlier):
            scores = links[i % BLOCK][[*earlier, -1]]
            if family:
                scores = rank(i, earlier, features_of(text, clusters, i, earlier, scores), family)
            else:
                scores[:-1] += text.likeness(i, earlier)
            probabilities = np.exp(log_softmax(scores))
            best = int(probabilities.argmax())
            if best < len(earlier):
                same = clusters.root[earlier] == clusters.root[earlier[best]]
                found = int(earlier[best]), round(float(probabilities[:-1][same].sum()), 4)
        out.append(found)
        clusters.add(i, found[0])
        if family is None:
            alike[word].append(i)
    return out


@dataclass(frozen=True)
class Described:
    """What is known of each mention of a text by itself; arrays have one row for each."""

    words: Sequence[str]
    families: Sequence[str | None]
    genders: Sequence[str | None]
    alone: Floats
    starts: npt.NDArray[np.int64]
    ends: npt.NDArray[np.int64]
    word: npt.NDArray[np.int64]
    name: npt.NDArray[np.int64]
    family: npt.NDArray[np.int64]
    sentence: npt.NDArray[np.int64]
    paragraph: npt.NDArray[np.int64]
    asked: npt.NDArray[np.bool_]
    quotation: npt.NDArray[np.int64]

    def likeness(self, i: int, earlier: npt.NDArray[np.int64]) -> Floats:
        """What the words of two mentions that are no pronouns add to the score of their link."""
        named = (self.name[earlier] == self.name[i]) & (self.name[i] >= 0)
        return np.where(self.word[earlier] == self.word[i], SAME_WORDS, np.where(named, SAME_NAME, 0.0)).astype(np.float32)


class Clusters:
    """Which mentions mean the same, as far as the text has been gone through."""

    def __init__(self, text: Described) -> None:
        self._text = text
        n = len(text.words)
        self.root = np.arange(n)
        self.size = np.zeros(n, dtype=np.float32)
        self.families = np.zeros((n, len(FAMILY_NAMES)), dtype=bool)
        self.genders = np.zeros((n, 2), dtype=bool)

    def add(self, i: int, antecedent: int | None) -> None:
        """Put the mention `i` to those of its antecedent."""
        root = self.root[i] = i if antecedent is None else self.root[antecedent]
        self.size[root] += 1
        if (family := self._text.family[i]) >= 0:
            self.families[root, family] = True
        if gender := self._text.genders[i]:
            self.genders[root, int(gender == "she")] = True


def features_of(text: Described, clusters: Clusters, i: int, earlier: npt.NDArray[np.int64], scores: Floats) -> Floats:
    """The features of the candidates `earlier` of the pronoun `i`, and of nothing, which comes last: (candidates + 1, features)."""
    own = text.families[i] or ""
    out = np.zeros((len(earlier) + 1, len(FEATURES)), dtype=np.float32)
    out[:, _SCORE], out[-1, -1] = scores, 1.0
    rows = out[:-1]
    rows[:, : len(ALONE)] = text.alone[earlier]
    family, between = text.family[earlier], text.sentence[i] - text.sentence[earlier]
    same, pronoun = family == text.family[i], family >= 0
    turn = family == FAMILY_NAMES.index(TURN[own]) if own in TURN else np.zeros(len(earlier), dtype=bool)
    across = text.asked[earlier] != text.asked[i]
    quoted, there = text.quotation[i], text.quotation[earlier]
    nearest = np.zeros(len(earlier), dtype=bool)
    nearest[np.flatnonzero(same)[-1:]] = True
    pair = (
        between == 0, between == 1, np.minimum(between, FARTHEST), np.log1p(text.starts[i] - text.starts[earlier]),
        text.ends[earlier] >= text.ends[i], same, text.word[earlier] == text.word[i], nearest, same & (there == quoted) & (quoted >= 0),
        same & across, turn, turn & ~across, pronoun & ~same & ~turn, (quoted >= 0) & (there < 0), (quoted < 0) & (there >= 0),
        (quoted >= 0) & (there == quoted), text.paragraph[earlier] == text.paragraph[i],
    )  # fmt: skip
    for n, column in enumerate(pair, _PAIR + 1):
        rows[:, n] = column
    root = clusters.root[earlier]
    families, genders = clusters.families[root], clusters.genders[root]
    known, mine = genders.any(1), genders[:, int(own == "she")] if own in ("he", "she") else np.zeros(len(earlier), dtype=bool)
    of_family = families[:, text.family[i]]
    together = mine, known & ~mine, of_family, families.sum(1) > of_family, np.log1p(clusters.size[root])
    for n, column in enumerate(together, _TOGETHER):
        rows[:, n] = column
    return out


def describe(encoded: Encoded, spans: Sequence[Range]) -> Described:
    """What is known of each mention by itself."""
    text = encoded.text
    plain = [text[slice(*encoded.characters(span))] for span in spans]
    bare = [_ARTICLE.sub("", LOOSE_GENITIVE.sub("", words)) or words for words in plain]
    words = [one.lower() for one in bare]
    families = [family_of(one) for one in bare]
    last = [one.split()[-1:] for one in bare]
    numbers: dict[str, int] = {}
    starts, ends = (np.array([span[edge] for span in spans], dtype=np.int64) for edge in (0, 1))
    at = encoded.pieces.spans[starts, 0] if len(spans) else np.zeros(0, dtype=np.int64)
    paragraph = encoded.lines[starts] if len(spans) else starts
    asked = np.array([bool(_QUESTION.search(line)) for line in text.split("\n")])
    sentences, quoted = [a for a, _ in encoded.sentences], [a for a, _ in encoded.quoted]
    quotations = [bisect_right(quoted, int(a)) - 1 for a in at]
    return Described(
        words,
        families,
        [gender_of(one) for one in words],
        _alone(encoded, spans, plain, words, at),
        starts,
        ends,
        np.array([numbers.setdefault(one, len(numbers)) for one in words], dtype=np.int64),
        np.array([numbers.setdefault(one[0], len(numbers)) if one and one[0][:1].isupper() else -1 for one in last], dtype=np.int64),
        np.array([FAMILY_NAMES.index(family) if family else -1 for family in families], dtype=np.int64),
        np.array([bisect_right(sentences, int(a)) for a in at], dtype=np.int64),
        paragraph,
        asked[paragraph],
        np.array([q if q >= 0 and a < encoded.quoted[q][1] else -1 for q, a in zip(quotations, at, strict=True)], dtype=np.int64),
    )


def _alone(encoded: Encoded, spans: Sequence[Range], plain: Sequence[str], words: Sequence[str], at: npt.NDArray[np.int64]) -> Floats:
    inside, holds = _nesting(spans)
    tags = np.maximum(encoded.head("mention"), encoded.head("inner_mention"))
    sources = np.exp(log_softmax(encoded.head("attribution")))[:, _SOURCES].sum(1)
    out = np.zeros((len(spans), len(ALONE)), dtype=np.float32)
    best = np.array([tags[start:end].max(0) for start, end in spans], dtype=np.float32).reshape(len(spans), tags.shape[1])
    types = np.exp(log_softmax(_by_type(best)))
    for i, (start, end) in enumerate(spans):
        before = encoded.text[max(0, at[i] - BEFORE) : at[i]]
        of_types = types[i]
        out[i] = (
            inside[i] and family_of(plain[i]) is None, holds[i], is_many(words[i]), bool(_INDEFINITE.match(plain[i])),
            plain[i].lower().startswith("the "), of_types[_PERSONS].sum(), of_types[0], sources[start:end].mean(),
            bool(_BEGINS.search(before)), bool(_GOVERNED.search(before)), min(plain[i].count(" ") + 1, LONGEST) / 4,
        )  # fmt: skip
    return out


def _by_type(tags: Floats) -> Floats:
    """For each row the score of no mention, and of each type of mention, the better of its two tags."""
    return np.concatenate([tags[:, :1], np.maximum(tags[:, 1::2], tags[:, 2::2])], axis=1)


def _nesting(spans: Sequence[Range]) -> tuple[list[bool], list[bool]]:
    """Whether each mention stands in another one, and whether another one stands in it."""
    inside, holds = [False] * len(spans), [False] * len(spans)
    around: list[int] = []
    for i, (start, end) in enumerate(spans):
        while around and spans[around[-1]][1] <= start:
            around.pop()
        if around and spans[around[-1]][1] >= end:
            inside[i] = holds[around[-1]] = True
        around.append(i)
    return inside, holds
