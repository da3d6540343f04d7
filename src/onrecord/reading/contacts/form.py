"""A form of words that plainly tells of a contact."""

from __future__ import annotations

import re
from dataclasses import dataclass


@dataclass(frozen=True)
class Form:
    """A form of words, the kind of contact that it tells of if it says so, and whether it must be dated; `whole` if the clause counts.

    Where the words have a group `told`, what is told begins with it.
    """

    words: re.Pattern[str]
    kind: str | None = None
    dated: bool = False
    whole: bool = True
