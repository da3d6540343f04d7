from hypothesis import given
from hypothesis import strategies as st

from onrecord.cli.show import mark_contents
from onrecord.model import Span, Statement
from onrecord.wording import CLOSE

TEXT = "A said that B said that C went."


def statement(*ranges: tuple[int, int]) -> Statement:
    content = tuple(Span.of(TEXT, *one) for one in ranges)
    return Statement("s", "indirect", (), (), content, None, (), None, None, (), (), (), "report", "other", "none", 0.5)


def test_an_inner_content_is_marked_within_the_outer_one() -> None:
    inner, outer = statement((19, 30)), statement((7, 30))
    assert mark_contents(TEXT, [outer, inner]) == "A said ⟦1 that B said ⟦2 that C went⟧⟧."
    assert mark_contents(TEXT, [inner, outer]) == "A said ⟦2 that B said ⟦1 that C went⟧⟧."


def test_neighbours_do_not_run_together() -> None:
    assert mark_contents(TEXT, [statement((0, 6), (12, 13)), statement((6, 12))]) == "⟦1 A said⟧⟦2  that ⟧⟦1 B⟧ said that C went."


@given(st.lists(st.tuples(st.integers(0, len(TEXT) - 1), st.integers(1, 9))))
def test_marks_add_nothing_else(ranges: list[tuple[int, int]]) -> None:
    marked = mark_contents(TEXT, [statement((start, min(len(TEXT), start + length))) for start, length in ranges])
    for number in range(len(ranges), 0, -1):
        marked = marked.replace(f"⟦{number} ", "")
    assert marked.replace(CLOSE, "") == TEXT
