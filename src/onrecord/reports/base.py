"""What every format starts from: the bytes of a file, and their text."""

from __future__ import annotations

import hashlib
from codecs import BOM_UTF16_BE, BOM_UTF16_LE
from dataclasses import dataclass
from functools import cached_property
from pathlib import PurePath

from onrecord.errors import ReportError

#: How a file begins that holds no text of its own, and what it is.
CONTAINERS = {b"%PDF-": "a PDF", b"PK\x03\x04": "an archive or an office document", b"\x1f\x8b": "a compressed file"}
#: What HTML means by these names; browsers read them so.
WINDOWS_1252 = {"ascii", "us-ascii", "latin-1", "latin1", "iso-8859-1"}


@dataclass(frozen=True)
class Source:
    """The bytes of a file, as they were found under `path`."""

    path: str
    data: bytes

    @cached_property
    def sha256(self) -> str:
        """The hexadecimal digest of the bytes, worked out once: a file can hold thousands of reports."""
        return hashlib.sha256(self.data).hexdigest()

    @property
    def name(self) -> str:
        """The file's stem: the name of a report that has none of its own."""
        return PurePath(self.path).stem


def is_utf_16(data: bytes) -> bool:
    """Whether the bytes begin with the byte-order mark of UTF-16."""
    return data.startswith((BOM_UTF16_LE, BOM_UTF16_BE))


def refuse_binary(data: bytes, subject: str) -> None:
    """Check that some bytes may be text.

    Raises:
        ReportError: they begin like another kind of file, or have a zero among them.
    """
    for beginning, kind in CONTAINERS.items():
        if data.startswith(beginning):
            raise ReportError(subject, f"is {kind}, not text; save the report as plain text, Markdown or HTML")
    if b"\0" in data and not is_utf_16(data):
        raise ReportError(subject, f"is binary (a zero at byte {data.index(0)}); save the report as plain text, Markdown or HTML")


def decode(data: bytes, subject: str, declared: str | None = None) -> tuple[str, tuple[str, ...]]:
    r"""The text of some bytes, without byte-order mark and with `\n` line ends, and notes on how it was read.

    Args:
        data: UTF-8, or UTF-16 with a byte-order mark.
        subject: what an error is about, usually the file.
        declared: the encoding that the text itself names; only used for what is not UTF-8.

    Raises:
        ReportError: the bytes are empty, binary, or in an encoding that nothing names.
    """
    refuse_binary(data, subject)
    text, notes = _decode_strictly(data, subject, declared)
    if "\0" in text:
        raise ReportError(subject, f"is binary (a zero at character {text.index(chr(0))}); save the report as plain text, Markdown or HTML")
    text = text.removeprefix("\ufeff").replace("\r\n", "\n").replace("\r", "\n")
    if not text or text.isspace():
        raise ReportError(subject, "is empty; give a file that holds a report, or remove it")
    return text, notes


def _decode_strictly(data: bytes, subject: str, declared: str | None) -> tuple[str, tuple[str, ...]]:
    encoding = "utf-16" if is_utf_16(data) else "utf-8"
    try:
        return data.decode(encoding), ()
    except UnicodeDecodeError as error:
        if not declared:
            message = f"is not {encoding.upper()} at byte {error.start}; save it as UTF-8"
            raise ReportError(subject, message) from error
    try:
        return data.decode("cp1252" if declared.lower() in WINDOWS_1252 else declared), (f"read as {declared}, the encoding that it names",)
    except (LookupError, ValueError) as error:
        raise ReportError(subject, f"is neither UTF-8 nor the {declared} that it names; save it as UTF-8") from error
