"""Feasts that are on one day of the year wherever news speaks of them, and those that a church or a calendar gives their day.

Feasts of Easter are on one day only where the church is named, or where only one church had them (or will) within half a year: "Good
Friday" in a report of June, after both, is left open, and so are feasts that each country has on a day of its own ("Independence Day").
Feasts of the moon are on the day of the tabular calendar, or one day off.
"""

from __future__ import annotations

import re
from datetime import date, timedelta

from onrecord.resolving.dates import days
from onrecord.resolving.dates.days import Interval
from onrecord.resolving.dates.grammar import Anchor, Rules, Y, adder, dated, shift_of

RULES: Rules = []
rule = adder(RULES)

FEASTS = {
    r"christmas eve": (12, 24), r"christmas(?: day)?": (12, 25), r"boxing day": (12, 26), r"new year['’]?s? eve": (12, 31),
    r"new year['’]?s? day|(?:the )?new year": (1, 1), r"epiphany": (1, 6), r"valentine['’]?s day": (2, 14),
    r"international women['’]?s day": (3, 8), r"(?:st\.?|saint) patrick(?:['’]?s day)?": (3, 17), r"earth day": (4, 22),
    r"may day|(?:international|int['’]l) workers['’]? day": (5, 1), r"bastille day": (7, 14), r"hallowe['’]?en": (10, 31),
    r"all saints['’]? day": (11, 1), r"armistice day": (11, 11), r"orthodox christmas eve": (1, 6), r"orthodox christmas(?: day)?": (1, 7),
}  # fmt: skip
NAMES = "|".join(f"(?:{name})" for name in FEASTS)
#: Days from Easter Sunday.
OF_EASTER = {
    r"shrove tuesday": -47, r"ash wednesday": -46, r"palm sunday": -7,
    r"(?:maundy|holy) thursday": -3, r"(?:good|holy|great) friday": -2, r"(?:holy|easter) saturday": -1,
    r"easter (?:sunday|day)|(?<=orthodox )easter|(?<=catholic )easter": 0, r"easter monday": 1, r"ascension (?:day|thursday)": 39,
    r"pentecost|whit sunday": 49,
    r"(?:whit|pentecost) monday": 50,
}  # fmt: skip
#: What the Orthodox churches do not have.
WESTERN = re.compile("shrove|ash", re.I)
MOVABLE = "|".join(f"(?:{name})" for name in OF_EASTER)
#: Month and day of the Islamic year.
OF_MOON = {r"eid [ae]l-fitr|eid ul-fitr": (10, 1), r"eid [aeu]l-adha": (12, 10), r"ashura": (1, 10)}
LUNAR = "|".join(f"(?:{name})" for name in OF_MOON)
#: What a text may call by its name alone is no further away.
NEAR = timedelta(days=183)


@rule(rf"(?:(?:the )?(last|this|next|previous|coming) )?({NAMES})(?:,? (?:of |in )?({Y}|(?:last|this|next) year))?")
def _feast(m: re.Match[str], anchor: Anchor) -> Interval:
    month, number = next(day for name, day in FEASTS.items() if re.fullmatch(name, m[2], re.I))
    if m[3]:
        year = int(m[3]) if m[3].isdecimal() else anchor.day.year + shift_of(m[3].split()[0])
        return dated(str(year), month, str(number), anchor)
    shift = shift_of(m[1]) if m[1] else 0
    return dated(None, month, str(number), Anchor(anchor.day + timedelta(days=shift), shift > 0) if shift else anchor)


@rule(rf"(?:(last|this) )?(?:(orthodox|western|catholic) )?({MOVABLE})(?:,? (?:of |in )?({Y}))?")
def _of_easter(m: re.Match[str], anchor: Anchor) -> Interval | None:
    shift = next((n for name, n in OF_EASTER.items() if re.fullmatch(name, m[3], re.I)), 0)
    churches = [m[2].lower() == "orthodox"] if m[2] else [False] if WESTERN.match(m[3]) else [False, True]
    years = [int(m[4])] if m[4] else [anchor.day.year + n for n in (-1, 0, 1)]
    found = {easter(year, orthodox) + timedelta(days=shift) for year in years for orthodox in churches}
    if not m[4]:
        ahead = anchor.future and not m[1]
        found = {day for day in found if timedelta(0) <= (day - anchor.day if ahead else anchor.day - day) <= NEAR}
    return days.day(found.pop()) if len(found) == 1 else None


@rule(rf"(?:the )?(?:(?:start|beginning|first day) of )?({LUNAR})")
def _of_moon(m: re.Match[str], anchor: Anchor) -> Interval | None:
    month, number = next(day for name, day in OF_MOON.items() if re.fullmatch(name, m[1], re.I))
    year = int((anchor.day.year - 622) * 33 / 32)
    found = [islamic(year + n, month, number) for n in (-1, 0, 1, 2)]
    found = [day for day in found if timedelta(0) <= (day - anchor.day if anchor.future else anchor.day - day) <= NEAR]
    return days.around(found[0], 1, "about") if found else None


def easter(year: int, orthodox: bool = False) -> date:
    """Easter Sunday by the Gregorian calendar: of the western churches, or of the Orthodox ones (Meeus, Astronomical Algorithms, ch. 8)."""
    if orthodox:
        moon = (19 * (year % 19) + 15) % 30
        ahead = (2 * (year % 4) + 4 * (year % 7) - moon + 34) % 7
        month, day = divmod(moon + ahead + 114, 31)
        return date(year, month, day + 1) + timedelta(days=year // 100 - year // 400 - 2)
    century, rest = divmod(year, 100)
    leap, over = divmod(century, 4)
    moon = (19 * (year % 19) + century - leap - (century - (century + 8) // 25 + 1) // 3 + 15) % 30
    ahead = (32 + 2 * over + 2 * (rest // 4) - moon - rest % 4) % 7
    month, day = divmod(moon + ahead - 7 * ((year % 19 + 11 * moon + 22 * ahead) // 451) + 114, 31)
    return date(year, month, day + 1)


def islamic(year: int, month: int, day: int) -> date:
    """A day of the tabular Islamic calendar (Reingold and Dershowitz, Calendrical Calculations, ch. 7)."""
    return date.fromordinal(day + 29 * (month - 1) + (6 * month - 1) // 11 + 354 * (year - 1) + (3 + 11 * year) // 30 + 227014)
