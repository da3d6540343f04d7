"""What mentions point back to by their form, and companies by theirs, in invented sentences."""

from collections.abc import Callable

import pytest

from onrecord.model import Entries, Mention, Reading, Span
from onrecord.resolving.cast.firms import add_firms
from onrecord.resolving.cast.links import link_heads, settle_label

Build = Callable[..., Entries]


def reading_of(text: str, *mentions: tuple[str, str, int | None]) -> Reading:
    """A reading whose mentions are these words, in their order, of these types, pointing back to these."""
    found, at = [], 0
    for words, kind, back in mentions:
        at = text.index(words, at)
        found.append(Mention(Span.of(text, at, at + len(words)), kind, back, 0.0 if back is None else 0.9))
    return Reading("r", "test", (), tuple(found), (), ())


@pytest.mark.parametrize(("place", "settled"), [("in Kolm", True), ("far away", False)])
def test_a_place_before_a_colon_is_nobody(place: str, settled: bool) -> None:
    text = f"Kolm: talks go on\n\nAnna Veld slept {place}. The envoy rose late."
    reading = reading_of(text, ("Kolm", "person", None), ("Anna Veld", "person", 0), ("The envoy", "person", 0))
    label, veld, envoy = settle_label(text, reading).mentions
    assert (label.type, veld.antecedent, envoy.antecedent) == (("place", None, 1) if settled else ("person", 0, 0))


def test_an_office_points_where_its_head_does() -> None:
    text = "Anna Veld spoke. The guild listened. “It rains,” the leader of the guild added."
    reading = reading_of(text, ("Anna Veld", "person", None), ("the leader of the guild", "person", None), ("the leader", "person", 0))
    _, office, head = link_heads(text, reading).mentions
    assert (office.antecedent, head.antecedent) == (0, 1)


@pytest.mark.parametrize(
    ("text", "read", "expected"),
    [
        ("A bus of Kolm Resources was late.", [("Kolm", "country", None)], [("Kolm Resources", "organization")]),
        ("The mine, run by Minera Ildana, is shut.", [("Minera Ildana", "person", None)], [("Minera Ildana", "organization")]),
        ("The men of Roe Mining slept.", [], [("Roe Mining", "organization")]),
        ("Deputy Energy Minister Anna Veld slept.", [("Anna Veld", "person", None)], [("Anna Veld", "person")]),
    ],
    ids=["widened", "retyped", "unread", "minister"],
)
def test_a_company_by_its_name(text: str, read: list[tuple[str, str, int | None]], expected: list[tuple[str, str]]) -> None:
    assert [(m.span.text, m.type) for m in add_firms(text, reading_of(text, *read)).mentions] == expected


@pytest.mark.parametrize(
    ("marked", "speaker"),
    [
        (
            "The men of {organization|Roe Mining} met {organization|the Relief Society}. {organization s0.source|The company} {s0.cue|says} "
            "{s0.content|that it rains}.",
            "Roe Mining",
        ),
        (
            "{organization|The Front of Upper Ilde} met {organization|the diocese}. {organization s0.source|The movement} {s0.cue|denies} "
            "{s0.content|it}.",
            "Front of Upper Ilde",
        ),
    ],
    ids=["company", "movement"],
)
def test_a_body_is_the_last_one_with_such_a_name(entries: Build, marked: str, speaker: str) -> None:
    found = entries(marked)
    names = {actor.id: actor.name for actor in found.actors}
    assert [names[s.speaker] for s in found.statements if s.speaker] == [speaker]
