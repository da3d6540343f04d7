"""Who relays a statement, as the words around it tell: readings in which relayers stand beside the source, not in its place."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Mapping, Sequence, Set
from dataclasses import replace
from functools import lru_cache

from onrecord.model import Attribution, Reading, Span
from onrecord.reading.language.verbs import ADVERBIAL
from onrecord.resolving.attribution.hearsay import HEARSAY
from onrecord.resolving.attribution.quoting import LONGEST_NAME, LONGEST_SENTENCE, give_back
from onrecord.resolving.attribution.teller_clauses import (
    CITE,
    CITES,
    NAMED,
    ON_THE_WORD,
    PEOPLE,
    PRESS,
    VAGUE,
    Telling,
    Tellings,
    may_speak,
)
from onrecord.resolving.names.forms import BODY_PRONOUNS, PRONOUNS
from onrecord.resolving.names.kinds import head_of, tokens_of

_HEARS = r"hears?|heard|learn(?:s|ed|t)|knows?|knew|understands?|understood|gathers?|gathered"
#: What stands between a relayer and the source that it names: "reports, citing …".
CITING = re.compile(
    rf"\b(?:{CITE}|quotes|quoted|{ON_THE_WORD} of|in the words of"
    r"|relying on|drawing on|leaning on|invoking|naming as (?:its|their|his|her) sources?"
    r"|attributing (?:it|this|that) to"
    rf"|(?:{_HEARS}|passe[sd] on,?) from|(?:has|have|had) (?:it|this|that) from)"
    r"\s+(?:the\s+)?[“\"]?",
    re.I,
)
AS = re.compile(r"as \w+ing\b", re.I)
#: "Citing two officials, the Courier reported": before the source.
CITING_FIRST = re.compile(rf"\s*(?=[CQRW])(?i:{CITE})\s+(?:the\s+)?(?P<who>[^,\n]{{3,80}}),\s+(?:the\s+)?")
THROUGH = re.compile(r"\b(?:through|via|by) (?:the |an? )?$")
#: "Reached through his office": so he was asked, and speaks himself.
REACHED = re.compile(r"\b(?:reached|contacted|asked|approached|questioned) $")
#: Who denies what an outlet wrote is not relayed by it: "denied that …, as the daily had written".
DENIES = re.compile(r"\b(?:den(?:y|ies|ied)|reject|dismiss|disput|contradict|refut|brush|call)", re.I)
#: All that stands between what is right beside each other.
BESIDE = re.compile(r"[ ,.”’\"»—–]*(?:(?:the|an?) )?")
#: Before a clause that tells of what stands before it: "he left; so two guests informed us".
STOPPED = re.compile(r"[”’\"»]*[;:] ")
#: Between a phrase that opens a sentence and the subject: an apposition, and when it was.
BEFORE = re.compile(rf"(?:, (?!and\b|but\b)[^,;:.\n“”\"]{{2,80}})?{ADVERBIAL}[,:]? (?:the |an? )?")
RELATIVE = re.compile(r"\b(?:which|that) (?:the )?$")
#: "She made no promise, but, according to an aide, …": the aide tells of what comes.
BUT = re.compile(r"\b(?:but|and|yet|while|whereas),?(?: (?:in|on|at|last|this) [^,;:.\n“”\"]{2,30},)? $")
#: Before a name that is no subject.
PLACED = re.compile(r"\b(?:from|in|at|of|to|for|with|by|on) (?:the )?$", re.I)
IMPERSONAL = re.compile(r"it|there", re.I)
#: Cues of relayers.
REPORTS = re.compile(r"\b(?:according to|shows?|showed|reports?|reported|writes?|wrote|citing|quotes?|quoted|per)\b", re.I)
QUOTES = re.compile(r"\b(?:quot(?:es?|ed)|shows?|showed)\b", re.I)
#: Between who has something from somebody and the one who said it: "The station, relying on | a driver", "It knows from | a driver".
CITED_BY = re.compile(
    r"(?:, (?:an?|the|his|her|its|their|who|whose|which) [^,;:.\n“”\"]{2,60}(?=,))?(?:, (?:which|who))?,? "
    rf"(?:(?:has|have|had|also|later|then) )*{CITING.pattern}(?:an? )?[“\"]?"
)
SENTENCE = re.compile(r"(?:[^.!?\n]+|(?<=\b[A-Z])\.|[.!?](?![”’\"»)]*\s+[“«\"(]?[A-ZÀ-Þ]))*[.!?]?[”’\"»)]*")


@lru_cache(maxsize=1_024)  # many rules ask for the same sentences of a report
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
    tellings = Tellings(text, types)
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
            found = [
                t.teller
                for t in tellings.within(start, end)
                if (_relays_beside(text, a, t, start, near, types) if t.lead else _relays_around(text, a, t, near))
                and (a.inside is None or (t.lead and THROUGH.search(text, start, t.teller.start)))
                and not any(t.teller.overlaps(other) for other in (*near, *a.via))
                and not _is_told(t.teller, a, given)
            ]
            # "So two of her ministers confided": all that the sentence before says.
            back = tellings.behind(end) if a.inside is None and not (a.via or found) else None
            if back and not any(back.teller.overlaps(span) for span, _ in parts):
                found.append(back.teller)
        if found:
            to = tuple(span for span in a.to if not any(span.overlaps(other) for other in found))
            a = replace(a, via=(*a.via, *found), to=to)
        out.append(_unsay(text, a))
    return replace(reading, attributions=tuple(out))


def _relays_beside(text: str, a: Attribution, t: Telling, start: int, near: Sequence[Span], types: Mapping[Span, str]) -> bool:
    """Whether who is named after "according to" and the like in a sentence that begins at `start` relays a statement in it.

    `near` are the sources and cues of others.
    """
    lead, anchor = t.span.start, (a.cue or a.source)[0]
    if any(t.teller.overlaps(span) for span in (*a.source, *a.content)) or REACHED.search(text, start, lead):
        return False
    first, last = sorted([anchor, t.teller])
    if ";" in text[first.end : last.start] or any(first.end <= other.start < last.start for other in near if anchor is first):
        return False
    if anchor is first and a.end <= lead and BUT.search(text, anchor.start, lead):
        return False
    # "Through his lawyer, Strand denied it": who is gone through before somebody speaks stands right before him.
    begin = min(part.start for part in (*a.source, *a.cue, *a.content))
    if VAGUE.match(t.lead) and t.teller.end <= begin and not BEFORE.fullmatch(text, t.teller.end, begin):
        return False
    said = max((span.end for span in (*a.source, *a.cue, *a.content) if span.end <= lead), default=start)
    person = bool(a.source) and types.get(a.source[0]) == "person"
    # "Quoted Veld, citing an aide, as saying": whoever quotes her cites the aide.
    own = person and not text[said:lead].strip(", ") and not any(AS.search(cue.text) for cue in a.cue)
    # "She said, citing the guild": that is where she has it from herself.
    return not CITES.match(t.lead) or (not own and (person or t.lead.rstrip().endswith(" by")))


def _relays_around(text: str, a: Attribution, t: Telling, near: Sequence[Span]) -> bool:
    """Whether a clause that is no part of any statement stands right beside one, or closes the sentence of who says it with its verb."""
    parts = (*a.source, *a.cue, *a.content, *a.condition, *a.when, *a.venue, *a.to)
    if any(t.span.overlaps(part) for part in (*a.source, *a.content, *near)):
        return False
    # "He was ready, he told the paper": that is himself.
    if any(t.teller.text.lower() == source.text.lower() for source in a.source if source.text.lower() in PRONOUNS):
        return False
    if any(t.span.overlaps(cue) for cue in a.cue):
        return bool(a.source and a.content) and a.source[0].end < t.span.start and a.content[0].end < a.source[0].start
    sides = [(part.end, t.span.start) if part.end <= t.span.start else (t.span.end, part.start) for part in parts]
    stopped = max(part.end for part in parts)
    # "…; the radio, quoting the agency, spoke of war" tells something else.
    if stopped <= t.span.start and text[t.span.end : t.span.end + 1] in ".;" and STOPPED.fullmatch(text, stopped, t.span.start):
        return True
    return any(first <= last and BESIDE.fullmatch(text, first, last) for first, last in sides)


def _is_told(span: Span, a: Attribution, attributions: Sequence[Attribution]) -> bool:
    """Whether somebody is only named in words that another statement reports: called it “a lie told by a passer-by”."""
    others = (content for o in attributions if o is not a for content in o.content if content.covers(span))
    return any(not any(content.overlaps(part) for part in (*a.source, *a.cue)) for content in others)


def _unsay(text: str, a: Attribution) -> Attribution:
    """In "Orvania is said to have yielded" nobody is named who says so: whom it is said of is part of what is said.

    What is quoted from "a speech which Veld is said to have given" is what she said.
    """
    if not a.source or not a.cue or not a.content or not HEARSAY.fullmatch(a.cue[0].text):
        return a
    quoted = tuple(part for part in a.content if part.text[0] in '“«"')
    if quoted and RELATIVE.search(text, max(0, a.source[0].start - len(" which the ")), a.source[0].start):
        return replace(a, content=quoted)
    if a.via:
        return a
    if IMPERSONAL.fullmatch(a.source[0].text):
        return replace(a, source=())
    of_whom = a.source[0].end <= a.cue[0].start and a.content[0].text.startswith("to ")
    return replace(a, source=(), content=(*a.source, *a.content)) if of_whom else a


def separate_relayers(text: str, reading: Reading) -> Reading:
    """Give a statement that "the paper reports, citing an aide" to the aide, and the paper to its chain."""
    mentions = sorted((m.span for m in reading.mentions), key=lambda s: (s.start, -s.end))
    people = {m.span for m in reading.mentions if m.type == "person" and m.span.text.lower() not in BODY_PRONOUNS}
    outlets = {m.span for m in reading.mentions if m.type == "outlet"}
    relayed = (_separate(text, a, mentions, outlets, bool(a.source) and a.source[0] in people) for a in reading.attributions)
    return replace(reading, attributions=tuple(relayed))


def _words_at(text: str, start: int, end: int, by_outlet: bool) -> Span | None:
    """Whom the words at a place name, who is no mention: "his driver". Outlets cite people; others also works and threats."""
    named = NAMED.match(text, start, end)
    head = head_of(tokens_of(named[0])) if named else ()
    if not named or not head or PRESS.search(named[0]):
        return None
    people = head[-1].kind in PEOPLE or (by_outlet and may_speak(named[0]))
    return Span.of(text, *named.span()) if people else None


def _separate(text: str, a: Attribution, mentions: Sequence[Span], outlets: Set[Span], person: bool) -> Attribution:
    if not a.source or not a.content:
        return a
    source = a.source[0]
    start, end = sentence_at(text, source.start)
    before = (m for m in mentions if start <= m.start and m.end < source.start and not PLACED.search(text, start, m.start))
    relayer = next((m for m in before if CITED_BY.fullmatch(text, m.end, source.start)), None)
    if relayer and relayer.text.lower() not in PRONOUNS:
        return a if any(relayer.overlaps(part) for part in (*a.via, *a.content)) else replace(a, via=(*a.via, relayer))
    if person:
        return a
    if first := CITING_FIRST.fullmatch(text, start, source.start):
        cited = next((m for m in mentions if first.start("who") <= m.start and m.end == first.end("who")), None)
        if cited and cited.text.lower() not in PRONOUNS:
            return replace(a, source=(cited,), via=(*a.via, source))
    for citing in CITING.finditer(text, source.end, end):
        if ";" in text[source.end : citing.start()]:
            break  # another clause, of which somebody else is the subject
        behind = text[a.content[-1].end : citing.start()] if a.content[-1].end <= citing.start() else ""
        if REPORTS.search(behind) and not any(cue.end > a.content[-1].end for cue in a.cue):
            continue  # "Orvania denied it, after the weekly reported, citing two officers, …": the weekly cites them
        near = (m for m in mentions if citing.end() - 4 <= m.start <= citing.end() and not m.overlaps(source))
        cited = next((m for m in near if m.text.lower() not in PRONOUNS), None) or _words_at(text, citing.end(), end, source in outlets)
        told = cited is None or any(cited.overlaps(part) for part in (*a.content, *a.via))
        if cited and not told and cited.text.lower() not in PRONOUNS:
            return replace(a, source=(cited,), via=(*a.via, source))
    return a
