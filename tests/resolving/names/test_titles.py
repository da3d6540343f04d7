import pytest
from hypothesis import given
from hypothesis import strategies as st

from onrecord.resolving.names.offices import same_office
from onrecord.resolving.names.titles import Titled, office_beside, split_title

WORDS = "Anna Veld Ivo General the of President minister foreign Orvania France’s , – and deputy spokesman for Council Ministry which two a said".split()
PHRASES = st.lists(st.sampled_from(WORDS), max_size=8).map(" ".join)


@pytest.mark.parametrize(
    ("words", "name", "role"),
    [
        ("General Mark Harlan, chairman of the Joint Chiefs", "Mark Harlan", "chairman of the Joint Chiefs"),
        ("Anna VeldEnergy minister of Melkar", "Anna Veld", "Energy minister of Melkar"),
        ("HarlanChairman of the Joint Chiefs", "Harlan", "Chairman of the Joint Chiefs"),
        ("Orvanian President Ivo Strand", "Ivo Strand", "Orvanian President"),
        ("Ivo Strand, the foreign minister of Kestria", "Ivo Strand", "foreign minister of Kestria"),
        ("spokesman for the council Dmitri Varga", "Dmitri Varga", "spokesman for the council"),
        ("the Marquis d’Esterel", "d’Esterel", "Marquis"),
        ("a patient man by the name of Ivo Strand", "Ivo Strand", None),
        ("its chief of operations, known by his nom de guerre Falcon", "Falcon", "chief of operations"),
        ("the prefect Anna Veld", "Anna Veld", "prefect"),
        ("France’s Foreign Minister Anna Veld", "Anna Veld", "France’s Foreign Minister"),
        ("former Prime Minister Anna Veld", "Anna Veld", "former Prime Minister"),
        (
            "deputy foreign minister and head of the delegation Ivo Strand",
            "Ivo Strand",
            "deputy foreign minister and head of the delegation",
        ),
        ("EU High Representative Anna Veld", "Anna Veld", "EU High Representative"),
        ("Anna van der Veld", "Anna van der Veld", None),
        ("The mediator, the Marquis Ivo d’Arval", "Ivo d’Arval", "mediator"),
        ("Minister Anna dell’Orno", "Anna dell’Orno", "Minister"),
        ("the representative of the Orvanian MFA Anna Veld", "Anna Veld", "representative of the Orvanian MFA"),
        ("The foreign minister of little Zembla, Ivo Strand", "Ivo Strand", "foreign minister of little Zembla"),
        ("The movement’s negotiator, known as Commander Ivo", "Ivo", "movement’s negotiator"),
        ("a deputy who gave her name only as Sister Anna", "Anna", "deputy"),
        ("the commander of the border troops General Anna Veld", "Anna Veld", "commander of the border troops"),
        ("lawyer of Orvania General Anna Veld", None, "lawyer of Orvania General Anna Veld"),
        ("Minister of Foreign Affairs A. Veld", "A. Veld", "Minister of Foreign Affairs"),
        ("Sheikh Omar al-Haddar", "Omar al-Haddar", "Sheikh"),
        ("Gen. Anna Veld", "Anna Veld", None),
        ("Ms. Veld", "Veld", None),
        ("Mr. King", "King", None),
        ("Anna Sun", "Anna Sun", None),
        ("the mayor of New Bergen City", None, "mayor of New Bergen City"),
        ("The latest opinion poll released Friday", None, None),
        ("Anna Susan King", "Anna Susan King", None),
        ("the Girelian King", None, "Girelian King"),
        ("Mr. President", None, "President"),
        ("McVeld", "McVeld", None),
        ("UNMO", None, None),
        ("Sens. Anna Veld", "Anna Veld", None),
        ("Pres. Veld", "Veld", None),
        ("Rep. Anna Veld (D-N.Y.)", "Anna Veld", None),
        ("Georgia Veld", "Georgia Veld", None),
        ("the President of Ukraine", None, "President of Ukraine"),
        ("the general", None, "general"),
        ("an adviser to President Ivo Strand", None, None),
        ("Anna Veld and Ivo Strand", None, None),
        ("Hlasnik, a daily", None, None),
        ("two officials", None, None),
        ("she", None, None),
        ("", None, None),
    ],
)
def test_names_and_offices(words: str, name: str | None, role: str | None) -> None:
    titled = split_title(words)
    assert (titled.name, titled.role) == (name, role)


