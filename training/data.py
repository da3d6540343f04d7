"""Corpora → examples: a text's pieces with the targets that its corpus can give; a missing target is not learned from."""

from __future__ import annotations

import gzip
import json
import random
import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import numpy as np
from tokenizers import Tokenizer

from evals.figures import gold_rows
from onrecord.reading.encoder.layout import ACTS, ATTRIBUTION, CONTACT_KINDS, ISSUES, MENTIONS, STANCES, STATUSES
from onrecord.reading.encoder.windows import SHAPES, Pieces, split_pieces
from training.renaming import rename

PARTS = {"via": "via_spans", "to": "to", "venue": "venue", "when": "when", "cond": "condition"}
CONTACT_PARTS = {"contact": "evidence", "contact_place": "place_spans", "contact_when": "when_spans", "contact_by": "by_spans"}
Range = tuple[int, int]
IGNORED = -100
#: Reports for training that are the project's own.
REPORTS = Path(__file__).parent / "reports"
#: This share of the PolNeAR articles is set in other quotation marks.
RESTYLED = 0.2
#: A report whose names are marked is told about so many others too.
RENAMED = 3


@dataclass
class Example:
    """One text; spans are half-open ranges of its pieces."""

    name: str
    corpus: str
    pieces: Pieces
    tags: dict[str, np.ndarray] = field(default_factory=dict)
    statements: list[dict[str, Any]] = field(default_factory=list)
    contacts: list[dict[str, Any]] = field(default_factory=list)
    clusters: list[tuple[Range, Any]] = field(default_factory=list)
    #: Mention tags where only names are marked: `IGNORED` on pieces that might belong to an unmarked description.
    names: np.ndarray | None = None
    #: Teachers' scores of every piece, (pieces, channels that are taught) float16.
    taught: np.ndarray | None = None


#: An example and a half-open range of its pieces.
Chunk = tuple[Example, int, int]
#: Pairs of quotation marks that news are set in; a pair of the same length keeps every offset.
STYLES = ("“”", '""', "«»", "‘’", "„“")


def restyle(text: str, seed: str) -> str:
    """The text with its double quotation marks in another style; about one mark in twelve is lost, as in careless copies."""
    rng = random.Random(seed)
    style = rng.choice(STYLES)
    out = list(text)
    for m in re.finditer(r'[“”]|(?<![^\W_])"|"(?![^\W_])', text):
        opening = m[0] == "“" or (
            m[0] == '"' and m.end() < len(text) and not text[m.end()].isspace() and (m.start() == 0 or text[m.start() - 1].isspace())
        )
        out[m.start()] = " " if rng.random() < 1 / 12 else style[0 if opening else 1]
    return "".join(out)


def read_lines(path: Path) -> list[dict[str, Any]]:
    with gzip.open(path, "rt", encoding="utf8") as file:
        return [json.loads(line) for line in file]


def ranges(pieces: Pieces, spans: list[list[int]]) -> list[Range]:
    found = (pieces.range_of(start, end) for start, end in spans)
    return [(start, end) for start, end in found if start < end]


def paint(tags: np.ndarray, spans: list[Range], begin: int) -> None:
    """Write B- (begin) and I- (begin + 1) over each span; later spans win."""
    for start, end in spans:
        tags[start:end] = begin + 1
        tags[start] = begin


def paint_attributions(example: Example) -> None:
    tags = np.zeros(len(example.pieces), dtype=np.int64)
    for role in ("content", "cue", "source"):
        for statement in example.statements:
            paint(tags, statement[role], ATTRIBUTION.index(f"B-{role}"))
    example.tags["attribution"] = tags


def polnear(data: Path, tokenizer: Tokenizer) -> Iterator[Example]:
    acts = {}
    for line in (data / "acts" / "acts.jsonl").read_text(encoding="utf8").splitlines():
        row = json.loads(line)
        acts[row["article"], row["attribution"]] = row["act"]
    for row in read_lines(data / "polnear" / "train.jsonl.gz"):
        rng = random.Random(row["id"])
        text = restyle(row["text"], row["id"]) if rng.random() < RESTYLED else row["text"]
        example = Example(row["id"], "polnear", split_pieces(tokenizer, text))
        for i, a in enumerate(row["attributions"]):
            statement: dict[str, Any] = {role: ranges(example.pieces, a.get(role) or []) for role in ("source", "cue", "content")}
            if (row["id"], i) in acts:
                statement["act"] = ACTS.index(acts[row["id"], i])
            example.statements.append(statement)
        paint_attributions(example)
        yield example


