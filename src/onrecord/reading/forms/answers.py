"""Interviews and transcripts: who says which line, so that words without source, cue and quotation marks are not lost."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, replace
from functools import lru_cache
from itertools import pairwise, takewhile, zip_longest

from onrecord.model import Span
from onrecord.reading.language.agreement import FIRST_PERSON, ME, YOU
from onrecord.reading.language.labels import LABEL
from onrecord.reading.language.quotes import QUOTATION_MARKS

#: Fewer questions do not make an interview of a text.
FEWEST = 3
#: The share of an interview's lines that are questions and their answers.
DENSITY = 0.8
_LINE = re.compile(r"[^\n]*\S[^\n]*")
#: The time at which a recording has come to a line: "[00:12:31]".
_TIME = r"(?P<time>[\[(]?(?:\d?\d:)?\d?\d:\d\d[\])]?\s+)?"
#: What a label says of its bearer, or of how he is heard: "(Tamesh)", "(on the line)".
_BESIDE = r"(?: \([^()\n]{2,40}\)){0,2}"
_LABEL = re.compile(
    rf"\s*{_TIME}(?:\*\*)?(?!{LABEL}:)(?P<label>[QA]|The [a-z]+(?: [a-z]+)?|"
    rf"[^\W\d_a-z][\w’'-]*\.?(?: [^\W\d_a-z][\w’'-]*\.?){{0,3}}(?: \((?:Mrs?|Ms|Dr|Sir|Dame)\b[^()\n]{{2,40}}\))?){_BESIDE}"
    r"(?:\*\*)?(?P<mark>[:.]|:\*\*)\s+(?=\S)"
)
#: "VELD: We do." in a transcript, perhaps behind the mark of a long quotation.
_SPEAKER = re.compile(rf"\s*{_TIME}[“\"]?(?P<label>[^\W\d_a-zß-öø-ÿ][\w.’'-]*(?: [^\W\d_a-zß-öø-ÿ][\w.’'-]*){{0,2}}){_BESIDE}:\s+(?=\S)")
#: "[Strand, in the studio] We do.", as monitoring services write out a broadcast.
_BRACKETED = re.compile(r"\s*\[(?P<label>[^\W\d_a-z][^\]\n,\d]{1,60})(?:, [^\]\n]{1,80})?\] (?=\S)")
_DASH = re.compile(r"\s*[—–-]\s+")
#: A line in bold or in italics.
_MARKED = re.compile(r"\s*(?P<mark>\*\*?|__?)(?=[^\s*_])[^*\n]*?(?P=mark)\s*")
#: Who is interviewed speaks of himself; "we" may be he and who asks.
_MINE = re.compile(rf"{ME.pattern}|\b[Oo]urs?\b")
#: What an interviewer holds against his guest: "She says that it is over."
_HELD_AGAINST = re.compile(
    r"[^.!?\n“\"]{1,60}? (?:says?|said|claims?|insists?|maintains?|argues?|denies|deny|thinks?|believes?|demands?|wants?|accuses?)"
    r" [^.!?\n]+\.\W*"
)
#: Speaks of himself, to somebody, or asks.
_TALKS = re.compile(rf"{FIRST_PERSON.pattern}|{YOU.pattern}|\?")
#: Who only asks.
_ASKER = re.compile(r"Q|Question|Journalist|Reporter", re.I)
_HEADING = re.compile(LABEL)
_ANSWERER = re.compile(r"A|Answer", re.I)
_STOP = re.compile(r"[.!?…—–-][”’\"»)\]]*\s*$")
_QUESTION = re.compile(r"\?[”’\"»]*[*_]{0,2}\s*$")


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

    Interviews are known by lines in bold or italics, by the labels of their lines ("Q." and "A.", or two names), by
    dashes that take turns, or by lines that ask or say "you", each with its answer on the next
    line; transcripts by the names that lines begin with.
    """
    return list(_find(text))


def find_questions(text: str) -> list[Span]:
    """What an interview's lines before and between its answers ask, without their labels; none where all that is said is an answer."""
    answers = [answer.line(text) for answer in find_answers(text)]
    lines = [m.span() for m in _LINE.finditer(text, 0, answers[-1].end)] if answers else []
    others = [line for line in lines if not any(answer.start <= line[0] < answer.end for answer in answers)]
    between = [line for line in others if line[0] > answers[0].start]
    asked = [*[line for line in others if line[0] < answers[0].start][-1:], *between] if between else []
    return [_content(text, label.end() if (label := _label_at(text, *line)) else line[0]) for line in asked]


