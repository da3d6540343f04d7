import pytest
from hypothesis import given
from hypothesis import strategies as st

from onrecord.resolving.actors.likeness import APART, SAME
from onrecord.resolving.actors.sieves import are_worth_comparing, find_longer, find_shorter
from onrecord.resolving.names.names import compare_people
from onrecord.resolving.names.spelling import person_name

LONGER = st.lists(
    st.sampled_from(
        ["Anna", "Ana", "Hussein", "al-Hadi", "El Hadi", "Elhadi", "van der Velde", "Vanderveld", "Zorensky", "Zorenka", "Chalin", "Halin",
         "Kadry", "Qadri", "Хусейн"]
    ),
    min_size=2, max_size=4,
).map(" ".join)  # fmt: skip
SHORT = st.sampled_from(
    [
        "Zorenko",
        "Zorenski",
        "Kadri",
        "Qadri",
        "Hadi",
        "Alhadi",
        "Veld",
        "Vandeveld",
        "Khalin",
        "Chalin",
        "Ana",
        "Hosein",
        "A. Zorenko",
        "حسين",
    ]
)


def words(name: str) -> str:
    return " ".join(person_name(name).words)


@pytest.mark.parametrize("surname_only", [False, True])
@given(SHORT, st.lists(LONGER.filter(lambda name: len(person_name(name).words) > 1), max_size=4))
def test_longer_names_that_are_ruled_out_are_not_like_a_short_one(surname_only: bool, short: str, names: list[str]) -> None:
    found = find_longer(words(short), set(map(words, names)), surname_only=surname_only)
    for name in names:
        if words(name) not in found:
            assert compare_people(*sorted((short, name))).score < (SAME if surname_only else APART)


@given(st.lists(SHORT, max_size=4), LONGER)
def test_short_names_that_are_ruled_out_are_not_like_a_longer_one(names: list[str], longer: str) -> None:
    own = set(map(words, names))
    found = find_shorter(words(longer), own, own)
    assert found == {one for one in own if words(longer) in find_longer(one, {words(longer)})}


@given(LONGER, LONGER)
def test_full_names_that_are_ruled_out_are_not_one(one: str, other: str) -> None:
    if min(len(person_name(name).words) for name in (one, other)) > 1 and not are_worth_comparing(words(one), words(other)):
        assert compare_people(one, other).score < SAME


@pytest.mark.parametrize(
    ("one", "other", "worth"),
    [
        ("ivo strand", "ivo veld", False),
        ("ivo zorenko", "ivo zorenki", True),
        ("ivo zorenko", "mira zorenko", False),
        ("ivo tom", "ivo eltom", True),
        ("ivo strand", "strand ivo", True),
        ("ivo strand", "stren ivo", False),
        ("ivo kadri", "ivo qadri veld", True),
        ("ivo kadri", "mira qadri veld", False),
        ("ivo mira kadri", "mira kadri", True),
        ("annavel zorenko", "anna velzorenko", True),
    ],
)
def test_full_names_are_compared_if_a_given_name_and_a_surname_are_alike(one: str, other: str, worth: bool) -> None:
    assert are_worth_comparing(one, other) is are_worth_comparing(other, one) is worth


def test_words_of_a_short_name_that_sound_otherwise_rule_it_out() -> None:
    assert find_longer("zorenko", {"ivo zorenko", "ivo roki"}) == {"ivo zorenko"}
    assert find_longer("rahe", {"ivo roki"}) == set()
    assert find_longer("anna", {"anna strand"}) == {"anna strand"}
    assert find_longer("anna", {"anna strand"}, surname_only=True) == set()
    assert find_longer("qadri", {"ivo kadri"}) == {"ivo kadri"}
    assert find_longer("qadri", {"ivo kadri"}, sounds_alike=False) == set()
    assert find_longer("zorenko", {"ivo zorenki"}, sounds_alike=False) == {"ivo zorenki"}


def test_short_names_are_found_only_as_misspellings_where_they_sound_otherwise() -> None:
    assert find_shorter("ivo kadri", {"qadri", "kadry", "rahe"}, {"qadri"}) == {"qadri", "kadry"}
    assert find_shorter("ivo kadri", {"qadri", "kadry", "rahe"}, set()) == {"kadry"}
