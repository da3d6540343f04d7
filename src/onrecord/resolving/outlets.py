"""Whose report it is: a news outlet, or a body that reports on itself."""

from __future__ import annotations

import re

from onrecord.model import Report
from onrecord.resolving.forms import strip_article

#: Names of bodies that publish readouts of their own talks.
BODY = re.compile(
    r"\b(?:Ministry|Office|Presidency|Government|Cabinet|Council|Embassy|Mission|Secretariat|Department|Chancellery|Palace|Directorate"
    r"|Delegation|Commission)\b"
)


def is_body(outlet: str | None) -> bool:
    """Whether an outlet is a body that reports on itself, rather than on others."""
    return bool(outlet and BODY.search(outlet))


def is_own_outlet(name: str, report: Report) -> bool:
    """Whether a name is that of the report's own outlet."""
    return bool(report.outlet) and strip_article(name).casefold() == strip_article(report.outlet or "").casefold()
