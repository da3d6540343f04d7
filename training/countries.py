"""Build `src/onrecord/resolving/data/countries.json` from the countries table (mledoze/countries, ODbL 1.0).

python -m training.countries ../shared/data/places/countries.json
"""

from __future__ import annotations

import json
import re
import sys
from collections import Counter
from pathlib import Path
from typing import Any

TARGET = Path(__file__).parent.parent / "src/onrecord/resolving/data/countries.json"

#: What the source lacks: words that news use, and older spellings of capitals.
NAMES = {"US": ["US", "U.S.", "USA", "America", "United States"], "GB": ["UK", "U.K.", "Britain"], "AE": ["UAE", "Emirates"],
         "CZ": ["Czech Republic"], "CI": ["Ivory Coast"], "CD": ["Congo"], "NL": ["Holland"], "KP": ["DPRK"], "CN": ["PRC"],
         "TR": ["Turkey"], "VA": ["Vatican", "Holy See"], "BA": ["Bosnia"], "MK": ["Macedonia"]}  # fmt: skip
DEMONYMS = {"GB": ["English", "Scottish", "Welsh", "Briton"], "KR": ["South Korean"], "KP": ["North Korean"], "BA": ["Bosnian"],
            "AE": ["Emirati"], "SA": ["Saudi"], "IL": ["Israeli"], "XK": ["Kosovar", "Kosovan"], "VA": ["Vatican"],
            "CD": ["Congolese"], "DO": ["Dominican"], "PS": ["Palestinian"], "TW": ["Taiwanese"],
            "AR": ["Argentinian"], "AZ": ["Azeri"], "KZ": ["Kazakh"], "KG": ["Kyrgyz"], "BY": ["Belarussian"], "GR": ["Greek"]}  # fmt: skip
CAPITALS = {"UA": ["Kyiv", "Kiev"], "MD": ["Kishinev"], "CN": ["Peking"], "IN": ["Delhi"], "US": ["Washington", "Washington DC"],
            "KZ": ["Astana"], "MX": ["Mexico City"], "LY": ["Tripoli"], "RO": ["Bucharest"], "YE": ["Sana'a"], "CZ": ["Praha"],
            "MN": ["Ulaanbaatar"], "BO": ["La Paz"], "TZ": ["Dar es Salaam"], "BI": ["Bujumbura"], "CI": ["Abidjan"], "TD": ["Ndjamena"],
            "MM": ["Nay Pyi Taw"], "SD": ["Khartum"], "XK": ["Prishtina"]}  # fmt: skip
#: The name that a record should show, where English news does not use the source's.
USUAL = {"TR": "Turkey"}
#: Short forms that are words of their own or belong to somebody else.
UNWANTED = re.compile(r"[^\x00-\u024f\u1e00-\u1eff]|,|\(| or |/|Soviet|Socialist|People's Republic of (?!China)|^(?:AS|ROC|Norge)$")
WORDS = re.compile(r"^[A-ZÀ-Þ].{3,}$")


def main(source: str) -> None:
    rows = json.loads(Path(source).read_text(encoding="utf-8"))
    shared = Counter(word for row in rows if row["independent"] for word in _demonyms(row))
    countries = [_country(row, shared) for row in sorted(rows, key=lambda row: (not row["independent"], row["name"]))]
    lines = ",\n".join(json.dumps(country, ensure_ascii=False, separators=(",", ":")) for country in countries)
    TARGET.write_text(f"[\n{lines}\n]\n", encoding="utf-8")
    print(f"{len(countries)} countries, {TARGET.stat().st_size:,} bytes")


def _country(row: dict[str, Any], shared: Counter[str]) -> dict[str, Any]:
    code, factbook = row["iso2"], row.get("factbook", {})
    names = [row["official"], *row["alt"], *factbook.get("names", [])]
    return {
        "iso2": code,
        "name": USUAL.get(code, row["name"]),
        "names": _unique([row["name"], *(n for n in names if WORDS.match(n) and not UNWANTED.search(n)), *NAMES.get(code, [])])[1:],
        "demonyms": _unique([*(d for d in _demonyms(row) if shared[d] < 2), *DEMONYMS.get(code, [])]),
        "capitals": _unique([*row["capitals"], *CAPITALS.get(code, [])]),
    }


def _demonyms(row: dict[str, Any]) -> list[str]:
    """Adjectives and nouns; nouns that are the name of the country itself are left out."""
    factbook = row.get("factbook", {})
    found = [*row["demonyms"], *factbook.get("adjectives", []), *factbook.get("nouns", [])]
    return _unique([part.strip() for word in found for part in re.split(r",|/| or ", word) if part.strip() != row["name"]])


def _unique(words: list[str]) -> list[str]:
    return list(dict.fromkeys(words))


if __name__ == "__main__":
    main(sys.argv[1])
