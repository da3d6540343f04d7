"""Fit the sign that a content holds another statement: python -m evals.nesting --shared ../shared [--model DIR]

Reading a content again, as a text of its own, costs as much as reading it the first time, and one content in twelve has
anything inside. Whether it has shows in the scores of the first reading: a logistic function of each piece's scores is fitted
to whether the piece stands in a cue that the second reading finds there, on `ARTICLES` of PolNeAR's training part and talks'. The bias is
moved so that of the contents of the development sets that have something inside, `KEPT` have a piece above zero: only such
contents are read again. Weights and bias go into the model's `model.json`. Prints how much is read again, and what is lost.
"""

from __future__ import annotations

import argparse
import random
from collections.abc import Iterator
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

import numpy as np
import numpy.typing as npt

from evals.calibrate import fit, store_fitted
from evals.figures import gold_rows, polnear_rows, report_of
from onrecord.reading.encoder.described import SHIPPED
from onrecord.reading.reader import NESTED_FLOOR, Reader
from onrecord.reading.statements.drafts import Draft

#: Of the contents that have something inside, so many are still read again.
KEPT = 0.985
#: So many articles, drawn by chance with a seed, give as good a fit as all of them.
ARTICLES = 500
SEED = 7


@dataclass(frozen=True)
class Seen:
    """A content after the first reading: its pieces' scores, (pieces, channels), and which of them are in a cue inside it."""

    scores: npt.NDArray[np.float32]
    inner_cue: npt.NDArray[np.bool_]


def main() -> None:
    """Fit, print, and write the weights into the model's folder."""
    ap = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    ap.add_argument("--shared", type=Path, default=Path("../shared"))
    ap.add_argument("--model", type=Path, default=SHIPPED)
    o = ap.parse_args()
    reader = Reader.load(o.model)
    reader.encoder.parameters = replace(reader.encoder.parameters, nesting=None)
    train, dev = ([seen for row in rows_of(o.shared, part) for seen in look_at(reader, row)] for part in ("train", "dev"))
    weights = fit(np.vstack([seen.scores for seen in train]), np.concatenate([seen.inner_cue for seen in train]).astype(np.float64))
    signs = np.array([(seen.scores @ weights[1:]).max() for seen in dev])
    holds = np.array([seen.inner_cue.any() for seen in dev])
    limit = np.quantile(signs[holds], 1 - KEPT)
    again = signs >= limit
    sizes = np.array([len(seen.scores) for seen in dev])
    print(f"{len(dev)} contents of the development sets, {holds.sum()} with something inside, {(holds & again).sum()} of them read again")
    print(f"read again: {again.mean():.1%} of the contents, {sizes[again].sum() / sizes.sum():.1%} of their pieces")
    store_fitted(o.model, "nesting", (-limit, *weights[1:].tolist()))


def rows_of(shared: Path, part: str) -> list[dict[str, Any]]:
    """The reports of PolNeAR and talks in one of their parts, of PolNeAR no more than `ARTICLES`."""
    articles = polnear_rows(shared, part)
    random.Random(SEED).shuffle(articles)
    return articles[:ARTICLES] + gold_rows(shared / "data" / "talks" / part)


def look_at(reader: Reader, row: dict[str, Any]) -> Iterator[Seen]:
    """Each content of an outermost statement of a report, with what the second reading finds inside it."""
    (encoded,) = reader.encoder.encode([report_of(row).text])
    (drafts,) = reader.find_drafts([encoded])
    for i, draft in enumerate(drafts):
        if draft.inside is not None:
            continue
        inner: list[Draft] = [other for other in drafts if other.inside == i]
        for span in draft.content:
            a, b = encoded.pieces.range_of(span.start, span.end)
            cue = np.zeros(b - a, dtype=bool)
            for other in inner:
                start, end = encoded.pieces.range_of(other.cue[0].start, other.cue[-1].end)
                cue[max(start - a, 0) : max(end - a, 0)] = True
            if span.end - span.start >= NESTED_FLOOR:
                yield Seen(encoded.scores[a:b], cue)


if __name__ == "__main__":
    main()
