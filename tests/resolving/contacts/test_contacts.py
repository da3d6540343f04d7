from collections.abc import Callable
from dataclasses import replace
from typing import Any

import pytest

from onrecord.model import Entries, Reading, Report, Span
from onrecord.resolving.resolve import resolve

Build = Callable[..., Entries]


def contacts(entries: Entries) -> list[tuple[list[str], str | None, str | None]]:
    names = {actor.id: actor.name for actor in entries.actors}
    return [([names[p] for p in c.parties], c.place, c.when.edtf if c.when else None) for c in entries.contacts]


@pytest.mark.parametrize(
    ("marked", "told", "expected"),
    [
        (
            "{c0.evidence|{person|Anna Veld} called {person|Ivo Strand} {c0.when|on 12 May}}.",
            {"kind": "call"},
            [(["Anna Veld", "Ivo Strand"], None, "2031-05-12")],
        ),
        (
            "{person|Anna Veld} and {person|Ivo Strand} know each other. {c0.evidence|Veld met {person|Strand} {c0.place|in Geneva}}.",
            {},
            [(["Anna Veld", "Ivo Strand"], "Geneva", None)],
        ),
        (
            "Envoys of {country|Orvania} and {country|Melkar} came. {c0.evidence|The first three rounds took place in {place|Utrecht}}.",
            {"kind": "talks"},
            [(["Orvania", "Melkar"], "Utrecht", None)],
        ),
        (
            "{c0.evidence|{country|Orvania} and {country|Melkar} will meet {c0.when|on Friday}}.",
            {"status": "planned"},
            [(["Orvania", "Melkar"], None, "2031-05-16")],
        ),
        (
            "{c0.evidence|{country|Orvania} and {country|Melkar} met {c0.when|on Friday}}.",
            {"status": "held"},
            [(["Orvania", "Melkar"], None, "2031-05-09")],
        ),
        (
            "{country|Orvania} and {country|Melkar} talk. {c0.evidence|{c0.by person|Anna Veld} shuttled between the two sides}.",
            {"kind": "mediation"},
            [(["Orvania", "Melkar"], None, None)],
        ),
        (
            "{c0.evidence|{person|Anna Veld}, {country|Orvania}’s envoy, met {person|Ivo Strand}}.",
            {},
            [(["Anna Veld", "Ivo Strand"], None, None)],
        ),
    ],
    ids=["call", "alias", "sides-from-the-sentence-before", "ahead", "past", "mediator-is-no-party", "apposition"],
)
def test_contacts(entries: Build, marked: str, told: dict[str, Any], expected: list[tuple[list[str], str | None, str | None]]) -> None:
    assert contacts(entries(marked, **told)) == expected


def test_a_contact_of_which_nobody_is_named_is_kept(entries: Build) -> None:
    assert contacts(entries("{c0.evidence|A meeting was held}.")) == [([], None, None)]


def test_rounds_mediators_and_tellers(entries: Build) -> None:
    got = entries(
        "{s0.source|Anna Veld} {s0.cue|said} {s0.content|that {c0.evidence|the second round between {country|Orvania} and "
        "{country|Melkar}, hosted by {c0.by organization|the Lake Council}, had ended}}.",
        kind="talks",
    )
    (contact,) = got.contacts
    names = {actor.id: actor.name for actor in got.actors}
    assert contact.round == 2
    assert contact.by is not None
    assert names[contact.by] == "Lake Council"
    assert contact.per == got.statements[0].id


def test_the_first_of_a_series_lie_before_the_last(entries: Build) -> None:
    got = entries(
        "Envoys of {country|Orvania} and {country|Melkar} came. {c0.evidence|The first three took place in {place|Utrecht}}; "
        "{c1.evidence|the last meeting was held {c1.when|in early May}}.",
        kind="talks",
    )
    assert contacts(got) == [
        (["Orvania", "Melkar"], "Utrecht", "../2031-05-10"),
        (["Orvania", "Melkar"], None, "2031-05-01/2031-05-10"),
    ]


def test_a_contact_told_twice_is_one_with_both_proofs(entries: Build) -> None:
    got = entries(
        "{c0.evidence|{person|Anna Veld} called {person|Ivo Strand}}.\n\n{c1.evidence|{person|Veld} rang {person|Strand} {c1.when|on 12 May}}.",
        kind="call",
    )
    assert contacts(got) == [(["Anna Veld", "Ivo Strand"], None, "2031-05-12")]
    assert len(got.contacts[0].evidence) == 2


def test_contacts_of_two_days_are_two(entries: Build) -> None:
    got = entries(
        "{c0.evidence|{person|Anna Veld} called {person|Ivo Strand} {c0.when|on 10 May}}. "
        "{c1.evidence|{person|Veld} rang {person|Strand} {c1.when|on 12 May}}.",
        kind="call",
    )
    assert len(got.contacts) == 2


def test_a_description_that_introduces_a_person_is_no_party_of_its_own(entries: Build) -> None:
    got = entries("{c0.evidence|{person|Anna Veld} met {person|{person|her} counterpart} {person|Ivo Strand}}.")
    assert contacts(got) == [(["Anna Veld", "Ivo Strand"], None, None)]


def test_a_party_is_no_place(entries: Build) -> None:
    got = entries("{c0.evidence|talks between {country|Orvania} and {country c0.place|Melkar}}.", kind="talks")
    assert contacts(got) == [(["Orvania", "Melkar"], None, None)]


def test_who_arranges_talks_between_others_is_no_party(entries: Build) -> None:
    got = entries(
        "{c0.evidence|{organization|The Lake Council} prepares talks between {country|Orvania} and {country|Melkar}}.", kind="talks"
    )
    assert contacts(got) == [(["Orvania", "Melkar"], None, None)]


def test_those_who_came_for_a_country_stand_for_it(entries: Build) -> None:
    got = entries(
        "{country|France} and {country|Italy} talk. {c0.evidence|{organization|the French delegation} handed {organization|the Italian "
        "negotiators} a draft}.",
        kind="document",
    )
    assert contacts(got) == [(["France", "Italy"], None, None)]


def test_the_sides_are_those_whose_talks_are_named(entries: Build) -> None:
    got = entries(
        "{country|Melkar} and {country|Melkar} and {country|Melkar} look on. {c0.evidence|Talks between {country|Orvania} and "
        "{organization|the Ilde Front} ended {c0.when|on 12 May}}.\n\n{c1.evidence|The two sides meet again {c1.when|on 13 May}}.",
        kind="talks",
    )
    assert [parties for parties, _, _ in contacts(got)] == [["Orvania", "Ilde Front"]] * 2


def test_a_contact_that_names_nobody_is_of_those_of_its_kind(entries: Build) -> None:
    got = entries(
        "{c0.evidence|{person|Anna Veld} called {person|Ivo Strand} {c0.when|on 12 May}}. {person|Petra Hollin} was told.\n\n"
        "{c1.evidence|The call {c1.when|of 12 May}} was short.",
        kind="call",
    )
    assert [parties for parties, _, _ in contacts(got)] == [["Anna Veld", "Ivo Strand"]]


