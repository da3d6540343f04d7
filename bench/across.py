"""What adding one report to a large record costs, and asking it: python bench/across.py --shared ../shared [--folder build/records]

Makes records of 10⁴, 10⁵ and 10⁶ statements of the talks corpus (see archive.py), or takes them from the folder, and adds reports to
each one by one, from their entries to everything stored: entries, actors, groups. One half are reports that the corpus has on stories
of the record, the other half begin stories. Prints milliseconds, the median and the 95th of a hundred; milliseconds of questions; and
the most memory that adding and asking took. Each record is measured in a process of its own.
"""

from __future__ import annotations

import argparse
import re
import shutil
import statistics
import time
from collections.abc import Callable, Collection, Sequence
from contextlib import suppress
from multiprocessing import get_context
from pathlib import Path
from typing import Any

from bench.archive import Archive, Copy, Corpus
from evals.actors import worlds
from evals.records import Source, given_entries, make_record
from onrecord.across.grouping import group_entries
from onrecord.errors import QueryError
from onrecord.model import Entries, Reading
from onrecord.record import Record
from onrecord.store.database import Database
from onrecord.store.runs import Run

#: Every so many-th report of the corpus is left out of the record, to be added.
LEFT_OUT = 13
#: So many reports of each kind are added, and so many times each question is asked.
ADDED, ASKED = 60, 30


def read_corpus(shared: Path) -> tuple[list[Entries], list[Entries]]:
    """The gold entries of the reports that the record is made of, and of those that are added."""
    from onrecord.reading.reader import Reader

    rows = [row for _, own in worlds(shared) for row in own]
    entries = [found for found, _ in given_entries(rows, Reader.load())]
    return [one for n, one in enumerate(entries) if n % LEFT_OUT != LEFT_OUT - 1], entries[LEFT_OUT - 1 :: LEFT_OUT]


