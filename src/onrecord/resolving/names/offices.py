"""Whether two descriptions of an office can mean one: "the minister", "the Russian defence minister"."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property, lru_cache

from onrecord.reading.language.agreement import GENITIVE, POSSESSIVES
from onrecord.resolving.names.kinds import Token, bare_word, head_of, kind_words, tokens_of
from onrecord.resolving.names.names import SMALL, Likeness
from onrecord.resolving.names.places import find_country

#: Offices that a country or a body has one holder of, and what such an office, or a lower one, can be for.
HIGH = "minister|president|premier|chancellor|ambassador|commissioner"
PORTFOLIO = (
    "prime|foreign|defen[cs]e|interior|home|finance|water|energy|mines|resources|environment|trade|industry|economy|transport|agriculture"
    "|fisher(?:y|ies)|justice|health|culture|education|security|deputy|army|navy|intelligence"
)
#: Words of one meaning in the name of an office.
_SYNONYMS = {
    "defence": "defense", "spokeswoman": "spokesman", "spokesperson": "spokesman", "chairwoman": "chairman", "chairperson": "chairman",
    "chair": "chairman", "ombudswoman": "ombudsman", "congresswoman": "congressman", "advisor": "adviser",
    "presidential": "president", "governmental": "government", "ministerial": "ministry", "leader": "head", "ruler": "head",
    "chief": "head", "vice": "deputy", "cmdr": "commander", "gen": "general", "col": "colonel", "internal": "interior",
    "finances": "finance", "amir": "emir", "economic": "economy",
}  # fmt: skip
#: Words that make another office of one.
LESSER = frozenset(["deputy", "assistant", "under", "former", "acting", "shadow", "honorary"])
#: What a broad word may stand for, by a word in the fuller office: "the diplomat" of a deputy foreign minister.
_BROADER = {
    "diplomat": frozenset(["foreign", "ambassador", "envoy", "consul", "negotiator", "representative", "high"]),
    "officer": frozenset(
        "general colonel major captain brigadier lieutenant admiral vice-admiral commodore commander commandant marshal".split()
    ),
    "general": frozenset(["commander-in-chief", "staff", "staffs", "brigadier"]),
    "commander": frozenset(["general", "colonel", "major", "brigadier", "admiral", "marshal"]),
    "mediator": frozenset(["envoy", "facilitator", "representative", "intermediary"]),
    "envoy": frozenset(["representative", "emissary"]),
    "cleric": frozenset(["archbishop", "bishop", "imam", "cardinal", "patriarch", "ayatollah"]),
}
_PHRASES = tuple(
    (re.compile(phrase, re.I), plain)
    for phrase, plain in (
        (r"\b(?:prime[ -]minister|PM\b)", "premier"),
        (r"\b(?:FM|(?:top|chief) diplomat)\b", "foreign minister"),
        (r"\b(secretary|director) general\b", r"\1-general"),
        (r"\bcommander in chief\b", "commander-in-chief"),
        (r"\bsecretary of state for\b", "secretary of"),
        (r"\bunited nations\b", "UN"),
        (r"\bhead of state\b", "president"),
        (r"\bhead of (?:the )?((?:[^\W\d_]\w+ )?)government\b", r"\1premier"),
        # As translations from Russian say it.
        (r"\bhead of (?:the )?((?:[^\W\d_]\w+ )?)(?:military|defen[cs]e) (?:department|ministry)\b", r"\1minister of defense"),
        (
            r"\bhead of (?:the )?((?:[^\W\d_]\w+ )?)(?:diplomatic|foreign(?: policy| affairs)?) (?:department|ministry|office)\b",
            r"\1foreign minister",
        ),
    )
)
#: Descriptions of offices this much alike can mean one.
SAME_OFFICE = 0.65
_FILLER = SMALL | POSSESSIVES | {"affairs", "department", "republic", "to", "at"}


@dataclass(frozen=True)
class Office:
    """An office as a description gives it: the office proper and the set of all words, each in one form; countries by their code."""

    head: str
    words: frozenset[str]

    @cached_property
    def lands(self) -> frozenset[str]:
        """The codes of the countries among the words."""
        return frozenset(word for word in self.words if word.isupper())


@lru_cache(maxsize=65_536)
def read_offices(role: str) -> tuple[Office, ...]:
    """Each office of "deputy foreign minister and head of the delegation"; the whole if a part is none by itself."""
    whole = _plain_phrases(role)
    parts = [tokens_of(part) for part in re.split(r",\s+(?:and\s+)?|\s+and\s+", whole)]
    parts = parts if all(map(_office_head, parts)) else [tokens_of(whole)]
    return tuple(Office(_office_head(part), _office_words(part)) for part in parts)


def _plain_phrases(role: str) -> str:
    """The phrases of several words that mean one office or body, as one word."""
    for phrase, plain in _PHRASES:
        role = phrase.sub(plain, role)
    return role


def fullest(roles: Sequence[str]) -> list[str]:
    """Descriptions of one person's offices without those that another names more fully: "minister" beside "transport minister"."""
    words = {role: [(office.head, office.words) for office in read_offices(role)] for role in roles}
    return [
        role
        for role in roles
        if not any(
            head == other and own < fuller for rest in roles if rest != role for other, fuller in words[rest] for head, own in words[role]
        )
    ]


def same_office(a: str, b: str) -> Likeness:
    """Whether two descriptions can mean one office: "the minister", "the Russian defence minister", "Defence Minister of Russia".

    Somebody with two offices ("deputy foreign minister and head of the delegation") is compared by each.
    """
    return max((_compare_offices(x, y) for x in read_offices(a) for y in read_offices(b)), key=lambda likeness: likeness.score)


def _compare_offices(a: Office, b: Office) -> Likeness:
    if not (a.head and b.head):
        return Likeness(0.0, "no office")
    if a.words == b.words:
        return Likeness(1.0, "same office")
    if a.head != b.head:
        broader = [_BROADER.get(x.head, frozenset()) & y.words for x, y in ((a, b), (b, a)) if x.words - x.lands == {x.head}]
        of_two_lands = a.lands and b.lands and a.lands != b.lands
        return Likeness(0.7, "an office of that kind") if any(broader) and not of_two_lands else Likeness(0.0, "different offices")
    if (a.words ^ b.words) & LESSER:
        return Likeness(0.2, "an office and its deputy or former holder")
    if a.lands and b.lands and a.lands != b.lands:
        return Likeness(0.1, "offices of different countries")
    if a.words <= b.words or b.words <= a.words:
        return Likeness(0.8, "one names the office more fully")
    if {a.head} in (a.words - a.lands, b.words - b.lands):
        return Likeness(0.7, "same office as far as they say")
    shared = len(a.words & b.words) / len(a.words | b.words)
    return Likeness(round(0.6 * shared, 2), "offices of one kind")


def _office_head(tokens: Sequence[Token]) -> str:
    """The office proper: the last office word before "of"."""
    found = [_plain(t) for t in head_of(tokens) if not t.genitive and bare_word(t) in kind_words("office") | kind_words("rank")]
    return found[-1] if found else ""


def _plain(token: Token) -> str:
    return _SYNONYMS.get(bare_word(token), bare_word(token))


def _office_words(tokens: Sequence[Token]) -> frozenset[str]:
    out = set()
    for token in tokens:
        if token.kind == "stop":
            break
        land = find_country(GENITIVE.sub("", token.text)) if token.kind == "place" else None
        out |= {land.iso2 if land else _plain(token)} - _FILLER
    return frozenset(out)
