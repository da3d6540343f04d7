import pytest

from onrecord.across.days import are_days_apart, compare_days, span_of
from tests.contacts import SIDES, Told, day


@pytest.mark.parametrize(
    ("told", "first", "last"),
    [
        (Told(on=(3, 4)), 3, 4),
        (Told(on=None, published=20), -70, 20),
        (Told(status="planned", on=None, published=20), 20, 110),
        (Told(status="cancelled", on=None, published=20), -70, 110),
        (Told(status="planned", on=(1, 30), published=20), 20, 30),
        (Told(on=(-300, 31), published=31), -149, 31),
    ],
)
def test_a_span_is_as_wide_as_what_dates_it(told: Told, first: int, last: int) -> None:
    assert span_of(told.telling()) == (day(first), day(last))


def test_nothing_dates_what_has_no_publication() -> None:
    assert span_of(Told(on=None, published=None).telling()) is None


def test_closer_days_say_more() -> None:
    points = [
        fit.points for on in ((11, 11), (5, 14), (1, 31), (-40, 31)) if (fit := compare_days(Told().telling(), Told(on=on).telling()))
    ]
    assert points == sorted(points, reverse=True)
    assert len(set(points)) == 4


def test_a_plan_is_for_what_comes_after_it() -> None:
    held = Told(on=(11, 11), published=12)
    assert compare_days(held.telling(), Told(status="planned", on=(9, 9), published=7).telling())
    assert compare_days(held.telling(), Told(status="planned", on=(18, 18), published=12).telling()) is None
    assert compare_days(held.telling(), Told(status="planned", on=None, published=12).telling()) is None


def test_talks_that_were_planned_can_be_put_off_but_not_those_that_were_held() -> None:
    spring = Told("talks", "planned", SIDES, (10, 10), published=1)
    assert not are_days_apart(spring.telling(), Told("talks", "held", SIDES, (70, 70), published=71).telling())
    assert are_days_apart(spring.telling(), Told("talks", "held", SIDES, (270, 270), published=271).telling())
    assert are_days_apart(Told("talks", "held", SIDES, (10, 10)).telling(), Told("talks", "held", SIDES, (70, 70)).telling())
    assert are_days_apart(Told("call", "planned", on=(10, 10), published=1).telling(), Told("call", on=(70, 70)).telling())
