"""Whose report it is: a news outlet, or a body that reports on itself."""

from __future__ import annotations

import re
from dataclasses import replace

from onrecord.model import Mention, Reading, Report, Span
from onrecord.reading.language.labels import LABEL, is_label
from onrecord.reports.masthead import BODIES
from onrecord.resolving.names.compounds import with_mentions, without_mentions
from onrecord.resolving.names.forms import OUTLET, strip_article
from onrecord.resolving.names.places import find_country

#: Names of bodies that publish readouts of their own talks.
BODY = re.compile(rf"\b(?:{BODIES}|Council|Press Service(?= of))\b")


#: "The Orvanian daily Meridian": behind a noun that means nothing but an outlet, as "paper" and "station" do not.
NAMED = re.compile(
    r"\b(?:[Tt]he|[Aa]n?|[Ii]ts) (?:[\w-]+ ){0,2}?(?:newspaper|daily|weekly|news agency|magazine|tabloid|broadcaster|news site)"
    r" (?!\w+day\b)[^\W\d_a-z][\w’'-]+(?: [^\W\d_a-z][\w’'-]+){0,2}"
)
#: An item of a review of the press, and what it begins with: "The Islander (Tamesh): In an editorial, the paper argues"; or a section,
#: "## Radio Ilde (private)", in which "the station" speaks.
_TITLED = (
    rf"^[^\w\n]*(?!{LABEL}:)(?P<name>(?:The )?[^\W\d_a-z][\w’'-]*(?: (?:(?:of|the|de|la) )*[^\W\d_a-z][\w’'-]*){{0,3}})"
    r"(?P<which> \([^()\n]*\))?"
)
#: A heading is short and no sentence.
_SECTION = r"\n+(?=[^\n]{80}|(?(which)[^\n]*[.!?]|(?!)))(?:[^\n]|\n(?!#|[^\n]{1,80}(?<![.!?”\"])\n)){0,4000}"
REVIEWED = re.compile(rf"{_TITLED}(?=: (?P<item>[^\n]*)|(?P<section>{_SECTION}))", re.M)
#: Whom an item is taken from: "Source: Meridian", told of below as "the newspaper".
FROM = re.compile(r"^[^\w\n]*(?P<label>Sources?:)\W{1,4}(?P<the>(?:[Tt]he )?)(?=[^\W\d_a-z])", re.M)
AGAIN = re.compile(rf"\b[Tt]he (?:same )?(?:news )?(?:{OUTLET})\b")
#: Names that papers have and persons have not: "La Estrella".
FOREIGN = re.compile(r"(?:El|La|Le|Les|Il|O) [^\W\d_a-z][\w’-]+(?: (?:de|del|di|du|des|da|do) (?:la |los )?[^\W\d_a-z][\w’-]+)?")
#: What a paper does, and neither a person nor a letter: "Thazun Ilde, which spoke to two aides".
WHICH_WROTE = re.compile(r",? which (?:ha[sd] it\b|spoke (?:to|with)\b|wrote|writes|published)")
#: "Meridian, an Orvanian newspaper".
CALLED = re.compile(rf", (?:(?:the|an?) )?(?:[^\W\d_a-z][\w-]+ )?(?:{OUTLET})\b")


def add_outlets(report: Report, reading: Reading) -> Reading:
    """The reading with a mention for each outlet that is called one, "the Orvanian daily Meridian", and has none.

    What bears the name of the report's own outlet is that outlet, whatever it was read as.
    """
    text = report.text
    reading = _without_labels(text, reading)
    if report.outlet and not is_body(report.outlet):
        reading = replace(reading, mentions=tuple(replace(m, type="outlet") if _is_own(m, report) else m for m in reading.mentions))
    reading = _settle_papers(text, _link_source(text, reading))
    found = [Span.of(text, *m.span()) for m in NAMED.finditer(text)]
    whole = {span.start: span for span in found}
    old = [_widen(m, whole.get(m.span.start, m.span)) for m in reading.mentions]
    new = [Mention(span, "outlet") for span in found if not any(m.span.overlaps(span) for m in old)]
    return _link_reviewed(text, with_mentions(reading, old, new))


def _without_labels(text: str, reading: Reading) -> Reading:
    """The reading without what the parts of an item are headed with, which is nobody: "Source: Meridian"."""
    return without_mentions(
        reading, {n for n, m in enumerate(reading.mentions) if text.startswith(":", m.span.end) and is_label(text, m.span.start)}
    )