@pytest.mark.parametrize(
    ("words", "rank"),
    [
        ("the army chief, General Anna Veld", "General"),
        ("the commander of the border troops General Anna Veld", "General"),
        ("General Anna Veld", None),
        ("Mr Ivo Strand, the envoy", None),
    ],
)
def test_a_rank_beside_an_office_is_kept(words: str, rank: str | None) -> None:
    assert split_title(words).rank == rank


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        ("the Foreign Ministry", Titled(body="Foreign Ministry")),
        ("the Kremlin", Titled(body="Kremlin")),
        ("Agnes Rowe of the Institute for Border Studies", Titled(name="Agnes Rowe", body="Institute for Border Studies")),
    ],
)
def test_bodies(words: str, expected: Titled) -> None:
    assert split_title(words) == expected


@pytest.mark.parametrize(
    ("a", "b", "least"),
    [
        ("French defence minister", "Defense Minister of France", 1.0),
        ("spokeswoman for the council", "council spokesman", 1.0),
        ("prime minister", "premier", 1.0),
        ("head of the delegation", "deputy foreign minister and head of the delegation", 1.0),
        ("the minister", "the French defence minister", 0.8),
        ("diplomat", "deputy foreign minister", 0.7),
        ("general", "chief of the general staff", 0.7),
        ("Minister of Defence", "head of the French military department", 0.8),
        ("foreign minister", "head of the Foreign Ministry", 1.0),
    ],
)
def test_one_office(a: str, b: str, least: float) -> None:
    assert same_office(a, b).score >= least


@pytest.mark.parametrize(
    ("a", "b"),
    [
        ("foreign minister", "defence minister"),
        ("deputy foreign minister", "foreign minister"),
        ("former president", "president"),
        ("president of France", "President of Ukraine"),
        ("ambassador", "general"),
        ("", "president"),
    ],
)
def test_different_offices(a: str, b: str) -> None:
    assert same_office(a, b).score <= 0.2


@given(PHRASES | st.text(max_size=60))
def test_a_name_is_made_of_words_of_the_phrase(words: str) -> None:
    titled = split_title(words)
    for part in (titled.name, titled.role, titled.body):
        assert part is None or part.strip()


@given(PHRASES | st.text(max_size=40), PHRASES | st.text(max_size=40))
def test_offices_compare_the_same_either_way(a: str, b: str) -> None:
    assert same_office(a, b).score == same_office(b, a).score


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Anna Veld, the foreign minister of Orvania, left.", "foreign minister of Orvania"),
        ("Anna Veld, Foreign Minister Ivo Strand and others left.", None),
        ("Anna Veld, 58, left.", None),
        ("Anna Veld, the interior minister says that you knew.", None),
        ("Anna Veld, the aide said, speaks for herself.", None),
        ("Anna Veld, his deputy confirmed, left.", None),
        ("The chief negotiator, Anna Veld, left.", "chief negotiator"),
        (
            "Anna Veld, Minister of Foreign Affairs of the Republic of Melkar, spoke",
            "Minister of Foreign Affairs of the Republic of Melkar",
        ),
        ("The commander is Anna Veld, 61.", "commander"),
        ("The commander is Anna Veld’s cousin.", None),
        ("The call to Anna Veld, so the minister, failed.", None),
        ("Chair: Anna Veld (Orvania)\n", "Chair"),
        ("Chair: Anna Veld has failed", None),
        ("Anna Veld, Ivo Strand and others", None),
        ("Anna Veld, today received the foreign minister of Melkar.", None),
        ("Anna Veld, and heard the director of the Border Agency by telephone.", None),
        ("Anna Veld, received the special envoy of the Lake Council, Ivo Strand.", None),
    ],
)
def test_office_beside_a_name(text: str, expected: str | None) -> None:
    at = text.index("Anna Veld")
    assert office_beside(text, at, at + len("Anna Veld")) == expected
