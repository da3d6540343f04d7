"""Occasions that a clause plainly states: "the first three took place in …", "the meeting was held on …"."""

from __future__ import annotations

import re

from onrecord.model import Span
from onrecord.reading.contacts.status_words import BEGAN, BROKEN, FINISHED, OFF
from onrecord.reading.language.cues import SAID

#: No paragraph is looked at further back than so many characters.
LONGEST = 1500
#: What is held once, and can be begun and closed.
SITTING = "talks|negotiations|meeting|conversation|call|round|session|summit|visit|audience"
NOUN = re.compile(
    r"\b(?:meetings?|talks|conversations?|calls?|rounds?|negotiations|sessions?|summits?|consultations|follow-up"
    r"|(?<!to )(?<!will )(?<!would )(?<!could )(?:exchanges?|swaps?)"
    r"(?! of (?:fire|gunfire|views|words|blows|insults|opinions|goods|data)\b))\b",
    re.I,
)
#: An occasion of a series, named by its place in it: "the first three", "the last one", "a second".
ONE_OF_SERIES = re.compile(
    r"\b(?:the|an?)\s+(?:very )?(?:first|second|third|fourth|fifth|last|latest|next|previous|final|most recent)"
    r"(?:\s+(?:one|two|three|four|few))?\b",
    re.I,
)
#: A stock exchange closes and is no occasion.
HAPPENS = re.compile(
    r"\b(?:took place|takes place|(?:will|is to|are to|was to|were to|is due to|could|may|might) (?:take place|be held)"
    r"|(?:was|were|is being|has been|have been) held"
    rf"|(?:has |have )?(?!closed)(?:{FINISHED}|broken (?:up|down|off)|adjourned|{BEGAN})"
    r"|(?:is|are|was|were) under way|(?:will|is due to|are due to|is to|are to) (?:open|begin|resume|start|be convened)"
    r"|(?:is|are) (?:planned|scheduled|set|due) (?:for|on|in)"
    rf"|(?:has been|have been|was|were) (?:{OFF}|{BROKEN})"
    r"|collapsed|followed (?:on|in|at|a|two|three)|never took place|did not (?:take place|happen))\b",
    re.I,
)
#: What makes of talks something that is talked about, not something that is held: "the possibility of talks".
MATTER = re.compile(
    r"\b(?:possibilit(?:y|ies)|prospects?|need|necessity|opportunit(?:y|ies)|preconditions?|favou?r|idea|topic|issue|subject|question|point)"
    r" (?:of|for) (?:(?:the|an?|any|new|possible|further|direct|peace) )*$",
    re.I,
)
#: "It took place on 9 April instead".
IT = re.compile(r"\s*[Ii]t\s+(?:then |finally |eventually )?")
#: What leaves open whether it happened: such clauses are left to the model.
DOUBT = re.compile(r"\b(?:whether|neither|none|nobody|not|no|any such|den(?:y|ies|ied)|if)\b", re.I)
#: "“…,” he concluded": what is concluded is a remark.
SAYS = re.compile(r"[,.!?][”\"»] |\b(?:he|she|they|I|we|who)\s*$", re.I)
KINDS = {"call": "call", "conversation": "call", "meeting": "meeting", "summit": "meeting", "exchange": "meeting", "swap": "meeting"}
#: "During the meeting, she handed over a draft": when a thing was handed over, before who did.
ADVERBIAL = re.compile(r"(?:During|At|After|Before|In|On|Following|Earlier|Later)\b[^,.;:\n]{2,50}, ")
#: Verbs for what is given into hands.
HANDED = "conveyed|handed|delivered|submitted|sent|forwarded|transmitted"
#: Something handed over: its kind is that of the thing.
TRANSFER = re.compile(
    rf"\b(?:{HANDED})(?: over)?\b[^.;:\n“\"«]{{0,70}}?"
    r"\b(?P<thing>documents?|proposals|drafts?|letters?|notes?|messages?|papers?|lists?|communications?|telegrams?|maps?|envelopes?|memorandum)\b",
    re.I,
)
LETTERS = frozenset(["letter", "note", "message", "communication", "telegram"])
#: What a clause may begin with that is not of it.
OPENING = re.compile(r"[\s,.”’\"»)]*(?:(?:and|but|while|where|when|during which|after which|at which)\s+)?")
#: What is held to be so: "many share the view that", "she is of the opinion that".
VIEW = (
    r"(?:shared?s?|holds?|held|takes?|took|express(?:es|ed)?|(?:is|are|was|were) of)"
    r" the (?:view|opinion|belief|conviction|hope) that (?=\w)"
)
#: What only says who tells it: "A spokesman said that"; and what a clause begins with where it says who tells of something.
TELLER = re.compile(
    rf"[^,;.\n“\"«]{{2,80}}?\b(?:(?!told|wr){SAID}|claims|recalls) (?:that )?(?=\w)"
    rf"|[^,;.\n“\"«]{{2,80}}?\b(?:{SAID}|reports|disclosed)"
    r"(?:, [^,;.\n]{2,60},)? that (?=\w)"
    r"|[^,;.\n“\"«]{2,80}?\btold [^,;.\n“\"«]{2,60}? (?:that )?(?=(?:he|she|they|it|there|neither|no one) )"
    rf"|(?:{ADVERBIAL.pattern})?[^,;.\n“\"«]{{2,80}}?\b{VIEW}"
)
TELLING = re.compile(r"[^.;\n]*\b(?:that|whether|because|says?|said|claims?|denie[sd]|insists?)\s+", re.I)
CLAUSE = re.compile(
    r"[^;\n]+?(?=;|\n|$|,\s+(?:and|but|while|during which|after which|where|at which|when|before"
    r"|until|because|although)\b|[.!?][”’\"»)]*(?:\s|$))"
)


