"""Whether a report is of politics, war or negotiation: elsewhere who meets, visits or writes has no contact that a record is of."""

from __future__ import annotations

import re

#: Offices, bodies and matters of states and of those who fight or talk with them.
POLITICAL = re.compile(
    r"\b(?:"
    r"minist(?:er|ry|rie|erial)|presiden(?:t|tial|cy)|premier|chancell(?:or|ery)|governmental|government|parliament|opposition|regime|junta"
    r"|kingdom|republic|state|territor(?:y|ie|ial)|enclave|capital|council|commission|excellency"
    r"|ambassador|embass(?:y|ie)|envoy|emissar(?:y|ie)|consul|consulate|diploma(?:t|cy|tic)|delegation|observer|guarantor"
    r"|mediat(?:or|ion|e|ed|ing)|negotiat(?:or|ion|e|ed|ing)|summit|treat(?:y|ie)|accord|communiqu[eé]|dispute|mandate|ultimatum"
    r"|sanction|embargo|blockade|external affairs|foreign|neighbouring|united nation|un|red cross|humanitarian|refugee"
    r"|arm(?:y|ie)|troop|soldier|servicem[ae]n|military|militia|general|colonel|admiral|commander|nav(?:y|ie)|naval|warship|frigate|fleet"
    r"|clan|trib(?:e|al)|elder|chieftain|warlord|militant|gunm[ae]n|armed (?:group|m[ae]n)|abduct(?:ion|ed)|faction|insurrection"
    r"|governor|senate|lawmaker|reconciliation|sheikh|sultan|emir"
    r"|coast guard|missile|shelling|front ?line|rebel|guerrilla|insurgent|separatist|war|peace|truce|cease-?fire|armistice|withdrawal"
    r"|occupation|annexation|sovereignty|statehood|coup|border|hostage|prisoner|captive|detainee|national security"
    r"|intelligence (?:service|agenc(?:y|ie)|chief|officer)"
    r")s?\b",
    re.I,
)
WORD = re.compile(r"\w+")
#: In a text of so many words, so many different ones have to be political; all reports with contacts that have been annotated have them.
NEEDED = ((50, 0), (100, 1), (600, 2))
NEEDED_IN_LONG = 4


def is_political(text: str) -> bool:
    """Whether a report has as many different political words as one of its length on a conflict or a negotiation."""
    length = sum(1 for _ in WORD.finditer(text))
    needed = next((needed for under, needed in NEEDED if length < under), NEEDED_IN_LONG)
    found: set[str] = set()
    for word in POLITICAL.finditer(text):
        if len(found) >= needed:
            break
        found.add(word[0].lower().removesuffix("s"))
    return len(found) >= needed
