"""Whether two names can mean the same person or body: across scripts, transliterations and small misspellings."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache, lru_cache
from itertools import combinations

from anyascii import anyascii

from onrecord.resolving.places import find_country, load


@dataclass(frozen=True)
class Likeness:
    """How likely two names are one, in [0, 1], and why."""

    score: float
    why: str


#: Parts that one spelling has and another leaves out.
PARTICLES = frozenset(
    ["al", "el", "an", "ar", "as", "ash", "az", "ad", "at", "de", "da", "di", "von", "van", "der", "den", "la", "le", "bin", "ibn"]
)
COURTESIES = frozenset(["mr", "mrs", "ms", "dr", "sir", "jr", "sr"])
FILLERS = frozenset(["the", "of", "for", "and", "a", "an", "in", "on", "affairs", "s", "republic", "kingdom"])
SYNONYMS = {"defence": "defense", "mfa": "foreign ministry", "mod": "defense ministry", "centre": "center", "organisation": "organization",
            "govt": "government", "labour": "labor"}  # fmt: skip
#: Latin spellings of one sound, longest first: what Zelensky, Zelenskyy and Zelenskiy have in common.
SOUNDS = (("shch", "s"), ("sch", "s"), ("tch", "c"), ("kh", "h"), ("zh", "z"), ("sh", "s"), ("ch", "c"), ("dj", "j"), ("dzh", "j"),
          ("ph", "f"), ("ck", "k"), ("ks", "x"), ("ts", "c"), ("tz", "c"), ("iy", "i"), ("yi", "i"), ("ij", "i"), ("yy", "i"), ("ii", "i"),
          ("ou", "u"), ("oo", "u"), ("ee", "i"), ("ei", "i"), ("ey", "i"), ("ay", "ai"), ("aj", "ai"), ("oe", "o"), ("ae", "a"),
          ("gh", "g"), ("q", "k"), ("w", "v"), ("y", "i"), ("j", "i"))  # fmt: skip
VOWELS = frozenset("aeiou")
#: A woman's form of a surname that has a man's form too; a group holds what is common to both.
WOMANS = re.compile(r"(?:(.*(?:[eo]v|[iy]n))a|(.*sk)a(?:ya|ia|ja)?)$")


@cache
def _given_names() -> frozenset[frozenset[str]]:
    """Pairs of given names that are one in different languages, or one and its short form."""
    return frozenset(frozenset(pair) for group in load("given.json") for pair in combinations(group.split(), 2))


@lru_cache(maxsize=65_536)
def fold(name: str) -> tuple[str, ...]:
    """The words of a name in plain lower-case Latin letters, without courtesies and possessive ending."""
    plain = anyascii(re.sub(r"[’']s?$", "", name.strip())).lower().replace("'", "").replace("`", "")
    return tuple(word for word in re.findall(r"[a-z0-9]+", plain) if word not in COURTESIES)


@lru_cache(maxsize=65_536)
def sound(word: str) -> str:
    """A folded word as it sounds, whichever way it was transliterated."""
    for spelling, plain in SOUNDS:
        word = word.replace(spelling, plain)
    return re.sub(r"(.)\1", r"\1", re.sub(r"(?<=.)h", "", word))


def compare_people(a: str, b: str) -> Likeness:
    """Compare two personal names, each without title.

    Equal up to spelling; one shorter, as a surname or with an initial; a first name alone is weak evidence.
    """
    x, y = sorted((_core(a), _core(b)), key=len)
    if not x:
        return Likeness(0.0, "no name")
    if x != y and len("".join(x)) > 6 and sound("".join(x)) == sound("".join(y)):
        return Likeness(0.95, "another transliteration")
    if len(y) == 1:
        return _spelling(x[0], y[0])
    if len(x) == 1:
        if (last := _spelling(x[0], y[-1])).score >= 0.85:
            return Likeness(min(last.score, 0.92), "surname alone")
        # Two family names, or the family name first: Bashar al-Assad, Xi Jinping.
        if len(y) > 2 and x[0] in y[1:]:
            return Likeness(0.88, "one of the surnames alone")
        return Likeness(0.6, "first name alone") if _spelling(x[0], y[0]).score >= 0.9 else Likeness(0.0, "different names")
    last = _spelling(x[-1], y[-1])
    if last.score < 0.85:
        return Likeness(0.9, "names in another order") if sorted(x) == sorted(y) else Likeness(0.0, "different surnames")
    given = _given(x[0], y[0])
    if given.score < 0.8 and (x[0] in y[1:-1] or y[0] in x[1:-1]):
        given = Likeness(0.9, "one of the given names")
    if given.score < 0.8:
        return Likeness(0.3, "different given names")
    return min((last, given, Likeness(0.97 if len(x) != len(y) else 1.0, "one name is fuller")), key=lambda likeness: likeness.score)


def compare_bodies(a: str, b: str) -> Likeness:
    """Compare the names of two countries, organizations, groups or outlets."""
    x, y = _body(a), _body(b)
    if not x or not y:
        return Likeness(0.0, "no name")
    if x == y:
        return Likeness(1.0, "same name")
    for short, long in ((a, b), (b, a)):
        if _is_acronym(short, long):
            return Likeness(0.9, "abbreviated")
    countries = [{w for w in words if w.isupper()} for words in (x, y)]
    if countries[0] != countries[1] and all(countries):
        return Likeness(0.0, "of different countries")
    if len(x) == len(y) and len(x ^ y) == 2:
        ((p,), (q,)) = (x - y, y - x)
        if not p.isupper() and not q.isupper() and (spelt := _spelling(p, q)).score >= 0.85:
            return spelt
    shorter, longer = sorted((x, y), key=len)
    if shorter < longer and longer - shorter <= countries[0] | countries[1] and shorter - countries[0] - countries[1]:
        return Likeness(0.75, "one says of which country")
    return Likeness(0.0, "different names")


def _core(name: str) -> tuple[str, ...]:
    words = fold(name)
    return tuple(w for w in words if w not in PARTICLES) or words


def _spelling(a: str, b: str) -> Likeness:
    from rapidfuzz.distance import OSA

    if a == b:
        return Likeness(1.0, "same name")
    x, y = sound(a), sound(b)
    # Qadri and Kadri begin alike in sound; two short names that only sound alike may be two names: Xi, Ksi.
    if x == y and (a[0] == b[0] or len(x) >= 4):
        return Likeness(0.95, "another transliteration")
    if _is_womans(a, b) or _is_womans(b, a):
        return Likeness(0.4, "a man's and a woman's form")
    length = min(len(a), len(b))
    if length >= 5 and _vowels_as_one(a) == _vowels_as_one(b):
        return Likeness(0.88, "vowels transliterated otherwise")
    # A short word of one other letter is another name: Lee, Lea.
    allowed = 0 if length < 5 else 1 if length < 8 else 2
    if a[0] == b[0] and OSA.distance(a, b, score_cutoff=2) <= allowed:
        return Likeness(0.88, "spelt almost alike")
    if len(a) >= 5 and {a[0], b[0]} == {"g", "h"} and sound(a[1:]) == sound(b[1:]):
        return Likeness(0.88, "g and h are one letter in Cyrillic")
    apart = [{p, q} for p, q in zip(x, y, strict=False) if p != q]
    if len(x) == len(y) >= 5 and x[0] == y[0] and len(apart) == 1 and apart[0] <= VOWELS:
        return Likeness(0.86, "one vowel apart in sound")
    return Likeness(0.0, "different names")


def _is_womans(a: str, b: str) -> bool:
    """Whether one surname is the woman's form of another: Petrova of Petrov, Strandska of Strandski."""
    form = WOMANS.fullmatch(a)
    return form is not None and b in ({form[1]} if form[1] else {form[2] + end for end in ("i", "y", "iy", "yi", "yy", "ij")})


