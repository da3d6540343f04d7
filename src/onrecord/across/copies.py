"""Copies: reports that carry another's sentences, as outlets do with the wire's.

Of two reports, the one that was published later is a copy of the other if at least half of its own sentences stand in it, word for word or
with small edits. It can leave things out and add some of its own; a long report that quotes a short one is no copy of it.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from contextlib import suppress
from dataclasses import dataclass
from datetime import UTC, datetime
from functools import lru_cache

from onrecord.across.sketches import SHINGLE, find_alike, keep_sketches, sketch_text, word_sentences
from onrecord.store.batches import batched
from onrecord.store.database import Database
from onrecord.store.groups import REPORTS, Link

#: The share of a copy's sentences that stand in the original.
COPIED = 0.5
#: A sentence is carried if so much of its shingles stands in the other report.
CARRIED = 0.6
#: So many reports are looked for among others at once: each sentence can be like hundreds.
AT_ONCE = 5
#: So many texts are kept taken apart, and comparisons of two: copies have the same, and dozens of reports carry one story of the wire.
KEPT = 128
#: Reports with fewer sentences in common are not compared, one sentence can be a quotation; nor are those with so small a share of the
#: shorter one's: of a copy, half or more are in common if none is edited, a fifth if all are edited as much as they can be.
LEAST, SHARED = 2, 0.15


@dataclass(frozen=True)
class Page:
    """A report as copies are compared: `published` in a form that sorts."""

    id: str
    published: str
    text: str

    def share_in(self, other: Page) -> tuple[int, float]:
        """How many of its sentences stand in another report, and what share of them that is, in [0, 1]."""
        return _carry(self.text, other.text)


@lru_cache(maxsize=KEPT)
def _shingle(text: str) -> tuple[tuple[frozenset[tuple[str, ...]], ...], frozenset[tuple[str, ...]]]:
    """The shingles of each sentence of a text that is long enough, and of all of them."""
    sentences = tuple(frozenset(zip(*(own[n:] for n in range(SHINGLE)), strict=False)) for own in word_sentences(text))
    return sentences, frozenset().union(*sentences)


@lru_cache(maxsize=KEPT)
def _carry(text: str, other: str) -> tuple[int, float]:
    """How many sentences of a text stand in another, and what share of them that is; copies of one text are compared once."""
    (sentences, _), (_, there) = _shingle(text), _shingle(other)
    carried = sum(len(own & there) >= CARRIED * len(own) for own in sentences)
    return carried, carried / max(1, len(sentences))


def link_copies(db: Database, reports: Sequence[str]) -> Iterator[Link]:
    """The links of some reports with those that they are copies of, or that are copies of them; sketches of their texts are kept."""
    for part in batched(reports, AT_ONCE):
        yield from _link_some(db, part)


def _link_some(db: Database, reports: Sequence[str]) -> Iterator[Link]:
    pages = load_pages(db, reports)
    sketches = {page.id: sketch_text(page.text) for page in pages.values()}
    holders = keep_sketches(db, REPORTS, {report: sketches.get(report, frozenset()) for report in reports})
    alike = find_alike(db, sketches, holders, LEAST, SHARED)
    pages |= load_pages(db, sorted({other for found in alike.values() for other in found} - pages.keys()))
    for report, found in alike.items():
        for other in found:
            is_second = other < report and report in alike.get(other, ())
            if other in pages and not is_second and (link := compare_pages(pages[report], pages[other])):
                yield link


def compare_pages(a: Page, b: Page) -> Link | None:
    """The link of two reports of which the later one is a copy; of two of one time, either can be."""
    first, second = sorted((a, b), key=lambda page: (page.published, page.id))
    carried, share = second.share_in(first)
    if first.published == second.published:
        carried, share = max((carried, share), first.share_in(second), key=lambda found: found[1])
    if carried < LEAST or share < COPIED:
        return None
    why = f"{carried} sentences of the later report, {share:.0%} of it, stand in the earlier one"
    return Link(min(a.id, b.id), max(a.id, b.id), round(share, 4), (why,))


def part_copies(db: Database, reports: Sequence[str], links: Sequence[Link]) -> Mapping[str, str]:
    """Each report with the first one of its group: a copy goes with the earlier report that it has most of, and stays with it.

    So a digest made of two reports makes them no copies of each other. What was published first comes first, then the smaller id.
    """
    order = sorted((page.published, page.id) for page in load_pages(db, reports).values())
    place = {report: i for i, (_, report) in enumerate(order)}
    heads = {report: report for report in reports}
    for _, report in order:
        ends = ((link.score, link.b if link.a == report else link.a) for link in links if report in (link.a, link.b))
        earlier = [(-score, place[other], other) for score, other in ends if other in place and place[other] < place[report]]
        if earlier:
            heads[report] = heads[min(earlier)[2]]
    return heads


def load_pages(db: Database, reports: Sequence[str]) -> dict[str, Page]:
    """Those of some reports that no later version supersedes."""
    rows = db.rows_for("SELECT id, published, text FROM reports WHERE superseded_by IS NULL AND id IN (...)", reports)
    return {row["id"]: Page(row["id"], sort_moment(row["published"]), row["text"]) for row in rows}


def sort_moment(published: str | None) -> str:
    """A day, or a time in any zone, in a form that sorts; what is not known comes last."""
    if published is None:
        return "~"
    with suppress(ValueError, OverflowError):
        moment = datetime.fromisoformat(published)
        if moment.tzinfo and len(published) > len("2031-03-14"):
            return moment.astimezone(UTC).replace(tzinfo=None).isoformat()
    return published
