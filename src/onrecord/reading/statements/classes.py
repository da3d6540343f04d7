"""The classes of statements: kind, act, issue and stance, of many statements at once."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from onrecord.model import Span
from onrecord.reading.encoder.encoder import Encoded, Scores, log_softmax
from onrecord.reading.encoder.layout import channels
from onrecord.reading.language.quotes import kind_of
from onrecord.reading.statements.acts import choose
from onrecord.reading.statements.attributions import mean_over
from onrecord.reading.statements.issues import Issues, paragraph_around
from onrecord.reading.statements.signs import find_signs


@dataclass(frozen=True, eq=False)
class Told:
    """A statement as it stands in its text.

    It is `spoken` if its form says that its speaker's own words are given, and `nested` if it stands inside another one.
    """

    encoded: Encoded
    source: tuple[Span, ...]
    cue: tuple[Span, ...]
    content: tuple[Span, ...]
    spoken: bool = False
    nested: bool = False


@dataclass(frozen=True)
class Classes:
    """The classes of a statement.

    `issue_why` says why it has its issue; `meaning` is the direction of what it means, one signed byte a dimension.
    """

    kind: str
    act: str
    issue: str
    stance: str
    issue_why: str
    meaning: bytes


def classify(statements: Sequence[Told], issues: Issues) -> Iterator[Classes]:
    """The classes of each statement, in order; `issues` are what it may be about, with the meanings of their examples."""
    if not statements:
        return
    scores = [np.array(rows) for rows in zip(*map(read_classes, statements), strict=True)]
    kinds = [tell_kind(one) for one in statements]
    contents = [words_of(one.content) for one in statements]
    signs = [
        find_signs(words_of(one.cue), content, words_of(one.source), kind)
        for one, content, kind in zip(statements, contents, kinds, strict=True)
    ]
    chosen = choose(signs, log_softmax(scores[0]), log_softmax(scores[1]))
    reports = {text: issues.weigh_report(text) for text in {one.encoded.text for one in statements}}
    for one, kind, content, (act, stance), meaning, read in zip(statements, kinds, contents, chosen, scores[2], scores[3], strict=True):
        paragraph = paragraph_around(one.encoded.text, one.content[0].start, one.content[-1].end)
        about = issues.choose(content, paragraph, meaning, reports[one.encoded.text], read)
        why = f"{about.issue} ({about.score:.2f}) because {about.why}" if about.why else ""
        yield Classes(kind, act, about.issue, stance, why, direction_of(meaning))


def tell_kind(told: Told) -> str:
    """Whether a statement is direct, mixed or indirect."""
    teller = told.source + told.cue if told.nested else ()
    return "direct" if told.spoken else kind_of(told.encoded.text, told.content, told.encoded.quoted, teller)


def read_classes(told: Told) -> tuple[Scores, Scores, Scores, Scores]:
    """What the model says of a statement: act, (acts,), stance, (stances,), what it means, (dimensions,), and issue, (issues,)."""
    content, cue = ([told.encoded.pieces.range_of(s.start, s.end) for s in role] for role in (told.content, told.cue))
    at = channels()
    said = mean_over(told.encoded.scores, content)
    acts, stances = said[at["act"]], said[at["stance"]]
    if cue:
        by = mean_over(told.encoded.scores, cue)
        acts, stances = acts + by[at["act_cue"]], stances + by[at["stance_cue"]]
    return acts, stances, said[at["meaning"]], said[at["issue"]]


def words_of(spans: Iterable[Span]) -> str:
    """The words of some spans, with spaces between them."""
    return " ".join(span.text for span in spans)


def direction_of(meaning: npt.NDArray[np.float32]) -> bytes:
    """A vector at length 1, one signed byte a dimension."""
    return np.round(127 * meaning / max(float(np.linalg.norm(meaning)), 1e-9)).astype(np.int8).tobytes()
