from collections.abc import Callable
from dataclasses import replace

import pytest

from onrecord.model import Entries, Reading, Report
from onrecord.resolving.contacts.sittings import without_interview

Build = Callable[..., Entries]


@pytest.mark.parametrize(
    ("marked", "expected"),
    [
        ("{s0.direct s0.content|“{c0.evidence|Tomorrow I meet {person|Ivo Strand}},”} {person s0.source|Veld} {s0.cue|said} {s0.when|on Monday}.", "13"),
        ("{person s0.source|Veld} {s0.cue|said} {s0.when|on Monday} {s0.content|she {c0.evidence|would meet {person|Ivo Strand} “tomorrow”}}.", "13"),
        ("{person s0.source|Veld} {s0.cue|said} {s0.when|on Monday} {s0.content|she {c0.evidence|would meet {person|Ivo Strand} tomorrow}}.", "15"),
        ("{s0.direct s0.content|“{c0.evidence|Tomorrow I meet {person|Ivo Strand}},”} {person s0.source|Veld} {s0.cue|said} {s0.when|last week}.", "15"),
    ],
)  # fmt: skip
def test_quoted_words_count_from_the_day_on_which_they_were_said(entries: Build, marked: str, expected: str) -> None:
    (contact,) = entries(marked, status="planned").contacts
    assert contact.when
    assert contact.when.edtf == f"2031-05-{expected}"


def test_who_received_the_outlet_itself_had_no_meeting(marked: Callable[..., tuple[Report, Reading]]) -> None:
    report, reading = marked(
        "{c0.evidence|{person|Anna Veld} received {outlet|the Courier} on Monday}. {c1.evidence|She met {person|Ivo Strand}}."
    )
    kept = without_interview(replace(report, outlet="The Courier"), reading).contacts
    assert [c.evidence[0].text for c in kept] == ["She met Ivo Strand"]
    assert without_interview(report, reading) == reading


def test_answers_count_from_the_day_of_their_interview(entries: Build) -> None:
    answers = "".join(f"\n\nWhat of point {n}?\n\n{{s{n}.direct s{n}.content|Nothing on {n}. {{c{n}.evidence|I met {{person|Ivo Strand}} "
                      f"yesterday}}}}." for n in range(3))  # fmt: skip
    found = entries("We met {person|Anna Veld} on Monday." + answers).contacts
    assert {contact.when.edtf for contact in found if contact.when} == {"2031-05-11"}


def test_questions_count_from_the_day_of_their_interview(entries: Build) -> None:
    (contact,) = entries(
        "We met {person|Anna Veld} on Monday.\n\nYou wait. Why?\n\n{s0.direct s0.content|I do}.\n\n"
        "{c0.evidence|You met {person|Ivo Strand} yesterday}. Why?\n\n{s1.direct s1.content|I had to}.\n\n"
        "And now?\n\n{s2.direct s2.content|I wait}."
    ).contacts
    assert contact.when
    assert contact.when.edtf == "2031-05-11"
