"""Names and offices as they stand in news: "General Anna Veld, chairman of …" is a name and an office."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache
from itertools import zip_longest

from onrecord.reading.language.agreement import GENITIVE
from onrecord.reading.language.sentences import SHORT_TITLES
from onrecord.reading.language.verbs import CLAUSE
from onrecord.resolving.names.kinds import TITLES, Token, bare_word, head_of, kind_words, tokens_of
from onrecord.resolving.names.offices import HIGH, PORTFOLIO
from onrecord.resolving.names.places import meaning_of


@dataclass(frozen=True)
class Titled:
    """A person's proper name, the office, and a body: the one meant, or the one that the person is of; the rank beside an office."""

    name: str | None = None
    role: str | None = None
    body: str | None = None
    rank: str | None = None


_APART = re.compile(r"\s*[,;()]\s*|\s+[–—-]\s+")
#: What can follow a name and say who that is, up to the next stop.
APPOSITION = re.compile(
    r",\s+((?!(?:and|but|or|so|per|while|where|today|yesterday|then|also|later|now|still|[a-z]+ed|met|spoke|told|held|sent|wrote|gave"
    r"|said)\s)"
    r"(?:the|an?|his|her|its|their|[A-Z][\w-]*[’']s?|[A-Z][\w-]+(?=(?: [A-Z][\w-]+)? (?:of|for)\s)|[a-z]+)"
    r"\s(?:(?!(?:says?|said|tells?|told|insists|insisted|adds|added) )[^,.;:!?\n“”\"«»()]){2,90}+(?<! said)(?<! says))(?=[,.;:!?\n)]|$)"
)
#: What can stand directly before a name and a comma: "The chief negotiator, Ivo Strand".
LEADING = re.compile(
    r"(?:^|[.;:!?—–]\s+|,\s+|\s-\s+|\band\s+)((?:[Tt]he|[Aa]n?|[Hh]is|[Hh]er|[Ii]ts|[A-Z][\w-]*[’']s)\s[^,.;:!?\n“”\"«»()]{2,60}),\s+$"
)
#: What stands before the name that it is said of: "The commander is Ivo Strand, 61".
PREDICATED = re.compile(r"(?:^|[.;:!?]\s+)((?:The|His|Her|Its|Their|[A-Z][\w-]*[’']s)\s[^,.;:!?\n“”\"«»()]{2,60}) (?:is|was) $")
BORE = re.compile(r"(?<![\w-])[a-z-]+ $")
#: "Chair: Mr. Veld (Orvania)", a line of its own.
HEADED = re.compile(r"\s*(?P<office>[^\W\d_a-z][\w -]{2,40}): $")
ALONE = re.compile(r"(?: \([^()\n]*\))?\s*(?:\n|$)")
#: What follows is a clause about whom the words before name: "the council, whose head, …".
RELATIVE = re.compile(r"\s*,?\s+(?:whose|which|who)\b")
REACH = 200
#: A capital directly after a small letter, with the words after it: where a page has lost a line break.
RUN_ON = re.compile(r"(?<=[a-zß-ÿ])[A-Z][a-z-]+(?=((?: [^\s,;]+){0,3}))")
#: Kinds that make the capitalised word before them an attribute: "Girelian President", "Kilindi diplomat".
#: "MFA" before a name is what its bearer is of.
ACRONYM = re.compile(r"[A-Z]{2,6}")
#: What comes between an office and the name that somebody goes by: "the negotiator, known as Commander Strand".
KNOWN_AS = re.compile(
    r",?\s+(?:an? [\w-]+ )?(?:who (?:is |was )?)?(?:(?:better|also|commonly|widely|publicly) )?(?:known|identified|gave (?:his|her) name)"
    r"(?: (?:only|simply|publicly))? (?:as|by (?:the|his|her) (?:nom de guerre|alias|nickname|code ?name|call ?sign|pseudonym)(?: of)?) "
)
#: What leads from a description to the name: "a young man called Ivo Strand".
BY_NAME = "(?:called|named|by the name of)"
CALLED = re.compile(rf"(?<=[a-z]) {BY_NAME} (?=[^\W\d_a-z])")
#: What names of places end in.
PLACES = frozenset("City County State Island Islands Province District Valley Bay Beach River Lake".split())
_NOUNS = frozenset(["rank", "office", "plural", "relation", "body", "field", "place", "word"])


