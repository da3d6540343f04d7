from pathlib import Path

import numpy as np

from evals.contradictions import fit, list_examples, score
from onrecord.across.denials import weigh
from tests.contested import FORTY, FOUR, NOT_SHOT, SHOT, make, tell


def test_pairs_are_scored_by_utterance(tmp_path: Path) -> None:
    reports = [tell("quarrel", SHOT, NOT_SHOT), tell("shelling", FORTY, FOUR)]
    ids = {f"{e.report.name}.s{i}": s.id for e in reports for i, s in enumerate(e.statements, 1)}
    gold = {"utterances": [], "contradictions": [["quarrel.s1", "quarrel.s2", "denial", "who fired"], ["quarrel.s1", "gone.s1", "who", ""]]}
    with make(tmp_path / "one.db", reports) as record:
        assert score(record, gold, ids) == (2, 1, 2, 1)
        assert [wanted for _, wanted in list_examples(record, gold, ids)] == [True]


def test_weights_part_what_can_be_parted() -> None:
    weights = fit(np.array([[1.0, 1.0], [0.0, 1.0]] * 20), np.array([1.0, 0.0] * 20), ridge=0.1)
    names = dict(zip(("feature", ""), map(float, weights), strict=True))
    assert weigh({"feature": 1.0, "": 1.0}, names) > 0.9 > 0.1 > weigh({"feature": 0.0, "": 1.0}, names)
