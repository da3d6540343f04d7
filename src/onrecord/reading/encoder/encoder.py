"""The reading model at run time: text in, one row of scores per word piece out."""

from __future__ import annotations

from bisect import bisect_right
from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property
from itertools import accumulate, islice
from pathlib import Path
from typing import TYPE_CHECKING, Any, TypeVar

import numpy as np
import numpy.typing as npt

from onrecord.errors import ModelError
from onrecord.reading.encoder.described import SHIPPED, describe_model
from onrecord.reading.encoder.layout import LINK, REACH, ROLES, WIDTHS, channels
from onrecord.reading.encoder.network import Network, load_network
from onrecord.reading.encoder.windows import CLS, SEP, Pieces, Window, split_pieces, split_windows
from onrecord.reading.language.quotes import quoted_stretches
from onrecord.reading.language.sentences import split_sentences

if TYPE_CHECKING:
    from tokenizers import Tokenizer

Scores = npt.NDArray[np.float32]
Range = tuple[int, int]
F = TypeVar("F", bound=np.floating[Any])
#: Word pieces run through the network at once: more take memory and, on a CPU, no less time.
BATCH_PIECES = 1536
#: So many pieces that were scored last stay at hand with their scores, 2.4 KB each: what several outlets carry comes close together.
KEPT = 8192
#: Windows are padded to a multiple of so many pieces, and share a batch only if that makes them equally long: then the
#: scores of a window are the same, bit for bit, whatever else is in its batch.
STEP = 16


@dataclass(frozen=True)
class Encoded:
    """A text's pieces and their scores, a float32 array of shape (pieces, channels)."""

    text: str
    pieces: Pieces
    scores: Scores

    def head(self, name: str) -> Scores:
        """The channels of one head: (pieces, width)."""
        return self.scores[:, channels()[name]]

    @cached_property
    def lines(self) -> npt.NDArray[np.int64]:
        """The number of the line that each piece begins on: (pieces,)."""
        breaks = [i for i, c in enumerate(self.text) if c == "\n"]
        return np.searchsorted(np.array(breaks, dtype=np.int64), self.pieces.spans[:, 0])

    @cached_property
    def begins_line(self) -> npt.NDArray[np.int64]:
        """The pieces that are the first on their line."""
        return np.flatnonzero(np.diff(self.lines, prepend=-1))

    @cached_property
    def sentences(self) -> list[Range]:
        """The text's sentences, as half-open code points."""
        return split_sentences(self.text)

    @cached_property
    def quoted(self) -> list[Range]:
        """The text's quoted stretches, as half-open code points."""
        return quoted_stretches(self.text)

    @cached_property
    def _characters(self) -> dict[Range, Range]:
        return {}

    def characters(self, span: Range) -> Range:
        """The half-open code points of a range of pieces, widened to whole words."""
        if (known := self._characters.get(span)) is None:
            known = self._characters[span] = self._widen(span)
        return known

    def _widen(self, span: Range) -> Range:
        start, end = int(self.pieces.spans[span[0], 0]), int(self.pieces.spans[span[1] - 1, 1])
        while start > 0 and self.text[start - 1].isalnum() and self.text[start].isalnum() and not is_run_on(self.text, start):
            start -= 1
        while end < len(self.text) and self.text[end - 1].isalnum() and self.text[end].isalnum() and not is_run_on(self.text, end):
            end += 1
        return start, end


def is_run_on(text: str, at: int) -> bool:
    """Whether two words stand together without a space at `at`, as in "VeldChairman"."""
    return text[at - 1].islower() and text[at].isupper()


@dataclass(frozen=True)
class Crf:
    """Scores of a tag after another, of a first and of a last tag."""

    transitions: Scores
    first: Scores
    last: Scores


@dataclass(frozen=True)
class Parameters:
    """What the scores are decoded with: `model.json` beside the weights."""

    name: str
    crfs: dict[str, Crf]
    reach: dict[str, Scores]
    none: dict[str, float]
    #: Bias and weights of the evidence of an attribution; None where nobody has fitted them.
    confidence: npt.NDArray[np.float64] | None = None
    #: Bias and weights of a piece's scores that tell a cue inside a content; None where nobody has fitted them.
    nesting: npt.NDArray[np.float32] | None = None
    #: For each role, the weights that tell its spans' edges; None where nobody has fitted them.
    edges: Scores | None = None
    #: Bias and weights of what the pieces at the edges of a description tell of it; None where nobody has fitted them.
    descriptions: Scores | None = None
    #: The weights that tell where a mention ends; None where nobody has fitted them.
    mention_ends: Scores | None = None


