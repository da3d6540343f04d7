"""Verbs that say that somebody has said something, in the forms that are no nouns too."""

from __future__ import annotations

#: Those who write reports, to whom much is said.
JOURNALISTS = "reporters|journalists|correspondents"
SAID = (
    "(?:said|says|told|announced|announces|reported|added|confirmed|confirms|noted|stated|insisted|insists|claimed|recalled|stressed|stresses"
    "|acknowledged|admitted|declared|declares|wrote|writes)"
)
#: Participles of whoever is to answer: "Asked whether it would hold, she laughed". Some are finite verbs as well.
QUESTIONED = "asked|pressed|questioned|challenged|quizzed"
