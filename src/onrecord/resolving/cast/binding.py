"""Whom a pronoun can and cannot mean by where it stands in its sentence.

The object of a verb is not its subject, "Veld, who had offered to meet him": Principle B of Chomsky, Lectures on Government and
Binding, 1981. Who is asked is who has spoken, not who is asked about: "Asked about Strand’s call, he said …".
"""

from __future__ import annotations

import re

from onrecord.resolving.cast.cast import Entity, is_plural
from onrecord.resolving.cast.sight import SURE, Sight
from onrecord.resolving.names.forms import PRONOUNS
from onrecord.resolving.names.genders import gender_of

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
#: What may stand between a subject and a description of somebody else: words of one clause in which nobody is said to be anybody.
_OF_CLAUSE = re.compile(
    r"(?!’|')(?: (?!(?:and|but|or|nor|that|who|whom|whose|which|if|whether|when|while|as|than|because|where|what|how|why|until|before"
    r"|after|since|though|although|so|is|was|be|been|being|are|were|became|becomes?|becoming|remains?|remained|called|named|appointed"
    r"|elected|sworn|means?|meant|succeeds?|succeeded|replaced)\b)[\w’'-]+)+ "
)
#: Who stands behind one of these is no subject: "reporters travelling with Veld heard the minister say …".
_BESIDE = ("with ", "to ", "for ", "from ", "near ", "around ", "behind ")
_ANSWERS = re.compile(r"\b(?:replie[sd]|answer(?:s|ed)|retort(?:s|ed)|counter(?:s|ed)|respond(?:s|ed)|rejoin(?:s|ed))\b")


def who_answers(sight: Sight, i: int, pronoun: str, speaker: Entity) -> Entity | None:
    """Who replies to the last speaker as a pronoun: the only other one told of with him. Nobody replies to himself."""
    if not _ANSWERS.search(sight.cue_of(sight.mentions[i].span)):
        return None
    told = dict.fromkeys(sight.entity(j) for j in (*sight.in_sentence(i, back=1), *sight.in_sentence(i)))
    near = [e for e in told if e and e is not speaker and e.type in ("person", "unnamed") and not is_plural(e)]
    fits = [e for e in near if sight.can_be(pronoun, e)]
    return fits[0] if len(fits) == 1 else None


def subject_of_clause(sight: Sight, i: int) -> Entity | None:
    """Who is the subject of the clause whose object a pronoun is; None if the mention is no such pronoun, or the clause is not plain."""
    here = sight.mentions[i].span
    if (found := _OBJECT.match(sight.text, here.start)) is None or found.end() != here.end:
        return None
    j = next((j for j in reversed(sight.in_sentence(i)) if sight.mentions[j].span.end < here.start), None)
    return sight.entity(j) if j is not None and _CLAUSE.fullmatch(sight.text, sight.mentions[j].span.end, here.start) else None


def is_subject_before(sight: Sight, i: int, entity: Entity) -> bool:
    """Whether somebody is named as the subject of the clause in which a description is another part: "Veld met the minister".

    Principle C, as below; a clause that says who somebody is or becomes is none such: "Veld is the minister".
    """
    here = sight.mentions[i].span.start
    spans = (sight.mentions[j].span for j in sight.in_sentence(i) if sight.entity(j) is entity)
    named = (s for s in spans if s.end < here and s.text.lower() not in PRONOUNS and not sight.text.endswith(_BESIDE, 0, s.start))
    return any(_OF_CLAUSE.fullmatch(sight.text, span.end, here) for span in named)


def told_apart(sight: Sight, i: int, speaker: Entity) -> Entity | None:
    """Whom the words of a description have meant before, if that is not who speaks: he spoke of him, or is told of in one clause with him.

    "“The general lies,” said Veld", "the mediator handed Veld a letter": then neither "the general" nor "the mediator" is Veld.
    """
    words = sight.mentions[i].span.text.lower()
    for e in sight.before(i):
        for m in e.mentions if not e.names else ():
            if m.text.lower() == words and (
                sight.speaker_of(m) is speaker
                or any(_OF_CLAUSE.fullmatch(sight.text, m.end, own.start) for own in speaker.mentions if own.start > m.end)
            ):
                return e
    return None


def is_pronoun_before(sight: Sight, i: int, entity: Entity | None) -> bool:
    """Whether somebody is "he" or "she" as a subject earlier in a mention's sentence, so that no description in it means him.

    Principle C of Chomsky, Lectures on Government and Binding, 1981.
    """
    told = sight.told_by(i)  # "he had been told so, the soldier said"
    subjects = (sight.mentions[j].span for j in sight.in_sentence(i) if sight.entity(j) is entity)
    return any(span.text.lower() in ("he", "she") and not any(part.covers(span) for part in told) for span in subjects)


def surer_than(sight: Sight, i: int, pronoun: str, speaker: Entity) -> Entity | None:
    """Who is named since somebody spoke and is known to be she, or he, as that one is not, if the model surely points to her."""
    pointed = sight.pointed(i) if sight.mentions[i].score >= SURE else None
    gender = gender_of(pronoun)
    if pointed is None or sight.genders.get(pointed.key) != gender or sight.genders.get(speaker.key) == gender:
        return None
    said = sight.told_by(i)
    told = (j for j in range(i - 1, -1, -1) if not any(part.covers(sight.mentions[j].span) for part in said))
    last = next((j for j in told if sight.entity(j) is speaker or _names(sight, j, pointed)), None)
    # "She spoke to Anna Veld": who does something to somebody goes on.
    return pointed if last is not None and _names(sight, last, pointed) and not is_pronoun_before(sight, last, speaker) else None


def _names(sight: Sight, j: int, entity: Entity) -> bool:
    return sight.entity(j) is entity and sight.mentions[j].span.text.lower() not in PRONOUNS
