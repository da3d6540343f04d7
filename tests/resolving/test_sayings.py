from collections.abc import Callable
from dataclasses import replace
from datetime import date

import pytest

from onrecord.model import Entries, Reading, Report
from onrecord.resolving.resolve import resolve

Build = Callable[..., Entries]
Marked = Callable[..., tuple[Report, Reading]]


def said(entries: Entries) -> list[tuple[str, str] | None]:
    return [(s.said.edtf, s.said.basis) if s.said else None for s in entries.statements]


@pytest.mark.parametrize(
    ("marked", "expected"),
    [
        ("{s0.source|Anna Veld} {s0.cue|said} {s0.when|on Monday} {s0.content|little}.", [("2031-05-12", "stated")]),
        ("{s0.source|Anna Veld} {s0.cue|said} {s0.when|in early April} {s0.content|little}.", [("2031-04-01/2031-04-10", "stated")]),
        ("{s0.source|Anna Veld} {s0.cue|said} {s0.content|little}.", [("2031-05-14", "published")]),
        (
            "Summary record of the board\n\nHeld in Bergen on 12 May, at 10 a.m.\n\n{s0.source|Anna Veld} {s0.cue|said} {s0.content|little}.",
            [("2031-05-12", "stated")],
        ),
        (
            "A board meets\n\nHeld in Bergen on 12 May, at 10 a.m.\n\n{s0.source|Anna Veld} {s0.cue|said} {s0.content|little}.",
            [("2031-05-14", "published")],
        ),
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
        (
            "{s0.source|Anna Veld} {s0.cue|spoke} {s0.when|in April} {s0.content|of little}. {s1.source|She} {s1.cue|noted} "
            "{s1.content|less}.",
            [("2031-04", "stated")] * 2,
        ),
        (
            "{s0.source|Anna Veld} {s0.cue|spoke} {s0.when|in April} {s0.content|of little}. {s1.source|Veld} {s1.cue|denies} "
            "{s1.content|this}.",
            [("2031-04", "stated"), ("2031-05-14", "published")],
        ),
        (
            "{s0.source|Anna Veld} {s0.cue|said} {s0.when|on Monday} {s0.content|little}. {s1.source|She} {s1.cue|has since conceded} "
            "{s1.content|this}.",
            [("2031-05-12", "stated"), ("2031-05-14", "published")],
        ),
        (
            "The gates closed on Monday. {s0.when|Within hours} {s0.source|Anna Veld} {s0.cue|protested} {s0.content|little}.",
            [("2031-05-12", "stated")],
        ),
        (
            "The gates closed on Monday. An hour later {s0.source|Anna Veld} {s0.cue|protested} {s0.content|little}.",
            [("2031-05-12", "stated")],
        ),
        ("On Monday {s0.source|Anna Veld} {s0.cue|said} {s0.content|little}.", [("2031-05-12", "stated")]),
        ("{s0.source|Anna Veld}, who resigned on Monday, {s0.cue|said} {s0.content|little}.", [("2031-05-14", "published")]),
        (
            "{s0.source|Sides} {s0.cue|agree} {s0.content|on little}\n\n{s1.source|Anna Veld} {s1.cue|said} {s1.when|on Monday} "
            "{s1.content|less}.",
            [("2031-05-12", "stated")] * 2,
        ),
        (
            "The talks ended on Monday. {s0.source|Anna Veld} {s0.cue|spoke of} {s0.content|little} on the hotel steps. "
            "{s1.source|Ivo Strand} {s1.cue|spoke of} {s1.content|less}.",
            [("2031-05-12", "stated"), ("2031-05-14", "published")],
        ),
        (
            "{outlet s0.via|The Herald} {s0.cue|reported} {s0.when|on Monday}, citing {unnamed s0.source|an aide}, {s0.content|that it rained}.",
            [("2031-05-12", "stated")],
        ),
        (
            "The gate was shut in April. {s0.source|Anna Veld} {s0.cue|said} then {s0.content|little}.",
            [("2031-04", "stated")],
        ),
        ("Why? {s0.source|Anna Veld} {s0.cue|said} at the time {s0.content|little}.", [("../2031-05-14", "published")]),
        ("{s0.content|“Little,”} {s0.source|Anna Veld} {s0.cue|told} us yesterday.", [("2031-05-13", "stated")]),
        ("{s0.source|Anna Veld} {s0.cue|said} {s0.content|so} in the chamber last week, and left.", [("2031-05-05/2031-05-11", "stated")]),
        (
            "The truce collapsed on Monday after {s0.source|Anna Veld} {s0.cue|accused} {s0.content|the other}.",
            [("../2031-05-12", "stated")],
        ),
        ("She was all smiles yesterday as {s0.source|Anna Veld} {s0.cue|promised} {s0.content|little}.", [("2031-05-13", "stated")]),
        ("{s0.source|Anna Veld} yesterday {s0.content|begged him to stay}.", [("2031-05-13", "stated")]),
        (
            "{s0.source|Anna Veld} {s0.cue|argued} {s0.when|on 2 May} {s0.content|for little}. {s1.source|She} {s1.cue|recalled} "
            "{s1.content|less}. {s2.content s2.direct|“Nothing,”} {s2.source|Veld} {s2.cue|said}. {s3.source|Ivo Strand} {s3.cue|said} "
            "{s3.content|no}. {s4.source|Veld} {s4.cue|shrugged off} {s4.content|this}.",
            [("2031-05-02", "stated")] * 3 + [("2031-05-14", "published")] * 2,
        ),
        ("{s0.source|Anna Veld} {s0.cue|said} {s0.when|next Friday} {s0.content|little}.", [("2031-05-14", "published")]),
        ("{s0.source|Anna Veld} {s0.cue|said} {s0.when|this week} {s0.content|little}.", [("2031-05-12/2031-05-14", "stated")]),
    ],
    ids=[
        "weekday",
        "part-of-month",
        "published",
        "minutes",
        "not-minutes",
        "carried-over",
        "over-paragraphs",
        "background-stays-in-its-paragraph",
        "told-back-stays-in-its-paragraph",
        "headline",
        "context",
        "range-of-the-sentence-before",
        "range-is-not-of-a-denial-now",
        "has-since",
        "hours-count-from-the-day-spoken-of",
        "unread-time-beside-the-source",
        "unread-day-beside-the-source",
        "day-of-something-else",
        "headline-of-another",
        "on-the-steps",
        "reported-by-who-cites",
        "then",
        "at-some-time",
        "behind-whom-was-told",
        "behind-so",
        "what-followed-on-a-day",
        "while-on-a-day",
        "day-without-a-cue",
        "goes-on-sentence-by-sentence",
        "no-future-sayings",
        "ends-at-publication",
    ],
)
def test_sayings(entries: Build, marked: str, expected: list[tuple[str, str]]) -> None:
    assert said(entries(marked)) == expected


