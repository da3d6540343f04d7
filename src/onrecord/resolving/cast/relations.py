"""Those who are named by whose they are: "his office", "one of them", "her Russian counterpart"."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence

from onrecord.model.entries import BODIES
from onrecord.resolving.cast.cast import Entity
from onrecord.resolving.cast.descriptions import NEAR
from onrecord.resolving.cast.introductions import find_holder
from onrecord.resolving.cast.officeholders import CountryOf
from onrecord.resolving.cast.references import can_be_they
from onrecord.resolving.cast.sight import Sight
from onrecord.resolving.cast.subjects import body_before, first_told
from onrecord.resolving.names.forms import CAPITALIZED, DOCUMENTS, PEOPLE_PRONOUNS, PRONOUNS, strip_article
from onrecord.resolving.names.kinds import kind_words
from onrecord.resolving.names.offices import SAME_OFFICE, same_office
from onrecord.resolving.names.places import demonym_stem
from onrecord.resolving.names.titles import split_title

RELATION = re.compile(r"^(?:(?P<before>his|her|its|their) (?P<thing>.+)|(?:an?|one) (?P<thing2>.+) of (?P<after>his|hers|theirs))$", re.I)
ONE_OF = re.compile(
    r"^(?P<number>(?:one|two|some|several|another|neither|each)(?= of (?:them|(?:these|those)(?! \w))\b)|one$|the others?$)", re.I
)
#: "One of them, a retired customs officer, …": what is told of that one.
ONE_WHO_IS = re.compile(r"(?:one|another) of (?:them|these|those|the \w+), (?:an?|the) (?P<what>[^,]+?)(?= who\b|,|$)", re.I)
_COUNTERPART = "counterpart|opposite number|homologue"
COUNTERPART = re.compile(rf"\b(?:{_COUNTERPART})$", re.I)
#: Who holds the like office in a country that is named: "her Orvanian colleague".
OF_LAND = re.compile(r"(?i:his|her) (?P<of>[^\W\d_a-z][\w’-]+) (?:colleague|counterpart|opposite number)$")
#: The other of two who meet; who comes to somebody, and to whom he comes.
OTHER = re.compile(rf"\b(?:{_COUNTERPART}|interlocutor|colleague|partner)(?: on [a-z ]+)?$", re.I)
VISIT = re.compile(r"\b(?:visitor|guest|host)$", re.I)
THROUGH = re.compile(r", (?:through|via) $")
LANDS = frozenset("country nation homeland land state republic kingdom side".split())
#: What is a state’s, whoever speaks of it as his: "her government".
OF_STATES = frozenset(
    "government ministry army parliament cabinet embassy department side country delegation ambassador representative consul".split()
)
#: "The president’s office", "the country’s water ministry": of whose side they are.
OF_SOMEBODY = re.compile(
    r"^(?:the )?(?:(?! (?:in|from|at|of|close to|around) )[^’'])+[’']s? (?:[\w-]+ ){0,2}"
    r"(?:office|ministry|government|team|delegation|cabinet|staff|embassy)$",
    re.I,
)
#: Which ministry a minister has.
PORTFOLIO = re.compile(r"(?P<of>[\w-]+(?: and [\w-]+)?) minister\b|\bminister (?:of|for) (?:the )?(?P<for>[\w-]+)", re.I)
#: A prime minister has no ministry by that.
_HEADS = frozenset(["prime", "first", "deputy", "former"])
#: So many mentions inside one are looked through.
INSIDE = 6
Merge = Callable[[Entity, Entity, str], None]


class Relations:
    """The persons and bodies of one report that are named by whose they are."""

    def __init__(self, entities: Sequence[Entity], sight: Sight, country_of: CountryOf, merge: Merge) -> None:
        self._entities = entities
        self._sight = sight
        self._country_of = country_of
        self._merge = merge

    def name_all(self) -> None:
        """Give "his office" and "an aide of hers" the name of whose they are, "office of Danil Orlov", or find who they are.

        A counterpart is the only other holder of the office, or the other of two who met; a ministry the one of its country that the
        report names, and a document that speaks is who issued it. "The president's office" keeps its words and has the president's country.
        """
        for e in self._entities:
            words = e.mentions[0].text if e.mentions and not e.names else ""
            if relation := RELATION.match(words):
                thing, word = relation["thing"] or relation["thing2"], (relation["before"] or relation["after"]).lower()
                if whose := self._owner(e, word):
                    self._name(e, strip_article(thing), whose)
            elif OF_SOMEBODY.match(words) and (whose := self._owner_named(e)):
                e.party = e.party or self._party(whose)
            elif one := ONE_WHO_IS.match(words):
                e.names[one["what"]] += 1
            elif (some := ONE_OF.match(words)) and (several := self._several(e)):
                e.names[f"{some['number'].lower()} of {several.name[0].lower()}{several.name[1:]}"] += 1

    def _name(self, e: Entity, thing: str, whose: Entity) -> None:
        words, last = e.mentions[0].text, thing.split()[-1].lower()
        if last in DOCUMENTS and self._sight.is_source(self._sight.index_of(e.mentions[0])):
            self._merge(e, whose, f"“{words}” is what {whose.name} issued")
        elif (COUNTERPART.search(thing) or OF_LAND.match(words)) and (other := self._counterpart(words, whose)):
            self._merge(e, other, f"“{words}”: the only other one with the office of {whose.name} is {other.name}")
        elif other := self._other(e, thing, whose):
            self._merge(e, other, f"“{words}” is whom {whose.name} has met")
        elif whose.type == "country" and (holder := find_holder(e, thing, whose.name, self._entities, self._country_of, self._sight.text)):
            holder.party = whose.name
            self._merge(e, holder, f"“{words}”: the only holder of that office is {holder.name}")
        elif last in LANDS and (land := self._land(whose)):
            self._merge(e, land, f"“{words}” is the country of {whose.name}")
        elif last in kind_words("body") and (body := self._body(last, whose)):
            self._merge(e, body, f"“{words}”: the only {last} named of {whose.party} is {body.name}")
        else:
            party = self._party(whose)
            state = party if last in OF_STATES and whose.type == "person" else None
            e.names[f"{_portfolio(whose) if thing == 'ministry' and state else ''}{thing} of {state or whose.name}"] += 1
            e.party = e.party or (None if OTHER.search(thing) else party)
            e.why[f"“{words}”: the last one named before is {whose.name}"] = None

    def _counterpart(self, words: str, whose: Entity) -> Entity | None:
        """The only other person with an office like that of somebody, of the country that the words name."""
        of, land = self._country_of(words), OF_LAND.match(words)
        others = [
            e
            for e in self._entities
            if e is not whose and e.type == "person" and e.names and e.mentions and (of is None or of == self._party(e))
            if any(_bare_office(a, b) >= SAME_OFFICE for a in whose.roles for b in e.roles)
        ]
        if land and of is None:  # the country is named in an office only, "Minister of Energy of Orvania"
            others = [e for e in others if any(demonym_stem(land["of"], re.findall(CAPITALIZED, role)) for role in e.roles)] or others
        return others[0] if len(others) == 1 else None

    def _other(self, e: Entity, thing: str, whose: Entity) -> Entity | None:
        """The other of two who have met, "her interlocutor"; whose host or guest one is must be plain, where both are men or women."""
        visits = VISIT.search(thing)
        met = self._sight.met(self._sight.index_of(e.mentions[0]), whose) if visits or OTHER.search(thing) else None
        return None if met and visits and self._sight.can_be(e.mentions[0].text.split()[0].lower(), met) else met

    def _body(self, noun: str, whose: Entity) -> Entity | None:
        """The only body of somebody's country that the report names with a noun."""
        party = self._party(whose)
        named = [e for e in self._entities if e.type == "organization" and e.names and e.mentions and self._party(e) == party]
        fits = [e for e in named if any(name.lower().split()[-1] == noun or name.lower().startswith(f"{noun} of") for name in e.names)]
        return fits[0] if party and len(fits) == 1 else None

    def _land(self, whose: Entity) -> Entity | None:
        party = self._party(whose)
        return next((e for e in self._entities if e.type == "country" and e.mentions and e.names and e.name == party), None)

    def _party(self, e: Entity) -> str | None:
        told = (*(m.text for m in e.mentions), *(e.roles if e.type == "person" else ()))
        return e.party or next(filter(None, map(self._country_of, told)), None)

    def _owner(self, e: Entity, word: str) -> Entity | None:
        """Whom the possessive in "his office" was found to mean, or else the last one named that it can mean."""
        types = frozenset(["person"]) if word in PEOPLE_PRONOUNS else BODIES
        i = self._sight.index_of(e.mentions[0])
        if types is BODIES and (teller := self._sight.subject_told(i)):
            return teller
        found = (self._sight.entity(j) for j in self._inner(i) if self._sight.mentions[j].span.text.lower() == word)
        own = next((x for x in found if x and x.type in types and (x.names or x.roles or split_title(x.mentions[0].text).role)), None)
        subject = body_before(self._sight, i) if types is BODIES and not own else None
        relayed = next((x for x in self._sight.relayed(e.mentions[0]) if x.type in types and x.names and self._sight.can_be(word, x)), None)
        told = first_told(self._sight, i, types, word) if types is not BODIES else None
        near = self._sight.persons_near(i, word) if types is not BODIES else []
        if len(near) == 1 and not own:
            subject = near[0]
        return self._spoken_for(e) or relayed or told or own or subject or self._sight.last_named(e.mentions[0], types, word)

    def _spoken_for(self, e: Entity) -> Entity | None:
        """Who says something through somebody of theirs: "Orvania, through its foreign ministry, …"."""
        start = e.mentions[0].start
        through = THROUGH.search(self._sight.text, max(0, start - len(", through ")), start)
        i = self._sight.index_of(e.mentions[0])
        near = range(i - 1, max(-1, i - INSIDE), -1) if through else ()
        return next((self._sight.entity(j) for j in near if self._sight.mentions[j].span.end == (through and through.start())), None)

    def _owner_named(self, e: Entity) -> Entity | None:
        """Whose the words themselves say something is, if that one has a name: "the president’s office"."""
        m = e.mentions[0]
        i = self._sight.index_of(m)
        owners = (j for j in self._inner(i) if self._sight.text[self._sight.mentions[j].span.end] in "’'")
        whose = next((self._sight.entity(j) for j in owners), None)
        return whose if whose and whose.names and whose.name not in m.text else None

    def _several(self, e: Entity) -> Entity | None:
        """Of whom "one of them" is one: the last several without names that were spoken of shortly before."""
        here = e.mentions[0].start
        before = self._sight.before(self._sight.index_of(e.mentions[0]))
        many = (x for x in before if x.type in ("unnamed", "group") and not x.names and can_be_they(x) and x.name.lower() not in PRONOUNS)
        return next((x for x in many if any(here - NEAR <= m.start < here for m in x.mentions)), None)

    def _inner(self, i: int) -> Iterator[int]:
        mentions = self._sight.mentions
        return (j for j in range(i + 1, min(len(mentions), i + INSIDE)) if mentions[i].span.covers(mentions[j].span))


def _portfolio(minister: Entity) -> str:
    """What a minister is minister of, before the word ministry: "foreign "; nothing if no office tells."""
    found = next((m for role in minister.roles if (m := PORTFOLIO.search(role))), None)
    return f"{(found['of'] or found['for']).lower()} " if found and (found["of"] or found["for"]).lower() not in _HEADS else ""


def _bare_office(a: str, b: str) -> float:
    """How alike two offices are, whatever their countries."""
    likeness = same_office(a, b)
    return SAME_OFFICE if likeness.why == "offices of different countries" else likeness.score
