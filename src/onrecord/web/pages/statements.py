"""Statements: the list with its filters, and one statement with what proves it."""

from __future__ import annotations

from collections.abc import Sequence
from contextlib import suppress
from typing import Any

from onrecord.store.listing import STATEMENTS
from onrecord.store.passages import StatementPassage
from onrecord.store.proofs import EntryProof
from onrecord.store.statements import GAP
from onrecord.web.evidence import tabulate_evidence
from onrecord.web.facets import choose, make_filters
from onrecord.web.paging import turn_to
from onrecord.web.places import Asked, MissingError, Place, Shown, Table
from onrecord.web.rendering import spell_day
from onrecord.wording import describe_days, join

COLUMNS = (
    "id", "report", "outlet", "published", "title", "url", "speaker", "speaker_id", "role", "party", "via", "said_from", "said_to",
    "said_basis", "kind", "act", "issue", "stance", "confidence", "state", "added_by", "quote", "address",
)  # fmt: skip


def list_statements(asked: Asked) -> Shown:
    """The statements that are chosen, a page at a time."""
    choice = choose(asked, tuple(STATEMENTS.clauses))
    oldest = asked.query.get("order") == "oldest"
    page = turn_to(asked, lambda limit, after: asked.catalogue.statements(choice, limit, after, oldest))
    tally = asked.catalogue.count("statements", choice)
    return Shown(
        "statements.html",
        "Statements",
        {"statements": page.to_json(), "next": page.following, "count": tally.to_json()},
        {"page": page, "filters": make_filters(asked, choice, tally), "oldest": oldest},
        Table(COLUMNS, lambda: [list_row(asked, one) for one in page.whole()]),
    )


def show_statement(asked: Asked) -> Shown:
    """One statement: who, when, through whom, the words, and what proves it."""
    found = asked.catalogue.statement(asked.keys["key"])
    if found is None:
        raise MissingError(f"There is no statement {asked.keys['key']} in this record.")
    proof = asked.catalogue.proof(found.report.id, found.statement.id)
    citation = cite_statement(asked, found, proof)
    decisions = asked.catalogue.record.decisions(found.statement.id)
    origins = None
    with suppress(ValueError):  # evidence that fits no text any more: the proof says so
        origins = asked.catalogue.record.origins(found.statement.id)
    return Shown(
        "statement.html",
        name_statement(found),
        {
            "statement": found.to_json(),
            "state": found.statement.state,
            "decisions": [one.to_json() for one in decisions],
            "citation": citation,
            "proof": proof.to_json(),
            "told": {"reports": origins.reports, "origins": len(origins.branches)} if origins else None,
        },
        {"found": found, "proof": proof, "citation": citation, "decisions": decisions, "origins": origins},
        tabulate_evidence(proof),
    )


def name_statement(found: StatementPassage) -> str:
    """A statement in a few words."""
    return f"Statement of {found.speaker.name}" if found.speaker else "Statement of somebody who is not identified"


def cite_statement(asked: Asked, found: StatementPassage, proof: EntryProof) -> str:
    """A statement to be quoted elsewhere: words, speaker, where and when, and how it can be checked."""
    words = GAP.join(span.text for span in found.statement.content)
    actors = {actor.id: actor.name for actor in found.actors}
    via = [f"as reported by {', '.join(actors[relay.actor] for relay in found.statement.via)}"] if found.statement.via else []
    report = found.report
    speaker = found.speaker.name if found.speaker else "speaker not identified"
    where = join((report.outlet or report.name, report.title, spell_day(report.day), report.url))
    return f"{words}\n— {join((speaker, *via, describe_days(found.statement.said)))}.\n{where}.\n" + (
        f"{asked.site}/statements/{found.statement.id}, sha256 of the source {proof.sha256}"
    )


def list_row(asked: Asked, found: StatementPassage) -> Sequence[Any]:
    """A statement as a row of a table."""
    s, speaker, report = found.statement, found.speaker, found.report
    names = {actor.id: actor.name for actor in found.actors}
    said = s.said.to_json() if s.said else {}
    about = (speaker.name, speaker.id, speaker.role, speaker.party) if speaker else (None,) * 4
    return (
        s.id, report.name, report.outlet, report.day, report.title, report.url, *about, "; ".join(names[relay.actor] for relay in s.via),
        said.get("from"), said.get("to"), said.get("basis"), s.kind, s.act, s.issue, s.stance, round(s.confidence, 4), s.state, s.added_by,
        GAP.join(span.text for span in s.content), f"{asked.site}/statements/{s.id}",
    )  # fmt: skip


PLACES = (
    Place("/statements", list_statements, csv=True),
    Place("/statements/{key}", show_statement, csv=True),
)
