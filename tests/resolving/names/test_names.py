import pytest
from hypothesis import given
from hypothesis import strategies as st

from onrecord.resolving.cast.namesakes import PERHAPS
from onrecord.resolving.names.names import compare_bodies, compare_people, fold, sound
from onrecord.resolving.names.sounds import core
from onrecord.resolving.names.spelling import person_name

#: From this score on two names are one without further evidence.
SAME = 0.85
NAMES = st.lists(
    st.sampled_from("Anna Ana A. Ivo Maria Veld Velde Strand Orlov Orlova Зоренко Zorenko al-Hadi Hadi van der Xi Li von bin Петро Petro Jr.".split()),
    max_size=4,
).map(" ".join)  # fmt: skip
BODIES = st.lists(
    st.sampled_from("the Foreign Ministry of Orvania Orvanian France French Council Defence Defense MFA EU United Nations UN Affairs".split()),
    max_size=5,
).map(" ".join)  # fmt: skip


@pytest.mark.parametrize(
    ("a", "b"),
    [
        ("Зоренко", "Zorenko"),
        ("Volodymyr Zorensky", "Volodymyr Zorenskyy"),
        ("Vladimir Zorensky", "Володимир Зоренський"),
        ("Mikhail Podolnyak", "Mykhailo Podolniak"),
        ("Sergei Lavrik", "Sergey Lavryk"),
        ("Yuri Halin", "Iurii Halyn"),
        ("Ivan Horenko", "Ivan Gorenko"),
        ("Yusuf Qadri", "Youssef Kadri"),
        ("Osama Sirhan", "Usama Serhan"),
        ("José Núñez", "Jose Nunez"),
        ("O’Nara", "O'Nara"),
    ],
)
def test_transliterations_are_one_name(a: str, b: str) -> None:
    assert compare_people(a, b).score >= SAME


@pytest.mark.parametrize(
    ("a", "b"),
    [
        ("Harli", "Harley"),
        ("Mark Harlan", "Mark Harland"),
        ("Muhammad bin Raman", "Mohammed bin Raman"),
        ("Anna Veld", "A. Veld"),
        ("J. B. Harlan", "James Harlan"),
        ("Anna Maria Veld", "Maria Veld"),
        ("Anna Veld", "Veld"),
        ("Dr. Anna Veld", "Anna Veld’s"),
        ("Bashir al-Hadi", "Hadi"),
        ("Xin Jiaping", "Jiaping Xin"),
        ("Joe Harlan", "Joseph Harlan"),
        ("Georg Hahn", "Georg Hahn Jr."),
    ],
)
def test_spellings_initials_and_order_are_one_name(a: str, b: str) -> None:
    assert compare_people(a, b).score >= SAME


@pytest.mark.parametrize(
    ("a", "b"),
    [
        ("Anna Veld", "Ivo Veld"),
        ("K. Veld", "Anna Veld"),
        ("Petrov", "Petrova"),
        ("Ivan Strandski", "Strandska"),
        ("Lee", "Lea"),
        ("Kim Dae", "Kim Dan"),
        ("Hansen", "Jansen"),
        ("Dudnik", "Dudyk"),
        ("Anna", "Anna Veld"),
        ("Anna Veld", "Anna Strand"),
        ("", "Anna Veld"),
    ],
)
def test_different_people_do_not_join(a: str, b: str) -> None:
    assert compare_people(a, b).score < SAME


def test_a_first_name_alone_is_weak_evidence() -> None:
    assert 0.5 < compare_people("Lloyd", "Lloyd Harper").score < SAME


@pytest.mark.parametrize(
    ("a", "b"),
    [
        ("Foreign Ministry", "Ministry of Foreign Affairs"),
        ("French Foreign Ministry", "Ministry of Foreign Affairs of France"),
        ("Ministry of Defence", "Defense Ministry"),
        ("the MFA", "Foreign Ministry"),
        ("North Orvanian Treaty Union", "NOTU"),
        ("the Harbour Gazette", "Harbor Gazette"),
        ("Republic of Orvania", "Orvania"),
        ("US", "the United States of America"),
    ],
)
def test_one_body(a: str, b: str) -> None:
    assert compare_bodies(a, b).score >= SAME


@pytest.mark.parametrize(
    ("a", "b"),
    [
        ("French Foreign Ministry", "Italian Foreign Ministry"),
        ("Foreign Ministry", "Defence Ministry"),
        ("Foreign Ministry", "French Foreign Ministry"),
        ("Paris", "France"),
        ("Harbour Gazette", "Gazette"),
        ("", "Foreign Ministry"),
    ],
)
def test_different_bodies(a: str, b: str) -> None:
    assert compare_bodies(a, b).score < SAME


def test_every_likeness_says_why() -> None:
    assert compare_people("Anna Veld", "A. Veld").why == "initial"
    assert compare_bodies("Northern Orvanian Council", "NOC").why == "abbreviated"


@given(NAMES | st.text(max_size=20), NAMES | st.text(max_size=20))
def test_people_compare_the_same_either_way(a: str, b: str) -> None:
    assert compare_people(a, b) == compare_people(b, a)
    assert 0 <= compare_people(a, b).score <= 1


@given(BODIES | st.text(max_size=20), BODIES | st.text(max_size=20))
def test_bodies_compare_the_same_either_way(a: str, b: str) -> None:
    assert compare_bodies(a, b) == compare_bodies(b, a)


@given(NAMES | st.text(max_size=20))
def test_a_name_is_itself(name: str) -> None:
    assert compare_people(name, name).score == (1.0 if fold(name) and not person_name(name).several else 0.0)


@given(st.text(alphabet="abcdefghijklmnopqrstuvwxyz", min_size=1, max_size=12))
def test_a_sound_is_plain_and_never_longer(word: str) -> None:
    assert len(sound(word)) <= len(word)
    assert sound(word).isascii()


@given(
    st.lists(st.sampled_from([*"abcdefghijklmnopqrstuvwxyz", "sch", "ph", "iev", "skaya", "tz", "zh"]), min_size=1, max_size=8).map("".join)
)
def test_words_that_sound_alike_have_the_same_core(word: str) -> None:
    assert core(sound(word)) == core(word)


def test_a_surname_is_no_misspelt_first_name() -> None:
    assert compare_people("Onara", "Osara bin Veld").score < PERHAPS
    assert compare_people("Sergei", "Sergey Lavrik").why == "first name alone"
