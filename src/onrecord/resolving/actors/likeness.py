"""Whether two actors of several reports are one: each piece of evidence with its weight, and the total.

The score is that of the names, in [0, 1], with what sides, offices and gender add or take away (a linear form of the
comparison vectors of Fellegi and Sunter 1969). Names alone never join what a side, a gender or a generation tells apart.
"""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import dataclass
from functools import cached_property, lru_cache

from onrecord.model import Actor
from onrecord.resolving.names.forms import PRONOUNS
from onrecord.resolving.names.genders import gender_of, given_genders
from onrecord.resolving.names.names import FILLERS, OUTLET_IN_FULL, Likeness, body_words, common_words, compare_bodies, compare_people, fold
from onrecord.resolving.names.offices import SAME_OFFICE, same_office
from onrecord.resolving.names.spelling import person_name

#: From this total on, two actors are one.
SAME = 0.85
#: Below this total, two actors contradict each other: nothing between them joins them.
APART = 0.5
#: What the evidence beside the names weighs.
OTHER_KIND = -1.0
OTHER_GENDER = -0.6
SAME_SIDE = 0.02
OTHER_SIDE = -0.55
#: Of actors whose names are equal word for word: a side is read wrongly more often than two people share a full name.
OTHER_SIDE_OF_ONE_NAME = -0.1
SAME_POST = 0.05
#: A first name used as a surname, as in a careless translation, needs more than the name.
SAME_POST_OF_FIRST_NAME = 0.3
FIRST_NAME = "first name alone"


@dataclass(frozen=True)
class Feature:
    """One piece of evidence: what was compared, what it adds to the total, and why."""

    name: str
    weight: float
    why: str


@dataclass(frozen=True)
class Link:
    """What speaks for and against two actors' being one."""

    features: tuple[Feature, ...]

    @cached_property
    def score(self) -> float:
        """The total of all weights, in [0, 1]."""
        return round(min(1.0, max(0.0, sum(feature.weight for feature in self.features))), 2)

    @property
    def same(self) -> bool:
        """Whether that is enough to take two actors for one."""
        return self.score >= SAME

    def explain(self) -> str:
        """The features in words, each with its weight."""
        return "; ".join(f"{f.name}: {f.why} ({f.weight:+.2f})" for f in self.features)


@dataclass(frozen=True)
class Profile:
    """What is compared of an actor; `gender` is "he" or "she"."""

    name: str
    person: bool
    party: str | None = None
    role: str | None = None
    gender: str | None = None
    country: bool = False


def profile_of(actor: Actor) -> Profile:
    """What an actor's report tells of it. The gender is that of titles, or else of the given name."""
    person = actor.type == "person"
    gender = (_gender_of_words(actor) or gender_of_name(actor.name)) if person else None
    return Profile(actor.name, person, side_of(actor.party), actor.role, gender, actor.type == "country")


@lru_cache(maxsize=4_096)
def side_of(party: str | None) -> str | None:
    """A party as something to compare: None unless it is a name, and Orvania for the Republic of Orvania."""
    words = [w for w in (party or "").split() if w.lower() not in FILLERS]
    if not words or any(w[0].islower() for w in words) or re.search(r"[’']s?\b", party or ""):
        return None
    return " ".join(sorted(body_words(party or "")))


def compare_actors(a: Actor, b: Actor) -> Link:
    """Compare two actors by all that their reports tell of them."""
    return compare_profiles(profile_of(a), profile_of(b))


@lru_cache(maxsize=4_096)
def compare_profiles(a: Profile, b: Profile) -> Link:
    """Compare two actors by what is known of them; the order of the two does not matter."""
    if a.person != b.person:
        return Link((Feature("kind", OTHER_KIND, "a person and a body"),))
    names = (compare_people if a.person else compare_bodies)(a.name, b.name)
    features = [Feature("name", names.score, f"“{a.name}” and “{b.name}”: {names.why}")]
    if names.why == OUTLET_IN_FULL and a.country != b.country:
        return Link((*features, Feature("kind", OTHER_KIND, "a country and an outlet")))
    if names.score < APART:
        return Link(tuple(features))
    if a.gender and b.gender and a.gender != b.gender:
        features.append(Feature("gender", OTHER_GENDER, "one is a man by title or given name, the other a woman"))
    features += _compare_sides(a, b)
    features += _compare_posts(a, b, names)
    return Link(tuple(features))


def _compare_sides(a: Profile, b: Profile) -> list[Feature]:
    if not (a.party and b.party):
        return []
    if a.party == b.party:
        return [Feature("side", SAME_SIDE, f"both of {_shown(a.party)}")]
    words = fold(a.name), fold(b.name)
    named_alike = words[0] == words[1] and (len(words[0]) > 1 if a.person else not is_common(a.name))
    if a.country and b.country and named_alike:
        return []
    # Two offices on two sides: two people of one name.
    doubtful = named_alike and not (a.person and a.role and b.role)
    weight = OTHER_SIDE_OF_ONE_NAME if doubtful else OTHER_SIDE
    return [Feature("side", weight, f"one of {_shown(a.party)}, the other of {_shown(b.party)}")]


def _shown(side: str) -> str:
    return side if side.isupper() else side.title()


def _compare_posts(a: Profile, b: Profile, names: Likeness) -> list[Feature]:
    if not (a.person and a.role and b.role):
        return []
    posts = compare_posts(a.role, b.role)
    if posts.score < SAME_OFFICE:
        return [Feature("office", 0.0, f"“{a.role}” and “{b.role}”: {posts.why}; offices change")]
    weight = SAME_POST_OF_FIRST_NAME if names.why == FIRST_NAME else SAME_POST
    return [Feature("office", weight, f"“{a.role}” and “{b.role}”: {posts.why}")]


@lru_cache(maxsize=4_096)
def is_common(body: str) -> bool:
    """Whether many countries have a body of this name: "the Foreign Ministry", "the Council"."""
    return all(not word.isupper() and word in common_words() for word in body_words(body))


def gender_of_name(name: str) -> str | None:
    """ "he" or "she", as the courtesy before a name or its given name tells; None if neither does, or both."""
    titled = re.match(r"(?i)(mr|mrs|ms|miss|mme|lord|lady|sir|sheikh|sheikha)\b\.?\s", name.strip())
    if titled:
        return "she" if titled[1].lower() in ("mrs", "ms", "miss", "mme", "lady", "sheikha") else "he"
    words = person_name(name).words
    return given_genders().get(words[0]) if len(words) > 1 else None


def _gender_of_words(actor: Actor) -> str | None:
    """What titles say; pronouns are left out, for a reading gives them to the wrong one too often to keep a name apart by."""
    texts = {span.text for span in actor.mentions if span.text.lower() not in PRONOUNS}
    votes = Counter(gender for text in texts if (gender := _gender_of(text)))
    return next(iter(votes)) if len(votes) == 1 else None


compare_posts = lru_cache(maxsize=4_096)(same_office)
_gender_of = lru_cache(maxsize=4_096)(gender_of)
