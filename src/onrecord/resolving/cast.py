"""Who appears in one report: its mentions brought together into entities, each with the reasons."""

from __future__ import annotations

import re
from dataclasses import dataclass, field

from onrecord.model import Actor, Mention, Reading, Report, Span
from onrecord.model.span import content_id
from onrecord.resolving.names import compare_bodies, compare_people
from onrecord.resolving.places import demonym_stem, party_of
from onrecord.resolving.titles import same_office, split_title

PEOPLE_PRONOUNS = frozenset(["he", "she", "him", "her", "his", "hers", "himself", "herself"])
BODY_PRONOUNS = frozenset(["it", "its", "itself"])
PRONOUNS = PEOPLE_PRONOUNS | frozenset(
    "it its itself they them their theirs themselves i me my we us our you your who which that this these those".split()
)
OUTLET_NOUNS = frozenset(
    "newspaper paper publication outlet agency magazine daily weekly journal broadcaster station channel network website".split()
)
#: "The French newspaper" of "The French newspaper Le Figaro".
OUTLET_NOUN = re.compile(rf"^(?:[\w’'-]+ ){{0,2}}(?:news )?(?:{'|'.join(sorted(OUTLET_NOUNS))}|site|portal) (?-i:(?=[^\W\d_a-z]))", re.I)
INDEFINITE = re.compile(
    r"^(?:(?:the )?(?:two|three|four|five|six|both|\d+)|an?|one|several|some|many|most|other|others|another|few|a number of|neither|each)\b",
    re.I,
)
SIDE = re.compile(r"^(?:the )?(\w+) (?:side|camp)$", re.I)
RELATION = re.compile(r"^(?:(?P<before>his|her|its|their) (?P<thing>.+)|(?:an?|one) (?P<thing2>.+) of (?P<after>his|hers|theirs))$", re.I)
#: Names this much alike are one person or body without further evidence.
SAME = 0.85
#: A first name used alone, as a careless translation does, is accepted if nobody else fits.
PERHAPS = 0.55
#: An antecedent that the reading model is less sure of is not followed.
TRUSTED = 0.35


@dataclass(eq=False)
class Entity:
    """An actor in the making; `key` is its place in the cast."""

    key: int
    type: str
    names: list[str] = field(default_factory=list)
    roles: list[str] = field(default_factory=list)
    mentions: list[Span] = field(default_factory=list)
    why: list[str] = field(default_factory=list)
    party: str | None = None

    @property
    def name(self) -> str:
        """The fullest name; among equals the one used most, then first."""
        if not self.names:
            return strip_article(self.mentions[0].text)
        counts = {name: self.names.count(name) for name in self.names}
        fullness = {name: min(len(name.split()), 3) if self.type == "person" else 0 for name in self.names}
        return max(counts, key=lambda n: (fullness[n], counts[n], -self.names.index(n)))


@dataclass(frozen=True)
class Cast:
    """The entities of one report, and which mention is whose."""

    entities: tuple[Entity, ...]
    owner: dict[Span, int]
    report: str

    def entity_at(self, span: Span) -> Entity | None:
        """The entity that exactly these words mention."""
        key = self.owner.get(span)
        return None if key is None else self.entities[key]

    def within(self, span: Span) -> list[tuple[Span, Entity]]:
        """The mentions inside a span, outermost and leftmost first."""
        found = sorted((m for m in self.owner if span.covers(m)), key=lambda m: (m.start, -m.end))
        return [(m, self.entities[self.owner[m]]) for m in found]

    def mentions(self) -> list[tuple[Span, Entity]]:
        """Every mention with its entity, in the order of the text."""
        return [(m, self.entities[key]) for m, key in sorted(self.owner.items())]

    def actor_id(self, entity: Entity) -> str:
        """The id of an entity as an actor: of this report only, until actors of several reports are brought together."""
        return content_id("act", self.report, entity.name, entity.type, entity.key)

    def actors(self) -> tuple[Actor, ...]:
        """Every entity as an actor of the record."""
        return tuple(
            Actor(self.actor_id(e), e.name, e.type, e.roles[0] if e.roles else None, e.party, tuple(sorted(set(e.mentions))), tuple(e.why))
            for e in self.entities
        )


def assemble_cast(report: Report, reading: Reading) -> Cast:
    """Bring the mentions of one report together.

    Full names first, then shorter names, then offices, descriptions and pronouns, which look back for whom they mean:
    a text's first "Milley" may stand before the first "Mark Milley", but no "he" stands before its man.
    """
    maker = _Maker(report.text, reading)
    mentions = list(enumerate(reading.mentions))
    named = [(i, m, words) for i, m in mentions if (words := name_of(m))]
    for i, m, words in sorted(named, key=lambda item: (is_person(item[1]), -len(item[2].split()), item[1].span.start)):
        maker.add_name(i, m, words)
    for i, m in mentions:
        if i not in maker.owner:
            maker.add_reference(i, m, reading.mentions)
    maker.name_relations()
    maker.settle_parties()
    owner = {m.span: maker.owner[i] for i, m in mentions}
    return Cast(tuple(maker.entities), owner, report.id)


