"""Decisions applied: entries get the values that people decided on, and keep those that the machine found beside them."""

from __future__ import annotations

import json
from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import replace
from typing import Any

from onrecord.model import Actor, Entries, Span, Statement
from onrecord.model.decisions import Decision, Entry, match_evidence, replace_values, settle, values_of
from onrecord.model.span import Spans, content_id
from onrecord.store.actors import load_actors
from onrecord.store.contacts import load_contacts, update_contact
from onrecord.store.database import Database
from onrecord.store.decisions import list_decisions
from onrecord.store.evidence import collect_evidence, load_evidence
from onrecord.store.reports import load_report
from onrecord.store.statements import load_statements, update_statement


def apply_decisions(db: Database, report: str) -> None:
    """Bring the entries of a report to what people have decided; the caller holds the transaction."""
    if not db.rows("SELECT 1 FROM decisions WHERE report = ? LIMIT 1", (report,)):
        return
    standing = find_standing(db, report)
    entries = load_own_entries(db, report)
    cast = _Cast(db, entries)
    db.execute("DELETE FROM decided WHERE report = ?", (report,))
    changed: list[Entry] = []
    for kind, group in (("statement", entries.statements), ("contact", entries.contacts)):
        machine = {entry.id: restore(entry) for entry in group}
        lots = [lot for lot in standing if lot[0].kind == kind]
        decided: dict[str, list[Decision]] = defaultdict(list)
        for lot, match in zip(lots, match_evidence([lot[0].evidence or {} for lot in lots], machine.values()), strict=True):
            if match is not None:
                decided[match.id] += lot
            rows = [(decision.number, report, match and match.id, decision.by) for decision in lot]
            db.execute_many("INSERT INTO decided VALUES (?, ?, ?, ?)", rows)
        for entry in group:
            new = _decide(machine[entry.id], decided[entry.id], cast)
            if new != entry or new.machine != entry.machine:
                changed.append(new)
    cast.write()
    for entry in changed:
        _update(db, entries, entry)
    cast.dismiss()
    if changed:
        for table in ("identities_due", "unsettled"):
            db.execute(f"INSERT OR IGNORE INTO {table} SELECT DISTINCT identity FROM actors WHERE report = ?", (report,))  # noqa: S608 - ours


def find_standing(db: Database, report: str) -> list[list[Decision]]:
    """The decisions on a report that stand, the last of each reviewer, in lots that stand on the same words."""
    lots: dict[str, dict[str, Decision]] = defaultdict(dict)
    for decision in list_decisions(db, "report = ?", (report,)):
        if not decision.undone:
            key = repr((decision.kind, decision.evidence))
            lots[key].pop(decision.by, None)
            lots[key][decision.by] = decision
    return [list(lot.values()) for lot in lots.values() if lot]


def load_own_entries(db: Database, report: str) -> Entries:
    """The entries of a report as they are now, with the ids that actors have in that report."""
    evidence = load_evidence(db, report)
    return Entries(
        load_report(db, report),
        load_statements(db, report, evidence),
        load_contacts(db, report, evidence),
        load_actors(db, report, evidence),
    )


def restore(entry: Entry) -> Entry:
    """The entry as the machine found it."""
    found = replace_values(entry, entry.machine, lambda actor, _: str(actor["id"])) if entry.machine else entry
    return replace(found, state="machine", machine={})


def _decide(entry: Entry, decisions: Sequence[Decision], cast: _Cast) -> Entry:
    """The entry after the last decision of each reviewer, whichever words it stands on."""
    latest = {decision.by: decision for decision in sorted(decisions, key=lambda decision: decision.number)}
    found = values_of(entry, cast.actors)
    understood = [replace(decision, decided=cast.understand(entry, decision)) for decision in latest.values()]
    state, changed = settle(found, understood)
    machine = {name: found[name] for name in changed}
    return replace(replace_values(entry, changed, cast.choose), state=state, machine=machine)