_LAND = r"(?-i:[^\W\d_a-z][\w’-]+(?: [^\W\d_a-z][\w’-]+){0,2})"
#: Titles that nothing but a person has.
PERSONAL_TITLES = (
    rf"{SHORT_TITLES}|Sir|Dame|Lord|Lady|Madame?|Professor|General|Colonel|Major|Captain|Lieutenant|Brigadier|Admiral|Commander|Sergeant"
    "|Ambassador|Senator|Judge|Bishop|Archbishop|Sheikh|President|Premier|Chancellor|Minister|Chairman"
)
#: Offices that are named for several at once, without their "s".
HELD = rf"(?:(?:{PORTFOLIO}) )*(?:{HIGH}|envoy|leader|negotiator|chief)"
#: One office that several hold: "the foreign ministers of Orvania and Tamesh", "the Orvanian and Tameshi presidents".
JOINT_OFFICE = re.compile(
    r"(?:(?:both|all|the|two|three|four) )*(?:"
    rf"\b(?P<office>{HELD})s (?:of|from) (?:neighbours )?(?P<lands>(?:the )?{_LAND}(?:, (?:the )?{_LAND})*,? and (?:the )?{_LAND})"
    rf"|(?P<peoples>(?-i:[^\W\d_a-z][\w-]+ and (?:the )?[^\W\d_a-z][\w-]+)) (?P<held>{HELD})s\b)",
    re.I,
)
LAND = re.compile(_LAND)


#: Offices that are borne like a rank beside another one: "the head of mission, Ambassador Karin Lund".
BORNE = frozenset(("ambassador", "senator", "professor"))
#: What somebody is beside an office.
RANKS = kind_words("rank") | BORNE


@lru_cache(maxsize=65_536)
def split_title(words: str) -> Titled:
    """The name, office and body in a source or mention as it stands in the text.

    A name is a run of capitalised words that are no office, body, portfolio or place, where English puts names: at the
    start, after a title or in apposition, but not as the object of a preposition ("adviser to President …").
    """
    segments = [tokens for part in _APART.split(RELATIVE.split(_tidy(words))[0]) if (tokens := tokens_of(part))]
    if not segments:
        return Titled()
    found = [(n, run) for n, tokens in enumerate(segments) if (run := _name_run(tokens, any(map(_has_title, segments[:n]))))]
    if not found:
        return _nameless(segments)
    # In "the minister of little Zembla, Ivo Strand" the first name is that of what the office is of.
    at, (start, end) = found[len(found) > 1 and _is_governed(segments, *found[0]) and _is_all(segments, *found[1])]
    tokens = segments[at]
    also = end < len(tokens) and tokens[end].kind == "and" and _name_run(tokens[end + 1 :], titled=True)
    if also or _is_outlet(segments, at, start):
        return Titled()
    # "The commander of the border troops General Strand": the rank is no word of the office.
    rank = start - 1 if start and tokens[start - 1].kind == "rank" and bare_word(tokens[start - 1]) in kind_words("office") else None
    title = (_role(tokens[:rank]) if rank and any(t.kind == "preposition" for t in tokens[:rank]) else None) or _role(tokens[:start])
    others = [role for n, segment in enumerate(segments) if n != at and (role := _role(segment))]
    is_rank = bool(title and others) and str(title).lower() in BORNE
    if title and not is_rank and any(t.kind == "office" for t in tokens[:start]):
        others.insert(0, title)
    role = next(iter(others), title)
    body = None if role else _affiliation([tokens[end:], *segments[at + 1 :]])
    beside = title if is_rank else _text(tokens[rank:start]) if rank is not None else None
    return Titled(_text(tokens[start:end], strip_genitive=True), role, body, None if beside == role else beside)


