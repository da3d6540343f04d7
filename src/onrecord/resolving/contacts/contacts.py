"""Evidence of contacts → contacts: who took part, where, when, which round, who tells of it."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date
from functools import cached_property

from onrecord.model import Contact, ContactEvidence, Reading, Report, Span, When
from onrecord.model.entries import AHEAD, SPOKEN, TALKS
from onrecord.model.span import content_id
from onrecord.reading.contacts.status_words import STATUS_WORDS
from onrecord.reading.language.numerals import ORDINALS, spelled
from onrecord.resolving.attribution.issuers import issuer_of
from onrecord.resolving.cast.cast import Cast, Entity
from onrecord.resolving.contacts.alongside import place_beside, share_occasions
from onrecord.resolving.contacts.asked import answer_to, is_left_open, settle_asked
from onrecord.resolving.contacts.company import Around, of_several
from onrecord.resolving.contacts.go_betweens import UNDER_ROOF
from onrecord.resolving.contacts.participants import BETWEEN, named_parties
from onrecord.resolving.contacts.parties import country_of, find_parties
from onrecord.resolving.contacts.series import AHEAD_OF, bound_series, merge_contacts
from onrecord.resolving.contacts.sides import sides_of
from onrecord.resolving.contacts.sittings import day_of_speech, without_interview
from onrecord.resolving.contacts.tellers import addressed_by, innermost_teller, receivers_of, sayer_of
from onrecord.resolving.contacts.venues import place_of
from onrecord.resolving.dates.chronologies import day_of_entry
from onrecord.resolving.dates.timing import when_of

_NTH = rf"({spelled(ORDINALS, 1, 10)}|(\d+)(?:st|nd|rd|th))"
ROUND = re.compile(rf"\b{_NTH}\s+(?:\w+\s+)?round\b", re.I)
#: "A fourth in Bergen", told after others of the talks.
ONE_MORE = re.compile(rf"(?:the|an?) {_NTH}(?: one)? (?=(?:in|at|on|by|took|was|is|will|followed|began|opened)\b)", re.I)
#: Contacts that two persons have with each other.
BETWEEN_TWO = SPOKEN | {"visit"}
#: Contacts that follow on one another: a letter is answered by a call.
AGAIN = frozenset({"call", "meeting", "letter", "visit"})
#: Contacts that have a host.
HOSTED = frozenset({"meeting", "talks"})
HELD = STATUS_WORDS["held"]
#: What a mediator does between the sides.
SHUTTLES = re.compile(r"\b(?:shuttl|mediat|flew|flying|travel|commut|moved? between|walked between)", re.I)
#: "Had proposed the talks on 3 May": that is when she did.
PROPOSED = re.compile(r"\b(?:propos|offer|suggest|float|request|demand)\w* (?:(?:the|an?|such|another|new|direct) )*\Z")
#: So many characters before some words are looked at.
REACH = 80
INVITED = re.compile(r"\b(?:invited|proposed|offered|suggested|requested|asked|urged)(?: (?:late|early|again|already))? (?:on )?\Z")
HOSTS = re.compile(
    r"\b(?:host(?:s|ed)?|(?:will|would|to) host|brought together) (?:the|both|an?|their|talks|two)\b"
    r"|\binvit(?:es|ed) (?:both|the two)\b"
)


def resolve_contacts(report: Report, reading: Reading, cast: Cast, speakers: list[Entity | None], ids: list[str]) -> tuple[Contact, ...]:
    """The contacts of a report; what it tells of one in several places is one contact. Nobody takes part in what nobody is named for."""
    reading = settle_asked(report.text, without_interview(report, reading))
    told = _Told(report, reading, cast, speakers)
    out: list[Contact] = []
    took_part: list[list[Entity]] = []
    # What is ahead may count from a day to come, what has been from one gone by only.
    context: dict[bool, date | None] = {False: None, True: None}
    for n, c in enumerate(reading.contacts):
        if c.status in AHEAD and _is_of_past_entry(report, c):
            c = replace(c, status="held")
        spoken = day_of_speech(report, reading, c.evidence[0])
        when = when_of(c, report, context[c.status in AHEAD], reading.dates, spoken)
        if c.status == "proposed" and when and _is_of_offer(report, c.evidence[0], when):
            when = None
        hosts, teller = told.hosts[n], told.teller(n)
        if when and when.first == when.last:
            context[True] = when.first
            # What others say is not what the report goes on from.
            if teller is None and not _is_ahead(when, report.day):
                context[False] = when.first
        parties = told.parties(n, took_part)
        took_part.append(parties)
        out.append(
            Contact(
                id=content_id("cnt", report.id, [s.to_json() for s in c.evidence]),
                kind=c.kind,
                status=_as_told(c, when, spoken or report.day),
                parties=tuple(cast.actor_id(e) for e in parties),
                by=cast.actor_id(hosts[0]) if hosts else None,
                place=place_of(report.text, c, cast, out),
                round=round_of(c),
                when=when,
                per=ids[teller] if teller is not None else None,
                evidence=c.evidence,
                confidence=c.confidence,
            )
        )
    out = share_occasions(report.text, place_beside(out, [frozenset(e.party or e.name for e in those) for those in took_part]))
    sides = {cast.actor_id(e): e.party or e.name for those in took_part for e in those}
    tellers = {said: cast.actor_id(e) for said, e in zip(ids, speakers, strict=True) if e}
    return merge_contacts(report.text, bound_series(report.text, out), sides, tellers)


@dataclass(frozen=True)
class _Told:
    """What a report tells of its contacts, by which it is settled who took part in each."""

    report: Report
    reading: Reading
    cast: Cast
    speakers: list[Entity | None]

    @cached_property
    def issuer(self) -> Entity | None:
        """Whose text the report is."""
        return issuer_of(self.report.text, self.cast)

    @cached_property
    def hosts(self) -> list[list[Entity]]:
        """The hosts of each contact."""
        return [_hosts(c, self.cast) for c in self.reading.contacts]

    @cached_property
    def brought(self) -> frozenset[Entity]:
        """The hosts of all of them."""
        return frozenset(host for hosts in self.hosts for host in hosts)

    @cached_property
    def named(self) -> list[list[Entity]]:
        """Who is named with each contact."""
        return [named_parties(self.report.text, c, self.cast, hosts) for c, hosts in zip(self.reading.contacts, self.hosts, strict=True)]

    @cached_property
    def sides(self) -> Sequence[Entity]:
        """The sides of the report's talks."""
        both = list(zip(self.reading.contacts, self.named, strict=True))
        talks = (
            of_several(c.evidence[0], self.cast)
            or [country_of(e, self.cast) for e in those][: None if BETWEEN.search(c.evidence[0].text) else 2]
            for c, those in both
            if c.kind in TALKS
        )
        met = (those for c, those in both if c.kind == "meeting")
        return sides_of(self.report.text, [*talks, *met], self.cast, (host for hosts in self.hosts for host in hosts))

    def teller(self, n: int) -> int | None:
        """The place of the statement that tells of a contact; None where the report does."""
        c = self.reading.contacts[n]
        asked = is_left_open(self.report.text, c.evidence[0])
        return answer_to(self.report.text, c.evidence[0], self.reading) if asked else innermost_teller(c, self.reading)

    def others(self, n: int, kinds: frozenset[str]) -> list[list[Entity]]:
        """The parties of the other contacts of some kinds that name them, the nearest before first."""
        near = [*range(n - 1, -1, -1), *range(n + 1, len(self.named))]
        return [self.named[m] for m in near if len(self.named[m]) > 1 and self.reading.contacts[m].kind in kinds]

    def around(self, n: int, took_part: list[list[Entity]]) -> Around:
        """What the report tells beside a contact's own words; `took_part` is who took part in those told before."""
        c, teller = self.reading.contacts[n], self.teller(n)
        before = [those for c, those in zip(self.reading.contacts, took_part, strict=False) if c.kind in BETWEEN_TWO]
        pairs = [*self.others(n, SPOKEN), *self.others(n, BETWEEN_TWO - SPOKEN), *reversed(before)]
        pairs = [pair for pair in pairs if len(pair) == 2 and all(e.type == "person" and (e.names or e.roles) for e in pair)]
        # Who brought others together met each of them as well.
        pairs = sorted(pairs, key=lambda pair: any(e in self.brought for e in pair))
        return Around(
            self.speakers[teller] if teller is not None else self.issuer,
            self.sides,
            self.others(n, frozenset({c.kind})),
            told_before(self.reading, n, took_part) if c.kind in AGAIN else (),
            [pair for pair in pairs if not any(e in self.hosts[n] for e in pair)],
            addressed_by(self.report.text, c, self.reading, self.speakers, told=teller is not None),
            self.brought,
        )

    def told_of(self, n: int, took_part: list[list[Entity]]) -> list[Entity]:
        """Who took part in the contact that one denies: in the last one of its kind told before, unless the words name others."""
        c = self.reading.contacts[n]
        own = [e for e in self.named[n] if e.names]
        told = (took_part[m] for m in range(n - 1, -1, -1) if self.reading.contacts[m].kind == c.kind and len(took_part[m]) > 1)
        those = next(told, [])
        return those if len(own) < len(those) and all(e in those for e in own) else []

    def parties(self, n: int, took_part: list[list[Entity]]) -> list[Entity]:
        """Who took part in a contact; `took_part` is who did in those told before."""
        text, c, named = self.report.text, self.reading.contacts[n], self.named[n]
        if c.status == "denied" and (those := self.told_of(n, took_part)):
            return those
        sayer = sayer_of(text, c, self.reading, self.speakers)
        if sayer and (named or c.kind == "letter"):
            return list(dict.fromkeys([sayer, *(receivers_of(text, c, self.reading, self.cast) or named)]))
        return find_parties(self.report, c, self.cast, self.hosts[n], self.around(n, took_part))


