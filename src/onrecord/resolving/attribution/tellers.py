"""Statements read as the words of who only tells of them: “Veld, says her aide, answered …”, “Veld said it rains, the radio reported”."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import replace

from onrecord.model import Attribution, Reading, Span
from onrecord.resolving.attribution.main_clauses import ATTITUDE, PARTICIPLE, find_main_clause
from onrecord.resolving.attribution.quoting import is_outlet, is_version
from onrecord.resolving.attribution.relayed import REPORTING
from onrecord.resolving.attribution.relayers import sentence_at
from onrecord.resolving.attribution.sources import renumber
from onrecord.resolving.attribution.teller_clauses import Telling, Tellings

#: Between an outlet that begins a sentence and its verb: ", the state agency,", " (Orvania)", " on Monday", " for its part".
_APPOSED = re.compile(
    r"(?:\)| \([^()\n]{2,30}\))?(?:, [^,;.:\n“”\"]{2,80},)?(?: (?:on|in|for|also|later|then|at|yesterday|today|meanwhile|earlier)\b"
    r"[^,;.:\n“”\"]{0,40}?)?,? "
)
#: "Experts, through the foreign press, say".
_THROUGH = re.compile(r"(?P<who>[^,]{3,80}?),? (?:through|via) (?P<by>(?:the|an?|his|her|its|their) [^,]{3,60}?(?:, [^,]{3,60})?),?")

#: A clause that somebody else's verb must follow: "whether he will come, nobody would say".
_SUBORDINATE = re.compile(r"(?:whether|what|how|who|when|why|where)\b")
#: No clause begins so, but what a verb before still needs.
_GOES_ON = re.compile(r"(?:as|to|than|of|for|with|from|against|into|about|that|whether|over|by)\b")
#: Who tells stands so near behind the first half of what he tells.
_NEAR = 20


def restore_speakers(text: str, reading: Reading) -> Reading:
    """The reading with each statement that was given to who tells of it given to whose it is; who tells of it relays it."""
    types = {m.span: m.type for m in reading.mentions}
    tellings = Tellings(text, types)
    told = [_end_at_stop(text, a, tellings) for a in reading.attributions]
    told = [a if a.inside is None or told[a.inside] is reading.attributions[a.inside] else _within(a, told[a.inside]) for a in told]
    halves = {i: found for i, a in enumerate(told) if (found := _second_half(text, a, told, tellings)) is not None}
    for i, j in halves.items():
        first, second = told[i], told[j]
        kind = "mixed" if second.kind != first.kind else first.kind
        told[i] = replace(first, kind=kind, content=(*first.content, *second.content), via=(*first.via, *second.source))
        told = [replace(a, inside=i) if a.inside == j else a for a in told]
    kept = [i for i in range(len(told)) if i not in halves.values()]
    joined = renumber([told[i] for i in kept], {i: n for n, i in enumerate(kept)})
    claimed = sorted(a.cue[0].start for a in joined if a.cue)
    return replace(reading, attributions=tuple(_restore(text, a, types, claimed, tellings) for a in joined))


def _end_at_stop(text: str, a: Attribution, tellings: Tellings) -> Attribution:
    """A statement ends with the semicolon behind it if a clause that needs another verb begins there: "…, an aide said; whether …"."""
    if not a.source or len(a.content) < 2 or not (telling := _around(text, a, tellings)) or not text.startswith(";", telling.span.end):
        return a
    return replace(a, content=tuple(p for p in a.content if p.start < telling.span.start or not _SUBORDINATE.match(p.text)) or a.content)


def _within(a: Attribution, outer: Attribution) -> Attribution:
    """A statement with the parts of its content that stand inside another one."""
    return replace(a, content=tuple(part for part in a.content if any(c.covers(part) for c in outer.content)) or a.content)


def _second_half(text: str, a: Attribution, others: Sequence[Attribution], tellings: Tellings) -> int | None:
    """Which statement is the rest of one that a comment clause breaks in two: "likened it, | two guests say, | to a circus"."""
    if not (a.source and a.cue and a.content) or max(a.source[0].end, a.cue[0].end) > a.content[-1].start:
        return None
    for j, b in enumerate(others):
        if b is not a and b.source and b.cue and b.content and b.inside == a.inside and 0 <= b.source[0].start - a.content[-1].end <= _NEAR:
            telling = _around(text, b, tellings)
            if (
                telling
                and not text[a.content[-1].end : telling.span.start].strip(" ,–—")
                and not text[telling.span.end : b.content[0].start].strip(" ,–—")
                and _GOES_ON.match(b.content[0].text)
            ):
                return j
    return None


def _around(text: str, a: Attribution, tellings: Tellings) -> Telling | None:
    """The clause without a lead in which a statement's source and cue stand."""
    telling = tellings.around(a.source[0], *sentence_at(text, a.source[0].start))
    return telling if telling and not telling.lead and a.cue and a.cue[0].overlaps(telling.span) else None


