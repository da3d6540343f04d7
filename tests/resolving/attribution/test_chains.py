from collections.abc import Callable
from dataclasses import replace

import pytest

from onrecord.model import Entries, Reading, Report
from onrecord.resolving.resolve import resolve

Build = Callable[..., Entries]


def chains(entries: Entries) -> list[tuple[str | None, list[str]]]:
    names = {actor.id: actor.name for actor in entries.actors}
    return [(names[s.speaker] if s.speaker else None, [names[relay.actor] for relay in s.via]) for s in entries.statements]


@pytest.mark.parametrize(
    ("marked", "expected"),
    [
        (
            "{outlet s0.source|The Courier} {s0.cue|reports}, citing {unnamed|two diplomats}, {s0.content|that Orvania will not sign}.",
            [("two diplomats", ["Courier"])],
        ),
        (
            "According to {outlet|the newspaper Herald}, {s0.source|Anna Veld} {s0.cue|proposed} {s0.content|a pause}.",
            [("Anna Veld", ["Herald"])],
        ),
        (
            "{s0.source|Anna Veld} {s0.cue|wants} {s0.content|a pause}. This became known to {outlet|the Herald}.",
            [("Anna Veld", ["Herald"])],
        ),
        (
            "{s0.source|Anna Veld} {s0.cue|wants} {s0.content|a pause}. About this informs {outlet|Radio Ilde} with reference to "
            "{unnamed|a source in the palace}.",
            [("Anna Veld", ["source in the palace", "Radio Ilde"])],
        ),
        (
            "{s0.source|Anna Veld} {s0.cue|told} her staff {s0.content|that it rains}, {outlet s0.via|the Herald} reported, citing notes taken "
            "by {unnamed|an aide}.",
            [("Anna Veld", ["aide", "Herald"])],
        ),
        (
            "{person|Ivo Strand} came. In a letter read out by Strand, {s0.source|Anna Veld} {s0.cue|asked} {s0.content|for a pause}.",
            [("Anna Veld", ["Ivo Strand"])],
        ),
        ("{s0.source|Anna Veld} {s0.cue|said} {s0.content|that it rains}, citing {organization|the guild}.", [("Anna Veld", [])]),
        (
            "{outlet s0.via|The Courier} {s0.cue|reported}, citing {person s0.source|Anna Veld}, {s0.content|that it rains}. "
            "{s1.source|Veld} {s1.cue|is quoted as saying}: {s1.content|little}.",
            [("Anna Veld", ["Courier"]), ("Anna Veld", ["Courier"])],
        ),
        (
            "As {outlet s0.via|the Courier} wrote, with reference to {unnamed|diplomats}, {s0.source|Anna Veld} {s0.cue|said} {s0.content|so}.",
            [("Anna Veld", ["diplomats", "Courier"])],
        ),
        (
            "{outlet s0.source|The Courier} {s0.cue|reports}, relying on {unnamed|two diplomats}, {s0.content|that it rains}.",
            [("two diplomats", ["Courier"])],
        ),
        ("{outlet s0.source|The Courier} {s0.cue|writes} {s0.content|that the mood is grim}.", [("Courier", [])]),
        (
            "{outlet|Radio Ilde} came. It then played an extract from a speech which {s0.source|Anna Veld} {s0.cue|was said} {s0.content|to have "
            "given}: {s0.content|“No.”} In the recording {person s1.source|she} {s1.cue|also promised} {s1.content|rain}.",
            [("Anna Veld", ["Radio Ilde"]), ("Anna Veld", ["Radio Ilde"])],
        ),
        (
            "{s0.content|Anna Veld has left}, {outlet s0.source|the Courier} {s0.cue|reports}, citing his driver.",
            [("his driver", ["Courier"])],
        ),
        ("Per the minutes, {s0.source|Anna Veld} {s0.cue|warned of} {s0.content|it}.", [("Anna Veld", ["minutes"])]),
        ("{s0.source|Anna Veld}, as write Orvania media, {s0.cue|promised} {s0.content|rain}.", [("Anna Veld", ["Orvania media"])]),
        ("In a clip his daughter posted, {s0.source|Anna Veld} {s0.cue|promised} {s0.content|rain}.", [("Anna Veld", ["his daughter"])]),
        ("Via his lawyer, {s0.source|Ivo Strand} {s0.cue|denies} {s0.content|it}.", [("Ivo Strand", ["lawyer of Ivo Strand"])]),
        ("{s0.source|Anna Veld}, they show, {s0.cue|asked for} {s0.content|rain}.", [("Anna Veld", [])]),
        (
            "{s1.content|To both, {s0.source|Anna Veld} {s0.cue s0.inside.1|had appealed} {s0.content|for rain}}, {organization s1.source|the "
            "palace} {s1.cue|said}.",
            [("palace", []), ("Anna Veld", ["palace"])],
        ),
        ("{s0.source|Anna Veld} {s0.cue|told} {outlet s0.to|the Herald} {s0.content|that it rains}.", [("Anna Veld", [])]),
        (
            "{outlet s0.via|The agency Delta}, quoting {outlet s0.via|the Herald}: {s0.source|Anna Veld} {s0.cue|wants} {s0.content|a pause}.",
            [("Anna Veld", ["Herald", "Delta"])],
        ),
        (
            "{s0.source|Anna Veld} {s0.cue|told} {outlet s0.to s0.via|the Herald} {s0.content|that it rains}, as quoted by "
            "{outlet s0.via|the Courier}.",
            [("Anna Veld", ["Herald", "Courier"])],
        ),
        (
            "{s0.source|Anna Veld} {s0.cue|wants} {s0.content|a pause}; according to {outlet|the Herald}, it rains.",
            [("Anna Veld", [])],
        ),
        (
            "{s0.source|Anna Veld} {s0.cue|wants} {s0.content|a pause}, {s0.via|two of {person|her} listeners} recalled.",
            [("Anna Veld", ["two of her listeners"])],
        ),
        (
            "{outlet s0.via|The Courier} {s0.cue|quoted} {s0.source|Anna Veld}, citing {unnamed s0.via|an aide}, {s0.content|that it rains}.",
            [("Anna Veld", ["aide", "Courier"])],
        ),
        (
            "{s0.source|Anna Veld} {s0.cue|told} {s0.to|staff} {s0.content|that it rains}, by the account of two delegates who were there.",
            [("Anna Veld", ["two delegates who were there"])],
        ),
        (
            "{s0.source|Anna Veld} {s0.cue|let it be known}, through {unnamed|a lawyer}, {s0.content|that it rains}.",
            [("Anna Veld", ["lawyer"])],
        ),
        ("{s0.source|Anna Veld} {s0.cue|noted} through her channel {s0.content|that it rains}.", [("Anna Veld", [])]),
        (
            "{s0.source|Anna Veld} {s0.cue|is said} by {unnamed s0.to|two aides} {s0.content|to want rain}.",
            [("Anna Veld", ["two aides"])],
        ),
        (
            "{person|Anna Veld} left. {unnamed s0.source|Two delegates} {s0.cue|heard her complain} {s0.content|that it rains}.",
            [("Anna Veld", ["Two delegates"])],
        ),
        (
            "{person s0.source|Anna Veld} {s0.cue|wants} {s0.content|rain}. {outlet s1.source|The Herald} {s1.cue|ran this as} "
            "{s1.content|a wish for “snow”}.",
            [("Anna Veld", []), ("Anna Veld", ["Herald"])],
        ),
        (
            "{s0.source|Anna Veld} {s0.cue|denied} {s0.content|that it rains}, as {outlet|the Herald} reported.",
            [("Anna Veld", [])],
        ),
        (
            "{outlet s0.via|The Herald} {s0.cue|reports}, citing {unnamed s0.source|a sailor on leave}, {s0.content|that it rains}, "
            "and {s1.cue|expects} {s1.content|snow}.",
            [("sailor on leave", ["Herald"]), ("sailor on leave", ["Herald"])],
        ),
        (
            "{s0.source|Anna Veld} {s0.cue|told} {outlet s0.to|the Herald} {s0.content|that it rains}, {outlet|the Courier} writes.",
            [("Anna Veld", ["Herald", "Courier"])],
        ),
    ],
    ids=[
        "citing",
        "according-to",
        "became-known",
        "about-this-informs",
        "notes-taken-by",
        "read-out-by-a-surname",
        "citing-for-herself",
        "quoted-on",
        "with-reference-to-before-the-source",
        "relying-on",
        "the-outlet-itself",
        "recording",
        "his-driver",
        "per-the-minutes",
        "as-write",
        "posted",
        "via-his-lawyer",
        "they-show",
        "to-both",
        "told-is-addressee",
        "nearest-the-speaker-first",
        "addressee-first",
        "another-clause",
        "no-mention-yet",
        "a-person-does-not-give-way",
        "unread-words-after-the-phrase",
        "through-somebody",
        "own-channels-relay-nothing",
        "read-as-addressee",
        "heard-complain",
        "version-of-another",
        "what-is-denied-is-not-relayed",
        "known-through-one-outlet",
        "told-one-quoted-by-another",
    ],
)
def test_chains(entries: Build, marked: str, expected: list[tuple[str | None, list[str]]]) -> None:
    assert chains(entries(marked)) == expected