def talks(data: Path, tokenizer: Tokenizer, split: str = "train") -> Iterator[Example]:
    yield from marked("talks", gold_rows(data / "talks" / split), tokenizer)


def reports(tokenizer: Tokenizer, new: str = "") -> Iterator[Example]:
    """The project's own reports for training, which lie beside this module; stories whose names begin with a letter of `new` are "new"."""
    rows = gold_rows(REPORTS)
    yield from marked("reports", [row for row in rows if row["id"][0] not in new], tokenizer)
    yield from marked("new", [row for row in rows if row["id"][0] in new], tokenizer)


def marked(corpus: str, rows: list[dict[str, Any]], tokenizer: Tokenizer) -> Iterator[Example]:
    """Reports with the whole record as gold, also in other quotation marks and about others, and their contents as texts of their own."""
    common = {word for row in rows for word in re.findall(r"[^\W\d_]+", row["text"]) if word.islower()}
    for row in rows:
        for n in range(1 + RENAMED):
            named = rename(row, common, f"{row['id']}.{n}") if n else row
            yield marked_example(corpus, named, tokenizer)
            if n % 2 == 0:
                yield marked_example(corpus, named | {"text": restyle(named["text"], named["id"])}, tokenizer)
        children = {s["inside"] for s in row["statements"]}
        for statement in row["statements"]:
            for start, end in statement["content"]:
                if statement["id"] in children or end - start > 80:
                    yield nested_example(corpus, row, statement["id"], start, end, tokenizer)


def statement_of(pieces: Pieces, s: dict[str, Any], at: int = 0, until: int = 1 << 60) -> dict[str, Any]:
    def inside(spans: list[list[int]]) -> list[Range]:
        return ranges(pieces, [[a - at, b - at] for a, b in spans if at <= a and b <= until])

    return {"source": inside(s["source"]), "cue": inside(s["cue"]), "content": inside(s["content"]),
            "act": ACTS.index(s["act"]), "issue": ISSUES.index(s["issue"]), "stance": STANCES.index(s["stance"])}  # fmt: skip


def marked_example(corpus: str, row: dict[str, Any], tokenizer: Tokenizer) -> Example:
    pieces = split_pieces(tokenizer, row["text"])
    example = Example(row["id"], corpus, pieces)
    example.statements = [statement_of(pieces, s) for s in row["statements"] if not s["inside"]]
    paint_attributions(example)
    for head, part in PARTS.items():
        example.tags[head] = np.zeros(len(pieces), dtype=np.int64)
        for s in row["statements"]:
            paint(example.tags[head], ranges(pieces, s[part]), 1)
    for head, part in CONTACT_PARTS.items():
        example.tags[head] = np.zeros(len(pieces), dtype=np.int64)
        for c in row["contacts"]:
            paint(example.tags[head], ranges(pieces, c[part]), 1)
    example.contacts = [{"evidence": ranges(pieces, c["evidence"]), "contact_kind": CONTACT_KINDS.index(c["kind"]),
                         "contact_status": STATUSES.index(c["status"])} for c in row["contacts"]]  # fmt: skip
    mentions = sorted({(a, b, k) for k, actor in row["actors"].items() for a, b in actor["mentions"]}, key=lambda m: (m[0], -m[1]))
    outer, inner = np.zeros(len(pieces), dtype=np.int64), np.zeros(len(pieces), dtype=np.int64)
    reached = 0
    for a, b, key in mentions:
        for span in ranges(pieces, [[a, b]]):
            paint(inner if a < reached else outer, [span], MENTIONS.index("B-" + row["actors"][key]["type"]))
            example.clusters.append((span, key))
        reached = max(reached, b)
    example.tags |= {"mention": outer, "inner_mention": inner}
    return example


