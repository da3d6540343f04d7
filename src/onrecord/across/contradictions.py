"""Proposals of contradictions: entries of a report are compared with each other, and with those of other reports that share clues."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from datetime import date, timedelta
from itertools import combinations
from typing import Any
from zlib import crc32

from onrecord.across.claims import Claim, Party
from onrecord.across.conflicts import compare_contacts, find_conflicts, shorten
from onrecord.across.contrasts import list_contrasts, name_contrast
from onrecord.across.denials import list_denials
from onrecord.across.meanings import cosine
from onrecord.across.opposites import find_opposites
from onrecord.across.weights import Weights, load_weights, weigh
from onrecord.model.contradictions import Proposal
from onrecord.store.claims import find_by_clues, load_claims, load_occasions, load_statement_claims, write_clues
from onrecord.store.contradictions import list_uncompared, replace_proposals
from onrecord.store.database import Database

#: What is less likely is not proposed.
LEAST = 0.2
#: A denial that denies nothing so likely denies what is so likely, and so many times as likely as anything else.
LEAST_ALONE, AHEAD = 0.14, 2.0
TO_COME = ("promise", "threaten", "warn")
#: A denial may deny several statements: those of nearly the likelihood of the likeliest.
MARGIN = 0.2
#: A denial may deny what was said in another report so many days before it.
DAYS = 28
#: So alike in meaning (cosine) must be what a denial denies in another report; a shared word counts as so much likeness, and so much
#: likeness must be left. One word alone is enough only where no more than so many days lie between.
ALIKE, SHARED, LEFT, SOON = 0.7, 0.05, 0.09, 1
#: Statements that tell one thing differently are proposed from this likelihood on.
LEAST_CONTRAST = 0.3
#: A statement is found by so many of its stems, the longest.
CLUES = 6


def propose_contradictions(db: Database, weights: Weights | None = None) -> None:
    """Compare the entries of reports that have changed with each other and the rest of the record; the caller holds the transaction.

    Args:
        db: the record.
        weights: what pairs of statements are weighed by; those that are stored if None.
    """
    weights = weights or load_weights()
    for report in list_uncompared(db):
        claims = read_claims(db, report)
        write_clues(db, (clue for claim in claims for clue in _clues_of(claim, claim.denies)))
        proposals = [*find_denials(claims, weights["denials"]), *find_contrasts(claims, weights["contrasts"])]
        proposals += [*find_conflicts(claims), *find_opposites(claims)]
        proposals += _find_across(db, claims)
        for told in load_occasions(db, report):
            pairs = combinations(map(_claim_of, told), 2)
            proposals += filter(None, (compare_contacts(a, b) for a, b in pairs if report in (a.report, b.report)))
        replace_proposals(db, report, [claim.entry for claim in claims], proposals)


def read_claims(db: Database, report: str) -> list[Claim]:
    """The statements and contacts of a report as they are compared, in the order of its text."""
    return [_claim_of(row) for row in load_claims(db, report)]


def find_denials(claims: Sequence[Claim], weights: Mapping[str, float]) -> Iterator[Proposal]:
    """What the denials of one report deny in it."""
    found: dict[Claim, list[tuple[float, Claim]]] = defaultdict(list)
    for denied, denial, features in list_denials(claims):
        found[denial].append((weigh(features, weights), denied))
    for denial, candidates in found.items():
        # What stands in the denial itself may be denied elsewhere too.
        apart = [score for score, denied in candidates if denied.inside != denial.entry]
        least = max(_find_least(candidates), max(apart, default=0.0) - MARGIN)
        yield from (_propose(denied, denial, score) for score, denied in candidates if score >= least)


def _find_least(candidates: Sequence[tuple[float, Claim]]) -> float:
    """From which likelihood on a denial denies something: each denies one thing at least, so one that stands out need not be likely.

    What is promised or threatened is yet to come, and seldom denied.
    """
    (first, denied), *rest = sorted(candidates, key=lambda one: -one[0])
    second = rest[0][0] if rest else 0.0
    stands_out = LEAST_ALONE <= first < LEAST and first >= AHEAD * second and denied.act not in TO_COME
    return LEAST_ALONE if stands_out else LEAST


def find_contrasts(claims: Sequence[Claim], weights: Mapping[str, float]) -> Iterator[Proposal]:
    """The statements of one report that tell one thing differently, though neither denies the other."""
    for a, b, features in list_contrasts(claims):
        if (score := weigh(features, weights)) >= LEAST_CONTRAST:
            yield Proposal(name_contrast(a, b), a.entry, b.entry, (shorten(a.words), shorten(b.words)), round(score, 3))


def compare_across(denied: Claim, denial: Claim) -> Proposal | None:
    """Whether a denial denies a statement of another report: of the same issue, with words in common, by somebody else.

    One word in common says little of what the two are about, unless the denial follows at once.
    """
    if denied.denies or denied.leaves_open or denied.asks or (denied.who and denied.who == denial.who) or denied.issue != denial.issue:
        return None
    shared = len(denied.stems & denial.stems)
    if not are_opposed(denied, denial) or not shared or (shared == 1 and _days_between(denied, denial) > SOON):
        return None
    # Where a meaning is not known, two words in common have to do.
    alike = cosine(denied.meaning, denial.meaning) if denied.meaning and denial.meaning else ALIKE - SHARED
    score = alike + SHARED * shared - ALIKE
    return _propose(denied, denial, min(0.9, 0.4 + score)) if score >= LEFT else None


def are_opposed(denied: Claim, denial: Claim) -> bool:
    """Whether a denial can be of a statement by what is negative in them: who "denied that it came" denies that it came, and who says that
    "it never came" denies the same, but neither denies that it did not come.
    """
    if denial.denies_by_cue:
        return denied.is_negative == denial.is_negative
    return denial.calls_untrue or denied.is_negative != denial.is_negative


def _find_across(db: Database, claims: Sequence[Claim]) -> Iterator[Proposal]:
    """What denials of a report deny in others, and which denials there deny its statements."""
    own = {claim.entry: claim for claim in claims if claim.kind == "statement" and claim.last}
    wanted: list[tuple[int, str, str]] = []
    looking: list[str] = []
    for claim in own.values():
        day = date.fromisoformat(claim.last)
        since, until = (day - timedelta(DAYS), day) if claim.denies else (day, day + timedelta(DAYS))
        keys = sorted({key for key, _, _ in _clues_of(claim, not claim.denies)})
        wanted += ((key, since.isoformat(), until.isoformat()) for key in keys)
        looking += [claim.entry] * len(keys)
    found: dict[str, set[str]] = defaultdict(set)
    for entry, others in zip(looking, find_by_clues(db, wanted), strict=True):
        found[entry].update(others)
    rows = load_statement_claims(db, sorted(set().union(*found.values()) - {claim.entry for claim in claims}))
    known = {entry: _claim_of(row) for entry, row in rows.items()}
    for entry, claim in own.items():
        for other in (known[key] for key in sorted(found[entry]) if key in known):
            if proposal := compare_across(*((other, claim) if claim.denies else (claim, other))):
                yield proposal


def _clues_of(claim: Claim, is_denial: bool) -> Iterator[tuple[int, str, str]]:
    """By what a statement is found: its longest stems, with its issue, apart for denials."""
    if claim.kind == "statement" and claim.last:
        for stem in sorted(claim.stems, key=lambda stem: (-len(stem), stem))[:CLUES]:
            yield crc32(f"{'denial' if is_denial else 'denied'} {claim.issue} {stem}".encode()), claim.last, claim.entry


def _days_between(denied: Claim, denial: Claim) -> int:
    return (date.fromisoformat(denial.last) - date.fromisoformat(denied.last)).days


def _propose(denied: Claim, denial: Claim, score: float) -> Proposal:
    return Proposal("denial", denied.entry, denial.entry, (shorten(denied.words), shorten(denial.words)), round(score, 3))


def _claim_of(row: Mapping[str, Any]) -> Claim:
    parties = tuple(Party(side, called) for side, called in row.get("parties", ()))
    return Claim(**{**row, "parties": parties})
