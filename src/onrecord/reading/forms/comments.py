"""Comment clauses behind or within what they comment on, "The bridge is open, the hosts have just announced over a loudspeaker", where
nothing was read of the sentence (Quirk et al. 1985, § 15.53)."""

from __future__ import annotations

import re

from onrecord.model import Span
from onrecord.reading.forms.introduced import MARK, Introduced
from onrecord.reading.language.auxiliaries import AUXILIARY
from onrecord.reading.language.verbs import TO_WHOM, VERB

_ADVERB = r"(?:just|now|also|later|then|once|since|further|privately|publicly|still|only) "
#: A clause of its own: neither a conjunct nor an adverbial nor a clause below another begins the sentence, nor is it a subject alone.
_CLAUSE = (
    r"(?!(?:As|Wh\w+|How|Asked|Pressed|If|After|Before|Although|Though|Because|Since|Once|Unless|Until|While|In|On|At|To|For|From|With|By|About"
    r"|But|And|Yet|Or|Still|However|Instead|Meanwhile|Earlier|Later|Last|Next|Yesterday|Today|Tomorrow|Then|Now|Here|Despite|During|Under)\b|\w+ing\b)"
    r"[^\W_a-z][^;:“”\"«»\n]*?"
)
#: Who says it: no other verb, and nothing that goes on the clause.
_WHO = (
    rf"(?P<who>(?!(?:and|but|or|nor|yet|so|then|that|which|who|whose|whom|where|when|while|as|if|because|since|with|without|including"
    rf"|in|on|at|by|for|from|to|after|before|it|there|this|nothing|nobody|\w+ing)\b)"
    rf"(?:(?!\b(?:{AUXILIARY}|that|to)\b)[^,;:.“”\"«»\n]){{2,60}}?(?: who (?:was|were|is|are) [^,;:.“”\"«»\n]{{2,40}})?)"
)
#: "The former secretary of state" is none, and a paper that "reported" it may only relay what its subject says.
_CUE = rf"(?P<cue>(?:(?:has|have|had) )?(?:{_ADVERB})?(?!states?\b|goes on|went on|continue|learn|show|report|wr[io]te){VERB})"
_WHERE = (
    r"(?: (?:on|in|at|by|after|during|from|over|through|via|before|late|early|earlier|yesterday|today|this|last)\b[^,;:“”\"«»\n]{0,60})?"
)
_BEHIND = re.compile(rf"{MARK}(?P<what>{_CLAUSE}), {_WHO} {_CUE}{TO_WHOM}{_WHERE}\.?\s*")
_WITHIN = re.compile(rf"{MARK}(?P<what>{_CLAUSE}), {_WHO} {_CUE}{TO_WHOM}{_WHERE}, (?P<more>[^;:“”\"«»\n]+?)\.?\s*")
#: Fewer words before it are no clause, but an adverbial or a subject.
_FEWEST = 4


def find_comments(text: str, sentences: list[tuple[int, int]], read: list[Span]) -> list[Introduced]:
    """The sentences of which nothing was read that a comment clause ends, or breaks in two."""
    out = []
    for start, end in sentences:
        if any(span.start < end and start < span.end for span in read):
            continue
        found = _BEHIND.fullmatch(text, start, end) or _WITHIN.fullmatch(text, start, end)
        more = found.groupdict().get("more") if found else None
        if found and (more or len(found["what"].split()) >= _FEWEST):
            parts = ("what", "more") if more else ("what",)
            content = tuple(Span.of(text, *found.span(part)) for part in parts)
            out.append(Introduced(Span.of(text, *found.span("who")), Span.of(text, *found.span("cue")), content))
    return out
