from collections.abc import Callable
from dataclasses import replace

import pytest

from onrecord.model import Entries, Reading, Report
from onrecord.resolving.resolve import resolve


@pytest.mark.parametrize(
    ("marked", "party"),
    [
        ("{person|Polesna’s deputy foreign minister, Ctibor Malek}, left.", "Polesna"),
        ("{person|President Zora Horak of Polesna} left.", "Polesna"),
        ("{person|Anna Veld}, the head of the Ukrainian delegation, left.", "Ukraine"),
        ("{person|Anna Veld} left. {person|Anna Veld’s foreign minister} stayed.", None),
        ("{country|Orvania} waits. {organization|{country|Its} delegation} left.", "Orvania"),
        ("{country|Her country} waits.", None),
        ("{person|Mrs Edda Thor, Secretary of State of the Union of Polesna}, left.", "Polesna"),
        ("{country|The Northern Front} waits.", "Northern Front"),
        ("{organization|The Northern Front} met. {person|{organization|The Front}’s negotiator, Anna Veld}, left.", "Northern Front"),
        ("{organization|The Northern Front} met. {person|The commander of the Northern Front, Anna Veld,} left.", "Northern Front"),
        ("{organization|The Northern Front} met. {person|The Northern Front’s military commander, Anna Veld,} left.", "Northern Front"),
        ("{person|The Ukrainian envoy, Anna Veld,} left. {unnamed|A spokeswoman for Veld} stayed.", "Ukraine"),
        ("{person|The Ukrainian envoy, Anna Veld,} left. {unnamed|An adviser to Mrs Veld} stayed.", "Ukraine"),
        ("{person|The Ukrainian envoy, Anna Veld,} left. {unnamed|A critic of Veld} stayed.", None),
        ("{country|Orvania} waits. {country|The Orvanian authorities} do not.", "Orvania"),
        ("{organization|Polesna’s energy ministry} waits.", "Polesna"),
        ("{unnamed|Officials who were in Bangkok} left.", None),
        ("{unnamed|Officials in Bangkok} left.", "Thailand"),
    ],
)
def test_where_somebody_belongs(entries: Callable[..., Entries], marked: str, party: str | None) -> None:
    assert entries(marked).actors[-1].party == party


def test_the_minister_in_a_report_of_the_ministry_is_of_its_country(marked: Callable[..., tuple[Report, Reading]]) -> None:
    report, reading = marked(
        "{country|Orvania} waits. {person|The Minister of Foreign Affairs, Mr Ivo Strand}, met {person|the Minister of Trade, Anna Veld}."
    )
    told = resolve(replace(report, outlet="Ministry of Foreign Affairs of the Republic of Orvania"), reading)
    assert {actor.name: actor.party for actor in told.actors} == {"Orvania": "Orvania", "Ivo Strand": "Orvania", "Anna Veld": None}


def test_our_side_and_the_other(parties: Callable[[str], dict[str, str | None]]) -> None:
    marked = (
        "{country|Orvania} and {country|Melkar} met. {person s0.source|The Orvanian envoy} {s0.cue|said} {s0.content|that {organization|our side} "
        "waited and {organization|the other side} did not}."
    )
    found = parties(marked)
    assert (found["our side"], found["other side"]) == ("Orvania", "Melkar")
    assert parties(marked.replace("met.", "met {country|Kestria}."))["other side"] is None


@pytest.fixture
def parties(entries: Callable[..., Entries]) -> Callable[[str], dict[str, str | None]]:
    """A function from marked text to the parties of its actors, by name."""
    return lambda marked: {actor.name: actor.party for actor in entries(marked).actors}