def _update(db: Database, entries: Entries, entry: Entry) -> None:
    """Write an entry in place of what it was, with its words."""
    report = entries.report.id
    if isinstance(entry, Statement):
        update_statement(db, entry)
        own = replace(entries, statements=(entry,), contacts=(), actors=())
    else:
        update_contact(db, entry)
        own = replace(entries, statements=(), contacts=(entry,), actors=())
    db.execute("DELETE FROM evidence WHERE report = ? AND entry = ?", (report, entry.id))
    db.execute_many(
        "INSERT INTO evidence VALUES (?, ?, ?, ?, ?, ?, ?, ?)",
        (
            (report, key, role, link, position, span.start, span.end, span.text)
            for key, role, link, spans in collect_evidence(own)
            for position, span in enumerate(spans)
        ),
    )


class _Cast:
    """The actors of a report, and those whom only decisions name."""

    def __init__(self, db: Database, entries: Entries):
        self._db = db
        self._report = entries.report.id
        self._old = {row["id"] for row in db.rows("SELECT id FROM actors WHERE report = ? AND decided", (self._report,))}
        self._found = [actor for actor in entries.actors if actor.id not in self._old]
        self._words: dict[str, set[Span]] = defaultdict(set)
        self._chosen: dict[str, Actor] = {}
        self.actors = {actor.id: actor for actor in self._found}

    def understand(self, entry: Entry, decision: Decision) -> dict[str, Any] | None:
        """What was decided, with the actors of the report as it is read now."""
        if decision.decided is None:
            return None
        why = f"named by {decision.by}"
        return values_of(replace_values(entry, decision.decided, lambda actor, _: self._find(actor, why)), self.actors)

    def choose(self, actor: Mapping[str, Any], words: Spans) -> str:
        """An actor that was understood, to be one of the report's."""
        key = str(actor["id"])
        self._chosen[key] = self.actors[key]
        self._words[key].update(words)
        return key

    def _find(self, wanted: Mapping[str, Any], why: str) -> str:
        """The actor of this id and name; or of this name; or now named by these words; or else one who is only named by a decision."""
        named = [actor for actor in self._found if actor.name == wanted["name"]]
        named.sort(key=lambda actor: actor.id != wanted.get("id"))
        if not named and wanted.get("words"):
            place = Span.from_json(wanted["words"])
            named = [actor for actor in self._found if any(place.overlaps(mention) for mention in actor.mentions)]
        if named:
            return named[0].id
        key = content_id("act", self._report, wanted["name"], "decided")
        self.actors[key] = Actor(key, wanted["name"], wanted.get("type") or "person", why=(why,))
        return key

    def write(self) -> None:
        """Keep those whom decisions name, as the actor of the record that has this name, if there is one."""
        own = {actor.id for actor in self._found}
        for key, actor in self._chosen.items():
            if key in own:
                continue
            heads = self._db.rows("SELECT DISTINCT identity FROM actors WHERE name = ? AND NOT decided", (actor.name,))
            head = self._db.rows("SELECT * FROM actors WHERE id = ?", (heads[0]["identity"],))[0] if len(heads) == 1 else None
            known = {name: head[name] if head else None for name in ("party", "side")} | {"type": head["type"] if head else actor.type}
            self._db.execute(
                """INSERT INTO actors (id, report, name, type, party, side, why, cluster, found, decided)
                   VALUES (:id, :report, :name, :type, :party, :side, :why, :cluster, :cluster, 1) ON CONFLICT DO NOTHING""",
                {"id": key, "report": self._report, "name": actor.name, "why": json.dumps(actor.why, ensure_ascii=False),
                 "cluster": head["identity"] if head else key, **known},
            )  # fmt: skip
            self._db.execute("DELETE FROM evidence WHERE report = ? AND entry = ?", (self._report, key))
            self._db.execute_many(
                "INSERT INTO evidence VALUES (?, ?, 'mention', 0, ?, ?, ?, ?)",
                ((self._report, key, at, span.start, span.end, span.text) for at, span in enumerate(sorted(self._words[key]))),
            )

    def dismiss(self) -> None:
        """Take away those whom no decision names any more."""
        for key in sorted(self._old - set(self._chosen)):
            self._db.execute("DELETE FROM evidence WHERE report = ? AND entry = ?", (self._report, key))
            self._db.execute("DELETE FROM actors WHERE id = ?", (key,))
