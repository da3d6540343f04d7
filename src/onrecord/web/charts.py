"""Pictures as SVG, drawn on the server: the same entries give the same picture. The page beside them says all in words."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from math import cos, pi, sin
from typing import Protocol

from markupsafe import Markup, escape

WIDTH = 960
#: Up to so many marks are links, each with a label; of more, the list beside the picture tells.
LINKED = 50
LEFT, ROW, GAP = 74, 7, 26


class X(Protocol):
    """The place of a day, or of one some days after it, on a line of days."""

    def __call__(self, day: date, after: int = 0) -> float:
        """Units from the left."""


@dataclass(frozen=True)
class Bar:
    """Something that lies between two days, or on one: a bar; hollow if nothing states its day."""

    first: date
    last: date
    label: str
    url: str
    hollow: bool = False


@dataclass(frozen=True)
class Lane:
    """Bars of one kind, or of too many only how many there are of each stretch of days."""

    name: str
    css: str
    bars: Sequence[Bar] = ()
    counts: Sequence[tuple[date, date, int]] = ()


def draw_timeline(lanes: Sequence[Lane], first: date, last: date, title: str, summary: str) -> Markup:
    """Lanes of bars along one line of days.

    Args:
        lanes: from the top.
        first: the first day that is drawn, `last` the last.
        last: see `first`.
        title: what the picture shows.
        summary: what it shows, in one sentence.
    """
    days = (last - first).days + 1
    scale = (WIDTH - LEFT - 12) / days

    def x(day: date, after: int = 0) -> float:
        return round(LEFT + max(0, min(days, (day - first).days + after)) * scale, 1)

    linked = sum(len(lane.bars) for lane in lanes) <= LINKED and not any(lane.counts for lane in lanes)
    out, y = [], 12.0
    for lane in lanes:
        height, drawn = _draw_counts(lane, x, y) if lane.counts else _draw_bars(lane, x, y, linked, first, last)
        out.append(Markup('<text x="0" y="{}" class="lane">{}</text>').format(y + 10, lane.name))
        out.append(drawn)
        y += max(height, 16) + GAP
        out.append(Markup('<path class="axis" d="M{} {}H{}"/>').format(LEFT, round(y - GAP / 2, 1), WIDTH - 12))
    axis = Markup("").join(
        Markup('<path class="axis" d="M{0} 4V{1}"/><text class="soft tick-label" x="{2}" y="{3}">{4}</text>').format(
            x(day), round(y - GAP / 2, 1), x(day) + 3, round(y + 4, 1), words
        )
        for day, words in make_ticks(first, last)
        if x(day) < WIDTH - 50
    )
    return _frame(Markup("").join([axis, *out]), round(y + 14), title, summary, linked)


def make_ticks(first: date, last: date) -> list[tuple[date, str]]:
    """Days to be written under a line of days, ten or so of them: years, months or days."""
    days = (last - first).days + 1
    if days <= 14:
        return [(first + timedelta(n), f"{(first + timedelta(n)).day} {first + timedelta(n):%b}") for n in range(days)]
    if days <= 70:
        return [(first + timedelta(n), f"{(first + timedelta(n)).day} {first + timedelta(n):%b}") for n in range(0, days, 7)]
    months = (last.year - first.year) * 12 + last.month - first.month + 1
    step = next(s for s in (1, 2, 3, 6, 12, 24, 60, 120, 1200, 12000) if months / s <= 13)
    out = []
    for number in range(first.year * 12 + first.month - 1, last.year * 12 + last.month):
        day = date(number // 12, number % 12 + 1, 1)
        if day >= first and number % step == 0:
            out.append((day, f"{day:%b} {day.year}" if step < 12 else str(day.year)))
    return out


def pack_rows(bars: Sequence[Bar]) -> list[int]:
    """The row of each bar, from 0: the first in which it touches no other."""
    ends: list[date] = []
    rows = []
    for bar in bars:
        row = next((n for n, end in enumerate(ends) if end < bar.first), len(ends))
        ends[row:] = [bar.last, *ends[row + 1 :]]
        rows.append(row)
    return rows


@dataclass(frozen=True)
class Node:
    """Somebody in a network."""

    id: str
    name: str
    url: str
    weight: int


@dataclass(frozen=True)
class Edge:
    """A link between two nodes; with `arrow`, from a to b."""

    a: str
    b: str
    count: int
    css: str
    arrow: bool
    label: str
    url: str


def draw_network(nodes: Sequence[Node], edges: Sequence[Edge], title: str, summary: str) -> Markup:
    """Nodes around a circle in the order given, and edges as curves through it, thicker the more they stand for."""
    height, radius = 560, 200
    cx, cy = WIDTH / 2, height / 2
    place: Mapping[str, tuple[float, float, float]] = {
        node.id: (cx + radius * cos(a), cy + radius * sin(a), a)
        for n, node in enumerate(nodes)
        for a in [2 * pi * (n + 0.5) / max(1, len(nodes)) - pi / 2]
    }
    most = max((edge.count for edge in edges), default=1)
    linked = len(edges) + len(nodes) <= 2 * LINKED
    lines = []
    for edge in sorted(edges, key=lambda e: e.count):
        (x1, y1, _), (x2, y2, _) = place[edge.a], place[edge.b]
        bend = 0.28 if edge.arrow else 0.16
        mx, my = cx + ((x1 + x2) / 2 - cx) * bend, cy + ((y1 + y2) / 2 - cy) * bend
        line = Markup('<path class="edge {}" d="M{:.1f} {:.1f}Q{:.1f} {:.1f} {:.1f} {:.1f}" stroke-width="{:.1f}"{}/>').format(
            edge.css, x1, y1, mx, my, x2, y2, 1 + 5 * edge.count / most, Markup(' marker-end="url(#arrow)"') if edge.arrow else ""
        )
        lines.append(_link(edge.url, edge.label, line) if linked else line)
    heaviest = max((node.weight for node in nodes), default=1)
    dots = []
    for node in nodes:
        x, y, a = place[node.id]
        size = 5 + 9 * (node.weight / heaviest) ** 0.5
        right = cos(a) > -0.01
        label = Markup('<circle class="node" cx="{:.1f}" cy="{:.1f}" r="{:.1f}"/><text x="{:.1f}" y="{:.1f}" text-anchor="{}">{}</text>')
        shown = label.format(
            x, y, size, x + (size + 6) * (1 if right else -1), y + 4 + 10 * sin(a), "start" if right else "end", _shorten(node.name)
        )
        dots.append(_link(node.url, f"{node.name}, {node.weight}", shown) if linked else shown)
    arrow = Markup(
        '<defs><marker id="arrow" viewBox="0 0 8 8" refX="14" refY="4" markerWidth="9" markerHeight="9" markerUnits="userSpaceOnUse"'
        ' orient="auto"><path class="head" d="M0 0L8 4L0 8z"/></marker></defs>'
    )
    return _frame(Markup("").join([arrow, *lines, *dots]), height, title, summary, linked)


def _draw_bars(lane: Lane, x: X, y: float, linked: bool, first: date, last: date) -> tuple[float, Markup]:
    rows = pack_rows(lane.bars)
    out = []
    for bar, row in zip(lane.bars, rows, strict=True):
        start, end = x(max(bar.first, first)), x(min(bar.last, last), 1)
        shape = Markup('<rect class="bar {}{}" x="{}" y="{}" width="{}" height="{}" rx="1.5"/>').format(
            lane.css, " hollow" if bar.hollow else "", round(start + 0.5, 1), round(y + row * (ROW + 2), 1),
            round(max(3, end - start - 1), 1), ROW,
        )  # fmt: skip
        out.append(_link(bar.url, bar.label, shape) if linked else shape)
    return (max(rows, default=0) + 1) * (ROW + 2), Markup("").join(out)


def _draw_counts(lane: Lane, x: X, y: float) -> tuple[float, Markup]:
    height, most = 56, max(n for *_, n in lane.counts)
    out = []
    for first, last, n in lane.counts:
        tall, left = max(1.5, height * n / most), x(first)
        wide = max(1, x(last, 1) - left - 1)
        out.append(f"M{left:.1f} {y + height:.1f}v-{tall:.1f}h{wide:.1f}v{tall:.1f}z")
    return height, Markup('<path class="bar {}" d="{}"/>').format(lane.css, "".join(out))


def _link(url: str, label: str, shape: Markup) -> Markup:
    return Markup('<a href="{0}" aria-label="{1}">{2}<title>{1}</title></a>').format(url, label, shape)


def _frame(inside: Markup, height: float, title: str, summary: str, linked: bool) -> Markup:
    about = Markup('role="group" aria-labelledby="picture-title picture-summary"') if linked else Markup('aria-hidden="true"')
    words = Markup('<title id="picture-title">{}</title><desc id="picture-summary">{}</desc>').format(title, summary)
    return Markup('<svg class="picture" xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {} {}" {}>{}{}</svg>').format(
        WIDTH, height, about, words if linked else "", inside
    )


def _shorten(name: str) -> Markup:
    return escape(name if len(name) <= 30 else name[:29].rstrip() + "…")
