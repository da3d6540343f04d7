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
        ("{s0.source|Veld} {s0.cue|asked} {organization|both sides} {s0.content|for an answer by Saturday}.", "both sides"),
        ("{s0.source|Veld} {s0.cue|called on} {country|Orvania} {s0.content|to lift the closure}.", "Orvania"),
        ("{s0.source|Veld} {s0.cue|asked} {s0.content|whether it rains}.", ""),
        ("{s0.source|Veld} {s0.cue|declared} to a group of students {s0.content|that it rains}.", "a group of students"),
        ("{s0.source|Veld} {s0.cue|told me} last week {s0.content|that it rains}.", "me"),
        ("{s0.source|Veld} {s0.cue|told} her aides {s0.content|that it rains}.", ""),
        ("{s0.source|Veld} {s0.cue|told} Levant 26, on condition of anonymity, {s0.content|that it rains}.", ""),
        ("{s0.source|Veld} {s0.cue|told} {outlet|Levant} 26, on condition of anonymity, {s0.content|that it rains}.", "Levant 26"),
        ("{s0.source|Veld} {s0.cue|told} {s0.to|the daily Levant 26 that} {s0.content|it rains}.", "the daily Levant 26"),
        ("Speaking to KNA in Bergen, {s0.source|Veld} {s0.cue|said} {s0.content|it rains}.", "KNA"),
        ("In a letter to {group|the mothers}, {s0.source|Veld} {s0.cue|said} {s0.content|it rains}.", "the mothers"),
        ("{s0.source|Veld}, speaking by phone to the AFN, {s0.cue|said} {s0.content|it rains}.", "the AFN"),
    ],
)
def test_the_addressee_stands_behind_the_cue(marked: str, expected: str) -> None:
    report, reading = read_marked(marked)
    (a,) = find_addressees(report.text, reading).attributions
    assert " ".join(span.text for span in a.to) == expected
