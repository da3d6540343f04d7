"""Two who were read as one mention, "Orvania and Melkar", "Presidents Anna Veld and Ivo Strand", as two."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Collection, Container
from dataclasses import replace
from itertools import accumulate

from onrecord.model import Mention, Reading, Span
from onrecord.resolving.names.compounds import with_mentions
from onrecord.resolving.names.forms import ONE_NAME, PLACE_NAME, strip_article
from onrecord.resolving.names.kinds import tokens_of
from onrecord.resolving.names.offices import HIGH
from onrecord.resolving.names.places import demonym_stem, find_country
from onrecord.resolving.names.titles import split_title

#: "Presidents Anna Veld and Ivo Strand": an office of both, which is no part of a name.
OFFICE_OF_BOTH = re.compile(
    rf"(?:the )?(?:[\w-]+ )?(?:{HIGH}|general)s(?:(?<=ministers) (?:of|for) (?:foreign affairs|[a-z]+))? "
    r"(?=(?-i:[^\W\d_a-z][\w-]+ (?:and )?[^\W\d_a-z]))",
    re.I,
)
#: What only says more of two who are named before.
WHO = re.compile(r",? (?:who|both)\b")
OWN_ARTICLE = re.compile(r"(?:the|his|her|its|their) ", re.I)
#: "Orvanian-Tameshi" talks.
HYPHENED = re.compile(r"([^\W\d_a-z]\w+)[-–]([^\W\d_a-z]\w+)")
#: "Mr Ivo Strand, President of Melkar, Her Excellency Mrs Anna Veld".
STYLED = re.compile(r", (?=(?:His|Her) (?:Royal )?(?:Excellency|Majesty|Highness|Eminence|Holiness)\b)")
_WHOSE = r"(?:the|an?|his|her|its|their|our|my|your)"
#: "Veld and her aides", "Orvania and Tamesh", "Veld and Strand" name two.
TWO = re.compile(rf"(?P<first>(?:{_WHOSE} |(?=[A-Z]))[^,]+?),? and (?P<second>(?:{_WHOSE}|other) [^,]+|[A-Z][^ ,]+)")
#: "The ministers of Orvania and Tamesh", "Bosnia and Herzegovina": one.
ONE = re.compile(r"\b(?:of|for|in|from|between|with|on|to|at|both)\b|\b(?:Herzegovina|Tobago|Barbuda|Nevis)$")
JOINED = re.compile(r"(?P<first>(?:(?! and )[^,;])+) and (?P<second>(?:(?! and )[^,;])+)")


def separate_joined(text: str, reading: Reading) -> Reading:
    """The reading with two read as one mention ("Orvania and Melkar") as two; antecedents keep pointing at what they did."""
    mentions = reading.mentions
    starts = [m.span.start for m in mentions]
    states = {m.span.text for m in mentions if m.type == "country"}

    def parts_of(m: Mention, place: int) -> list[Span]:
        inner = mentions[place + 1 : bisect_right(starts, m.span.end)]
        beside = [other.span for other in inner if m.span.covers(other.span) and other.type not in ("country", "place")]
        parts = _parts_of(text, m, states)
        unread = [part for part in parts if not any(part == other.span for other in inner)]
        if len(parts) == 2 and len(unread) == 1:
            return unread
        if len(parts) == 1 or not beside:
            return parts
        # Of "the government of Orvania and the Melkar Front" the Front may be a mention already.
        rest = [part for part in parts if not any(part.covers(other) for other in beside)]
        return rest if m.type == "group" and len(beside) == len(rest) == 1 else [m.span]

    names = [strip_article(name) for name in states]
    full = {words[-1] for m in mentions if m.type == "person" and len(words := m.span.text.split()) > 1}
    pieces = [
        parts_of(m, n)
        if " and " in m.span.text
        else _listed(text, m, full)
        if ", " in m.span.text
        else _hyphened(text, m, names)
        if "-" in m.span.text or "–" in m.span.text
        else [m.span]
        for n, m in enumerate(mentions)
    ]
    place = [0, *accumulate(map(len, pieces))]
    out = []
    adjectives = {n for n, split in enumerate(pieces) if len(split) > 1 and HYPHENED.fullmatch(mentions[n].span.text)}
    for m, split in zip(mentions, pieces, strict=True):
        for part in split:
            # What pointed at both countries of an adjective is joined to its own by name.
            points = m.antecedent is not None and len(split) == 1 and m.antecedent not in adjectives
            antecedent = place[m.antecedent] if m.antecedent is not None and points else None
            kind = "organization" if m.type == "group" and part != m.span else m.type
            kind = "country" if part != m.span and find_country(strip_article(part.text)) else kind
            same = (part, antecedent, kind) == (m.span, m.antecedent, m.type)
            out.append(m if same else replace(m, span=part, antecedent=antecedent, type=kind))
    return with_mentions(reading, out, [])  # of two, one may have been a mention already, and stand before the other


def _listed(text: str, m: Mention, surnames: Container[str]) -> list[Span]:
    """The two surnames of a headline's "Veld, Strand", if persons in the report have them, and two with a style each; else the mention."""
    if m.type == "person" and (styled := STYLED.search(m.span.text)):
        return [Span.of(text, m.span.start, m.span.start + styled.start()), Span.of(text, m.span.start + styled.end(), m.span.end)]
    first, _, second = m.span.text.partition(", ")
    both = m.type == "person" and ONE_NAME.fullmatch(first) and ONE_NAME.fullmatch(second) and {first, second}
    if not both or first == second or not all(name in surnames for name in both):
        return [m.span]
    return [Span.of(text, m.span.start, m.span.start + len(first)), Span.of(text, m.span.end - len(second), m.span.end)]