def office_beside(text: str, start: int, end: int) -> str | None:
    """The office that stands in apposition after a name at text[start:end], or directly before it: "…, the envoy of Melkar,"."""
    # "Boris Tann, his deputy confirmed, …" names who tells of him.
    if (
        (after := APPOSITION.match(text, end))
        and not CLAUSE.fullmatch(after[1])
        and (titled := split_title(after[1])).role
        and not titled.name
    ):
        return titled.role
    line = max(text.rfind("\n", 0, start) + 1, start - REACH)
    headed = HEADED.match(text[line:start]) if ALONE.match(text, end) else None
    predicated = PREDICATED.search(text[line:start]) if text[end : end + 1] in (",", ".") else None
    before = headed or LEADING.search(text[line:start]) or predicated
    titled = split_title(before[1]) if before else Titled()
    if titled.role and not titled.name:
        return titled.role
    word = BORE.search(text[line:start])  # "the mediator, retired judge Anna Veld", of which the name alone was read
    return word[0].strip() if word and word[0].strip() in kind_words("office") else None


def _nameless(segments: Sequence[Sequence[Token]]) -> Titled:
    first = segments[0]
    if first[0].text.lower() in kind_words("indefinite"):
        return Titled()
    role = next((role for segment in segments if (role := _role(segment))), None)
    if role:
        return Titled(role=role)
    head = head_of(first)
    if any(t.kind in ("plural", "relation") for t in head):
        return Titled()
    phrase = _text(first, strip_genitive=True)
    named = any(t.kind in ("body", "place") for t in head) or meaning_of(phrase)
    return Titled(body=re.sub(r"^(?:the|an?)\s+", "", phrase, flags=re.I)) if named and first[0].kind != "preposition" else Titled()


def _tidy(words: str) -> str:
    """Without quotation marks, bracketed acronyms and handles, and with a comma where an office is run on to a name ("VeldChairman")."""
    bare = re.sub(r"[«»“”\"]|\s*\([A-Z]{2,8}\)|(?<=\w)\s+\(?@\w+\)?", "", words).strip()
    bare = CALLED.sub(", ", KNOWN_AS.sub(", ", bare))
    return RUN_ON.sub(lambda m: f", {m[0]}" if _begins_office(m[0] + m[1]) else m[0], bare)


def _begins_office(words: str) -> bool:
    """Whether words that are run on to a name begin with an office or with what it is of: "Energy minister of Melkar"."""
    first, *rest = tokens_of(words)[:4]
    return first.kind == "office" or (first.kind in ("field", "place") and any(t.kind == "office" for t in rest))


def _name_run(tokens: Sequence[Token], titled: bool) -> tuple[int, int] | None:
    """Where the first personal name of a segment stands; `titled` if an office came in an earlier segment."""
    governed = blocked = False
    for i, token in enumerate(tokens):
        if token.kind == "stop":
            return None
        if token.kind == "preposition":
            governed, blocked = True, _of_person(tokens[i + 1 :])
        titled = titled or token.kind in (*TITLES, "relation")
        previous = tokens[i - 1] if i else None
        if blocked or token.kind != "name" or (previous and previous.kind == "name" and not previous.genitive):
            continue
        end = i
        while end < len(tokens) and tokens[end].kind == "name":
            end += 1
            if tokens[end - 1].genitive:
                break
        acronym = max((n for n in range(i, end - 2) if ACRONYM.fullmatch(tokens[n].text)), default=None)
        if titled and acronym is not None:
            return acronym + 1, end
        after = tokens[end] if end < len(tokens) else None
        if after and (after.kind in _NOUNS or tokens[end - 1].genitive):
            continue
        start = _start(tokens, i, end, governed, titled)
        if start is not None:
            return start, end
    return None


