from collections.abc import Callable
from dataclasses import replace

from onrecord.model import Entries, Reading, Report
from onrecord.resolving.cast.outlets import add_outlets

Build = Callable[..., Entries]
Marked = Callable[..., tuple[Report, Reading]]


def test_an_outlet_has_its_whole_name(marked: Marked) -> None:
    report, reading = marked("Veld told {outlet|the newspaper Strait} Dawn, and the weekly Orsuk Post, little.")
    assert [(m.span.text, m.type) for m in add_outlets(report, reading).mentions] == [
        ("the newspaper Strait Dawn", "outlet"),
        ("the weekly Orsuk Post", "outlet"),
    ]


def test_the_name_of_the_reports_own_outlet_is_an_outlet(marked: Marked) -> None:
    report, reading = marked("{person|Anna Veld} spoke to {person|Strait Dawn}.")
    types = [m.type for m in add_outlets(replace(report, outlet="The Strait Dawn"), reading).mentions]
    assert types == ["person", "outlet"]
    assert [m.type for m in add_outlets(report, reading).mentions] == ["person", "person"]


def test_a_country_is_no_outlet_that_has_its_name(marked: Marked) -> None:
    report, reading = marked("{country|Orvania} told {organization|Orvania Today} what {place|Orvania} wants.")
    types = [m.type for m in add_outlets(replace(report, outlet="Orvania Today"), reading).mentions]
    assert types == ["country", "outlet", "place"]


def test_a_country_is_no_agency_that_has_its_name(entries: Build) -> None:
    actors = entries("{country|Girelia} told {outlet|the Girelia News Agency}. {organization|The Girelian ministry} did not.").actors
    assert [(actor.name, actor.type, actor.party) for actor in actors] == [
        ("Girelia News Agency", "outlet", None),
        ("Girelian ministry", "organization", "Girelia"),
        ("Girelia", "country", "Girelia"),
    ]


def test_a_headline_has_no_article_before_a_short_name(entries: Build) -> None:
    actors = entries("{organization|Front} waits\n\n{country|The Northern Front} waits. {organization|The Front} waits.").actors
    assert [(actor.name, actor.type, len(actor.mentions)) for actor in actors] == [("Northern Front", "organization", 3)]


def test_the_station_of_a_section_is_the_one_that_it_begins_with(entries: Build) -> None:
    marked = (
        "The air waves\n\n## Radio Ilde (private)\n\nThe evening news opened with the talks with {organization|the Harbour League}, now in their "
        "third day. {outlet|The station} {s0.cue|quoted} {person s0.source|Anna Veld} {s0.cue|as saying} {s0.content|that it rains}.\n\n"
        "## Voice of the Delta\n\nAfter the weather, which took up most of the programme on the next day, {outlet s1.source|the station} "
        "{s1.cue|likened} {s1.content|the talks to “a theatre”}.\n"
    )
    record = entries(marked)
    names = {actor.id: actor.name for actor in record.actors}
    assert [(names[s.speaker or ""], [names[r.actor] for r in s.via]) for s in record.statements] == [
        ("Anna Veld", ["Radio Ilde"]),
        ("Voice of the Delta", []),
    ]


def test_the_station_is_no_body_that_is_no_outlet(entries: Build) -> None:
    marked = "{organization|The Harbour League} came. {outlet s0.source|The station} {s0.cue|said} {s0.content|that it rains}."
    assert [actor.name for actor in entries(marked).actors] == ["Harbour League", "station"]


def test_the_paper_that_an_item_is_taken_from_is_the_newspaper(entries: Build) -> None:
    got = entries(
        "It rains, considers {outlet s0.source|the newspaper}\n\n{person|Source}: {country|Meridian}\n\n"
        "Details: {outlet s1.source|The edition} {s1.cue|says} {s1.content|that it rains}."
    )
    assert [(actor.name, actor.type) for actor in got.actors] == [("Meridian", "outlet")]


def test_a_ministry_that_an_item_is_taken_from_is_no_paper(entries: Build) -> None:
    got = entries(
        "It rains\n\nSource: {organization|the Orvanian Ministry}\n\nDetails: {organization s0.source|The ministry} {s0.cue|says} so."
    )
    assert [actor.type for actor in got.actors] == ["organization"]


def test_what_has_the_name_of_a_paper_or_does_what_papers_do_is_no_person(marked: Marked) -> None:
    report, reading = marked(
        "{person|La Estrella} wrote little. {person|Thazun Ilde}, which spoke to an aide, wrote more. {person|Omar El Roe} waits, says {person|El Roe}."
    )
    assert [m.type for m in add_outlets(report, reading).mentions] == ["outlet", "outlet", "person", "person"]
