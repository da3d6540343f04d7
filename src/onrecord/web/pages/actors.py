"""Actors: the list, one actor with all that is known of it, and corrections of who is who."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from onrecord.errors import QueryError
from onrecord.explain import Explanation
from onrecord.model.judgements import Judgement
from onrecord.store.dossiers import CHOICES, Dossier
from onrecord.store.identities import Identity
from onrecord.web.facets import LABELS, Chosen, Facet, Option, choose
from onrecord.web.paging import turn_to
from onrecord.web.places import Action, Asked, Form, MissingError, Place, Shown, Table

COLUMNS = ("id", "name", "type", "role", "party", "side", "names", "reports", "statements", "relayed", "contacts", "state", "address")
#: What is known of an actor: what it is about, its words or name, the other actor, since and until which day, and how often.
ABOUT = ("about", "value", "party", "actor", "first", "last", "reports", "statements")
LATEST = 6


@dataclass(frozen=True)
class Correction:
    """A judgement that somebody is about to make: its kind, on whom, and what it will do."""

    kind: str
    title: str
    effect: str
    hidden: tuple[tuple[str, str], ...]


def list_actors(asked: Asked) -> Shown:
    """The actors that are chosen, those who speak most first."""
    choice = choose(asked, tuple(CHOICES))
    order = asked.query.get("order", "statements")
    page = turn_to(asked, lambda limit, after: asked.catalogue.actors(choice, limit, after, order))
    chosen = tuple(Chosen(name, LABELS[name], value, asked.link(**{name: None})) for name, value in choice.items())
    facets = tuple(
        Facet(name, LABELS[name], tuple(Option(value, n, asked.link(**{name: value})) for value, n in counts[:12]))
        for name in ("type", "party")
        if name not in choice and (counts := asked.catalogue.count_actors(choice, name))
    )
    total = sum(n for _, n in asked.catalogue.count_actors(choice, "type"))
    return Shown(
        "actors.html",
        "Actors",
        {"actors": page.to_json(), "next": page.following, "total": total},
        {"page": page, "chosen": chosen, "facets": facets, "total": total, "order": order, "choice": choice},
        Table(COLUMNS, lambda: [_row(asked, one) for one in page.whole()]),
    )


def show_actor(asked: Asked) -> Shown:
    """One actor: names, offices, statements, contacts, who relays it, and judgements on it."""
    profile = _find(asked)
    key = profile.identity.id
    said = asked.catalogue.statements({"speaker": key}, LATEST).items
    held = asked.catalogue.contacts({"actor": key}, LATEST).items
    judgements = _judgements_on(asked, profile)
    done = next((one for one in judgements if str(one.number) == asked.query.get("done")), None)
    return Shown(
        "actor.html",
        profile.identity.name,
        {
            "actor": profile.to_json(), "judgements": [one.to_json() for one in judgements],
            "latest_statements": [one.to_json() for one in said], "latest_contacts": [one.to_json() for one in held],
        },
        {"profile": profile, "actor": profile.identity, "said": said, "held": held, "judgements": judgements, "done": done},
        Table(ABOUT, lambda: _list_about(profile)),
    )  # fmt: skip


def show_correction(asked: Asked) -> Shown:
    """What a judgement would do, before it is made."""
    profile = _find(asked)
    kind = asked.keys["kind"]
    correction, explanation = _prepare(asked, profile, kind)
    return Shown(
        "correction.html",
        correction.title,
        {"kind": kind, "effect": correction.effect, "explanation": explanation.to_json() if explanation else None},
        {"actor": profile.identity, "correction": correction, "explanation": explanation, "kind": kind},
    )


def show_split(asked: Asked) -> Shown:
    """The reports that an actor appears in, to say in which of them it is somebody else."""
    profile = _find(asked)
    appearances = asked.catalogue.appearances(profile.identity.id)
    return Shown(
        "split.html",
        f"Is {profile.identity.name} more than one?",
        {"reports": [{**one.report.to_json(), "names": list(one.names)} for one in appearances]},
        {"actor": profile.identity, "appearances": appearances},
        Table(
            ("report", "outlet", "published", "title", "names"),
            lambda: [(row.report.id, row.report.outlet, row.report.day, row.report.title, "; ".join(row.names)) for row in appearances],
        ),
    )


def list_judgements(asked: Asked) -> Shown:
    """All judgements on actors, the last first."""
    judgements = asked.catalogue.record.judgements()[::-1]
    return Shown(
        "judgements.html",
        "Judgements",
        {"judgements": [one.to_json() for one in judgements]},
        {"judgements": judgements},
        Table(
            ("number", "kind", "a", "b", "name", "undoes", "undone", "by", "made_at", "why"),
            lambda: [
                (one.number, one.kind, *("; ".join(dict.fromkeys(x.name for x in side)) for side in (one.a, one.b)), one.name, one.undoes,
                 one.undone, one.by, one.made_at.isoformat(), one.why)
                for one in judgements
            ],
        ),
    )  # fmt: skip


def correct(asked: Asked, form: Form) -> str:
    """Make a judgement."""
    identity = _find(asked).identity
    record, by, why = asked.catalogue.record, form.get("by"), form.get("why")
    kind = asked.keys["kind"]
    if kind in ("merge", "distinct"):
        judge = record.merge_actors if kind == "merge" else record.distinguish_actors
        done = judge(identity.id, form.get("other"), by, why)
    elif kind == "rename":
        done = record.rename_actor(identity.id, form.get("name"), by, why)
    elif kind == "split":
        done = record.split_actor(identity.id, form.values.get("report", ()), by, why)
    else:
        raise MissingError
    return f"/actors/{asked.keys['key']}?done={done.number}"


def undo(asked: Asked, form: Form) -> str:
    """Take a judgement back."""
    number = asked.keys["number"]
    if not number.isdecimal():
        raise MissingError
    asked.catalogue.record.undo_judgement(int(number), form.get("by"), form.get("why"))
    back = form.get("back")
    return f"/actors/{back}" if back and asked.catalogue.actor(back) else "/judgements"


def _find(asked: Asked) -> Dossier:
    profile = asked.catalogue.actor(asked.keys["key"])
    if profile is None:
        raise MissingError(f"There is no actor {asked.keys['key']} in this record.")
    return profile


def _prepare(asked: Asked, profile: Dossier, kind: str) -> tuple[Correction, Explanation | None]:
    one = profile.identity
    if kind in ("merge", "distinct"):
        explanation = asked.catalogue.record.explain(one.id, asked.query.get("other", ""))
        if explanation.same:
            raise QueryError(f"{one.name} and {asked.query['other']}", "are one in this record; to keep them apart, split the actor")
        other = asked.catalogue.actor(explanation.b.id)
        assert other is not None
        return _pair(kind, one, other.identity), explanation
    if kind == "rename":
        name = asked.query.get("name", "").strip()
        if not name:
            raise QueryError(repr(name), "is no name")
        return Correction(kind, f"Call {one.name} {name}?", f"It is called {name} everywhere; its other names still find it.",
                          (("name", name),)), None  # fmt: skip
    if kind == "split":
        out = [row for row in asked.catalogue.appearances(one.id) if row.report.id in asked.queries.get("report", ())]
        if not out:
            raise QueryError(one.name, "stays as it is: choose the reports in which it is somebody else")
        listed = "; ".join(f"{row.report.title or row.report.name} ({', '.join(row.names)})" for row in out)
        effect = f"What {len(out)} of {one.reports} reports tell of {one.name} becomes an actor of its own: {listed}."
        return Correction(kind, f"Split {one.name}?", effect, tuple(("report", row.report.id) for row in out)), None
    raise MissingError


def _pair(kind: str, one: Identity, other: Identity) -> Correction:
    both = f"{one.name} ({one.statements} statements, {one.reports} reports) and {other.name} ({other.statements}, {other.reports})"
    if kind == "merge":
        names = ", ".join(dict.fromkeys((*one.names, *other.names)))
        effect = f"{both} become one actor with {one.statements + other.statements} statements and the names {names}."
        return Correction(kind, f"Are {one.name} and {other.name} one?", effect, (("other", other.id),))
    effect = f"{both} stay two actors, whatever later reports call them."
    return Correction(kind, f"Are {one.name} and {other.name} two?", effect, (("other", other.id),))


def _judgements_on(asked: Asked, profile: Dossier) -> list[Judgement]:
    """Judgements on what reports tell of this actor, and those that take them back, the last first."""
    places = {(row.report.id, name) for row in asked.catalogue.appearances(profile.identity.id, -1) for name in row.names}
    every = asked.catalogue.record.judgements()
    own = {one.number for one in every if any((anchor.report, anchor.name) in places for anchor in (*one.a, *one.b))}
    return [one for one in reversed(every) if one.number in own or one.undoes in own]


def _list_about(profile: Dossier) -> list[tuple[object, ...]]:
    names = [("name", name, None, None, None, None, n, None) for name, n in profile.names]
    offices = [("office", one.role, one.party, None, one.first, one.last, one.reports, None) for one in profile.offices]
    companies = (("relayed by", profile.relayed_by), ("relays", profile.relays))
    others = [(about, one.name, None, one.id, None, None, None, one.statements) for about, found in companies for one in found]
    return [*names, *offices, *others]


def _row(asked: Asked, one: Identity) -> Sequence[Any]:
    return (
        one.id, one.name, one.type, one.role, one.party, one.side, "; ".join(one.names), one.reports, one.statements, one.relayed,
        one.contacts, "confirmed" if one.confirmed else "machine", f"{asked.site}/actors/{one.id}",
    )  # fmt: skip


PLACES = (
    Place("/actors", list_actors, csv=True),
    Place("/judgements", list_judgements, csv=True),
    Place("/actors/{key}/reports", show_split, csv=True),
    Place("/actors/{key}/{kind}", show_correction),
    Place("/actors/{key}", show_actor, csv=True),
)
ACTIONS = (
    Action("/actors/{key}/{kind}", correct),
    Action("/judgements/{number}/undo", undo),
)