def _is_of_past_entry(report: Report, c: ContactEvidence) -> bool:
    """Whether the entry of a chronology tells in the present of a day gone by: "3 March – The ministers meet in Bergen"."""
    entry = day_of_entry(report.text, c.evidence[0].start, report.day) if report.day else None
    return _is_gone(entry, report.day) and not any(AHEAD_OF.search(e.text) for e in c.evidence)


def told_before(reading: Reading, n: int, took_part: list[list[Entity]]) -> list[list[Entity]]:
    """The several who took part in each contact between persons told before one, those of its kind first and the nearest first."""
    kind = reading.contacts[n].kind
    near = [m for m in range(n - 1, -1, -1) if len(took_part[m]) > 1 and reading.contacts[m].kind in AGAIN]
    return [took_part[m] for m in sorted(near, key=lambda m: reading.contacts[m].kind != kind)]


def _as_told(c: ContactEvidence, when: When | None, day: date | None) -> str:
    """The status as read. What was planned, nothing in its words puts ahead, and was on a day gone by, was held, and so was what goes on in
    a tale of that day; what no word says was held, and is on a day to come, is planned."""
    if c.status == "planned" and _is_gone(when, day) and not any(AHEAD_OF.search(e.text) for e in c.evidence):
        return "held"
    if c.status == "ongoing" and _is_gone(when, day):
        return "held"
    return "planned" if c.status == "held" and _is_ahead(when, day) and not any(HELD.search(e.text) for e in c.evidence) else c.status


