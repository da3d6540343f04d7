"""What rules of agreement add to the score of a pronoun's antecedent: who "he", "it" and "they" can point back to."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Sequence

#: Pronouns of one meaning.
FAMILIES = tuple(
    frozenset(words.split())
    for words in (
        "he him his himself",
        "she her hers herself",
        "it its itself",
        "they them their theirs themselves",
        "this that these those",
        "i me my mine myself",
        "we us our ours ourselves",
        "you your yours yourself",
    )
)
HE, SHE, IT, THEY, THIS, SELF, WE, YOU = range(len(FAMILIES))
FAMILY = {word: n for n, family in enumerate(FAMILIES) for word in family}
PRONOUNS = frozenset([*FAMILY, "who", "whom", "whose", "which"])
_MANY = re.compile(r"[^su'’]s$|(?:people|men|children|police)$|.* and ")
_NUMBER = re.compile(r"(?:two|three|four|five|six|some|many|several|all|both)\b")
_AFTER = re.compile(r",| (?:of|in|who|that|from|for|to) ")
#: What is added to the score of a link, as a natural logarithm: the pronoun stands in the mention; each sentence between the
#: two, up to so many, for those of the third person; another pronoun of one family, third person or not; "I" and "you", who
#: can be one in a conversation; a pronoun of another family; several for "they". Chosen on GUM's test part.
WITHIN, FAR, FARTHEST, SAME, SAME_SPEAKER, TURN, OTHER, SEVERAL = -2.0, -1.5, 5, 1.0, 2.5, 1.5, -2.0, 1.0


def agreement(own: str, other: str, within: bool, sentences: int) -> float:
    """How well a mention agrees with a pronoun that may point back to it; nothing for relative pronouns.

    Args:
        own: the pronoun, in lower case.
        other: the words of the earlier mention, in lower case, without an article.
        within: whether the pronoun stands inside that mention.
        sentences: how many sentences lie between their beginnings.
    """
    family, other_family = FAMILY.get(own), FAMILY.get(other)
    if family is None:
        return 0.0
    third = family <= THIS
    score = (WITHIN if within else 0.0) + (FAR * min(sentences, FARTHEST) if third else 0.0)
    if other_family == family != THIS:
        return score + (SAME if third else SAME_SPEAKER)
    if other_family is not None:
        return score + (TURN if {family, other_family} == {SELF, YOU} else OTHER)
    if family in (THEY, WE) and is_many(other):
        score += SEVERAL
    return score


def is_many(words: str) -> bool:
    """Whether lower-case words mean several: "two aides of the envoy", "the talks"."""
    return bool(_NUMBER.match(words) or _MANY.search(_AFTER.split(words, maxsplit=1)[0]))


def sentence_numbers(sentences: Sequence[tuple[int, int]], starts: Sequence[int]) -> list[int]:
    """For each of some characters, the number of the sentence that holds it."""
    edges = [a for a, _ in sentences]
    return [bisect_right(edges, start) for start in starts]
