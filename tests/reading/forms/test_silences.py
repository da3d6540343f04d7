import pytest

from onrecord.reading.forms.silences import find_silences
from onrecord.reading.language.sentences import split_sentences


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "It rained. The ministry has not responded to our questions on Tuesday.",
            ("The ministry", "has not responded to", "our questions"),
        ),
        (
            "Ms. Veld, who leads the team, however, did not immediately reply to a request for comment, and left.",
            ("Ms. Veld, who leads the team", "did not immediately reply to", "a request for comment"),
        ),
        ("Strand did not reply when asked whether it rained.", ("Strand", "did not reply when asked", "whether it rained")),
        ("The council gave no answer to the proposal.", ("The council", "gave no answer to", "the proposal")),
        ("On Monday she did not return three calls.", None),
        ("On Monday she did not return several calls.", ("she", "did not return", "several calls")),
        ("Tamesh wrote twice, but the council has not yet answered the letter.", ("the council", "has not yet answered", "the letter")),
        ("Neither Veld nor her office would comment on the list.", ("Neither Veld nor her office", "would comment on", "the list")),
        ("The council has not commented on the deal, but waits.", ("The council", "has not commented on", "the deal")),
        ("About the next step the Foreign Ministry keeps silent.", ("the Foreign Ministry", "keeps silent", "About the next step")),
        ("On that matter Ivo Strand has remained silent.", ("Ivo Strand", "has remained silent", "On that matter")),
        ("On the ridge the guns were silent.", None),
        ("The troops did not return to the valley.", None),
        ("Strand said that the engine did not respond to him.", None),
        ("The aide who did not answer the letter resigned.", None),
    ],
)
def test_find_silences(text: str, expected: tuple[str, str, str] | None) -> None:
    found = find_silences(text, split_sentences(text))
    spans = [(one.source, one.cue, *one.content) for one in found]
    assert [tuple(span and span.text for span in one) for one in spans] == ([expected] if expected else [])
    assert all(text[span.start : span.end] == span.text for one in spans for span in one if span)
