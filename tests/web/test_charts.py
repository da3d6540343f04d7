from datetime import date, timedelta

from hypothesis import given
from hypothesis import strategies as st

from onrecord.web.charts import LINKED, Bar, Edge, Lane, Node, draw_network, draw_timeline, make_ticks, pack_rows
from tests.web.conftest import Elements

DAY = date(2031, 3, 1)
days = st.dates(date(1900, 1, 1), date(2100, 1, 1))


def bar(first: int, last: int, label: str = "x") -> Bar:
    return Bar(DAY + timedelta(first), DAY + timedelta(last), label, "/statements/x")


@given(st.lists(st.tuples(st.integers(0, 30), st.integers(0, 9)), max_size=20))
def test_bars_of_a_row_do_not_touch(some: list[tuple[int, int]]) -> None:
    bars = [bar(a, a + b) for a, b in sorted(some)]
    rows = pack_rows(bars)
    for n, one in enumerate(bars):
        for m, other in enumerate(bars):
            assert n == m or rows[n] != rows[m] or one.last < other.first or other.last < one.first


@given(days, days)
def test_ticks_are_few_and_in_order(a: date, b: date) -> None:
    first, last = sorted((a, b))
    ticks = [day for day, _ in make_ticks(first, last)]
    assert ticks == sorted(set(ticks))
    assert len(ticks) <= 14
    assert all(first <= day <= last for day in ticks)


def test_few_marks_are_links_and_many_are_for_the_eye_alone() -> None:
    few = draw_timeline([Lane("said", "said", [bar(0, 3, '"><script>')])], DAY, DAY + timedelta(9), "T", "S")
    assert 'role="group" aria-labelledby="picture-title picture-summary"' in few
    assert [a["aria-label"] for a in Elements(few).all("a")] == ['"><script>']
    assert "<script>" not in few
    many = draw_timeline([Lane("said", "said", [bar(0, 3)] * (LINKED + 1))], DAY, DAY + timedelta(9), "T", "S")
    assert 'aria-hidden="true"' in many
    assert not Elements(many).all("a")
    counts = draw_timeline([Lane("said", "said", counts=[(DAY, DAY, 7)])], DAY, DAY, "T", "S")
    assert 'aria-hidden="true"' in counts


def test_the_network_is_drawn_the_same_twice() -> None:
    nodes = [Node(str(n), f"<N{n}>", f"/actors/{n}", n + 1) for n in range(4)]
    edges = [Edge("0", "2", 3, "about", True, "a & b", "/statements"), Edge("1", "3", 1, "met", False, "c", "/contacts")]
    picture = draw_network(nodes, edges, "T", "S")
    assert picture == draw_network(nodes, edges, "T", "S")
    assert "&lt;N3&gt;" in picture
    assert picture.count('class="edge ') == 2
