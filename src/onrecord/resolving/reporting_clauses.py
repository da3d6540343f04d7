"""Reporting clauses: in "Orvania, two aides recalled, would come" and "Orvania would come, she told reporters" the subject relays."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from onrecord.model import Attribution, Span
from onrecord.reading.auxiliaries import AUXILIARY
from onrecord.reading.cues import JOURNALISTS
from onrecord.resolving.forms import DOCUMENT, INDEFINITE, PEOPLE_PRONOUNS, RECORD
from onrecord.resolving.kinds import tokens_of

#: Verbs of saying that a comment clause has, as Quirk et al. 1985, § 15.53, list them.
VERB = (
    r"(?:said|says?|told|tells?|reported|reports?|wrote|writes?|recalled|recalls?|recounted|recounts?|related|relates?|remembered|remembers?"
    r"|confirmed|confirms?|disclosed|discloses?|explained|explains?|announced|announces?|revealed|reveals?|confided|confides?|insisted"
    r"|insists?|claimed|claims?|stated|states?|informed|informs|asserted|asserts?|acknowledged|added|adds|indicated|indicates?|conveyed|conveys?|maintained|maintains?|conceded|concedes?|suggested|suggests?|hinted|hints?"
    r"|transmits?|transmitted|communicates?|communicated|went on|goes on|continued|continues"
    r"|(?:lets?|made|makes) it (?:be )?known|passed on|passes on|learn(?:s|ed|t))"
)
TO_WHOM = (
    rf"(?: (?:to )?(?:{JOURNALISTS}|parliament|deputies|(?:the|this|our|an?) [^,;:.\n“”\"]{{2,40}}?"
    r"|(?:al-)?[^\W\d_a-z][\w’'.-]+(?: [^\W\d_a-z][\w’'.-]+){0,3}))?"
)
ADVERBIAL = r"(?: (?:on|in|at|by|after|during|from|late|early|earlier|before|under|yesterday|today|this|last)\b[^,;:\n“”\"]{0,60}?)?"
#: Subject, adverb and verb of a clause that is complete with them.
CLAUSE = re.compile(
    rf"(?P<who>(?:[^\W_][\w’'.-]*)(?: (?!(?:{AUXILIARY}|am|been|be|than)\b)[\w’'.-]+){{0,11}}?)(?<! to)"
    rf" (?:(?:also|later|then|privately|since|has|have|had|further) )*{VERB}{TO_WHOM}{ADVERBIAL}(?=[,.;]|$)"
)
BEGINS = re.compile(r"(?:^|(?<=[,”’\"»—–] ))(?:as )?")
PERFECT = re.compile(r" (?:has|have|had) ")
#: What joins a clause to another one, or makes it part of one.
JOINS = re.compile(
    r"(?:and|but|or|while|whereas|after|before|because|when|where|who|which|whom|whose|that|if|although|though|since|so|what|how|it|there"
    r"|not|yet|then|also|only|even)\b",
    re.I,
)
SPEAK = frozenset({"office", "rank", "relation", "plural", "body", "name"})
#: What speaks for who wrote it: "…, the statement said".
SPEAKING = re.compile(rf"the (?:\w+ )?(?:{DOCUMENT}|{RECORD})", re.I)
MARKS = ' ,.”’"»—–'


def relayers_in_clauses(text: str, a: Attribution, start: int, end: int, taken: Sequence[Span]) -> Iterator[Span]:
    """The subjects of reporting clauses beside a statement, in its sentence from `start` to `end`.

    `taken` are the sources and cues of other statements: such a clause introduces its own.
    """
    parts = (*a.source, *a.cue, *a.content, *a.condition, *a.when, *a.venue, *a.to)
    for opening in BEGINS.finditer(text, start, end):
        clause = CLAUSE.match(text, opening.end(), end)
        if not clause or JOINS.match(clause["who"]) or not _may_speak(clause["who"]):
            continue
        if opening[0] and PERFECT.match(text, clause.end("who")):
            continue  # "as the police have said": they say so too
        whole = Span.of(text, opening.start(), clause.end())
        if any(whole.overlaps(part) for part in (*a.source, *a.cue, *a.content, *taken)):
            continue
        behind = any(part.end <= whole.start and not text[part.end : whole.start].strip(MARKS) for part in parts)
        before = any(whole.end <= part.start and not text[whole.end : part.start].strip(MARKS) for part in parts)
        if behind or before:
            yield Span.of(text, *clause.span("who"))


def _may_speak(words: str) -> bool:
    pronoun = words.lower() in PEOPLE_PRONOUNS or words.lower() == "they"
    return pronoun or bool(INDEFINITE.match(words) or SPEAKING.fullmatch(words)) or any(t.kind in SPEAK for t in tokens_of(words))
