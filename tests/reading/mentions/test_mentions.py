"""Mentions end where names and descriptions do."""

import re
from dataclasses import replace

import numpy as np
import pytest

from onrecord.reading.encoder.encoder import Encoded, Encoder
from onrecord.reading.encoder.layout import WIDTHS
from onrecord.reading.encoder.windows import Pieces
from onrecord.reading.mentions.mentions import find_mentions


@pytest.mark.parametrize(
    ("text", "mention"),
    [
        ("the council has", "the council"),
        ("Theodor May", "Theodor May"),
        ("Anna Veld heads the bureau of the Front", "Anna Veld"),
        ("the two heads of mission", "the two heads of mission"),
        ("envoys from", "envoys"),
        ("and Anna Veld , who", "Anna Veld"),
        ("it is", "it"),
        ("the community to support", "the community"),
        ("an envoy to the lake", "an envoy to the lake"),
        ("the hospital will open", "the hospital"),
        ("our partners, are working hard", "our partners"),
        ("we need", "we"),
        ("we all", "we all"),
        ("me Toktal", "me"),
        ("US Secretary Veld", "US Secretary Veld"),
        ("Toktal requests", "Toktal"),
        ("Toktal efforts for", "Toktal"),
        ("the Weir Council’s treatment of", "the Weir Council"),
        ("fighters firing", "fighters"),
        ("civilians besieged", "civilians"),
        ("the wounded", "the wounded"),
        ("the defence establishment", "the defence establishment"),
        ("the ministry of defence", "the ministry of defence"),
        ("prisoners of war", "prisoners of war"),
        ("the weekly", "the weekly"),
        ("both", "both"),
        ("the U.S.", "the U.S."),
        ("the lake.", "the lake"),
        ("the front as part of it", "the front"),
        ("the council, as well", "the council"),
        ("the council , but", "the council"),
        ("the front that holds the lake", "the front"),
        ("Anna Veld, 42", "Anna Veld"),
        ("the council [1]", "the council"),
        ("the front (also known", "the front"),
        ("the front, led by Veld", "the front"),
        ("we’re", "we"),
        ("partners willing to", "partners"),
        ("the council’s job", "the council"),
        ("territory near", "territory"),
        ("the government of Tamesh’s demands", "the government of Tamesh"),
        ("the latter", "the latter"),
        ("the other", "the other"),
        ("Anna Veld, the minister", "Anna Veld, the minister"),
        ("’s ambassador", "ambassador"),
    ],
)
def test_edges(text: str, mention: str) -> None:
    assert found_in(text) == [mention]


@pytest.mark.parametrize(
    "text", ["their demands", "over 25", "8,000", "airstrikes", "their own future", "other", "there", "the entire", "three rockets"]
)
def test_deeds_and_numbers_are_nobody(text: str) -> None:
    assert found_in(text) == []


@pytest.mark.parametrize(
    ("text", "tagged", "mention"),
    [
        ("Anna Veld, a native of Varsel", 5, "Anna Veld"),
        ("Anna Veld, a minister, left", 5, "Anna Veld, a minister"),
    ],
)
def test_an_apposition_broken_off_is_none(text: str, tagged: int, mention: str) -> None:
    assert found_in(text, tagged=tagged) == [mention]


def found_in(text: str, tagged: int | None = None, kind: str = "person") -> list[str]:
    """The mentions found where the whole text, or so many of its pieces, is tagged as one; words and marks are its pieces."""
    words = [word.span() for word in re.finditer(r"\w+(?:\.\w+)*|\S", text)]
    spans = np.array(words, dtype=np.int64)
    ids = np.zeros(len(words), dtype=np.int64)
    encoded = Encoded(text, Pieces(ids=ids, shapes=ids, spans=spans), np.zeros((len(words), sum(WIDTHS.values())), dtype=np.float32))
    spans_of = {"inner_mention": [], "mention": [(kind, (0, tagged or len(words)))]}
    by_words = replace(Encoder().parameters, descriptions=None, mention_ends=None)
    return [mention.span.text for mention in find_mentions(encoded, by_words, spans_of, [])]


def test_the_day_before_a_name_is_none_of_it() -> None:
    assert found_in("August - Anna Veld") == ["Anna Veld"]
    assert found_in("August Veld") == ["August Veld"]
