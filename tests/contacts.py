"""Invented contacts as invented reports tell of them, for tests of what is one occasion."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from onrecord.across.grouping import group_entries
from onrecord.model import Actor, Contact, Entries, Reading, Report, Span, Statement, When
from onrecord.model.span import content_id
from onrecord.record import Record
from onrecord.store.database import Database
from onrecord.store.runs import Run
from onrecord.store.tellings import Party, Telling
from tests.records import source_of

#: Name → type and side.
ACTORS = {
    "Orvania": ("country", "Orvania"),
    "Tamesh": ("country", "Tamesh"),
    "Lendal": ("country", "Lendal"),
    "Mirela Kostan": ("person", "Orvania"),
    "Ana Drusk": ("person", "Orvania"),
    "Ivo Strand": ("person", "Tamesh"),
    "Sahra Yildane": ("person", "Lendal"),
    "The herald": ("outlet", None),
    "her counterpart": ("person", None),
    "Pavle Rostak": ("person", None),
    "the foreign minister of Orvania": ("person", "Orvania"),
    "Tameshi foreign minister": ("person", "Tamesh"),
    "Kheradan": ("country", "Kheradan"),
    "Norway": ("country", "Norway"),
    "Austria": ("country", "Austria"),
    "the delegations of Orvania and Tamesh": ("group", None),
}
PEOPLE = ("Mirela Kostan", "Ivo Strand")
SIDES = ("Orvania", "Tamesh")


def day(number: int) -> date:
    """A day of March 2031; beyond 31 of the months after it, below 1 of those before."""
    return date.fromordinal(date(2031, 2, 28).toordinal() + number)


@dataclass(frozen=True)
class Told:
    """A contact in short: days are numbers as `day` has them, `on` its first and last, `per` the name of who says so."""

    kind: str = "call"
    status: str = "held"
    parties: tuple[str, ...] = PEOPLE
    on: tuple[int, int] | None = (11, 11)
    place: str | None = None
    round: int | None = None
    published: int | None = 12
    report: str = "herald"
    by: str | None = None
    per: str | None = None
    words: str = "They spoke."

    @property
    def id(self) -> str:
        """What the contact is called."""
        return content_id("cnt", *(value for key, value in sorted(self.__dict__.items())))

    def telling(self) -> Telling:
        """What is compared of it."""
        first, last = map(day, self.on) if self.on else (None, None)
        plain = (self.id, self.report, self.kind, self.status, tuple(map(_party, self.parties)), _party(self.by) if self.by else None)
        return Telling(*plain, self.place, self.round, first, last, day(self.published) if self.published is not None else None)


def _party(name: str) -> Party:
    kind, side = ACTORS[name]
    return Party(name, side, name, kind)


def report_of(name: str, tellings: Iterable[Told]) -> Entries:
    """A report that tells of some contacts, one a line."""
    told = list(tellings)
    published = day(told[0].published) if told[0].published is not None else None
    report = Report(name, "\n".join(one.words for one in told), outlet=f"The {name}", published=published)
    names = dict.fromkeys(name for one in told for name in (*one.parties, one.by, one.per) if name)
    actors = {name: Actor(content_id("act", report.id, name), name, ACTORS[name][0], None, ACTORS[name][1]) for name in names}
    contacts, statements = [], []
    for one in told:
        start = report.text.index(one.words)
        spans = (Span(start, start + len(one.words), one.words),)
        when = When(day(one.on[0]), day(one.on[1]), "stated", "bound" if one.on[0] != one.on[1] else "day") if one.on else None
        per = content_id("stm", report.id, one.id) if one.per else None
        if one.per and per:
            statements.append(
                Statement(per, "indirect", (), (), spans, actors[one.per].id, (), None, None, (), (), (), "report", "talks", "none", 0.9)
            )
        parties = tuple(actors[name].id for name in one.parties)
        by = actors[one.by].id if one.by else None
        contacts.append(Contact(one.id, one.kind, one.status, parties, by, one.place, one.round, when, per, spans, 0.9))
    return Entries(report, tuple(statements), tuple(contacts), tuple(actors.values()))


def write(path: Path, reports: Iterable[Iterable[Told]]) -> None:
    """Write some reports to a record and bring their entries together, as one run does."""
    db = Database.open(path)
    run = Run.start(db, "0", "none", group_entries)
    for told in map(list, reports):
        entries = report_of(told[0].report, told)
        run.write(source_of(entries), Reading(entries.report.id, "none"), entries)
    summary = run.finish()
    db.close()
    assert not summary.failures, summary.failures


def record_of(path: Path, *reports: Iterable[Told]) -> Record:
    """A record of some reports, open."""
    write(path, reports)
    return Record.open(path)