@lru_cache(maxsize=64)  # statements and contacts both ask
def _find(text: str) -> tuple[Answer, ...]:
    lines = [m.span() for m in _LINE.finditer(text)]
    asked = [bool(_QUESTION.search(text[a:b])) for a, b in lines]
    found = _by_mark(text, lines, asked)
    if not found and sum(asked) >= FEWEST:
        found = _by_label(text, lines, asked) or _by_dash(text, lines, asked)
    found = found or _by_brackets(text, lines)
    return tuple(found or _by_capitals(text, lines) or _by_question(text, lines, asked) or _by_turns(text, lines) or _by_word(text, lines))


def _by_brackets(text: str, lines: list[tuple[int, int]]) -> list[Answer]:
    labelled = [match for line in lines if (match := _BRACKETED.match(text, *line))]
    enough = len(labelled) >= FEWEST and len({match["label"] for match in labelled}) > 1
    return [_labelled(text, match) for match in labelled if not _ASKER.fullmatch(match["label"])] if enough else []


def _by_capitals(text: str, lines: list[tuple[int, int]]) -> list[Answer]:
    labelled = [match for line in lines if (match := _SPEAKER.match(text, *line)) and match["label"].isupper()]
    turns = Counter(match["label"].split()[-1] for match in labelled)
    named = {name for name in turns if _is_named(text, name)}
    speakers = named | {name for name in turns if turns[name] > 1}
    if not named or len(speakers) < 2 or max(turns.values()) < 2:
        return []
    asks = Counter(match["label"].split()[-1] for match in labelled if _QUESTION.search(_content(text, match.end()).text))
    speakers -= {name for name in speakers if asks[name] > 1 and 2 * asks[name] >= turns[name]}
    spoken = [match for match in labelled if match["label"].split()[-1] in speakers and not _ASKER.fullmatch(match["label"])]
    return [_with_more(text, lines, match, after) for match, after in zip_longest(spoken, spoken[1:])]


def _with_more(text: str, lines: list[tuple[int, int]], turn: re.Match[str], after: re.Match[str] | None) -> Answer:
    """A turn with the lines before the next one that open with a mark, as each paragraph of a long quotation does."""
    between = [line for line in lines if after and turn.end() < line[0] < after.start()]
    more = takewhile(lambda line: text[line[0] : line[1]].lstrip()[0] in QUOTATION_MARKS, between)
    return replace(_labelled(text, turn), more=tuple(_content(text, start) for start, _ in more))


def _is_named(text: str, name: str) -> bool:
    """Whether a word in capitals is a name, which the text writes otherwise elsewhere: "UPDATE" is none."""
    return bool(re.search(rf"\b{re.escape(name.capitalize())}\b", text))


def _by_turns(text: str, lines: list[tuple[int, int]]) -> list[Answer]:
    """The lines of a transcript that begin with the name of who speaks, if some speak to each other and somebody speaks twice."""
    labelled = [(i, m) for i, line in enumerate(lines) if (m := _label_at(text, *line)) and text[m.end()] not in QUOTATION_MARKS]
    if labelled and not labelled[0][1]["time"] and not _STOP.search(text, labelled[0][1].end(), lines[labelled[0][0]][1]):
        labelled = labelled[1:]  # "The Strait: Second Round" is a heading
    names = Counter(match["label"].rstrip(")").split()[-1] for _, match in labelled)
    if len(labelled) <= FEWEST or len(names) < 2 or max(names.values()) < 2:
        return []
    spoken = sum(bool(_TALKS.search(text, match.end(), lines[i][1])) for i, match in labelled)
    if 3 * spoken < len(labelled) or len(labelled) < DENSITY * (labelled[-1][0] - labelled[0][0] + 1):
        return []
    return [_labelled(text, match) for _, match in labelled if not _ASKER.fullmatch(match["label"])]


def _by_word(text: str, lines: list[tuple[int, int]]) -> list[Answer]:
    """What is labelled as the answer below what is labelled as the question, however few there are."""
    labelled = [match for line in lines if (match := _label_at(text, *line))]
    return [
        _labelled(text, answer)
        for question, answer in pairwise(labelled)
        if _ASKER.fullmatch(question["label"]) and _ANSWERER.fullmatch(answer["label"])
    ]


def _by_mark(text: str, lines: list[tuple[int, int]], asked: list[bool]) -> list[Answer]:
    """The line below each line in bold or italics; what follows may be the report's own words: "At this point she laughs".

    Such lines are headings, unless a third of them ask and what stands below is somebody's words.
    """
    marked = [bool(_MARKED.fullmatch(text, *line)) for line in lines]
    answers = [i + 1 for i, is_marked in enumerate(marked[:-1]) if is_marked and not marked[i + 1]]
    if len(answers) < FEWEST or 3 * sum(asked[i - 1] for i in answers) < len(answers):
        return []
    return _spoken_to(text, lines, answers)


