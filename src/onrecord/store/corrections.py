"""Decisions applied: entries get the values that people decided on, and keep those that the machine found beside them."""

from __future__ import annotations

import json
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from typing import Any

from onrecord.model import Actor, Entries, Span, Statement
from onrecord.model.decisions import Decision, Entry, FindActor, make_entry, match_evidence, replace_values, settle, values_of
from onrecord.model.span import Spans, content_id
from onrecord.store.actors import load_actors
from onrecord.store.contacts import load_contacts, update_contact, write_contacts
from onrecord.store.database import Database
from onrecord.store.decisions import list_decisions
from onrecord.store.evidence import collect_evidence, load_evidence
from onrecord.store.reports import load_report
from onrecord.store.statements import load_statements, update_statement, write_statements


def apply_decisions(db: Database, report: str) -> None:
    """Bring the entries of a report to what people have decided; the caller holds the transaction."""
    if not db.rows("SELECT 1 FROM decisions WHERE report = ? LIMIT 1", (report,)):
        return
    made = [decision for decision in list_decisions(db, "report = ?", (report,)) if not decision.undone]
    entries = load_own_entries(db, report)
    cast = _Cast(db, entries)
    db.execute("DELETE FROM decided WHERE report = ?", (report,))
    changed: list[Entry] = []
    for kind, group in (("statement", entries.statements), ("contact", entries.contacts)):
        own = [decision for decision in made if decision.kind == kind]
        known = {entry.id: entry for entry in group}
        found = {entry.id: restore(entry) for entry in group if not entry.added_by}
        found |= _add(report, own, list(found.values()), cast)
        lots = find_standing(own)
        decided: dict[str, list[Decision]] = defaultdict(list)
        for lot, match in zip(lots, match_evidence([lot[0].evidence or {} for lot in lots], found.values()), strict=True):
            if match is not None:
                decided[match.id] += lot
            rows = [(decision.number, report, match and match.id, decision.by) for decision in lot]
            db.execute_many("INSERT INTO decided VALUES (?, ?, ?, ?)", rows)
        for key, entry in found.items():
            new = _decide(entry, decided[key], cast)
            if new != known.get(key) or new.machine != known[key].machine:
                changed.append(new)
        _remove(db, report, kind, known.keys() - found.keys())
    cast.write()
    for entry in changed:
        _update(db, entries, entry)
    cast.dismiss()
    if changed:
        for table in ("identities_due", "unsettled"):
            db.execute(f"INSERT OR IGNORE INTO {table} SELECT DISTINCT identity FROM actors WHERE report = ?", (report,))  # noqa: S608 - ours


def find_standing(made: Iterable[Decision]) -> list[list[Decision]]:
    """Of decisions on entries of one kind that are not taken back, the last of each reviewer, in lots that stand on the same words."""
    lots: dict[str, dict[tuple[str, bool], Decision]] = defaultdict(dict)
    for decision in made:
        lot, who = lots[repr(decision.evidence)], (decision.by, decision.settles)
        lot.pop(who, None)
        lot[who] = decision
    return [list(lot.values()) for lot in lots.values()]


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


def _add(report: str, made: Sequence[Decision], found: Sequence[Entry], cast: _Cast) -> dict[str, Entry]:
    """The entries that people added, by id, without those that the machine now finds too."""
    out: dict[str, Entry] = {}
    for decision in made:
        if decision.verdict != "added" or match_evidence([decision.evidence or {}], [*found, *out.values()]) != [None]:
            continue
        prefix = "stm" if decision.kind == "statement" else "cnt"
        words = {role: [(span.start, span.end) for span in spans] for role, spans in (decision.evidence or {}).items()}
        key = content_id(prefix, report, words, "added")
        entry = make_entry(str(decision.kind), key, decision.by, decision.decided or {}, cast.name(f"named by {decision.by}"))
        out[key] = replace_values(entry, values_of(entry, cast.actors), cast.choose)
    return out


def _remove(db: Database, report: str, kind: str, entries: Iterable[str]) -> None:
    """Take away entries that nobody adds any more, or that the machine now finds itself."""
    for key in sorted(entries):
        db.execute("DELETE FROM evidence WHERE report = ? AND entry = ?", (report, key))
        db.execute(f"DELETE FROM {kind}s WHERE id = ?", (key,))  # noqa: S608 - a name of our own table


def _decide(entry: Entry, decisions: Sequence[Decision], cast: _Cast) -> Entry:
    """The entry after the last decision of each reviewer, whichever words it stands on."""
    ordered = sorted(decisions, key=lambda decision: decision.number)
    latest = {(decision.by, decision.settles): decision for decision in ordered}
    found = values_of(entry, cast.actors)
    understood = [replace(decision, decided=cast.understand(entry, decision)) for decision in latest.values()]
    state, changed = settle(found, understood)
    if entry.added_by and state in ("confirmed", "corrected") and len(latest) == 1:
        state = "added"
    machine = {name: found[name] for name in changed}
    return replace(replace_values(entry, changed, cast.choose), state=state, machine=machine)


def _update(db: Database, entries: Entries, entry: Entry) -> None:
    """Write an entry in place of what it was, with its words; one that a person added may be new."""
    report = entries.report.id
    if isinstance(entry, Statement):
        write_statements(db, report, [entry] if entry.added_by else ())
        update_statement(db, entry)
        own = replace(entries, statements=(entry,), contacts=(), actors=())
    else:
        write_contacts(db, report, [entry] if entry.added_by else ())
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
        return values_of(replace_values(entry, decision.decided, self.name(f"named by {decision.by}")), self.actors)

    def name(self, why: str) -> FindActor:
        """What finds an actor for values that somebody decided on."""
        return lambda actor, _: self._find(actor, why)

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
