import pytest

from onrecord.across.claims import Claim


def claim(words: str, cue: str = "", act: str = "report") -> Claim:
    return Claim("stm_1", "rep_1", "statement", 0, 0, len(words), 1, words, cue, act)


@pytest.mark.parametrize(
    ("words", "cue", "act", "denies"),
    [
        ("that any guards fired", "denied", "deny", True),
        ("that any guards fired", "denied", "report", True),
        ("that account", "rejected", "refuse", True),
        ("the demand for observers on both banks", "rejected", "refuse", False),
        ("the call", "neither confirms nor denies", "refuse", False),
        ("it a fable", "called", "assess", True),
        ("that guards fired", "said", "report", False),
        ("it had received no response to the letter", "said", "deny", False),
        ("that nobody had replied, and that he had not answered", "said", "deny", False),
        ("that no reply was sent", "denied", "deny", True),
    ],
)
def test_what_denies(words: str, cue: str, act: str, denies: bool) -> None:
    assert claim(words, cue, act).denies is denies


@pytest.mark.parametrize(
    ("words", "cue", "act", "negates"),
    [
        ("that any guards fired", "denied", "deny", True),
        ("that no guards had fired", "denied", "deny", False),
        ("the charge that guards fired", "rejected", "deny", True),
        ("no guard fired", "said", "deny", True),
        ("the guards fired", "said", "report", False),
    ],
)
def test_what_says_that_something_is_not_so(words: str, cue: str, act: str, negates: bool) -> None:
    assert claim(words, cue, act).negates is negates
