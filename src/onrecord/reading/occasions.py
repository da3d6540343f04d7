"""Occasions that a clause plainly states: "the first three took place in …", "the meeting was held on …"."""

from __future__ import annotations

import re

from onrecord.model import Span

NOUN = re.compile(r"\b(?:meetings?|talks|conversations?|calls?|rounds?|negotiations|sessions?|summits?|consultations)\b", re.I)
#: An occasion of a series, named by its place in it: "the first three", "the last one", "a second".
ONE_OF_SERIES = re.compile(
    r"\b(?:the|an?)\s+(?:very )?(?:first|second|third|fourth|fifth|last|latest|next|previous|final|most recent)"
    r"(?:\s+(?:one|two|three|four|few))?\b",
    re.I,
)
HAPPENS = re.compile(
    r"\b(?:took place|takes place|(?:will|is to|are to|was to|were to|is due to|could|may|might) (?:take place|be held)"
    r"|(?:was|were|is being|has been|have been) held)\b",
    re.I,
)
#: What leaves open whether it happened: such clauses are left to the model.
DOUBT = re.compile(r"\b(?:whether|neither|none|nobody|not|no|such|den(?:y|ies|ied)|if)\b", re.I)
KINDS = {"call": "call", "conversation": "call", "meeting": "meeting", "summit": "meeting"}
CLAUSE = re.compile(r"[^;\n]+?(?=;|\n|$|,\s+(?:and|but|while|during which|after which|where|at which|when)\b|[.!?][”’\"»)]*(?:\s|$))")


def find_occasions(text: str) -> list[tuple[Span, str]]:
    """(evidence, kind) of every clause whose subject is an occasion and whose verb says that it happens.

    An occasion that is only one of a series takes its kind from the noun before it in the paragraph.
    """
    out = []
    for verb in HAPPENS.finditer(text):
        paragraph = text.rfind("\n", 0, verb.start()) + 1
        for clause in CLAUSE.finditer(text, paragraph):
            if clause.start() <= verb.start() < clause.end():
                break
        else:
            continue
        subject = text[clause.start() : verb.start()]
        before = list(NOUN.finditer(text, paragraph, clause.start()))
        noun = NOUN.search(subject) or (before[-1] if before and ONE_OF_SERIES.search(subject) else None)
        if noun is None or DOUBT.search(subject):
            continue
        start = clause.start() + len(clause[0]) - len(clause[0].lstrip(' ,.”’"»)'))
        out.append((Span.of(text, start, clause.end()), KINDS.get(noun[0].lower().removesuffix("s"), "talks")))
    return out
