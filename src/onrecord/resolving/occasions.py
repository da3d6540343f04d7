"""What the day of a statement follows from in the contacts that the report tells of: the one at which, or around which, it was said."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from datetime import timedelta

from onrecord.model import Attribution, Contact, Span, When
from onrecord.model.entries import SPOKEN
from onrecord.resolving.attribution.relayers import sentence_at
from onrecord.resolving.cast.outlets import is_body
from onrecord.resolving.contacts.tellers import is_handed_over
from onrecord.resolving.scenes import FRESH, PAST, Scene, is_exact, is_news, is_one_line, is_told_back

COMMUNIQUE = re.compile(r"\b(?:statement|communiqu[eé]|readout|press release|summary)\b", re.I)
#: "Intends", "has invited": not what was said at a meeting gone by.
NOW = re.compile(r"(?:has|have|intends?|plans?|wants?|hopes?|expects?)\b")
#: "It was agreed" is as past as "agreed".
TOLD = re.compile(rf"(?:it )?{PAST.pattern}", re.I)
#: A readout tells in so many paragraphs, from its title on, of what talks it is.
LEAD = 2
#: Cues that are no verbs: "according to", "in the words of".
PREPOSITION = re.compile(r"(?:in|according|for)\b", re.I)
#: Where people speak who come out of talks.
SPOT = re.compile(
    r"\b(?:(?:on|from) the (?:\w+ )?(?:steps|stairs|doorstep|podium|rostrum)|(?:in|from) the (?:\w+ )?(?:lobby|corridors?|foyer|doorway)"
    r"|at the exit|(?<!eve of )(?:the|a) (?:closing|opening|final) (?:session|briefing|ceremony|sitting))\b",
    re.I,
)
#: "On the eve of the talks", "of their closing session", and the kinds of contact that are called so.
EVENTS = {
    "talks": ("talks",), "negotiations": ("talks",), "round": ("talks",), "session": ("talks", "meeting"), "summit": ("talks", "meeting"),
    "meeting": ("meeting",), "call": ("call",), "visit": ("visit",), "signing": ("document",), "encounter": ("meeting", "talks"),
    "conversation": ("call", "meeting", "talks"), "discussions": ("meeting", "talks"),
}  # fmt: skip
_EVENT = "|".join(EVENTS)
#: "After the talks", "during the call", "when the visit ended", "at the end of the meeting".
AFTER = re.compile(
    r"\b(?:after|following|during|in the course of|at the (?:end|close) of) (?:the|his|her|their|its|this|that) (?:\w+ )?"
    rf"(?P<noun>{_EVENT})\b"
    r"(?! (?:with|between|of|in|on|at)\b)"
    rf"|\b(?:when|after|as) (?:the|his|her|their|its) (?P<ended>{_EVENT}) (?:had )?(?:ended|was over|broke up|finished|closed)\b",
    re.I,
)
OPENS = re.compile(r"\W*(?:(?:But|And|Yet) )?(?:[Ww]hen|[Dd]uring|[Ii]n|[Aa]t|[Oo]n)\b")
#: One before those that the report is about: "as in the first round on 16 May".
EARLIER = re.compile(r"(?:the |an? |their )?(?:first|earlier|previous|last)\b", re.I)
#: Those who have just been told of together, and what they did there.
THEY = re.compile(
    r"they|both(?: sides| parties)?|the (?:two(?: \w+)?|(?:both )?(?:sides|parties|delegations|ministers|presidents|leaders))", re.I
)
AGREED = re.compile(
    r"(?:(?:also|then) )*(?:agreed|decided|resolved|undertook|pledged|reaffirmed|stressed|reiterated|noted|welcomed|expressed)\b", re.I
)
#: Those who met, told of further on as those of the report's one meeting.
BOTH = re.compile(r"(?:both|the two|the) (?:sides|parties|delegations|ministers|presidents|leaders)", re.I)
#: "For his part, the guest noted": the answer to what stands before.
IN_TURN = re.compile(r"\W*(?:For (?:his|her|its|their) part|In (?:his|her|its|their )?turn|In (?:reply|response))\b")
#: "She also asked", right before the cue.
ALSO = re.compile(r"\b(?:also|further|likewise) $")
#: Who tells what was said behind closed doors.
WITNESS = re.compile(r"\b(?:officials?|sources?|diplomats?|people|persons?|participants?|interlocutors?|witness(?:es)?)\b", re.I)
EVE = re.compile(
    rf"\bon the eve(?: of (?:the|an?|his|her|their|its) (?P<last>closing |final )?(?:[\w-]+ )?(?P<noun>{_EVENT}))?\b(?! of)", re.I
)


def at_contact(scene: Scene, i: int) -> When | None:
    """The day of the call or meeting that the paragraph tells of before, for what those who took part said.

    A body's own readout tells there of nobody else.
    """
    a, entity = scene.attributions[i], scene.speakers[i].entity
    if entity is None or a.inside is not None or is_told_back(a) or NOW.match(a.cue[0].text if a.cue else ""):
        return None
    told = is_body(scene.report.outlet) and bool(a.cue) and TOLD.match(a.cue[0].text) is not None
    for c, parties in reversed(scene.parties):
        begun = c.evidence[0].start < a.start and is_one_line(scene.report.text, c.evidence[0].start, a.start)
        there = entity.key in parties or (told and c.when is not None and is_news(scene, c.when))
        if c.kind in SPOKEN and there and begun and (is_exact(c.when) or (c.when and c.when.first and _in_clause(scene, c, a))):
            return c.when
    return _at_lead(scene, i, entity.key)


def _in_clause(scene: Scene, c: Contact, a: Attribution) -> bool:
    """Whether a statement's sentence opens with the contact at which it was made: "When they had the call in January, Veld told him"."""
    start, end = sentence_at(scene.report.text, a.start)
    return start <= c.evidence[-1].start < a.start < end and OPENS.match(scene.report.text, start) is not None


