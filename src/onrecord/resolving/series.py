"""Contacts of one report beside each other: the same one told twice, and the first and last of a series."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from onrecord.model import Contact, When

FIRST = re.compile(r"the (?:first|earlier|previous)\b", re.I)
LAST = re.compile(r"the (?:last|latest|most recent)\b", re.I)


def bound_series(text: str, contacts: Sequence[Contact]) -> list[Contact]:
    """In "the first three took place …; the last was held in March", the first ones were not after March."""
    out = list(contacts)
    for i, c in enumerate(contacts):
        if c.when or not FIRST.match(c.evidence[0].text):
            continue
        for later in contacts[i + 1 :]:
            between = text[c.evidence[0].end : later.evidence[0].start]
            if "\n" not in between and LAST.match(later.evidence[0].text) and later.when and later.when.last:
                out[i] = replace(c, when=When(None, later.when.last, "stated", "bound", later.when.spans))
                break
    return out


def merge_contacts(contacts: Sequence[Contact]) -> tuple[Contact, ...]:
    """Join each contact to an earlier one of the same kind, status, parties and teller, unless day, place or round tell them apart."""
    out: list[Contact] = []
    for c in contacts:
        same = next((n for n, known in enumerate(out) if _same(known, c)), None)
        if same is None:
            out.append(c)
        else:
            known = out[same]
            out[same] = replace(
                known,
                evidence=known.evidence + c.evidence,
                by=known.by or c.by,
                place=known.place or c.place,
                round=known.round or c.round,
                when=known.when or c.when,
                confidence=max(known.confidence, c.confidence),
            )
    return tuple(out)


def _same(a: Contact, b: Contact) -> bool:
    def agree(x: object, y: object) -> bool:
        return x is None or y is None or x == y

    days = agree(a.when and (a.when.first, a.when.last), b.when and (b.when.first, b.when.last))
    told_alike = (a.kind, a.status, set(a.parties), a.per) == (b.kind, b.status, set(b.parties), b.per)
    return told_alike and len(a.parties) > 1 and days and agree(a.place, b.place) and agree(a.round, b.round)
