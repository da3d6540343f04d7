"""Answers as HTML, JSON and comma-separated values, and as one HTML file that needs no server."""

from __future__ import annotations

import csv
import io
import json
import re
from collections.abc import Iterable, Mapping, Sequence
from datetime import date
from functools import cache
from typing import TYPE_CHECKING, Any, Protocol

from jinja2 import Environment, PackageLoader, StrictUndefined
from markupsafe import Markup

from onrecord.model import Actor, Span, When
from onrecord.web import highlight
from onrecord.web.assets import load_assets
from onrecord.web.fields import tell_value
from onrecord.web.places import Asked, Shown, Table
from onrecord.wording import ARROWS, Said, count, name_contact, tell_account, tell_days, tell_saying

if TYPE_CHECKING:
    from onrecord.across.course import Days


class Named(Protocol):
    """An entry that names actors."""

    @property
    def actors(self) -> Sequence[Actor]:
        """These actors."""


#: The names of a report's languages that a browser knows; any other is left to the browser.
LANGUAGE = re.compile(r"[A-Za-z]{2,3}(-[A-Za-z0-9]{2,8})*")
#: What spreadsheets would take for the beginning of a formula.
FORMULA = ("=", "+", "-", "@", "\t", "\r")
LOCAL_LINK = re.compile(r' href="/[^"]*"')


#: The pages that every page leads to, by what they are about: the first of each group stands for it, the others are beside it.
SITE = (
    ("Statements", (("/statements", "Each statement"), ("/utterances", "Told more than once"))),
    ("Contacts", (("/contacts", "As each report tells"), ("/occasions", "Each contact once"))),
    ("Positions", (("/positions", "Positions"), ("/contradictions", "Contradictions"), ("/accounts", "Accounts"))),
    ("Timeline", (("/timeline", "Timeline"),)),
    ("Actors", (("/actors", "Actors"), ("/network", "Network"), ("/judgements", "Judgements"))),
    ("Reports", (("/reports", "Reports"), ("/runs", "Runs"), ("/add", "Add"))),
    ("Review", (("/review", "Queue"), ("/review/disagreements", "Disagreements"), ("/review/agreement", "Agreement"))),
)
#: Pages that not everybody may see, and the role that they need.
ROLES = {"/review": "reviewer", "/add": "admin"}


@cache
def environment() -> Environment:
    """The templates; everything that they print is escaped, and a name that is not there is an error."""
    env = Environment(
        loader=PackageLoader("onrecord.web"), autoescape=True, undefined=StrictUndefined, trim_blocks=True, lstrip_blocks=True
    )
    env.filters |= {"day": spell_day, "days": render_days, "moment": spell_moment, "web_address": web_address, "language": language}
    env.globals |= {
        "asset": lambda name: load_assets()[name].url, "count": count, "tell_saying": tell_saying,
        "tell_account": tell_account, "name_contact": name_contact,
        "is_actor": lambda part: isinstance(part, Actor), "mark_window": mark_window, "thousands": lambda n: f"{n:,}",
        "relayers": list_relayers, "actors_by_id": index_actors, "tell_value": tell_value,
        "site_groups": SITE, "site_roles": ROLES, "find_page": find_page, "arrows": ARROWS, "tell_interval": tell_interval,
    }  # fmt: skip
    return env


def render_page(shown: Shown, asked: Asked, part: bool = False) -> str:
    """A page for people; of a page with a block `part`, that block alone if it is asked for."""
    template = environment().get_template(shown.template)
    values = {"asked": asked, "shown": shown, "exporting": False, **shown.values}
    if part and "part" in template.blocks:
        return "".join(template.blocks["part"](template.new_context(values)))
    return template.render(values)


def render_export(shown: Shown, asked: Asked) -> str:
    """A page as one file: with its style, without scripts and forms, and without links to pages that a reader would not have."""
    style = load_assets()["site.css"]
    values = {
        "asked": asked, "shown": shown, "exporting": True, "style": Markup(style.data.decode()),  # noqa: S704 - our own file
        "policy": f"default-src 'none'; style-src {style.csp_hash}", **shown.values,
    }  # fmt: skip
    return LOCAL_LINK.sub("", environment().get_template(shown.template).render(values))


