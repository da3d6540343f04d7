"""Outlets that cite others, in invented sentences."""

import pytest

from onrecord.resolving.attribution.citations import settle_citations
from tests.resolving.conftest import read_marked


@pytest.mark.parametrize(
    ("marked", "source", "via"),
    [
        (
            "Channel 15, quoting {unnamed s0.source|an Orvanian official it did not name}, {s0.cue|claimed} {s0.content|that it rains}.",
            "an Orvanian official",
            ["Channel 15"],
        ),
        (
            "{s0.content|It rains}, {outlet s0.source|Harbor TV} {s0.cue|reported} on Sunday, citing {outlet s0.via|Orvanian media}.",
            "Orvanian media",
            ["Harbor TV"],
        ),
        # A person who cites somebody speaks himself, and so does an outlet that cites a person.
        ("{person|Anna Veld}, citing {unnamed s0.source|an aide}, {s0.cue|said} {s0.content|that it rains}.", "an aide", []),
        (
            "{s0.content|It rains}, {unnamed s0.source|an official} {s0.cue|said}, citing {outlet s0.via|Orvanian media}.",
            "an official",
            ["Orvanian media"],
        ),
    ],
)
def test_who_cites_relays(marked: str, source: str, via: list[str]) -> None:
    report, reading = read_marked(marked)
    (a,) = settle_citations(report.text, reading).attributions
    assert (" ".join(span.text for span in a.source), [span.text for span in a.via]) == (source, via)
