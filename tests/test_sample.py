"""The sample reports and their expected record fit each other; no model is needed."""

import re
from datetime import date, datetime
from pathlib import Path
from typing import Any

import pytest
import yaml

from onrecord.model import Report
from onrecord.reports import find_files, load, parse

ROOT = Path(__file__).parent.parent
SAMPLE = ROOT / "sample"
GOLD = sorted((ROOT / "evals" / "sample").glob("*.rep"))
#: "{s1.src a:kostan|she}": one or more labels, a bar, and the marked words.
OPENING = re.compile(r"\{([^{|}]+)\|")


def read_sample() -> dict[str, Report]:
    reports = [report for path in find_files([SAMPLE]) for report in parse(load(path))]
    return {report.name: report for report in reports if isinstance(report, Report)}


def read_gold(path: Path) -> tuple[dict[str, Any], str, dict[str, Any]]:
    """Front matter, marked text and record of a .rep file."""
    _, head, rest = path.read_text("utf8").split("---\n", 2)
    body, record = rest.split("\n=== record\n")
    return yaml.safe_load(head), body.removeprefix("# "), yaml.safe_load(record)


def gold_entries(letter: str) -> list[dict[str, Any]]:
    return [entry for path in GOLD for key, entry in read_gold(path)[2].items() if re.fullmatch(rf"{letter}\d+", key)]


def test_every_report_is_read() -> None:
    found = [report for path in find_files([SAMPLE]) for report in parse(load(path), today=date(2031, 4, 1))]
    reports = [report for report in found if isinstance(report, Report)]
    assert len(found) == len(reports) == len({report.id for report in reports}) == len({report.name for report in reports}) == 7
    assert {report.name: report.notes for report in reports if report.notes} == {"border-radio": ("no date of publication found",)}


def test_reports_come_from_several_outlets_with_date_and_zone() -> None:
    reports = read_sample().values()
    assert len({report.outlet for report in reports if report.outlet}) >= 4
    zoned = [report.published for report in reports if isinstance(report.published, datetime)]
    assert len(zoned) >= 4
    assert all(moment.tzinfo for moment in zoned)
    assert len({moment.utcoffset() for moment in zoned}) > 1


def test_reports_cite_other_outlets() -> None:
    reports = read_sample().values()
    outlets = {report.outlet.removeprefix("The ") for report in reports if report.outlet}
    cited = {outlet for outlet in outlets for report in reports if outlet in report.text and outlet not in (report.outlet or "")}
    assert len(cited) >= 4


def test_readme_lists_every_file() -> None:
    readme = (SAMPLE / "README").read_text("utf8")
    for path in find_files([SAMPLE]):
        assert path.name in readme
    for report in read_sample().values():
        assert (report.outlet or "not given") in readme


def test_expected_record_covers_the_sample() -> None:
    assert {path.stem for path in GOLD} == read_sample().keys() - {"border-radio"}


@pytest.mark.parametrize("path", GOLD, ids=[path.stem for path in GOLD])
def test_expected_record_is_about_the_same_text(path: Path) -> None:
    head, marked, _ = read_gold(path)
    report = read_sample()[path.stem]
    assert OPENING.sub("", marked).replace("}", "").strip() == report.text.strip()
    assert list(report.authors) == head["authors"]
    assert report.outlet in (head["outlet"], None)
    assert report.published is not None
    assert report.published.isoformat() == head["published"].isoformat()


@pytest.mark.parametrize("path", GOLD, ids=[path.stem for path in GOLD])
def test_marks_and_record_lines_belong_to_each_other(path: Path) -> None:
    _, marked, record = read_gold(path)
    depth = 0
    for mark in re.findall(r"[{}]", marked):
        depth += 1 if mark == "{" else -1
        assert depth >= 0
    assert depth == 0
    labels = {label for found in OPENING.findall(marked) for label in found.split()}
    actors = record.pop("actors").keys()
    assert {label.removeprefix("a:") for label in labels if label.startswith("a:")} <= actors
    assert {label.partition(".")[0] for label in labels if not label.startswith("a:")} == record.keys()
    for key, entry in record.items():
        assert f"{key}.{'con' if key.startswith('s') else 'ev'}" in labels
        assert {entry.get("speaker"), entry.get("by"), *entry.get("via", ()), *entry.get("parties", ())} - {None} <= actors
        assert {entry.get("inside"), entry.get("per")} - {None} <= record.keys()


def test_expected_record_shows_what_a_record_holds() -> None:
    statements, contacts = gold_entries("s"), gold_entries("c")
    assert {statement["kind"] for statement in statements} == {"direct", "indirect", "mixed"}
    assert {statement["basis"] for statement in statements} == {"stated", "published"}
    assert {"report", "demand", "propose", "refuse", "threaten", "warn", "accuse", "deny"} <= {s["act"] for s in statements}
    assert any(len(statement.get("via", ())) > 1 for statement in statements)
    assert any("inside" in statement for statement in statements)
    assert {"held", "planned", "proposed", "refused", "denied"} <= {contact["status"] for contact in contacts}
    assert {"call", "talks", "meeting", "visit", "letter", "document"} <= {contact["kind"] for contact in contacts}


def test_sample_has_a_quotation_over_two_paragraphs_and_a_pull_quote() -> None:
    reports = read_sample()
    assert re.search(r"“[^“”]+\n\n“[^“”]+”", reports["ledger"].text)
    assert "Mirela KostanForeign Minister of Orvania" in reports["evening-post"].text
