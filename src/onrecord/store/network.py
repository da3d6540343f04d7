"""The network: who speaks about whom, and who meets whom, counted over the latest entries that are chosen."""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from onrecord.store.database import Database
from onrecord.store.listing import CONTACTS, STATEMENTS
from onrecord.store.tallies import COUNTED, load_names

ABOUT = """
    WITH chosen AS MATERIALIZED ({0})
    SELECT speaking.identity AS a, meant.identity AS b, count(DISTINCT chosen.id) AS n FROM chosen
    JOIN actors AS speaking ON speaking.id = chosen.speaker
    CROSS JOIN evidence AS content ON content.report = chosen.report AND content.entry = chosen.id AND content.role = 'content'
    CROSS JOIN evidence AS mention ON mention.report = chosen.report AND mention.role = 'mention'
        AND mention.start >= content.start AND mention."end" <= content."end"
    JOIN actors AS meant ON meant.id = mention.entry AND meant.type IN ('person', 'organization', 'country', 'group')
    WHERE a <> b GROUP BY a, b"""
MEETS = """
    WITH chosen AS MATERIALIZED ({0})
    SELECT one.identity AS a, other.identity AS b, count(DISTINCT chosen.id) AS n FROM chosen
    JOIN contact_parties AS first ON first.contact = chosen.id JOIN actors AS one ON one.id = first.actor
    JOIN contact_parties AS second ON second.contact = chosen.id JOIN actors AS other ON other.id = second.actor
    WHERE a < b AND chosen.status IN ('held', 'ongoing') GROUP BY a, b"""


@dataclass(frozen=True)
class Tie:
    """So many entries in which one actor speaks about another ("about"), or in which two met ("met", without direction)."""

    kind: str
    a: str
    b: str
    count: int

    def to_json(self) -> dict[str, Any]:
        """The value as JSON."""
        return dict(vars(self))


@dataclass(frozen=True)
class Network:
    """The actors with most links, by id with their names, the heaviest first, and the links between them.

    If not `whole`, only the latest entries were counted.
    """

    actors: tuple[tuple[str, str], ...]
    links: tuple[Tie, ...]
    whole: bool

    def to_json(self) -> dict[str, Any]:
        """The value as JSON."""
        actors = [{"id": key, "name": name} for key, name in self.actors]
        return {"actors": actors, "links": [link.to_json() for link in self.links], "whole": self.whole}


def find_network(db: Database, said: Sequence[int], held: Sequence[int], most: int) -> Network:
    """The links among the actors that have most of them.

    Args:
        db: the record.
        said: the numbers of the statements that are counted, the latest first, as `find_latest` has them.
        held: those of the contacts.
        most: how many actors at most.
    """
    links, full = [], False
    for kind, listing, question, numbers in (("about", STATEMENTS, ABOUT, said), ("met", CONTACTS, MEETS, held)):
        full |= len(numbers) > COUNTED
        chosen = f"SELECT {listing.table}.* FROM json_each(:numbers) CROSS JOIN {listing.table} ON number = value"  # noqa: S608
        counted = db.rows(question.format(chosen), {"numbers": json.dumps(numbers[:COUNTED])})
        links += [Tie(kind, row["a"], row["b"], row["n"]) for row in counted]
    weight: Counter[str] = Counter()
    for link in links:
        weight.update({link.a: link.count, link.b: link.count})
    names = load_names(db, sorted(weight))
    heaviest = sorted((key for key in weight if key in names), key=lambda key: (-weight[key], names[key], key))[:most]
    kept = [link for link in links if link.a in heaviest and link.b in heaviest]
    linked = {key for link in kept for key in (link.a, link.b)}
    return Network(
        tuple((key, names[key]) for key in heaviest if key in linked),
        tuple(sorted(kept, key=lambda link: (-link.count, link.kind, names[link.a], names[link.b], link.a, link.b))),
        not full,
    )
