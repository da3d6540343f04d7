"""The two reports that the project starts from, read by the shipped model: if these are wrong, nothing else counts."""

import json
from pathlib import Path
from typing import Any

import pytest

from evals.figures import load_module
from onrecord.model import Entries
from onrecord.record import read_entries

SHARED = Path(__file__).parents[2] / "shared"
GOLD = SHARED / "seeds" / "003.record.json"
pytestmark = pytest.mark.skipif(not GOLD.exists(), reason="needs the seed reports in ../shared")


@pytest.fixture(scope="module")
def read() -> dict[str, Entries]:
    found = list(read_entries(sorted((SHARED / "seeds").glob("*.txt"))))
    return {e.report.name[:3]: e for e in found if isinstance(e, Entries)}


@pytest.fixture(scope="module")
def figures(read: dict[str, Entries]) -> dict[str, Any]:
    gold = json.loads(GOLD.read_text(encoding="utf8"))
    figures, _ = load_module(SHARED / "tools" / "score.py").score([gold], {gold["id"]: read["003"].to_json()})
    assert isinstance(figures, dict)
    return figures


def test_statements_have_the_right_content_and_speaker(figures: dict[str, Any]) -> None:
    assert figures["statement"]["f1"] >= 85


def test_statements_have_the_right_day(figures: dict[str, Any]) -> None:
    assert figures["accuracy"]["said"]["acc"] >= 90


@pytest.mark.parametrize(
    ("kinds", "place", "last_day"),
    [({"call"}, None, "2022-05-13"), ({"talks"}, "Belarus", "2022-03-31"), ({"talks", "meeting"}, "Istanbul", "2022-03-31")],
    ids=["call-of-13-may", "rounds-in-belarus", "meeting-in-istanbul"],
)
def test_contacts_are_found_with_their_days(read: dict[str, Entries], kinds: set[str], place: str | None, last_day: str) -> None:
    held = [c for c in read["003"].contacts if c.kind in kinds and c.status == "held" and (place is None or place in (c.place or ""))]
    assert [c.when.last.isoformat() for c in held if c.when and c.when.last] == [last_day]


def test_the_meeting_in_istanbul_is_one_of_russia_and_ukraine(read: dict[str, Entries]) -> None:
    names = {actor.id: actor.name for actor in read["003"].actors}
    (parties,) = [{names[p] for p in c.parties} for c in read["003"].contacts if c.kind == "talks" and "Istanbul" in (c.place or "")]
    assert parties == {"Russia", "Ukraine"}


def test_a_general_in_the_pull_quote_is_the_general_of_the_text(read: dict[str, Entries]) -> None:
    entries = read["000"]
    names = {actor.id: actor.name for actor in entries.actors}
    signed = [s for s in entries.statements if not s.cue and s.source and s.content[0].end < s.source[0].start]
    assert [names.get(s.speaker or "") for s in signed] == ["Mark Milley"]


def test_relayed_statements_have_their_chain(read: dict[str, Entries]) -> None:
    entries = read["000"]
    names = {actor.id: actor.name for actor in entries.actors}
    chains = {names.get(s.speaker or ""): [names[relay.actor] for relay in s.via] for s in entries.statements if s.via}
    assert chains["Jake Sullivan"] == ["Wall Street Journal"]
    angry = [s for s in entries.statements if any("Ukrainian officials were angry" in span.text for span in s.content)]
    assert [names.get(s.speaker or "") for s in angry] == ["Politico"]


def test_each_person_of_both_reports_is_one_actor(read: dict[str, Entries]) -> None:
    words: dict[str, set[str]] = {}
    for entries in read.values():
        for actor in entries.actors:
            words.setdefault(actor.id, set()).update(span.text for span in actor.mentions)

    def owners(word: str) -> set[str]:
        return {key for key, texts in words.items() if any(word == text or f" {word}" in f" {text}" for text in texts)}

    (milley,) = owners("Milley") & owners("Milli")
    (austin,) = owners("Austin") & owners("Lloyd")
    assert len(owners("Zelensky")) == len(owners("Putin") & owners("President Vladimir Putin")) == 1
    surnames = [
        "Milley",
        "Austin",
        "Sullivan",
        "Zelensky",
        "Putin",
        "Zaluzhny",
        "Grushko",
        "Shoigu",
        "Gerasimov",
        "Medinsky",
        "Peskov",
        "Podolyak",
    ]
    people = {name: owners(name) for name in surnames}
    assert milley != austin
    for name, ids in people.items():
        assert not any(ids & others for other, others in people.items() if other != name), name


def test_every_span_is_a_slice(read: dict[str, Entries]) -> None:
    for entries in read.values():
        for s in entries.statements:
            assert all(entries.report.text[span.start : span.end] == span.text for span in (*s.source, *s.cue, *s.content))
