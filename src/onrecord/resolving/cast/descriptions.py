"""Whom an office or a description means: "the minister", "the newspaper", "the council", "the letter"."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cached_property

from onrecord.model.entries import BODIES, SIDE_TYPES
from onrecord.resolving.cast.binding import is_pronoun_before, told_apart
from onrecord.resolving.cast.cast import Entity
from onrecord.resolving.cast.firms import FIRM
from onrecord.resolving.cast.officeholders import CountryOf, holder_of, holds_another, is_kept_from, left_with
from onrecord.resolving.cast.possession import home_of, is_owner
from onrecord.resolving.cast.presentations import goes_on, named_next, turns_to
from onrecord.resolving.cast.principals import principal_before
from onrecord.resolving.cast.publications import is_other_medium
from onrecord.resolving.cast.sight import Antecedent, Sight
from onrecord.resolving.names.forms import (
    ANYBODY,
    BODY_PRONOUNS,
    DOCUMENTS,
    INDEFINITE,
    ITSELF,
    MOVEMENT,
    OUTLET_NOUNS,
    PERSON_OF,
    PRONOUNS,
)
from onrecord.resolving.names.holders import without_country
from onrecord.resolving.names.kinds import are_several, bare_word, head_of, kind_words, tokens_of
from onrecord.resolving.names.titles import split_title

#: "Strand’s spokesman" is a person named without that office only if the reading model is so sure.
SURE = 0.8
#: A description that the reading model is less sure of stands for itself.
DESCRIBED = 0.6
OWNED = re.compile(r"[’']s?\s")
#: Offices that whoever has no name is given in the next sentence.
ANYONES = frozenset({"diplomat", "officer"})
#: What anybody in public life can be called: "the official added" of a spokesman named before.
PUBLIC = frozenset({"official", "politician", "statesman"})
#: With one of these inside, the last word is not what the words are about: "a source close to the newspaper".
WITHIN = re.compile(r"\s(?:of|by|in|to|from|with|for|at|on|about|who|which|that)\s")
#: So many characters back somebody without a name is still spoken of.
NEAR = 400
DEMONSTRATIVE = re.compile(r"(?:this|that|these|those)\s+(?!same\b)", re.I)
#: Who held an office at a time that is told of.
THEN = re.compile(r"the then[ -]")
#: "The same minister" is the last one; "the outgoing minister" is the minister.
SAME = re.compile(r"^(the|this|that)\s+(?:same|very|said|outgoing)\s+", re.I)
#: Bodies that a noun means whose name has another one: "the company" is Melkar Mining.
_KINDS = {
    "company firm operator concern": FIRM,
    "movement": re.compile(MOVEMENT.pattern.rstrip("$") + r"\b"),
    "mission": re.compile("[Ee]mbassy|Mission"),
}
KINDS = {noun: names for nouns, names in _KINDS.items() for noun in nouns.split()}
#: A name in capitals, "EAM", "VELD", or the first letters of one.
CAPITALS = re.compile(r"[A-Z]{2,}")
#: Bodies of which none is any other.
INSTITUTIONS = frozenset(
    "ministry embassy parliament court tribunal army navy police government cabinet federation league church bank university company"
    " union chancellery".split()
)


@dataclass(frozen=True)
class _Description:
    """The words of a description and the office in them."""

    words: str
    role: str | None

    @cached_property
    def lower(self) -> str:
        return self.words.lower()

    @cached_property
    def last(self) -> str:
        """The last word, mostly the noun."""
        return self.lower.split()[-1]

    @property
    def is_bare(self) -> bool:
        """Whether nothing but the article stands before the noun."""
        return self.lower == f"the {self.last}"

    @property
    def is_owned(self) -> bool:
        """Whether the words say whose it is."""
        return OWNED.search(self.lower) is not None

    @property
    def is_plain(self) -> bool:
        """Whether the words say neither whose it is nor in what."""
        return not self.is_owned and not WITHIN.search(self.lower)


def find_described(sight: Sight, i: int, country_of: CountryOf) -> Antecedent:
    """Whom a definite description means, and why; None if nothing tells."""
    words = ITSELF.sub("", SAME.sub(r"\1 ", sight.mentions[i].span.text))
    if CAPITALS.fullmatch(words):
        pointed = sight.pointed(i)
        return (pointed, "points back, as the model reads it") if pointed and _is_called(words, pointed) else (None, "")
    said = _Description(words, split_title(words).role)
    if said.is_bare and " same " in sight.mentions[i].span.text and (same := _of_noun(sight, i, said.last)):
        return same, f"is the {said.last} spoken of last"
    if found := _outlet(sight, i, said) or _issuer(sight, i, said):
        return found
    if PERSON_OF.fullmatch(words) and (speaker := sight.speaker_before(i)) and speaker.type == "person":
        return (speaker, "speaks on") if sight.can_be("she" if said.last.endswith("woman") else "he", speaker) else (None, "")
    if (said.role or sight.mentions[i].type == "person") and (introduced := sight.introduced(i)):
        return introduced, f"introduces {introduced.name}"
    if said.role and (apposed := _apposed(sight, i)):
        return apposed, f"stands directly behind {apposed.name}"
    if THEN.match(said.lower):
        return None, ""
    if (said.role or sight.mentions[i].type in ("person", "unnamed")) and (introduced := _introduced(sight, i, said.last)):
        return introduced, f"is the {said.last} spoken of before"
    if said.role and (found := _in_office(sight, i, said, said.role, country_of)):
        return found
    return _pointed_to(sight, i, said, country_of)


def _apposed(sight: Sight, i: int) -> Entity | None:
    """The person named directly before an office between two commas: "Anna Veld, Minister of Energy, said"."""
    here, text = sight.mentions[i].span, sight.text
    behind = text.startswith(", ", here.start - len(", ")) and here.text[0].isupper() and text.startswith(",", here.end)
    named = sight.adjacent(i) if behind else None
    return named if named and named.type == "person" and named.names else None


def _outlet(sight: Sight, i: int, said: _Description) -> Antecedent | None:
    """The outlet that "the newspaper" is."""
    if said.last not in OUTLET_NOUNS or not said.is_plain:
        return None
    before = [e for e in sight.before(i) if e.type == "outlet" and e.names and not is_other_medium(said.last, e.name)]
    outlet = next((e for e in before if not sight.is_own(e)), None) or next(iter(before), None)
    return (outlet, "is the last outlet named") if outlet else None


def _issuer(sight: Sight, i: int, said: _Description) -> Antecedent | None:
    """Who issued a document that speaks."""
    if said.last not in DOCUMENTS or not sight.is_source(i):
        return None
    issuer = sight.author(i, DOCUMENTS) if said.is_plain and said.lower.split()[0] not in PRONOUNS else None
    if issuer is None and said.is_bare and (speaker := sight.speaker_before(i)) and speaker.type in SIDE_TYPES:
        issuer = speaker
    return (issuer, f"is what {issuer.name} issued") if issuer else None


def _in_office(sight: Sight, i: int, said: _Description, role: str, country_of: CountryOf) -> Antecedent | None:
    """Who is meant by an office: who is known to hold it, or who speaks on, if nobody is."""
    if same := _titled_before(sight, i, said):
        return same, f"is “{said.words}” throughout"
    holder = None if said.lower.split()[0] in ("its", "their") else holder_of(sight, i, role, country_of)
    speaker = sight.speaker_before(i)
    speaker = None if speaker and not speaker.names and all(m.text.lower() in BODY_PRONOUNS for m in speaker.mentions) else speaker
    if speaker and said.last in ANYONES and _is_anybody(speaker) and said.is_bare and not (holder and holder in sight.spoke_before(i)):
        return speaker, "speaks on"
    if holder and holder.names:
        return holder, f"is the office of {holder.name}"
    if speaker is None or speaker.type != "person":
        near = sight.persons_near(i, "") if sight.is_source(i) else []
        speaker = near[0] if len(near) == 1 else None
    if speaker and (other := told_apart(sight, i, speaker)):
        return other, f"is the {said.last} spoken of before"
    if speaker and said.is_plain and said.lower.startswith("the ") and _can_take(sight, i, speaker, role):
        pointed = sight.pointed(i) if sight.mentions[i].score >= DESCRIBED else None
        if pointed and pointed.type == "person" and pointed.names and (role in pointed.roles or not pointed.roles):
            return pointed, "points back, as the model reads it, and nobody is known to hold that office"
        if not turns_to(sight, i):
            return speaker, "speaks on, and nobody else is known to hold that office"
    if holder:
        return holder, f"is the office of {holder.name}"
    if said.last in PUBLIC and said.is_bare and (official := _official_before(sight, i, said.last)):
        return official, "speaks on, and nobody else is called so"
    if (principal := principal_before(sight, i)) and said.lower.startswith("the ") and not principal.roles:
        return principal, f"is whom the aide of {principal.name} speaks of"
    if named := named_next(sight, i):
        return named, f"opens the report, and {named.name} speaks next"
    introduced = _introduced(sight, i, said.last, "the")
    return (introduced, f"is the {said.last} spoken of before") if introduced else None


def _titled_before(sight: Sight, i: int, said: _Description) -> Entity | None:
    """Who has been "the Minister" before, in a text that keeps the capital for one: a ministry's of its own."""
    if not said.is_bare or not said.words.split()[-1][0].isupper():
        return None
    return next((e for e in sight.before(i) if e.names and any(m.text.lower() == said.lower for m in e.mentions)), None)


