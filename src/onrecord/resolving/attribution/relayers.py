"""Who relays a statement, as the words around it tell: readings in which relayers stand beside the source, not in its place."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace

from onrecord.model import Attribution, Reading, Span
from onrecord.reading.statements.parts import ACCORDING
from onrecord.resolving.attribution.hearsay import HEARSAY
from onrecord.resolving.attribution.quoting import CITE, LONGEST_NAME, LONGEST_SENTENCE, PRESS, give_back
from onrecord.resolving.attribution.reporting_clauses import relayers_in_clauses
from onrecord.resolving.names.forms import BODY_PRONOUNS, OUTLET, OUTLET_NAME, PRONOUNS, RECORD
from onrecord.resolving.names.kinds import tokens_of

#: What stands between a relayer and the source that it names: "reports, citing …".
CITING = re.compile(
    rf"\b(?:{CITE}|quotes|quoted|on the (?:word|strength|authority) of|in the words of"
    r"|relying on|drawing on|leaning on|invoking|naming as (?:its|their|his|her) sources?"
    r"|attributing (?:it|this|that) to|(?:hears?|heard|learn(?:s|ed|t)) from|(?:has|have|had) (?:it|this|that) from)\s+(?:the\s+)?",
    re.I,
)
AS = re.compile(r"as \w+ing\b", re.I)
CITES = re.compile(r"citing|quoting|referring|relying|leaning|invoking|on the|with", re.I)
#: "Citing two officials, the Courier reported": before the source.
CITING_FIRST = re.compile(rf"\s*(?=[CQRW])(?i:{CITE})\s+(?:the\s+)?(?P<who>[^,\n]{{3,80}}),\s+(?:the\s+)?")
#: What stands before a relayer that is named beside the speaker: "according to …".
BESIDE = re.compile(
    rf"(?:\b|(?=, by ))(?:{ACCORDING.pattern}|if (?:one|you) (?:believes?|(?:is|are) to believe)|judging by|to hear(?= .+ tell)"
    r"|if(?= [^,.;\n]{2,60} (?:is|are) to be believed)"
    r"|(?:by|in)(?= [^,.;\n]{2,60}[’'](?:s |(?<=s[’']) )(?:own )?(?:account|telling|version|recollection|retelling)\b)"
    r"|(?:note|letter|statement|post|video|recording|message|document|interview|memo|cable|draft) (?:that|which)"
    r"(?= [^,.;\n]{2,40} (?:has |had )?(?:published|obtained|aired|broadcast|carried|posted|released|quoted)\b)"
    r"|(?:by|in) the (?:translation|rendering|recollection|retelling) of|"
    rf"(?:citing|quoting) (?:an? |the )?(?:{RECORD}|account)s?"
    rf" (?:taken|made|kept|written|given|provided|leaked|recorded) by|{CITE}|relying on"
    r"|leaning on|invoking|on the (?:word|strength|authority) of|through|via|by way of|from what"
    r"|(?:by|from) (?:the )?(?:report|information|words?) of"
    r"|as (?:informs|communicates)"
    r"|(?:told|said|related|relayed|recounted|described|reported|recalled|cited|quoted"
    r"|carried|broadcast|aired|circulated|monitored|translated"
    r"|delivered|transmitted|forwarded|repeated|picked up|smuggled out|handed over|passed (?:on|to (?:this|our|the) \w+)"
    r"|read(?: out| aloud)?|(?:re)?posted|shared|reprinted|retweeted"
    r"|saying|conveyed|believed|thought)(?: (?:on|in|at|to|before|during) (?:the |an? )?[\w’-]+(?: \w+)?)? by"
    r"|(?:provided|supplied|released|distributed|obtained) by|(?:sent|given|handed|leaked|passed|shown) to"
    r"|, by(?= (?:his|her|its|their) )|(?:quoted|cited|carried) in|(?:seen|published) (?:by|in)|reports|writes)\s+",
    re.I,
)
#: The words that name somebody after it: up to a stop, or to what he is said to relay.
NAMED = re.compile(
    r"[^\W\d_][\w’'-]*"
    r"(?:\s+(?!(?:(?<!close )to|that|as|and said|and \w+ (?:by|in|from|to)|texts?|tells?|told|writes?|wrote)\b)[\w’'-]+){0,11}"
)
#: Before a name: "the Harbour Master" of "by the Harbour Master Ole Vang".
TITLE = re.compile(r"(?:(?:the|an?) )?(?:[^\W\d_a-z][\w’'-]+ ){0,3}")
#: Only who is meant by name, or by what people are, is a relayer after these words.
VAGUE = re.compile(r"through|via|by way of|, by", re.I)
THROUGH = re.compile(r"\b(?:through|via|by) (?:the |an? )?$")
#: Who gave a document out: "according to minutes of the meeting provided by an aide".
GIVEN_OUT = re.compile(r" (?:provided|supplied|released|distributed|circulated|issued|taken|made|kept|written|given|leaked|recorded) by\b")
#: Only an outlet passes on what it was sent.
TO_OUTLET = re.compile(r"(?:sent|given|handed|leaked|passed|shown) to", re.I)
#: "Reached through his office": so he was asked, and speaks himself.
REACHED = re.compile(r"\b(?:reached|contacted|asked|approached|questioned) $")
#: Outlets do so; whatever has a name behind these words is one.
CARRIED = re.compile(
    r"(?:carried|broadcast|aired|circulated|monitored|translated|published|(?:re)?posted|shared|reprinted|quoted|cited) (?:by|in)", re.I
)
THEIRS = re.compile(r"(?:his|her|its|their) ", re.I)
#: "…, reports the agency": only an outlet or somebody unnamed.
INVERTED = re.compile(r"reports|writes", re.I)
#: A body's own channels say what it says itself.
CHANNELS = frozenset("radio channel channels television tv website site portal account embassies embassy".split())
PEOPLE = frozenset({"office", "rank", "relation", "plural", "body"})
#: People who are only called so where nobody names them.
CIRCLES = re.compile(r"(?:(?:the|some|certain|several) )?(?:[\w-]+ )?(?:circles|informants|listeners|insiders|witnesses)\b", re.I)
#: Who denies what an outlet wrote is not relayed by it: "denied that …, as the daily had written".
DENIES = re.compile(r"\b(?:den(?:y|ies|ied)|reject|dismiss|disput|contradict|refut|brush|call)", re.I)
#: "According to which": who is meant stands before; "this newspaper" is where it stands.
RELATIVE = re.compile(rf"(?:which|whom|whose|this (?:{OUTLET}))\b", re.I)
#: "By the mediators’ account": they stand in the genitive.
ACCOUNT = re.compile(r"(?:by|in)\s+$", re.I)
IMPERSONAL = re.compile(r"it|there", re.I)
#: Cues of relayers.
REPORTS = re.compile(r"\b(?:according to|shows?|showed|reports?|reported|writes?|wrote|citing|quotes?|quoted|per)\b", re.I)
QUOTES = re.compile(r"\b(?:quot(?:es?|ed)|shows?|showed)\b", re.I)
SENTENCE = re.compile(r"(?:[^.!?\n]+|(?<=\b[A-Z])\.|[.!?](?![”’\"»)]*\s+[“«\"(]?[A-ZÀ-Þ]))*[.!?]?[”’\"»)]*")


def sentence_at(text: str, at: int) -> tuple[int, int]:
    """The half-open range of the sentence that holds the character `at`, well enough for what stands beside what."""
    line = max(text.rfind("\n", 0, at) + 1, at - LONGEST_SENTENCE)
    for match in SENTENCE.finditer(text, line):
        if match.end() > at:
            return match.span()
    return line, len(text)


def mark_relayers(text: str, reading: Reading) -> Reading:
    """The reading with those beside each statement who relay it, by name or not: "according to two who were there"."""
    types = {m.span: m.type for m in reading.mentions}
    given = [give_back(text, a, types) for a in reading.attributions]
    # Who speaks for himself elsewhere is not named here as a relayer only.
    parts = sorted((span, i) for i, a in enumerate(given) for span in (*a.source, *a.cue))
    starts = [span.start for span, _ in parts]
    mentions = sorted(types)
    full = (m.text.rstrip(",").split() for m, kind in types.items() if kind == "person")
    surnames = frozenset(words[-1] for words in full if len(words) > 1 and words[-1][0].isupper())
    out = []
    for i, a in enumerate(given):
        found = []
        if a.source or a.cue:
            # In what somebody else says only what stands between subject, verb and content is its own: "had, through an envoy, asked".
            start, end = sentence_at(text, (a.source or a.cue)[0].start) if a.inside is None else (a.start, a.end)
            # Who closes this sentence and speaks on in the next one relays this one too.
            near = [
                span
                for span, owner in parts[bisect_left(starts, start - LONGEST_NAME) : bisect_left(starts, end)]
                if owner != i and not (given[owner].content and given[owner].content[0].start >= end)
            ]
            named = mentions[bisect_left(mentions, Span(start, start + 1, " ")) : bisect_left(mentions, Span(end, end + 1, " "))]
            found = [
                span
                for span in (
                    *_beside(text, a, (start, end), near, {m: types[m] for m in named}, surnames),
                    *(relayers_in_clauses(text, a, start, end, near) if a.inside is None else ()),
                )
                if (a.inside is None or THROUGH.search(text, start, span.start))
                and not any(span.overlaps(other) for other in (*near, *a.via))
                and not _is_told(span, a, given)
            ]
        if found:
            to = tuple(span for span in a.to if not any(span.overlaps(other) for other in found))
            a = replace(a, via=(*a.via, *found), to=to)
        out.append(_unsay(a))
    return replace(reading, attributions=tuple(out))


def _is_told(span: Span, a: Attribution, attributions: Sequence[Attribution]) -> bool:
    """Whether somebody is only named in words that another statement reports: called it “a lie told by a passer-by”."""
    others = (content for o in attributions if o is not a for content in o.content if content.covers(span))
    return any(not any(content.overlaps(part) for part in (*a.source, *a.cue)) for content in others)


def _unsay(a: Attribution) -> Attribution:
    """In "Orvania is said to have yielded" nobody is named who says so: whom it is said of is part of what is said."""
    if not a.source or not a.cue or a.via or not a.content or not HEARSAY.fullmatch(a.cue[0].text):
        return a
    if IMPERSONAL.fullmatch(a.source[0].text):
        return replace(a, source=())
    of_whom = a.source[0].end <= a.cue[0].start and a.content[0].text.startswith("to ")
    return replace(a, source=(), content=(*a.source, *a.content)) if of_whom else a


def _beside(
    text: str, a: Attribution, sentence: tuple[int, int], near: Sequence[Span], types: Mapping[Span, str], surnames: frozenset[str]
) -> Iterator[Span]:
    """The relayers that a statement's sentence names.

    `near` are the sources and cues of others, `types` the mentions there, `surnames` those of persons whom the report names in full.
    """
    start, end = sentence
    taken = (*a.source, *a.content)
    anchor = (a.cue or a.source)[0]
    for lead in BESIDE.finditer(text, start, end):
        named = _named_after(text, lead, end, types, surnames)
        if named is None or any(named.overlaps(span) for span in taken) or REACHED.search(text, start, lead.start()):
            continue
        first, last = sorted([anchor, named])
        if ";" in text[first.end : last.start] or any(first.end <= other.start < last.start for other in near if anchor is first):
            continue
        said = max((span.end for span in (*a.source, *a.cue, *a.content) if span.end <= lead.start()), default=start)
        person = bool(a.source) and types.get(a.source[0]) == "person"
        # "Quoted Veld, citing an aide, as saying": whoever quotes her cites the aide.
        own = person and not text[said : lead.start()].strip(", ") and not any(AS.search(cue.text) for cue in a.cue)
        if CITES.match(lead[0]) and (own or not (person or lead[0].rstrip().endswith(" by"))):
            continue  # "she said, citing the guild": that is where she has it from herself
        yield named


def _named_after(text: str, lead: re.Match[str], end: int, types: Mapping[Span, str], surnames: frozenset[str]) -> Span | None:
    """Whom the words after "according to" and the like name: a mention that begins there, or else the words up to a stop."""
    named = NAMED.match(text, lead.end(), end)
    if not named or PRESS.search(named[0]) or RELATIVE.match(named[0]):
        return None
    near = [span for span in types if lead.end() <= span.start and span.end <= end]
    mentions = [m for m in near if m.start <= lead.end() + len("the ")]
    mentions = mentions or [m for m in near if types[m] == "person" and TITLE.fullmatch(text, lead.end(), m.start)]
    span = max(mentions, key=lambda m: m.end, default=None)
    # "The government’s press service" is not the government.
    owner = span is not None and text.startswith(("’s ", "'s "), span.end) and not ACCOUNT.match(lead[0])
    cut = span is not None and span.text.split()[-1].lower() in PRONOUNS  # "people familiar with his" thinking
    if span and (cut or owner or types[span] in ("country", "place") or span.text.lower() in PRONOUNS):
        span = None if named[0].lower() in PRONOUNS or len(span.text) >= len(named[0]) else Span.of(text, *named.span())
    elif span is None:
        span = Span.of(text, *named.span())
    if span is None or span.text.lower() in PRONOUNS or (INVERTED.match(lead[0]) and types.get(span) not in ("outlet", "unnamed")):
        return None
    if TO_OUTLET.fullmatch(lead[0].strip()) and types.get(span) != "outlet" and not OUTLET_NAME.search(span.text):
        return None
    words = [t for t in tokens_of(span.text) if t.kind != "determiner"]
    if span not in types or VAGUE.match(lead[0]):
        their = THEIRS.match(text, span.start, span.end) or (span.text in surnames and not VAGUE.match(lead[0]))
        carried = CARRIED.match(lead[0]) and words and words[0].kind == "name"
        if (
            not their
            and not carried
            and not any(t.kind in PEOPLE for t in words[:6])
            and not CIRCLES.match(span.text)
            and types.get(span) not in ("person", "unnamed", "outlet")
        ):
            return None
        if VAGUE.match(lead[0]) and {t.text.lower() for t in words} & CHANNELS:
            return None
    return span


def separate_relayers(text: str, reading: Reading) -> Reading:
    """Give a statement that "the paper reports, citing an aide" to the aide, and the paper to its chain."""
    mentions = sorted((m.span for m in reading.mentions), key=lambda s: (s.start, -s.end))
    people = {m.span for m in reading.mentions if m.type == "person" and m.span.text.lower() not in BODY_PRONOUNS}
    relayed = (a if a.source and a.source[0] in people else _separate(text, a, mentions) for a in reading.attributions)
    return replace(reading, attributions=tuple(relayed))


def _separate(text: str, a: Attribution, mentions: Sequence[Span]) -> Attribution:
    if not a.source or not a.content:
        return a
    source = a.source[0]
    start, end = sentence_at(text, source.start)
    if first := CITING_FIRST.fullmatch(text, start, source.start):
        cited = next((m for m in mentions if first.start("who") <= m.start and m.end == first.end("who")), None)
        if cited and cited.text.lower() not in PRONOUNS:
            return replace(a, source=(cited,), via=(*a.via, source))
    for citing in CITING.finditer(text, source.end, end):
        behind = text[a.content[-1].end : citing.start()] if a.content[-1].end <= citing.start() else ""
        if REPORTS.search(behind) and not any(cue.end > a.content[-1].end for cue in a.cue):
            continue  # "Orvania denied it, after the weekly reported, citing two officers, …": the weekly cites them
        cited = next((m for m in mentions if citing.end() - 4 <= m.start <= citing.end() and not m.overlaps(source)), None)
        told = cited is None or any(cited.overlaps(part) for part in (*a.content, *a.via))
        if cited and not told and cited.text.lower() not in PRONOUNS:
            return replace(a, source=(cited,), via=(*a.via, source))
    return a
