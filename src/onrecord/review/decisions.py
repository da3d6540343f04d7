"""Decisions: what a reviewer says of an entry, checked and written down."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace
from typing import Any

from onrecord.errors import DecisionError, QueryError
from onrecord.model import Entries
from onrecord.model.decisions import (
    ANCHORS,
    VERDICTS,
    Decision,
    Entry,
    Values,
    essence,
    evidence_of,
    kind_of,
    list_all,
    match_evidence,
    values_of,
)
from onrecord.model.span import content_id, spans_from_json
from onrecord.review.values import CLASSES, blank_values, change_values
from onrecord.store.corrections import apply_decisions, load_own_entries, restore
from onrecord.store.database import Database
from onrecord.store.decisions import find_decision, list_decisions, write_decision


def decide(
    db: Database, entries: Sequence[str], verdict: str, by: str, why: str = "", changes: Mapping[str, Any] | None = None,
    blind: bool = False, key: str | None = None, seen: str | None = None, settles: bool = False,
) -> tuple[Decision, ...]:  # fmt: skip
    """Write down what a reviewer says of some entries; the caller holds the transaction. Several are one lot, undone as one.

    Args:
        db: the record.
        entries: ids of statements and contacts.
        verdict: confirmed, rejected, corrected or unsure.
        by: who says so.
        why: for what reason, in words, if one is given.
        changes: what is right where it is corrected, by field: classes and a place as words; `speaker`, `by` as a name or None; `via`,
            `parties` as names; `said`, `when` as {"from", "to"} with ISO days or None; spans as pairs of offsets.
        blind: whether the reviewer saw what the machine found, and not what others decided.
        key: what the sender calls this, so that what is sent twice counts once.
        seen: `mark_seen` of what the reviewer saw.
        settles: whether this settles what others dispute.

    Raises:
        QueryError: there is no such entry, or what is said cannot be understood, or corrects nothing; or it is not theirs to settle.
        DecisionError: the entry has changed since it was seen.
    """
    if verdict not in VERDICTS:
        raise QueryError(repr(verdict), f"is no verdict; there are {', '.join(VERDICTS)}")
    if key and (sent := list_decisions(db, "key = ?", (key,))):
        return list_decisions(db, "lot = ?", (sent[0].lot,)) if sent[0].lot else sent
    reports = find_reports(db, entries)
    made: list[Decision] = []
    for report in dict.fromkeys(reports.values()):
        own = load_own_entries(db, report)
        for name in (entry for entry in entries if reports[entry] == report):
            if settles:
                _check_dispute(db, own, name, verdict, by, why)
            decision = _phrase(db, own, name, Decision(verdict, by, why, blind=blind, settles=settles), changes or {}, seen)
            lot = None if len(entries) == 1 else made[0].number if made else 0
            made.append(write_decision(db, replace(decision, lot=lot), None if made else key))
    for report in dict.fromkeys(reports.values()):
        apply_decisions(db, report)
    return tuple(made)


def add(db: Database, report: str, kind: str, changes: Mapping[str, Any], by: str, why: str = "", key: str | None = None) -> Decision:
    """Add a statement or contact that the machine has missed; the caller holds the transaction.

    Args:
        db: the record.
        report: the id of a report that is in the record.
        kind: statement or contact.
        changes: what it is, by field, as for `decide`; it needs words of the report (`content`, of a contact `evidence`).
        by: who adds it.
        why: for what reason, if one is given.
        key: what the sender calls this, so that what is sent twice counts once.

    Raises:
        QueryError: what is said cannot be understood, or the report has such an entry already.
    """
    if key and (sent := list_decisions(db, "key = ?", (key,))):
        return sent[0]
    own = load_own_entries(db, report)
    decided = change_values(kind, blank_values(kind, own.report), changes, own.report.text, _list_issues(db) if "issue" in changes else ())
    if lacking := [name for name in CLASSES[kind] if decided[name] is None]:
        known_ones = "; ".join(f"{name}: {', '.join(CLASSES[kind][name])}" for name in lacking)
        raise QueryError(kind, f"needs {' and '.join(lacking)} ({known_ones})")
    evidence = {role: spans_from_json(decided[role]) for role in ANCHORS[kind]}
    known = [restore(entry) for entry in list_all(own) if kind_of(entry) == kind]
    (there,) = match_evidence([evidence], known)
    if there is not None:
        raise QueryError(there.id, f"has these words already, or nearly; correct that {kind} instead")
    made = write_decision(db, Decision("added", by, why, kind, report, evidence, decided=decided), key)
    apply_decisions(db, report)
    return made


def settle(db: Database, entry: str, number: int, by: str, why: str, key: str | None = None) -> Decision:
    """Settle what reviewers dispute, by somebody who is none of them: one of their decisions holds. The caller holds the transaction.

    Args:
        db: the record.
        entry: the id of the statement or contact.
        number: the decision that holds.
        by: who settles it.
        why: for what reason.
        key: what the sender calls this, so that what is sent twice counts once.

    Raises:
        QueryError: it is not disputed, or not theirs to settle; or this is no decision on it that could hold.
    """
    if key and (sent := list_decisions(db, "key = ?", (key,))):
        return sent[0]
    own = load_own_entries(db, find_reports(db, [entry])[entry])
    chosen = next((one for one in _decisions_on(db, entry) if one.number == number), None)
    if chosen is None:
        raise QueryError(str(number), f"is no decision on {entry} that stands")
    _check_dispute(db, own, entry, chosen.verdict, by, why)
    verdict = "confirmed" if chosen.verdict == "added" else chosen.verdict
    made = write_decision(db, replace(chosen, verdict=verdict, by=by, why=why, blind=False, settles=True, lot=None), key)
    apply_decisions(db, own.report.id)
    return made


def undo(db: Database, number: int, by: str, why: str = "", key: str | None = None) -> Decision:
    """Take a decision back, and with it the lot that it was made in; the caller holds the transaction.

    Raises:
        QueryError: there is no such decision, or it is taken back already.
    """
    if key and (sent := list_decisions(db, "key = ?", (key,))):
        return sent[0]
    decision = find_decision(db, number)
    if decision.undone:
        raise QueryError(str(number), "is taken back already")
    head = decision.lot or number
    made = write_decision(db, Decision("undo", by, why, undoes=head), key)
    while decision.undoes:
        decision = find_decision(db, decision.undoes)
        head = decision.lot or decision.number
    for row in db.rows("SELECT DISTINCT report FROM decisions WHERE ? IN (number, lot) AND report IS NOT NULL", (head,)):
        apply_decisions(db, row["report"])
    return made


def mark_seen(values: Values) -> str:
    """A mark that is another one as soon as anything in the values is."""
    return content_id("seen", repr(essence(values)))


def find_reports(db: Database, entries: Sequence[str]) -> dict[str, str]:
    """Entry → its report.

    Raises:
        QueryError: one of them is not in the record.
    """
    out: dict[str, str] = {}
    for entry in entries:
        rows = db.rows("SELECT report FROM statements WHERE id = :id UNION ALL SELECT report FROM contacts WHERE id = :id", {"id": entry})
        if not rows:
            raise QueryError(entry, "is not the id of a statement or contact in this record")
        out[entry] = rows[0]["report"]
    return out


def show_values(entries: Entries, entry: Entry, blind: bool = False) -> dict[str, Any]:
    """What a reviewer sees of an entry: what it is now, or for the blind what the machine found."""
    return values_of(restore(entry) if blind else entry, {actor.id: actor for actor in entries.actors})


def _phrase(db: Database, own: Entries, name: str, said: Decision, changes: Mapping[str, Any], seen: str | None) -> Decision:
    """What is said of one entry among those of its report, with the words that it stands on, what was seen and what is right."""
    entry = next(one for one in list_all(own) if one.id == name)
    shown = show_values(own, entry, said.blind)
    if seen and seen != mark_seen(shown):
        raise DecisionError(name, "has changed since it was shown; look at it again")
    if said.verdict in ("rejected", "unsure") and changes:
        raise QueryError(said.verdict, "goes with no corrections")
    issues = _list_issues(db) if "issue" in changes else []
    decided = change_values(kind_of(entry), shown, changes, own.report.text, issues)
    changed = essence(decided) != essence(shown)
    if said.verdict == "corrected" and not changed:
        raise QueryError(name, "would stay as it is; say what is to be corrected, or confirm it")
    return replace(
        said,
        verdict="corrected" if changed else said.verdict,
        kind=kind_of(entry),
        report=own.report.id,
        evidence=evidence_of(restore(entry)),
        shown=shown,
        decided=decided if said.verdict in ("confirmed", "corrected") else None,
    )


def _decisions_on(db: Database, entry: str) -> tuple[Decision, ...]:
    return list_decisions(db, "number IN (SELECT decision FROM decided WHERE entry = ?)", (entry,))


def _check_dispute(db: Database, own: Entries, name: str, verdict: str, by: str, why: str) -> None:
    """Raise QueryError if somebody cannot settle what an entry is."""
    entry = next(one for one in list_all(own) if one.id == name)
    if entry.state != "disputed":
        raise QueryError(name, f"is not disputed; it is {entry.state}")
    if by.strip() in {decision.by for decision in _decisions_on(db, name)}:
        raise QueryError(by, f"has decided on {name}; somebody else has to settle it")
    if verdict == "unsure" or not why.strip():
        raise QueryError(name, "is not settled by who is unsure" if verdict == "unsure" else "is settled only with a reason")


def _list_issues(db: Database) -> list[str]:
    return [row[0] for row in db.rows("SELECT DISTINCT issue FROM statements ORDER BY issue")]
