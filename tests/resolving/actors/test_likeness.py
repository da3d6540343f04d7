import csv

import pytest
from hypothesis import given
from hypothesis import strategies as st

from evals.actors import NAMES, load_pairs, score_pairs
from onrecord.model import Actor, Span
from onrecord.resolving.actors.likeness import SAME, compare_actors, gender_of_name, profile_of, side_of


def person(name: str, role: str | None = None, party: str | None = None, *mentions: str) -> Actor:
    return Actor("act_x", name, "person", role, party, tuple(Span(0, len(words), words) for words in mentions))


def test_hard_names() -> None:
    precision, recall, _ = score_pairs(load_pairs())
    assert precision >= 0.98
    assert recall >= 0.9


def test_the_table_of_names_has_no_row_twice_and_every_kind_of_difficulty() -> None:
    with NAMES.open(encoding="utf8", newline="") as file:
        rows = list(csv.DictReader(file))
    assert len(rows) >= 200
    assert len({tuple(row.values()) for row in rows}) == len(rows)
    kinds = {row["kind"] for row in rows}
    assert kinds >= {"cyrillic", "arabic", "latin", "misspelling", "initials", "order", "couple", "namesake", "body", "acronym"}


def test_every_feature_says_what_it_weighs_and_why() -> None:
    link = compare_actors(person("A. Veld", "envoy", "Orvania"), person("Anna Veld", "the envoy of Orvania", "Orvania"))
    assert [(f.name, f.weight) for f in link.features] == [("name", 0.9), ("side", 0.02), ("office", 0.05)]
    assert link.score == 0.97
    assert link.explain().startswith("name: “A. Veld” and “Anna Veld”: initial (+0.90); side: both of Orvania (+0.02)")


@pytest.mark.parametrize(
    ("a", "b", "same"),
    [
        (person("Lloyd", "defence secretary"), person("Lloyd Harper", "Defense Secretary"), True),
        (person("Lloyd"), person("Lloyd Harper", "Defense Secretary"), False),
        (person("Veld", None, None, "Mrs Veld"), person("Peter Veld"), False),
        (person("Veld", None, None, "Mrs Veld"), person("Anna Veld"), True),
        (person("Veld", None, None, "he"), person("Anna Veld"), True),
        (person("Ivo Strand", None, "Orvania"), person("Ivo Strand", None, "Kestria"), True),
        (person("Ivo Strand", "judge", "Orvania"), person("Ivo Strand", "envoy", "Kestria"), False),
        (person("Ivo Strand", "judge", "Orvania"), person("Ivo Strand", "envoy", "the side of Ivo Strand"), True),
        (person("Orvania"), Actor("act_y", "Orvania", "country"), False),
    ],
)
def test_what_stands_beside_the_names(a: Actor, b: Actor, same: bool) -> None:
    assert compare_actors(a, b).same == same


@pytest.mark.parametrize(
    ("name", "gender"),
    [("Mrs Veld", "she"), ("Peter Veld", "he"), ("Anna Veld", "she"), ("Veld", None), ("Anna", None), ("Kim Strand", None)],
)
def test_gender_of_a_name(name: str, gender: str | None) -> None:
    assert gender_of_name(name) == gender


@pytest.mark.parametrize(
    ("party", "side"),
    [("Republic of Orvania", "orvania"), ("Russia", "RU"), ("side of Ivo Strand", None), ("Orvania’s envoy", None), (None, None)],
)
def test_a_side_is_a_name(party: str | None, side: str | None) -> None:
    assert side_of(party) == side


ACTORS = st.builds(
    Actor,
    st.just("act_x"),
    st.sampled_from(
        ["Anna Veld", "A. Veld", "Veld", "Ивo Странд", "محمد الحلواني", "Mohammed al-Halwani", "Jr.", "Foreign Ministry", "UN", ""]
    )
    | st.text(max_size=12),
    st.sampled_from(["person", "organization", "country"]),
    st.sampled_from([None, "envoy", "foreign minister"]),
    st.sampled_from([None, "Orvania", "Kestria"]),
)


@given(ACTORS, ACTORS)
def test_actors_compare_the_same_either_way(a: Actor, b: Actor) -> None:
    assert compare_actors(a, b).score == compare_actors(b, a).score
    assert 0 <= compare_actors(a, b).score <= 1


@given(ACTORS)
def test_an_actor_is_itself_if_it_has_a_name(actor: Actor) -> None:
    link = compare_actors(actor, actor)
    assert link.score >= SAME or link.features[0].weight == 0 or profile_of(actor).person
