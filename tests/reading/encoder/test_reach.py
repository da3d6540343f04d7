"""Which quotations a cue can have, by where they stand."""

import re

import numpy as np
import pytest

from onrecord.reading.encoder.encoder import Encoded
from onrecord.reading.encoder.reach import is_told_behind, telling_lines
from onrecord.reading.encoder.windows import Pieces

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


def test_somebody_who_speaks_between_parts_a_quotation_from_a_cue() -> None:
    text = "Veld said no.\n\n“I said it.”\n\nDoru said yes.\n\n“We wait.”\n\n“We said so.”\n\nStrand said more."
    places = [m.span() for m in re.finditer("said|wait", text)]
    none = np.zeros(len(places), dtype=np.int64)
    pieces = Pieces(ids=none, shapes=none, spans=np.array(places, dtype=np.int64))
    encoded = Encoded(text, pieces, np.zeros((len(places), 1), dtype=np.float32))
    cues = [(i, i + 1) for i, place in enumerate(places) if text[slice(*place)] == "said"]
    above, below = telling_lines(encoded, [(1, 2), (3, 4)], cues)
    assert [text.split("\n")[line] for line in above] == ["Veld said no.", "Doru said yes."]
    assert [text.split("\n")[line] for line in below] == ["Doru said yes.", "Strand said more."]
