import re
from collections.abc import Callable

import pytest

from onrecord.model import Entries, Span
from onrecord.resolving.contacts.asked import is_asked, is_left_open

Build = Callable[..., Entries]
INTERVIEW = (
    "{{person|Anna Veld}} was asked.\n\nYou wait. Why?\n\n{{s0.direct s0.content|I do}}.\n\n{question}\n\n"
    "{{s1.direct s1.content|{answer}}}.\n\nAnd now?\n\n{{s2.direct s2.content|I wait}}."
)
WHETHER = "Is it true that {c0.evidence|{person|Ivo Strand} met {person|Olga Roe} in May}?"
HEARSAY = "You hear of him. There are reports that {c0.evidence|{person|Ivo Strand} met {person|Olga Roe} in May}."
TAKEN_FOR_GRANTED = "Since {c0.evidence|{person|Ivo Strand} met {person|Olga Roe} in May}, what do you say?"


@pytest.mark.parametrize(
    ("question", "answer", "told"),
    [
        (WHETHER, "No. He invents that", [("denied", "Anna Veld")]),
        (WHETHER, "That is an invention. I was there", [("denied", "Anna Veld")]),
        (WHETHER, "He did. I was there", [("held", "Anna Veld")]),
        (WHETHER, "Ask him. I was away", []),
        (HEARSAY, "There was no such meeting. I was there", [("denied", "Anna Veld")]),
        (HEARSAY, "Ask him. I was away", []),
        (TAKEN_FOR_GRANTED, "Nothing. I was away", [("held", None)]),
    ],
    ids=["no", "invention", "he-did", "left-open", "hearsay-denied", "hearsay-left-open", "taken-for-granted"],
)
def test_what_an_interviewer_asks_about_was_if_the_answer_says_so(
    entries: Build, question: str, answer: str, told: list[tuple[str, str | None]]
) -> None:
    got = entries(INTERVIEW.format(question=question, answer=answer), kind="meeting", status="held")
    names = {actor.id: actor.name for actor in got.actors}
    per = {s.id: names[s.speaker] for s in got.statements if s.speaker}
    assert [(c.status, per[c.per] if c.per else None) for c in got.contacts] == told


def test_only_what_stands_in_a_question_is_asked() -> None:
    text = "We met her.\n\nYou wait. Did you call him?\n\nI did.\n\nYou called him. Why?\n\nI had to.\n\nAnd you will wait?\n\nI will."
    asked, granted, told = (
        Span.of(text, text.index(words), text.index(words) + len(words)) for words in ("call him", "called him", "met her")
    )
    assert is_left_open(text, asked)
    bold = re.sub(r"(?m)^(.*\?)$", r"**\1**", text)
    assert is_left_open(bold, Span.of(bold, bold.index("call him"), bold.index("call him") + len("call him")))
    assert is_asked(text, granted)
    assert not is_left_open(text, granted)
    assert not is_left_open(text, told)


@pytest.mark.parametrize(
    ("question", "answer", "status"),
    [
        ("Will {c0.evidence|{person|Ivo Strand} meet {person|Olga Roe} on Saturday}?", "No. We wait", "cancelled"),
        ("Will {c0.evidence|{person|Ivo Strand} meet {person|Olga Roe}}?", "No. We wait", "refused"),
        ("Will {c0.evidence|{person|Ivo Strand} meet {person|Olga Roe} on Saturday}?", "Ask him. I was away", "planned"),
    ],
    ids=["no-on-a-day", "no", "left-open"],
)
def test_what_is_asked_of_times_to_come_is_planned_unless_the_answer_is_no(entries: Build, question: str, answer: str, status: str) -> None:
    got = entries(INTERVIEW.format(question=question, answer=answer), kind="meeting", status="planned")
    assert [c.status for c in got.contacts] == [status]
