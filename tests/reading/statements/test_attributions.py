"""Spans of an attribution that are none."""

import numpy as np
import pytest

from onrecord.reading.encoder.encoder import Encoded
from onrecord.reading.encoder.windows import Pieces
from onrecord.reading.statements.attributions import spans_by_role


@pytest.mark.parametrize(("text", "nobody"), [("Two, of whom one left, agree.", ","), ("Two denied it, a charge all agree on.", "a")])
def test_a_comma_or_an_article_is_nobody(text: str, nobody: str) -> None:
    at = text.index(nobody, 5)
    spans = [(0, 3), (at, at + 1), (text.index("agree"), text.index("agree") + 5)]
    none = np.zeros(3, dtype=np.int64)
    encoded = Encoded(text, Pieces(ids=none, shapes=none, spans=np.array(spans, dtype=np.int64)), np.zeros((3, 1), dtype=np.float32))
    chosen = [("source", (0, 1)), ("source", (1, 2)), ("cue", (2, 3))]
    assert spans_by_role(encoded, chosen) == {"source": [(0, 1)], "cue": [(2, 3)], "content": []}
