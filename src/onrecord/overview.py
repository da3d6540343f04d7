"""Questions asked of the whole record, as programs ask them: utterances, contacts, positions, accounts, origins."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from typing import TYPE_CHECKING, Unpack

from onrecord.errors import QueryError
from onrecord.store.actors import load_actor
from onrecord.store.database import Database
from onrecord.store.filters import check_words
from onrecord.store.judgements import find_actor
from onrecord.store.occasions import OccasionFilters
from onrecord.store.questions import check_issue
from onrecord.store.sides import find_side

if TYPE_CHECKING:
    from onrecord.views.accounts import Accounts
    from onrecord.views.contacts import Occasion
    from onrecord.views.contradictions import ContradictionFilters, FoundContradiction
    from onrecord.views.matrix import Matrix
    from onrecord.views.origins import FoundOrigins
    from onrecord.views.positions import Position
    from onrecord.views.utterances import FoundUtterance, UtteranceFilters


class Overview:
    """The part of a record that answers questions across reports."""

    _db: Database

    def utterances(self, **filters: Unpack[UtteranceFilters]) -> tuple[FoundUtterance, ...]:
        """What was said once and is told by several reports, by its day.

        Filters: speaker, side, issue, since, until, outlet, at_least (so many reports, or else two), limit, start.

        Raises:
            QueryError: a filter by words has none, or no statement has the issue.
        """
        from onrecord.views.utterances import find_utterances

        return tuple(find_utterances(self._db, filters))

    def utterance(self, statement: str) -> FoundUtterance:
        """What was said once, with all that tell of it, by the id of any of these statements.

        Raises:
            QueryError: there is no such statement.
        """
        from onrecord.views.utterances import find_utterance

        return find_utterance(self._db, statement)

    def origins(self, entry: str) -> FoundOrigins:
        """On which independent origins an utterance or a contact rests, by the id of any statement or contact that tells of it.

        Raises:
            QueryError: there is no such statement or contact.
        """
        from onrecord.views.origins import find_entry_origins

        return find_entry_origins(self._db, entry)

    def occasions(self, **filters: Unpack[OccasionFilters]) -> tuple[Occasion, ...]:
        """Contacts, each once with all its tellings, that fit every filter (party, since, until, kind, status, place, at_least).

        They come by the first day that a report gives for them.

        Raises:
            QueryError: a party or a place is asked for without words.
        """
        from onrecord.views.contacts import list_occasions

        return tuple(list_occasions(self._db, filters))

    def occasion(self, contact: str) -> Occasion:
        """The contact that another one, given by id, is a telling of, with all its tellings.

        Raises:
            QueryError: there is no such contact, or only in a version of a report that another has replaced.
        """
        from onrecord.views.contacts import load_occasion

        return load_occasion(self._db, contact)

    def positions(
        self,
        *,
        actor: str | None = None,
        side: str | None = None,
        issue: str | None = None,
        since: date | None = None,
        until: date | None = None,
        months: int = 3,
        most: int | None = None,
    ) -> tuple[Position, ...]:
        """What an actor, or a side, or every side has said on each issue, the latest first, and how that moves.

        Args:
            actor: one actor, by id or name; across its sides, if it has had several.
            side: one side, by its words.
            issue: one issue.
            since: the first day of a period, `until` the last; movement is told from what was said before as well.
            until: see `since`.
            months: what has not been spoken of for so many months is dropped.
            most: so many steps of each ladder at most, the latest.

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
        found = find_positions(self._db, who=who, name=name, side=exact, issue=issue, since=since, until=until, months=months, most=most)
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

    def matrix(self, side: str | None = None, issue: str | None = None, most: int | None = None) -> Matrix:
        """What every side holds now on every issue, with the movement to it.

        Args:
            side: words of the names of the sides; all if None.
            issue: one issue; all if None.
            most: so many sides at most, those that have said most.

        Raises:
            QueryError: no statement has the issue, or `side` has no words.
        """
        from onrecord.views.matrix import find_matrix

        check_issue(self._db, issue)
        if side is not None:
            check_words("side", side)
        return find_matrix(self._db, side, issue, most)

    def contradictions(self, **filters: Unpack[ContradictionFilters]) -> tuple[FoundContradiction, ...]:
        """What may contradict each other and fits every filter (kind, party, issue, since, until, decision), by day.

        Raises:
            QueryError: a kind or a decision that there is not, or a party without words.
        """
        from onrecord.views.contradictions import find_contradictions

        return tuple(find_contradictions(self._db, filters))

    def accounts(
        self,
        contact: str | None = None,
        words: str | None = None,
        since: date | None = None,
        until: date | None = None,
        sides: Sequence[str] = (),
        most: int | None = None,
    ) -> Accounts:
        """What each side says of a contact, given by the id of any of its tellings, or of an event, given by words, days and sides.

        Of an event so many statements at most are looked at, by day, if `most` says so.

        Raises:
            QueryError: there is no such contact, or nothing is asked for.
        """
        from onrecord.views.accounts import compare_accounts

        return compare_accounts(self._db, contact, words, since, until, sides, most)
