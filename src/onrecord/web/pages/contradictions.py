"""Contradictions: pairs of entries that may contradict each other, and what people decide about them."""

from __future__ import annotations

from dataclasses import replace
from urllib.parse import parse_qsl, urlencode

from onrecord.errors import DecisionError, QueryError
from onrecord.model.contradictions import DECISIONS, KINDS
from onrecord.reading.encoder.layout import ISSUES
from onrecord.store.passages import ContactPassage, StatementPassage
from onrecord.views.contradictions import OPEN, ContradictionFilters, FoundContradiction
from onrecord.web.facets import Blank, make_blanks, read_day
from onrecord.web.pages.review import name_reviewer
from onrecord.web.paging import turn_to
from onrecord.web.places import MOST, Action, Asked, Form, MissingError, Place, Shown, Table

#: So many are on a page, if no other number is asked for.
PAGE = 20
COLUMNS = ("kind", "score", "a", "a_differs", "a_outlet", "a_published", "b", "b_differs", "b_outlet", "b_published", "decision", "by",
           "address")  # fmt: skip
BLANKS = (
    Blank("kind", "kind", options=KINDS), Blank("decision", "decision", options=(OPEN, *DECISIONS)), Blank("party", "party"),
    Blank("issue", "issue", options=ISSUES), Blank("since", "from day", "date"), Blank("until", "to day", "date"),
)  # fmt: skip


def list_contradictions(asked: Asked) -> Shown:
    """Pairs that may contradict each other, by day."""
    filters = ContradictionFilters(
        kind=asked.query.get("kind") or None, decision=asked.query.get("decision") or None, party=asked.query.get("party") or None,
        issue=asked.query.get("issue") or None, since=read_day(asked, "since"), until=read_day(asked, "until"),
    )  # fmt: skip
    page = turn_to(asked, lambda limit, after: asked.catalogue.contradictions(filters, limit, after), PAGE, MOST)
    back = urlencode({name: value for name, value in asked.query.items() if name not in ("export", "done")})
    return Shown(
        "contradictions.html",
        "What may contradict each other",
        {"contradictions": page.to_json(), "next": page.following},
        {"page": page, "blanks": make_blanks(asked, BLANKS), "coverage": asked.catalogue.coverage(),
         "passages": _find_passages(asked, page.items), "back": back},
        Table(COLUMNS, lambda: [_row(asked, one) for one in page.whole()]),
    )  # fmt: skip


def _row(asked: Asked, one: FoundContradiction) -> tuple[object, ...]:
    return (
        one.kind, round(one.score, 4), one.ends[0], one.differs[0], one.a.report.outlet, one.a.report.day, one.ends[1], one.differs[1],
        one.b.report.outlet, one.b.report.day, one.decision and one.decision.kind, one.decision and one.decision.by,
        f"{asked.site}/contradictions/{one.ends[0]}/{one.ends[1]}",
    )  # fmt: skip


def show_contradiction(asked: Asked) -> Shown:
    """One pair, and what was decided about it."""
    return _show_pair(asked, asked.keys["a"], asked.keys["b"])


def _show_pair(asked: Asked, a: str, b: str, problem: str = "", status: int = 200) -> Shown:
    found = asked.catalogue.contradiction(a, b)
    if found is None:
        raise MissingError(f"It is not proposed that {a} and {b} contradict each other.")
    return Shown(
        "contradiction.html",
        "May contradict each other",
        found.to_json() | {"problem": problem or None},
        {"pair": found, "passages": _find_passages(asked, (found,)), "back": None, "problem": problem},
        status=status,
    )


def decide(asked: Asked, form: Form) -> str | Shown:
    """Keep a decision about a pair, and go back to where it was made."""
    a, b, kind = form.get("a"), form.get("b"), form.get("verdict")
    found = asked.catalogue.contradiction(a, b)
    if found is None:
        raise MissingError(f"It is not proposed that {a} and {b} contradict each other.")
    by, why = name_reviewer(asked), form.get("why")
    standing = found.decision
    if standing and (standing.kind, standing.by, standing.why) == (kind, by, why):
        return _go(form, found)  # the form was sent twice
    if form.get("seen") != (str(standing.number) if standing else ""):
        raise DecisionError("this pair", "was decided on while you looked at it; look at it again, and decide anew if you differ")
    try:
        asked.catalogue.record.judge_contradiction(a, b, kind, by, why)
    except QueryError as error:
        return _show_pair(replace(asked, path=f"/contradictions/{a}/{b}"), a, b, str(error), 400)
    return _go(form, found)


def undo(asked: Asked, form: Form) -> str:
    """Take a decision of one's own back."""
    record, by = asked.catalogue.record, name_reviewer(asked)
    number = int(form.get("number")) if form.get("number").isdecimal() else 0
    decision = next((one for one in record.contradiction_decisions() if one.number == number), None)
    found = asked.catalogue.contradiction(form.get("a"), form.get("b"))
    if decision and decision.by != by and not (asked.login and asked.user.may("admin")):
        raise QueryError(str(number), f"was decided by {decision.by}, who alone can take it back; decide yourself instead")
    record.undo_contradiction(number, by, form.get("why"))
    return _go(form, found)


def _find_passages(asked: Asked, pairs: tuple[FoundContradiction, ...]) -> dict[str, StatementPassage | ContactPassage]:
    ids = [end for pair in pairs for end in pair.ends]
    return {**asked.catalogue.statement_passages(ids), **asked.catalogue.contact_passages(ids)}


def _go(form: Form, found: FoundContradiction | None) -> str:
    """The list or the page that a form was on, at the pair if it is still there."""
    a, b = found.ends if found else (form.get("a"), form.get("b"))
    if "list" not in form.values:
        return f"/contradictions/{a}/{b}" if found and found.score else "/contradictions"
    query = urlencode(parse_qsl(form.get("back")))
    return f"/contradictions{'?' if query else ''}{query}#{a}-{b}"


PLACES = (
    Place("/contradictions", list_contradictions, csv=True),
    Place("/contradictions/{a}/{b}", show_contradiction),
)
ACTIONS = (Action("/contradictions", decide), Action("/contradictions/undo", undo))
