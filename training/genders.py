"""Build `src/onrecord/resolving/data/census.json`, first names of men and of women, from the US Census Bureau's files of 1990.

python -m training.genders dist.male.first dist.female.first
"""

from __future__ import annotations

import json
import sys
from pathlib import Path

TARGET = Path(__file__).parent.parent / "src/onrecord/resolving/data/census.json"
#: So many times more often a name must be borne by one than by the other.
CLEAR = 20.0


def main(men: str, women: str) -> None:
    he, she = _shares(men), _shares(women)
    table = {
        "he": " ".join(sorted(name for name in he if he[name] >= CLEAR * she.get(name, 0.0))),
        "she": " ".join(sorted(name for name in she if she[name] >= CLEAR * he.get(name, 0.0))),
    }
    TARGET.write_text(json.dumps(table, indent=2) + "\n", encoding="utf-8")
    print({kind: len(words.split()) for kind, words in table.items()}, f"{TARGET.stat().st_size:,} bytes")


def _shares(source: str) -> dict[str, float]:
    """Name → the share of those who bear it, in per cent."""
    rows = (line.split() for line in Path(source).read_text(encoding="ascii").splitlines() if line)
    return {row[0].lower(): float(row[1]) for row in rows}


if __name__ == "__main__":
    main(*sys.argv[1:])
