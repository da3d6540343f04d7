"""How fast actors of many reports are brought together: python bench/actors.py [--most 1000000]

Makes 10⁴, 10⁵ and 10⁶ actors as reports would have them, resolves each lot on one core, and prints seconds, actors a second
and how the time grows. Names are invented from syllables: surnames and given names by Zipf's law, each actor under one of
its forms (full, surname alone, initial, another transliteration, a letter wrong), bodies among them, and sides and offices
on some. The same seed makes the same actors.
"""

from __future__ import annotations

import argparse
import math
import time
from collections.abc import Callable

import numpy as np

from onrecord.model import Actor
from onrecord.resolving.actors.actors import merge_actors

ONSETS = "b d f g h k l m n p r s t v z sh zh kh ch br dr gr kr pl st tr".split()
NUCLEI = "a e i o u ai ei ou".split()
CODAS = ["", "", "", "n", "r", "l", "s", "k", "v", "m"]
ENDINGS = "ov ski enko ez i er man sen ich ani ura eva".split()
SIDES = [f"{name}ia" for name in "Orvan Kestr Melkar Vend Solm Tam Gir Lug".split()]
OFFICES = "foreign minister;defence minister;president;spokesman;envoy;chief negotiator;general;ambassador;mayor;adviser".split(";")
BODIES = "Ministry of {};{} Council;{} Agency;Army of {};{} Courier;{} Foundation".split(";")
#: How often a form of a name is used.
FORMS = {"full": 0.55, "surname": 0.2, "initial": 0.08, "spelling": 0.1, "slip": 0.07}
TRANSLITERATIONS = (("zh", "j"), ("kh", "h"), ("sh", "sch"), ("ei", "ey"), ("ou", "u"), ("ov", "ow"), ("ski", "sky"), ("v", "w"))


def make_words(rng: np.random.Generator, count: int, syllables: tuple[int, int], endings: list[str]) -> list[str]:
    """So many different invented words."""
    found: dict[str, None] = {}
    while len(found) < count:
        parts = [str(rng.choice(ONSETS)) + str(rng.choice(NUCLEI)) + str(rng.choice(CODAS)) for _ in range(rng.integers(*syllables))]
        found[("".join(parts) + str(rng.choice(endings))).capitalize()] = None
    return list(found)


def zipf(rng: np.random.Generator, count: int, size: int) -> np.ndarray:
    """Places 0 to `count` − 1, each with a probability that falls as one over its rank."""
    weights = 1 / np.arange(1, count + 1)
    return rng.choice(count, size=size, p=weights / weights.sum())


def make_actors(count: int, seed: int = 1) -> list[Actor]:
    """So many actors of reports; there are more people in more reports, but not as many more (Heaps' law)."""
    rng = np.random.default_rng(seed)
    people = int(12 * count**0.7)
    surnames = make_words(rng, int(4 * count**0.6), (1, 3), ENDINGS)
    given = make_words(rng, int(8 * count**0.4), (1, 3), ["", "a", "o", "il", "an"])
    first, last = zipf(rng, len(given), people), zipf(rng, len(surnames), people)
    who, chance = zipf(rng, people, count), rng.random((count, 4))
    form = rng.choice(list(FORMS), p=list(FORMS.values()), size=count)
    forms: dict[str, Callable[[str, str, float], str]] = {
        "full": lambda g, s, _: f"{g} {s}",
        "surname": lambda _, s, __: s,
        "initial": lambda g, s, _: f"{g[0]}. {s}",
        "spelling": lambda g, s, x: f"{g} {respell(s, x)}",
        "slip": lambda g, s, x: f"{g} {slip(s, x)}",
    }
    out = []
    for n in range(count):
        i = int(who[n])
        side = SIDES[i % len(SIDES)]
        party = side if chance[n, 0] < 0.4 else None
        if i % 5 == 0:
            name = BODIES[i // 5 % len(BODIES)].format(surnames[last[i]])
            out.append(Actor(f"act_{n:07}", name, "organization", None, party))
        else:
            name = forms[form[n]](given[first[i]], surnames[last[i]], float(chance[n, 1]))
            role = OFFICES[(i + (chance[n, 3] < 0.2)) % len(OFFICES)] if chance[n, 2] < 0.5 else None
            out.append(Actor(f"act_{n:07}", name, "person", role, party))
    return out


def respell(word: str, x: float) -> str:
    """The word in another transliteration, if it has a sound that is written in two ways."""
    spelt = [word.replace(a, b) for a, b in TRANSLITERATIONS if a in word]
    return spelt[int(x * len(spelt))] if spelt else word


def slip(word: str, x: float) -> str:
    """The word with one letter doubled or left out."""
    at = 1 + int(x * (len(word) - 2))
    return word[:at] + word[at + 1 :] if x < 0.5 else word[:at] + word[at] + word[at:]


def main() -> None:
    """Print the table."""
    ap = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    ap.add_argument("--most", type=int, default=1_000_000)
    o = ap.parse_args()
    merge_actors(make_actors(100))
    before: tuple[int, float] | None = None
    for count in (10_000, 100_000, 1_000_000):
        if count > o.most:
            break
        actors = make_actors(count)
        started = time.process_time()
        clusters = merge_actors(actors)
        seconds = time.process_time() - started
        grown = f", {math.log(seconds / before[1], count / before[0]):.2f} is the exponent of growth" if before else ""
        print(f"{count:>9,} actors  {seconds:8.1f} s  {count / seconds:9,.0f} a second  {len(set(clusters.values())):>9,} clusters{grown}")
        before = count, seconds


if __name__ == "__main__":
    main()
