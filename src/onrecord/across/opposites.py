"""Facts that two speakers of one report tell otherwise, seen by their slots: that something was and was not or was the opposite, who
began, when and where it was, and how many there were.

What both speak of must be one thing by words that are no names and by meaning; what follows at once may take it up by a pronoun, or leave
out what it counts. A denial is a matter of `denials.py`.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import lru_cache

from onrecord.across.antonyms import are_opposite
from onrecord.across.claims import NEGATIVE, Claim
from onrecord.across.conflicts import shorten
from onrecord.across.contrasts import DATING, FACTS
from onrecord.across.meanings import cosine
from onrecord.across.numbers import Number
from onrecord.across.words import stem, stems_of
from onrecord.model.contradictions import Proposal
from onrecord.reading.language.numerals import NUMBERS, spelled
from onrecord.reading.language.weekdays import MONTH

#: Statements of one thing have at least so alike meanings (cosine), by what differs.
ALIKE = {"whether": 0.7, "who": 0.8, "time": 0.75, "place": 0.8, "number": 0.8}
#: How often a reader agrees: of what was found in the talks corpus and the reports for training, four of five.
LIKELY = {"whether": 0.75, "who": 0.7, "time": 0.6, "place": 0.6, "number": 0.6}
#: So many statements of others may stand between the two, and one is compared with so many behind it.
BETWEEN, REACH = 1, 8
NOT_DONE, DONE = ("report", "accuse", "refuse", "deny"), ("report", "accuse", "agree")
TOLD = ("report", "accuse", "agree", "refuse")
#: Words for who began.
BEGINNING = re.compile(r"\bfirst\b(?! [a-z])|\b(?:beg[au]n|start(?:ed|s)?|open(?:ed|s)? fire|provok\w+)\b", re.I)
#: A time of day.
CLOCK = re.compile(
    r"\b(?:at|by|from|until|before|after|since) (?:about |around |nearly |half past )?"
    rf"(?:\d{{1,2}}(?:[.:]\d\d)?(?: ?[ap]\.?m\b\.?)?|{spelled(NUMBERS, 1, 12)}|dawn|dusk)\b(?! \w+s\b)",
    re.I,
)
#: A day by its number and month.
DATE = re.compile(rf"\b\d{{1,2}} {MONTH}\b|\b{MONTH} \d{{1,2}}\b")
_IDEA = r"(?:proposal|idea|initiative|suggestion|request|plan|draft|offer|demand|wish)"
#: Contents that begin with a pronoun; words by which something is not told as a fact; and a "not".
PRONOUN = re.compile(r"\W*(?:that )?(?:he|she|it|they|this|these|those)\b", re.I)
#: Contents whose subject is what was told before.
TAKING_UP = re.compile(rf"\W*(?:that )?(?:(?:it|this)\b|the {_IDEA}\b)", re.I)
IMAGINED = re.compile(r"\b(?:would|should|could|must|(?-i:may)|might|will|shall|can|if|unless|until|ought|wants?|hopes?|to be)\b", re.I)
#: Who proposed something or asked for it: "Veld had proposed it", "proposed by Veld", "the idea came from Veld", "the idea was Veld’s".
_WHO = r"((?:the )?(?-i:[^\W\d_a-z][\w’'-]*(?: [^\W\d_a-z][\w’'-]*){0,2})(?: side)?)"
_ASKED = r"(?:proposed|suggested|requested|initiated|demanded|offered|asked for|sought)"
PROPOSED = re.compile(
    rf"\b{_ASKED} by {_WHO}|^\W*(?:that )?{_WHO} (?:had |has |first |was the first to |itself |himself |herself )*{_ASKED}\b"
    rf"|\b{_IDEA}\b[^.;]*? (?:came|had come|comes|originated) from {_WHO}|\bat the {_IDEA} of {_WHO}"
    rf"|\b{_IDEA} (?:was|had been|is) {_WHO}(?:[’']s)",
    re.I,
)
#: A place at the end of a content.
PLACED = re.compile(r"(.+)\b(from|in|at|near|into|inside|outside)\b\s+([^,;]+?)\W*", re.S)
NAME = re.compile(r"(?<=[\w,] )[A-Z]\w+|^[A-Z]\w+ (?=[a-z])")
PLAIN = re.compile(r"\b[a-z]\w+")


def find_opposites(claims: Sequence[Claim]) -> Iterator[Proposal]:
    """Pairs of statements near each other in one report that tell one thing otherwise.

    Args:
        claims: the entries of one report, in the order of its text.
    """
    statements = [claim for claim in claims if claim.kind == "statement"]
    telling = [(i, claim) for i, claim in enumerate(statements) if claim.act in NOT_DONE or claim.act in DONE]
    for n, (i, a) in enumerate(telling):
        for j, b in telling[n + 1 : n + 1 + REACH]:
            between = sum(other.inside not in (a.entry, b.entry) for other in statements[i + 1 : j])
            if between > BETWEEN:
                break
            if b.inside != a.entry and a.inside != b.entry and (kind := compare_facts(a, b, between == 0 and a.paragraph == b.paragraph)):
                yield Proposal(kind, a.entry, b.entry, (shorten(a.words), shorten(b.words)), LIKELY[kind])


def compare_facts(a: Claim, b: Claim, follows: bool = False) -> str | None:
    """In what two statements of two speakers differ that tell of one thing, if they do.

    Args:
        a: a statement.
        b: another one.
        follows: whether the second follows at once upon the first.
    """
    if (a.who and a.who == b.who) or any(one.denies or one.asks or one.leaves_open for one in (a, b)):
        return None
    # Names in common are no thing in common.
    is_one = bool(a.matter & b.matter & plain_stems(a) & plain_stems(b))
    is_taken_up = follows and bool(PRONOUN.match(b.words))
    is_of_it = follows and bool(TAKING_UP.match(b.words)) and (_tell_whether(a, b) or _give_to_each_other(a, b))
    kind = (_differ(a, b) if is_one or is_of_it else None) or (_oppose(a, b, follows) if is_one or is_taken_up or follows else None)
    if kind == "whether" and not (is_one or is_taken_up):
        return None
    return kind if kind and cosine(a.meaning, b.meaning) >= ALIKE[kind] else None


def _differ(a: Claim, b: Claim) -> str | None:
    if a.is_negative != b.is_negative:
        done, undone = (b, a) if a.is_negative else (a, b)
        return "whether" if done.act in DONE and undone.act in NOT_DONE else None
    if _give_to_each_other(a, b):
        return "who"
    if a.act not in FACTS or b.act not in FACTS:
        return None
    if BEGINNING.search(a.words) and BEGINNING.search(b.words) and _names(a) - _names(b) and _names(b) - _names(a):
        return "who"
    times = _times(a), _times(b)
    # It can be closed on one day and open on another.
    return "time" if all(times) and not times[0] & times[1] and not are_opposite(a.words, b.words) else None


def _tell_whether(a: Claim, b: Claim) -> bool:
    """Whether one of two plain facts has a "not", and no opposite of the other: what is open is not closed."""
    imagined = IMAGINED.search(a.words) or IMAGINED.search(b.words)
    return a.is_negative != b.is_negative and not imagined and not are_opposite(a.words, b.words)


def _give_to_each_other(a: Claim, b: Claim) -> bool:
    """Whether two give the same proposal, wish or attack to two others, of whom one at least is the other speaker or his side."""
    one, other = proposer_of(a), proposer_of(b)
    if not one or not other or one & other:
        return False
    return bool(one & stems_of(f"{b.called} {b.side}") or other & stems_of(f"{a.called} {a.side}"))


@lru_cache(maxsize=1_024)
def _proposer(words: str) -> frozenset[str]:
    found = PROPOSED.search(words)
    return stems_of(next(filter(None, found.groups()))) if found else frozenset()


def proposer_of(claim: Claim) -> frozenset[str]:
    """The stems of whom a content calls the one who proposed, asked or came first, if it does."""
    return _proposer(claim.words)


def _oppose(a: Claim, b: Claim, follows: bool) -> str | None:
    """In what two statements of plain facts differ that need not share a word: by opposites, by place, by number."""
    if any(one.act not in TOLD or IMAGINED.search(one.words) or NEGATIVE.search(one.words) for one in (a, b)):
        return None
    if are_opposite(a.words, b.words):
        return "whether"
    if are_elsewhere(a, b):
        return "place"
    return "number" if follows and _count_otherwise(a, b) else None


def are_elsewhere(a: Claim, b: Claim) -> bool:
    """Whether two contents are alike but for the place that they end with."""
    one, other = PLACED.fullmatch(a.words), PLACED.fullmatch(b.words)
    if not one or not other or one[2].lower() != other[2].lower():
        return False
    return len(stems_of(one[1])) > 1 and stems_of(one[1]) == stems_of(other[1]) and stems_of(one[3]).isdisjoint(stems_of(other[3]))


def _count_otherwise(a: Claim, b: Claim) -> bool:
    """Whether the second of two statements leaves out what it counts, or both say how long the same lasted, and the numbers differ."""
    if len(a.numbers) != 1 or len(b.numbers) != 1 or a.numbers[0].value == b.numbers[0].value:
        return False
    one, other = a.numbers[0], b.numbers[0]
    lasted = one.is_time and other.is_time and bool(_verbs(a, one) & _verbs(b, other)) and bool(PRONOUN.match(b.words))
    return lasted or (bool(one.unit) and not one.is_time and not other.unit)


def _verbs(claim: Claim, number: Number) -> frozenset[str]:
    """The stems of a content without a number and what it counts."""
    return stems_of(claim.words.replace(number.words, " "))


def _times(claim: Claim) -> frozenset[str]:
    """The days and times of day that a statement names."""
    dates = DATE.findall(claim.words)
    rest = DATE.sub(" ", claim.words)
    return frozenset(found.lower() for found in (*dates, *DATING.findall(rest), *CLOCK.findall(rest)))


def _names(claim: Claim) -> frozenset[str]:
    return frozenset(found.strip() for found in NAME.findall(claim.words))


def plain_stems(claim: Claim) -> frozenset[str]:
    """The stems of its words that are written small, which names are not."""
    return frozenset(stem(word) for word in PLAIN.findall(claim.words))
