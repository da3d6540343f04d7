"""Whom the words of a contact name as those who take part in it."""

from __future__ import annotations

import re

from onrecord.model import ContactEvidence, Span
from onrecord.model.entries import PARTY_TYPES
from onrecord.reading.language.agreement import POSSESSIVES
from onrecord.resolving.cast.cast import Cast, Entity, is_plural
from onrecord.resolving.contacts.company import OF_SEVERAL, appositions, is_only_whose, outermost_sides
from onrecord.resolving.contacts.go_betweens import THIRD
from onrecord.resolving.contacts.sides import EVERYBODY
from onrecord.resolving.contacts.venues import places_in
from onrecord.resolving.names.forms import PRONOUNS
from onrecord.resolving.names.titles import split_title

#: Those named after it take part; others in the clause arrange it.
BETWEEN = re.compile(r"\bbetween\b", re.I)
#: "Their proposals" names who proposes, not who takes part; "her letter to" names who wrote.
THEIR_CONTACT = re.compile(
    r" (?:(?:first|second|last|latest|own|recent) )?(?:letters?|notes?|messages?|calls?|visits?|trips?|missions?|meetings?|telegrams?"
    r"|conversations?|journeys?)\b"
)
#: Behind a "her" that is no possessive: "brought her a letter", "received her on Monday".
OBJECT = re.compile(
    r"$|[.,;:!?”\"]| (?:an?|the|another|in|at|on|to|for|with|by|from|during|after|before|about|over|and|or|but|that|when|where|while|as"
    r"|again|twice|once|yesterday|today|tomorrow|tonight|later|there|here|alone|privately|personally|briefly|separately|directly|out|up"
    r"|back|soon|then|this (?:week|month|year|morning|afternoon|evening)|(?:late|early) (?:on|in|last|this)"
    r"|last (?:week|month|year|night|spring|summer|autumn|winter|[A-Z]))\b"
)
#: Between a description and the name that it introduces, by what that is of: "her Tameshi opposite number, Ivo Strand", "the guarantor
#: states Orvania and Tamesh".
INTRODUCES = {
    "person": re.compile(r" |(?: (?:counterpart|opposite number|colleague|homologue)),? "),
    "country": re.compile(r" (?:(?:states|countries|powers|nations|neighbours|republics) )?"),
}
#: "The chairman of the movement’s council, Ivo Strand".
OF_WHAT = re.compile(r" of [^,;.]{2,60}, ")
AND_ANOTHER = re.compile(r"(?:, (?:the )?[^\W\d_a-z][\w-]+)* and (?:the )?[^\W\d_a-z]")
WHERE = re.compile(
    r"\b(?:in|at|near|to|visit(?:ed|s|ing)?|reach(?:ed|es|ing)?|off|(?:off|left|leave[sd]?|leaving|headed|bound|departed) for)\s+"
    r"(?:the\s+)?(?:[^\W\d_a-z][\w’-]+ and )?$",
    re.I,
)
#: "Had come back from Orvania": where a traveller has been.
CAME_FROM = re.compile(
    r"\b(?:c[oa]m(?:e|es|ing)|back|return\w*|arriv\w*|fl(?:ew|own|ying)|drove|driv\w*|travel\w*) (?:\w+ )?from (?:the )?$"
)
#: "Met Strand, hours after she had left Roe", "will not meet them while Strand is held": what was before or after is another thing.
ANOTHER_TIME = re.compile(
    r",? (?:an? |the |some |just |shortly |immediately |only )*(?:(?:\w+ )?(?:minute|hour|day|night|morning|evening|week|month|year)s? )?"
    r"(?:after|before|ahead of|following|while|as long as|until|unless)\b"
)
#: "Veld, who met Strand": of whom a clause tells stands before it.
WHO = re.compile(r"(?:(?:with|to|by) )?(?:whom?|which)\b")
#: "Handed Strand a letter from Veld": whoever carries it is neither of them.
CARRIES = re.compile(
    r"\b(?:(?:hand|deliver|convey|transmit|present|pass)(?:s|es|ed|ing)?|br(?:ing|ings|ought)|carr(?:y|ies|ied)|g(?:ive|ives|ave)"
    r"|t(?:ake|akes|ook))\b(?=[^.;\n]*\b(?:letters?|notes?|messages?|repl(?:y|ies)|answers?) from\b)"
)
#: What a letter is about: "a message on an exchange of prisoners with the government".
TOPIC = re.compile(
    r" (?:on|about|regarding|concerning) (?!(?:the )?(?:\d|[A-Z][a-z]+day\b|(?:eve|morning|evening|night|day|same)\b)|[A-Z][a-z]+ \d)"
)
#: Contacts in which who it is "to" takes part.
TO_WHOM = frozenset({"letter", "document", "call", "visit"})
TO = re.compile(r"to\b|visit", re.I)
#: "The head of the Orvanian delegation, Ivo Strand": the delegation only says who he is.
HEAD_OF = re.compile(
    r"\b(?:head|leader|chief|commander|chairman|chairwoman|president|member|spokes\w+|secretary|secretary-general|director"
    r"|director-general|coordinator|commissioner) of (?:the )?$",
    re.I,
)
#: What a contact is about, or since when it is the first: "a paper on the Melkar Dam", "the first talks since the Orvanian raid".
ABOUT = re.compile(
    r"\b(?:on|about|over|concerning|regarding|since|until) (?:the )?(?:(?:[a-z]+|[\w’]+-[\w-]+) )?$"
    r"|\bunder (?:the |an? |his |her )(?:[a-z-]+ )?$",
    re.I,
)
#: "At the headquarters of the Front": whose the place is where they meet.
SEAT_OF = re.compile(r"\b(?:headquarters|offices?|residence|seat|embassy|base|compound|building|premises|mission) of (?:the )?$", re.I)
#: What only says more of a place or a thing: "the palace in whose wing Veld lives".
IN_WHOSE = re.compile(r",? (?:in|on|at|from|to|of|with|by|for) whose\b[^,;]*")
#: The same of those who are named right behind: "the representative of the Ilde Front, Ivo Strand".
ENVOY_OF = re.compile(r"\b(?:representative|envoy|negotiator|delegate|emissary|ambassador|minister) of (?:the )?$", re.I)
#: Behind the names of those who look on or preside.
LOOKS_ON = re.compile(
    r"(?:(?:,|,? and) (?:the )?[^\W\d_a-z][\w’, -]{0,80}?)?"
    rf" (?:as (?:an? |the )?(?:{THIRD}|witness)(?:e?s)?"
    r"|in the chair|presiding|looking on)\b"
    r"|(?:[’']s?)? (?:mediation|auspices|chairmanship|patronage|presidency)\b"
)
#: Who stands behind these tells of a contact, arranges it or looks on.
BESIDE = re.compile(
    r"\b(?:according to|at (?:the )?(?:request|suggestion|urging|invitation|initiative) of|on behalf of|through|via|in (?:the )?presence of"
    r"|with the (?:participation|help|assistance|support|mediation|knowledge|consent|approval|agreement|blessing) of"
    r"|(?:accompanied|flanked|escorted|chaired) by|presided over by"
    r"|under the (?:chairmanship|mediation|auspices|patronage|presidency) of"
    r"|(?:was|were|is|being|been|and|,) (?:\w+ )?(?:arranged|organi[sz]ed|brokered|set up|prepared|proposed|suggested"
    r"|requested|announced|confirmed) by)"
    r" (?:the )?(?:(?:an? )?(?:[a-z]+ ){0,2}(?:of|in|from) (?:the )?)?$",
    re.I,
)
#: "As the ministry specified, the call …": who tells of it.
AS_TOLD = re.compile(r"\bAs (?:the |an? )?$")
TELLS = re.compile(r" (?:also |later )?(?:specif|sa(?:id|ys)|not|stat|report|add|announc|explain|put)\w*\b")
#: Who has only the idea that others meet: "Veld proposed that the armies talk".
THAT_OTHERS = re.compile(
    r"(?: \w+){0,2}? (?:propos(?:ed|es)|suggest(?:ed|s)|request(?:ed|s)|demand(?:ed|s)|ask(?:ed|s)|urg(?:ed|es)|offer(?:ed|s))"
    r" (?:again |once more )?that\b"
)
#: Who is only told to have put an end to it: "the round, which Orvania called off".
CALLS_OFF = re.compile(r" (?:has |have |had )?(?:then |later |since )?(?:called off|cancelled|postponed|put off|broke off)\b")
PEOPLE = frozenset({"person", "group", "unnamed"})
BODIES = frozenset({"organization", "group"})
#: "On the envoy’s boat": whose the place is where they meet.
WHOSE_PLACE = re.compile(r"\b(?:on|in|at|aboard|inside) (?:the )?$", re.I)
#: Behind a person: "the ambassador of Orvania", "Anna Veld, foreign minister of Orvania".
OF_LAND = re.compile(r" of (?:the |neighbouring |little )?$")
OF_STATE = re.compile(r"\b(?:government|authorities|administration|army|navy|forces|ministry|parliament|embassy)$", re.I)
_VERB = (
    r"(?:will|would|shall|should|may|might|can|could|must|has|have|had|is|are|was|were|did|does|do|to|met|meets?|saw|sees?|sp(?:oke|eaks?)"
    r"|called|rang|wrote|receive[sd]?|visit(?:s|ed))\b"
)
GENITIVE = re.compile(rf"[’'](?:s\b)?(?: (?!{_VERB})[a-z][\w-]+){{0,4}},?")


