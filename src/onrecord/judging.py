"""What people decide about actors and contradictions, as the record takes it: judgements are added, and can be taken back."""

from __future__ import annotations

from collections.abc import Sequence

from onrecord.errors import QueryError
from onrecord.model.contradictions import DECISIONS, Decision
from onrecord.model.judgements import Anchor, Judgement
from onrecord.store.contradiction_decisions import list_decisions, undo_decision, write_decision
from onrecord.store.database import Database
from onrecord.store.judgements import anchors_of, find_actor, list_judgements, write_judgement
from onrecord.store.reports import find_report
from onrecord.store.verdicts import check_verdicts, find_verdicts


class Judging:
    """The part of a record that takes judgements on actors, and decisions on contradictions."""

    _db: Database

    def merge_actors(self, a: str, b: str, by: str, why: str) -> Judgement:
        """Judge that two actors, each given by id or name, are one.

        Raises:
            QueryError: there is no such actor, or there are several; the message lists them.
            JudgementError: a judgement that stands says that they are not.
        """
        one, other = find_actor(self._db, a), find_actor(self._db, b)
        if one == other:
            raise QueryError(f"{a} and {b}", "are one already")
        return self._judge("merge", by, why, anchors_of(self._db, one), anchors_of(self._db, other))

    def distinguish_actors(self, a: str, b: str, by: str, why: str) -> Judgement:
        """Judge that two actors, each given by id or name, are not one.

        Raises:
            QueryError: there is no such actor, or there are several, or both are one now: then `split_actor` is what is meant.
            JudgementError: a judgement that stands says that they are one.
        """
        one, other = find_actor(self._db, a), find_actor(self._db, b)
        if one == other:
            raise QueryError(f"{a} and {b}", "are one in this record; take reports out of it: onrecord actors split")
        return self._judge("distinct", by, why, anchors_of(self._db, one), anchors_of(self._db, other))

    def split_actor(self, actor: str, reports: Sequence[str], by: str, why: str) -> Judgement:
        """Judge that what some reports, given by name, URL or id, tell of an actor is of somebody else.

        Raises:
            QueryError: there is no such actor or report, or there are several, or the actor is in none or in nothing but these.
            JudgementError: a judgement that stands says that they are one.
        """
        anchors = anchors_of(self._db, find_actor(self._db, actor))
        wanted = {find_report(self._db, report) for report in reports}
        out = tuple(anchor for anchor in anchors if anchor.report in wanted)
        rest = tuple(anchor for anchor in anchors if anchor.report not in wanted)
        if not out or not rest:
            raise QueryError(actor, "appears in none of these reports" if not out else "appears in no other report: nothing is left of it")
        return self._judge("split", by, why, out, rest)

    def rename_actor(self, actor: str, name: str, by: str, why: str) -> Judgement:
        """Judge what an actor, given by id or name, is called.

        Raises:
            QueryError: there is no such actor, or there are several; or no name is given.
        """
        if not name.strip():
            raise QueryError(repr(name), "is no name")
        return self._judge("rename", by, why, anchors_of(self._db, find_actor(self._db, actor)), name=name.strip())

    def undo_judgement(self, number: int, by: str, why: str) -> Judgement:
        """Take a judgement back. The judgement stays, and so does this one; an undo can be taken back like any other.

        Raises:
            QueryError: there is no such judgement, or it is taken back already.
            JudgementError: what it took back contradicts a judgement that stands.
        """
        judgement = next((one for one in self.judgements() if one.number == number), None)
        if judgement is None or judgement.undone:
            raise QueryError(str(number), "is no judgement of this record" if judgement is None else "is taken back already")
        return self._judge("undo", by, why, undoes=number)

    def judgements(self) -> tuple[Judgement, ...]:
        """All judgements on actors, those that are taken back as well, in the order in which they were made."""
        return list_judgements(self._db)

    def judge_contradiction(self, a: str, b: str, decision: str, by: str, why: str) -> Decision:
        """Decide about a proposed contradiction, given by the ids of its two entries: "confirmed", "rejected" or "unsure".

        Raises:
            QueryError: no such decision, or it is not proposed that the two contradict each other.
        """
        if decision not in DECISIONS:
            raise QueryError(repr(decision), f"is no decision; there are {', '.join(DECISIONS)}")
        with self._db.transaction():
            return write_decision(self._db, decision, a, b, by, why)

    def undo_contradiction(self, number: int, by: str, why: str) -> Decision:
        """Take a decision on a contradiction back. The decision stays, and so does this one; an undo can be taken back as well.

        Raises:
            QueryError: there is no such decision, or it is taken back already.
        """
        with self._db.transaction():
            return undo_decision(self._db, number, by, why)

    def contradiction_decisions(self) -> tuple[Decision, ...]:
        """All decisions on contradictions, those that are taken back as well, in the order in which they were made."""
        return list_decisions(self._db)

    def _judge(
        self, kind: str, by: str, why: str, a: Sequence[Anchor] = (), b: Sequence[Anchor] = (), name: str | None = None,
        undoes: int | None = None,
    ) -> Judgement:  # fmt: skip
        from onrecord.across.grouping import group_entries

        with self._db.transaction():
            judgement = write_judgement(self._db, kind, by, why, a, b, name, undoes)
            check_verdicts(find_verdicts(self._db), judgement.number)
            group_entries(self._db)
        self._db.sync()
        return judgement
