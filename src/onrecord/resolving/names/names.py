"""Whether two names can mean the same person or body: across scripts, transliterations and small misspellings."""

from __future__ import annotations

import re
from functools import cache, lru_cache

from onrecord.resolving.names.kinds import kind_words
from onrecord.resolving.names.places import find_country
from onrecord.resolving.names.sounds import core, sound
from onrecord.resolving.names.spelling import DIGRAPHS, Likeness, PersonName, compare_words, fold, person_name, roots_of

__all__ = ["Likeness", "compare_bodies", "compare_people", "fold", "sound"]

#: Words of names that say nothing, and those that say nothing of whose name it is.
SMALL = frozenset(["the", "of", "for", "and", "a", "an", "in", "on"])
FILLERS = SMALL | {"affairs", "s", "republic", "kingdom", "emirate", "sultanate"}
SYNONYMS = {"defence": "defense", "mfa": "foreign ministry", "mod": "defense ministry", "centre": "center", "organisation": "organization",
            "govt": "government", "labour": "labor"}  # fmt: skip
#: Short forms that are words of a longer name: the UN Security Council.
LETTERS_OF = {"un": "united nations", "eu": "european union", "au": "african union"}
#: What a union or movement is called for short by those who know which is meant: the Community, the Front.
SELVES = frozenset("Alliance Coalition Community Compact Conference Forum Front Inspectorate League Movement Pact Union".split())
HEAD = re.compile(r" (?:of|for) ")
#: Names that need nobody else to have them: see `merge_actors`.
TRANSLATED, SELF = "letters in another order, as another language puts them", "what such a body is called for short"
#: Given names this much alike are one.
GIVEN = 0.84
SURNAME = 0.84
#: What a first name that stands alone counts; one that is less alike may be somebody’s surname, Onara and not Osara, so that within a
#: report it is nobody's.
ALONE, MISSPELT, PLAIN = 0.6, 0.54, 0.9
#: What an outlet's name has or leaves out: the Samudra News Agency, Samudra.
OUTLET_WORDS = frozenset(["news", "agency", "newspaper", "daily", "online", "com"])
OUTLET_IN_FULL = "an outlet's name in full"
#: Whose a body is, as somebody from elsewhere says it: Orvania's Morning Courier.
POSSESSOR = re.compile(r"^[^\W\d_a-z][\w ]*[’']s (?=[^\W\d_a-z])")
#: A word in brackets after a name is another name for it.
BRACKETS = re.compile(r"^(.*\S)\s*\(([^()]+)\)$")


@lru_cache(maxsize=4_096)
def compare_people(a: str, b: str) -> Likeness:
    """Compare two personal names, each without title.

    Equal up to spelling; one shorter, as a surname or with an initial; a first name alone is weak evidence.
    """
    x, y = sorted((person_name(a), person_name(b)), key=lambda name: (len(name.words), name.words))
    if x.several or y.several:
        return Likeness(0.0, "several people")
    if not x.words:
        return Likeness(0.0, "no name")
    if x.suffix and y.suffix and x.suffix != y.suffix:
        return Likeness(0.2, "told apart as junior and senior")
    if _accents_differ(a, b):
        return Likeness(0.3, "other accents")
    joined = "".join(x.words), "".join(y.words)
    if joined[0] != joined[1] and len(joined[0]) > 6 and core(joined[0]) == core(joined[1]) and sound(joined[0]) == sound(joined[1]):
        return Likeness(0.95, "another transliteration")
    if len(x.words) == 1:
        return _compare_short(x, y)
    return _compare_full(x, y)


def _compare_short(x: PersonName, y: PersonName) -> Likeness:
    """A single word with a name."""
    word = x.words[0]
    last = _surnames(x, y)
    if len(y.words) == 1:
        return last if last.score >= 0.86 else Likeness(min(last.score, 0.5), last.why)
    if last.score >= 0.85:
        return Likeness(min(last.score, 0.92), "surname alone")
    # Two family names, or the family name first: Bashar al-Assad, Xi Jinping.
    if len(y.words) > 2 and word in y.words[1:]:
        return Likeness(0.88, "one of the surnames alone")
    if (spelt := compare_words(word, y.words[0]).score) >= GIVEN:
        return Likeness(ALONE if spelt >= PLAIN else MISSPELT, "first name alone")
    return Likeness(0.0, "different names")