def nested_example(corpus: str, row: dict[str, Any], outer: str, start: int, end: int, tokenizer: Tokenizer) -> Example:
    """A content as a text of its own: what the reader sees when it looks for statements inside statements."""
    pieces = split_pieces(tokenizer, row["text"][start:end])
    example = Example(f"{row['id']}.{outer}", "new" if corpus == "new" else "nested", pieces)
    example.statements = [statement_of(pieces, s, start, end) for s in row["statements"] if s["inside"] == outer]
    paint_attributions(example)
    return example


def gum(data: Path, tokenizer: Tokenizer) -> Iterator[Example]:
    for row in read_lines(data / "gum" / "train.jsonl.gz"):
        if "NC" in row["licence"]:
            continue
        pieces = split_pieces(tokenizer, row["text"])
        example = Example(row["id"], "gum", pieces)
        for m in row["mentions"]:
            example.clusters += [(span, m["cluster"]) for span in ranges(pieces, [[m["s"], m["e"]]])]
        example.tags["date"] = np.zeros(len(pieces), dtype=np.int64)
        paint(example.tags["date"], ranges(pieces, [[d["s"], d["e"]] for d in row["dates"]]), 1)
        proper = {i for i, token in enumerate(row["tokens"]) if token[3] == "PROPN"}
        example.names = name_tags(pieces, [(m["s"], m["e"], m["type"]) for m in row["mentions"] if m["head"] in proper])
        yield example


#: Entity types of the other corpora as mention types.
TYPES = {"person": "person", "politician": "person", "organization": "organization", "organisation": "organization",
         "politicalparty": "organization", "country": "country", "place": "place", "location": "place"}  # fmt: skip


def name_tags(pieces: Pieces, entities: list[tuple[int, int, str]]) -> np.ndarray:
    """Mention tags from corpora that mark names only: outermost names, and "outside" on capitalised words without one."""
    tags = np.where(np.isin(pieces.shapes % len(SHAPES), (2, 3, 4)), 0, IGNORED)
    reached = 0
    for start, end, name in sorted(entities, key=lambda e: (e[0], -e[1])):
        if start >= reached and name.lower() in TYPES:
            paint(tags, ranges(pieces, [[start, end]]), MENTIONS.index("B-" + TYPES[name.lower()]))
            reached = end
    return tags


def conflict(data: Path, tokenizer: Tokenizer) -> Iterator[Example]:
    rows = read_lines(data / "conflict-ner" / "crossner-politics-train.jsonl.gz")
    rows += [row for row in read_lines(data / "conflict-ner" / "re3d.jsonl.gz") if row["split"] == "train"]
    for row in rows:
        pieces = split_pieces(tokenizer, row["text"])
        example = Example(row["id"], "conflict", pieces)
        example.names = name_tags(pieces, [(e["s"], e["e"], e["type"]) for e in row["entities"]])
        yield example


def wikiwars(data: Path, tokenizer: Tokenizer) -> Iterator[Example]:
    for row in read_lines(data / "wikiwars" / "train.jsonl.gz"):
        pieces = split_pieces(tokenizer, row["text"])
        example = Example(row["id"], "wikiwars", pieces)
        example.tags["date"] = np.zeros(len(pieces), dtype=np.int64)
        paint(example.tags["date"], ranges(pieces, [[t["s"], t["e"]] for t in row["timex"] if not t.get("nested")]), 1)
        yield example


def unlabelled(data: Path, tokenizer: Tokenizer) -> Iterator[Example]:
    """News without targets of ours, for a teacher to score; three sentences a paragraph, since the corpora have one a line."""
    for corpus in ("ecbplus", "meantime"):
        for row in read_lines(data / "cross-document" / f"{corpus}.jsonl.gz"):
            title, *sentences = row["text"].split("\n")
            text = "\n\n".join([title, *(" ".join(sentences[i : i + 3]) for i in range(0, len(sentences), 3))])
            yield Example(row["id"], "unlabelled", split_pieces(tokenizer, text))
