"""Reporting clauses: in "Orvania, two aides recalled, would come" and "Orvania would come, she told reporters" the subject relays."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from onrecord.model import Attribution, Span
from onrecord.reading.language.verbs import CLAUSE
from onrecord.resolving.names.forms import DOCUMENT, INDEFINITE, PEOPLE_PRONOUNS, RECORD
from onrecord.resolving.names.kinds import tokens_of

BEGINS = re.compile(r"(?:^|(?<=[,”’\"»—–] ))(?:as )?")
PERFECT = re.compile(r" (?:has|have|had) ")
#: What joins a clause to another one, or makes it part of one.
JOINS = re.compile(
    r"(?:and|but|or|while|whereas|after|before|because|when|where|who|which|whom|whose|that|if|although|though|since|so|what|how|it|there"
    r"|not|yet|then|also|only|even)\b",
    re.I,
)
SPEAK = frozenset({"office", "rank", "relation", "plural", "body", "name"})
#: What speaks for who wrote it, "…, the statement said", or is evidence of what was said, "…, minutes show".
EVIDENCE = re.compile(
    r"\b(?:(?:an?|the|this|some|its|his|her|their|two|three|several) )?(?:[\w-]+ ){0,2}?"
    rf"(?:(?!report)|(?<=the ))(?:{DOCUMENT}|{RECORD})s?"
    r"(?: of (?:the |an? )?[\w’'-]+)?\b",
    re.I,
)
_COME_OUT = re.compile(
    r"(?: (?:seen|obtained|reviewed|read|heard|unsealed|declassified|released|published|issued|leaked|dated|circulated|filed|made public)"
    r"\b.*)?",
    re.I,
)
MARKS = ' ,.”’"»—–'


def relayers_in_clauses(text: str, a: Attribution, start: int, end: int, taken: Sequence[Span]) -> Iterator[Span]:
    """The subjects of reporting clauses beside a statement, in its sentence from `start` to `end`.

    `taken` are the sources and cues of other statements: such a clause introduces its own.
    """
    parts = (*a.source, *a.cue, *a.content, *a.condition, *a.when, *a.venue, *a.to)
    for opening in BEGINS.finditer(text, start, end):
        clause = CLAUSE.match(text, opening.end(), end)
        if not clause or JOINS.match(clause["who"]) or not may_speak(clause["who"]):
            continue
        if opening[0] and PERFECT.match(text, clause.end("who")):
            continue  # "as the police have said": they say so too
        whole = Span.of(text, opening.start(), clause.end())
        if any(whole.overlaps(part) for part in (*a.source, *a.cue, *a.content, *taken)):
            continue
        behind = any(part.end <= whole.start and not text[part.end : whole.start].strip(MARKS) for part in parts)
        before = any(whole.end <= part.start and not text[whole.end : part.start].strip(MARKS) for part in parts)
        if behind or before:
            document = EVIDENCE.match(clause["who"])
            yield Span.of(text, clause.start("who"), clause.start("who") + document.end() if document else clause.end("who"))


def may_speak(words: str) -> bool:
    """Whether words can be the subject of a verb of saying: people, bodies, names, and documents that came out."""
    pronoun = words.lower() in PEOPLE_PRONOUNS or words.lower() == "they"
    document = EVIDENCE.match(words)
    evidence = bool(document and _COME_OUT.fullmatch(words, document.end()))
    return pronoun or evidence or bool(INDEFINITE.match(words)) or any(t.kind in SPEAK for t in tokens_of(words))
