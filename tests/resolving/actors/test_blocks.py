import pytest

from evals.actors import load_pairs
from onrecord.resolving.actors.blocks import keys_of_body, keys_of_person, pairs_of
from onrecord.resolving.names.names import compare_bodies, compare_people
from onrecord.resolving.names.spelling import person_name

SAME = 0.85


@pytest.mark.parametrize("pair", [p for p in load_pairs() if p.same], ids=lambda pair: f"{pair.a.name}-{pair.b.name}")
def test_names_that_are_alike_share_a_key(pair) -> None:  # type: ignore[no-untyped-def]
    people = pair.a.type == "person"
    full = all(len(person_name(actor.name).words) > 1 for actor in (pair.a, pair.b))
    if people and full and compare_people(pair.a.name, pair.b.name).score >= SAME:
        assert keys_of_person(pair.a.name) & keys_of_person(pair.b.name)
    if not people and compare_bodies(pair.a.name, pair.b.name).score >= SAME:
        assert keys_of_body(pair.a.name) & keys_of_body(pair.b.name)


def test_a_large_block_is_compared_with_neighbours_only() -> None:
    names = [f"{n:04}" for n in range(1000)]
    pairs = list(pairs_of([["key"]] * 1000, names))
    assert len(pairs) < 1000 * 24
    assert (0, 1) in pairs
    assert len(set(pairs)) == len(pairs)
