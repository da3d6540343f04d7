"""Names in Arabic letters, which leave short vowels out: what Latin spellings a word can have.

A word in Arabic letters is compared with a Latin one by a pattern of the spellings that English, French and Persian
transliterations give each letter; nothing is guessed about vowels that are not written.
"""

from __future__ import annotations

import re
from functools import lru_cache

LETTERS = re.compile(r"[\u0621-\u063a\u0641-\u064a\u066e-\u06d3]+")
_MARKS = re.compile(r"[\u064b-\u065f\u0670\u0640\u200c\u200d]")
#: Letters that are written in several ways, as one.
_PLAIN = str.maketrans("أإآٱیئؤةک", "ااااييوهك")
#: How Latin letters write a letter.
_LATIN = {
    "ا": "aa?|e", "ب": "b|p", "پ": "p", "ت": "t", "ث": "th|s|t", "ج": "dj|j|g", "چ": "tch|ch", "ح": "h", "خ": "kh|ch|h", "د": "d",
    "ذ": "dh|z|d", "ر": "r", "ز": "z", "ژ": "zh|j", "س": "s|c", "ش": "sh|ch", "ص": "s", "ض": "dh|d|z", "ط": "t", "ظ": "dh|z|d",
    "ع": "[aeiou]{0,2}", "غ": "gh|g|q", "ف": "f|ph", "ق": "gh|q|k|g", "ك": "k|c", "گ": "g", "ل": "l", "م": "m", "ن": "n", "ه": "ah?|eh?|h",
    "و": "ou|oo|au|aw|ow|u|o|w|v", "ي": "ee|ei|ie|ai|ay|ey|iy|y|i|e", "ى": "a|i|y|ee", "ء": "[aeiou]?",
}  # fmt: skip
_CONSONANTS = frozenset("بپتثجچحخدذرزژسشصضطظغفقكگلمن")
_INITIAL = {"ا": "[aeiou]{1,2}", "ع": "[aeiou]{1,2}"}
#: Two letters at the beginning of a word that Latin letters write as one: Issa, Eissa; Ibrahim.
_PAIRS = {"عي": "[aei]?[iey]", "اي": "[aei]?[iey]"}
_ROUGH = str.maketrans(dict(zip("ابپتثجچحخدذرزژسشصضطظعغفقكگلمنهويىء", "abbtsjchhddrzzsssdtzagfkkglmnhayaa", strict=True)))
_ARTICLE = re.compile(r"^(?:ال)(?=..)")


def is_arabic(word: str) -> bool:
    """Whether a folded word is in Arabic letters."""
    return "\u0600" <= word[:1] <= "\u06ff"


def fold_arabic(name: str) -> list[str]:
    """The words of a name in Arabic letters, without vowel marks and articles; "servant of" and "father of" belong to the next word."""
    plain = re.sub(r"\b(عبد|ابو) ?(?:ال)?(?=\w)", r"\1", _MARKS.sub("", name).translate(_PLAIN))
    plain = re.sub(r"(?<=\w) الدين\b", "دين", plain)
    return [_ARTICLE.sub("", word) for word in LETTERS.findall(plain)]


@lru_cache(maxsize=4_096)
def pattern_of(word: str) -> re.Pattern[str]:
    """The Latin spellings of a word that `fold_arabic` gave."""
    out = [f"(?:{_PAIRS[word[:2]]})"] if word[:2] in _PAIRS else []
    for i, letter in enumerate(word):
        if i < 2 * len(out[:1]) and word[:2] in _PAIRS:
            continue
        spelt = _INITIAL.get(letter, "") if i == 0 else ""
        spelt = spelt or _LATIN.get(letter, "")
        if letter in _CONSONANTS:
            out.append(f"(?:{spelt}){{1,2}}(?:ou|[aeiou])?" if i < len(word) - 1 else f"(?:{spelt}){{1,2}}")
        else:
            out.append(f"(?:{spelt})")
    return re.compile("".join(out))


def rough_latin(word: str) -> str:
    """A word in Arabic letters by its consonants, to look for words that might be the same."""
    return re.sub("^a(?=a)", "", ("w" if word[:1] == "و" else "") + word.translate(_ROUGH))