@pytest.mark.parametrize(
    "marked",
    [
        "{c0.evidence|{group|The foreign ministers of {country|Orvania} and {country|Melkar}}, {person|Anna Veld} and {person|Ivo Strand}, met}.",
        "{c0.evidence|{person|Anna Veld} met {person|Ivo Strand}, who leads {organization|the Lake Council}}.",
        "{c0.evidence|{person|Anna Veld} met {person|Ivo Strand}, the head of {organization|the Lake Council}}.",
    ],
    ids=["plural-office", "relative-clause", "apposition"],
)
def test_what_only_says_who_a_party_is_takes_no_part(entries: Build, marked: str) -> None:
    assert [parties for parties, _, _ in contacts(entries(marked))] == [["Anna Veld", "Ivo Strand"]]


@pytest.mark.parametrize(
    ("marked", "told", "when"),
    [
        ("On 12 May {c0.evidence|{person|Anna Veld} met {person|Ivo Strand}}.", {}, "2031-05-12"),
        ("Veld said on 12 May {c0.evidence|{person|Anna Veld} met {person|Ivo Strand}}.", {}, None),
        ("{c0.evidence|{person|Anna Veld} met {person|Ivo Strand}} on 12 May.", {}, "2031-05-12"),
        ("{c0.evidence|{person|Anna Veld} and {person|Ivo Strand} spoke for the first time {c0.when|since 2029}}.", {}, None),
        (
            "{c0.evidence|Two days of talks between {country|Orvania} and {country|Melkar} ended {c0.when|on 12 May}}.",
            {"kind": "talks"},
            "2031-05-11/2031-05-12",
        ),
        (
            "{c0.evidence|A meeting of {person|Anna Veld} and {person|Ivo Strand} planned {c0.when|for Friday} was called off}.",
            {"status": "cancelled"},
            "2031-05-16",
        ),
        ("{c0.evidence|{person|Anna Veld} meets {person|Ivo Strand} {c0.when|this week}}.", {"status": "planned"}, "2031-05-14/2031-05-18"),
        ("07:50 It rains.\n\n09:15 It stops.\n\n10:40 {c0.evidence|{person|Anna Veld} has met {person|Ivo Strand}}.", {}, "2031-05-14"),
        ("07:50 It rains.\n\n09:15 It stops.\n\n10:40 {c0.evidence|{person|Anna Veld} had met {person|Ivo Strand}}.", {}, None),
        ("{c0.evidence|{person|Anna Veld} met {person|Ivo Strand}} this morning.", {}, "2031-05-14"),
        ("After {c0.evidence|Monday’s meeting of {person|Anna Veld} and {person|Ivo Strand}} it rained.", {}, "2031-05-12"),
        ("{c0.evidence|After Monday’s meeting of {person|Anna Veld} and {person|Ivo Strand}} it rained.", {}, "2031-05-12"),
        (
            "{c0.evidence|{person|Anna Veld} has pulled out of Friday’s meeting with {person|Ivo Strand}}.",
            {"status": "cancelled"},
            "2031-05-16",
        ),
        (
            "{c0.evidence|{person|Anna Veld} is to meet {person|Ivo Strand} before the year is out}.",
            {"status": "planned"},
            "2031-05-14/2031-12-31",
        ),
        (
            "{c0.evidence|{person|Anna Veld} and {person|Ivo Strand} agreed on Saturday to meet on 1 June}.",
            {"status": "planned"},
            "2031-06-01",
        ),
        ("{c0.evidence|{person|Anna Veld} and {person|Ivo Strand} agreed on Saturday to meet}.", {"status": "planned"}, None),
        ("{c0.evidence|{person|Anna Veld} and {person|Ivo Strand} met in February and March}.", {}, "2031-02-01/2031-03-31"),
        ("On Monday, too, {c0.evidence|{person|Anna Veld} met {person|Ivo Strand}}.", {}, "2031-05-12"),
        ("Shortly after five on Monday, {c0.evidence|{person|Anna Veld} met {person|Ivo Strand}}.", {}, "2031-05-12"),
        ("{c0.evidence|A meeting of {person|Anna Veld} and {person|Ivo Strand}} at the lake broke up on Monday.", {}, "2031-05-12"),
        ("{c0.evidence|A meeting of {person|Anna Veld} and {person|Ivo Strand}} was long, and on Monday it rained.", {}, None),
        ("{c0.evidence|{person|Anna Veld} and {person|Ivo Strand} saw each other on Monday}.", {}, "2031-05-12"),
        ("{c0.evidence|{person|Anna Veld} and {person|Ivo Strand} sat together until late on Monday}.", {}, "2031-05-12"),
        ("{c0.evidence|{person|Anna Veld} wrote on Monday to {person|Ivo Strand}}.", {"kind": "letter"}, "2031-05-12"),
        ("{c0.evidence|{person|Anna Veld} and {person|Ivo Strand} have met twice since} the war began on 3 May.", {}, None),
        ("{c0.evidence|{person|Anna Veld} and {person|Ivo Strand} have met twice} since 3 May.", {}, None),
        ("{c0.evidence|Talks of {person|Anna Veld} and {person|Ivo Strand} were put off until Monday}.", {"status": "cancelled"}, None),
        (
            "{c0.evidence|The only meeting of {person|Anna Veld} and {person|Ivo Strand} this year was four days ago}.",
            {},
            "2031-05-10",
        ),
        (
            "{c0.evidence|A meeting of {person|Anna Veld} and {person|Ivo Strand} was planned for 30 April}, but it rained.",
            {"status": "planned"},
            "2031-04-30",
        ),
        ("{c0.evidence|{person|Anna Veld} is to meet {person|Ivo Strand} on 3 March}.", {"status": "planned"}, "2031-03-03"),
        ("{c0.evidence|{person|Anna Veld} is to meet {person|Ivo Strand} on 3 January}.", {"status": "planned"}, "2032-01-03"),
        (
            "{c0.evidence|A visit by {person|Anna Veld}, set for mid-April, was called off}.",
            {"status": "cancelled", "kind": "visit"},
            "2031-04-11/2031-04-20",
        ),
        (
            "In March it rained. {c0.evidence|{person|Anna Veld} met {person|Ivo Strand} on the 20th of that month}.",
            {},
            "2031-03-20",
        ),
        ("In March it rained. {c0.evidence|{person|Anna Veld} met {person|Ivo Strand} three days later}.", {}, None),
        ("On 3 March it rained. {c0.evidence|{person|Anna Veld} met {person|Ivo Strand} two days later}.", {}, "2031-03-05"),
        (
            "{c0.evidence|{person|Anna Veld} and {person|Ivo Strand} agreed at their meeting on 3 May to meet on 28 May}.",
            {"status": "planned"},
            "2031-05-28",
        ),
        (
            "{c0.evidence|{person|Anna Veld} and {person|Ivo Strand} had been scheduled to speak on Monday}.",
            {"status": "planned"},
            "2031-05-12",
        ),
        (
            "{c0.evidence|{person|Anna Veld} has cancelled a trip to {country|Orvania} planned for the 19th}.",
            {"kind": "visit", "status": "cancelled"},
            "2031-05-19",
        ),
        (
            "For the coming weekend, {c0.evidence|{person|Anna Veld} has invited {person|Ivo Strand}}.",
            {"status": "proposed"},
            "2031-05-17/2031-05-18",
        ),
        (
            "{c0.evidence|{person|Anna Veld} and {person|Ivo Strand} talked {c0.when|on the 9th and the 10th}}.",
            {},
            "2031-05-09/2031-05-10",
        ),
        ("{c0.evidence|{person|Anna Veld} and {person|Ivo Strand} meet every Sunday}.", {}, None),
        (
            "{c0.evidence|{person|Anna Veld} and {person|Ivo Strand} met on 3 May, a spokesman said at a briefing {c0.when|on Tuesday}}.",
            {},
            "2031-05-03",
        ),
        (
            "{c0.evidence|A meeting of {person|Anna Veld} and {person|Ivo Strand} proposed for 3 June is off}.",
            {"status": "cancelled"},
            "2031-06-03",
        ),
        (
            "On 3 January it rained.\n\nBy February it snowed. {c0.evidence|{person|Anna Veld} met {person|Ivo Strand} on the 27th}.",
            {},
            "2031-02-27",
        ),
        (
            "{c0.evidence|{person|Anna Veld} begins a three-day visit to {country|Orvania} on 3 June}.",
            {"kind": "visit", "status": "planned"},
            "2031-06-03/2031-06-05",
        ),
        (
            "07:50 It rains.\n\n09:15 It stops.\n\n10:40 {c0.evidence|{person|Anna Veld} will meet {person|Ivo Strand} at 11am}.",
            {"status": "planned"},
            "2031-05-14",
        ),
        ("{c0.evidence|On 3 May {person|Anna Veld} met {person|Ivo Strand}}, who left {c0.when|on 9 May}.", {}, "2031-05-03"),
        (
            "{person|Anna Veld} turned down {c0.evidence|a meeting with {person|Ivo Strand} {c0.when|in June}}.",
            {"status": "refused"},
            "2031-06",
        ),
        (
            "{c0.evidence|A meeting of {person|Anna Veld} and {person|Ivo Strand}, arranged {c0.when|for Friday}, will not take place}.",
            {"status": "cancelled"},
            "2031-05-16",
        ),
        (
            "{c0.evidence|{person|Anna Veld} will not travel to {country|Orvania} {c0.when|on Friday} as planned}.",
            {"status": "cancelled", "kind": "visit"},
            "2031-05-16",
        ),
        (
            "{c0.evidence|{person|Anna Veld} and {person|Ivo Strand} have met three times {c0.when|since March}}.",
            {},
            "2031-03-01/2031-05-14",
        ),
        (
            "07:50 It rains.\n\n09:15 {c0.evidence|{person|Anna Veld} meets {person|Ivo Strand} at ten}.\n\n10:40 It stops.",
            {"status": "planned"},
            "2031-05-14",
        ),
        (
            "{c0.evidence|{person|Anna Veld} has called off {c0.when|Friday's} meeting with {person|Ivo Strand}}.",
            {"status": "cancelled"},
            "2031-05-16",
        ),
    ],
    ids=[
        "clause-opens",
        "of-the-saying",
        "behind",
        "since",
        "days-of-talks",
        "was-due",
        "rest-of-the-week",
        "live",
        "told-back",
        "today",
        "possessive",
        "after-possessive",
        "pulled-out",
        "year-is-out",
        "agreed-on",
        "agreed-only",
        "two-months",
        "too",
        "time-of-day",
        "same-clause",
        "other-clause",
        "each-other",
        "until-late",
        "wrote-on",
        "since-then",
        "since-behind",
        "until",
        "day-in-the-year",
        "day-gone-by",
        "day-just-gone-by",
        "next-year",
        "nearer-of-two",
        "of-that-month",
        "later-than-a-month",
        "later-than-a-day",
        "agreed-in-may-for-june",
        "had-been-scheduled",
        "for-the-ninth",
        "clause-opens-with-for",
        "two-days",
        "every",
        "told-on",
        "off",
        "day-of-the-month-before",
        "days-from-the-first",
        "time-of-a-live-report",
        "own-day-first",
        "turned-down-for-a-month",
        "arranged-for",
        "will-not",
        "times-since",
        "at-ten",
        "called-off-of-a-day",
    ],
)
def test_the_day_of_a_contact(entries: Build, marked: str, told: dict[str, Any], when: str | None) -> None:
    assert [day for _, _, day in contacts(entries(marked, **told))] == [when]


