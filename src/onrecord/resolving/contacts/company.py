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
from onrecord.resolving.dates.contact_dates import TELLS
from onrecord.resolving.names.forms import PRONOUNS
from onrecord.resolving.names.kinds import kind_words

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

#: "Strand had a conversation with": a name as subject.
SUBJECT = re.compile(
    r"(?:The )?(?!(?:They|He|She|It|We|I|You|Both|All|Each|Nobody|None|Talks|Negotiations|There|Who|This|That|Two|Three|Delegations"
    r"|Ministers)\b)"
    r"[^\W\d_a-z][\w-]{2,}(?= (?:had|has|met|spoke|called|telephoned|phoned|wrote|received|visited|flew|travelled)\b)"
)
UNREAD = re.compile(
    rf"\b(?:{MEET}|with|to|between|and) (?:the |an? |any |no )?(?P<who>(?:[\w-]+ ){{0,2}}"
    r"(?:officials|diplomats|leaders|ministers|representatives|commanders|envoys|generals|politicians|lawmakers|delegates|families))\b",
    re.I,
)

#: "Strand’s deputy met Veld": Strand is not there, his deputy is.
WHOSE_PERSON = re.compile(
    rf"(?:[’']s?)? (?:[\w-]+ ){{0,2}}?(?:(?:{'|'.join(sorted(kind_words('office') | kind_words('relation')))})s?|deputies|allies"
    r"|secretaries|emissar(?:y|ies)|spokes\w+|generals?|lieutenants?|colonels?|successor|predecessor|assistants?|widow|friends?|bodyguards?"
    r"|parents|relatives|family|supporters|followers|fighters|soldiers|men|women|people|party|movement|faction)\b"
)
#: Who speaks for somebody: "Strand’s spokesman".
SPEAKS_FOR = re.compile(r"(?P<whose>[\w-]+)[’']s? (?:\w+ )?(?:office|spokes\w+|press (?:service|secretary|office)|staff)\b")
SPOKESMAN = re.compile(r"\bspokes\w+$|^press secretary$", re.I)
#: "In their call": that of who tells of it and of who is named.
THEIRS = re.compile(r"(?:in|during) their\b")
#: Between a contact and the next that shares its verb.
JOINS = re.compile(r",? (?:and )?")


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


def sharing(
    text: str, c: ContactEvidence, before: ContactEvidence, took_part: Sequence[Entity], own: Sequence[Entity], teller: Entity | None
) -> list[Entity]:
    """Who took part in a contact that shares the verb of the one before it: "received by Veld on Monday and by Strand two days later".

    Args:
        text: of the report.
        c: the contact without a verb of its own.
        before: the one told before it.
        took_part: those who took part in that one.
        own: those whom the words of `c` name.
        teller: who tells of both, "I".

    Returns:
        The subject of the verb and those named; everybody if nobody is named; none if `c` has a verb.
    """
    first, second = before.evidence[0], c.evidence[0]
    verb = TELLS.search(first.text)
    if c.kind != before.kind or not verb or TELLS.search(second.text) or not JOINS.fullmatch(text, first.end, second.start):
        return []
    if not own:
        return list(took_part)
    told = first.text[: verb.start()]
    subject = [e for e in took_part if any(m.start >= first.start and m.end <= first.start + verb.start() for m in e.mentions)]
    subject += [teller] if teller in took_part and teller is not None and ME.search(told) else []
    return list(dict.fromkeys([*subject, *own]))


def principal(entity: Entity, cast: Cast) -> Entity | None:
    """The person for whom somebody only speaks, "Strand’s spokesman", "Veld’s office"; everybody else is himself.

    None for a spokesman of whom nobody knows for whom he speaks: he takes no part.
    """
    for mention in entity.mentions:
        if speaks := SPEAKS_FOR.match(mention.text):
            whose = [e for e in cast.entities if e.type == "person" and any(name.split()[-1] == speaks["whose"] for name in e.names)]
            if len(whose) == 1 and whose[0] is not entity:
                return whose[0]
    return None if is_spokesman(entity) else entity


def is_spokesman(entity: Entity) -> bool:
    """Whether somebody speaks for others by his office."""
    return any(SPOKESMAN.search(role) for role in entity.roles)


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


def names_unread(text: str, evidence: Span, cast: Cast) -> bool:
    """Whether the evidence names somebody whom no mention covers, "Strand", "Strand’s deputy": nobody is put in the place of that one."""
    people = [m for m, e in cast.within(evidence) if e.type == "person"]
    if any(is_only_whose(text, m, evidence.end) and not any(o != m and o.covers(m) for o in people) for m in people):
        return True
    subject = SUBJECT.match(evidence.text)
    if subject is None:
        return False
    name = Span.of(text, evidence.start, evidence.start + subject.end())
    # An outlet only asks: "the Courier met her".
    known = (e for m, e in (*cast.within(evidence), *cast.named(name)) if m.overlaps(name))
    return all(e.type == "outlet" for e in known)


def is_only_whose(text: str, mention: Span, end: int) -> bool:
    """Whether somebody is named only to say whose deputy, envoy or husband it was: "Strand’s deputy"; `end` ends the words looked at."""
    owned = mention.text.endswith(("’s", "'s", "’", "'")) or text.startswith(("’", "'"), mention.end)
    return owned and WHOSE_PERSON.match(text, mention.end, end) is not None


def names_others(text: str, evidence: Span, cast: Cast) -> bool:
    """Whether the evidence says of people that no mention covers that somebody met them: nobody else is put in their place."""
    found = UNREAD.finditer(text, evidence.start, evidence.end)
    return any(
        not cast.within(Span.of(text, m.start("who"), m.end())) and not cast.named(Span.of(text, m.start("who"), m.end())) for m in found
    )
