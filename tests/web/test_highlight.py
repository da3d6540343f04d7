from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from onrecord.web.highlight import Mark, Segment, assign_slots, find_paragraphs, flatten, split_pages

texts = st.text("ab \n“é", min_size=1, max_size=60)


@st.composite
def marks(draw: st.DrawFn, length: int) -> list[Mark]:
    edges = st.tuples(st.integers(0, length - 1), st.integers(1, length)).filter(lambda e: e[0] < e[1])
    spans = draw(st.lists(edges, max_size=8))
    return [Mark(a, b, draw(st.sampled_from("xyz")), draw(st.sampled_from(["content", "cue"]))) for a, b in spans]


@given(st.data(), texts)
def test_segments_partition_the_text_and_rebuild_every_mark(data: st.DataObject, text: str) -> None:
    some = data.draw(marks(len(text)))
    start, end = sorted((data.draw(st.integers(0, len(text) - 1)), data.draw(st.integers(1, len(text)))))
    if start == end:
        end += 1
    segments = flatten(start, end, some)
    assert "".join(text[s.start : s.end] for s in segments) == text[start:end]
    assert all(a.end == b.start for a, b in pairwise(segments))
    for mark in some:
        rebuilt = "".join(text[s.start : s.end] for s in segments if mark in s.marks)
        assert rebuilt == text[max(start, mark.start) : min(end, mark.end)]
    for segment in segments:
        assert all(mark.start <= segment.start and segment.end <= mark.end for mark in segment.marks)


@given(st.integers(1, 40).flatmap(lambda length: marks(length)))
def test_marks_that_overlap_have_lines_of_their_own(some: list[Mark]) -> None:
    slots = assign_slots(some)
    assert set(slots) == set(some)
    assert assign_slots(some[::-1]) == slots
    for a in some:
        for b in some:
            same = (a.start, a.end, a.role) == (b.start, b.end, b.role)
            assert same or slots[a] != slots[b] or a.end <= b.start or b.end <= a.start
            assert not same or slots[a] == slots[b]


def test_crossing_marks_keep_what_each_covers() -> None:
    one, two = Mark(0, 10, "a", "content"), Mark(5, 15, "b", "content")
    assert flatten(0, 20, [two, one]) == (Segment(0, 5, (one,)), Segment(5, 10, (one, two)), Segment(10, 15, (two,)), Segment(15, 20))
    assert assign_slots([two, one]) == {one: 0, two: 1}


@given(texts, st.lists(st.integers(0, 59), max_size=8), st.integers(5, 30), st.integers(1, 4))
def test_pages_partition_the_text(text: str, starts: list[int], most: int, entries: int) -> None:
    places = [place for place in starts if place < len(text)]
    pages = split_pages(text, places, most, entries)
    assert "".join(text[a:b] for a, b in pages) == text
    assert all(a < b and b - a <= most for a, b in pages)
    found = [place for a, b in pages for place in sorted(places) if a <= place < b]
    assert found == sorted(places)


@given(texts)
def test_paragraphs_are_what_stands_between_line_ends(text: str) -> None:
    assert [text[a:b] for a, b in find_paragraphs(text, 0, len(text))] == [line for line in text.split("\n") if line.strip()]
