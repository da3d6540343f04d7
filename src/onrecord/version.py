"""The version of the code, which every reading in a record carries."""

from __future__ import annotations

from functools import cache


@cache
def code_version() -> str:
    """The version of the installed package."""
    from importlib.metadata import version  # it takes longer to import than most commands take to answer

    return version("onrecord")
