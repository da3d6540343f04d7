"""Sketches: numbers that texts of like words share, so that they find each other without being compared with all others.

MinHash (Broder 1997) estimates by the least hashes of two sets how much of them is common; banding (Leskovec, Rajaraman and Ullman,
"Mining of Massive Datasets", 3.4) makes keys of several hashes together.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from hashlib import blake2b

from onrecord.across.words import content_words, shingles, split_words
from onrecord.reading.sentences import split_sentences
from onrecord.store.database import Database

#: A content gets so many keys of so many hashes each: two that share 60 % of their words meet with 67 %, 80 % with 98 %.
BANDS, ROWS = 8, 4
#: A content of fewer words that say something, a sentence of fewer words, gets no key: too many others have the same.
CONTENT_FLOOR, SENTENCE_FLOOR = 3, 6
#: Words in a shingle of a sentence.
SHINGLE = 3
#: What more entries than these share tells nothing of any.
CROWD = 200
SEED = 20331


def sketch_contents(contents: Sequence[str]) -> list[frozenset[int]]:
    """The keys of each of some contents of statements."""
    words = [sorted(set(content_words(split_words(content)))) for content in contents]
    rows = iter(_least_hashes([own for own in words if len(own) >= CONTENT_FLOOR], BANDS * ROWS))
    return [_bands(next(rows)) if len(own) >= CONTENT_FLOOR else frozenset() for own in words]


def sketch_text(text: str) -> frozenset[int]:
    """The keys of a report's text, one for each sentence: a report that carries sentences of another has most of their keys."""
    sentences = [words for start, end in split_sentences(text) if len(words := split_words(text[start:end])) >= SENTENCE_FLOOR]
    return frozenset(_key("sentence", row) for row in _least_hashes([list(shingles(words, SHINGLE)) for words in sentences], 1))


def keep_sketches(db: Database, sketches: Mapping[str, frozenset[int]]) -> None:
    """Keep the keys of entries in place of those that they had."""
    db.execute_many("DELETE FROM sketches WHERE entry = ?", ((entry,) for entry in sketches))
    rows = ((key, entry) for entry, keys in sketches.items() for key in sorted(keys))
    db.execute_many("INSERT INTO sketches VALUES (?, ?) ON CONFLICT DO NOTHING", rows)


def find_alike(db: Database, sketches: Mapping[str, frozenset[int]], least: int = 1) -> dict[str, list[str]]:
    """Entry → other entries with at least `least` keys of it, in the order of their ids; keys that a crowd has do not count."""
    holders = _holders(db, {key for keys in sketches.values() for key in keys})
    found = {}
    for entry, keys in sketches.items():
        shared = Counter(other for key in keys for other in holders.get(key, ()))
        found[entry] = sorted(other for other, number in shared.items() if number >= least and other != entry)
    return found


def _holders(db: Database, keys: Iterable[int]) -> dict[int, list[str]]:
    """Key → the entries that have it, unless they are a crowd."""
    rows = {key: db.rows("SELECT entry FROM sketches WHERE key = ? LIMIT ?", (key, CROWD + 1)) for key in keys}
    return {key: [row["entry"] for row in found] for key, found in rows.items() if len(found) <= CROWD}


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