@pytest.mark.parametrize(
    ("marked", "told", "place"),
    [
        ("{c0.evidence|{person|Anna Veld} met {person|Ivo Strand} {c0.place|in the Orvanian city} of Bergen}.", {}, "Bergen"),
        ("{c0.evidence|{person|Anna Veld} meets {person|Ivo Strand} at 15:00 (21:00 in {place c0.place|Bergen})}.", {}, None),
        ("{c0.evidence|{person|Anna Veld} met {person|Ivo Strand} {c0.place|in the port of Bergen}}.", {}, "Bergen"),
        ("{c0.evidence|{person|Anna Veld} visited Bergen, where she met {person|Ivo Strand}}.", {}, "Bergen"),
        ("{c0.evidence|{person|Anna Veld} met {person|Ivo Strand} {c0.place|in Bergen on 3 May and to fly on to Varsel}}.", {}, "Bergen"),
        ("She flew to Bergen, where {c0.evidence|{person|Anna Veld} met {person|Ivo Strand}}.", {}, "Bergen"),
        ("In Bergen on Monday, {c0.evidence|{person|Anna Veld} met {person|Ivo Strand}}.", {}, "Bergen"),
        ("{c0.evidence|The Bergen meeting of {person|Anna Veld} and {person|Ivo Strand}} began. It rained in Bergen.", {}, "Bergen"),
        ("{c0.evidence|The Ilde meeting of {person|Anna Veld} and {person|Ivo Strand}} began. The Ilde is a river.", {}, None),
        ("{c0.evidence|{person|Anna Veld} met {person|the consul in {place|Bergen}, Ivo Strand}}.", {}, None),
        ("{c0.evidence|{person|Anna Veld} met {person|Ivo Strand} at the {c0.place|Palace} of the Winds}.", {}, "Palace of the Winds"),
        ("{c0.evidence|{person|Anna Veld} met {person|Ivo Strand} on the Linden bridge}.", {}, "Linden bridge"),
        ("{c0.evidence|{person|Anna Veld} crossed to Bergen on Sunday to see {person|Ivo Strand}}.", {}, "Bergen"),
        ("{c0.evidence|{person|Anna Veld} met {person|Ivo Strand} on the ferry pier of Bergen}.", {}, "Bergen"),
        ("BERGEN — {c0.evidence|Talks of {country|Orvania} and {country|Melkar} ended}.", {"kind": "talks"}, "Bergen"),
        ("BERGEN — {c0.evidence|{person|Anna Veld} called {person|Ivo Strand}}.", {"kind": "call"}, None),
        ("{c0.evidence|{person|Anna Veld} met {person|Ivo Strand} in the Austrian capital}.", {}, "Vienna"),
        (
            "10:40 {c0.evidence|Talks of {country|Orvania} and {country|Melkar} ended}.\n\n09:15 Doors open.\n\n07:50 Good morning from Bergen.",
            {"kind": "talks"},
            "Bergen",
        ),
        (
            "10:40 It rains.\n\n09:15 {c0.evidence|{person|Anna Veld} will meet {person|Ivo Strand} at ten}.\n\n07:50 Good morning from Bergen.",
            {"kind": "meeting", "status": "planned"},
            "Bergen",
        ),
        ("Bergen, 14 May 2031. {c0.evidence|{person|Anna Veld} today received {person|Ivo Strand}}.", {}, "Bergen"),
        ("Bergen, 14 May 2031. {c0.evidence|{person|Anna Veld} has received {person|Ivo Strand}}.", {}, None),
        (
            "{c0.evidence|{person|Anna Veld} is shuttling between {country|Orvania} and {country|Melkar}}.",
            {"kind": "mediation", "status": "ongoing"},
            None,
        ),
        ("{c0.evidence|{person|Anna Veld} invited {person|Ivo Strand} to Bergen}.", {"status": "proposed"}, "Bergen"),
        ("{c0.evidence|{person|Anna Veld} met {person|Ivo Strand} in the middle of the Tolm Bridge}.", {}, "Tolm Bridge"),
        (
            "We met {person|Ivo Strand} in a hotel in Bergen.\n\n{c0.evidence|{person|Anna Veld} will meet him here}.",
            {"status": "planned"},
            "Bergen",
        ),
        (
            "{person|Anna Veld} came back from Bergen on Monday. {c0.evidence|The round with {country|Melkar} took two days}.",
            {"kind": "talks"},
            "Bergen",
        ),
        (
            "BERGEN — {c0.evidence|Talks of {country|Orvania} and {country|Melkar} ended in the Orvanian capital}.",
            {"kind": "talks"},
            "Bergen",
        ),
        (
            "{c0.evidence|{country|Orvania} wants to reopen the Bergen track}. In Bergen it rains.",
            {"kind": "talks", "status": "proposed"},
            None,
        ),
        ("{c0.evidence|{person|Anna Veld} met {person|Ivo Strand} {c0.place|in Bergen on}} 3 May.", {}, "Bergen"),
        ("{c0.evidence|{person|Anna Veld} went {c0.place|to Bergen May 3 - 4} to see {person|Ivo Strand}}.", {"kind": "visit"}, "Bergen"),
        ("{c0.evidence|{person|Anna Veld} called {person|Ivo Strand}}, about air raids {c0.place|in Varsel}.", {"kind": "call"}, None),
    ],
    ids=[
        "city-behind",
        "city-of",
        "clock-elsewhere",
        "where-within",
        "goes-on",
        "where",
        "opens",
        "compound",
        "no-venue",
        "seat",
        "rest-of-name",
        "bridge",
        "journey",
        "pier-of",
        "dateline",
        "call-from-anywhere",
        "capital",
        "live",
        "live-at-ten",
        "signed",
        "not-of-the-day",
        "shuttle-of-countries",
        "invited",
        "middle-of",
        "interview",
        "came-back",
        "capital-of-the-dateline",
        "track",
        "loose-end",
        "days-behind",
        "call-about-a-place",
    ],
)
def test_the_place_of_a_contact(entries: Build, marked: str, told: dict[str, Any], place: str | None) -> None:
    assert [where for _, where, _ in contacts(entries(marked, **told))] == [place]


