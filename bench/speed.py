"""How fast `onrecord read` is: python bench/speed.py [--words 60000]

Prints words a second on one and on two processes, the peak memory of the largest process, and the time from a cold
start to the first result. The reports are the sample's, repeated under other dates until there are enough words.
"""

from __future__ import annotations

import argparse
import json
import resource
import subprocess
import sys
import tempfile
import time
from pathlib import Path

from onrecord.reports import find_files, load, parse

SAMPLE = Path(__file__).parent.parent / "sample"


def write_reports(words: int, folder: Path) -> int:
    """Write JSON lines of at least `words` words of reports; return how many words they have."""
    from onrecord.model import Report

    sample = [report for path in find_files([SAMPLE]) for report in parse(load(path)) if isinstance(report, Report)]
    written = 0
    with (folder / "reports.jsonl").open("w", encoding="utf8") as file:
        while written < words:
            for report in sample:
                file.write(json.dumps({"name": f"r{written}", "outlet": f"Outlet {written}", "text": report.text}) + "\n")
                written += len(report.text.split())
    return written


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
        words = write_reports(o.words, folder)
        for processes in (1, 2):
            seconds = run("read", str(folder), "--record", str(folder / f"{processes}.db"), "--processes", str(processes))
            rate = f"{words / seconds:6.0f} words/s ({words} words in {seconds:.1f} s)"
            print(f"read, {processes} process{'es' if processes > 1 else '  '}              {rate}")
        peak = resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss / 1024
        print(f"peak memory of a process         {peak:6.0f} MB")


if __name__ == "__main__":
    main()
