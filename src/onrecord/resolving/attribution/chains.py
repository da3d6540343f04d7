"""Through whom a statement came: the relayers between its speaker and this report, nearest the speaker first."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Sequence

from onrecord.model import Attribution, Mention, Reading, Report, Span
from onrecord.resolving.attribution.inherited import Link, inherit_chains
from onrecord.resolving.attribution.relayers import CITING, DENIES
from onrecord.resolving.attribution.speakers import Speaker
from onrecord.resolving.attribution.teller_clauses import CITE, QUOTE
from onrecord.resolving.cast.cast import Cast, Entity
from onrecord.resolving.cast.outlets import is_own_outlet
from onrecord.resolving.names.compounds import with_mentions
from onrecord.resolving.names.forms import OUTLET_NAME, OUTLET_NOUNS, PEOPLE_PRONOUNS, PRONOUNS
from onrecord.resolving.names.kinds import tokens_of

#: So many characters around a word are looked at for who is meant.
REACH = 40
#: Behind a word of a longer name: "Orvania" of "Orvania Today".
NAME_GOES_ON = re.compile(r" (?!(?:On|In|At)\b)[^\W\d_a-z][\w’-]+$")
#: Behind a name that only says of what: "Orvania" of "Orvania media".
MODIFIES = re.compile(r" (?!(?:of|in|at|for|to|from|with|who|which|that|and|or|on|by|as)\b)[^\W\d_A-Z][\w’-]+$")
#: What a relative pronoun stands directly after: "to the chancellery, which".
ANTECEDENT = re.compile(r"\b(?P<who>(?:the|an?|his|her|its|their) (?:(?!the |an? )[\w’'-]+ ){0,2}[\w’'-]+),? $")
#: Before whoever wrote what is denied: "as the daily had written", "after the weekly reported".
WRITTEN = re.compile(r"\b(?:as|after|when)\s+(?:the\s+|an?\s+)?$", re.I)
#: "Told the daily Herald".
TOLD = re.compile(r"\b(?:told|tells?|telling|informed|assured|assures)$", re.I)
#: What somebody comments on, "on a report by the Herald", is not what it relays.
COMMENTED = re.compile(
    r"\b(?:on|to|about|regarding|concerning) (?:an? |the |these |those |such )?(?:\w+ )?"
    r"(?:reports?|versions?|articles?|stor(?:y|ies)|publications?|claims?|accounts?|rumou?rs?) (?:\w+ )?(?:by|in|of|from) (?:the |an? )?$",
    re.I,
)
#: "She said, citing the guild": that is where she has it from herself.
CITES_ITSELF = re.compile(rf"[^,;.“”]{{0,40}},? (?:{CITE}) (?:the |an? )?", re.I)
#: Whoever puts words into another language relays nothing: "said through an interpreter".
THROUGH = re.compile(r"\b(?:through|via|by) (?:(?:the|an?|his|her|its|their) )?$")
INTERPRETS = re.compile(r"\b(?:interpreters?|translators?)$", re.I)
#: "Sent to the Herald and relayed by".
PASSED = re.compile(r"\b(?:sent|given|handed|leaked|shown|\w+(?:ed|cast)) (?:to|by) (?:the |an? )?(?:\w+ )?$")
SENT = re.compile(r" to (?:the |an? )?(?:\w+ )?$")
#: Behind who had the words before the next one named: "a clerk showed to the Herald", "an aide on whom the radio relies".
GIVES = re.compile(r" (?:has |had |have )?(?:gave|given|showed|shown|sent|passed|handed|leaked|forwarded) (?:\w+ )?to\b|,? (?:\w+ )?whom\b")
#: Who writes "in the daily Herald" is not relayed by it.
WROTE = re.compile(r"(?:wrote|writes|argued|argues|warned)", re.I)
QUOTED = re.compile(rf"\b(?:{QUOTE}|as \w+ing)\b", re.I)
IN_PAPER = re.compile(r"(?:^|[.!?]\s+|\n|, )in (?:the |an? )?(?:[\w-]+ ){0,2}$", re.I)
TO_IT = re.compile(r"\bto (?:the |an? )?(?:\w+ )?$", re.I)
TO = re.compile(r"\s+(?:to\s+)?(?:the\s+|an?\s+)?(?:\w+\s+)?", re.I)


def add_speakers(text: str, reading: Reading) -> Reading:
    """The reading with a mention for each source and relayer that has none: "two of his listeners".

    So has what a source that is a relative pronoun stands for, "the chancellery, which …".
    """
    mentions = reading.mentions
    starts = [m.span.start for m in mentions]

    def inner(span: Span) -> list[Mention]:
        near = mentions[bisect_left(starts, span.start) : bisect_right(starts, span.end)]
        return [m for m in near if span.covers(m.span)]

    new = {span for a in reading.attributions for span in a.source[:1] if not inner(span)}
    new |= {span for a in reading.attributions for source in a.source[:1] if (span := _before_relative(text, source, mentions))}
    new |= {span for a in reading.attributions for span in a.via if _is_whole_phrase(span.text) and not _is_headed(text, span, inner(span))}
    return with_mentions(reading, mentions, [Mention(span, _type_of(span.text)) for span in new]) if new else reading


def _before_relative(text: str, source: Span, mentions: Sequence[Mention]) -> Span | None:
    """The words that "which" as a source stands for, if they are no mention."""
    if source.text.lower() != "which":
        return None
    found = ANTECEDENT.search(text, max(0, source.start - 2 * REACH), source.start)
    span = Span.of(text, *found.span("who")) if found else None
    return span if span and not any(m.span.end == span.end or m.span.overlaps(span) for m in mentions) else None


def _is_headed(text: str, span: Span, inner: Sequence[Mention]) -> bool:
    """Whether a mention inside a span is the head of it, as in "the paper Herald", not in "an aide of Anna Veld" or "Veld’s aide"."""
    inner = [m for m in inner if not NAME_GOES_ON.match(text, m.span.end, span.end) and not MODIFIES.match(text, m.span.end, span.end)]
    known = [m for m in inner if m.span.text.split()[-1].lower() not in PRONOUNS and not text.startswith(("’s ", "'s "), m.span.end)]
    return any(m.span.start - span.start <= len("the ") or (m.type == "outlet" and m.span.end == span.end) for m in known)


def _is_whole_phrase(words: str) -> bool:
    """Whether words can name somebody, or stand for a body, rather than being a piece ("three", "a source in") of what does."""
    tokens = tokens_of(words)
    whole = bool(tokens) and tokens[-1].kind not in ("determiner", "preposition", "stop", "and") and words.lower() not in PRONOUNS
    return whole or words == "It"


def _type_of(words: str) -> str:
    if words.lower() in PRONOUNS:
        return "person" if words.lower() in PEOPLE_PRONOUNS else "organization"
    if OUTLET_NOUNS & set(words.lower().split()) or OUTLET_NAME.search(words):
        return "outlet"
    tokens = tokens_of(words.partition(" of ")[0])
    return "organization" if " of " in words and tokens and tokens[-1].kind == "body" else "unnamed"


def find_chains(report: Report, reading: Reading, cast: Cast, speakers: Sequence[Speaker]) -> list[tuple[Link, ...]]:
    """A chain for each attribution, in order; empty where the speaker's words came to this report directly."""
    chains: list[list[Link]] = []
    text, attributions = report.text, reading.attributions
    for a, speaker in zip(attributions, speakers, strict=True):
        # What stands inside somebody's words is known from him: he is not named again.
        outer = speakers[a.inside].entity if a.inside is not None else None
        links: list[Link] = []
        # Whom the speaker told is nearest, then who is cited; of the others, the last named in the text.
        beside = {span for span in a.via if not _is_denied(text, a, span)}
        beside = {span for span in beside if not _is_addressed(text, a, span) and not _is_own(text, a, speaker, span)}
        spans = [span for span in beside if not any(source.covers(span) for source in a.source)]
        for span in sorted(spans, key=lambda s: (*_nearness(text, a, s), -s.end)):  # of two that begin alike the longer one, always
            entity = _relayer(span, cast)
            if entity and entity not in (speaker.entity, outer) and entity.name not in [link.entity.name for link in links]:
                links.append(Link(entity, span))
        told = _told(a, cast)
        if told and links and links[-1].entity.type == "outlet" and told.entity not in [link.entity for link in links]:
            links.insert(0, told)  # one outlet quotes what was told to another
        chains.append([link for link in links if not (link.entity.type == "outlet" and is_own_outlet(link.entity.name, report))])
    inherit_chains(text, attributions, cast, speakers, chains)
    return [tuple(links) for links in chains]


