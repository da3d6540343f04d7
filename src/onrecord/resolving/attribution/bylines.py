"""Words of a report that mean nobody in it: who wrote, photographed or edited it, and "his" of "for his part"."""

from __future__ import annotations

import re

from onrecord.model import Reading
from onrecord.resolving.cast.handovers import TURN
from onrecord.resolving.names.compounds import without_mentions

_NAME = r"[^\W\d_a-z][\w’'.-]+(?: [^\W\d_a-z][\w’'.-]*){1,3}"
#: "By Anna Veld and Ivo Strand", "By Anna Veld | 12 March | 3 min read", "(Reporting by …)", "Photo: Anna Veld/Gazette".
BYLINE = re.compile(
    rf"^[^\w\n]*(?:(?i:by):? {_NAME}(?:(?:,| and|, and) {_NAME})*(?: in [^\W\d_a-z]\w+)?(?:\s*[|,·–—@][^\n.!?]{{0,90}})?"
    r"|(?:Additional )?(?:[Rr]eporting|[Ww]riting|[Ee]diting|[Tt]ext|[Ww]ords|[Tt]ranslation|[Pp]hoto(?:graph)?s?|[Ii]mages?"
    r"|[Ii]nterview(?:ed)?)(?: by|:) "
    r"[^\n]{0,160}|Associated writers?[^\n]{0,160})$",
    re.M,
)


def drop_bylines(text: str, reading: Reading) -> Reading:
    """The reading without the mentions in bylines and turns; what was read to point back to one of them points to nobody."""
    lines = [m.span() for form in (BYLINE, TURN) for m in form.finditer(text)]
    return without_mentions(reading, {i for i, m in enumerate(reading.mentions) if any(a <= m.span.start < b for a, b in lines)})
