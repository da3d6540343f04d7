from collections.abc import Callable
from dataclasses import replace
from datetime import date

import pytest

from onrecord.model import Entries
from onrecord.resolving.resolve import resolve
from tests.resolving.conftest import read_marked

Build = Callable[..., Entries]
SAYS = "{s0.cue|said} {s0.content|it rains}"


def speakers(found: Entries) -> list[str | None]:
    names = {actor.id: actor.name for actor in found.actors}
    return [s.speaker and names[s.speaker] for s in found.statements]


@pytest.mark.parametrize(
    ("marked", "name"),
    [
        (
            f"{{person s0.source|The interior minister}} {SAYS}. {{person s1.source|Anna Veld}} {{s1.cue|added}} {{s1.content|more}}.",
            "Anna Veld",
        ),
        (
            f"{{person s0.source|The interior minister}} {SAYS}. {{person s1.source|Anna Veld}} {{s1.cue|replied}} {{s1.content|no}}.",
            "interior minister",
        ),
        (
            f"{{person s0.source|The interior minister}} {SAYS}.\n\n"
            "{person s1.source|Colonel Anna Veld} {s1.cue|told} us {s1.content|more}.",
            "Anna Veld",
        ),
        (
            f"{{person s0.source|The interior minister}} {SAYS}. {{person s1.source|Anna Veld}}, an analyst, {{s1.cue|added}} {{s1.content|more}}.",
            "interior minister",
        ),
    ],
)
def test_an_office_is_whoever_is_named_next_without_another(entries: Build, marked: str, name: str) -> None:
    assert speakers(entries(marked))[0] == name


@pytest.mark.parametrize(
    ("before", "words", "cue", "name"),
    [
        ("Anna Veld", "the former judge", "added", "Anna Veld"),
        ("Anna Veld", "the former judge", "said", "former judge"),
        ("Deputy Anna Veld", "the former judge", "added", "former judge"),
        ("Colonel Anna Veld", "the former judge", "added", "Anna Veld"),
        ("army spokeswoman Anna Veld", "the major", "added", "Anna Veld"),
    ],
)
def test_who_adds_something_has_spoken_and_a_rank_is_no_office(entries: Build, before: str, words: str, cue: str, name: str) -> None:
    marked = f"{{person s0.source|{before}}} {SAYS}. “{{s1.content|It pours}},” {{person s1.source|{words}}} {{s1.cue|{cue}}}."
    assert speakers(entries(marked))[1] == name


@pytest.mark.parametrize(("said", "name"), [("that {person|Strand} be heard", "Ana Roe"), ("that it be heard", "Ivo Strand")])
def test_nobody_is_told_of_by_his_name_behind_what_else_he_is_called(entries: Build, said: str, name: str) -> None:
    marked = (
        f"{{person s0.source|Commander Ana Roe}} {SAYS}. {{person s1.source|Commander Ivo Strand}} {{s1.cue|said}} {{s1.content|no}}. "
        f"{{person s2.source|The commander}} {{s2.cue|demanded}} {{s2.content|{said}}}."
    )
    assert speakers(entries(marked))[2] == name


def test_the_minister_in_a_ministrys_own_text_is_its_own() -> None:
    marked = (
        "The {person|Minister of Transport, Anna Veld}, met {person|the Minister of Transport of Tamesh, Ivo Strand}. "
        f"{{person s0.source|Minister Strand}} {SAYS}. {{person s1.source|The Minister}} {{s1.cue|said}} {{s1.content|no}}."
    )
    report, reading = read_marked(marked, date(2031, 5, 14))
    assert speakers(resolve(replace(report, outlet="Ministry of Transport of Orvania"), reading))[1] == "Anna Veld"


def test_an_excellency_is_who_is_styled_so(entries: Build) -> None:
    marked = (
        "{person|Her Excellency Ana Roe} received {person|Dr. Lila Amon}. {person s0.source|Dr. Lila Amon} {s0.cue|said} {s0.content|so}. "
        "{person s1.source|Her Excellency} {s1.cue|said} {s1.content|no}."
    )
    assert speakers(entries(marked))[1] == "Ana Roe"


