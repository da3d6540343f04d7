"""Words that tell of a meeting, a call, a round of talks, a visit, a letter, a document or a mediation."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence

from onrecord.model import ContactEvidence, Span
from onrecord.model.entries import JOURNEYS
from onrecord.reading.contacts.contact_clauses import JOIN, clauses_of
from onrecord.reading.contacts.date_lists import spread_days
from onrecord.reading.contacts.encounters import find_encounters
from onrecord.reading.contacts.gapping import part_gapped
from onrecord.reading.contacts.matters import is_matter
from onrecord.reading.contacts.occasions import TELLER, TRANSFER, clause_at, find_occasions, find_transfers
from onrecord.reading.contacts.politics import is_political
from onrecord.reading.contacts.scenery import TITLES, place_in
from onrecord.reading.contacts.status_words import STATUS_WORDS
from onrecord.reading.contacts.statuses import governed, prior_of, prior_of_status, with_predicate
from onrecord.reading.encoder.encoder import Encoded
from onrecord.reading.encoder.layout import CONTACT_KINDS, STATUSES
from onrecord.reading.forms.answers import find_answers
from onrecord.reading.language.auxiliaries import AUXILIARY
from onrecord.reading.language.cues import SAID
from onrecord.reading.language.dates import DATE, TRIGGER
from onrecord.reading.language.sentences import sentence_of
from onrecord.reading.language.weekdays import MONTH
from onrecord.reading.statements.attributions import best_class
from onrecord.reports.masthead import DATELINE

#: Words without one of which nothing is said of a contact.
CONTACT_WORDS = re.compile(
    r"\b(?:me(?:et|ets|eting|etings|t)|talk(?:s|ed|ing)?|sp(?:eak|eaks|oke|oken|eaking)|call(?:s|ed)?|telephon\w*|phone[ds]?|conversations?"
    r"|dialogue|discuss\w*|consult\w*|negotiat(?!or)\w*|rounds?|sessions?|summits?|conference|contacts?|visit\w*|travel\w*|trips?|fl(?:y|ies|ew|own)"
    r"|arriv\w*|receiv\w*|letters?|notes?|wr(?:ite|ote|itten|ites)|s(?:end|ent|ends)|documents?|papers?|drafts?|proposals?|lists?|plans?|hand(?:s|ed)?"
    r"|deliver\w*|convey\w*|submit\w*|message\w*|text(?:s|ed)|shuttl\w*|mediat(?!or)\w*|invit\w*|host\w*|between|s[aiu]t|sits?|commut\w*|gather\w*|sees?|saw"
    r"|exchang\w*|swap\w*|return\w*|table|join\w*|go(?:es|ing)?|went|lunch|dinner|breakfast|channels?|asked|answer\w*"
    r"|resum\w*|reconven\w*|continu\w*|more|another|din(?:ed|ing(?! (?:room|car|hall|table)s?\b))|lunched|lunching"
    r"|seeing|track|together|face|sign(?:s|ed|ing)?|initial\w*|g[ia]ve[sn]?|r[iau]ng|summon\w*|confer\w*|ceremony|audience|mission"
    r"|expected|in person|villa)\b",
    re.I,
)
#: What a contact is by the words of its evidence; the model decides where they leave it open.
KIND_WORDS = {
    "call": re.compile(
        r"\b(?:call(?:s|ed)?(?! (?:on|for|off)\b)|telephon\w*|(?:by|on the|over the) phone|phoned?|conversation|rang|hotline|by video"
        r"|(?:speak|talk) again|spoken (?:only )?(?:once|twice)|sp(?:oke|eaks) (?:(?:on \w+|again|today|directly|yesterday) )*with"
        r"|spoke (?:again|last|this|twice|for the))\b",
        re.I,
    ),
    "talks": re.compile(
        r"\b(?:talks|negotiat(?!or)\w*|rounds?|reconven\w*|dialogue|sittings?)\b",
        re.I,
    ),
    "letter": re.compile(r"\b(?:letters?|wrote|note)\b", re.I),
    "document": re.compile(r"\b(?:documents?|drafts?|papers?|proposals|sign(?:s|ed|ing)?|initial\w*)\b", re.I),
    "visit": re.compile(
        rf"\b(?:visit\w*|travel(?:s|led)?|trip|journey|fl(?:y|ies|ew)|arriv\w*|(?:is|are|was|were) due in(?= (?-i:(?!{MONTH})[A-Z])))\b",
        re.I,
    ),
    "mediation": re.compile(r"\b(?:shuttl\w*|mediat(?!or)\w*|commut\w*|between the (?:two )?capitals)\b", re.I),
    "meeting": re.compile(
        r"\b(?:met|meet|meets|meetings?|summit|(?:was|were|be) received by|(?:to|will|would) see (?=(?-i:[^\W\d_a-z]))"
        r"|receiv(?:e|es|ed) (?-i:the (?:[\w-]+ ){0,2}?(?:president|minister|premier|envoy|chancellor|ambassador)|[^\W\d_a-z][\w-]+))\b",
        re.I,
    ),
}
#: Those who negotiate have talks wherever they meet or go: "the delegations will meet again", "no delegation will travel to Bergen".
TEAMS_MEET = re.compile(
    r"\b(?:delegations?|negotiators|negotiating teams|(?:both|the) (?:parties|sides|teams))\b[^.;]*? (?:met|meet(?:ing)?|sat|sit|gather\w*"
    r"|reconvene\w*|travel\w*|fl(?:y|ies|ew)|return\w*|go(?:es)?|went)\b",
    re.I,
)
#: Who speaks face to face is in one place with the other, and who carries papers between two mediates.
SURE_WORDS = {
    "meeting": re.compile(
        r"\b(?:sp(?:oke|eaks?)|talk(?:ed|s)?) (?:(?:for|with) [\w ]{2,30} )?(?:alone|privately|in private|face to face)\b"
        r"|\b(?:invit\w+\b[^.;]* for an? (?:[\w-]+ )?|conversation\b[^.;]*? )(?:conversation|aboard|in person|face to face)\b"
        r"|\b(?:see|sees|saw|seeing|receiv(?:e|es|ed|ing)) (?:an?|the|his|her|its) (?:[\w-]+ )?delegation\b"
    ),
    "mediation": re.compile(
        r"\b(?:carr(?:y|ies|ied|ying)|ferr(?:y|ies|ied|ying)|relay(?:s|ed|ing)|tak(?:es?|ing)|took|pass(?:es|ed|ing)) (?:\w+ ){0,2}?"
        r"(?:messages|drafts|papers|proposals|letters|notes|offers|texts)\b[^.;:,]{0,20}? between\b"
        r"|\b(?:travel|fly|driv|walk|mov)(?:s|led|ling|ing|es|ed)? (?:back and forth )?between\b"
    ),
}
#: Who is to see somebody does not call him, whatever he did before.
SEES = re.compile(r"\b(?:to|will|would) see\b|\b(?:saw|sees|seeing)\b")
#: What a word of a kind adds to the score of the kind, as a natural logarithm: it decides between two that the model holds likely.
KIND_SCORE = 1.0
EDGES = " ,;:–—-"
#: Where a report was written is no part of what it tells: "BERGEN, 4 May (Wire) — The ministers met".
HEADED = re.compile(rf"^{DATELINE}", re.M)
FULL_STOP = re.compile(r"[a-z]{3}\.$")
LEAD = ' ,.”’"»)–—-'
#: Words that do not end a clause.
UNFINISHED = re.compile(r"\b(?:of|the|an?|on|in|at|to|with|and|between|by|for|from|over|about|before|after|his|her|their|its|\d+)$", re.I)
NEXT_WORD = re.compile(r" [\w’'-]+")
IN_NAME = re.compile(r"\b[^\W\d_a-z][\w’'-]*$")
NEXT_NAME = re.compile(r" [^\W\d_a-z][\w’'-]*")
#: What a clause does not begin with, and does not end with: "of Orvania took part in talks", "the call took place on 3 May and was".
CUT_LEFT = re.compile(r"(?:of|and|or)\b")
#: What stands before a name or a noun and belongs to it: "Foreign Minister Ivo Strand", "her last visit".
TITLE = re.compile(rf"(?:\b(?:{TITLES}|Deputy|Vice|Acting|Former|Admiral|Prince|Princess|Emir|Senator|Governor|Mayor)\.?[ -])+$")
OWN = re.compile(
    r"\b(?:[Hh]is|[Hh]er|[Ii]ts|[Tt]heir|[^\W\d_a-z][\w-]+[’']s?) (?:(?:first|second|third|last|latest|own|recent|planned) )?$"
)
OWNED = re.compile(r"(?:visit|trip|journey|letter|call|meeting|talks|conversation|mission)\b")
CUT_RIGHT = re.compile(r"(?:,?\s+(?:and|but|which|who|was|were|is|are|during|after|before|while|where|when))+$")
#: ", the spokeswoman of the ministry, Anna Veld, said at a briefing on Thursday": who tells it, and when.
_TELLER = r"(?!(?:and|but|who|which|where|while|when|after|before)\b)[^,.;\n]{2,80}"
SAID_BEHIND = re.compile(
    rf", (?:{_TELLER}, )?{_TELLER},? {SAID}\b"
    r"(?: (?:at|in|on|to|late|reporters)\b[^,;\n]*)?$"
)
#: An interview is not a contact that it tells of: "The minister received us on Thursday", "speaks by telephone from Bergen".
OWN_INTERVIEW = re.compile(
    r"\b(?:receive[sd] (?:us|me|him|her|them|(?:the )?(?:[^\W\d_a-z]\w+ )+(?:\w+ )?(?:on|at|in))"
    r"|(?:spoke|talked|sat down) (?:to|with) (?:the )?(?:[^\W\d_a-z]\w+ )+(?:\w+ )?(?:on|at|in|by)"
    r"|[Tt]h(?:e|is) conversation (?:took place|was)|(?:^|(?:[Ww]e|I|[^\W\d_a-z][\w’]+) )(?:met|spoke to|sat down with)"
    r" (?:him|her|them)|(?:[Ww]e|I) (?:met|spoke|talked)|by (?:tele)?phone from)\b"
)
#: What no word tells of is left out below this confidence: where it was looked at, four of ten were contacts, and on other kinds of text,
#: an encyclopedia or an opinion, hardly any.
GUESSED = 0.5
#: So far from some evidence the rest of a date that it cuts is looked for.
REACH = 40
#: Evidence of fewer words is a piece of something else.
FEWEST_WORDS = 2
#: Where no word tells of a contact, the model has to: its tags of a contact are ahead by so much, the mean over the pieces of a natural
#: logarithm (own reports and the talks' sets; below, as many are none as are one).
AHEAD_BY = 0.6
#: A verb of any meaning, if it is an auxiliary, regular, or one of the commonest others.
ANY_VERB = re.compile(
    rf"\b(?:{AUXILIARY}|be|been|[a-z]{{3,}}ed|came|comes|got|held|kept|left|made|ran|rode|sat|sits?|spent|took|went|goes)\b|[’'](?:ve|re|ll|d)\b"
)


def find_contacts(encoded: Encoded, tagged: Mapping[str, Sequence[Span]]) -> tuple[ContactEvidence, ...]:
    """Each span of the contact heads (head → spans), and each clause that plainly says of an occasion that it happens.

    The model tells kind and status, unless the words of the clause do; place, date and host are those told with it. A report that is
    not of politics, war or negotiation has none.
    """
    text = encoded.text
    if not is_political(text):
        return ()
    told = [
        whole(text, trim(text, part))
        for span in tagged["contact"]
        for part in clauses_of(text, span, encoded.sentences)
        if _tells(part) or stands_out(encoded, part)
    ]
    told = [without_teller(text, span) for span in told]
    opening = first_answer(text)
    told = [rest for span in told if not is_matter(text, span) and (rest := beside_interview(text, span) if span.end <= opening else span)]
    told = apart(with_predicate(text, span) for span in told)
    occasions = [(without_teller(text, span), kind) for span, kind in find_occasions(text) if not is_matter(text, span)]
    transfers = [(without_teller(text, span), kind) for span, kind in find_transfers(text) if not is_matter(text, span)]
    stated = [span for span, _ in (*occasions, *transfers) if not any(span.overlaps(e) for e in told)]
    forms = [(without_teller(text, span), kind) for span, kind in find_encounters(text) if not is_matter(text, span)]
    others = [(span, kind) for span, kind in forms if not any(span.overlaps(e) for e in (*told, *stated))]
    verbs = part_gapped(text, [*told, *stated, *(span for span, _ in others)])
    evidences = sorted(verbs)
    parts = {part: tagged[f"contact_{part}"] for part in ("place", "when", "by")}
    out: list[ContactEvidence] = []
    for evidence in evidences:
        verb = verbs[evidence]
        stretch = encoded.pieces.range_of(verb.start, verb.end)
        kind, sure_kind = best_class(encoded, "contact_kind", CONTACT_KINDS, [stretch], prior=prior_of_kind(verb.text))
        given = transfers if TRANSFER.search(verb.text) else []  # in "met him and handed him a list" only the second part is
        named = next((named for span, named in (*occasions, *given, *others) if named and span.overlaps(verb)), None)
        joined = out and JOIN.fullmatch(text, out[-1].evidence[0].end, evidence.start)
        if joined and not named and not _names_kind(evidence.text) and not SEES.search(evidence.text):
            named = out[-1].kind  # "two rounds have been held, and three more are planned"
        prior = prior_of_status(governed(text, verb), named or kind)
        status, sure_status = best_class(encoded, "contact_status", STATUSES, [stretch], prior=prior)
        sure = sure_kind * sure_status
        if not named and is_guess(verb.text, sure):
            named = next((named for span, named in forms if named and span.overlaps(verb)), None)
            if not named:
                continue
        beside = {part: _belonging(spans, evidence, evidences, encoded.sentences) for part, spans in parts.items()}
        beside["place"] = beside["place"] or place_in(text, evidence)
        out += spread_days(text, ContactEvidence((evidence,), named or kind, status, round(sure, 4), **beside))
    return tuple(out)


def is_guess(words: str, confidence: float) -> bool:
    """Whether the model alone takes some words for a contact, and is not sure of it: none of them tells of its kind."""
    return confidence < GUESSED and not _names_kind(words)


def _names_kind(words: str) -> bool:
    return any(pattern.search(words) for pattern in KIND_WORDS.values())


def prior_of_kind(words: str) -> dict[str, float]:
    """What the words of some evidence add to the scores of the kinds; who only travels pays a visit, and who only commutes mediates."""
    prior = prior_of(words, KIND_WORDS, KIND_SCORE)
    if TEAMS_MEET.search(words) and set(prior) <= {"meeting", "visit", "talks"}:
        prior = {**prior, "talks": 2 * KIND_SCORE}
    sure = next((kind for kind, pattern in SURE_WORDS.items() if pattern.search(words)), None)
    if sure and (sure == "mediation" or set(prior) <= {"call", "meeting"}):
        return {sure: 4 * KIND_SCORE}
    return {kind: 2 * score if kind in JOURNEYS else score for kind, score in prior.items()} if len(prior) == 1 else prior


def apart(spans: Iterable[Span]) -> list[Span]:
    """Some spans without those that another begins before and reaches into."""
    out: list[Span] = []
    for span in sorted(spans):
        out += [] if out and span.overlaps(out[-1]) else [span]
    return out


def without_teller(text: str, span: Span) -> Span:
    """Some evidence without what only says who tells it: "An aide said that the two met"."""
    teller = TELLER.match(text, span.start, span.end)
    rest = Span.of(text, teller.end(), span.end) if teller else span
    if behind := SAID_BEHIND.search(rest.text):
        rest = Span.of(text, rest.start, rest.start + behind.start())
    return rest if _tells(rest) and any(words.search(rest.text) for words in (*KIND_WORDS.values(), *STATUS_WORDS.values())) else span


def beside_interview(text: str, span: Span) -> Span | None:
    """What is told beside the interview itself: "We met her on Sunday, hours after a call to the minister"; None if nothing is."""
    interview = OWN_INTERVIEW.search(span.text)
    if interview is None:
        return span
    comma = text.find(", ", span.start + interview.end(), span.end)
    rest = Span.of(text, comma + 2, span.end) if comma >= 0 else None
    return rest if rest and _tells(rest) and any(words.search(rest.text) for words in KIND_WORDS.values()) else None


def first_answer(text: str) -> int:
    """Where the first answer of an interview stands; 0 if there is none."""
    return min((answer.content.start for answer in find_answers(text)), default=0)


def whole(text: str, span: Span) -> Span:
    """A span that does not break off within a date or a name, nor behind a word that needs another: "a call on 1", "a list of"."""
    start, end = span.start, span.end
    if CUT_LEFT.match(span.text) and (clause := clause_at(text, start)):
        start = clause[0] + len(text[clause[0] : start]) - len(text[clause[0] : start].lstrip(LEAD))
    before = TITLE if span.text[:1].isupper() else OWN if OWNED.match(span.text) else None
    if before and (lead := before.search(text, max(0, start - REACH), start)):
        start = lead.start()
    if not text[end:].lstrip()[:1].isupper() and (loose := CUT_RIGHT.search(text, start, end)):
        end = loose.start()
    around = max(0, start - REACH), min(len(text), end + REACH)
    for date in DATE.finditer(text, *around) if TRIGGER.search(text, *around) else ():
        if date.start() < end and start < date.end():
            start, end = min(start, date.start()), max(end, date.end())
            if end == date.end():
                return Span.of(text, start, end)
    while more := _next_word(text, start, end):
        end = more.end()
    return Span.of(text, start, end)


def _next_word(text: str, start: int, end: int) -> re.Match[str] | None:
    if UNFINISHED.search(text, start, end):
        return NEXT_WORD.match(text, end)
    return NEXT_NAME.match(text, end) if IN_NAME.search(text, start, end) else None


def _tells(span: Span) -> bool:
    return len(span.text.split()) >= FEWEST_WORDS and bool(CONTACT_WORDS.search(span.text))


def stands_out(encoded: Encoded, span: Span) -> bool:
    """Whether the model marks a clause so plainly that no word of a contact has to be in it: "she is now in with the premier".

    It marks places too, where armies and travellers come to them; these have no verb.
    """
    if not ANY_VERB.search(span.text):
        return False
    scores = encoded.head("contact")[slice(*encoded.pieces.range_of(span.start, span.end))]
    return float((scores[:, 1:].max(1) - scores[:, 0]).mean()) >= AHEAD_BY


def trim(text: str, span: Span) -> Span:
    """A span with a word in it, without punctuation at its edges."""
    dateline = HEADED.match(text, span.start, span.end)
    start = dateline.end() if dateline else span.start + len(span.text) - len(span.text.lstrip(EDGES))
    end = span.end - len(span.text) + len(span.text.rstrip(EDGES))
    return Span.of(text, start, end - 1 if FULL_STOP.search(text, start, end) else end)


def _belonging(spans: Sequence[Span], evidence: Span, evidences: Sequence[Span], sentences: list[tuple[int, int]]) -> tuple[Span, ...]:
    """The spans within the evidence; failing that, those in its sentence that no other evidence covers."""
    inside = tuple(span for span in spans if evidence.covers(span))
    if inside:
        return inside
    start, end = sentence_of(sentences, evidence.start)
    free = (span for span in spans if not any(other.overlaps(span) for other in evidences if other != evidence))
    return tuple(span for span in free if start <= span.start < end)
