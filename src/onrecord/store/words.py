"""Words as people type them: without accents, in any script, in any case."""

from __future__ import annotations

import json
import re
from functools import lru_cache

from anyascii import anyascii

from onrecord.errors import QueryError


@lru_cache(maxsize=65_536)
def fold_words(text: str) -> frozenset[str]:
    """The words of a text in plain lower-case Latin letters."""
    return frozenset(re.findall(r"[a-z0-9]+", anyascii(text).lower()))


def has_words(text: str | None, words: str) -> bool:
    """Whether every word of `words` is a word of `text`; SQL questions use it under the same name."""
    return text is not None and fold_words(words) <= fold_words(text)


@lru_cache(maxsize=4_096)
def words_of(text: str | None) -> str:
    """The words of a text as JSON, in the order of their letters; SQL uses it under the same name."""
    return json.dumps(sorted(fold_words(text or "")))


#: SQL for the word of a parameter that fewest names, parties, sides, outlets and places have, and for those that have all its words.
RAREST = """(SELECT value FROM json_each(words_of(:{0}))
    ORDER BY (SELECT count(*) FROM (SELECT 1 FROM words WHERE word = value LIMIT 1000)), value LIMIT 1)"""
WORDED = f"""
    SELECT text FROM words WHERE word = {RAREST} AND (json_array_length(words_of(:{{0}})) = 1 OR has_words(text, :{{0}}))"""  # noqa: S608


def match_words(words: str) -> str:
    """An FTS5 expression for text that has all of `words`; words in double quotation marks stand together.

    Raises:
        QueryError: there are no words.
    """
    terms = [quoted or plain for quoted, plain in re.findall(r'"([^"]*)"|([^\s"]+)', words.replace("\0", " "))]
    terms = [term for term in terms if any(c.isalnum() for c in term)]
    if not terms:
        raise QueryError(repr(words), "has no words to search for")
    return " ".join(f'"{term}"' for term in terms)


def stand_together(match: str) -> bool:
    """Whether an expression of `match_words` has words that stand together."""
    return any(len(term.split()) > 1 for term in match.split('"')[1::2])