def find_transfers(text: str) -> list[tuple[Span, str]]:
    """(evidence, kind) of every clause that says of a document or letter that somebody sent or handed it over."""
    out = []
    for transfer in TRANSFER.finditer(text):
        clause = clause_at(text, transfer.start())
        opening = OPENING.match(text, clause[0]) if clause else None
        telling = TELLING.match(text, opening.end(), transfer.start()) if opening else None
        opening = OPENING.match(text, telling.end()) if telling else opening
        if clause is None or opening is None or (telling and DOUBT.search(telling[0])):
            continue
        adverbial = ADVERBIAL.match(text, opening.end(), transfer.start())
        subject = text[adverbial.end() if adverbial else opening.end() : transfer.start()]
        if subject.strip() and subject[0].isalnum() and "," not in subject and not DOUBT.search(subject):
            thing = transfer["thing"].lower().removesuffix("s")
            evidence = Span.of(text, opening.end(), max(clause[1], transfer.end()))
            out.append((evidence, "letter" if thing in LETTERS else "document"))
    return out


def clause_at(text: str, at: int) -> tuple[int, int] | None:
    """The half-open range of the clause of its line that holds the character `at`."""
    for clause in CLAUSE.finditer(text, max(text.rfind("\n", 0, at) + 1, at - LONGEST)):
        if clause.start() <= at < clause.end():
            return clause.span()
    return None


def find_occasions(text: str) -> list[tuple[Span, str]]:
    """(evidence, kind) of every clause whose subject is an occasion and whose verb says that it happens.

    An occasion that is only one of a series takes its kind from the noun before it in the paragraph.
    """
    out = []
    for verb in HAPPENS.finditer(text):
        paragraph = max(text.rfind("\n", 0, verb.start()) + 1, verb.start() - LONGEST)
        clause = clause_at(text, verb.start())
        if clause is None:
            continue
        subject = text[clause[0] : verb.start()]
        if SAYS.search(subject):
            continue
        before = list(NOUN.finditer(text, paragraph, clause[0]))
        noun = NOUN.search(subject)
        if noun and MATTER.search(subject[: noun.start()]):
            continue
        if ONE_OF_SERIES.search(subject) and (noun is None or noun[0].lower().startswith("meeting")):
            # Of several rounds the last meeting is a round too.
            noun = next(
                (m for m in reversed(before) if KINDS.get(_singular(m[0]), "talks") == "talks"), noun or (before[-1] if before else None)
            )
        if noun is None and IT.fullmatch(subject) and before:
            noun = before[-1]
        if noun is None or DOUBT.search(subject):
            continue
        opening = OPENING.match(text, clause[0], verb.start())
        start = opening.end() if opening else clause[0]
        told = (Span.of(text, start, clause[1]), KINDS.get(_singular(noun[0]), "talks"))
        out += [told] if told not in out else []
    return out


def _singular(noun: str) -> str:
    return noun.lower().removesuffix("s")
