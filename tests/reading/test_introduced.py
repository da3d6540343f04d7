import pytest

from onrecord.reading.introduced import find_introduced, find_points


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "- Anna Veld, the foreign minister: “It rains.”\n- The Lake Front, in a statement: “Nobody asked us.”",
            [("Anna Veld, the foreign minister", None, "“It rains.”"), ("The Lake Front", None, "“Nobody asked us.”")],
        ),
        ("Two hours later she added:\n\nIt rains. It pours.\n\nThen it stopped.", [("she", "added", "It rains. It pours")]),
        ("The Tameshi presidency replied in the comments:\n\n“It rains.”", [("The Tameshi presidency", "replied", "“It rains.”")]),
        ("Two things are missing:\n\nThe list and the map.", []),
        ("The sign on the door: “Closed.” Nobody came.", []),
        ("• Two drones over the port at night – mayor Anna Veld.", [("mayor Anna Veld", None, "Two drones over the port at night")]),
        ("“We shot one down” – coastguard", [("coastguard", None, "“We shot one down”")]),
        ("Talks to go on in May - source in the ministry", [("source in the ministry", None, "Talks to go on in May")]),
        ("Nobody wanted to say who had signed it – the minister.", []),
        ("It rained. Nobody came to the harbour – police and press aside.", []),
        ("MFA of Tamesh: the text is a fake", [("MFA of Tamesh", None, "the text is a fake")]),
        ("Press statement: telephone call of the ministers", []),
        ("The strait: a short history of it", []),
    ],
)
def test_introduced(text: str, expected: list[tuple[str, str | None, str]]) -> None:
    found = find_introduced(text)
    assert [(one.source.text, one.cue and one.cue.text, one.content.text) for one in found] == expected
    assert all(text[span.start : span.end] == span.text for one in found for span in (one.source, one.content))


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
