"""Antecedents of invented texts: with the words and the weights alone, and with the shipped model."""

import re
from itertools import pairwise

import numpy as np
import pytest

from onrecord.reading.encoder.encoder import Encoded, Encoder, Range
from onrecord.reading.encoder.layout import WIDTHS
from onrecord.reading.encoder.windows import Pieces
from onrecord.reading.language.agreement import FAMILIES
from onrecord.reading.mentions.antecedents import FEATURES, Clusters, describe, features_of, find_antecedents, load_weights


def marked(text: str) -> tuple[str, list[tuple[int, int]]]:
    """A text without its brackets, and what stood in them."""
    spans: list[tuple[int, int]] = []
    opened: list[int] = []
    out = ""
    for part in re.split(r"([\[\]])", text):
        if part == "[":
            opened.append(len(out))
        elif part == "]":
            spans.append((opened.pop(), len(out)))
        else:
            out += part
    return out, sorted(spans, key=lambda span: (span[0], -span[1]))


def encode(text: str) -> tuple[Encoded, list[Range]]:
    """A marked text with scores of zero, and its mentions as ranges of pieces."""
    plain, spans = marked(text)
    at = np.array([m.span() for m in re.finditer(r"\w+|[^\w\s]", plain)], dtype=np.int64)
    ids = np.zeros(len(at), dtype=np.int64)
    encoded = Encoded(plain, Pieces(ids=ids, shapes=ids, spans=at), np.zeros((len(at), sum(WIDTHS.values())), dtype=np.float32))
    return encoded, [encoded.pieces.range_of(*span) for span in spans]


def column(text: str, name: str) -> list[float]:
    """One feature of every mention before the last one of a marked text, which is a pronoun; each a cluster of its own."""
    encoded, spans = encode(text)
    described = describe(encoded, spans)
    clusters = Clusters(described)
    for i in range(len(spans) - 1):
        clusters.add(i, None)
    earlier = np.arange(len(spans) - 1)
    rows = features_of(described, clusters, len(spans) - 1, earlier, np.zeros(len(spans), dtype=np.float32))
    assert rows.shape == (len(spans), len(FEATURES))
    assert rows[-1].tolist() == [0.0] * (len(FEATURES) - 1) + [1.0]
    return [float(x) for x in rows[:-1, FEATURES.index(name)]]


@pytest.mark.parametrize(
    ("name", "values"),
    [
        ("nested", [0, 1, 0, 0]),
        ("holds", [1, 0, 0, 0]),
        ("several", [1, 0, 0, 0]),
        ("definite", [0, 1, 0, 0]),
        ("begins", [1, 0, 1, 0]),
        ("governed", [0, 1, 0, 1]),
        ("same_sentence", [0, 0, 1, 1]),
        ("sentence_before", [1, 1, 0, 0]),
        ("family", [0, 0, 1, 0]),
        ("nearest", [0, 0, 1, 0]),
        ("other_pronoun", [0, 0, 0, 1]),
        ("one_paragraph", [1, 1, 1, 1]),
        ("within", [0, 0, 0, 0]),
    ],
)
def test_features(name: str, values: list[float]) -> None:
    assert column("[Two aides of [the envoy]] met. [They] spoke with [him] and took [their] leave.", name) == values


def test_quotations_and_turns() -> None:
    quoted = "[The envoy] said: “[I] shall go.” [The aide] said: “[I] know [my] way.”"
    assert column(quoted, "family_quoted") == [0, 0, 0, 1]
    assert column(quoted, "out_of_quotation") == [1, 0, 1, 0]
    turns = "Did [you] go?\n[I] went.\nDo [you] regret it?\n[I] do not."
    assert column(turns, "family_across") == [0, 0, 0]
    assert column(turns, "turn") == [1, 0, 1]
    assert column(turns, "turn_within") == [0, 0, 0]


def test_what_means_the_same_shares_its_gender() -> None:
    encoded, spans = encode("[Anna Veld] came. [She] met [Ivo Strand], and [he] asked [her].")
    described = describe(encoded, spans)
    clusters = Clusters(described)
    for i, antecedent in enumerate((None, 0, None, 2)):
        clusters.add(i, antecedent)
    rows = features_of(described, clusters, 4, np.arange(4), np.zeros(5, dtype=np.float32))
    assert rows[:-1, FEATURES.index("same_gender")].tolist() == [1, 1, 0, 0]
    assert rows[:-1, FEATURES.index("other_gender")].tolist() == [0, 0, 1, 1]


def test_every_family_has_weights_of_known_features() -> None:
    assert set(load_weights()) == set(FAMILIES)
    assert all(len(row) == len(FEATURES) and row.any() for row in load_weights().values())


def antecedents(text: str) -> list[str | None]:
    """Of each mention of a marked text, the words of the earlier one that the shipped model points to."""
    plain, spans = marked(text)
    encoder = Encoder()
    (encoded,) = encoder.encode([plain])
    found = find_antecedents(encoded, encoder.parameters, [encoded.pieces.range_of(*span) for span in spans])
    assert all(i is None or (i < n and 0 < score <= 1) for n, (i, score) in enumerate(found))
    return [None if i is None else plain[slice(*spans[i])] for i, _ in found]


def test_pronouns_point_to_whom_they_agree_with() -> None:
    found = antecedents("[Anna Veld] met [Ivo Strand] on Monday. [She] said that [he] had listened. [The talks] went on; [they] were hard.")
    assert found == [None, None, "Anna Veld", "Ivo Strand", None, "The talks"]


def test_no_mentions() -> None:
    encoded, _ = encode("Nothing of that.")
    assert find_antecedents(encoded, Encoder().parameters, []) == []


def test_many_mentions_are_looked_at_in_blocks() -> None:
    found = antecedents(" ".join(["[Anna Veld] spoke. [She] left."] * 80))
    assert all(b == a or b in ("She", "Anna Veld") for a, b in pairwise(found[2:]))
