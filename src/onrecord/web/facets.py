"""Filters as links: what is chosen, what could be, and how many there are of each."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from onrecord.errors import QueryError
from onrecord.store.tallies import Tally
from onrecord.web.places import Asked

#: What a filter is called, by its name in a query.
LABELS = {
    "q": "words", "about": "about", "with": "with", "held": "took place",
    "speaker": "speaker", "party": "party", "actor": "took part", "via": "relayed by", "act": "act", "issue": "issue",
    "stance": "stance", "kind": "kind", "status": "status", "place": "place", "outlet": "outlet", "report": "report",
    "since": "since", "until": "until", "type": "type", "state": "state",
}  # fmt: skip
#: Filters whose values are ids of actors.
BY_ACTOR = ("speaker", "about", "via", "actor", "with")


@dataclass(frozen=True)
class Blank:
    """One filter that is filled in: its name in a query, what it is called, and the values to choose from, if it has only those.

    `control` is the type of an input: "search", "date" or "number".
    """

    name: str
    label: str
    control: str = "search"
    options: tuple[str, ...] = ()


@dataclass(frozen=True)
class Blanks:
    """The filters of a list that are filled in, and what is chosen."""

    blanks: tuple[Blank, ...]
    chosen: tuple[Chosen, ...]


@dataclass(frozen=True)
class Option:
    """One value that a filter can have, as a link that chooses it."""

    label: str
    count: int
    url: str


@dataclass(frozen=True)
class Facet:
    """One filter, with the values to choose from."""

    name: str
    label: str
    options: tuple[Option, ...]


@dataclass(frozen=True)
class Chosen:
    """A filter that is set, as a link that takes it off."""

    name: str
    label: str
    value: str
    url: str


@dataclass(frozen=True)
class Filters:
    """The filters of a list: how many items they leave, what is chosen, what can be chosen, and what stays hidden in forms."""

    tally: Tally
    chosen: tuple[Chosen, ...]
    facets: tuple[Facet, ...]
    hidden: Mapping[str, str]


def choose(asked: Asked, names: Sequence[str]) -> dict[str, str]:
    """What the query of a request chooses, of filters with these names."""
    return {name: asked.query[name] for name in names if asked.query.get(name)}


def make_blanks(asked: Asked, blanks: Sequence[Blank]) -> Blanks:
    """Filters to be filled in, as a page shows them."""
    chosen = (Chosen(one.name, one.label, asked.query[one.name], asked.link(**{one.name: None}))
              for one in blanks if asked.query.get(one.name))  # fmt: skip
    return Blanks(tuple(blanks), tuple(chosen))


def read_day(asked: Asked, name: str) -> date | None:
    """The day that a query has by this name.

    Raises:
        QueryError: it has something else.
    """
    value = asked.query.get(name)
    try:
        return date.fromisoformat(value) if value else None
    except ValueError:
        raise QueryError(repr(value), "is no day; write it as 2031-03-14") from None


def read_number(asked: Asked, name: str, default: int) -> int:
    """The number, one at least, that a query has by this name.

    Raises:
        QueryError: it has something else.
    """
    value = asked.query.get(name)
    if not value:
        return default
    if not (value.isascii() and value.isdecimal() and 0 < len(value) < 6 and int(value)):
        raise QueryError(repr(value), f"is no number for {name}")
    return int(value)


def make_filters(asked: Asked, choice: Mapping[str, str], tally: Tally) -> Filters:
    """The filters of a list as a page shows them."""
    names = asked.catalogue.names([value for name, value in choice.items() if name in BY_ACTOR])
    if report := asked.catalogue.report(choice["report"]) if "report" in choice else None:
        names[report.report.id] = report.report.title or report.report.name
    chosen = tuple(
        Chosen(name, LABELS.get(name, name), names.get(value, value), asked.link(**{name: None})) for name, value in choice.items()
    )
    facets = tuple(
        Facet(name, LABELS.get(name, name), tuple(Option(v.label, v.count, asked.link(**{name: v.value})) for v in values))
        for name, values in tally.facets.items()
        if name not in choice and values
    )
    return Filters(tally, chosen, facets, {name: value for name, value in choice.items() if name not in ("q", "since", "until")})