def named_parties(text: str, c: ContactEvidence, cast: Cast, hosts: list[Entity]) -> list[Entity]:
    """Those that the evidence names: that the contact is "between", two persons by name, or else one after the other."""
    found: list[Entity] = []
    each = [list(dict.fromkeys([*_antecedent(text, span, cast, hosts), *named_in(text, span, cast, hosts, c)])) for span in c.evidence]
    for span in c.evidence:
        if len(corresponding := _corresponding(text, span, cast, hosts, c)) > 1:
            return corresponding
        if len(between := _between(text, span, cast, hosts, c)) > 1:
            return between
    people = [[e for e in named if not is_plural(e)] for named in each]
    named_people = max(people, key=lambda named: sum(e.type == "person" and bool(e.names) and e.name[0].isupper() for e in named))
    if sum(e.type == "person" for e in named_people) > 1:
        theirs = {e.party for e in named_people if e.type == "person" and e.party}
        return [e for e in named_people if e.type == "person" or e.name not in theirs]
    for named in each:
        found += [e for e in named if e not in found] if len(found) < 2 else []
    return found


def _antecedent(text: str, span: Span, cast: Cast, hosts: list[Entity]) -> list[Entity]:
    """Of whom a relative clause tells: those named right before "who met Strand" or "with whom she spoke"."""
    end = len(text[: span.start].rstrip(", "))
    who = WHO.match(span.text)
    types = BODIES if who and who[0].endswith("which") else PEOPLE
    named = [e for m, e in cast.mentions() if m.end == end and e.type in types] if who else []
    return [e for e in named[:1] if e not in hosts]


