"""Proposals of contradictions: entries of a report are compared with each other, and with those of other reports that share clues."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from datetime import date, timedelta
from typing import Any
from zlib import crc32

from onrecord.across.claims import Claim, Party, cosine
from onrecord.across.conflicts import compare_contacts, find_conflicts, shorten
from onrecord.across.denials import WEIGHTS, list_denials, weigh
from onrecord.model.contradictions import Proposal
from onrecord.store.claims import find_by_clues, load_claims, load_statement_claims, load_tellings, write_clues
from onrecord.store.contradictions import list_uncompared, replace_proposals
from onrecord.store.database import Database

#: What is less likely is not proposed.
LEAST = 0.2
#: A denial may deny several statements: those of nearly the likelihood of the likeliest.
MARGIN = 0.25
#: A denial that finds nothing in its own report may deny what was said so many days before it.
DAYS = 28
#: So alike in meaning (cosine) must be what a denial denies in another report; a shared word counts as so much likeness.
ALIKE, SHARED = 0.6, 0.05
#: A statement is found by so many of its stems, the longest.
CLUES = 8


def propose_contradictions(db: Database) -> None:
    """Compare the entries of reports that have changed with each other and the rest of the record; the caller holds the transaction."""
    for report in list_uncompared(db):
        claims = [_claim_of(row) for row in load_claims(db, report)]
        inside, open_denials = find_denials(claims)
        proposals = [*inside, *find_conflicts(claims)]
        write_clues(db, (clue for claim in claims for clue in _clues_of(claim, claim in open_denials)))
        for claim in claims:
            if claim.kind == "statement" and (claim in open_denials or not claim.denies):
                proposals += _find_across(db, claim, claim in open_denials)
        for tellings in load_tellings(db, report):
            occasion = [_claim_of(row) for row in tellings]
            proposals += [
                found for i, a in enumerate(occasion) for b in occasion[i + 1 :] if report in (a.report, b.report)
                if (found := compare_contacts(a, b))
            ]  # fmt: skip
        replace_proposals(db, report, [claim.entry for claim in claims], proposals)


def find_denials(claims: Sequence[Claim]) -> tuple[list[Proposal], frozenset[Claim]]:
    """What the denials of one report deny in it, and those denials that find nothing there."""
    found: dict[Claim, list[tuple[float, Claim]]] = defaultdict(list)
    for denied, denial, features in list_denials(claims):
        found[denial].append((weigh(features, WEIGHTS), denied))
    out = []
    nothing = {claim for claim in claims if claim.denies}
    for denial, candidates in found.items():
        best = max(score for score, _ in candidates)
        if best >= LEAST:
            nothing.discard(denial)
            out += [_propose(denied, denial, score) for score, denied in candidates if score >= max(LEAST, best - MARGIN)]
    return out, frozenset(nothing)


def compare_across(denied: Claim, denial: Claim) -> Proposal | None:
    """Whether a denial that finds nothing in its own report denies a statement of another one."""
    if denied.denies or denied.leaves_open or (denied.who and denied.who == denial.who) or denied.issue != denial.issue:
        return None
    shared = len(denied.stems & denial.stems)
    if not shared:
        return None
    alike = cosine(denied.meaning, denial.meaning) if denied.meaning and denial.meaning else ALIKE
    score = alike + SHARED * shared - ALIKE
    return _propose(denied, denial, min(0.9, 0.4 + score)) if score >= SHARED else None


def _find_across(db: Database, claim: Claim, is_denial: bool) -> Iterator[Proposal]:
    """What a denial denies in other reports, or which denials there deny a statement."""
    if not claim.last:
        return
    day = date.fromisoformat(claim.last)
    days = (day - timedelta(DAYS), day) if is_denial else (day, day + timedelta(DAYS))
    keys = (key for key, _, _ in _clues_of(claim, not is_denial))
    ids = find_by_clues(db, keys, *(one.isoformat() for one in days))
    for row in load_statement_claims(db, ids):
        other = _claim_of(row)
        if other.report != claim.report and (found := compare_across(*((other, claim) if is_denial else (claim, other)))):
            yield found


def _clues_of(claim: Claim, is_denial: bool) -> Iterator[tuple[int, str, str]]:
    """By what a statement is found: its longest stems, with its issue, apart for denials."""
    if claim.kind == "statement" and claim.last:
        for stem in sorted(claim.stems, key=lambda stem: (-len(stem), stem))[:CLUES]:
            yield crc32(f"{'denial' if is_denial else 'denied'} {claim.issue} {stem}".encode()), claim.last, claim.entry


def _propose(denied: Claim, denial: Claim, score: float) -> Proposal:
    return Proposal("denial", denied.entry, denial.entry, (shorten(denied.words), shorten(denial.words)), round(score, 3))


def _claim_of(row: Mapping[str, Any]) -> Claim:
    parties = tuple(Party(side, called) for side, called in row.get("parties", ()))
    return Claim(**{**row, "parties": parties})
