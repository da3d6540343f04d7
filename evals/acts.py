"""What each sign of an act and a stance counts: python -m evals.acts --shared ../shared [--write]

Fits the weights of `onrecord.reading.acts` to the worlds a to d of the talks corpus and to the PolNeAR attributions that have an act,
and says how well the words of cue, content and source alone do: each world told by the others, and the sets that nothing was
fitted to. Then how well they do there with the model's reading, for some weights of it.
"""

from __future__ import annotations

import argparse
import json
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np

from evals.actors import worlds
from evals.figures import FLOORS, gold_rows, polnear_rows
from onrecord.model import Span
from onrecord.reading.acts import MODEL, MODEL_OF_STANCE, Matrix, Weights, store_weights, weigh_acts, weigh_stances
from onrecord.reading.attributions import class_scores
from onrecord.reading.encoder import log_softmax
from onrecord.reading.layout import ACTS, STANCES
from onrecord.reading.quotes import kind_of, quoted_stretches
from onrecord.reading.reader import Reader
from onrecord.reading.signs import ALWAYS, find_signs

#: Worlds that weights may be fitted to.
FITTED = "abcd"
NEWS = "PolNeAR"
#: An attribution of PolNeAR counts so much beside one of the talks corpus, whose acts are those of negotiations.
NEWS_WEIGHT = 0.3
#: How strongly weights are drawn to nothing: those of acts, and of stances.
RIDGE, RIDGE_OF_STANCE = 1.5, 4.0
#: A sign must stand in so many statements.
LEAST = 6
STEPS = 300


@dataclass(frozen=True, eq=False)
class Example:
    """A statement of a set with its signs, act and stance ("" where nobody has given it), and its gold line."""

    origin: str
    signs: Mapping[str, float]
    act: str
    stance: str
    row: Mapping[str, Any]
    statement: Mapping[str, Any]


def example_of(origin: str, row: Mapping[str, Any], statement: Mapping[str, Any], act: str) -> Example:
    """A gold statement or attribution with its signs."""
    text = row["text"]
    cue, content, source = (" ".join(text[a:b] for a, b in sorted(statement.get(role) or [])) for role in ("cue", "content", "source"))
    spans = [Span.of(text, a, b) for a, b in sorted(statement["content"])]
    teller = [Span.of(text, a, b) for role in ("cue", "source") for a, b in statement.get(role) or []] if statement.get("inside") else []
    signs = find_signs(cue, content, source, kind_of(text, spans, quoted_stretches(text), teller))
    return Example(origin, signs, act, statement.get("stance", ""), row, statement)


def read_examples(shared: Path) -> list[Example]:
    """The statements of all worlds and of the project's own sets, and the attributions of PolNeAR that have an act."""
    sets = [*worlds(shared), *((name, gold_rows(FLOORS.parent / name)) for name in ("sample", "forms"))]
    out = [example_of(name, row, s, s["act"]) for name, rows in sets for row in rows for s in row["statements"]]
    labels = map(json.loads, (shared / "data" / "acts" / "acts.jsonl").read_text(encoding="utf8").splitlines())
    acts = {(label["article"], label["attribution"]): label["act"] for label in labels}
    for row in polnear_rows(shared, "train"):
        named = [(i, s) for i, s in enumerate(row["attributions"]) if (row["id"], i) in acts]
        out += [example_of(NEWS, row, s, acts[row["id"], i]) for i, s in named]
    return out


def regress(x: Matrix, y: Matrix, weight: Matrix, ridge: Matrix) -> Matrix:
    """Weights of a multinomial logistic regression with a ridge, by accelerated steps under Böhning's bound of the curvature.

    Args:
        x: (examples, features).
        y: which class each example has, as ones and zeros, (examples, classes).
        weight: what each example counts, (examples,).
        ridge: how strongly each feature's weights are drawn to nothing, (features,).
    """
    inverse = np.linalg.inv((x * weight[:, None]).T @ x / 2 + np.diag(ridge))
    out: Matrix = np.zeros((x.shape[1], y.shape[1]))
    ahead = out
    for step in range(STEPS):
        scores: Matrix = x @ ahead
        slope = x.T @ (weight[:, None] * (y - np.exp(log_softmax(scores)))) - ridge[:, None] * ahead
        taken: Matrix = ahead + inverse @ slope
        ahead, out = taken + step / (step + 3) * (taken - out), taken
    return out


