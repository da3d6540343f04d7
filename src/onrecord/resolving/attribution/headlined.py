"""Who says what a headline tells: whoever is quoted below with its words, or holds below the office that it has alone."""

from __future__ import annotations

import re
from collections.abc import Sequence

from onrecord.model import Attribution, Reading, Span
from onrecord.model.entries import BODIES
from onrecord.resolving.cast.cast import Entity
from onrecord.resolving.names.forms import ANYBODY, PRONOUNS
from onrecord.resolving.names.kinds import kind_words

#: After the office that a headline names: "aides to the president".
OF_WHAT = re.compile(r",? (?:to|of|for|in|from|at|close to) ")
#: Words of what the office is of, but "of" and "the".
NAMING = re.compile(r"\w{4,}")
#: A headline with fewer letters is found everywhere.
SHORTEST = 12
#: Who is meant by "top diplomat" is not just any of them.
TOP = re.compile(r"\b(?:top|chief|head|leading)\b", re.I)
#: So many of a headline's words are found again in the statement that it is taken from.
ALIKE = 0.8


def find_repeated(a: Attribution, reading: Reading, speakers: Sequence[Entity | None]) -> tuple[Entity | None, str]:
    """Who is quoted below with the words of a headline, of the speakers of all attributions, and why; nobody if nobody is."""
    words = _words(a)
    for other, speaker in zip(reading.attributions, speakers, strict=True):
        if speaker and other is not a and len(words & _words(other)) >= ALIKE * len(words):
            return speaker, f"{speaker.name} says these words below"
    return None, ""


def find_introduced_below(
    source: Span, entity: Entity, reading: Reading, speakers: Sequence[Entity | None], headline: int
) -> tuple[Entity | None, str]:
    """Whom a headline calls by an office only, "minister says": the one who speaks below and holds it, or is one of such people; and why.

    Args:
        source: the source of a statement in the headline.
        entity: who it was taken for so far, somebody without a name.
        reading: the report's reading.
        speakers: the speakers of all attributions.
        headline: where the headline ends, in code points.
    """
    if any(m.start > headline and m.text.lower() not in PRONOUNS for m in entity.mentions):
        return None, ""
    office, *where = (part.casefold() for part in OF_WHAT.split(source.text, maxsplit=1))
    office, rest = office.split()[-1], NAMING.findall(" ".join(where))
    told = sorted(zip(reading.attributions, speakers, strict=True), key=lambda pair: pair[0].start)
    kind = BODIES - {"outlet"} if entity.type in BODIES or office in kind_words("body") else {"person", "unnamed"}
    below = list(dict.fromkeys(e for a, e in told if e and e is not entity and e.type in kind and a.start > headline))
    # "A source in the ministry" is none of "sources in the presidency".
    fit = [e for e in below if e.type != "unnamed" or not rest or any(word in m.text.casefold() for word in rest for m in e.mentions)]
    holders = [e for e in fit if re.search(rf"\b{re.escape(office)}s?\b", " ".join([*e.roles, *(m.text for m in e.mentions)]), re.I)]
    anybody = office in ANYBODY and not TOP.search(source.text)
    meant = holders or [e for e in fit if e.type == "unnamed" and anybody][:1]
    # Of two ministers, the headline does not say which one it means.
    return (meant[0], f"the {office} of the headline is {meant[0].name}") if len(meant) == 1 else (None, "")


def _words(a: Attribution) -> frozenset[str]:
    return frozenset(re.findall(r"\w+", " ".join(span.text for span in a.content).casefold()))
