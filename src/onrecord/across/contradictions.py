"""Proposals of contradictions: entries of a report are compared with each other, and with those of other reports that share clues."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from datetime import date, timedelta
from itertools import combinations
from typing import Any
from zlib import crc32

from onrecord.across import slots
from onrecord.across.claims import BRIEF, Claim, Party
from onrecord.across.conflicts import compare_contacts, find_conflicts, shorten
from onrecord.across.contrasts import list_contrasts, name_contrast
from onrecord.across.denials import list_denials
from onrecord.across.meanings import cosine
from onrecord.across.opposites import LIKELY, find_opposites, plain_stems
from onrecord.across.weights import Weights, load_weights, weigh
from onrecord.across.words import stems_of
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
#: A statement is found by so many of its stems, the longest, and a fact by so many for each slot.
CLUES, FACT_CLUES = 6, 4
#: What two sides say of one contact can be so much less alike (cosine and words in common) if it follows within so many days.
ALIKE_OF_ONE, DAYS_OF_ONE = 0.45, 3
#: What of a contact can be denied by another side.
SAID_OF_ONE = ("report", "accuse", "agree", "propose")


def propose_contradictions(db: Database, weights: Weights | None = None) -> None:
    """Compare the entries of reports that have changed with each other and the rest of the record; the caller holds the transaction.

    Args:
        db: the record.
        weights: what pairs of statements are weighed by; those that are stored if None.
    """
    weights = weights or load_weights()
    for report in list_uncompared(db):
        claims = read_claims(db, report)
        facts = {claim.entry: tuple(slots.slots_of(claim)) for claim in claims}
        write_clues(db, (clue for claim in claims for clue in clues_of(claim, facts[claim.entry])))
        proposals = [*find_denials(claims, weights["denials"]), *find_contrasts(claims, weights["contrasts"])]
        proposals += [*find_conflicts(claims), *find_opposites(claims)]
        occasions = load_occasions(db, report)
        proposals += _find_across(db, claims, facts, {one["report"] for told in occasions for one in told})
        for told in occasions:
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


def compare_across(denied: Claim, denial: Claim, of_one_contact: bool = False) -> Proposal | None:
    """Whether a denial denies a statement of another report: with words in common, by somebody else.

    One word in common says little of what the two are about, unless they are of one issue and the denial follows at once. What two sides
    say of one contact need not be as alike.
    """
    if denied.denies or denied.leaves_open or denied.asks or (denied.who and denied.who == denial.who):
        return None
    shared = len(denied.stems & denial.stems)
    if not shared or not are_opposed(denied, denial):
        return None
    # Where a meaning is not known, two words in common have to do.
    alike = cosine(denied.meaning, denial.meaning) if denied.meaning and denial.meaning else ALIKE - SHARED
    score = alike + SHARED * shared - ALIKE
    days = _days_between(denied, denial)
    if score >= LEFT and (shared > 1 or (denied.issue == denial.issue and days <= SOON)):
        return _propose(denied, denial, min(0.9, 0.4 + score))
    if days <= DAYS_OF_ONE and _is_of_own_act(denied, denial):
        return _propose(denied, denial, 0.4)
    if of_one_contact and days <= DAYS_OF_ONE and denied.act in SAID_OF_ONE and not (denied.side and denied.side == denial.side):
        shared = len(denied.matter & denial.matter & plain_stems(denied) & plain_stems(denial))
        if shared and alike + SHARED * shared >= ALIKE_OF_ONE:
            return _propose(denied, denial, 0.4)
    return None


def _is_of_own_act(denied: Claim, denial: Claim) -> bool:
    """Whether a side denies in a few words what another one says of it: "no promise was made" to "Orvania promised to free them"."""
    named = denial.side and stems_of(denial.side) <= denied.stems and denied.side != denial.side
    return bool(named and denial.matter and denial.matter - stems_of(denial.side) <= denied.matter and len(denial.matter) <= BRIEF)


def are_opposed(denied: Claim, denial: Claim) -> bool:
    """Whether a denial can be of a statement by what is negative in them: who "denied that it came" denies that it came, and who says that
    "it never came" denies the same, but neither denies that it did not come.
    """
    if denial.denies_by_cue:
        return denied.is_negative == denial.is_negative
    return denial.calls_untrue or denied.is_negative != denial.is_negative


def _find_across(
    db: Database, claims: Sequence[Claim], facts: Mapping[str, Sequence[str]], alongside: Collection[str]
) -> Iterator[Proposal]:
    """What denials of a report deny in others, which denials there deny its statements, and facts that others tell otherwise.

    `facts` are the slots of each entry, `alongside` the reports that tell of a contact of this one.
    """
    own = {claim.entry: claim for claim in claims if claim.kind == "statement" and claim.last}
    wanted: list[tuple[int, str, str]] = []
    looking: list[str] = []
    for claim in own.values():
        day = date.fromisoformat(claim.last)
        since, until = (day - timedelta(DAYS), day) if claim.denies else (day, day + timedelta(DAYS))
        near = (day - timedelta(slots.DAYS)).isoformat(), (day + timedelta(slots.DAYS)).isoformat()
        asked = [(key, since.isoformat(), until.isoformat()) for key in sorted(_denial_keys(claim, not claim.denies))]
        asked += ((key, *near) for key in sorted(_fact_keys(claim, facts[claim.entry])))
        wanted += asked
        looking += [claim.entry] * len(asked)
    found: dict[str, set[str]] = defaultdict(set)
    for entry, others in zip(looking, find_by_clues(db, wanted), strict=True):
        found[entry].update(others)
    rows = load_statement_claims(db, sorted(set().union(*found.values()) - {claim.entry for claim in claims}))
    known = {entry: _claim_of(row) for entry, row in rows.items()}
    for entry, claim in own.items():
        for other in (known[key] for key in sorted(found[entry]) if key in known):
            proposal = None
            if claim.denies or other.denies:
                proposal = compare_across(*((other, claim) if claim.denies else (claim, other)), other.report in alongside)
            else:
                proposal = _compare_facts(*sorted((claim, other), key=lambda one: (one.last, one.entry)))
            if proposal:
                yield proposal


def _compare_facts(a: Claim, b: Claim) -> Proposal | None:
    kind = slots.compare_told(a, b)
    return Proposal(kind, a.entry, b.entry, (shorten(a.words), shorten(b.words)), LIKELY[kind]) if kind else None


def clues_of(claim: Claim, facts: Iterable[str] | None = None) -> Iterator[tuple[int, str, str]]:
    """By what other reports find a statement; `facts` are its slots, where they are known."""
    if claim.kind == "statement" and claim.last:
        keys = (*_denial_keys(claim, claim.denies), *_fact_keys(claim, slots.slots_of(claim) if facts is None else facts))
        yield from ((key, claim.last, claim.entry) for key in keys)


def _denial_keys(claim: Claim, is_denial: bool) -> Iterator[int]:
    """Its longest stems, apart for denials."""
    yield from (crc32(f"{'denial' if is_denial else 'denied'} {stem}".encode()) for stem in _longest(claim, CLUES))


def _fact_keys(claim: Claim, facts: Iterable[str]) -> Iterator[int]:
    """Its longest stems, apart for each slot that it fills."""
    yield from (crc32(f"{slot} {stem}".encode()) for slot in facts for stem in _longest(claim, FACT_CLUES))


def _longest(claim: Claim, most: int) -> list[str]:
    return sorted(claim.stems, key=lambda stem: (-len(stem), stem))[:most]


def _days_between(denied: Claim, denial: Claim) -> int:
    return (date.fromisoformat(denial.last) - date.fromisoformat(denied.last)).days


def _propose(denied: Claim, denial: Claim, score: float) -> Proposal:
    return Proposal("denial", denied.entry, denial.entry, (shorten(denied.words), shorten(denial.words)), round(score, 3))


def _claim_of(row: Mapping[str, Any]) -> Claim:
    parties = tuple(Party(side, called) for side, called in row.get("parties", ()))
    return Claim(**{**row, "parties": parties})
