"""The date expressions that are told with a contact: which of those in and around its evidence can date it."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from onrecord.model import ContactEvidence, Span
from onrecord.model.entries import AHEAD, FALLEN, GIVEN
from onrecord.reading.contacts.contact_clauses import JOIN
from onrecord.reading.contacts.status_words import MOVED
from onrecord.reading.contacts.statuses import WAS_TO_AND_DID
from onrecord.reading.language.cues import SAID
from onrecord.resolving.dates.calendar import find_expressions, widen
from onrecord.resolving.dates.tenses import TENSE

AFTER = re.compile(r"(?:after|before|following|ahead of|since)\s+", re.I)
#: "Since 2031" says how long there had been none; of what still goes on, it says since when.
SINCE = re.compile(r"since\b", re.I)
#: "Have met three times since November": some time from then on.
TIMES = re.compile(
    r"\b(?:has|have|had) (?:\w+ ){0,2}?(?:met|spoken|talked|exchanged|written|sent|visited|telephoned|seen)\b[^.;]*?"
    r"\b(?:once|twice|\w+ times|every \w+|daily|weekly|regularly|(?:two|three|four|five|several) \w+s)\b"
)
EVERY = re.compile(r"\b(?:every(?: second| other)?|each) $", re.I)
SAID_ON = re.compile(
    rf"\b(?P<verb>told (?:[\w’]+ ){{1,3}}?|{SAID})(?: (?:at|in|during) (?:an?|the) (?:\w+ )?(?:briefing|statement"
    r"|interview|conference|post|message))? (?:on |late |early )*$"
)
SINCE_WHAT = re.compile(
    r"\b(?:since|(?:until|till)(?! (?:late|deep|well|early)\b)) "
    r"(?:(?! and (?:may|will|is|are|was|were|set|due|planned|scheduled|fixed)\b)[^,;.\n])*$",
    re.I,
)
#: "Had not spoken since a telephone call │ in December": when that call was.
NOT_SINCE_IT = re.compile(
    r"\b(?:not|never|no|n[’']t)\b[^.;\n]* since (?:the|their|an?|his|her) (?:[\w-]+ ){0,3}?"
    r"(?:round|talks|meeting|summit|session|conference|call|visit|conversation|encounter)(?: (?:in [A-Z]\w+|between [^,.;]{3,40}))? $",
    re.I,
)
#: "Adjourned until Monday": when it is to go on, not when it was.
UNTIL = re.compile(r"(?:until|till|to|by)\b", re.I)
TO_UNTIL = re.compile(r"\b(?:until|till|to|by)(?: the)? $", re.I)
#: A date in a clause that says more of a thing dates the thing: "the mandate, which lapses on 30 June".
ASIDE = re.compile(r",? (?:which|who|that|whose) [^,;]*$", re.I)
WHO = re.compile(r", (?:who|whose) [^,;]*$", re.I)
#: Between the beginning of a clause and the words of the contact nothing but a date: "On Tuesday the ministers met".
CLAUSE_START = re.compile(
    r"(?:^|[.!?,;:–—(“\"»-]|\b(?:and|but|that|while|where|when))\s*"
    r"(?:(?:(?:shortly|just|soon)? ?(?:before|after|at|around) [\w.:]+|for) )?$",
    re.I,
)
BARE = re.compile(r"[\s,]*")
#: "Agreed to it on Tuesday, when │ he received the envoy".
WHEN_THEN = re.compile(r",? (?:when|on which|during which) ")
#: Between the date that a clause begins with and the words of the contact: "On Monday, too, a deputy …", "On Monday, before leaving, …",
#: and the subject where the evidence begins with its verb.
OPENED = re.compile(
    r"[\s,]*(?:(?:too|also|meanwhile|however),\s*)?"
    r"(?:(?:before|after|according to|during|following|ahead of|amid|as|while|with|despite|under|at|in)\b[^,.;:!?()“”\"]*,\s*)?"
    r"(?P<subject>[^,.;:!?()“”\"]*)",
    re.I,
)
#: What tells, behind its subject, what became of a contact: "the round of talks … broke up on Wednesday evening".
SAME_CLAUSE = re.compile(r"[^,.;:–—()“”\"]{0,60}")
#: "Last week Veld in │ a phone conversation with Strand called for a pause".
IN_A = re.compile(r"\b(?:in|during|at) (?:an?|the|his|her) $|\b(?:in|during|at) $")
ENDS = re.compile(r"\b(?:took place|began|opened|ended|closed|broke (?:up|off|down)|resumed?|starts?|opens?|will|is to|are to)\b", re.I)
#: "Met" of a clause that tells of the contact itself; a date behind a mere noun is that of the words around it.
TELLS = re.compile(
    r"\b(?:met|meet|meets|spoke|speak|talked|called|phoned|telephoned|rang|visited|travel(?:led|s)?|flew|arrived|held|took place|ended"
    r"|began|opened|closed|broke|handed|sent|wrote|received|delivered|conveyed|submitted|will|signed|gathered|sat|resumed?)\b",
    re.I,
)
#: "The delegations met": where and when stands behind.
CUT_SHORT = re.compile(r"\b(?:met|spoke|talked|gathered|sat down|were held|was held|took place)$")
#: "The two have met only once, at a funeral in 2027": the date of that one time.
HOW_OFTEN = re.compile(r"\b(?:met|spoken|talked|visited)\b[^,.;]*\b(?:once|twice)\b")
ONCE = re.compile(r"(?:(?: only| just)? (?:once|twice))?, (?:(?:at|during|on|in)\b[^,.;:–—()“”\"]{0,60})?")
#: What says that somebody wants a contact, right before its own date; and what it leads to.
SAYING = re.compile(
    r"\b(?:agreed|said|announced|offered|promised|proposed|suggested|invited (?:[\w’']+ ){1,4}|decided|vowed|pledged|asked"
    r"|confirmed|called)\s+$"
)
WHAT = re.compile(r",? (?:to|that|for)\b")
#: "Her offer, made in parliament on 3 May, to meet him": when it was made.
OFFERED = re.compile(r"\b(?:offer|invitation|proposal|request|appeal|plea)(?: of|,)[^.;:]*$")
#: "Have been extended until Sunday": the end of what goes on.
LONGER = re.compile(
    r"\b(?:extended|prolonged|lengthened|continued?|continues|run|runs|go on|goes on|postponed|put off|adjourned)"
    r"(?P<until> until| till| to| by)?(?: the)? $"
)
#: Before the day of another event: "following Thursday’s meeting".
FOLLOWING = re.compile(r"\b(?:after|following|since) $", re.I)
#: The verbs that tell of a contact itself, by its kind.
OWN_VERB = {
    "meeting": re.compile(r"\b(?:met|meet|meets|received|sat down|sit down)\b"),
    "talks": re.compile(r"\b(?:met|meet|talked|talk|(?:holds?|held) talks|negotiated|sat down|sit down)\b"),
    "call": re.compile(r"\b(?:spoken?|speak|talked|called|phoned|telephoned|rang)\b"),
    "letter": re.compile(r"\b(?:wrote|sent|delivered|handed)\b"),
    "document": re.compile(r"\b(?:handed|delivered|submitted|presented|signed)\b"),
}
#: The new day stands behind it.
MOVED_TO = re.compile(rf"\b{MOVED}\b")
TO_MEET = re.compile(r"\bto (?:meet|talk|speak|sit down|hold|host|receive|visit|travel)\b")
#: Before the date that a letter bears.
DATED = re.compile(r"\bdated (?:on )?$", re.I)
SENTENCE_STOP = re.compile(r"[.!?][”\"’»]*\s|\n")
SENTENCE_END = re.compile(r"[.!?][”\"’»]*\s*$")
POSSESSIVE = re.compile(r"(\w+day)[’']s ", re.I)
TIME_OF_DAY = re.compile(r"\b(?:noon|midnight|\d{1,2}[:.]\d\d|\d{1,2} ?[ap]\.?m|o[’']clock)\b", re.I)
LONGEST = 40
#: How many characters around the evidence its dates are looked for in.
REACH = 200


def date_expressions(text: str, c: ContactEvidence, dates: Sequence[Span] = ()) -> list[Span]:
    """The dates told with a contact, the likeliest first."""
    inside = [of_itself(text, Span.of(text, *at)) for e in c.evidence for at in _begun_in(text, e)]
    inside += [day for e in c.evidence if (day := _possessive(text, e))]
    read = [of_itself(text, widen(text, span)) for span in c.when]
    own = [span for span in read if any(e.overlaps(span) for e in c.evidence)]
    found = list(dict.fromkeys([*own, *inside, *read, *(span for e in c.evidence for span in (*_beside(text, e), *_dated(text, c, e)))]))
    # Words that only the model takes for a date, "before Christmas", count where there is no other.
    found = found or [widen(text, span) for span in dates if any(e.covers(span) for e in c.evidence) and not TIME_OF_DAY.search(span.text)]
    ongoing = c.status == "ongoing"
    found = [span for span in found if not EVERY.search(text, max(0, span.start - len("every second ")), span.start)]
    own = [span for span in found if (ongoing or not _is_edge(text, c, span)) and not _is_of_saying(text, c, span)]
    own = [span for span in own if not (c.status in AHEAD and _follows_another(text, c, span)) and not _is_of_somebody(c, span)]
    return sorted(own, key=lambda span: (_is_aside(c, span), _is_of_other_verb(c, span) or _has_passed(c, span)))


def _begun_in(text: str, evidence: Span) -> list[tuple[int, int]]:
    """The dates in some evidence, whole where it begins or ends within one: "a call earlier" of "a call earlier today"."""
    near = find_expressions(text, max(text.rfind("\n", 0, evidence.start) + 1, evidence.start - LONGEST), evidence.end + LONGEST)
    return [at for at in near if evidence.start < at[1] and at[0] < evidence.end]


def _around(c: ContactEvidence, span: Span) -> tuple[str, str]:
    """The words of the evidence that a date stands in, before it and behind it; none where it stands beside."""
    around = next((e for e in c.evidence if e.covers(span)), None)
    return (around.text[: span.start - around.start], around.text[span.end - around.start :]) if around else ("", "")


def _is_edge(text: str, c: ContactEvidence, span: Span) -> bool:
    """Whether a date only says since or until when ("adjourned until Monday"), how often, or when it was told."""
    said = SAID_ON.search(text, max(0, span.start - REACH), span.start)
    # "Wrote on Sunday to Strand" is the letter.
    if said and not (c.kind == "letter" and said["verb"].startswith("wr")):
        return True
    before, _ = _around(c, span)
    behind = next((text[e.start : span.start] for e in c.evidence if e.end <= span.start <= e.end + REACH), "")
    if SINCE.match(span.text) and c.status == "held" and TIMES.search(before):
        return False
    if NOT_SINCE_IT.search(before):
        return False
    if SINCE.match(span.text) or SINCE_WHAT.search(before) or SINCE_WHAT.search(behind):
        return True
    longer = LONGER.search(text, max(0, span.start - LONGEST), span.start)
    if longer and (longer["until"] or UNTIL.match(span.text)):
        return True
    return (
        c.status in FALLEN
        and not _is_genitive(text, span)
        and bool(UNTIL.match(span.text) or TO_UNTIL.search(text, max(0, span.start - len("until the ")), span.start))
    )


def _is_of_saying(text: str, c: ContactEvidence, span: Span) -> bool:
    """Whether a date is that of the words by which something was agreed or asked for: "agreed on Saturday to meet on 1 June"."""
    before = SAYING.search(text, max(0, span.start - REACH), span.start) or OFFERED.search(_around(c, span)[0])
    return c.status in AHEAD and before is not None and WHAT.match(text, span.end) is not None


def _possessive(text: str, evidence: Span) -> Span | None:
    """ "Saturday" of "after Saturday’s meeting", where the evidence begins with it."""
    found = POSSESSIVE.match(evidence.text)
    return Span.of(text, evidence.start, evidence.start + found.end(1)) if found else None


def _is_aside(c: ContactEvidence, span: Span) -> bool:
    before, _ = _around(c, span)
    return ASIDE.search(before) is not None


def _is_of_somebody(c: ContactEvidence, span: Span) -> bool:
    """Whether a date is that of what else is told of somebody: "Strand, who took over on 3 July, has met her once"."""
    before, behind = _around(c, span)
    own, clause = OWN_VERB.get(c.kind), WHO.search(before)
    if clause is None or own is None:
        return False
    rest = re.split("[,;]", behind)[0]
    return not own.search(clause[0] + rest) and bool(own.search(before + span.text + behind))


def _is_of_other_verb(c: ContactEvidence, span: Span) -> bool:
    """Whether a date is that of a verb before the contact's own: "arrived on Monday night and met Strand early on Tuesday"."""
    before, behind = _around(c, span)
    if not (own := OWN_VERB.get(c.kind)):
        return False
    if TO_MEET.search(behind):
        return True  # "rejected on Friday an offer to meet on Sunday"
    # "Stays until Thursday and may meet Strand today" as well as "arrived on Monday and met Strand on Tuesday".
    other = TENSE.search(before) or UNTIL.match(span.text)
    return bool(other and own.search(behind)) and not own.search(before)


