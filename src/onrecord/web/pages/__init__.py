"""The pages, one module for each family: `PLACES` are what can be looked at, `ACTIONS` what forms can do."""

from onrecord.web.pages import actors, add, contacts, guide, network, reports, review, runs, search, start, statements, timeline

#: All families; the first place that fits a path is shown.
FAMILIES = (start, reports, statements, contacts, timeline, actors, search, network, review, runs, add, guide)
