import pytest

from onrecord.reading.points import find_points


@pytest.mark.parametrize(
    ("text", "points"),
    [
        ("The parties agreed that:\n\n1. The line is open;\n\n2. No ship comes near, and\n\n3. It rains.\n\nThey left.", ["The line is open", "No ship comes near", "It rains"]),
        ("The parties agreed on the following steps:\n- a line\n- a list", ["a line", "a list"]),
        ("The parties agreed:\n\n(a) a line;\n(b) a list.", ["a line", "a list"]),
        ("The parties agreed:\n\nNothing else was said.", []),
        ("The parties agreed that it rains.\n\n1. The line\n2. The list", []),
    ],
)  # fmt: skip
def test_points(text: str, points: list[str]) -> None:
    assert [point.text for point in find_points(text, text.index("agreed") + len("agreed"))] == points
