"""Whether actors of several reports are brought together rightly: python -m evals.actors --shared ../shared

Two measures. The first is a table of name pairs that the project owns, `names.csv`: how many pairs that are said to be one
actor are one (precision), and how many that are one are said to be (recall).

The second is B-cubed over the talks corpus, where all reports of one world are one record. What is one actor in gold:

- An entry of a report's `actors` is one actor of that report, whatever name the record gives it.
- In reports of one story, entries of one key are one actor. In reports of one world, entries of one name are.
- Neither joins entries of two sides, except for people; a body such as "the Foreign Ministry" has one name in many countries.
- `ALSO` joins the few keys of one story that are one person misspelt or transliterated by an outlet, as reading them shows.
- Unnamed sources, and groups without a name of their own, are never one across reports, so they are not counted.

A gold actor is the actor of our record that shares most of its mentions (a half of the words of both, at least), and among
equals most names; one without any is counted apart.
The last figure of a line is B-cubed with the gold actors of each report given, so that it is of joining reports alone.
"""

from __future__ import annotations

import argparse
import csv
from collections import Counter, defaultdict
from collections.abc import Hashable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from evals.coreference import bcubed
from evals.figures import gold_rows, report_of
from onrecord.model import Actor, Entries
from onrecord.reading.reader import Reader
from onrecord.resolving.actors.actors import merge_actors
from onrecord.resolving.actors.likeness import compare_actors
from onrecord.resolving.names.forms import PRONOUNS
from onrecord.resolving.resolve import resolve

NAMES = Path(__file__).parent / "names.csv"
#: The last report of each world's first story; a report of world b belongs to the story of its countries, which share no key.
FIRST_STORY = {"a": 16, "c": 14, "d": 14, "e": 13}
#: Keys of one world that mean one person under names that no rule above joins.
ALSO = {
    "a": ["zadin jadin zhadin", "tamulite tamulyte", "skoupova skoupa", "vytenis raudonis", "volobuyev volobuev"],
}

Item = tuple[str, str]


@dataclass(frozen=True)
class Pair:
    """Two actors of the table, and whether they are one."""

    kind: str
    a: Actor
    b: Actor
    same: bool


def load_pairs() -> list[Pair]:
    """The rows of `names.csv`."""
    with NAMES.open(encoding="utf8", newline="") as file:
        return [Pair(row["kind"], _actor(row, "a"), _actor(row, "b"), row["same"] == "yes") for row in csv.DictReader(file)]


def _actor(row: Mapping[str, str], side: str) -> Actor:
    return Actor(f"act_{side}", row[side], row["type"], row[f"role_{side}"] or None, row[f"party_{side}"] or None)


def score_pairs(pairs: Sequence[Pair]) -> tuple[float, float, list[Pair]]:
    """Precision and recall in [0, 1], and the pairs that are judged wrongly."""
    found = [compare_actors(pair.a, pair.b).same for pair in pairs]
    right = sum(same and pair.same for same, pair in zip(found, pairs, strict=True))
    wrong = [pair for same, pair in zip(found, pairs, strict=True) if same != pair.same]
    return right / max(1, sum(found)), right / max(1, sum(pair.same for pair in pairs)), wrong


def gold_clusters(world: str, rows: Sequence[Mapping[str, Any]]) -> list[frozenset[Item]]:
    """The named actors of one world's reports, as (report, key), by the rules above."""
    also = {key: line.split()[0] for line in ALSO.get(world, ()) for key in line.split()}
    groups: dict[Hashable, Hashable] = {}

    def find(x: Hashable) -> Hashable:
        while groups.setdefault(x, x) != x:
            x = groups[x]
        return x

    items: list[Item] = []
    for row in rows:
        story = int(row["id"].split("_")[1]) > FIRST_STORY.get(world, 99)
        for key, actor in row["actors"].items():
            if not _is_named(actor):
                continue
            items.append((row["id"], key))
            side = "" if actor["type"] in ("person", "country") else actor.get("party") or ""
            for link in (("key", story, also.get(key, key), side), ("name", actor["name"].casefold(), side)):
                groups[find(link)] = find(items[-1])
    found: dict[Hashable, set[Hashable]] = defaultdict(set)
    for item in items:
        found[find(item)].add(item)
    return [frozenset(group) for group in found.values()]  # type: ignore[arg-type]


def _is_named(actor: Mapping[str, Any]) -> bool:
    name = actor["name"].removeprefix("the ")
    return actor["type"] != "unnamed" and (actor["type"] != "group" or (name[:1].isupper() and " and " not in name))


def found_clusters(rows: Sequence[Mapping[str, Any]], entries: Sequence[Entries], clusters: Mapping[str, str]) -> dict[Item, str]:
    """Gold actor → the actor of the record that shares most of its mentions, among equals most names; those without any are left out."""
    out: dict[Item, str] = {}
    for row, found in zip(rows, entries, strict=True):
        spans = [((span.start, span.end), actor.id) for actor in found.actors for span in actor.mentions]
        for key, actor in row["actors"].items():
            votes: Counter[str] = Counter()
            named: Counter[str] = Counter()
            for start, end in actor["mentions"]:
                alike, owner = max(((_overlap((start, end), span), owner) for span, owner in spans), default=(0.0, ""))
                if alike >= 0.5:
                    votes[owner] += 1
                    named[owner] += is_named(row["text"][start:end])
            if votes:
                out[row["id"], key] = clusters[min(votes, key=lambda one: (-votes[one], -named[one], one))]
    return out


