"""Write docs/reference.md from the commands and docstrings of the code: python docs/reference.py"""

from __future__ import annotations

import inspect
import re
import textwrap
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import click

import onrecord
from onrecord import errors
from onrecord.cli import main as cli
from onrecord.record import read_entries
from onrecord.store.findings import Appearance, FoundActor, FoundContact, FoundStatement, Hit
from onrecord.store.runs import Summary
from onrecord.verify import Difference
from onrecord.views.accounts import Account, Accounts
from onrecord.views.contacts import Occasion
from onrecord.views.contradictions import FoundContradiction
from onrecord.views.matrix import Cell, Matrix
from onrecord.views.origins import FoundOrigins
from onrecord.views.positions import Position, Step
from onrecord.views.utterances import FoundUtterance

TARGET = Path(__file__).parent / "reference.md"
VALUES: tuple[type, ...] = (
    FoundStatement, FoundContact, FoundActor, Appearance, Hit, Summary, Difference, FoundUtterance, FoundOrigins, Occasion, Position, Step,
    Matrix, Cell, Accounts, Account, FoundContradiction,
)  # fmt: skip
HEAD = """# Reference

Written by `python docs/reference.py` from the code; do not edit it by hand. What the fields of entries mean is in
[Record JSON](record-json.md), exit codes and streams are in [How-to](how-to.md).
"""


def render() -> str:
    """The whole document."""
    parts = [HEAD, "## Commands\n", *_command(cli, "onrecord"), "## Python\n", *_python()]
    return "\n".join(parts).rstrip() + "\n"


def _command(command: click.Command, name: str) -> Iterator[str]:
    yield f"### `{name}`\n"
    yield from _help(command.help or "")
    rows = [_parameter(p) for p in command.params]
    if rows:
        yield "\n".join(("| argument or option | meaning | default |", "| --- | --- | --- |", *rows)) + "\n"
    if isinstance(command, click.Group):
        yield "Commands: " + ", ".join(f"`{name} {sub}`" for sub in sorted(command.commands)) + "\n"
        for sub in sorted(command.commands):
            yield from _command(command.commands[sub], f"{name} {sub}")


def _help(words: str) -> Iterator[str]:
    """A command's help: paragraphs, and its literal blocks (those that begin with a backspace) as code."""
    for block in re.split(r"\n\s*\n", inspect.cleandoc(words)):
        if block.startswith("\b"):
            title, *lines = block.removeprefix("\b").strip("\n").split("\n")
            yield f"{title}\n\n```{'console' if title.startswith('Example') else 'text'}\n{inspect.cleandoc(chr(10).join(lines))}\n```\n"
        else:
            yield " ".join(block.split()) + "\n"


def _parameter(p: click.Parameter) -> str:
    if isinstance(p, click.Argument):
        name = (p.metavar or p.human_readable_name).replace("|", "\\|")
        return f"| `{name}` | {'required' if p.required else 'optional'} | |"
    assert isinstance(p, click.Option)
    names = ", ".join(f"`{name}`" for name in (*p.opts, *p.secondary_opts))
    takes = ""
    if isinstance(p.type, click.Choice):
        takes = "one of " + ", ".join(f"`{choice}`" for choice in p.type.choices)
    elif not p.is_flag:
        takes = f"`{p.metavar or 'NUMBER'}`"
    words, _, default = (p.help or "").partition("[default:")
    meaning = f"{words.strip()} Takes {takes}." if takes else words.strip()
    shown = default.strip(" ]") if default else f"`{p.default}`" if p.show_default else ""
    return f"| {names} | {meaning} | {shown} |".replace("|  |", "| |")


def _python() -> Iterator[str]:
    yield from _heading("onrecord.open(path, create=True)", onrecord.Record.open)
    yield from _heading("onrecord.Record", onrecord.Record)
    for name, member in (item for part in onrecord.Record.__mro__ for item in vars(part).items()):
        if not name.startswith("_") and inspect.isfunction(member):
            yield from _heading(f"Record.{name}{_signature(member)}", member)
    yield from _heading(f"onrecord.record.read_entries{_signature(read_entries)}", read_entries)
    yield "### Values that questions return\n"
    for value in VALUES:
        members = [n for n, m in vars(value).items() if not n.startswith("_") and isinstance(m, property)]
        fields = ", ".join(f"`{name}`" for name in (*inspect.get_annotations(value), *members))
        yield f"- **`{value.__name__}`** ({fields}). {' '.join(_words(value).split())}"
    yield "\n### Errors\n"
    yield "```text\n" + _words(errors).partition("\n\n")[2] + "\n```\n"


def _heading(title: str, described: Any) -> Iterator[str]:
    yield f"### `{title}`\n"
    for block in _words(described).split("\n\n"):
        title, *lines = block.split("\n")
        if title in ("Args:", "Returns:", "Raises:"):
            listed = re.sub(r"\n +", " ", textwrap.dedent("\n".join(lines))).split("\n")
            yield f"{title[:-1]}:\n\n" + "\n".join(f"- {line}" for line in listed) + "\n"
        else:
            yield " ".join(block.split()) + "\n"


def _words(described: Any) -> str:
    return inspect.cleandoc(described.__doc__ or "")


def _signature(function: Any) -> str:
    words = str(inspect.signature(function)).replace("'", "").partition(" -> ")
    return words[0].replace("(self, ", "(").replace("(self)", "()") + f" -> {words[2]}".replace(" -> None", "")


if __name__ == "__main__":
    TARGET.write_text(render(), encoding="utf8")
