"""How fast the pages of a large record are: python bench/pages.py [--reports N] [--record FILE]

Makes a record of invented reports, ten statements and one contact in each, written straight into its tables, unless FILE is there
already; then asks for each kind of page five times and prints the median and the slowest, in milliseconds, and the size in kB.
"""

from __future__ import annotations

import argparse
import json
import random
import statistics
import time
from collections.abc import Iterator
from datetime import date, timedelta
from pathlib import Path
from typing import Any

from onrecord.catalogue import Catalogue
from onrecord.reading.layout import ACTS, CONTACT_KINDS, ISSUES, STANCES, STATUSES
from onrecord.store.database import Database

STATEMENTS = 10
PEOPLE = 5000
WORDS = ("pause list bridge guns road river envoy round paper border convoy grain power prisoners crossing order offer answer letter "
         "station harbour village winter spring north south bank commission monitor inspector deadline").split()  # fmt: skip


def fill(path: Path, reports: int) -> None:
    """Make the record."""
    db = Database.open(path)
    chance = random.Random(7)
    with db.transaction():
        db.execute("INSERT INTO runs (code, model, started_at, finished_at) VALUES ('bench', 'bench', '2031-01-01', '2031-01-01')")
        db.execute("INSERT INTO sources VALUES ('0', 'bench.jsonl', x'00')")
        for table, columns, rows in make_rows(chance, reports):
            marks = ", ".join("?" * len(columns.split(",")))
            db.execute_many(f"INSERT INTO {table} ({columns}) VALUES ({marks})", rows)
    db.close()
    with Catalogue.open(path) as catalogue:
        catalogue.refresh()


def make_rows(chance: random.Random, reports: int) -> Iterator[tuple[str, str, list[tuple[Any, ...]]]]:
    """Rows for each table, a thousand reports at a time."""
    parties = [f"Party {n}" for n in range(40)]
    for begin in range(0, reports, 1000):
        rows: dict[str, list[tuple[Any, ...]]] = {name: [] for name in COLUMNS}
        for n in range(begin, min(reports, begin + 1000)):
            add_report(chance, n, parties, rows)
        for name, columns in COLUMNS.items():
            yield name, columns, rows[name]


COLUMNS = {
    "reports": "id, name, outlet, title, day, text, details, revised, source, run",
    "readings": "report, model, run, reading",
    "actors": "id, report, name, type, role, party, why, cluster, found",
    "statements": "id, report, kind, content, speaker, said_from, said_to, said_basis, said_precision, act, issue, stance, confidence, why",
    "statement_via": "statement, position, actor",
    "contacts": "id, report, kind, status, place, when_from, when_to, when_basis, when_precision, confidence",
    "contact_parties": "contact, position, actor",
    "evidence": 'report, entry, role, link, position, start, "end", text',
}


