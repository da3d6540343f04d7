"""Countries by their known names, or by a name that has an adjective, where the reading model has left them unmarked."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from functools import lru_cache

from onrecord.model import Mention, Reading, Span
from onrecord.reading.language.agreement import GENITIVE
from onrecord.resolving.names.compounds import with_mentions
from onrecord.resolving.names.places import PERSONAL, demonym_stem, is_country_name

_NAME = re.compile(r"[^\W\d_a-z][\w.’'-]*[\w.](?: (?:of |and )?[^\W\d_a-z][\w.’'-]*[\w.]){0,3}")
_WORD = re.compile(r"\b[^\W\d_a-z][^\W\d_]{3,}(?:[’']s)?")
_SMALL = re.compile(r"\b[a-zß-ÿ]{4,}")
#: Behind another capital a word is a part of a longer name, unless that one only opens the sentence.
_IN_NAME = re.compile(
    r"\b(?!(?:The|An?|In|At|On|Of|For|From|With|And|But|When|As|If|Both|Neither|All|No|His|Her|Its|Their|Our|My|Your|This|That|These"
    r"|Those|Two|Three|Several|Some|Many|Most|Other|Another|Each|Every|By|To|Under|After|Before|Since|While|Where|Nor|Or|Then|Now|Yet"
    r"|Only|Even)\b)[^\W\d_a-z][\w’'-]* $"
)
_NAME_GOES_ON = re.compile(r" [^\W\d_a-z]|-")
_ATTRIBUTE = re.compile(r" [^\W\d_]")
#: "Orvania’s foreign ministry".
_OFFICE = re.compile(
    r"(?P<name>[^\W\d_a-z]\w{3,})[’']s (?:(?:deputy|former|new|acting) )?(?:(?:foreign|defen[cs]e|interior) (?:minister|ministry)"
    r"|prime minister|ambassador)\b"
)
#: "A letter to the Amber House": no month, and nobody's office.
_RECEIVER = re.compile(
    r"\b(?:to|addressed) the (?P<body>[^\W\d_a-z][\w’-]+(?: (?:of )?[^\W\d_a-z][\w’-]+){0,3})(?! of\b|[’'\w-]| [^\W\d_a-z])"
)
#: Those who come from two states, and two that do something: "the delegations of Orvania and Melkar", "Orvania and Melkar agreed".
_STATES = re.compile(
    r"\b(?i:(?:delegations|ministers|presidents|premiers|governments|armies|envoys|representatives|leaders|officials|ambassadors"
    r"|teams|negotiators|officers|experts) (?:of|from)|between)"
    r" (?P<a>[^\W\d_a-z]\w{3,}) and (?P<b>[^\W\d_a-z]\w{3,})\b(?![’'-]| [^\W\d_a-z])"
    r"|(?:^|(?<=\n)|(?<=[.!?:;,] )|(?<=that )|(?<=[“\"]))(?P<first>[^\W\d_a-z]\w{3,}) and (?P<second>[^\W\d_a-z]\w{3,})"
    r"(?= (?:have|had|will|would|are|were|agreed|met|held|resumed"
    r"|reopened|signed|exchanged|sent)\b)"
)
_SENT = re.compile(r"(?:delegations|governments|armies|envoys|teams|negotiators) ", re.I)
#: Those who fight a government.
REBEL = "rebel|guerrilla|insurgent|separatist|militant"
_MOVEMENT = re.compile(rf"\b(?:(?:{REBEL})s?|insurgency|Front|Movement|movement)\b")
_GOVERNMENT = re.compile(
    r"\b(?:(?<=\b[Tt]he )|(?<=\n))government\b(?![’'-]| (?:spokes\w+|officials?|sources?|forces"
    r"|troops|circles|statement|ministers?|bench\w*|buildings?|data|policy|offer|envoys?|advisers?|of)\b)"
    r"|\b[Gg]overnment(?= and [\w’-]+ (?:\w+ )?(?:delegations|negotiators|teams|officials|officers|envoys|representatives|commanders)\b)"
)
REACH = 20
#: What so many texts name is at hand: that of a report is asked for several times while it is resolved.
TEXTS = 8
#: Letters that a name and its adjective have in common.
STEM = 4
#: After these words a country is where something happens, not who takes part.
_WHERE = re.compile(r"\b(?:in|at|to|into|near|outside|inside)(?: the)? $", re.I)


def add_countries(text: str, reading: Reading) -> Reading:
    """The reading with a mention for each country that takes part in contacts and that no mention names.

    These are the countries named in the evidence of a contact, whether the model marks them or not: "representatives of Russia
    and Ukraine" has two parties. In a report that tells of contacts, a name that has an adjective is a country wherever it
    stands: "Orvania" beside "the Orvanian minister".
    """
    if not reading.contacts:
        return reading
    known = [m.span for m in reading.mentions]
    new = {
        span
        for contact in reading.contacts
        for evidence in contact.evidence
        for span in _countries_in(text, evidence)
        if not any(span.overlaps(other) for other in known)
    }
    by_form = {*_named_by_form(text), *_joined_to_states(text, reading)}
    old = [replace(m, type="country") if m.span in by_form else m for m in reading.mentions]
    new |= {span for span in by_form if not any(span == other for other in (*known, *new))}
    # "Anna Veld, for the government": what only says more of a person may name a side.
    people = [m.span for m in reading.mentions if m.type == "person"]
    taken = [span for span in (*known, *new) if span not in people or "," not in span.text]
    taken = [span for span in taken if " and " not in span.text]
    bodies = {span for span in _bodies_in(text, reading) if not any(span.overlaps(other) for other in taken) and span not in people}
    more = [*(Mention(span, "country") for span in sorted(new)), *(Mention(span, "organization") for span in sorted(bodies))]
    return with_mentions(reading, old, more)


def _bodies_in(text: str, reading: Reading) -> Iterator[Span]:
    """The bodies that the evidence of a letter names as its receivers, and the government where a movement is the other side."""
    for contact in reading.contacts:
        for evidence in contact.evidence if contact.kind == "letter" else ():
            yield from (Span.of(text, *m.span("body")) for m in _RECEIVER.finditer(text, evidence.start, evidence.end))
    if _MOVEMENT.search(text):
        yield from (Span.of(text, *m.span()) for m in _GOVERNMENT.finditer(text))


def _joined_to_states(text: str, reading: Reading) -> Iterator[Span]:
    """The single names beside a country among those who come from two: "the delegations of Orvania and Melkar"."""
    countries = {m.span.text for m in reading.mentions if m.type == "country"} | names_of_states(text)
    for found in _STATES.finditer(text):
        one, other = found["a"] or found["first"], found["b"] or found["second"]
        one_sided = (one in countries) != (other in countries)
        if not one_sided and not (_SENT.match(text, found.start()) and one not in countries):
            continue
        for name in {one, other} - countries:
            if not re.search(rf"(?<![.!?:] )\b[^\W\d_a-z][\w’.-]* {name}\b", text):
                yield from (Span.of(text, *m.span()) for m in re.finditer(rf"\b{name}\b(?!-)", text))


def names_of_states(text: str) -> frozenset[str]:
    """The names that are countries by an adjective or an office that the text has of them, whatever the reading model takes them for."""
    return frozenset(span.text for span in _named_by_form(text))


@lru_cache(maxsize=TEXTS)
def _named_by_form(text: str) -> tuple[Span, ...]:
    """Each single name that has an adjective in the text, a word of the same stem before another word, or what only states have."""
    alone: dict[str, list[Span]] = {}
    adjectives: dict[str, set[str]] = {}
    surnames: set[str] = set()
    for found in _WORD.finditer(text):
        word = GENITIVE.sub("", found[0])
        if _IN_NAME.search(text, max(0, found.start() - REACH), found.start()):
            surnames.add(word)
            continue
        if not _NAME_GOES_ON.match(text, found.end()):
            alone.setdefault(word, []).append(Span.of(text, found.start(), found.start() + len(word)))
        if _ATTRIBUTE.match(text, found.start() + len(word)):
            adjectives.setdefault(word[:STEM], set()).add(word)
    small = set(_SMALL.findall(text))
    offices = {found["name"] for found in _OFFICE.finditer(text)}
    named: list[Span] = []
    for name, spans in alone.items():
        kin = adjectives.get(name[:STEM], set()) - {name} - surnames
        if name in surnames or name.lower() in small:
            continue
        if name not in offices and not any(_is_adjective(word, name) for word in kin):
            continue
        if not any(_is_adjective(name, other) for other in alone if other != name and other[:STEM] == name[:STEM]):
            named += spans
    return tuple(named)


def _is_adjective(word: str, name: str) -> bool:
    return word.removesuffix("s") != name and demonym_stem(word, [name]) is not None


def _countries_in(text: str, evidence: Span) -> Iterator[Span]:
    for match in _NAME.finditer(text, evidence.start, evidence.end):
        for start, end in _parts(match[0]):
            words = GENITIVE.sub("", match[0][start:end])
            alone = match[0][start:end] == match[0]
            before = text[max(evidence.start, match.start() + start - 12) : match.start() + start]
            if is_country_name(words) and (alone or words.lower() not in PERSONAL) and not _WHERE.search(before):
                yield Span.of(text, match.start() + start, match.start() + start + len(words))


def _parts(words: str) -> Iterator[tuple[int, int]]:
    """A run of names whole, and each side of an "and" in it."""
    yield 0, len(words)
    if joint := re.search(r" and ", words):
        yield 0, joint.start()
        yield joint.end(), len(words)