def _restore(text: str, a: Attribution, types: Mapping[Span, str], claimed: Sequence[int], tellings: Tellings) -> Attribution:
    if not a.cue:
        return a
    if not a.source:
        return _of_outlet(text, a, types)
    if through := _THROUGH.fullmatch(a.source[0].text):
        at = a.source[0].start
        who, by = (Span.of(text, at + through.start(name), at + through.end(name)) for name in ("who", "by"))
        return replace(a, source=(who,), via=(*a.via, by))
    return _of_aside(text, a, tellings) or _of_own_side(text, a, types, tellings) or _of_main_clause(text, a, types, claimed, tellings) or a


def _of_outlet(text: str, a: Attribution, types: Mapping[Span, str]) -> Attribution:
    """In "the Herald, the oldest daily, reported that …" the outlet speaks for itself, if nobody else is read to."""
    if is_version(text, a) or PARTICIPLE.match(a.cue[0].text):
        return a
    before = (v for v in a.via if v.end + 1 < a.cue[0].start and _APPOSED.fullmatch(text, v.end, a.cue[0].start))
    own = next(before, None)
    named = own and next((m for m, kind in types.items() if m.start == own.start and kind == "outlet"), None)
    source = named if own and named and own.covers(named) else own
    if own is None or source is None or not is_outlet(source, types):
        return a
    return replace(a, source=(source,), via=tuple(v for v in a.via if v != own))


def _of_aside(text: str, a: Attribution, tellings: Tellings) -> Attribution | None:
    """In "the pilots, as a clerk told us, “have gone”" the clerk speaks, of the pilots."""
    source, cue = a.source[0], a.cue[0]
    if "," not in text[source.end : cue.start] or any(part.start < cue.start for part in a.content):
        return None
    clauses = tellings.within(*sentence_at(text, cue.start))
    aside = next((t for t in clauses if not t.lead and source.end <= t.teller.start < t.teller.end <= cue.start < t.span.end), None)
    return replace(a, source=(aside.teller,), content=(source, *a.content)) if aside else None


def _of_own_side(text: str, a: Attribution, types: Mapping[Span, str], tellings: Tellings) -> Attribution | None:
    """In "Orvania wants to wait, its minister, Ivo Strand, said" the minister speaks for his side; nameless people would only relay it."""
    source, cue = a.source[0], a.cue[0]
    if a.inside is not None or a.via or a.kind == "direct" or not a.content or types.get(source, "person") in ("person", "unnamed"):
        return None
    if not source.end < cue.start < a.content[0].start or not ATTITUDE.match(cue.text):
        return None
    clauses = (t for t in tellings.within(*sentence_at(text, source.start)) if not t.lead and _names_person(t.teller, types))
    said = next((t for t in clauses if source.end <= t.span.start and text[t.span.start - 2 : t.span.start] == ", "), None)
    verb = REPORTING.search(text, *_rest(said)) if said else None
    if said is None or verb is None or not (said.span.end <= cue.start or a.content[-1].end == said.span.start - 2):
        return None
    end = a.content[-1].end
    split = [(source.start, said.span.start - 2), (cue.start, end)] if said.span.end <= cue.start else [(source.start, end)]
    content = tuple(Span.of(text, *part) for part in split)
    return replace(a, source=(said.teller,), cue=(Span.of(text, *verb.span()),), content=content)


def _names_person(teller: Span, types: Mapping[Span, str]) -> bool:
    """Whether words hold a person's name, or "he" or "she"."""
    words = (m.text for m, kind in types.items() if kind == "person" and teller.covers(m))
    return any(w.split()[-1][0].isupper() or w.lower() in ("he", "she") for w in words)


def _rest(telling: Telling) -> tuple[int, int]:
    """Where the verb of a clause stands: behind who tells, or before."""
    behind = telling.teller.end, telling.span.end
    return behind if behind[0] < behind[1] else (telling.span.start, telling.teller.start)


def _of_main_clause(text: str, a: Attribution, types: Mapping[Span, str], claimed: Sequence[int], tellings: Tellings) -> Attribution | None:
    """In "Veld, says her aide, answered that …" the aide stands in a clause of his own, and what is around it is hers."""
    if not a.content or not (telling := tellings.around(a.source[0], *sentence_at(text, a.source[0].start))):
        return None
    return find_main_clause(text, a, telling, types, claimed, bool(telling.lead) or is_outlet(a.source[0], types))
