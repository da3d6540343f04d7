"""What each sign of an act and a stance counts: python -m evals.acts --shared ../shared [--write]

Fits the weights of `onrecord.reading.statements.acts` to the worlds a to d of the talks corpus, to the project's own reports for
training, to the PolNeAR attributions that have an act, and to invented statements (`statements.tsv`), drawing them to what the signs lean
to by their meaning (`leanings.yaml`). Says how well the words of cue, content and source alone do: each world, and the reports for
training, told by the others, PolNeAR's articles a fifth at a time by the rest, and the sets that nothing was fitted to. Then how well
they do there with the model's reading, for some weights of it.
"""

from __future__ import annotations

import argparse
import csv
import json
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np
import yaml

from evals.actors import worlds
from evals.figures import FLOORS, gold_rows, polnear_rows
from onrecord.model import Span
from onrecord.reading.encoder.encoder import log_softmax
from onrecord.reading.encoder.layout import ACTS, STANCES
from onrecord.reading.language.quotes import kind_of, quoted_stretches
from onrecord.reading.reader import Reader
from onrecord.reading.statements.acts import MODEL, MODEL_OF_STANCE, Matrix, Weights, store_weights, weigh_acts, weigh_stances
from onrecord.reading.statements.attributions import class_scores
from onrecord.reading.statements.signs import ALWAYS, find_signs
from training.data import REPORTS

#: Sets of reports that weights may be fitted to: worlds, and those written for training.
FITTED = ("a", "b", "c", "d", "reports")
NEWS, INVENTED = "PolNeAR", "invented"
#: An attribution of PolNeAR counts so much beside one of the talks corpus, whose acts are those of negotiations.
NEWS_WEIGHT = 0.3
#: How strongly weights are drawn to what their signs lean to: those of acts, and of stances.
RIDGE, RIDGE_OF_STANCE = 3.0, 4.0
#: A sign must stand in so many statements.
LEAST = 6
STEPS = 300
#: PolNeAR's articles are told in so many parts, each by the others.
FOLDS = 5
STATEMENTS, LEANINGS = FLOORS.parent / "statements.tsv", FLOORS.parent / "leanings.yaml"


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
    """The statements of all worlds and of the project's own sets, those invented, and the attributions of PolNeAR that have an act."""
    sets = [*worlds(shared), *((name, gold_rows(FLOORS.parent / name)) for name in ("sample", "forms")), ("reports", gold_rows(REPORTS))]
    out = [example_of(name, row, s, s["act"]) for name, rows in sets for row in rows for s in row["statements"]]
    labels = map(json.loads, (shared / "data" / "acts" / "acts.jsonl").read_text(encoding="utf8").splitlines())
    acts = {(label["article"], label["attribution"]): label["act"] for label in labels}
    for row in polnear_rows(shared, "train"):
        named = [(i, s) for i, s in enumerate(row["attributions"]) if (row["id"], i) in acts]
        out += [example_of(NEWS, row, s, acts[row["id"], i]) for i, s in named]
    return out + read_invented()


def read_invented() -> list[Example]:
    """Statements made up for the fit: lines of act, stance, source, cue and content, as a report would have them."""
    with STATEMENTS.open(encoding="utf8", newline="") as file:
        return [invent(*line) for line in csv.reader(file, delimiter="\t", quoting=csv.QUOTE_NONE)]


def invent(act: str, stance: str, source: str, cue: str, content: str) -> Example:
    """An invented statement with its signs."""
    text = f"{source} {cue} {content}"
    told, said = len(source) + 1, len(source) + len(cue) + 2
    spans = {"source": [[0, len(source)]], "cue": [[told, said - 1]], "content": [[said, len(text)]]}
    return example_of(INVENTED, {"text": text}, spans | {"stance": stance}, act)


def regress(x: Matrix, y: Matrix, weight: Matrix, ridge: Matrix, leanings: Matrix | None = None) -> Matrix:
    """Weights of a multinomial logistic regression with a ridge, by accelerated steps under Böhning's bound of the curvature.

    Args:
        x: (examples, features).
        y: which class each example has, as ones and zeros, (examples, classes).
        weight: what each example counts, (examples,).
        ridge: how strongly each feature's weights are drawn to its leanings, (features,).
        leanings: what the weights are drawn to, (features, classes); nothing, if they are not given.
    """
    leanings = np.zeros((x.shape[1], y.shape[1])) if leanings is None else leanings
    inverse = np.linalg.inv((x * weight[:, None]).T @ x / 2 + np.diag(ridge))
    out = ahead = leanings
    for step in range(STEPS):
        scores: Matrix = x @ ahead
        slope = x.T @ (weight[:, None] * (y - np.exp(log_softmax(scores)))) - ridge[:, None] * (ahead - leanings)
        taken: Matrix = ahead + inverse @ slope
        ahead, out = taken + step / (step + 3) * (taken - out), taken
    return out


def lean(names: Sequence[str], classes: Sequence[str]) -> Matrix:
    """What some signs lean to by their meaning, (signs, acts or stances)."""
    leanings: Mapping[str, Mapping[str, float]] = yaml.safe_load(LEANINGS.read_text(encoding="utf8"))
    return np.array([[leanings.get(name, {}).get(one, 0.0) for one in classes] for name in names])


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
    leanings = lean([*names, ""], ACTS)
    weights = regress(np.column_stack([laid, news]), acts, np.where(news, NEWS_WEIGHT, 1.0), RIDGE * np.append(drawn, 1e-3), leanings)[:-1]
    taken = [i for i, example in enumerate(examples) if example.stance]
    stances = np.array([[float(stance == examples[i].stance) for stance in STANCES] for i in taken])
    ridge = RIDGE_OF_STANCE * np.append(drawn, np.ones(len(ACTS)))
    leanings = lean([*names, *("" for _ in ACTS)], STANCES)
    given = regress(np.hstack([laid[taken], acts[taken]]), stances, np.ones(len(taken)), ridge, leanings)
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


def tell_news(known: Sequence[Example], news: Sequence[Example]) -> float:
    """How many per cent of PolNeAR's acts are right if a fifth of its articles is told by all other examples, fifth by fifth."""
    part = {article: i % FOLDS for i, article in enumerate(sorted({example.row["id"] for example in news}))}
    right = 0.0
    for fold in range(FOLDS):
        told = [example for example in news if part[example.row["id"]] == fold]
        taken = set(map(id, told))
        right += len(told) * score(fit([example for example in known if id(example) not in taken]), told)[0]
    return right / len(news)


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
    ap.add_argument("--write", action="store_true", help="store the weights where onrecord.reading.statements.acts finds them")
    o = ap.parse_args()
    examples = read_examples(o.shared)
    sets = {name: [example for example in examples if example.origin == name] for name in (*FITTED, NEWS, "e", "sample", "forms")}
    known = [example for example in examples if example.origin in (*FITTED, NEWS, INVENTED)]
    for name in FITTED:
        others = [example for example in known if example.origin != name]
        print("{}, words alone, by the others: act {:.1f}, stance {:.1f}".format(name, *score(fit(others), sets[name])))
    print(f"{NEWS}, words alone, by its other articles: act {tell_news(known, sets[NEWS]):.1f}")
    weights = fit(known)
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
