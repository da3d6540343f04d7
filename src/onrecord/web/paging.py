"""Lists a page at a time: what is on this page, where the next one is, and what a table of the list has."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Any, Generic

from onrecord.paging import Listed, Page
from onrecord.web.places import MOST, PAGE, Asked

#: A table has so many rows at most.
ROWS = 10 * MOST


@dataclass(frozen=True)
class Paged(Generic[Listed]):
    """One page of a list that was asked for, the address of the next one, and `whole`, which finds what a table of it has."""

    items: tuple[Listed, ...]
    following: str | None
    whole: Callable[[], Sequence[Listed]]

    def to_json(self) -> list[dict[str, Any]]:
        """The items on this page as JSON."""
        return [item.to_json() for item in self.items]


def turn_to(asked: Asked, find: Callable[[int, str | None], Page[Listed]], size: int = PAGE, rows: int = ROWS) -> Paged[Listed]:
    """The page of a list that a request asks for.

    Args:
        asked: the request; its query may say how many items, and after which mark.
        find: finds so many items after a mark.
        size: how many items, if the query does not say.
        rows: how many a table has at most, if the query does not say.
    """
    own = bool(asked.query.get("limit"))
    page = find(asked.limit if own else size, asked.query.get("after"))
    following = asked.link(after=page.next, limit=asked.query.get("limit")) if page.next else None
    return Paged(page.items, following, lambda: page.items if own else find(rows, None).items)
