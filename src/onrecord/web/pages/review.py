"""Review: one decision a screen, and decisions on all that fit."""

from __future__ import annotations

import secrets
from collections.abc import Mapping
from dataclasses import replace
from typing import Any
from urllib.parse import parse_qsl, urlencode

from onrecord.errors import DecisionError, QueryError
from onrecord.model.decisions import Decision
from onrecord.review.queue import LISTINGS, ORDERS, TURNS, Ask
from onrecord.review.subjects import Subject
from onrecord.review.values import CLASSES
from onrecord.web.facets import Filters, make_filters
from onrecord.web.fields import Field, list_fields, read_changes
from onrecord.web.gate import safe_path
from onrecord.web.highlight import Mark, Segment, find_paragraphs, flatten
from onrecord.web.places import Action, Asked, Form, Place, Shown

#: So many code points before and after the words of an entry are shown at most.
AROUND = 700
#: So many of a lot are shown before it is decided on.
SAMPLE = 5
#: Parts of a query that are about one screen, not about the queue.
SCREEN = ("entry", "edit", "after", "done", "undone", "export", "limit")
ROLES = {"evidence": "contact"}


def show_review(asked: Asked) -> Shown:
    """The next entry that somebody should decide on, or the one that is asked for."""
    return _show_review(asked)


def _show_review(asked: Asked, problem: str = "", status: int = 200) -> Shown:
    record, ask = asked.catalogue.record, read_ask(asked)
    queue = record.queue(ask, 1, asked.query.get("after"))
    item = queue.items[0] if queue.items else None
    wanted = asked.query.get("entry") or (item.entry if item else None)
    subject = record.subject(wanted, asked.user.name, ask.blind) if wanted and asked.user.name else None
    done = _find_done(asked)
    shown = item if item and item.entry == wanted else None
    editing = bool(asked.query.get("edit")) and subject is not None
    last = record.last_decision(asked.user.name) if asked.user.name else None
    after = {"after": item.mark} if item and shown else {}
    return Shown(
        "review.html",
        "Review",
        {
            "queue": queue.to_json(), "subject": subject.to_json() if subject else None, "reviewer": asked.user.name or None,
            "verdicts": dict(record.verdicts(asked.user.name)), "problem": problem or None,
        },
        {
            "ask": ask, "queue": queue, "item": shown, "subject": subject, "done": done, "last": last, "editing": editing,
            "problem": problem, "key": secrets.token_hex(8), "back": _back(asked), "verdicts": record.verdicts(asked.user.name),
            "fields": _fields(subject), "passage": show_passage(subject) if subject else (),
            "filters": _make_filters(asked, ask), "orders": ORDERS, "turns": TURNS, "others": _others(asked, ask, done),
            "link": lambda **changes: _link(asked, **changes), "skip": _link(asked, **after) if after else None,
        },
        status=status,
    )  # fmt: skip


def show_lot(asked: Asked) -> Shown:
    """All that fits some filters, to be decided on alike: how many there are, and some of them."""
    record, ask = asked.catalogue.record, read_ask(asked)
    queue = record.queue(ask, SAMPLE)
    kind = ask.of.removesuffix("s")
    return Shown(
        "lot.html",
        "Decide on all of these",
        queue.to_json(),
        {"ask": ask, "queue": queue, "filters": _make_filters(asked, ask), "key": secrets.token_hex(8),
         "back": _back(asked), "classes": CLASSES[kind], "link": lambda **changes: _link(asked, **changes)},
    )  # fmt: skip


def decide(asked: Asked, form: Form) -> str | Shown:
    """Keep a decision on one entry, and go to the next."""
    entry, verdict, blind = form.get("entry"), form.get("verdict"), bool(form.get("blind"))
    by, back = name_reviewer(asked), form.get("back")
    try:
        subject = asked.catalogue.record.subject(entry, by, blind)
        changes = read_changes(subject.kind, subject.values, form, subject.report.text) if verdict == "corrected" else {}
        made = asked.catalogue.record.decide(
            [entry], verdict, by, form.get("why"), changes, blind, form.get("key"), form.get("seen"),
            settles=bool(form.get("settles")),
        )  # fmt: skip
    except (QueryError, DecisionError) as error:
        if not entry:
            raise
        edit = {"edit": "1"} if verdict == "corrected" else {}
        again = replace(asked, path="/review", query=_query(back) | edit | {"entry": entry})
        return _show_review(again, str(error), 409 if isinstance(error, DecisionError) else 400)
    return _go(back, done=str(made[0].number))


def decide_lot(asked: Asked, form: Form) -> str:
    """Keep a decision on all that fits."""
    query = _query(form.get("back"))
    ask = _make_ask(query, name_reviewer(asked))
    expected, (name, _, value) = form.get("expected"), form.get("set").partition("=")
    changes = {name: value} if name else {}
    made = asked.catalogue.record.decide_all(
        ask, int(expected) if expected.isdecimal() else 0, "corrected" if changes else form.get("verdict"), form.get("why"), changes,
        form.get("key"),
    )  # fmt: skip
    return _go(form.get("back"), done=str(made[0].number))


