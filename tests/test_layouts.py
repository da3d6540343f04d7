"""Texts as they are set, sent and kept, read by the shipped model: who says what does not depend on that."""

import textwrap
from datetime import date
from pathlib import Path

import pytest

from onrecord.model import Entries, Report
from onrecord.reading.reader import Reader
from onrecord.resolving.resolve import resolve

SAMPLE = Path(__file__).parents[1] / "sample"
POSTS = (
    "What they posted\n\nAnna Veld @annaveld · 19 Sep, 21:04\nWe welcome the list. Our men are coming home.\n\n"
    "@lake_navy: Our ships stay where they are."
)
RADIO = (
    "The world this evening\n\nHOST: The talks have ended. Jon Pell reports.\n\nPELL: It was midnight when Foreign Minister Anna Veld came out.\n\n"
    "VELD (on tape): We have a text.\n\nHOST: Thank you, Jon Pell."
)
MINUTES = (
    "Summary record of the river board\n\nHeld in Bergen on 16 September\n\nChair: Mr. Okello (Norvane)\n\n"
    "1. Ms. SEFTON (Sulmar) said that the dam was full.\n\n2. The CHAIR said that the record would show it."
)
CITED = (
    "What they said\n\n“The pier is open for everyone except spies.”\n\n— Anna Veld, Foreign Minister of Orvania\n\n"
    "“A pier that opens on television is a stage.”\n\n— Ivo Strand, adviser to the President of Tamesh"
)
CHAT = "A leaked chat\n\n[21:03] Strand: she will not move\n[21:04] Veld: then we wait\n[21:09] Strand: I told him so\n[21:15] Veld: good"


@pytest.fixture(scope="module")
def reader() -> Reader:
    return Reader.load()


def read(reader: Reader, text: str) -> Entries:
    report = Report("report", text, published=date(2031, 9, 21))
    return resolve(report, reader.read([report])[0])


def said(entries: Entries) -> set[tuple[str, str]]:
    names = {actor.id: actor.name for actor in entries.actors}
    return {(names.get(s.speaker or "", ""), " … ".join(" ".join(span.text.split()) for span in s.content)) for s in entries.statements}


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (POSTS, {("Anna Veld", "We welcome the list. Our men are coming home"), ("@lake_navy", "Our ships stay where they are")}),
        (RADIO, {("Jon Pell", "It was midnight when Foreign Minister Anna Veld came out"), ("Anna Veld", "We have a text")}),
        (MINUTES, {("Sefton", "that the dam was full"), ("Okello", "that the record would show it")}),
        (
            CITED,
            {
                ("Anna Veld", "“The pier is open for everyone except spies.”"),
                ("Ivo Strand", "“A pier that opens on television is a stage.”"),
            },
        ),
        (CHAT, {("Strand", "she will not move"), ("Veld", "then we wait"), ("Strand", "I told him so"), ("Veld", "good")}),
    ],
    ids=["posts", "radio", "minutes", "cited", "chat"],
)
def test_who_says_what(reader: Reader, text: str, expected: set[tuple[str, str]]) -> None:
    assert expected <= said(read(reader, text))


def test_minutes_were_said_on_the_day_of_the_sitting(reader: Reader) -> None:
    days = {statement.said and statement.said.first for statement in read(reader, MINUTES).statements}
    assert days == {date(2031, 9, 16)}


@pytest.mark.skipif(not SAMPLE.exists(), reason="needs the sample, which packages leave out")
def test_a_wrapped_text_says_what_it_says_unwrapped(reader: Reader) -> None:
    paragraphs = (SAMPLE / "evening-post.txt").read_text(encoding="utf8").split("\n\n")
    plain = "\n\n".join(" ".join(paragraph.split()) for paragraph in paragraphs)
    wrapped = "\n\n".join(textwrap.fill(paragraph, 72, break_long_words=False, break_on_hyphens=False) for paragraph in plain.split("\n\n"))
    entries = read(reader, wrapped)
    assert said(entries) == said(read(reader, plain.replace(" ", "\u00a0"))) == said(read(reader, plain))
    assert all(wrapped[span.start : span.end] == span.text for statement in entries.statements for span in statement.content)
