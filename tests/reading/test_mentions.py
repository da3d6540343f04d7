"""Mentions end where names and descriptions do."""

import numpy as np
import pytest

from onrecord.reading.encoder import Encoded, Encoder
from onrecord.reading.layout import WIDTHS
from onrecord.reading.mentions import find_mentions
from onrecord.reading.windows import Pieces


@pytest.mark.parametrize(
    ("text", "mention"),
    [
        ("the council has", "the council"),
        ("Theodor May", "Theodor May"),
        ("envoys from", "envoys"),
        ("and Anna Veld , who", "Anna Veld"),
        ("it is", "it"),
    ],
)
def test_edges(text: str, mention: str) -> None:
    words = text.split()
    ends = np.cumsum([len(word) + 1 for word in words]) - 1
    spans = np.array([(end - len(word), end) for word, end in zip(words, ends, strict=True)], dtype=np.int64)
    ids = np.zeros(len(words), dtype=np.int64)
    encoded = Encoded(text, Pieces(ids=ids, shapes=ids, spans=spans), np.zeros((len(words), sum(WIDTHS.values())), dtype=np.float32))
    tagged = {"inner_mention": [], "mention": [("person", (0, len(words)))]}
    (found,) = find_mentions(encoded, Encoder().parameters, tagged, [])
    assert found.span.text == mention
