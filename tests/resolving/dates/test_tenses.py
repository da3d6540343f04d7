from datetime import date

import pytest

from onrecord.resolving.dates.tenses import coming, is_ahead

PUBLISHED = date(2031, 5, 14)


@pytest.mark.parametrize(
    ("text", "ahead"),
    [
        ("She will meet him on Tuesday", True),
        ("He’ll be back on Tuesday", True),
        ("Talks are to be held in Varsel on Tuesday", True),
        ("The envoys plan to meet on Tuesday", True),
        ("The talks open on Tuesday", True),
        ("I look forward to our talk on Tuesday", True),
        ("On Tuesday the envoys are expected in Varsel", True),
        ("On Tuesday Samed Orr and his father are to travel", True),
        ("Veld resigned. They will meet on Tuesday", True),
        ("She met him on Tuesday", False),
        ("They will meet the man who resigned on Tuesday", False),
        ("On Tuesday Veld said that talks will go on", False),
        ("The talks will go on. Veld left on Tuesday", False),
        ("The round was off to a bright start on Tuesday", False),
        ("The office is open on Tuesday", False),
    ],
)
def test_the_nearest_verb_of_the_sentence_tells(text: str, ahead: bool) -> None:
    start = text.index("Tuesday")
    assert is_ahead(text, start, start + len("Tuesday")) is ahead


@pytest.mark.parametrize(
    ("words", "first"),
    [("on Tuesday", "2031-05-20"), ("on 2 May", "2031-05-02"), ("in January", "2032-01-01"), ("the next day", None)],
)
def test_what_has_just_gone_by_is_not_a_year_ahead(words: str, first: str | None) -> None:
    found = coming(words, PUBLISHED, None)
    assert (found and str(found.first)) == first
