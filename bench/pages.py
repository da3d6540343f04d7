"""How fast the pages of a large record are: python bench/pages.py [--reports N] [--record FILE] [--across FILE] [--only KIND …]

Makes a record of invented reports, ten statements and one contact in each, written straight into its tables, unless FILE is there
already. No two of them tell of the same: pages about several reports are asked of another record, one of those that bench/across.py
makes, if it is there. Asks for each kind of page with many different questions, and prints the median and the 95th percentile of the
time that each took, in milliseconds of CPU and by the clock, the largest page in kB, and what the machine is busy with besides. A page
should take 200 ms at the 95th percentile, a search 100 ms; what takes more of the CPU is marked.
"""

from __future__ import annotations

import argparse
import json
import os
import random
import statistics
import time
from collections.abc import Callable, Iterator, Mapping, Sequence
from datetime import date, timedelta
from pathlib import Path
from typing import Any
from urllib.parse import quote

from onrecord.catalogue import Catalogue
from onrecord.reading.encoder.layout import ACTS, CONTACT_KINDS, ISSUES, STANCES, STATUSES
from onrecord.store.database import Database

STATEMENTS = 10
PEOPLE = 5000
WORDS = ("pause list bridge guns road river envoy round paper border convoy grain power prisoners crossing order offer answer letter "
         "station harbour village winter spring north south bank commission monitor inspector deadline").split()  # fmt: skip


def fill(path: Path, reports: int) -> None:
    """Make the record: rows first, what is found or kept by them afterwards, which is several times as fast."""
    db = Database.open(path)
    chance = random.Random(7)
    kept = db.rows("SELECT type, name, sql FROM sqlite_master WHERE type IN ('index', 'trigger') AND sql IS NOT NULL ORDER BY type")
    for pragma in ("journal_mode = OFF", "synchronous = OFF", "foreign_keys = OFF", "cache_size = -524288"):
        db.rows(f"PRAGMA {pragma}")
    with db.transaction():
        for row in kept:
            db.execute(f"DROP {row['type']} {row['name']}")
        db.execute("INSERT INTO runs (code, model, started_at, finished_at) VALUES ('bench', 'bench', '2031-01-01', '2031-01-01')")
        db.execute("INSERT INTO sources VALUES ('0', 'bench.jsonl', x'00')")
        for table, columns, rows in make_rows(chance, reports):
            marks = ", ".join("?" * len(columns.split(",")))
            db.execute_many(f"INSERT INTO {table} ({columns}) VALUES ({marks})", rows)
        for row in kept:
            db.execute(row["sql"])
        for words in ("statement_words", "report_words"):
            db.execute(f"INSERT INTO {words} ({words}) VALUES ('rebuild')")
        for entries in ("statements", "contacts", "reports"):
            db.execute(f"INSERT INTO tallies SELECT '{entries}', name, value, day, count(*) FROM {entries}_to_tally GROUP BY 2, 3, 4")
        db.execute("INSERT INTO words SELECT * FROM texts_to_word WHERE TRUE ON CONFLICT DO NOTHING")
        db.execute("INSERT INTO occasions_to_sum SELECT DISTINCT coalesce(occasion, id) FROM contacts")
        db.execute("INSERT INTO statements_to_weigh (id) SELECT id FROM statements")
        db.execute("INSERT INTO identities_due SELECT DISTINCT identity FROM actors")
    db.rows("PRAGMA journal_mode = WAL")
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
    "statements": "id, report, kind, content, speaker, said_from, said_to, said_basis, said_precision, act, issue, stance, confidence, why,"
    "who, side, utterance",
    "statement_via": "statement, position, actor, who",
    "contacts": "id, report, kind, status, place, when_from, when_to, when_basis, when_precision, confidence, occasion",
    "contact_parties": "contact, position, actor, who, side",
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
             chance.choice(ACTS), chance.choice(ISSUES), chance.choice(STANCES), chance.random(), "[]", f"act_p{person}",
             parties[person % 40], key)
        )  # fmt: skip
        if k == 0:
            rows["statement_via"].append((key, 0, OWN[people[-1]], f"act_p{people[-1]}"))
        text.append(sentence)
        at += len(sentence)
    key = f"cnt_{n:08}"
    rows["contacts"].append(
        (key, report, chance.choice(CONTACT_KINDS), chance.choice(STATUSES), f"Place {n % 50}", day.isoformat(), day.isoformat(), "stated",
         "day", chance.random(), key)
    )  # fmt: skip
    rows["contact_parties"] += [
        (key, position, OWN[person], f"act_p{person}", parties[person % 40]) for position, person in enumerate(people[:2])
    ]
    rows["evidence"].append((report, key, "evidence", 0, 0, 0, 10, "".join(text)[:10]))
    details = json.dumps({"authors": [], "notes": []})
    rows["reports"].append(
        (report, report, f"Outlet {n % 30}", f"Report {n}", day.isoformat(), "".join(text), details, day.isoformat(), "0", 1)
    )
    rows["readings"].append((report, "bench", 1, "{}"))


