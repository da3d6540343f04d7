import pytest

from onrecord.model import Span
from onrecord.reading.forms.additions import add_letter
from onrecord.reading.forms.letters import find_letter
from onrecord.reading.language.sentences import split_sentences
from onrecord.reading.statements.drafts import Draft

BODY = "We have read the draft. The river is high. We do not accept it.\n\nIf it rains, we shall leave.\n\n"
HEAD = "From: Anna Veld <veld@office.example>\nTo: All\nSubject: Re: the draft\n\n"


@pytest.mark.parametrize(
    ("text", "writer"),
    [
        (f"A letter\n\nDear colleagues,\n\n{BODY}Kind regards,\nAnna Veld", "Anna Veld"),
        (f"Letter of President Anna Veld to the council\n\n“Madam President,\n\n{BODY}Please accept the assurance of my respect.”", "President Anna Veld"),
        (f"{HEAD}Ivo,\n\n{BODY}Anna", "Anna Veld"),
        (f"{HEAD}All,\n\n{BODY}Yours sincerely,\nIvo Strand, Mayor of Bergen", "Ivo Strand"),
        (f"Dear colleagues,\n\n{BODY}Anna Veld", None),
        (f"A letter\n\n{BODY}Kind regards,\nAnna Veld", None),
    ],
)  # fmt: skip
def test_who_writes_a_letter(text: str, writer: str | None) -> None:
    letter = find_letter(text)
    assert (letter and letter.writer.text) == writer
    drafts = add_letter(text, split_sentences(text), [])
    said = ["We have read the draft", "We do not accept it", "If it rains, we shall leave"] if writer else []
    assert [draft.content[0].text for draft in drafts] == said
    assert all(draft.source[0].text == writer for draft in drafts)


def test_what_was_read_of_a_letter_stands() -> None:
    text = f"{HEAD}{BODY}"
    read = Draft((), (), (Span.of(text, text.index("We"), text.index("If")),), 0.9)
    assert [draft.content[0].text for draft in add_letter(text, split_sentences(text), [read])[1:]] == ["If it rains, we shall leave"]


def test_no_day_gives_a_speech() -> None:
    assert find_letter("Statement of 3 May on the road\n\nWe met him. We left. We wait.") is None


def test_who_gives_a_speech() -> None:
    text = "Remarks to the press by the Special Envoy, Ms Anna Veld\n\nI met him. It rained. I asked for evidence, and I have some.\n\nWe go on."
    letter = find_letter(text)
    assert letter
    assert letter.writer.text == "the Special Envoy, Ms Anna Veld"
    said = [draft.content[0].text for draft in add_letter(text, split_sentences(text), [])]
    assert said == ["I met him", "I asked for evidence, and I have some", "We go on"]


@pytest.mark.parametrize("body", ["“I met him. I left. I slept.” She went on.", "I met her. It rained."])
def test_a_report_on_a_speech_is_none(body: str) -> None:
    assert find_letter(f"Speech by President Anna Veld on the talks\n\n{body}\n\nIt snowed.") is None