def _has_passed(c: ContactEvidence, span: Span) -> bool:
    """Whether a date is that on which something was to be, before it was moved: "due on Monday, was pushed back to Thursday"."""
    _, behind = _around(c, span)
    around = next((e.text for e in c.evidence if e.covers(span)), "")
    did = WAS_TO_AND_DID.search(around)
    return MOVED_TO.search(behind) is not None or (did is not None and len(around) - len(behind) <= did.start("did"))


def _follows_another(text: str, c: ContactEvidence, span: Span) -> bool:
    """Whether a date is that of what comes before something still ahead: "after Friday’s summit they will meet"."""
    inside = any(e.start < span.start and e.covers(span) for e in c.evidence)
    return inside and _is_genitive(text, span) and bool(FOLLOWING.search(text, max(0, span.start - LONGEST), span.start))


def _beside(text: str, evidence: Span) -> Iterator[Span]:
    """The date that the clause of some evidence begins with, and the one that follows it."""
    line = max(text.rfind("\n", 0, evidence.start) + 1, evidence.start - REACH)
    for a, b in find_expressions(text, line, evidence.start):
        if WHEN_THEN.fullmatch(text, b, evidence.start) or (_opens(text, b, evidence) and CLAUSE_START.search(text[line:a])):
            yield Span.of(text, a, b)
    end = text.find("\n", evidence.end)
    if SENTENCE_END.search(evidence.text):
        return
    for a, b in find_expressions(text, evidence.end, min(end if end >= 0 else len(text), evidence.end + REACH))[:1]:
        between = text[evidence.end : a]
        goes_on = SAME_CLAUSE.fullmatch(between) and not JOIN.match(between) and (ENDS.search(between) or CUT_SHORT.search(evidence.text))
        goes_on = goes_on or (ONCE.fullmatch(between) and HOW_OFTEN.search(evidence.text + between))
        if goes_on or (BARE.fullmatch(between) and TELLS.search(evidence.text)):
            yield Span.of(text, a, b)


