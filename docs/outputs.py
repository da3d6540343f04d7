"""Run the commands whose output the documents show, and write it into them: python docs/outputs.py [--model DIR]

A place for output is a comment, `<!-- output: onrecord … -->` or `<!-- output (first 3 entries): onrecord … -->`, and a
fenced block after it. Entries are what stands between empty lines. The commands of one document run in one empty folder
that has the sample in it.
"""

from __future__ import annotations

import argparse
import os
import re
import shlex
import tempfile
from contextlib import chdir
from pathlib import Path

from click.testing import CliRunner

from onrecord.cli import main as onrecord
from onrecord.reading.encoder import encoder

ROOT = Path(__file__).parent.parent
DOCUMENTS = (ROOT / "README.md", ROOT / "docs" / "tutorial.md")
PLACE = re.compile(
    r"(?P<head><!-- output(?: \(first (?P<most>\d+) entries\))?: (?P<command>onrecord .+?) -->\n```text\n).*?(?P<tail>```)", re.DOTALL
)


def run(command: str) -> str:
    """What a command prints, words about it included."""
    result = CliRunner().invoke(onrecord, shlex.split(command)[1:], env={"COLUMNS": "100"})
    if result.exception and not isinstance(result.exception, SystemExit):
        raise result.exception
    return result.output


def fill(text: str) -> str:
    """A document with the output of its commands."""

    def output(place: re.Match[str]) -> str:
        entries = run(place["command"]).rstrip().split("\n\n")
        shown = "\n\n".join(entries[: int(place["most"] or len(entries))])
        return place["head"] + "".join(f"{line.rstrip()}\n" for line in shown.splitlines()) + place["tail"]

    return PLACE.sub(output, text)


def main() -> None:
    """Fill every document."""
    ap = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    ap.add_argument("--model", type=Path, help="a folder with another model than the shipped one")
    o = ap.parse_args()
    if o.model:
        encoder.SHIPPED = o.model.resolve()
    for path in DOCUMENTS:
        with tempfile.TemporaryDirectory() as folder, chdir(folder):
            os.symlink(ROOT / "sample", "sample")
            CliRunner().invoke(onrecord, ["read", "sample"])
            filled = fill(path.read_text(encoding="utf8"))
        path.write_text(filled, encoding="utf8")


if __name__ == "__main__":
    main()
