"""Verdicts: what judgements mean in the record as it is now, and the clusters of actors changed to that.

Each anchor of a judgement is kept with the actor that its words mean now (the table `judged`), and is looked for again when that
actor goes. So a report changes no more of what was judged than the clusters that it touches.
"""

from __future__ import annotations

import json
from collections import defaultdict
from collections.abc import Collection, Iterable, Sequence

from onrecord.errors import JudgementError
from onrecord.model.judgements import Anchor, Verdict
from onrecord.store.clusters import judge_clusters
from onrecord.store.database import Database, Row
from onrecord.store.judgements import list_judgements

#: What stands for all actors of a cluster that have one name and are not judged: the two, with this between them.
AND = "\n"


def find_verdicts(db: Database, numbers: Collection[int] | None = None) -> list[Verdict]:
    """The judgements that stand, on the actors that their words mean now; what is no longer in the record is left out.

    Args:
        db: the record.
        numbers: those that are asked for, or all.
    """
    _find_judged(db)
    sides: dict[tuple[int, str], set[str]] = defaultdict(set)
    for row in db.rows("SELECT judgement, side, actor FROM judged WHERE actor IS NOT NULL"):
        if numbers is None or row["judgement"] in numbers:
            sides[row["judgement"], row["side"]].add(row["actor"])
    out = []
    for judgement in list_judgements(db):
        if judgement.undone or judgement.kind == "undo" or not (numbers is None or judgement.number in numbers):
            continue
        anchored = [side for side, anchors in (("a", judgement.a), ("b", judgement.b)) if anchors]
        own = tuple(frozenset(sides[judgement.number, side]) for side in anchored)
        if judgement.kind == "merge":
            own = (frozenset().union(*own),)
        if any(own):
            out.append(Verdict(judgement.number, judgement.kind, own, judgement.kind in ("split", "distinct"), judgement.name))
    return out


def check_verdicts(verdicts: Sequence[Verdict], new: int) -> None:
    """Look for actors that some judgements make one and another keeps apart.

    Args:
        verdicts: all that stand.
        new: the number of the one that is being made.

    Raises:
        JudgementError: there are such actors; the message names the judgements that are in the way.
    """
    of: dict[str, str] = {}

    def find(x: str) -> str:
        while of.setdefault(x, x) != x:
            x = of[x]
        return x

    for verdict in verdicts:
        for side in verdict.sides:
            ids = sorted(side)
            for other in ids[1:]:
                of[find(other)] = find(ids[0])
    for verdict in verdicts:
        if verdict.apart and len(verdict.sides) == 2:
            shared = {find(x) for x in verdict.sides[0]} & {find(x) for x in verdict.sides[1]}
            if shared:
                joining = {v.number for v in verdicts if not v.apart and any(find(x) in shared for side in v.sides for x in side)}
                others = sorted({verdict.number, *joining} - {new})
                numbers = " and ".join(map(str, others))
                raise JudgementError(
                    "judgement", f"contradicts judgement {numbers}: it would make one what is not to be one; see them with onrecord actors "
                    "judgements, and undo what is wrong first",
                )  # fmt: skip


def apply_verdicts(db: Database, heads: Iterable[str] = ()) -> None:
    """Change clusters that the machine found to what people have decided; the caller holds the transaction.

    Args:
        db: the record.
        heads: those who stand for clusters, as the machine found them, that have changed; what judgements tie to these, and what
            judgements are new, is seen to as well.
    """
    _find_judged(db)
    changed = set(heads)
    found, numbers = _tied(db, changed)
    changed |= found
    if not numbers:
        return
    verdicts = find_verdicts(db, numbers)
    own, names = _members(db, found)
    clusters = judge_clusters(own, names, verdicts)
    for key, cluster in clusters.items():
        if AND in key:
            _write_rest(db, own[key], names[key], None if cluster == key else cluster)
        else:
            db.execute("UPDATE actors SET cluster = ? WHERE id = ? AND cluster IS NOT ?", (cluster, key, cluster))
    called = [(clusters[key], verdict.name) for verdict in verdicts for side in verdict.sides for key in sorted(side)]
    confirmed = dict.fromkeys(key for key, _ in called) | {key: name for key, name in called if name}
    db.execute_many("DELETE FROM confirmed WHERE actor = ?", ((key,) for key in changed | confirmed.keys()))
    db.execute_many("INSERT INTO confirmed (actor, name) VALUES (?, ?)", confirmed.items())
    db.execute("UPDATE judged SET stale = 0 WHERE stale = 1")


