"""What a batch's scores lack: of gold tags, links and classes, of the meanings of contents, and of a teacher's scores.

Every loss is computed for a whole batch at once: a link may only lead to a span of the same row, which is a mask. A head
whose target a corpus lacks gets no gradient from it.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Any

import numpy as np
import torch
from torch import Tensor
from torch.nn import functional

from onrecord.reading.encoder.layout import TAG_HEADS, channels
from training.data import IGNORED, Chunk, Example, Range
from training.model import NEVER, Reader, link_scores

CLASSES = ("act", "issue", "stance", "contact_kind", "contact_status")


def tag_losses(model: Reader, out: Tensor, batch: list[Chunk]) -> dict[str, Tensor]:
    """Conditional random fields over each family of tag heads, and names where only names are marked."""
    losses = {}
    at = channels()
    longest = out.shape[1] - 2
    for family, heads in TAG_HEADS.items():
        scores, rows = [], []
        for head in heads:
            tagged = [(row, e.tags[head][s:t]) for row, (e, s, t) in enumerate(batch) if head in e.tags]
            if tagged:
                scores.append(out[[row for row, _ in tagged], 1 : longest + 1, at[head]])
                rows += [tags for _, tags in tagged]
        if rows:
            tags, mask = np.zeros((len(rows), longest), dtype=np.int64), np.zeros((len(rows), longest), dtype=bool)
            for i, row_tags in enumerate(rows):
                tags[i, : len(row_tags)] = row_tags
                mask[i, : len(row_tags)] = True
            losses[family] = model.crfs[family].loss(torch.cat(scores), moved(tags, out), moved(mask, out))
    named = np.full((len(batch), out.shape[1]), IGNORED)
    for row, (e, s, t) in enumerate(batch):
        if e.names is not None:
            named[row, 1 : t - s + 1] = e.names[s:t]
    if (named != IGNORED).any():
        losses["names"] = functional.cross_entropy(out[..., at["mention"]].flatten(0, 1), moved(named.ravel(), out), ignore_index=IGNORED)
    return losses


def moved(values: np.ndarray, like: Tensor) -> Tensor:
    """The values as a tensor where `like` is."""
    return torch.from_numpy(values).to(like.device)


@dataclass
class Pairs:
    """Spans of a batch from which links lead, and spans to which: ranges of the batch's pieces, one row after the other."""

    froms: list[Range] = field(default_factory=list)
    tos: list[Range] = field(default_factory=list)
    from_rows: list[int] = field(default_factory=list)
    to_rows: list[int] = field(default_factory=list)
    #: (from, to) that are right; a from without any leads to nothing.
    right: list[tuple[int, int]] = field(default_factory=list)

    def loss(self, model: Reader, name: str, flat: Tensor, earlier: bool = False) -> Tensor | None:
        """Mean over the froms of minus the log of the share of what is right; `earlier`: links lead to earlier spans only."""
        if not self.froms or not (self.tos or not earlier):
            return None
        allowed = np.ones((len(self.froms), len(self.tos) + 1), dtype=bool)
        allowed[:, :-1] = np.array(self.from_rows)[:, None] == np.array(self.to_rows, dtype=np.int64)[None]
        if earlier:
            allowed[:, :-1] &= np.tri(len(self.froms), len(self.tos), -1, dtype=bool)
        right = np.zeros_like(allowed)
        if self.right:
            right[tuple(np.array(self.right).T)] = True
        right &= allowed
        right[:, -1] = ~right[:, :-1].any(1)
        froms, tos = (moved(np.array(spans, dtype=np.int64).reshape(-1, 2), flat) for spans in (self.froms, self.tos))
        scores = link_scores(model, name, flat, froms, tos)
        all_, good = (torch.logsumexp(scores.masked_fill(~moved(mask, flat), NEVER), 1) for mask in (allowed, right))
        return (all_ - good).mean()


def link_losses(model: Reader, out: Tensor, batch: list[Chunk]) -> dict[str, Tensor]:
    """Content to cue, cue (or content without one) to its sources, and a mention to those before it that mean the same."""
    cues, sources, antecedents = Pairs(), Pairs(), Pairs()
    for row, (example, start, end) in enumerate(batch):
        shift = row * out.shape[1] + 1 - start

        def within(spans: list[Range], start: int = start, end: int = end, shift: int = shift) -> list[Range]:
            return [(a + shift, b + shift) for a, b in spans if start <= a and b <= end]

        statements = [({role: within(s[role]) for role in ("source", "cue", "content")}, s) for s in example.statements]
        add_pairs(cues, row, [(c, s["cue"][:1]) for s, whole in statements for c in s["content"] if s["cue"] or not whole["cue"]],
                  sorted({c for s, _ in statements for c in s["cue"]}))  # fmt: skip
        anchors = [((s["cue"] or s["content"])[0], s["source"]) for s, whole in statements
                   if (s["cue"] or s["content"]) and (s["source"] or not whole["source"])]  # fmt: skip
        add_pairs(sources, row, anchors, sorted({c for s, _ in statements for c in s["source"]}))
        mentions = [(found[0], key) for old, key in example.clusters if (found := within([old]))]
        first = len(antecedents.froms)
        for i, (mention, key) in enumerate(mentions):
            antecedents.froms.append(mention)
            antecedents.from_rows.append(row)
            antecedents.right += [(first + i, first + j) for j in range(i) if mentions[j][1] == key]
    antecedents.tos, antecedents.to_rows = antecedents.froms, antecedents.from_rows
    flat = out.flatten(0, 1)
    losses = {
        "content_to_cue": cues.loss(model, "content_to_cue", flat) if cues.tos else None,
        "anchor_to_source": sources.loss(model, "anchor_to_source", flat) if sources.tos else None,
        "antecedent": antecedents.loss(model, "antecedent", flat, earlier=True),
    }
    return {name: loss for name, loss in losses.items() if loss is not None}