def fit(examples: Sequence[Example]) -> Weights:
    """The weights of all signs that stand in enough of the examples."""
    counts = Counter(name for example in examples for name in example.signs)
    names = {name: i for i, name in enumerate(sorted(name for name, count in counts.items() if count >= LEAST))}
    nothing = np.zeros((0, 0))
    laid = Weights(names, nothing, nothing, nothing).lay_out([example.signs for example in examples])
    drawn = np.array([1e-3 if name == ALWAYS else 1.0 for name in names])
    news = np.array([float(example.origin == NEWS) for example in examples])
    acts = np.array([[float(act == example.act) for act in ACTS] for example in examples])
    # How common each act is in PolNeAR is its own affair: a column that is dropped.
    weights = regress(np.column_stack([laid, news]), acts, np.where(news, NEWS_WEIGHT, 1.0), RIDGE * np.append(drawn, 1.0))[:-1]
    taken = [i for i, example in enumerate(examples) if example.stance]
    stances = np.array([[float(stance == examples[i].stance) for stance in STANCES] for i in taken])
    ridge = RIDGE_OF_STANCE * np.append(drawn, np.ones(len(ACTS)))
    given = regress(np.hstack([laid[taken], acts[taken]]), stances, np.ones(len(taken)), ridge)
    return Weights(names, weights, given[: len(names)], given[len(names) :])


def score(
    weights: Weights, examples: Sequence[Example], model: tuple[Matrix, Matrix] | None = None, share: float = 1.0
) -> tuple[float, float]:
    """How many per cent of the acts and of the stances are right, with `share` of the usual weight of the model's reading if given."""
    laid = weights.lay_out([example.signs for example in examples])
    by_act = weigh_acts(weights, laid, None if model is None else (share * model[0]).astype(np.float32))
    by_stance = weigh_stances(weights, laid, by_act) + (0 if model is None else share * MODEL_OF_STANCE * model[1])
    acts = [ACTS[i] == example.act for i, example in zip(by_act.argmax(1), examples, strict=True)]
    stances = [STANCES[i] == example.stance for i, example in zip(by_stance.argmax(1), examples, strict=True)]
    return 100 * float(np.mean(acts)), 100 * float(np.mean(stances))


def read_model(reader: Reader, examples: Sequence[Example]) -> tuple[Matrix, Matrix]:
    """What the model reads of the acts and stances of examples, as log-probabilities."""
    texts = list(dict.fromkeys(example.row["text"] for example in examples))
    encoded = dict(zip(texts, reader.encoder.encode(texts), strict=True))
    heads: dict[str, list[Any]] = {"act": [], "stance": []}
    for example in examples:
        one = encoded[example.row["text"]]
        content, cue = ([one.pieces.range_of(a, b) for a, b in sorted(example.statement[role])] for role in ("content", "cue"))
        for head, rows in heads.items():
            rows.append(class_scores(one, head, content, cue))
    return np.array(heads["act"]), np.array(heads["stance"])


def main() -> None:
    """Print how well signs tell acts and stances, and with --write store what each counts."""
    ap = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    ap.add_argument("--shared", type=Path, default=Path("../shared"))
    ap.add_argument("--write", action="store_true", help="store the weights where onrecord.reading.acts finds them")
    o = ap.parse_args()
    examples = read_examples(o.shared)
    sets = {name: [example for example in examples if example.origin == name] for name in (*FITTED, "e", "sample", "forms")}
    for world in FITTED:
        others = [example for example in examples if example.origin in (*FITTED, NEWS) and example.origin != world]
        print("world {}, words alone, by the other worlds: act {:.1f}, stance {:.1f}".format(world, *score(fit(others), sets[world])))
    weights = fit([example for example in examples if example.origin in (*FITTED, NEWS)])
    reader = Reader.load()
    for name in ("e", "sample", "forms"):
        print("{}, words alone: act {:.1f}, stance {:.1f}".format(name, *score(weights, sets[name])))
        model = read_model(reader, sets[name])
        for share in (0.5, 1.0, 1.5, 4.0):
            acts, stances = score(weights, sets[name], model, share)
            print(f"  with {share * MODEL:.2f} and {share * MODEL_OF_STANCE:.2f} of the model's: act {acts:.1f}, stance {stances:.1f}")
    if o.write:
        store_weights(weights)


if __name__ == "__main__":
    main()
