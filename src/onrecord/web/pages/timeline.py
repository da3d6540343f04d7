"""The timeline: when things were said, when they were reported, and contacts; a picture, and the same as a list by months."""

from __future__ import annotations

from calendar import monthrange
from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date

from onrecord.store.listing import CONTACTS, REPORTS, STATEMENTS
from onrecord.store.passages import ContactPassage, StatementPassage
from onrecord.web.charts import Bar, Lane, draw_timeline
from onrecord.web.facets import choose, make_filters
from onrecord.web.places import Asked, Place, Shown, Table
from onrecord.web.rendering import spell_day
from onrecord.wording import describe_days, name_contact

#: So many entries are drawn one by one and listed; of more, how many there are of each day or month.
DRAWN = 200
#: So many are listed if there are more.
LISTED = 50


@dataclass(frozen=True)
class Month:
    """A month, with the entries whose first known day lies in it, and links to it alone."""

    key: str
    name: str
    url: str
    statements: int
    contacts: int
    items: tuple[StatementPassage | ContactPassage, ...]


def show_timeline(asked: Asked) -> Shown:
    """Everything that is chosen, by day."""
    choice = choose(asked, tuple(STATEMENTS.clauses))
    others = _for_contacts(choice)
    said = asked.catalogue.count_days("statements", choice)
    held = asked.catalogue.count_days("contacts", others)
    whole = sum(said.values()) <= DRAWN and sum(held.values()) <= DRAWN
    listed = DRAWN if whole else LISTED
    statements = asked.catalogue.statements({**choice, "since": choice.get("since", "0001-01-01")}, listed, oldest=True)
    contacts = asked.catalogue.contacts({**others, "since": others.get("since", "0001-01-01")}, listed, oldest=True)
    first, last = _find_period(choice, said, held)
    months = _group(asked, said, held, [*statements.items, *contacts.items])
    data = {
        "since": first and first.isoformat(),
        "until": last and last.isoformat(),
        "statements": statements.to_json()["items"],
        "contacts": contacts.to_json()["items"],
        "whole": whole,
        "days": {"statements": said, "contacts": held},
    }
    values = {
        "filters": make_filters(asked, choice, asked.catalogue.count("statements", choice)), "months": months, "whole": whole,
        "first": first, "last": last, "picture": None, "drawn": DRAWN, "statements": sum(said.values()), "contacts": sum(held.values()),
        "listed": listed, "zooms": _list_zooms(asked, first, last) if first and last else (),
    }  # fmt: skip
    if first and last:
        lanes = _draw_entries(statements.items, contacts.items) if whole else _draw_counts(asked, choice, said, held, first, last)
        summary = f"{sum(said.values())} statements and {sum(held.values())} contacts, {spell_day(first)} to {spell_day(last)}."
        values["picture"] = draw_timeline(lanes, first, last, "Timeline", summary)
    rows = Table(("day", "statements", "contacts"), lambda: [(day, said.get(day, 0), held.get(day, 0)) for day in sorted({*said, *held})])
    return Shown("timeline.html", "Timeline", data, values, rows)


def _for_contacts(choice: Mapping[str, str]) -> dict[str, str]:
    """What contacts have to be, if statements have to be this."""
    out = {name: value for name, value in choice.items() if name in CONTACTS.clauses and name != "kind"}
    return out | ({"actor": choice["speaker"]} if "speaker" in choice else {})


def _find_period(choice: Mapping[str, str], *counts: Mapping[str, int]) -> tuple[date | None, date | None]:
    days = sorted(date.fromisoformat(day) for some in counts for day in some)
    if not days:
        return None, None
    first, last = (date.fromisoformat(choice[name]) if name in choice else None for name in ("since", "until"))
    first = first or min(days[0], last or days[0])
    return first, max(first, last or days[-1])


