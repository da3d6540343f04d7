"""Facts: what the profiles of a record tell, and what they ask for, by keys."""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from onrecord.store.database import Database


@dataclass(frozen=True)
class StoredFacts:
    """What the profiles of a record tell, or what they ask for."""

    db: Database
    asked: bool = False

    def has(self, key: str) -> bool:
        """Whether any profile tells this."""
        return bool(self.db.rows("SELECT 1 FROM facts WHERE asked = ? AND key = ? LIMIT 1", (self.asked, key)))

    def starting(self, beginning: str) -> Sequence[str]:
        """The keys that begin so, in order, each once."""
        rows = self.db.rows(
            "SELECT DISTINCT key FROM facts WHERE asked = ? AND key >= ? AND key < ? ORDER BY key",
            (self.asked, beginning, beginning + "\U0010ffff"),
        )
        return [row["key"] for row in rows]

    def profiles(self, keys: Iterable[str]) -> set[int]:
        """The profiles that tell any of these."""
        rows = self.db.rows(
            "SELECT profile FROM json_each(?) CROSS JOIN facts ON asked = ? AND facts.key = value", (json.dumps(sorted(keys)), self.asked)
        )
        return {row["profile"] for row in rows}

    def change(self, new: Mapping[int, Iterable[str]], gone: Mapping[int, Iterable[str]]) -> set[str]:
        """Keep what some profiles tell, and forget what others told; returns what none told before, and what none tells any more."""
        touched = json.dumps(sorted({key for told in (new, gone) for keys in told.values() for key in keys}))
        before = self._told(touched)
        for sql, told in (
            ("DELETE FROM facts WHERE asked = ? AND key = ? AND profile = ?", gone),
            ("INSERT INTO facts VALUES (?, ?, ?) ON CONFLICT DO NOTHING", new),
        ):
            self.db.execute_many(sql, ((self.asked, key, profile) for profile, keys in told.items() for key in keys))
        return before ^ self._told(touched)

    def _told(self, keys: str) -> set[str]:
        sql = "SELECT value FROM json_each(?) WHERE EXISTS (SELECT 1 FROM facts WHERE asked = ? AND facts.key = value)"
        return {row["value"] for row in self.db.rows(sql, (keys, self.asked))}
