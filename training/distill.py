"""Distillation: a larger reader scores every text once, and the small one learns those scores beside its own targets."""

from __future__ import annotations

import hashlib
from pathlib import Path

import numpy as np
import torch
from torch import Tensor
from torch.nn import functional

from onrecord.reading.layout import TAG_HEADS, WIDTHS, channels
from onrecord.reading.windows import CLS, SEP, split_windows
from training.data import Chunk, Example
from training.model import LINKS, Reader, load_weights

#: Which head's spans tell where a link's vectors matter.
ENDS = {"content_to_cue": "attribution", "anchor_to_source": "attribution", "antecedent": "mention"}
#: Pieces at the edges of a window whose scores are those of the next one; fewer than when reading, to save time.
MARGIN = 16
#: Pieces that the teacher scores at once.
BATCH = 6000


def teach(weights: Path, start: str, examples: list[Example]) -> dict[str, Tensor]:
    """Put the teacher's scores of every piece into each example; return what fits a smaller reader as it is.

    Those are the transitions and the scores of distances: the small reader's heads take over the teacher's scale.
    Scores are kept in a file beside the weights, so that a training begun again need not wait for them.
    """
    teacher = Reader(start)
    teacher.load_state_dict(load_weights(weights))
    teacher.eval()
    seen = hashlib.sha256(b"".join(e.pieces.ids.tobytes() for e in examples)).hexdigest()[:12]
    kept = weights.with_name(f"{weights.stem}-{seen}.npy")
    if not kept.exists() or kept.stat().st_mtime < weights.stat().st_mtime:
        np.save(kept.with_suffix(".tmp.npy"), score(teacher, examples))
        kept.with_suffix(".tmp.npy").replace(kept)
    ends = np.cumsum([len(e.pieces) for e in examples])
    for example, scores in zip(examples, np.split(np.load(kept, mmap_mode="r"), ends[:-1]), strict=True):
        example.taught = scores
    return {name: value for name, value in teacher.state_dict().items() if name.split(".")[0] in ("crfs", "reach", "none")}


@torch.inference_mode()
def score(teacher: Reader, examples: list[Example]) -> np.ndarray:
    """The teacher's scores of the pieces of all examples, one after the other: (pieces, channels) float16."""
    starts = np.cumsum([0, *(len(e.pieces) for e in examples)])
    windows = [(w, e, at) for e, at in zip(examples, starts, strict=False) for w in split_windows(len(e.pieces), margin=MARGIN)]
    windows.sort(key=lambda found: found[0].end - found[0].start)
    out = np.zeros((starts[-1], sum(WIDTHS.values())), dtype=np.float16)
    while windows:
        longest = windows[-1][0].end - windows[-1][0].start
        batch = [windows.pop() for _ in range(min(len(windows), max(1, BATCH // longest)))]
        ids, shapes, mask = (torch.zeros(len(batch), longest + 2, dtype=torch.long) for _ in range(3))
        for row, (w, e, _) in enumerate(batch):
            n = w.end - w.start
            ids[row, 0], ids[row, n + 1], mask[row, : n + 2] = CLS, SEP, 1
            ids[row, 1 : n + 1] = torch.from_numpy(e.pieces.ids[w.start : w.end])
            shapes[row, 1 : n + 1] = torch.from_numpy(e.pieces.shapes[w.start : w.end])
        with torch.autocast("cpu", dtype=torch.bfloat16):
            scores = teacher(ids, shapes, mask).to(torch.float16).numpy()
        for row, (w, _, at) in enumerate(batch):
            out[at + w.keep_start : at + w.keep_end] = scores[row, 1 + w.keep_start - w.start : 1 + w.keep_end - w.start]
    return out


def distill_losses(out: Tensor, batch: list[Chunk]) -> dict[str, Tensor]:
    """How far the scores `out`, (rows, pieces, channels), are from the teacher's: tags by divergence, links by squares.

    The classes of statements and contacts are not passed on: the teacher has seen too few examples of them.
    """
    rows = [(row, torch.from_numpy(e.taught[s:t].astype(np.float32))) for row, (e, s, t) in enumerate(batch) if e.taught is not None]
    if not rows:
        return {}
    student = torch.cat([out[row, 1 : len(taught) + 1] for row, taught in rows])
    teacher = torch.cat([taught for _, taught in rows])
    at = channels()
    likely = {name: 1 - teacher[:, at[name]].softmax(-1)[:, 0] for name in ("attribution", "mention")}

    def divergence(head: str) -> Tensor:
        log = student[:, at[head]].log_softmax(-1)
        return functional.kl_div(log, teacher[:, at[head]].log_softmax(-1), reduction="batchmean", log_target=True)

    def squares(head: str, weight: Tensor) -> Tensor:
        distance = (student[:, at[head]] - teacher[:, at[head]]).square().mean(-1)
        return (distance * weight).sum() / weight.sum().clamp(min=1)

    heads = [head for family in TAG_HEADS.values() for head in family]
    return {
        "taught_tags": torch.stack([divergence(head) for head in heads]).sum(),
        "taught_links": torch.stack([squares(name, likely[ENDS[name]]) for name in LINKS]).sum(),
    }