def _official_before(sight: Sight, i: int, noun: str) -> Entity | None:
    """Who spoke last, if he has a name and an office, and nobody without a name was called "a senior official"."""
    speaker = sight.last_speaker(i) if sight.speaks(i) else None
    if speaker is None or speaker.type != "person" or not (speaker.names and speaker.roles):
        return None
    nameless = (e for e in sight.before(i) if not e.names)
    return None if any(noun in m.text.lower().split() for e in nameless for m in e.mentions) else speaker


def _can_take(sight: Sight, i: int, speaker: Entity, role: str) -> bool:
    """Whether who speaks can hold an office that nobody is known to hold: no other keeps him from it, and nothing tells them apart."""
    if is_kept_from(role, speaker) or INDEFINITE.match(speaker.mentions[0].text):
        return False
    # Else the model sees somebody in it who has not been told of.
    back = sight.mentions[i].antecedent is not None or goes_on(sight, i)
    return (
        back and not is_pronoun_before(sight, i, speaker) and speaker not in (sight.labelled(i), sight.speaker_of(sight.mentions[i].span))
    )


def _pointed_to(sight: Sight, i: int, said: _Description, country_of: CountryOf) -> Antecedent:
    """Whom the reading model points to, if the words can mean that one, or whom the noun means."""
    role, last = said.role, said.last
    pointed = sight.pointed(i)
    if sight.mentions[i].score < DESCRIBED and not (pointed and said.is_bare and pointed is sight.speaker_before(i)):
        pointed = None
    pointed = None if pointed and (is_pronoun_before(sight, i, pointed) or is_owner(said.words, pointed)) else pointed
    if pointed and _is_other_kind(sight, i, role, pointed):
        return None, ""
    of = country_of(said.words) if role else None
    if of and pointed and home_of(pointed, country_of) not in (None, of):
        pointed = None
    if role and of and pointed is None and (left := left_with(sight, i, without_country(role, of), of, country_of)):
        return left, f"is the office of {left.name}: nobody else who holds it is of {of}"
    if DEMONSTRATIVE.match(said.lower):
        same = _of_noun(sight, i, last)
        return (same, f"are the {last} spoken of before") if same else (pointed, "points back, as the model reads it" if pointed else "")
    if said.lower.split()[0] in PRONOUNS:
        return None, ""  # "his office", "their envoy": somebody else than he or they
    if (kin := KINDS.get(last)) and said.is_bare and not (pointed and kin.search(pointed.name)):
        named = next((e for e in sight.before(i) if e.type in BODIES and any(kin.search(name) for name in e.names)), None)
        if named or pointed is None:
            return (named, f"is the last {last} named") if named else (None, "")
    if last in kind_words("body") and not said.is_owned and (body := _body(sight, i, last, pointed)):
        return body, f"is the last {last} named"
    if pointed and all(m.text.lower() in PRONOUNS for m in pointed.mentions):
        return None, ""  # "I" in a quotation tells nobody who "the operator" is
    if pointed and role and holds_another(role, pointed):
        return None, ""
    if pointed and pointed.type == "outlet" and last in ANYBODY:
        return None, ""  # the outlet speaks of its sources, it is none of them
    return pointed, "points back, as the model reads it" if pointed else ""


