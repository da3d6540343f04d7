"""Questions asked of the whole record, as programs ask them: utterances, contacts, positions, accounts, origins."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from onrecord.errors import QueryError
from onrecord.store.actors import load_actor
from onrecord.store.database import Database
from onrecord.store.judgements import find_actor
from onrecord.store.questions import check_issue
from onrecord.store.sides import find_side

if TYPE_CHECKING:
    from onrecord.views.positions import Matrix, Position


class Overview:
    """The part of a record that answers questions across reports."""

    _db: Database

    def positions(
        self,
        *,
        actor: str | None = None,
        side: str | None = None,
        issue: str | None = None,
        since: date | None = None,
        until: date | None = None,
        months: int = 3,
    ) -> tuple[Position, ...]:
        """What an actor, or a side, or every side has said on each issue, the latest first, and how that moves.

        Args:
            actor: one actor, by id or name; across its sides, if it has had several.
            side: one side, by its words.
            issue: one issue.
            since: the first day of a period, `until` the last; movement is told from what was said before as well.
            until: see `since`.
            months: what has not been spoken of for so many months is dropped.

        Raises:
            QueryError: an actor, side or issue that is not in the record, or words that mean several; or both an actor and a side.
        """
        from onrecord.views.positions import find_positions

        if actor and side:
            raise QueryError(f"{actor} and {side}", "are an actor and a side; ask for the positions of one of them")
        check_issue(self._db, issue)
        who = find_actor(self._db, actor) if actor else None
        name = load_actor(self._db, who).name if who else None
        exact = find_side(self._db, side) if side else None
        found = find_positions(self._db, who=who, name=name, side=exact, issue=issue, since=since, until=until, months=months)
        return tuple(found)

    def position(
        self,
        issue: str,
        *,
        actor: str | None = None,
        side: str | None = None,
        since: date | None = None,
        until: date | None = None,
        months: int = 3,
    ) -> Position:
        """What an actor or a side has said on one issue; without steps if nothing is on record. See `positions`.

        Raises:
            QueryError: as `positions`, or neither an actor nor a side is given.
        """
        from onrecord.views.positions import Position

        if not (actor or side):
            raise QueryError("position", "needs an actor or a side")
        found = self.positions(actor=actor, side=side, issue=issue, since=since, until=until, months=months)
        return found[0] if found else Position(actor or side or "", issue, (), until)

    def matrix(self) -> Matrix:
        """What every side holds now on every issue, with the movement to it."""
        from onrecord.views.positions import find_matrix

        return find_matrix(self._db)