@pytest.mark.parametrize(
    ("words", "status"),
    [("The first day of the talks of {country|Orvania} and {country|Melkar}, 4 May", "held"),
     ("Talks of {country|Orvania} and {country|Melkar} planned for 4 May", "planned"),
     ("Talks of {country|Orvania} and {country|Melkar} on 4 June", "planned")],
)  # fmt: skip
def test_what_nothing_puts_ahead_of_a_day_gone_by_was_held(entries: Build, words: str, status: str) -> None:
    (contact,) = entries(f"{{c0.evidence|{words}}}.", kind="talks", status="planned").contacts
    assert contact.status == status


@pytest.mark.parametrize(
    ("words", "status", "when"),
    [
        ("a 15 May meeting of {person|Anna Veld} and {person|Ivo Strand}", "planned", "2031-05-15"),
        ("a meeting that {person|Anna Veld} and {person|Ivo Strand} held on 20 June", "held", "2030-06-20"),
        ("a call of {person|Anna Veld} and {person|Ivo Strand} before the end of the year", "held", "../2031-05-14"),
    ],
    ids=["tomorrow", "last-year", "over-by-now"],
)
def test_what_is_dated_to_a_day_to_come_was_not_held(entries: Build, words: str, status: str, when: str) -> None:
    (contact,) = entries(f"{{c0.evidence|{words}}}.").contacts
    assert contact.when
    assert (contact.status, contact.when.edtf) == (status, when)


def test_a_date_that_the_evidence_ends_within_dates_the_contact(entries: Build) -> None:
    (contact,) = entries("{c0.evidence|{person|Anna Veld} spoke in a call with {person|Ivo Strand} earlier} today.", kind="call").contacts
    assert contact.when
    assert contact.when.edtf == "2031-05-14"


