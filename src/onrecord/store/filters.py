"""Filters: what is asked of entries, as SQL takes it. One that is None asks nothing."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import date
from typing import Any

from onrecord.errors import QueryError
from onrecord.store.words import fold_words

#: Filters that ask by words.
BY_WORDS = ("speaker", "party", "side", "name", "outlet", "place")


def values_of(filters: Mapping[str, object], names: Iterable[str]) -> dict[str, Any]:
    """What the filters of some names ask, days in ISO 8601.

    Raises:
        QueryError: a filter by words has none.
    """
    asked = {name: value for name in names if (value := filters.get(name)) is not None}
    for name in BY_WORDS:
        if name in asked:
            check_words(name, str(asked[name]))
    return {name: value.isoformat() if isinstance(value, date) else value for name, value in asked.items()}


def check_words(name: str, words: str) -> None:
    """Raise QueryError for words to find something by that are none, such as a dash."""
    if not fold_words(words):
        raise QueryError(repr(words), f"has no words to find the {name} by")
