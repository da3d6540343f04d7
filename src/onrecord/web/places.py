"""What a page is: a question asked at a place of the site, and what is shown in answer."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any
from urllib.parse import urlencode

from onrecord.catalogue import Catalogue
from onrecord.users import User
from onrecord.web.intake import Intake

#: Parts of a query that say how to show an answer, not which.
SHOWN_AS = ("after", "export", "limit")
#: So many items are on a page, if the query does not ask for another number, and so many at most.
PAGE, MOST = 50, 1000


#: Whoever is at this machine, and has not said who they are.
NOBODY = User("", "admin")


@dataclass(frozen=True)
class Asked:
    """One request: the record, the place without the suffix of a twin, what its path and its query say, and the site's address.

    Of a value that a query gives several times, `query` has the last and `queries` all. `user` is who asks: with `login` whoever
    has logged in, otherwise whoever is at this machine, by the name that they gave for reviewing, if they did.
    """

    catalogue: Catalogue
    intake: Intake
    path: str
    keys: Mapping[str, str]
    query: Mapping[str, str]
    site: str
    queries: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    user: User = NOBODY
    login: bool = False

    def link(self, **changes: str | None) -> str:
        """This place with another query: what is None is left out, and a new list begins at its beginning."""
        return self.link_to(self.path, **changes)

    def link_to(self, path: str, **changes: str | None) -> str:
        """Another place with the query of this one, changed."""
        kept = {name: value for name, value in self.query.items() if name not in SHOWN_AS}
        query = urlencode({name: value for name, value in (kept | changes).items() if value})
        return f"{path}?{query}" if query else path

    @property
    def limit(self) -> int:
        """How many items are asked for."""
        wanted = self.query.get("limit", "")
        return max(1, min(MOST, int(wanted))) if wanted.isascii() and wanted.isdigit() else PAGE


@dataclass(frozen=True)
class Table:
    """What can be had as comma-separated values: names of columns, and rows, made when they are asked for."""

    columns: Sequence[str]
    rows: Callable[[], Sequence[Sequence[Any]]]


@dataclass(frozen=True)
class Shown:
    """An answer: for people a template with its values, for programs data, perhaps a table."""

    template: str
    title: str
    data: Mapping[str, Any]
    values: Mapping[str, Any] = field(default_factory=dict)
    table: Table | None = None
    status: int = 200


@dataclass(frozen=True)
class Place:
    """A page, and for people without the page its twins: `path` + ".json", and with `csv` also `path` + ".csv"; `role` may see it."""

    path: str
    show: Callable[[Asked], Shown]
    csv: bool = False
    role: str = "reader"


@dataclass(frozen=True)
class Form:
    """What a form sends; any number of values, and files by name."""

    values: Mapping[str, tuple[str, ...]]
    files: tuple[tuple[str, bytes], ...] = ()

    def get(self, name: str) -> str:
        """The first value, without space around it; empty if there is none."""
        return next(iter(self.values.get(name, ())), "").strip()


@dataclass(frozen=True)
class Action:
    """Something that a form does, if `role` may: it answers with the path to go to, or with a page that says what is wrong."""

    path: str
    act: Callable[[Asked, Form], str | Shown]
    role: str = "reviewer"


class MissingError(Exception):
    """There is nothing at this place."""


class ForbiddenError(Exception):
    """Whoever asks may not do this."""