@pytest.mark.parametrize(
    ("marked", "expected"),
    [
        (
            "Citing {unnamed|two officials}, {outlet s0.source|the Courier} {s0.cue|reported} {s0.content|that {person s1.inside.0 s1.source|Jo "
            "Karr} {s1.cue|refused} {s1.content|a meeting}}.",
            [("two officials", ["Courier"]), ("Jo Karr", ["two officials", "Courier"])],
        ),
        (
            "{s0.cue|According to} {unnamed s0.source|two aides}, {s0.content|{person s1.inside.0 s1.source|Jo Karr} {s1.cue|refused} "
            "{s1.content|a meeting}}.",
            [("two aides", []), ("Jo Karr", ["two aides"])],
        ),
        (
            "{unnamed s0.source|Two aides} {s0.cue|said} {s0.content|it rains, and that {person s1.inside.0 s1.source|Jo Karr} {s1.cue|refused} "
            "{s1.content|a meeting}}.",
            [("Two aides", []), ("Jo Karr", [])],
        ),
        ("Diplomats were cited by {outlet|the Herald} as {s0.cue|saying} {s0.content|that it rains}.", [("Diplomats", ["Herald"])]),
        (
            "{person|Ivo Strand} was overheard by {unnamed s0.source|two guests} {s0.cue|telling} a driver {s0.content|that it rains}.",
            [("Ivo Strand", ["two guests"])],
        ),
        (
            "The minutes, which run to ten pages, {s0.cue|record {person s0.source|Anna Veld} as saying} {s0.content|that it rains}.",
            [("Anna Veld", ["minutes"])],
        ),
        (
            "{outlet s0.source|Lanterna} {s0.cue|has {person|Anna Veld} saying} {s0.content|that it rains}.",
            [("Anna Veld", ["Lanterna"])],
        ),
        ("{person s0.source|Anna Veld} {s0.cue|has been asking} {s0.content|for rain}.", [("Anna Veld", [])]),
        (
            "In a note that {outlet|Lanterna} has published, {person s0.source|Anna Veld} {s0.cue|complains} {s0.content|of rain}.",
            [("Anna Veld", ["Lanterna"])],
        ),
        (
            "{person s0.source|Anna Veld} {s0.cue|asked} {s0.content|for rain}, if {unnamed|two aides} are to be believed.",
            [("Anna Veld", ["two aides"])],
        ),
        (
            "By {unnamed|two aides}’ account, {person s0.source|Anna Veld} {s0.cue|asked} {s0.content|for rain}.",
            [("Anna Veld", ["two aides"])],
        ),
        (
            "{person s0.source|Anna Veld} {s0.cue|asked} {s0.content|for rain} in a message reposted by {outlet|Lanterna}.",
            [("Anna Veld", ["Lanterna"])],
        ),
        (
            "{outlet s0.source|Lanterna} {s0.cue|showed} {s0.content|{person s1.source s1.inside.0|Anna Veld} {s1.cue|telling} a guest "
            "{s1.content|that it rains}}.",
            [("Anna Veld", ["Lanterna"])],
        ),
        (
            "{outlet|The Courier}, citing {unnamed s0.source|an aide}, {s0.cue|says} {s0.content|it rains}.",
            [("aide", ["Courier"])],
        ),
        (
            "The site {outlet|Lanterna} published a recording in which {person s0.source|Anna Veld} {s0.cue|tells} a guest "
            "{s0.content|that it rains}.",
            [("Anna Veld", ["Lanterna"])],
        ),
        (
            "{person s0.source|Anna Veld} {s0.cue|let it be known}, through {person|her assistant}, {s0.content|that it rains}.",
            [("Anna Veld", ["assistant of Anna Veld"])],
        ),
        (
            "{person|Ivo Strand} came. {country s0.source|Orvania}, through {organization|its foreign ministry}, {s0.cue|called} "
            "{s0.content|it rude}.",
            [("Orvania", ["foreign ministry of Orvania"])],
        ),
        (
            "{person s0.source s1.via|Anna Veld} {s0.cue|recalls} {s0.content|that {country s1.inside.0 s1.source|Orvania} "
            "{s1.cue|offered} {s1.content|a pause}}.",
            [("Anna Veld", []), ("Orvania", [])],
        ),
    ],
    ids=[
        "cited-first",
        "according-to-people",
        "among-other-things",
        "quoted-by",
        "overheard-by",
        "minutes-record",
        "has-her-saying",
        "has-been-asking",
        "note-that",
        "to-be-believed",
        "account",
        "reposted",
        "shown",
        "citing",
        "recording",
        "assistant",
        "its-ministry",
        "inside",
    ],
)
def test_who_passes_it_on(entries: Build, marked: str, expected: list[tuple[str | None, list[str]]]) -> None:
    assert chains(entries(marked)) == expected