def _group(
    asked: Asked, said: Mapping[str, int], held: Mapping[str, int], items: Iterable[StatementPassage | ContactPassage]
) -> list[Month]:
    statements, contacts = _sum_months(said), _sum_months(held)
    grouped: dict[str, list[StatementPassage | ContactPassage]] = {}
    for item in sorted(items, key=lambda one: (_day_of(one) or date.max, isinstance(one, ContactPassage))):
        day = _day_of(item)
        if day:
            grouped.setdefault(day.isoformat()[:7], []).append(item)
    out = []
    for key in sorted({*statements, *contacts}):
        first = date.fromisoformat(f"{key}-01")
        last = first.replace(day=monthrange(first.year, first.month)[1])
        url = asked.link(since=first.isoformat(), until=last.isoformat())
        out.append(Month(key, f"{first:%B} {first.year}", url, statements[key], contacts[key], tuple(grouped.get(key, ()))))
    return out


def _sum_months(days: Mapping[str, int]) -> Counter[str]:
    out: Counter[str] = Counter()
    for day, n in days.items():
        out[day[:7]] += n
    return out


def _day_of(item: StatementPassage | ContactPassage) -> date | None:
    when = item.statement.said if isinstance(item, StatementPassage) else item.contact.when
    return (when.first or when.last) if when else None


def _draw_entries(statements: Iterable[StatementPassage], contacts: Iterable[ContactPassage]) -> list[Lane]:
    said, reported = [], {}
    for one in statements:
        name = one.speaker.name if one.speaker else "somebody not identified"
        when = one.statement.said
        if when and (first := when.first or when.last):
            label = f"{name}, {describe_days(when)}"
            said.append(Bar(first, when.last or first, label, f"/statements/{one.statement.id}", when.basis != "stated"))
        if one.report.day:
            label = f"{one.report.outlet or one.report.name}, {spell_day(one.report.day)}"
            reported[one.report.id] = Bar(one.report.day, one.report.day, label, f"/reports/{one.report.id}")
    held = [
        Bar(first, when.last or first, f"{name_contact(c.contact)}, {c.contact.status}, {describe_days(when)}",
            f"/contacts/{c.contact.id}", when.basis != "stated" or c.contact.status not in ("held", "ongoing"))
        for c in contacts if (when := c.contact.when) and (first := when.first or when.last)
    ]  # fmt: skip
    return [
        Lane("said", "said", sorted(said, key=_order)),
        Lane("reported", "reported", sorted(reported.values(), key=_order)),
        Lane("contacts", "contact", sorted(held, key=_order)),
    ]


def _order(bar: Bar) -> tuple[date, date, str]:
    return bar.first, bar.last, bar.url


def _draw_counts(
    asked: Asked, choice: Mapping[str, str], said: Mapping[str, int], held: Mapping[str, int], first: date, last: date
) -> list[Lane]:
    published = {name: value for name, value in choice.items() if name in REPORTS.clauses and name != "q"}
    reports = asked.catalogue.count_days("reports", published)
    by_month = (last - first).days > 120
    return [
        Lane(name, css, counts=_stretch(days, by_month, first, last))
        for name, css, days in (("said", "said", said), ("reports", "reported", reports), ("contacts", "contact", held))
        if days
    ]


def _stretch(days: Mapping[str, int], by_month: bool, first: date, last: date) -> list[tuple[date, date, int]]:
    if not by_month:
        counts = [(date.fromisoformat(day), n) for day, n in days.items()]
        return [(day, day, n) for day, n in counts if first <= day <= last]
    out = []
    for key, n in sorted(_sum_months(days).items()):
        start = date.fromisoformat(f"{key}-01")
        end = start.replace(day=monthrange(start.year, start.month)[1])
        if end >= first and start <= last:
            out.append((start, end, n))
    return out


def _list_zooms(asked: Asked, first: date, last: date) -> list[tuple[str, str]]:
    """Links to the stretch before, to the one after, to half of this one and to all."""
    a, b = first.toordinal(), last.toordinal()
    length = b - a + 1
    out = [("earlier", a - length, a - 1), ("later", b + 1, b + length), ("wider", a - length // 2, b + length // 2)]
    if length >= 4:
        out.append(("closer", a + length // 4, b - length // 4))
    inside = [(name, date.fromordinal(a), date.fromordinal(b)) for name, a, b in out if a > 0 and b <= date.max.toordinal()]
    links = [(name, asked.link(since=start.isoformat(), until=end.isoformat())) for name, start, end in inside]
    return [*links, ("all", asked.link(since=None, until=None))]


PLACES = (Place("/timeline", show_timeline, csv=True),)
