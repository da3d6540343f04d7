"""Records made of gold reports: of their gold entries, or of what the model reads in them, and where the gold entries are in it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path
from typing import Any

import yaml

from evals.figures import load_module, report_of
from onrecord.across.grouping import group_entries
from onrecord.model import Actor, Contact, Entries, Reading, Relay, Report, Span, Statement, When
from onrecord.model.span import Spans, content_id
from onrecord.reading.reader import Reader
from onrecord.reading.statements.attributions import mean_over
from onrecord.reading.statements.classes import direction_of
from onrecord.record import Record
from onrecord.resolving.resolve import resolve
from onrecord.store.database import Database
from onrecord.store.runs import Run

GOLD = Path(__file__).parent / "across"
#: So many reports are read together.
BATCH = 16


@dataclass(frozen=True)
class Source:
    """The bytes that a report came from."""

    path: str
    sha256: str
    data: bytes = b""


def load_gold(world: str) -> dict[str, Any]:
    """The gold of one world across its reports; references are `report.entry`."""
    return dict(yaml.safe_load((GOLD / f"{world}.yaml").read_text(encoding="utf8")))


def make_record(path: Path, entries: Sequence[Entries]) -> Record:
    """A record at `path` that holds these entries, its actors and entries brought together."""
    db = Database.open(path)
    run = Run.start(db, "evals", "none", group_entries)
    for found in entries:
        run.write(Source(found.report.name, found.report.id), Reading(found.report.id, "none"), found)
    summary = run.finish()
    assert not summary.failures, summary.failures
    return Record(db)


def given_entries(rows: Sequence[Mapping[str, Any]], reader: Reader) -> Iterator[tuple[Entries, dict[str, str]]]:
    """The gold entries of each report with the model's meanings of their contents, and gold reference → id of the entry."""
    for first in range(0, len(rows), BATCH):
        some = rows[first : first + BATCH]
        for row, encoded in zip(some, reader.encoder.encode([row["text"] for row in some]), strict=True):
            entries, ids = _given(row)
            meanings = []
            for s in entries.statements:
                pieces = [encoded.pieces.range_of(span.start, span.end) for span in s.content]
                meanings.append(direction_of(mean_over(encoded.head("meaning"), pieces)))
            statements = tuple(replace(s, meaning=meaning) for s, meaning in zip(entries.statements, meanings, strict=True))
            yield replace(entries, statements=statements), ids


def read_entries(rows: Sequence[Mapping[str, Any]], reader: Reader, shared: Path) -> Iterator[tuple[Entries, dict[str, str]]]:
    """What the model reads in each report, and gold reference → id of the entry that the scorer pairs it with, where there is one."""
    scorer = load_module(shared / "tools" / "score.py")
    for first in range(0, len(rows), BATCH):
        some = rows[first : first + BATCH]
        reports = [report_of(dict(row)) for row in some]
        for row, report, reading in zip(some, reports, reader.read(reports), strict=True):
            entries = resolve(report, reading)
            ids: dict[str, str] = {}
            for kind, spans in (("statements", "content"), ("contacts", "evidence")):
                gold = [{"cells": scorer.cells(map(tuple, entry[spans])), "id": entry["id"]} for entry in row[kind]]
                mine = [
                    {"cells": {i for s in getattr(e, spans) for i in range(s.start, s.end)}, "id": e.id} for e in getattr(entries, kind)
                ]
                ids |= {
                    f"{row['id']}.{a['id']}": b["id"]
                    for a, b, _ in scorer.best_pairs(gold, mine, "cells", 0.5 if kind == "statements" else 1e-9)
                }
            yield entries, ids


def _given(row: Mapping[str, Any]) -> tuple[Entries, dict[str, str]]:
    report = report_of(dict(row))
    actors = {
        key: Actor(
            content_id("act", report.id, key), a["name"], a["type"], a.get("role"), a.get("party"), _spans(report, a["mentions"])
        )
        for key, a in row["actors"].items()
    }  # fmt: skip
    ids = {s["id"]: content_id("stm", report.id, s["id"]) for s in row["statements"]}
    ids |= {c["id"]: content_id("cnt", report.id, c["id"]) for c in row["contacts"]}
    statements = tuple(
        Statement(
            id=ids[s["id"]],
            kind=s["kind"],
            source=_spans(report, s["source"]),
            cue=_spans(report, s["cue"]),
            content=_spans(report, s["content"]),
            speaker=actors[s["speaker"]].id if s["speaker"] in actors else None,
            via=_chain(report, s, actors),
            inside=ids[s["inside"]] if s["inside"] else None,
            said=_when(report, s["said"], s["basis"], s["when"]),
            addressee=_spans(report, s["to"]),
            venue=_spans(report, s["venue"]),
            condition=_spans(report, s["condition"]),
            act=s["act"],
            issue=s["issue"],
            stance=s["stance"],
            confidence=1.0,
        )
        for s in row["statements"]
    )
    contacts = tuple(
        Contact(
            id=ids[c["id"]],
            kind=c["kind"],
            status=c["status"],
            parties=tuple(actors[key].id for key in c["parties"]),
            by=actors[c["by"]].id if c["by"] in actors else None,
            place=c["place"],
            round=c["round"],
            when=_when(report, c["when"], "stated", c["when_spans"]),
            per=ids.get(c["per"]),
            evidence=_spans(report, c["evidence"]),
            confidence=1.0,
        )
        for c in row["contacts"]
    )
    return Entries(report, statements, contacts, tuple(actors.values())), {f"{row['id']}.{key}": entry for key, entry in ids.items()}


def _spans(report: Report, pairs: Sequence[Sequence[int]]) -> Spans:
    return tuple(sorted(Span.of(report.text, start, end) for start, end in pairs))


def _chain(report: Report, s: Mapping[str, Any], actors: Mapping[str, Actor]) -> tuple[Relay, ...]:
    """The relayers, each with its words where there are as many of them, else the first with all."""
    spans = _spans(report, s["via_spans"])
    apart = len(spans) == len(s["via"])
    return tuple(Relay(actors[key].id, spans[i : i + 1] if apart else () if i else spans) for i, key in enumerate(s["via"]))


def _when(report: Report, days: Sequence[str] | None, basis: str, words: Sequence[Sequence[int]]) -> When | None:
    if not days:
        return None
    first, last = map(date.fromisoformat, days)
    return When(first, last, basis, "day" if first == last else "bound", _spans(report, words))
