import pytest

from onrecord.errors import ReportError
from onrecord.reports.base import Source, decode


@pytest.mark.parametrize(
    "data",
    [
        "Orlov said “no”.\nThen he left.".encode(),
        b"\xef\xbb\xbf" + "Orlov said “no”.\nThen he left.".encode(),
        "Orlov said “no”.\r\nThen he left.".encode(),
        "Orlov said “no”.\rThen he left.".encode(),
        "Orlov said “no”.\r\nThen he left.".encode("utf-16"),
        b"\xfe\xff" + "Orlov said “no”.\nThen he left.".encode("utf-16-be"),
    ],
    ids=["utf-8", "bom", "crlf", "cr", "utf-16-le", "utf-16-be"],
)
def test_one_text_in_every_encoding(data: bytes) -> None:
    assert decode(data, "a.txt") == ("Orlov said “no”.\nThen he left.", ())


@pytest.mark.parametrize("declared", ["windows-1252", "iso-8859-1", "Latin-1"])
def test_declared_encoding_is_used_and_noted(declared: str) -> None:
    text, notes = decode("Orlov said “no”.".encode("cp1252"), "a.html", declared)
    assert text == "Orlov said “no”."
    assert notes == (f"read as {declared}, the encoding that it names",)


def test_utf_8_is_believed_before_the_declared_encoding() -> None:
    assert decode("“no”".encode(), "a.html", "windows-1252") == ("“no”", ())


@pytest.mark.parametrize(
    ("data", "declared", "reason"),
    [
        (b"", None, "is empty"),
        (b" \n\t\n", None, "is empty"),
        (b"\xef\xbb\xbf", None, "is empty"),
        ("“no”".encode("cp1252"), None, "is not UTF-8 at byte 0"),
        (b"\xff\xfea", None, "is not UTF-16"),
        (b"\x93no", "klingon", "neither UTF-8 nor the klingon"),
        (b"\x93no", "hex", "neither UTF-8 nor the hex"),
        (b"\x89PNG\r\n\x1a\n\x00\x00", None, "is binary"),
        (b"MZ\x00", None, "is binary"),
        ("a\0b".encode("utf-16"), None, "is binary"),
        (b"%PDF-1.7 ...", None, "is a PDF"),
        (b"PK\x03\x04...", None, "is an archive"),
        (b"\x1f\x8b...", None, "is a compressed file"),
    ],
)
def test_what_is_no_text_is_an_error_with_its_reason(data: bytes, declared: str | None, reason: str) -> None:
    with pytest.raises(ReportError, match=reason) as error:
        decode(data, "talks.txt", declared)
    assert error.value.subject == "talks.txt"
    assert "\n" not in str(error.value)


def test_source_knows_its_name_and_hash() -> None:
    source = Source("news/2031.03.12.txt", b"abc")
    assert source.name == "2031.03.12"
    assert source.sha256.startswith("ba7816bf")


def test_the_digest_of_a_file_is_worked_out_once() -> None:
    source = Source("wire.jsonl", b"It rained.")
    assert source.sha256 is source.sha256
