"""Pages of lists: some items in their order, and the mark of where the next page begins."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any, Generic, Protocol, TypeVar

from onrecord.errors import QueryError


class Item(Protocol):
    """What lists are made of."""

    def to_json(self) -> dict[str, Any]:
        """The value as JSON."""


Listed = TypeVar("Listed", bound=Item)


@dataclass(frozen=True)
class Page(Generic[Listed]):
    """Some items of a list, in its order, and the mark of the next page, to be given back as `after`; None at the end."""

    items: tuple[Listed, ...]
    next: str | None

    def to_json(self) -> dict[str, Any]:
        """The items as JSON."""
        return {"items": [item.to_json() for item in self.items]}


def read_start(mark: str | None) -> int:
    """How many items come before a page, by its mark.

    Raises:
        QueryError: it is no mark of such a list.
    """
    if mark is not None and not (mark.isascii() and mark.isdecimal() and len(mark) < 10):
        raise QueryError(repr(mark), "is not the mark of a page of this list")
    return int(mark or 0)
