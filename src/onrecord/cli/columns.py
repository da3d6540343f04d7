"""Two texts side by side, or one above the other where the terminal is too narrow."""

from __future__ import annotations

import shutil
from collections.abc import Sequence
from itertools import zip_longest

import click

from onrecord.cli.output import CONTROL, WIDEST, echo_wrapped, wrap_to

#: Below this many characters two columns are harder to read than one.
NARROW = 72
GAP = "  │  "
INDENT = "    "


def echo_columns(left: Sequence[str], right: Sequence[str]) -> None:
    """Print two lists of paragraphs, indented: side by side, or one above the other in a narrow terminal."""
    width = min(WIDEST, shutil.get_terminal_size((WIDEST, 24)).columns)
    if width < NARROW:
        for side in (left, right):
            for paragraph in side:
                echo_wrapped(paragraph, INDENT)
            click.echo()
        return
    each = (width - len(INDENT) - len(GAP)) // 2
    columns = [[line for paragraph in side for line in wrap_to(CONTROL.sub("\ufffd", paragraph), each)] for side in (left, right)]
    for one, other in zip_longest(*columns, fillvalue=""):
        click.echo(f"{INDENT}{one:<{each}}{GAP}{other}".rstrip())
    click.echo()
