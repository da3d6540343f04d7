"""A large record, made quickly: worlds of the talks corpus over and over, each copy with other names, other words and other days.

A copy has every word that not several worlds have in other letters of the same length (one table of consonants for each copy), so that
spans stay where they are; its days are moved by whole weeks. Rows are written directly. What is the same in several reports of a
copy is what it is in the corpus, found once by the code itself; names that copies share are brought together at the end. The same
count gives the same record.
"""

from __future__ import annotations

import random
import re
from collections import defaultdict
from collections.abc import Callable, Collection, Mapping
from dataclasses import replace
from datetime import date, timedelta
from functools import cache
from typing import Any

from onrecord.across import contradictions, finding
from onrecord.across.actors import cluster_actors
from onrecord.across.bearers import dump_profile
from onrecord.across.sketches import sketch_contents, sketch_text
from onrecord.model import Actor, Entries, Relay, Report, Span, When
from onrecord.model.span import Spans
from onrecord.resolving.actors.bearers import Bearer, Told, bearers_of, block_keys, name_of, shelf_keys
from onrecord.resolving.actors.likeness import Profile, profile_of
from onrecord.resolving.actors.naming import AllFacts, asked_by, settle, told_by
from onrecord.store.database import Database
from onrecord.store.reports import report_of
from onrecord.store.retold import sum_retold
from onrecord.store.tellings import load_tellings, write_sketches

#: Letters that are put for each other, with how often names have them; those that end the adjectives of countries stay.
CONSONANTS = dict(zip("bcdfghjklmpqrstvwxz", (3, 2, 5, 2, 3, 4, 2, 5, 7, 5, 3, 1, 9, 7, 6, 4, 2, 1, 2), strict=True))
VOWELS = "eou"
LETTERS = "".join(CONSONANTS) + VOWELS
ID = re.compile(r"(rpt|act|stm|cnt)_")
DAY = re.compile(r"\d{4}-\d\d-\d\d")
WORD = re.compile(r"\w+|\W+")
#: Words of so many worlds are no names.
SEVERAL = 3
#: Columns whose words are those of the copy.
SPOKEN = {"content", "name", "title", "outlet", "party", "side", "place"}
DAYS = {"published", "day", "revised", "said_from", "said_to", "when_from", "when_to"}
#: Tables that are filled otherwise, or by the code itself.
OTHERS = {
    "migrations",
    "runs",
    "sources",
    "evidence",
    "profiles",
    "facts",
    "sketches",
    "clues",
    "unsettled",
    "uncompared",
    "bearers",
    "name_keys",
    "links",
    "stale",
    "judged",
    "confirmed",
    "tallies",
    "words",
    "occasions",
    "pairs",
    "retold",
    "retold_due",
}


@cache
def _parts_of(text: str) -> list[str]:
    """The words of a text of the corpus, and what is between them."""
    return WORD.findall(text)


class _Words(dict[str, str]):
    """Word → the same in other letters, for those that are not common."""

    def __init__(self, table: Mapping[int, int], common: Collection[str]) -> None:
        super().__init__()
        self._table = table
        self._common = common

    def __missing__(self, word: str) -> str:
        kept = len(word) < 4 or word.isupper() or word.lower() in self._common
        self[word] = word if kept else word.translate(self._table)
        return self[word]


