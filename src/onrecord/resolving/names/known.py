"""The user's own actors: who they are, which offices they held when, and on which side they stand, from one YAML file."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from functools import cached_property
from itertools import combinations
from pathlib import Path
from typing import Any

from onrecord.errors import SettingsError
from onrecord.resolving.names.forms import strip_article
from onrecord.resolving.names.holders import Days, Holder, Holders, country_key, span_of
from onrecord.resolving.names.names import fold

TYPES = ("person", "organization", "country", "group", "outlet")
Folded = tuple[str, ...]


@dataclass(frozen=True)
class KnownActor:
    """An actor of the user's file; `names` are the name and its aliases."""

    name: str
    type: str
    names: tuple[str, ...]
    party: str | None = None


@dataclass(frozen=True)
class Membership:
    """Who is on a side from `first` to `last`: the folded name of an actor or of a party."""

    side: str
    member: Folded
    first: date = date.min
    last: date = date.max


@dataclass(frozen=True)
class Known:
    """All that a user's file says; an empty one knows nobody."""

    file: str = ""
    actors: tuple[KnownActor, ...] = ()
    held: tuple[Holder, ...] = ()
    members: tuple[Membership, ...] = ()

    @cached_property
    def _by_name(self) -> Mapping[Folded, tuple[str, KnownActor]]:
        return {fold(name): (name, actor) for actor in self.actors for name in actor.names}

    def find(self, *words: str | None) -> tuple[str, KnownActor] | None:
        """The first of some words that are a name or alias in the file, and whose.

        Case, accents and script do not matter, but what has a capital in the file needs one: the Palace is not a palace.
        """
        for bare in map(strip_article, filter(None, words)) if self.actors else ():
            name, actor = self._by_name.get(fold(bare), ("", None))
            if actor and (bare[:1].isupper() or not name[:1].isupper()):
                return bare, actor
        return None

    @cached_property
    def holders(self) -> Holders:
        """The offices that the file's actors held."""
        return Holders(self.held)

    @cached_property
    def countries(self) -> tuple[str, ...]:
        """The names of countries in the file."""
        return tuple(actor.name for actor in self.actors if actor.type == "country")

    def side_of(self, names: Sequence[str], party: str | None, day: date | None) -> str | None:
        """The side of an actor on a day: by its own names, or else by its party; without a day, if it was never on another."""
        for group in (names, [party] if party else []):
            keys = {fold(strip_article(name)) for name in group}
            sides = {m.side for m in self.members if m.member in keys and (day is None or m.first <= day <= m.last)}
            if sides:
                return sides.pop() if len(sides) == 1 else None
        return None


#: No file was given.
NOBODY = Known()


def load_known(path: Path) -> Known:
    """Read a user's file of actors, offices and sides.

    Raises:
        SettingsError: the file cannot be read, or an entry is not as it should be; the message names the entry and the remedy.
    """
    import yaml

    try:
        value = yaml.safe_load(path.read_text(encoding="utf-8"))
    except (OSError, UnicodeDecodeError) as error:
        raise SettingsError(str(path), f"cannot be read ({error.__class__.__name__}); give a YAML file in UTF-8") from error
    except yaml.YAMLError as error:
        raise SettingsError(str(path), f"is not YAML ({' '.join(str(error).split())}); correct it") from error
    return _File(path).read(value)