def test_every_link_leads_to_its_words(entries: Build) -> None:
    got = entries("According to {outlet|the Herald}, {s0.source|Anna Veld} {s0.cue|proposed} {s0.content|a pause}.")
    assert [span.text for relay in got.statements[0].via for span in relay.spans] == ["the Herald"]


def test_the_own_outlet_is_no_link(marked: Callable[..., tuple[Report, Reading]]) -> None:
    report, reading = marked("{s0.source|Anna Veld} {s0.cue|asks for} {s0.content|rain} in a letter seen by {outlet|the Herald}.")
    assert chains(resolve(replace(report, outlet="The Herald"), reading)) == [("Anna Veld", [])]
    assert chains(resolve(replace(report, outlet="The Courier"), reading)) == [("Anna Veld", ["Herald"])]


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        (
            "{organization s0.source|The Orvanian government} {s0.cue|denied} {s0.content|a sale}, after {outlet|the weekly Compass} reported, "
            "citing {unnamed|two officers}, that engineers had come.",
            [("Orvanian government", [])],
        ),
        (
            "{organization s0.source|The council} {s0.cue|called} {s0.content|it “a lie told by {person|a man with a ticket}”} and "
            "{organization s1.source|it} {s1.cue|offered} {s1.content|a pause}.",
            [("council", []), ("council", [])],
        ),
        (
            "{organization s0.source|The council} {s0.cue|promised} {s0.content|nothing}, but, according to {person|Ivo Strand}, it will pay.",
            [("council", [])],
        ),
        (
            "{organization s0.source|The council} {s0.cue|promised} {s0.content|rain}; it was met by the mayor and, in Kolm, by his deputy, "
            "{person|Ivo Strand}, and left with what {organization s1.source|it} {s1.cue|called} {s1.content|“a yes”}.",
            [("council", []), ("council", [])],
        ),
        (
            "It rained. According to {person|his} information, {organization s0.source|the council} {s0.cue|will pay} {s0.content|on Friday}.",
            [("council", [])],
        ),
        (
            "{person|Ivo Strand} waited. {person|Anna Veld} spoke. {person s0.source|She} {s0.cue|was prepared}, {person|she} told us, "
            "{s0.content|to pay}.",
            [("Anna Veld", [])],
        ),
    ],
    ids=["denied", "told-by", "but-according-to", "met-by", "his-information", "herself"],
)
def test_who_is_named_for_other_words_relays_nothing(
    entries: Callable[..., Entries], words: str, expected: list[tuple[str, list[str]]]
) -> None:
    assert chains(entries(words)) == expected


