import pytest

from onrecord.reading.forms.introduced import find_introduced

#: A statement that stands below its introduction, and in the second case only as far as its speaker says "we".
RELEASE = """Minister Veld welcomes the truce

Speaking today, the Foreign Minister, Anna Veld, said:

The truce is a first step. It rains.

Orvania will stand by its neighbours.

Notes to editors

The truce was signed on Monday."""
ON_THE_WAY = """Rain in Dorvik

In Dorvik Anna Veld stated:

The road is long.

We will go on.

The road leads over the pass.

Veld then flew home."""


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "- Anna Veld, the foreign minister: “It rains.”\n- The Lake Front, in a statement: “Nobody asked us.”",
            [("Anna Veld, the foreign minister", None, ["“It rains.”"]), ("The Lake Front", None, ["“Nobody asked us.”"])],
        ),
        ("Two hours later she added:\n\nIt rains. It pours.\n\nThen it stopped.", [("she", "added", ["It rains. It pours"])]),
        ("The Tameshi presidency replied in the comments:\n\n“It rains.”", [("The Tameshi presidency", "replied", ["“It rains.”"])]),
        (
            RELEASE,
            [("the Foreign Minister, Anna Veld", "said", ["The truce is a first step. It rains.", "Orvania will stand by its neighbours"])],
        ),
        (ON_THE_WAY, [("Anna Veld", "stated", ["The road is long.", "We will go on"])]),
        ("Anna Veld said: The road is open. We will go.\n\nShe left.", [("Anna Veld", "said", ["The road is open. We will go"])]),
        ("On Wednesday, Minister Anna Veld told Radio Lake: “It rains.”", []),
        ("Two things are missing:\n\nThe list and the map.", []),
        ("Interview: “It rains.”", []),
        ("The sign on the door: “Closed.” Nobody came.", []),
        ("• Two drones over the port at night – mayor Anna Veld.", [("mayor Anna Veld", None, ["Two drones over the port at night"])]),
        ("“We shot one down” – coastguard", [("coastguard", None, ["“We shot one down”"])]),
        ("Talks to go on in May - source in the ministry", [("source in the ministry", None, ["Talks to go on in May"])]),
        ("Nobody wanted to say who had signed it – the minister.", []),
        ("It rained. Nobody came to the harbour – police and press aside.", []),
        ("MFA of Tamesh: the text is a fake", [("MFA of Tamesh", None, ["the text is a fake"])]),
        ("11:15 Veld's office: president to arrive at four", [("Veld's office", None, ["president to arrive at four"])]),
        ("Press statement: telephone call of the ministers", []),
        ("The strait: a short history of it", []),
    ],
)
def test_introduced(text: str, expected: list[tuple[str, str | None, list[str]]]) -> None:
    found = find_introduced(text)
    assert [(one.source.text, one.cue and one.cue.text, [span.text for span in one.content]) for one in found] == expected
    assert all(text[span.start : span.end] == span.text for one in found for span in (one.source, *one.content))
