"""Reports: the list, and the reader of one report."""

from __future__ import annotations

from onrecord.store.listing import REPORTS
from onrecord.store.shelf import ReportRow
from onrecord.web.facets import choose, make_filters
from onrecord.web.paging import turn_to
from onrecord.web.places import Asked, MissingError, Place, Shown, Table
from onrecord.web.reader import ROLES, find_sought, list_entries_of, make_page

COLUMNS = ("id", "name", "outlet", "published", "title", "url", "statements", "contacts", "actors", "source", "sha256", "address")


def list_reports(asked: Asked) -> Shown:
    """The reports that are chosen, a page at a time."""
    choice = choose(asked, tuple(REPORTS.clauses))
    page = turn_to(asked, lambda limit, after: asked.catalogue.reports(choice, limit, after))
    tally = asked.catalogue.count("reports", choice)
    return Shown(
        "reports.html",
        "Reports",
        {"reports": page.to_json(), "next": page.following, "count": tally.to_json()},
        {"page": page, "filters": make_filters(asked, choice, tally)},
        Table(COLUMNS, lambda: [_row(asked, one) for one in page.whole()]),
    )


def _row(asked: Asked, r: ReportRow) -> tuple[object, ...]:
    return (
        r.report.id, r.report.name, r.report.outlet, r.report.day, r.report.title, r.report.url, r.statements, r.contacts, r.actors,
        r.source, r.sha256, f"{asked.site}/reports/{r.report.id}",
    )  # fmt: skip


def show_report(asked: Asked) -> Shown:
    """One report with everything that stands in it, a page at a time."""
    row = asked.catalogue.report(asked.keys["key"])
    if row is None:
        raise MissingError(f"There is no report {asked.keys['key']} in this record.")
    entries = asked.catalogue.entries(row.report.id)
    selected = asked.query.get("s")
    number = asked.query.get("page", "1")
    page = make_page(
        entries, int(number) if number.isdecimal() else 1, selected, find_sought(entries.report.text, asked.query.get("at", ""))
    )
    added = asked.query.get("added", "")
    done = asked.catalogue.record.decision(int(added)) if added.isdecimal() else None
    chosen = next((entry for entry in page.entries if entry.id == selected), None)
    unplaced = {s.id for s in entries.statements} | {c.id for c in entries.contacts}
    unplaced -= {entry.id for entry in list_entries_of(entries)}
    return Shown(
        "report.html",
        row.report.title or row.report.name,
        entries.to_json(),
        {
            "row": row, "report": entries.report, "page": page, "roles": ROLES, "selected": selected, "unplaced": sorted(unplaced),
            "proof": asked.catalogue.proof(row.report.id, chosen.id) if chosen else None, "chosen": chosen,
            "done": done if done and done.verdict == "added" and not done.undone else None,
        },
    )  # fmt: skip


PLACES = (
    Place("/reports", list_reports, csv=True),
    Place("/reports/{key}", show_report),
)