@pytest.mark.parametrize(
    ("source", "name"),
    [
        ("one of them, a retired pilot who left early", "retired pilot"),
        ("one of them, who left early", "one of two pilots"),
    ],
)
def test_one_of_them_is_called_by_what_is_told_of_him(entries: Build, source: str, name: str) -> None:
    marked = f"{{unnamed s0.source|Two pilots}} {SAYS}. “{{s1.content|It pours}},” said {{unnamed s1.source|{source}}}."
    assert speakers(entries(marked))[1] == name


@pytest.mark.parametrize(
    ("first", "last"), [("One of the ferry pilots, a woman of fifty,", "The pilot"), ("A cartographer", "the cartographer")]
)
def test_who_was_one_of_some_is_the_one_of_that_kind(entries: Build, first: str, last: str) -> None:
    marked = f"{{unnamed s0.source|{first.rstrip(',')}}} {SAYS}. {{unnamed s1.source|{last}}} {{s1.cue|said}} {{s1.content|no}}."
    first_speaker, second = speakers(entries(marked))
    assert first_speaker == second


def test_his_spokeswoman_is_the_one_of_whom_the_last_sentence_is_about(entries: Build) -> None:
    marked = (
        "{person s0.source|Ivo Strand} {s0.cue|said} {s0.content|it rains}.\n\nThen {person|the interior minister} came. "
        "{person s1.source|He} {s1.cue|is said to have answered} {s1.content|so}. "
        "{unnamed s2.source|His spokeswoman} {s2.cue|denied} {s2.content|it}."
    )
    assert speakers(entries(marked))[2] == "spokeswoman of interior minister"


@pytest.mark.parametrize(
    ("marked", "name"),
    [
        ("{organization|The army} waits. {organization s0.source|The army’s third bulletin} {s0.cue|has} {s0.content|ten dead}.", "army"),
        (
            "{outlet s0.source|the weekly bulletin of {organization|the River Mission}} {s0.cue|has} {s0.content|ten dead}.",
            "River Mission",
        ),
    ],
)
def test_a_document_is_whose_its_words_say(entries: Build, marked: str, name: str) -> None:
    assert speakers(entries(marked)) == [name]


def test_a_station_is_no_movement(entries: Build) -> None:
    marked = "{organization|The Lake Front} waits. {outlet s0.source|The station} {s0.cue|says} {s0.content|it rains}."
    assert speakers(entries(marked)) == ["station"]


def test_the_station_is_the_one_that_heads_its_item(entries: Build) -> None:
    marked = (
        "Review\n\n{outlet|Radio Orsk} leads.\n\nVoice of the Lake (rebel)\n\n"
        "On Monday {outlet s0.source|the station} {s0.cue|said} {s0.content|it rains}.\n"
    )
    assert speakers(entries(marked)) == ["Voice of the Lake"]


def test_a_premier_is_no_minister_named_before(entries: Build) -> None:
    marked = (
        "{person|Lila Amon, the minister responsible}, came. {person s0.source|Ivo Strand} {s0.cue|recalled} "
        "{s0.content|{person s1.inside.0 s1.source back|the Prime Minister}’s {s1.cue|vow} {s1.content|that it rains}}."
    )
    assert speakers(entries(marked)) == ["Ivo Strand", "Prime Minister"]


def test_she_is_who_has_a_name_below_the_headline(entries: Build) -> None:
    marked = (
        "{person|Island premier} waits\n\n{person s0.source|The premier of Skarn, Ana Roe,} {s0.cue|said} {s0.content|no}.\n\n"
        "“{s1.content|It rains},” {person s1.source back|she} {s1.cue|said}."
    )
    assert speakers(entries(marked)) == ["Ana Roe", "Ana Roe"]


@pytest.mark.parametrize(("last", "name"), [("The Dutchman", "Piet Loon"), ("The Dutchwoman", "Dutchwoman")])
def test_a_dutchman_is_who_has_spoken_if_he_can_be(entries: Build, last: str, name: str) -> None:
    marked = f"{{person s0.source|Mr Piet Loon}} {SAYS}. {{country s1.source|{last}}} {{s1.cue|recalled}} {{s1.content|it}}."
    assert speakers(entries(marked))[1] == name


def test_an_army_is_not_its_spokesman(entries: Build) -> None:
    marked = (
        "{person s0.source|Army} {s0.cue|says} {s0.content|no}\n\n"
        "{person s1.source|An army spokesman, Captain Ivo Strand,} {s1.cue|said} {s1.content|it rains}."
    )
    assert speakers(entries(marked))[0] == "Army"
