from collections.abc import Callable
from datetime import date

import pytest

from onrecord.model import Entries

Build = Callable[..., Entries]


def said(entries: Entries) -> list[tuple[str, str] | None]:
    return [(s.said.edtf, s.said.basis) if s.said else None for s in entries.statements]


@pytest.mark.parametrize(
    ("marked", "expected"),
    [
        ("{s0.source|Anna Veld} {s0.cue|said} {s0.when|on Monday} {s0.content|little}.", [("2031-05-12", "stated")]),
        ("{s0.source|Anna Veld} {s0.cue|said} {s0.when|in early April} {s0.content|little}.", [("2031-04-01/2031-04-10", "stated")]),
        ("{s0.source|Anna Veld} {s0.cue|said} {s0.content|little}.", [("2031-05-14", "published")]),
        (
            "{s0.source|Anna Veld} {s0.cue|said} {s0.when|on Monday} {s0.content|little}. {s1.source|She} {s1.cue|added} {s1.content|less}.",
            [("2031-05-12", "stated")] * 2,
        ),
        (
            "{s0.source|Anna Veld} {s0.cue|said} {s0.when|on Monday} {s0.content|little}.\n\n{s1.source|Veld} {s1.cue|said} {s1.content|less}.",
            [("2031-05-12", "stated")] * 2,
        ),
        (
            "{s0.source|Anna Veld} {s0.cue|said} {s0.when|in April} {s0.content|little}.\n\n{s1.source|Veld} {s1.cue|said} {s1.content|less}.",
            [("2031-04", "stated"), ("2031-05-14", "published")],
        ),
        (
            "{s0.source|Anna Veld} {s0.cue|had said} {s0.when|on Monday} {s0.content|little}.\n\n{s1.source|Veld} {s1.cue|said} "
            "{s1.content|less}.",
            [("2031-05-12", "stated"), ("2031-05-14", "published")],
        ),
        (
            "{s0.source|Veld}: {s0.content|little}\n\n{s1.source|Anna Veld} {s1.cue|said} {s1.when|on Monday} {s1.content|little}.",
            [("2031-05-12", "stated")] * 2,
        ),
        (
            "{s0.source|Anna Veld} {s0.cue|said} {s0.when|on 6 May} {s0.content|little}. {s1.source|Ivo Strand} {s1.cue|said} "
            "{s1.when|the next day} {s1.content|less}.",
            [("2031-05-06", "stated"), ("2031-05-07", "stated")],
        ),
        ("{s0.source|Anna Veld} {s0.cue|said} {s0.when|next Friday} {s0.content|little}.", [("2031-05-14", "published")]),
        ("{s0.source|Anna Veld} {s0.cue|said} {s0.when|this week} {s0.content|little}.", [("2031-05-12/2031-05-14", "stated")]),
    ],
    ids=[
        "weekday",
        "part-of-month",
        "published",
        "carried-over",
        "over-paragraphs",
        "background-stays-in-its-paragraph",
        "told-back-stays-in-its-paragraph",
        "headline",
        "context",
        "no-future-sayings",
        "ends-at-publication",
    ],
)
def test_sayings(entries: Build, marked: str, expected: list[tuple[str, str]]) -> None:
    assert said(entries(marked)) == expected


def test_a_communique_lies_between_the_contact_and_publication(entries: Build) -> None:
    got = entries(
        "{c0.evidence|{person|Anna Veld} and {person|Ivo Strand} spoke {c0.when|on 12 May}}. {s0.content|“Much was discussed,”} "
        "{organization s0.source|the Orvanian Foreign Ministry} {s0.cue|said in a statement}."
    )
    assert said(got) == [("2031-05-12/2031-05-14", "published")]


def test_without_a_date_of_publication_nothing_is_invented(entries: Build) -> None:
    marked = "{s0.source|Anna Veld} {s0.cue|said} {s0.when|on Monday} {s0.content|little}."
    assert said(entries(marked, published=None)) == [None]


def test_the_words_that_date_a_saying_are_its_evidence(entries: Build) -> None:
    got = entries("{s0.source|Anna Veld} {s0.cue|said} on {s0.when|Monday} {s0.content|little}.", date(2031, 5, 14))
    when = got.statements[0].said
    assert when is not None
    assert [span.text for span in when.spans] == ["on Monday"]


@pytest.mark.parametrize(("cue", "expected"), [("intends", "2031-05-12"), ("had promised", "../2031-05-12")])
def test_a_statement_inside_a_dated_one_is_not_later(entries: Build, cue: str, expected: str) -> None:
    got = entries(
        "{s0.source|Anna Veld} {s0.cue|said} {s0.when|on Monday} {s0.content|that {country s1.inside.0 s1.source|Orvania} {s1.cue|CUE} "
        "{s1.content|to sign}}.".replace("CUE", cue)
    )
    assert said(got) == [("2031-05-12", "stated"), (expected, "stated")]


def test_what_the_parties_of_a_dated_call_told_each_other_is_of_its_day(entries: Build) -> None:
    got = entries(
        "{c0.evidence|{person|Anna Veld} and {person|Ivo Strand} spoke {c0.when|on 12 May}}. {s0.source|Veld} {s0.cue|asked for} "
        "{s0.content|a pause}. {s1.source|Petra Hollin} {s1.cue|welcomed} {s1.content|it}.\n\n{s2.source|Strand} {s2.cue|said} "
        "{s2.content|nothing had changed}.",
        kind="call",
    )
    # The next paragraph may tell of another day.
    assert said(got) == [("2031-05-12", "stated"), ("2031-05-14", "published"), ("2031-05-14", "published")]


def test_answers_are_of_the_day_of_the_interview(entries: Build) -> None:
    answers = "".join(f"\n\nWhat of point {n}?\n\n{{s{n}.direct s{n}.content|Nothing on {n}}}." for n in (0, 1, 2))
    got = entries("The talks began on 3 May. {person|Anna Veld} received us on Monday." + answers)
    assert said(got) == [("2031-05-12", "stated")] * 3
