"""Names that were read in part: "the Ministry of Water, Irrigation and Energy", "HE Sheikh Rashed bin Tamer", "Orvania Today"."""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import replace

from onrecord.model import Attribution, Mention, Reading, Span
from onrecord.resolving.names.compounds import with_mentions
from onrecord.resolving.names.forms import CAPITALIZED, MINISTRY

#: Somebody behind the honour of his office, and a name that goes on with "bin" or the like.
_PARTICLE = r"(?:bin|bint|ibn|ben|al|el|ould|abu|von|van|de|der|da|di|du)"
_NAME = rf"{CAPITALIZED}(?: (?:{_PARTICLE} )*{CAPITALIZED})*"
HONOURED = re.compile(rf"(?<=\bHE )(?=\w+[a-z])(?:(?:Sheikha?|Dr|Mr|Ms|Mrs|Eng|Prof)\.? )*{_NAME}")
SON_OF = re.compile(rf"\b{CAPITALIZED}(?: {CAPITALIZED})* (?:bin|bint|ibn) (?:{_PARTICLE} )*{_NAME}")
_TYPES = ((MINISTRY, "organization"), (HONOURED, "person"), (SON_OF, "person"))
#: What a paper that is called after a place has behind it.
PAPER = re.compile(r" (?:Today|Times|Tribune|Herald|Gazette|Chronicle|Telegraph|Newswire)\b")
#: "The secretary" of "the secretary of Orvania's Defence Council".
BARE_OFFICE = re.compile(
    r"(?:[Tt]he|[Ii]ts) (?:deputy )?(?:secretary(?:-general)?|head|chief|minister|president|chair(?:man|woman|person)?"
    r"|director(?:-general)?|commander|envoy|ambassador|leader|spokes(?:man|woman|person)|governor|mayor)"
)
OF_BODY = re.compile(rf" of (?:the )?{CAPITALIZED}(?: (?:(?:of|for|on|and) (?:the )?)?{CAPITALIZED})*")
PLACES = frozenset({"country", "place", "organization"})
ARTICLE = re.compile(r"\b[Tt]he \Z")


def complete_names(text: str, reading: Reading) -> Reading:
    """The reading with each name of these forms as one mention, and as the source of what a part of it was read as the source of."""
    whole = {Span.of(text, *m.span()): kind for pattern, kind in _TYPES for m in pattern.finditer(text)}
    papers = ((m.span.start, found.end()) for m in reading.mentions if m.type in PLACES and (found := PAPER.match(text, m.span.end)))
    whole |= {Span.of(text, *place): "outlet" for place in papers}
    starts = Counter(m.span.start for m in reading.mentions)
    bare = (m.span for m in reading.mentions if starts[m.span.start] == 1 and BARE_OFFICE.fullmatch(m.span.text))
    whole |= {Span.of(text, span.start, of.end()): "person" for span in bare if (of := OF_BODY.match(text, span.end))}
    spans = {m.span for m in reading.mentions} | {a.source[0] for a in reading.attributions if a.source}
    parts = {span: name for span in spans for name in whole if _is_part(span, name)}
    if not parts:
        return reading
    done: set[Span] = set()
    old = []
    for m in reading.mentions:
        name = parts.get(m.span)
        if name is None or name in done or any(other.span == name for other in reading.mentions):
            old.append(m)
            continue
        done.add(name)
        # The first of several parts becomes the whole.
        old.append(Mention(name, whole[name], m.antecedent, m.score))
    attributions = tuple(_with_source(text, a, parts) for a in reading.attributions)
    return replace(with_mentions(reading, old, []), attributions=attributions)


def _is_part(span: Span, name: Span) -> bool:
    """Whether a mention lies in a name, give or take an article, and is not all of it."""
    begins = span.end > name.start or span.text == "HE"
    return begins and not span.covers(name) and name.start - len("the ") <= span.start and span.end <= name.end


def _with_source(text: str, a: Attribution, parts: dict[Span, Span]) -> Attribution:
    """An attribution whose source is a part of a name with the whole of it, taken out of what is said."""
    name = parts.get(a.source[0]) if a.source else None
    if name is None:
        return a
    start = min(name.start, a.source[0].start)
    article = ARTICLE.search(text, max(0, start - len(" the ")), start)
    source = Span.of(text, article.start() if article else start, name.end)
    content = tuple(left for c in a.content if (left := _without(text, c, source)))
    return replace(a, source=(source, *a.source[1:]), content=content or a.content)


def _without(text: str, content: Span, name: Span) -> Span | None:
    """A content without a name that it overlaps; None if nothing is left of it."""
    if not content.overlaps(name):
        return content
    start, end = (content.start, name.start) if content.start < name.start else (name.end, content.end)
    words = text[start:end].strip(" ,;")
    at = text.index(words, start) if words else start
    return Span.of(text, at, at + len(words)) if words and start < end else None
