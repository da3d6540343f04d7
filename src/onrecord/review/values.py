"""The values of entries as people give them: by field, with words for actors, days and spans."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date
from typing import Any

from onrecord.errors import QueryError
from onrecord.model import Report, Span, When
from onrecord.model.decisions import STATEMENT_SPANS, Values
from onrecord.reading.encoder.layout import ACTS, CONTACT_KINDS, ISSUES, STANCES, STATUSES

STATEMENT_KINDS = ("direct", "indirect", "mixed")
#: What classes can be; an issue can also be any that the record has.
CLASSES = {
    "statement": {"kind": STATEMENT_KINDS, "act": ACTS, "issue": ISSUES, "stance": STANCES},
    "contact": {"kind": CONTACT_KINDS, "status": STATUSES},
}


def blank_values(kind: str, report: Report) -> dict[str, Any]:
    """The values of an entry of which nothing is said yet; None for classes that have to be chosen.

    Raises:
        QueryError: there are no such entries.
    """
    if kind == "statement":
        said = When(report.day, report.day, "published").to_json() if report.day else None
        plain: dict[str, Any] = {"kind": None, "act": None, "issue": "other", "stance": "none", "speaker": None, "via": [], "said": said}
        return plain | {name: [] for name in STATEMENT_SPANS}
    if kind == "contact":
        return {"kind": None, "status": None, "parties": [], "by": None, "place": None, "round": None, "when": None, "evidence": []}
    raise QueryError(repr(kind), "cannot be added; there are statement and contact")


def change_values(kind: str, shown: Values, changes: Mapping[str, Any], text: str, issues: Sequence[str] = ()) -> dict[str, Any]:
    """The values that are shown, with changes as `decide` takes them.

    Args:
        kind: statement or contact.
        shown: what the reviewer saw.
        changes: what is right instead, by field.
        text: the text of the report.
        issues: issues that there are besides the default ones.

    Raises:
        QueryError: a field or a value cannot be understood.
    """
    out = dict(shown)
    for name, value in changes.items():
        if name not in shown:
            raise QueryError(name, f"is no field of a {kind}; there are {', '.join(shown)}")
        known = CLASSES[kind].get(name)
        if known:
            if value not in known and not (name == "issue" and value in issues):
                there = dict.fromkeys((*known, *(issues if name == "issue" else ())))
                raise QueryError(repr(value), f"is no {name}; there are {', '.join(there)}")
            out[name] = value
        elif name in ("speaker", "by"):
            out[name] = _name(value, [shown[name]]) if value else None
        elif name in ("via", "parties"):
            out[name] = [_name(one, shown[name]) for one in value]
        elif name in ("said", "when"):
            out[name] = _date(value, shown[name]) if value else None
        elif name in (*STATEMENT_SPANS, "evidence"):
            out[name] = [_cut(text, name, pair) for pair in value]
        else:
            out[name] = _number(value) if name == "round" else value or None
    if not out.get("content", True) or not out.get("evidence", True):
        raise QueryError(kind, "needs words that it stands on; reject it if there are none")
    return out


def _name(name: str, known: Sequence[Any]) -> dict[str, Any]:
    """An actor by name: the one that was shown, if it has this name."""
    words = " ".join(str(name).split())
    if not words:
        raise QueryError(repr(name), "is no name")
    shown = next((one for one in known if one and one["name"] == words), None)
    return shown or {"id": None, "name": words, "type": "person", "words": None}


def _date(value: Mapping[str, Any], shown: Mapping[str, Any] | None) -> dict[str, Any]:
    """Days that a person gives, with the words that dated the entry before."""
    try:
        first, last = (date.fromisoformat(value[end]) if value.get(end) else None for end in ("from", "to"))
        if shown and (shown["from"], shown["to"]) == (value.get("from") or None, value.get("to") or None):
            return dict(shown)
        precision = "day" if first == last else "bound" if first is None or last is None else "part"
        spans = When.from_json(dict(shown)).spans if shown else ()
        return When(first, last, "stated", precision, spans).to_json()
    except ValueError as error:
        raise QueryError(f"{value.get('from')} to {value.get('to')}", f"are no days ({error}); write them as 2031-03-14") from error


def _cut(text: str, name: str, pair: Sequence[int]) -> dict[str, Any]:
    start, end = pair
    if not 0 <= start < end <= len(text) or not text[start:end].strip():
        raise QueryError(f"{start}-{end}", f"are no words of the report, for {name}; its text has {len(text)} characters")
    words = text[start:end]
    start += len(words) - len(words.lstrip())
    return Span.of(text, start, start + len(words.strip())).to_json()


def _number(value: Any) -> int | None:
    if value in (None, ""):
        return None
    if not str(value).isdecimal():
        raise QueryError(repr(value), "is no number of a round")
    return int(value)
