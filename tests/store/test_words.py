import pytest

from onrecord.errors import QueryError
from onrecord.store.words import has_words, match_words


@pytest.mark.parametrize("words", ["zelensky", "Зеленський", "VOLODYMYR zelenský", ""])
def test_words_do_not_depend_on_case_accents_and_script(words: str) -> None:
    assert has_words("Volodymyr Zelensky Зеленський", words)


def test_words_are_whole() -> None:
    assert not has_words("Ann Marsh", "Mar")
    assert not has_words(None, "Mar")


def test_match_quotes_everything_that_fts_would_understand() -> None:
    assert match_words('cease* OR "prison exchange" NEAR(') == '"cease*" "OR" "prison exchange" "NEAR("'
    with pytest.raises(QueryError, match="no words"):
        match_words(' - "" ')
