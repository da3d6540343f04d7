"""Names of people taken apart into words, and words compared across scripts, transliterations and small misspellings."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Callable
from dataclasses import dataclass
from functools import cache, lru_cache

from anyascii import anyascii

from onrecord.reading.language.agreement import COURTESIES
from onrecord.resolving.names.arabic import LETTERS, fold_arabic, is_arabic, pattern_of
from onrecord.resolving.names.kinds import kind_words
from onrecord.resolving.names.places import load
from onrecord.resolving.names.sounds import UNVOICED, VOWELS, core, have_one_core, readings, sound


@dataclass(frozen=True)
class Likeness:
    """How likely two names are one, in [0, 1], and why."""

    score: float
    why: str


@dataclass(frozen=True)
class PersonName:
    """The words of a person's name, given names first; `joined` is the surname together with its particle."""

    words: tuple[str, ...]
    joined: str = ""
    #: "jr", "sr" or a number, for one of several of a name.
    suffix: str = ""
    #: Whether the words name more than one person.
    several: bool = False


#: Parts that one spelling has and another leaves out.
PARTICLES = frozenset("al el an ar as ash az ad at de da di von van der den la le bin ibn ben بن".split())
#: What stands before or behind a name, and is no part of it.
HONORIFICS = COURTESIES | {"dr", "sheikh", "sheikha", "jr", "sr"}
SUFFIXES = frozenset(["jr", "sr", "ii", "iii", "iv", "junior", "senior"])
SEVERAL = re.compile(r"\s(?:and|&)\s|\s[иі]\s", re.I)
PATRONYMIC = re.compile(r"(?:[oe]v[iy]ch|[oe]vna|[iy]vna|[iy]chna|yev[iy]ch)$")
#: A woman's form of a surname that has a man's form too; a group holds what is common to both.
WOMANS = re.compile(r"(?:(.*(?:[eo]v|[iy]n))a|(.*sk)a(?:ya|ia|ja)?)$")
#: "Servant of the …", in one word or three: Abdul Rahman, Abd al-Rahman, Abdurrahman.
SERVANT = re.compile(r"\babd(?:[aeou]?[ -]?[aeu]?(?:l[ -]?|([rsnzdt])[ -]?(?=\1))|[ -])(?=\w)")
#: Words that belong to the next one: Abu Kashawa, Ó Dálach.
FATHER = re.compile(r"\b(abu|o)[ -](?=\w{3})")
#: "Of the faith", joined to the name before it: Gamal el-Din, Gamal Eddin.
DIN = re.compile(r"(\w{3,})[ -](?:[aeu][ld])?[ -]?e?d?d(?:in|een|ine)\b")
#: Two letters that stand for one Cyrillic letter, as an initial: Yu. Khalin.
DIGRAPHS = frozenset(["yu", "ya", "ye", "yo", "zh", "kh", "sh", "ch", "ts", "iu", "ia"])


@cache
def given_roots() -> dict[str, frozenset[int]]:
    """Sound of a given name → the numbers of its groups: given names that are one in different languages, or one and its short form."""
    roots: dict[str, set[int]] = defaultdict(set)
    for number, group in enumerate(load("given.json")):
        for name in group.split():
            roots[name if is_arabic(name) else sound(name)].add(number)
    return {name: frozenset(numbers) for name, numbers in roots.items()}


@cache
def _given_cores() -> frozenset[str]:
    """What no spelling changes of given names: a word without one of these sounds like none of them."""
    return frozenset(core(name) for group in load("given.json") for name in group.split() if not is_arabic(name))


@lru_cache(maxsize=4_096)
def roots_of(word: str) -> frozenset[int]:
    """The groups of given names that a folded word belongs to."""
    if not is_arabic(word) and core(word) not in _given_cores():
        return frozenset()
    return given_roots().get(word if is_arabic(word) else sound(word), frozenset())


@cache
def _arabic_roots() -> frozenset[int]:
    """The groups of given names that only transliteration tells apart: they are surnames as well."""
    return frozenset(number for name, numbers in given_roots().items() if is_arabic(name) for number in numbers)


@lru_cache(maxsize=4_096)
def fold(name: str) -> tuple[str, ...]:
    """The words of a name in plain lower-case Latin letters, without courtesies and possessive ending; Arabic words stay Arabic."""
    bare = re.sub(r"[’']s?$", "", name.strip())
    if LETTERS.search(bare):
        return tuple(fold_arabic(bare))
    return tuple(word for word in re.findall(r"[a-z0-9]+", _plain(bare)) if word not in HONORIFICS)


def _plain(name: str) -> str:
    if not name.isascii():
        name = anyascii(name.replace("Đ", "Dj").replace("đ", "dj").replace("ё", "yo").replace("Ё", "Yo"))
    return name.lower().replace("'", "").replace("`", "")