class Copy:
    """How the ids, words, days and meanings of one copy differ from those of the corpus."""

    def __init__(self, number: int, common: Collection[str]) -> None:
        rng = random.Random(number)
        letters = rng.choices([*CONSONANTS], [*CONSONANTS.values()], k=len(CONSONANTS)) + rng.sample(VOWELS, len(VOWELS))
        self.number = number
        self.reports: dict[str, str] = {}
        self._shift = timedelta(weeks=rng.randrange(-1500, 1500))
        self._order = rng.sample(range(64), 64)
        self._words = _Words(str.maketrans(LETTERS + LETTERS.upper(), "".join(letters) + "".join(letters).upper()), common)

    def id(self, key: str) -> str:
        """An id; those of statements, contacts and actors of one copy have the order that they have in the corpus."""
        return self.reports.get(key) or f"{key[:4]}{self.number:05x}{key[4:]}"

    def meet(self, report: Report) -> None:
        """Know the id that a report of the corpus has in this copy."""
        self.reports[report.id] = self.report(report).id

    def report(self, report: Report) -> Report:
        """A report of the corpus as this copy has it."""
        return replace(
            report, name=self.words(report.name), text=self.words(report.text), outlet=self._maybe(report.outlet),
            title=self._maybe(report.title), published=report.published and report.published + self._shift, url=None,
        )  # fmt: skip

    def words(self, text: str) -> str:
        """A text in the words of this copy; of the same length."""
        return "".join([self._words[part] for part in _parts_of(text)])

    def day(self, day: date) -> date:
        """A day of this copy."""
        return day + self._shift

    def days(self, text: str) -> str:
        """A text with the days of this copy for those in it."""
        return DAY.sub(lambda m: self.day(date.fromisoformat(m[0])).isoformat(), text)

    def meaning(self, meaning: bytes) -> bytes:
        """A meaning that is as near to others of this copy as it was, and far from those of other copies."""
        return bytes(meaning[n] for n in self._order) if len(meaning) == 64 else meaning

    def entries(self, entries: Entries) -> Entries:
        """A report of the corpus with its entries, as this copy has them."""
        report = self.report(entries.report)
        text = report.text

        def spans(own: Spans) -> Spans:
            return tuple(Span.of(text, span.start, span.end) for span in own)

        def when(own: When | None) -> When | None:
            if own is None:
                return None
            first, last = (day and self.day(day) for day in (own.first, own.last))
            return replace(own, first=first, last=last, spans=spans(own.spans))

        actors = tuple(
            replace(a, id=self.id(a.id), name=self.words(a.name), party=self._maybe(a.party), mentions=spans(a.mentions))
            for a in entries.actors
        )
        statements = tuple(
            replace(
                s, id=self.id(s.id), speaker=s.speaker and self.id(s.speaker), inside=s.inside and self.id(s.inside), said=when(s.said),
                source=spans(s.source), cue=spans(s.cue), content=spans(s.content), addressee=spans(s.addressee), venue=spans(s.venue),
                condition=spans(s.condition), meaning=self.meaning(s.meaning),
                via=tuple(Relay(self.id(relay.actor), spans(relay.spans)) for relay in s.via),
            )
            for s in entries.statements
        )  # fmt: skip
        contacts = tuple(
            replace(
                c, id=self.id(c.id), parties=tuple(map(self.id, c.parties)), by=c.by and self.id(c.by), per=c.per and self.id(c.per),
                place=self._maybe(c.place), when=when(c.when), evidence=spans(c.evidence),
            )
            for c in entries.contacts
        )  # fmt: skip
        return Entries(report, statements, contacts, actors)

    def _maybe(self, text: str | None) -> str | None:
        return self.words(text) if text else text


def find_common(db: Database) -> frozenset[str]:
    """The words of several worlds, in lower case."""
    worlds: dict[str, set[str]] = defaultdict(set)
    for row in db.rows("SELECT name, text FROM reports"):
        for word in _parts_of(row["text"]):
            worlds[word.lower()].add(row["name"][0])
    return frozenset(word for word, own in worlds.items() if len(own) >= SEVERAL)


class Corpus:
    """A record of the corpus, grouped, to be copied."""

    def __init__(self, db: Database) -> None:
        self.common = find_common(db)
        self.claims = [
            claim
            for row in db.rows("SELECT id FROM reports ORDER BY number")
            for claim in contradictions.read_claims(db, row["id"])
            if claim.kind == "statement"
        ]
        self.reports = [report_of(row) for row in db.rows("SELECT * FROM reports ORDER BY number")]
        tables = [row["name"] for row in db.rows("SELECT name FROM sqlite_master WHERE type = 'table'")]
        self.columns = {
            table: [f'"{row["name"]}"' for row in db.rows(f"PRAGMA table_xinfo({table})") if not row["hidden"]]
            for table in tables
            if not re.match(r"sqlite_|\w+_words", table) and table not in OTHERS
        }
        self.rows = {
            table: [tuple(row) for row in db.rows(f"SELECT {', '.join(columns)} FROM {table}")] for table, columns in self.columns.items()
        }
        self.evidence = db.rows("SELECT * FROM evidence ORDER BY report, entry, role, link, position")
        self.profiles = db.rows("SELECT * FROM profiles ORDER BY number")
        self.bearers = {row["id"]: row for row in db.rows("SELECT * FROM bearers")}
        self.links = db.rows("SELECT * FROM links")
        told = db.rows("SELECT profile, name, type, role, party, report, id FROM actors WHERE profile IS NOT NULL")
        self.told = {row["profile"]: row for row in told}
        self.mentions: dict[str, list[str]] = defaultdict(list)
        for row in self.evidence:
            if row["role"] == "mention":
                self.mentions[row["entry"]].append(row["text"])


