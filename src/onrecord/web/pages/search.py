"""Search: statements with the words, by what they are, and paragraphs of reports."""

from __future__ import annotations

from onrecord.store.hits import RANKED, TOGETHER
from onrecord.store.listing import REPORTS, STATEMENTS
from onrecord.store.words import match_words, stand_together
from onrecord.web.facets import choose, make_filters
from onrecord.web.pages.statements import COLUMNS, list_row
from onrecord.web.places import MOST, Asked, Place, Shown, Table

HITS = 20


def search(asked: Asked) -> Shown:
    """What has the words that are asked for, each where it stands."""
    choice = choose(asked, tuple(STATEMENTS.clauses))
    if "q" not in choice:
        return Shown("search.html", "Search", {"statements": [], "reports": []}, {"words": ""}, Table(COLUMNS, tuple))
    start = int(mark) if (mark := asked.query.get("after", "")).isdecimal() else 0
    statements = asked.catalogue.search(choice, HITS + 1, start)
    published = {name: value for name, value in choice.items() if name in REPORTS.clauses}
    reports = asked.catalogue.search_reports(published, HITS + 1, start)
    more = len(statements) > HITS or len(reports) > HITS
    following = asked.link(after=str(start + HITS)) if more else None
    statements, reports = statements[:HITS], reports[:HITS]
    tally = asked.catalogue.count_hits(choice)
    return Shown(
        "search.html",
        f"Search: {choice['q']}",
        {
            "statements": [hit.to_json() for hit in statements], "reports": [hit.to_json() for hit in reports],
            "next": following, "count": tally.to_json(),
        },
        {
            "words": choice["q"], "statements": statements, "reports": reports, "following": following,
            "ranked": TOGETHER if stand_together(match_words(choice["q"])) else RANKED, "together": TOGETHER,
            "filters": make_filters(asked, choice, tally),
        },
        Table(COLUMNS, lambda: [list_row(asked, hit.passage) for hit in asked.catalogue.search(choice, MOST)]),
    )  # fmt: skip


PLACES = (Place("/search", search, csv=True),)