#: So many questions are asked of each kind of page; so many milliseconds may a page take, and a search.
ASKED = 24
LIMIT, SEARCH_LIMIT = 200, 100
SEEN: set[int] = set()
OWN: dict[int, str] = {}


def make_questions(chance: random.Random, reports: int) -> dict[str, list[str]]:
    """Addresses by the kind of page, all different where a page can be asked for in different ways."""

    def person() -> str:
        return f"act_p{min(chance.randrange(PEOPLE), chance.randrange(PEOPLE))}"

    def report() -> str:
        return f"{chance.randrange(reports):08}"

    def party() -> str:
        return f"Party+{chance.randrange(40)}"

    def outlet() -> str:
        return f"Outlet+{chance.randrange(30)}"

    def period(most: int) -> str:
        first = date(2021, 1, 1) + timedelta(chance.randrange(3600))
        return f"since={first}&until={first + timedelta(chance.randrange(most))}"

    def two() -> str:
        return chance.choice((f"act={chance.choice(ACTS)}&party={party()}", f"issue={chance.choice(ISSUES)}&outlet={outlet()}",
                              f"kind=mixed&speaker={person()}", f"stance={chance.choice(STANCES)}&{period(90)}"))  # fmt: skip

    def three() -> str:
        return f"act={chance.choice(ACTS)}&issue={chance.choice(ISSUES)}&stance={chance.choice(STANCES)}"

    def words(n: int) -> str:
        return "+".join(chance.sample(WORDS, n))

    def one() -> str:
        return chance.choice((f"act={chance.choice(ACTS)}", f"issue={chance.choice(ISSUES)}", f"stance={chance.choice(STANCES)}",
                              f"party={party()}", f"speaker={person()}", f"outlet={outlet()}", "kind=direct", period(400)))  # fmt: skip

    def contact() -> str:
        return chance.choice((f"kind={chance.choice(CONTACT_KINDS)}", f"status={chance.choice(STATUSES)}", f"party={party()}",
                              f"actor={person()}", f"place=Place+{chance.randrange(50)}", f"outlet={outlet()}", period(400)))  # fmt: skip

    kinds: dict[str, Callable[[], str]] = {
        "start": lambda: "/",
        "statements": lambda: "/statements?order=" + chance.choice(("", "oldest")),
        "statements, one filter": lambda: f"/statements?{one()}",
        "statements, two filters": lambda: f"/statements?{two()}",
        "statements, three filters": lambda: f"/statements?{three()}",
        "statements, three filters, a month": lambda: f"/statements?{three()}&{period(31)}",
        "statements with words": lambda: f"/statements?q={words(chance.randrange(1, 4))}",
        "statement": lambda: f"/statements/stm_{report()}_{chance.randrange(STATEMENTS)}",
        "contacts": lambda: "/contacts?order=" + chance.choice(("", "oldest")),
        "contacts, one filter": lambda: f"/contacts?{contact()}",
        "contact": lambda: f"/contacts/cnt_{report()}",
        "reports": lambda: chance.choice(("/reports", f"/reports?outlet={outlet()}", f"/reports?{period(400)}")),
        "report": lambda: f"/reports/rpt_{report()}",
        "actors": lambda: chance.choice(("/actors", f"/actors?party={party()}", f"/actors?q=person+{chance.randrange(PEOPLE)}")),
        "actor": lambda: f"/actors/{person()}",
        "timeline": lambda: "/timeline",
        "timeline, a month": lambda: f"/timeline?{period(31)}",
        "timeline, one filter": lambda: f"/timeline?{one()}",
        "timeline, three filters": lambda: f"/timeline?{three()}",
        "network": lambda: "/network",
        "network, one filter": lambda: f"/network?{one()}",
        "search for a common word": lambda: f"/search?q={words(1)}",
        "search for two words": lambda: f"/search?q={words(2)}",
        "search for words that stand together": lambda: f"/search?q=%22{words(3)}%22",
        "search for a rare word": lambda: f"/search?q={chance.randrange(PEOPLE)}",
        "search in what fits": lambda: f"/search?q={words(1)}&{one()}",
        "runs": lambda: "/runs",
        "judgements": lambda: "/judgements",
        "review": lambda: "/review",
        "review, by effect": lambda: "/review?order=effect",
        "review, one filter": lambda: f"/review?{one()}",
        "review, one filter, by effect": lambda: f"/review?order=effect&{one()}",
        "agreement": lambda: "/review/agreement",
        "disagreements": lambda: "/review/disagreements",
    }
    return {kind: [make() for _ in range(ASKED)] for kind, make in kinds.items()}


