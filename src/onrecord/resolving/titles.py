"""Names and offices as they stand in news: "General Mark Milley, chairman of …" is a name and an office."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from itertools import zip_longest

from onrecord.resolving.names import Likeness
from onrecord.resolving.places import PERSONAL, find_country, load, meaning_of


@dataclass(frozen=True)
class Titled:
    """A person's proper name, the office, and a body: the one meant, or the one that the person is of."""

    name: str | None = None
    role: str | None = None
    body: str | None = None


@dataclass(frozen=True)
class _Token:
    """A word of a span with the part it can play; `genitive` if it ends in a possessive."""

    text: str
    kind: str
    start: int
    end: int
    genitive: bool = False


_WORD = re.compile(r"(?:[^\W\d_]\.)+(?=[\s,]|$)(?:[’']s)?|[^\W_]+(?:[.’'‘-][^\W_]+)*[’']?\.?")
_GENITIVE = re.compile(r"(?:[’']s|(?<=s)[’'])$")
_ARABIC = re.compile(r"^(?:a[ldnrstz]|ash|el)-[A-Z]", re.I)
_DEMONYM_LIKE = re.compile(r"(?:an|i|ic|ish|ese)$")
_APART = re.compile(r"\s*[,;()]\s*|\s+[–—-]\s+")
#: Kinds that make the capitalised word before them an attribute: "Girelian President", "Kilindi diplomat".
_NOUNS = frozenset(["rank", "office", "plural", "relation", "body", "field", "place", "word"])
_TITLES = frozenset(["rank", "office"])
_ORDER = ("stop", "preposition", "determiner", "rank", "office", "relation", "body", "field")


@cache
def _words(kind: str) -> frozenset[str]:
    return frozenset(load("titles.json")[kind].split())


def is_rank(word: str) -> bool:
    """Whether a word is put before names: Mr, General, Sheikh."""
    return word.lower().rstrip(".") in _words("rank")


def split_title(words: str) -> Titled:
    """The name, office and body in a source or mention as it stands in the text.

    A name is a run of capitalised words that are no office, body, portfolio or place, where English puts names: at the
    start, after a title or in apposition, but not as the object of a preposition ("adviser to President …").
    """
    segments = [tokens for part in _APART.split(_tidy(words)) if (tokens := _tokens(part))]
    if not segments:
        return Titled()
    found = next(((n, run) for n, tokens in enumerate(segments) if (run := _name_run(tokens, any(map(_has_title, segments[:n]))))), None)
    if found is None:
        return _nameless(segments)
    at, (start, end) = found
    tokens = segments[at]
    also = end < len(tokens) and tokens[end].kind == "and" and _name_run(tokens[end + 1 :], titled=True)
    if also or _is_outlet(segments, at, start):
        return Titled()
    title = _role(tokens[:start])
    others = [role for n, segment in enumerate(segments) if n != at and (role := _role(segment))]
    if title and any(t.kind == "office" for t in tokens[:start]):
        others.insert(0, title)
    role = next(iter(others), title)
    return Titled(_text(tokens[start:end], strip_genitive=True), role, None if role else _affiliation([tokens[end:], *segments[at + 1 :]]))


def _nameless(segments: Sequence[Sequence[_Token]]) -> Titled:
    first = segments[0]
    if first[0].text.lower() in _words("indefinite"):
        return Titled()
    role = next((role for segment in segments if (role := _role(segment))), None)
    if role:
        return Titled(role=role)
    head = _head(first)
    if any(t.kind in ("plural", "relation") for t in head):
        return Titled()
    phrase = _text(first, strip_genitive=True)
    named = any(t.kind in ("body", "place") for t in head) or meaning_of(phrase)
    return Titled(body=re.sub(r"^(?:the|an?)\s+", "", phrase, flags=re.I)) if named and first[0].kind != "preposition" else Titled()


def _tidy(words: str) -> str:
    """Without quotation marks and bracketed acronyms, and with a comma where an office is run on to a name ("MilleyChairman")."""
    bare = re.sub(r"[«»“”\"]|\s*\([A-Z]{2,8}\)", "", words).strip()
    return re.sub(r"(?<=[a-zß-ÿ])([A-Z][a-z-]+)", lambda m: f", {m[1]}" if m[1].lower() in _words("office") else m[0], bare)


