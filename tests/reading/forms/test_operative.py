import pytest

from onrecord.reading.forms.operative import find_operative

RESOLUTION = (
    "The Lake Council,\n\nRecalling its resolution 12,\n\nNoting with concern the report of 1 May,\n\n1. Demands that all refrain from firing;\n\n"
    "2. Calls upon Orvania to open the pier, and\n\n3. Decides to meet again.\n\nIt rained.\n\n4. Notes that it rains."
)
COMMUNIQUE = "“The Sides:\n- reaffirm their commitment;\n- agree to establish a commission by 1 June.”"


@pytest.mark.parametrize(
    ("text", "points"),
    [
        (
            RESOLUTION,
            [
                ("The Lake Council", "Demands", "that all refrain from firing"),
                ("The Lake Council", "Calls upon", "Orvania to open the pier"),
                ("The Lake Council", "Decides", "to meet again"),
            ],
        ),
        (
            "The Lake Council,\n\nGravely concerned by the fighting,\n\nNoting its report,\n\n1. Demands rain and snow;\n\n2. Decides to wait.",
            [("The Lake Council", "Demands", "rain and snow"), ("The Lake Council", "Decides", "to wait")],
        ),
        (
            "They met in Bergen on 3 May. The Ministers:\n- reaffirmed their trust;\n- undertook to meet again.",
            [("The Ministers", "reaffirmed", "their trust"), ("The Ministers", "undertook", "to meet again")],
        ),
        (COMMUNIQUE, [("The Sides", "reaffirm", "their commitment"), ("The Sides", "agree", "to establish a commission by 1 June")]),
        ("The council:\n\n1. Anna Veld\n\n2. Ivo Strand", []),
        ("The Lake Council,\n\n1. Demands that it rain.\n\nNobody knows.", []),
        ("What to know:\n\n- Demands are high\n\n- It rained", []),
    ],
)
def test_points_of_a_resolution(text: str, points: list[tuple[str, str, str]]) -> None:
    assert [(one.source.text, one.cue and one.cue.text, *(span.text for span in one.content)) for one in find_operative(text)] == points
