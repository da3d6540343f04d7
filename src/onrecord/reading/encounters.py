"""Clauses that plainly tell of a contact in other words than those of an occasion: "wrote to", "no such meeting", "flies to"."""

from __future__ import annotations

import re
from dataclasses import dataclass

from onrecord.model import Span
from onrecord.reading.dates import DATE, MONTH, WEEKDAY
from onrecord.reading.denials import FINITE
from onrecord.reading.occasions import TELLING, clause_at

_NAME = r"[^\W\d_a-z][\w’'-]+"
_OCCASION = r"(?:meetings?|summits?|calls?|talks|conversations?|letters?|lunch|dinner|encounter|visits?|rounds?|contacts?)"
_THING = (
    r"(?:documents?|drafts?|letters?|lists?|notes?|papers?|proposals?|\d+ names|envelopes?|maps?|memorand(?:um|a)|roadmap|telegram|page)"
)
_NEGOTIATIONS = r"(?:[Tt]alks|[Nn]egotiations|[Dd]ialogue|[Cc]onsultations|[Cc]ontacts)\b"
#: What is only threatened, asked for or denied is not so.
_NOT_YET = r"(?<!not )(?<!never )(?<!without )(?<!threatened )(?<!n’t )(?<!against )"
_TEAMS = r"(?:delegations|negotiators|negotiating teams|teams|sides|parties)"
_PEOPLE = r"(?:ministers|presidents|premiers|envoys|experts|commissioners|leaders|deputies|technicians|engineers|ambassadors)"
_OFFICERS = (
    r"(?:officers|officials|(?:minister|president|envoy|counterpart|delegation|commander|leader|ambassador|general|negotiator|premier)s?"
    r"|representatives|mediators?)"
)
_MEET_AGAIN = (
    r"(?:(?:will |would |are (?:due |expected |set )?to |(?:have |had )?agreed to |intend to |begin |begins )"
    r"(?:meet|be back|come back|return|resume|reconvene|gather|sit down|talk|work)\b|reconvene\b|resume(?! their)\b|gather\b|begin work\b"
    r"|sit down\b|(?:never (?:once )?|have |had )?sat (?:down )?(?:in|at|together|with|opposite)\b)"
)


@dataclass(frozen=True)
class Form:
    """A form of words, the kind of contact that it tells of if it says so, and whether it must be dated; `whole` if the clause counts.

    Where the words have a group `told`, what is told begins with it.
    """

    words: re.Pattern[str]
    kind: str | None = None
    dated: bool = False
    whole: bool = True