def test_a_letter_is_of_its_date(entries: Build) -> None:
    got = entries("In a letter dated 1 May, {s0.source|Anna Veld} {s0.cue|informed} Orvania {s0.content|that the bridge would be shut}.")
    assert said(got) == [("2031-05-01", "stated")]


LIVE = (
    "Talks, live\n\n09:00 A draft of 3 May is on the table.\n\n10:00 {s0.source|Anna Veld} {s0.cue|contradicts} {s0.content|it}.\n\n"
    "11:00 {s1.source|Ivo Strand} {s1.cue|agreed} {s1.when|within minutes} {s1.content|to leave}."
)


def test_an_entry_of_a_live_report_is_of_its_day(entries: Build) -> None:
    assert said(entries(LIVE)) == [("2031-05-14", "published"), ("2031-05-14", "stated")]


def test_a_day_still_to_come_is_not_spoken_of(entries: Build) -> None:
    got = entries(
        "The envoys met on 12 May. They will meet again on Friday. {s0.source|Anna Veld} {s0.cue|agreed} {s0.when|within the hour} "
        "{s0.content|to come}."
    )
    assert said(got) == [("2031-05-12", "stated")]


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        ("Voices, collected by our reporters on Monday:", ("2031-05-12", "stated")),
        ("Voices, collected by our reporters:", ("2031-05-14", "published")),
        ("They spoke on Monday.", ("2031-05-14", "published")),
        ("What they will say on 20 June 2031:", ("2031-05-14", "published")),
    ],
)
def test_lines_of_speech_are_of_the_day_of_the_line_above_them(entries: Build, line: str, expected: tuple[str, str]) -> None:
    got = entries(f"The week\n\n{line}\n\n{{s0.source|Anna Veld}}: {{s0.content|no}}\n\n{{s1.source|Ivo Strand}}: {{s1.content|yes}}")
    assert said(got) == [expected] * 2


