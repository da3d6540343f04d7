"""Printing: JSON lines for programs; for people, text that fits the terminal and cannot command it."""

from __future__ import annotations

import json
import re
import shutil
import textwrap
from collections.abc import Sequence
from typing import Any, Protocol

import click

from onrecord.wording import CLOSE, OPEN

WIDEST = 100
#: A report must not be able to move the cursor or change colours.
CONTROL = re.compile(r"[\x00-\x08\x0b-\x1f\x7f-\x9f]")


class Printable(Protocol):
    """A value that prints as JSON."""

    def to_json(self) -> dict[str, Any]:
        """The value as JSON."""


def echo_json(value: Printable) -> None:
    """Print a value as one line of JSON."""
    click.echo(json.dumps(value.to_json(), ensure_ascii=False))


def echo_block(lines: Sequence[str]) -> None:
    """Print a heading and, indented, what belongs to it, and an empty line."""
    heading, *details = lines
    click.secho(wrap(heading, "", "  "), bold=True)
    for detail in details:
        echo_wrapped(detail, "    ")
    click.echo()


def echo_wrapped(text: str, indent: str = "") -> None:
    """Print paragraphs, with the marks of contents in colour where there is any."""
    for paragraph in text.split("\n"):
        wrapped = wrap(paragraph, indent, indent)
        click.echo(re.sub(f"{OPEN}\\d* ?|{CLOSE}", lambda mark: click.style(mark.group(), fg="cyan"), wrapped))


def wrap(text: str, first: str, others: str) -> str:
    """One paragraph in lines that fit, with what every line begins with."""
    width = max(20, min(WIDEST, shutil.get_terminal_size((WIDEST, 24)).columns))
    return textwrap.fill(
        CONTROL.sub("\ufffd", text), width, initial_indent=first, subsequent_indent=others, break_long_words=False, break_on_hyphens=False
    )


def wrap_to(text: str, width: int) -> list[str]:
    """One paragraph in lines of at most so many characters; longer words stand out, and an empty one is an empty line."""
    return textwrap.wrap(text, width, break_long_words=False, break_on_hyphens=False) or [""]
