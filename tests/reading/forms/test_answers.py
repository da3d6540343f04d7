import pytest

from onrecord.model import Span
from onrecord.reading.forms.additions import add_answers
from onrecord.reading.forms.answers import find_answers, find_questions
from onrecord.reading.statements.drafts import Draft

LABELLED = "“We wait”: Anna Veld on the talks\n\nQ. Who called?\n\nA. A colleague. I name nobody.\n\nQ. Is it over?\n\nA. No.\n\nQ. When, then?\n\nA. Ask him.\n"
NAMED = "HERALD: Who called?\n\nVELD: A colleague.\n\nHERALD: Is it over?\n\nVELD: No.\n\nHERALD: When?\n\nVELD: In May."
DASHED = "— Who called?\n\n— A colleague.\n\n— They say that it is over.\n\n— It is not.\n\n— Is it lost?\n\n— No.\n\n— When?\n\n— In May."
PLAIN = "Who called?\n\nA colleague.\n\nIs it over?\n\nVeld: No.\n\nWhen?\n\nIn May."
TRANSCRIPT = (
    "Ivo Strand told Dov on Sunday that the list was short.\n\n“DOV: What will you do?\n\n“IVO STRAND: We wait. They know it.\n\n“And they wait.\n\n“DOV: And then\n\n"
    "UPDATE: The office did not answer."
)
BOLD = (
    "“We wait”\n\nAnna Veld received us on Sunday.\n\n**You called him. Why?**\n\nHe is a colleague.\n\n**Ivo Strand says that it is over.**\n\n"
    "Veld: It is not.\n\nHere she laughs.\n\n**And you?**\n\nThe envoy: I wait.\n\nIt rained."
)
ITALIC = "*Is it over?*\n\nI wait.\n\n_Ivo Strand says that you lie._\n\nHe errs.\n\n*Will you meet?*\n\nIn May."
UNMARKED = "We met her.\n\nIs it over?\n\nI wait.\n\nYour colleague says that it is.\n\nHe errs.\n\nWill you meet?\n\nIn May."
GOING_ON = "We met her.\n\nDo you see an end?\n\nI wait.\n\nMy people wait.\n\nIvo Strand says that he can wait longer.\n\nHe errs.\n\nWill you meet?\n\nIn May.\n\nWhile we talk, it rains."
EXPLAINER = "What happened?\n\nA ship sank.\n\nWho is to blame?\n\nNobody knows.\n\nWhat comes next?\n\nRain."
BESIDE = "1. Is it over? I wait.\n\n2. Will you meet? In May.\n\nQ: Where? A: In Bergen."
SPOKEN = (
    "In Bergen\n\nAnna Veld: We agree.\n\nMrs. Strand (Tamesh): I confirm it.\n\nAnna Veld: Forty men come home.\n\n"
    "Moderator: We have time for one question."
)
DEBATE = (
    "The Strait: Second Round\n\nMr Ivo Strand (North) (Union): To ask the minister what was said.\n\n"
    "The Foreign Minister (Ms Anna Veld): Nothing was. I told the envoy so.\n\nMr Strand: I thank her.\n\nMs Veld: We wait.\n\nMembers rose—\n\n"
    "Mr Speaker: Order."
)
RECORDED = (
    "[00:00:12] Mila Renn: Who called?\n\n[00:00:31] Ivo Strand: A colleague.\n\n[00:00:44] Mila Renn: Is it over?\n\n"
    "[00:00:47] Ivo Strand: No.\n\n[00:01:05] Mila Renn: When?\n\n[00:01:08] Ivo Strand: In May."
)
FACTS = "Dead: Fourteen.\n\nMissing: Three.\n\nVenue: Bergen.\n\nDead: None of ours."
HEADINGS = "**Who called?**\n\nNobody knew.\n\n**What is at stake**\n\nLittle.\n\n**What comes next**\n\nRain."
STORY = (
    "Who called?\n\nNobody knew.\n\nThe room was full.\n\nIs it over?\n\nSo it seemed.\n\nIt rained.\n\nThe end?\n\nHardly.\n\nThey left."
)


@pytest.mark.parametrize(
    ("text", "answers"),
    [
        (LABELLED, ["A colleague. I name nobody", "No", "Ask him"]),
        (NAMED, ["A colleague", "No", "In May"]),
        (DASHED, ["A colleague", "It is not", "No", "In May"]),
        (PLAIN, ["A colleague", "No", "In May"]),
        (BOLD, ["He is a colleague", "It is not", "I wait"]),
        (HEADINGS, []),
        (ITALIC, ["I wait", "He errs", "In May"]),
        (UNMARKED, ["I wait", "He errs", "In May"]),
        (EXPLAINER, []),
        (SPOKEN, ["We agree", "I confirm it", "Forty men come home", "We have time for one question"]),
        (
            DEBATE,
            ["To ask the minister what was said", "Nothing was. I told the envoy so", "I thank her", "We wait", "Order"],
        ),
        (RECORDED, ["A colleague", "No", "In May"]),
        ("Question: How would you comment?\n\nAnswer: We take note.\n\nIt rained.", ["We take note"]),
        (
            "[21:03] Strand: she will not move\n[21:04] Veld: then I wait\n[21:09] Strand: I know\n[21:10] Veld: good",
            ["she will not move", "then I wait", "I know", "good"],
        ),
        ("[Presenter] It rains.\n\n[Veld, in the studio] It does not.\n\n[Presenter] So be it.", ["It rains", "It does not", "So be it"]),
        ("On rain: It rains.\n\nOn Monday: Talks.\n\nOn Orvania: I have no news.", []),
        (FACTS, []),
        (TRANSCRIPT, ["What will you do?", "We wait. They know it", "And then"]),
        (STORY, []),
        ("Is it over? Nobody knew. Is it?\n\n“It is,” Anna Veld said.", []),
    ],
    ids=[
        "q-and-a",
        "names",
        "dashes",
        "plain",
        "bold",
        "headings",
        "italic",
        "unmarked",
        "explainer",
        "spoken",
        "debate",
        "recorded",
        "one-question",
        "chat",
        "brackets",
        "days",
        "facts",
        "transcript",
        "a-story-that-asks",
        "no-interview",
    ],
)
def test_answers(text: str, answers: list[str]) -> None:
    assert [answer.content.text for answer in find_answers(text)] == answers


