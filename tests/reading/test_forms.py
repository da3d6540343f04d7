"""The hard forms of news, each in a report of `evals/forms`: the shipped model finds no fewer of their statements than it did.

`python -m evals.recall` prints the numbers of FOUND and what is missed.
"""

import importlib
from collections.abc import Iterator
from pathlib import Path
from types import ModuleType
from typing import Any

import pytest

from onrecord.model import Actor
from onrecord.reading.reader import Reader

ROOT = Path(__file__).parents[2]
FORMS = ROOT / "evals" / "forms"
pytestmark = pytest.mark.skipif(not FORMS.exists(), reason="needs evals/, which packages leave out")

#: Report -> the least number of its gold statements that must be found.
FOUND = {
    "angle-marks": 8,
    "broken": 8,
    "chain": 9,
    "colon-speech": 8,
    "communique": 8,
    "compound": 7,
    "dash-speech": 7,
    "declined": 8,
    "headlines": 4,
    "interview-labels": 10,
    "interview-plain": 8,
    "liveblog": 10,
    "misplaced-marks": 9,
    "missing-mark": 7,
    "negated": 10,
    "nested": 17,
    "no-source": 5,
    "noun-cues": 8,
    "paragraphs": 5,
    "posts": 6,
    "preposition-cues": 9,
    "pull-quote": 8,
    "single-marks": 6,
    "straight-marks": 8,
    "translated": 4,
    "unnamed": 10,
}


@pytest.fixture(scope="module")
def recall() -> Iterator[ModuleType]:
    with pytest.MonkeyPatch.context() as patch:
        patch.syspath_prepend(ROOT)
        yield importlib.import_module("evals.recall")


@pytest.fixture(scope="module")
def found(recall: ModuleType) -> dict[str, Any]:
    read = recall.read(sorted(FORMS.glob("*.rep")), Reader.load())
    return {row["id"]: recall.recall(row, entries) for row, entries in read}


def test_every_form_has_its_number() -> None:
    assert {path.stem for path in FORMS.glob("*.rep")} == FOUND.keys()


@pytest.mark.parametrize("name", FOUND)
def test_statements_of_a_form_are_found(found: dict[str, Any], name: str) -> None:
    assert len(found[name].found) >= FOUND[name], found[name].missed


@pytest.mark.parametrize(
    ("name", "type_", "key", "right"),
    [
        ("Veld", "person", "veld", True),
        ("Minister Ánna VELD", "person", "veld", True),
        ("Ivo Strand", "person", "veld", False),
        ("minister", "person", "veld", False),
        ("minister", "person", "premier", True),
        ("Anna Veld", "person", "office", False),
        ("Anna Veld", "person", "both", False),
        ("the office of Anna Veld", "organization", "office", True),
        ("Dorvik", "country", "orvania", True),
        ("Dorvik", "country", "unk", False),
        (None, None, "unk", True),
        ("unnamed source", "unnamed", "unk", True),
        ("two officials", "unnamed", "unk", False),
        (None, None, "veld", False),
    ],
)
def test_speaker(recall: ModuleType, name: str | None, type_: str | None, key: str, right: bool) -> None:
    text = "Anna Veld … the minister … her office … they … Dorvik"
    actors = {
        "veld": {"name": "Anna Veld", "type": "person", "mentions": [[0, 9], [12, 24]]},
        "premier": {"name": "prime minister of Orvania", "type": "person", "mentions": [[12, 24]]},
        "office": {"name": "office of Anna Veld", "type": "organization", "mentions": [[27, 37]]},
        "both": {"name": "Anna Veld and Ivo Strand", "type": "group", "mentions": [[40, 44]]},
        "orvania": {"name": "Orvania", "type": "country", "mentions": [[47, 53]]},
        "unk": {"name": "not named", "type": "unnamed", "mentions": []},
    }
    speaker = Actor("act_1", name, type_) if name and type_ else None
    assert recall.is_speaker({"text": text, "actors": actors}, key, speaker) is right
