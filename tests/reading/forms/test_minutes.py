import pytest

from onrecord.model import Span
from onrecord.reading.forms.minutes import find_kept
from onrecord.reading.language.sentences import split_sentences

TITLE = "Summary record of the 9th meeting\n\n"


def kept(text: str, read: tuple[Span, ...] = ()) -> list[tuple[str, str]]:
    return [(source.text, content.text) for source, content in find_kept(text, split_sentences(text), read)]


@pytest.mark.parametrize(
    ("paragraph", "found"),
    [
        ("1. Mr. Orr (Orvania) said that it rained. The road was shut. No ship came.", [("Mr. Orr", "The road was shut. No ship came")]),
        ("Ms Lind, speaking in reply, thought not. The Front had left.", [("Ms Lind", "The Front had left")]),
        ("The representative of Kestria took the view that it rained. It snowed.", [("The representative of Kestria", "It snowed")]),
        ("Anna Veld asked why. Ivo Strand left. It rained.", []),
        ("Mr Orr moved the draft. The Committee adopted it. It rained.", []),
        ("The Chair said that it rained. It snowed.", []),
        ("Ms Lind opened the meeting. The agenda was adopted.", []),
    ],
)
def test_a_paragraph_of_minutes_is_what_its_speaker_said(paragraph: str, found: list[tuple[str, str]]) -> None:
    assert kept(f"{TITLE}{paragraph}\n\nThe meeting rose.") == found
    assert kept(f"Talks last 40 minutes\n\n{paragraph}") == []


def test_what_was_read_stands_and_parts_the_rest() -> None:
    text = f"{TITLE}Mr Orr said that it rained. The road was shut. He denied it. It snowed."
    read = Span.of(text, text.index("He denied"), text.index(" It snowed"))
    assert kept(text, (read,)) == [("Mr Orr", "The road was shut"), ("Mr Orr", "It snowed")]