@pytest.mark.parametrize(
    ("marked", "expected"),
    [
        (
            "{s0.source|Anna Veld} {s0.cue|told} {outlet s0.via s0.to|the daily Herald} {s0.content|that it rains}.",
            [("Anna Veld", [])],
        ),
        (
            "{s0.content|“It rains,”} {s0.source|Anna Veld} {s0.cue|is quoted as saying} by {outlet|the Herald}.",
            [("Anna Veld", ["Herald"])],
        ),
        (
            "{s0.source|Anna Veld} {s0.cue|answered} through {person|her} press secretary: {s0.content|“It rains.”}",
            [("Anna Veld", ["press secretary of Anna Veld"])],
        ),
        (
            "{s0.source|Anna Veld}, by {person|her} spokesman, {s0.cue|denied} {s0.content|that it rains}.",
            [("Anna Veld", ["spokesman of Anna Veld"])],
        ),
        (
            "As informs {outlet s0.via|{organization|the government}’s press service}, {s0.source|Anna Veld} {s0.cue|said} "
            "{s0.content|that it rains}.",
            [("Anna Veld", ["government’s press service"])],
        ),
        (
            "{outlet s0.source|The Herald} {s0.cue|quotes} an unnamed general: {s0.content|any soldier who comes will be sent home}.",
            [("unnamed general", ["Herald"])],
        ),
        (
            "{outlet|The Herald} {s0.cue|quotes} {s0.source|the minister Anna Veld} as follows: {s0.content|“It rains.”}",
            [("Anna Veld", ["Herald"])],
        ),
        (
            "{s0.source|Anna Veld}, in remarks carried by Harbourline, {s0.cue|wished} {s0.content|both ministers luck}.",
            [("Anna Veld", ["Harbourline"])],
        ),
        (
            "{outlet|The Herald} quoted {s0.source|Anna Veld}, with reference to {unnamed|an aide}, {s0.cue|as saying} "
            "{s0.content|that it rains}.",
            [("Anna Veld", ["aide", "Herald"])],
        ),
        (
            "{person|Anna Veld}, the columnist, heard {s0.source|somebody {person|she} trusts} {s0.cue|say} {s0.content|that it rains}.",
            [("somebody she trusts", [])],
        ),
        (
            "{s0.source|Anna Veld} {s0.cue|regards} {s0.content|it as settled}, {outlet s0.via|the Herald} wrote, quoting "
            "{unnamed|a dinner guest}.",
            [("Anna Veld", ["dinner guest", "Herald"])],
        ),
        (
            "{person|Anna Veld} {s0.cue|is believed by} {unnamed s0.source|diplomats in Zurich} {s0.content|to favour a pause}.",
            [("Anna Veld", ["diplomats in Zurich"])],
        ),
        (
            "{s0.source|Anna Veld} {s0.cue|said} {s0.content|that no visit is planned}, commenting on a report by {outlet s0.via|the Herald}.",
            [("Anna Veld", [])],
        ),
        ("{s0.content|Flour will last}, {s0.source|Anna Veld} {s0.cue|said}, citing {organization s0.via|the guild}.", [("Anna Veld", [])]),
        (
            "In {outlet s0.via|the daily Herald}, {s0.source|Anna Veld} {s0.cue|wrote} {s0.content|that it rains}.",
            [("Anna Veld", [])],
        ),
        (
            "{person|Anna Veld} left. {unnamed|One of the cadets} {s0.cue|remembers {person s0.source|her} adding}: {s0.content|“It rains.”}",
            [("Anna Veld", ["One of the cadets"])],
        ),
        ("{s0.source|Anna Veld} {s0.cue|said} {s0.content|it rains} through {person s0.via|an interpreter}.", [("Anna Veld", [])]),
        (
            "{s0.source|Anna Veld} {s0.cue|said} {s0.content|that it rains}. Her comments were first reported by {outlet|Radio Ilde}.",
            [("Anna Veld", ["Radio Ilde"])],
        ),
        (
            "{s0.source|Anna Veld}, according to {unnamed|people familiar with her} thinking, {s0.cue|wants} {s0.content|rain}.",
            [("Anna Veld", ["people familiar with her thinking"])],
        ),
        (
            "{outlet s0.source|The Herald} {s0.cue|wrote}, leaning on {unnamed|two aides}, {s0.content|that it rains}.",
            [("two aides", ["Herald"])],
        ),
        (
            "{person|Anna Veld} refused to comment. {person s0.source|President Ivo Strand}, {person s0.via|she} told reporters, "
            "{s0.cue|considers} {s0.content|it settled}.",
            [("Ivo Strand", ["Anna Veld"])],
        ),
        (
            "{person|Mr Olav Roe} left. {person|Mr Ivo Strand} {s0.cue|quoted {person s0.source|him} as saying} {s0.content|little}.",
            [("Olav Roe", ["Ivo Strand"])],
        ),
        (
            "{person|Ms Anna Veld} had asked for it; {person s0.source|Ms Olga Roe} {s0.cue|refused} {s0.content|it}, according to "
            "{organization|{person|her} office}.",
            [("Olga Roe", ["office of Olga Roe"])],
        ),
        (
            "{outlet s0.via|{country|Orvania} Today}, quoting {unnamed s0.source|an aide}, {s0.cue|reports} {s0.content|rain}.",
            [("aide", ["Orvania Today"])],
        ),
        (
            "{s0.content|It rains}, {s0.cue|it was said} in a message passed on by {organization|the mission}.",
            [("unnamed source", ["mission"])],
        ),
    ],
    ids=["told-an-outlet", "as-saying-by", "press-secretary", "by-her-spokesman", "press-service",
         "quotes-a-general", "as-follows", "carried-by",
         "with-reference-to", "somebody-she-trusts", "quoting-behind", "believed-by", "commenting", "citing-herself", "in-a-paper", "remembers", "interpreter",
         "first-reported", "familiar", "leaning-on", "she-told", "quoted-him", "her-office", "longer-name",
         "passed-on"],
)  # fmt: skip
def test_relayers_told_by_form(entries: Build, marked: str, expected: list[tuple[str | None, list[str]]]) -> None:
    assert chains(entries(marked)) == expected


