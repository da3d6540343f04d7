"""Whether what several newspapers tell of as one saying is brought together: python -m evals.announcements --shared ../shared

ECB+ (Cybulska and Vossen 2014) marks verbs of saying as events and gives those that tell of one saying, in whatever document, one
chain. All documents of a split are one record, which has no dates; a statement counts if a verb of its cue is marked in a sentence that
was annotated fully. Beside our groups stands what the same words of cues within a topic give, a baseline that is strong for events.
"""

from __future__ import annotations

import argparse
import gzip
import json
import tempfile
from collections import defaultdict
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from evals.across import describe_pairs, groups_of, score_groups
from evals.figures import print_figures
from evals.records import make_record
from onrecord.model import Entries, Report
from onrecord.reading.reader import Reader
from onrecord.resolving.resolve import resolve

#: Types of events that are sayings.
SAYINGS = ("ACTION_REPORTING", "NEG_ACTION_REPORTING")


def read_documents(shared: Path, split: str) -> list[dict[str, Any]]:
    """The documents of a split, with their mentions."""
    with gzip.open(shared / "data" / "cross-document" / "ecbplus.jsonl.gz", "rt", encoding="utf8") as lines:
        return [row for row in map(json.loads, lines) if row["split"] == split]


def match_sayings(row: dict[str, Any], entries: Entries) -> Iterator[tuple[str, str, str]]:
    """Statements whose cue has a marked verb of saying: reference, id of the statement, chain; a verb alone is a chain of its own."""
    checked = [row["sentences"][row["sentence_numbers"].index(n)] for n in row["checked_sentences"] if n in row["sentence_numbers"]]
    for n, mention in enumerate(row["mentions"]):
        if mention["type"] in SAYINGS and any(start <= mention["s"] < end for start, end in checked):
            for s in entries.statements:
                if any(span.start <= mention["s"] < span.end for span in s.cue):
                    chain = mention["chain"] or ""
                    yield f"{row['id']}.{n}", s.id, chain if chain and "#" not in chain else f"{row['id']} {chain or n}"
                    break


def score_announcements(rows: list[dict[str, Any]], reader: Reader) -> tuple[dict[str, Any], list[tuple[str, str, str]]]:
    """The figures of some documents, and the pairs that are grouped wrongly."""
    reports = [Report(name=row["id"], text=row["text"]) for row in rows]
    made = [resolve(report, reading) for report, reading in zip(reports, reader.read(reports), strict=True)]
    ids: dict[str, str] = {}
    chains: dict[str, list[str]] = defaultdict(list)
    cues: dict[str, str] = {}
    for row, entries in zip(rows, made, strict=True):
        told = {s.id: " ".join(span.text.lower() for span in s.cue) for s in entries.statements}
        for ref, statement, chain in match_sayings(row, entries):
            if statement not in ids.values():
                ids[ref] = statement
                chains[chain].append(ref)
                cues[ref] = f"{row['topic']} {told[statement]}"
    with tempfile.TemporaryDirectory() as folder, make_record(Path(folder) / "ecb.db", made) as record:
        found = groups_of(record, ids, "statements", "utterance")
    gold = [group for group in chains.values() if len(group) > 1]
    figures = {"reports": len(rows), "accuracy": {}, **score_groups(gold, found, "utterances"), **score_groups(gold, cues, "cue words")}
    return figures, list(describe_pairs(gold, found))


def main() -> None:
    """Print the figures of the split asked for."""
    ap = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    ap.add_argument("--shared", type=Path, default=Path("../shared"))
    ap.add_argument("--split", choices=("train", "dev", "test"), default="dev")
    ap.add_argument("--errors", action="store_true", help="show what is grouped wrongly")
    o = ap.parse_args()
    figures, wrong = score_announcements(read_documents(o.shared, o.split), Reader.load())
    print_figures(f"ecb+ {o.split}", figures)
    if o.errors:
        print(*("  " + " ".join(line) for line in wrong), sep="\n")


if __name__ == "__main__":
    main()
