"""Which names are worth comparing: names that share a key, with keys so fine that no block grows with the record.

Keys are skeletons of surnames with one consonant left out in turn (the deletion neighbourhoods of symmetric spelling
correction), each with the beginning of a given name. A block that is still too large is put in order and each name is
compared with its neighbours only (the sorted-neighbourhood method of Hernández and Stolfo 1995).
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Hashable, Iterable, Iterator, Sequence
from itertools import combinations

from onrecord.resolving.names.arabic import is_arabic, rough_latin
from onrecord.resolving.names.names import BRACKETS, HEAD, OUTLET_WORDS, SELVES, acronyms_of, body_words
from onrecord.resolving.names.sounds import readings, skeleton, sound
from onrecord.resolving.names.spelling import person_name, roots_of

#: In larger blocks, names are compared with half as many neighbours on either side.
LARGEST = 24


def pairs_of(keys: Sequence[Iterable[Hashable]], order: Sequence[str]) -> Iterator[tuple[int, int]]:
    """Each pair of places whose keys meet, once, the smaller place first.

    Args:
        keys: the keys of each place.
        order: what the places of too large a block are put in order by.
    """
    blocks: dict[Hashable, list[int]] = defaultdict(list)
    for place, own in enumerate(keys):
        for key in own:
            blocks[key].append(place)
    seen: set[tuple[int, int]] = set()
    for block in blocks.values():
        if len(block) <= LARGEST:
            near: Iterable[tuple[int, int]] = combinations(block, 2)
        else:
            ordered = sorted(block, key=lambda place: order[place])
            near = ((a, b) for n, a in enumerate(ordered) for b in ordered[n + 1 : n + 1 + LARGEST // 2])
        for a, b in near:
            pair = (a, b) if a < b else (b, a)
            if pair not in seen:
                seen.add(pair)
                yield pair


def keys_of_person(name: str) -> frozenset[Hashable]:
    """The keys of a name of two words or more: surnames near in sound, with given names that begin alike or are one."""
    words = person_name(name).words
    out: set[Hashable] = set()
    for last, given in _readings(name):
        for surname in keys_of_surname(last):
            out |= {(surname, begin) for word in given for begin in _beginnings(word)}
    if len(words) > 1 and not any(map(is_arabic, words)):
        out.add(skeleton("".join(words)))
    return frozenset(out)


def keys_of_surname(word: str) -> frozenset[str]:
    """The skeleton of a word, and what is left of it without one of its consonants."""
    bones = _bones(word)
    if len(word) > 6 and word[:2] in ("al", "el"):
        return keys_of_surname(word[2:]) | {bones}
    cut = {bones[:i] + bones[i + 1 :] for i in range(1, len(bones))} if len(bones) > 3 else set()
    return sound_keys(word) | cut


def sound_keys(word: str) -> frozenset[str]:
    """Those of the keys of a surname that words which sound alike share; the others are for misspellings."""
    bones = frozenset([_bones(word)])
    if len(word) > 6 and word[:2] in ("al", "el"):
        return sound_keys(word[2:]) | bones
    return bones if is_arabic(word) else bones | {skeleton(reading) for reading in readings(word)}


def surnames_of(name: str) -> frozenset[str]:
    """The words of a full name that it can be called by: its last word, with and without its particle, and what stands between."""
    parsed = person_name(name)
    return frozenset({*parsed.words[1:], parsed.joined} - {""}) if len(parsed.words) > 1 else frozenset(parsed.words)


def keys_of_body(name: str) -> frozenset[Hashable]:
    """The words of a name, those with one word left to its beginning in sound, and its initials."""
    if match := BRACKETS.match(name):
        return frozenset().union(*map(keys_of_body, match.groups()))
    words = body_words(name)
    out: set[Hashable] = {words, words - OUTLET_WORDS, *acronyms_of(name)}
    for word in words:
        if not word.isupper() and len(word) > 4:
            out.add((words - {word}, _bones(word)[:3]))
    return frozenset(out)


def short_key(name: str) -> Hashable:
    """What a short name of a body is looked up by among `short_forms`; None for a name that is none."""
    if name in SELVES:
        return name
    return "".join(sorted(name)) if name.isupper() and name.isalpha() and len(name) > 2 else None


def short_forms(name: str) -> frozenset[Hashable]:
    """What a longer name of a body can be called for short, if nobody else in the record is."""
    own = {word for word in HEAD.split(name)[0].split() if word in SELVES and word != name and " and the " not in name}
    return frozenset(own | {"".join(sorted(letters)) for letters in acronyms_of(name) if letters != name})


def _readings(name: str) -> Iterator[tuple[str, tuple[str, ...]]]:
    """Each way to take a name apart into a surname and given names."""
    parsed = person_name(name)
    words = parsed.words
    if len(words) < 2:
        return
    yield words[-1], words[:-1]
    if parsed.joined != words[-1]:
        yield parsed.joined, words[:-1]
    yield words[0], words[1:]
    if len(words) == 3:
        yield words[1], words[:1]


def _bones(word: str) -> str:
    return skeleton(rough_latin(word) if is_arabic(word) else word)


def _beginnings(word: str) -> Iterator[Hashable]:
    if not is_arabic(word):
        yield word[0]
        yield sound(word)[:1]
    yield _bones(word)[:1].upper()
    yield from roots_of(word)
