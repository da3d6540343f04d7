"""How a folded word sounds, whichever way it was written in Latin letters."""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import lru_cache
from itertools import groupby

#: Latin spellings of one sound, longest first: what Zelensky, Zelenskyy and Zelenskiy have in common.
SOUNDS = (("schtsch", "s"), ("aev", "ajev"), ("shch", "s"), ("chtch", "s"), ("tsch", "c"), ("dsch", "j"), ("sch", "s"), ("tch", "c"),
          ("chr", "kr"), ("kh", "h"), ("zh", "z"), ("sh", "s"), ("ch", "c"), ("dj", "j"), ("dzh", "j"), ("ph", "f"), ("ck", "k"),
          ("ks", "x"), ("ts", "c"), ("tz", "c"), ("iy", "i"), ("yi", "i"), ("ij", "i"), ("yy", "i"), ("ii", "i"), ("ou", "u"),
          ("oo", "u"), ("ee", "i"), ("ei", "i"), ("ey", "i"), ("ay", "ai"), ("aj", "ai"), ("oe", "o"), ("ae", "a"), ("gh", "g"),
          ("que", "ke"), ("qui", "ki"), ("q", "k"), ("w", "v"), ("y", "i"), ("j", "i"))  # fmt: skip
#: Those for words without an h, which no other spelling brings in.
SOUNDS_WITHOUT_H = tuple((spelling, plain) for spelling, plain in SOUNDS if "h" not in spelling)
#: C as in Costan: the same as k; but not in Czech and Cvetaev.
HARD_C = re.compile(r"(?<![st])c(?=[aoulr])")
#: How others than English write the sounds of Slavic and Arabic names, as English would: Chalin, Zwetajew; Jadin, Poutine. What a word
#: must have in it for a rule to be tried comes first: most words have none.
GERMAN = (("ch", re.compile(r"(?<![sct])ch"), "kh"), ("z", re.compile(r"(?<!t)z"), "ts"), ("s", re.compile(r"^s(?=[aeiouy])"), "z"))
FRENCH = (("ch", re.compile(r"(?<!t)ch"), "sh"), ("j", re.compile(r"(?<!d)j"), "zh"), ("gu", re.compile(r"gu(?=[ei])"), "g"),
          ("ine", re.compile(r"ine$"), "in"))  # fmt: skip
#: Endings of Slavic surnames that are one however they are written: Horbachov, Khrulyov; Vishnevskaya, Vyshnevska.
ENDINGS = (("ov", re.compile(r"(?<=[cszi])ov(?=a?$)"), "ev"), ("iev", re.compile(r"iev(?=a?$)"), "ev"),
           ("ska", re.compile(r"ska(?:ia|a)$"), "ska"))  # fmt: skip
DOUBLED, GLIDE = re.compile(r"(.)\1"), re.compile(r"(?<=[aeou])i(?=e)")
#: Letters that no rule here adds or takes away stay; p and w are f and v to some rule.
KEPT = str.maketrans("pw", "fv", "acdeghijkoqstuxyz0123456789")
VOWELS = frozenset("aeiou")
UNVOICED = str.maketrans("", "", "aeiou")
#: Sounds that transliterations mix up, as one letter.
GROUPS = str.maketrans("eiouyghqxzcwp", "aaaaakkkkssvb")
#: Vowels and w after the first sound.
VOICED = str.maketrans("", "", "av")


@lru_cache(maxsize=4_096)
def sound(word: str) -> str:
    """A folded word as it sounds, whichever way it was transliterated."""
    if "c" in word:
        word = HARD_C.sub("k", word)
    for spelling, plain in SOUNDS if "h" in word else SOUNDS_WITHOUT_H:
        if spelling in word:
            word = word.replace(spelling, plain)
    word = word[:1] + word[1:].replace("h", "")
    # To search is much cheaper than to put in place what was found, and most words have nothing doubled.
    if DOUBLED.search(word):
        word = DOUBLED.sub(r"\1", word)
    if "ie" in word:
        word = GLIDE.sub("", word)
    return _spell(word, ENDINGS)


def _spell(word: str, rules: Iterable[tuple[str, re.Pattern[str], str]]) -> str:
    """A word after each of some rules, in turn."""
    for has, spelling, plain in rules:
        if has in word:
            word = spelling.sub(plain, word)
    return word


@lru_cache(maxsize=4_096)
def core(word: str) -> str:
    """The letters of a folded word that no spelling changes, runs of them as one: words that sound alike have the same."""
    return _run_as_one(word.translate(KEPT))


def have_one_core(a: str, b: str) -> bool:
    """Whether `core` of two words is the same; most words are told apart by the first or last of its letters."""
    x, y = a.translate(KEPT), b.translate(KEPT)
    return x == y or (x[:1] == y[:1] and x[-1:] == y[-1:] and core(a) == core(b))


@lru_cache(maxsize=4_096)
def readings(word: str) -> frozenset[str]:
    """The sounds that a word can have as English, German or French write foreign names; an initial glide may be left out."""
    sounds = {sound(one) for one in {word, _spell(word, GERMAN), _spell(word, FRENCH)}}
    return frozenset(sounds | {one[1:] for one in sounds if one.startswith(("ie", "iu"))})


@lru_cache(maxsize=4_096)
def skeleton(word: str) -> str:
    """What of a word's sound survives transliteration: its consonants, by groups that are mixed up; a vowel or w only where it begins."""
    plain = sound(word).translate(GROUPS)
    return _run_as_one(plain[:1] + plain[1:].translate(VOICED))


def _run_as_one(letters: str) -> str:
    return "".join([letter for letter, _ in groupby(letters)]) if DOUBLED.search(letters) else letters
