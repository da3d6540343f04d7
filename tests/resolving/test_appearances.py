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
