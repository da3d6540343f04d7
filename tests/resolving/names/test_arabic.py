import pytest

from onrecord.resolving.names.arabic import fold_arabic, pattern_of, rough_latin
from onrecord.resolving.names.sounds import skeleton


@pytest.mark.parametrize(
    ("name", "words"),
    [
        ("محمد الحلواني", ["محمد", "حلواني"]),
        ("عبد الله الزبيدي", ["عبدله", "زبيدي"]),
        ("أبو تميم", ["ابوتميم"]),
        ("جمال الدين ناصر", ["جمالدين", "ناصر"]),
        ("حسین رستمی", ["حسين", "رستمي"]),
    ],
)
def test_words_in_arabic_letters(name: str, words: list[str]) -> None:
    assert fold_arabic(name) == words


@pytest.mark.parametrize(
    ("arabic", "latin", "same"),
    [
        ("حلواني", "halwani", True),
        ("حلواني", "halwany", True),
        ("درباس", "derbas", True),
        ("درباس", "darbous", False),
        ("شمري", "shammari", True),
        ("شمري", "samri", False),
        ("منصوري", "mansouri", True),
        ("منصوري", "masri", False),
    ],
)
def test_a_word_has_the_latin_spellings_of_its_letters(arabic: str, latin: str, same: bool) -> None:
    assert bool(pattern_of(arabic).fullmatch(latin)) == same


@pytest.mark.parametrize(("arabic", "latin"), [("حلواني", "halwani"), ("قادري", "kadri"), ("وليد", "waleed"), ("خليفي", "khulaifi")])
def test_both_scripts_have_one_skeleton(arabic: str, latin: str) -> None:
    assert skeleton(rough_latin(arabic)) == skeleton(latin)
