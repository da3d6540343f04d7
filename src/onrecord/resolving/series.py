"""Contacts of one report beside each other: the same one told twice, and the first and last of a series."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from datetime import timedelta

from onrecord.model import Contact, When
from onrecord.model.entries import AHEAD

#: What is handed over, on the day of what it is handed over at.
GIVEN = frozenset({"document", "letter"})
FIRST = re.compile(r"the (?:first|earlier|previous)\b", re.I)
DURING = re.compile(r"[\s,]*(?:during|at|in the course of) which\s+", re.I)
DURING_IT = re.compile(r"(?:during|at) (?:the|this|that) (?:meeting|talks|round|session|visit)\b(?! (?:of|between|with|in|on)\b)", re.I)
DURING_ROUND = re.compile(r"(?:during|at|in) the \w+ round\b", re.I)
#: "On that occasion he handed over a letter"; "a letter was handed over at the end of the call".
ON_IT = re.compile(
    r"\bon (?:that|this|the same) occasion\b|\bat the (?:end|close|outset|beginning)(?: of (?:the|this|that|their) (?:meeting|talks|call"
    r"|conversation|round|session|visit|audience))?$",
    re.I,
)
#: Verbs that share their subject share the day before them: "today received the envoy and handed him a note".
AND = re.compile(r",? and (?:then |also |there )?")
#: "He stayed two hours and handed over a map", "She was received afterwards by the president".
HANDED = re.compile(r"\b(?:handed|gave|presented|distributed|left|laid before)\b")
AFTERWARDS = re.compile(r"\b(?:afterwards|then|(?:in|later) (?:the|that) (?:morning|afternoon|evening)|the same (?:day|evening|night))\b")
MET = frozenset({"meeting", "talks", "visit"})
NEXT_CLAUSE = re.compile(r"[^.!?\n]*(?:[.!?][”\"»]?\s+[^.!?\n]*)?")
#: Who denies any contact whatever says of no day that there was none.
ANY_CONTACT = re.compile(r"\b(?:(?:any|no|in) contacts?\b|since (?-i:[A-Z\d]))", re.I)
#: A plan that is denied is not of the day of what was held.
NO_PLAN = re.compile(r"\b(?:not (?:planned|scheduled|foreseen|on the agenda)|no (?:\w+ )?plans?)\b", re.I)
#: "It was the second round": what the sentence before tells of.
THAT = re.compile(r"(?:it|this|that) (?:was|is|had been)\b", re.I)
IT_IS = re.compile(r"[^.!?\n]*[.!?]\s+(?:It|This|That) (?:is|was|will be|would be|had been) (?:to be )?")
IT_WAS = re.compile(r"(?:It|This|That) (?:is|was|had been) (?:his|her|their|its|the) ")
SENTENCE_END = re.compile(r"[^.!?\n]*[.!?]\s+")
#: What is denied or refused is what was told before: "there was no lunch", "any such meeting".
IT_WAS_NOT = re.compile(r"^(?:(?:that )?there (?:was|had been|has been) no|(?:no |any )such|any|no (?:knowledge|record) of)\b", re.I)
NEXT_SENTENCE = re.compile(r"[^.!?\n]*(?:[.!?][^.!?\n]*)?[.!?]\s+")
LAST = re.compile(r"the (?:last|latest|most recent)\b", re.I)

#: What a contact was in the end, whatever it was before; and what is somebody's word against another's.
ENDED = ("cancelled", "suspended", "held", "ongoing", "planned")
#: Several rounds are none of them.
SEVERAL = re.compile(
    r"\b(?:two|three|four|five|six|seven|eight|nine|ten|\d+|several|many|some)(?: \w+)? (?:rounds|meetings|sessions|calls)\b", re.I
)
#: "…, then by video link": one more than what was told before.
ANOTHER = re.compile(r"(?:then|later|again)\b")
THE_ONE = re.compile(r"[Tt]h(?:e|is) (?:round|talks|meeting|call|session|summit|conversation)\b(?! (?:between|of|with|on|in|at)\b)")
#: "This sixth round": the one told right before, which the report has not counted there.
HAD_BEEN = re.compile(r"\w+ \w+ (?:had been|was to)\b")
THIS_ROUND = re.compile(r"[Tt]his \w+ round\b")
#: A headline tells so of what was, and of what is to be.
PRESENT = re.compile(
    r"\b(?:meets?|sees?|receives?|hosts?|visits?|speaks?|talks?|calls?|telephones?|holds?|flies|travels?|sits?"
    r"|opens?|begins?|resumes?|ends?)\b"
)
AGAIN = re.compile(r"\b(?:again|another|next(?! (?:week|month|year|day|\w+day)\b)|second|third|return\w*)\b", re.I)
#: Words that put something ahead of what tells of it.
AHEAD_OF = re.compile(
    r"\b(?:plan\w*|due|schedul\w*|set|fixed|meant|supposed|expect\w*|propos\w*|offer\w*|invit\w*|suggest\w*|float\w*|agree\w*|want\w*"
    r"|hop\w*|shall|will|would|could|may|might|should|[Tt]omorrow|to [a-z]+)\b"
)
#: What says of a contact that it began, and that it was over.
BEGAN = re.compile(r"\b(?:began|opened|resumed|started)\b", re.I)
OVER = re.compile(r"\b(?:ended|closed|concluded|broke (?:up|off|down)|finished|wrapped up)\b", re.I)
#: What delegates do beside talks; and how long talks that closed had gone on at least, where nothing says how long.
BESIDE_TALKS = frozenset({"meeting", "document"})
UNDER_WAY = frozenset({"held", "ongoing", "suspended"})
CLOSING = timedelta(days=2)
DISPUTED = frozenset({"denied", "refused", "proposed"})


def bound_series(text: str, contacts: Sequence[Contact]) -> list[Contact]:
    """In "the first three took place …; the last was held in March", the first ones were not after March."""
    out = list(contacts)
    for i, c in enumerate(contacts):
        if c.when or not FIRST.match(c.evidence[0].text):
            continue
        for later in contacts[i + 1 :]:
            between = text[c.evidence[0].end : later.evidence[0].start]
            if "\n" not in between and LAST.match(later.evidence[0].text) and later.when and later.when.last:
                out[i] = replace(c, when=When(None, later.when.last, "stated", "bound", later.when.spans))
                break
    return out


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
    return out


def _is_next(text: str, before: Contact, c: Contact) -> bool:
    """Whether the sentence behind a contact of one day tells what was given at it, or what came right after."""
    words = c.evidence[0].text
    follows = (c.kind in GIVEN and HANDED.search(words) and before.kind in MET) or AFTERWARDS.search(words)
    held = before.status == c.status == "held" and c.when is None and before.when is not None and before.when.first == before.when.last
    return held and bool(follows) and NEXT_CLAUSE.fullmatch(text, before.evidence[-1].end, c.evidence[0].start) is not None


def merge_contacts(text: str, contacts: Sequence[Contact]) -> tuple[Contact, ...]:
    """Join each contact to an earlier one of the same kind, status and parties, unless day, place, round or teller tell them apart.

    A headline tells of what stands below it: its contact is that of the same kind and status in the text.
    """
    out: list[Contact] = []
    for c in (_as_below(text, c, contacts) for c in contacts):
        same = next((n for n, known in enumerate(out) if _same(text, known, c) or _announces(text, known, c) or _is_round(known, c)), None)
        same = len(out) - 1 if same is None and out and _is_the_same(text, out[-1], c) else same
        same = len(out) - 1 if same is None and out and _is_it(text, out[-1], c) else same
        same = next((n for n, known in enumerate(out) if _denies_again(known, c)), None) if same is None else same
        if same is None:
            out.append(c)
        else:
            known = out[same]
            first, second = (c, known) if _in_headline(text, known) else (known, c)
            out[same] = replace(
                first,
                status=_latest(known, c),
                evidence=known.evidence + c.evidence,
                by=first.by or second.by,
                place=first.place or second.place,
                round=first.round or second.round,
                when=_from_to(first, second) or first.when or second.when,
                per=first.per or (second.per if _is_question(text, known) else None),
                confidence=max(known.confidence, c.confidence),
            )
    return tuple(out)


def _as_below(text: str, c: Contact, contacts: Sequence[Contact]) -> Contact:
    """A contact that a headline tells of in the present tense, "Veld meets Strand", with the status that the text below tells.

    It was, if the text tells of one that was, or only of one that is to be again.
    """
    words = c.evidence[-1].text
    if not _in_headline(text, c) or c.when or c.status not in ("planned", "held") or not PRESENT.search(words) or AHEAD_OF.search(words):
        return c
    below = [other for other in contacts if other.kind == c.kind and other.evidence[0].start > text.find("\n") and _of_the_same(c, other)]
    if not below:
        return c
    again = all(other.status in AHEAD and any(AGAIN.search(e.text) for e in other.evidence) for other in below)
    if again or any(other.status in UNDER_WAY for other in below):
        return replace(c, status="held")
    return replace(c, status=below[0].status) if below[0].status in AHEAD else c


def _of_the_same(a: Contact, b: Contact) -> bool:
    """Whether those of whom one contact is told take part in the other, or both were in one place."""
    return (bool(a.parties) and set(a.parties) <= set(b.parties)) or (a.place is not None and a.place == b.place)


def _in_headline(text: str, c: Contact) -> bool:
    """Whether a contact is told in the first of several lines."""
    return c.evidence[-1].end <= text.find("\n")


def _announces(text: str, headline: Contact, c: Contact) -> bool:
    """Whether a headline tells of a contact; where it was, and on which day of a week, only the text below tells."""
    when = c.when if _covers(headline.when, c.when) else headline.when
    if {headline.kind, c.kind} == {"meeting", "talks"} and headline.place and headline.place == c.place:
        headline = replace(headline, kind=c.kind)  # "the meeting in Bergen" announces the talks there
    return _in_headline(text, headline) and _alike(replace(headline, place=c.place, when=when), c)


def _covers(a: When | None, b: When | None) -> bool:
    """Whether the days of one lie in those of the other."""
    return bool(a and b and a.first and b.first and a.last and b.last and a.first <= b.first <= b.last <= a.last)


def _from_to(a: Contact, b: Contact) -> When | None:
    """From the day that a contact began on to that on which it was over, where one is told to have begun and the other to have ended."""
    begins = a.when and b.when and BEGAN.search(a.evidence[0].text) and OVER.search(b.evidence[0].text)
    if not begins or not a.when or not b.when or not (a.when.first and b.when.last and a.when.first < b.when.last):
        return None
    return replace(a.when, last=b.when.last, spans=a.when.spans + b.when.spans)


def _denies_again(a: Contact, b: Contact) -> bool:
    """Whether "there was no such meeting" only denies again what was denied before."""
    both = a.kind == b.kind and a.status == b.status == "denied" and set(a.parties) == set(b.parties)
    return both and bool(IT_WAS_NOT.search(b.evidence[0].text))


def _is_it(text: str, a: Contact, b: Contact) -> bool:
    """Whether the sentence behind a contact says what it is: "It will be her second visit to Orvania"."""
    between = text[a.evidence[-1].end : b.evidence[0].start]
    it_is = IT_IS.fullmatch(between) or (IT_WAS.match(b.evidence[0].text) and SENTENCE_END.fullmatch(between))
    return (a.kind, a.status) == (b.kind, b.status) and bool(it_is)


def _is_round(a: Contact, b: Contact) -> bool:
    """Whether both are of one numbered round of the same parties, which began, broke off or was put off."""
    both = a.kind == b.kind == "talks" and a.round is not None and a.round == b.round and not {a.status, b.status} & DISPUTED
    # What was called off and held in the end are two things to know.
    both = both and {a.status, b.status} != {"cancelled", "held"}
    return both and bool(a.parties) and set(a.parties) == set(b.parties)


def _is_the_same(text: str, a: Contact, b: Contact) -> bool:
    """Whether "the round was adjourned" goes on telling of the contact told before it in the paragraph."""
    words = b.evidence[0].text
    near = "\n" not in text[a.evidence[-1].end : b.evidence[0].start] and (THE_ONE.match(words) or THIS_ROUND.match(words))
    as_told = a.kind == b.kind and not {a.status, b.status} & (DISPUTED | {"planned"})
    as_told = as_told or (a.kind == b.kind and _was_cancelled(a, b))
    return (
        bool(near)
        and as_told
        and (b.round is None or a.round == b.round or (a.round is None and bool(THIS_ROUND.match(words))))
        and (a.when is None or b.when is None or a.when == b.when or _from_to(a, b) is not None)
    )


def _was_cancelled(a: Contact, b: Contact) -> bool:
    """Whether one of two tells that the other, which had been planned, was called off."""
    return (a.status == "planned" and b.status == "cancelled") or (
        a.status == "cancelled" and b.status == "planned" and HAD_BEEN.match(b.evidence[0].text) is not None
    )


def _latest(a: Contact, b: Contact) -> str:
    """What became of a contact in the end, of two things that are told of it."""
    return min((a.status, b.status), key=lambda status: ENDED.index(status) if status in ENDED else len(ENDED))


def _is_question(text: str, c: Contact) -> bool:
    return c.per is None and text.startswith("?", c.evidence[-1].end)


def _same(text: str, a: Contact, b: Contact) -> bool:
    # What a question takes for granted is what the answer tells.
    return (
        _alike(a, b)
        and (a.per == b.per or _is_question(text, a) or a.status in AHEAD)
        and len(a.parties) > 1
        and set(a.parties) == set(b.parties)
    )


def _alike(a: Contact, b: Contact) -> bool:
    """Whether nothing but the parties can tell two contacts apart."""

    def agree(x: object, y: object) -> bool:
        return x is None or y is None or x == y

    if any(ANOTHER.match(one.evidence[0].text) for one in (a, b)):
        return False
    if any(one.round and any(SEVERAL.search(e.text) for e in other.evidence) for one, other in ((a, b), (b, a))):
        return False
    days = agree(a.when and (a.when.first, a.when.last), b.when and (b.when.first, b.when.last))
    places = agree(a.place and a.place.casefold(), b.place and b.place.casefold())
    return (a.kind, a.status) == (b.kind, b.status) and days and places and agree(a.round, b.round)
