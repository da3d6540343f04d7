"""Chains that a statement has from another: of whoever tells of it, of whom its paragraph came through, of who was relayed before."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from onrecord.model import Attribution, Span
from onrecord.resolving.attribution.relayed import is_told_whole
from onrecord.resolving.attribution.relayers import sentence_at
from onrecord.resolving.attribution.speakers import Speaker
from onrecord.resolving.attribution.teller_clauses import CITE
from onrecord.resolving.cast.cast import Cast, Entity
from onrecord.resolving.names.forms import DOCUMENT, OUTLET, PEOPLE_PRONOUNS, RECORD


@dataclass(frozen=True)
class Link:
    """One relayer and the words that name it."""

    entity: Entity
    span: Span


#: "This became known to the publication Politico", "about this informs the radio": the sentences before came through it.
BECAME_KNOWN = re.compile(
    r"\b(?:(?:this|it) (?:became|was|has become) known (?:to|from|thanks to)"
    r"|about (?:this|it) (?:to (?:the |our )?[\w ]{2,30}? )?(?:informs?|reports?|writes?|communicates?|told|reported|informed)"
    r"|(?:this|(?:the|these|those|his|her|their) (?:comments?|remarks?|words?|statements?|interview|news|account))"
    r" (?:is|are|was|were|has been|have been) (?:first )?"
    r"(?:reported|written|communicated|published|carried|broadcast|aired|circulated|quoted) by)\b",
    re.I,
)
#: Somebody is quoted, or heard in a recording, and it was said before by whom.
IS_QUOTED = re.compile(
    r"(?:(?:can|could|may|might) )?(?:also )?(?:be|is|are|was|were|has been|have been) (?:\w+ )?(?:quoted|cited|heard|seen)\b", re.I
)
#: "In the recording", "In the same letter", at the beginning of a sentence: the one told of before.
IN_SAME = re.compile(
    rf"\s*(?:(?:[Ii]n|[Oo]n) (?:the|this|that)|[Ll]ater in the|[Ee]lsewhere in the) (?:same |second |rest of the )?(?:\w+ )?"
    rf"(?:{DOCUMENT}|{RECORD}|video|footage|film|clip|speech|address|interview|dispatch|broadcast|programme|despatch)\b"
)
#: Before who goes on in the sentence in which somebody relayed him: "She had agreed, two guests said; she would come."
GOES_ON = re.compile(r"; (?:and |but )?$")
#: Between what two verbs of one subject say.
JOINED = re.compile(r"[”’\"»]?,? (?:and|but)\b")
CLOSING_MARKS = ("”", "»", '"')
#: Behind a cue: it is this report that was told.
HERE = re.compile(rf" (?:to )?(?:us|me|(?:this|our) (?:{OUTLET}|correspondent|reporter))\b", re.I)
#: All that stands between a relayer and the source that it cites: ", citing ".
CITES = re.compile(rf",?\s*(?:also\s+)?(?:{CITE})\s+(?:the\s+|an?\s+)?", re.I)
#: So many characters behind "this became known to" it stands to whom.
REACH = 40


def inherit_chains(
    text: str, attributions: Sequence[Attribution], cast: Cast, speakers: Sequence[Speaker], chains: list[list[Link]]
) -> None:
    """Add to the chains, in the order of the attributions, what each has from another."""
    _pass_on(attributions, speakers, chains)
    _spread_known(text, attributions, cast, speakers, chains)
    _carry_over(text, attributions, speakers, chains)
    _share(text, attributions, chains)
    _quote_on(text, attributions, speakers, chains)


def _pass_on(attributions: Sequence[Attribution], speakers: Sequence[Speaker], chains: list[list[Link]]) -> None:
    """What somebody without a name tells of another, and nothing else, came through him, and through whoever relays him.

    "Two officials told the Herald that Veld had offered a pause" is evidence that they say so, not that she did.
    """
    for i in sorted(range(len(attributions)), key=lambda i: _depth(attributions, i)):
        at = attributions[i].inside
        teller = None if at is None else speakers[at].entity
        if at is None or teller is None or teller is speakers[i].entity:
            continue
        if is_told_whole(attributions[i], attributions[at], teller.type == "unnamed"):
            outer = [Link(teller, attributions[at].source[0]), *chains[at]]
            # Whom the inner statement names as relaying the teller stands behind him.
            own = [link for link in chains[i] if link.entity not in [far.entity for far in outer]]
            chains[i] = own + [link for link in outer if link.entity is not speakers[i].entity]


def _depth(attributions: Sequence[Attribution], i: int) -> int:
    """In how many statements one stands."""
    at, depth = attributions[i].inside, 0
    while at is not None:
        at, depth = attributions[at].inside, depth + 1
    return depth


def _spread_known(
    text: str, attributions: Sequence[Attribution], cast: Cast, speakers: Sequence[Speaker], chains: list[list[Link]]
) -> None:
    """Give the statements of a paragraph to whom the report has them from, and to whom that one cites, where it says so behind them."""
    for match in BECAME_KNOWN.finditer(text):
        paragraph = text.rfind("\n", 0, match.start()) + 1
        if not text[paragraph : match.start()].strip():  # it stands below what became known
            paragraph = text.rfind("\n", 0, len(text[:paragraph].rstrip())) + 1
        known = [Link(e, m) for m, e in cast.mentions() if match.end() <= m.start < match.end() + REACH][:1]
        end = known[0].span.end if known else 0
        if known and (citing := CITES.match(text, end + (text[end : end + 1] in CLOSING_MARKS))):
            known = [Link(e, m) for m, e in cast.mentions() if abs(m.start - citing.end()) <= len("the ")][:1] + known
        for a, speaker, links in zip(attributions, speakers, chains, strict=True):
            if paragraph <= a.start < match.start() and not links:
                links += [link for link in known if link.entity is not speaker.entity]


def _is_told_here(text: str, a: Attribution) -> bool:
    """Whether words were said to this report itself: "the man complained to this newspaper"."""
    end = max(part.end for part in (*a.source, *a.cue, *a.content))
    return any(HERE.match(text, cue.end) for cue in a.cue) or bool(HERE.match(text, end))


def _carry_over(text: str, attributions: Sequence[Attribution], speakers: Sequence[Speaker], chains: list[list[Link]]) -> None:
    """Unnamed people whom only a relayer has spoken to are known through him in all that they say."""
    first: dict[int, list[Link]] = {}
    for i in sorted(range(len(attributions)), key=lambda i: attributions[i].start):
        entity = speakers[i].entity
        if entity is None or entity.type != "unnamed" or attributions[i].inside is not None:
            continue
        if entity.key in first and not chains[i] and not _is_told_here(text, attributions[i]):
            chains[i] = list(first[entity.key])
        first.setdefault(entity.key, chains[i])


def _share(text: str, attributions: Sequence[Attribution], chains: list[list[Link]]) -> None:
    """Two verbs of one subject have one relayer, whose clause stands behind: "offered a pause and asked for two days, an aide said"."""
    for a, links in zip(attributions, chains, strict=True):
        if links or not a.source or a.kind == "direct":
            continue
        for other, theirs in zip(attributions, chains, strict=True):
            if not theirs or other.source[:1] != a.source[:1] or other.inside != a.inside or other.start < a.source[0].start:
                continue
            behind = other.content and a.content and a.content[-1].end < other.content[0].start < theirs[0].span.start
            if behind and JOINED.match(text, a.content[-1].end, other.content[0].start):
                links += theirs
                break


def _quote_on(text: str, attributions: Sequence[Attribution], speakers: Sequence[Speaker], chains: list[list[Link]]) -> None:
    """Who "is quoted as saying" something, or says it "in the recording", is relayed by whoever relayed him before in the paragraph."""
    order = sorted(range(len(attributions)), key=lambda i: attributions[i].start)
    for place, i in enumerate(order):
        a = attributions[i]
        if chains[i] or not a.cue:
            continue
        on = (
            a.source
            and a.source[0].text.lower() in PEOPLE_PRONOUNS
            and GOES_ON.search(text, max(0, a.source[0].start - REACH), a.source[0].start)
        )
        if not on and not IS_QUOTED.match(a.cue[0].text) and not IN_SAME.match(text, sentence_at(text, a.cue[0].start)[0]):
            continue
        before = (j for j in reversed(order[:place]) if speakers[j].entity is speakers[i].entity and chains[j])
        last = next(before, None)
        if on and last is not None and attributions[last].start < sentence_at(text, a.source[0].start)[0]:
            continue
        if last is not None and "\n" not in text[attributions[last].start : a.start]:
            chains[i] = list(chains[last])
