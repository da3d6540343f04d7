"""Who is named where, and which earlier mention each one points back to."""

from __future__ import annotations

import numpy as np

from onrecord.model import Mention, Span
from onrecord.reading.encoder import Encoded, Parameters, Range, link_scores
from onrecord.reading.tags import find_spans

#: How many earlier mentions are looked at for an antecedent.
LOOKBACK = 60


def find_mentions(encoded: Encoded, parameters: Parameters, sources: list[Range]) -> tuple[Mention, ...]:
    """The mentions that the two mention heads tag, and each statement's source, with their antecedents."""
    found: dict[Range, str] = {}
    for head in ("inner_mention", "mention"):
        found |= {span: name for name, span in find_spans(encoded, parameters, head)}
    for source in sources:
        found.setdefault(source, next((found[span] for span in sorted(found) if source[0] <= span[0] and span[1] <= source[1]), "person"))
    spans = sorted(found, key=lambda span: (span[0], -span[1]))
    out = []
    for i, span in enumerate(spans):
        start = max(0, i - LOOKBACK)
        antecedent, score = None, 0.0
        if i:
            scores = np.exp(link_scores(encoded, parameters, "antecedent", [span], spans[start:i]))[0]
            best = int(scores.argmax())
            if best < i - start:
                antecedent, score = start + best, round(float(scores[best]), 4)
        out.append(Mention(Span.of(encoded.text, *encoded.characters(span)), found[span], antecedent, score))
    return tuple(out)
