"""The pages, one module for each family: `PLACES` are what can be looked at, `ACTIONS` what forms can do."""

from onrecord.web.pages import (
    actors,
    add,
    additions,
    contacts,
    contradictions,
    disputes,
    guide,
    network,
    occasions,
    positions,
    reports,
    review,
    runs,
    search,
    start,
    statements,
    timeline,
    utterances,
)

#: All families; the first place that fits a path is shown.
FAMILIES = (
    start, reports, additions, statements, utterances, contacts, occasions, positions, contradictions, timeline, actors, search, network,
    review, disputes, runs, add, guide,
)  # fmt: skip
