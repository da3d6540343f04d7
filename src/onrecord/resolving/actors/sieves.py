"""Names that are ruled out by their words, at a fraction of the cost of comparing them: most that share a key are not alike.

Names are given here by their words, as `person_name` makes them, with spaces between. Whatever `compare_people` finds alike is kept. What
is cheapest to see comes first, for all names at once: how words begin, and with which of the letters that no spelling changes they end.
"""

from __future__ import annotations

from collections.abc import Collection
from functools import cache, lru_cache

from onrecord.resolving.names.arabic import is_arabic
from onrecord.resolving.names.names import GIVEN, compare_given
from onrecord.resolving.names.sounds import DOUBLED, KEPT, core, have_one_core, sound
from onrecord.resolving.names.spelling import PARTICLES, compare_words, is_slip, roots_of

#: Words of more letters than these are compared without their article too.
SHORT, ARTICLES = 6, ("al", "el")


def are_worth_comparing(one: str, other: str) -> bool:
    """Whether two full names can be one: surnames and a given name are alike, or words in another order, or all words sound alike."""
    a, b = one.split(), other.split()
    if _is_like(a[0], b[0]):
        last = [(a[-1], word) for word in b[1:]] + [(b[-1], word) for word in a[1:-1]]
        if any(_can_be_one_surname(p, q) for p, q in last):
            return True
    elif len(a) + len(b) > 4:
        first = [(a[0], word) for word in b[1:-1]] + [(b[0], word) for word in a[1:-1]]
        if any(_is_like(p, q) for p, q in first) and _can_be_one_surname(a[-1], b[-1]):
            return True
    turned = _can_be_one_word(a[0], b[1]) and _can_be_one_word(a[1], b[0]) if len(a) == len(b) == 2 else sorted(a) == sorted(b)
    return turned or _sound_alike("".join(a), "".join(b))


def find_longer(short: str, names: Collection[str], sounds_alike: bool = True, surname_only: bool = False) -> set[str]:
    """Those of some names that a short one can be short for.

    Args:
        short: the short name.
        names: the longer ones.
        sounds_alike: whether they may sound alike; if not, one can only be a misspelling of the other.
        surname_only: whether a word alone has to be the surname.
    """
    plain = [name for name in names if name.isascii()] if short.isascii() else []
    *initials, last = short.split()
    # A particle alone can end any name.
    first = int(surname_only and not initials and sound(last) not in _particles())
    words = {name: name.split()[first:] for name in plain}
    near = _find_near(last, {word for own in words.values() for word in own}, sounds_alike, is_short=True)
    found = {name for name, own in words.items() if not near.isdisjoint(own)} | (set(names) - set(plain))
    if roots := roots_of(last):
        found |= {name for name, own in words.items() if any(not roots.isdisjoint(roots_of(word)) for word in own)}
    return found | _find_joined(short, plain) if _can_be_joined(short) else found


def find_shorter(longer: str, names: Collection[str], heard: Collection[str]) -> set[str]:
    """Those of some short names that can be short for a longer one; only those `heard` may sound alike."""
    plain = [name for name in names if name.isascii()] if longer.isascii() else []
    words = longer.split()
    last = {name: name.split()[-1] for name in plain}
    found = set(names) - set(plain)
    for sounds_alike in (True, False):
        some = {name: word for name, word in last.items() if (name in heard) is sounds_alike}
        near = {one for word in words for one in _find_near(word, set(some.values()), sounds_alike, is_short=False)}
        found |= {name for name, word in some.items() if word in near}
    if roots := frozenset[int]().union(*map(roots_of, words)):
        found |= {name for name, word in last.items() if not roots.isdisjoint(roots_of(word))}
    return found | _find_joined(longer, list(filter(_can_be_joined, plain)))