def _hyphened(text: str, m: Mention, states: Collection[str]) -> list[Span]:
    """The two countries of "Orvanian-Tameshi", by their names or adjectives; else the mention."""
    two = HYPHENED.fullmatch(m.span.text)
    if not two or not all(find_country(part) or demonym_stem(part, states) for part in two.groups()):
        return [m.span]
    return [Span.of(text, m.span.start + two.start(n), m.span.start + two.end(n)) for n in (1, 2)]


def _parts_of(text: str, m: Mention, states: Container[str]) -> list[Span]:
    office = OFFICE_OF_BOTH.match(m.span.text) if m.type in ("person", "group") else None
    joined = JOINED.fullmatch(WHO.split(m.span.text)[0], office.end() if office else 0)
    if not joined or find_country(m.span.text):
        return [m.span]
    both = joined["first"], joined["second"]
    are_states = all(map(ONE_NAME.fullmatch, both)) and any(name in states for name in both)
    if not (are_states or office or _are_two(text, m.type, *both)):
        return [m.span]
    return [Span.of(text, m.span.start + joined.start(n), m.span.start + joined.end(n)) for n in (1, 2)]


def _are_two(text: str, kind: str, first: str, second: str) -> bool:
    """Whether what "and" joins is two, not one of two offices ("envoy and deputy minister Anna Veld") or of a long name."""
    if _are_named(text, kind, first, second):
        return True
    bare = [strip_article(words) for words in (first, second)]
    if all(map(find_country, bare)):
        return True
    if kind == "country":
        return all(PLACE_NAME.fullmatch(words) and len(re.findall(rf"\b{re.escape(words)}\b", text)) > 1 for words in bare)
    kinds = [{t.kind for t in tokens_of(words)} for words in (first, second)]
    if kind in ("organization", "group"):
        two_bodies = "body" in kinds[1] and (" of " not in first or "body" in {t.kind for t in tokens_of(first.partition(" of ")[0])})
        return bool(OWN_ARTICLE.match(second)) and (second.isupper() or bare[1].isupper() or two_bodies)
    if kind != "person" or any("plural" in found for found in kinds):
        return False
    titled = [split_title(words) for words in (first, second)]
    if all(t.name for t in titled):
        return all(" " in t.name or t.role or len(re.findall(rf"\b{re.escape(t.name)}\b", text)) > 1 for t in titled if t.name)
    if titled[0].name or not all(t.role for t in titled) or not OWN_ARTICLE.match(first):
        return False
    return bool(OWN_ARTICLE.match(second)) or (bare[0][0].islower() and bare[1][0].isupper())  # "the premier and President Veld"


def _are_named(text: str, kind: str, first: str, second: str) -> bool:
    """Whether both parts begin as a name or a noun with its article; a body may be called by two nouns, "Independence and Democracy"."""
    words = f"{first} and {second}"
    if not TWO.fullmatch(words) or ONE.search(words):
        return False
    if " " in second or " " in first:
        return " " in second
    together = text.count(words)
    return kind != "organization" or all(len(re.findall(rf"\b{re.escape(name)}\b", text)) > together for name in (first, second))