def _tokens(part: str) -> list[_Token]:
    found = list(_WORD.finditer(part))
    raw = [(m[0], m.start(), m.end()) for m in found]
    places = [False] * len(raw)
    for size in (3, 2, 1):
        for i in range(len(raw) - size + 1):
            if raw[i][0][0].isupper() and find_country(_GENITIVE.sub("", part[raw[i][1] : raw[i + size - 1][2]])):
                places[i : i + size] = [True] * size
    kinds = [_kind(text, place) for (text, _, _), place in zip(raw, places, strict=True)]
    for i in range(len(kinds)):
        after = kinds[i + 1] if i + 1 < len(kinds) else ""
        before = kinds[i - 1] if i else ""
        word = raw[i][0].lower()
        if kinds[i] in _TITLES and after in ("body", "field") and word == "general":
            kinds[i] = "field"  # the General Staff, the General Assembly
        elif kinds[i] == "place" and word in PERSONAL and "name" in (before, after) and before != "preposition":
            kinds[i] = "name"
        elif kinds[i] == "particle":
            kinds[i] = "name" if after in ("name", "particle") else "word"
        elif before == "name" and not after and word in _words("surname") and raw[i][0][0].isupper():
            kinds[i] = "word" if _DEMONYM_LIKE.search(raw[i - 1][0]) or _GENITIVE.search(raw[i - 1][0]) else "name"
            kinds[i] = kinds[i] if kinds[i] == "name" else _kind(raw[i][0], place=False)
    return [_Token(text, kind, s, e, bool(_GENITIVE.search(text))) for (text, s, e), kind in zip(raw, kinds, strict=True)]


def _kind(text: str, place: bool) -> str:
    bare = _GENITIVE.sub("", text)
    word = bare.lower().rstrip(".")
    if word == "and":
        return "and"
    for kind in _ORDER:
        if word in _words(kind) and not (kind == "stop" and text.isupper()):
            return kind
    if word.removesuffix("s") in _words("office") | _words("relation"):
        return "plural"
    if place:
        return "place"
    if bare[0].islower() and word in _words("particle"):
        return "particle"
    if bare[0].isupper() or _ARABIC.match(bare):
        return "name"
    return "stop" if word.endswith("ly") else "word"


def _name_run(tokens: Sequence[_Token], titled: bool) -> tuple[int, int] | None:
    """Where the first personal name of a segment stands; `titled` if an office came in an earlier segment."""
    governed = blocked = False
    for i, token in enumerate(tokens):
        if token.kind == "stop":
            return None
        if token.kind == "preposition":
            governed, blocked = True, _of_person(tokens[i + 1 :])
        titled = titled or token.kind in (*_TITLES, "relation")
        previous = tokens[i - 1] if i else None
        if blocked or token.kind != "name" or (previous and previous.kind == "name" and not previous.genitive):
            continue
        end = i
        while end < len(tokens) and tokens[end].kind == "name":
            end += 1
            if tokens[end - 1].genitive:
                break
        after = tokens[end] if end < len(tokens) else None
        if after and (after.kind in _NOUNS or tokens[end - 1].genitive):
            continue
        start = _start(tokens, i, end, governed, titled)
        if start is not None:
            return start, end
    return None


def _start(tokens: Sequence[_Token], i: int, end: int, governed: bool, titled: bool) -> int | None:
    """Where in tokens[i:end] a name begins, given what stands before; None if it is not a person's."""
    before = tokens[i - 1] if i else None
    if end - i == 1 and re.fullmatch(r"[A-Z]{2,6}s?|[A-Z]+[a-z]?[A-Z]+\w*", tokens[i].text) and not (before and before.kind in _TITLES):
        return None
    if before is None or before.genitive:
        return i if before or titled or i == 0 else None
    if before.kind == "preposition":
        # "columnist of Zaxid Lyubko Petrenko": what the office is of, then first and last name.
        return end - 2 if titled and end - i > 2 else None
    if before.kind == "determiner":
        return None
    if governed or before.kind in ("body", "field"):
        return i if titled else None
    return i


def _of_person(tokens: Sequence[_Token]) -> bool:
    """Whether a preposition governs a person with a title: "(adviser to) the Ukrainian President …"."""
    for token, after in zip_longest(tokens, tokens[1:]):
        if token.kind in _TITLES or token.kind == "plural":
            return True
        if token.kind == "field" and after and after.kind in ("office", "field"):
            continue
        if token.kind not in ("determiner", "place", "name") and not token.genitive:
            return False
    return False


