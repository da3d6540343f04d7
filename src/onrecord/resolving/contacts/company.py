"""Whom the words of a contact mean without their names: "you", "both sides", "two officials"."""

from __future__ import annotations

import re
from collections.abc import Collection, Sequence
from dataclasses import dataclass

from onrecord.model import ContactEvidence, Span
from onrecord.model.entries import GIVEN, PARTY_TYPES, SIDE_TYPES
from onrecord.reading.contacts.encounter_words import MEET
from onrecord.reading.language.agreement import ME, WE, YOU
from onrecord.resolving.cast.cast import Cast, Entity, is_plural
from onrecord.resolving.contacts.sides import EVERYBODY, PARTIES, side_of
from onrecord.resolving.names.forms import PRONOUNS
from onrecord.resolving.names.kinds import kind_words
from onrecord.resolving.names.titles import split_title

#: Those who get the same from one who gives it.
EACH = re.compile(rf"\b(?:both|each|the two)(?: of the)?(?: two)? (?:{PARTIES}|capital|government)\b|\b(?:both|each) of them\b", re.I)
#: Words for a contact spoken of before: "the call", "any such meeting", "there was no lunch".
BARE = re.compile(
    r"(?:(?:on |in |of |after )?(?:the|that|this|any(?: such)?|no(?: such)?|there (?:was|were) (?:no|a)|it|one) ?"
    r"(?:\w+ )?(?:meeting|call|conversation|letter|document|lunch|dinner|evening|encounter|talk|visit|note|paper)?s?\b"
    r"(?: (?:had|has|ever|was|were|took|taken|place|off|called|cancelled|held|it|been|would|will|not|lasted)\b)*)",
    re.I,
)

#: A contact that is only counted or called again: "a second meeting", "the call"; who takes part in it was told before.
AGAIN = re.compile(
    r"(?:(?:the|an?|another|that|this|their) )?(?:(?:first|second|third|fourth|fifth|last|next|new|further|previous|other|earlier|later"
    r"|follow-up|planned|original) )*(?:meeting|call|conversation|encounter|letter|visit|exchange)\b"
    r"(?! (?:between|of|with|by|from|to)\b)"
    r"|an? (?:second|third|fourth|fifth)(?: one)? (?:followed|took place|was|is|came|will|never)\b",
    re.I,
)

#: "The delegations of Orvania and Melkar": those of whom they are.
OF_SEVERAL = re.compile(r"\b(?:delegations|negotiators|representatives|envoys|teams|officials|governments) (?:of|for|from)\b", re.I)
#: What stands before whom somebody met, and before a whole clause of its own.
MEETS = re.compile(rf"\b(?:{MEET}|with|by|between|of|from|came|wrote to|sent to) (?:the )?$", re.I)

#: "Strand’s deputy met Veld": Strand is not there, his deputy is.
WHOSE_PERSON = re.compile(
    rf"(?:[’']s?)? (?:[\w-]+ ){{0,2}}?(?:(?:{'|'.join(sorted(kind_words('office') | kind_words('relation')))})s?|deputies|allies"
    r"|secretaries|emissar(?:y|ies)|spokes\w+|generals?|lieutenants?|colonels?|successor|predecessor|assistants?|widow|friends?|bodyguards?"
    r"|parents|relatives|family|supporters|followers|fighters|soldiers|men|women|party|movement|faction)\b"
)
#: "In their call": that of who tells of it and of who is named.
THEIRS = re.compile(r"(?:in|during) their\b")
#: What follows a name and only says who that is.
SAYS_MORE = re.compile(r",\s+(?:the|an?|his|her|its|who|which|whose)\s[^,]*?(?=,|\sand\s|$)")
#: The same without an article, if it is an office: ", special envoy of the League", but not ", received the envoy of the League".
OFFICE_OF = re.compile(
    r",\s+(?P<office>[a-z][\w-]*(?: (?!(?:the|an?|his|her|its)\b)[a-z][\w-]*){0,4}) (?:of|for|to|at|in) [^,]*?(?=,|\sand\s|$)"
)


