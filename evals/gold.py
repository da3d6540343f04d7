"""Gold reports: texts with marks, and the record that is to be read from them.

A `.rep` file holds front matter, a marked text and a record. A mark is `{LABELS|words}`; its labels say of which statement,
contact or actor the words are a part, as in `{s1.src a:kostan|she}`. `load` gives what figures are measured against.
"""

from __future__ import annotations

import re
from calendar import monthrange
from collections import defaultdict
from collections.abc import Iterator, Mapping
from datetime import date
from pathlib import Path
from typing import Any

import yaml

from onrecord.reading.encoder.layout import ACTS, CONTACT_KINDS, ISSUES, STANCES, STATUSES

#: Part of a label -> field of the row that has its spans.
STATEMENT_PARTS = {"src": "source", "cue": "cue", "con": "content", "via": "via_spans", "to": "to", "venue": "venue", "when": "when",
                   "cond": "condition"}  # fmt: skip
CONTACT_PARTS = {"ev": "evidence", "place": "place_spans", "when": "when_spans", "by": "by_spans"}
PARTS = {"s": STATEMENT_PARTS, "c": CONTACT_PARTS}
STATEMENT_CLASSES = {
    "kind": ("direct", "indirect", "mixed"),
    "act": ACTS,
    "issue": ISSUES,
    "stance": STANCES,
    "basis": ("stated", "published"),
}
CONTACT_CLASSES = {"kind": CONTACT_KINDS, "status": STATUSES}
ACTOR_TYPES = ("person", "organization", "country", "group", "unnamed", "outlet")

_FILE = re.compile(r"---\n(?P<head>.*?)\n---\n\n*# (?P<text>.*?)\n=== record\n(?P<record>.*)", re.DOTALL)
_MARK = re.compile(r"\{(?P<labels>[^{|}]*)\||\}")
_LABEL = re.compile(r"(?:(?P<entry>(?P<letter>[sc])\d+)\.(?P<part>[a-z]+)|a:(?P<actor>[a-z0-9_]+))")
_ENTRY = re.compile(r"[sc]\d+")

#: Spans by what they belong to: ("s1", "src"), or ("a", "kostan") for the mentions of an actor.
Marks = Mapping[tuple[str, str], list[list[int]]]


def load(path: Path) -> dict[str, Any]:
    """Read one gold report.

    Args:
        path: a `.rep` file.

    Returns:
        `id` (the name of the file), what the front matter says, `text` without marks, `actors` with their mentions,
        `statements` and `contacts` with their spans. A span is a pair of code point offsets in `text`.

    Raises:
        ValueError: the file breaks a rule of the format; the message begins with the file's name.
    """
    try:
        return {"id": path.stem} | _read(path.read_text(encoding="utf8"))
    except (ValueError, yaml.YAMLError) as error:
        raise ValueError(f"{path.name}: {error}") from error


def _read(file: str) -> dict[str, Any]:
    match = _FILE.fullmatch(file)
    if not match:
        raise ValueError("not front matter, a text that begins with '# ', '=== record' and a record")
    head, record = (_mapping(yaml.safe_load(match[part])) for part in ("head", "record"))
    text, marks = unmark(match["text"].rstrip("\n") + "\n")
    actors = _actors(_mapping(record.pop("actors", None)), marks)
    for key, name in marks:
        _need(name in actors if key == "a" else key in record, f"a mark of {name if key == 'a' else key}, which is not in the record")
    for key in record:
        _need(_ENTRY.fullmatch(key), f"{key} is neither a statement nor a contact")
    published = _field(head, "published", "the front matter")
    statements = [_statement(key, line, actors, marks) for key, line in record.items() if key.startswith("s")]
    _check_statements(statements, str(published)[:10])
    return {
        "outlet": _field(head, "outlet", "the front matter"),
        # YAML reads a day or a moment that stands without quotation marks as what it is.
        "published": published.isoformat() if isinstance(published, date) else str(published),
        "authors": head.get("authors") or [],
        "kind": _field(head, "kind", "the front matter"),
        "text": text,
        "actors": actors,
        "statements": statements,
        "contacts": [_contact(key, line, actors, marks) for key, line in record.items() if key.startswith("c")],
    }


def unmark(marked: str) -> tuple[str, Marks]:
    """The text without marks, and where they stood, in the order in which they end.

    Raises:
        ValueError: marks that do not nest, or a label that no rule knows.
    """
    marks: dict[tuple[str, str], list[list[int]]] = defaultdict(list)
    words: list[str] = []
    opened: list[tuple[str, int]] = []
    length = end = 0
    for match in _MARK.finditer(marked):
        words.append(_plain(marked[end : match.start()]))
        length, end = length + len(words[-1]), match.end()
        if match["labels"] is not None:
            opened.append((match["labels"], length))
            continue
        _need(opened, f"a mark ends that has not begun, after {''.join(words)[-40:]!r}")
        labels, start = opened.pop()
        _need(start < length, f"no words in the mark {labels!r}")
        for owner in _owners(labels):
            marks[owner].append([start, length])
    _need(not opened, f"the mark {opened[-1][0] if opened else ''!r} does not end")
    return "".join([*words, _plain(marked[end:])]), marks


