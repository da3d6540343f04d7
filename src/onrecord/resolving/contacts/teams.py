"""Teams and bodies that stand for sides: "government and rebel negotiators", "the joint committee", "Front officers"."""

from __future__ import annotations

import re
from collections.abc import Sequence

from onrecord.model import ContactEvidence
from onrecord.model.entries import SIDE_TYPES
from onrecord.resolving.cast.cast import Cast, Entity
from onrecord.resolving.contacts.sides import RULES, called, side_of_word
from onrecord.resolving.names.countries import REBEL

_OWN = r"(?:delegations?|delegates|negotiators|(?:negotiating )?teams?|officials|officers|commanders|experts|engineers|doctors|technicians)"
_ANY = rf"(?:{_OWN}|envoys|emissaries|representatives|diplomats|generals|leaders)"
#: Two who sent people of one kind: "Orvanian and Front officers", "delegates of the government and the Melkar Front".
OF_TWO = (
    re.compile(rf"\b(?P<one>[\w’-]+) and (?P<other>[\w’-]+) (?:[a-z-]+ )?{_ANY}\b"),
    re.compile(
        rf"\b(?i:{_ANY}) (?:of|from) (?:the )?(?P<one>[\w’-]+(?: [\w’-]+){{0,4}}?) and (?:of |from )?(?:the )?"
        r"(?P<other>[^\W\d_a-z][\w’-]+(?: [^\W\d_a-z][\w’-]+)*|[\w’-]+)"
    ),
)
#: "The Orvanian-Tameshi negotiations", "Orvanian and Tameshi delegations", whoever the report's sides are.
COMPOUND = re.compile(
    r"\b(?P<one>[^\W\d_a-z]\w+)(?:[-–—]| and )(?P<other>[^\W\d_a-z]\w+) (?:[a-z-]+ )?(?:talks|negotiations|dialogue|summit|meeting"
    r"|consultations|contacts|delegations|negotiators)\b"
)
BEFORE_OR_AFTER = re.compile(
    r"\b(?:before|after|ahead of|following|since|during|until|on the (?:eve|sidelines|margins) of) (?:the |last )?\Z", re.I
)
#: Whose people they are: "Front officers", "officers of the Front".
OF_ONE = re.compile(rf"(?P<whose>.+?)(?:[’']s?)? (?:[a-z-]+ )?{_OWN}|{_OWN} (?:of|from|for) (?:the )?(?P<of>[^,]+)", re.I)
#: A body that both sides sit in.
JOINT_BODY = re.compile(r"(?:[\w-]+ )?joint (?:[\w-]+ )*?(?:committee|commission|working group|council|team|panel|staff)\b", re.I)
STATE = frozenset(["government", "state", "army", "military"])


def both_sides(c: ContactEvidence, found: Sequence[Entity], sides: Sequence[Entity], cast: Cast) -> list[Entity]:
    """The sides of a contact whose words name the people of two of them at once, or a body that they sit in together.

    Args:
        c: the contact.
        found: those whom its words name; who is named beside the two takes part too.
        sides: of the report.
        cast: who appears in it.
    """
    for span in c.evidence:
        for named in COMPOUND.finditer(span.text):
            if BEFORE_OR_AFTER.search(span.text, 0, named.start()):
                continue
            known = [e for e in cast.entities if e.type == "country" and e.names]
            two = [_called(named[word], [*sides, *known]) for word in ("one", "other")]
            if two[0] and two[1] and two[0] is not two[1]:
                return [e for e in two if e]
    if len(sides) < 2:
        return []
    if any(JOINT_BODY.match(e.name) for e in found):
        return list(dict.fromkeys([*sides, *(e for e in found if not JOINT_BODY.match(e.name))]))
    for span in c.evidence:
        for joint in (m for form in OF_TWO for m in form.finditer(span.text)):
            one, other = (_called(joint[words], sides) for words in ("one", "other"))
            if one and other and one is not other:
                start, end = span.start + joint.start(), span.start + joint.end()
                beside = {e for m, e in cast.within(span) if m.end <= start or m.start >= end}
                within = {e for m, e in cast.within(span) if m.start < end and start < m.end}
                return list(dict.fromkeys([one, other, *(e for e in found if e in beside - within)]))
    return []


def _called(words: str, sides: Sequence[Entity]) -> Entity | None:
    """The one of some sides that words mean beside the people it sent: its name or adjective, "government", "rebel"."""
    if side := next(filter(None, (side_of_word(word, sides) for word in (words, *words.split()))), None):
        return side
    states = [e for e in sides if e.type == "country" or RULES.search(e.name)]
    movements = [e for e in sides if e not in states]
    meant = states if words.lower() in STATE else movements if words.lower() in REBEL.split("|") else []
    return meant[0] if len(meant) == 1 else None


def sent_by(team: Entity, cast: Cast) -> Entity | None:
    """The side named in full elsewhere whose people are meant by "Front officers"."""
    own = OF_ONE.fullmatch(team.name)
    whose = own and (own["whose"] or own["of"])
    return next(
        (e for e in cast.entities if whose and not OF_ONE.fullmatch(e.name) and e.type in SIDE_TYPES and e.names and whose in called(e)),
        None,
    )