def source_of_item(text: str, reading: Reading) -> Mention | None:
    """Whom an item says it is taken from: "Source: Meridian"."""
    named = next((m.span("the") for m in FROM.finditer(text) if is_label(text, m.start("label"))), ())
    return next((m for m in reading.mentions if m.span.start in named), None)


def _link_source(text: str, reading: Reading) -> Reading:
    """The reading with the paper that an item says it is taken from as an outlet, and "the newspaper" pointing to it.

    It is no country, and told of as a paper above or below.
    """
    source = source_of_item(text, reading)
    called = CALLED.match(text, source.span.end) if source else None
    if source is None or find_country(source.span.text) or not (called or AGAIN.search(text)):
        return reading
    name, place = source.span, reading.mentions.index(source)
    whole = Span.of(text, name.start, called.end()) if called else name
    again = {m.span() for m in AGAIN.finditer(text)}

    def settle(n: int, m: Mention) -> Mention:
        if (m.span.start, m.span.end) in again:
            return replace(m, type="outlet", antecedent=place, score=1.0)
        return replace(m, span=whole if n == place else m.span, type="outlet") if m.span.text == name.text else m

    settled = replace(reading, mentions=tuple(settle(n, m) for n, m in enumerate(reading.mentions)))
    return without_mentions(settled, {n for n, m in enumerate(reading.mentions) if n != place and whole.covers(m.span)})


def _settle_papers(text: str, reading: Reading) -> Reading:
    """The reading with what was read as a person, but has the name of a paper or does what papers do, as an outlet."""
    people = [m.span for m in reading.mentions if m.type == "person"]
    papers = {span.text for span in people if FOREIGN.fullmatch(span.text) or WHICH_WROTE.match(text, span.end)}
    papers = {name for name in papers if not any(span.text.endswith(f" {name}") for span in people)}
    return replace(reading, mentions=tuple(replace(m, type="outlet") if m.span.text in papers else m for m in reading.mentions))


def _is_own(m: Mention, report: Report) -> bool:
    """Whether a mention is of the report's own outlet; Orvania is not, where it is a country, in a report of Orvania Today."""
    is_part = len(strip_article(m.span.text).split()) < len(strip_article(report.outlet or "").split())
    return is_own_outlet(m.span.text, report) and not (is_part and m.type in ("country", "place"))


def _widen(m: Mention, name: Span) -> Mention:
    """An outlet by its whole name: "the daily Strait Dawn", of which "the daily Strait" was read."""
    return replace(m, span=name) if m.type == "outlet" and m.span.end < name.end else m


def _link_reviewed(text: str, reading: Reading) -> Reading:
    """The reading with "the paper" in an item of a review of the press pointing to the outlet that the item begins with."""
    reviewed = {
        Span.of(text, *again.span()): Span.of(text, *m.span("name"))
        for m in REVIEWED.finditer(text)
        for again in AGAIN.finditer(text, *m.span("section" if m["item"] is None else "item"))
    }
    if not reviewed:
        return reading
    old = [replace(m, type="outlet") if m.span in (*reviewed, *reviewed.values()) else m for m in reading.mentions]
    new = [Mention(span, "outlet") for span in reviewed.values() if not any(m.span.overlaps(span) for m in old)]
    reading = with_mentions(reading, old, new)
    place = {m.span: i for i, m in enumerate(reading.mentions)}
    told = (replace(m, antecedent=place.get(reviewed[m.span]), score=1.0) if m.span in reviewed else m for m in reading.mentions)
    return replace(reading, mentions=tuple(told))


def is_body(outlet: str | None) -> bool:
    """Whether an outlet is a body that reports on itself, rather than on others."""
    return bool(outlet and BODY.search(outlet))


def is_own_outlet(name: str, report: Report) -> bool:
    """Whether a name is that of the report's own outlet, or a paper's first or last word: "the Courier" in the Dorvik Courier."""
    own, words = (strip_article(n).split() for n in (report.outlet or "", name))
    short = bool(words) and words in (own[:1], own[-1:]) and words[0][:1].isupper() and not is_body(report.outlet)
    return bool(words) and (short or [w.casefold() for w in words] == [w.casefold() for w in own])