@pytest.mark.parametrize(
    ("eve", "expected"),
    [
        ("on the eve of the talks", ("2031-05-09", "stated")),
        ("on the eve of their closing session", ("2031-05-10", "stated")),
        ("on the eve of the call", ("2031-05-14", "published")),
        ("on the eve of the attack", ("2031-05-14", "published")),
    ],
)
def test_what_is_said_on_the_eve_of_talks(entries: Build, eve: str, expected: tuple[str, str]) -> None:
    got = entries(
        "{c0.evidence|{country|Orvania} and {country|Tamesh} held talks {c0.when|from 10 to 11 May}}.\n\nOnly "
        f"{eve} {{s0.source|Anna Veld}} {{s0.cue|had promised}} {{s0.content|to stay}}.",
        kind="talks",
    )
    assert said(got) == [expected]


@pytest.mark.parametrize(
    "verb",
    [
        "has repeatedly {s0.cue|asked}",
        "{s0.cue|has always asked}",
        "has {s0.cue|asked} more than once",
        "{s0.cue|had asked} for years",
    ],
)
def test_what_was_said_again_and_again_has_no_first_day(entries: Build, verb: str) -> None:
    said = entries("{person s0.source|Anna Veld} " + verb + " {s0.content|for a pause}.").statements[0].said
    assert said
    assert (said.edtf, said.basis) == ("../2031-05-14", "published")


@pytest.mark.parametrize("verb", ["who has long led the party, {s0.cue|asked}", "{s0.cue|asked} repeatedly", "has {s0.cue|asked}"])
def test_what_is_told_of_once_was_said_by_publication(entries: Build, verb: str) -> None:
    said = entries("{person s0.source|Anna Veld}, " + verb + " {s0.content|for a pause}.").statements[0].said
    assert said
    assert said.edtf == "2031-05-14"


@pytest.mark.parametrize(
    ("occasion", "expected"),
    [
        ("during a recent meeting with editors", ("../2031-05-14", "published")),
        ("in several earlier radio interviews", ("../2031-05-14", "published")),
        ("during a recent meeting {s0.when|on Monday}", ("2031-05-12", "stated")),
        ("during a meeting with editors", ("2031-05-14", "published")),
    ],
)
def test_what_was_said_on_an_occasion_gone_by_without_a_date_has_no_first_day(
    entries: Build, occasion: str, expected: tuple[str, str]
) -> None:
    got = entries(f"{{person s0.source|Anna Veld}}, {occasion}, {{s0.cue|asked}} {{s0.content|for a pause}}.")
    assert said(got) == [expected]


def test_what_was_said_on_an_occasion_gone_by_is_not_of_the_day_named_before(entries: Build) -> None:
    got = entries(
        "{person s0.source|Anna Veld} {s0.cue|said} {s0.when|on Monday} {s0.content|that she would wait}.\n\n"
        "In an earlier interview {s1.source|Veld} {s1.cue|asked} {s1.content|for a pause}."
    )
    assert said(got) == [("2031-05-12", "stated"), ("../2031-05-14", "published")]


def test_an_occasion_that_is_told_of_dates_nothing(entries: Build) -> None:
    got = entries("{person s0.source|Anna Veld} {s0.cue|said} {s0.content|that she learned of it during a recent meeting}.")
    assert said(got) == [("2031-05-14", "published")]


def test_on_the_eve_alone_is_the_day_before_the_one_spoken_of(entries: Build) -> None:
    got = entries("The elders voted on Saturday. {s0.source|Anna Veld}, who on the eve {s0.cue|had said} {s0.content|no}, stayed away.")
    assert said(got) == [("2031-05-09", "stated")]


