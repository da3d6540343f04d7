"""Distillation: a larger reader scores every text once, and the small one learns those scores beside its own targets."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import torch
from torch import Tensor
from torch.nn import functional

from onrecord.reading.layout import TAG_HEADS, channels
from onrecord.reading.windows import CLS, SEP, split_windows
from training.data import Chunk, Example
from training.model import LINKS, Reader

#: Which head's spans tell where a link's vectors matter.
ENDS = {"content_to_cue": "attribution", "anchor_to_source": "attribution", "antecedent": "mention"}
#: Pieces at the edges of a window whose scores are those of the next one; fewer than when reading, to save time.
MARGIN = 16


def teach(weights: Path, start: str, examples: list[Example]) -> dict[str, Tensor]:
    """Put the teacher's scores of every piece into each example; return what fits a smaller reader as it is.

    Those are the transitions and the scores of distances: the small reader's heads take over the teacher's scale.
    """
    teacher = Reader(start)
    teacher.load_state_dict(torch.load(weights, map_location="cpu")["model"])
    teacher.eval()
    for example in sorted(examples, key=lambda e: len(e.pieces)):
        example.taught = score(teacher, example)
    return {name: value for name, value in teacher.state_dict().items() if name.split(".")[0] in ("crfs", "reach", "none")}


@torch.inference_mode()
def score(teacher: Reader, example: Example) -> np.ndarray:
    """The teacher's scores: (pieces, channels) float16."""
    out = []
    for w in split_windows(len(example.pieces), margin=MARGIN):
        ids, shapes = (torch.from_numpy(a[w.start : w.end])[None] for a in (example.pieces.ids, example.pieces.shapes))
        ids, shapes = functional.pad(ids, (1, 1)), functional.pad(shapes, (1, 1))
        ids[0, 0], ids[0, -1] = CLS, SEP
        with torch.autocast("cpu", dtype=torch.bfloat16):
            scores = teacher(ids, shapes, torch.ones_like(ids))
        out.append(scores[0, 1 + w.keep_start - w.start : 1 + w.keep_end - w.start].to(torch.float16).numpy())
    return np.concatenate(out)


def distill_losses(out: Tensor, batch: list[Chunk]) -> dict[str, Tensor]:
    """How far the scores `out`, (rows, pieces, channels), are from the teacher's: tags by divergence, links by squares.

    The classes of statements and contacts are not passed on: the teacher has seen too few examples of them.
    """
    rows = [(row, torch.from_numpy(e.taught[s:t]).float()) for row, (e, s, t) in enumerate(batch) if e.taught is not None]
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
