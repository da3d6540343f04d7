"""JSON lines: one report a line, in the fields of the record JSON; a whole line of the record is taken too."""

from __future__ import annotations

import json
from collections.abc import Iterator
from typing import Any

from onrecord.errors import ReportError
from onrecord.model import Report
from onrecord.reports.base import Source, decode, is_utf_16, refuse_binary
from onrecord.reports.dates import read_moment, read_published

WORDS = ("outlet", "title", "description", "url", "language")
LISTS = ("authors", "categories", "tags", "stories", "images", "notes")
TIMES = ("published", "modified")
#: A zero in so many first bytes makes the whole file binary; one further on costs its line.
BEGINNING = 512


def parse(source: Source) -> Iterator[Report | ReportError]:
    """The reports of a file, each text exactly as it is given; a bad line is an error in its place.

    Raises:
        ReportError: the file is empty, binary from its beginning, or not the UTF-16 that it begins as.
    """
    refuse_binary(source.data[:BEGINNING], source.path)
    data = decode(source.data, source.path)[0].encode() if is_utf_16(source.data) else source.data
    if not data.strip():
        raise ReportError(source.path, "is empty; give a file that holds a report, or remove it")
    for number, line in enumerate(data.split(b"\n"), start=1):
        if line.strip():
            try:
                yield read_line(line, f"{source.path}:{number}", f"{source.name}:{number}")
            except ReportError as error:
                yield error


def read_line(line: bytes, subject: str, name: str) -> Report:
    """The report of one line.

    Args:
        line: a JSON object in UTF-8.
        subject: the file and line, for errors.
        name: the name of a report that gives none.

    Raises:
        ReportError: the line is not a JSON object, has no text, or has a field of the wrong kind.
    """
    written, _ = decode(line, subject)
    try:
        value = json.loads(written)
    except (ValueError, RecursionError) as error:
        raise ReportError(subject, f"is not JSON ({error}); write one JSON object a line") from error
    if not isinstance(value, dict):
        raise ReportError(subject, 'is not a JSON object; write {"text": …} with the other fields of a report')
    fields = value["report"] if isinstance(value.get("report"), dict) else value
    _check(fields, subject)
    words: dict[str, Any] = {key: fields.get(key) for key in WORDS}
    lists: dict[str, Any] = {key: tuple(fields.get(key) or ()) for key in LISTS if key != "notes"}
    published, doubts = read_published(fields.get("published"))
    return Report(
        name=fields.get("name") or name,
        text=fields["text"],
        published=published,
        modified=read_moment(fields.get("modified") or ""),
        notes=tuple(dict.fromkeys((*(fields.get("notes") or ()), *doubts))),
        **words,
        **lists,
    )


def _check(fields: dict[str, Any], subject: str) -> None:
    text = fields.get("text")
    if not isinstance(text, str) or not text.strip():
        raise ReportError(subject, 'has no text; put the report\'s text into "text"')
    for key in ("name", *WORDS, *TIMES):
        if not isinstance(fields.get(key), str | None):
            raise ReportError(subject, f'"{key}" is not a string; write it in quotation marks, or leave it out')
    for key in LISTS:
        items = fields.get(key) or []
        if not isinstance(items, list) or not all(isinstance(item, str) for item in items):
            raise ReportError(subject, f'"{key}" is not a list of strings; write ["…"], or leave it out')
