"""Words for facts that cannot both be so of one thing: it is open, it is closed; they were let in, they were turned away."""

from __future__ import annotations

import re

#: Words that are opposites, as verbs and adjectives begin; each pair is of two patterns.
_PAIRS = (
    (
        r"accept|agree(?!ment)|approv|endors|consent",
        r"reject|refus|declin|turned (?:it |them )?down|ruled (?:it |them )?out|walked away",
    ),
    (
        r"let (?:them |him |her |us )?in|admitted to|allow|permit|granted",
        r"turned away|den(?:y|ied) (?:entry|access)|refused (?:entry|access)|block|barred|kept out",
    ),
    (
        r"open(?:ed)?|reopen",
        r"closed?|shut(?! down)|sealed|blocked",
    ),
    (
        r"aliv|surviv|living",
        r"dead|died|dies?|killed|perish",
    ),
    (
        r"releas|freed|set free|let go|at liberty|gone home",
        r"in (?:prison|jail|custody|detention|captivity|a cell)|behind bars|still held|imprison|detain",
    ),
    (
        r"withdr[ae]w|withdrawal|pulled (?:back|out)|left|gone|evacuat|vacat",
        r"remain|still in|still on|stay(?:ed|s|ing)?|never left",
    ),
    (
        r"resign|stepped down|quit",
        r"dismiss|sacked|fired|removed from office|ousted",
    ),
    (
        r"running|working|operating|in operation",
        r"shut down|switched off|stopped|out of order|standing still",
    ),
    (
        r"captur|seiz|taken|took|conquer|advanc|gain",
        r"in (?:its|our|their|his) hands|in (?:full |firm |complete )?control|held|holding|repel|repuls|beaten back|lost",
    ),
    (
        r"shell|fir(?:ed|ing)|bombard|attack|shot at",
        r"silent|quiet|held (?:its|their|our) fire",
    ),
    (
        r"shot down|brought down",
        r"crash|technical (?:fault|failure)|accident",
    ),
    (
        r"(?:treated|cared for|looked after) (?:\w+ )?(?:well|properly|decently|humanely)|in good health",
        r"beaten|tortur|ill-treated|mistreat|abus|starv",
    ),
    (
        r"attend|took part|was present|were present|was (?:there|at|in)\b",
        r"absent|stayed away|boycott|missed",
    ),
    (
        r"authentic|genuine|accurate|true|correct",
        r"forg|fake|fabricat|false|invent|doctored|untrue",
    ),
    (
        r"civilian|unarmed|fisherm[ae]n|farmers?",
        r"fighters?|armed|combatants?|militants?|soldiers",
    ),
    (
        r"succe(?:ed|ss)",
        r"fail",
    ),
    (
        r"rose|risen|increas|grew|grown",
        r"fell|fallen|decreas|dropped|shrunk",
    ),
    (
        r"voluntar|of (?:its|his|her|their) own (?:free )?will",
        r"forced|under duress|coerc|compelled|pressure",
    ),
    (
        r"inside|had entered|crossed into|violat",
        r"outside|never entered",
    ),
    (
        r"found|discover",
        r"empty|in vain",
    ),
    (
        r"paid",
        r"unpaid|owes?|owed",
    ),
    (
        r"asleep|unconscious",
        r"awake",
    ),
    (
        r"unanimous",
        r"divided|split",
    ),
)
PAIRS = tuple(tuple(re.compile(rf"\b(?:{words})", re.I) for words in pair) for pair in _PAIRS)


def are_opposite(one: str, other: str) -> bool:
    """Whether two contents say the opposite of one thing by their words; which thing that is is not asked.

    What has words of both sides is left out.
    """
    for yes, no in PAIRS:
        sides = [(bool(yes.search(words)), bool(no.search(words))) for words in (one, other)]
        if sides in ([(True, False), (False, True)], [(False, True), (True, False)]):
            return True
    return False
