"""Whom a pronoun can and cannot mean by where it stands in its sentence.

The object of a verb is not its subject, "Veld, who had offered to meet him": Principle B of Chomsky, Lectures on Government and
Binding, 1981. Who is asked is who has spoken, not who is asked about: "Asked about Strand’s call, he said …".
"""

from __future__ import annotations

import re

from onrecord.resolving.cast.cast import Entity
from onrecord.resolving.cast.sight import Sight

#: "Her" is an object where no noun follows it.
_OBJECT = re.compile(
    r"(?:him|them|her(?=[.,;:!?]| (?:to|in|on|at|for|from|by|with|and|but|again|twice|once|as|that|if|when|before|after|about)\b))\b"
)
#: What may stand between a subject and the object of its verb: words of one clause, in which nobody else is named.
_CLAUSE = re.compile(
    r",?(?: who)?(?: (?!(?:the|an?|this|that|these|those|his|her|its|their|my|our|your|it|he|she|they|we|you|I|everyone|everybody|one"
    r"|nobody|someone|somebody|anyone|no|whether|if|as|when|why|what|how|where|who|which|while|because|near|behind|beside|around|before"
    r"|after|about|of|for|brought|brings?|took|takes?|carried|carries)\b)[a-z’'-]+){1,7} "
)
_ASKED = re.compile(r"[“\"]?(?:When |If )?(?:[Aa]sked|[Pp]ressed|[Qq]uestioned|[Cc]hallenged|[Qq]uizzed)\b(?! by\b)")


def who_is_asked(sight: Sight, i: int, pronoun: str) -> Entity | None:
    """Who answers as a pronoun in a sentence that begins with what he was asked: who spoke last before it."""
    start = sight.sentence_start(i)
    if not sight.is_source(i) or not _ASKED.match(sight.text, start):
        return None
    spoke = (sight.entity(j) for j in range(i - 1, -1, -1) if sight.mentions[j].span.end <= start and sight.is_source(j))
    last = next((e for e in spoke if e), None)
    return last if last and last.type == "person" and last.names and sight.can_be(pronoun, last) else None


def subject_of_clause(sight: Sight, i: int) -> Entity | None:
    """Who is the subject of the clause whose object a pronoun is; None if the mention is no such pronoun, or the clause is not plain."""
    here = sight.mentions[i].span
    if not _OBJECT.match(sight.text, here.start) or here.text.lower() not in ("him", "her", "them"):
        return None
    subjects = (j for j in reversed(sight.in_sentence(i)) if sight.mentions[j].span.end < here.start)
    j = next(subjects, None)
    return sight.entity(j) if j is not None and _CLAUSE.fullmatch(sight.text, sight.mentions[j].span.end, here.start) else None
