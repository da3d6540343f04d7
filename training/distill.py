"""Distillation: larger readers score every text once, and the small one learns those scores beside its own targets.

A teacher that has learned a text by heart has little to add about it. So each teacher is kept from the texts of one fold,
and a text is scored by those that have not seen it (cross-fitting, Dao et al. 2021); a text that all have seen, or none,
is scored by all. The scores of several teachers are averaged.
"""

from __future__ import annotations

import hashlib
from collections.abc import Sequence
from pathlib import Path

import numpy as np
import torch
from torch import Tensor
from torch.nn import functional

from onrecord.reading.encoder.layout import MEANING, WIDTHS, channels
from onrecord.reading.encoder.windows import split_windows
from training.batches import pack
from training.data import Chunk, Example
from training.model import LINKS, Reader, device_here, load_weights, read_made

#: Channels that a teacher passes on, those of meaning at the end. The vectors of links are not: each teacher has directions of its own;
#: so have those of meaning, which only a training that goes on from its teacher keeps.
TAUGHT = np.concatenate([np.arange(at.start, at.stop) for name, at in channels().items() if name not in LINKS])
#: Texts are divided into so many folds.
FOLDS = 4
#: Corpora whose texts tell stories, the letters before the underscore.
TOLD = ("talks", "reports", "new", "nested")
#: Pieces at the edges of a window whose scores are those of the next one; fewer than when reading, to save time.
MARGIN = 16
#: Pieces that a teacher scores at once.
BATCH = 6000


def folds_of(examples: Sequence[Example]) -> list[int | None]:
    """The fold of each text; what tells one story is in one fold. Texts without annotation are in none."""
    stories = sorted({(e.corpus not in TOLD, len(story_of(e)), story_of(e)) for e in examples if e.corpus != "unlabelled"})
    fold = {story: i % FOLDS for i, (*_, story) in enumerate(stories)}
    return [None if e.corpus == "unlabelled" else fold[story_of(e)] for e in examples]


def story_of(example: Example) -> str:
    return example.name.split("_")[0] if example.corpus in TOLD else example.name


def teach(teachers: list[Path], start: str, examples: list[Example]) -> dict[str, Tensor]:
    """Put the teachers' scores of every piece into each example; return what fits a smaller reader as it is.

    Those are the transitions and the scores of distances, averaged: the small reader's heads take over the teachers' scale.
    A teacher's scores are kept in a file beside its weights, so that a training begun again need not wait for them.
    """
    folds = folds_of(examples)
    kept = [read_made(path).get("fold") for path in teachers]
    states = [load_weights(path) for path in teachers]
    sums: list[np.ndarray | None] = [None] * len(examples)
    for path, state, own in zip(teachers, states, kept, strict=True):
        chosen = [i for i, fold in enumerate(folds) if fold is None or fold == own or fold not in kept]
        scores = scores_of(path, state, start, [examples[i] for i in chosen])
        for i, found in zip(chosen, scores, strict=True):
            before = sums[i]
            sums[i] = found if before is None else before + found
    for example, fold, total in zip(examples, folds, sums, strict=True):
        assert total is not None
        example.taught = total / np.float16(kept.count(fold) if fold in kept and fold is not None else len(kept))
    shared = [name for name in states[0] if name.split(".")[0] in ("crfs", "reach", "none")]
    return {name: torch.stack([state[name] for state in states]).mean(0) for name in shared}


def scores_of(path: Path, state: dict[str, Tensor], start: str, examples: list[Example]) -> list[np.ndarray]:
    """One teacher's scores of each example, from its file where they are kept."""
    seen = hashlib.sha256(b"".join([TAUGHT.tobytes(), *(e.pieces.ids.tobytes() for e in examples)])).hexdigest()[:12]
    kept = path.with_name(f"{path.stem}-{seen}.npy")
    if not kept.exists() or kept.stat().st_mtime < path.stat().st_mtime:
        teacher = Reader(start).to(device_here()).eval()
        teacher.load_state_dict(state)
        np.save(kept.with_suffix(".tmp.npy"), score(teacher, examples))
        kept.with_suffix(".tmp.npy").replace(kept)
    ends = np.cumsum([len(e.pieces) for e in examples])
    return np.split(np.load(kept, mmap_mode="r"), ends[:-1])


def pack_taught(batch: list[Chunk], longest: int, device: torch.device) -> Tensor | None:
    """The teachers' scores of a batch's pieces, (batch, longest, channels) float16, where any of its texts has been taught."""
    if all(example.taught is None for example, _, _ in batch):
        return None
    scores = np.zeros((len(batch), longest, len(TAUGHT)), dtype=np.float16)
    for row, (example, start, end) in enumerate(batch):
        if example.taught is not None:
            scores[row, 1 : end - start + 1] = example.taught[start:end]
    whole = torch.zeros(len(batch), longest, sum(WIDTHS.values()), dtype=torch.float16, device=device)
    whole[..., torch.from_numpy(TAUGHT).to(device)] = torch.from_numpy(scores).to(device)
    return whole


def keep_known(examples: list[Example]) -> None:
    """Before a training goes on: contents mean what its teacher makes of them, and of what is new only the annotation counts.

    What is fitted to the vectors of meaning, of length 1, holds on so; directions found anew would be others.
    """
    for example in examples:
        assert example.taught is not None
        for statement in example.statements:
            if statement["content"]:
                mean = np.concatenate([example.taught[a:b, -MEANING:] for a, b in statement["content"]]).mean(0, dtype=np.float32)
                statement["meaning"] = functional.normalize(torch.from_numpy(mean), dim=0)
        if example.corpus == "new":
            example.taught = None


@torch.inference_mode()
def score(teacher: Reader, examples: list[Example]) -> np.ndarray:
    """The teacher's scores of the pieces of all examples, one after the other: (pieces, channels that are taught) float16."""
    device = device_here()
    starts = np.cumsum([0, *(len(e.pieces) for e in examples)])
    windows = [(w, e, at) for e, at in zip(examples, starts, strict=False) for w in split_windows(len(e.pieces), margin=MARGIN)]
    windows.sort(key=lambda found: found[0].end - found[0].start)
    out = np.zeros((starts[-1], len(TAUGHT)), dtype=np.float16)
    taught = torch.from_numpy(TAUGHT).to(device)
    while windows:
        longest = windows[-1][0].end - windows[-1][0].start
        batch = [windows.pop() for _ in range(min(len(windows), max(1, BATCH // longest)))]
        packed = pack([(e, w.start, w.end) for w, e, _ in batch], device)
        with torch.autocast(device.type, dtype=torch.bfloat16):
            scores = teacher(*packed)[..., taught].to(torch.float16).cpu().numpy()
        for row, (w, _, at) in enumerate(batch):
            out[at + w.keep_start : at + w.keep_end] = scores[row, 1 + w.keep_start - w.start : 1 + w.keep_end - w.start]
    return out