@pytest.mark.parametrize(
    ("after", "expected"),
    [
        ("{organization s0.source|They} {s0.cue|agreed} {s0.content|to set up a hotline}.", ("2031-05-08", "stated")),
        ("{organization s0.source|The two sides} {s0.cue|reaffirmed} {s0.content|their hopes}.", ("2031-05-08", "stated")),
        ("{person s0.source|Ilan Roe} {s0.cue|said} after the talks {s0.content|that it rains}.", ("2031-05-08", "stated")),
        ("During the talks {person s0.source|Anna Veld} {s0.cue|said} {s0.content|that it rains}.", ("2031-05-08", "stated")),
        ("It rained.\n\n{organization s0.source|The sides} {s0.cue|agreed} {s0.content|to set up a hotline}.", ("2031-05-14", "published")),
        ("When the talks ended, {person s0.source|Ilan Roe} {s0.cue|said} {s0.content|that it rains}.", ("2031-05-08", "stated")),
        # Another occasion, or none.
        ("After the talks with Tamesh {person s0.source|Ilan Roe} {s0.cue|said} {s0.content|that it rains}.", ("2031-05-14", "published")),
        ("{organization s0.source|They} {s0.cue|intend} {s0.content|to set up a hotline}.", ("2031-05-14", "published")),
    ],
)
def test_what_those_who_met_agreed_or_somebody_said_after_it_is_of_that_day(entries: Build, after: str, expected: tuple[str, str]) -> None:
    met = "{c0.evidence|{c0.when|On 8 May}, {person|Anna Veld} held talks with {person|Ivo Strand}}. "
    assert said(entries(met + after, kind="talks")) == [expected]


def test_what_the_sides_agreed_further_down_is_of_the_one_meeting_of_the_lead(entries: Build) -> None:
    met = "{c0.evidence|{c0.when|On 12 May}, {person|Anna Veld} met {person|Ivo Strand}}.\n\nIt rained.\n\n"
    got = entries(met + "{organization s0.source|The sides} {s0.cue|agreed} {s0.content|to set up a hotline}.")
    assert said(got) == [("2031-05-12", "stated")]


def test_a_first_encounter_is_the_one_that_is_told_of(entries: Build) -> None:
    got = entries(
        "{c0.evidence|{person|Anna Veld} met {person|Ivo Strand} {c0.when|on Monday}}, {c0.evidence|the first encounter in years}. "
        "{person s0.source|Ilan Roe} {s0.cue|said} after the meeting {s0.content|that it rains}."
    )
    assert said(got) == [("2031-05-12", "stated")]


@pytest.mark.parametrize(
    ("goes_on", "expected"),
    [
        ("{person s1.source|Veld} also {s1.cue|asked} {s1.content|for more}.", "2031-05-12"),
        ("It rained.\n\nFor his part, {person s1.source|Ivo Strand} {s1.cue|noted} {s1.content|little}.", "2031-05-12"),
        ("It rained.\n\nFor his part, {person s1.source|Ilan Roe} {s1.cue|noted} {s1.content|little}.", "2031-05-14"),
        ("It rained.\n\n{person s1.source|Ivo Strand} {s1.cue|has noted} {s1.content|little}.", "2031-05-14"),
    ],
)
def test_what_is_added_or_answered_was_said_there(entries: Build, goes_on: str, expected: str) -> None:
    met = "Talks\n\nIt rained.\n\nIt rained.\n\n{c0.evidence|{person|Anna Veld} met {person|Ivo Strand} {c0.when|on Monday}}. "
    during = "During the meeting {person s0.source|Veld} {s0.cue|said} {s0.content|that it rains}. "
    assert said(entries(met + during + goes_on))[1] == (expected, "stated" if expected == "2031-05-12" else "published")


def test_what_others_tell_of_those_who_met_long_ago_was_said_there(entries: Build) -> None:
    met = "Talks\n\n{c0.evidence|{person|Anna Veld} met {person|Ivo Strand} {c0.when|on 20 April}}.\n\n"
    told = "{person s0.source|Strand}, according to {unnamed s0.via|an official}, {s0.cue|proposed} {s0.content|a swap}."
    assert said(entries(met + told)) == [("2031-04-20", "stated")]
    own = "{person s0.source|Strand} {s0.cue|proposed} {s0.content|a swap}."
    assert said(entries(met + own)) == [("2031-05-14", "published")]