def _vowels_as_one(word: str) -> str:
    """Arabic writes no short vowels: Sirhan and Serhan, Usama and Osama are one."""
    return sound(word).translate(str.maketrans("eo", "iu"))


def _given(a: str, b: str) -> Likeness:
    if a != b and 1 in (len(a), len(b)):
        return Likeness(0.9 if a[0] == b[0] else 0.0, "initial")
    if frozenset((a, b)) in _given_names():
        return Likeness(0.93, "given name in another language")
    return _spelling(a, b)


@lru_cache(maxsize=65_536)
def _body(name: str) -> frozenset[str]:
    """The words that make a body's name: countries by code, synonyms as one, fillers left out."""
    country = _country(name)
    if country:
        return frozenset([country])
    out: set[str] = set()
    for word in re.findall(r"\w[\w.&-]*\w|\w", re.sub(r"[’']s\b", "", name)):
        code = _country(word)
        folded = fold(word)
        out |= {code} if code else {part for w in folded for part in SYNONYMS.get(w, w).split()}
    return frozenset(out - FILLERS) or frozenset(out)


def _country(words: str) -> str | None:
    found = find_country(words)
    # A capital stands for the government in its own words; it is not the country's name.
    return found.iso2 if found and fold(words) not in {fold(capital) for capital in found.capitals} else None


def _is_acronym(short: str, long: str) -> bool:
    letters = short.replace(".", "")
    initials = "".join(w[0] for w in re.findall(r"[^\W\d_]+", long) if w[0].isupper())
    return len(letters) > 1 and letters.isupper() and letters in (initials, re.sub("^T", "", initials))