class _File:
    """One file while it is checked."""

    def __init__(self, path: Path) -> None:
        self._path = path

    def read(self, value: Any) -> Known:
        """All that the file says."""
        top = self._mapping(value, "the file", {"actors", "sides"})
        actors: list[KnownActor] = []
        held: list[Holder] = []
        owners: dict[Folded, str] = {}
        for where, row in self._rows(top.get("actors"), "actors"):
            actor = self._actor(row, where)
            where = f"{where} ({actor.name})"
            for name in actor.names:
                if (other := owners.setdefault(fold(name), actor.name)) != actor.name:
                    raise self._wrong(where, f"“{name}” is a name of {other} too; leave it with one of them")
            if any(actor.name == known.name for known in actors):
                raise self._wrong(where, "is there twice; make one entry of both")
            actors.append(actor)
            held += [self._office(office, place, actor) for place, office in self._rows(row.get("offices"), f"{where}, offices")]
        members = [m for where, row in self._rows(top.get("sides"), "sides") for m in self._side(row, where)]
        for a, b in combinations(members, 2):
            if a.member == b.member and a.side != b.side and a.first <= b.last and b.first <= a.last:
                raise self._wrong(f"sides ({b.side})", f"“{' '.join(b.member)}” is on {a.side} at the same time; say from when to when")
        return Known(self._path.name, tuple(actors), tuple(held), tuple(members))

    def _actor(self, value: Any, where: str) -> KnownActor:
        row = self._mapping(value, where, {"name", "aliases", "type", "party", "offices"})
        name = self._text(row, "name", where)
        where = f"{where} ({name})"
        kind = row.get("type", "person")
        if kind not in TYPES:
            raise self._wrong(where, f"type is {kind!r}; it must be one of {', '.join(TYPES)}")
        aliases = row.get("aliases") or []
        if not isinstance(aliases, list) or not all(isinstance(alias, str) and fold(alias) for alias in aliases):
            raise self._wrong(where, "aliases must be a list of names")
        names = tuple(dict.fromkeys(strip_article(alias) for alias in (name, *aliases)))
        party = self._text(row, "party", where) if row.get("party") is not None else None
        return KnownActor(name, kind, names, party or (name if kind == "country" else None))

    def _office(self, value: Any, where: str, actor: KnownActor) -> Holder:
        row = self._mapping(value, where, {"office", "country", "start", "end"})
        country = self._text(row, "country", where) if row.get("country") is not None else actor.party
        (begins, begun), (ended, ends) = self._days(row, where)
        office = self._text(row, "office", where)
        per = self._path.name
        return Holder(actor.name, office, country_key(country), begins, begun, ended, ends, actor.names[1:], per, country)

    def _side(self, value: Any, where: str) -> Iterator[Membership]:
        row = self._mapping(value, where, {"name", "members"})
        name = self._text(row, "name", where)
        where = f"{where} ({name})"
        if not row.get("members"):
            raise self._wrong(where, "has no members; name the actors or parties that belong to it")
        for place, member in self._rows(row["members"], f"{where}, members"):
            inner = {"name": member} if isinstance(member, str) else self._mapping(member, place, {"name", "start", "end"})
            (first, _), (_, last) = self._days(inner, place)
            yield Membership(name, fold(strip_article(self._text(inner, "name", place))), first, last)

    def _rows(self, value: Any, where: str) -> Iterator[tuple[str, Any]]:
        if value is not None and not isinstance(value, list):
            raise self._wrong(where, "must be a list; begin each entry with a dash")
        yield from ((f"{where}[{n}]", row) for n, row in enumerate(value or [], 1))

    def _mapping(self, value: Any, where: str, keys: set[str]) -> Mapping[str, Any]:
        if not isinstance(value, dict):
            raise self._wrong(where, f"must have {', '.join(sorted(keys))} as “key: value”")
        if unknown := [str(key) for key in value if key not in keys]:
            raise self._wrong(where, f"has “{unknown[0]}”, which is not known; known are {', '.join(sorted(keys))}")
        return value

    def _text(self, row: Mapping[str, Any], key: str, where: str) -> str:
        value = row.get(key)
        if not isinstance(value, str) or not fold(value):
            raise self._wrong(where, f"{key} must be words, not {value!r}; put them in quotation marks if need be")
        return re.sub(r"\s+", " ", value).strip()

    def _days(self, row: Mapping[str, Any], where: str) -> tuple[Days, Days]:
        """When something began and ended, each as the days it can have been; without an end it still lasts."""
        start, end = (self._day(row.get(key), where, key) for key in ("start", "end"))
        if start and end and start[0] > end[1]:
            raise self._wrong(where, f"ends ({row['end']}) before it starts ({row['start']}); exchange them")
        return start or (date.min, date.min), end or (date.max, date.max)

    def _day(self, value: Any, where: str, key: str) -> Days | None:
        if value is None:
            return None
        try:
            return span_of(str(value))
        except ValueError:
            raise self._wrong(where, f"{key} is {value!r}; write a day as 2031-03-14, a month as 2031-03, or a year") from None

    def _wrong(self, where: str, message: str) -> SettingsError:
        return SettingsError(str(self._path), f"{where}: {message}")
