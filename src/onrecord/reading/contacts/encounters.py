"""Clauses that plainly tell of a contact in other words than those of an occasion: "wrote to", "no such meeting", "flies to"."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from onrecord.model import Span
from onrecord.reading.contacts.denials import FINITE
from onrecord.reading.contacts.encounter_forms import FORMS
from onrecord.reading.contacts.occasions import TELLING, clause_at
from onrecord.reading.language.cues import SAID
from onrecord.reading.language.dates import DATE
from onrecord.reading.language.numerals import NUMBERS, spelled

SOON = re.compile(rf"\b(?:in|within) (?:an?|{spelled(NUMBERS, 2, 10)}|\d+|a few|some|the coming|several) (?:day|week|month)s?\b")
#: What leaves it open: a question, a condition.
OPEN = re.compile(r"\b(?:if|whether|unless|would not|asked (?:whether|if))\b", re.I)
#: What somebody says ends with its quotation marks: "no such visit,” he said".
END_OF_WORDS = re.compile(r"[,.!?][”\"»’](?=\s)")
#: "…, Ivo Strand told reporters": who tells it.
SAID_BEHIND = re.compile(rf", [^,.;\n]{{2,60}} {SAID}(?=[.,\s]|$)")
#: What goes on with the subject of a clause.
JOINED = re.compile(r"[\s,]*and (?:the |an? |his |her |its |their )?(?:\w+ )*?[^\W\d_a-z]")
LEAD = ' ,.”’"»“«)—–-'
KINDS = {"meeting": "meeting", "summit": "meeting", "lunch": "meeting", "dinner": "meeting", "encounter": "meeting",
         "evening": "meeting", "call": "call", "conversation": "call", "talks": "talks", "round": "talks",
         "letter": "letter", "visit": "visit"}  # fmt: skip
OCCASION = re.compile(r"\b(?!call(?:s|ed)? for\b)(?:" + "|".join(KINDS) + r")", re.I)
#: Where any of the forms can begin: most places fail all of them at once, by their first letter where a form begins with it.
_ANY = "|".join(f"(?:{words})" for words in (form.words.pattern.removeprefix(r"\b") for form in FORMS)).replace("(?P<told>", "(?:")
BEGINS = re.compile(rf"(?:\b(?=\w)|(?=[’']))(?={_ANY})")


def find_encounters(text: str) -> list[tuple[Span, str | None]]:
    """(evidence, kind) of every clause with one of the forms, in the order of the text; the kind is None where the words leave it open."""
    out: list[tuple[Span, str | None]] = []
    starts = [m.start() for m in BEGINS.finditer(text)]
    for form in FORMS:
        for found in _matches(form.words, text, starts):
            clause = clause_at(text, found.start())
            if clause is None or text[clause[1] : clause[1] + 1] == "?" or OPEN.search(text, clause[0], found.start()):
                continue
            if form.dated and not (DATE.search(text, *clause) or SOON.search(text, *clause)):
                continue
            kind = form.kind or next((KINDS[m[0].lower()] for m in OCCASION.finditer(found[0])), None)
            told = found.start("told") if found.groupdict().get("told") else found.start()
            start = told if not form.whole else _beginning(text, _with_all(text, clause[0]), found.start())
            stop = END_OF_WORDS.search(text, found.end(), clause[1]) or SAID_BEHIND.search(text, found.end(), clause[1])
            evidence = Span.of(text, start, max(stop.start() if stop else clause[1], found.end()))
            if not any(evidence.overlaps(other) for other, _ in out):
                out.append((evidence, kind))
    return sorted(out, key=lambda found: found[0])


def _matches(words: re.Pattern[str], text: str, starts: Sequence[int]) -> Iterator[re.Match[str]]:
    """The matches of a form that begin at some places, none within another."""
    end = 0
    for start in starts:
        if start >= end and (found := words.match(text, start)):
            yield found
            end = found.end()


def _beginning(text: str, start: int, verb: int) -> int:
    """Where what is told begins: behind the words that only say who tells it, and when they said so."""
    start = _lead(text, start, verb)
    before = TELLING.match(text, start, verb)
    if not before:
        return start
    said_on = next((day for at in ("", "on ") if (day := DATE.match(text, before.end() + len(at), verb))), None)
    return _lead(text, said_on.end(), verb) if said_on else before.end()


def _with_all(text: str, start: int) -> int:
    """Where the clause begins that goes on with "and the other": "Veld, the minister, and Strand met"."""
    before = clause_at(text, start - 1) if JOINED.match(text, start) else None
    while before and text[before[1] : before[1] + 1] == "," and not FINITE.search(text, *before):
        start, before = before[0], clause_at(text, before[0] - 1) if before[0] else None
    return start


def _lead(text: str, start: int, end: int) -> int:
    """Where words begin behind what only leads to them."""
    return start + len(text[start:end]) - len(text[start:end].lstrip(LEAD))
