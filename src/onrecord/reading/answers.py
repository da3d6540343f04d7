"""Interviews and transcripts: who says which line, so that words without source, cue and quotation marks are not lost."""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import dataclass, replace
from functools import lru_cache
from itertools import takewhile, zip_longest

from onrecord.model import Span
from onrecord.reading.quotes import QUOTATION_MARKS

#: Fewer questions do not make an interview of a text.
FEWEST = 3
#: The share of an interview's lines that are questions and their answers.
DENSITY = 0.8
_LINE = re.compile(r"[^\n]*\S[^\n]*")
_LABEL = re.compile(
    r"\s*(?:\*\*)?(?P<label>[QA]|The [a-z]+(?: [a-z]+)?|"
    r"[^\W\d_a-z][\w’'-]*\.?(?: [^\W\d_a-z][\w’'-]*\.?){0,3})(?:\*\*)?(?P<mark>[:.]|:\*\*)\s+(?=\S)"
)
#: "VELD: We do." in a transcript, perhaps behind the mark of a long quotation.
_SPEAKER = re.compile(r"\s*[“\"]?(?P<label>[^\W\d_a-zß-öø-ÿ][\w.’'-]*(?: [^\W\d_a-zß-öø-ÿ][\w.’'-]*){0,2}):\s+(?=\S)")
_DASH = re.compile(r"\s*[—–-]\s+")
_BOLD = re.compile(r"\s*\*\*[^*\s][^*]*\*\*\s*")
_YOU = re.compile(r"\byou(?:rs?)?\b", re.I)
_QUESTION = re.compile(r"\?[”’\"»]*(?:\*\*)?\s*$")


@dataclass(frozen=True)
class Answer:
    """The words of an answer, the label that names who gives it, if it is a name, and the lines in which it goes on."""

    content: Span
    source: Span | None = None
    more: tuple[Span, ...] = ()

    def line(self, text: str) -> Span:
        """The lines of `text` that the answer stands in, with its label."""
        end = text.find("\n", (self.content, *self.more)[-1].end)
        return Span.of(text, text.rfind("\n", 0, self.content.start) + 1, end if end >= 0 else len(text))


def find_answers(text: str) -> list[Answer]:
    """The answers of an interview, or all that is said in a transcript, in order; none in any other text.

    Interviews are known by lines in bold that speak to somebody, by the labels of their lines ("Q." and "A.", or two names), by
    dashes that take turns, or by lines that end in a question mark, each with its answer on the next line; transcripts by names in
    capitals.
    """
    return list(_find(text))


@lru_cache(maxsize=64)  # statements and contacts both ask
def _find(text: str) -> tuple[Answer, ...]:
    lines = [m.span() for m in _LINE.finditer(text)]
    asked = [bool(_QUESTION.search(text[a:b])) for a, b in lines]
    found = _by_bold(text, lines, asked)
    if not found and sum(asked) >= FEWEST:
        found = _by_label(text, lines, asked) or _by_dash(text, lines, asked) or _by_question(text, lines, asked)
    return tuple(found or _by_capitals(text, lines))


def _by_capitals(text: str, lines: list[tuple[int, int]]) -> list[Answer]:
    labelled = [match for line in lines if (match := _SPEAKER.match(text, *line)) and match["label"].isupper()]
    turns = Counter(match["label"].split()[-1] for match in labelled)
    named = {name for name in turns if _is_named(text, name)}
    speakers = named | {name for name in turns if turns[name] > 1}
    if not named or len(speakers) < 2 or max(turns.values()) < 2:
        return []
    spoken = [match for match in labelled if match["label"].split()[-1] in speakers]
    return [_with_more(text, lines, match, after) for match, after in zip_longest(spoken, spoken[1:])]


def _with_more(text: str, lines: list[tuple[int, int]], turn: re.Match[str], after: re.Match[str] | None) -> Answer:
    """A turn with the lines before the next one that open with a mark, as each paragraph of a long quotation does."""
    between = [line for line in lines if after and turn.end() < line[0] < after.start()]
    more = takewhile(lambda line: text[line[0] : line[1]].lstrip()[0] in QUOTATION_MARKS, between)
    return replace(_labelled(text, turn), more=tuple(_content(text, start) for start, _ in more))


