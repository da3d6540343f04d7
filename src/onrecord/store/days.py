"""Days as columns: an interval is four columns whose names share a beginning."""

from __future__ import annotations

from datetime import date
from typing import Any

from onrecord.model import When
from onrecord.model.span import Spans
from onrecord.store.database import Row


def columns_of(prefix: str, when: When | None) -> dict[str, Any]:
    """The columns that hold an interval; all NULL if there is none."""
    value = when.to_json() if when else {}
    return {f"{prefix}_{key}": value.get(key) for key in ("from", "to", "basis", "precision")}


def when_of(prefix: str, row: Row, spans: Spans) -> When | None:
    """The inverse of `columns_of`."""
    if row[f"{prefix}_basis"] is None:
        return None
    first, last = (date.fromisoformat(row[key]) if row[key] else None for key in (f"{prefix}_from", f"{prefix}_to"))
    return When(first, last, row[f"{prefix}_basis"], row[f"{prefix}_precision"], spans)
