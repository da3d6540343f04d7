"""Where mentions end that run on."""

import numpy as np
import pytest

from onrecord.reading.encoder.edges import TOLD
from onrecord.reading.encoder.encoder import Encoded
from onrecord.reading.encoder.layout import WIDTHS
from onrecord.reading.encoder.windows import Pieces
from onrecord.reading.mentions.mention_ends import settle_ends, shortened
from onrecord.reading.mentions.mentions import strip

WIDTH = 2 + 4 * len(TOLD)


def encoded(text: str, told: dict[int, int] | None = None) -> Encoded:
    """A text whose words are its pieces; `told` has pieces → the channel that tells of each."""
    words = text.split()
    ends = np.cumsum([len(word) + 1 for word in words])
    at = np.arange(len(words))
    pieces = Pieces(ids=at, shapes=at, spans=np.column_stack([ends - [len(word) + 1 for word in words], ends - 1]))
    channels = np.zeros((len(words), len(TOLD)), dtype=np.float32)
    for piece, channel in (told or {}).items():
        channels[piece, channel] = 1.0
    full = np.zeros((len(words), sum(WIDTHS.values())), dtype=np.float32)
    full[:, TOLD] = channels
    return Encoded(text, pieces, full)


def weights(whole: float, behind: dict[int, float]) -> np.ndarray:
    """The weight of being whole, and those of some channels of the piece behind a mention."""
    out = np.zeros(WIDTH, dtype=np.float32)
    out[0] = whole
    for channel, weight in behind.items():
        out[2 + 3 * len(TOLD) + channel] = weight
    return out


@pytest.mark.parametrize(
    ("text", "left"),
    [
        ("the council convenes", ["the council convenes", "the council"]),
        (
            "the people of Orvania create jobs",
            ["the people of Orvania create jobs", "the people of Orvania create", "the people of Orvania"],
        ),
        ("Prime Minister Anna Veld", ["Prime Minister Anna Veld"]),
        ("his rival", ["his rival"]),
        ("they", ["they"]),
        ("envoys from Tamesh", ["envoys from Tamesh", "envoys"]),
    ],
)
def test_what_is_left_is_somebody_by_itself(text: str, left: list[str]) -> None:
    one = encoded(text)
    found = shortened(one, (0, len(one.pieces)), [], lambda span: strip(one, span))
    assert [text[slice(*one.characters(span))] for span in found] == left


def test_a_mention_ends_where_the_piece_behind_tells() -> None:
    one = encoded("the council convenes", {2: 5})
    assert settle_ends(one, [(0, 3)], lambda span: span, weights(1.0, {5: 2.0})) == {(0, 3): (0, 2)}
    assert settle_ends(one, [(0, 3)], lambda span: span, weights(3.0, {5: 2.0})) == {(0, 3): (0, 3)}


def test_a_mention_is_not_made_another_and_stays_where_nobody_has_fitted_weights() -> None:
    one = encoded("the council convenes", {2: 5})
    both = [(0, 2), (0, 3)]
    assert settle_ends(one, both, lambda span: span, weights(1.0, {5: 2.0})) == {span: span for span in both}
    assert settle_ends(one, [(0, 3)], lambda span: span, None) == {(0, 3): (0, 3)}