def _is_other_kind(sight: Sight, i: int, role: str | None, entity: Entity) -> bool:
    """Whether the words cannot mean what the model points to: an office is no body, a body no person, and several are not one.

    Nor is "Strand’s spokesman" somebody who is named and is not known for that.
    """
    if role and entity.type in BODIES | {"place"}:
        return True
    words = sight.mentions[i].span.text
    if role and not are_several(words) and are_several(entity.mentions[0].text):
        return True
    if role and OWNED.search(words) and entity.names and not entity.roles and sight.mentions[i].score < SURE:
        return True
    head = head_of(tokens_of(words))
    noun = head[-1].text.lower() if head else ""
    if noun in INSTITUTIONS and (entity.type in ("person", "unnamed") or _other_institution(noun, entity)):
        return True
    if noun in INSTITUTIONS and sight.mentions[i].score < SURE and noun not in _called(entity):
        # "The navy" is the one that was spoken of, in "a spokesman for the Orvanian navy", not another body.
        return any(noun in m.span.text.lower().split() for m in sight.mentions[:i])
    body = sight.mentions[i].type in BODIES or (bool(head) and head[-1].kind == "body")
    return entity.type == "person" and not are_several(entity.mentions[0].text) and (body or are_several(words))


def _is_called(capitals: str, entity: Entity) -> bool:
    """Whether somebody can be called so: by a word of a name, or by the first letters of the words for him."""
    words = [*entity.names, *(m.text for m in entity.mentions)]
    initials = {"".join(word[0] for word in each.split() if word[0].isupper()) for each in words}
    return capitals in initials or any(capitals.casefold() in each.casefold().split() for each in words)