class Encoder:
    """The ONNX model, its tokenizer and its parameters.

    Raises:
        ModelError: the folder lacks a part, or holds a model with other heads than this code knows.
    """

    def __init__(self, folder: Path | None = None, threads: int = 0):
        self.folder = folder or SHIPPED
        self.threads = threads
        self._latest: dict[str, Encoded] = {}
        self._described = describe_model(self.folder)
        if self._described["channels"] != WIDTHS:
            raise ModelError(str(self.folder), "this reading model has other heads than this version of onrecord; train it again")

    @cached_property
    def parameters(self) -> Parameters:
        """What the scores are decoded with."""
        d = self._described
        crfs = {name: Crf(**{key: np.array(value, dtype=np.float32) for key, value in crf.items()}) for name, crf in d["crfs"].items()}
        reach = {name: np.array(row, dtype=np.float32) for name, row in d["reach"].items()}
        confidence = np.array(d["confidence"]) if d.get("confidence") else None
        nesting, edges, descriptions, ends = (
            np.array(d[fitted], dtype=np.float32) if d.get(fitted) else None
            for fitted in ("nesting", "edges", "descriptions", "mention_ends")
        )
        by_role = None if edges is None else edges.reshape(len(ROLES), -1)
        return Parameters(d["name"], crfs, reach, d["none"], confidence, nesting, by_role, descriptions, ends)

    @cached_property
    def _network(self) -> Network:
        return load_network(self.folder / "encoder.onnx", self.threads)

    @cached_property
    def _tokenizer(self) -> Tokenizer:
        from tokenizers import Tokenizer

        return Tokenizer.from_file(str(self.folder / "tokenizer.json"))

    def encode(self, texts: Sequence[str]) -> list[Encoded]:
        """Score every word piece of every text; equal ones, and those that have just been scored, are not scored again.

        The windows of all texts share batches of one length.
        """
        known = {text: self._latest[text] for text in texts if text in self._latest}
        pieces = {text: split_pieces(self._tokenizer, text) for text in texts if text not in known}
        width = sum(WIDTHS.values())
        scores = {text: np.zeros((len(p), width), dtype=np.float32) for text, p in pieces.items()}
        jobs = [(text, window) for text, p in pieces.items() if len(p) for window in split_windows(len(p))]
        for length, batch in _batches(jobs):
            out = self._run([(pieces[text], window) for text, window in batch], length)
            for row, (text, w) in zip(out, batch, strict=True):
                scores[text][w.keep_start : w.keep_end] = row[1 + w.keep_start - w.start : 1 + w.keep_end - w.start]
        known |= {text: Encoded(text, p, scores[text]) for text, p in pieces.items()}
        self._latest = _last({text: own for text, own in self._latest.items() if text not in known} | known)
        return [known[text] for text in texts]

    def _run(self, batch: list[tuple[Pieces, Window]], length: int) -> Scores:
        ids, shapes, mask = (np.zeros((len(batch), length), dtype=np.int64) for _ in range(3))
        for row, (pieces, w) in enumerate(batch):
            n = w.end - w.start
            ids[row, 0], ids[row, n + 1] = CLS, SEP
            ids[row, 1 : n + 1] = pieces.ids[w.start : w.end]
            shapes[row, 1 : n + 1] = pieces.shapes[w.start : w.end]
            mask[row, : n + 2] = 1
        return self._network({"ids": ids, "shapes": shapes, "mask": mask})


def _last(encoded: dict[str, Encoded]) -> dict[str, Encoded]:
    """The last of some texts, of `KEPT` pieces together."""
    sizes = accumulate(len(own.pieces) for own in reversed(encoded.values()))
    number = bisect_right(list(sizes), KEPT)
    return dict(islice(encoded.items(), len(encoded) - number, None))


def _batches(jobs: list[tuple[str, Window]]) -> Iterator[tuple[int, list[tuple[str, Window]]]]:
    """(padded length, the windows of that length that run together)."""
    alike = defaultdict(list)
    for job in jobs:
        alike[-(-(job[1].end - job[1].start + 2) // STEP) * STEP].append(job)
    for length in sorted(alike):
        rows = max(1, BATCH_PIECES // length)
        for i in range(0, len(alike[length]), rows):
            yield length, alike[length][i : i + rows]


def link_scores(encoded: Encoded, parameters: Parameters, name: str, froms: Sequence[Range], tos: Sequence[Range]) -> Scores:
    """Score each pair of spans, with "none of them" in the last column: (from, to + 1), as log-probabilities."""
    head = encoded.head(name)
    a, b = (np.array(spans, dtype=np.int64).reshape(-1, 2) for spans in (froms, tos))
    queries = (head[a[:, 0], :LINK] + head[a[:, 1] - 1, :LINK]) / 2
    keys = (head[b[:, 0], LINK:] + head[b[:, 1] - 1, LINK:]) / 2
    bucket = np.searchsorted(REACH, b[None, :, 0] - a[:, None, 0], side="left")
    scores = queries @ keys.T / LINK**0.5 + parameters.reach[name][bucket]
    scores = np.concatenate([scores, np.full((len(a), 1), parameters.none[name], dtype=np.float32)], axis=1)
    return log_softmax(scores)


def log_softmax(scores: npt.NDArray[F]) -> npt.NDArray[F]:
    """Scores as log-probabilities over the last axis."""
    shifted = scores - scores.max(-1, keepdims=True)
    out: npt.NDArray[F] = shifted - np.log(np.exp(shifted).sum(-1, keepdims=True))
    return out
