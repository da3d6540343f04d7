"""What each output channel of the encoder means; training writes this order and reading relies on it.

Every head is one linear map per word piece. Tag heads are read piece by piece; class heads are averaged over the
pieces of a statement or contact; link heads give query and key vectors whose dot product scores a pair of spans.
"""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache

ATTRIBUTION = ("O", "B-source", "I-source", "B-cue", "I-cue", "B-content", "I-content")
ROLES = ("source", "cue", "content")
ACTS = ("report", "assess", "demand", "propose", "agree", "refuse",
        "promise", "threaten", "warn", "accuse", "deny", "urge")  # fmt: skip
ISSUES = ("talks", "ceasefire", "territory", "withdrawal", "format", "mediation", "guarantees", "sanctions", "arms",
          "prisoners", "humanitarian", "border", "resources", "accountability", "other")  # fmt: skip
STANCES = ("for", "against", "conditional", "none")
CONTACT_KINDS = ("meeting", "call", "talks", "visit", "letter", "document", "mediation")
STATUSES = ("held", "ongoing", "planned", "proposed", "cancelled", "refused", "denied", "suspended")
MENTION_TYPES = ("person", "organization", "country", "group", "unnamed", "outlet", "place")
MENTIONS = ("O", *(f"{edge}-{name}" for name in MENTION_TYPES for edge in "BI"))
BIO = ("O", "B-x", "I-x")
LINK = 64
#: Dimensions of the vector of what a text means.
MEANING = 64

#: Head name -> number of channels, in output order.
WIDTHS = {
    "attribution": len(ATTRIBUTION),
    "content_to_cue": 2 * LINK,
    "anchor_to_source": 2 * LINK,
    "antecedent": 2 * LINK,
    "mention": len(MENTIONS),
    "inner_mention": len(MENTIONS),
    "via": 3, "to": 3, "venue": 3, "when": 3, "cond": 3, "date": 3,
    "contact": 3, "contact_place": 3, "contact_when": 3, "contact_by": 3,
    "act": len(ACTS),
    "act_cue": len(ACTS),
    "issue": len(ISSUES),
    "stance": len(STANCES),
    "stance_cue": len(STANCES),
    "contact_kind": len(CONTACT_KINDS),
    "contact_status": len(STATUSES),
    "meaning": MEANING,
}  # fmt: skip


#: Tag heads and the transitions that they share.
TAG_HEADS = {
    "attribution": ("attribution",),
    "mention": ("mention", "inner_mention"),
    "bio": ("via", "to", "venue", "when", "cond", "date", "contact", "contact_place", "contact_when", "contact_by"),
}


@cache
def channels() -> Mapping[str, slice]:
    """Head name -> its slice of the last axis of the encoder's output."""
    out, at = {}, 0
    for name, width in WIDTHS.items():
        out[name] = slice(at, at + width)
        at += width
    return out


#: Pairs of spans are also scored by how far apart they are: the bucket of a signed distance in pieces.
REACH = (-256, -128, -64, -32, -16, -8, -4, -1, 1, 4, 8, 16, 32, 64, 128, 256)
