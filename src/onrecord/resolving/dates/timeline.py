"""Which day a report speaks of where: the days that its own words name, in the order of the text."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, timedelta

from onrecord.model import Span
from onrecord.resolving.dates.calendar import find_expressions, interval
from onrecord.resolving.dates.live import time_of_entry
from onrecord.resolving.dates.tenses import is_ahead

#: Days longer ago are background, not what a report is about.
NEWS = timedelta(days=8)


@dataclass(frozen=True)
class Timeline:
    """The exact days up to publication that a report itself names: (start of the words, day), in the order of the text."""

    text: str
    published: date
    days: tuple[tuple[int, date], ...]

    @classmethod
    def of(cls, text: str, published: date, quoted: Iterable[Span]) -> Timeline:
        """The timeline of a text; `quoted` are the spans of what others say in it, whose dates are not the report's."""
        starts: list[int] = []
        ends: list[int] = []
        for span in sorted(quoted):
            if ends and span.start <= ends[-1]:
                ends[-1] = max(ends[-1], span.end)
            else:
                starts.append(span.start)
                ends.append(span.end)
        days: list[tuple[int, date]] = []
        for start, end in find_expressions(text):
            place = bisect_right(starts, start) - 1
            if place >= 0 and start < ends[place]:
                continue
            if is_ahead(text, start, end):
                continue
            named = interval(text[start:end], published, context=days[-1][1] if days else None)
            if named and named.first and named.first == named.last and named.first <= published:
                days.append((start, named.first))
        return cls(text, published, tuple(days))

    def spoken_of(self, at: int) -> date | None:
        """The day that the text speaks of at a place: the last named in its paragraph, or else that of the news, or the last of all.

        An entry of a live report speaks of the day of publication.
        """
        place = bisect_left(self.days, (at, date.min))
        if not place:
            return self.published if time_of_entry(self.text, at) else None
        start, last = self.days[place - 1]
        if start > self.text.rfind("\n", 0, at):
            return last
        if time_of_entry(self.text, at):
            return self.published
        return next((day for _, day in self.days[:place] if self.published - day < NEWS), last)

    def words(self, day: date, at: int | None = None) -> tuple[Span, ...]:
        """The words by which the text names a day, the last before a place; else the first."""
        starts = [start for start, named in self.days if named == day]
        start = next((start for start in reversed(starts) if at is not None and start < at), next(iter(starts), None))
        time = time_of_entry(self.text, at) if start is None and at is not None else None
        return ((time,) if time else ()) if start is None else (Span.of(self.text, *find_expressions(self.text, start)[0]),)

    def news(self) -> date | None:
        """The day of what the report is about: the first that it names, if that is not long ago."""
        return next((day for _, day in self.days if self.published - day < NEWS), None)
