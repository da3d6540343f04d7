"""Mentions end where names and descriptions do."""

import re

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
        ("the community to support", "the community"),
        ("an envoy to the lake", "an envoy to the lake"),
        ("the hospital will open", "the hospital"),
        ("our partners, are working hard", "our partners"),
        ("we need", "we"),
        ("we all", "we all"),
        ("Toktal requests", "Toktal"),
        ("Toktal efforts for", "Toktal"),
        ("the Weir Council’s treatment of", "the Weir Council"),
        ("fighters firing", "fighters"),
        ("civilians besieged", "civilians"),
        ("the wounded", "the wounded"),
        ("the defence establishment", "the defence establishment"),
        ("the ministry of defence", "the ministry of defence"),
        ("prisoners of war", "prisoners of war"),
        ("the weekly", "the weekly"),
        ("both", "both"),
        ("the U.S.", "the U.S."),
        ("the lake.", "the lake"),
        ("’s ambassador", "ambassador"),
    ],
)
def test_edges(text: str, mention: str) -> None:
    assert found_in(text) == [mention]


@pytest.mark.parametrize("text", ["their demands", "over 25", "8,000", "airstrikes", "their own future"])
def test_deeds_and_numbers_are_nobody(text: str) -> None:
    assert found_in(text) == []


def found_in(text: str) -> list[str]:
    """The mentions found where the whole text is tagged as one; words and marks are its pieces."""
    words = [word.span() for word in re.finditer(r"\w+(?:\.\w+)*|\S", text)]
    spans = np.array(words, dtype=np.int64)
    ids = np.zeros(len(words), dtype=np.int64)
    encoded = Encoded(text, Pieces(ids=ids, shapes=ids, spans=spans), np.zeros((len(words), sum(WIDTHS.values())), dtype=np.float32))
    tagged = {"inner_mention": [], "mention": [("person", (0, len(words)))]}
    return [mention.span.text for mention in find_mentions(encoded, Encoder().parameters, tagged, [])]