def _head(tokens: Sequence[_Token]) -> Sequence[_Token]:
    """What stands before the first preposition, relative or conjunction."""
    end = next((n for n, t in enumerate(tokens) if t.kind in ("preposition", "stop")), len(tokens))
    return tokens[:end]


def _role(tokens: Sequence[_Token]) -> str | None:
    """The office that a segment states, without article and courtesy."""
    start = 0
    while start < len(tokens) and (tokens[start].kind == "determiner" or _is_courtesy(tokens[start])):
        start += 1
    tokens = tokens[start:]
    head = [t for t in _head(tokens) if not t.genitive]
    end = next((n for n, t in enumerate(tokens) if t.kind == "stop"), len(tokens))
    if not any(_bare(t) in _words("office") for t in head) or any(t.kind in ("plural", "relation") for t in head):
        return None
    if head[-1].kind == "body" and head[-1].text.lower() != "house":
        return None  # the President's Office, the Council of Ministers: bodies, not offices
    return _text(tokens[:end])


def _affiliation(rest: Sequence[Sequence[_Token]]) -> str | None:
    """The body that somebody is "of": (Agnes Rowley) of the Institute for Border Studies."""
    for tokens in rest:
        bare = [t for t in tokens if t.kind != "determiner"]
        bare = bare[1:] if bare and bare[0].kind == "preposition" else bare
        if bare and any(t.kind == "body" for t in bare) and not any(t.kind == "stop" for t in bare):
            return _text(bare)
    return None


def _is_outlet(segments: Sequence[Sequence[_Token]], at: int, start: int) -> bool:
    """Whether what follows says that the name is not a person's: "Hlasatel, a daily …", "Kurzava, which …"."""
    after = segments[at + 1] if at + 1 < len(segments) else segments[at][start + 1 :]
    if any(t.text.lower() == "which" for t in after[:1]):
        return True
    head = _head(after)
    return start == 0 and bool(head) and head[-1].kind == "body" and head[0].kind == "determiner" and not _has_title(head)


def _has_title(tokens: Sequence[_Token]) -> bool:
    return any(t.kind in (*_TITLES, "relation", "plural") for t in tokens)


def _is_courtesy(token: _Token) -> bool:
    return token.kind == "rank" and _bare(token) not in _words("office")


def _bare(token: _Token) -> str:
    return _GENITIVE.sub("", token.text).lower().rstrip(".")


def _text(tokens: Sequence[_Token], *, strip_genitive: bool = False) -> str:
    words = [t.text for t in tokens]
    if strip_genitive:
        words[-1] = _GENITIVE.sub("", words[-1])
    return " ".join(words)


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


def office_key(role: str) -> frozenset[str]:
    """The words that make an office, in any order: countries by code, synonyms as one, fillers left out."""
    return frozenset(word for office in _offices(role) for word in _office_words(office))


def same_office(a: str, b: str) -> Likeness:
    """Whether two descriptions can mean one office: "the minister", "the Russian defence minister", "Defence Minister of Russia".

    Somebody with two offices ("deputy foreign minister and head of the delegation") is compared by each.
    """
    return max((_compare_offices(x, y) for x in _offices(a) for y in _offices(b)), key=lambda likeness: likeness.score)


def _compare_offices(a: Sequence[_Token], b: Sequence[_Token]) -> Likeness:
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


def _offices(role: str) -> list[list[_Token]]:
    """Each office of "deputy foreign minister and head of the delegation"; the whole if a part is none by itself."""
    whole = re.sub(r"\bprime[ -]minister", "premier", role, flags=re.I)
    parts = [_tokens(part) for part in re.split(r",\s+(?:and\s+)?|\s+and\s+", whole)]
    return parts if all(map(_office_head, parts)) else [_tokens(whole)]


def _office_head(tokens: Sequence[_Token]) -> str:
    """The office proper: the last office word before "of"."""
    found = [_plain(t) for t in _head(tokens) if not t.genitive and _bare(t) in _words("office") | _words("rank")]
    return found[-1] if found else ""


def _plain(token: _Token) -> str:
    return _SYNONYMS.get(_bare(token), _bare(token))


def _office_words(tokens: Sequence[_Token]) -> set[str]:
    out = set()
    for token in tokens:
        if token.kind == "stop":
            break
        land = find_country(_GENITIVE.sub("", token.text)) if token.kind == "place" else None
        out |= {land.iso2 if land else _plain(token)} - _FILLER
    return out
