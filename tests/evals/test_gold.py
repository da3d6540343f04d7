import contextlib
import io
from pathlib import Path
from types import ModuleType

import pytest

from evals.figures import load_module

ROOT = Path(__file__).parents[2]
TALKS = ROOT.parent / "shared" / "data" / "talks" / "talks.py"
FILES = sorted((ROOT / "evals").glob("*/*.rep"))
pytestmark = pytest.mark.skipif(not (ROOT / "evals").exists(), reason="needs evals/, which packages leave out")

MARKED = "{s1.src|{a:veld|Anna Veld}, envoy}, {s1.cue|said} {s1.when|on Monday} {s1.con|that {c1.ev|{a:strand|Strand} had called}}. {s2.con|“{a:veld|I} wait,”} {s2.src a:veld|she} {s2.cue|added}, {s2.con|“and wait.”}"
RECORD = """actors:
  veld: {name: Anna Veld, type: person, role: envoy, party: Orvania}
  strand: {name: Ivo Strand, type: person, role: null, party: null}
s1: {speaker: veld, kind: indirect, act: report, said: 2031-03-10, basis: stated, issue: talks, stance: none}
s2: {speaker: veld, kind: direct, act: assess, said: 2031-03/2031-03-12, basis: published, issue: talks, stance: for, via: [strand]}
c1: {kind: call, status: held, parties: [strand, veld], when: 2031-02, place: null, round: 2, per: s1}
"""
ROW = {
    "id": "veld",
    "outlet": "Courier",
    "published": "2031-03-12T08:00:00+02:00",
    "authors": [],
    "kind": "news",
    "text": "A call\n\nAnna Veld, envoy, said on Monday that Strand had called. “I wait,” she added, “and wait.”\n",
    "actors": {
        "veld": {"name": "Anna Veld", "type": "person", "role": "envoy", "party": "Orvania", "mentions": [[8, 17], [66, 67], [75, 78]]},
        "strand": {"name": "Ivo Strand", "type": "person", "role": None, "party": None, "mentions": [[46, 52]]},
    },
    "statements": [
        {"id": "s1", "speaker": "veld", "kind": "indirect", "act": "report", "issue": "talks", "stance": "none", "basis": "stated",
         "said": ["2031-03-10", "2031-03-10"], "via": [], "inside": None, "source": [[8, 24]], "cue": [[26, 30]], "content": [[41, 63]],
         "via_spans": [], "to": [], "venue": [], "when": [[31, 40]], "condition": []},
        {"id": "s2", "speaker": "veld", "kind": "direct", "act": "assess", "issue": "talks", "stance": "for", "basis": "published",
         "said": ["2031-03-01", "2031-03-12"], "via": ["strand"], "inside": None, "source": [[75, 78]], "cue": [[79, 84]],
         "content": [[65, 74], [86, 97]], "via_spans": [], "to": [], "venue": [], "when": [], "condition": []},
    ],
    "contacts": [
        {"id": "c1", "kind": "call", "status": "held", "parties": ["strand", "veld"], "when": ["2031-02-01", "2031-02-28"], "place": None,
         "round": 2, "by": None, "per": "s1", "evidence": [[46, 63]], "place_spans": [], "when_spans": [], "by_spans": []},
    ],
}  # fmt: skip


@pytest.fixture(scope="module")
def gold() -> ModuleType:
    return load_module(ROOT / "evals" / "gold.py")


def write(folder: Path, marked: str = MARKED, record: str = RECORD) -> Path:
    path = folder / "veld.rep"
    head = "outlet: Courier\npublished: 2031-03-12T08:00:00+02:00\nauthors: []\nkind: news\n"
    path.write_text(f"---\n{head}---\n# A call\n\n{marked}\n\n=== record\n{record}", encoding="utf8")
    return path


def test_a_report_is_its_text_its_spans_and_its_record(gold: ModuleType, tmp_path: Path) -> None:
    assert gold.load(write(tmp_path)) == ROW


@pytest.mark.parametrize(
    ("old", "new", "complaint"),
    [
        ("added}", "added", "does not end"),
        ("on Monday}", "on Monday}}", "ends that has not begun"),
        ("{s1.cue|said} {s1.when|on Monday}", "{s1.cue|said {s1.when|on} Monday", "does not end"),
        ("{s1.cue|said}", "{s1.cue|}", "no words"),
        ("s1.cue", "s1.clue", "unknown label 's1.clue'"),
        ("s1.cue", "t1.cue", "unknown label 't1.cue'"),
        ("s2.", "s3.", "s3, which is not in the record"),
        ("a:strand", "a:strang", "strang, which is not in the record"),
        ("{s1.con|that", "{s1.to|that", "s1 has no content"),
        ("{s1.when|", "{s1.cue|", "more than one cue"),
    ],
)
def test_a_wrong_mark_is_an_error_that_names_the_file(gold: ModuleType, tmp_path: Path, old: str, new: str, complaint: str) -> None:
    with pytest.raises(ValueError, match=rf"^veld\.rep: .*{complaint}"):
        gold.load(write(tmp_path, MARKED.replace(old, new)))


@pytest.mark.parametrize(
    ("old", "new", "complaint"),
    [
        ("act: report", "act: shout", "act of s1 is 'shout'"),
        ("speaker: veld, kind: direct", "speaker: kostan, kind: direct", "s2 names 'kostan', which is no actor"),
        ("via: [strand]", "inside: s1", "s2 does not stand inside the content of s1"),
        ("via: [strand]", "inside: s4", "s4, which is no statement"),
        ("said: 2031-03-10", "said: 2031-03-13", "s1 is said after publication"),
        ("said: 2031-03/2031-03-12", "said: 2031-03-12/2031-03-11", "runs backwards"),
        ("status: held", "status: over", "status of c1 is 'over'"),
        ("type: person", "type: robot", "type of actor veld is 'robot'"),
        ("c1:", "d1:", "c1, which is not in the record"),
        ("actors:", "actors: [", "flow"),
    ],
)
def test_a_wrong_record_is_an_error_that_names_the_file(gold: ModuleType, tmp_path: Path, old: str, new: str, complaint: str) -> None:
    with pytest.raises(ValueError, match=rf"(?s)^veld\.rep: .*{complaint}"):
        gold.load(write(tmp_path, record=RECORD.replace(old, new)))


@pytest.mark.parametrize(
    ("value", "days"),
    [(None, None), ("2032-02", ["2032-02-01", "2032-02-29"]), (2031, ["2031-01-01", "2031-12-31"]), ("2031-03-04/2031-04", ["2031-03-04", "2031-04-30"])],
)  # fmt: skip
def test_interval(gold: ModuleType, value: object, days: list[str] | None) -> None:
    assert gold.interval(value) == days


@pytest.mark.parametrize("path", FILES, ids=[f"{path.parent.name}-{path.stem}" for path in FILES])
def test_every_gold_report_of_the_project_is_sound(gold: ModuleType, path: Path) -> None:
    row = gold.load(path)
    assert row["statements"]
    parties = {key for contact in row["contacts"] for key in contact["parties"]}  # "the second round" has two sides that it need not name
    assert all(actor["mentions"] or actor["type"] == "unnamed" or key in parties for key, actor in row["actors"].items())


@pytest.mark.skipif(not TALKS.exists(), reason="needs the talks corpus in ../shared")
def test_rows_are_those_of_the_talks_corpus(gold: ModuleType) -> None:
    talks = load_module(TALKS)
    for path in FILES:
        with contextlib.redirect_stderr(io.StringIO()):
            assert gold.load(path) == talks.load(path), path.name
