"""What form alone tells of statements, added to the drafts that were read, or put in their place."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from onrecord.model import Span
from onrecord.reading.forms.answers import find_answers
from onrecord.reading.forms.claims import find_claims
from onrecord.reading.forms.colons import find_named
from onrecord.reading.forms.comments import find_comments
from onrecord.reading.forms.declared import find_declared
from onrecord.reading.forms.headlines import find_headline
from onrecord.reading.forms.introduced import Introduced, find_introduced
from onrecord.reading.forms.letters import find_letter, find_own_words
from onrecord.reading.forms.minutes import find_kept
from onrecord.reading.forms.operative import find_operative
from onrecord.reading.forms.performatives import part_acts
from onrecord.reading.forms.points import find_led, find_points, is_asked_of, with_counted
from onrecord.reading.forms.posts import find_posts
from onrecord.reading.forms.pullquotes import find_pull_quotes
from onrecord.reading.forms.quotations import find_bare, find_subject
from onrecord.reading.forms.silences import find_silences
from onrecord.reading.language.quotes import QUOTATION_MARKS, quoted_stretches
from onrecord.reading.statements.drafts import Draft
from onrecord.reading.statements.paragraphs import long_quotations

#: Between the first and the second thing that a point of a resolution does.
BESIDES = re.compile(r",? and $|, $")
#: What questions and answers are labelled with.
LABEL = re.compile(r"[QA]\.?|Question|Answer")
#: Signed quotations and answers are found by their form alone, which the model's scores say nothing about.
FORM_CONFIDENCE = 0.8

Sentences = list[tuple[int, int]]


def add_by_form(text: str, sentences: Sentences, drafts: list[Draft]) -> list[Draft]:
    """The drafts of a text with all that its form tells of; what was read stands, unless the form is one that says it is something else."""
    drafts = add_comments(text, sentences, add_silences(text, sentences, add_operative(text, add_points(text, drafts))))
    for add in (add_pull_quotes, add_answers, add_posts, add_introduced):
        drafts = add(text, drafts)
    drafts = add_kept(text, sentences, add_declared(text, add_named(text, sentences, drafts)))
    return add_bare(text, sentences, add_headline(text, add_letter(text, sentences, drafts)))


def add_points(text: str, drafts: list[Draft]) -> list[Draft]:
    """Part what is said in points below its cue, "The parties agreed that:", into a statement for each, in the place of what was read.

    A point that says itself who says it, "3. The Front rejects …", is a statement of its own. Where nothing was read of what leads the
    points in, its form tells whose they are, or the statement before it.
    """
    drafts = [d.with_content((*d.content[:-1], with_counted(text, d.content[-1]))) for d in drafts]
    led = [(draft, find_points(text, draft.cue[-1].end)) for draft in drafts if draft.cue and draft.inside is None]
    out = list(drafts)
    for draft, points in led:
        out = put_points(out, draft, points) if points else out
    known = [span for _, points in led for span in points]
    for found in find_led(text):
        if any(point.overlaps(span) for point in found.points for span in known):
            continue
        before = [d for d in out if d.source and d.content[-1].end <= found.start and text.count("\n", d.content[-1].end, found.start) <= 2]
        source = (found.source,) if found.source else before[-1].source if before else ()
        cue = (found.cue,) if found.cue else ()
        if source:
            spoken = not cue and bool(found.source)
            out = put_points(out, Draft(source, cue, (), FORM_CONFIDENCE, spoken=spoken), found.points)
    return out


def put_points(drafts: list[Draft], led: Draft, points: Sequence[Span]) -> list[Draft]:
    """The drafts with a statement for each point that some words lead in."""

    def is_own(draft: Draft, point: Span) -> bool:
        asked = draft.cue and led.cue and is_asked_of(led.cue[-1].text, draft.cue[0].text)
        return bool(draft.cue) and not asked and any(point.start == span.start for span in draft.source)

    told = [point for point in points if not any(is_own(draft, point) for draft in drafts)]
    kept = [d for d in drafts if d is not led and not any(s.overlaps(p) for s in d.source + d.cue + d.content for p in told)]
    return kept + [replace(led, content=(point,)) for point in told]


def add_operative(text: str, drafts: list[Draft]) -> list[Draft]:
    """Give the points of a resolution to the body that they stand under, in the place of what was read into them.

    What a point does besides, "and encourages both to go on", is a statement of its own.
    """
    for point in find_operative(text):
        (whole,) = point.content
        there = [d for d in drafts if any(s.overlaps(whole) for s in d.content)]
        besides = [
            (and_.start(), d) for d in there if d.cue and not d.source and (and_ := BESIDES.search(text, whole.start, d.cue[0].start))
        ]
        content = Span.of(text, whole.start, min((at for at, _ in besides), default=whole.end))
        drafts = [d for d in drafts if d not in there] + [replace(d, source=(point.source,)) for _, d in besides]
        drafts.append(Draft((point.source,), _cue_of(point), (content,), FORM_CONFIDENCE))
    return drafts


def add_silences(text: str, sentences: Sentences, drafts: list[Draft]) -> list[Draft]:
    """Add that somebody does not answer, where nothing was read of it."""
    for found in find_silences(text, sentences):
        if not _is_read((*_cue_of(found), *found.content), drafts):
            drafts = [*drafts, Draft((found.source,), _cue_of(found), found.content, FORM_CONFIDENCE)]
    return drafts


def add_comments(text: str, sentences: Sentences, drafts: list[Draft]) -> list[Draft]:
    """Add what a comment clause is about, where nothing was read of its sentence."""
    found = find_comments(text, sentences, [span for d in drafts for span in d.source + d.cue + d.content])
    return drafts + [Draft((one.source,), _cue_of(one), one.content, FORM_CONFIDENCE) for one in found]


def add_pull_quotes(text: str, drafts: list[Draft]) -> list[Draft]:
    """Put each signed quotation in the place of whatever was read into its paragraph."""
    for content, source in find_pull_quotes(text):
        if any(s.overlaps(source) and c.overlaps(content) for d in drafts for s in d.source for c in d.content):
            continue
        drafts = [d for d in drafts if not any(s.overlaps(content) or s.overlaps(source) for s in d.content)]
        drafts.append(Draft((source,), (), (content,), FORM_CONFIDENCE, spoken=True))
    return drafts


def add_answers(text: str, drafts: list[Draft]) -> list[Draft]:
    """Put each answer of an interview, a statement for each act, in the place of what was read into it."""
    answers = find_answers(text)
    if answers:  # "A." is nobody
        drafts = [replace(d, source=()) if d.source and LABEL.fullmatch(d.source[0].text) else d for d in drafts]
    labelled = [answer.line(text) for answer in answers if answer.source]
    drafts = [draft for one in drafts if (draft := keep_to_lines(one, labelled))]
    for answer in answers:
        line = answer.line(text)
        if any(span.overlaps(line) and not line.covers(span) for d in drafts for span in d.content):
            continue
        drafts = [d for d in drafts if not any(line.covers(span) for span in d.content + d.cue)]
        *parts, last = ((part,) for part in part_acts(answer.content))
        source = (answer.source,) if answer.source else ()
        drafts += [Draft(source, (), content, FORM_CONFIDENCE, spoken=True) for content in (*parts, last + answer.more)]
    return drafts


def add_posts(text: str, drafts: list[Draft]) -> list[Draft]:
    """Put each post in the place of what was read into it: "we" in it is whose post it is."""
    for post in find_posts(text):
        drafts = [d for d in drafts if not any(s.overlaps(part) for s in d.content + d.cue for part in post.content)]
        drafts.append(Draft((post.source,), (), post.content, FORM_CONFIDENCE, spoken=True))
    return drafts


def add_introduced(text: str, drafts: list[Draft]) -> list[Draft]:
    """Add what its line says by whom it is, where nothing was read of it; what is led in stands in the place of whatever was read into it,
    but for a single paragraph that was read as led in. The second look finds what is nested in it."""
    for found in find_introduced(text):
        end = text.find("\n", found.content[-1].end)
        line = Span.of(text, found.content[0].start, end if end >= 0 else len(text))
        if any((span.overlaps(line) and not line.covers(span)) or span.overlaps(found.source) for d in drafts for span in d.content):
            continue
        own = [d for d in drafts if found.cue and any(found.cue.overlaps(span) for span in d.cue)]
        if len(found.content) == 1 and any(span.overlaps(line) for d in (own if found.cue else drafts) for span in d.content):
            continue
        source = next((span for d in own for span in d.source if span.overlaps(found.source)), found.source)
        drafts = [d for d in drafts if d not in own and not any(line.covers(span) for span in d.content)]
        spoken = bool(found.cue) or found.content[0].text[0] in QUOTATION_MARKS
        drafts.append(Draft((source,), _cue_of(found), found.content, FORM_CONFIDENCE, spoken=spoken))
    return drafts


def add_named(text: str, sentences: Sentences, drafts: list[Draft]) -> list[Draft]:
    """Add what stands behind a speaker and a colon, where nothing was read of it and nobody is interviewed."""
    if find_answers(text):
        return drafts
    for found in find_named(text, sentences, [span for d in drafts for span in d.source if d.cue]):
        (content,) = found.content
        if not any(span.overlaps(content) or span.overlaps(found.source) for d in drafts for span in d.content):
            drafts = [*drafts, Draft((found.source,), (), (content,), FORM_CONFIDENCE)]
    return drafts


def add_declared(text: str, drafts: list[Draft]) -> list[Draft]:
    """Add what the text itself declares, where nothing was read."""
    for found in find_declared(text):
        if not _is_read((Span.of(text, found.source.start, found.content[-1].end),), drafts):
            drafts = [*drafts, Draft((found.source,), _cue_of(found), found.content, FORM_CONFIDENCE)]
    return drafts


def add_kept(text: str, sentences: Sentences, drafts: list[Draft]) -> list[Draft]:
    """Add how a paragraph of minutes goes on what its speaker said, where nothing was read of it."""
    read = [span for d in drafts for span in d.source + d.cue + d.content]
    return drafts + [Draft((source,), (), (content,), FORM_CONFIDENCE) for source, content in find_kept(text, sentences, read)]


def add_letter(text: str, sentences: Sentences, drafts: list[Draft]) -> list[Draft]:
    """Add what the writer of a letter says of himself, a statement for each act, where nothing was read of it."""
    letter = find_letter(text)
    if letter is None or find_answers(text):
        return drafts
    read = [span for d in drafts for span in d.source + d.cue + d.content]
    own = (act for words in find_own_words(text, letter, sentences, read) for act in part_acts(words))
    return drafts + [Draft((letter.writer,), (), (act,), FORM_CONFIDENCE, spoken=True) for act in own]


def add_headline(text: str, drafts: list[Draft]) -> list[Draft]:
    """Add what the headline says by its form, where nothing was read of it."""
    for source, content in find_headline(text, [span for d in drafts for span in d.source]):
        if not _is_read((content,), drafts):
            drafts = [*drafts, Draft((source,) if source else (), (), (content,), FORM_CONFIDENCE)]
    return drafts


def add_claims(text: str, drafts: list[Draft]) -> list[Draft]:
    """Add each claim that is answered, inside its answer, where nothing was read of whose it is; `drafts` are those of every depth."""
    for found in find_claims(text):
        (content,) = found.content
        cue, source = _cue_of(found), found.source
        if any(cue[0].start <= span.start < content.start for d in drafts for span in d.source):
            continue
        around = [(part, i) for i, d in enumerate(drafts) for part in d.content if part.covers(source) and part.end > content.start]
        part, outer = max(around, key=lambda pair: pair[0].start, default=(content, None))
        content = Span.of(text, content.start, min(content.end, part.end))
        drafts = [*drafts, Draft((source,), cue, (content,), FORM_CONFIDENCE, inside=outer)]
    return drafts


def add_bare(text: str, sentences: Sentences, drafts: list[Draft]) -> list[Draft]:
    """Give quotations that stand by themselves to who speaks in the sentence before, or is its subject, where nothing was read of them.

    Behind another quotation and its cue they go on with that. A paragraph of a long quotation that was read by itself, without a cue, is
    a part of it.
    """
    quoted = quoted_stretches(text)
    pieces = [piece for chain in long_quotations(text, quoted) for piece in chain]
    loose = [d for d in drafts if not d.cue and all(any(piece.covers(span) for piece in pieces) for span in d.content)]
    read = [span for d in drafts if d not in loose for span in d.source + d.cue + d.content]
    for bare in find_bare(text, sentences, quoted, read):
        drafts = [d for d in drafts if d not in loose or not any(d.content[0].overlaps(piece) for piece in bare.content)]
        start, end = bare.before
        told = [d for d in drafts if d.source and any(start <= span.start < end for span in d.cue or d.content)]
        last = max(told, key=lambda d: (d.cue or d.content)[-1].start, default=None)
        if last and last.cue and last.content[-1].text[0] in QUOTATION_MARKS:
            drafts = [replace(d, content=d.content + bare.content) if d is last else d for d in drafts]
            continue
        subject = find_subject(text, bare.before)
        source = last.source if last else (subject,) if subject else ()
        drafts = [*drafts, Draft(source, (), bare.content, FORM_CONFIDENCE, spoken=True)]
    return drafts


def _is_read(spans: Sequence[Span], drafts: Sequence[Draft]) -> bool:
    """Whether something was read of some words."""
    return any(span.overlaps(part) for d in drafts for part in d.source + d.cue + d.content for span in spans)


def _cue_of(found: Introduced) -> tuple[Span, ...]:
    return (found.cue,) if found.cue else ()


def keep_to_lines(draft: Draft, labelled: Sequence[Span]) -> Draft | None:
    """A draft without what stands in lines that are labelled with another's name; None if nothing is left of it."""
    own = [line for line in labelled if any(line.covers(span) for span in draft.source)]
    others = [line for line in labelled if line not in own]
    labels = any(line.start == span.start for line in own for span in draft.source)
    content = tuple(span for span in draft.content if not any(span.overlaps(line) for line in others))
    if labels:  # whose label it is speaks in his own line only, not in the question before it
        content = tuple(span for span in content if any(span.overlaps(line) for line in own))
    return draft.with_content(content) if content else None
