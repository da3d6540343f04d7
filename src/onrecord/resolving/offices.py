"""Whether two descriptions of an office can mean one: "the minister", "the Russian defence minister"."""

from __future__ import annotations

import re
from collections.abc import Sequence

from onrecord.resolving.kinds import GENITIVE, Token, bare_word, head_of, kind_words, tokens_of
from onrecord.resolving.names import Likeness
from onrecord.resolving.places import find_country

#: Words of one meaning in the name of an office.
_SYNONYMS = {
    "defence": "defense", "spokeswoman": "spokesman", "spokesperson": "spokesman", "chairwoman": "chairman", "chairperson": "chairman",
    "chair": "chairman", "ombudswoman": "ombudsman", "congresswoman": "congressman", "advisor": "adviser",
    "presidential": "president", "governmental": "government", "ministerial": "ministry", "leader": "head", "ruler": "head",
    "chief": "head", "vice": "deputy", "cmdr": "commander", "gen": "general", "col": "colonel",
}  # fmt: skip
#: Words that make another office of one.
_LESSER = frozenset(["deputy", "assistant", "under", "former", "acting", "shadow", "honorary"])
#: What a broad word may stand for, by a word in the fuller office: "the diplomat" of a deputy foreign minister.
_BROADER = {
    "diplomat": frozenset(["foreign", "ambassador", "envoy", "consul", "negotiator", "representative", "high"]),
    "officer": frozenset(["general", "colonel", "major", "captain", "brigadier", "lieutenant", "admiral", "commander"]),
    "general": frozenset(["commander-in-chief", "staff", "staffs", "brigadier"]),
    "cleric": frozenset(["archbishop", "bishop", "imam", "cardinal", "patriarch", "ayatollah"]),
}
_FILLER = frozenset(["affairs", "the", "of", "for", "a", "an", "to", "in", "and", "at", "on", "republic", "his", "her", "its", "their"])


def same_office(a: str, b: str) -> Likeness:
    """Whether two descriptions can mean one office: "the minister", "the Russian defence minister", "Defence Minister of Russia".

    Somebody with two offices ("deputy foreign minister and head of the delegation") is compared by each.
    """
    return max((_compare_offices(x, y) for x in _offices(a) for y in _offices(b)), key=lambda likeness: likeness.score)


def _compare_offices(a: Sequence[Token], b: Sequence[Token]) -> Likeness:
    whole = _office_words(a), _office_words(b)
    heads = _office_head(a), _office_head(b)
    if not all(heads):
        return Likeness(0.0, "no office")
    if whole[0] == whole[1]:
        return Likeness(1.0, "same office")
    broader = [_BROADER.get(heads[n], frozenset()) & whole[1 - n] for n in (0, 1) if len(whole[n]) == 1]
    if heads[0] != heads[1]:
        return Likeness(0.7, "an office of that kind") if any(broader) else Likeness(0.0, "different offices")
    if (whole[0] ^ whole[1]) & _LESSER:
        return Likeness(0.2, "an office and its deputy or former holder")
    lands = [{word for word in words if word.isupper()} for words in whole]
    if all(lands) and lands[0] != lands[1]:
        return Likeness(0.1, "offices of different countries")
    if whole[0] <= whole[1] or whole[1] <= whole[0]:
        return Likeness(0.8, "one names the office more fully")
    if {heads[0]} in (whole[0] - lands[0], whole[1] - lands[1]):
        return Likeness(0.7, "same office as far as they say")
    shared = len(whole[0] & whole[1]) / len(whole[0] | whole[1])
    return Likeness(round(0.6 * shared, 2), "offices of one kind")


def _offices(role: str) -> list[list[Token]]:
    """Each office of "deputy foreign minister and head of the delegation"; the whole if a part is none by itself."""
    whole = re.sub(r"\bprime[ -]minister", "premier", role, flags=re.I)
    parts = [tokens_of(part) for part in re.split(r",\s+(?:and\s+)?|\s+and\s+", whole)]
    return parts if all(map(_office_head, parts)) else [tokens_of(whole)]


def _office_head(tokens: Sequence[Token]) -> str:
    """The office proper: the last office word before "of"."""
    found = [_plain(t) for t in head_of(tokens) if not t.genitive and bare_word(t) in kind_words("office") | kind_words("rank")]
    return found[-1] if found else ""


def _plain(token: Token) -> str:
    return _SYNONYMS.get(bare_word(token), bare_word(token))


def _office_words(tokens: Sequence[Token]) -> set[str]:
    out = set()
    for token in tokens:
        if token.kind == "stop":
            break
        land = find_country(GENITIVE.sub("", token.text)) if token.kind == "place" else None
        out |= {land.iso2 if land else _plain(token)} - _FILLER
    return out
