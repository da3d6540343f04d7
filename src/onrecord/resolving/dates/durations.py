"""Days of talks that last: from the first to the last, where one of them is known and how many they were."""

from __future__ import annotations

import re
from datetime import timedelta

from onrecord.model import ContactEvidence, When
from onrecord.reading.contacts.status_words import BEGAN, FINISHED
from onrecord.reading.language.numerals import NUMBERS, spelled

_COUNT = rf"({spelled(NUMBERS, 2, 10)}|\d)"
#: "Two days of talks", "a three-day meeting", "ended after four days", "will last three days".
LASTED = re.compile(rf"\b(?:{_COUNT}(?: days of|-day)|(?:after|last(?:s|ed)?|lasting)(?: for)? {_COUNT} days)\b", re.I)
BEGINS = re.compile(rf"\b(?:{BEGAN}|begins?|starts?|opens?)\b", re.I)
OVER = re.compile(rf"\b(?:{FINISHED}|ends?|c[ao]mes? to (?:an|its|their|the) (?:end|close)|closes|concludes|finishes)\b", re.I)


def lasting(c: ContactEvidence, when: When) -> When:
    """From the day that some days of talks ended on, back to their first; from that on which they begin, on to their last."""
    lasted = next((found for e in c.evidence if OVER.search(e.text) and (found := LASTED.search(e.text))), None)
    if lasted and when.last and when.first == when.last:
        days = _number(lasted)
        return When(when.last - timedelta(days=max(days, 1) - 1), when.last, when.basis, when.precision, when.spans)
    begun = next((found for e in c.evidence if BEGINS.search(e.text) and (found := LASTED.search(e.text))), None)
    if begun and when.first and when.first == when.last:
        days = _number(begun)
        return When(when.first, when.first + timedelta(days=max(days, 1) - 1), when.basis, when.precision, when.spans)
    return when


def _number(lasted: re.Match[str]) -> int:
    words = lasted[1] or lasted[2]
    return int(words) if words.isdecimal() else NUMBERS[words.lower()]
