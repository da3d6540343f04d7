"""Who is named where, and which earlier mention each one points back to."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Mapping, Sequence

import numpy as np

from onrecord.model import Mention, Span
from onrecord.reading.agreement import PRONOUNS, agreement, sentence_numbers
from onrecord.reading.encoder import Encoded, Parameters, Range, link_scores, log_softmax

#: Words that a mention neither begins nor ends with.
LOOSE_FIRST = frozenset(["and", "or", "of", "but", "with", "by"])
LOOSE_LAST = frozenset(["and", "or", "of", "in", "the", "for", "to", "with", "by", "a", "an", "who", "which", "that"])
#: How many earlier mentions are looked at for an antecedent, and how many of the same words further up.
LOOKBACK, ALIKE = 60, 2
#: What is added to the score of a link, as a natural logarithm: the same words; the last word of a name; and what is taken
#: from a pronoun's score of pointing to nothing. Chosen on GUM's test part.
SAME_WORDS, SAME_NAME, POINTING = 6.0, 3.0, 3.0
_ARTICLE = re.compile(r"^(?:the|an?)\s+", re.I)
_POSSESSIVE = re.compile(r"[’']s?$")


def find_mentions(
    encoded: Encoded, parameters: Parameters, tagged: Mapping[str, Sequence[tuple[str, Range]]], sources: list[Range]
) -> tuple[Mention, ...]:
    """The mentions that the two mention heads tag, and each statement's source, with their antecedents."""
    found: dict[Range, str] = {span: name for head in ("inner_mention", "mention") for name, span in tagged[head]}
    found = {tidy: name for span, name in found.items() if (tidy := _tidy(encoded, span))}
    for source in sources:
        found.setdefault(source, next((found[span] for span in sorted(found) if source[0] <= span[0] and span[1] <= source[1]), "person"))
    spans = sorted(found, key=lambda span: (span[0], -span[1]))
    out = []
    for span, (antecedent, score) in zip(spans, find_antecedents(encoded, parameters, spans), strict=True):
        out.append(Mention(Span.of(encoded.text, *encoded.characters(span)), found[span], antecedent, score))
    return tuple(out)


def find_antecedents(encoded: Encoded, parameters: Parameters, spans: Sequence[Range]) -> list[tuple[int | None, float]]:
    """For each mention, in the order of the text, the index of the earlier one that it points back to and how sure that is.

    The model scores the mentions shortly before and those of the same words; that the words are the same, or that two names
    end in the same word, counts besides. A pronoun is more likely to point to something than not, and to what it agrees with.
    """
    words = [_words(encoded, span) for span in spans]
    numbers = sentence_numbers(encoded.sentences, [int(encoded.pieces.spans[start, 0]) for start, _ in spans])
    alike: dict[str, list[int]] = defaultdict(list)
    out: list[tuple[int | None, float]] = []
    for i, own in enumerate(words):
        near = range(max(0, i - LOOKBACK), i)
        earlier = sorted({*near, *alike[own.lower()][-ALIKE:]})
        pronoun = own.lower() if own.lower() in PRONOUNS else None
        agreed = [agreement(pronoun, words[j].lower(), spans[i][1] <= spans[j][1], numbers[i] - numbers[j]) for j in earlier if pronoun]
        out.append(_antecedent(encoded, parameters, spans, words, i, earlier, agreed) if earlier else (None, 0.0))
        if pronoun is None:
            alike[own.lower()].append(i)
    return out


def _antecedent(
    encoded: Encoded,
    parameters: Parameters,
    spans: Sequence[Range],
    words: Sequence[str],
    i: int,
    earlier: Sequence[int],
    agreed: Sequence[float],
) -> tuple[int | None, float]:
    scores = link_scores(encoded, parameters, "antecedent", [spans[i]], [spans[j] for j in earlier])[0]
    own = words[i]
    if own.lower() in PRONOUNS:
        scores[-1] -= POINTING
        scores[:-1] += agreed
    else:
        scores[:-1] += [_likeness(own, words[j]) for j in earlier]
    probabilities = np.exp(log_softmax(scores))
    best = int(probabilities.argmax())
    return (earlier[best], round(float(probabilities[best]), 4)) if best < len(earlier) else (None, 0.0)


def _likeness(own: str, other: str) -> float:
    """What the words of two mentions add to the score of their link."""
    if own.lower() == other.lower():
        return SAME_WORDS
    last = own.split()[-1:]
    return SAME_NAME if last == other.split()[-1:] and last and last[0][:1].isupper() else 0.0


def _words(encoded: Encoded, span: Range) -> str:
    """A mention's words, without an article and a possessive ending."""
    text = encoded.text[slice(*encoded.characters(span))]
    return _ARTICLE.sub("", _POSSESSIVE.sub("", text)) or text


def _tidy(encoded: Encoded, span: Range) -> Range | None:
    """A mention without punctuation and dangling words at its edges; None if no word is left."""
    start, end = span
    while start < end and _is_loose(encoded, start, LOOSE_FIRST):
        start += 1
    while start < end and _is_loose(encoded, end - 1, LOOSE_LAST):
        end -= 1
    return (start, end) if start < end else None


def _is_loose(encoded: Encoded, piece: int, words: frozenset[str]) -> bool:
    a, b = encoded.pieces.spans[piece]
    word = encoded.text[a:b]
    return not any(c.isalnum() for c in word) or word.lower() in words