def _plain(words: str) -> str:
    _need(not re.search(r"[{|}]", words), f"half a mark near {words[:40]!r}")
    return words


def _owners(labels: str) -> Iterator[tuple[str, str]]:
    _need(labels.strip(), "a mark without a label")
    for label in labels.split():
        match = _LABEL.fullmatch(label)
        if not match or not (match["actor"] or match["part"] in PARTS[match["letter"]]):
            raise ValueError(f"unknown label {label!r}")
        yield ("a", match["actor"]) if match["actor"] else (match["entry"], match["part"])


def interval(value: object) -> list[str] | None:
    """First and last day of what a record says: a day, a month, a year, or two of them with a slash between.

    Raises:
        ValueError: no days, or the last before the first.
    """
    if value is None:
        return None
    first, _, last = str(value).partition("/")
    days = [_days(first)[0].isoformat(), _days(last or first)[1].isoformat()]
    _need(days == sorted(days), f"{value} runs backwards")
    return days


def _days(words: str) -> tuple[date, date]:
    year, month, day = ([int(number) for number in words.strip()[:10].split("-")] + [0, 0])[:3]
    first = date(year, month or 1, day or 1)
    last_month = month or 12
    return first, date(year, last_month, day or monthrange(year, last_month)[1])


def _actors(actors: dict[str, Any], marks: Marks) -> dict[str, Any]:
    for key, actor in actors.items():
        _field(actor, "name", f"actor {key}")
        _one_of(ACTOR_TYPES, actor, "type", f"actor {key}")
    return {key: actor | {"mentions": marks.get(("a", key), [])} for key, actor in actors.items()}


def _statement(key: str, line: dict[str, Any], actors: dict[str, Any], marks: Marks) -> dict[str, Any]:
    spans = {field: marks.get((key, part), []) for part, field in STATEMENT_PARTS.items()}
    _need(spans["content"], f"{key} has no content")
    _need(len(spans["cue"]) <= 1, f"{key} has more than one cue")
    said = interval(_field(line, "said", key))
    classes = {name: _one_of(known, line, name, key) for name, known in STATEMENT_CLASSES.items()}
    via = line.get("via") or []
    speaker = _field(line, "speaker", key)
    _known(actors, [speaker, *via], key)
    # A content may be split; its parts are wanted in the order of the text, and marks are kept in the order of their ends.
    return {"id": key, "speaker": speaker, **classes, "said": said, "via": via, "inside": line.get("inside"), **spans,
            "content": sorted(spans["content"])}  # fmt: skip


def _check_statements(statements: list[dict[str, Any]], published: str) -> None:
    _need(statements, "no statements")
    content = {statement["id"]: statement["content"] for statement in statements}
    for statement in statements:
        key, outer = statement["id"], statement["inside"]
        _need(statement["said"][0] <= published, f"{key} is said after publication")
        if outer:
            _need(outer in content, f"{key} is inside {outer}, which is no statement")
            within = all(any(a <= start and end <= b for a, b in content[outer]) for start, end in content[key])
            _need(within, f"{key} does not stand inside the content of {outer}")


def _contact(key: str, line: dict[str, Any], actors: dict[str, Any], marks: Marks) -> dict[str, Any]:
    spans = {field: marks.get((key, part), []) for part, field in CONTACT_PARTS.items()}
    _need(spans["evidence"], f"{key} has no evidence")
    classes = {name: _one_of(known, line, name, key) for name, known in CONTACT_CLASSES.items()}
    parties = _field(line, "parties", key)
    _known(actors, [*parties, *([line["by"]] if line.get("by") else [])], key)
    rest = {field: line.get(field) for field in ("place", "round", "by", "per")}
    return {"id": key, **classes, "parties": parties, "when": interval(line.get("when")), **rest, **spans}


def _mapping(value: object) -> dict[str, Any]:
    _need(value is None or isinstance(value, dict), f"{str(value)[:40]!r} where fields are wanted")
    return dict(value) if isinstance(value, dict) else {}


def _field(line: dict[str, Any], field: str, where: str) -> Any:
    _need(isinstance(line, dict) and line.get(field), f"{where} has no {field}")
    return line[field]


def _one_of(known: tuple[str, ...], line: dict[str, Any], field: str, where: str) -> str:
    value = _field(line, field, where)
    _need(value in known, f"{field} of {where} is {value!r}")
    return str(value)


def _known(actors: dict[str, Any], keys: list[str], where: str) -> None:
    for key in keys:
        _need(key in actors, f"{where} names {key!r}, which is no actor")


def _need(truth: object, what: str) -> None:
    if not truth:
        raise ValueError(what)