#: The groups `letter`, `call` and `meeting` say the kind, where a form leaves it open.
FORMS = (
    Form(
        re.compile(
            r"\b(?:wrote|written) (?:back )?to (?:me|us|him|her|them|your|"
            r"(?:the |his |her |its |this |our )?(?!this\b|our\b|the\b|(?:news)?paper|editor|press|readers?|journalists?|reporters?)\w+)\b"
        ),
        "letter",
    ),
    Form(
        re.compile(
            r"(?<!was )(?<!were )\b(?:flies|flew|will fly|is to fly|travels|travelled|will travel|is to travel|would travel"
            rf"|heads|goes|will go|is (?:expected|due|awaited)|has gone|went) (?:to|in) {_NAME}"
        ),
        "visit",
        dated=True,
    ),
    Form(
        re.compile(
            rf"\b(?:(?:any|no) such {_OCCASION}|[Tt]here (?:was|had been|has been) (?:no|never an?|never any) (?:secret )?{_OCCASION}"
            rf"|receipt of (?:any|the|an?) letter|no (?:knowledge|record|memory) of (?:any|an?|the|such an?) {_OCCASION})\b"
        ),
        whole=False,
    ),
    Form(
        re.compile(
            r"\b(?:did not|has not|have not|had not|never) (?:yet )?(?:meet|met|speak|spoken|spoke|talk|talked)"
            r" (?:face|in person|directly|each other|(?:to|with) (?:each|one another|him|her|them)|(?:with )?(?:him|her|them)\b"
            r"|(?:with )?(?:any )?[^\W\d_a-z][\w-]+\b(?![’']))"
        ),
    ),
    Form(
        re.compile(
            rf"(?<!not )(?<!never )\bden(?:y|ies|ied)(?: on {WEEKDAY})?"
            r"(?:(?: (?:an?|the|any|all) (?:\w+ )?(?:reports?|claims?|rumou?rs?|allegations?))?"
            r" that (?P<told>[^.;:,\n]{2,60}? (?:had|has|have)(?: ever| once)?)| having(?: ever| once)?)"
            r" (?:met|spoken|talked|seen|visited|telephoned|been received)\b"
        ),
        whole=False,
    ),
    Form(
        re.compile(
            rf"\b(?:den(?:y|ies|ied)|(?:dismiss|reject|refut)(?:es|s|ed)) (?:\w+ ){{0,3}}?(?:rumou?rs?|reports?|claims?|allegations?) of"
            rf" (?:an?|any|such an?|secret|direct) (?:\w+ )?{_OCCASION}"
        ),
        whole=False,
    ),
    Form(re.compile(r"\b[Tt]here (?:was|had been) an? (?:call|meeting|conversation|letter)\b"), whole=False),
    Form(re.compile(rf"\b{_PEOPLE}\b[^.;:,\n]{{0,40}}? {_MEET_AGAIN}"), dated=True),
    Form(
        re.compile(rf"\b(?:[Tt]he |[Bb]oth |[Aa]ll )?(?:two |three )?(?:\w+ )?{_TEAMS}\b[^.;:,\n]{{0,30}}? {_MEET_AGAIN}"),
        "talks",
        dated=True,
    ),
    Form(
        re.compile(
            r"\binvit(?:ed|es) (?:both|the|them|him|her|me|us|[^\W\d_a-z]\w+)[^.;:,\n]{0,40}? (?:to|for) (?!(?:say|think|see|comment)\b)\w+"
        ),
        whole=False,
    ),
    Form(
        re.compile(
            r"\b(?:offer(?:s|ed)?|ready|willing|propos(?:es|ed)) (?:once more |again )?to (?:host|seat) (?:both|the (?:two )?|their)"
        ),
        "talks",
        whole=False,
    ),
    Form(re.compile(rf"\b(?:gave|handed|passed|presented) (?:the \w+|him|her|them|us|{_NAME}) [^.;:,\n]{{0,30}}?\b{_THING}\b"), "document"),
    Form(
        re.compile(
            rf"\b{_THING}\b[^.;:,\n]{{0,40}} (?:was|were|has been|had been|have been) (?:handed|passed|delivered|conveyed|transmitted)"
            r" (?:over |on )?to\b"
        ),
        "document",
    ),
    Form(re.compile(r"\b(?:spoke|spoken|talked|conferred) (?:\w+ ){0,2}(?:by|on the|over the) (?:tele)?phone\b"), "call"),
    Form(
        re.compile(
            r"\b(?:rul(?:es?|ed) out|refus(?:es?|ed)|reject(?:s|ed)|declin(?:es?|ed)) (?:an?|any|another|further|such an?) (?:\w+ )?"
            r"(?:meeting|talks|conversation|call|encounter|visit)\b(?! (?:for|to|on)\b|[’'])"
        ),
    ),
    Form(
        re.compile(
            rf"\bmet (?:with )?(?:(?!{WEEKDAY}|{MONTH}){_NAME}|(?:the|his|her|its|their|two|several) (?:[\w-]+ ){{0,2}}?{_OFFICERS})\b"
        ),
        "meeting",
        dated=True,
    ),
    Form(re.compile(r"\b(?:sat|are|is|were|was|have been|had been) (?:together )?in (?:one|the same) (?:room|building)\b"), "meeting"),
    Form(
        re.compile(
            r"\b(?:shuttled|commuted|(?:has been|have been) (?:shuttling|commuting|mediating)) between (?:the |both )?(?:two )?"
            r"(?:capitals|sides|parties|delegations|governments|camps|[^\W\d_a-z])"
        ),
        "mediation",
    ),
    Form(
        re.compile(
            r"\b(?:an?|the|another|any) (?:\w+ )?(?:summit|meeting|round|call|visit)\b[^.;:,\n]{0,40}?"
            r" (?:is|was|are|were|remains?|would be) (?:still |again )?(?:possible|conceivable|on the table)\b"
        ),
        whole=False,
    ),
    Form(
        re.compile(
            r"\b(?:in|during) (?:their|his|her|an?) (?:(?:tele)?phone |telephone |short |long |first |last )?(?:call|conversation)\b"
        ),
        "call",
        dated=True,
        whole=False,
    ),
    Form(re.compile(r"\bexchanged (?:\w+ )?(?:messages|letters|notes)\b"), "letter"),
    Form(re.compile(rf"\b(?:telephoned|phoned|rang) (?:(?:his|her|the|an?) [\w’-]+|{_NAME})"), "call"),
    Form(
        re.compile(r"\brefus(?:es|ed) to (?:see|meet|receive) (?:with )?(?:him|her|them|(?:his|her|the|an?) [\w’-]+|[^\W\d_a-z][\w-]+)"),
        "meeting",
    ),
    Form(re.compile(r"\b(?:[Tt]hey|[Tt]he two)(?: men| women)? had (?:first |last |already |previously )?(?:met|spoken)\b"), dated=True),
    Form(re.compile(r"\bhad (?:also |already )?(?:spoken|talked|met) (?:only )?(?:once|twice|(?:three|four|several) times)\b")),
    Form(re.compile(r"\b(?:seen|saw|met) each other\b"), "meeting", dated=True),
    Form(
        re.compile(
            r"\b(?:[Bb]oth|[Tt]hey|[Tt]he two)(?: men| women| of them)? (?:\w+ ){0,2}?(?:agreed|are due|are expected|are) to"
            r" (?:meet|talk|speak)\b"
        ),
        dated=True,
    ),
    Form(re.compile(r"\bwho (?:had |have )?met (?:on|in|at)\b"), "meeting", dated=True),
    Form(
        re.compile(
            rf"{_NOT_YET}\b(?:suspend(?:s|ed|ing)|fr(?:oze|ozen|eezes|eezing)|halt(?:s|ed|ing)|paus(?:es|ed|ing)|adjourned"
            r"|(?:breaks?|broke|broken|breaking) off|decided to (?:suspend|freeze|halt|pause|break off)|(?:put|puts|putting) on hold)"
            rf" (?:[\w’-]+ ){{0,3}}?{_NEGOTIATIONS}"
        ),
        "talks",
    ),
    Form(
        re.compile(
            rf"{_NEGOTIATIONS}\b[^.;:,\n]{{0,60}}? (?:are|were|is|was|have been|has been|had been|remain|remained|stay) (?:now |still )?"
            r"(?:suspended|frozen|(?:put )?on hold|broken off|paused|halted)\b"
        ),
        "talks",
    ),
    Form(re.compile(rf"\b(?:suspension|freeze|freezing|halting) (?:of|in|on) (?:[\w’-]+ ){{0,3}}?{_NEGOTIATIONS}"), "talks"),
    Form(re.compile(rf"\b(?:exchange[ds]? (?:of )?(?:their )?(?:two |sealed )*{_THING}|[Ll]etters exchanged)\b"), "document"),
)
SOON = re.compile(
    r"\b(?:in|within) (?:an?|two|three|four|five|six|seven|eight|nine|ten|\d+|a few|some|the coming|several) (?:day|week|month)s?\b"
)
#: What leaves it open: a question, a condition.
OPEN = re.compile(r"\b(?:if|whether|unless|would not|asked (?:whether|if))\b", re.I)
#: What somebody says ends with its quotation marks: "no such visit,” he said".
END_OF_WORDS = re.compile(r"[,.!?][”\"»](?=\s)")
#: "…, Ivo Strand told reporters": who tells it.
SAID_BEHIND = re.compile(r", [^,.;\n]{2,60} (?:said|says|announced|told [\w ]+|reported|added|confirmed)(?=[.,\s]|$)")
#: What goes on with the subject of a clause.
JOINED = re.compile(r"[\s,]*and (?:the |an? |his |her |its |their )?(?:\w+ )*?[^\W\d_a-z]")
LEAD = ' ,.”’"»“«)—–-'
KINDS = {"meeting": "meeting", "summit": "meeting", "lunch": "meeting", "dinner": "meeting", "encounter": "meeting",
         "call": "call", "conversation": "call", "talks": "talks", "round": "talks", "letter": "letter", "visit": "visit"}  # fmt: skip