def test_the_newspaper_is_not_the_reports_own(marked: Callable[..., tuple[Report, Reading]]) -> None:
    report, reading = marked(
        "{outlet|The Herald} was first. {s0.source|Anna Veld} {s0.cue|denied} {s0.content|it} to {outlet|the Courier}. {outlet s1.source|The "
        "newspaper} {s1.cue|writes} {s1.content|that it rains}."
    )
    assert chains(resolve(replace(report, outlet="The Courier"), reading))[1] == ("Herald", [])
    assert chains(resolve(replace(report, outlet="The Lantern"), reading))[1] == ("Courier", [])


@pytest.mark.parametrize(
    ("marked", "expected"),
    [
        (
            "{s0.content|{organization s1.source s1.inside.0|The council} {s1.cue|is ready} {s1.content|to talk}}, {organization s0.source|the "
            "palace} {s0.cue|announced}.",
            [("palace", []), ("council", ["palace"])],
        ),
        (
            "{s0.direct s0.content|“{organization s1.source s1.inside.0|The council} {s1.cue|is ready} {s1.content|to talk}},” "
            "{person s0.source|Anna Veld} {s0.cue|said}.",
            [("Anna Veld", []), ("council", [])],
        ),
        (
            "{s0.content|{person s1.source s1.inside.0|Ivo Strand} {s1.cue|told} me {s1.content|to wait}}, {person s0.source|Anna Veld} "
            "{s0.cue|said}.",
            [("Anna Veld", []), ("Ivo Strand", [])],
        ),
        (
            "{s0.content|On 14 March {person s1.source s1.inside.0|Anna Veld} {s1.cue|admitted} {s1.content|to a talk}}, {s0.cue|according to} "
            "{unnamed s0.source|three deputies}.",
            [("three deputies", []), ("Anna Veld", ["three deputies"])],
        ),
        (
            "{s0.content|{person s1.source s1.inside.0|Ivo Strand} {s1.cue|has not said} {s1.content|when}}, {organization s0.source|the palace} "
            "{s0.cue|reported}.",
            [("palace", []), ("Ivo Strand", [])],
        ),
    ],
    ids=["comment-clause", "quotation", "first-person", "adverbial-before", "silence"],
)
def test_who_stands_in_a_comment_clause_relays(entries: Build, marked: str, expected: list[tuple[str | None, list[str]]]) -> None:
    assert chains(entries(marked)) == expected


