from datetime import date

from onrecord.views.series import Gap, Place, Round, gap_before, round_of
from tests.contacts import day


def place(name: str, first: int | None, last: int | None = None, number: int | None = None, status: str = "held") -> Place:
    days: tuple[date | None, date | None] = (None, None) if first is None else (day(first), day(first if last is None else last))
    return Place(name, *days, status, number)


def test_a_gap_has_the_days_that_are_certain() -> None:
    now = place("now", 30)
    assert gap_before(now, [place("a", 1), place("b", 10), now]) == Gap("b", 20, 20)
    assert gap_before(now, [place("a", 1, 10), now]) == Gap("a", 20, 29)
    assert gap_before(now, [place("a", 1, 10), place("b", 5, 8), now]) == Gap("a", 20, 25)


def test_what_could_lie_between_makes_a_gap_smaller() -> None:
    now = place("now", 30, 31)
    assert gap_before(now, [place("a", 1), place("b", 20, 40), now]) == Gap("a", 0, 30)


def test_what_was_not_held_ends_no_gap() -> None:
    now = place("now", 30)
    assert gap_before(now, [place("a", 1), place("b", 20, status="cancelled"), place("c", 25, status="planned"), now]) == Gap("a", 29, 29)
    assert gap_before(now, [place("b", 20, status="denied"), now]) is None
    assert gap_before(place("now", None), [place("a", 1)]) is None


def test_a_round_has_its_number_or_the_only_one_that_is_left() -> None:
    first, middle, last = place("a", 1, number=1), place("b", 10), place("c", 20, number=3)
    assert round_of(first, [first, middle, last]) == Round(1, inferred=False)
    assert round_of(middle, [first, middle, last]) == Round(2, inferred=True)


def test_a_number_is_never_invented() -> None:
    first, last = place("a", 1, number=1), place("d", 40, number=3)
    after = place("e", 50)
    assert round_of(after, [first, last, after]) is None
    one, two = place("b", 10), place("c", 20)
    assert round_of(one, [first, one, two, last]) is None
    vague = place("v", 30, 60)
    assert round_of(one, [first, one, last, vague]) is None
    assert round_of(vague, [first, last, vague]) is None
    planned = place("p", 10, status="planned")
    assert round_of(planned, [first, planned, last]) is None