#: Entries and pairs of entries from all over a record; statements that are told again, contacts, and who has a position.
FROM_ALL_OVER = """
    WITH RECURSIVE places (n) AS (SELECT 0 UNION ALL SELECT n + 1 FROM places WHERE n < :asked - 1) SELECT {0} FROM places
    JOIN {1} ON {1}.number = (SELECT min(number) FROM {1} WHERE number > (SELECT max(number) FROM {1}) * n / :asked AND {2})"""


def find_questions(db: Database) -> dict[str, list[str]]:
    """Addresses of pages about several reports, by their kind, of a record whose entries are grouped."""

    def ask(columns: str, table: str, fits: str = "true") -> list[dict[str, str]]:
        found = db.rows(FROM_ALL_OVER.format(columns, table, fits), {"asked": ASKED})
        return [{name: quote(str(row[name]), safe="") for name in row.keys()} for row in found]  # noqa: SIM118 - a row iterates values

    told = ask("utterance AS id, side, issue, who, said_from AS day, content", "statements",
               "utterance <> id AND side IS NOT NULL AND who IS NOT NULL AND said_from IS NOT NULL AND stance <> 'none'")  # fmt: skip
    held = ask("occasion AS id, kind, when_from AS day", "contacts", "occasion <> id AND when_from IS NOT NULL")
    parties = ask("actors.name AS name, coalesce(actors.side, party) AS side", "actors", "party IS NOT NULL AND type = 'person'")
    pairs = [f"{row['a']}/{row['b']}" for row in db.rows("SELECT a, b FROM contradictions ORDER BY a, b")]
    pairs = pairs[:: max(1, len(pairs) // ASKED)][:ASKED]
    words = [f"words={row['content'].split('%20')[-1]}&since={row['day']}&until={row['day']}" for row in told]
    filters = [f"side={row['side']}" if n % 2 else f"since={row['day']}" for n, row in enumerate(told)]
    kinds = {
        "positions of all": ["/positions"],
        "positions, one filter": [f"/positions?side={row['side']}" for row in told] + [f"/positions?issue={issue}" for issue in ISSUES[:4]],
        "position of a side": [f"/positions/{row['issue']}/{row['side']}" for row in told],
        "positions of an actor": [f"/actors/{row['who']}/positions" for row in told],
        "position of an actor": [f"/actors/{row['who']}/positions?issue={row['issue']}" for row in told],
        "utterances": ["/utterances", "/utterances?at_least=3"],
        "utterances, one filter": [f"/utterances?{some}" for some in filters],
        "utterances of a name": [f"/utterances?speaker={row['name']}" for row in parties],
        "utterance": [f"/utterances/{row['id']}" for row in told],
        "contacts once": ["/occasions", "/occasions?order=oldest"],
        "contacts once, one filter": [f"/occasions?{some}" for row in held for some in (f"kind={row['kind']}", f"since={row['day']}")],
        "contacts once of a name": [f"/occasions?party={row['name']}" for row in parties],
        "contact once": [f"/occasions/{row['id']}" for row in held],
        "accounts of a contact": [f"/accounts?contact={row['id']}" for row in held],
        "accounts of words and days": [f"/accounts?{one}" for one in words],
        "contradictions": ["/contradictions", "/contradictions?decision=open"],
        "contradictions, one filter": [f"/contradictions?{some.replace('side', 'party')}" for some in filters],
        "contradiction": [f"/contradictions/{pair}" for pair in pairs],
        "start of the other record": ["/"],
        "actors by weight and by name": ["/actors", "/actors?order=name"],
        "actors of a name": [f"/actors?q={row['name']}" for row in parties],
        "actor who speaks": [f"/actors/{row['who']}" for row in told],
        "statements about an actor": [f"/statements?about={row['who']}" for row in told],
        "statements of a side on an issue": [f"/statements?party={row['side']}&issue={row['issue']}" for row in told],
        "origins": [f"/origins/{row['id']}" for row in (*told[::2], *held[1::2])],
    }  # fmt: skip
    return {kind: (urls * ASKED)[:ASKED] for kind, urls in kinds.items() if urls}


def ask(path: Path, questions: Mapping[str, Sequence[str]], only: Sequence[str]) -> None:
    """Time the pages."""
    from starlette.testclient import TestClient

    from onrecord.web import make_app

    load = ", ".join(f"{one:.1f}" for one in os.getloadavg())
    print(f"{path}; load {load} on {os.cpu_count()} cores; {ASKED} questions of each kind")
    print("CPU ms, 95 %   by the clock, 95 %       kB")
    client = TestClient(make_app(path), base_url="http://127.0.0.1:8731")
    for kind, urls in questions.items():
        if only and not any(part in kind for part in only):
            continue
        if client.get(urls[0]).status_code == 404:
            print(f"{'not there':>44}  {kind}")
            continue
        cpu, clock, size, slowest = [], [], 0, (0.0, "")
        for url in urls:
            start, begun = time.perf_counter(), time.process_time()
            response = client.get(url)
            cpu.append(1000 * (time.process_time() - begun))
            clock.append(1000 * (time.perf_counter() - start))
            assert response.status_code in (200, 404), url
            size, slowest = max(size, len(response.content)), max(slowest, (cpu[-1], url))
        (half, most), (half_clock, most_clock) = (summarize(times) for times in (cpu, clock))
        over = f"  over: {slowest[1]} took {slowest[0]:.0f}" if most > (SEARCH_LIMIT if "search" in kind else LIMIT) else ""
        print(f"{half:6.0f} {most:6.0f} {half_clock:12.0f} {most_clock:6.0f} {size / 1000:10.1f}  {kind}{over}", flush=True)


def summarize(times: Sequence[float]) -> tuple[float, float]:
    """The median and the 95th percentile."""
    return statistics.median(times), statistics.quantiles(times, n=20, method="inclusive")[-1]


def main() -> None:
    """Make the record if it is not there, and time its pages."""
    ap = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    ap.add_argument("--reports", type=int, default=100_000)
    ap.add_argument("--record", type=Path, default=Path("build/pages.db"))
    ap.add_argument("--across", type=Path, default=Path("build/records/1000000.db"), help="a record that bench/across.py has made")
    ap.add_argument("--only", nargs="*", default=(), help="kinds of pages whose names have this")
    o = ap.parse_args()
    if not o.record.exists():
        o.record.parent.mkdir(parents=True, exist_ok=True)
        start = time.perf_counter()
        fill(o.record, o.reports)
        print(f"made {o.record} of {o.reports} reports in {time.perf_counter() - start:.0f} s")
    ask(o.record, make_questions(random.Random(11), o.reports), o.only)
    if o.across.exists():
        db = Database.open(o.across)
        questions = find_questions(db)
        db.close()
        ask(o.across, questions, o.only)


if __name__ == "__main__":
    main()