def test_what_was_said_in_a_call_that_opens_the_sentence_is_of_its_month(entries: Build) -> None:
    got = entries(
        "{c0.evidence|When {person|Anna Veld} and {person|Ivo Strand} had the call {c0.when|in January}}, {person s0.source|Veld} "
        "{s0.cue|told} {person s0.to|Strand} {s0.content|that it rains}.",
        kind="call",
    )
    assert said(got) == [("2031-01", "stated")]


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
        "{s0.source|Anna Veld} {s0.cue|said} {s0.when|on Monday} {s0.content|that {person s1.inside.0 s1.source|Ivo Strand} {s1.cue|CUE} "
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
    # The next paragraph goes on with what the lead tells of, for those who took part.
    assert said(got) == [("2031-05-12", "stated"), ("2031-05-14", "published"), ("2031-05-12", "stated")]


def test_a_lead_of_two_meetings_dates_nothing_below(entries: Build) -> None:
    got = entries(
        "{c0.evidence|{person|Anna Veld} and {person|Ivo Strand} met {c0.when|on 12 May}}, and {c1.evidence|the two met again "
        "{c1.when|on 13 May}}.\n\n{s0.source|Strand} {s0.cue|said} {s0.content|nothing had changed}.",
        kind="meeting",
    )
    assert len(got.contacts) == 2
    assert said(got) == [("2031-05-14", "published")]


@pytest.mark.parametrize(
    ("marked", "expected"),
    [
        ("{s0.source|Anna Veld}, yesterday {s0.cue|said} {s0.content|no}.", "2031-05-13"),
        ("{s0.source|Anna Veld}, at a rally in Brenn yesterday, {s0.cue|ruled out} {s0.content|force}.", "2031-05-13"),
        ("{s0.source|Anna Veld} filed a complaint on Monday and {s0.cue|fears} {s0.content|delay}.", "2031-05-14"),
        ("{s0.source|Anna Veld} {s0.cue|has twice rejected} {s0.content|the idea}, most recently in February.", "2031-02"),
    ],
)
def test_a_date_right_before_the_verb_or_of_the_occasion(entries: Build, marked: str, expected: str) -> None:
    assert [day for day, _ in filter(None, said(entries(marked)))] == [expected]


@pytest.mark.parametrize(
    "met",
    [
        "{person|Anna Veld} received us on Monday.",
        "{person|Anna Veld} answered our questions by telephone on Monday.",
        "The talk with her took place on Monday.",
    ],
)
def test_answers_are_of_the_day_of_the_interview(entries: Build, met: str) -> None:
    answers = "".join(f"\n\nWhat of point {n}?\n\n{{s{n}.direct s{n}.content|Nothing on {n}}}." for n in (0, 1, 2))
    got = entries("The talks began on 3 May. " + met + answers)
    assert said(got) == [("2031-05-12", "stated")] * 3


def test_what_a_question_tells_was_said_by_the_day_of_the_interview(entries: Build) -> None:
    answers = "".join(f"\n\nWhat of point {n}?\n\n{{s{n}.direct s{n}.content|Nothing on {n}}}." for n in (0, 1))
    got = entries(
        "{person|Anna Veld} received us on Monday."
        + answers
        + "\n\n{s3.source|{person|Ivo Strand}} {s3.cue|says} {s3.content|that it rains}.\n\n{s2.direct s2.content|Nothing on 2}."
        + "\n\n{s4.source|{person|Ivo Strand}} {s4.cue|objects} {s4.content|that it pours}."
    )
    stated, by_then, published = ("2031-05-12", "stated"), ("2031-05-12", "published"), ("2031-05-14", "published")
    assert said(got) == [stated, stated, by_then, stated, published]


def test_what_a_question_tells_in_the_present_is_not_of_the_day_told_before(entries: Build) -> None:
    answers = "".join(f"\n\nWhat of point {n}?\n\n{{s{n}.direct s{n}.content|Nothing on {n}}}." for n in (0, 1))
    got = entries(
        "{person|Anna Veld} received us on Monday."
        + answers
        + "\n\nOn Sunday {s2.source|{person|Ivo Strand}} {s2.cue|said} {s2.content|that it rains}. {s3.source|{person|Ivo Strand}} "
        + "{s3.cue|says} {s3.content|that it pours}.\n\n{s4.direct s4.content|Nothing on 2}."
    )
    assert said(got)[2:4] == [("2031-05-11", "stated"), ("2031-05-12", "published")]