def add_report(chance: random.Random, n: int, parties: list[str], rows: dict[str, list[tuple[Any, ...]]]) -> None:
    """One report with its entries."""
    report, day = f"rpt_{n:08}", date(2021, 1, 1) + timedelta(chance.randrange(3650))
    people = [min(chance.randrange(PEOPLE), chance.randrange(PEOPLE)) for _ in range(4)]
    people = list(dict.fromkeys(people))
    for person in people:
        head = f"act_p{person}"
        key = head if person not in SEEN else f"act_{n:08}_{person}"
        SEEN.add(person)
        party = parties[person % 40]
        rows["actors"].append((key, report, f"Person {person}", "person", f"Office {person % 90}", party, "[]", head, head))
        OWN[person] = key
    text, at = [], 0
    for k in range(STATEMENTS):
        person = chance.choice(people)
        content = " ".join(chance.choices(WORDS, k=12)) + f" Person {chance.choice(people)}"
        sentence = f"Person {person} said that {content}.\n\n"
        key, source = f"stm_{n:08}_{k}", f"Person {person}"
        starts = (at, at + len(source) + 1, at + len(source) + 6)
        for role, start, words in zip(("source", "cue", "content"), starts, (source, "said", f"that {content}"), strict=True):
            rows["evidence"].append((report, key, role, 0, 0, start, start + len(words), words))
        mention = at + sentence.rindex("Person")
        rows["evidence"].append((report, OWN[person], "mention", 0, 2 * k, at, at + len(source), source))
        about = int(sentence[sentence.rindex("Person") + 7 :].strip(" .\n"))
        named = f"Person {about}"
        rows["evidence"].append((report, OWN[about], "mention", 0, 2 * k + 1, mention, mention + len(named), named))
        first = day - timedelta(chance.choice((0, 0, 0, 1, 2, 9)))
        kind = chance.choice(("direct", "indirect", "mixed"))
        rows["statements"].append(
            (key, report, kind, f"that {content}", OWN[person], first.isoformat(), day.isoformat(), "stated", "day",
             chance.choice(ACTS), chance.choice(ISSUES), chance.choice(STANCES), chance.random(), "[]")
        )  # fmt: skip
        if k == 0:
            rows["statement_via"].append((key, 0, OWN[people[-1]]))
        text.append(sentence)
        at += len(sentence)
    key = f"cnt_{n:08}"
    rows["contacts"].append(
        (key, report, chance.choice(CONTACT_KINDS), chance.choice(STATUSES), f"Place {n % 50}", day.isoformat(), day.isoformat(), "stated",
         "day", chance.random())
    )  # fmt: skip
    rows["contact_parties"] += [(key, position, OWN[person]) for position, person in enumerate(people[:2])]
    rows["evidence"].append((report, key, "evidence", 0, 0, 0, 10, "".join(text)[:10]))
    details = json.dumps({"authors": [], "notes": []})
    rows["reports"].append(
        (report, report, f"Outlet {n % 30}", f"Report {n}", day.isoformat(), "".join(text), details, day.isoformat(), "0", 1)
    )
    rows["readings"].append((report, "bench", 1, "{}"))


PAGES = """
/ /reports /reports/rpt_00000500 /reports?outlet=Outlet+3 /runs /judgements
/statements /statements?act=threaten /statements?party=Party+3 /statements?speaker=act_p1 /statements?speaker=act_p4000
/statements?act=threaten&issue=format&stance=conditional /statements?outlet=Outlet+3&kind=direct
/statements?since=2025-01-01&until=2025-01-31 /statements?since=2030-12-01 /statements?until=2021-01-31&act=urge&issue=arms
/statements/stm_00000500_3 /contacts /contacts?party=Party+3 /contacts?status=planned
/actors /actors?q=person+77 /actors/act_p1 /search?q=convoy /search?q=convoy+grain+harbour
/timeline /timeline?since=2025-01-01&until=2025-01-31 /timeline?speaker=act_p1 /network /network?party=Party+3
""".split()
SEEN: set[int] = set()
OWN: dict[int, str] = {}


def ask(path: Path) -> None:
    """Time the pages."""
    from starlette.testclient import TestClient

    from onrecord.web import make_app

    client = TestClient(make_app(path), base_url="http://127.0.0.1:8731")
    last = client.get("/statements.json?limit=1000").json()["next"]
    for url in (*PAGES, last):
        times = []
        for _ in range(5):
            start = time.perf_counter()
            response = client.get(url)
            times.append(1000 * (time.perf_counter() - start))
            assert response.status_code == 200, url
        print(f"{statistics.median(times):8.0f} {max(times):8.0f} {len(response.content) / 1000:8.1f}  {url}", flush=True)


def main() -> None:
    """Make the record if it is not there, and time its pages."""
    ap = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    ap.add_argument("--reports", type=int, default=100_000)
    ap.add_argument("--record", type=Path, default=Path("build/pages.db"))
    o = ap.parse_args()
    if not o.record.exists():
        o.record.parent.mkdir(parents=True, exist_ok=True)
        start = time.perf_counter()
        fill(o.record, o.reports)
        print(f"made {o.record} of {o.reports} reports in {time.perf_counter() - start:.0f} s")
    ask(o.record)


if __name__ == "__main__":
    main()
