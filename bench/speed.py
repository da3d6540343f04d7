"""How fast `onrecord read` is: python bench/speed.py [--words 60000]

Prints words a second on one and on two processes, the peak memory of the largest process, and the time from a cold
start to the first result. A rate is that of a whole command in a fresh process, with all it takes to start, to load the model in
each process and, at the end, to compare what was read: about two seconds, which weigh less the more words there are. The reports
are the sample's, over and over until there are enough words, each time with other names, so that they tell other stories; for the
last rate as they are, so that each is there in many copies, which are all compared.
"""

from __future__ import annotations

import argparse
import json
import re
import resource
import subprocess
import sys
import tempfile
import time
from collections.abc import Collection
from pathlib import Path

from onrecord.reports import find_files, load, parse

SAMPLE = Path(__file__).parent.parent / "sample"


CONSONANTS = "bcdfghklmnprstvz"
NAME = re.compile(r"\b[A-Z][a-z]{3,}\b")
#: Words with a capital that are no names.
DATES = frozenset("Monday Tuesday Wednesday Thursday Friday Saturday Sunday January February March April June July August September "
                  "October November December".split())  # fmt: skip


def write_reports(words: int, folder: Path, copies: bool) -> int:
    """Write JSON lines of at least `words` words of reports; return how many words they have."""
    from onrecord.model import Report

    sample = [report for path in find_files([SAMPLE]) for report in parse(load(path)) if isinstance(report, Report)]
    common = set(re.findall(r"\b[a-z]+\b", " ".join(report.text for report in sample)))
    written = time = 0
    with (folder / "reports.jsonl").open("w", encoding="utf8") as file:
        while written < words:
            for report in sample:
                text = report.text if copies else rename(report.text, time, common)
                file.write(json.dumps({"name": f"r{written}", "outlet": f"Outlet {written}", "text": text}) + "\n")
                written += len(text.split())
            time += 1
    return written


def rename(text: str, time: int, common: Collection[str]) -> str:
    """A text with other names: words with a capital that are nowhere written without, their consonants shifted, `time` steps further
    at each place."""

    def name_of(match: re.Match[str]) -> str:
        word = match[0]
        if word in DATES or word.lower() in common:
            return word
        steps = ((c, time * (2 * i + 1)) for i, c in enumerate(word.lower()))
        shifted = (CONSONANTS[(CONSONANTS.index(c) + step) % len(CONSONANTS)] if c in CONSONANTS else c for c, step in steps)
        return "".join(shifted).capitalize()

    return NAME.sub(name_of, text)


def run(*arguments: str) -> float:
    """Run the command line tool in a fresh process; return the seconds it took."""
    started = time.perf_counter()
    subprocess.run([sys.executable, "-m", "onrecord.cli", *arguments], check=True, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    return time.perf_counter() - started


def main() -> None:
    """Print the table."""
    ap = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    ap.add_argument("--words", type=int, default=60_000)
    o = ap.parse_args()
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        first = next(iter(find_files([SAMPLE])))
        run("read", str(first), "--json")
        print(f"first result from a cold start   {run('read', str(first), '--json'):6.2f} s")
        for processes, copies in ((1, False), (2, False), (2, True)):
            words = write_reports(o.words, folder, copies)
            seconds = run("read", str(folder), "--record", str(folder / f"{processes}{copies}.db"), "--processes", str(processes))
            rate = f"{words / seconds:6.0f} words/s ({words} words in {seconds:.1f} s)"
            print(f"read, {processes} process{'es' if processes > 1 else '  '}{', many copies' if copies else '             '} {rate}")
        peak = resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss / 1024
        print(f"peak memory of a process         {peak:6.0f} MB")


if __name__ == "__main__":
    main()