def _is_gone(when: When | None, day: date | None) -> bool:
    """Whether days lie before that of the report."""
    return when is not None and when.last is not None and day is not None and when.last < day


def _is_ahead(when: When | None, day: date | None) -> bool:
    """Whether days lie behind that of the report."""
    return when is not None and when.first is not None and day is not None and when.first > day


def _is_of_offer(report: Report, evidence: Span, when: When) -> bool:
    """Whether days are those of an offer: "had proposed on 3 May | the talks", "had invited on 25 January the sides to talks", the latter
    taken for a day to come; not "proposed for 15 January"."""

    def behind(pattern: re.Pattern[str], at: int) -> bool:
        return pattern.search(report.text, max(0, at - REACH), at) is not None

    if _is_gone(when, report.day):
        return behind(PROPOSED, evidence.start)
    words = when.spans[0] if when.spans and _is_ahead(when, report.day) else None
    return words is not None and not words.text.startswith("for") and behind(INVITED, words.start)


def _hosts(c: ContactEvidence, cast: Cast) -> list[Entity]:
    """The mediator or host: as read, or as the evidence says, "mediated by Orvania"."""
    read = [e for span in c.by for _, e in cast.within(span)][:1]
    told = ((m, e, span) for span in c.evidence for m, e in cast.within(span))
    if (
        c.kind == "mediation"
        and not read
        and (goes := next((c.evidence[0].start + m.start() for m in SHUTTLES.finditer(c.evidence[0].text)), 0))
    ):
        return [e for m, e in cast.within(c.evidence[0]) if e.type == "person" and m.end <= goes][-1:]
    if c.kind in HOSTED and not read and (host := HOSTS.search(c.evidence[0].text)):
        named = [e for m, e in cast.within(c.evidence[0]) if m.end <= c.evidence[0].start + host.start()]
        read = [e for e in named if e.type in ("person", "country", "organization")][-1:]
    return read or [e for m, e, span in told if UNDER_ROOF.search(span.text[: m.start - span.start])][:1]


def round_of(c: ContactEvidence) -> int | None:
    """The number of a round of talks, if the evidence gives one."""
    match = ROUND.search(c.evidence[0].text) or (ONE_MORE.match(c.evidence[0].text) if c.kind == "talks" else None)
    if not match:
        return None
    return int(match[2]) if match[2] else ORDINALS[match[1].lower()]
