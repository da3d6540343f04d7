from collections.abc import Callable

import pytest

from onrecord.model import Entries

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
        ("{outlet s0.source|The Courier} {s0.cue|writes} {s0.content|that the mood is grim}.", [("Courier", [])]),
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
    ],
    ids=[
        "citing",
        "according-to",
        "became-known",
        "the-outlet-itself",
        "told-is-addressee",
        "nearest-the-speaker-first",
        "addressee-first",
        "another-clause",
        "no-mention-yet",
        "a-person-does-not-give-way",
    ],
)
def test_chains(entries: Build, marked: str, expected: list[tuple[str | None, list[str]]]) -> None:
    assert chains(entries(marked)) == expected


def test_every_link_leads_to_its_words(entries: Build) -> None:
    got = entries("According to {outlet|the Herald}, {s0.source|Anna Veld} {s0.cue|proposed} {s0.content|a pause}.")
    assert [span.text for relay in got.statements[0].via for span in relay.spans] == ["the Herald"]