def _nearness(text: str, a: Attribution, relayer: Span) -> tuple[int, int]:
    """How near a relayer is to the speaker by its own words: first who was told, then who is cited, then others.

    Of those that words were "sent to and relayed by" the first named is nearest, of others the last: "A reports that B writes".
    """
    if GIVES.match(text, relayer.end):
        return 0, relayer.start
    before = text[max(0, relayer.start - REACH) : relayer.start]
    passed = bool(PASSED.search(before))
    place = relayer.start if passed else -relayer.start
    if any(relayer.overlaps(to) for to in a.to) or (passed and SENT.search(before)):
        return 0, place
    cited = any(not before[found.end() :].strip() for found in CITING.finditer(before + " "))
    return (1 if cited else 2), place


def _told(a: Attribution, cast: Cast) -> Link | None:
    """The outlet that a statement was made to, named right after its cue: "told the Herald"."""
    for to in a.to:
        entity = cast.entity_at(to)
        if entity and entity.type == "outlet" and any(0 <= to.start - cue.end <= len(" the ") for cue in a.cue):
            return Link(entity, to)
    return None


def _is_addressed(text: str, a: Attribution, span: Span) -> bool:
    """Whether somebody was told the words, asked for them or put them into another language, so that he does not relay them."""
    if COMMENTED.search(text, max(0, span.start - 2 * REACH), span.start):
        return True
    if INTERPRETS.search(span.text) and THROUGH.search(text, max(0, span.start - REACH), span.start):
        return True
    told = any(TOLD.search(cue.text) and TO.fullmatch(text, cue.end, span.start) for cue in a.cue)
    # "To the agency explained Veld", as translations have it.
    before = any(span.end <= cue.start and not text[span.end : cue.start].strip() for cue in a.cue)
    to_it = before or any(to.overlaps(span) for to in a.to)
    return told or (to_it and bool(TO_IT.search(text, max(0, span.start - REACH), span.start)))


