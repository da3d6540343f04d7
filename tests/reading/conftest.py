"""A reading model that has learned nothing: seeded noise in the place of scores, and hand-made pieces."""

import re
from collections.abc import Callable, Sequence

import numpy as np
import pytest

from onrecord.reading.encoder.encoder import Crf, Encoded, Parameters
from onrecord.reading.encoder.layout import ATTRIBUTION, BIO, MENTIONS, REACH, WIDTHS
from onrecord.reading.encoder.windows import Pieces
from onrecord.reading.reader import Reader

LINKS = ("content_to_cue", "anchor_to_source", "antecedent")


class NoiseEncoder:
    """Scores that depend on the text and the seed only."""

    def __init__(self, seed: int):
        self._seed = seed
        rng = np.random.default_rng(seed)

        def crf(tags: int) -> Crf:
            return Crf(*(rng.normal(size=shape).astype(np.float32) for shape in ((tags, tags), (tags,), (tags,))))

        crfs = {"attribution": crf(len(ATTRIBUTION)), "mention": crf(len(MENTIONS)), "bio": crf(len(BIO))}
        reach = {name: rng.normal(size=len(REACH) + 1).astype(np.float32) for name in LINKS}
        self.parameters = Parameters(f"noise-{seed}", crfs, reach, dict.fromkeys(LINKS, 0.0))

    def encode(self, texts: Sequence[str]) -> list[Encoded]:
        return [self._encode(text) for text in texts]

    def _encode(self, text: str) -> Encoded:
        spans = np.array([m.span() for m in re.finditer(r"\w+|[^\w\s]", text)], dtype=np.int64).reshape(-1, 2)
        rng = np.random.default_rng([self._seed, *text.encode("utf-8", "replace")])
        scores = 3 * rng.normal(size=(len(spans), sum(WIDTHS.values())))
        ids = np.zeros(len(spans), dtype=np.int64)
        return Encoded(text, Pieces(ids=ids, shapes=ids, spans=spans), scores.astype(np.float32))


@pytest.fixture
def noise_reader() -> Callable[[int], Reader]:
    """A function from a seed to a reader."""
    return lambda seed: Reader(NoiseEncoder(seed))  # type: ignore[arg-type]
