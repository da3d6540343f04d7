"""Whom an office without a name means, by its date: "the President of Ukraine" in May 2022."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date

from onrecord.model import Reading, Report, Span
from onrecord.resolving.cast.cast import Entity
from onrecord.resolving.dates.calendar import find_expressions, interval
from onrecord.resolving.dates.stated import stated_in
from onrecord.resolving.dates.timeline import Timeline
from onrecord.resolving.names.forms import INDEFINITE, LINE_OR_SENTENCE_END, PRONOUNS
from onrecord.resolving.names.holders import Answer, Days, Holder, table
from onrecord.resolving.names.known import Known
from onrecord.resolving.names.places import countries, find_country
from onrecord.resolving.names.titles import split_title

CountryOf = Callable[[str], str | None]

#: "Biden’s national security adviser".
OF_PERSON = re.compile(r"(?P<who>[^\W\d_a-z][\w-]+(?: [^\W\d_a-z][\w-]+){0,2})[’'](?:s)? (?P<office>.+)")
#: Whoever is named as having ministers and advisers is one of these.
HEADS = ("president", "prime minister", "chancellor", "king")
#: All days: an office that nobody is known to have held on any is not asked after, whatever day is meant.
ALWAYS = [(date.min, date.max)]
#: An office that is spoken of as past or to come is asked of nobody.
NOT_NOW = re.compile(r"\b(?:ex|former|then|late|next|future|incoming|outgoing|ousted|elect|designate|previous|first|last|would-be)\b", re.I)


@dataclass(frozen=True)
class Incumbent:
    """The answer to whom an office means, with its words, and the country that it is of."""

    answer: Answer
    why: str
    country: str | None


@dataclass(frozen=True)
class Titleholder:
    """The country of a person with a title, and how it is known."""

    party: str | None
    why: str


class Incumbents:
    """The offices of one report, asked of the user's file and of the table of offices."""

    def __init__(self, report: Report, reading: Reading, known: Known) -> None:
        self._report = report
        self._reading = reading
        self._known = known

    def of(self, entity: Entity, country_of: CountryOf, people: Sequence[Entity]) -> Incumbent | None:
        """Who holds the office that an actor without a name is called by; None if that is not to be asked.

        Args:
            entity: the actor.
            country_of: the country that words belong to.
            people: the report's persons with names, for "Veld's adviser".
        """
        if self._report.day is None:
            return None
        for mention in entity.mentions:
            words = mention.text
            role = split_title(words).role
            if not role or INDEFINITE.match(words) or NOT_NOW.search(words) or words.split()[0].lower() in PRONOUNS:
                continue
            country = country_of(words)
            if country is None and (relation := OF_PERSON.match(role)):
                country, role = self._country_of_person(relation["who"], country_of, people), relation["office"]
                if country is None:
                    continue
            days = self._days(mention) if self._ask(role, country, ALWAYS).why else None
            if days and (answer := self._ask(role, country, days)).why:
                dates = " and ".join(dict.fromkeys(_wording(*d) for d in days))
                return Incumbent(answer, f"“{words}” on {dates}: {answer.why}", country)
        return None

    def _ask(self, role: str, country: str | None, days: Sequence[Days]) -> Answer:
        own = self._known.holders.find(role, country, days)
        if own.why or (country is not None and not find_country(country)):
            return own
        return table().find(role, country, days)

    def of_titled(self, entity: Entity) -> Titleholder | None:
        """Of which country "President Veld" is, by the office that a person of this name held on the day of publication."""
        day = self._report.day
        if day is None or not entity.roles:
            return None
        holder = self._find_named(entity.name, entity.roles, day)
        if holder is None:
            return None
        country = _country_of(holder)
        office = f"{holder.name}, {holder.office} of {country}"
        return Titleholder(country, f"“{entity.roles[0]} {entity.name}” on {_wording(day, day)}: {office}, by {holder.per}")

    def _find_named(self, name: str, roles: Sequence[str], day: date) -> Holder | None:
        return self._known.holders.find_named(name, roles, (day, day)) or table().find_named(name, roles, (day, day))

    def _country_of_person(self, name: str, country_of: CountryOf, people: Sequence[Entity]) -> str | None:
        same = [e for e in people if name in e.names or any(known.split()[-1] == name for known in e.names)]
        known = {e.party or next(filter(None, (country_of(m.text) for m in e.mentions)), None) for e in same}
        if known - {None}:
            return known.pop() if len(known) == 1 else None
        if self._report.day is None:
            return None
        holder = self._find_named(name, HEADS, self._report.day)
        return _country_of(holder) if holder else None

    def _days(self, mention: Span) -> list[Days] | None:
        """The days that an office is spoken of: those that its statement or sentence is dated to, or else of publication.

        None if it is spoken of at a time that no rule knows.
        """
        day, text = self._report.day, self._report.text
        assert day is not None
        said = next((a for a in self._reading.attributions if any(s.covers(mention) for s in a.source)), None)
        if said and (when := stated_in(text, said, Timeline(text, day, ()))) and when.first and when.last:
            return [(when.first, when.last)]
        line = text.rfind("\n", 0, mention.start) + 1
        start = max((m.end() for m in LINE_OR_SENTENCE_END.finditer(text, line, mention.start)), default=line)
        stop = LINE_OR_SENTENCE_END.search(text, mention.end)
        end = stop.end() if stop else len(text)
        taken = said.content if said else ()
        out: list[Days] = []
        for a, b in find_expressions(text, start, end):
            found = interval(text[a:b], day)
            if any(span.start <= a < span.end for span in taken) or (found and found.first and found.first > day):
                continue
            if not found or not found.first:
                return None
            out.append((found.first, min(found.last or day, day)))
        return out or [(day, day)]


def _country_of(holder: Holder) -> str | None:
    return holder.party or next((c.name for c in countries() if c.iso2 == holder.country), None)


def _wording(first: date, last: date) -> str:
    """Days as a person writes them: "31 May 2022"."""
    words = [f"{day.day} {day:%B %Y}" for day in dict.fromkeys((first, last))]
    return " to ".join(words)
