"""Who says what headlines and entries of live reports tell, in invented ones."""

import pytest

from onrecord.resolving.attribution.dispatches import mark_dispatches
from tests.resolving.conftest import read_marked


def told(marked: str) -> tuple[list[str], list[str], list[str]]:
    report, reading = read_marked(marked)
    (a,) = mark_dispatches(report.text, reading).attributions
    return [s.text for s in a.source], [s.text for s in a.content], [s.text for s in a.via]


@pytest.mark.parametrize(
    ("marked", "expected"),
    [
        (
            "{s0.source|Veld} {s0.cue|agrees} {s0.content|to open the gate} - sources\n\nIt rained.",
            (["Veld"], ["to open the gate"], ["sources"]),
        ),
        (
            "{s0.cue|Reported}: {s0.content|gate to open in July – state media}\n\nIt rained.",
            (["state media"], ["gate to open in July"], []),
        ),
        (
            "{s0.source|Veld} {s0.cue|wants} {s0.content|rain} - {outlet|Kanal Ilde}\n\nIt rained.",
            (["Veld"], ["rain"], ["Kanal Ilde"]),
        ),
        ("{outlet|Harbour Wire}: {s0.source|Veld} {s0.cue|wants} {s0.content|rain}\n\nIt rained.", (["Veld"], ["rain"], ["Harbour Wire"])),
        ("Orvania state TV: {s0.source|Veld} {s0.cue|wants} {s0.content|rain}\n\nIt rained.", (["Veld"], ["rain"], ["Orvania state TV"])),
        ("Strand on TV: {s0.source|Veld} {s0.cue|wants} {s0.content|rain}\n\nIt rained.", (["Veld"], ["rain"], [])),
        (
            "Live\n\n16:05 A flash from {outlet|Seawire}: {s0.content|it rains}, {s0.cue|according to} {unnamed s0.source|a pilot}.",
            (["a pilot"], ["it rains"], ["Seawire"]),
        ),
    ],
    ids=["sources", "no-source", "outlet-behind", "outlet-before", "state-tv", "on-tv", "flash"],
)
def test_a_headline_names_who_says_it(marked: str, expected: tuple[list[str], ...]) -> None:
    assert told(marked) == expected


@pytest.mark.parametrize(
    "marked",
    [
        "{s0.source|Veld} {s0.cue|wants} {s0.content|rain} - Part Two\n\nIt rained.",
        "Talks\n\n{outlet|Radio Ilde}: Did {s0.source|Veld} {s0.cue|want} {s0.content|rain}?",
        "Dorvik, {country s0.source|Tamesh} {s0.cue|agree} {s0.content|to meet}\n\nIt rained.",
        "It rains\n\n16:00 {person|Anna Veld} on her channel: {s0.source|Strand} {s0.cue|wants} {s0.content|rain}.",
        "It rains\n\n{s0.source|Veld} {s0.cue|agrees} {s0.content|to open the gate} - sources\n",
    ],
)
def test_other_lines_name_nobody(marked: str) -> None:
    report, reading = read_marked(marked)
    assert mark_dispatches(report.text, reading) == reading
