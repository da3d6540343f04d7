"""Disagreements: what reviewers differ on, how far they agree, and decisions whose words tell of no entry any more."""

from __future__ import annotations

import secrets
from dataclasses import dataclass, replace
from typing import Any

from onrecord.errors import QueryError
from onrecord.model.decisions import Decision
from onrecord.review.subjects import Subject
from onrecord.web.fields import tell_value
from onrecord.web.pages.review import name_reviewer
from onrecord.web.places import Action, Asked, Form, Place, Shown, Table

COLUMNS = ("entry", "by", "verdict", "why", "settles", "field", "machine", "says")


@dataclass(frozen=True)
class Dispute:
    """An entry on which reviewers differ, with what the machine and each of them says, field by field where they do."""

    subject: Subject
    decisions: tuple[Decision, ...]
    rows: tuple[tuple[str, tuple[str, ...]], ...]

    def to_json(self) -> dict[str, Any]:
        """The value as JSON."""
        return {"entry": self.subject.entry.id, "decisions": [decision.to_json() for decision in self.decisions]}


def show_disputes(asked: Asked) -> Shown:
    """What reviewers differ on; with `by`, of what one of them has decided on."""
    return _show_disputes(asked)


def _show_disputes(asked: Asked, problem: str = "", status: int = 200) -> Shown:
    record, settled = asked.catalogue.record, bool(asked.query.get("settled"))
    ids = record.settled() if settled else record.disputes(asked.query.get("by"))
    disputes = tuple(_make_dispute(record.subject(key, "")) for key in ids[: asked.limit])
    return Shown(
        "disputes.html",
        "Disagreements",
        {"disputes": [dispute.to_json() for dispute in disputes], "total": len(ids), "problem": problem or None},
        {
            "disputes": disputes, "total": len(ids), "settled": settled, "problem": problem, "key": secrets.token_hex(8),
            "others": len(record.disputes() if settled else record.settled()),
        },
        Table(COLUMNS, lambda: [row for key in ids for row in _list_rows(_make_dispute(record.subject(key, "")))]),
        status,
    )  # fmt: skip


def show_agreement(asked: Asked) -> Shown:
    """How far reviewers agree."""
    blind = bool(asked.query.get("blind"))
    rows = asked.catalogue.record.agreement(blind)
    return Shown(
        "agreement.html",
        "Agreement",
        {"agreement": [row.to_json() for row in rows]},
        {"rows": rows, "blind": blind},
        Table(("kind", "field", "units", "alpha", "same"), lambda: [(row.kind, row.field, row.units, row.alpha, row.same) for row in rows]),
    )


def show_orphans(asked: Asked) -> Shown:
    """Decisions whose words tell of no entry any more."""
    orphans = asked.catalogue.record.orphans()
    return Shown("orphans.html", "Decisions without an entry", {"orphans": [one.to_json() for one in orphans]}, {"orphans": orphans})


def settle(asked: Asked, form: Form) -> str | Shown:
    """Settle what reviewers dispute, as one of them says."""
    entry, number = form.get("entry"), form.get("number")
    try:
        made = asked.catalogue.record.settle(
            entry, int(number) if number.isdecimal() else 0, name_reviewer(asked), form.get("why"), form.get("key")
        )
    except QueryError as error:
        return _show_disputes(replace(asked, path="/review/disagreements", query={}), str(error), 400)
    return f"/review/disagreements?settled=1#{(asked.catalogue.record.entries_of(made) or (entry,))[0]}"


def _make_dispute(subject: Subject) -> Dispute:
    rows = []
    for name, found in subject.machine.items():
        told = tuple(tell_value(decision.decided[name]) if decision.decided else "—" for decision in subject.decisions)
        kept = {value for value, decision in zip(told, subject.decisions, strict=True) if decision.decided}
        if len({tell_value(found), *kept}) > 1:
            rows.append((name, (tell_value(found), *told)))
    return Dispute(subject, subject.decisions, tuple(rows))


def _list_rows(dispute: Dispute) -> list[tuple[object, ...]]:
    """A row for each field that a reviewer fills otherwise than the machine or another reviewer, or one for the verdict alone."""
    nothing = ("", ("",) * (1 + len(dispute.decisions)))
    return [
        (dispute.subject.entry.id, one.by, one.verdict, one.why, one.settles, name, machine, says)
        for name, (machine, *told) in dispute.rows or (nothing,)
        for one, says in zip(dispute.decisions, told, strict=True)
    ]


PLACES = (
    Place("/review/disagreements", show_disputes, csv=True),
    Place("/review/agreement", show_agreement, csv=True),
    Place("/review/orphans", show_orphans),
)
ACTIONS = (Action("/review/disagreements", settle),)