@pytest.mark.parametrize(
    ("words", "kinds", "which", "parties"),
    [
        (
            "{person|Jan Orsk} met {person|Ivo Strand}. In May {person|Anna Veld} said she was ready to {c0.evidence|meet {person|Strand}}.",
            ["meeting"],
            0,
            ["Anna Veld", "Ivo Strand"],
        ),
        (
            "{c0.evidence|{person|Anna Veld} met {person|Ivo Strand}} and {c1.evidence|is to receive {person|Petra Hollin}}.",
            ["meeting", "meeting"],
            1,
            ["Anna Veld", "Petra Hollin"],
        ),
        (
            "{c0.evidence|{person|Ambassador Anna Veld} met {person|Ambassador Ivo Strand}}. {c1.evidence|The prime ministers spoke}.",
            ["meeting", "call"],
            1,
            [],
        ),
        (
            "{c0.evidence|{person|Anna Veld} met {person|Ivo Strand} on 3 May}. {c1.evidence|A second meeting is due on 9 May}, {person|Petra "
            "Hollin} said.",
            ["meeting", "meeting"],
            1,
            ["Anna Veld", "Ivo Strand"],
        ),
        (
            "{c0.evidence|{person|Anna Veld} wrote to {person|Ivo Strand} on 3 May}. {c1.evidence|A first meeting followed on 9 May}. "
            "{c2.evidence|{person|Petra Hollin} met {person|Jan Orsk}}.",
            ["letter", "meeting", "meeting"],
            1,
            ["Anna Veld", "Ivo Strand"],
        ),
        (
            "{c0.evidence|{person|Anna Veld} met {person|Ivo Strand} on 3 May}. {c1.evidence|The meeting with {person|Petra Hollin} and "
            "{person|Jan Orsk} was short}.",
            ["meeting", "meeting"],
            1,
            ["Petra Hollin", "Jan Orsk"],
        ),
        (
            "It rains. {c0.evidence|{person|Anna Veld} and {person|Ivo Strand} spoke on 3 May, according to the {organization|Harbour Board}}.",
            ["call"],
            0,
            ["Anna Veld", "Ivo Strand"],
        ),
        (
            "It rains. {c0.evidence|{person|Anna Veld} and {person|Ivo Strand} signed it in the presence of {person|Petra Hollin}}.",
            ["document"],
            0,
            ["Anna Veld", "Ivo Strand"],
        ),
        (
            "{person|Anna Veld} is expected {c0.evidence|to visit {country|Orvania} on 3 June}.",
            ["visit"],
            0,
            ["Anna Veld", "Orvania"],
        ),
        (
            "{country|Orvania} is far. {c0.evidence|{person|Anna Veld} travels to neighbouring Orvania on 3 June}.",
            ["visit"],
            0,
            ["Anna Veld", "Orvania"],
        ),
        (
            "{organization|The Lake Bank} waits, and {person|Anna Veld} {c0.evidence|has offered to fly to Bergen tonight}.",
            ["visit"],
            0,
            ["Anna Veld"],
        ),
        (
            "{c0.evidence|{person|President Anna Veld} called {person|President Ivo Strand}}. {c1.evidence|{person|Petra Hollin} met "
            "{person|Jan Orsk}}. {c2.evidence|{group|The two presidents} will meet}.",
            ["call", "meeting", "meeting"],
            2,
            ["Anna Veld", "Ivo Strand"],
        ),
    ],
    ids=[
        "subject-before",
        "first-subject",
        "other-office",
        "counted",
        "after-a-letter",
        "with-others",
        "according-to",
        "in-the-presence",
        "to-visit",
        "neighbouring",
        "offered-to-fly",
        "of-that-office",
    ],
)
def test_who_is_meant_and_who_only_stands_beside(
    marked: Callable[..., tuple[Report, Reading]], words: str, kinds: list[str], which: int, parties: list[str]
) -> None:
    report, reading = marked(words)
    told = tuple(replace(c, kind=kind) for c, kind in zip(reading.contacts, kinds, strict=True))
    assert contacts(resolve(report, replace(reading, contacts=told)))[which][0] == parties


def test_who_hosts_others_takes_no_part(entries: Build) -> None:
    got = entries(
        "{c0.evidence|{person|Anna Veld} met {person|Ivo Strand} on 3 May}. {c1.evidence|{person|Petra Hollin} met {person|Strand}}. "
        "{c2.evidence|On 1 June {person|Hollin} will host the two envoys}.",
        status="held",
    )
    assert contacts(got)[2][0] == ["Anna Veld", "Ivo Strand"]
    assert got.contacts[2].by == next(actor.id for actor in got.actors if actor.name == "Petra Hollin")


def test_who_invites_both_takes_no_part(entries: Build) -> None:
    got = entries(
        "Talks between {country|Orvania} and {country|Melkar} wait. {c0.evidence|{country|Kurland} has invited both sides to Bergen}.",
        kind="talks",
        status="proposed",
    )
    assert contacts(got)[0][0] == ["Orvania", "Melkar"]
    assert got.contacts[0].by == next(actor.id for actor in got.actors if actor.name == "Kurland")


def test_in_the_same_city_is_where_the_contact_before_was(entries: Build) -> None:
    got = entries(
        "{c0.evidence|{person|Anna Veld} met {person|Ivo Strand} {c0.place|in Bergen} {c0.when|on 5 May}}; "
        "{c1.evidence|{person|Veld} met {person|Strand} in the same city {c1.when|on 9 May}}."
    )
    assert [place for _, place, _ in contacts(got)] == ["Bergen", "Bergen"]


def test_it_is_what_the_sentence_before_tells_of(entries: Build) -> None:
    got = entries(
        "{c0.evidence|{country|Orvania} and {country|Melkar} talked {c0.place|in Bergen} {c0.when|on 5 May}}. "
        "{c1.evidence|It was the second round between {country|Orvania} and {country|Melkar}}.",
        kind="talks",
    )
    assert {(place, day) for _, place, day in contacts(got)} == {("Bergen", "2031-05-05")}


def test_what_is_done_during_a_meeting_is_done_there_and_then(entries: Build) -> None:
    got = entries(
        "{c0.evidence|{person|Anna Veld} met {person|Ivo Strand} {c0.place|in Bergen} {c0.when|on 5 May}}, during which "
        "{c1.evidence|{person|Veld} gave {person|Strand} a ring}."
    )
    assert {(place, day) for _, place, day in contacts(got)} == {("Bergen", "2031-05-05")}


@pytest.mark.parametrize(
    ("marked", "kind", "parties"),
    [
        (
            "{country|Orvania} and {country|Melkar} talk. {country|Kurland} looks on. {c0.evidence|A second round opens}.",
            "talks",
            ["Orvania", "Melkar"],
        ),
        (
            "{c0.evidence|Talks between {country|Orvania}, {country|Melkar} and {country|Kurland} ended}.\n\n{c1.evidence|The delegations "
            "return in June}.",
            "talks",
            ["Orvania", "Melkar", "Kurland"],
        ),
        (
            "A truce between {country|Orvania} and {organization|the Ilde Front} held. {c0.evidence|{country|Orvania} sent documents}.",
            "document",
            ["Orvania", "Ilde Front"],
        ),
        (
            "{c0.evidence|{person|Foreign Minister Anna Veld} will call {person|{person|her} counterpart}}. {person|Foreign Minister Ivo Strand}"
            " waits.",
            "call",
            ["Anna Veld", "Ivo Strand"],
        ),
        (
            "{person|Anna Veld} spoke. {c0.evidence|{group|The border commissioners} met again}, {person|Petra Hollin} said.",
            "meeting",
            ["border commissioners"],
        ),
    ],
    ids=["sides", "three", "sent-to-the-other", "counterpart", "several-as-one"],
)
def test_who_takes_part(entries: Build, marked: str, kind: str, parties: list[str]) -> None:
    assert {tuple(sorted(those)) for those, _, _ in contacts(entries(marked, kind=kind))} == {tuple(sorted(parties))}


