"""What the shared scorer does not see: antecedents, dates and their days, and names, on GUM, WikiWars, time-specs, CrossNER and re3d."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from evals.coreference import conll
from evals.dates import calendar_sets, read_lines, score_calendar
from onrecord.model import Mention, Report
from onrecord.reading.mentions.antecedents import find_antecedents
from onrecord.reading.reader import Reader
from onrecord.resolving.names.forms import PRONOUNS, name_of

Range = tuple[int, int]
Rows = list[dict[str, Any]]
Figures = dict[str, Any]

#: What the corpora call the types that ours are mapped to; anything else that they mark is left out.
TYPES = {"person": "person", "politician": "person", "organisation": "organization", "politicalparty": "organization",
         "country": "country", "location": "place"}  # fmt: skip
OURS = {"person": "person", "organization": "organization", "group": "organization", "outlet": "organization", "country": "country",
        "place": "place"}  # fmt: skip


def head_sets(shared: Path) -> Iterator[tuple[str, Rows]]:
    """Name and gold lines of each set."""
    data = shared / "data"
    gum = read_lines(data / "gum" / "dev.jsonl.gz")
    yield "gum-dev-coreference", [row for row in gum if row["genre"] in ("news", "interview")]
    yield "gum-dev-dates", gum
    yield "wikiwars-test", read_lines(data / "wikiwars" / "test.jsonl.gz")
    yield "crossner-politics-dev", read_lines(data / "conflict-ner" / "crossner-politics-dev.jsonl.gz")
    yield "re3d-test", [row for row in read_lines(data / "conflict-ner" / "re3d.jsonl.gz") if row["split"] == "test"]
    yield from calendar_sets(shared)


def score_head(name: str, rows: Rows, reader: Reader) -> Figures:
    """One set's figures, in the form of the shared scorer's."""
    if name == "gum-dev-coreference":
        return score_coreference(rows, reader)
    if name == "time-specs" or name.endswith("-values"):
        return score_calendar(name, rows)
    if name in ("gum-dev-dates", "wikiwars-test"):
        return score_dates(rows, reader)
    return score_names(rows, reader, described=name == "re3d-test")


def score_coreference(rows: Rows, reader: Reader) -> Figures:
    """Antecedents of the gold mentions, all types and singletons included; pronouns that have an antecedent apart."""
    sums: dict[str, float] = {}
    right = pronouns = mentions = 0
    for row, encoded in zip(rows, reader.encoder.encode([row["text"] for row in rows]), strict=True):
        spans = [encoded.pieces.range_of(m["s"], m["e"]) for m in row["mentions"]]
        gold: dict[int, set[int]] = {}
        found: list[int] = []
        for i, (antecedent, _) in enumerate(find_antecedents(encoded, reader.encoder.parameters, spans)):
            m = row["mentions"][i]
            if row["text"][m["s"] : m["e"]].lower() in PRONOUNS and m["cluster"] in gold:
                pronouns += 1
                right += antecedent is not None and row["mentions"][antecedent]["cluster"] == m["cluster"]
            found.append(i if antecedent is None else found[antecedent])
            gold.setdefault(m["cluster"], set()).add(i)
        clusters = [frozenset(i for i, root in enumerate(found) if root == r) for r in sorted(set(found))]
        for key, value in conll([frozenset(c) for c in gold.values()], clusters).items():
            sums[key] = sums.get(key, 0.0) + value * len(spans)
        mentions += len(spans)
    accuracy = {key: {"acc": round(100 * value / mentions, 1), "n": mentions} for key, value in sums.items()}
    return {"reports": len(rows), "accuracy": accuracy | {"pronoun": {"acc": round(100 * right / pronouns, 1), "n": pronouns}}}


def score_dates(rows: Rows, reader: Reader) -> Figures:
    """Date expressions by overlap.

    WikiWars marks every word of time; gold are those that stand for days. What is found of the rest ("three weeks", "now",
    "former", "weekly") counts as too much, as GUM has it.
    """
    readings = reader.read([Report(name=row["id"], text=row["text"]) for row in rows])
    gold = [[(t["s"], t["e"]) for t in row.get("dates") or filter(_is_date, row.get("timex", []))] for row in rows]
    found = [[(span.start, span.end) for span in reading.dates] for reading in readings]

    def met(some: list[list[Range]], others: list[list[Range]]) -> int:
        return sum(any(a < d and c < b for c, d in y) for x, y in zip(some, others, strict=True) for a, b in x)

    return {
        "date": _f1(met(found, gold), sum(map(len, found)), met(gold, found), sum(map(len, gold))),
        "accuracy": {},
        "reports": len(rows),
    }


def _is_date(timex: dict[str, Any]) -> bool:
    """Whether a TIMEX2 stands for days; durations, repetitions and "now" do not."""
    return timex["type"] in ("DATE", "TIME") and not timex["value"].endswith("_REF") and not timex.get("set")


def score_names(rows: Rows, reader: Reader, described: bool) -> Figures:
    """Names with their type, by exact span, an article apart.

    Where a corpus marks descriptions too ("the army"), mentions count as they stand: re3d marks a name with the office before it
    ("Minister Anna Veld") four times out of five, and a place with what it lies in. It has no type for countries, and calls one an
    organization where it acts, else a location: either is right. Pronouns, which re3d marks too, are not names and count on neither side.
    """
    readings = reader.read([Report(name=row["id"], text=row["text"]) for row in rows])
    hit = total = wanted = 0
    for row, reading in zip(rows, readings, strict=True):
        gold = {
            bare_range(row["text"], e["s"], e["e"]): TYPES[e["type"].lower()]
            for e in row["entities"]
            if e["type"].lower() in TYPES and row["text"][e["s"] : e["e"]].lower() not in PRONOUNS
        }
        marked = {bare_range(row["text"], e["s"], e["e"]) for e in row["entities"]}
        found = {span: OURS[m.type] for m in reading.mentions if m.type in OURS and (span := _name_span(m, described))}
        found = {span: kind for span, kind in found.items() if span in gold or span not in marked}
        hit += sum(kind == gold.get(s) or (described and kind == "country" and s in gold) for s, kind in found.items())
        total, wanted = total + len(found), wanted + len(gold)
    return {"name": _f1(hit, total, hit, wanted), "accuracy": {}, "reports": len(rows)}


def _name_span(m: Mention, described: bool) -> Range | None:
    if described:
        return None if m.span.text.lower() in PRONOUNS else bare_range(m.span.text, 0, len(m.span.text), m.span.start)
    name = name_of(m)
    at = m.span.text.find(name) if name else -1
    return bare_range(m.span.text, at, at + len(name), m.span.start) if name and at >= 0 else None


def bare_range(text: str, start: int, end: int, by: int = 0) -> Range:
    """A span without a leading article and a possessive ending."""
    words = text[start:end]
    article = re.match(r"(?:the|an?) ", words, re.I)
    ending = re.search(r"[’']s$", words)
    return by + start + (article.end() if article else 0), by + end - (len(ending[0]) if ending else 0)


def _f1(right: int, found: int, met: int, gold: int) -> dict[str, float]:
    precision, recall = right / max(1, found), met / max(1, gold)
    f1 = 2 * precision * recall / (precision + recall) if right else 0.0
    return {"p": round(100 * precision, 1), "r": round(100 * recall, 1), "f1": round(100 * f1, 1), "gold": gold, "predicted": found}
