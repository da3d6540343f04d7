"""The pieces of a statement: what somebody was asked is none of what he said, nor is another clause before a cue that has its object
behind it; a paraphrase has no holes within a clause, and "according to" has its source right behind it."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from onrecord.model import Span
from onrecord.reading.language.auxiliaries import AUXILIARY
from onrecord.reading.language.cues import QUESTIONED
from onrecord.reading.language.quotes import QUOTATION_MARKS
from onrecord.reading.language.sentences import split_sentences
from onrecord.reading.statements.drafts import Draft
from onrecord.reading.statements.parts import ACCORDING

#: "Asked on Friday | whether …": a participle that begins its clause; "To the question | whether …".
_ASKED = re.compile(rf"(?:^|\n|[.!?,;:—–(*]\s*)(?:(?i:{QUESTIONED})\b|[Tt]o (?:the|a) question\b)[^.,;:!?\n]*\s$")
_BEING_ASKED = re.compile(rf"(?:{QUESTIONED.title()}|Invited|Urged)\b")
_SENTENCE_END = re.compile(r"[.!?](?=\s)|\n")
_QUESTION = re.compile(r"(?:whether|if|about|why|how|when|what|where|who)\b")
#: What may stand in a hole, an object or an adverbial, and what the piece behind it then begins with: "told | the Assembly | that …".
_HOLE = re.compile(r"(?!.*\b(?:and|but|or|who|which|what|if|when|while|as)\b)\s[^,.;:!?\n“”«»\"—–-]*\w[^,.;:!?\n“”«»\"—–-]*\s")
_GOES_ON = re.compile(r"(?:that|whether|to|as|for)\b")
#: What a comma joins to the clause before it.
_JOINED = re.compile(r"(?:and|but|or|since|because)\b")
#: A pronoun that only stands for what was said, beside which that stands: "what he called | “a beginning”".
_PRONOUN = re.compile(r"what|which|it", re.I)
_NOT = re.compile(r"\b(?:not|never|against) $")
_WIDEST = 60
#: What parts a clause from the one before it, or a cue from what is no object of it.
_PARTED = re.compile(r"[,;:.!?—–\n]")
#: A condition belongs to what is said on it, a quotation goes on behind its cue, and a subject before it has its verb there.
_CONDITION = re.compile(r"(?:if|unless|while|as long as|as soon as|when|once|until|provided)\b", re.I)
_VERB = re.compile(rf"(?:{AUXILIARY}|it)\b|\W+$")
#: Between the object of a verb and the next verb of its subject.
_OTHER_VERB = re.compile(r",? (?:and|but|or|yet) ")
#: "Veld, in his view, is right": whose view it is says so, not of whom he says it.
_IN_VIEW = re.compile(
    r"(?:in|to) (?P<whose>his|her|their|its|my|our) (?:own )?(?:view|opinion|words|telling|account|reading|estimate|eyes|mind|version)",
    re.I,
)
#: In the passive, the subject of a verb of addressing is whom it addresses; "is assured of" is certain.
_ADDRESSED = re.compile(
    r"\b(?:is|are|am|was|were|been|being) (?:\w+ )?"
    r"(?:asked|told|informed|warned|urged|advised|ordered|instructed|assured(?! of)|reminded|invited|promised)\b",
    re.I,
)
_EXPLAINED = re.compile(r"\bit (?:is|was|had been|has been) (?:\w+ly )?\w+(?:ed|d|n|t)$", re.I)
#: "She needs the fees, says one; she needs the gas, says another".
_ONE = re.compile(r"one|another|others|some|both|neither|the other|a third", re.I)
#: How something is noted is no part of it: "noted with | satisfaction the progress".
_FEELING = re.compile(
    r"(?:(?:great|deep|grave|keen|some) )?(?:satisfaction|concern|regret|interest|appreciation|gratitude|pleasure|dismay|alarm|relief)"
    r" (?=(?:that|the|how|what|its|his|her|their|an?|all) )"
)
#: Whom a sentence says that it is according to; a clause follows.
_WHOM = re.compile(r" (?P<source>[^,.;:\n“”\"]{2,60}), ")


def leave_out_questions(text: str, drafts: Sequence[Draft]) -> list[Draft]:
    """Statements without the pieces that tell what their speaker was asked; "Asked whether it would hold, she laughed" is none."""
    drafts = [draft for draft in drafts if not _is_answered(text, draft, drafts)]

    def is_question(span: Span) -> bool:
        line = text.rfind("\n", 0, span.start) + 1
        return bool(_QUESTION.match(span.text) and _ASKED.search(text[line : span.start]))

    said = [(draft, tuple(span for span in draft.content if not is_question(span))) for draft in drafts]
    kept = [(draft, content) for draft, content in said if content or not (draft.cue and _BEING_ASKED.fullmatch(draft.cue[0].text))]
    return [draft.with_content(content) if content else draft for draft, content in kept]


def _is_answered(text: str, draft: Draft, drafts: Sequence[Draft]) -> bool:
    """Whether a statement is what somebody was asked, "Pressed on whether it was true", and its sentence goes on with what he says."""
    if not draft.cue or not _BEING_ASKED.match(draft.cue[0].text):
        return False
    end = draft.content[-1].end
    return any(cue.start >= end and not _SENTENCE_END.search(text, end, cue.start) for other in drafts for cue in other.cue)


def leave_out_strays(text: str, drafts: Sequence[Draft]) -> list[Draft]:
    """Statements without pronouns that only stand for what was said, and, where the cue has its object behind it, without clauses
    before it: "Orvania wants a date, Veld calls it closed"."""
    return [draft.with_content(_without_strays(text, _without_pronouns(draft))) for draft in drafts]


def _without_pronouns(draft: Draft) -> Draft:
    """A draft without pronouns that have no verb of their own behind them, where anything is left."""

    def is_subject(span: Span) -> bool:
        behind = min((other for other in draft.content if other.start > span.start), default=None)
        return bool(behind and span.text.lower() != "what" and _VERB.match(behind.text))

    content = tuple(span for span in draft.content if not _PRONOUN.fullmatch(span.text) or is_subject(span))
    return draft.with_content(content) if content else draft


def _without_strays(text: str, draft: Draft) -> tuple[Span, ...]:
    if not draft.source or not draft.cue:
        return draft.content
    parts = sorted(draft.source + draft.cue)
    before = [span for span in draft.content if span.end <= parts[0].start]
    behind = [span for span in draft.content if span.start >= parts[-1].end]
    if behind:  # "Veld recalled | no date but | confirmed | the place"
        first = [span for span in draft.content if parts[0].end < span.start and _OTHER_VERB.fullmatch(text, span.end, draft.cue[0].start)]
        if first and text[draft.cue[0].end : behind[0].start] == " ":
            return tuple(span for span in draft.content if span not in first)
    if not before or not behind:
        return draft.content
    gap = text[parts[-1].end : behind[0].start]
    is_object = not (_PARTED.search(gap) or QUOTATION_MARKS & set(gap) or _VERB.match(behind[0].text))
    is_stray = _PARTED.search(text, before[-1].end, parts[0].start) and not any(
        span.text[0] in QUOTATION_MARKS or _CONDITION.match(span.text) for span in before
    )
    return tuple(span for span in draft.content if span not in before) if is_object and is_stray else draft.content


def fill_holes(text: str, drafts: Sequence[Draft]) -> list[Draft]:
    """Join the pieces of a paraphrase that only some words of its clause part, in which nobody is read as speaking, or a comma.

    What somebody asks or wishes not to happen begins with "not", what he warns or argues against with that word.
    """
    told = [span for draft in drafts for span in draft.source + draft.cue + draft.content]

    def belong_together(first: Span, second: Span) -> bool:
        hole = text[first.end : second.start]
        if hole == ", ":
            return bool(_JOINED.match(second.text)) and not QUOTATION_MARKS & {first.text[-1], second.text[0]}
        return (
            len(hole) <= _WIDEST
            and bool(_HOLE.fullmatch(hole) and _GOES_ON.match(second.text))
            and not any(span.start < second.start and span.end > first.end for span in told)
        )

    out = []
    for draft in drafts:
        pieces: list[Span] = []
        for span in draft.content:
            if pieces and belong_together(pieces[-1], span):
                pieces[-1] = Span.of(text, pieces[-1].start, span.end)
            else:
                pieces.append(with_negation(text, span, told))
        out.append(draft.with_content(_up_to_comment(text, draft.with_content(tuple(pieces)), told)))
    return out


def _up_to_comment(text: str, draft: Draft, told: Sequence[Span]) -> tuple[Span, ...]:
    """The pieces of a draft, of which the one before its source and cue goes as far as these: "The mill needs, she says, to close"."""
    parts = sorted(draft.source + draft.cue)
    before = [span for span in draft.content if parts and span.end <= parts[0].start]
    if not (draft.source and draft.cue and before) or not any(
        _GOES_ON.match(span.text) for span in draft.content if span.start > parts[-1].end
    ):
        return draft.content
    last = before[-1]
    hole = _HOLE.fullmatch(text[last.end : parts[0].start - 2] + " ") if text.startswith(", ", parts[0].start - 2) else None
    if hole is None or any(span.start < parts[0].start and span.end > last.end for span in told):
        return draft.content
    return tuple(Span.of(text, span.start, parts[0].start - 2) if span == last else span for span in draft.content)


def with_negation(text: str, span: Span, told: Sequence[Span]) -> Span:
    """An infinitive with the "not" before it, or what somebody is "against", if nothing else has read that word."""
    negation = _NOT.search(text, max(0, span.start - 8), span.start)
    if negation is None or not (span.text.startswith("to ") or negation[0] == "against "):
        return span
    if any(other.start < span.start and other.end > negation.start() for other in told):
        return span
    return Span.of(text, negation.start(), span.end)


def right_cues(text: str, drafts: Sequence[Draft]) -> list[Draft]:
    """Give the cue the noun that its "with" goes with, "noted with satisfaction", where the content was read to begin with it."""
    return [_right_cue(text, draft) for draft in drafts]


def _right_cue(text: str, draft: Draft) -> Draft:
    if not draft.cue or not draft.cue[-1].text.endswith(" with"):
        return draft
    cue, content = draft.cue[-1], min(draft.content)
    feeling = _FEELING.match(text, content.start, content.end)
    if feeling is None or cue.end + 1 != content.start:
        return draft
    rest = tuple(Span.of(text, feeling.end(), span.end) if span == content else span for span in draft.content)
    return replace(draft, cue=(*draft.cue[:-1], Span.of(text, cue.start, feeling.end() - 1)), content=rest)


def right_sources(text: str, drafts: Sequence[Draft]) -> list[Draft]:
    """Give what stands behind "According to the paper," to the paper, where its source was read within the clause behind it.

    What "says one" follows is his, not of another who speaks in turn. Two sentences that share a source have a part of it each. Whoever
    "was asked" or "was told" something has not said it, nor has he to whom "it was explained".
    """
    return [_right_source(text, _part_source(text, draft, drafts)) for draft in drafts]


def _part_source(text: str, draft: Draft, drafts: Sequence[Draft]) -> Draft:
    """A draft with its part of a source that goes over the end of a sentence, where cues on both sides have it."""
    source = draft.source[0] if draft.source and draft.cue else None
    parts = split_sentences(source.text) if source else []
    sides = {other.cue[0].start < source.start for other in drafts if source and other.cue and other.source[:1] == (source,)}
    if source is None or len(parts) != len(sides) or len(parts) == 1:
        return draft
    start, end = parts[0 if draft.cue[0].start < source.start else 1]
    words = source.text[start:end].rstrip().rstrip(".")
    return replace(draft, source=(Span.of(text, source.start + start, source.start + start + len(words)),))


def _right_source(text: str, draft: Draft) -> Draft:
    if draft.source and draft.cue:
        source, cue = draft.source[0], draft.cue[0]
        if source.end <= cue.start and _ADDRESSED.search(cue.text):
            return replace(draft, source=())
        if source.end <= cue.start and (view := _IN_VIEW.fullmatch(cue.text)):
            whose = Span.of(text, *(cue.start + at for at in view.span("whose")))
            return replace(draft, source=(whose,), content=tuple(sorted((source, *draft.content))))
        behind = next((span for span in draft.content if _ONE.fullmatch(span.text) and text[cue.end : span.start] == " "), None)
        if behind and len(draft.content) > 1 and source.start > behind.start:
            return replace(draft, source=(behind,), content=tuple(span for span in draft.content if span != behind))
        if _EXPLAINED.search(cue.text) and text[cue.end : source.start] == " to ":
            return replace(draft, source=())
    if not (draft.cue and ACCORDING.fullmatch(draft.cue[0].text)):
        return draft
    whom = _WHOM.match(text, draft.cue[0].end)
    if whom is None or "\n" in text[whom.end() : draft.content[-1].end]:
        return draft
    # "According to plan" names nobody.
    named = not draft.source and whom["source"][0].isupper() and draft.content[0].start == whom.end()
    if not named and not (draft.source and whom.end() <= draft.source[0].start < draft.content[-1].end):
        return draft
    content = Span.of(text, whom.end(), draft.content[-1].end)
    return replace(draft, source=(Span.of(text, *whom.span("source")),), content=(content,))
