"""A reading and a resolving that are simple enough to be known by heart, for tests of everything around them."""

import re
from collections.abc import Iterator, Sequence
from datetime import date
from pathlib import Path

import pytest
from hypothesis import settings

import onrecord
from onrecord.model import Actor, Attribution, Contact, ContactEvidence, Entries, Reading, Relay, Report, Span, Statement, When
from onrecord.model.span import content_id
from onrecord.record import Record
from onrecord.store.database import Database
from tests.records import open_record

# How long a law takes to check is no matter of the tests.
settings.register_profile("onrecord", deadline=None)
settings.load_profile("onrecord")

SAID = re.compile(
    r"(?P<source>[A-Z]\w+ [A-Z]\w+) (?P<cue>said)(?: on (?P<day>[\d-]{10}))? (?P<content>that [^.]+?)(?:, the (?P<via>\w+) reports)?\."
)
CALLED = re.compile(r"[A-Z]\w+ [A-Z]\w+ called [A-Z]\w+ [A-Z]\w+(?: on (?P<day>[\d-]{10}))?")

KOSTAN = "Mirela Kostan said on 2031-03-12 that a pause in the fighting was possible.\n\nIvo Strand called Mirela Kostan on 2031-03-11.\n"
STRAND = "Ivo Strand said that the café would open, the Courier reports. Mirela Kostan said on 2031-03-14 that the list was short.\n"


class FakeReader:
    name = "fake-1"

    def read(self, reports: Sequence[Report]) -> list[Reading]:
        return [self._read(report) for report in reports]

    def _read(self, report: Report) -> Reading:
        def spans(found: re.Match[str], group: str | int) -> tuple[Span, ...]:
            return (Span.of(report.text, *found.span(group)),) if found[group] else ()

        attributions = [
            Attribution(
                kind="indirect",
                source=spans(m, "source"),
                cue=spans(m, "cue"),
                content=spans(m, "content"),
                act="report",
                issue="talks",
                stance="none",
                confidence=0.5,
                via=spans(m, "via"),
                when=spans(m, "day"),
            )
            for m in SAID.finditer(report.text)
        ]
        contacts = [ContactEvidence(spans(m, 0), "call", "held", 0.5, when=spans(m, "day")) for m in CALLED.finditer(report.text)]
        return Reading(report.id, self.name, tuple(attributions), contacts=tuple(contacts))


def resolve(report: Report, reading: Reading, known: object = None) -> Entries:
    actors: dict[str, Actor] = {}

    def actor(span: Span, kind: str = "person", name: str | None = None) -> str:
        name = name or span.text
        known = actors.get(name) or Actor(content_id("act", report.id, name), name, kind, None, "Orvania" if "Kostan" in name else None)
        actors[name] = Actor(known.id, name, kind, None, known.party, tuple(sorted({*known.mentions, span})))
        return known.id

    def when(spans: tuple[Span, ...]) -> When | None:
        if spans:
            return When(date.fromisoformat(spans[0].text), date.fromisoformat(spans[0].text), "stated", "day", spans)
        return When(None, report.day, "published", "bound") if report.day else None

    statements = tuple(
        Statement(
            id=content_id("stm", report.id, a.start, a.end),
            kind=a.kind,
            source=a.source,
            cue=a.cue,
            content=a.content,
            speaker=actor(a.source[0]),
            via=tuple(Relay(actor(span, "outlet"), (span,)) for span in a.via),
            inside=None,
            said=when(a.when),
            addressee=(),
            venue=(),
            condition=(),
            act=a.act,
            issue=a.issue,
            stance=a.stance,
            confidence=a.confidence,
        )
        for a in reading.attributions
    )
    contacts = []
    for c in reading.contacts:
        (words,) = c.evidence
        names = re.findall(r"[A-Z]\w+ [A-Z]\w+", words.text)
        parties = [actor(Span.of(report.text, at, at + len(name))) for name in names for at in [report.text.index(name, words.start)]]
        contacts.append(
            Contact(
                content_id("cnt", report.id, words.start),
                c.kind,
                c.status,
                tuple(parties),
                None,
                None,
                None,
                when(c.when),
                None,
                c.evidence,
                0.5,
            )
        )
    return Entries(report, statements, tuple(contacts), tuple(actors.values()))


@pytest.fixture
def fake_reading(monkeypatch: pytest.MonkeyPatch) -> None:
    """Make `read` and `resolve` use the fakes."""
    monkeypatch.setattr("onrecord.resolving.resolve.resolve", resolve)
    monkeypatch.setattr("onrecord.intake.load_reader", lambda *_: FakeReader())


@pytest.fixture
def news(tmp_path: Path) -> Path:
    """A folder of two reports."""
    folder = tmp_path / "news"
    folder.mkdir()
    (folder / "kostan.md").write_text(
        f"---\ntitle: A pause\ndate: 2031-03-13\noutlet: Courier\nurl: https://courier.example/1\n---\n{KOSTAN}", "utf8"
    )
    (folder / "strand.md").write_text(f"---\ntitle: A café\ndate: 2031-03-15\noutlet: Standard\n---\n{STRAND}", "utf8")
    return folder


@pytest.fixture
def record(tmp_path: Path, news: Path, fake_reading: None) -> Iterator[Record]:
    """A record of the two reports: two statements of Kostan, one of Strand, and a call of the two."""
    with onrecord.open(tmp_path / "talks.db") as opened:
        opened.read([news])
        yield opened


@pytest.fixture
def db() -> Iterator[Database]:
    """An empty record in memory, for reports that a test writes."""
    opened = open_record()
    yield opened
    opened.close()
