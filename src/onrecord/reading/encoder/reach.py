"""How far links reach: which cues a content may have, and which sources a cue, by where they stand."""

from __future__ import annotations

import re
from collections.abc import Sequence

import numpy as np
import numpy.typing as npt

from onrecord.reading.encoder.encoder import Encoded, Range
from onrecord.reading.language.quotes import QUOTATION_MARKS

#: So many word pieces apart the model has seen links in training, which cuts texts into chunks.
NEAR = 318
#: A quotation that its cue is to follow.
ENDS_IN_COMMA = re.compile(r"(?:,[”»\"’]|[”»\"’],)\s*$")


def line_numbers(encoded: Encoded, spans: Sequence[Range]) -> npt.NDArray[np.int64]:
    """The line of each span."""
    return encoded.lines[[start for start, _ in spans]]


def sentence_numbers(encoded: Encoded, spans: Sequence[Range], edge: int = 0) -> npt.NDArray[np.int64]:
    """The sentence in which each span begins, or ends if `edge` is 1."""
    starts = np.array([start for start, _ in encoded.sentences], dtype=np.int64)
    at = np.array([encoded.characters(span)[edge] - edge for span in spans], dtype=np.int64)
    return np.searchsorted(starts, at, side="right")


def near(froms: Sequence[Range], tos: Sequence[Range]) -> npt.NDArray[np.bool_]:
    """Whether two spans are so near that the model has learned of such pairs: (from, to)."""
    a, b = (np.array(spans, dtype=np.int64).reshape(-1, 2) for spans in (froms, tos))
    out: npt.NDArray[np.bool_] = np.abs(b[None, :, 0] - a[:, None, 0]) <= NEAR
    return out


def reachable_sources(encoded: Encoded, anchors: Sequence[Range], sources: Sequence[Range], cues: Sequence[Range]) -> npt.NDArray[np.bool_]:
    """Whether a source may belong to a cue, in its sentence, or to a content without a cue: (anchors, sources)."""
    sentence = sentence_numbers(encoded, anchors)[:, None]
    # What looks like the end of a sentence within a source is none: "State Del. Anna Veld".
    beside = (sentence_numbers(encoded, sources) <= sentence) & (sentence <= sentence_numbers(encoded, sources, 1))
    no_cue = np.array([anchor not in cues for anchor in anchors])[:, None]
    above, below = (lines[:, None] for lines in telling_lines(encoded, anchors, cues))
    there = line_numbers(encoded, sources)
    no_cue = no_cue & (above <= there) & (there <= below)
    out: npt.NDArray[np.bool_] = (beside | no_cue) & near(anchors, sources)
    return out


def reachable_cues(encoded: Encoded, contents: Sequence[Range], cues: Sequence[Range]) -> npt.NDArray[np.bool_]:
    """Whether a content may belong to a cue: (contents, cues).

    A paraphrase stands in its cue's sentence, a quotation in its cue's paragraph or, if it begins a paragraph, below it: but not if
    it ends in a comma and its own paragraph has a cue to follow it. Somebody who speaks between parts them.
    """
    here, there = line_numbers(encoded, contents)[:, None], line_numbers(encoded, cues)
    goes_on = np.array([begins_quoted_line(encoded, content) and not is_told_behind(encoded, content, cues) for content in contents])
    goes_on = goes_on[:, None]
    quoted = np.array([overlaps_any(encoded.characters(content), encoded.quoted) for content in contents])[:, None]
    sentence = sentence_numbers(encoded, cues)
    beside = (sentence_numbers(encoded, contents)[:, None] <= sentence) & (sentence <= sentence_numbers(encoded, contents, 1)[:, None])
    above, _ = telling_lines(encoded, contents, cues)
    follows = goes_on & (above[:, None] <= there) & (there < here)
    out: npt.NDArray[np.bool_] = (((here == there) & (quoted | beside)) | follows) & near(contents, cues)
    return out


def telling_lines(encoded: Encoded, spans: Sequence[Range], cues: Sequence[Range]) -> npt.NDArray[np.int64]:
    """The nearest lines above and below each span's own in which somebody says something, outside quotations: (2, spans).

    Where there is none, the first and the last line.
    """
    told = sorted({int(encoded.lines[cue[0]]) for cue in cues if not overlaps_any(encoded.characters(cue), encoded.quoted)})
    lines = np.array([0, *told, int(encoded.lines[-1])])
    here = line_numbers(encoded, spans)
    return np.array([lines[np.searchsorted(told, here)], lines[np.searchsorted(told, here, side="right") + 1]])


def overlaps_any(span: Range, stretches: Sequence[Range]) -> bool:
    """Whether some code points are in one of the stretches."""
    return any(start < span[1] and span[0] < end for start, end in stretches)


def begins_quoted_line(encoded: Encoded, content: Range) -> bool:
    """Whether a content begins its line with a quotation mark, as each paragraph of a long quotation does."""
    start, _ = encoded.characters(content)
    return encoded.text[start] in QUOTATION_MARKS and not encoded.text[encoded.text.rfind("\n", 0, start) + 1 : start].strip()


def is_told_behind(encoded: Encoded, content: Range, cues: Sequence[Range]) -> bool:
    """Whether a quotation ends in a comma, "…,” the council announced", and a cue stands behind it in its line."""
    start, end = encoded.characters(content)
    line = encoded.text.find("\n", start)
    return bool(ENDS_IN_COMMA.search(encoded.text[start : end + 1])) and any(
        end <= encoded.characters(cue)[0] < (line if line >= 0 else len(encoded.text)) for cue in cues
    )