def test_what_is_planned_was_not_said_at_a_meeting_gone_by(entries: Build) -> None:
    got = entries(
        "{c0.evidence|{person|Anna Veld} met {person|Ivo Strand} on Friday}. {s0.source|{person|Anna Veld}} {s0.cue|intends} "
        "{s0.content|to convene the parties}.",
        kind="meeting",
    )
    assert said(got) == [("2031-05-14", "published")]


READOUT = (
    "Anna Veld received Ivo Strand on Monday. {person s0.source|The Minister} {s0.cue|stressed} {s0.content|little}. "
    "{organization s1.source|The Ministry} {s1.cue|stands by} {s1.content|less}."
)


@pytest.mark.parametrize(
    ("outlet", "first"), [("Ministry of Foreign Affairs of Orvania", ("2031-05-12", "stated")), ("Herald", ("2031-05-14", "published"))]
)
def test_a_readout_tells_of_the_day_of_the_talks(marked: Marked, outlet: str, first: tuple[str, str]) -> None:
    report, reading = marked(READOUT)
    got = resolve(replace(report, outlet=outlet), reading)
    assert said(got) == [first, ("2031-05-14", "published")]
    assert [[span.text for span in s.said.spans] for s in got.statements if s.said and s.said.basis == "stated"] == (
        [["on Monday"]] if first[1] == "stated" else []
    )


@pytest.mark.parametrize(
    ("outlet", "expected"), [("Ministry of Foreign Affairs of Orvania", ("2031-05-10", "stated")), ("Herald", ("2031-05-14", "published"))]
)
def test_a_readout_tells_of_the_talks_of_its_paragraph(marked: Marked, outlet: str, expected: tuple[str, str]) -> None:
    report, reading = marked(
        "The Ministry sent a note on Monday.\n\n{c0.evidence|{person|Anna Veld} met {person|Ivo Strand} {c0.when|on 10 May}}. "
        "{person s0.source|Jo Karr} {s0.cue|replied} {s0.content|little}."
    )
    assert said(resolve(replace(report, outlet=outlet), reading)) == [expected]


def test_those_who_met_speak_on_the_day_of_their_talks_in_the_present_too(marked: Marked) -> None:
    report, reading = marked(
        "{c0.evidence|{person|Anna Veld} and {person|Ivo Strand} met {c0.when|on 12 May}}. {person s0.source|Anna Veld} {s0.cue|pledges} "
        "{s0.content|a report}. {s1.cue|It was agreed} {s1.content|to meet again}. {organization s2.source|The Ministry} "
        "{s2.cue|denies} {s2.content|the rumour}."
    )
    got = said(resolve(replace(report, outlet="Ministry of Foreign Affairs of Orvania"), reading))
    assert got == [("2031-05-12", "stated")] * 2 + [("2031-05-14", "published")]


def test_an_interview_in_the_studio_is_of_the_day_of_the_visit(entries: Build) -> None:
    answers = "".join(f"\n\nWhat of point {n}?\n\n{{s{n}.direct s{n}.content|Nothing on {n}}}." for n in range(3))
    assert said(entries("{person|Anna Veld} came to the studio on Monday." + answers)) == [("2031-05-12", "stated")] * 3
    assert said(entries("{person|Anna Veld} granted us an hour on Monday." + answers)) == [("2031-05-12", "stated")] * 3


def test_answers_have_labels_that_markdown_makes_bold(entries: Build) -> None:
    answers = "".join(f"\n\n**Post:** And {n}?\n\n**{{s{n}.direct s{n}.source|Veld}}:** {{s{n}.content|Nothing on {n}}}." for n in range(3))
    assert said(entries("We spoke to {person|Anna Veld} on Monday." + answers)) == [("2031-05-12", "stated")] * 3


def test_what_is_told_in_an_answer_is_of_the_day_named_in_it(entries: Build) -> None:
    answers = "".join(f"\n\nWhat of point {n}?\n\n{{s{n}.direct s{n}.content|Nothing on {n}}}." for n in (0, 1))
    got = entries(
        "{person|Anna Veld} received us on Monday."
        + answers
        + "\n\nAnd now?\n\n{s2.direct s2.content|{person|Ivo Strand} rang me on 8 May. "
        "{s3.inside.2 s3.source|He} {s3.cue|asked for} {s3.content|a pause}}."
    )
    assert said(got) == [("2031-05-12", "stated")] * 3 + [("2031-05-08", "stated")]


