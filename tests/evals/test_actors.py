from typing import Any

import pytest

from evals.actors import describe_errors, found_clusters, gold_clusters, score_world
from onrecord.model import Actor, Entries, Report, Span

TEXT = "Anna Veld spoke. She left. Ivo Strand stayed.\n"


def row(number: int, **actors: dict[str, Any]) -> dict[str, Any]:
    return {
        "id": f"x_{number:02}",
        "text": TEXT,
        "actors": {key: {"type": "person", "mentions": []} | actor for key, actor in actors.items()},
    }


def test_what_is_one_actor_in_gold() -> None:
    rows = [
        row(1, veld={"name": "Anna Veld"}, mfa={"name": "Foreign Ministry", "type": "organization", "party": "Orvania"}),
        row(2, veld={"name": "Veld"}, mfa={"name": "Foreign Ministry", "type": "organization", "party": "Kestria"}),
        row(3, other={"name": "Anna Veld"}, two={"name": "two officials", "type": "unnamed"}, both={"name": "both sides", "type": "group"}),
    ]
    found = {frozenset(cluster) for cluster in gold_clusters("x", rows)}
    assert found == {
        frozenset({("x_01", "veld"), ("x_02", "veld"), ("x_03", "other")}),
        frozenset({("x_01", "mfa")}),
        frozenset({("x_02", "mfa")}),
    }


def entries(number: int, *actors: Actor) -> Entries:
    return Entries(Report(f"x_{number:02}", TEXT), actors=actors)


def test_a_gold_actor_is_the_one_that_shares_its_name_if_mentions_are_equal_in_number() -> None:
    gold = [row(1, veld={"name": "Anna Veld", "mentions": [[0, 9], [17, 20]]})]
    ours = entries(
        1,
        Actor("act_b", "Anna Veld", "person", mentions=(Span.of(TEXT, 0, 9),)),
        Actor("act_a", "Ivo Strand", "person", mentions=(Span.of(TEXT, 17, 20),)),
    )
    assert found_clusters(gold, [ours], {"act_a": "act_a", "act_b": "act_b"}) == {("x_01", "veld"): "act_b"}


def test_a_world_is_scored_and_its_errors_told() -> None:
    rows = [row(n, veld={"name": "Anna Veld", "mentions": [[0, 9]]}, strand={"name": "Ivo Strand", "mentions": [[27, 37]]}) for n in (1, 2)]
    names = ["Anna Veld", "A. Veld"]
    ours = [
        entries(n, Actor(f"act_a{n}", name, "person", mentions=(Span.of(TEXT, 0, 9),)), Actor(f"act_b{n}", f"I{n}vo Strand", "person"))
        for n, name in enumerate(names, 1)
    ]
    figures = score_world("x", rows, ours)
    assert (figures["p"], figures["r"], figures["actors"], figures["unfound"]) == (1.0, 1.0, 2, 2)
    apart = [ours[0], entries(2, Actor("act_c", "Peter Strand", "person", mentions=(Span.of(TEXT, 0, 9),)))]
    figures = score_world("x", rows, apart)
    assert figures["r"] == pytest.approx(0.5)
    assert list(describe_errors(figures, apart)) == [
        "apart: Anna Veld (None) 1x ('x_01', 'veld') | Peter Strand (None) 1x ('x_02', 'veld')"
    ]
