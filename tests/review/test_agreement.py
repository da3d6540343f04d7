import krippendorff
import pytest
from hypothesis import given
from hypothesis import strategies as st

from onrecord.record import Record
from onrecord.review.agreement import compute_alpha, share_same

UNITS = st.lists(st.lists(st.sampled_from("abc"), min_size=0, max_size=4), min_size=1, max_size=12)


@given(UNITS)
def test_alpha_is_that_of_another_program(units: list[list[str]]) -> None:
    ours = compute_alpha(units)
    counts = [[values.count(value) for value in "abc"] for values in units]
    if ours is None:
        assert len({value for values in units if len(values) > 1 for value in values}) < 2
    else:
        assert ours == pytest.approx(krippendorff.alpha(value_counts=counts, level_of_measurement="nominal"))


def test_alpha_of_a_worked_example() -> None:
    assert compute_alpha([["a", "a"], ["a", "b"], ["b", "b"]]) == pytest.approx(1 - 5 * 2 / 18)
    assert compute_alpha([["a", "a"]]) is None
    assert compute_alpha([]) is None


def test_the_share_of_pairs_that_are_the_same() -> None:
    assert share_same([["a", "a"], ["a", "b"], ["a"]]) == 0.5
    assert share_same([]) is None


def test_agreement_over_entries_and_fields(record: Record) -> None:
    one, two, three = (found.statement.id for found in record.statements())
    record.decide([one, two, three], "confirmed", "A")
    record.decide([one], "corrected", "B", changes={"act": "urge"}, blind=True)
    record.decide([two], "confirmed", "B", blind=True)
    record.decide([three], "rejected", "B", blind=True)
    found = {(row.kind, row.field): row for row in record.agreement()}
    stands, act, issue = (found["statement", name] for name in ("stands", "act", "issue"))
    assert stands.units == 3
    assert stands.same == pytest.approx(2 / 3)
    assert (act.units, act.same) == (2, 0.5)
    assert (issue.units, issue.same, issue.alpha) == (2, 1.0, None)
    assert record.agreement(blind=True) == ()


def test_the_unsure_have_no_value(record: Record) -> None:
    one, *_ = (found.statement.id for found in record.statements())
    record.decide([one], "confirmed", "A")
    record.decide([one], "unsure", "B")
    assert record.agreement() == ()
