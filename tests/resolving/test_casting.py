import pytest

from onrecord.model import Mention, Reading, Report, Span
from onrecord.resolving.casting import assemble_cast

TEXT = "Orvania waits. Dorvik said no."


@pytest.mark.parametrize(("sure", "expected"), [(0.9, ["Orvania"]), (0.5, ["Orvania", "Dorvik"])])
def test_a_capital_stands_for_its_country_if_the_model_is_sure(sure: float, expected: list[str]) -> None:
    mentions = (Mention(Span.of(TEXT, 0, 7), "country"), Mention(Span.of(TEXT, 15, 21), "country", 0, sure))
    cast = assemble_cast(Report(name="test", text=TEXT), Reading("test", "marked", mentions=mentions))
    assert [e.name for e in cast.entities] == expected
