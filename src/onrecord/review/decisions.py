"""Decisions: what a reviewer says of an entry, checked and written down."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import date
from typing import Any

from onrecord.errors import DecisionError, QueryError
from onrecord.model import Entries, Report, Span, When
from onrecord.model.decisions import (
    ANCHORS,
    STATEMENT_SPANS,
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
from onrecord.reading.layout import ACTS, CONTACT_KINDS, ISSUES, STANCES, STATUSES
from onrecord.store.corrections import apply_decisions, load_own_entries, restore
from onrecord.store.database import Database
from onrecord.store.decisions import find_decision, list_decisions, write_decision

STATEMENT_KINDS = ("direct", "indirect", "mixed")
#: What classes can be; an issue can also be any that the record has.
CLASSES = {
    "statement": {"kind": STATEMENT_KINDS, "act": ACTS, "issue": ISSUES, "stance": STANCES},
    "contact": {"kind": CONTACT_KINDS, "status": STATUSES},
}


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


def blank_values(kind: str, report: Report) -> dict[str, Any]:
    """The values of an entry of which nothing is said yet; None for classes that have to be chosen.

    Raises:
        QueryError: there are no such entries.
    """
    if kind == "statement":
        said = When(report.day, report.day, "published").to_json() if report.day else None
        plain: dict[str, Any] = {"kind": None, "act": None, "issue": "other", "stance": "none", "speaker": None, "via": [], "said": said}
        return plain | {name: [] for name in STATEMENT_SPANS}
    if kind == "contact":
        return {"kind": None, "status": None, "parties": [], "by": None, "place": None, "round": None, "when": None, "evidence": []}
    raise QueryError(repr(kind), "cannot be added; there are statement and contact")


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


def change_values(kind: str, shown: Values, changes: Mapping[str, Any], text: str, issues: Sequence[str] = ()) -> dict[str, Any]:
    """The values that are shown, with changes as `decide` takes them.

    Args:
        kind: statement or contact.
        shown: what the reviewer saw.
        changes: what is right instead, by field.
        text: the text of the report.
        issues: issues that there are besides the default ones.

    Raises:
        QueryError: a field or a value cannot be understood.
    """
    out = dict(shown)
    for name, value in changes.items():
        if name not in shown:
            raise QueryError(name, f"is no field of a {kind}; there are {', '.join(shown)}")
        known = CLASSES[kind].get(name)
        if known:
            if value not in known and not (name == "issue" and value in issues):
                there = dict.fromkeys((*known, *(issues if name == "issue" else ())))
                raise QueryError(repr(value), f"is no {name}; there are {', '.join(there)}")
            out[name] = value
        elif name in ("speaker", "by"):
            out[name] = _name(value, [shown[name]]) if value else None
        elif name in ("via", "parties"):
            out[name] = [_name(one, shown[name]) for one in value]
        elif name in ("said", "when"):
            out[name] = _date(value, shown[name]) if value else None
        elif name in (*STATEMENT_SPANS, "evidence"):
            out[name] = [_cut(text, name, pair) for pair in value]
        else:
            out[name] = _number(value) if name == "round" else value or None
    if not out.get("content", True) or not out.get("evidence", True):
        raise QueryError(kind, "needs words that it stands on; reject it if there are none")
    return out


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


def _name(name: str, known: Sequence[Any]) -> dict[str, Any]:
    """An actor by name: the one that was shown, if it has this name."""
    words = " ".join(str(name).split())
    if not words:
        raise QueryError(repr(name), "is no name")
    shown = next((one for one in known if one and one["name"] == words), None)
    return shown or {"id": None, "name": words, "type": "person", "words": None}


def _date(value: Mapping[str, Any], shown: Mapping[str, Any] | None) -> dict[str, Any]:
    """Days that a person gives, with the words that dated the entry before."""
    try:
        first, last = (date.fromisoformat(value[end]) if value.get(end) else None for end in ("from", "to"))
        if shown and (shown["from"], shown["to"]) == (value.get("from") or None, value.get("to") or None):
            return dict(shown)
        precision = "day" if first == last else "bound" if first is None or last is None else "part"
        spans = When.from_json(dict(shown)).spans if shown else ()
        return When(first, last, "stated", precision, spans).to_json()
    except ValueError as error:
        raise QueryError(f"{value.get('from')} to {value.get('to')}", f"are no days ({error}); write them as 2031-03-14") from error


def _cut(text: str, name: str, pair: Sequence[int]) -> dict[str, Any]:
    start, end = pair
    if not 0 <= start < end <= len(text) or not text[start:end].strip():
        raise QueryError(f"{start}-{end}", f"are no words of the report, for {name}; its text has {len(text)} characters")
    words = text[start:end]
    start += len(words) - len(words.lstrip())
    return Span.of(text, start, start + len(words.strip())).to_json()


def _number(value: Any) -> int | None:
    if value in (None, ""):
        return None
    if not str(value).isdecimal():
        raise QueryError(repr(value), "is no number of a round")
    return int(value)
