"""Through whom a statement came: the relayers between its speaker and this report, nearest the speaker first."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from onrecord.model import Attribution, Mention, Reading, Span
from onrecord.resolving.cast import Cast, Entity
from onrecord.resolving.compounds import with_mentions
from onrecord.resolving.forms import OUTLET_NOUNS, PEOPLE_PRONOUNS, PRONOUNS
from onrecord.resolving.kinds import tokens_of
from onrecord.resolving.speakers import Speaker


@dataclass(frozen=True)
class Link:
    """One relayer and the words that name it."""

    entity: Entity
    span: Span


#: "This became known to the publication Politico": the sentences before it in the paragraph came through it.
BECAME_KNOWN = re.compile(r"\b(?:this|it) (?:became|was|has become) known (?:to|from|thanks to)\b", re.I)
#: What stands between a relayer and the source that it names: "reports, citing …".
CITING = re.compile(
    r"\b(?:citing|quoting|quotes|quoted|referring to|with (?:a )?reference to|on the word of|on the strength of|in the words of"
    r"|attributing (?:it|this|that) to|hears? from|heard from)\s+(?:the\s+)?",
    re.I,
)
#: What stands before a relayer that is named beside the speaker: "according to …".
ACCORDING = re.compile(
    r"\b(?:according to|reported by|reports|cited by|quoted (?:by|in)|relayed by|related by|carried by|seen by|published (?:by|in)"
    r"|told by|said by|through)\s+(?:the\s+|an?\s+)?$",
    re.I,
)
#: Before a relayer whose verb follows: "as the agency reports".
AS = re.compile(r"\bas\s+(?:the\s+|an?\s+)?$", re.I)
#: What stands after such a relayer: ", … writes".
WRITES = re.compile(
    r"^,?\s*(?:also\s+)?(?:reports?|reported|writes?|wrote|quotes?|quoted|cites?|cited|relates?|related|carried|hears?|heard)\b", re.I
)
#: Cues of relayers.
REPORTS = re.compile(r"\b(?:according to|reports?|reported|writes?|wrote|citing|quotes?|quoted|per)\b", re.I)
#: So many characters ("that ", a full stop) may stand around a statement that is the whole content of another.
SLACK = 6
LONGEST_SENTENCE = 1500
SENTENCE = re.compile(r"(?:[^.!?\n]|(?<=[A-Z])\.|[.!?](?![”’\"»)]*\s+[“«\"(]?[A-ZÀ-Þ]))*[.!?]?[”’\"»)]*")


def add_speakers(reading: Reading) -> Reading:
    """The reading with a mention for each source and relayer that has none: "two of his listeners"."""
    mentions = reading.mentions
    starts = [m.span.start for m in mentions]

    def is_known(span: Span, but: frozenset[str]) -> bool:
        inner = mentions[bisect_left(starts, span.start) : bisect_right(starts, span.end)]
        return any(span.covers(m.span) and m.span.text.lower() not in but for m in inner)

    new = {span for a in reading.attributions for span in a.source[:1] if not is_known(span, frozenset())}
    new |= {span for a in reading.attributions for span in a.via if _is_whole_phrase(span.text) and not is_known(span, PRONOUNS)}
    return with_mentions(reading, mentions, [Mention(span, _type_of(span.text)) for span in new]) if new else reading


def _is_whole_phrase(words: str) -> bool:
    """Whether words can name somebody, rather than being a piece ("three", "a source in") of what does."""
    tokens = tokens_of(words)
    return bool(tokens) and tokens[-1].kind not in ("determiner", "preposition", "stop", "and") and words.lower() not in PRONOUNS


def _type_of(words: str) -> str:
    if words.lower() in PRONOUNS:
        return "person" if words.lower() in PEOPLE_PRONOUNS else "organization"
    return "outlet" if OUTLET_NOUNS & set(words.lower().split()) else "unnamed"


def separate_relayers(text: str, reading: Reading) -> Reading:
    """Give a statement that "the paper reports, citing an aide" to the aide, and the paper to its chain."""
    mentions = sorted((m.span for m in reading.mentions), key=lambda s: (s.start, -s.end))
    people = {m.span for m in reading.mentions if m.type == "person"}
    relayed = (a if a.source and a.source[0] in people else _separate(text, a, mentions) for a in reading.attributions)
    return replace(reading, attributions=tuple(relayed))


def _separate(text: str, a: Attribution, mentions: Sequence[Span]) -> Attribution:
    if not a.source or not a.content:
        return a
    source = a.source[0]
    _, end = _sentence(text, source.start)
    for citing in CITING.finditer(text, source.end, end):
        cited = next((m for m in mentions if citing.end() - 4 <= m.start <= citing.end() and not m.overlaps(source)), None)
        if cited and not _in_content(cited, a) and cited.text.lower() not in PRONOUNS:
            return replace(a, source=(cited,), via=(*a.via, source))
    return a


def promote_relayed(reading: Reading) -> Reading:
    """In "according to the paper, Y demanded …" the statement is Y's, and the paper relays it.

    A statement of an outlet or of unnamed sources whose whole content is one statement inside it gives way to that one.
    """
    types = {m.span: m.type for m in reading.mentions}
    relayers: dict[int, int] = {}
    for i, a in enumerate(reading.attributions):
        if a.inside is not None and a.inside not in relayers.values() and _is_whole(a, reading.attributions[a.inside], types):
            relayers[i] = a.inside
    dropped = set(relayers.values())
    kept = [i for i in range(len(reading.attributions)) if i not in dropped]
    place = {i: n for n, i in enumerate(kept)}
    out = []
    for i in kept:
        a = reading.attributions[i]
        if i in relayers:
            outer = reading.attributions[relayers[i]]
            a = replace(a, inside=outer.inside, via=(*a.via, outer.source[0], *outer.via), when=a.when or outer.when)
        out.append(replace(a, inside=place.get(a.inside) if a.inside is not None else None))
    return replace(reading, attributions=tuple(out))


def _is_whole(inner: Attribution, outer: Attribution, types: Mapping[Span, str]) -> bool:
    """Whether the inner statement is all that the outer one, of a relayer, tells."""
    if not (outer.source and outer.cue and inner.source) or len(outer.content) != 1 or outer.source[0].text.lower() in PRONOUNS:
        return False
    relayer = types.get(outer.source[0]) in ("outlet", "unnamed") or outer.source[0].text.split()[-1].lower() in OUTLET_NOUNS
    if not (relayer and (REPORTS.search(outer.cue[0].text))):
        return False
    parts = inner.source + inner.cue + inner.content
    whole = outer.content[0]
    return min(s.start for s in parts) - whole.start <= SLACK and whole.end - max(s.end for s in parts) <= SLACK


def find_chains(text: str, reading: Reading, cast: Cast, speakers: list[Speaker]) -> list[tuple[Link, ...]]:
    """A chain for each attribution, in order; empty where the speaker's words came to this report directly."""
    chains: list[list[Link]] = []
    sources = {a.source[0] for a in reading.attributions if a.source}
    for a, speaker in zip(reading.attributions, speakers, strict=True):
        links: list[Link] = []
        # Whom the speaker told is nearest; of the others, the last named in the text.
        spans = sorted({*a.via, *_named_beside(text, a, cast, sources)}, reverse=True)
        for span in sorted(spans, key=lambda s: not any(s.overlaps(to) for to in a.to)):
            entity = _relayer(span, cast)
            if entity and entity is not speaker.entity and entity not in [link.entity for link in links]:
                links.append(Link(entity, span))
        chains.append(links)
    for match in BECAME_KNOWN.finditer(text):
        paragraph = text.rfind("\n", 0, match.start()) + 1
        relayer = next(((m, e) for m, e in cast.mentions() if match.end() <= m.start < match.end() + 40), None)
        for a, speaker, links in zip(reading.attributions, speakers, chains, strict=True):
            if relayer and relayer[1] is not speaker.entity and paragraph <= a.start < match.start() and not links:
                links.append(Link(relayer[1], relayer[0]))
    return [tuple(links) for links in chains]


