"""Statements read as the words of who only tells of them: “Veld, says her aide, answered …”, “Veld said it rains, the radio reported”."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import replace

from onrecord.model import Attribution, Reading, Span
from onrecord.resolving.attribution.main_clauses import PARTICIPLE, find_main_clause
from onrecord.resolving.attribution.quoting import is_outlet, is_version
from onrecord.resolving.attribution.relayers import sentence_at
from onrecord.resolving.attribution.teller_clauses import Tellings

#: Between an outlet that begins a sentence and its verb: ", the state agency,", " (Orvania)", " on Monday", " for its part".
_APPOSED = re.compile(
    r"(?:\)| \([^()\n]{2,30}\))?(?:, [^,;.:\n“”\"]{2,80},)?(?: (?:on|in|for|also|later|then|at|yesterday|today|meanwhile|earlier)\b"
    r"[^,;.:\n“”\"]{0,40}?)?,? "
)
#: "Experts, through the foreign press, say".
_THROUGH = re.compile(r"(?P<who>[^,]{3,80}?),? (?:through|via) (?P<by>(?:the|an?|his|her|its|their) [^,]{3,60}?),?")


def restore_speakers(text: str, reading: Reading) -> Reading:
    """The reading with each statement that was given to who tells of it given to whose it is; who tells of it relays it."""
    types = {m.span: m.type for m in reading.mentions}
    tellings = Tellings(text, types)
    claimed = sorted(a.cue[0].start for a in reading.attributions if a.cue)
    return replace(reading, attributions=tuple(_restore(text, a, types, claimed, tellings) for a in reading.attributions))


def _restore(text: str, a: Attribution, types: Mapping[Span, str], claimed: Sequence[int], tellings: Tellings) -> Attribution:
    if not a.cue:
        return a
    if not a.source:
        return _of_outlet(text, a, types)
    if through := _THROUGH.fullmatch(a.source[0].text):
        at = a.source[0].start
        who, by = (Span.of(text, at + through.start(name), at + through.end(name)) for name in ("who", "by"))
        return replace(a, source=(who,), via=(*a.via, by))
    return _of_aside(text, a, tellings) or _of_main_clause(text, a, types, claimed, tellings) or a


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


def _of_main_clause(text: str, a: Attribution, types: Mapping[Span, str], claimed: Sequence[int], tellings: Tellings) -> Attribution | None:
    """In "Veld, says her aide, answered that …" the aide stands in a clause of his own, and what is around it is hers."""
    if not a.content or not (telling := tellings.around(a.source[0], *sentence_at(text, a.source[0].start))):
        return None
    return find_main_clause(text, a, telling, types, claimed, bool(telling.lead) or is_outlet(a.source[0], types))