@pytest.mark.parametrize(
    ("marked", "expected"),
    [
        (
            "{s0.source|Anna Veld} {s0.cue|said} {s0.content|so} in a message broadcast by Radio Ilde and monitored by {outlet s0.via|the Wire}.",
            [("Anna Veld", ["Radio Ilde", "Wire"])],
        ),
        (
            "In a recording sent to {outlet|Ilde FM} and relayed by {outlet s0.via|the Herald}, {s0.source|Anna Veld} {s0.cue|warns} "
            "{s0.content|of rain}.",
            [("Anna Veld", ["Ilde FM", "Herald"])],
        ),
        (
            "{s0.source|Anna Veld}, in a letter read out on the quay by Harbour Master {person|Ole Vang}, {s0.cue|promised} {s0.content|rain}.",
            [("Anna Veld", ["Ole Vang"])],
        ),
        (
            "As {outlet s0.via|the Herald} reports with reference to circles close to the talks, {s0.source|Anna Veld} {s0.cue|refused} "
            "{s0.content|to come}.",
            [("Anna Veld", ["circles close to the talks", "Herald"])],
        ),
        (
            "{s0.source|The ministry}, as {outlet s0.via|the Wire} transmits with reference to {person s0.via|Ivo Strand}, {s0.cue|denied} "
            "{s0.content|it}.",
            [("ministry", ["Ivo Strand", "Wire"])],
        ),
        (
            "{s0.source|Anna Veld} {s0.cue|intends} {s0.content|to come}, {unnamed s1.source|one of her advisers} said. "
            "{s1.direct s1.content|“Rain is no problem,”} the adviser {s1.cue|added}.",
            [("Anna Veld", ["one of her advisers"]), ("one of her advisers", [])],
        ),
        (
            "{s0.source|Anna Veld} {s0.cue|wants} {s0.content|rain}.\n\nThis became known to {outlet|the Herald}.",
            [("Anna Veld", ["Herald"])],
        ),
        (
            "As {outlet s0.via|the newspaper “Ilde}” writes, {s0.source|Anna Veld} {s0.cue|wants} {s0.content|rain}.",
            [("Anna Veld", ["Ilde"])],
        ),
        (
            "{s0.source|Anna Veld} {s0.cue|told} {s0.to|the council} {s0.content|that it rains}, {organization|the statement} said.",
            [("Anna Veld", ["statement"])],
        ),
        (
            "{unnamed s0.source|Diplomats} {s0.cue|say} {s0.content|that it rains and that {person s1.source s1.inside.0|Anna Veld} had, through "
            "{unnamed|a lawyer}, {s1.cue|asked for} {s1.content|rain} in May}.",
            [("Diplomats", []), ("Anna Veld", ["lawyer"])],
        ),
        # None of these relays anything.
        (
            "{s0.content|“So,”} to {outlet s0.via|the agency Ilde} {s0.cue|explained} {s0.source|Anna Veld}.",
            [("Anna Veld", [])],
        ),
        (
            "{s0.source|Anna Veld}, reached through {organization|her office}, {s0.cue|said} {s0.content|so}.",
            [("Anna Veld", [])],
        ),
    ],
)  # fmt: skip
def test_relayers_by_what_stands_before_them(entries: Build, marked: str, expected: list[tuple[str | None, list[str]]]) -> None:
    assert chains(entries(marked)) == expected


