"""What somebody said on an occasion of the sentence before has the day of that occasion."""

from collections.abc import Callable

import pytest

from onrecord.model import Entries

Build = Callable[..., Entries]


@pytest.mark.parametrize(
    ("before", "expected"),
    [
        ("{person|Anna Veld} briefed donors on 12 May.", ("2031-05-12", "stated")),
        ("{person|Anna Veld} gave a press conference on Monday.", ("2031-05-12", "stated")),
        ("The answer came on 12 May.", ("2031-05-12", "stated")),
        ("{person|Anna Veld} left on 12 May.", ("2031-05-14", "published")),
        ("{person|Ivo Strand} briefed donors on 12 May.", ("2031-05-14", "published")),
        ("{person|Anna Veld} briefed donors on 12 and 13 May.", ("2031-05-14", "published")),
        ("{person|Anna Veld} briefed donors on 12 March.", ("2031-05-14", "published")),
        ("{person|Anna Veld} briefed donors on 12 May.\n\n", ("2031-05-14", "published")),
    ],
)
def test_an_occasion_dates_what_its_speaker_said(entries: Build, before: str, expected: tuple[str, str]) -> None:
    got = entries(before + " {s0.source|Anna Veld} {s0.cue|said} {s0.content|little}.")
    assert [(s.said.edtf, s.said.basis) for s in got.statements if s.said] == [expected]


def test_who_receives_the_reporter_speaks_on_that_day(entries: Build) -> None:
    got = entries(
        "{s0.content|“It rains”}, {s0.cue|says} {s0.source|{person|Anna Veld}}. The house in which {person|Anna Veld} receives us on "
        "Monday is cold.\n\n{s1.source|{person|Ivo Strand}} {s1.cue|says} {s1.content|that it pours}."
    )
    assert [s.said.edtf for s in got.statements if s.said] == ["2031-05-12", "2031-05-14"]


def test_what_a_letter_says_is_of_its_day(entries: Build) -> None:
    got = entries(
        "Dated 3 May, {c0.evidence|a letter from {person|Anna Veld} to {person|Ivo Strand}} was seen by the Post.\n\n"
        "{s0.source|{person|Anna Veld}} {s0.cue|finds} {s0.content|no shame in it}. {s1.source|{person|Ivo Strand}} {s1.cue|finds} "
        "{s1.content|it odd}.",
        kind="letter",
    )
    assert [s.said.edtf for s in got.statements if s.said] == ["2031-05-03", "2031-05-14"]


@pytest.mark.parametrize(
    ("marked", "expected"),
    [
        (
            "{person|Anna Veld} wrote a letter on 3 May. In it {s0.source|{person|she}} {s0.cue|asks} {s0.content|for a pause}.",
            ("2031-05-03", "stated"),
        ),
        (
            "{person|Anna Veld} sent a letter on Monday, in which {s0.source|{person|she}} {s0.cue|asks} {s0.content|for a pause}.",
            ("2031-05-12", "stated"),
        ),
        (
            "{person|Anna Veld} delivered a note on 3 May. {s0.source|The note} {s0.cue|asks} {s0.content|for a pause}.",
            ("2031-05-03", "stated"),
        ),
        (
            "{person|Anna Veld} wrote a letter on 3 May. {s0.source|{person|She}} {s0.cue|asks} {s0.content|for a pause}.",
            ("2031-05-14", "published"),
        ),
        (
            "{person|Anna Veld} saw a mill on 3 May. In it {s0.source|{person|she}} {s0.cue|asks} {s0.content|for a pause}.",
            ("2031-05-14", "published"),
        ),
    ],
    ids=["in-it", "in-which", "the-note", "not-in-it", "no-paper"],
)
def test_what_is_asked_in_a_paper_is_of_its_day(entries: Build, marked: str, expected: tuple[str, str]) -> None:
    assert [(s.said.edtf, s.said.basis) for s in entries(marked).statements if s.said] == [expected]
