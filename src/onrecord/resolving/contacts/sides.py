"""The sides of a report: the countries and bodies that its talks are between."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence

from onrecord.model import Span
from onrecord.model.entries import SIDE_TYPES
from onrecord.reading.language.agreement import LOOSE_GENITIVE
from onrecord.resolving.cast.cast import Cast, Entity
from onrecord.resolving.contacts.go_betweens import THIRD, brings_together
from onrecord.resolving.names.countries import REBEL, names_of_states
from onrecord.resolving.names.forms import EDGE, PRONOUNS, find_all, strip_article
from onrecord.resolving.names.kinds import head_of, tokens_of
from onrecord.resolving.names.names import SMALL
from onrecord.resolving.names.places import demonym_stem, find_country, is_country_name

#: Nouns for states, and for all who can take part on a side.
STATES = "capitals|countries|republics|governments|states"
PARTIES = rf"sides?|part(?:y|ies)|{STATES}|delegations?|teams|ministers|leaders|negotiators|envoys|experts|representatives|emissaries"
#: Mentions that mean everybody who takes part, and nobody by name.
EVERYBODY = re.compile(
    r"(?:(?:the|both|two|three|all|each|neither|either|of|other|these) )*(?:(?!opposition|rebel|tribal|union|church|party)(?-i:[a-z])\w* )?"
    rf"(?:{PARTIES}|capital)(?: of (?:the |both |two |all )+(?:{PARTIES}))?"
    r"|(?:(?:the|all|of) )*(?:both|two|three|each|neither|you|us|them|others?)",
    re.I,
)
#: Words for three who talk with one another.
THREE = re.compile(
    rf"\b(?:trilateral|tripartite|three-way|all three|the three (?:(?-i:[a-z])\w* )?(?:{PARTIES})|three (?:\w+ )?(?:{STATES}|delegations)"
    r"|(?:summit|conference|meeting|talks) of (?:the )?three)\b",
    re.I,
)
#: A body that has these behind or before its name is one that negotiates.
THEIR_TEAM = re.compile(r"(?:[’']s?)? (?:\w+ )?(?:delegation|negotiators?|negotiating|team|side)\b")
OF_TEAM = re.compile(r"\b(?:delegations?|negotiators?|team|talks with|between)(?: of| with)? (?:the )?$", re.I)
#: Names of so many of those most spoken of are looked for in a text.
MOST = 12
#: Where a place is only where something is said or done.
AT = re.compile(r"\b(?:in|at|from|near|to|(?:depart(?:s|ed|ing)|leaves?|left|leaving|bound) for) (?:the )?$", re.I)
FROM = re.compile(r"\b(?:[Ii]n|[Aa]t|[Ff]rom|[Nn]ear) \Z")
AND = re.compile(r",? and (?:the |its |both )?")
AND_BEFORE = re.compile(r",? and (?:the |its |both )?$")
#: What those named together count more, and those whom the headline or the first paragraph names: news begins with who it is about.
TOGETHER = 3.0
LEAD = 3.0
#: A headline and the paragraph below it, or a first paragraph alone.
BEGINNING = re.compile(r"[^\n]{0,160}\n+[^\n]*|[^\n]*")
#: What a side can be called that has no name of its own here.
BODY = re.compile(
    rf"\b(?:governments?|regime|movement|(?:{REBEL})s|authorities|council|front|alliance|coalition|junta|enclave|opposition|military)\b",
    re.I,
)
#: What rules a country.
RULES = re.compile(r"\b(?:government|junta|regime|authorities)\b", re.I)
#: Who fights a government is a side by that: "the rebels", "rebels of the Ilde Front".
FIGHTERS = re.compile(rf"(?:[^\W\d_a-z][\w-]+ )?(?:{REBEL})s(?: (?:of|from) .*)?$")
#: Whose name says what they do for others: "the Finnish hosts".
FOR_OTHERS = re.compile(rf"\b(?:(?:{THIRD}|organi[sz]er)s?|intermediaries)$", re.I)
#: Bodies of many states, which mediate and watch more often than they fight.
NEUTRAL = re.compile(
    r"\b(?:United Nations|UN|European Union|EU|African Union|AU|Arab League|OSCE|Red Cross|Red Crescent|Security Council|Secretariat"
    r"|Commission|Conference|Tribunal|Court|Mission|Observers?|Foundation|Institute)\b"
)
_TEAM = r"(?:delegations?|(?:negotiating )?teams?|negotiators?)"
#: Whose a team is: "the delegation of Orvania", "the Council’s negotiating team", "Front negotiators".
SENT_BY = re.compile(rf"(?:[\w-]+ )?{_TEAM} (?:of|from|for) (?:the )?(?P<of>[^,]+)|(?P<whose>[^,]+?)(?:[’']s?)? {_TEAM}", re.I)
DEICTIC = re.compile(
    r"(?:(?i:each|neither|either|no|any|every|that|this|those|these|one|some|our|your|my|their|whose|both)"
    r"|(?!(?:government|republic|movement|council) )[a-z]+ of)\b"
)
#: Who shuttles does so between places.
BETWEEN = re.compile(r"(?<!shuttled )(?<!shuttling )(?<!commuted )(?<!commuting )\bbetween [^.;:\n]{3,80}? and [^.;:,\n]{3,60}")
WORD = re.compile(r"\b[^\W\d_a-z][\w’'-]+")
#: Letters that a name and its adjective have in common.
STEM = 3
REACH = 40


def sides_of(text: str, told: Iterable[list[Entity]], cast: Cast, go_betweens: Iterable[Entity] = ()) -> list[Entity]:
    """The sides that talk in a report.

    Args:
        text: of the report.
        told: who is named in the evidence of each of its talks, as countries where somebody stands for one.
        cast: who appears in it.
        go_betweens: its mediators and hosts.

    Returns:
        Those whose talks are named; else those that the text says something is "between"; else those that it speaks of most;
        else two persons who talked or met and are of no country.
    """
    most = 3 if THREE.search(text) else 2
    told = list(told)
    named = sides_named(told) or sides_named(_between(text, cast))[:2]
    main = named or main_sides(text, cast, go_betweens)[:most]
    return main if len(main) > 1 else next((those for those in told if _are_rivals(text, those)), main)


def _are_rivals(text: str, those: Sequence[Entity]) -> bool:
    """Whether two who talked are sides themselves, as two who claim one office are: persons of no country, none of them a mediator."""
    return len(those) == 2 and all(e.type == "person" and e.names and not e.party and not brings_together(text, e) for e in those)


def _between(text: str, cast: Cast) -> Iterator[list[Entity]]:
    for found in BETWEEN.finditer(text):
        yield [e for m, e in cast.within(Span.of(text, *found.span()))]


def main_sides(text: str, cast: Cast, go_betweens: Iterable[Entity] = ()) -> list[Entity]:
    """The countries and bodies that a report speaks of, most of all first.

    Whoever belongs to a side counts for it, and so does its adjective; most of all those that the text names together,
    "between Orvania and the Front". Where something is only said or done, mediators and hosts are no side.
    """
    aside = set(go_betweens)
    named = [e for e in cast.entities if _can_be_side(e) and e not in aside and (e.type != "organization" or _is_body(text, e))]
    named = sorted(named, key=lambda e: -len(e.mentions))[:MOST]
    names = [e.name for e in named]
    weights = {e: sum(not AT.search(text[max(0, m.start - REACH) : m.start]) for m in e.mentions) + 0.1 for e in named}
    lead = found.end() if (found := BEGINNING.match(text)) else 0
    first: dict[str, int] = {}
    counted: Counter[str] = Counter()
    for found in WORD.finditer(text):
        word = LOOSE_GENITIVE.sub("", found[0])
        counted[word] += 1
        first.setdefault(word, found.start())
    begun = {e.name for e in named if e.mentions[0].start < lead}
    for word, count in counted.items():
        stem = _belongs(word, names)
        begun |= {stem} if stem and first[word] < lead else set()
        if stem and stem != word:
            for e, name in zip(named, names, strict=True):
                weights[e] += count if name == stem else 0
    for e in cast.entities:
        if e.type == "person" and (side := side_of(e, named)):
            weights[side] += len(e.mentions) / 2
    states = names_of_states(text)
    # A capital that is only where something is said or done is no side.
    named = [e for e in named if weights[e] >= 1 or e.type != "country" or e.name in states or is_country_name(e.name)]
    several = sum(e.type == "country" and (e.name in states or is_country_name(e.name)) for e in named) > 1
    for e in named:
        weights[e] += TOGETHER * len(_named_beside(text, e, named)) + LEAD * (e.name in begun)
        # Among states "the government" is that of one of them.
        weights[e] /= 4 if several and e.name.lower() == "government" else 1
        weights[e] /= 4 if e.type == "country" and e.name not in states and _is_capital(text, e.name) else 1
    for e in cast.entities:
        if e.type == "person" and (e in aside or brings_together(text, e)) and (theirs := side_of(e, named)):
            weights[theirs] /= 4
    for team in [e for e in named if sender_of(e)]:
        if sent := next((e for e in named if not sender_of(e) and (one_side(team, e) or one_body(team, e))), None):
            weights[sent] += weights[team]
            named.remove(team)
    distinct: list[Entity] = []
    for side in sorted(named, key=lambda e: -weights[e]):
        if not any(one_side(side, other) or one_body(side, other) for other in distinct):
            distinct.append(side)
    return _facing_government(distinct)


def _facing_government(sides: list[Entity]) -> list[Entity]:
    """The sides, where a body and a country come first: the body faces the government that the report speaks of, if it does.

    A country that such a report names most is as often its mediator’s, or a place.
    """
    countries = [e for e in sides[:2] if e.type == "country" and not RULES.search(e.name)]
    bodies = [e for e in sides[:2] if e.type == "organization" and not RULES.search(e.name)]
    government = next((e for e in sides if strip_article(e.name).lower() == "government"), None)
    if not (countries and bodies and government):
        return sides
    return list(dict.fromkeys(government if e in countries else e for e in sides))


def sender_of(e: Entity) -> str:
    """The words that name who sent a team, "the Council" of "the Council’s delegation"; none for whoever is no team."""
    sent = SENT_BY.fullmatch(e.name) if e.type in SIDE_TYPES else None
    return (sent["of"] or sent["whose"]) if sent else ""


def _named_beside(text: str, e: Entity, named: Sequence[Entity]) -> list[Entity]:
    """Those that the text joins to somebody by "and"."""
    starts = {m.start: other for other in named if other is not e for m in other.mentions}
    ends = {m.end: other for other in named if other is not e for m in other.mentions}
    out = []
    for m in e.mentions:
        if joint := AND.match(text, m.end):
            out.append(starts.get(joint.end()))
        if joint := AND_BEFORE.search(text, max(0, m.start - REACH), m.start):
            out.append(ends.get(joint.start()))
    return [other for other in out if other]


def side_of(entity: Entity, sides: Sequence[Entity]) -> Entity | None:
    """The one of some sides that somebody belongs to: by party, or by a name or adjective of it in an office or mention."""
    if entity in sides:
        return entity
    if entity.party and (same := next((s for s in sides if entity.party in (s.name, s.party)), None)):
        return same
    names = [s.name for s in sides]
    words = dict.fromkeys(w for part in (*entity.roles, *(m.text for m in entity.mentions)) for w in WORD.findall(part))
    found = next((stem for w in words if (stem := _belongs(re.sub(r"[’']s?$", "", w), names))), None)
    return next((s for s in sides if s.name == found), None) if found else None


def called(e: Entity) -> set[str]:
    """What somebody is called in full or for short: "Melkar Front", "MF", "Front"."""
    return {e.name, *e.names, *(strip_article(m.text) for m in e.mentions)}


def side_of_word(word: str, sides: Sequence[Entity]) -> Entity | None:
    """The one of some sides that a word is the name, a word of the name, or the adjective of."""
    named = [s for s in sides if word in called(s) or any(word in name.split() for name in (s.name, *s.names))]
    if len(named) == 1:
        return named[0]
    found = _belongs(word, [s.name for s in sides])
    return next((s for s in sides if s.name == found), None) if found else None


def _belongs(word: str, names: Sequence[str]) -> str | None:
    """The one of some names that a word is, or is an adjective of."""
    like = [name for name in names if name.rpartition(" ")[2][:STEM].lower() == word[:STEM].lower()]
    return demonym_stem(word, like) if like else None


def one_side(a: Entity, b: Entity) -> bool:
    """Whether two are of one country, one of them being the country."""
    if a.name == b.name:
        return True
    if "country" not in (a.type, b.type):
        return False
    return (a.party is not None and a.party == b.party) or b.name == a.party or a.name == b.party


def one_body(a: Entity, b: Entity) -> bool:
    """Whether two names can well be of one body: one is the other with more words, or its abbreviation, in whatever language."""
    if a.type == b.type == "country":
        return False
    names = ([w for w in re.findall(r"\w+", sender_of(e) or e.name) if w.lower() not in SMALL] for e in (a, b))
    long, short = sorted(names, key=len, reverse=True)
    words = {w.lower() for w in long}
    if all(w.lower() in words for w in short):
        return True
    if "country" in (a.type, b.type):
        return False
    capitals = next((w for w in (*long, *short) if len(w) > 1 and w.isupper()), None)
    other = [w[0] for w in (short if capitals in long else long) if w[0].isupper()]
    return capitals is not None and bool(other) and all(letter in capitals for letter in other)


def _can_be_side(e: Entity) -> bool:
    if e.type not in SIDE_TYPES or e.members or EVERYBODY.fullmatch(e.name) or e.name.lower() in PRONOUNS:
        return False
    if FIGHTERS.match(e.name):
        return True
    if sender := sender_of(e):
        return " and " not in sender and (bool(BODY.search(sender)) or any(c.isupper() for c in sender))
    head = head_of(tokens_of(e.name))
    # "People’s Army" is a name.
    if (
        any(t.kind in ("office", "plural", "relation") and not (t.genitive and t.text[0].isupper()) for t in head)
        or DEICTIC.match(e.name)
        or FOR_OTHERS.search(e.name)
    ):
        return False
    if e.type == "organization" and NEUTRAL.search(e.name):
        return False
    return bool(BODY.search(e.name)) or any(c.isupper() for c in e.name)


def _is_body(text: str, e: Entity) -> bool:
    """Whether an organization can be a side of its own: a government or movement, or one that has negotiators."""
    return (
        any(map(BODY.search, e.names or [e.name]))
        or "movement" in called(e)
        or any(THEIR_TEAM.match(text, m.end, m.end + REACH) or OF_TEAM.search(text[max(0, m.start - REACH) : m.start]) for m in e.mentions)
    )


def _is_capital(text: str, name: str) -> bool:
    """Whether something is in or comes from a place that no list has: it stands for a country that the report may name as well."""
    return not find_country(name) and is_place(text, name)


def is_place(text: str, name: str) -> bool:
    """Whether something is said to be in, at or near what has a name, or to come from it."""
    return any(EDGE.match(text, end) and FROM.search(text, max(0, start - len("from ")), start) for start, end in find_all(text, name))


def sides_named(groups: Iterable[list[Entity]]) -> list[Entity]:
    """The first of some lists of entities that are two or more sides."""
    for named in groups:
        sides = list(dict.fromkeys(e for e in named if _can_be_side(e)))
        if len(sides) > 1 and not (one_side(*sides[:2]) or one_body(*sides[:2])):
            return sides
    return []