def _other_institution(noun: str, entity: Entity) -> bool:
    """Whether somebody is called an institution, and never the one that a noun names: no embassy is a league."""
    called = _called(entity)
    return bool(called & INSTITUTIONS) and noun not in called


def _called(entity: Entity) -> frozenset[str]:
    """The words that are heads of what somebody is called."""
    return frozenset(bare_word(t) for words in (*entity.names, *(m.text for m in entity.mentions)) for t in head_of(tokens_of(words)))


def _body(sight: Sight, i: int, noun: str, pointed: Entity | None) -> Entity | None:
    """The last body whose name has the noun, for "the council"; the one that the model points to, if that is such a one."""
    if not re.fullmatch(rf"(?:the|this|that) {noun}", sight.mentions[i].span.text, re.I):
        return None
    fits = [e for e in dict.fromkeys(sight.before(i)) if e.type in BODIES and any(noun in name.lower().split() for name in e.names)]
    return pointed if pointed in fits else next(iter(fits), None)


def _of_noun(sight: Sight, i: int, noun: str) -> Entity | None:
    """Who was last spoken of by a noun: "several persons from his office", then "these persons"."""
    head = re.compile(rf"(?:[\w’'-]+ ){{0,4}}{re.escape(noun)}\b", re.I)
    return next(
        (e for e in sight.before(i) if any(m.start < sight.mentions[i].span.start and head.match(m.text) for m in e.mentions)), None
    )


def _is_anybody(speaker: Entity) -> bool:
    """Whether a speaker is one of whom no name and no office is told: "one member of the delegation", but not "an aide to Veld"."""
    return not speaker.names and speaker.type == "unnamed" and bool(re.match(r"(?:an?|one|another) ", speaker.mentions[0].text, re.I))


def _introduced(sight: Sight, i: int, noun: str, article: str = "an?|one") -> Entity | None:
    """Who was spoken of shortly before as one of a kind: "a Western diplomat" or "his spokeswoman", then "the diplomat"."""
    if sight.mentions[i].span.text.lower() != f"the {noun}":
        return None
    one = re.compile(
        rf"one of (?:the|these|those|his|her) (?:[\w-]+ ){{0,2}}{noun}s\b"
        rf"|(?:one of \w+, )?(?:{article}|his|her|its|their|[^\W\d_a-z][\w-]*[’']s?) (?:(?!.*\b(?:of|to|for)\b).* )?{noun}\b",
        re.I,
    )
    near = sight.mentions[i].span.start - NEAR
    return next((e for e in sight.before(i) if e.mentions[0].start >= near and not e.names and one.match(e.mentions[0].text)), None)
