"""Fit what tells where mentions end: python -m training.mention_ends --shared ../shared [--model DIR]

The conditional log-linear model under which, of a mention and of what is left of it without its last words, the right one is most
likely (`reading/mentions/mention_ends.py`). Fitted to the texts that descriptions are fitted to, and to CrossNER's training part. The
names of re3d and CrossNER the network knows, so that most of what it teaches is of GUM's descriptions. The weights go into the model's
`model.json`. Comes behind `python -m training.descriptions`, and takes two minutes on a CPU, most of them to encode the texts.
"""

from __future__ import annotations

import argparse
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import numpy as np

from evals.calibrate import store_fitted
from evals.heads import bare_range
from onrecord.reading.encoder.edges import tell_pieces
from onrecord.reading.encoder.encoder import SHIPPED, Encoded, Encoder, Parameters, Range
from onrecord.reading.encoder.tags import find_spans
from onrecord.reading.mentions.mention_ends import rows_of, shortened
from onrecord.reading.mentions.mentions import find_mentions, strip
from training.data import TYPES, read_lines
from training.descriptions import texts
from training.ranking import Case, fit

#: Weight of the squares.
RIDGE = 30.0
#: The weight of being whole to begin with, as log-odds.
WHOLE = 3.0


def marked_texts(shared: Path) -> Iterator[tuple[str, set[Range]]]:
    """Texts and who and what is mentioned in them."""
    yield from ((text, marked) for text, marked, _ in texts(shared))
    for row in read_lines(shared / "data" / "conflict-ner" / "crossner-politics-train.jsonl.gz"):
        yield row["text"], {(e["s"], e["e"]) for e in row["entities"] if e["type"].lower() in TYPES}


def cases_of(encoded: Encoded, parameters: Parameters, marked: set[Range]) -> Iterator[Case]:
    """Each mention that can be shortened, with what is left of it, where one of these is marked."""
    (tagged,) = find_spans([encoded], parameters, "mention")
    gold = {bare_range(encoded.text, *span) for span in marked}
    spans = {encoded.pieces.range_of(m.span.start, m.span.end) for m in find_mentions(encoded, parameters, tagged, [])}
    told = tell_pieces(encoded)
    for span in sorted(spans):
        left = shortened(encoded, span, spans, lambda part: strip(encoded, part))
        right = np.array([bare_range(encoded.text, *encoded.characters(part)) in gold for part in left])
        if len(left) > 1 and right.any():
            yield rows_of(told, left), right


def main() -> None:
    """Fit, and write the weights into the model's folder."""
    ap = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    ap.add_argument("--shared", type=Path, default=Path("../shared"))
    ap.add_argument("--model", type=Path, default=SHIPPED)
    o = ap.parse_args()
    encoder = Encoder(o.model)
    parameters = replace(encoder.parameters, mention_ends=None)
    cases = [case for text, marked in marked_texts(o.shared) for case in cases_of(encoder.encode([text])[0], parameters, marked)]
    print(f"{len(cases)} mentions, {np.mean([right[0] for _, right in cases]):.1%} end right")
    spread = np.concatenate([rows for rows, _ in cases]).std(0) + 1e-3
    begin = np.zeros(len(spread))
    begin[0] = WHOLE * spread[0]
    weights = fit([(rows / spread, right) for rows, right in cases], begin, RIDGE) / spread
    store_fitted(o.model, "mention_ends", weights.tolist())


if __name__ == "__main__":
    main()
