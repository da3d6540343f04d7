import pytest

from onrecord.model import Span
from onrecord.reading.forms.points import find_led, find_points, is_asked_of, with_counted


@pytest.mark.parametrize(
    ("text", "points"),
    [
        ("The parties agreed that:\n\n1. The line is open;\n\n2. No ship comes near, and\n\n3. It rains.\n\nThey left.", ["The line is open", "No ship comes near", "It rains"]),
        ("The parties agreed on the following steps:\n- a line\n- a list", ["a line", "a list"]),
        ("The parties agreed:\n\n(a) a line;\n(b) a list.", ["a line", "a list"]),
        ("The parties agreed:\n- a line\n- a list\n\n* Nothing else", ["a line", "a list"]),
        ("The parties agreed:\n\nNothing else was said.", []),
        ("The parties agreed that it rains.\n\n1. The line\n2. The list", []),
    ],
)  # fmt: skip
def test_points(text: str, points: list[str]) -> None:
    assert [point.text for point in find_points(text, text.index("agreed") + len("agreed"))] == points


LISTS = [
    (
        "BERGEN, 3 May - The delegations of Orvania and Tamesh, meeting in Bergen, agreed as follows:\n\n1. It rains.\n2. It snows.",
        ("The delegations of Orvania and Tamesh, meeting in Bergen", "agreed"),
    ),
    ("Strand wrote. It demands:\n\n– a seat;\n– an amnesty.", ("It", "demands")),
    ("In its letter, the Front told the council on Monday:\n- it rains;\n- it snows.", ("the Front", "told")),
    ("Orvania’s demands, by contrast, are two:\n- rain\n- snow", ("Orvania", "demands, by contrast, are two")),
    ("She named her terms. The conditions are as follows:\n• rain;\n• snow.", (None, "conditions are as follows")),
    ("It rained.\n\nFrom the evening address of Commander Strand:\n— We wait.\n— It snows.", ("Commander Strand", None)),
    ("📌 Main points of Foreign Minister Veld’s speech in Bergen:\n🔹 We wait.\n🔹 It snows.", ("Foreign Minister Veld", None)),
    ("Veld has three conditions. They are:\n\n• rain;\n• snow.", (None, None)),
]


@pytest.mark.parametrize(("text", "who"), LISTS)
def test_what_leads_a_list_in(text: str, who: tuple[str | None, str | None]) -> None:
    (led,) = find_led(text)
    assert (led.source and led.source.text, led.cue and led.cue.text) == who
    assert len(led.points) == 2


@pytest.mark.parametrize(
    "text",
    [
        "Three ships came in. They are:\n- the Anna;\n- the Ivo.",
        "The museum has two rooms:\n- a hall\n- a yard",
        "Orvania’s demands are two: rain and snow.\n\n- a hall\n- a yard",
    ],
)
def test_lists_that_nobody_says(text: str) -> None:
    assert find_led(text) == []


def test_the_points_that_a_sentence_counts_are_one_content() -> None:
    text = "Tamesh proposed: (a) a truce; (b) an exchange of lists; and (c) talks. It waits."
    whole = "a truce; (b) an exchange of lists; and (c) talks"
    first = Span.of(text, text.index("a truce"), text.index(";"))
    assert with_counted(text, first).text == whole
    assert with_counted(text, Span.of(text, 0, 6)).text == "Tamesh"


def test_what_is_asked_of_somebody_is_not_what_he_says() -> None:
    assert is_asked_of("recommends", "publish")
    assert not is_asked_of("recommends", "rejects")
    assert not is_asked_of("agreed", "publish")
