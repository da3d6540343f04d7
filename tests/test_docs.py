"""The documents fit the code: commands, links, fields and the reference. No model is needed."""

import importlib.util
import json
import re
import shlex
from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path
from types import ModuleType
from typing import Any
from urllib.parse import urlsplit

import click
import pytest

from onrecord.cli import main
from onrecord.model import Entries, Span

ROOT = Path(__file__).parent.parent
DOCS = ROOT / "docs"
DOCUMENTS = [ROOT / "README.md", ROOT / "CHANGELOG.md", *sorted(DOCS.rglob("*.md"))]
FENCE = re.compile(r"^```(\w*)\n(.*?)^```", re.MULTILINE | re.DOTALL)
LINK = re.compile(r"\[[^\]]*\]\(([^)\s]+)\)")

pytestmark = pytest.mark.skipif(not DOCS.is_dir(), reason="the documents are not here, as in a source distribution")


def read(path: Path) -> str:
    return path.read_text(encoding="utf8")


def fenced(text: str, language: str) -> list[str]:
    return [body for name, body in FENCE.findall(text) if name == language]


def console_lines(text: str) -> list[str]:
    return [line for block in fenced(text, "console") for line in block.splitlines() if line.strip() and not line.startswith("#")]


def anchors(text: str) -> set[str]:
    """The names of a document's headings, as GitHub makes them."""
    headings = re.findall(r"^#+ (.+)$", FENCE.sub("", text), re.MULTILINE)
    return {re.sub(r"[^\w\- ]", "", heading.lower()).replace(" ", "-") for heading in headings}


def named(path: Path) -> str:
    return str(path.relative_to(ROOT))


# The README


def test_readme_does_everything_in_two_commands() -> None:
    first, tests = fenced(read(ROOT / "README.md"), "console")[0].splitlines()
    assert first.startswith("uv run onrecord read ")
    assert (ROOT / first.split()[-1]).is_dir()
    assert tests == "uv run pytest"


def test_ci_runs_the_test_command_of_the_readme() -> None:
    _, tests = fenced(read(ROOT / "README.md"), "console")[0].splitlines()
    assert tests in read(ROOT / ".ci" / "run")


def test_readme_lists_every_command() -> None:
    assert isinstance(main, click.Group)
    text = read(ROOT / "README.md")
    assert all(f"`onrecord {name}" in text for name in main.commands)


# Links


@pytest.mark.parametrize("path", DOCUMENTS, ids=named)
def test_links_lead_somewhere(path: Path) -> None:
    for target in LINK.findall(FENCE.sub("", read(path))):
        parts = urlsplit(target)
        if parts.scheme:
            continue
        there = (path.parent / parts.path).resolve() if parts.path else path
        assert there.exists(), target
        if parts.fragment:
            assert parts.fragment in anchors(read(there)), target


def test_every_document_is_in_the_index() -> None:
    index = read(DOCS / "README.md")
    for path in DOCS.rglob("*.md"):
        assert path.name == "README.md" or str(path.relative_to(DOCS)) in index


# Commands


def parse_command(words: list[str]) -> None:
    """Parse a command and its options without running it."""
    name, *rest = words
    command: click.Command = main
    context: click.Context | None = None
    while rest or not isinstance(command, click.Group):
        context = command.make_context(name, list(rest), parent=context)
        if not isinstance(command, click.Group):
            return
        found_name, found, rest = command.resolve_command(context, [*context._protected_args, *context.args])
        assert found is not None, words
        name, command = found_name or name, found


def commands_in(path: Path) -> Iterator[list[str]]:
    for line in console_lines(read(path)):
        words = shlex.split(line.split(" > ")[0].split(" | ")[0])
        words = words[2:] if words[:2] == ["uv", "run"] else words
        if words[0] == "onrecord":
            yield words


@pytest.mark.parametrize("path", DOCUMENTS, ids=named)
def test_commands_parse(path: Path) -> None:
    for words in commands_in(path):
        parse_command(words)


@pytest.mark.parametrize("path", DOCUMENTS, ids=named)
def test_commands_within_sentences_exist(path: Path) -> None:
    for words in re.findall(r"`(onrecord [^`\n]+)`", FENCE.sub("", read(path))):
        with suppress(click.MissingParameter):
            parse_command(shlex.split(words.split(" > ")[0]))


@pytest.mark.parametrize("path", DOCUMENTS, ids=named)
def test_shown_output_has_its_command_before_it(path: Path) -> None:
    text = read(path)
    for command in re.findall(r"<!-- output(?: \(first \d+ entries\))?: (.+?) -->", text):
        parse_command(shlex.split(command))
        assert path.name == "README.md" or command in console_lines(text)


def test_a_wrong_option_is_noticed() -> None:
    with pytest.raises(click.NoSuchOption):
        parse_command(["onrecord", "list", "statements", "--speeker", "Kostan"])


def test_how_to_has_every_exit_code() -> None:
    text = read(DOCS / "how-to.md")
    assert re.findall(r"^\| (\d) \|", text, re.MULTILINE) == ["0", "1", "2", "3", "4"]


# Python


@pytest.mark.parametrize("path", DOCUMENTS, ids=named)
def test_python_compiles(path: Path) -> None:
    for block in fenced(read(path), "python"):
        compile(block, str(path), "exec")


# Record JSON


def example() -> dict[str, Any]:
    (block,) = fenced(read(DOCS / "record-json.md"), "json")
    value: dict[str, Any] = json.loads(block)
    return value


def test_example_is_what_the_code_writes() -> None:
    value = example()
    assert Entries.from_json(value).to_json() == value


def test_spans_of_the_example_are_slices_of_its_text() -> None:
    value = example()
    text = value["report"]["text"]

    def check(part: Any) -> int:
        if isinstance(part, dict) and part.keys() == {"start", "end", "text"}:
            assert Span.from_json(part) == Span.of(text, part["start"], part["end"])
            return 1
        return sum(map(check, part.values() if isinstance(part, dict) else part if isinstance(part, list) else ()))

    assert check(value) > 10


def documented_fields(heading: str) -> set[str]:
    section = read(DOCS / "record-json.md").partition(f"\n## {heading}\n")[2].partition("\n## ")[0]
    rows = re.findall(r"^\| (`[^|]+`) \|", section, re.MULTILINE)
    return {name for row in rows for name in re.findall(r"`(\w+)`", row)}


def test_every_field_is_documented() -> None:
    value = example()
    statement, contact, actor = value["statements"][0], value["contacts"][0], value["actors"][0]
    assert documented_fields("The object") == value.keys()
    assert documented_fields("Span") == statement["source"][0].keys()
    assert documented_fields("Report") == value["report"].keys()
    assert documented_fields("Statement") == statement.keys()
    assert documented_fields("Contact") == contact.keys()
    assert documented_fields("When") == contact["when"].keys() == statement["said"].keys()
    assert documented_fields("Actor") == actor.keys()


# The reference


@pytest.fixture
def reference() -> ModuleType:
    spec = importlib.util.spec_from_file_location("reference", DOCS / "reference.py")
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def test_reference_is_up_to_date(reference: ModuleType) -> None:
    assert reference.render() == read(DOCS / "reference.md"), "write it again: python docs/reference.py"
