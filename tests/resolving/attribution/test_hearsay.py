import pytest

from onrecord.resolving.attribution.hearsay import HEARSAY, name_of_hearsay


@pytest.mark.parametrize(
    "cue",
    [
        "Reportedly",
        "it is said",
        "It is being reported",
        "It is also whispered",
        "has been heard",
        "is understood to",
        "are thought",
        "Rumour has it",
        "There is talk",
        "I am told",
        "A story goes around",
    ],
)
def test_cues_that_name_nobody(cue: str) -> None:
    assert HEARSAY.fullmatch(cue)


@pytest.mark.parametrize("cue", ["said", "It said", "was told by", "it was agreed", "is said by him", "reported", "thinks"])
def test_cues_that_somebody_stands_behind(cue: str) -> None:
    assert not HEARSAY.fullmatch(cue)


def test_what_nobody_is_called() -> None:
    assert name_of_hearsay("Rumour") == "rumour"
    assert name_of_hearsay("Reportedly") == "unnamed source"