def make_archive(path: Path, kept: Sequence[Entries], statements: int) -> tuple[int, frozenset[str]]:
    """Make a record of so many statements, or a few more; returns the number of its copies of the corpus, and words that they share."""
    copies = -(-statements // sum(len(entries.statements) for entries in kept))
    part, small = path.with_suffix(".part"), path.with_suffix(".corpus")
    for file in (part, small):
        file.unlink(missing_ok=True)
    with make_record(small, kept) as record:
        corpus = Corpus(record._db)
    if not path.exists():
        db = Database.open(part)
        Archive(db, corpus).fill(copies)
        db.close()
        part.rename(path)
    return copies, corpus.common


def add(db: Database, entries: Entries) -> tuple[float, float]:
    """Milliseconds that adding a report takes, and those of them that are spent computing."""
    started = time.perf_counter(), time.process_time()
    run = Run.start(db, "bench", "none", group_entries)
    report = entries.report
    run.write(Source(report.name, report.id), Reading(report.id, "none"), entries)
    summary = run.finish()
    took = time.perf_counter() - started[0], time.process_time() - started[1]
    assert summary.reports == 1, summary
    return 1000 * took[0], 1000 * took[1]


def memory() -> float:
    """The most memory that this process has had, in MB; what `getrusage` tells is that of the process that began it as well."""
    found = re.search(r"VmHWM:\s+(\d+)", Path("/proc/self/status").read_text("utf8"))
    return int(found[1]) / 1024 if found else 0.0


#: Statements and contacts from all over the record.
ASKED_OF = """
    WITH RECURSIVE places (n) AS (SELECT 0 UNION ALL SELECT n + 1 FROM places WHERE n < :asked - 1)
    SELECT s.id, s.who, actors.name, s.side, c.id AS contact, (SELECT name FROM actors JOIN contact_parties ON actor = id
                                                                WHERE contact = c.id ORDER BY position LIMIT 1) AS party
    FROM places
    JOIN statements AS s ON s.number = (SELECT min(number) FROM statements WHERE number > :statements * n / :asked AND who IS NOT NULL
                                        AND side IS NOT NULL)
    JOIN contacts AS c ON c.number = (SELECT min(number) FROM contacts WHERE number > :contacts * n / :asked)
    JOIN actors ON actors.id = s.speaker"""
#: What is asked: of a statement with who said it, or of a contact with somebody who took part.
QUESTIONS: dict[str, Callable[[Record, Any], object]] = {
    "positions of an actor": lambda record, row: record.positions(actor=row["who"]),
    "positions of a name": lambda record, row: record.positions(actor=row["name"]),
    "positions of a side": lambda record, row: record.positions(side=row["side"]),
    "one utterance": lambda record, row: record.utterance(row["id"]),
    "origins of one": lambda record, row: record.origins(row["id"]),
    "utterances of a name": lambda record, row: record.utterances(speaker=row["name"]),
    "one contact": lambda record, row: record.occasion(row["contact"]),
    "contacts of a name": lambda record, row: record.occasions(party=row["party"]),
    "accounts of a contact": lambda record, row: record.accounts(row["contact"]),
}


def measure(path: Path, copies: int, left: Sequence[Entries], common: Collection[str]) -> dict[str, list[tuple[float, float]]]:
    """Milliseconds of each thing that is measured, on a copy of the record, and the most memory in MB."""
    measured = path.with_suffix(".measured")
    shutil.copyfile(path, measured)
    record = Record.open(measured)
    db = record._db
    # A record that was made of other reports may have some of these; to read a report again is not to add one.
    left = [one for one in left if not db.rows("SELECT 1 FROM reports WHERE id = ?", (Copy(0, common).report(one.report).id,))]
    found: dict[str, list[tuple[float, float]]] = {"report on a story": [], "report that begins one": []}
    for n in range(ADDED):
        story = Copy(n * copies // ADDED, common).entries(left[n % len(left)])
        new = Copy(copies + n // 3, common).entries(left[n % len(left)])
        found["report on a story"].append(add(db, story))
        found["report that begins one"].append(add(db, new))
    found["memory of adding"] = [(memory(), 0)]
    rows = db.rows(ASKED_OF, {"asked": ASKED, "statements": db.rows("SELECT max(number) FROM statements")[0][0],
                              "contacts": db.rows("SELECT max(number) FROM contacts")[0][0]})  # fmt: skip
    for name, ask in QUESTIONS.items():
        found[name] = []
        for row in rows:
            started = time.perf_counter(), time.process_time()
            with suppress(QueryError):
                ask(record, row)
            found[name].append((1000 * (time.perf_counter() - started[0]), 1000 * (time.process_time() - started[1])))
    found["memory of all"] = [(memory(), 0)]
    record.close()
    measured.unlink()
    return found


def main() -> None:
    """Print the table."""
    ap = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    ap.add_argument("--shared", type=Path, default=Path("../shared"))
    ap.add_argument("--folder", type=Path, default=Path("build/records"))
    ap.add_argument("--sizes", type=int, nargs="+", default=[10_000, 100_000, 1_000_000])
    o = ap.parse_args()
    o.folder.mkdir(parents=True, exist_ok=True)
    kept, left = read_corpus(o.shared)
    for size in o.sizes:
        started = time.perf_counter()
        path = o.folder / f"{size}.db"
        copies, common = make_archive(path, kept, size)
        print(f"{size:,} statements, {copies} copies, {path.stat().st_size / 1e6:,.0f} MB, made in {time.perf_counter() - started:.0f} s")
        with get_context("spawn").Pool(1) as pool:
            found = pool.apply(measure, (path, copies, left, common))
        for name, times in found.items():
            if name.startswith("memory"):
                print(f"  {name:<26} {times[0][0]:8.0f} MB")
            elif times:
                wall, computing = (sorted(one[side] for one in times) for side in (0, 1))
                print(f"  {name:<26} {statistics.median(wall):8.1f} ms, 95th of a hundred {wall[int(0.95 * len(wall))]:8.1f} ms;"
                      f" of that computing {statistics.median(computing):8.1f} and {computing[int(0.95 * len(wall))]:8.1f} ms")  # fmt: skip


if __name__ == "__main__":
    main()
