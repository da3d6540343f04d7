"""Descriptions of somebody, and others."""

from dataclasses import replace

import numpy as np
import pytest

from onrecord.reading.encoder.edges import TOLD
from onrecord.reading.encoder.encoder import Encoded, Encoder
from onrecord.reading.encoder.layout import WIDTHS
from onrecord.reading.encoder.windows import Pieces
from onrecord.reading.mentions.descriptions import find_nobodies, is_description
from onrecord.reading.mentions.mentions import find_mentions

WORDS = "The villagers and their resolve impressed Veld".split()
VILLAGERS, RESOLVE, VELD = (0, 2), (3, 5), (6, 7)


def encoded(scores: np.ndarray) -> Encoded:
    ends = np.cumsum([len(word) + 1 for word in WORDS])
    at = np.arange(len(WORDS))
    pieces = Pieces(ids=at, shapes=at, spans=np.column_stack([ends - [len(word) + 1 for word in WORDS], ends - 1]))
    full = np.zeros((len(WORDS), sum(WIDTHS.values())), dtype=np.float32)
    full[:, TOLD] = scores
    return Encoded(" ".join(WORDS), pieces, full)


def last_piece_tells(channel: int) -> np.ndarray:
    """Weights under which somebody is who has more than a half on a channel at the last piece."""
    weights = np.zeros(1 + 4 * len(TOLD), dtype=np.float32)
    weights[0], weights[1 + 2 * len(TOLD) + channel] = -0.5, 1.0
    return weights


@pytest.mark.parametrize(
    ("words", "described"),
    [("the rebels", True), ("The rebels", True), ("A rebel", True), ("Orvanian rebels", False), ("they", False), ("Rebels", False)],
)
def test_a_description_has_no_name_and_is_no_pronoun(words: str, described: bool) -> None:
    assert is_description(words) is described


def test_descriptions_are_nobody_by_what_stands_at_their_edges() -> None:
    scores = np.zeros((len(WORDS), len(TOLD)), dtype=np.float32)
    scores[1, 7] = 1.0
    assert find_nobodies(encoded(scores), [VILLAGERS, RESOLVE, VELD], last_piece_tells(7)) == {RESOLVE}
    assert find_nobodies(encoded(scores), [VELD], last_piece_tells(7)) == set()
    assert find_nobodies(encoded(scores), [VILLAGERS, RESOLVE], None) == set()


def test_a_source_is_somebody_however_it_is_described() -> None:
    parameters = replace(Encoder().parameters, descriptions=last_piece_tells(7), mention_ends=None)
    tagged = {"inner_mention": [], "mention": [("person", VILLAGERS), ("organization", RESOLVE)]}
    text = encoded(np.zeros((len(WORDS), len(TOLD)), dtype=np.float32))
    assert [m.span.text for m in find_mentions(text, parameters, tagged, [RESOLVE])] == ["their resolve"]
    assert [m.type for m in find_mentions(text, parameters, tagged, [RESOLVE])] == ["organization"]
    assert find_mentions(text, parameters, tagged, []) == ()
