import pytest
from hypothesis import given
from hypothesis import strategies as st

from onrecord.model import Actor
from onrecord.resolving.actors import merge_actors

NAMES = ["Anna Veld", "A. Veld", "Veld", "Ivo Veld", "Anna Velde", "Ivo Strand", "Strand", "Ivo Strandt", "Foreign Ministry", "Orvanian Foreign Ministry",
         "Ministry of Foreign Affairs", "Orvania", "two officials", "Radio Delta"]  # fmt: skip
ACTORS = st.lists(
    st.tuples(
        st.sampled_from(NAMES),
        st.sampled_from(["person", "organization", "country", "unnamed"]),
        st.sampled_from([None, "Orvania", "Kestria"]),
    ),
    max_size=10,
).map(lambda rows: [Actor(f"act_{n}", name, kind, None, party) for n, (name, kind, party) in enumerate(rows)])


def clusters(*actors: Actor) -> list[set[str]]:
    """The names that were brought together, by cluster, the largest first."""
    merged = merge_actors(actors)
    found = [{a.name for a in actors if merged[a.id] == head} for head in dict.fromkeys(merged.values())]
    return sorted(found, key=lambda names: (-len(names), sorted(names)))


def people(*names: str) -> list[Actor]:
    return [Actor(f"act_{n}", name, "person") for n, name in enumerate(names)]


@pytest.mark.parametrize(
    ("names", "expected"),
    [
        (["Anna Veld", "A. Veld", "Veld"], [{"Anna Veld", "A. Veld", "Veld"}]),
        (["Anna Veld", "Ivo Veld", "Veld"], [{"Anna Veld"}, {"Ivo Veld"}, {"Veld"}]),
        (["Mykhailo Horenko", "Mikhail Horenko"], [{"Mykhailo Horenko", "Mikhail Horenko"}]),
        (["Anna Veld", "Ivo Strand"], [{"Anna Veld"}, {"Ivo Strand"}]),
    ],
)
def test_people_of_several_reports(names: list[str], expected: list[set[str]]) -> None:
    assert clusters(*people(*names)) == expected


def test_one_name_on_two_sides_is_two_people_unless_it_is_the_same_word_for_word() -> None:
    sides = [Actor("act_0", "Anna Veld", "person", party="Orvania"), Actor("act_1", "Anna Velde", "person", party="Kestria")]
    assert len(clusters(*sides)) == 2


def test_unnamed_sources_never_join() -> None:
    sources = [Actor(f"act_{n}", "two officials", "unnamed") for n in range(2)]
    assert merge_actors(sources) == {"act_0": "act_0", "act_1": "act_1"}


@given(ACTORS, st.randoms(use_true_random=False))
def test_the_order_of_the_reports_does_not_matter(actors: list[Actor], random) -> None:  # type: ignore[no-untyped-def]
    shuffled = list(actors)
    random.shuffle(shuffled)
    assert merge_actors(shuffled) == merge_actors(actors)


@given(ACTORS)
def test_who_stands_for_a_cluster_stands_for_itself_and_is_of_its_kind(actors: list[Actor]) -> None:
    merged = merge_actors(actors)
    # A word that one report takes for a person can be the country that another knows.
    bodies = {a.id: a.type != "person" for a in actors}
    alone = {a.id for a in actors if len(a.name.split()) == 1}
    assert merged.keys() == {a.id for a in actors}
    assert all(merged[head] == head and (bodies[head] == bodies[member] or member in alone) for member, head in merged.items())
