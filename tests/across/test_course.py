from onrecord.across.course import agreed_days, history_of, in_order, is_disputed, latest_status
from onrecord.store.tellings import Telling
from tests.contacts import Told, day


def told(*tellings: Told) -> list[Telling]:
    return [one.telling() for one in tellings]


def test_the_latest_report_says_what_became_of_it() -> None:
    planned, held = Told(status="planned", published=8), Told(published=12)
    assert latest_status(told(held, planned)) == "held"
    assert latest_status(told(Told(status="cancelled", published=11), planned)) == "cancelled"


def test_of_reports_of_one_day_the_one_that_tells_most_is_the_latest() -> None:
    assert latest_status(told(Told(status="denied"), Told(status="held"), Told(status="planned"))) == "held"
    assert latest_status(told(Told(status="proposed"), Told(status="planned"))) == "planned"


def test_what_was_planned_is_not_held_because_its_day_has_come() -> None:
    assert latest_status(told(Told(status="planned", on=(11, 11), published=30))) == "planned"


def test_days_are_those_that_all_agree_on() -> None:
    (days,) = agreed_days(told(Told(on=(1, 31)), Told(on=(11, 13)), Told(on=(12, 20)), Told(on=None)))
    assert (days.first, days.last) == (day(12), day(13))
    assert len(days.tellings) == 3


def test_versions_that_disagree_are_all_there() -> None:
    days = agreed_days(told(Told(on=(11, 11), published=12), Told(on=(13, 13), published=14), Told(on=(13, 13), published=15)))
    assert [one.first for one in days] == [day(13), day(11)]


def test_the_day_that_was_planned_is_none_once_it_was_held() -> None:
    (days,) = agreed_days(told(Told(status="planned", on=(6, 6), published=1), Told(on=(10, 10), published=12)))
    assert days.first == day(10)
    (days,) = agreed_days(told(Told(status="planned", on=(6, 6), published=1), Told(status="cancelled", on=None, published=5)))
    assert days.first == day(6)


def test_history_has_a_step_for_each_status_and_each_day_that_was_set() -> None:
    tellings = told(
        Told(published=12, on=(10, 10)),
        Told(status="planned", on=(6, 6), published=1),
        Told(status="planned", on=(1, 10), published=2),
        Told(status="planned", on=(10, 10), published=5),
    )
    assert [(step.status, step.published, len(step.days.tellings)) for step in history_of(tellings)] == [
        ("planned", day(1), 2),
        ("planned", day(5), 1),
        ("held", day(12), 1),
    ]
    assert history_of(tellings)[0].to_json()["from"] == "2031-03-06"
    assert [one.published for one in in_order(tellings)] == [day(1), day(2), day(5), day(12)]


def test_what_one_asserts_and_another_denies_is_disputed() -> None:
    assert is_disputed(told(Told(), Told(status="denied")))
    assert is_disputed(told(Told(status="ongoing"), Told(status="denied")))
    assert not is_disputed(told(Told(status="planned"), Told(status="denied")))