def by_those_who_met(scene: Scene, i: int) -> When | None:
    """The day of the last contact that the paragraph tells of before, for what "they" or "the two sides" agreed there."""
    a, text = scene.attributions[i], scene.report.text
    source = a.source[0] if a.source else None
    if source is None or a.inside is not None or not THEY.fullmatch(source.text) or not (a.cue and AGREED.match(a.cue[0].text)):
        return None
    told = [c for c, _ in scene.parties if c.evidence[0].end <= source.start]
    before = [c for c in told if c.evidence[-1].end <= source.start and is_one_line(text, c.evidence[-1].end, source.start)]
    if before or not BOTH.fullmatch(source.text):
        return before[-1].when if before else None
    lead = [c for c in told if c.kind in SPOKEN and text.count("\n\n", 0, c.evidence[0].start) < LEAD]
    return lead[0].when if lead and lead[0].when and is_news(scene, lead[0].when) else None


def goes_on(scene: Scene, i: int, dated: Sequence[When | None]) -> When | None:
    """The day of the statement right before, for what the same speaker "also" said, or who met him said "for her part"."""
    a, entity, text = scene.attributions[i], scene.speakers[i].entity, scene.report.text
    j = scene.order[max(0, scene.order.index(i) - 1)]
    start, _ = sentence_at(text, a.start)
    while j != i and scene.attributions[j].start >= start and scene.order.index(j):
        j = scene.order[scene.order.index(j) - 1]  # what stands in the same sentence is no answer to itself
    other, when = scene.attributions[j], dated[j]
    told = a.inside is None and other.inside is None and bool(a.cue) and PAST.match(a.cue[0].text)
    if entity is None or not told or when is None or when.basis != "stated" or not is_exact(when) or other.start >= start:
        return None
    said = scene.speakers[j].entity
    if said is entity:
        also = ALSO.search(text, start, a.cue[0].start) and text.count("\n", other.start, start) == 0
        return when if also else None
    both = [c.when for c, parties in scene.parties if said and {entity.key, said.key} <= parties]
    there = any(day and (day.first, day.last) == (when.first, when.last) for day in both)
    return when if there and IN_TURN.match(text, start) else None


def after_event(scene: Scene, i: int) -> When | None:
    """The last day of the contact told before at or after which something was said: "during the call", "when the visit ended"."""
    a, text = scene.attributions[i], scene.report.text
    if a.inside is not None or (a.cue and NOW.match(a.cue[0].text)):
        return None
    start, end = sentence_at(text, a.start)
    told = next((m for m in AFTER.finditer(text, start, end) if not any(s.start <= m.start() < s.end for s in a.content)), None)
    if told is None:
        return None
    kinds = EVENTS[(told["noun"] or told["ended"]).lower()]
    kinds = (*kinds, "meeting") if "talks" in kinds else (*kinds, "talks") if "meeting" in kinds else kinds
    held = [c for c, _ in scene.parties if c.when and c.kind in kinds and c.evidence[0].start < told.start()]
    held = [c for c in held if not all(EARLIER.match(evidence.text) for evidence in c.evidence)]
    near = [c for c in held if text.count("\n\n", c.evidence[-1].end, told.start()) <= 1]
    when = near[-1].when if near else None
    return replace(when, first=when.last, basis="stated") if when and when.precision == "day" else when