class Archive:
    """A record that copies are written to."""

    def __init__(self, db: Database, corpus: Corpus) -> None:
        self._db = db
        self._corpus = corpus
        self._numbers: dict[str, int] = {}
        self._names: set[str] = set()
        self._shared: set[int] = set()
        self._rows: dict[str, list[Any]] = defaultdict(list)

    def fill(self, copies: int) -> None:
        """Write so many copies of the corpus."""
        db = self._db
        for command in ("synchronous = OFF", "cache_size = -400000", "foreign_keys = OFF"):
            db.execute(f"PRAGMA {command}")
        triggers = db.rows("SELECT name, sql FROM sqlite_master WHERE type = 'trigger'")
        for row in triggers:
            db.execute(f"DROP TRIGGER {row['name']}")
        db.execute("INSERT INTO runs (code, model, started_at) VALUES ('bench', 'none', '')")
        for number in range(copies):
            copy = Copy(number, self._corpus.common)
            self._write_reports(copy)
            self._write_actors(copy)
            if number % 20 == 19 or number == copies - 1:
                with db.transaction():
                    self._flush()
        contacts = [row["id"] for row in db.rows("SELECT id FROM contacts ORDER BY number")]
        for first in range(0, len(contacts), 5000):
            with db.transaction():
                told = load_tellings(db, contacts[first : first + 5000])
                write_sketches(db, {key: finding.keys_of(telling) for key, telling in told.items()})
        with db.transaction():
            for table in ("report_words", "statement_words"):
                db.execute(f"INSERT INTO {table} ({table}) VALUES ('rebuild')")
            for row in triggers:
                db.execute(row["sql"])
            for entries in ("statements", "contacts", "reports"):
                db.execute(f"INSERT INTO tallies SELECT '{entries}', name, value, day, count(*) FROM {entries}_to_tally GROUP BY 2, 3, 4")
            db.execute("INSERT INTO words SELECT * FROM texts_to_word WHERE TRUE ON CONFLICT DO NOTHING")
            db.execute("INSERT INTO occasions_to_sum SELECT DISTINCT coalesce(occasion, id) FROM contacts")
            db.execute("INSERT INTO pairs SELECT * FROM contradictions_to_pair")
            db.execute("INSERT INTO retold_due SELECT DISTINCT utterance FROM statements WHERE utterance IS NOT id AND utterance NOT NULL")
            sum_retold(db)
            db.execute_many("UPDATE profiles SET changed = 1 WHERE number = ?", ((number,) for number in self._shared))
            cluster_actors(db)
            for table in ("stale", "unsettled", "uncompared"):
                db.execute(f"DELETE FROM {table}")
        db.execute("PRAGMA foreign_keys = ON")

    def _flush(self) -> None:
        for table, rows in self._rows.items():
            if not rows:
                continue
            columns = self._corpus.columns.get(table)
            into = f"{table} ({', '.join(columns)})" if columns else table
            marks = ", ".join("?" * len(rows[0]))
            ordered = sorted(rows) if table in ("name_keys", "facts", "sketches", "clues") else rows
            self._db.execute_many(f"INSERT INTO {into} VALUES ({marks}) ON CONFLICT DO NOTHING", ordered)
        self._rows.clear()

    def _write_reports(self, copy: Copy) -> None:
        """Reports, and all that is told of them."""
        texts: dict[str, str] = {}
        for report in self._corpus.reports:
            copy.meet(report)
        for table, rows in self._corpus.rows.items():
            change = [_change(copy, table, column.strip('"'), len(rows)) for column in self._corpus.columns[table]]
            self._rows[table] += [[f(value) if value is not None else None for f, value in zip(change, row, strict=True)] for row in rows]
        key, name, text = self._places("reports", "id", "name", "text")
        for row in self._rows["reports"][-len(self._corpus.rows["reports"]) :]:
            texts[row[key]] = row[text]
            self._rows["sources"].append((row[key], row[name], b""))
        self._rows["sketches"] += [(key, report) for report, text in texts.items() for key in sketch_text(text)]
        said, (of, words) = self._rows["statements"][-len(self._corpus.rows["statements"]) :], self._places("statements", "id", "content")
        for row, keys in zip(said, sketch_contents([row[words] for row in said]), strict=True):
            self._rows["sketches"] += [(key, row[of]) for key in keys]
        for claim in self._corpus.claims:
            told = replace(
                claim, entry=copy.id(claim.entry), words=copy.words(claim.words), cue=copy.words(claim.cue), last=copy.days(claim.last)
            )
            self._rows["clues"] += contradictions.clues_of(told)
        for report, entry, role, link, position, start, end, _ in self._corpus.evidence:
            where = copy.id(report)
            self._rows["evidence"].append((where, copy.id(entry), role, link, position, start, end, texts[where][start:end]))

    def _places(self, table: str, *columns: str) -> list[int]:
        return [self._corpus.columns[table].index(f'"{column}"') for column in columns]

    def _write_actors(self, copy: Copy) -> None:
        """What actors are compared by, with new names; who is one with whom is as in the corpus."""
        corpus = self._corpus
        profiles = {row["number"]: self._profile(copy, row["number"]) for row in corpus.profiles}
        facts = AllFacts(profiles.values())
        numbers: dict[int, int] = {}
        named: dict[str, list[Told]] = defaultdict(list)
        for row in corpus.profiles:
            told = dump_profile(profiles[row["number"]])
            number = numbers[row["number"]] = self._numbers.setdefault(told, copy.number * len(corpus.profiles) + row["number"])
            settled = settle(profiles[row["number"]], facts)
            name = name_of(settled)
            if name:
                named[name].append(Told(number, settled, row["actors"]))
            self._rows["facts"] += [(0, key, number) for key in told_by(profiles[row["number"]])]
            self._rows["facts"] += [(1, key, number) for key in asked_by(profiles[row["number"]])]
            self._rows["profiles"].append([number, told, dump_profile(settled), name, None, row["actors"], 0])
        bearer = {number: one for name, own in named.items() for one in bearers_of(name, own) for number in one.members}
        for row in self._rows["profiles"][-len(corpus.profiles) :]:
            row[4] = bearer[row[0]].id if row[0] in bearer else None
            if row[3] in self._names:
                self._shared.add(row[0])
        self._names |= named.keys()
        owners = {row["bearer"]: bearer.get(numbers[row["number"]]) for row in corpus.profiles if row["bearer"]}
        moved = {old: new for old, new in owners.items() if new}
        self._write_bearers(copy, moved)
        bearing: dict[str, set[Bearer]] = defaultdict(set)
        for one in bearer.values():
            bearing[one.name].add(one)
        for name, own in bearing.items():
            self._rows["name_keys"] += [(key, name) for key in block_keys(own) | shelf_keys(own)]
        (at,) = self._places("actors", "profile")
        for row in self._rows["actors"][-len(corpus.rows["actors"]) :]:
            row[at] = row[at] and numbers[row[at]]

    def _write_bearers(self, copy: Copy, moved: Mapping[str, Bearer]) -> None:
        cores: dict[str, str] = {}
        for old, new in moved.items():
            core = self._corpus.bearers[old]["core"]
            if core:
                cores[core] = min(cores.get(core, new.id), new.id)
        for old, new in moved.items():
            row = self._corpus.bearers[old]
            place = [cores.get(row["core"]), cores.get(row["cluster"])]
            self._rows["bearers"].append([new.id, new.name, dump_profile(new.profile), new.alone, row["scattered"], *place])
        for link in self._corpus.links:
            ends = sorted(moved[link[end]].id if link[end] in moved else copy.id(link[end]) for end in "ab")
            if ends[0] < ends[1]:
                self._rows["links"].append([*ends, link["score"], link["why"]])

    def _profile(self, copy: Copy, number: int) -> Profile:
        row = self._corpus.told[number]
        words = [copy.words(text) for text in dict.fromkeys(self._corpus.mentions[row["id"]])]
        party = row["party"] and copy.words(row["party"])
        mentions = tuple(Span(0, len(text), text) for text in words)
        return profile_of(Actor(row["id"], copy.words(row["name"]), row["type"], row["role"], party, mentions))


def _change(copy: Copy, table: str, column: str, count: int) -> Callable[[Any], Any]:
    """What becomes of the values of a column in a copy."""
    if column == "number":
        return lambda value: copy.number * count + value
    if column in SPOKEN or (table, column) == ("reports", "text"):
        return copy.words
    if column in DAYS:
        return copy.days
    if column == "meaning":
        return copy.meaning
    return lambda value: copy.id(value) if isinstance(value, str) and ID.match(value) else value
