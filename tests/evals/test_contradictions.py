from pathlib import Path

import numpy as np

from evals.contradictions import FOUND, World, describe, fit, list_examples, score, score_by
from onrecord.across.weights import load_weights, weigh
from tests.contested import FORTY, FOUR, NOT_SHOT, SHOT, make, tell


def test_pairs_are_scored_by_utterance(tmp_path: Path) -> None:
    reports = [tell("quarrel", SHOT, NOT_SHOT), tell("shelling", FORTY, FOUR)]
    ids = {f"{e.report.name}.s{i}": s.id for e in reports for i, s in enumerate(e.statements, 1)}
    gold = {"utterances": [], "contradictions": [["quarrel.s1", "quarrel.s2", "denial", "who fired"], ["quarrel.s1", "gone.s1", "who", ""]]}
    with make(tmp_path / "one.db", reports) as record:
        assert score(record, gold, ids) == (2, 1, 2, 1)
        examples = {of: list(list_examples(record, gold, ids, of)) for of in FOUND}
        assert [wanted for _, wanted in examples["denials"]] == [True]
        assert [wanted for _, wanted in examples["contrasts"]] == [False]
        world = World("a", "given", record, gold, ids, examples)
        nothing = {of: {"": -9.0} for of in FOUND}
        assert score_by(world, nothing) == (1, 0, 2, 1)
        assert score_by(world, load_weights()) == (2, 1, 2, 1)


def test_precision_and_recall_are_of_pairs() -> None:
    assert describe((4, 3, 6, 5)) == "P 75.0 of 4; R 50.0 of 6, 60.0 of the 5 with both ends"


def test_weights_part_what_can_be_parted() -> None:
    weights = fit(np.array([[1.0, 1.0], [0.0, 1.0]] * 20), np.array([1.0, 0.0] * 20), ridge=0.1)
    names = dict(zip(("feature", ""), map(float, weights), strict=True))
    assert weigh({"feature": 1.0, "": 1.0}, names) > 0.9 > 0.1 > weigh({"feature": 0.0, "": 1.0}, names)
