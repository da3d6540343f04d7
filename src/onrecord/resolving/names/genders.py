"""Whether a person is spoken of as he or as she: by titles, and by the pronouns that the reading model ties to a name."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Callable, Mapping, Sequence
from functools import cache

from onrecord.model import Mention
from onrecord.reading.language import agreement
from onrecord.resolving.names.names import fold
from onrecord.resolving.names.places import load

#: Of a woman a man's office is said, too ("Chairman Anna Veld"), but no such word.
COURTESY = re.compile(rf"(?:{'|'.join(word.capitalize() for word in sorted(agreement.COURTESIES))})\b")
#: Family names that only women, or only men, bear in some languages.
WOMANS_SURNAME = re.compile(r"(?:[oe]va|ová|sk(?:aya|aja|á)|yt[eė]|ait[eė]|ien[eė])$")
MANS_SURNAME = re.compile(r"(?:[oe]v|ský|sk(?:iy|y|yi|yy|ij))$")
#: What a first name counts, against 3 of a title, and what the end of a family name counts.
FIRST_NAME, SURNAME, ENDING = 2.0, 2.0, 0.5
#: Shorter names that end in "a" are of either.
SHORT = 3
#: Links of the reading model that are less sure are no vote.
SURE = 0.5
#: So many times more must speak for one than for the other.
CLEAR = 2.0
#: One unsure link is not enough.
ENOUGH = 0.75
#: What tells more of somebody: "Ivo Strand, whose wife …".
CLAUSE = re.compile(r",? (?:who|whom|whose|which) ")
#: Whose somebody is: "Mr Strand’s".
OWNER = re.compile(r"^[^,;]*?[’']s (?=\w)")


def gender_of(words: str) -> str | None:
    """As `agreement.gender_of`, of words as they stand in the text; "Mr Strand’s adviser" can be either."""
    return agreement.gender_of(CLAUSE.split(OWNER.sub("", words))[0].lower())


def is_courteous(words: str) -> bool:
    """Whether words begin with "Mr", "Mrs" or the like."""
    return COURTESY.match(OWNER.sub("", words)) is not None


@cache
def given_genders() -> Mapping[str, str]:
    """Given names that mostly men, or mostly women, have; names of both are left out. The project's own list outranks the census."""
    lists = [{gender: names.split() for gender, names in load(file).items()} for file in ("census.json", "genders.json")]
    both = {name for names in lists for name in set(names["he"]) & set(names["she"])}
    return {name: gender for names in lists for gender, own in names.items() for name in own if name not in both}


def gender_of_name(name: str) -> tuple[str, float] | None:
    """ "he" or "she", and how much that counts, as a full personal name suggests; None if it does not."""
    first, *rest = name.split()
    if not rest:
        return None
    if WOMANS_SURNAME.search(rest[-1]) or "bint" in rest:
        return "she", SURNAME
    if MANS_SURNAME.search(rest[-1]) or "bin" in rest or "ibn" in rest:
        return "he", SURNAME
    given = "".join(fold(first))
    if gender := given_genders().get(given):
        return gender, FIRST_NAME
    return ("she", ENDING) if given.endswith("a") and len(given) > SHORT else None


def find_genders(
    mentions: Sequence[Mention],
    owner: Mapping[int, int],
    is_pronoun: Callable[[str], bool],
    names: Mapping[int, str],
) -> dict[int, str]:
    """Entity key → "he" or "she", for those of whom the report tells.

    Args:
        mentions: of one report, in the order of the text.
        owner: the entity key of each mention that is a name.
        is_pronoun: whether a word is a pronoun of a person.
        names: the full name of each person, by entity key.
    """
    votes: dict[int, dict[str, float]] = defaultdict(lambda: {"he": 0.0, "she": 0.0})
    for key, name in names.items():
        if suggested := gender_of_name(name):
            votes[key][suggested[0]] += suggested[1]
    for i, mention in enumerate(mentions):
        gender = gender_of(mention.span.text)
        if gender is None:
            continue
        at, sure = i, 1.0
        while at not in owner:
            m = mentions[at]
            if m.antecedent is None or m.score < SURE or m.antecedent >= at:
                break
            at, sure = m.antecedent, sure * m.score
            if is_pronoun(mentions[at].span.text) and gender_of(mentions[at].span.text) != gender:
                break
        if at in owner:
            votes[owner[at]][gender] += sure if at != i else 3.0
    return {key: max(v, key=lambda g: v[g]) for key, v in votes.items() if max(v.values()) >= max(ENOUGH, CLEAR * min(v.values()))}