OCCASION = re.compile(r"\b(?:" + "|".join(KINDS) + r")", re.I)


def find_encounters(text: str) -> list[tuple[Span, str | None]]:
    """(evidence, kind) of every clause with one of the forms; the kind is None where the words leave it open."""
    out: list[tuple[Span, str | None]] = []
    for form in FORMS:
        for found in form.words.finditer(text):
            clause = clause_at(text, found.start())
            if clause is None or text[clause[1] : clause[1] + 1] == "?" or OPEN.search(text, clause[0], found.start()):
                continue
            if form.dated and not (DATE.search(text, *clause) or SOON.search(text, *clause)):
                continue
            kind = form.kind or next((KINDS[m[0].lower()] for m in OCCASION.finditer(found[0])), None)
            told = found.start("told") if found.groupdict().get("told") else found.start()
            start = told if not form.whole else _beginning(text, _with_all(text, clause[0]), found.start())
            stop = END_OF_WORDS.search(text, found.end(), clause[1]) or SAID_BEHIND.search(text, found.end(), clause[1])
            evidence = Span.of(text, start, max(stop.start() if stop else clause[1], found.end()))
            if not any(evidence.overlaps(other) for other, _ in out):
                out.append((evidence, kind))
    return out


def _beginning(text: str, start: int, verb: int) -> int:
    """Where what is told begins: behind the words that only say who tells it, and when they said so."""
    start = _lead(text, start, verb)
    before = TELLING.match(text, start, verb)
    if not before:
        return start
    said_on = next((day for at in ("", "on ") if (day := DATE.match(text, before.end() + len(at), verb))), None)
    return _lead(text, said_on.end(), verb) if said_on else before.end()


def _with_all(text: str, start: int) -> int:
    """Where the clause begins that goes on with "and the other": "Veld, the minister, and Strand met"."""
    before = clause_at(text, start - 1) if JOINED.match(text, start) else None
    while before and text[before[1] : before[1] + 1] == "," and not FINITE.search(text, *before):
        start, before = before[0], clause_at(text, before[0] - 1) if before[0] else None
    return start


def _lead(text: str, start: int, end: int) -> int:
    """Where words begin behind what only leads to them."""
    return start + len(text[start:end]) - len(text[start:end].lstrip(LEAD))