def undo(asked: Asked, form: Form) -> str:
    """Take a decision of one's own back, and go to its entry."""
    record, number = asked.catalogue.record, form.get("number")
    decision = record.decision(int(number) if number.isdecimal() else 0)
    by = name_reviewer(asked)
    if decision.by != by and not (asked.login and asked.user.may("admin")):
        raise QueryError(number, f"was decided by {decision.by}, who alone can take it back; decide yourself instead")
    entries = record.entries_of(decision)
    record.undo_decision(decision.number, by, form.get("why"), form.get("key"))
    if form.get("next"):
        return safe_path(form.get("next"))
    entry = entries[0] if len(entries) == 1 and decision.verdict != "added" else None
    return _go(form.get("back"), undone=number, entry=entry)


def read_ask(asked: Asked) -> Ask:
    """What the query of a request asks the queue for.

    Raises:
        QueryError: it cannot be understood.
    """
    return _make_ask(asked.query, asked.user.name)


def show_passage(subject: Subject) -> tuple[tuple[Segment, ...], ...]:
    """The paragraphs that an entry stands in, in segments; the words of the values that are shown are marked by role."""
    text = subject.report.text
    marks = [
        Mark(span["start"], span["end"], subject.entry.id, ROLES.get(role, role))
        for role, value in subject.values.items()
        for span in _spans_in(value)
    ]
    start, end = min(mark.start for mark in marks), max(mark.end for mark in marks)
    first = max(text.rfind("\n", 0, start) + 1, start - AROUND)
    last = text.find("\n", end)
    last = min(len(text) if last < 0 else last, end + AROUND)
    return tuple(flatten(a, b, marks) for a, b in find_paragraphs(text, first, last))


def _spans_in(value: Any) -> list[Mapping[str, Any]]:
    if isinstance(value, Mapping):
        return [value] if "start" in value else _spans_in(value.get("spans"))
    return [span for one in value for span in _spans_in(one)] if isinstance(value, list) else []


def _fields(subject: Subject | None) -> tuple[Field, ...]:
    return list_fields(subject.kind, subject.values, subject.machine) if subject else ()


def _make_ask(query: Mapping[str, str], by: str) -> Ask:
    of = query.get("of") or "statements"
    if of not in LISTINGS:
        raise QueryError(repr(of), f"cannot be reviewed; there are {' and '.join(LISTINGS)}")
    choice = {name: query[name] for name in LISTINGS[of].clauses if query.get(name)}
    return Ask(of, choice, query.get("order") or "doubt", query.get("turn") or "first", by, bool(query.get("blind")))


def _make_filters(asked: Asked, ask: Ask) -> Filters:
    """The filters of a queue, whose links and forms keep the queue."""
    query = _query(_back(asked))
    choice = ask.choice or {}
    filters = make_filters(replace(asked, path="/review", query=query), choice, asked.catalogue.count(ask.of, choice))
    kept = {name: value for name, value in query.items() if name not in LISTINGS[ask.of].clauses}
    return replace(filters, hidden={**filters.hidden, **kept})


def _others(asked: Asked, ask: Ask, done: Decision | None) -> tuple[Decision, ...]:
    """What others decided on the entry that was just decided on; the blind see it only now."""
    entries = asked.catalogue.record.entries_of(done) if done and not done.lot else ()
    return asked.catalogue.record.subject(entries[0], asked.user.name, ask.blind).decisions if len(entries) == 1 else ()


def _find_done(asked: Asked) -> Decision | None:
    number = asked.query.get("done", "")
    return asked.catalogue.record.decision(int(number)) if number.isdecimal() else None


def name_reviewer(asked: Asked) -> str:
    """Who decides.

    Raises:
        QueryError: nobody has said.
    """
    if not asked.user.name:
        raise QueryError("review", "needs your name; give it at /review")
    return asked.user.name


def _back(asked: Asked) -> str:
    return urlencode({name: value for name, value in asked.query.items() if name not in SCREEN})


def _query(back: str) -> dict[str, str]:
    return {name: value for name, value in parse_qsl(back) if name not in SCREEN}


def _link(asked: Asked, **changes: str | None) -> str:
    return _go(_back(asked), **changes).removesuffix("#item")


def _go(back: str, **changes: str | None) -> str:
    query = urlencode({name: value for name, value in (_query(back) | changes).items() if value})
    return f"/review?{query}#item" if query else "/review#item"


PLACES = (
    Place("/review", show_review, role="reviewer"),
    Place("/review/all", show_lot, role="reviewer"),
)
ACTIONS = (Action("/review", decide), Action("/review/all", decide_lot), Action("/review/undo", undo))
