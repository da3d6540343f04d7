"""Occasions at which one person speaks: "Veld briefed donors on 11 May. She said …" dates what she said."""

from __future__ import annotations

import re

from onrecord.model import Span, When
from onrecord.resolving.attribution.relayers import sentence_at
from onrecord.resolving.dates.calendar import find_expressions, interval
from onrecord.resolving.dates.stated import LATER
from onrecord.resolving.scenes import FRESH, Scene, is_one_line

_APPEARED = re.compile(
    r"\b(?:briefed|addressed|testified|spoke (?:to|before|at|on)|appeared (?:before|in front of|on|at)|took questions"
    r"|faced (?:reporters|the press)"
    r"|(?:gave|held|delivered|made) (?:an? |his |her |their |the )?(?:[\w-]+ ){0,3}"
    r"(?:briefing|conference|speech|address|statement|interview)"
    r"|lectured|went on (?:air|television|the radio))\b"
)
#: "The answer came on Monday": what the next sentence says was said then, whoever says it.
_ANSWERED = re.compile(
    r"\b(?:[Aa]nswer|[Rr]eply|[Rr]esponse|[Dd]enial|[Rr]eaction|[Rr]ebuttal|[Rr]etort)s? (?:came|arrived|followed|was sent)\b"
)


def of_appearance(scene: Scene, i: int) -> When | None:
    """The one exact day in the sentence before a statement, if it tells that the statement's speaker spoke in public then."""
    text, a, speaker = scene.report.text, scene.attributions[i], scene.speakers[i].entity
    start, _ = sentence_at(text, a.start)
    if speaker is None or a.inside is not None or not start or not is_one_line(text, start - 1, start):
        return None
    before, end = sentence_at(text, start - 2)
    appeared, answered = _APPEARED.search(text, before, end), _ANSWERED.search(text, before, end)
    if not answered and (appeared is None or not any(before <= m.start < appeared.start() for m in speaker.mentions)):
        return None
    days = list(find_expressions(text, before, end))
    if answered and not days and (later := LATER.search(text, answered.end(), end)) and (day := scene.timeline.spoken_of(later.start())):
        return When(day, day, "stated", spans=(Span.of(text, *later.span()),))
    named = interval(text[slice(*days[0])], scene.timeline.published) if len(days) == 1 else None
    if named is None or named.first is None or named.first != named.last:
        return None
    fresh = named.first <= scene.timeline.published <= named.first + FRESH
    return When(named.first, named.last, "stated", named.precision, (Span.of(text, *days[0]),)) if fresh else None