def _corresponding(text: str, span: Span, cast: Cast, hosts: list[Entity], c: ContactEvidence) -> list[Entity]:
    """Whose letter somebody carries, and to whom."""
    carries = CARRIES.search(span.text) if c.kind == "letter" else None
    return named_in(text, Span.of(text, span.start + carries.end(), span.end), cast, hosts, c) if carries else []


def _between(text: str, span: Span, cast: Cast, hosts: list[Entity], c: ContactEvidence) -> list[Entity]:
    between = BETWEEN.search(span.text)
    begin = span.start + between.end() if between else span.end
    return named_in(text, Span.of(text, begin, span.end), cast, hosts, c) if begin < span.end else []


def named_in(text: str, span: Span, cast: Cast, hosts: list[Entity], c: ContactEvidence) -> list[Entity]:
    """The parties named in a span: outermost mentions only, since "Girelia's envoy" is the envoy, and no places or hosts.

    Where two are named before what it came after or before, who is named with that is none.
    """
    if c.kind == "letter" and (topic := TOPIC.search(text, span.start, span.end)):
        span = Span.of(text, span.start, topic.start())
    other = ANOTHER_TIME.search(text, span.start + 1, span.end)
    if other and len(first := named_in(text, Span.of(text, span.start, other.start()), cast, hosts, c)) > 1:
        return first
    out: list[Entity] = []
    reached = 0
    aside = (*places_in(text, c), *c.by, *c.when)
    inner = sorted([*cast.within(span), *cast.named(span)], key=lambda found: (found[0].start, -found[0].end))
    beside = [*appositions(text, span, inner), *(m.span() for m in IN_WHOSE.finditer(text, span.start, span.end))]
    aloof = 0
    for n, (mention, entity) in enumerate(inner):
        outermost = mention.start >= reached
        reached = max(reached, mention.end)
        if not outermost or any(part.covers(mention) for part in aside) or entity in hosts or entity in out:
            continue
        if LOOKS_ON.match(text, mention.end, span.end) or THAT_OTHERS.match(text, mention.end, span.end):
            continue
        if text.endswith((" that ", " which "), span.start, mention.start) and CALLS_OFF.match(text, mention.end, span.end):
            continue
        # "At the invitation of the minister, Ivo Strand".
        before = span.text[: mention.start - span.start]
        stands_by = BESIDE.search(before)
        if AS_TOLD.search(text, span.start, mention.start) and TELLS.match(text, mention.end, span.end):
            continue
        if text.endswith((" - ", " – ", " — "), span.start, mention.start) and text.startswith("\n", mention.end):
            continue  # "Delegations negotiate again - Strand": whose headline it is
        if stands_by or (aloof and text[aloof : mention.start] == ", "):
            asks = stands_by and stands_by[0].lower().startswith(("at ", "under "))
            aloof = mention.end if asks and not split_title(mention.text).name else 0
            continue
        if (
            _only_owns(text, mention, span.end)
            or entity.type not in PARTY_TYPES
            or _is_where(span, mention, entity, c.kind)
            or (c.kind == "visit" and entity.type == "country" and _is_whence(text, span, mention))
            or (mention.text.lower() in PRONOUNS and not entity.names)
            or (WHOSE_PLACE.search(text, span.start, mention.start) and GENITIVE.match(text, mention.end) and c.kind != "visit")
        ):
            continue
        if entity.type == "person" and is_only_whose(text, mention, span.end):
            continue
        if entity.type != "person" and (ABOUT.search(before) or SEAT_OF.search(before)):
            continue
        if entity.type != "person" and _is_of_another(text, mention, entity, inner):
            continue
        if (
            (EVERYBODY.fullmatch(mention.text) and not (entity.members and mention.text.lower() == "the two"))
            or any(a <= mention.start < b for a, b in beside)
            or _introduces(span, mention, inner[n + 1 :])
        ):
            continue
        if OF_SEVERAL.search(mention.text) and len(nested := outermost_sides(mention, inner)) > 1:
            out += [e for e in nested if e not in (*out, *hosts)]
            continue
        if entity.members:
            out += [member for key in sorted(entity.members) if (member := cast.entities[key]) not in (*out, *hosts)]
            continue
        if entity.type != "person" and (_only_says_whose(text, mention, inner) or _only_says_of_what(text, span, mention, inner)):
            continue
        apposition = before.rstrip().endswith(",") and out and out[-1].type == "person" and entity.type != "person"
        if not apposition:
            out.append(entity)
    return out