@pytest.mark.parametrize(
    ("marked", "kind", "parties"),
    [
        ("{c0.evidence|{person|Anna Veld} phoned {person|Ivo Strand}}. The two ministers agreed {c1.evidence|to speak again}.", "call", 1),
        ("{c0.evidence|{person|Anna Veld and Ivo Strand} met}. {c1.evidence|There was no lunch}.", "meeting", 1),
        ("{person|Anna Veld} asked {person|Ivo Strand}. {c0.evidence|{person|Her} letter to {person|Strand} is short}.", "letter", 0),
    ],
    ids=["subject-before", "read-as-one", "her-letter"],
)
def test_two_persons_meet(entries: Build, marked: str, kind: str, parties: int) -> None:
    got = contacts(entries(marked, kind=kind))
    assert [sorted(names) for names, *_ in got] == [["Anna Veld", "Ivo Strand"]] * len(got)
    assert len(got) in (1, parties + 1)


def test_whom_the_reading_overlooked_takes_part_by_his_surname(entries: Build) -> None:
    marked = "{person|Anna Veld}, {person|Jo Lund} and {person|Ivo Strand} came. {c0.evidence|The meeting between {person|Veld} and Strand ended}."
    assert contacts(entries(marked))[0][0] == ["Anna Veld", "Ivo Strand"]


def test_who_mediates_is_no_side(entries: Build) -> None:
    marked = "{c0.evidence|{country|Orvania} and {country|Melkar} met for talks mediated by {country|Girelia}}."
    got = entries(marked, kind="talks")
    assert contacts(got)[0][0] == ["Orvania", "Melkar"]
    assert got.contacts[0].by is not None


def test_negotiators_stand_for_those_whose_they_are(entries: Build) -> None:
    marked = (
        "{c0.evidence|{group|{group|Negotiators} for the {organization|government of Orvania} and the {organization|Lake Front}} will meet}. "
        "{c1.evidence|The two sides met in May}."
    )
    assert [names for names, *_ in contacts(entries(marked))] == [["government of Orvania", "Lake Front"]]


def test_who_shuttles_brings_others_together(entries: Build) -> None:
    got = entries("{c0.evidence|{person|Anna Veld} has shuttled between the two capitals since April}.", kind="mediation", status="ongoing")
    assert contacts(got)[0][0] == []
    assert got.contacts[0].by is not None


def test_talks_between_persons_are_theirs(entries: Build) -> None:
    marked = "{country|Orvania} and {country|Melkar} argue. {c0.evidence|Talks between {person|Anna Veld} and {person|Ivo Strand} ended}."
    assert contacts(entries(marked, kind="talks"))[0][0] == ["Anna Veld", "Ivo Strand"]


def test_a_visit_is_where_it_was_paid_to(entries: Build) -> None:
    marked = "{c0.evidence|{person|Anna Veld} visited {place|Varsel}}."
    assert contacts(entries(marked, kind="visit")) == [(["Anna Veld"], "Varsel", None)]


def test_a_visitor_without_a_name_takes_part(entries: Build) -> None:
    got = entries("{person|Anna Veld} came. {c0.evidence|{person|Veld} met {unnamed|a visitor whom nobody will name}}.")
    assert contacts(got) == [(["Anna Veld", "visitor whom nobody will name"], None, None)]


def test_a_note_to_both_sides_is_from_who_sent_it(entries: Build) -> None:
    marked = (
        "Envoys of {country|Orvania} and {country|Melkar} came for talks between {country|Orvania} and {country|Melkar}. "
        "{organization|The Lake Council} wrote again, {c0.evidence|a short letter to both capitals}."
    )
    assert contacts(entries(marked, kind="letter"))[0][0] == ["Lake Council", "Orvania", "Melkar"]


def test_a_headline_tells_of_the_contact_below_it(entries: Build) -> None:
    got = entries(
        "{c0.evidence|{group|Ministers} speak by telephone}\n\n{c1.evidence|{person|Anna Veld} called {person|Ivo Strand} on 12 May}.",
        kind="call",
    )
    assert contacts(got) == [(["Anna Veld", "Ivo Strand"], None, "2031-05-12")]
    assert len(got.contacts[0].evidence) == 2


def test_two_days_are_not_counted_from_the_day_spoken_of_before(entries: Build) -> None:
    got = entries(
        "{c0.evidence|{person|Anna Veld} met {person|Ivo Strand} {c0.when|on 12 May}}. "
        "{c1.evidence|{person|Veld} met {person|Strand} {c1.when|on 4 and 5 May}}."
    )
    assert [day for _, _, day in contacts(got)] == ["2031-05-12", "2031-05-04/2031-05-05"]


def test_the_head_of_a_delegation_is_not_the_delegation(entries: Build) -> None:
    got = entries("{c0.evidence|{person|Anna Veld} met {person|the head of {organization|the Ilde delegation}}, {person|Ivo Strand}}.")
    assert "Ilde delegation" not in contacts(got)[0][0]


@pytest.mark.parametrize(
    ("marked", "parties"),
    [
        (
            "{c0.evidence|You met {person|Ivo Strand} in May}? {s0.source|Anna Veld} {s0.cue|said} {s0.content|that it rained}.",
            ["Anna Veld", "Ivo Strand"],
        ),
        (
            "{s0.source|Anna Veld} {s0.cue|said} {s0.content|{c0.evidence|you met {person|Ivo Strand}}}. {s1.source|Petra Hollin} {s1.cue|denied} "
            "{s1.content|it}.",
            ["Ivo Strand"],
        ),
    ],
    ids=["asked", "told-to-somebody"],
)
def test_you_is_who_answers_a_question(entries: Build, marked: str, parties: list[str]) -> None:
    assert "Petra Hollin" not in contacts(entries(marked))[0][0]
    assert set(parties) <= set(contacts(entries(marked))[0][0])


