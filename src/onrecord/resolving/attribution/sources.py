"""Sources that stand within what was read as content or cue: “quoted Veld as saying that …”, “in Dorvik they believe …”."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Mapping, Sequence, Set
from dataclasses import replace

from onrecord.model import Attribution, Reading, Span
from onrecord.reading.language.cues import JOURNALISTS
from onrecord.reading.language.verbs import CLAUSE
from onrecord.reading.statements.parts import ACCORDING
from onrecord.resolving.attribution.teller_clauses import CITE, EVIDENCE, JOINS, QUOTE, may_speak
from onrecord.resolving.names.forms import PRONOUNS

QUOTES = re.compile(rf"(?:(?:has|have|had|also|later)\s+)*(?:{QUOTE}|quoting|citing|(?:record|show)(?:s|ed)?)", re.I)
AS_SAYING = re.compile(
    r"(?P<who>[^\W\d_][^.;:!?\n“”«»\"]{0,100}?)(?: (?:him|her|it)self)?\s+"
    r"(?P<cue>as (?:having (?:\w+ed|said|told|written)|(?!being\b)\w+ing)"
    rf"(?: (?:{JOURNALISTS}|the \w+|it|him|her|them))?)(?:\s+(?=\S)|$)",
    re.I,
)
#: Whom the words come from, beside who is quoted: "quoted Veld, with reference to an aide, as saying".
FROM_WHOM = re.compile(rf",? (?:{CITE}|according to|on the word of) (?:the )?(?P<whom>[^,]+),?$", re.I)
#: "In Dorvik they consider", as translations have it: the words for a place, and cues that say what is thought there.
IN_PLACE = re.compile(r"(?:^|(?<=[.!?:;,\n] )|(?<=\n))(?:But in|And in|In) (?:the )?(?P<place>[^\W\d_][^.,;:!?\n“”«»\"]{1,50}?),? $")
THINK = re.compile(
    r"(?:(?:also|still|now|do|not|don[’']t|firmly)\s+)*(?:say|believe|consider|think|hope|note|emphasi[sz]e|stress|insist|claim|assure|expect"
    r"|exclude|rule out|doubt|deny|assert|regard|see|are (?:sure|certain|convinced))\b",
    re.I,
)
#: "In the words of" names who speaks, as "according to" does, but nobody who relays.
IN_WORDS = re.compile(rf"{ACCORDING.pattern}|in the words of", re.I)
#: "She was told that …": who hears it, of one of whom nobody says who told her.
WAS_TOLD = re.compile(
    r"(?:(?:was|were|is|are|has been|have been|had been|being)\s+)(?:also\s+|then\s+|later\s+)?"
    r"(?:told|informed|assured|warned|reminded|advised|requested|asked|urged|invited|instructed|encouraged)",
    re.I,
)
BY = re.compile(r" by (?:the )?")
AGENT = re.compile(r"(?P<who>[^,;:.\n“”\"]{3,60}?)(?= (?:that|to|how|whether|what|on|in|at|last|this|yesterday)\b|[,:]? [“\"])")
#: "London called for a truce, while Varsel said": the source of what comes behind stands here.
WHILE = re.compile(r",?\s+(?:while|but|whereas|and)\s+(?:the\s+)?$", re.I)
#: Whose object stands behind them, never their subject: "contradicted his own president: “…”".
HAS_OBJECT = re.compile(
    r"(?:(?:has|have|had|later|then|also|openly|publicly)\s+)*(?:contradict|rebuk|correct|remind|assur|inform|accus|challeng|overrul|disown"
    r"|interrupt|reprimand)(?:s|es|ed)",
    re.I,
)
#: Between a subject and its verb: ", who was in the room,".
CLAUSE_BETWEEN = re.compile(r", (?:who|whom|whose|which|\w+ing|\w+ed)\b[^.;:!?\n“”]*, ")
AND = re.compile(r"\s+and\s+(?:the\s+)?")
#: "A colonel quoted by the paper" is the colonel, and the paper relays him.
QUOTED_IN = re.compile(r"(?P<who>[^,]+?),? (?:quoted|cited|interviewed) (?:by|in) (?!(?:this|our|us)\b)(?P<by>.+)")
#: "The deputy, quoting her minister, said": what stands between who speaks and whom he cites.
CITING = re.compile(
    r",? (?:also )?(?:citing|quoting|referring to|with reference to|repeating|echoing) (?:the words of )?(?:the |an? |his |her |its )?"
)
#: "Boris Tann, three guests recalled, slammed the door": of two phrases read as one source the second tells of the first, where no comma
#: stands behind it.
TOLD_OF = re.compile(r"(?P<who>[^,]+?), (?P<by>[^,]+)")
GAP = re.compile(r"\s*(?:the\s+|an?\s+)?", re.I)
#: A place of more characters is a clause.
LONGEST_PLACE = 60


def place_sources(text: str, reading: Reading) -> Reading:
    """The reading with the sources that form alone finds, for statements that were read without them or with another's words.

    "According to", whose object was read as nobody's, with a pronoun from elsewhere as its source, makes no statement.
    """
    mentions = sorted((m.span for m in reading.mentions if m.span.text.lower() not in PRONOUNS), key=lambda s: (s.start, -s.end))
    kept = [i for i, a in enumerate(reading.attributions) if not _is_torn(text, a, reading.attributions)]
    place = {i: n for n, i in enumerate(kept)}
    given = [_of_told(text, _of_according(text, reading.attributions[i]), mentions) for i in kept]
    attributions = [_of_clause(text, a, reading.attributions, mentions) for a in given]
    people = {m.span for m in reading.mentions if m.type == "person"}
    attributions = [_of_citing(text, _of_two(text, a), mentions, people) for a in attributions]
    placed = [_of_place(text, _of_quoted(text, _of_object(text, a, mentions), mentions)) for a in attributions]
    return replace(reading, attributions=renumber(placed, place))


def renumber(attributions: Sequence[Attribution], place: Mapping[int, int]) -> tuple[Attribution, ...]:
    """The attributions that are kept, inside the same ones as before: `place` is where each of these stands now, one left out nowhere."""
    inside = [None if a.inside is None else place.get(a.inside) for a in attributions]
    return tuple(a if at == a.inside else replace(a, inside=at) for a, at in zip(attributions, inside, strict=True))


def _of_quoted(text: str, a: Attribution, mentions: Sequence[Span]) -> Attribution:
    """In "the radio quoted Veld as saying that …" the words are hers, and the radio relays them."""
    if not a.cue or not a.content or not QUOTES.fullmatch(a.cue[-1].text) or a.content[0].start < a.cue[-1].end:
        return a
    start, end = a.content[0].start, a.content[0].end
    between = len(text[a.cue[-1].end : start].strip())
    if not between and len(a.content) > 1 and (split := AS_SAYING.fullmatch(text, start, a.content[1].start - 1)):
        between, start, a = split.end() - split.start(), a.content[1].start, replace(a, content=a.content[1:])
    quoted = AS_SAYING.fullmatch(text, a.cue[-1].end + 1, start - 1) if between else AS_SAYING.match(text, start, end)
    content = (
        a.content if between else (Span.of(text, quoted.end(), end), *a.content[1:]) if quoted and quoted.end() < end else a.content[1:]
    )
    if not quoted or not content:
        return a
    who = Span.of(text, *quoted.span("who"))
    with_whom = FROM_WHOM.search(who.text)
    cited = (Span.of(text, who.start + with_whom.start("whom"), who.end),) if with_whom else ()
    who = Span.of(text, who.start, who.start + with_whom.start()) if with_whom else who
    relayer = a.source[0] if a.source else _ends_at(text, a.cue[0].start, mentions)
    return replace(
        a,
        source=(who,),
        cue=(*a.cue, Span.of(text, *quoted.span("cue"))),
        content=content,
        via=(*a.via, *cited, relayer) if relayer and relayer not in a.via else (*a.via, *cited),
    )


def _ends_at(text: str, at: int, mentions: Sequence[Span]) -> Span | None:
    """The longest mention that ends right before `at`."""
    before = [m for m in mentions[: bisect_right(mentions, at, key=lambda m: m.start)] if m.end <= at and not text[m.end : at].strip()]
    return min(before, key=lambda m: m.start, default=None)


def _of_according(text: str, a: Attribution) -> Attribution:
    """In "according to minutes of the meeting" the minutes are the source, where none was read."""
    if a.source or not a.cue or not ACCORDING.fullmatch(a.cue[0].text):
        return a
    document = EVIDENCE.match(text, a.cue[0].end + 1)
    return replace(a, source=(Span.of(text, *document.span()),)) if document else a


def _of_told(text: str, a: Attribution, mentions: Sequence[Span]) -> Attribution:
    """In "she was told that …" she is told, and nobody is named who says so; in "she was told by Strand that …" it is he."""
    if not a.source or not a.cue or not WAS_TOLD.fullmatch(a.cue[0].text) or a.source[0].end > a.cue[0].start:
        return a
    by = BY.match(text, a.cue[0].end)
    agents = [m for m in mentions if by and m.start in (a.cue[0].end + len(" by "), by.end())]
    words = AGENT.match(text, by.end()) if by and not agents else None
    if words and may_speak(words["who"]):
        agents = [Span.of(text, *words.span("who"))]
    if by and not agents:
        return a
    agent = max(agents, key=lambda m: m.end, default=None)
    return replace(a, source=(agent,) if agent else (), to=(*a.to, a.source[0]))


def _of_two(text: str, a: Attribution) -> Attribution:
    """Of two in one source, who speaks: the colonel of "a colonel quoted by the paper", the guests of "Tann, guests said, ran"."""
    if not a.source or not a.cue:
        return a
    source, cue = a.source[0], a.cue[0]
    if quoted := QUOTED_IN.fullmatch(source.text):
        who, by = (Span.of(source.text, *quoted.span(name)).shift(source.start) for name in ("who", "by"))
        return replace(a, source=(who,), via=(*a.via, by))
    two = TOLD_OF.fullmatch(source.text)
    stop = min((at for at in (text.find(mark, source.end) for mark in (",", ". ", "\n")) if at >= 0), default=source.end)
    clause = CLAUSE.fullmatch(text, source.start + two.start("by"), stop) if two else None
    if two is None or clause is None or clause.end() <= source.end or JOINS.match(two["by"]) or not may_speak(two["by"]):
        return a
    who, by = (Span.of(source.text, *two.span(name)).shift(source.start) for name in ("who", "by"))
    told = clause.start() <= cue.start < clause.end()
    return replace(a, source=(by,), content=(who, *a.content)) if told else replace(a, source=(who,), via=(*a.via, by))


def _of_citing(text: str, a: Attribution, mentions: Sequence[Span], people: Set[Span]) -> Attribution:
    """In "the deputy, citing a report, said …" the deputy speaks, not the report."""
    if not a.source or not a.cue or not re.fullmatch(",? ", text[a.source[0].end : a.cue[0].start]):
        return a
    source = a.source[0]
    citing = [m for m in mentions if m.end < source.start and CITING.fullmatch(text, m.end, source.start)]
    if not citing:
        return a
    subject = min(citing, key=lambda m: m.start)
    return replace(a, source=(subject,), via=tuple(v for v in a.via if not v.overlaps(subject))) if subject in people else a


def _of_object(text: str, a: Attribution, mentions: Sequence[Span]) -> Attribution:
    """In "an aide, who was there, contradicted his minister: “…”" the aide speaks, and it is the minister whom he contradicts."""
    if not (a.source and a.cue and a.content) or not HAS_OBJECT.fullmatch(a.cue[0].text):
        return a
    if a.content[0].start < a.source[0].start or text[a.cue[0].end : a.source[0].start] not in (" ", " the "):
        return a
    at = a.cue[0].start
    before = [m for m in mentions if m.end < at and CLAUSE_BETWEEN.fullmatch(text, m.end, at)]
    subject = _ends_at(text, at, mentions) or max(before, key=lambda m: (m.end, -m.start), default=None)
    return replace(a, source=(subject,)) if subject else a


def _of_clause(text: str, a: Attribution, attributions: Sequence[Attribution], mentions: Sequence[Span]) -> Attribution:
    """In "Orvania called for a truce, while Melkar said …" the truce is what Orvania calls for, though Melkar was read as its source.

    So it is in "Orvania calls for a truce; for Melkar …".
    """
    if not (a.source and a.cue and a.content) or not a.cue[0].end <= a.content[0].start <= a.content[-1].end < a.source[0].start:
        return a
    shared = any(
        other is not a and a.source[0] in other.source and other.cue and other.start >= a.source[0].start for other in attributions
    )
    between = text[a.content[-1].end : a.source[0].start]
    if not (shared and WHILE.fullmatch(between)) and not (";" in between and "\n" not in between):
        return a
    subject = _ends_at(text, a.cue[0].start, mentions)
    if subject is None:
        return replace(a, source=())
    joined = [m for m in mentions if m.end < subject.start and AND.fullmatch(text, m.end, subject.start)]
    return replace(a, source=(Span.of(text, min([m.start for m in joined], default=subject.start), subject.end),))


def _of_place(text: str, a: Attribution) -> Attribution:
    """In "in Dorvik they consider" it is Dorvik that does."""
    if not a.source or a.source[0].text.lower() != "they" or not a.cue or not THINK.match(a.cue[0].text):
        return a
    place = IN_PLACE.search(text, max(0, a.source[0].start - LONGEST_PLACE), a.source[0].start)
    return replace(a, source=(Span.of(text, *place.span("place")),)) if place else a


def _is_torn(text: str, a: Attribution, attributions: Sequence[Attribution]) -> bool:
    """Whether "according to" was read with a source that does not stand beside it, which is another statement's source too."""
    if not a.source or not a.cue or not IN_WORDS.fullmatch(a.cue[0].text):
        return False
    beside = GAP.fullmatch(text, a.cue[0].end, a.source[0].start) if a.source[0].start >= a.cue[0].end else None
    return not beside and any(other is not a and a.source[0] in other.source and other.inside == a.inside for other in attributions)
