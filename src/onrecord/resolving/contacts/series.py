"""Contacts of one report beside each other: the same one told twice, and the first and last of a series."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import replace

from onrecord.model import Contact, When
from onrecord.model.entries import AHEAD, GIVEN, UNDER_WAY
from onrecord.reading.contacts.occasions import SITTING
from onrecord.reading.contacts.status_words import FINISHED
from onrecord.reading.language.numerals import NUMBERS, spelled
from onrecord.resolving.names.forms import CAPITALIZED
from onrecord.resolving.names.places import is_country_name

FIRST = re.compile(r"the (?:first|earlier|previous)\b", re.I)
#: What is denied or refused is what was told before: "there was no lunch", "any such meeting".
IT_WAS_NOT = re.compile(r"^(?:(?:that )?there (?:was|had been|has been) no|(?:no |any )such|any|no (?:knowledge|record) of)\b", re.I)
LAST = re.compile(r"the (?:last|latest|most recent)\b", re.I)

#: What a contact was in the end, whatever it was before; and what is somebody's word against another's.
ENDED = ("cancelled", "suspended", "held", "ongoing", "planned")
#: Several rounds are none of them.
SEVERAL = re.compile(rf"\b(?:{spelled(NUMBERS, 2, 10)}|\d+|several|many|some)(?: \w+)? (?:rounds|meetings|sessions|calls)\b", re.I)
#: "…, then by video link": one more than what was told before.
ANOTHER = re.compile(r"(?:then|later|again|another|an? (?:further|separate|earlier|previous))\b", re.I)
THE_ONE = re.compile(rf"[Tt]h(?:e|is) (?:{SITTING})\b(?! (?:between|of|with|on|in|at)\b)")
#: What was told before: "the encounter between", "had the call", "Veld’s visit".
THE_TOLD = re.compile(
    r"(?:^|\b(?:had|after|during|in|at|of) )(?:the|this|that|their) (?:tele)?(?:phone )?"
    r"(?:meeting|encounter|talks|conversation|call|visit|session|negotiations|trip|summit)\b"
    r"|^(?:the )?[^\W\d_a-z][\w’-]*[’']s? (?:visit|trip|call)\b",
    re.I,
)
#: "A round had been set", told after that it was called off.
HAD_BEEN = re.compile(r"\w+ \w+ (?:had been|was to)\b")
#: "This sixth round": the one told right before, which the report has not counted there.
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
#: A place that is hardly a house or a street.
TOWN = re.compile(CAPITALIZED)
#: What says of a contact that it was over.
OVER = re.compile(rf"\b(?:{FINISHED})\b", re.I)
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


def merge_contacts(text: str, contacts: Sequence[Contact], sides: Mapping[str, str], tellers: Mapping[str, str]) -> tuple[Contact, ...]:
    """Join each contact to an earlier one of the same kind, status and parties, unless day, place, round or teller tell them apart.

    A headline tells of what stands below it: its contact is that of the same kind and status in the text.

    Args:
        text: of the report.
        contacts: that it tells of, in its order.
        sides: the country or body to which each party belongs, by its id.
        tellers: the speaker of each statement, by its id.
    """
    out: list[Contact] = []
    for c in (_as_below(text, c, contacts, sides) for c in contacts):

        def is_told(known: Contact, c: Contact = c) -> bool:
            again = _same(known, c, tellers) or _is_round(known, c)
            return again or _announces(text, known, c, sides) or _is_retold(text, known, c)

        same = next((n for n, known in enumerate(out) if is_told(known)), None)
        same = len(out) - 1 if same is None and out and _is_the_same(text, out[-1], c) else same
        if same is None:
            same = next((n for n in range(len(out) - 1, -1, -1) if _is_told_again(out[n], c)), None)
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
                place=_narrower(first.place, second.place),
                round=first.round or second.round,
                when=second.when if _covers(first.when, second.when) else first.when or second.when,
                per=first.per,
                confidence=max(known.confidence, c.confidence),
            )
    return tuple(out)


def _narrower(a: str | None, b: str | None) -> str | None:
    """The first of two places that is told, or the town where the other is only the country."""
    only_country = a is not None and b is not None and is_country_name(a) and not is_country_name(b)
    return b if a is None or only_country else a


def _as_below(text: str, c: Contact, contacts: Sequence[Contact], sides: Mapping[str, str]) -> Contact:
    """A contact that a headline tells of in the present tense, "Veld meets Strand", with the status that the text below tells.

    It was, if the text tells of one that was, or only of one that is to be again.
    """
    words = c.evidence[-1].text
    told = c.status in ("planned", "held", "ongoing") and PRESENT.search(words) and not AHEAD_OF.search(words)
    if not _in_headline(text, c) or c.when or not told:
        return c
    rest = [other for other in contacts if other.evidence[0].start > text.find("\n")]
    below = [
        other
        for other in rest
        if (other.kind == c.kind and _of_the_same(c, other)) or ({c.kind, other.kind} == {"meeting", "talks"} and _are_of(c, other, sides))
    ]
    if not below or (c.status == "ongoing" and below[0].status != "held"):
        return c
    again = all(other.status in AHEAD and any(AGAIN.search(e.text) for e in other.evidence) for other in below)
    if again or any(other.status in UNDER_WAY for other in below):
        return replace(c, status="held")
    return replace(c, status=below[0].status) if below[0].status in AHEAD else c


def _are_of(a: Contact, b: Contact, sides: Mapping[str, str]) -> bool:
    """Whether the parties of two contacts are of the same two sides: Orvania and Tamesh, and their ministers, or those told as theirs."""
    theirs = [{sides.get(party, party) for party in one.parties} for one in (a, b)]
    named = theirs[0] and all(any(side in e.text for e in b.evidence) for side in theirs[0])
    return (theirs[0] == theirs[1] or (bool(named) and len(b.parties) == len(theirs[0]))) and len(theirs[0]) > 1


def _of_the_same(a: Contact, b: Contact) -> bool:
    """Whether those of whom one contact is told take part in the other, or both were in one place."""
    return (bool(a.parties) and set(a.parties) <= set(b.parties)) or (a.place is not None and a.place == b.place)


def _in_headline(text: str, c: Contact) -> bool:
    """Whether a contact is told in the first of several lines."""
    return c.evidence[-1].end <= text.find("\n")


def _announces(text: str, headline: Contact, c: Contact, sides: Mapping[str, str]) -> bool:
    """Whether a headline tells of a contact; where it was, and on which day of a week, only the text below tells."""
    when = c.when if _covers(headline.when, c.when) else headline.when
    there = headline.place is not None and headline.place == c.place
    if {headline.kind, c.kind} == {"meeting", "talks"} and (there or _are_of(headline, c, sides)):
        # "The meeting in Bergen" announces the talks there, and "Orvania and Tamesh hold talks" that their ministers met.
        headline = replace(headline, kind=c.kind)
    announced = replace(headline, place=c.place, when=when)
    return _in_headline(text, headline) and not _is_elsewhere(headline, c, sides) and _alike(announced, c)


def _is_elsewhere(headline: Contact, c: Contact, sides: Mapping[str, str]) -> bool:
    """Whether a headline names another town than that of a contact; a house is in a town, and a town in a country."""
    countries = set(sides.values())
    named = headline.place if any(headline.place and headline.place in e.text for e in headline.evidence) else None
    towns = {p for p in (named, c.place) if p and TOWN.fullmatch(p) and not (p in countries or is_country_name(p))}
    return len(towns) > 1


def _is_retold(text: str, lead: Contact, c: Contact) -> bool:
    """Whether a contact is the one that the lead tells of less exactly: "met in Bergen last month … spent 3 May at a villa"."""
    if text.count("\n\n", 0, lead.evidence[0].start) > 1 or not _those_of(lead, c) or len(c.parties) != len(lead.parties):
        return False
    kind = c.kind if {lead.kind, c.kind} == {"meeting", "talks"} else lead.kind
    when = c.when if _covers(lead.when, c.when) else lead.when
    venue = c.place is not None and not c.place[:1].isupper()
    place = c.place if venue else lead.place
    # Two who tell of one day are two accounts.
    told = lead.per == c.per or None in (lead.per, c.per) or not _covers(c.when, lead.when)
    exact = told and _covers(lead.when, c.when) and lead.kind not in GIVEN
    return exact and _alike(replace(lead, kind=kind, when=when, place=place), c) and not AGAIN.search(c.evidence[0].text)


def _covers(a: When | None, b: When | None) -> bool:
    """Whether the days of one lie in those of the other."""
    return bool(a and b and a.first and b.first and a.last and b.last and a.first <= b.first <= b.last <= a.last)


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
        and (a.when is None or b.when is None or a.when == b.when)
    )


def _is_told_again(a: Contact, b: Contact) -> bool:
    """Whether "the encounter between Veld and Strand", "when they had the call" or "Veld’s visit" is the one told before of the same."""
    words = b.evidence[0].text
    if len(b.evidence) > 1 or not THE_TOLD.search(words) or AGAIN.search(words) or FIRST.match(words) or LAST.match(words):
        return False
    alike = a.kind == b.kind or {a.kind, b.kind} == {"meeting", "talks"}
    became = a.status == b.status or (a.status == "planned" and b.status in ("held", "ongoing"))
    # A status that another tells is another account.
    told = a.status == b.status or a.per == b.per or None in (a.per, b.per)
    return alike and became and told and _alike(replace(b, kind=a.kind, status=a.status), a) and _those_of(a, b)


def _those_of(a: Contact, b: Contact) -> bool:
    """Whether all who take part in one contact, told again, are of those who did in the other."""
    return len(a.parties) > 1 and bool(b.parties) and set(b.parties) <= set(a.parties)


def _was_cancelled(a: Contact, b: Contact) -> bool:
    """Whether one of two tells that the other, which had been planned, was called off."""
    return (a.status == "planned" and b.status == "cancelled") or (
        a.status == "cancelled" and b.status == "planned" and HAD_BEEN.match(b.evidence[0].text) is not None
    )


def _latest(a: Contact, b: Contact) -> str:
    """What became of a contact in the end, of two things that are told of it."""
    return min((a.status, b.status), key=lambda status: ENDED.index(status) if status in ENDED else len(ENDED))


def _same(a: Contact, b: Contact, tellers: Mapping[str, str]) -> bool:
    told = a.per == b.per or a.status in AHEAD
    # A letter and its answer have the same two parties.
    teller = tellers.get(a.per) if a.per else None
    by_one = None in (a.per, b.per) or (teller is not None and teller == tellers.get(b.per or ""))
    told = told or (by_one and a.kind not in GIVEN)
    return _alike(a, b) and told and len(a.parties) > 1 and set(a.parties) == set(b.parties)


def _alike(a: Contact, b: Contact) -> bool:
    """Whether nothing but the parties can tell two contacts apart."""

    def agree(x: object, y: object) -> bool:
        return x is None or y is None or x == y

    if (ANOTHER.match(a.evidence[0].text) is None) != (ANOTHER.match(b.evidence[0].text) is None):
        return False
    if any(one.round and any(SEVERAL.search(e.text) for e in other.evidence) for one, other in ((a, b), (b, a))):
        return False
    days = agree(a.when and (a.when.first, a.when.last), b.when and (b.when.first, b.when.last))
    places = agree(a.place and a.place.casefold(), b.place and b.place.casefold())
    return (a.kind, a.status) == (b.kind, b.status) and days and places and agree(a.round, b.round)
