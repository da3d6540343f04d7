"""Fields of an entry as a reviewer reads and writes them: values in words, and words in values."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any

from onrecord.errors import QueryError
from onrecord.model.decisions import STATEMENT_SPANS, Values, essence
from onrecord.review.values import CLASSES
from onrecord.web.places import Form

#: What a field is called, where its name does not say it.
LABELS = {
    "via": "relayed by", "said": "said on", "source": "words for the speaker", "cue": "cue", "content": "content", "addressee": "to whom",
    "venue": "occasion", "condition": "on the condition", "by": "through", "parties": "took part", "when": "when", "evidence": "words",
}  # fmt: skip
ACTORS, MANY, DAYS = ("speaker", "by"), ("via", "parties"), ("said", "when")
SPANS = (*STATEMENT_SPANS, "evidence")
BETWEEN = "; "
_OFFSETS = re.compile(r"([0-9]+)-([0-9]+)(?![^\s])")


@dataclass(frozen=True)
class Field:
    """One field: `words` say what its value is; `before` what the machine found, if that is something else.

    `control` is how it is written: choice, name, names, days, spans, number or words; `options` what there is to choose from,
    `first` and `last` the days, `lines` the spans, one a line as "120-164 the words".
    """

    name: str
    label: str
    words: str
    before: str | None
    control: str
    options: tuple[str, ...] = ()
    first: str = ""
    last: str = ""
    lines: str = ""


def list_fields(kind: str, values: Values, machine: Values, issues: Sequence[str] = ()) -> tuple[Field, ...]:
    """All fields of an entry, in the order in which they are asked for."""
    return tuple(_make_field(kind, name, value, machine.get(name), issues) for name, value in values.items())


def fill_fields(fields: Sequence[Field], form: Form) -> tuple[Field, ...]:
    """The fields as a form has them; those that it lacks stay as they are."""
    out = []
    for field in fields:
        if field.control == "days" and f"{field.name}-from" in form.values:
            out.append(replace(field, first=form.get(f"{field.name}-from"), last=form.get(f"{field.name}-to")))
        elif field.name in form.values:
            out.append(replace(field, words=form.get(field.name), lines="\n".join(form.get(field.name).splitlines())))
        else:
            out.append(field)
    return tuple(out)


def tell_value(value: Any) -> str:
    """A value in words; a dash for none."""
    if value in (None, "", []):
        return "—"
    if isinstance(value, Mapping):
        if "basis" in value:
            first, last = value["from"] or "…", value["to"] or "…"
            days = first if first == last else f"{first} to {last}"
            return days if value["basis"] == "stated" else f"{days}, known from publication"
        return str(value.get("text") or value.get("name"))
    if isinstance(value, list):
        return (" … " if "text" in value[0] else BETWEEN).join(tell_value(one) for one in value)
    return str(value)


def read_changes(kind: str, shown: Values, form: Form, text: str) -> dict[str, Any]:
    """What a form says otherwise than what is shown, as `onrecord.review.decisions.decide` takes it.

    Args:
        kind: statement or contact.
        shown: the values that the form was filled with.
        form: what was sent; fields that it lacks stay as they are.
        text: the text of the report.

    Raises:
        QueryError: words that are not in the text, or in more places than one.
    """
    out: dict[str, Any] = {}
    for field in list_fields(kind, shown, shown):
        name = field.name
        if field.control == "days" and f"{name}-from" in form.values:
            days = {"from": form.get(f"{name}-from") or None, "to": form.get(f"{name}-to") or None}
            if (days["from"] or "", days["to"] or "") != (field.first, field.last):
                out[name] = days if any(days.values()) else None
        elif name not in form.values:
            continue
        elif field.control == "spans":
            pairs = [find_span(text, line) for line in form.get(name).splitlines() if line.strip()]
            if pairs != [[span["start"], span["end"]] for span in shown[name]]:
                out[name] = pairs
        elif field.control == "names":
            names = [one.strip() for one in form.get(name).split(BETWEEN.strip()) if one.strip()]
            if names != [one["name"] for one in shown[name]]:
                out[name] = names
        elif field.control == "name":
            if (form.get(name) or None) != essence(shown[name]):
                out[name] = form.get(name) or None
        elif form.get(name) != ("" if shown[name] is None else str(shown[name])):
            out[name] = form.get(name) or None
    return out


def find_span(text: str, line: str) -> list[int]:
    """The offsets that a line says: "120-164", or words that stand in the text once, or both, where the words count.

    Raises:
        QueryError: the words are not in the text, or in more places than one.
    """
    offsets = _OFFSETS.match(line.strip())
    first, last = (int(offsets[1]), int(offsets[2])) if offsets else (0, 0)
    words = line.strip()[offsets.end() if offsets else 0 :].split()
    if offsets and words in ([], text[first:last].split()):
        return [first, last]
    places = [match.span() for match in re.finditer(r"\s+".join(map(re.escape, words)), text)]
    near = [place for place in places if place[0] < last and first < place[1]]
    found = near if len(near) == 1 else places
    if len(found) != 1:
        where = f"stand in {len(found)} places of the report; put offsets before them" if found else "are not in the report"
        raise QueryError(f"“{' '.join(words)}”", f"{where}, as in: 120-164 the words")
    return list(found[0])


def _make_field(kind: str, name: str, value: Any, machine: Any, issues: Sequence[str]) -> Field:
    before = tell_value(machine) if essence(machine) != essence(value) else None
    field = Field(name, LABELS.get(name, name), tell_value(value), before, "words")
    if name in CLASSES[kind]:
        options = dict.fromkeys((value or "", *CLASSES[kind][name], *(issues if name == "issue" else ())))
        return replace(field, control="choice", options=tuple(options))
    if name in DAYS:
        return replace(field, control="days", first=value["from"] or "" if value else "", last=value["to"] or "" if value else "")
    if name in SPANS:
        lines = "\n".join(f"{span['start']}-{span['end']} {' '.join(span['text'].split())}" for span in value)
        return replace(field, control="spans", lines=lines)
    return replace(field, control="names" if name in MANY else "name" if name in ACTORS else "number" if name == "round" else "words")