def _tied(db: Database, heads: Collection[str]) -> tuple[set[str], set[int]]:
    """The clusters, by who stands for them, and the judgements that hang together with what has changed."""
    numbers = {row["judgement"] for row in db.rows("SELECT DISTINCT judgement FROM judged WHERE stale = 1")}
    found: set[str] = set()
    lost = db.rows("SELECT DISTINCT found FROM actors WHERE cluster IS NULL AND found IS NOT NULL")
    new = set(heads) | {row["found"] for row in lost}
    while True:
        for row in db.rows_for("SELECT DISTINCT judgement, found FROM judged WHERE found IN (...)", sorted(new)):
            numbers.add(row["judgement"])
            found.add(row["found"])
        more: set[str] = set()
        for number in sorted(numbers):
            rows = db.rows("SELECT DISTINCT found FROM judged WHERE judgement = ? AND found IS NOT NULL", (number,))
            more |= {row["found"] for row in rows}
        new = more - found
        if not new:
            return found, numbers
        found |= new


def _members(db: Database, heads: Collection[str]) -> tuple[dict[str, str], dict[str, str]]:
    """Who stands for each, and what each is called: actors that were ever judged, and one for all others of a cluster and a name."""
    found, names = {}, {}
    judged = set(heads)
    for head in sorted(heads):
        judged |= {row["actor"] for row in db.rows("SELECT actor FROM judged WHERE found = ?", (head,))}
        for name in _names(db, head):
            found[f"{head}{AND}{name}"], names[f"{head}{AND}{name}"] = head, name
    for row in db.rows_for("SELECT id, found, name FROM actors WHERE id IN (...)", sorted(judged)):
        found[row["id"]], names[row["id"]] = row["found"], row["name"]
    return found, names


def _names(db: Database, head: str) -> list[str]:
    """What the actors of a cluster are called, found without looking at each of them."""
    rows = db.rows(
        """WITH RECURSIVE called (name) AS (
             SELECT min(name) FROM actors WHERE found = :head
             UNION ALL SELECT (SELECT min(name) FROM actors WHERE found = :head AND name > called.name) FROM called WHERE name IS NOT NULL
           ) SELECT name FROM called WHERE name IS NOT NULL""",
        {"head": head},
    )
    return [row["name"] for row in rows]


def _write_rest(db: Database, head: str, name: str, cluster: str | None) -> None:
    """Bring the actors of a cluster and a name that are not judged to another, or each to itself."""
    values = {"head": head, "name": name, "cluster": cluster}
    rest = "found = :head AND name = :name AND id NOT IN (SELECT actor FROM judged WHERE actor IS NOT NULL)"
    if cluster is None:
        db.execute(f"UPDATE actors SET cluster = id WHERE {rest} AND cluster IS NOT id", values)  # noqa: S608 - our own words
        return
    # Three questions, for an index can answer each of them, and none looks at what is right already.
    for left in ("cluster IS NULL", "cluster < :cluster", "cluster > :cluster"):
        db.execute(f"UPDATE actors SET cluster = :cluster WHERE {rest} AND {left}", values)  # noqa: S608 - our own words


def _find_judged(db: Database) -> None:
    """Find the actors that anchors mean, where that is open."""
    rows = db.rows(
        """SELECT judgement, side, position, report, json_extract(iif(side = 'a', a, b), '$[' || position || ']') AS anchor
           FROM judged JOIN actor_judgements ON number = judgement WHERE actor IS NULL AND report IN (SELECT id FROM reports)
           ORDER BY report"""
    )
    found = _owners(db, [Anchor(*json.loads(row["anchor"])) for row in rows])
    for row, actor in zip(rows, found, strict=True):
        if actor:
            db.execute(
                """UPDATE judged SET actor = :actor, found = (SELECT found FROM actors WHERE id = :actor), stale = 1
                   WHERE judgement = :judgement AND side = :side AND position = :position""",
                {"actor": actor, **{key: row[key] for key in ("judgement", "side", "position")}},
            )


def _owners(db: Database, anchors: Sequence[Anchor]) -> list[str | None]:
    """The actors whose mentions the words of anchors are now: with the greatest overlap, or else of the same name."""
    out: list[str | None] = []
    report, rows = "", list[Row]()
    for anchor in anchors:
        if anchor.report != report:
            report = anchor.report
            rows = db.rows(
                """SELECT entry, start, "end", name FROM evidence JOIN actors ON actors.id = entry
                   WHERE evidence.report = ? AND evidence.role = 'mention' ORDER BY entry, start""",
                (report,),
            )
        overlaps = [(min(row["end"], anchor.end) - max(row["start"], anchor.start), row) for row in rows]
        near = [(-shared, row["end"] - row["start"], row["entry"]) for shared, row in overlaps if shared > 0]
        named = [row["entry"] for row in rows if row["name"] == anchor.name]
        out.append(min(near)[2] if near else named[0] if named else None)
    return out