@lru_cache(maxsize=8_192)
def person_name(name: str) -> PersonName:
    """A person's name taken apart, whichever way round it is written."""
    bare = re.sub(r"[’']s?$", "", name.strip())
    if SEVERAL.search(bare):
        return PersonName((), several=True)
    suffix = ""
    if LETTERS.search(bare):
        words = fold_arabic(bare)
    else:
        if "," in bare and (match := re.fullmatch(r"([^,]+), ([^,]+)", bare)):
            bare = f"{match[2]} {match[1]}" if match[2].lower().rstrip(".") not in SUFFIXES else f"{match[1]} {match[2]}"
        if not bare.isupper():
            bare = re.sub(r"\b([B-DF-HJ-NP-TV-XZ])([A-Z])\b(?=\s)", r"\1 \2", bare)
        plain = _plain(bare)
        if "abd" in plain:
            plain = SERVANT.sub("abd", plain)
        if " " in plain or "-" in plain:
            plain = DIN.sub(r"\1din", FATHER.sub(r"\1", plain))
        words = [w for w in re.findall(r"[a-z0-9]+", plain) if w not in HONORIFICS or w in SUFFIXES]
        while len(words) > 1 and (words[0] in kind_words("rank") or words[0] in kind_words("office")):
            words.pop(0)
        if len(words) > 1 and words[-1] in SUFFIXES:
            suffix = words.pop()
        words = [w for w in words if w not in HONORIFICS]
    if len(words) == 3 and PATRONYMIC.search(words[2]) and not PATRONYMIC.search(words[1]):
        words = [words[1], words[2], words[0]]
    core = tuple(w for w in words if w not in PARTICLES) or tuple(words)
    before = words[-2] if len(words) > 1 and words[-2] in PARTICLES else ""
    return PersonName(core, before + words[-1] if words else "", suffix)


@lru_cache(maxsize=8_192)
def compare_words(a: str, b: str) -> Likeness:
    """Compare two folded words of names; 0.84 is what counts only beside another likeness."""
    if a == b:
        return Likeness(1.0, "same name")
    if is_arabic(a) or is_arabic(b):
        return _compare_arabic(a, b)
    kept = have_one_core(a, b)
    x, y = (sound(a), sound(b)) if kept else ("", "")
    # Qadri and Kadri begin alike in sound; two short names that only sound alike may be two names: Xi, Ksi.
    if kept and x == y and (a[0] == b[0] or len(x) >= 4):
        return Likeness(0.95, "another transliteration")
    roots = roots_of(a)
    if roots and not _arabic_roots().isdisjoint(roots & roots_of(b)):
        return Likeness(0.93, "another transliteration")
    if kept and (_is_womans(a, b) or _is_womans(b, a)):
        return Likeness(0.4, "a man's and a woman's form")
    length = min(len(a), len(b))
    only_vowels_differ = kept and x.translate(UNVOICED) == y.translate(UNVOICED)
    if only_vowels_differ and length >= 5 and _vowels_as_one(a) == _vowels_as_one(b):
        return Likeness(0.88, "vowels transliterated otherwise")
    if is_slip(a, b) and not {a, b} <= common_surnames():
        return Likeness(0.88, "spelt almost alike")
    if not kept:
        return Likeness(0.0, "different names")
    if len(a) >= 5 and {a[0], b[0]} == {"g", "h"} and sound(a[1:]) == sound(b[1:]):
        return Likeness(0.88, "g and h are one letter in Cyrillic")
    if only_vowels_differ and len(x) == len(y) >= 5 and x[0] == y[0] and _one_vowel_apart(x, y) and not {a, b} <= common_surnames():
        return Likeness(0.86, "one vowel apart in sound")
    if length >= 4 and not readings(a).isdisjoint(readings(b)):
        return Likeness(0.84, "as another language transliterates")
    return Likeness(0.0, "different names")


def is_slip(a: str, b: str) -> bool:
    """Whether two words that begin alike differ by so few letters that one can be a misspelling of the other.

    Letters are changed, added, left out or swapped with the next. A short word of one other letter is another name: Lee, Lea.
    """
    if a[0] != b[0]:
        return False
    length = min(len(a), len(b))
    allowed = 0 if length < 5 else 1 if length < 8 else 2
    if not allowed or abs(len(a) - len(b)) > allowed:
        return a == b
    return int(_distance()(a, b, score_cutoff=allowed)) <= allowed


@cache
def _distance() -> Callable[..., int]:
    from rapidfuzz.distance import OSA

    return OSA.distance


def _one_vowel_apart(x: str, y: str) -> bool:
    """Whether two sounds of one length differ in one vowel only."""
    apart = [(p, q) for p, q in zip(x, y, strict=True) if p != q]
    return len(apart) == 1 and VOWELS.issuperset(apart[0])


@cache
def common_surnames() -> frozenset[str]:
    """Surnames that many people have, and that are near others of them: one is no misspelling of the other."""
    return frozenset(load("surnames.json").split())


def _compare_arabic(a: str, b: str) -> Likeness:
    if is_arabic(a) and is_arabic(b):
        return Likeness(0.0, "different names")
    arabic, latin = (a, b) if is_arabic(a) else (b, a)
    if roots := roots_of(arabic):
        return Likeness(0.95, "another script") if roots & roots_of(latin) else Likeness(0.0, "different names")
    return Likeness(0.93, "another script") if pattern_of(arabic).fullmatch(latin) else Likeness(0.0, "different names")


def _is_womans(a: str, b: str) -> bool:
    """Whether one surname is the woman's form of another: Petrova of Petrov, Strandska of Strandski."""
    form = WOMANS.fullmatch(a) if a[-1] == "a" else None
    return form is not None and b in ({form[1]} if form[1] else {form[2] + end for end in ("i", "y", "iy", "yi", "yy", "ij")})


@lru_cache(maxsize=4_096)
def _vowels_as_one(word: str) -> str:
    """Arabic writes no short vowels: Sirhan and Serhan, Usama and Osama are one; and so are Zubaydi and Zubeidi."""
    return re.sub("ai", "i", sound(word).translate(str.maketrans("eo", "iu")))
