"""Sketches: numbers that texts of like words share, so that they find each other without being compared with all others.

MinHash (Broder 1997) estimates by the least hashes of two sets how much of them is common; banding (Leskovec, Rajaraman and Ullman,
"Mining of Massive Datasets", 3.4) makes keys of several hashes together.
"""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from functools import lru_cache
from hashlib import blake2b

from onrecord.across.words import content_words, shingles, split_words
from onrecord.reading.language.sentences import split_sentences
from onrecord.store.database import Database
from onrecord.store.groups import Kind, mark_stale

#: A content gets so many keys of so many hashes each: two that share 60 % of their words meet with 67 %, 80 % with 98 %.
BANDS, ROWS = 8, 4
#: A content of fewer words that say something, a sentence of fewer words, gets no key: too many others have the same.
CONTENT_FLOOR, SENTENCE_FLOOR = 3, 6
#: Words in a shingle of a sentence.
SHINGLE = 3
#: What more entries than these share tells little of any: of a crowd only so many find each other, those of the smallest ids, whenever
#: they came.
CROWD = 200
#: Key → the entries that find each other by it.
Holders = Mapping[int, set[str]]
#: The words of so many texts are kept: what has been sketched is compared next.
AT_HAND = 8
SEED = 20331


def sketch_contents(contents: Sequence[str]) -> list[frozenset[int]]:
    """The keys of each of some contents of statements."""
    words = [sorted(set(content_words(split_words(content)))) for content in contents]
    rows = iter(_least_hashes([own for own in words if len(own) >= CONTENT_FLOOR], BANDS * ROWS))
    return [_bands(next(rows)) if len(own) >= CONTENT_FLOOR else frozenset() for own in words]


@lru_cache(maxsize=AT_HAND)
def word_sentences(text: str) -> tuple[tuple[str, ...], ...]:
    """The words of each sentence of a text that is long enough to be told from others by them."""
    return tuple(words for start, end in split_sentences(text) if len(words := split_words(text[start:end])) >= SENTENCE_FLOOR)


def sketch_text(text: str) -> frozenset[int]:
    """The keys of a report's text, one for each sentence: a report that carries sentences of another has most of their keys."""
    sets = [list(shingles(words, SHINGLE)) for words in word_sentences(text)]
    return frozenset(_key("sentence", row) for row in _least_hashes(sets, 1))


def keep_sketches(db: Database, kind: Kind, sketches: Mapping[str, frozenset[int]]) -> Holders:
    """Keep the keys of entries of a kind in place of those that they had.

    Others that find more or fewer by these keys than before, because of a crowd, are to be compared again.

    Returns:
        The entries that find each other by these keys, as they are kept now.
    """
    had = _keys_of(db, sketches)
    gone = [(key, entry) for entry, keys in sketches.items() for key in had[entry] - keys]
    new = sorted((key, entry) for entry, keys in sketches.items() for key in keys - had[entry])
    before = _holders(db, {key for keys in sketches.values() for key in keys} | {key for key, _ in gone})
    db.execute_many("DELETE FROM sketches WHERE key = ? AND entry = ?", gone)
    db.execute_many("INSERT INTO sketches VALUES (?, ?)", new)
    after = {key: set(own) for key, own in before.items()}
    for key, entry in gone:
        after[key].discard(entry)
    for key, entry in new:
        after[key].add(entry)
    # Of a crowd not all are known, so who is among the smallest now is asked.
    crowds = [key for key in {key for key, _ in (*gone, *new)} if max(len(before[key]), len(after[key])) >= CROWD]
    after |= _holders(db, crowds)
    mark_stale(db, kind, {entry for key in crowds for entry in before[key] ^ after[key]} - sketches.keys())
    return after


def find_alike(
    db: Database, sketches: Mapping[str, frozenset[int]], holders: Holders, least: int = 1, share: float = 0
) -> dict[str, list[str]]:
    """Entry → other entries that share keys with it, in the order of their ids, as these keys are kept.

    Args:
        db: the record.
        sketches: entry → its keys.
        holders: who finds each other by these keys, as `keep_sketches` returns it.
        least: so many keys must be shared.
        share: so large a share, in [0, 1], of the keys of one that has fewer.
    """
    alike: dict[str, Counter[str]] = {}
    for entry, keys in sketches.items():
        shared = Counter(other for key in keys if entry in holders[key] for other in holders[key] if other != entry)
        alike[entry] = Counter({other: number for other, number in shared.items() if number >= least})
    numbers = _count_keys(db, {other for shared in alike.values() for other in shared}) if share else {}
    return {
        entry: sorted(other for other, number in shared.items() if number >= share * min(len(sketches[entry]), numbers.get(other, 0)))
        for entry, shared in alike.items()
    }


def _count_keys(db: Database, entries: Iterable[str]) -> dict[str, int]:
    rows = db.rows_for("SELECT entry, count(*) AS number FROM sketches WHERE entry IN (...) GROUP BY entry", sorted(entries))
    return {row["entry"]: row["number"] for row in rows}


def _keys_of(db: Database, entries: Iterable[str]) -> dict[str, set[int]]:
    """Entry → the keys that are kept of it."""
    found: dict[str, set[int]] = {entry: set() for entry in entries}
    for row in db.rows_for("SELECT key, entry FROM sketches WHERE entry IN (...)", found):
        found[row["entry"]].add(row["key"])
    return found


def _holders(db: Database, keys: Collection[int]) -> dict[int, set[str]]:
    """Key → the entries that find each other by it: of a crowd, those of the smallest ids."""
    if not keys:
        return {}
    rows = db.rows(
        """SELECT value, (SELECT group_concat(entry) FROM (SELECT entry FROM sketches WHERE key = value ORDER BY entry LIMIT ?)) AS entries
           FROM json_each(?)""",
        (CROWD, json.dumps(list(keys))),
    )
    return {row["value"]: set(row["entries"].split(",")) if row["entries"] else set() for row in rows}


def _least_hashes(sets: Sequence[Sequence[str]], number: int) -> Iterator[Sequence[int]]:
    from rensa import RMinHash

    if sets:
        yield from RMinHash.digest_matrix_from_token_sets(sets, num_perm=number, seed=SEED).to_rows()


def _bands(row: Sequence[int]) -> frozenset[int]:
    return frozenset(_key(f"content {band}", row[band * ROWS : (band + 1) * ROWS]) for band in range(BANDS))


def _key(kind: str, hashes: Sequence[int]) -> int:
    """One number for hashes of one kind, as SQLite holds it: 64 bits with a sign."""
    digest = blake2b(f"{kind} {' '.join(map(str, hashes))}".encode(), digest_size=8).digest()
    return int.from_bytes(digest, "big", signed=True)