def name_of(mention: Mention) -> str | None:
    """The proper name in a mention: of a person without title and office, of a body as it stands."""
    words = mention.span.text
    if words.lower() in PRONOUNS:
        return None
    if is_person(mention):
        return None if mention.type == "unnamed" and INDEFINITE.match(words) else split_title(words).name
    if INDEFINITE.match(words) or words.split()[0].lower() in PRONOUNS:
        return None
    bare = strip_article(words)
    if mention.type == "outlet":
        bare = OUTLET_NOUN.sub("", bare)
    return bare if any(w[0].isupper() for w in re.findall(r"[^\W\d_][\w’'-]*", bare)) else None


def is_person(mention: Mention) -> bool:
    """Whether somebody is meant: as read, or because the words are an office and a name, "columnist Anna Veld"."""
    if mention.type in ("person", "unnamed"):
        return True
    titled = split_title(mention.span.text)
    return mention.type in ("organization", "group") and bool(titled.name and titled.role)


def strip_article(words: str) -> str:
    """Words without a leading article and a possessive ending."""
    return re.sub(r"^(?:the|an?)\s+", "", re.sub(r"[’']s$", "", words.strip()), flags=re.I)


class _Maker:
    """Entities as they grow, mention by mention."""

    def __init__(self, text: str, reading: Reading) -> None:
        self.entities: list[Entity] = []
        self.owner: dict[int, int] = {}
        self._text = text
        self._mentions = reading.mentions
        self._index = {m.span: i for i, m in enumerate(reading.mentions)}
        #: The sources of the outermost statements, in the order of the text.
        self._sources = sorted({a.source[0] for a in reading.attributions if a.source and a.inside is None})

    def _join(self, i: int, mention: Mention, entity: Entity, why: str) -> None:
        self.owner[i] = entity.key
        entity.mentions.append(mention.span)
        if why and why not in entity.why:
            entity.why.append(why)

    def _new(self, i: int, mention: Mention, type_: str) -> Entity:
        entity = Entity(len(self.entities), type_)
        self.entities.append(entity)
        self._join(i, mention, entity, "")
        return entity

    def add_name(self, i: int, mention: Mention, name: str) -> None:
        person = is_person(mention)
        compare = compare_people if person else compare_bodies
        alike = [
            (likeness.score, -e.key, e, known, likeness.why)
            for e in self.entities
            if (e.type == "person") == person
            for known in dict.fromkeys(e.names)
            if (likeness := compare(name, known)).score >= PERHAPS
        ]
        best = max(alike, key=lambda a: a[:2], default=None)
        if best and (best[0] >= SAME or (person and len({a[2].key for a in alike}) == 1)):
            entity = best[2]
            self._join(i, mention, entity, "" if name == best[3] else f"“{name}” is “{best[3]}”: {best[4]} ({best[0]:.2f})")
        elif short := self._shortened(mention, name):
            self._join(i, mention, short, f"“{mention.span.text}” is short for {short.name}")
            return
        else:
            entity = self._new(i, mention, "person" if person else mention.type)
        entity.names.append(name)
        role = split_title(mention.span.text).role if person else None
        if role and role not in entity.roles:
            entity.roles.append(role)
        if party := party_of(mention.span.text):
            entity.party = entity.party or party

    def _shortened(self, mention: Mention, name: str) -> Entity | None:
        """The only body whose longer name holds this one, for "the Front" or "the Girelian side"."""
        if mention.type == "person" or not re.match(r"(?i)the\s", mention.span.text):
            return None
        if side := SIDE.match(mention.span.text):
            country = demonym_stem(side[1], [e.name for e in self.entities if e.type == "country"])
            return next((e for e in self.entities if e.type == "country" and e.name == country), None)
        if " " in name:
            return None
        longer = [e for e in self.entities if e.type not in ("person", "country") and any(name in known.split()[1:] for known in e.names)]
        return longer[0] if len(longer) == 1 else None

    def _country(self, words: str) -> str | None:
        """The country that words belong to, real or only known from this report."""
        known = [e.name for e in self.entities if e.type == "country" and e.names]
        stems = (demonym_stem(word, known) for word in re.findall(r"[A-Z][\w’'-]+", words))
        return party_of(words) or next((stem for stem in stems if stem), None)

    def add_reference(self, i: int, mention: Mention, mentions: tuple[Mention, ...]) -> None:
        """A pronoun, an office or a description: look back for whom it means, or let it stand for itself."""
        words = mention.span.text
        target, why = self._look_back(i, mention, mentions)
        if target:
            self._join(i, mention, target, f"“{words}” at {mention.span.start} {why}")
            if (
                mention.type == "person"
                and words.lower() not in PRONOUNS
                and (role := split_title(words).role)
                and role not in target.roles
            ):
                target.roles.append(role)
        else:
            entity = self._new(i, mention, mention.type)
            if party := party_of(words):
                entity.party = party

    def _look_back(self, i: int, mention: Mention, mentions: tuple[Mention, ...]) -> tuple[Entity | None, str]:
        words = mention.span.text
        lower = words.lower()
        before = [
            self.entities[self.owner[j]] for j in range(i - 1, -1, -1) if j in self.owner and not mentions[j].span.covers(mention.span)
        ]
        personal = lower in PEOPLE_PRONOUNS
        pointed = self._follow(i, mentions)
        if personal:
            if speaker := self._speaker_before(mention.span):
                return speaker, "speaks on"
            if pointed and pointed.type in ("person", "unnamed"):
                return pointed, "points back, as the model reads it"
            last = next((e for e in before if e.type == "person"), None)
            return (last, "is the last person named") if last else (None, "")
        if lower in ("who", "which") and (before_it := self._just_before(mention.span)):
            return before_it, "stands directly after"
        if lower in PRONOUNS:
            if lower in BODY_PRONOUNS and (pointed is None or pointed.type in ("person", "unnamed")):
                pointed = next((e for e in before if e.type in ("organization", "outlet", "country", "group") and e.names), None)
                return (pointed, "is the last body named") if pointed else (None, "")
            return (pointed, "points back, as the model reads it") if pointed else (None, "")
        if INDEFINITE.match(words):
            return None, ""
        if lower.split()[-1] in OUTLET_NOUNS:
            outlet = next((e for kind in ("outlet", "organization") for e in before if e.type == kind and e.names), None)
            if outlet:
                return outlet, "is the last outlet named"
        if role := split_title(words).role:
            of = self._country(words)
            fits = [
                (same_office(role, known).score, -n, e)
                for n, e in enumerate(before)
                for known in e.roles
                if not (of and (theirs := e.party or self._country(e.mentions[0].text)) and theirs != of)
            ]
            best = max(fits, default=None, key=lambda f: f[:2])
            if best and best[0] >= SAME - 0.2:
                return best[2], f"is the office of {best[2].name}"
        return (pointed, "points back, as the model reads it") if pointed else (None, "")

    def _just_before(self, pronoun: Span) -> Entity | None:
        """The entity whose mention ends where a relative pronoun begins: "the envoy, who …"."""
        for i in reversed(range(self._index[pronoun])):
            mention = self._mentions[i].span
            if mention.end <= pronoun.start and not self._text[mention.end : pronoun.start].strip(" ,"):
                return self.entities[self.owner[i]] if i in self.owner else None
        return None

    def _speaker_before(self, pronoun: Span) -> Entity | None:
        """The person who spoke last in the paragraph, where the pronoun is a speaker itself: "He added …"."""
        if pronoun not in self._sources:
            return None
        paragraph = self._text.rfind("\n", 0, pronoun.start) + 1
        for source in reversed(self._sources):
            if paragraph <= source.start < pronoun.start:
                owner = self.owner.get(self._index.get(source, -1))
                entity = None if owner is None else self.entities[owner]
                return entity if entity and entity.type == "person" else None
        return None

    def _follow(self, i: int, mentions: tuple[Mention, ...]) -> Entity | None:
        m = mentions[i]
        if m.antecedent is None or m.score < TRUSTED or m.antecedent not in self.owner:
            return None
        return self.entities[self.owner[m.antecedent]]

    def name_relations(self) -> None:
        """Give "his office" and "an aide of hers" the name of whose they are: "office of Danil Orlov"."""
        for e in self.entities:
            relation = None if e.names else RELATION.match(e.mentions[0].text)
            if not relation:
                continue
            word = (relation["before"] or relation["after"]).lower()
            whose = self._whose(e, "he" if word in PEOPLE_PRONOUNS else "it")
            if whose:
                e.names.append(f"{strip_article(relation['thing'] or relation['thing2'])} of {whose.name}")
                e.party = e.party or whose.party
                e.why.append(f"“{e.mentions[0].text}”: the last one named before is {whose.name}")

    def _whose(self, e: Entity, pronoun: str) -> Entity | None:
        types = ("person",) if pronoun == "he" else ("organization", "outlet", "country", "group")
        inner = [
            self.owner[i]
            for i, m in enumerate(self._mentions)
            if i in self.owner and e.mentions[0].covers(m.span) and self.owner[i] != e.key
        ]
        named = [self.entities[key] for key in inner if self.entities[key].names and self.entities[key].type in types]
        before = [
            self.entities[self.owner[i]]
            for i in reversed(range(self._index[e.mentions[0]]))
            if i in self.owner and self._mentions[i].span.end <= e.mentions[0].start
        ]
        return next((x for x in [*named, *before] if x.type in types and x.names), None)

    def settle_parties(self) -> None:
        """Give entities without a side the country that their mentions name, real or only known from this report."""
        for e in self.entities:
            if e.type == "country":
                e.party = e.party or e.name
        for e in self.entities:
            if e.party or e.type == "outlet":
                continue
            e.party = next((party for m in e.mentions if (party := self._country(m.text))), None)
