"""Words that are set in capitals, as they are written otherwise: lines of a wire, surnames in a summary record, labels of a transcript."""

from __future__ import annotations

import re
from collections.abc import Iterator

#: A line without a small letter; fewer words are a heading or a name.
_LINE = re.compile(r"^[^\n]*$", re.M)
_FEWEST = 4
_WORD = re.compile(r"[^\W\d_]+(?:[’'][^\W\d_]+)?")
#: Words that headlines write small.
_SMALL = frozenset(
    "a an the of in on at to by for from with and or but as if is are was were be been has have had will would not no it its that this"
    " than over after before into against until says said".split()
)
#: A word in capitals that is hardly an abbreviation.
_SET = re.compile(r"\b[^\W\d_a-zß-öø-ÿ](?:[’'-]?[^\W\d_a-zß-öø-ÿ])+\b")
_TITLE = re.compile(r"\b(?:Mrs?|Ms|Dr|Sir|Dame|Judge|President|Ambassador)\.? (?:[^\W\d_a-z][\w.’'-]* )?$")
_CHAIR = re.compile(r"CHAIR(?:MAN|WOMAN|PERSON)?|PRESIDENT|SPEAKER|SECRETARY|MODERATOR")
_RUN = r"^[^\W\d_a-zß-öø-ÿ]{3,}(?:[ /-][^\W\d_a-zß-öø-ÿ]{3,})"
#: Who opens a paragraph of a summary of a debate: "AILA TORV, Special Envoy, said".
_OPENING = re.compile(rf"{_RUN}{{1,2}}(?=,? \(|, )(?![^\n]{{0,60}} [—–-]{{1,2}} )", re.M)
#: Other capitals at the beginning of a line are a dateline, which is known by them, if no colon follows.
_DATELINE = re.compile(rf"{_RUN}*(?![^\W\d_])(?!(?: \([^()\n]*\))*:)", re.M)
_SHORTEST = 4


def lower_lines(text: str) -> Iterator[tuple[int, int, str]]:
    """Lines wholly in capitals, as headlines are written, words of up to three letters left as they are; and who opens a paragraph."""
    opening = (word for found in _OPENING.finditer(text) for word in _WORD.finditer(text, *found.span()))
    yield from sorted([*_headlines(text), *(_as(word, word[0][0] + word[0][1:].lower()) for word in opening)])


def _headlines(text: str) -> Iterator[tuple[int, int, str]]:
    for line in _LINE.finditer(text):
        words = list(_WORD.finditer(text, *line.span()))
        if len(words) < _FEWEST or not line[0].isupper() or _OPENING.match(line[0]):
            continue
        for word in words:
            small = word[0].lower() in _SMALL and word.start() > line.start()
            if small or len(word[0]) >= _SHORTEST:
                yield _as(word, word[0].lower() if small else word[0][0] + word[0][1:].lower())


def lower_names(text: str) -> Iterator[tuple[int, int, str]]:
    """Names in capitals: those that the text writes otherwise elsewhere or that stand behind a title, and the chair."""
    datelines = [m.span() for m in _DATELINE.finditer(text)]
    found = [m for m in _SET.finditer(text) if len(m[0]) >= _SHORTEST and not any(a <= m.start() < b for a, b in datelines)]
    names = {m[0] for m in found if _TITLE.search(text, max(0, m.start() - 30), m.start())}
    names |= {word for word in {m[0] for m in found} - names if _CHAIR.fullmatch(word) or _is_written(text, word)}
    for word in found:
        if word[0] in names:
            yield _as(word, re.sub(r"[^\W\d_]+", lambda part: part[0][0] + part[0][1:].lower(), word[0]))


def _is_written(text: str, words: str) -> bool:
    return bool(re.search(rf"\b{re.escape(words[0] + words[1:].lower())}\b", text))


def _as(word: re.Match[str], new: str) -> tuple[int, int, str]:
    """The word written so; as it was, if that changes its length, as few letters do."""
    return word.start(), word.end(), new if len(new) == len(word[0]) else word[0]