def test_what_kind_of_piece_it_is_speaks_no_line() -> None:
    assert len(find_answers(f"Transcript: a talk with Ms Veld\n\n{NAMED}")) == 3


def test_a_turn_goes_on_in_lines_that_open_with_a_mark() -> None:
    assert [[span.text for span in turn.more] for turn in find_answers(TRANSCRIPT)] == [[], ["“And they wait"], []]


def test_an_answer_goes_on_where_its_speaker_speaks_of_himself_and_what_is_held_against_him_is_a_question() -> None:
    answers = find_answers(GOING_ON)
    assert [answer.content.text for answer in answers] == ["I wait", "He errs", "In May"]
    assert [[span.text for span in answer.more] for answer in answers] == [["My people wait"], [], []]


def test_a_label_that_describes_is_the_source() -> None:
    assert [answer.source and answer.source.text for answer in find_answers(BOLD)] == [None, "Veld", "The envoy"]


def test_a_label_that_names_is_the_source() -> None:
    assert {answer.source.text for answer in find_answers(NAMED) if answer.source} == {"VELD"}
    assert all(answer.source is None for answer in find_answers(LABELLED))
    assert {answer.source.text for answer in find_answers(RECORDED) if answer.source} == {"Ivo Strand"}
    assert "The Foreign Minister (Ms Anna Veld)" in [answer.source.text for answer in find_answers(DEBATE) if answer.source]


def test_what_kind_of_text_it_is_labels_no_answer() -> None:
    said = "\n\n".join(["MS VELD: Good day.", *(f"QUESTION: Is it {day}?\n\nMS VELD: No." for day in ("Monday", "Tuesday", "Friday"))])
    assert [answer.content.text for answer in find_answers(f"Transcript: a briefing on rain\n\n{said}")] == ["Good day", "No", "No", "No"]


def test_spans_are_slices_of_the_text() -> None:
    for answer in find_answers(DASHED):
        assert DASHED[answer.content.start : answer.content.end] == answer.content.text


def test_the_label_of_an_answer_is_no_source_of_the_headline() -> None:
    text = "“It rains”\nQ: Does it?\nA: Yes.\nQ: Much?\nA: No.\nQ: Often?\nA: Never."
    headline, label = Span.of(text, 0, 10), Span.of(text, text.index("A:"), text.index("A:") + 1)
    first, *answers = add_answers(text, [Draft((label,), (), (headline,), 0.5)])
    assert (first.source, first.content) == ((), (headline,))
    assert [draft.content[0].text for draft in answers] == ["Yes", "No", "Never"]


def test_whose_label_it_is_does_not_say_what_the_question_says() -> None:
    at = NAMED.index("VELD: No")
    label, question = Span.of(NAMED, at, at + 4), Span.of(NAMED, 0, NAMED.index("?"))
    (one, *_) = add_answers(NAMED, [Draft((label,), (), (question, Span.of(NAMED, at + 6, at + 8)), 0.9)])
    assert question not in [span for draft in add_answers(NAMED, [Draft((label,), (), (question,), 0.9)]) for span in draft.content]
    assert question not in one.content


def test_who_asks_with_a_first_name_only_asks_too() -> None:
    text = NAMED.replace("HERALD: Who", "DOV HERALD: Who", 1)
    assert [answer.content.text for answer in find_answers(text)] == ["A colleague", "No", "In May"]


def test_who_only_asks_in_a_transcript_answers_nothing() -> None:
    text = "Ivo Strand met Dov.\n\nDOV: Who called?\n\nSTRAND: I did.\n\nDOV: Is it over?\n\nSTRAND: No.\n\nDOV: Thank you.\n\nSTRAND: No."
    assert [answer.source and answer.source.text for answer in find_answers(text)] == ["STRAND"] * 3


@pytest.mark.parametrize(
    ("text", "questions"),
    [
        (NAMED, ["Who called?", "Is it over?", "When?"]),
        (DASHED, ["— Who called?", "— They say that it is over", "— Is it lost?", "— When?"]),
        (PLAIN, ["Who called?", "Is it over?", "When?"]),
        (BOLD, ["**You called him. Why?**", "**Ivo Strand says that it is over.**", "Here she laughs", "**And you?**"]),
        (STORY, []),
        (SPOKEN, []),
    ],
)
def test_what_an_interview_asks_is_what_stands_between_its_answers(text: str, questions: list[str]) -> None:
    assert [span.text for span in find_questions(text)] == questions


def test_who_asks_half_of_the_time_is_the_interviewer() -> None:
    turns = ("HERALD: Whose fault was it?", "VELD: Nobody’s.", "HERALD: Mr Roe says otherwise.", "VELD: He does.")
    asked = ("HERALD: Did you ask him?", "VELD: I did.", "HERALD: There are reports of a meeting.", "VELD: It did not happen.")
    answers = find_answers("Veld speaks\n\n" + "\n\n".join(turns + asked))
    assert [answer.content.text for answer in answers] == ["Nobody’s", "He does", "I did", "It did not happen"]