def render_json(data: Mapping[str, Any], status: int = 200) -> str:
    """Data for programs; `ok` says whether there is an answer."""
    return json.dumps({"ok": status < 400, **data}, ensure_ascii=False)


def render_csv(table: Table) -> str:
    """A table for spreadsheets; a value that they would take for a formula has an apostrophe before it."""
    out = io.StringIO()
    writer = csv.writer(out, lineterminator="\r\n")
    writer.writerow(table.columns)
    writer.writerows([_disarm(value) for value in row] for row in table.rows())
    return out.getvalue()


def spell_day(day: date | str | None) -> str:
    """A day as people write it."""
    if not day:
        return "no date"
    found = date.fromisoformat(day) if isinstance(day, str) else day
    return f"{found.day} {found:%B} {found.year}"


def spell_moment(moment: str | None) -> str:
    """A time that is kept in UTC, to the minute."""
    return f"{spell_day(moment[:10])}, {moment[11:16]} UTC" if moment else "not finished"


def render_days(when: When | None) -> Markup:
    """An interval in words, each of its days as one that programs can read; whole months and years stay what they are."""
    if when and when.precision in ("month", "year") and "/" not in when.edtf and "~" not in when.edtf and when.first:
        words = f"{when.first:%B} {when.first.year}" if when.precision == "month" else str(when.first.year)
        return Markup('in <time datetime="{}">{}</time>').format(when.edtf, words)
    last = when.last if when and when.first else None
    parts = tell_days(when)
    return Markup("").join(_time(part, last) if isinstance(part, date) else part for part in parts)


def mark_window(
    window: Span, content: Sequence[Span], others: Iterable[Span] = (), sought: Iterable[Span] = ()
) -> list[tuple[str, bool, str]]:
    """A stretch of text in pieces, each with what it is (content, words about it, or nothing) and whether it was searched for."""
    spans = {"content": content, "about": others, "sought": sought}
    marks = [highlight.Mark(span.start, span.end, "", role) for role, some in spans.items() for span in some]
    out = []
    for segment in highlight.flatten(window.start, window.end, marks):
        roles = {mark.role for mark in segment.marks}
        role = next((role for role in ("content", "about") if role in roles), "")
        out.append((role, "sought" in roles, window.text[segment.start - window.start : segment.end - window.start]))
    return out


def find_page(path: str) -> str | None:
    """The page of the site that a place belongs to."""
    pages = [page for _, group in SITE for page, _ in group if path == page or path.startswith(f"{page}/")]
    return max(pages, key=len, default=None)


def tell_interval(days: Days) -> Markup:
    """The days of a contact, in words."""
    return render_days(When(days.first, days.last, "stated", "day" if days.first == days.last else "bound"))


def index_actors(found: Named) -> dict[str, Actor]:
    """The actors that an entry names, by their ids."""
    return {actor.id: actor for actor in found.actors}


def list_relayers(found: Said) -> list[Actor]:
    """The actors through whom a statement came, nearest the speaker first."""
    named = index_actors(found)
    return [named[relay.actor] for relay in found.statement.via]


def web_address(url: str | None) -> str | None:
    """An address that may be followed: reports can name any, also one that would run a script."""
    return url if url and re.match(r"https?://", url, re.IGNORECASE) else None


def language(name: str | None) -> str | None:
    """A report's language, if it is the name of one."""
    return name if name and LANGUAGE.fullmatch(name) else None


def _time(day: date, last: date | None) -> Markup:
    """A day; of an interval, the first without the month and the year that it shares with the last."""
    words = spell_day(day)
    if last and last != day and last.year == day.year:
        words = str(day.day) if last.month == day.month else f"{day.day} {day:%B}"
    return Markup('<time datetime="{}">{}</time>').format(day.isoformat(), words)


def _disarm(value: Any) -> Any:
    return f"'{value}" if isinstance(value, str) and value.startswith(FORMULA) else value
