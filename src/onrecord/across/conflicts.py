"""Entries that cannot both be right though neither denies the other: numbers, mutual blame, and what tellings of one contact say."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from onrecord.across.claims import Claim, Party
from onrecord.across.meanings import cosine
from onrecord.across.numbers import Number, find_numbers
from onrecord.across.words import stems_of
from onrecord.model.contradictions import Proposal

#: Statements of one thing have at least so alike meanings (cosine); where one only answers with a number, and for accusations.
ALIKE, ALIKE_ANSWER, ALIKE_ACCUSATION = 0.7, 0.75, 0.8
#: A content of no more stems than this is an answer: "two, and they were wet".
ANSWER = 1
#: So many statements of others may stand between two that count one thing.
BETWEEN = 1
#: How often a reader agrees, by what differs (worlds a to d of the gold across reports).
NUMBERS, CORRECTED, BLAME, CALLERS, LENGTHS, DAYS, PLACES, DENIED = 0.7, 0.6, 0.55, 0.8, 0.8, 0.6, 0.6, 0.9
#: So many statements with numbers or accusations are compared with the next ones.
REACH = 40
FACTS = ("report", "accuse", "assess", "agree")
#: Names are told from other words by more letters than this, and adjectives from names by those that follow.
NAME = 4
_CALLER = re.compile(
    r"\b(?:at the (?:initiative|request|wish|behest|invitation|suggestion) of"
    r"|(?:call|conversation|meeting|talks) (?:was |were |had been )?(?:requested|initiated|sought|asked for|proposed) by)"
    r" (?:the )?(?P<who>[^,.;\n]{3,60})"
    r"|\bat the (?P<latter>latter)[’']s (?:initiative|request|wish|behest|invitation|suggestion)"
    r"|\b(?:took|takes?|received?s?|receives)\b[^.;\n]{0,40}?\b(?:phone |telephone )?call\b[^.;\n]{0,20}?\bfrom (?P<from>[^,.;\n]{3,80})",
    re.I,
)
_LASTED = re.compile(
    r"\b(?:(?:last\w*|took|take|length|went on)\b|(?:met|spoke|talked|conferred|(?:sat|spoken|talked) together)\b[^.;\n]{0,40}? for\b)"
    r"[^.;\n]{0,20}?(?P<length>[^.;\n]{3,40})"
    r"|\b(?P<adjective>[\w-]+)[ -](?:minute|hour)[ -](?:long )?(?:phone |telephone )?(?:call|conversation|meeting|talks)\b",
    re.I,
)
#: Hours in words that have no number; and units in minutes.
_HOURS = (
    (re.compile(r"\bhalf an hour\b", re.I), 0.5),
    (re.compile(r"\ban hour and a half\b", re.I), 1.5),
    (re.compile(r"\ban hour\b", re.I), 1),
)
_MINUTES = {"minut": 1, "hour": 60}
#: What is told in round numbers differs by more than so much of the longer one.
ROUND = 0.25


def find_conflicts(claims: Sequence[Claim]) -> Iterator[Proposal]:
    """Pairs of statements of one report that count one thing differently, or blame each other for it.

    Args:
        claims: the entries of one report, in the order of its text.
    """
    statements = [claim for claim in claims if claim.kind == "statement" and not claim.denies]
    telling = [(i, claim) for i, claim in enumerate(statements) if claim.numbers or claim.act == "accuse"]
    for n, (i, a) in enumerate(telling):
        for j, b in telling[n + 1 : n + 1 + REACH]:
            if b.inside == a.entry or a.inside == b.entry:
                continue
            between = sum(other.inside not in (a.entry, b.entry) for other in statements[i + 1 : j])
            if found := compare_numbers(a, b, between) or compare_accusations(a, b, between):
                yield found


def compare_numbers(a: Claim, b: Claim, between: int) -> Proposal | None:
    """Whether two statements, with so many others between them, tell different numbers of one thing.

    What stands far apart must be a correction: the same speaker, of the same issue.
    """
    if a.act not in FACTS or b.act not in FACTS or "report" not in (a.act, b.act):
        return None
    near = between <= BETWEEN
    if not near and (a.who != b.who or a.issue != b.issue or not a.who):
        return None
    same = {x.unit for x in a.numbers if x.unit} & {y.unit for y in b.numbers if y.unit}
    alike = cosine(a.meaning, b.meaning) if a.meaning and b.meaning else 1.0
    for x in a.numbers:
        for y in b.numbers:
            if x.unit and x.unit == y.unit:
                told = [{n.value for n in claim.numbers if n.unit == x.unit} for claim in (a, b)]
                if not told[0] & told[1] and alike >= ALIKE and not _count_of_two(a, b, x.unit):
                    return _propose("number", a, b, x, y, NUMBERS if near else CORRECTED)
            elif near and not same and x.value != y.value and alike >= ALIKE_ANSWER and _answers(a, b, x, y):
                return _propose("number", a, b, x, y, NUMBERS)
    return None


def _count_of_two(a: Claim, b: Claim, unit: str) -> bool:
    """Whether both say of what they count something, and nothing of it is the same: six members of this, eight members of that."""
    one, other = (claim.matter - {unit} for claim in (a, b))
    told_again = {number.value for number in a.numbers} & {number.value for number in b.numbers}
    return len(one) > ANSWER and len(other) > ANSWER and not one & other and not told_again


def _answers(a: Claim, b: Claim, x: Number, y: Number) -> bool:
    """Whether one of the two is hardly more than a number, or begins with one that stands alone."""
    return any(
        not number.unit and (len(claim.matter) <= ANSWER or re.match(rf"\W*{re.escape(number.words)}\s*[.,;]", claim.words))
        for claim, number in ((a, x), (b, y))
    )


def compare_accusations(a: Claim, b: Claim, between: int) -> Proposal | None:
    """Whether two sides, one after the other, give the blame for one thing to each other."""
    if a.act != "accuse" or b.act != "accuse" or between or a.issue != b.issue or a.who == b.who or (a.side and a.side == b.side):
        return None
    if cosine(a.meaning, b.meaning) < ALIKE_ACCUSATION:
        return None
    return Proposal("who", a.entry, b.entry, (shorten(a.words), shorten(b.words)), BLAME)


def compare_contacts(a: Claim, b: Claim) -> Proposal | None:
    """Whether two tellings of one occasion disagree on whether it took place, who called, how long it took, the day or the place."""
    if a.status not in ("held", "denied", "ongoing") or b.status not in ("held", "denied", "ongoing"):
        return None
    if (a.status == "denied") != (b.status == "denied"):
        return _compare_tellers(*((b, a) if a.status == "denied" else (a, b)))
    callers = find_caller(a), find_caller(b)
    if callers[0] and callers[1] and callers[0][0].side != callers[1][0].side:
        return Proposal("who", a.entry, b.entry, (callers[0][1], callers[1][1]), CALLERS)
    lengths = find_length(a), find_length(b)
    if lengths[0] and lengths[1] and _last_otherwise(lengths[0], lengths[1]):
        return _propose("number", a, b, lengths[0], lengths[1], LENGTHS)
    if a.last and b.last and a.first and b.first and (a.last < b.first or b.last < a.first):
        return Proposal("time", a.entry, b.entry, (_days(a), _days(b)), DAYS)
    if a.site and b.site and not stems_of(a.site) & stems_of(b.site):
        return Proposal("place", a.entry, b.entry, (a.site, b.site), PLACES)
    return None


def _compare_tellers(held: Claim, denied: Claim) -> Proposal | None:
    """One says that a contact took place, or a report does, and another one denies it: the statements that tell so, where there are any."""
    if not denied.per or held.per == denied.per:
        return None
    kind = "denial" if held.per else "whether"
    return Proposal(kind, held.per or held.entry, denied.per, (shorten(held.words), shorten(denied.words)), DENIED)


def find_caller(contact: Claim) -> tuple[Party, str] | None:
    """The party at whose wish a contact took place, and the words that say so; None if they do not tell."""
    for m in _CALLER.finditer(contact.around):
        if m["latter"]:
            # The latter is the party that was named last before.
            before = contact.around[: m.start()]
            named = [(before.rfind(word), party) for party in contact.parties for word in party.called.split() if len(word) > NAME]
            found = [max(named, key=lambda one: one[0])[1]] if named else []
        else:
            words = {word[: NAME + 1] for word in stems_of(m["who"] or m["from"]) if len(word) > NAME}
            called = [(party, {word[: NAME + 1] for word in stems_of(f"{party.called} {party.side}")}) for party in contact.parties]
            shared = [(len(words & names), party) for party, names in called]
            best = max((count for count, _ in shared), default=0)
            found = [party for count, party in shared if count == best and best]
        if len({party.side for party in found}) == 1:
            return found[0], m[0]
    return None


def find_length(contact: Claim) -> Number | None:
    """How long a contact took, in minutes or hours."""
    for m in _LASTED.finditer(contact.around):
        length = m[0].replace("-", " ") if m["adjective"] else m["length"]
        for number in find_numbers(length):
            if number.unit in _MINUTES:
                return number
        for words, hours in _HOURS:
            if found := words.search(length):
                return Number(hours, "hour", found[0])
    return None


def _last_otherwise(a: Number, b: Number) -> bool:
    """Whether two lengths cannot be one: other numbers of one unit, or by far more minutes."""
    if a.unit == b.unit:
        return a.value != b.value
    one, other = sorted(number.value * _MINUTES[number.unit] for number in (a, b))
    return other - one > ROUND * other


def shorten(words: str, most: int = 80) -> str:
    """The beginning of some words, as one line."""
    line = " ".join(words.split())
    return line if len(line) <= most else line[:most].rsplit(" ", 1)[0] + " …"


def _propose(kind: str, a: Claim, b: Claim, x: Number, y: Number, score: float) -> Proposal:
    return Proposal(kind, a.entry, b.entry, (x.words, y.words), score)


def _days(claim: Claim) -> str:
    return claim.first if claim.first == claim.last else f"{claim.first} to {claim.last}"
