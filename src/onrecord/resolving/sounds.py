"""How a folded word sounds, whichever way it was written in Latin letters."""

from __future__ import annotations

import re
from functools import lru_cache
from itertools import groupby

#: Latin spellings of one sound, longest first: what Zelensky, Zelenskyy and Zelenskiy have in common.
SOUNDS = (("schtsch", "s"), ("aev", "ajev"), ("shch", "s"), ("chtch", "s"), ("tsch", "c"), ("dsch", "j"), ("sch", "s"), ("tch", "c"),
          ("chr", "kr"), ("kh", "h"), ("zh", "z"), ("sh", "s"), ("ch", "c"), ("dj", "j"), ("dzh", "j"), ("ph", "f"), ("ck", "k"),
          ("ks", "x"), ("ts", "c"), ("tz", "c"), ("iy", "i"), ("yi", "i"), ("ij", "i"), ("yy", "i"), ("ii", "i"), ("ou", "u"),
          ("oo", "u"), ("ee", "i"), ("ei", "i"), ("ey", "i"), ("ay", "ai"), ("aj", "ai"), ("oe", "o"), ("ae", "a"), ("gh", "g"),
          ("que", "ke"), ("qui", "ki"), ("q", "k"), ("w", "v"), ("y", "i"), ("j", "i"))  # fmt: skip
#: C as in Costan: the same as k; but not in Czech and Cvetaev.
HARD_C = re.compile(r"(?<![st])c(?=[aoulr])")
#: How others than English write the sounds of Slavic and Arabic names, as English would: Chalin, Zwetajew; Jadin, Poutine.
GERMAN = ((r"(?<![sct])ch", "kh"), (r"(?<!t)z", "ts"), (r"^s(?=[aeiouy])", "z"))
FRENCH = ((r"(?<!t)ch", "sh"), (r"(?<!d)j", "zh"), (r"gu(?=[ei])", "g"), (r"ine$", "in"))
#: Endings of Slavic surnames that are one however they are written: Horbachov, Khrulyov; Vishnevskaya, Vyshnevska.
ENDINGS = ((r"(?<=[cszi])ov(?=a?$)", "ev"), (r"iev(?=a?$)", "ev"), (r"ska(?:ia|a)$", "ska"))
#: Letters that no rule here adds or takes away stay; p and w are f and v to some rule.
KEPT = str.maketrans("pw", "fv", "acdeghijkoqstuxyz0123456789")
VOWELS = frozenset("aeiou")
#: Sounds that transliterations mix up, as one letter.
GROUPS = str.maketrans("eiouyghqxzcwp", "aaaaakkkkssvb")


@lru_cache(maxsize=65_536)
def sound(word: str) -> str:
    """A folded word as it sounds, whichever way it was transliterated."""
    word = HARD_C.sub("k", word)
    for spelling, plain in SOUNDS:
        if spelling in word:
            word = word.replace(spelling, plain)
    word = re.sub(r"(.)\1", r"\1", re.sub(r"(?<=.)h", "", word))
    word = re.sub(r"(?<=[aeou])i(?=e)", "", word)
    for spelling, plain in ENDINGS:
        word = re.sub(spelling, plain, word)
    return word


@lru_cache(maxsize=65_536)
def core(word: str) -> str:
    """The letters of a folded word that no spelling changes, runs of them as one: words that sound alike have the same."""
    return "".join(letter for letter, _ in groupby(word.translate(KEPT)))


@lru_cache(maxsize=65_536)
def readings(word: str) -> frozenset[str]:
    """The sounds that a word can have as English, German or French write foreign names; an initial glide may be left out."""
    spelt = {word}
    for language in (GERMAN, FRENCH):
        other = word
        for spelling, plain in language:
            other = re.sub(spelling, plain, other)
        spelt.add(other)
    sounds = {sound(one) for one in spelt}
    return frozenset(sounds | {re.sub(r"^i(?=[eu])", "", one) for one in sounds})


@lru_cache(maxsize=65_536)
def skeleton(word: str) -> str:
    """What of a word's sound survives transliteration: its consonants, by groups that are mixed up; a vowel or w only where it begins."""
    plain = sound(word).translate(GROUPS)
    return re.sub(r"(.)\1+", r"\1", plain[:1] + re.sub("[av]", "", plain[1:]))
