"""Those who only bring the sides of a report together: its mediators, hosts and guarantors."""

from __future__ import annotations

import re

from onrecord.resolving.cast.cast import Entity

#: What stands beside the name of one who only brings others together.
GO_BETWEEN = re.compile(
    r" and (?:the )?(?-i:[^\W\d_a-z])[\w’-]+,? (?:(?:act|serv)\w* )?as (?:the )?(?:\w+ )?"
    r"(?:mediators|hosts|facilitators|guarantors|observers)\b"
    r"|(?:[’']s?)?,? (?:(?:the |an? |as |(?:act|serv)\w* as )?(?:\w+ )?(?:mediat\w+|hosts?\b|hosted|facilitat\w+|guarantors?\b"
    r"|special representative)"
    r"|(?:(?:is|was|will be|would be) )?in the chair\b|chair(?:s|ed|ing)\b|presid(?:es|ed|ing)\b)",
    re.I,
)
#: Those who are there for the sides, and are none.
THIRD = "mediator|host|facilitator|guarantor|observer|intermediary|go-between"
MEDIATOR = re.compile(rf"\b(?:{THIRD}),? \Z", re.I)
UNDER_ROOF = re.compile(
    r"\b(?:mediated|hosted|brokered|facilitated|auspices|mediation|roof|good offices|guarantors?)(?: by| of|,)? (?:the )?$", re.I
)
#: How far from a name its words can stand, in characters.
REACH = 40


def brings_together(text: str, person: Entity) -> bool:
    """Whether somebody is called a mediator or a host: "the mediator, Ivo Strand", "Ivo Strand, their host"."""
    return any(
        GO_BETWEEN.match(text, m.end, m.end + REACH) or MEDIATOR.search(text, max(0, m.start - REACH), m.start) for m in person.mentions
    )