@pytest.mark.parametrize(("name", "own"), [("Courier", True), ("Dorvik", True), ("Wire", False)])
def test_the_own_outlet_by_a_short_name_is_no_link(marked: Callable[..., tuple[Report, Reading]], name: str, own: bool) -> None:
    report, reading = marked(
        f"{{outlet s0.via|{name}}} has learned from {{unnamed s0.source|an aide}} {{s0.cue|that}} {{s0.content|it rains}}."
    )
    links = chains(resolve(replace(report, outlet="Dorvik Courier"), reading))
    assert links == [("aide", [] if own else [name])]


@pytest.mark.parametrize(
    "name", ["Strait Press", "Dorvik Wire", "Ilde Radio", "Orsuk Post", "Lake Herald", "Mint Agency", "Brenn Daily", "Kell News"]
)
def test_of_two_relayers_that_begin_alike_the_longer_one_counts(entries: Build, name: str) -> None:
    got = entries(
        f"{{s0.source|Anna Veld}} {{s0.cue|wants}} {{s0.content|a pause}}, according to {{outlet s0.via|{{person s0.via|{name}}}, the state agency}}."
    )
    (statement,) = got.statements
    assert [relay.spans[0].text for relay in statement.via] == [f"{name}, the state agency"]


def test_who_says_it_is_not_the_subject_of_what_he_says(entries: Build) -> None:
    marked = (
        "{person|President Ivo Strand} came. {unnamed|A colonel} put it otherwise. {s0.content|{person|The president}}, {person s0.source|he} "
        "{s0.cue|said}, {s0.content|was ill}."
    )
    assert chains(entries(marked)) == [("colonel", [])]


@pytest.mark.parametrize(
    ("marked", "expected"),
    [
        (
            "{s0.content|{person|Anna Veld} would accept a recount}, {s0.source|her deputy, Ivo Strand}, {s0.cue|told} reporters.",
            [("Anna Veld", ["Ivo Strand"])],
        ),
        (
            "{s0.content|{person|President Strand}}, {unnamed s0.source|two aides} {s0.cue|say}, {s0.content|is loath to sign}.",
            [("Strand", ["two aides"])],
        ),
        (
            "{s0.content|{organization|The harbour guild} wants a pause}, {unnamed s0.source|a pilot} {s0.cue|said}.",
            [("harbour guild", ["pilot"])],
        ),
        (
            "{s0.content|Yet}, according to {unnamed s0.source s0.cue|two clerks}, {person|Veld} has cautioned the mayor {s0.content|against it}.",
            [("Veld", ["two clerks"])],
        ),
        (
            "It rained, and {organization|the guild}, through {s0.source|Pilot Ivo Strand}, {s0.cue|insists} {s0.content|that it is dry}.",
            [("guild", ["Ivo Strand"])],
        ),
        (
            "{group s0.source|The pilots of Kolm, through the chairwoman of their guild, Anna Veld}, {s0.cue|ask} {s0.content|for a pause}.",
            [("pilots of Kolm", ["Anna Veld"])],
        ),
        (
            "{unnamed s0.source|Envoys in Kolm} {s0.cue|report {person|Anna Veld} to be proposing} {s0.content|a pause}.",
            [("Anna Veld", ["Envoys in Kolm"])],
        ),
        (
            "{outlet|Radio Ilde} knows from {unnamed s0.source|a nurse} {s0.content|that he is well}.",
            [("nurse", ["Radio Ilde"])],
        ),
        (
            "{outlet|Radio Ilde}, relying on {unnamed s0.source|two nurses}, {s0.cue|claims} {s0.content|that he is well}.",
            [("two nurses", ["Radio Ilde"])],
        ),
        (
            "{organization|The charity}, citing {unnamed s0.source|villagers}, {s0.cue|said} {s0.content|that it rains}.",
            [("villagers", ["charity"])],
        ),
        (
            "{person|Otto Lind}, who is eighty, had it from {unnamed s0.source|a waiter} {s0.content|that he is well}.",
            [("waiter", ["Otto Lind"])],
        ),
        (
            "{s0.source|Anna Veld} {s0.cue|wants}, as we read in {outlet|the Herald}, {s0.content|a pause}.",
            [("Anna Veld", ["Herald"])],
        ),
        (
            "{s0.content|“Rain?”} {s0.source|Anna Veld} {s0.cue|asked}, if {unnamed|two guests} remember rightly.",
            [("Anna Veld", ["two guests"])],
        ),
        (
            "{s0.source|Anna Veld} {s0.cue|wants} {s0.content|a pause}, {unnamed s0.via|two guests} say; {s1.source|she} {s1.cue|has told} her "
            "staff {s1.content|to wait}.",
            [("Anna Veld", ["two guests"]), ("Anna Veld", ["two guests"])],
        ),
        (
            "{s0.source|Anna Veld} {s0.cue|sends word}, by a driver from Kolm, {s0.content|that she is well}.",
            [("Anna Veld", ["driver from Kolm"])],
        ),
        (
            "As is said in a message of {organization|the harbour guild}, {s0.source|Anna Veld} {s0.cue|expressed} {s0.content|her thanks}.",
            [("Anna Veld", ["harbour guild"])],
        ),
    ],
    ids=["attitude", "attitude-around", "attitude-of-a-body", "connective", "second-clause", "through", "infinitive", "knows-from",
         "relying-on", "citing", "had-it-from", "we-read", "rightly", "goes-on", "sends-word", "is-said-in"],
)  # fmt: skip
def test_who_tells_what_another_thinks_or_says(entries: Build, marked: str, expected: list[tuple[str | None, list[str]]]) -> None:
    assert chains(entries(marked)) == expected


