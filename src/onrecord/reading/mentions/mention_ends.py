"""Where a mention ends that runs on: "the council" of "the council convenes", "Orvania" of "Orvania trade listings".

Lists of words (`reading/mentions/mentions.py`) cut off what they know. For the rest a conditional log-linear model chooses among a
mention and what is left of it without its last words, by what all heads make of the pieces on both sides of its edges.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Sequence

import numpy as np
import numpy.typing as npt

from onrecord.reading.encoder.edges import rows_at, tell_pieces
from onrecord.reading.encoder.encoder import Encoded, Range, Scores
from onrecord.reading.language.agreement import family_of

#: So many words can be left off.
MOST = 3


def settle_ends(encoded: Encoded, spans: Collection[Range], strip: Callable[[Range], Range], weights: Scores | None) -> dict[Range, Range]:
    """Each span → the most likely of what may be left of it; itself where nobody has fitted weights of what `rows_of` tells.

    Nothing is left off that ends as no mention does, by `strip`, or that makes another of the spans.
    """
    out = {span: span for span in spans}
    if weights is None:
        return out
    told = tell_pieces(encoded)
    for span in spans:
        if len(left := shortened(encoded, span, spans, strip)) > 1:
            out[span] = left[int((rows_of(told, left) @ weights).argmax())]
    return out


def shortened(encoded: Encoded, span: Range, spans: Collection[Range], strip: Callable[[Range], Range]) -> list[Range]:
    """A span, and what may be left of it without its last one, two or three words; a pronoun stays as it is."""
    start, end = span
    if family_of(encoded.text[slice(*encoded.characters(span))]):
        return [span]
    ends = [at for at in range(end - 1, start, -1) if _begins_word(encoded, at)][:MOST]
    return [span, *(left for at in ends if (left := (start, at)) not in spans and strip(left) == left and _is_whole(encoded, left))]


def _is_whole(encoded: Encoded, left: Range) -> bool:
    """Whether what is left is somebody by itself: neither "his" of "his rival" nor the first words of a name."""
    start, end = encoded.characters(left)
    words, behind = encoded.text[start:end], encoded.text[end : end + 2]
    in_name = words.rpartition(" ")[2][:1].isupper() and behind[:1] == " " and behind[1:].isupper()
    return not in_name and family_of(words) is None


def rows_of(told: Scores, left: Sequence[Range]) -> npt.NDArray[np.float32]:
    """What is known of a span, which is the first, and of what may be left of it: (spans, features).

    Whether it is whole, how many pieces are left off, and what the pieces at the edges tell.
    """
    off = np.array([[left[0][1] - end] for _, end in left], dtype=np.float32)
    return np.hstack([off == 0, off, rows_at(told, left)]).astype(np.float32)


def _begins_word(encoded: Encoded, piece: int) -> bool:
    """Whether a word or a mark begins at a piece."""
    before, start = int(encoded.pieces.spans[piece - 1, 1]), int(encoded.pieces.spans[piece, 0])
    return before < start or not encoded.text[start].isalnum()