def _dated(text: str, c: ContactEvidence, evidence: Span) -> Iterator[Span]:
    """The date that a letter bears: "Dated 3 May and written by hand, a letter from Veld", "a letter to Strand, dated 3 May"."""
    if c.kind in GIVEN:
        stops = [m.end() for m in SENTENCE_STOP.finditer(text, max(0, evidence.start - REACH), evidence.end + REACH)]
        start = max((at for at in stops if at <= evidence.start), default=max(0, evidence.start - REACH))
        end = min((at for at in stops if at >= evidence.end), default=len(text))
        yield from (Span.of(text, a, b) for a, b in find_expressions(text, start, end) if DATED.search(text, start, a))


def _opens(text: str, end: int, evidence: Span) -> bool:
    """Whether nothing stands between a date that opens a clause and some evidence but an adverbial, and its subject before a verb."""
    opened = OPENED.fullmatch(text, end, evidence.start)
    if opened is None or not opened["subject"].strip():
        return opened is not None
    told = TELLS.match(evidence.text) or IN_A.search(opened["subject"])
    return told is not None and not TENSE.search(opened["subject"])


def of_itself(text: str, span: Span) -> Span:
    """ "Saturday" of "after Saturday’s meeting": it dates the meeting, and "after" what else is told."""
    before = AFTER.match(span.text)
    return Span.of(text, span.start + before.end(), span.end) if before and _is_genitive(text, span) else span


def _is_genitive(text: str, span: Span) -> bool:
    return text[span.end : span.end + 2] in ("’s", "'s")