@pytest.mark.parametrize(
    ("marked", "told", "parties"),
    [
        (
            "{organization|The government of Orvania} and {organization|the Melkar Liberation Front} ({organization|LFM}) talk. "
            "{c0.evidence|The teams return to Geneva on 3 June}.",
            {"kind": "talks", "status": "planned"},
            ["government of Orvania", "Melkar Liberation Front"],
        ),
        (
            "{group|The government of Orvania and the {organization|Melkar Front (MF}}) met. {c0.evidence|The teams return on 3 June}.",
            {"kind": "talks", "status": "planned"},
            ["government of Orvania", "Melkar Front"],
        ),
        (
            "{organization|The Melkar Front} has waited long. The government has waited too. {c0.evidence|The talks resume on 3 June}.",
            {"kind": "talks", "status": "planned"},
            ["Melkar Front", "government"],
        ),
        (
            "{country|Dorvik} is cautious. Something was heard from {country|Dorvik}. {country|Orvania} and {country|Tamesh} wait; the "
            "Orvanian minister and the Tameshi minister say nothing. {c0.evidence|The talks resume on 3 June}.",
            {"kind": "talks", "status": "planned"},
            ["Orvania", "Tamesh"],
        ),
        (
            "It is late. {c0.evidence|{group|The negotiators} reconvene in Geneva on 3 June}.",
            {"kind": "talks", "status": "planned"},
            ["negotiators"],
        ),
        (
            "{person|Ivo Strand} waits. {c0.evidence|{person|Anna Veld}’s letter to {country|Orvania} is dated 3 May}.",
            {"kind": "letter"},
            ["Anna Veld", "Orvania"],
        ),
        (
            "{person|Ivo Strand} waits. {c0.evidence|{person|Anna Veld}’s letter of 3 May to the Amber House} is short.",
            {"kind": "letter"},
            ["Anna Veld", "Amber House"],
        ),
        (
            "Envoy Anna Strand waits. {c0.evidence|{country|Orvania} froze its talks with Strand}.",
            {"kind": "talks", "status": "suspended"},
            ["Orvania"],
        ),
        ("{c0.evidence|{person|Anna Veld} has been to {country|Orvania}}.", {"kind": "visit"}, ["Anna Veld", "Orvania"]),
        ("{c0.evidence|{person|Anna Veld} and {person|Ivo Strand} met in {country|Orvania}}.", {}, ["Anna Veld", "Ivo Strand"]),
        (
            "His Tameshi colleague was there. {c0.evidence|A signing by {country|Orvania} and Tamesh} is near.",
            {"kind": "document", "status": "proposed"},
            ["Orvania", "Tamesh"],
        ),
    ],
    ids=[
        "abbreviation-given",
        "group-read-as-one",
        "government-unmarked",
        "capital-no-list-has",
        "words-kept",
        "letter-to-a-country",
        "letter-to-a-house",
        "talks-with-somebody",
        "visit-to-a-country",
        "where-it-was",
        "adjective-behind-a-pronoun",
    ],
)
def test_parties_that_the_words_do_not_give_plainly(entries: Build, marked: str, told: dict[str, Any], parties: list[str]) -> None:
    assert sorted(contacts(entries(marked, **told))[0][0]) == sorted(parties)


def test_a_country_with_an_adjective_of_its_own_is_no_capital(marked: Callable[..., tuple[Report, Reading]]) -> None:
    report, reading = marked("{country|Orvania} waits. The Tameshi minister came. {country|Tamesh} waits.")
    pointing = tuple(replace(m, antecedent=0, score=0.9) if m.span.text == "Tamesh" else m for m in reading.mentions)
    cast = resolve(report, replace(reading, mentions=pointing))
    assert {actor.name for actor in cast.actors} == {"Orvania", "Tamesh"}


@pytest.mark.parametrize("initials", ["H. V.", "H. V", "H.V."])
def test_initials_of_a_transcript_mean_the_person_named_in_full(entries: Build, initials: str) -> None:
    got = entries("{person|Hanna Veld} received us. {s0.source person|" + initials + "}: {s0.content s0.direct|It rains.}")
    names = {actor.id: (actor.name, actor.why) for actor in got.actors}
    assert names[got.statements[0].speaker or ""] == ("Hanna Veld", (f"“{initials}” are the initials of Hanna Veld",))


def test_one_word_read_as_a_person_is_a_place_if_something_is_in_it(entries: Build) -> None:
    got = entries(
        "{s0.source person|Dorvik} {s0.cue|said} {s0.content|no}. Two officials in Dorvik agreed. {person|General Strand} came; "
        "confidence in {person|Strand} is high."
    )
    assert {actor.name: actor.type for actor in got.actors} == {"Dorvik": "country", "Strand": "person"}


@pytest.mark.parametrize(
    ("marked", "parties"),
    [
        (
            "{c0.evidence|{person|The foreign ministers of {country|Orvania}} and {country|Tamesh} met on 3 May}.",
            ["foreign minister of Orvania", "foreign minister of Tamesh"],
        ),
        (
            "{c0.evidence|{group|The foreign ministers of Orvania and Tamesh} met on 3 May}. {country|Orvania} and {country|Tamesh} wait. "
            "{person|Orvania’s foreign minister, Anna Veld}, smiled. {person|Foreign Minister Ivo Strand} did not.",
            ["Anna Veld", "foreign minister of Tamesh"],
        ),
    ],
    ids=["offices", "holder"],
)
def test_two_of_one_office_are_the_holder_of_each(entries: Build, marked: str, parties: list[str]) -> None:
    got = entries(marked)
    assert contacts(got)[0][0] == parties
    assert " and ".join(parties) in {actor.name for actor in got.actors}
    assert all(actor.mentions for actor in got.actors)


def test_it_is_the_report_that_tells_of_what_somebody_hands_over(entries: Build) -> None:
    got = entries(
        "{c0.evidence|{organization s0.source|The Orvanian delegation} {s0.cue|conveyed} to {country|Melkar} {s0.content|its proposals}"
        " {c0.when|in early May}}.",
        kind="document",
    )
    assert [c.per for c in got.contacts] == [None]
    assert [s.said and s.said.edtf for s in got.statements] == ["2031-05-01/2031-05-10"]


def test_who_speaks_after_a_meeting_was_at_it(entries: Build) -> None:
    got = entries(
        "{s0.content|It will rain}, {person s0.source|Anna Veld} {s0.cue|said} {c0.evidence|after a meeting with {person|Ivo Strand}}."
    )
    assert contacts(got)[0][0] == ["Anna Veld", "Ivo Strand"]


def test_a_colleague_of_another_country_is_nobody_named(entries: Build) -> None:
    got = entries(
        "{person|French minister Anna Veld} met {person|Polish minister Ivo Strand}. "
        "{c0.evidence|{person|Veld} will meet {person|her Turkish colleague}}.",
        status="planned",
    )
    assert "Ivo Strand" not in contacts(got)[0][0]


def test_rounds_told_one_after_the_other_are_of_the_same_sides(entries: Build) -> None:
    got = entries(
        "{c0.evidence|The first rounds between {country|Orvania} and {country|Melkar} were held in {place|Utrecht}}, "
        "{c1.evidence|then by video link}, {c2.evidence|a fourth in {place|Bergen} {c2.when|on 9 May}}.",
        kind="talks",
    )
    assert contacts(got) == [
        (["Orvania", "Melkar"], "Utrecht", None),
        (["Orvania", "Melkar"], None, None),
        (["Orvania", "Melkar"], "Bergen", "2031-05-09"),
    ]
    assert [c.round for c in got.contacts] == [None, None, 4]