def _find_near(word: str, others: Collection[str], sounds_alike: bool, is_short: bool) -> set[str]:
    """Those of some words that are near a word, which is that of the short name or those are."""
    forms = list(_forms(word))
    begins = {form[0] for form in forms}
    cores = tuple(core(form) for form in forms)
    tails = {own[n:] for own in cores for n in range(len(own) + 1)}
    letters = "\n".join(others).translate(KEPT).split("\n")
    return {
        other
        for other, kept in zip(others, letters, strict=False)
        if (
            other[0] in begins
            or other[:2] in ARTICLES
            # What stands before a word changes nothing of how its core ends.
            or (sounds_alike and ((kept in tails if is_short else kept.endswith(cores)) or DOUBLED.search(kept)))
        )
        and (_are_near(word, other, sounds_alike) if is_short else _are_near(other, word, sounds_alike))
    }


def _can_be_joined(short: str) -> bool:
    return " " in short or len(short) > SHORT


def _find_joined(one: str, names: Collection[str]) -> set[str]:
    """Those of some names that sound like another if all words of each are written as one."""
    joined = {name: name.replace(" ", "") for name in names}
    own = one.replace(" ", "")
    letters = "\n".join(joined.values()).translate(KEPT).split("\n")
    begin, end = core(own)[:1], core(own)[-1:]
    return {
        name
        for (name, words), kept in zip(joined.items(), letters, strict=False)
        if (kept[:1], kept[-1:]) == (begin, end) and _sound_alike(words, own)
    }


# Words


def _can_be_one_surname(a: str, b: str) -> bool:
    """Whether two surnames can be one, also with a particle that is not given here before either."""
    x, y = a.translate(KEPT), b.translate(KEPT)
    if x.endswith(y) or y.endswith(x) or is_arabic(a) or is_arabic(b):
        return True
    if (DOUBLED.search(x) or DOUBLED.search(y)) and (core(a).endswith(core(b)) or core(b).endswith(core(a))):
        return True
    return any(is_slip(p, q) for p in _forms(a) for q in _forms(b)) or _share_roots(a, b)


def _can_be_one_word(a: str, b: str) -> bool:
    return _sound_alike(a, b) or _share_roots(a, b)


def _share_roots(a: str, b: str) -> bool:
    """Whether two words can be one given name in two languages."""
    roots = roots_of(a)
    return bool(roots) and not roots.isdisjoint(roots_of(b))


def _sound_alike(a: str, b: str) -> bool:
    return have_one_core(a, b) and sound(a) == sound(b)


def _is_like(a: str, b: str) -> bool:
    if a == b:
        return True
    # What has other letters that no spelling changes is like only by a slip, as an initial, or in another language.
    if min(len(a), len(b)) > 2 and not have_one_core(a, b) and not is_slip(a, b) and not is_arabic(a) and not is_arabic(b):
        return _share_roots(a, b)
    return max(compare_words(a, b).score, compare_given(a, b).score) >= GIVEN


def _are_near(short: str, word: str, sounds_alike: bool) -> bool:
    """Whether the last word of a short name and a word of a longer one can be like each other, with and without their articles."""
    for p in _forms(short):
        for q in _forms(word):
            if is_slip(p, q) or (sounds_alike and _can_sound_alike(p, q)):
                return True
    return False


def _forms(word: str) -> tuple[str, ...]:
    return (word, word[2:]) if word[:2] in ARTICLES and len(word) > SHORT else (word,)


def _can_sound_alike(a: str, b: str) -> bool:
    """Whether two words can sound alike, also with a particle before the second."""
    own, bare = core(a), core(b)
    if not own.endswith(bare):
        return False
    if own == bare and compare_words(a, b).score >= GIVEN:
        return True
    heard = sound(a)
    particles = _particles_before(bare, own)
    # A particle sounds as it begins, whatever follows it; one that ends a name is none of its words.
    if heard in _particles() and (own == bare or particles):
        return True
    return any(particle[0] == heard[:1] and sound(particle + b) == heard for particle in particles)


@lru_cache(maxsize=1_024)
def _particles_before(bare: str, own: str) -> tuple[str, ...]:
    """The particles that make one core of another if they are written before its word."""
    return tuple(particle for particle in sorted(PARTICLES) if core(core(particle) + bare) == own)


@cache
def _particles() -> frozenset[str]:
    """How particles sound, and two in a row."""
    return frozenset(sound(one + other) for one in ("", *PARTICLES) for other in PARTICLES)
