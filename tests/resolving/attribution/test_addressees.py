"""To whom something was said, in invented sentences."""

import pytest

from onrecord.resolving.attribution.addressees import find_addressees
from tests.resolving.conftest import read_marked


@pytest.mark.parametrize(
    ("marked", "expected"),
    [
        ("{s0.source|Veld} {s0.cue|told} reporters in the yard {s0.content|that it rains}.", "reporters"),
        ("{s0.source|Veld} {s0.cue|had told} {person|Ivo Strand} {s0.content|that it rains}.", "Ivo Strand"),
        ("{s0.source|Veld} {s0.cue|assured} the {organization|Border Council} {s0.content|that it rains}.", "the Border Council"),
        ("{s0.source|Veld} {s0.cue|tells} {place|Dorvik} Today {s0.content|that it rains}.", "Dorvik Today"),
        ("{s0.source|Veld} {s0.cue|told} {person s0.to|him} {s0.content|that it rains}.", "him"),
        ("{s0.source|Veld} {s0.cue|said} {person|Strand} {s0.content|was late}.", ""),
        ("{s0.source|Veld} {s0.cue|warned} {s0.content|{person|Strand} against it}.", ""),
        ("{s0.source|Veld} {s0.cue|said} {s0.venue|on {s0.to|the council}’s page} {s0.content|that it rains}.", ""),
        ("{s0.source|Veld} {s0.cue|told} of {s0.content|the rain}.", ""),
        ("{s0.content|It rains}, {s0.source|Veld} {s0.cue|told}", ""),
    ],
)
def test_the_addressee_stands_behind_the_cue(marked: str, expected: str) -> None:
    report, reading = read_marked(marked)
    (a,) = find_addressees(report.text, reading).attributions
    assert " ".join(span.text for span in a.to) == expected
