"""What a statement is about, by the words that speak of each issue; the model decides where there are none."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence

from onrecord.model import Span

#: Words of each issue; the set of issues is that of the talks corpus, from which the model cannot learn them well enough:
#: on the development set these words alone are right more often than the model, and than both together.
WORDS: Mapping[str, str] = {
    "talks": (
        r"talks|negotiat\w+|dialogue|rounds?|table|meet(?:ing)?|met|summit|delegations?|diplomacy|agenda|contacts?|"
        r"conversation|letter|speak|spoke|discuss\w*|sit down|proposals?|concession\w*|compromise\w*|peace|deal|"
        r"agreement|sign(?:ed|ing)?|treaty"
    ),
    "ceasefire": (
        r"cease-?fires?|truces?|pauses?|armistice|shelling|shells?|guns? (?:fall|fell|silent)|hostilities|fighting|"
        r"attacks?|offensive|fire|shoot(?:ing)?|shots?|violat\w+|breach\w*|escalat\w+|war"
    ),
    "territory": (
        r"territor\w+|islands?|maps?|sovereignty|status|annex\w*|occup\w+|soil|land|enclave|province|region|"
        r"independence|autonomy|recogni[sz]\w+"
    ),
    "withdrawal": (
        r"withdr\w+|pull(?:ed|s|ing)? (?:back|out)|leave|troops|battalions?|forces|soldiers|garrison|army|units|"
        r"positions"
    ),
    "format": r"format|intermediar\w+|face to face|level|venue|host(?:s|ed)?|neutral|observers at|seat at|who (?:sits|speaks)",
    "mediation": (
        r"mediat\w+|mediators?|envoy|good offices|facilitat\w+|broker\w*|shuttl\w+|third part(?:y|ies)|intermediary|"
        r"go-between"
    ),
    "guarantees": r"guarant\w+|monitor\w*|observers?|verif\w+|peacekeep\w+|security|mission|mandate|patrol\w*|implement\w*",
    "sanctions": r"sanction\w*|embargo\w*|frozen|assets|tariffs?|lift(?:ed|ing)?|banks?|blacklist\w*|oil price|restrictions",
    "arms": (
        r"arms|weapons?|missiles?|rockets?|drones?|warheads?|enrich\w*|centrifuges?|nuclear|inspect\w+|inspectors?|"
        r"ammunition|artillery|tanks?|military aid|halls?|uranium|reactor|military assistance"
    ),
    "prisoners": (
        r"prisoners?|captives?|hostages?|detain\w+|detention|exchange|swap|released?|crew|held|jail\w*|sentenced|"
        r"corporal|missing"
    ),
    "humanitarian": (
        r"humanitarian|aid|corridors?|convoys?|hospital|medic\w+|ambulances?|food|water|civilians?|refugees|displaced|"
        r"families|children|blockade|evacuat\w+|doctors?|flour|wounded"
    ),
    "border": (
        r"border|crossing|frontier|gates?|customs|fishing|fish|line|zone|strait|limit|waters|maritime|boats?|bridge|"
        r"checkpoints?|passage|road"
    ),
    "resources": (
        r"dams?|gas|oil|pipeline|cables?|electricity|power|releases|river|reservoir|fill(?:ing|ed)?|cubic|cod|quota|"
        r"mine|mining|harvest|lake|tonnes|metres of water|trade|ports?|price"
    ),
    "accountability": (
        r"accountab\w+|tribunal|inquiry|investigat\w+|crimes?|court|charges?|responsib\w+|blam\w+|guilty|justice|killed|"
        r"murder\w*|provocation|sabotag\w+|evidence|perpetrators?|apolog\w+|names? the|who (?:fired|shot|cut)"
    ),
}
PATTERNS = {issue: re.compile(rf"\b(?:{words})\b", re.I) for issue, words in WORDS.items()}
#: A word of the paragraph counts so much of one in the content; so many words of an issue count.
IN_PARAGRAPH, MOST = 0.4, 4
#: No more than so many characters on each side are its paragraph, however long the line is.
AROUND = 500


def find_issue(text: str, content: Sequence[Span]) -> str | None:
    """The issue whose words stand most in a content and its paragraph; None if no issue's do."""
    start, end = max(0, content[0].start - AROUND), content[-1].end + AROUND
    before, after = text[start : content[0].start], text[content[-1].end : end]
    paragraph = before[before.rfind("\n") + 1 :] + text[content[0].start : content[-1].end] + after.partition("\n")[0]
    words = " ".join(span.text for span in content)
    scores = {
        issue: min(MOST, len({w.lower() for w in pattern.findall(words)})) + IN_PARAGRAPH * min(MOST, len(pattern.findall(paragraph)))
        for issue, pattern in PATTERNS.items()
    }
    best = max(scores, key=lambda issue: scores[issue])
    return best if scores[best] else None
