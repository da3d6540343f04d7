"""The files that hold reports."""

from __future__ import annotations

import os
from collections.abc import Iterator, Sequence
from pathlib import Path

from onrecord.errors import ReportError
from onrecord.reports.base import Source

SUFFIXES = {".txt", ".md", ".markdown", ".html", ".htm", ".jsonl"}


def find_files(paths: Sequence[Path]) -> Iterator[Path]:
    """The files to read, in an order that does not depend on the disk.

    Args:
        paths: files, taken whatever they are called, and folders, searched to any depth for the suffixes of reports;
            hidden files and links that lead out of the folder are left out. A folder that cannot be listed is given
            in the place of its files, and `load` says why.

    Raises:
        ReportError: a path does not exist (before any file is given).
    """
    for path in paths:
        if not os.path.exists(path):
            raise ReportError(_shown(path), "does not exist; check the path")
    for path in paths:
        if os.path.isdir(path):
            yield from _search(path, os.path.realpath(path))
        else:
            yield path


def load(path: Path) -> Source:
    """The bytes of a file.

    Raises:
        ReportError: it cannot be read.
    """
    try:
        return Source(_shown(path), path.read_bytes())
    except OSError as error:
        kind = "folder whose files you may list" if os.path.isdir(path) else "file that you may read"
        raise ReportError(_shown(path), f"cannot be read ({error.strerror}); check that it is a {kind}") from error


def _search(folder: Path, root: str) -> Iterator[Path]:
    try:
        entries = sorted(folder.iterdir())
    except OSError:
        yield folder
        return
    for entry in entries:
        if entry.name.startswith(".") or not Path(os.path.realpath(entry)).is_relative_to(root):
            continue
        if os.path.isdir(entry):
            # A linked folder inside the root is found under its own name; following it could go round for ever.
            if not entry.is_symlink():
                yield from _search(entry, root)
        elif entry.suffix.lower() in SUFFIXES and (os.path.isfile(entry) or not os.path.exists(entry)):
            yield entry  # a broken link too, so that `load` says so


def _shown(path: Path) -> str:
    """The path in characters that can be printed and stored: file names need not be UTF-8."""
    return os.fsencode(path).decode(errors="replace")
