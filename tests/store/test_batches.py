from hypothesis import given
from hypothesis import strategies as st

from onrecord.store.batches import CHUNK, batched, padded


@given(st.integers(0, 3 * CHUNK))
def test_parts_of_a_question_have_all_values_and_few_lengths(number: int) -> None:
    parts = list(padded(range(number)))
    assert {value for some in parts for value in some} == set(range(number))
    assert all(len(some).bit_count() == 1 and len(some) <= CHUNK for some in parts)


@given(st.integers(0, 100), st.integers(1, 10))
def test_batches_have_each_value_once_in_order(number: int, most: int) -> None:
    parts = list(batched(range(number), most))
    assert [value for some in parts for value in some] == list(range(number))
    assert all(len(some) == most for some in parts[:-1])
