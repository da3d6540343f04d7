"""Which quotations a cue can have, by where they stand."""

import numpy as np
import pytest

from onrecord.reading.attributions import is_told_behind, spans_by_role
from onrecord.reading.encoder import Encoded
from onrecord.reading.windows import Pieces

CASES = [
    ("Friends say perhaps\n\n“We accept it,” the council announced.", True),
    ("Friends say perhaps\n\n“We accept it”, the council announced.", True),
    ("Friends say perhaps\n\n“We accept it.” Then the council announced.", False),
    ("Friends say perhaps\n\n“We accept it,”\n\nthe council announced.", False),
]


@pytest.mark.parametrize(("text", "expected"), CASES)
def test_a_quotation_that_ends_in_a_comma_is_told_by_what_follows(text: str, expected: bool) -> None:
    cues = [text.index("say"), text.index("announced")]
    spans = [*((at, at + 3) for at in cues), (text.index("“"), text.index("”") + 1)]
    none = np.zeros(3, dtype=np.int64)
    encoded = Encoded(text, Pieces(ids=none, shapes=none, spans=np.array(spans, dtype=np.int64)), np.zeros((3, 1), dtype=np.float32))
    assert is_told_behind(encoded, (2, 3), [(0, 1), (1, 2)]) is expected


def test_a_comma_is_nobody() -> None:
    text = "Two, of whom one left, agree."
    spans = [(0, 3), (text.rindex(","), text.rindex(",") + 1), (text.index("agree"), len(text) - 1)]
    none = np.zeros(3, dtype=np.int64)
    encoded = Encoded(text, Pieces(ids=none, shapes=none, spans=np.array(spans, dtype=np.int64)), np.zeros((3, 1), dtype=np.float32))
    chosen = [("source", (0, 1)), ("source", (1, 2)), ("cue", (2, 3))]
    assert spans_by_role(encoded, chosen) == {"source": [(0, 1)], "cue": [(2, 3)], "content": []}
