from evals.movement import MOVES, describe_agreement, load_second, pair_readings
from evals.records import load_gold

GOLD = {"movement": [{"side": "Orvania", "issue": "talks", "ladder": [["r.s1", "first"], ["r.s2", "hardened"], ["r.s3", "first"]]}]}


def test_readers_are_compared_from_the_second_statement_of_a_ladder_on() -> None:
    assert pair_readings(GOLD, {"r.s1": "first", "r.s2": "repeated", "r.s3": "first"}) == [
        ("r.s2", "hardened", "repeated"),
        ("r.s3", "first", "first"),
    ]


def test_agreement_is_told_of_all_and_of_what_is_asked_in_turn() -> None:
    lines = list(describe_agreement([("r.s2", "hardened", "repeated"), ("r.s3", "first", "first"), ("r.s4", "repeated", "repeated")]))
    assert [line.split(",")[0] for line in lines] == [
        "movement: 66.7 of 3 the same",
        "first or not: 100.0 of 3 the same",
        "which",
    ]


def test_the_second_reader_has_read_all_ladders_of_two_worlds() -> None:
    second = load_second()
    assert set(second.values()) <= set(MOVES)
    read = [ref for world in ("b", "e") for ladder in load_gold(world)["movement"] for ref, _ in ladder["ladder"][1:]]
    assert sorted(read) == sorted(second)
