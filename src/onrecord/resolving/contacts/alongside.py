"""Contacts of one report that another one dates or places: what is handed over at it, what follows, what it goes on at."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from datetime import timedelta

from onrecord.model import Contact
from onrecord.model.entries import AHEAD, GIVEN, UNDER_WAY
from onrecord.reading.contacts.occasions import HANDED, SITTING
from onrecord.resolving.contacts.series import DISPUTED, IT_WAS_NOT, OVER

DURING = re.compile(r"[\s,]*(?:during|at|in the course of) which\s+", re.I)
DURING_IT = re.compile(rf"(?:during|at) (?:the|this|that) (?:{SITTING})\b(?! (?:of|between|with|in|on)\b)", re.I)
DURING_ROUND = re.compile(r"(?:during|at|in) the \w+ round\b", re.I)
#: "On that occasion he handed over a letter"; "a letter was handed over at the end of the call".
ON_IT = re.compile(
    rf"\bon (?:that|this|the same) occasion\b|\bat the (?:end|close|outset|beginning)(?: of (?:the|this|that|their) (?:{SITTING}))?$", re.I
)
#: Verbs that share their subject share the day before them: "today received the envoy and handed him a note".
AND = re.compile(r",? and (?:then |also |there )?")
#: "He stayed two hours and handed over a map", "She was received afterwards by the president".
GAVE = re.compile(rf"\b(?:{HANDED}|presented|gave|distributed|left|laid before)\b")
AFTERWARDS = re.compile(r"\b(?:afterwards|then|(?:in|later) (?:the|that) (?:morning|afternoon|evening)|the same (?:day|evening|night))\b")
MET = frozenset({"meeting", "talks", "visit"})
NEXT_CLAUSE = re.compile(r"[^.!?\n]*(?:[.!?][”\"»]?\s+[^.!?\n]*)?")
#: Who denies any contact whatever says of no day that there was none.
ANY_CONTACT = re.compile(r"\b(?:(?:any|no|in) contacts?\b|since (?-i:[A-Z\d]))", re.I)
#: A plan that is denied is not of the day of what was held.
NO_PLAN = re.compile(r"\b(?:not (?:planned|scheduled|foreseen|on the agenda)|no (?:\w+ )?plans?)\b", re.I)
#: "It was the second round": what the sentence before tells of.
THAT = re.compile(r"(?:it|this|that) (?:was|is|had been)\b", re.I)
NEXT_SENTENCE = re.compile(r"[^.!?\n]*(?:[.!?][^.!?\n]*)?[.!?]\s+")
#: What delegates do beside talks; and how long talks that closed had gone on at least, where nothing says how long.
BESIDE_TALKS = frozenset({"meeting", "document"})
CLOSING = timedelta(days=2)


def place_beside(contacts: Sequence[Contact], sides: Sequence[frozenset[str]]) -> list[Contact]:
    """Where talks were, those who had come for them met and handed over papers on the days of the talks.

    Args:
        contacts: in the order of the text.
        sides: of those who took part in each.
    """
    rounds = [(c, those) for c, those in zip(contacts, sides, strict=True) if c.kind == "talks" and c.status in UNDER_WAY and c.place]
    out = []
    for c, those in zip(contacts, sides, strict=True):
        if c.place is None and c.kind in BESIDE_TALKS and c.status == "held":
            places = {talks.place for talks, present in rounds if len(those & present) > 1 and _on_days_of(talks, c)}
            c = replace(c, place=places.pop()) if len(places) == 1 else c
        out.append(c)
    return out


def _on_days_of(talks: Contact, c: Contact) -> bool:
    """Whether a contact was on a day of talks; those that "closed" on some day had gone on for some before."""
    if not (talks.when and talks.when.first and talks.when.last and c.when and c.when.first and c.when.first == c.when.last):
        return False
    closed = talks.when.first == talks.when.last and any(OVER.search(e.text) for e in talks.evidence)
    return talks.when.first - (CLOSING if closed else timedelta()) <= c.when.first <= talks.when.last


def share_occasions(text: str, contacts: Sequence[Contact]) -> list[Contact]:
    """What was done during another contact was done on its day and at its place.

    "…, during which he handed over a letter"; "during the first round he handed over a letter"; "it was the first round". What is
    denied in general words ("there was no such call") is the one told before.
    """
    out = list(contacts)
    for i, c in enumerate(out):
        between = text[out[i - 1].evidence[-1].end : c.evidence[0].start] if i else ""
        that = THAT.match(c.evidence[0].text) and NEXT_SENTENCE.fullmatch(between)
        during = DURING.fullmatch(between) or (c.kind in GIVEN and DURING_IT.match(c.evidence[0].text) and "\n" not in between)
        joined = AND.fullmatch(between) and c.status == out[i - 1].status
        before = out[i - 1] if i and (that or during or joined) else None
        if before is None and c.kind in GIVEN and ON_IT.search(c.evidence[0].text):
            before = next((other for other in reversed(out[:i]) if other.status == c.status and other.kind not in GIVEN), None)
        if before is None and i and _is_next(text, out[i - 1], c):
            before = replace(out[i - 1], place=out[i - 1].place if c.kind in GIVEN else None)
        if c.kind != "talks" and c.round and DURING_ROUND.match(c.evidence[0].text):
            before = next((other for other in out if other.kind == "talks" and other.round == c.round), before)
        denied = c.status in DISPUTED and IT_WAS_NOT.search(c.evidence[0].text) and not ANY_CONTACT.search(c.evidence[0].text)
        if denied or (c.status == "denied" and c.when is None and not ANY_CONTACT.search(c.evidence[0].text)):
            alike = [other for other in reversed(out[:i]) if other.kind == c.kind]
            alike = [other for other in alike if other.status in AHEAD] if NO_PLAN.search(c.evidence[0].text) else alike
            before = next((other for other in alike if other.status != c.status), next(iter(alike), before))
        if before:
            parties = before.parties if denied and len(before.parties) > 1 else c.parties
            # Where it was is told only of what is plainly the same.
            place = before.place if denied or (c.status != "denied" and not joined) else None
            out[i] = replace(c, parties=parties, when=c.when or before.when, place=c.place or place)
        # "Spoke with Veld and with Strand on Friday": the day stands behind both.
        if joined and out[i - 1].when is None and c.evidence[0].text.startswith("with "):
            out[i - 1] = replace(out[i - 1], when=c.when)
    return out


def _is_next(text: str, before: Contact, c: Contact) -> bool:
    """Whether the sentence behind a contact of one day tells what was given at it, or what came right after."""
    words = c.evidence[0].text
    follows = (c.kind in GIVEN and GAVE.search(words) and before.kind in MET) or AFTERWARDS.search(words)
    held = before.status == c.status == "held" and c.when is None and before.when is not None and before.when.first == before.when.last
    return held and bool(follows) and NEXT_CLAUSE.fullmatch(text, before.evidence[-1].end, c.evidence[0].start) is not None