def is_named(words: str) -> bool:
    """Whether a mention has a name in it, and is no pronoun that begins a sentence."""
    return words.lower() not in PRONOUNS and any(c.isupper() for c in words)


def _overlap(a: tuple[int, int], b: tuple[int, int]) -> float:
    """The length that two spans share, in that of both together."""
    shared = min(a[1], b[1]) - max(a[0], b[0])
    return max(0, shared) / (max(a[1], b[1]) - min(a[0], b[0]))


def worlds(shared: Path) -> Iterator[tuple[str, list[dict[str, Any]]]]:
    """Letter and gold lines of each world of the talks corpus."""
    rows = [row for split in ("train", "dev") for row in gold_rows(shared / "data" / "talks" / split)]
    for world in sorted({row["id"][0] for row in rows}):
        yield world, [row for row in rows if row["id"][0] == world]


def read_all(reader: Reader, rows: Sequence[Mapping[str, Any]]) -> list[Entries]:
    """The entries of each report."""
    reports = [report_of(dict(row)) for row in rows]
    readings = [reading for i in range(0, len(reports), 16) for reading in reader.read(reports[i : i + 16])]
    return [resolve(report, reading) for report, reading in zip(reports, readings, strict=True)]


def score_world(world: str, rows: Sequence[dict[str, Any]], entries: Sequence[Entries]) -> dict[str, Any]:
    """B-cubed of one world, how many gold actors have no mention of ours, and the clusters that are not as in gold."""
    clusters = merge_actors([actor for found in entries for actor in found.actors])
    found = found_clusters(rows, entries, clusters)
    gold = [kept for cluster in gold_clusters(world, rows) if (kept := frozenset(item for item in cluster if item in found))]
    ours: dict[str, set[Item]] = defaultdict(set)
    for item in (item for cluster in gold for item in cluster):
        ours[found[item]].add(item)
    scores = bcubed(gold, [frozenset(items) for items in ours.values()])
    total = sum(map(len, gold_clusters(world, rows)))
    return {**scores, "actors": sum(map(len, gold)), "unfound": total - sum(map(len, gold)), "gold": gold, "found": found}


def score_given(world: str, rows: Sequence[Mapping[str, Any]]) -> dict[str, float]:
    """B-cubed where the gold actors of each report are given, with names, offices and sides: joining reports alone."""
    actors = [
        Actor(f"{row['id']} {key}", actor["name"], actor["type"], actor.get("role"), actor.get("party"))
        for row in rows
        for key, actor in row["actors"].items()
    ]
    clusters, gold = merge_actors(actors), gold_clusters(world, rows)
    ours: dict[str, set[Item]] = defaultdict(set)
    for report, key in (item for cluster in gold for item in cluster):
        ours[clusters[f"{report} {key}"]].add((report, key))
    return bcubed(gold, [frozenset(items) for items in ours.values()])


def describe_errors(figures: Mapping[str, Any], entries: Sequence[Entries]) -> Iterator[str]:
    """Gold actors that are in several clusters of ours, then clusters of ours that have several gold actors."""
    found, names = figures["found"], {actor.id: actor for one in entries for actor in one.actors}
    for cluster in figures["gold"]:
        parts: dict[str, list[Item]] = defaultdict(list)
        for item in sorted(cluster):
            parts[found[item]].append(item)
        if len(parts) > 1:
            yield "apart: " + " | ".join(f"{names[key].name} ({names[key].party}) {len(items)}x {items[0]}" for key, items in parts.items())
    owner = {item: n for n, cluster in enumerate(figures["gold"]) for item in cluster}
    ours: dict[str, set[int]] = defaultdict(set)
    for item, n in owner.items():
        ours[found[item]].add(n)
    for key, several in sorted(ours.items()):
        if len(several) > 1:
            yield f"together: {names[key].name}: " + " | ".join(str(min(figures["gold"][n])) for n in sorted(several))


def main() -> None:
    """Print both measures."""
    ap = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    ap.add_argument("--shared", type=Path, default=Path("../shared"))
    ap.add_argument("--errors", action="store_true", help="show what is wrong")
    ap.add_argument("--world", help="only this world of the talks corpus")
    o = ap.parse_args()
    pairs = load_pairs()
    precision, recall, wrong = score_pairs(pairs)
    print(f"names    {len(pairs)} pairs: P {100 * precision:.1f}  R {100 * recall:.1f}")
    for pair in wrong if o.errors else ():
        print(f"  {'one' if pair.same else 'two'}, {pair.kind}: {pair.a.name} | {pair.b.name}: {compare_actors(pair.a, pair.b).explain()}")
    if not (o.shared / "data" / "talks").is_dir():
        return
    reader = Reader.load()
    for world, rows in worlds(o.shared):
        if o.world in (None, world):
            entries = read_all(reader, rows)
            figures = score_world(world, rows, entries)
            print(f"world {world}  B-cubed P {100 * figures['p']:.1f}  R {100 * figures['r']:.1f}  F1 {100 * figures['f1']:.1f}"
                  f"  of {figures['actors']} actors of {len(rows)} reports; {figures['unfound']} have no mention;"
                  f" given the actors of each report F1 {100 * score_given(world, rows)['f1']:.1f}")  # fmt: skip
            for line in describe_errors(figures, entries) if o.errors else ():
                print("  " + line)


if __name__ == "__main__":
    main()
