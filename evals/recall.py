"""Which statements of gold reports are found, report by report: python -m evals.recall [FILES]

Reads the reports of `evals/forms`, one or two for each hard form of news, or those named, with the shipped model (or
`--model DIR`), and prints how many of their statements are found, and what is missed and why. A statement is found if a
statement of the record has its words and its speaker. This says less than `evals/figures.py`, and of much smaller sets.
"""

from __future__ import annotations

import argparse
import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from anyascii import anyascii

from evals.figures import report_of
from evals.gold import load
from onrecord.model import Actor, Entries, Span
from onrecord.reading.reader import Reader
from onrecord.resolving.attribution.hearsay import name_of_hearsay
from onrecord.resolving.resolve import resolve

FORMS = Path(__file__).parent / "forms"
#: Intersection over union of the characters of two contents from which on they are the same.
SAME = 0.5
_ARTICLES = frozenset(["the", "a", "an"])
_PRONOUNS = frozenset("i me my you your he him his she her it its we us our they them their who whose".split())


@dataclass(frozen=True)
class Recall:
    """One report's gold statements: the ids of those found, why each of the others is missed, and what was read besides."""

    found: tuple[str, ...]
    missed: dict[str, str]
    extra: tuple[str, ...]


def read(paths: Iterable[Path], reader: Reader) -> list[tuple[dict[str, Any], Entries]]:
    """Gold reports and what the reader and the rules make of their texts."""
    rows = [load(path) for path in paths]
    reports = [report_of(row) for row in rows]
    # One at a time: a reading does not depend on the reports beside it.
    return [(row, resolve(report, reader.read([report])[0])) for row, report in zip(rows, reports, strict=True)]


def recall(row: dict[str, Any], entries: Entries) -> Recall:
    """Compare the statements of a gold report with a record of it; each statement of the record counts once."""
    actors = {actor.id: actor for actor in entries.actors}
    left = {statement.id: (characters(row["text"], _pairs(statement.content)), statement) for statement in entries.statements}
    found: list[str] = []
    missed: dict[str, str] = {}
    for gold in row["statements"]:
        wanted = characters(row["text"], gold["content"])
        like = sorted(((likeness(wanted, cells), key) for key, (cells, _) in left.items()), reverse=True)
        speakers = {key: actors.get(left[key][1].speaker or "") for score, key in like if score >= SAME}
        right = next((key for key, speaker in speakers.items() if is_speaker(row, gold["speaker"], speaker)), None)
        if right:
            found.append(gold["id"])
            del left[right]
        elif speakers:
            speaker = next(iter(speakers.values()))
            missed[gold["id"]] = f"said by {speaker.name if speaker else 'nobody'}, not {gold['speaker']}"
        else:
            missed[gold["id"]] = f"nothing alike is read; the nearest is {like[0][0]:.2f}" if like else "nothing is read"
    return Recall(tuple(found), missed, tuple(" … ".join(span.text for span in statement.content) for _, statement in left.values()))


def characters(text: str, spans: Iterable[Sequence[int]]) -> frozenset[int]:
    """Where the characters of some spans stand, white space aside."""
    return frozenset(i for start, end in spans for i in range(start, end) if not text[i].isspace())


def likeness(a: frozenset[int], b: frozenset[int]) -> float:
    """Intersection over union."""
    return len(a & b) / len(a | b) if a | b else 0.0


def is_speaker(row: dict[str, Any], key: str, speaker: Actor | None) -> bool:
    """Whether a speaker of the record is the gold actor `key`, by any name that the report gives that actor.

    A gold actor that the report never mentions is nobody: the record must then name nobody either, but for an unnamed source.
    """
    actor = row["actors"][key]
    if not actor["mentions"]:
        return speaker is None or (speaker.type == "unnamed" and speaker.name in map(name_of_hearsay, ("rumour", "")))
    if speaker is None:
        return False
    mentions = [row["text"][start:end] for start, end in actor["mentions"]]
    # "The minister" names nobody, except where the report has no other name for him.
    proper = [words for words in mentions if _is_name(words, actor["type"] == "person")]
    names = [actor["name"], *(proper or [words for words in mentions if words.lower() not in _PRONOUNS])]
    if speaker.type == "person" and actor["type"] != "person":
        # Ana Veld is neither her office nor "Ana Veld and Ivo Strand", though all her names stand in theirs.
        return any(set(_fold(name)) <= set(_fold(speaker.name)) for name in names if _fold(name))
    return any(same_name(speaker.name, name) for name in names)


def _is_name(words: str, person: bool) -> bool:
    """Whether a mention names its actor, as it seems by its capital letters: those of a person's last word, or any."""
    parts = words.split()[-1:] if person else words.split()
    return words.lower() not in _PRONOUNS and any(part[0].isupper() for part in parts)


def same_name(a: str, b: str) -> bool:
    """Whether two names have the same last word, or all words of one stand in the other; case and accents do not count."""
    x, y = _fold(a), _fold(b)
    return bool(x and y) and (x[-1] == y[-1] or set(x) <= set(y) or set(y) <= set(x))


def _fold(name: str) -> list[str]:
    return [word for word in re.findall(r"[a-z0-9]+", anyascii(name).lower()) if word not in _ARTICLES]


def _pairs(spans: Iterable[Span]) -> list[tuple[int, int]]:
    return [(span.start, span.end) for span in spans]


def main() -> None:
    """Print what is found of each report."""
    ap = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    ap.add_argument("files", type=Path, nargs="*", metavar="FILES")
    ap.add_argument("--model", type=Path)
    o = ap.parse_args()
    total = wanted = 0
    for row, entries in read(o.files or sorted(FORMS.glob("*.rep")), Reader.load(o.model)):
        seen = recall(row, entries)
        gold = {statement["id"]: statement for statement in row["statements"]}
        total, wanted = total + len(seen.found), wanted + len(gold)
        print(f"{row['id']}: {len(seen.found)} of {len(gold)}, {len(seen.extra)} besides")
        for key, why in seen.missed.items():
            print(f"  {key}: {' … '.join(row['text'][start:end] for start, end in gold[key]['content'])!r}: {why}")
        for words in seen.extra:
            print(f"  besides: {words!r}")
    print(f"all: {total} of {wanted}")


if __name__ == "__main__":
    main()