def _at_lead(scene: Scene, i: int, speaker: int) -> When | None:
    """The day of the one call or meeting that the lead tells of, for what those who took part said in the past tense or the headline."""
    a, text = scene.attributions[i], scene.report.text
    headline = is_one_line(text, 0, a.start)
    if not headline and not (a.cue and PAST.match(a.cue[0].text)):
        return None
    own = [c for c, parties in scene.parties if c.kind in SPOKEN and speaker in parties]
    own = [c for c in own if headline or c.evidence[0].start < a.start]
    days = {(c.when.first, c.when.last) if c.when else None for c in own}
    if len(days) != 1 or text.count("\n\n", 0, own[0].evidence[0].start) > LEAD:
        return None
    when = own[0].when
    # What unnamed people tell of somebody who met in secret was said there, however long ago that was.
    return when if when and (is_news(scene, when) or any(WITNESS.search(span.text) for span in a.via)) else None


def handed_over(scene: Scene, i: int) -> When | None:
    """When the contact was at which somebody "conveyed their proposals", for the proposals."""
    a = scene.attributions[i]
    return next((c.when for c, _ in scene.parties if c.when and is_handed_over(a, c.evidence)), None)


def since_contact(scene: Scene, i: int) -> When | None:
    """From the day of the held contact that the paragraph tells of before, for what was issued on it in writing."""
    a, day = scene.attributions[i], scene.report.day
    if not COMMUNIQUE.search(" ".join(span.text for span in (*a.cue, *a.venue))):
        return None
    for c, _ in reversed(scene.parties):
        for evidence in reversed(c.evidence):
            if evidence.start < a.start and is_one_line(scene.report.text, evidence.start, a.start) and c.when and is_exact(c.when) and day:
                return When(c.when.first, day, "published", "bound", c.when.spans)
    return None


def in_readout(scene: Scene, i: int) -> When | None:
    """The day of the talks that a body's own readout tells of, for what it tells in the past tense."""
    a = scene.attributions[i]
    if not is_body(scene.report.outlet) or a.kind == "direct" or not a.cue or not (TOLD.match(a.cue[0].text) or _of_talks(scene, i)):
        return None
    day = scene.timeline.news()
    told = next((c.when for c, _ in scene.parties if c.when and c.when.first and c.when.last and not is_exact(c.when)), None)
    if told and told.first and told.last and (day is None or told.first <= day <= told.last):
        return replace(told, basis="stated")  # talks of several days
    return When(day, day, "stated", spans=scene.timeline.words(day)) if day else None


def _of_talks(scene: Scene, i: int) -> bool:
    """Whether a statement in the present is one of those who met, "The Presidents reaffirm", not the body's own on what others say."""
    a, entity = scene.attributions[i], scene.speakers[i].entity
    verb = bool(a.cue) and not PREPOSITION.match(a.cue[0].text)
    told = (parties for c, parties in scene.parties if scene.report.text.count("\n\n", 0, c.evidence[0].start) < LEAD)
    return verb and a.inside is None and entity is not None and any(entity.key in parties for parties in told)


def on_the_eve(scene: Scene, i: int) -> When | None:
    """The day before the talks on whose eve something was said, or before the day that the text speaks of: "who on the eve had said"."""
    text, a = scene.report.text, scene.attributions[i]
    start, end = sentence_at(text, a.start)
    eve = next((m for m in EVE.finditer(text, start, end) if not any(s.start <= m.start() < s.end for s in a.content)), None)
    if eve is None:
        return None
    day = scene.timeline.spoken_of(eve.start())
    if eve["noun"]:
        held = [(c.evidence[0].start < eve.start(), c.when) for c, _ in scene.parties if c.when and c.kind in EVENTS[eve["noun"].lower()]]
        when = next((when for before, when in reversed(held) if before), held[0][1] if held else None)
        day = (when.last if eve["last"] else when.first) if when else None
    day = day - timedelta(days=1) if day else None
    return When(day, day, "stated", "day", (Span.of(text, *eve.span()),)) if day and day < scene.timeline.published else None


def on_the_spot(scene: Scene, i: int) -> When | None:
    """The day that the text speaks of, for what was said at the door of what it tells of: "on the steps", "to the closing session"."""
    a, text = scene.attributions[i], scene.report.text
    start, end = sentence_at(text, a.start)
    start = max(start, text.rfind(";", start, a.start) + 1)
    stop = text.find(";", a.end, end)
    end = stop if stop >= 0 else end
    words = text[start:end]
    for first, last in ((max(s.start - start, 0), min(s.end, end) - start) for s in a.content if s.start < end and start < s.end):
        words = words[:first] + " " * (last - first) + words[last:]
    day = scene.timeline.spoken_of(end)
    spoken = day is not None and SPOT.search(words) and scene.timeline.published - day <= FRESH
    return When(day, day, "stated", spans=scene.timeline.words(day, end)) if day and spoken else None
