"""Readings for tests, written as text with marks: `{person s0.source|Anna Veld} {s0.cue|said} {s0.content|that it rains}`."""

import re
from collections import defaultdict
from collections.abc import Callable
from datetime import date
from typing import Any

import pytest

from onrecord.model import Attribution, ContactEvidence, Entries, Mention, Reading, Report, Span
from onrecord.resolving.resolve import resolve

MENTION_TYPES = {"person", "organization", "country", "group", "unnamed", "outlet", "place"}
MARK = re.compile(r"\{([^{}|]+)\||\}|[^{}]+")
#: How sure a mention is that points back with `back`.
UNSURE = 0.1
ROLES = ("source", "cue", "content", "via", "to", "venue", "when", "condition")


def read_marked(marked: str, published: date | None = date(2031, 5, 14), **contact: Any) -> tuple[Report, Reading]:
    """A report and its reading. Labels: a mention's type; `sN.ROLE` and `cN.ROLE`, roles as the fields of the model's values.

    `sN.direct` and `sN.inside.M` may stand among a statement's labels, `back` among those of a mention that points to the first one,
    if not surely; `contact` gives the contacts' kind and status. Sources that have no type are persons.
    """
    text = ""
    open_: list[tuple[list[str], int]] = []
    found: list[tuple[str, int, int]] = []
    for token in MARK.finditer(marked):
        if token[1]:
            open_.append((token[1].split(), len(text)))
        elif token[0] == "}":
            labels, start = open_.pop()
            found += [(label, start, len(text)) for label in labels]
        else:
            text += token[0]
    spans: dict[str, list[Span]] = defaultdict(list)
    inside: dict[str, int] = {}
    direct: set[str] = set()
    for label, start, end in sorted(found, key=lambda f: (f[1], -f[2])):
        if label.endswith(".direct"):
            direct.add(label.split(".")[0])
        elif ".inside." in label:
            inside[label.split(".")[0]] = int(label.rsplit(".", 1)[1])
        else:
            spans[label].append(Span.of(text, start, end))

    def numbered(letter: str) -> list[str]:
        return sorted({label.split(".")[0] for label in spans if re.match(rf"{letter}\d+\.", label)}, key=lambda n: int(n[1:]))

    rest: dict[str, Any] = {"act": "report", "issue": "talks", "stance": "none", "confidence": 1.0}
    said: dict[str, dict[str, Any]] = {s: {role: tuple(spans[f"{s}.{role}"]) for role in ROLES} for s in numbered("s")}
    attributions = tuple(
        Attribution(**part, **rest, kind="direct" if s in direct else "indirect", inside=inside.get(s)) for s, part in said.items()
    )
    told: dict[str, Any] = {"kind": "meeting", "status": "held", "confidence": 1.0} | contact
    parts: dict[str, dict[str, Any]] = {
        c: {role: tuple(spans[f"{c}.{role}"]) for role in ("evidence", "place", "when", "by")} for c in numbered("c")
    }
    contacts = tuple(ContactEvidence(**part, **told) for part in parts.values())
    mentions = {span: kind for kind in sorted(MENTION_TYPES) for span in spans[kind]}
    for a in attributions:
        for span in a.source:
            mentions.setdefault(span, "person")
    ordered = sorted(mentions, key=lambda s: (s.start, -s.end))
    report = Report(name="test", text=text, published=published)
    pointing = tuple(Mention(s, mentions[s], *((0, UNSURE) if s in spans["back"] else ())) for s in ordered)
    return report, Reading(report.id, "marked", attributions, pointing, (), contacts)


@pytest.fixture
def entries() -> Callable[..., Entries]:
    """A function from marked text to resolved entries."""

    def build(marked: str, published: date | None = date(2031, 5, 14), **contact: Any) -> Entries:
        return resolve(*read_marked(marked, published, **contact))

    return build


@pytest.fixture
def marked() -> Callable[..., tuple[Report, Reading]]:
    """A function from marked text to the report and its reading."""
    return read_marked