def _spoken_to(text: str, lines: list[tuple[int, int]], answers: list[int]) -> list[Answer]:
    """The answers, if they have a label or the questions are to somebody; else the report answers its own questions."""
    labels = [_label_at(text, *lines[i]) for i in answers]
    addressed = sum(bool(YOU.search(text, *lines[i - 1])) for i in answers)
    own = sum(bool(FIRST_PERSON.search(text, *lines[i])) for i in answers)
    if addressed < 2 and 2 * own < len(answers) and not any(labels):
        return []
    found = (_labelled(text, m) if m else Answer(_content(text, lines[i][0])) for i, m in zip(answers, labels, strict=True))
    below = (lines[i + 1 : after - 1] for i, after in zip_longest(answers, answers[1:], fillvalue=len(lines) + 1))
    return [replace(answer, more=_going_on(text, rest)) for answer, rest in zip(found, below, strict=True)]


def _going_on(text: str, lines: Sequence[tuple[int, int]]) -> tuple[Span, ...]:
    """The paragraphs in which an answer goes on: those right below it with "I" or "my" in them."""
    return tuple(_content(text, start) for start, _ in takewhile(lambda line: _MINE.search(text, *line), lines))


def _by_label(text: str, lines: list[tuple[int, int]], asked: list[bool]) -> list[Answer]:
    labelled = [(m, question) for (a, b), question in zip(lines, asked, strict=True) if (m := _label_at(text, a, b))]
    questions: dict[str, list[bool]] = {}
    for match, question in labelled:
        questions.setdefault(match["label"].split()[-1], []).append(question)
    asker = max(questions, key=lambda label: (label == "Q", sum(questions[label])), default=None)
    if asker is None or len(questions[asker]) < FEWEST or len(labelled) - len(questions[asker]) < FEWEST:
        return []
    others = (match for match, _ in labelled if match["label"].split()[-1] != asker)
    return [_labelled(text, match) for match in others if text[match.end()] not in QUOTATION_MARKS]


def _labelled(text: str, match: re.Match[str]) -> Answer:
    return Answer(_content(text, match.end()), Span.of(text, *match.span("label")) if len(match["label"]) > 1 else None)


def _label_at(text: str, start: int, end: int) -> re.Match[str] | None:
    match = _LABEL.match(text, start, end)
    # A full stop ends "Q." and "A." only: "Nothing. We wait" has no label.
    labels = match and (match["mark"] != "." or match["label"] in ("Q", "A")) and not _HEADING.fullmatch(match["label"])
    return match if labels else None


def _by_dash(text: str, lines: list[tuple[int, int]], asked: list[bool]) -> list[Answer]:
    dashed = [(m.end(), question) for (a, b), question in zip(lines, asked, strict=True) if (m := _DASH.match(text, a, b))]
    if len(dashed) < FEWEST:
        return []
    turns = [sum(question for _, question in dashed[first::2]) for first in (0, 1)]
    if sum(turns) < FEWEST:  # only the answers have dashes
        return [Answer(_content(text, at)) for at, question in dashed if not question]
    return [Answer(_content(text, at)) for at, _ in dashed[1 if turns[0] >= turns[1] else 0 :: 2]]


def _by_question(text: str, lines: list[tuple[int, int]], asked: list[bool]) -> list[Answer]:
    answers: list[int] = []
    for i, asks in enumerate(asked[:-1]):
        told = bool(answers) and answers[-1] < i and not FIRST_PERSON.search(text, *lines[i])
        told = told and (bool(YOU.search(text, *lines[i])) or _is_held_against(text, lines[answers[-1] + 1 : i + 1]))
        if (asks or told) and not asked[i + 1]:
            answers.append(i + 1)
    # Where questions and answers are not most of what stands there, somebody else tells a story that asks.
    if len(answers) < FEWEST or 2 * len(answers) < DENSITY * (answers[-1] - answers[0] + 2):
        return []
    return _spoken_to(text, lines, answers) if 2 * sum(asked[i - 1] for i in answers) >= len(answers) else []


def _is_held_against(text: str, lines: Sequence[tuple[int, int]]) -> bool:
    """Whether the last of some lines below an answer is what an interviewer holds against his guest, and the others go on the answer."""
    *more, last = lines
    return bool(_HELD_AGAINST.fullmatch(text, *last)) and len(_going_on(text, more)) == len(more)


def _content(text: str, start: int) -> Span:
    """From the first word to the end of the line, without the full stop that ends unquoted speech."""
    line = text.find("\n", start)
    end = len(text[: line if line >= 0 else len(text)].rstrip())
    start += len(text[start:end]) - len(text[start:end].lstrip())
    return Span.of(text, start, end - (end - start > 1 and text[end - 1] == "."))
