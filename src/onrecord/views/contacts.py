"""Contacts of the whole record: each occasion once, with all that reports tell of it, one after the other."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from functools import cache, partial
from itertools import islice
from typing import Any

from onrecord.across.course import Days, Step, agreed_days, history_of, in_order, is_disputed, latest_status, latest_tellings
from onrecord.across.origins import Branch, find_branches
from onrecord.across.parties import merge_parties
from onrecord.model import Actor, Span
from onrecord.store.actors import load_named_actors
from onrecord.store.batches import CHUNK, batched
from onrecord.store.database import Database
from onrecord.store.findings import FoundContact
from onrecord.store.groups import Link, load_links
from onrecord.store.occasions import OccasionFilters, find_occasion, find_occasions, load_found_contacts
from onrecord.store.tellings import Telling, load_tellings
from onrecord.store.words import fold_words, has_words
from onrecord.views.origins import collect_told
from onrecord.views.series import Gap, Key, Place, Round, gap_before, keys_of, load_series, round_of

#: "The first such conversation since October"; "for the first time in three years".
FIRST = re.compile(
    r"\b(?:(?:the|their|its|his|her) )?first(?: (?:[\w-]+ ){0,4}?(?:time|contacts?|meetings?|calls?|conversations?|talks|rounds?|visits?"
    r"|letters?|exchanges?|encounters?|sessions?|summits?))?\b[^.;:!?,\n]{0,60}?"
    r" (?:since\b|(?:in|for) (?:[\w-]+ ){1,4}(?:years?|months?|weeks?|days?|decades?)\b)[^.;:!?,\n]*",
    re.I,
)
END = re.compile(r"[.!?]\W*\s|\n")
#: What is on record of a series: a kind and who took part → its occasions.
Series = Callable[[str, tuple[Key, ...]], tuple[Place, ...]]


@dataclass(frozen=True)
class First:
    """Words of a report by which a contact is the first for some time, and in which telling they stand, by id."""

    telling: str
    words: Span

    def to_json(self) -> dict[str, Any]:
        """The value as JSON."""
        return {"telling": self.telling, "words": self.words.to_json()}


@dataclass(frozen=True)
class Occasion:
    """One contact, and all that the reports of the record tell of it, in the order in which they were published.

    `id` is that of one of its tellings. `status` is the latest; `disputed` says whether one telling says that it took place and
    another that it did not. `days` has several versions, and `places` several places, if the latest tellings disagree. `history`
    has what was told before. `gap` is the time since the last one on the record, `firsts` the words that reports have for it.
    `branches` are the places where the chains of the tellings end, each with its tellings.
    """

    id: str
    kind: str
    status: str
    disputed: bool
    parties: tuple[Actor, ...]
    by: tuple[Actor, ...]
    days: tuple[Days, ...]
    places: tuple[str, ...]
    round: Round | None
    gap: Gap | None
    firsts: tuple[First, ...]
    tellings: tuple[FoundContact, ...]
    history: tuple[Step, ...]
    links: tuple[Link, ...]
    branches: tuple[Branch, ...]

    @property
    def reports(self) -> int:
        """How many reports tell of it."""
        return len({told.report.id for told in self.tellings})

    @property
    def origins(self) -> int:
        """Where the chains of the tellings end: so many places."""
        return len(self.branches)

    def to_json(self) -> dict[str, Any]:
        """The value as JSON."""
        tellings = [
            {**told.to_json(), "told_by": told.told_by.brief() if told.told_by else None} for told in self.tellings
        ]  # fmt: skip
        return {
            "id": self.id,
            "kind": self.kind,
            "status": self.status,
            "disputed": self.disputed,
            "parties": [actor.brief() for actor in self.parties],
            "by": [actor.brief() for actor in self.by],
            "days": [days.to_json() for days in self.days],
            "places": list(self.places),
            "round": self.round.to_json() if self.round else None,
            "gap": self.gap.to_json() if self.gap else None,
            "firsts": [first.to_json() for first in self.firsts],
            "reports": self.reports,
            "origins": self.origins,
            "branches": [branch.to_json() for branch in self.branches],
            "history": [step.to_json() for step in self.history],
            "links": [{"a": link.a, "b": link.b, "score": link.score, "why": list(link.why)} for link in self.links],
            "tellings": tellings,
        }


def list_occasions(db: Database, filters: OccasionFilters) -> Iterator[Occasion]:
    """Occasions that fit every filter, by the first day that a report gives for them.

    Raises:
        QueryError: a party or a place is asked for without words.
    """
    series = cache(partial(load_series, db))
    for members in find_occasions(db, filters):
        yield from (_complete(db, *loaded, series) for loaded in _load(db, members, filters))


def page_occasions(
    db: Database, filters: OccasionFilters, limit: int, after: str | None = None, oldest: bool = False
) -> tuple[tuple[Occasion, ...], str | None]:
    """Some of the occasions that fit every filter, and the id of the last one if there are more; see `list_occasions`.

    Args:
        db: the record.
        filters: what they have to be.
        limit: how many.
        after: begin after the occasion of this id.
        oldest: those of the earliest day first, not of the latest.

    Raises:
        QueryError: a party or a place is asked for without words, or no occasion that fits has the id `after`.
    """
    series = cache(partial(load_series, db))
    found = (loaded for members in find_occasions(db, filters, after, oldest) for loaded in _load(db, members, filters, limit + 1))
    shown = list(islice(found, limit + 1))
    more = shown[limit - 1][0].id if len(shown) > limit else None
    return tuple(_complete(db, *loaded, series) for loaded in shown[:limit]), more


def load_occasion(db: Database, contact: str) -> Occasion:
    """The occasion that a contact, given by id, is a telling of.

    Raises:
        QueryError: there is no such contact.
    """
    members = find_occasion(db, contact)
    (loaded,) = _load(db, {min(members): members})
    return _complete(db, *loaded, partial(load_series, db))


def _load(
    db: Database, members: Mapping[str, Sequence[str]], filters: OccasionFilters | None = None, together: int = CHUNK
) -> Iterator[tuple[Occasion, Place, tuple[Key, ...]]]:
    """The occasions that some contacts are tellings of, given with all of them, if they fit; the place of each in a series, and what that
    goes by. So many are loaded together.
    """
    told = load_tellings(db, [key for own in members.values() for key in own])
    tellings = {head: in_order(told[key] for key in own) for head, own in members.items()}
    fitting = (item for item in tellings.items() if _fits(item[1], filters or {}))
    for some in batched(fitting, together):
        yield from _load_some(db, dict(some))


def _load_some(db: Database, tellings: Mapping[str, Sequence[Telling]]) -> Iterator[tuple[Occasion, Place, tuple[Key, ...]]]:
    ids = [t.id for those in tellings.values() for t in those]
    found, links = load_found_contacts(db, ids), _links_by_entry(db, ids)
    merged = {head: (merge_parties(those), merge_parties(those, brought=True)) for head, those in tellings.items()}
    actors = load_named_actors(db, (party.who for pair in merged.values() for parties in pair for party in parties))
    for head, those in tellings.items():
        parties, by = merged[head]
        kind = _most_told([t.kind for t in those])
        occasion = Occasion(
            id=head,
            kind=kind,
            status=latest_status(those),
            disputed=is_disputed(those),
            parties=tuple(actors[party.who] for party in parties),
            by=tuple(actors[party.who] for party in by if party.who not in {p.who for p in parties}),
            days=agreed_days(those),
            places=tuple(_places(those)),
            round=None,
            gap=None,
            firsts=tuple(_firsts([found[t.id] for t in those])),
            tellings=tuple(found[t.id] for t in those),
            history=history_of(those),
            links=tuple(_surest([t.id for t in those], links)),
            branches=(),
        )
        yield occasion, Place.of(head, those), keys_of(parties)


def _complete(db: Database, occasion: Occasion, place: Place, keys: tuple[Key, ...], series: Series) -> Occasion:
    """The occasion with its round, the time since the last one of the same parties, and the origins of its tellings."""
    row = series(occasion.kind, keys)
    reports = sorted({told.report.id for told in occasion.tellings})
    rows = db.rows_for("SELECT id, coalesce(original, id) FROM reports WHERE id IN (...)", reports)
    originals: dict[str, str] = {row[0]: row[1] for row in rows}
    told = [(told.contact.id, told.report.id, told.contact.per, originals[told.report.id]) for told in occasion.tellings]
    branches = find_branches(collect_told(db, told))
    return replace(occasion, round=round_of(place, row), gap=gap_before(place, row), branches=branches)


def _fits(tellings: Sequence[Telling], filters: OccasionFilters) -> bool:
    """Whether the occasion itself fits, not only a telling of it."""
    kind, status, place = filters.get("kind"), filters.get("status"), filters.get("place")
    since, until = filters.get("since") or date.min, filters.get("until") or date.max
    return (
        (kind is None or kind == _most_told([t.kind for t in tellings]))
        and (status is None or status == latest_status(tellings))
        and (place is None or any(has_words(one, place) for one in _places(tellings)))
        and (
            (since, until) == (date.min, date.max)
            or any((d.last or date.max) >= since and (d.first or date.min) <= until for d in agreed_days(tellings))
        )
    )


def _links_by_entry(db: Database, ids: Sequence[str]) -> dict[str, list[Link]]:
    out: dict[str, list[Link]] = {key: [] for key in ids}
    for link in load_links(db, ids):
        if link.a in out:
            out[link.a].append(link)
    return out


def _surest(ids: Sequence[str], links: Mapping[str, Sequence[Link]]) -> Iterator[Link]:
    """The surest links that are enough to hold all tellings together."""
    group = {key: {key} for key in ids}
    for link in sorted((link for key in ids for link in links[key] if link.b in group), key=lambda link: (-link.score, link.a, link.b)):
        if group[link.a] is not group[link.b]:
            yield link
            group[link.a] |= group[link.b]
            group |= dict.fromkeys(group[link.b], group[link.a])


def _most_told(values: Sequence[str]) -> str:
    """The value that most tellings give; of equals the first."""
    counts = Counter(values)
    return max(dict.fromkeys(values), key=lambda value: counts[value])


def _places(tellings: Sequence[Telling]) -> Iterator[str]:
    """Where it was by those that say what the latest does, or else by any: each place once, one that is part of another left out."""
    told = [t.place for t in latest_tellings(tellings) if t.place] or [t.place for t in tellings if t.place]
    by_words: dict[frozenset[str], list[str]] = {}
    for place in told:
        by_words.setdefault(fold_words(place), []).append(place)
    for words, places in by_words.items():
        if not any(words < other for other in by_words):
            yield _most_told(places)


def _firsts(tellings: Sequence[FoundContact]) -> Iterator[First]:
    """In the sentences that prove the contact: what it is the first of, and since when."""
    for told in tellings:
        text = told.report.text
        spans = dict.fromkeys(_sentence(text, span) for span in told.contact.evidence)
        found = {m.span() for start, end in spans for m in FIRST.finditer(text, start, end)}
        yield from (First(told.contact.id, Span.of(text, start, end)) for start, end in sorted(found))


def _sentence(text: str, span: Span) -> tuple[int, int]:
    ends = [m.end() for m in END.finditer(text, max(0, span.start - 1000), span.start)]
    after = END.search(text, max(span.start, span.end - 1))
    return (ends[-1] if ends else max(0, span.start - 1000)), (after.start() + 1 if after else len(text))
