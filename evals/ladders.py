"""Ladders that were judged by reading, and are learned from: those of training/reports, and those that were written for it.

`evals/across/reports.yaml` names the statements of the reports and the movements to them; `evals/across/written.txt` has whole ladders,
each statement a sentence. evals/across/README.md has their form and the rules.
"""

from __future__ import annotations

import re
import tempfile
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from itertools import groupby
from pathlib import Path
from typing import Any

from evals.figures import gold_rows
from evals.movement import stated_of
from evals.records import GOLD, given_entries, load_gold, make_record
from onrecord.across.stated import Stated
from onrecord.reading.reader import Reader
from onrecord.reading.statements.attributions import mean_over
from onrecord.reading.statements.classes import direction_of
from onrecord.store.statements import GAP
from training.data import REPORTS

WRITTEN = GOLD / "written.txt"
#: The year that the days of written ladders are in.
YEAR = 2031
_MARK = re.compile(r"[\[\]{}]")


@dataclass(frozen=True)
class Step:
    """A statement of a ladder, the movement to it, and the place of the one that it is compared with; none if it is `first`."""

    stated: Stated
    kind: str
    since: int | None


Ladder = Sequence[Step]


@dataclass(frozen=True)
class Line:
    """A statement as it is written: the number of its report, its day, speaker, stance, act, movement, and its sentence with marks.

    `since` is the place of the statement that it is compared with; none if that is the one before, or if there is none.
    """

    report: str
    day: date
    speaker: str
    stance: str
    act: str
    kind: str
    since: int | None
    sentence: str


def load_reports(folder: Path = REPORTS) -> dict[str, list[dict[str, Any]]]:
    """The gold reports of a folder by conflict, which their names begin with."""
    out: dict[str, list[dict[str, Any]]] = defaultdict(list)
    for row in gold_rows(folder):
        out[row["id"].partition("_")[0]].append(row)
    return out


def read_ladder(ladder: Sequence[Sequence[str]], stated: Mapping[str, Stated]) -> Ladder:
    """The steps of a ladder of the gold: reference, movement, and what it is compared with where that is not the one before."""
    places = {ref: i for i, (ref, *_) in enumerate(ladder)}
    return [
        Step(stated[ref], kind, None if kind == "first" else places[since[0]] if since else i - 1)
        for i, (ref, kind, *since) in enumerate(ladder)
    ]


def load_ladders(reader: Reader) -> dict[str, list[Ladder]]:
    """The ladders of each conflict in the reports for training."""
    judged = load_gold("reports")["movement"]
    out: dict[str, list[Ladder]] = {}
    with tempfile.TemporaryDirectory() as folder:
        for conflict, rows in load_reports().items():
            made = list(given_entries(rows, reader))
            with make_record(Path(folder) / f"{conflict}.db", [entries for entries, _ in made]) as record:
                who = {row["id"]: row["who"] for row in record._db.rows("SELECT id, who FROM statements")}
            entries = {s.id: stated_of(s, who[s.id], found.report.id) for found, _ in made for s in found.statements}
            stated = {ref: entries[entry] for _, ids in made for ref, entry in ids.items() if entry in entries}
            own = [one["ladder"] for one in judged if one["ladder"][0][0].partition("_")[0] == conflict]
            out[conflict] = [read_ladder(ladder, stated) for ladder in own]
    return out


def load_written(reader: Reader, path: Path = WRITTEN) -> list[Ladder]:
    """The ladders that were written for learning, with the model's meanings of their statements."""
    return [list(_steps_of(issue, lines, reader)) for _, issue, lines in read_written(path)]


def read_written(path: Path = WRITTEN) -> list[tuple[str, str, list[Line]]]:
    """Side, issue and lines of each written ladder.

    Raises:
        ValueError: if a line has not all of its parts.
    """
    out: list[tuple[str, str, list[Line]]] = []
    for line in path.read_text(encoding="utf8").splitlines():
        if line.startswith("@"):
            side, issue = line[1:].split("|")
            out.append((side.strip(), issue.strip(), []))
        elif line and not line.startswith("#"):
            out[-1][2].append(_line_of(line))
    return out


def mark_out(sentence: str) -> tuple[str, list[tuple[int, int]], list[tuple[int, int]]]:
    """A sentence without its marks, and where its content, in [ ], and its condition, in { }, are: half-open code points."""
    spans: dict[str, list[int]] = {"[": [], "{": []}
    plain = ""
    for part in re.split(r"([\[\]{}])", sentence):
        if _MARK.fullmatch(part):
            spans["[" if part in "[]" else "{"].append(len(plain))
        else:
            plain += part
    content, condition = (list(zip(ends[::2], ends[1::2], strict=True)) for ends in spans.values())
    return plain, content, condition


def _line_of(line: str) -> Line:
    when, speaker, does, moved, sentence = line.split(" | ", 4)
    report, day = when.split()
    stance, act = does.split()
    kind, *since = moved.split()
    return Line(report, date.fromisoformat(f"{YEAR}-{day}"), speaker, stance, act, kind, int(since[0]) - 1 if since else None, sentence)


def _steps_of(issue: str, lines: Sequence[Line], reader: Reader) -> Iterator[Step]:
    """The steps of a ladder; sentences of one report stand behind each other in one text, which the model reads."""
    at = 0
    for report, found in groupby(lines, key=lambda line: line.report):
        own = [(line, *mark_out(line.sentence)) for line in found]
        encoded = reader.encoder.encode([" ".join(plain for _, plain, _, _ in own)])[0]
        begin = 0
        for line, plain, content, condition in own:
            words, only_if = (GAP.join(plain[start:end] for start, end in spans) for spans in (content, condition))
            pieces = [encoded.pieces.range_of(begin + start, begin + end) for start, end in content]
            meaning = direction_of(mean_over(encoded.head("meaning"), pieces))
            stated = Stated(
                words, line.stance, line.act, line.speaker, only_if, meaning, line.day, line.day,
                issue=issue, report=report, place=begin + content[0][0],
            )  # fmt: skip
            yield Step(stated, line.kind, None if line.kind == "first" else at - 1 if line.since is None else line.since)
            begin, at = begin + len(plain) + 1, at + 1