def _only_owns(text: str, mention: Span, end: int) -> bool:
    """Whether a pronoun only says whose something is that is no contact: "her answer", not "her visit" and not "met her"."""
    word = mention.text.lower()
    stands_alone = word == "her" and OBJECT.match(text, mention.end, end)
    return word in POSSESSIVES and not (stands_alone or THEIR_CONTACT.match(text, mention.end, end))


def _introduces(span: Span, mention: Span, after: list[tuple[Span, Entity]]) -> bool:
    """Whether a description only introduces those named directly after it: "his counterpart Ivo Strand", "the allies Orvania and Ilde"."""
    behind = [(m, e) for m, e in after if m.start >= mention.end]
    holder = next((m for m, e in behind if e.type == "person"), None)
    if holder and split_title(mention.text).role:
        # "The chairman of the movement’s council, Ivo Strand" may have been read as "council, Ivo Strand".
        name = holder.start + max(0, holder.text.find(split_title(holder.text).name or holder.text))
        if OF_WHAT.fullmatch(span.text, mention.end - span.start, name - span.start):
            return True
    follower = next(iter(behind), None)
    if follower is None or follower[1].type not in INTRODUCES:
        return False
    gap = span.text[mention.end - span.start : follower[0].start - span.start]
    several = follower[1].type == "person" or AND_ANOTHER.match(span.text, follower[0].end - span.start)
    return bool(several and INTRODUCES[follower[1].type].fullmatch(gap))


