from collections.abc import Callable
from dataclasses import replace

import pytest

from onrecord.model import Reading, Report
from onrecord.resolving.resolve import resolve

OFFICE = "Office of the President of Orvania"
TALKS = "{group s0.source|The Presidents} {s0.cue|welcomed} {s0.content|the truce}. {person|Anna Veld} was there. "


@pytest.mark.parametrize(
    ("words", "outlet", "expected"),
    [
        (TALKS + "{s1.cue|It was further agreed} {s1.content|to meet again}.", OFFICE, "Presidents"),
        (TALKS + "{s1.cue|It was further agreed} {s1.content|to meet again}.", "Herald", None),
        ("{person|Anna Veld} came. {s0.cue|It was agreed} {s0.content|to meet again}.", OFFICE, None),
        (
            "{person s0.source|Anna Veld} {s0.cue|confirmed} {s0.content|the date}. {s1.cue|It was stressed} {s1.content|that it holds}.",
            OFFICE,
            "Anna Veld",
        ),
        ("{person|Anna Veld} came.\n\n{s0.content|The report of a visit} {s0.cue|is without foundation}.", OFFICE, OFFICE),
        ("{person|Anna Veld} came.\n\n{s0.content|The report of a visit} {s0.cue|is without foundation}.", "Herald", None),
    ],
)
def test_a_body_speaks_in_its_own_report(
    marked: Callable[..., tuple[Report, Reading]], words: str, outlet: str, expected: str | None
) -> None:
    report, reading = marked(words)
    found = resolve(replace(report, outlet=outlet), reading)
    actors = {actor.id: actor.name for actor in found.actors}
    last = found.statements[-1].speaker
    assert (last and actors[last]) == expected
