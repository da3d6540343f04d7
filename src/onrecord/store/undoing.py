"""Undos: numbered rows that take another one back; what takes back an undo lets that one stand again."""

from __future__ import annotations

from collections.abc import Iterable

from onrecord.store.database import Row


def find_undone(rows: Iterable[Row]) -> set[int]:
    """The numbers that undos name which stand themselves.

    Args:
        rows: with the columns `number` and `undoes`, the last first.
    """
    undone: set[int] = set()
    for row in rows:
        if row["undoes"] and row["number"] not in undone:
            undone.add(row["undoes"])
    return undone
