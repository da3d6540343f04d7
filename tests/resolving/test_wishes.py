"""Wishes of a speaker's own side inside what he says, in invented sentences."""

from collections.abc import Callable

import pytest

from onrecord.model import Entries

Build = Callable[..., Entries]
VELD = "{country s9.source|Orvania} {s9.cue|said} {s9.content|little}. {person s0.source|The Orvanian foreign minister, Anna Veld,} {s0.cue|said} "


def cues(entries: Entries) -> list[str]:
    return [" ".join(span.text for span in s.cue) for s in entries.statements]


@pytest.mark.parametrize(
    "inner",
    [
        "{country s1.source s1.inside.0|Orvania} {s1.cue|was ready} {s1.content|to meet}",
        "{country s1.source s1.inside.0|Orvania} {s1.cue|would like} {s1.content|a meeting}",
        "{country s1.source s1.inside.0|Orvania} {s1.cue|did not intend} {s1.content|to leave}",
        "{person s1.source s1.inside.0|she} {s1.cue|expected} {s1.content|an answer}",
        "{group s1.source s1.inside.0|her people} {s1.cue|would defend} {s1.content|the bridge}",
    ],
)
def test_what_ones_own_country_wants_is_ones_own_statement(entries: Build, inner: str) -> None:
    assert cues(entries(VELD + "{s0.content|that " + inner + "}.")) == ["said", "said"]


@pytest.mark.parametrize(
    "inner",
    [
        "{country s1.source s1.inside.0|Tamesh} {s1.cue|was ready} {s1.content|to meet}",
        "{country s1.source s1.inside.0|Orvania} {s1.cue|had asked} {s1.content|for a meeting}",
        "{person s1.source s1.inside.0|she} {s1.cue|had promised} {s1.content|an answer}",
        "{person s1.source s1.inside.0|her president} {s1.cue|was ready} {s1.content|to come}",
    ],
)
def test_what_others_want_and_what_was_said_before_are_statements_inside(entries: Build, inner: str) -> None:
    found = entries(VELD + "{s0.content|that " + inner + "}.")
    assert len(found.statements) == 3
    assert [s.inside is not None for s in found.statements].count(True) == 1


def test_what_is_inside_a_wish_is_inside_what_it_was_part_of(entries: Build) -> None:
    found = entries(
        VELD + "{s0.content|that {country s1.source s1.inside.0|Orvania} {s1.cue|would like} {s1.content|to know what "
        "{person s2.source s2.inside.1|Ivo Strand} {s2.cue|had promised} {s2.content|to Tamesh}}}."
    )
    said = next(s for s in found.statements if s.content[0].text.startswith("that"))
    promised = next(s for s in found.statements if s.cue[0].text == "had promised")
    assert promised.inside == said.id
    assert len(found.statements) == 3


@pytest.mark.parametrize(
    ("who", "statements"),
    [("{person s0.source|Ivo Strand}", 1), ("{unnamed s0.source|Two officials}", 2), ("{person s0.source|The mediator, Ivo Strand,}", 2)],
)
def test_who_has_a_name_and_no_country_speaks_for_the_country_he_speaks_of(entries: Build, who: str, statements: int) -> None:
    inner = "{country s1.source s1.inside.0|Orvania} {s1.cue|was ready} {s1.content|to meet}"
    assert len(entries(who + " {s0.cue|said} {s0.content|that " + inner + "}.").statements) == statements