def test_a_verb_that_its_evidence_ends_with_is_dated_by_what_follows(entries: Build) -> None:
    got = entries("{c0.evidence|{person|Anna Veld} and {person|Ivo Strand} met} by video link on 9 May.")
    assert contacts(got) == [(["Anna Veld", "Ivo Strand"], None, "2031-05-09")]


def test_a_letter_is_told_by_the_report_and_not_by_its_writer(entries: Build) -> None:
    got = entries(
        "{c0.evidence|{person s0.source|Anna Veld} {s0.cue|wrote} to {person|Ivo Strand} {c0.when|on Monday} {s0.content|that it rains}}.",
        kind="letter",
    )
    assert got.contacts[0].per is None
    got = entries(
        "{person s0.source|Anna Veld} {s0.cue|said} {s0.content|that {c0.evidence|{person|Petra Hollin} wrote to {person|Ivo Strand}}}.",
        kind="letter",
    )
    assert got.contacts[0].per == got.statements[0].id


def test_envoys_of_two_that_nothing_else_names_came_for_both(entries: Build) -> None:
    got = entries("{c0.evidence|{group|Envoys of Orvania and Melkar} met}.", kind="talks")
    assert contacts(got) == [(["Orvania", "Melkar"], None, None)]


def test_whom_a_letter_is_to_takes_part_though_no_mention_covers_the_name(entries: Build) -> None:
    got = entries("{c0.evidence|{person|Anna Veld} wrote to Ivo Strand on Monday}.", kind="letter")
    assert contacts(got)[0][0] == ["Anna Veld", "Ivo Strand"]
    got = entries("{c0.evidence|{person|Anna Veld} wrote to Bergen Bank officials}.", kind="letter")
    assert contacts(got)[0][0] == ["Anna Veld"]


@pytest.mark.parametrize(
    "marked",
    [
        "{c0.evidence|{country|Orvania} and {country|Melkar} met with {country|Kurland} and {country|Tesk} as observers}.",
        "{c0.evidence|{country|Orvania} and {country|Melkar} met with {country|Kurland} in the chair}.",
        "{c0.evidence|{country|Orvania} and {country|Melkar} met, with the participation of {country|Kurland}}.",
    ],
)
def test_who_looks_on_takes_no_part(entries: Build, marked: str) -> None:
    assert contacts(entries(marked, kind="talks")) == [(["Orvania", "Melkar"], None, None)]


def test_the_body_of_an_envoy_who_is_named_is_not_there_as_well(entries: Build) -> None:
    got = entries("{c0.evidence|{person|Anna Veld} met the representative of {organization|the Ilde Front}, {person|Ivo Strand}}.")
    assert contacts(got) == [(["Anna Veld", "Ivo Strand"], None, None)]


def test_the_two_ministers_are_not_the_one_who_brought_them_together(entries: Build) -> None:
    got = entries(
        "{c0.evidence|{person|Luca Ferri} and {person|Ada Brun} met, hosted by {c0.by person|Foreign Minister Anna Veld}}. "
        "{c1.evidence|{person|Veld} received {person|Ferri} {c1.when|on Tuesday}}. "
        "{c2.evidence|The two ministers will meet again {c2.when|in June}}."
    )
    assert [parties for parties, _, _ in contacts(got)] == [["Luca Ferri", "Ada Brun"], ["Anna Veld", "Luca Ferri"]]


def test_who_is_named_before_what_is_denied_of_him_takes_part(entries: Build) -> None:
    got = entries(
        "{organization|The Ilde Front} denies that its leader, {person|Ivo Strand}, {c0.evidence|had met {unnamed|officials of the bank}}.",
        status="denied",
    )
    assert contacts(got) == [(["Ivo Strand", "officials of the bank"], None, None)]


def test_a_single_name_that_no_mention_covers_is_whom_a_letter_is_to(entries: Build) -> None:
    got = entries("{person|Anna Veld} received {person|Lars Moe}. {c0.evidence|On Tuesday {person|Veld} wrote to Strand}.", kind="letter")
    assert contacts(got)[0][0] == ["Anna Veld", "Strand"]


def test_what_was_proposed_on_a_day_was_not_held_then(entries: Build) -> None:
    got = entries("{person|Anna Veld} had proposed {c0.evidence|the talks {c0.when|on 3 May}}.", kind="talks", status="proposed")
    assert [(c.status, c.when) for c in got.contacts] == [("proposed", None)]


def test_words_that_only_the_model_takes_for_a_date_count_where_there_is_no_other(
    marked: Callable[..., tuple[Report, Reading]],
) -> None:
    report, reading = marked("{c0.evidence|{person|Anna Veld} will meet {person|Ivo Strand} before Christmas}.", status="planned")
    start = report.text.index("before Christmas")
    reading = replace(reading, dates=(Span.of(report.text, start, start + len("before Christmas")),))
    (found,) = resolve(report, reading).contacts
    assert found.when
    assert found.when.edtf == "2031-05-14/2031-12-24"
    noon, reading = marked("{c0.evidence|{person|Anna Veld} met {person|Ivo Strand} at noon}.")
    start = noon.text.index("noon")
    (found,) = resolve(noon, replace(reading, dates=(Span.of(noon.text, start, start + len("noon")),))).contacts
    assert found.when is None


@pytest.mark.parametrize(
    ("marked", "status", "place"),
    [
        ("{c0.evidence|A second meeting of {person|Anna Veld} and {person|Ivo Strand} is set for Bergen on 3 June}.", "planned", "Bergen"),
        ("{c0.evidence|{person|Anna Veld} and {person|Ivo Strand} would send deputies to Bergen on Friday}.", "planned", "Bergen"),
        ("{c0.evidence|{person|Anna Veld} goes straight to {person|Ivo Strand}}.", "planned", None),
        ("{c0.evidence|{person|Anna Veld} will send a draft to {person|Ivo Strand}}.", "planned", None),
        ("{c0.evidence|A call on {person|Anna Veld} and {person|Ivo Strand} to meet is due for Friday}.", "planned", None),
        (
            "They flew to Bergen. {c0.evidence|{person|Anna Veld} will meet {person|Ivo Strand} there on Friday}.",
            "planned",
            "Bergen",
        ),
        ("BERGEN — {c0.evidence|Talks of {person|Anna Veld} and {person|Ivo Strand} began}.", "held", "Bergen"),
        ("BERGEN — {c0.evidence|In talks, {person|Anna Veld} and {person|Ivo Strand} had met four times}.", "held", None),
    ],
)
def test_where_a_contact_is_to_be(entries: Build, marked: str, status: str, place: str | None) -> None:
    (contact,) = entries(marked, kind="talks", status=status).contacts
    assert contact.place == place