def _is_named(text: str, name: str) -> bool:
    """Whether a word in capitals is a name, which the text writes otherwise elsewhere: "UPDATE" is none."""
    return bool(re.search(rf"\b{re.escape(name.capitalize())}\b", text))


def _by_bold(text: str, lines: list[tuple[int, int]], asked: list[bool]) -> list[Answer]:
    """The line below each line in bold; what follows may be the report's own words: "At this point she laughs".

    Bold lines are headings, unless a third of them ask and either some say "you" or what stands below has the label of who answers.
    """
    bold = [bool(_BOLD.fullmatch(text, *line)) for line in lines]
    asking = [i for i, is_bold in enumerate(bold[:-1]) if is_bold and not bold[i + 1]]
    if len(asking) < FEWEST or 3 * sum(asked[i] for i in asking) < len(asking):
        return []
    labels = [_label_at(text, *lines[i + 1]) for i in asking]
    addressed = sum(bool(_YOU.search(text, *lines[i])) for i in asking)
    if addressed < 2 and 2 * sum(label is not None for label in labels) < len(asking):
        return []
    return [_labelled(text, m) if m else Answer(_content(text, lines[i + 1][0])) for i, m in zip(asking, labels, strict=True)]


def _by_label(text: str, lines: list[tuple[int, int]], asked: list[bool]) -> list[Answer]:
    labelled = [(m, question) for (a, b), question in zip(lines, asked, strict=True) if (m := _label_at(text, a, b))]
    questions: dict[str, list[bool]] = {}
    for match, question in labelled:
        questions.setdefault(match["label"], []).append(question)
    asker = max(questions, key=lambda label: (label == "Q", sum(questions[label])), default=None)
    if asker is None or len(questions[asker]) < FEWEST or len(labelled) - len(questions[asker]) < FEWEST:
        return []
    return [_labelled(text, match) for match, _ in labelled if match["label"] != asker and text[match.end()] not in QUOTATION_MARKS]


def _labelled(text: str, match: re.Match[str]) -> Answer:
    return Answer(_content(text, match.end()), Span.of(text, *match.span("label")) if len(match["label"]) > 1 else None)


def _label_at(text: str, start: int, end: int) -> re.Match[str] | None:
    match = _LABEL.match(text, start, end)
    # A full stop ends "Q." and "A." only: "Nothing. We wait" has no label.
    return match if match and (match["mark"] != "." or match["label"] in ("Q", "A")) else None


def _by_dash(text: str, lines: list[tuple[int, int]], asked: list[bool]) -> list[Answer]:
    dashed = [(m.end(), question) for (a, b), question in zip(lines, asked, strict=True) if (m := _DASH.match(text, a, b))]
    if len(dashed) < FEWEST:
        return []
    turns = [sum(question for _, question in dashed[first::2]) for first in (0, 1)]
    if sum(turns) < FEWEST:  # only the answers have dashes
        return [Answer(_content(text, at)) for at, question in dashed if not question]
    return [Answer(_content(text, at)) for at, _ in dashed[1 if turns[0] >= turns[1] else 0 :: 2]]


def _by_question(text: str, lines: list[tuple[int, int]], asked: list[bool]) -> list[Answer]:
    answers = [i + 1 for i in range(len(lines) - 1) if asked[i] and not asked[i + 1]]
    # Where questions and answers are not most of what stands there, somebody else tells a story that asks.
    if len(answers) < FEWEST or 2 * len(answers) < DENSITY * (answers[-1] - answers[0] + 2):
        return []
    matches = [(lines[i][0], _label_at(text, *lines[i])) for i in answers]
    return [_labelled(text, match) if match else Answer(_content(text, at)) for at, match in matches]


def _content(text: str, start: int) -> Span:
    """From the first word to the end of the line, without the full stop that ends unquoted speech."""
    line = text.find("\n", start)
    end = len(text[: line if line >= 0 else len(text)].rstrip())
    start += len(text[start:end]) - len(text[start:end].lstrip())
    return Span.of(text, start, end - (end - start > 1 and text[end - 1] == "."))