def _named_beside(text: str, a: Attribution, cast: Cast, sources: set[Span]) -> Iterator[Span]:
    """Relayers in the statement's own sentence: "according to the agency", "the agency writes, quoting …"."""
    if not a.source or a.inside is not None:
        return
    start, end = _sentence(text, a.source[0].start)
    taken = a.source + a.content + a.to + a.venue
    reached = start
    for mention, entity in cast.within(Span.of(text, start, end)):
        if mention.start < reached or any(mention.overlaps(part) for part in taken) or entity.type == "country":
            continue
        reached = mention.end
        between = text[min(mention.end, a.source[0].end) : max(mention.start, a.source[0].start)]
        if mention.text.lower() in PRONOUNS or mention in sources or ";" in between:
            continue
        before, after = text[start : mention.start], text[mention.end : end]
        outlet = entity.type == "outlet" or bool(AS.search(before))
        if ACCORDING.search(before) or (WRITES.match(after) and (outlet or CITING.search(after))):
            yield mention


def _sentence(text: str, at: int) -> tuple[int, int]:
    line = max(text.rfind("\n", 0, at) + 1, at - LONGEST_SENTENCE)
    for match in SENTENCE.finditer(text, line):
        if match.end() > at:
            return match.span()
    return line, len(text)


def _in_content(span: Span, a: Attribution) -> bool:
    return any(content.overlaps(span) for content in a.content)


def _relayer(span: Span, cast: Cast) -> Entity | None:
    inner = [entity for mention, entity in cast.within(span) if mention.text.lower() not in PRONOUNS]
    return cast.entity_at(span) or (inner[0] if inner else None)
