"""Feasts that are on one day of the year wherever news speaks of them.

Those that move with the moon or the week, and those that each country or church has on a day of its own ("Easter",
"Independence Day"), are left open: the name alone does not fix their day.
"""

from __future__ import annotations

import re
from datetime import timedelta

from onrecord.resolving.days import Interval
from onrecord.resolving.grammar import Anchor, Rules, Y, adder, dated, shift_of

RULES: Rules = []
rule = adder(RULES)

FEASTS = {
    r"christmas eve": (12, 24), r"christmas(?: day)?": (12, 25), r"boxing day": (12, 26), r"new year['’]?s? eve": (12, 31),
    r"new year['’]?s? day|(?:the )?new year": (1, 1), r"epiphany": (1, 6), r"valentine['’]?s day": (2, 14),
    r"international women['’]?s day": (3, 8), r"(?:st\.?|saint) patrick(?:['’]?s day)?": (3, 17), r"earth day": (4, 22),
    r"may day|(?:international|int['’]l) workers['’]? day": (5, 1), r"bastille day": (7, 14), r"hallowe['’]?en": (10, 31),
    r"all saints['’]? day": (11, 1), r"armistice day": (11, 11),
}  # fmt: skip
NAMES = "|".join(f"(?:{name})" for name in FEASTS)


@rule(rf"(?:(?:the )?(last|this|next|previous|coming) )?({NAMES})(?:,? (?:of |in )?({Y}|(?:last|this|next) year))?")
def _feast(m: re.Match[str], anchor: Anchor) -> Interval:
    month, number = next(day for name, day in FEASTS.items() if re.fullmatch(name, m[2], re.I))
    if m[3]:
        year = int(m[3]) if m[3].isdecimal() else anchor.day.year + shift_of(m[3].split()[0])
        return dated(str(year), month, str(number), anchor)
    shift = shift_of(m[1]) if m[1] else 0
    return dated(None, month, str(number), Anchor(anchor.day + timedelta(days=shift), shift > 0) if shift else anchor)
