"""The outlet that a text itself names: in a line of its own above the headline, behind "Source:", or in the dateline of an agency."""

from __future__ import annotations

import re
from collections.abc import Iterable
from itertools import islice

from onrecord.reports.dates import HEAD, PARAGRAPH, find_issued

_NAME = r"[^\W\d_a-z][\w’'&.-]*(?: (?:(?:of|and|the|de|del|el|la|le) )?[^\W\d_a-z][\w’'&.-]*){0,4}"
CREDIT = re.compile(rf"\W*(?:Source|Outlet|Publication|Publisher|Newspaper|Agency)\s*:\s*(?P<outlet>{_NAME})\W*$")
#: A town as a dateline has it, and the dateline: "LIND, May 3, 2031 (Agency) - ", "LIND (Agency) – ", "LIND — ".
TOWN = r"[^\W\d_a-z]{2}(?:[^\W\d_a-z]|[’'/ -])+"
DATELINE = rf"{TOWN}(?:, [\w., ]{{1,40}})?(?: \([^()\n]{{2,40}}\))? ?[—–-]+ "
#: One that names its outlet, or that alone: "(Agency) — ".
CREDITED = re.compile(rf"(?:{TOWN}(?:,[^()\n]{{1,40}})? )?\((?P<outlet>{_NAME})\)\s*[—–-]+\s")
#: What newspapers and broadcasters call themselves.
PAPERS = (
    "Times|Post|Herald|Gazette|Courier|Tribune|Guardian|Observer|Journal|Standard|Chronicle|Telegraph|Dispatch|Mail|Express|Daily|Weekly|Echo"
    "|Mirror|Sentinel|Mercury"
)
STATIONS = "Radio|Television|TV"
#: And what else an outlet can be called at the head of its page, where names of other bodies seldom stand, and headlines seldom end with.
PRESS = re.compile(rf"\b(?:{PAPERS}|{STATIONS}|News|Star|Press|Review|Monitor|Agency|Bulletin|Record|Independent)$")
#: What bodies are called that give out texts of their own.
BODIES = (
    "Ministry|Office|Presidency|Government|Cabinet|Embassy|Mission|Secretariat|Department|Chancellery|Palace|Directorate|Delegation"
    "|Commission"
)
#: A body that gives out its own texts: "MINISTRY OF TRANSPORT OF THE REPUBLIC OF TAMESH", "Office of the President".
BODY = re.compile(rf"(?:(?:[^\W\d_a-z][\w’'-]*|of) ){{0,5}}(?:{BODIES})(?: (?:[^\W\d_a-z][\w’'-]*|of|the|for|and|to|in))+")
SMALL = frozenset("of the for and to in".split())


def find_outlet(lines: Iterable[str]) -> tuple[str | None, tuple[str, ...]]:
    """The outlet that the lines down to the first paragraph name, and a note of the line that does; None where none does.

    The first line alone is a masthead if it is a name of the press and the next one is a date, or if it is the name of a body and one of
    those below is a date.
    """
    head = list(islice(filter(str.strip, lines), HEAD))
    if len(head) > 1 and _is_body(head[0].strip()) and find_issued(head[1:])[0]:
        return _as_name(head[0].strip()), (_note(head[0]),)
    if len(head) > 1 and PRESS.search(head[0].strip()) and re.fullmatch(_NAME, head[0].strip()) and find_issued(head[1:2])[0]:
        return head[0].strip(), (_note(head[0]),)
    for line in head:
        if found := CREDIT.match(line) or CREDITED.match(line):
            return found["outlet"], (_note(line),)
        if len(line) > PARAGRAPH:
            break
    return None, ()


def _note(line: str) -> str:
    return f"outlet taken from the line {line.strip()[:80]!r}"


def _is_body(line: str) -> bool:
    """Whether a line is the name of a body and nothing else, in capitals or not."""
    return bool(BODY.fullmatch(_as_name(line)))


def _as_name(line: str) -> str:
    """A line in capitals as names are written."""
    if not line.isupper():
        return line
    return " ".join(word.lower() if n and word.lower() in SMALL else word.capitalize() for n, word in enumerate(line.split()))