def _start(tokens: Sequence[Token], i: int, end: int, governed: bool, titled: bool) -> int | None:
    """Where in tokens[i:end] a name begins, given what stands before; None if it is not a person's."""
    before = tokens[i - 1] if i else None
    if end - i == 1 and re.fullmatch(r"[A-Z]{2,6}s?|[A-Z]+[a-z]?[A-Z]+[a-z]?", tokens[i].text) and not (before and before.kind in TITLES):
        return None
    if before is None or before.genitive:
        return i if before or titled or i == 0 else None
    if before.kind == "preposition":
        # "columnist of Lanterna Ivo Strand": what the office is of, then first and last name; "mayor of New Bergen City" has none.
        return end - 2 if titled and end - i > 2 and tokens[end - 1].text not in PLACES else None
    if before.kind == "determiner":
        return None
    if governed or before.kind in ("body", "field"):
        return i if titled else None
    return i


def _is_governed(segments: Sequence[Sequence[Token]], at: int, run: tuple[int, int]) -> bool:
    """Whether a name of one word stands at the end of its segment, behind a preposition."""
    start, end = run
    return end - start == 1 and end == len(segments[at]) and any(t.kind == "preposition" for t in segments[at][:start])


def _is_all(segments: Sequence[Sequence[Token]], at: int, run: tuple[int, int]) -> bool:
    """Whether a name of several words is a segment of its own."""
    return run == (0, len(segments[at])) and run[1] > 1


def _of_person(tokens: Sequence[Token]) -> bool:
    """Whether a preposition governs a person with a title: "(adviser to) the Ukrainian President …"."""
    for token, after in zip_longest(tokens, tokens[1:]):
        if token.kind in TITLES or token.kind == "plural":
            return True
        if token.kind == "field" and after and after.kind in ("office", "field"):
            continue
        if token.kind not in ("determiner", "place", "name") and not token.genitive:
            return False
    return False


def _role(tokens: Sequence[Token]) -> str | None:
    """The office that a segment states, without article and courtesy."""
    start = 0
    while start < len(tokens) and (tokens[start].kind == "determiner" or _is_courtesy(tokens[start])):
        start += 1
    tokens = tokens[start:]
    head = [t for t in head_of(tokens) if not t.genitive]
    end = next((n for n, t in enumerate(tokens) if t.kind == "stop"), len(tokens))
    if not any(bare_word(t) in kind_words("office") for t in head) or any(t.kind in ("plural", "relation") for t in head):
        return None
    if head[-1].kind == "body" and head[-1].text.lower() != "house":
        return None  # the President's Office, the Council of Ministers: bodies, not offices
    return _text(tokens[:end])


def _affiliation(rest: Sequence[Sequence[Token]]) -> str | None:
    """The body that somebody is "of": (Agnes Rowley) of the Institute for Border Studies."""
    for tokens in rest:
        bare = [t for t in tokens if t.kind != "determiner"]
        bare = bare[1:] if bare and bare[0].kind == "preposition" else bare
        if bare and any(t.kind == "body" for t in bare) and not any(t.kind == "stop" for t in bare):
            return _text(bare)
    return None


def _is_outlet(segments: Sequence[Sequence[Token]], at: int, start: int) -> bool:
    """Whether what follows says that the name is not a person's: "Hlasatel, a daily …"."""
    after = segments[at + 1] if at + 1 < len(segments) else segments[at][start + 1 :]
    head = head_of(after)
    return start == 0 and bool(head) and head[-1].kind == "body" and head[0].kind == "determiner" and not _has_title(head)


def _has_title(tokens: Sequence[Token]) -> bool:
    return any(t.kind in (*TITLES, "relation", "plural") for t in tokens)


def _is_courtesy(token: Token) -> bool:
    return token.kind == "rank" and bare_word(token) not in kind_words("office")


def _text(tokens: Sequence[Token], *, strip_genitive: bool = False) -> str:
    words = [t.text for t in tokens]
    if strip_genitive:
        words[-1] = GENITIVE.sub("", words[-1])
    return " ".join(words)


def lands_of(joint: re.Match[str]) -> list[str]:
    """The names or adjectives of the countries of those who hold one office together."""
    return LAND.findall(joint["lands"] or joint["peoples"])


def office_of(joint: re.Match[str]) -> str:
    """The office that each of them holds."""
    return (joint["office"] or joint["held"]).lower()