@dataclass(frozen=True)
class Around:
    """What a report tells beside a contact's own words.

    `teller` says it, `addressed` answers next and is "you"; `sides` are those of the report's talks; `others` took part in other contacts
    of the kind, and `pairs` are two persons who met or spoke, both the nearest before first; `before` are the several who took part in
    each contact told before, the nearest of the kind first; `brought` are the hosts and mediators of the report's contacts.
    """

    teller: Entity | None
    sides: Sequence[Entity]
    others: Sequence[Sequence[Entity]] = ()
    before: Sequence[Sequence[Entity]] = ()
    pairs: Sequence[Sequence[Entity]] = ()
    addressed: Entity | None = None
    brought: Collection[Entity] = ()


def speakers_meant(words: str, c: ContactEvidence, around: Around) -> list[Entity]:
    """Who "I", "we" and "you" are in the words of a contact: who tells of it or is asked, or the side of that one."""
    out: list[Entity] = []
    for pattern, who in ((YOU, around.addressed), (ME, around.teller), (WE, around.teller)):
        if who is None or who.type not in PARTY_TYPES or not pattern.search(words):
            continue
        for_side = pattern is WE or re.search(r"\byour (?:government|country|side|ministry)\b", words, re.I)
        side = side_of(who, around.sides) if for_side and c.kind in GIVEN else None
        out.append(side or who)
    return out


def of_several(span: Span, cast: Cast) -> list[Entity]:
    """The countries of "the delegations of Orvania and Melkar": whoever sat with them is no side."""
    inner = cast.within(span)
    joint = next((m for m, _ in inner if OF_SEVERAL.match(re.sub(r"^the ", "", m.text))), None)
    return outermost_sides(joint, inner) if joint else []


def outermost_sides(joint: Span, inner: Sequence[tuple[Span, Entity]]) -> list[Entity]:
    """The countries and bodies within the words for several people, without those that only say more of another."""
    out: list[Entity] = []
    reached = joint.start
    for mention, entity in inner:
        if joint.covers(mention) and mention != joint and mention.start >= reached and entity.type in SIDE_TYPES and not is_plural(entity):
            out += [entity] if entity not in out else []
            reached = mention.end
    return out


def nameless(text: str, evidence: Span, cast: Cast) -> list[Entity]:
    """Those without names whom the evidence says somebody met, or who met: "two officials", "a visitor"; one of them stands for all."""
    for mention, entity in cast.within(evidence):
        before = text[evidence.start : mention.start]
        several = entity.type in ("group", "person") and not entity.names and is_plural(entity)
        vague = EVERYBODY.fullmatch(mention.text) or mention.text.lower() in PRONOUNS
        if (several or entity.type == "unnamed") and not vague and (not before.strip() or MEETS.search(before)):
            return [entity]
    return []


def is_only_whose(text: str, mention: Span, end: int) -> bool:
    """Whether somebody is named only to say whose deputy, envoy or husband it was: "Strand’s deputy"; `end` ends the words looked at."""
    owned = mention.text.endswith(("’s", "'s", "’", "'")) or text.startswith(("’", "'"), mention.end)
    return owned and WHOSE_PERSON.match(text, mention.end, end) is not None


def appositions(text: str, span: Span, inner: list[tuple[Span, Entity]]) -> list[tuple[int, int]]:
    """What only says more of a person named: ", the head of the Council," and ", who leads the delegation"."""
    out = []
    for mention, entity in inner:
        match = SAYS_MORE.match(text, mention.end, span.end) if entity.type == "person" else None
        office = OFFICE_OF.match(text, mention.end, span.end) if entity.type == "person" and match is None else None
        match = office if office and split_title(office["office"]).role else match
        if match and not any(match.start() <= m.start < match.end() and e.type == "person" and m.text[0].isupper() for m, e in inner):
            out.append(match.span())
    return out
