"""Spans of an attribution that are none."""

import numpy as np

from onrecord.reading.attributions import spans_by_role
from onrecord.reading.encoder import Encoded
from onrecord.reading.windows import Pieces


def test_a_comma_is_nobody() -> None:
    text = "Two, of whom one left, agree."
    spans = [(0, 3), (text.rindex(","), text.rindex(",") + 1), (text.index("agree"), len(text) - 1)]
    none = np.zeros(3, dtype=np.int64)
    encoded = Encoded(text, Pieces(ids=none, shapes=none, spans=np.array(spans, dtype=np.int64)), np.zeros((3, 1), dtype=np.float32))
    chosen = [("source", (0, 1)), ("source", (1, 2)), ("cue", (2, 3))]
    assert spans_by_role(encoded, chosen) == {"source": [(0, 1)], "cue": [(2, 3)], "content": []}