def _compare_full(x: PersonName, y: PersonName) -> Likeness:
    """Two names of at least two words each."""
    last = _surnames(x, y)
    if last.score < SURNAME:
        if len(x.words) == len(y.words) == 2 and min(_turned(x, y)) >= 0.93:
            return Likeness(0.9, "names in another order")
        if sorted(x.words) == sorted(y.words):
            return Likeness(0.9, "names in another order")
        second = any(compare_words(x.words[-1], word).score >= 0.9 for word in y.words[1:-1])
        if second and compare_words(x.words[0], y.words[0]).score >= 0.93:
            return Likeness(0.88, "one of the surnames")
        return Likeness(min(last.score, 0.4), "different surnames")
    given, middle = compare_given(x.words[0], y.words[0]), 1.0
    if given.score < GIVEN:
        others = [other for other in y.words[1:-1] if compare_given(x.words[0], other).score >= 0.9]
        others += [other for other in x.words[1:-1] if compare_given(y.words[0], other).score >= 0.9]
        if not others:
            return Likeness(0.3, "different given names")
        given = Likeness(0.9, "one of the given names")
    else:
        middle = max((compare_given(p, q).score for p in x.words[1:-1] for q in y.words[1:-1]), default=1.0)
    if middle < GIVEN:
        return Likeness(0.3, "different middle names")
    if last.score < 0.86 or given.score < 0.86:
        # What only another language's spelling explains needs the other name to be plain.
        return Likeness(0.87 if max(last.score, given.score) >= 0.9 else 0.8, min((last, given), key=lambda one: one.score).why)
    if last.score < 0.9 and given.score < 0.9 and given.why != "initial" and "vowel" not in last.why + given.why:
        return Likeness(0.86, "both names spelt almost alike") if len(x.words[0]) + len(x.words[-1]) > 10 else Likeness(0.8, "both near")
    fuller = Likeness(0.97 if len(x.words) != len(y.words) else 1.0, "one name is fuller")
    return min((last, given, fuller), key=lambda likeness: likeness.score)


def _surnames(x: PersonName, y: PersonName) -> Likeness:
    """The last words compared, also together with their particles: El-Tom, Eltom."""
    plain = compare_words(x.words[-1], y.words[-1])
    for article, bare in ((x.words[-1], y.words[-1]), (y.words[-1], x.words[-1])):
        if plain.score < 0.9 and len(article) > 6 and article[:2] in ("al", "el"):
            plain = max(plain, compare_words(article[2:], bare), key=lambda one: one.score)
    if plain.score >= 0.9 or (x.joined == x.words[-1] and y.joined == y.words[-1]):
        return plain
    together = max((compare_words(p, q) for p in (x.joined, x.words[-1]) for q in (y.joined, y.words[-1])), key=lambda one: one.score)
    return together if together.score >= 0.95 else plain


def _turned(x: PersonName, y: PersonName) -> tuple[float, float]:
    return compare_words(x.words[0], y.words[-1]).score, compare_words(x.words[-1], y.words[0]).score


def _accents_differ(a: str, b: str) -> bool:
    """Whether two names are the same but for accents that both have: Möllner and Müllner are two names, Müllner and Mullner are not."""
    if a.isascii() or b.isascii() or len(a) != len(b):
        return False
    apart = [(p, q) for p, q in zip(a, b, strict=True) if p != q]
    return bool(apart) and all("\xbf" < c < "\u0250" for pair in apart for c in pair)


def compare_given(a: str, b: str) -> Likeness:
    """Compare two folded given names, either of which may be an initial."""
    if a == b:
        return Likeness(1.0, "same name")
    short, long = sorted((a, b), key=len)
    if len(short) == 1 or (short in DIGRAPHS and len(long) > 3):
        begins = long.startswith(short) or (len(short) > 1 and sound(long).startswith(sound(short)))
        return Likeness(0.9 if begins else 0.0, "initial")
    roots = roots_of(a), roots_of(b)
    if roots[0] & roots[1]:
        return Likeness(0.93, "given name in another language")
    spelt = compare_words(a, b)
    # Two given names that lists know are two; and Mario is no Maria, Karim no Karima, Christian no Christina.
    if spelt.score < 0.95 and ((roots[0] and roots[1]) or (a[-1] == "a") != (b[-1] == "a")):
        return Likeness(0.3, "different given names")
    return spelt