def _is_own(text: str, a: Attribution, speaker: Speaker, span: Span) -> bool:
    """Whether a person names where he has it from himself, or the paper that he writes in."""
    if speaker.entity is None or speaker.entity.type != "person" or not a.cue:
        return False
    said = max(part.end for part in (*a.source, *a.cue))
    cites = said <= span.start and not QUOTED.search(a.cue[0].text) and bool(CITES_ITSELF.fullmatch(text, said, span.start))
    writes = bool(WROTE.fullmatch(a.cue[0].text)) and bool(IN_PAPER.search(text, max(0, span.start - REACH), span.start))
    return cites or writes


def _is_denied(text: str, a: Attribution, span: Span) -> bool:
    """Whether somebody is named for what the statement denies: "denied that …, as the daily had written"."""
    if not a.cue or span.start < a.cue[0].start or not DENIES.search(a.cue[0].text):
        return False
    return bool(WRITTEN.search(text[max(0, span.start - REACH) : span.start]))


def _relayer(span: Span, cast: Cast) -> Entity | None:
    found = [(mention, entity) for mention, entity in cast.within(span) if mention.text.lower() not in PRONOUNS]
    # Of "the government’s press service" the service is the one.
    inner = [entity for mention, entity in found if not span.text.startswith(("’s ", "'s "), mention.end - span.start)] or [
        entity for _, entity in found
    ]
    entity = cast.entity_at(span) or (inner[0] if inner else None)
    return None if entity and entity.name.lower() in PRONOUNS else entity