def test_a_readout_of_talks_of_several_days_has_all_of_them(marked: Marked) -> None:
    report, reading = marked(
        "{c0.evidence|{country|Orvania} and {country|Tamesh} met {c0.when|from 11 to 12 May 2031}}. {organization s0.source|Both sides} "
        "{s0.cue|confirmed} {s0.content|little}."
    )
    assert said(resolve(replace(report, outlet="Ministry of Foreign Affairs of Orvania"), reading)) == [("2031-05-11/2031-05-12", "stated")]


def test_an_answer_is_of_the_day_of_the_interview_whatever_else_its_speaker_said(entries: Build) -> None:
    got = entries(
        "{person|Hanna Veld} received us on Sunday.\n\nWhy?\n\n{s0.source|Veld}: {s0.content s0.direct|It rains.}\n\nWhy?\n\n"
        "{s1.source|Veld}: {s1.content s1.direct|It rains on.}\n\n{s2.source|Veld} {s2.cue|said} {s2.when|on Tuesday} "
        "{s2.content|that it rained}.\n\nWhy?\n\n{s3.source|Veld}: {s3.content s3.direct|It will rain.}"
    )
    assert [s.said.edtf if s.said else None for s in got.statements] == ["2031-05-11", "2031-05-11", "2031-05-13", "2031-05-11"]


def test_an_interview_counts_days_from_when_it_was(marked: Marked) -> None:
    words = (
        "We met {person|Anna Veld} on Monday.\n\nQ: Did you agree?\n\nA: {s0.direct|{s0.content|No. {s1.source s1.inside.0|Ivo Strand} "
        "{s1.cue|said} {s1.when|on Wednesday} {s1.content|that it rains}}}.\n\nQ: Is it over?\n\nA: {s2.direct s2.content|No}.\n\n"
        "Q: When?\n\nA: {s3.direct s3.content|In May}."
    )
    assert said(resolve(*marked(words)))[1] == ("2031-05-07", "stated")


def test_talks_of_several_days_date_a_readout(marked: Marked) -> None:
    words = (
        "{c0.evidence|{group|The delegations of Orvania and Melkar} held talks on 11 and 12 May}. {group s0.source|The two sides} "
        "{s0.cue|agreed} {s0.content|on little}. Clara Dunn opened the session on 11 May."
    )
    report, reading = marked(words, kind="talks")
    found = resolve(replace(report, outlet="Ministry of Foreign Affairs of Orvania"), reading)
    assert said(found) == [("2031-05-11/2031-05-12", "stated")]


def test_this_he_said_on_a_day_dates_what_he_said(entries: Build) -> None:
    words = "{s0.source|Anna Veld} {s0.cue|declared} {s0.content|that it rains}. About this she told the channel on Tuesday."
    assert said(entries(words)) == [("2031-05-13", "stated")]


def test_what_a_meeting_says_is_of_its_day(entries: Build) -> None:
    got = entries("{organization s0.source|The Council}, meeting on Monday, {s0.cue|repeated} {s0.content|that it rains}.")
    assert said(got) == [("2031-05-12", "stated")]


def test_an_interview_is_of_the_day_on_which_the_guest_was_speaking(entries: Build) -> None:
    answers = "".join(f"\n\nWhat of point {n}?\n\n{{s{n}.direct s{n}.content|Nothing on {n}}}." for n in range(3))
    assert said(entries("{person|Anna Veld} was speaking to the Herald on Monday." + answers)) == [("2031-05-12", "stated")] * 3


def test_the_words_that_an_interview_shows_are_of_its_day(entries: Build) -> None:
    answers = "".join(f"\n\nWhat of point {n}?\n\n{{s{n}.direct s{n}.content|Nothing on {n}}}." for n in range(1, 4))
    shown = "{s0.direct s0.content|“Nothing on anything”}\n\n{person|Anna Veld} was speaking to the Herald on Monday."
    pulled = "\n\n{s4.direct s4.content|“Nothing on 3”}\n"
    assert said(entries(shown + answers + pulled)) == [("2031-05-12", "stated")] * 5