def compare_bodies(a: str, b: str) -> Likeness:
    """Compare the names of two countries, organizations, groups or outlets."""
    for one, other in ((a, b), (b, a)):
        if match := BRACKETS.match(one):
            return max((compare_bodies(part, other) for part in match.groups()), key=lambda likeness: likeness.score)
    x, y = body_words(a), body_words(b)
    if not x or not y:
        return Likeness(0.0, "no name")
    if x == y:
        return Likeness(1.0, "same name")
    for short, long in ((a, b), (b, a)):
        if _is_acronym(short, long):
            return Likeness(0.9, "abbreviated")
        if len(short) > 2 and short.isupper() and sorted(short) in map(sorted, acronyms_of(long)):
            return Likeness(0.7, TRANSLATED)
        if short in SELVES and short in HEAD.split(long)[0].split():
            return Likeness(0.7, SELF)
    if x - y <= OUTLET_WORDS and y - x <= OUTLET_WORDS and not any(w.isupper() for w in x | y) and any(len(w) > 4 for w in x & y):
        return Likeness(0.88, OUTLET_IN_FULL)
    countries = [{w for w in words if w.isupper()} for words in (x, y)]
    if countries[0] != countries[1] and all(countries):
        return Likeness(0.0, "of different countries")
    if len(x) == len(y) and len(x ^ y) == 2:
        ((p,), (q,)) = (x - y, y - x)
        if not p.isupper() and not q.isupper() and (spelt := compare_words(p, q)).score >= 0.85:
            return spelt
    shorter, longer = sorted((x, y), key=len)
    if shorter < longer and longer - shorter <= countries[0] | countries[1] and shorter - countries[0] - countries[1]:
        return Likeness(0.75, "one says of which country")
    return Likeness(0.0, "different names")


@lru_cache(maxsize=4_096)
def body_words(name: str) -> frozenset[str]:
    """The words that make a body's name: countries by code, synonyms as one, fillers left out."""
    country = _country(name)
    if country:
        return frozenset([country])
    bare = POSSESSOR.sub("", name)
    if bare != name and not all(word in common_words() for word in body_words(bare)):
        return body_words(bare)
    out: set[str] = set()
    for word in re.findall(r"\w[\w.&-]*\w|\w", re.sub(r"[’']s\b", "", name)):
        code = _country(word)
        folded = fold(word)
        out |= {code} if code else {part for w in folded for part in ((word.isupper() and LETTERS_OF.get(w)) or SYNONYMS.get(w, w)).split()}
    return frozenset(out - FILLERS) or frozenset(out)


@cache
def common_words() -> frozenset[str]:
    """Words that bodies of many countries have in their names: "the Foreign Ministry", "the Council"."""
    words = frozenset().union(*(kind_words(kind) for kind in ("body", "field", "office", "rank", "relation")))
    return words | FILLERS | frozenset(["defense", "presidential", "side", "regime", "palace", "republics"])


def _country(words: str) -> str | None:
    found = find_country(words)
    # A capital stands for the government in its own words; it is not the country's name.
    return found.iso2 if found and fold(words) not in {fold(capital) for capital in found.capitals} else None


def acronyms_of(name: str) -> frozenset[str]:
    """What a body's name can be shortened to, or its letters if it is short itself."""
    letters = name.replace(".", "")
    initials = "".join(w[0] for w in re.findall(r"[^\W\d_]+", name) if w[0].isupper())
    own = {letters} if letters.isupper() and letters.isalpha() else set()
    return frozenset(short for short in {*own, initials, initials.removeprefix("T")} if len(short) > 1)


def _is_acronym(short: str, long: str) -> bool:
    letters = short.replace(".", "")
    return letters.isupper() and letters in acronyms_of(long)
