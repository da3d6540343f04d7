"""Drafts for tests, by the words of their parts."""

from onrecord.model import Span
from onrecord.reading.statements.drafts import Draft


def draft(text: str, source: str, cue: str, *content: str) -> Draft:
    """A draft whose parts are these words of a text, each where it stands first; a part without words is none."""

    def spans(*words: str) -> tuple[Span, ...]:
        return tuple(Span.of(text, text.index(word), text.index(word) + len(word)) for word in words if word)

    return Draft(spans(source), spans(cue), spans(*content), 0.9)