def _is_where(span: Span, mention: Span, entity: Entity, kind: str) -> bool:
    """Whether a country is where it was, not who took part: "met in Orvania"; a letter to it is its own, and so is a visit."""
    before = span.text[: mention.start - span.start]
    if entity.type == "country" and CAME_FROM.search(before):
        return True
    found = WHERE.search(before) if entity.type == "country" else None
    return bool(found) and not (kind in TO_WHOM and found and TO.match(found[0]))


def _is_whence(text: str, span: Span, mention: Span) -> bool:
    """Whether a traveller comes, or brings something, from a country, or it only says whose something is: "with Orvania’s answer"."""
    behind = text[span.start : mention.start].endswith((" from ", " with "))
    return behind and (text[: mention.start].endswith(" from ") or bool(GENITIVE.match(text, mention.end)))


def _only_says_whose(text: str, mention: Span, inner: list[tuple[Span, Entity]]) -> bool:
    """Whether a body stands only before its own: "the Council’s leader, Ivo Strand"."""
    genitive = GENITIVE.match(text, mention.end)
    return genitive is not None and any(genitive.start() < m.start <= genitive.end() + 1 for m, _ in inner)


def _is_of_another(text: str, mention: Span, entity: Entity, inner: list[tuple[Span, Entity]]) -> bool:
    """Whether a country only says whose minister, ambassador or government the one named before it is, or a body of what one person is."""
    of = OF_LAND.search(text, max(0, mention.start - len(" of neighbouring ")), mention.start)
    before = [(m, e) for m, e in inner if of and m.end == of.start() and not e.members]
    # "Ivo Strand, secretary of Orvania's Security Council" may have been read as far as the country.
    cut = [m for m, e in inner if e.type == "person" and ", " in m.text and text[m.end : mention.start] in ("'s ", "’s ")]
    if cut and entity.type != "country":
        return True
    if entity.type == "country":
        return any(e.type == "person" or OF_STATE.search(m.text) for m, e in before)
    return any(e.type == "person" and not is_plural(e) for _, e in before)


def _only_says_of_what(text: str, span: Span, mention: Span, inner: list[tuple[Span, Entity]]) -> bool:
    """Whether a body stands only behind the office of somebody: "the head of the Council", "the envoy of the Council, Ivo Strand"."""
    before = span.text[: mention.start - span.start]
    named = text.startswith(", ", mention.end) and any(m.start == mention.end + 2 and e.type == "person" for m, e in inner)
    return bool(HEAD_OF.search(before) or (named and ENVOY_OF.search(before)))
