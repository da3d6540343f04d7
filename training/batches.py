"""Texts → chunks → batches → tensors: what one step of a training sees."""

from __future__ import annotations

import random
from collections.abc import Iterator, Mapping

import numpy as np
import torch
from torch import Tensor

from onrecord.reading.encoder.windows import CLS, SEP
from training.data import Chunk, Example

CHUNK = 318
#: How many passes over a corpus make one epoch.
SEEN = {"polnear": 1.0, "talks": 0.8, "reports": 0.6, "nested": 5.0, "gum": 0.6, "wikiwars": 0.4, "conflict": 3.0, "unlabelled": 1.0}
#: The same for a training that goes on from weights which have not seen the reports that are "new"; of the rest enough is seen to keep it.
GOING_ON = {"polnear": 0.5, "talks": 0.3, "reports": 0.3, "nested": 1.0, "gum": 0.3, "wikiwars": 0.2, "conflict": 1.0, "unlabelled": 0.0,
            "new": 1.5}  # fmt: skip


def cut_chunks(examples: list[Example], rng: random.Random, passes: Mapping[str, float] = SEEN) -> list[Chunk]:
    """Cut each text at random places into chunks, as often as its corpus is seen."""
    chunks = []
    for example in examples:
        seen = passes[example.corpus]
        for _ in range(int(seen) + (rng.random() < seen % 1)):
            n, at = len(example.pieces), 0
            first = n if n <= CHUNK else rng.randint(CHUNK // 4, CHUNK)
            for end in [*range(first, n, CHUNK), n]:
                if end > at:
                    chunks.append((example, at, end))
                at = end
    return chunks


def batches(chunks: list[Chunk], rng: random.Random, pieces: int) -> Iterator[list[Chunk]]:
    """Batches of about `pieces` word pieces, of chunks alike in length, in random order."""
    rng.shuffle(chunks)
    pools = [sorted(chunks[i : i + 512], key=lambda c: c[2] - c[1]) for i in range(0, len(chunks), 512)]
    out: list[list[Chunk]] = []
    for pool in pools:
        batch: list[Chunk] = []
        for chunk in pool:
            if batch and (len(batch) + 1) * (chunk[2] - chunk[1]) > pieces:
                out.append(batch)
                batch = []
            batch.append(chunk)
        out.append(batch)
    rng.shuffle(out)
    yield from out


def pack(batch: list[Chunk], device: torch.device) -> tuple[Tensor, Tensor, Tensor]:
    """ids, shapes and mask of a batch, each (batch, longest + 2); the piece at `start` of a chunk stands in column 1."""
    longest = max(end - start for _, start, end in batch) + 2
    ids, shapes, mask = (np.zeros((len(batch), longest), dtype=np.int64) for _ in range(3))
    for row, (example, start, end) in enumerate(batch):
        n = end - start
        ids[row, 0], ids[row, n + 1] = CLS, SEP
        ids[row, 1 : n + 1] = example.pieces.ids[start:end]
        shapes[row, 1 : n + 1] = example.pieces.shapes[start:end]
        mask[row, : n + 2] = 1
    return torch.from_numpy(ids).to(device), torch.from_numpy(shapes).to(device), torch.from_numpy(mask).to(device)