def add_pairs(pairs: Pairs, row: int, links: Sequence[tuple[Range, list[Range]]], tos: list[Range]) -> None:
    if not tos:
        return
    first = len(pairs.tos)
    pairs.tos += tos
    pairs.to_rows += [row] * len(tos)
    for span, targets in links:
        pairs.right += [(len(pairs.froms), first + tos.index(target)) for target in targets]
        pairs.froms.append(span)
        pairs.from_rows.append(row)


def span_means(flat: Tensor, parts: list[np.ndarray]) -> Tensor:
    """The mean of `flat` (pieces, channels) over each part's pieces: (parts, channels)."""
    owner = moved(np.repeat(np.arange(len(parts)), [len(part) for part in parts]), flat)
    counts = moved(np.array([[len(part)] for part in parts], dtype=np.float32), flat)
    sums = flat.new_zeros(len(parts), flat.shape[1]).index_add(0, owner, flat[moved(np.concatenate(parts), flat)])
    return sums / counts


@dataclass
class Wholes:
    """Statements and contacts that stand whole in a batch: their rows of gold, and the pieces of content and cue, or evidence."""

    rows: list[dict[str, Any]]
    #: The text of each.
    examples: list[Example]
    contents: list[np.ndarray]
    #: Which of them have a cue, and its pieces.
    with_cue: list[int]
    cues: list[np.ndarray]


def find_wholes(batch: list[Chunk], longest: int, of: str) -> Wholes:
    """`of`: "statements" or "contacts"; longest: columns of a row."""
    found = Wholes([], [], [], [], [])
    for row, (example, start, end) in enumerate(batch):
        shift = row * longest + 1 - start
        for one in getattr(example, of):
            content, cue = (one["content"], one["cue"]) if of == "statements" else (one["evidence"], [])
            if content and all(start <= a and b <= end for a, b in (*content, *cue)):
                if cue:
                    found.with_cue.append(len(found.rows))
                    found.cues.append(np.concatenate([np.arange(a, b) + shift for a, b in cue]))
                found.rows.append(one)
                found.examples.append(example)
                found.contents.append(np.concatenate([np.arange(a, b) + shift for a, b in content]))
    return found


def class_scores(flat: Tensor, wholes: Wholes, heads: Sequence[str]) -> dict[str, Tensor]:
    """Scores of each class head: the mean over the pieces of content or evidence, and that of the cue where a head has one for it."""
    at = channels()
    first = at[CLASSES[0]].start
    means = span_means(flat[:, first:], wholes.contents)
    scores = {head: means[:, at[head].start - first : at[head].stop - first] for head in (*heads, "meaning")}
    if wholes.cues:
        cues = span_means(flat[:, first:], wholes.cues)
        owner = moved(np.array(wholes.with_cue), flat)
        for head in heads:
            if cue_head := at.get(f"{head}_cue"):
                scores[head] = scores[head].index_add(0, owner, cues[:, cue_head.start - first : cue_head.stop - first])
    return scores


def class_losses(out: Tensor, batch: list[Chunk], taught: Tensor | None) -> dict[str, Tensor]:
    """Classes of whole statements and contacts by gold and by the teachers, and what a whole content means."""
    losses: dict[str, Tensor] = {}
    divergences = []
    for of, heads in (("statements", CLASSES[:3]), ("contacts", CLASSES[3:])):
        wholes = find_wholes(batch, out.shape[1], of)
        if not wholes.rows:
            continue
        scores = class_scores(out.flatten(0, 1), wholes, heads)
        for head in heads:
            labels = np.array([row.get(head, IGNORED) for row in wholes.rows])
            if (labels != IGNORED).any():
                losses[head] = functional.cross_entropy(scores[head], moved(labels, out), ignore_index=IGNORED)
        if meant := [i for i, row in enumerate(wholes.rows) if "meaning" in row]:
            wanted = torch.stack([wholes.rows[i]["meaning"] for i in meant]).to(out.device)
            losses["meaning"] = 1 - functional.cosine_similarity(scores["meaning"][meant], wanted).mean()
        if taught is not None and (told := [i for i, example in enumerate(wholes.examples) if example.taught is not None]):
            known = class_scores(taught.float().flatten(0, 1), wholes, heads)
            divergences += [divergence(scores[head][told], known[head][told]) for head in heads]
    if divergences:
        losses["taught_classes"] = torch.stack(divergences).sum()
    return losses


def divergence(scores: Tensor, known: Tensor) -> Tensor:
    return functional.kl_div(scores.log_softmax(-1), known.log_softmax(-1), reduction="batchmean", log_target=True)


def taught_tags(out: Tensor, batch: list[Chunk], taught: Tensor | None) -> dict[str, Tensor]:
    """How far the tags' scores are from the teachers', summed over the heads (Hinton et al. 2015); what is not taught counts as none."""
    if taught is None:
        return {}
    at = channels()
    pieces = np.zeros(out.shape[:2], dtype=bool)
    for row, (example, start, end) in enumerate(batch):
        pieces[row, 1 : end - start + 1] = example.taught is not None
    there = moved(pieces, out)
    student, known = out[there], taught[there].float()
    heads = [head for family in TAG_HEADS.values() for head in family]
    share = there.sum() / sum(end - start for _, start, end in batch)
    return {"taught_tags": share * torch.stack([divergence(student[:, at[head]], known[:, at[head]]) for head in heads]).sum()}
