import pytest
from hypothesis import given
from hypothesis import strategies as st

from onrecord.model import Actor
from onrecord.resolving.actors.actors import merge_actors

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
        (["Anna Veld", "Peter Veld"], [{"Anna Veld"}, {"Peter Veld"}]),
        (["Anna Veld", "Peter Veld", "Mrs Veld"], [{"Anna Veld", "Mrs Veld"}, {"Peter Veld"}]),
        (["Anna Veld", "Maria Veld", "Anna Maria Veld"], [{"Anna Maria Veld"}, {"Anna Veld"}, {"Maria Veld"}]),
        (["Anna Veld", "Albert Veld", "A. Veld"], [{"A. Veld"}, {"Albert Veld"}, {"Anna Veld"}]),
        (["Harley", "Mark Harley", "Harli"], [{"Harley", "Harli", "Mark Harley"}]),
        (["Orvin Preet", "Orvin"], [{"Orvin", "Orvin Preet"}]),
        (["Anna Veld", "Anna"], [{"Anna"}, {"Anna Veld"}]),
        (["Володимир Гараненко", "Vladimir Garanenko", "V. Haranenko"], [{"V. Haranenko", "Vladimir Garanenko", "Володимир Гараненко"}]),
        (["محمد الحلواني", "Mohammed al-Halwani", "Muhammad Halwani"], [{"Mohammed al-Halwani", "Muhammad Halwani", "محمد الحلواني"}]),
        (["colleague of Anna Veld", "Anna Veld"], [{"Anna Veld"}, {"colleague of Anna Veld"}]),
    ],
)
def test_people_of_several_reports(names: list[str], expected: list[set[str]]) -> None:
    assert clusters(*people(*names)) == expected


def test_one_name_on_two_sides_is_two_people_unless_it_is_the_same_word_for_word() -> None:
    sides = [Actor("act_0", "Anna Veld", "person", party="Orvania"), Actor("act_1", "Anna Velde", "person", party="Kestria")]
    assert len(clusters(*sides)) == 2


def test_namesakes_of_two_sides_stay_apart_and_their_mentions_go_where_the_office_tells() -> None:
    rows = [("judge", "Kestria"), ("envoy", "Orvania"), ("judge", None), ("envoy of Orvania", "Orvania"), (None, None)]
    merged = merge_actors([Actor(f"act_{n}", "Ivo Strand", "person", role, party) for n, (role, party) in enumerate(rows)])
    assert merged == {"act_0": "act_0", "act_1": "act_1", "act_2": "act_0", "act_3": "act_1", "act_4": "act_4"}


def bodies(*rows: tuple[str, str, str | None]) -> list[Actor]:
    return [Actor(f"act_{n}", name, kind, None, party) for n, (name, kind, party) in enumerate(rows)]


def test_a_country_is_one_whatever_one_report_takes_it_for() -> None:
    found = clusters(
        *bodies(
            ("Orvania", "country", None), ("Orvania", "person", None), ("Orvanian side", "organization", None), ("Orvania", "place", None)
        )
    )
    assert found == [{"Orvania", "Orvanian side"}]


def test_a_body_that_many_countries_have_is_told_apart_by_its_country() -> None:
    rows = bodies(
        ("Foreign Ministry", "organization", "Orvania"), ("Foreign Ministry", "organization", "Kestria"), ("Orvania", "country", None)
    )
    assert len(set(merge_actors(rows).values())) == 3


def test_a_union_is_called_for_short_what_nobody_else_is() -> None:
    rows = bodies(("Insurgent Front of the Ranges", "group", None), ("Front", "organization", None), ("FIR", "organization", None))
    assert len(set(merge_actors(rows).values())) == 1
    rows += [Actor("act_9", "National Front", "organization")]
    assert len(set(merge_actors(rows).values())) == 3


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
