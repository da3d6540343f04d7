"""What mentions point back to, where their form tells: a headline’s label, an office and the head of it."""

from __future__ import annotations

import re
from dataclasses import replace

from onrecord.model import Mention, Reading
from onrecord.resolving.names.places import find_country

#: One name before a colon at the head of a headline.
LABEL = re.compile(r"\W*(?P<name>[^\W\d_a-z][\w’-]+)(?=: )")


def settle_label(text: str, reading: Reading) -> Reading:
    """The reading with a headline's label that is a place as one, and nobody pointing back to it: those who did mean the first of them.

    A capital is a place, and where things are: "in Dorvik".
    """
    label = LABEL.match(text)
    if label is None:
        return reading
    name, country = label["name"], find_country(label["name"])
    at = next((i for i, m in enumerate(reading.mentions) if m.span.start == label.start("name") and m.span.text == name), None)
    if at is None or not ((country and name in country.capitals) or re.search(rf"\b[Ii]n {re.escape(name)}\b(?![’'])", text)):
        return reading
    first = next((i for i, m in enumerate(reading.mentions) if m.antecedent == at), None)

    def relinked(i: int, m: Mention) -> Mention:
        if i == at:
            return replace(m, type="place")
        return replace(m, antecedent=first if i != first else None, score=m.score if i != first else 0.0) if m.antecedent == at else m

    return replace(reading, mentions=tuple(relinked(i, m) for i, m in enumerate(reading.mentions)))


#: Behind the head of an office: "the leader" of "the leader of the Guild of Pilots".
OF = re.compile(r" (?:of|for|in) ")


def link_heads(text: str, reading: Reading) -> Reading:
    """The reading with the head of an office pointing to the office, which points where its head did, if it pointed nowhere itself."""
    mentions = list(reading.mentions)
    for i, m in enumerate(mentions[:-1]):
        head = mentions[i + 1]
        nested = m.type == head.type == "person" and head.span.start == m.span.start and m.span.covers(head.span)
        if nested and m.antecedent is None and head.span.text.lower().startswith("the ") and OF.match(text, head.span.end, m.span.end):
            if head.antecedent is not None and head.antecedent != i:
                mentions[i] = replace(m, antecedent=head.antecedent, score=head.score)
            mentions[i + 1] = replace(head, antecedent=i, score=1.0)
    return replace(reading, mentions=tuple(mentions))