@pytest.mark.parametrize(
    "marked",
    [
        "{s0.content|{country|Orvania} wants a pause}, {s0.source|Minister Anna Veld} {s0.cue|said}.",
        "{country s0.source|Orvania} {s0.cue|wants} {s0.content|a pause}, {person|Minister Anna Veld} said on Monday.",
        "{country s0.source|Orvania}, {person|Anna Veld} said, {s0.cue|wants} {s0.content|a pause}.",
        "{s0.content|{organization|The harbour guild} wants a pause}, {s0.source|Minister Anna Veld} {s0.cue|said}.",
        "{s0.content|{person|Ivo Strand} would come on Friday}, {s0.source|Anna Veld} {s0.cue|said}.",
        "{s0.content|{person|I} want a pause}, {s0.source|Anna Veld} {s0.cue|said}.",
    ],
    ids=["for-a-country", "read-as-its-own", "around", "for-a-body", "no-attitude", "own"],
)
def test_who_says_it_speaks(entries: Build, marked: str) -> None:
    assert chains(entries(marked)) == [("Anna Veld", [])]


def test_a_semicolon_parts_those_who_are_cited(entries: Build) -> None:
    marked = "{outlet s0.source|Radio Ilde} {s0.cue|reports} {s0.content|that it rains}; {outlet|the Herald}, citing {unnamed|two pilots}, saw no rain."
    assert chains(entries(marked))[0][0] == "Radio Ilde"


@pytest.mark.parametrize(
    ("marked", "expected"),
    [
        (
            "The note, which {unnamed s0.via|a clerk} showed to {outlet s0.via|the Ostral Post}, has {s0.source|{person|Anna Veld}} "
            "{s0.cue|asking} {s0.content|for a pause}.",
            [("Anna Veld", ["clerk", "Ostral Post"])],
        ),
        (
            "{s0.source|{person|Anna Veld}} {s0.cue|was quoted}, by {unnamed s0.via|a nephew} on whom {outlet s0.via|the Ostral Post} relies, "
            "{s0.content|as ready}.",
            [("Anna Veld", ["nephew", "Ostral Post"])],
        ),
        (
            "{outlet s0.via s1.via|The Ostral Post}, citing {s0.source|{unnamed|two aides}}, {s0.cue|reported} {s0.content|that "
            "{s1.source s1.inside.0|{person|Anna Veld}} {s1.cue|wanted} {s1.content|a pause}}.",
            [("two aides", ["Ostral Post"]), ("Anna Veld", ["two aides", "Ostral Post"])],
        ),
    ],
    ids=["showed-to", "on-whom-it-relies", "named-by-both"],
)  # fmt: skip
def test_who_had_it_first_is_nearest(entries: Build, marked: str, expected: list[tuple[str | None, list[str]]]) -> None:
    assert chains(entries(marked)) == expected
