"""Whose a document is that speaks, and of what kind an outlet is: "a statement from the ministry", "the army’s third bulletin"."""

from __future__ import annotations

import re

from onrecord.model.entries import SIDE_TYPES
from onrecord.reports.masthead import PAPERS, STATIONS
from onrecord.resolving.cast.sight import Antecedent, Sight
from onrecord.resolving.names.forms import AGENCIES, AIR, DOCUMENT, PRINT, strip_article

#: Kinds of outlets: what they are called, and what their names have.
MEDIA = {
    "print": (PRINT, re.compile(rf"\b(?:{PAPERS})\b")),
    "agency": (AGENCIES, re.compile(r"\b(?:Agency|Agence|Agencia|Agenzia|Wire|Press|Presse|Prensa)\b|[Pp]ress\b")),
    "air": (AIR | {"radio"}, re.compile(rf"\b(?:{STATIONS}|Channel|Studio)\b")),
}  # fmt: skip
#: What is written, and whose it is: "a statement from the president’s office", "the report by the Border Mission".
DOCUMENT_OF = re.compile(
    rf"(?:an?|the|this|that)\s+(?:[\w’'-]+\s+){{0,3}}(?:{DOCUMENT})\s+"
    r"(?:(?:issued|released|published|drawn up|written|signed)\s+)?(?:by|from|of)\s+(?:the\s+|an?\s+)?",
    re.I,
)
#: "The army’s third bulletin".
THEIR_DOCUMENT = re.compile(rf"(?:the\s+)?(?P<whose>(?:[\w-]+\s+){{0,3}}?[\w-]+)[’']s?\s+(?:[\w-]+\s+){{0,3}}(?:{DOCUMENT})$", re.I)


def find_issuer(sight: Sight, i: int) -> Antecedent:
    """Whose a document is that speaks, as its own words say, or those behind: "a statement from the president’s office"."""
    here = sight.mentions[i].span
    if not sight.is_source(i):
        return None, ""
    if document := DOCUMENT_OF.match(sight.text, here.start):
        issuer = sight.entity_from(i, document.end())
    elif theirs := THEIR_DOCUMENT.match(here.text):
        issuer = next((e for e in sight.before(i) if any(strip_article(m.text) == theirs["whose"] for m in e.mentions)), None)
    else:
        return None, ""
    fits = issuer and (issuer.type in SIDE_TYPES or (issuer.type == "person" and issuer.names))
    return (issuer, f"is what {issuer.name} issued") if issuer and fits else (None, "")


def is_other_medium(noun: str, name: str) -> bool:
    """Whether an outlet's name says that it is of another kind: no newspaper is called Radio."""
    kinds = {kind for kind, (_, names) in MEDIA.items() if names.search(name)}
    asked = {kind for kind, (nouns, _) in MEDIA.items() if noun in nouns}
    return bool(kinds and asked and not kinds & asked)
