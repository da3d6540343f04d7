import pytest

from onrecord.across.copies import Page, compare_pages, part_copies, sort_moment
from onrecord.store.database import Database
from onrecord.store.groups import Link
from tests.across.conftest import Said, make_entries
from tests.records import group, write

WIRE = (
    "The convoy reached the northern bridge shortly before noon. Guards on both banks let all of its nine lorries pass. "
    "The minister called the crossing a first step after months of silence. Rain had closed the road for most of the week."
)
OTHER = "Farmers in the lower valley expect a poor harvest after the dry spring. Prices of seed have doubled since the autumn fair."


def page(name: str, day: str, text: str) -> Page:
    return Page(name, day, text)


def test_a_report_that_carries_half_of_its_sentences_is_a_copy() -> None:
    cut = WIRE.split(". ")[0] + ". " + WIRE.split(". ")[2].replace("first step", "small first step") + "."
    link = compare_pages(page("rpt_a", "2031-03-14", WIRE), page("rpt_b", "2031-03-15", cut))
    assert link
    assert (link.a, link.b, link.score) == ("rpt_a", "rpt_b", 1.0)
    assert link.why == ("2 sentences of the later report, 100% of it, stand in the earlier one",)


def test_a_long_report_that_quotes_a_short_one_is_no_copy() -> None:
    short = ". ".join(WIRE.split(". ")[:2]) + "."
    long = short + " " + OTHER + " " + " ".join(f"Nobody in village number {n} had heard anything of the kind by then." for n in "abcd")
    assert compare_pages(page("rpt_a", "2031-03-14", short), page("rpt_b", "2031-03-15", long)) is None
    assert compare_pages(page("rpt_a", "2031-03-14", WIRE), page("rpt_b", "2031-03-15", OTHER)) is None


def test_a_digest_of_two_reports_joins_only_one_of_them(db: Database) -> None:
    reports = [make_entries(f"r{n}", [], published=f"2031-03-1{n}", end=text) for n, text in enumerate((WIRE, OTHER, f"{WIRE} {OTHER}"))]
    for entries in reports:
        write(db, entries)
    a, b, both = (entries.report.id for entries in reports)
    links = [Link(min(one, both), max(one, both), score, ()) for one, score in ((a, 0.7), (b, 0.6))]
    assert part_copies(db, [a, b, both], links) == {a: a, b: b, both: a}


@pytest.mark.parametrize("order", [(0, 1), (1, 0)])
def test_copies_are_found_in_the_record_and_begin_with_the_first_published(db: Database, order: tuple[int, int]) -> None:
    reports = [make_entries("wire", [], "2031-03-14", "Wire", end=WIRE), make_entries("post", [], "2031-03-15", "Post", end=WIRE)]
    for i in order:
        write(db, reports[i])
        group(db)
    assert {row["original"] for row in db.rows("SELECT original FROM reports")} == {reports[0].report.id}


def test_what_is_told_in_a_copy_is_one_with_what_the_original_tells(db: Database) -> None:
    said = [Said(None, "There will be no parade on the northern bridge before the spring comes")]
    write(db, make_entries("wire", said, "2031-03-14", "Wire", end=WIRE))
    write(db, make_entries("post", said, "2031-03-16", "Post", end=WIRE))
    group(db)
    assert len({row["utterance"] for row in db.rows("SELECT utterance FROM statements")}) == 1


def test_moments_sort_whatever_their_zone() -> None:
    moments = ["2031-03-14", "2031-03-14T09:00:00+03:00", "2031-03-14T08:00:00+00:00", "2031-03-14T23:30:00-05:00", None]
    assert sorted(moments, key=sort_moment) == moments
