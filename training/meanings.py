"""What a statement means, as a vector: learned from the sentence embeddings that the encoder's start was made for.

The start (MiniLM, Wang et al. 2020, tuned on pairs of sentences as in Reimers and Gurevych 2019) embeds each content by
itself; the reader's head learns the main directions of those embeddings from the content where it stands in its report.
"""

from __future__ import annotations

import hashlib
import tempfile
from pathlib import Path

import numpy as np
import torch
from torch.nn import functional
from transformers import AutoModel

from onrecord.reading.encoder.layout import MEANING
from onrecord.reading.encoder.windows import CLS, SEP
from training.data import Example

#: Longer contents are cut; so many different ones are embedded, so many pieces at once.
LONGEST, MOST, BATCH = 64, 8000, 6000


def find_meanings(start: str, examples: list[Example]) -> None:
    """Put into statements, of `MOST` different contents, the vector that the head is to give, of length 1."""
    statements = [(s, np.concatenate([e.pieces.ids[a:b] for a, b in s["content"]])) for e in examples for s in e.statements if s["content"]]
    texts = sorted({ids[:LONGEST].tobytes() for _, ids in statements}, key=lambda text: hashlib.sha256(text).digest())[:MOST]
    texts.sort(key=lambda text: (len(text), text))
    kept = Path(tempfile.gettempdir(), f"meanings-{hashlib.sha256(b'|'.join(texts)).hexdigest()[:12]}.npy")
    if not kept.exists():
        np.save(kept, main_directions(embed(start, [np.frombuffer(text, dtype=np.int64) for text in texts])))
    vectors = dict(zip(texts, torch.from_numpy(np.load(kept)), strict=True))
    for statement, ids in statements:
        if (text := ids[:LONGEST].tobytes()) in vectors:
            statement["meaning"] = vectors[text]


@torch.inference_mode()
def embed(start: str, texts: list[np.ndarray]) -> np.ndarray:
    """The mean of the last layer over each text's pieces, of length 1: (texts, width); texts sorted by length."""
    model = AutoModel.from_pretrained(start, add_pooling_layer=False).eval()
    out: list[np.ndarray] = []
    while len(out) < len(texts):
        batch = texts[len(out) : len(out) + max(1, BATCH // LONGEST)]
        longest = len(batch[-1]) + 2
        ids, mask = (torch.zeros(len(batch), longest, dtype=torch.long) for _ in range(2))
        for row, text in enumerate(batch):
            ids[row, : len(text) + 2] = torch.tensor([CLS, *text.tolist(), SEP])
            mask[row, : len(text) + 2] = 1
        with torch.autocast("cpu", dtype=torch.bfloat16):
            hidden = model(input_ids=ids, attention_mask=mask).last_hidden_state.float()
        out.extend(functional.normalize((hidden * mask[..., None]).sum(1), dim=1).numpy())
    return np.array(out)


def main_directions(vectors: np.ndarray) -> np.ndarray:
    """The vectors in the `MEANING` directions that keep most of their products, of length 1: (texts, MEANING)."""
    _, _, directions = np.linalg.svd(vectors, full_matrices=False)
    small = vectors @ directions[:MEANING].T
    out: np.ndarray = small / np.linalg.norm(small, axis=1, keepdims=True)
    return out
