from collections.abc import Callable

import pytest

from onrecord.model import Entries

Build = Callable[..., Entries]


def speakers(entries: Entries) -> list[str | None]:
    names = {actor.id: actor.name for actor in entries.actors}
    return [names[s.speaker] if s.speaker else None for s in entries.statements]


@pytest.mark.parametrize(
    ("marked", "expected"),
    [
        (
            "{s0.source|General Anna Veld, head of the Orvanian staff}, {s0.cue|said} {s0.content|it rains}. {s1.source|The general} "
            "{s1.cue|added} {s1.content|that it pours}.",
            ["Anna Veld", "Anna Veld"],
        ),
        (
            "{s0.source|Anna Veld} {s0.cue|said} {s0.content|it rains}. {person|Ivo Strand} was there. {s1.source|She} {s1.cue|added} "
            "{s1.content|that it pours}.",
            ["Anna Veld", "Anna Veld"],
        ),
        ("{s0.content|It rains}, {s0.source|Veld} {s0.cue|said}.\n\n{person|Anna Veld} is the envoy.", ["Anna Veld"]),
        ("{person|Vasyl Horenko} came. {s0.source|Vasil Horenko} {s0.cue|said} {s0.content|little}.", ["Vasyl Horenko"]),
        ("{organization s0.source|The Foreign Ministry} {s0.cue|said} {s0.content|little}.", ["Foreign Ministry"]),
        ("{person|Anna Veld} arrived.\n\n“{s0.content|Nothing is agreed.}”", [None]),
        (
            "{person|Anna Veld} came. {s0.source|{person|Her} counterpart, {person|Ivo Strand}}, {s0.cue|said} {s0.content|little}.",
            ["Ivo Strand"],
        ),
        ("{s0.source|{country|Orvania}’s {person|Anna Veld}} {s0.cue|said} {s0.content|little}.", ["Anna Veld"]),
        ("{person|Mrs Anna Veld} met {person|Mr Ivo Strand}. {s0.source|She} {s0.cue|said} {s0.content|little}.", ["Anna Veld"]),
        (
            "{person|Anna Veld}, the foreign minister, came. {person|Ivo Strand}, a banker, left. {s0.source|The foreign minister} "
            "{s0.cue|said} {s0.content|little}.",
            ["Anna Veld"],
        ),
        (
            "{person|Anna Veld} met {person|Ivo Strand}. {s0.source|The latter} {s0.cue|said} {s0.content|little}. {s1.source|The former} "
            "{s1.cue|left} {s1.content|it there}.",
            ["Ivo Strand", "Anna Veld"],
        ),
        ("{s0.source|PORT ILDE}, 4 May — {s0.content|Talks began}. {person|Anna Veld} came.", [None]),
        (
            "{s0.source|Anna Veld} {s0.cue|said} {s0.content|little} and {s1.cue|warned} {s1.content|of a storm}.",
            ["Anna Veld"] * 2,
        ),
        (
            "{s0.source|Anna Veld} {s0.cue|said} {s0.content|little}. It rained and {s1.cue|warned} {s1.content|of a storm}.",
            ["Anna Veld", None],
        ),
        (
            "{s0.direct s0.content|“It rains,”} {s0.source|Anna Veld} {s0.cue|told} reporters in Dorvik. {s1.direct s1.content|“It pours.”}",
            ["Anna Veld"] * 2,
        ),
        (
            "{s0.direct s0.content|“Nobody is counting”}: talks end\n\n{s1.direct s1.content|“Nobody is counting days,”} "
            "{s1.source|Anna Veld} {s1.cue|said}.",
            ["Anna Veld"] * 2,
        ),
        (
            "{person|Ivo Strand}, the foreign minister, came. {s0.source|{person|the foreign minister of Melkar}, {person|Anna Veld}}, "
            "{s0.cue|said} {s0.content|little}.",
            ["Anna Veld"],
        ),
        (
            "{s0.source|Minister}: {s0.content|no truce}\n\n{s1.source|Foreign Minister Anna Veld} {s1.cue|said} {s1.content|little}.",
            ["Anna Veld"] * 2,
        ),
    ],
    ids=[
        "office",
        "pronoun-takes-last-speaker",
        "surname-before-full-name",
        "transliteration",
        "body",
        "bare-quote-stays-open",
        "counterpart-is-the-one-named",
        "country-before-name",
        "nobody-is-both-he-and-she",
        "office-in-apposition",
        "latter-and-former",
        "dateline",
        "second-verb",
        "no-second-verb-of-another-sentence",
        "after-its-sentence",
        "headline-repeated-below",
        "description-before-name",
        "office-before-its-holder",
    ],
)
def test_speakers(entries: Build, marked: str, expected: list[str | None]) -> None:
    assert speakers(entries(marked)) == expected


def test_a_quotation_directly_after_another_goes_on(entries: Build) -> None:
    got = entries("{s0.direct s0.content|“It rains,” {s0.source|Anna Veld} {s0.cue|said}.} {s1.direct s1.content|“It pours.”}")
    assert speakers(got) == ["Anna Veld", "Anna Veld"]


def test_two_people_of_one_surname_stay_apart(entries: Build) -> None:
    got = entries("{s0.source|Anna Veld} {s0.cue|said} {s0.content|yes}. {s1.source|Peter Veld} {s1.cue|said} {s1.content|no}.")
    assert speakers(got) == ["Anna Veld", "Peter Veld"]


def test_his_office_is_named_after_him(entries: Build) -> None:
    got = entries("{person|Danil Orlov} flew home. {organization s0.source|His office} {s0.cue|said} {s0.content|little}.")
    assert speakers(got) == ["office of Danil Orlov"]


def test_answers_of_an_interview_are_the_guests(entries: Build) -> None:
    questions = "".join(f"\n\nWhat of point {n}?\n\n{{s{n}.direct s{n}.content|Nothing on {n}}}." for n in (1, 2, 3))
    got = entries("{s0.content|“We wait”}: {s0.source|Anna Veld} on the talks" + questions)
    assert speakers(got) == ["Anna Veld"] * 4


def test_every_inference_says_why(entries: Build) -> None:
    got = entries("{s0.source|Anna Veld} {s0.cue|said} {s0.content|yes}. {s1.source|She} {s1.cue|said} {s1.content|no}.")
    assert [bool(s.why) for s in got.statements] == [False, True]
    assert any("She" in why for actor in got.actors for why in actor.why)


def test_a_surname_read_as_a_place_is_its_person(entries: Build) -> None:
    got = entries("{place s0.source|Veld}: {s0.content|no truce}.\n\n{s1.source|Minister Anna Veld} {s1.cue|said} {s1.content|little}.")
    assert speakers(got) == ["Anna Veld", "Anna Veld"]
    assert [actor.party for actor in got.actors] == [None]


def test_the_label_of_an_answer_names_nobody(entries: Build) -> None:
    answers = "".join(f"\n\nQ: What of {n}?\n\n{{s{n}.source|A}}: {{s{n}.direct s{n}.content|Nothing on {n}}}." for n in (0, 1, 2))
    assert speakers(entries("{person|Anna Veld} goes." + answers)) == ["Anna Veld"] * 3
