"""When a statement was made: the words that date it, the date that carries over from the one before, or publication."""

from __future__ import annotations

import re
from datetime import date

from onrecord.model import Attribution, Reading, Report, When
from onrecord.resolving.calendar import interval, widen
from onrecord.resolving.contacts import when_of
from onrecord.resolving.speakers import Speaker

COMMUNIQUE = re.compile(r"\b(?:statement|communiqu[eé]|readout|press release|summary)\b", re.I)


def date_statements(report: Report, reading: Reading, speakers: list[Speaker]) -> list[When | None]:
    """The interval in which each statement was made, in order.

    Without a date of its own, a statement takes that of the statement that it stands inside, or of the same speaker's
    statement before it in the paragraph. A
    communiqué on a dated contact lies between the contact and publication. Everything else was said by the day of
    publication. A report that has no date fixes nothing: None.
    """
    day = report.day
    if day is None:
        return [None] * len(speakers)
    out: list[When | None] = [None] * len(speakers)
    order = sorted(range(len(out)), key=lambda i: reading.attributions[i].start)
    context: date | None = None
    for place, i in enumerate(order):
        out[i] = stated = stated_in(report.text, reading.attributions[i], day, context)
        if stated and stated.first == stated.last:
            context = stated.first
        if stated is None:
            a = reading.attributions[i]
            out[i] = (
                _within(a, out)
                or _carried_over(report.text, reading, speakers, out, order[:place], i)
                or _since_contact(report, reading, a)
                or When(day, day, "published", "day")
            )
    return out


def _within(a: Attribution, dated: list[When | None]) -> When | None:
    """A statement inside a dated one: of its time ("Orvania intends"), or of any time up to it ("had promised")."""
    outer = dated[a.inside] if a.inside is not None else None
    if outer is None or outer.basis != "stated":
        return None
    earlier = bool(a.cue) and a.cue[0].text.lower().startswith("had ")
    return When(None, outer.last, "stated", "bound", outer.spans) if earlier else outer


def stated_in(text: str, a: Attribution, day: date, context: date | None) -> When | None:
    """What the statement's own date expressions say, counted from publication, or from the day that was spoken of before."""
    for span in (widen(text, span) for span in a.when):
        found = interval(span.text, day, context=context)
        if found and found.first and found.last and found.first <= day:
            return When(found.first, min(found.last, day), "stated", found.precision, (span,))
    return None


def _since_contact(report: Report, reading: Reading, a: Attribution) -> When | None:
    """From the day of the held contact that the paragraph tells of before, for what was issued on it in writing."""
    told = " ".join(span.text for span in (*a.cue, *a.venue))
    if report.day is None or not COMMUNIQUE.search(told):
        return None
    for c in reversed(reading.contacts):
        between = report.text[c.evidence[0].start : a.start]
        if c.status == "held" and c.evidence[0].start < a.start and "\n" not in between:
            when = when_of(c, report)
            if when and when.first and when.first == when.last:
                return When(when.first, report.day, "published", "bound", when.spans)
    return None


def _carried_over(text: str, reading: Reading, speakers: list[Speaker], dated: list[When | None], before: list[int], i: int) -> When | None:
    a = reading.attributions[i]
    for j in reversed(before):
        other = reading.attributions[j]
        if "\n" in text[other.start : a.start]:
            return None
        when = dated[j]
        if speakers[j].entity is speakers[i].entity and speakers[i].entity and other.inside == a.inside and when and when.basis == "stated":
            return When(when.first, when.last, "stated", when.precision, when.spans)
    return None
