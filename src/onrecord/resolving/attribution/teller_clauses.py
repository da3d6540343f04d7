"""Clauses and phrases that tell of saying: “two aides recalled”, “says her aide”, “according to an aide”, “read out by a guest”.

All of them are found here, wherever they stand in a sentence. Whether who tells speaks or relays is for others to say: `tellers.py` gives
the sentence around such a clause to whose words it has, `relayers.py` puts who tells into the chain.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator, Mapping, Set
from dataclasses import dataclass
from functools import lru_cache

from onrecord.model import Span
from onrecord.reading.language.auxiliaries import AUXILIARY
from onrecord.reading.language.cues import JOURNALISTS
from onrecord.reading.language.verbs import ADVERBIAL, CLAUSE, TO_WHOM, VERB, WHO_IS
from onrecord.reading.statements.parts import ACCORDING
from onrecord.resolving.names.forms import DOCUMENT, INDEFINITE, OUTLET, OUTLET_NAME, PEOPLE_PRONOUNS, PRONOUNS, RECORD
from onrecord.resolving.names.kinds import tokens_of

#: Verbs of quoting, and what says whom somebody quotes.
QUOTE, CITE = r"quot(?:es?|ed)|cit(?:es?|ed)", r"citing|quoting|referring to|with (?:a )?reference to"
#: What an outlet has something on.
ON_THE_WORD = r"on the (?:word|strength|authority|say-so|faith|evidence|testimony)"
#: Those who write reports relay nothing: what they hear is said to the reports.
PRESS = re.compile(
    rf"\b(?:{JOURNALISTS}|reporter|correspondent|press(?! (?:secretary|officer?|service|spokes\w+|aide|attach[eé])\b)|media)\b",
    re.I,
)
#: Where a clause begins within a sentence, and at its start, where it needs a conjunction: "As the ministry informs, …".
BEGINS = re.compile(r"(?<=[,;:”’\"»—–] )(?P<lead>(?:as |(?:or )?(?:at least )?so )?)")
FIRST = re.compile(r"\s*(?P<lead>(?:As|(?:Or )?(?:[Aa]t least )?[Ss]o) )")
#: A sentence that begins so tells of saying what the one before it says: "So much two ministers confided to the radio."
BACK = re.compile(r" (?:So(?: much)?|This|That much|Thus) ")
#: "Says her aide": who tells stands behind the verb.
_WORD = rf"(?!{AUXILIARY}\b)[^\s,.;:“”\"]+"
INVERTED = re.compile(
    r"(?:says?|said|adds|claims|recalls|explain(?:s|ed)|insists|relates|recounts|reports|writes|remark(?:s|ed)|confide[sd]|disclose[sd]"
    r"|assure[sd]|whisper(?:s|ed)|relay(?:s|ed)"
    r"|(?<=as )(?:writes?|reports?|wrote|reported|informs?|informed|notes?|states?|stated|communicates?|communicated|transmits?)) "
    r"(?P<who>(?!(?:on|in|at|by|to|for|from|of|with|after|before|during|that|it)\b)"
    rf"(?:{_WORD} ){{0,5}}?{_WORD}{WHO_IS})(?=[,.;\n]| [–—-] |$)"
)
PERFECT = re.compile(r" (?:has|have|had) ")
#: Behind who tells with an apposition, "his deputy, Ivo Strand,": the rest of the clause, and what it stands after.
_TOLD = re.compile(rf",? (?:(?:also|later|then|privately|since|has|have|had|further) )*{VERB}{TO_WHOM}{ADVERBIAL}(?=[,.;]|$)")
_AFTER = re.compile(r"[,”’\"»—–] (?:as )?(?:the |an? )?$")
#: What joins a clause to another one, or makes it part of one.
JOINS = re.compile(
    r"(?:and|but|or|while|whereas|after|before|because|when|where|who|which|whom|whose|that|if|although|though|since|so|what|how|it|there"
    r"|not|yet|then|also|only|even)\b",
    re.I,
)
SPEAK = frozenset({"office", "rank", "relation", "plural", "body", "name"})
#: What speaks for who wrote it, "…, the statement said", or is evidence of what was said, "…, minutes show".
EVIDENCE = re.compile(
    r"\b(?:(?:an?|the|this|some|its|his|her|their|two|three|several) )?(?:[\w-]+ ){0,2}?"
    rf"(?:(?!report)|(?<=the ))(?:{DOCUMENT}|{RECORD})s?"
    r"(?: of (?:(?:his|her|its|their) [\w’'-]+(?=[,.;:]|$)|(?:the |an? )?[\w’'-]+))?\b",
    re.I,
)
_COME_OUT = re.compile(
    r"(?: (?:seen|obtained|reviewed|read|heard|unsealed|declassified|released|published|issued|leaked|dated|circulated|filed|made public)"
    r"\b.*)?",
    re.I,
)
_SHOWED = (
    r"(?:published|obtained|aired|broadcast|carried|posted|released|quoted|showed|shown|forwarded|passed on|handed over|shared|leaked)"
)
#: What stands before a relayer that is named beside the speaker: "according to …".
BESIDE = re.compile(
    rf"(?:\b|(?=, by ))(?:{ACCORDING.pattern}|per(?= the\b)|if (?:one|you) (?:believes?|trusts?|follows?|(?:is|are) to believe)"
    r"|(?:judging|to judge|going|to go) by(?: what)?"
    r"|to hear(?= .+ tell)|(?<![a-z] )to believe(?= (?:the |an? )?(?-i:[^\W\d_a-z]))"
    r"|(?<=, )so(?= (?:the )?(?-i:[^\W\d_a-z])[\w’-]+(?: (?-i:[^\W\d_a-z])[\w’-]+){0,3},)"
    r"|(?:by|through) the (?:intermediary|voice|mouth) of(?: (?:this|the) same)?"
    r"|if(?= [^.;\n]{2,80}? (?:(?:is|are) (?:to be believed|right|genuine|authentic|accurate|correct|not mistaken)\b"
    r"|\w+ (?:it )?(?:rightly|correctly)|(?:has|have) (?:(?:him|her|it|them) right|understood (?:him|her|it|them))\b))"
    r"|(?:by|in)(?= [^,.;\n]{2,60}[’'](?:s |(?<=s[’']) )(?:own )?(?:account|telling|version|recollection|retelling)\b)"
    r"|(?:note|letter|statement|post|video|recording|message|document|interview|memo|cable|draft|clip|photograph)(?: that| which)?"
    rf"(?= [^,.;\n]{{2,40}} (?:has |had )?{_SHOWED}\b)"
    r"|(?:by|in) the (?:translation|rendering|recollection|retelling) of|"
    rf"(?:citing|quoting) (?:an? |the )?(?:{RECORD}|account)s?"
    rf" (?:taken|made|kept|written|given|provided|leaked|recorded) by|{CITE}|relying on"
    rf"|leaning on|invoking|{ON_THE_WORD} of|(?:as )?(?:we|one) (?:reads?|hears?|learns?|knows?) (?:in|from)"
    r"|through|via|by way of|in the words of|from what"
    r"|(?:by|from) (?:the )?(?:report|information|words?) of|in (?:the )?(?:transmission|version) of"
    rf"|as (?:is|was) (?:said|stated|noted|reported|indicated|emphasi[sz]ed) in (?:an?|the|its|his|her) "
    rf"(?:[\w-]+ ){{0,2}}?(?:{DOCUMENT}) (?:of|by|from)"
    r"|as (?:informs|communicates)|(?:sends?|sent) word,? (?:by|through|with)"
    r"|(?:told|said|related|relayed|recounted|described|reported|recalled|cited|quoted"
    r"|carried|broadcast|aired|played|circulated|monitored|translated"
    r"|delivered|transmitted|forwarded|repeated|picked up|smuggled out|handed over|passed (?:on|to (?:this|our|the) \w+)"
    r"|read(?: out| aloud)?|(?:re)?posted|shared|reprinted|retweeted"
    r"|saying|conveyed|believed|thought),?(?: (?:on|in|into|at|to|before|during) (?:the |an? )?[\w’-]+(?: \w+)?)? by"
    r"|(?:provided|supplied|released|distributed|obtained) by|(?:sent|given|handed|leaked|passed|shown) to"
    r"|, by(?= (?:his|her|its|their) )|(?:quoted|cited|carried) in|(?:seen|published) (?:by|in)|(?:has|have|had) (?:it|this|that) from)\s+",
    re.I,
)
#: The words that name somebody after it: up to a stop, or to what he is said to relay.
NAMED = re.compile(
    r"[^\W\d_][\w’'-]*"
    r"(?:\s+(?!(?:(?<!close )to|(?:is|are) to|that|as|and said|and \w+ (?:by|in|from|to)"
    r"|(?:has|have) (?:understood|(?:him|her|it|them) right)"
    rf"|texts?|tells?|told|writes?|wrote|{_SHOWED})\b)[\w’'-]+){{0,11}}"
)
#: Before a name: "the Harbour Master" of "by the Harbour Master Ole Vang".
TITLE = re.compile(r"(?:(?:the|an?) )?(?:[^\W\d_a-z][\w’'-]+ ){0,3}")
#: Behind these words documents can stand as well as people.
SHOWS = re.compile(r"per|if|judging|to judge|going|to go", re.I)
#: Only who is meant by name, or by what people are, is a relayer after these words.
VAGUE = re.compile(r"through|via|by way of|, by|in the words of", re.I)
#: Only an outlet passes on what it was sent.
TO_OUTLET = re.compile(r"(?:sent|given|handed|leaked|passed|shown) to", re.I)
#: Outlets do so; whatever has a name behind these words is one.
CARRIED = re.compile(
    r"(?:carried|broadcast|aired|circulated|monitored|translated|published|(?:re)?posted|shared|reprinted|quoted|cited) (?:by|in)|if", re.I
)
THEIRS = re.compile(r"(?:his|her|its|their) ", re.I)
#: A body's own channels say what it says itself.
CHANNELS = frozenset("radio channel channels television tv website site portal account embassies embassy".split())
PEOPLE = frozenset({"office", "rank", "relation", "plural", "body"})
#: People who are only called so where nobody names them.
CIRCLES = re.compile(r"(?:(?:the|some|certain|several) )?(?:[\w-]+ )?(?:circles|informants|listeners|insiders|witnesses)\b", re.I)
#: "According to which": who is meant stands before; "this newspaper" is where it stands, "his information" what he knows.
RELATIVE = re.compile(
    rf"(?:which|whom|whose|this (?:{OUTLET})|(?:our|his|her|its|their) (?:own )?(?:informations?|knowledge|figures))\b", re.I
)
#: "By the mediators’ account": they stand in the genitive.
ACCOUNT = re.compile(r"(?:by|in)\s+$", re.I)
#: Phrases of whom somebody else in the sentence cites.
CITES = re.compile(r"citing|quoting|referring|relying|leaning|invoking|on the|with", re.I)
#: Behind an outlet, before what it reports: "has it from two officials that …".
HAS_IT = re.compile(r" (?:also |now |still )?has it from [^,;:.\n“”\"]+? that\b")
#: An outlet or body that goes on.
BODY = re.compile(r"\bIt\b")
#: Where a clause ends.
CLOSES = re.compile(r"(?=[,.;:”\"\n]| [–—-] |$)")
#: What stands before "read out by" or "with reference to": "in a letter", "as the agency transmits".
STRETCH = re.compile(r"(?:(?<=, )|(?<=[.!?—–] )|^|(?<=\n))(?P<as>as )?[^,;:.!?\n“”\"]{0,80}$", re.I)
#: "Read out a letter in which he …", "published what it said was a letter in which he …": whoever does so relays it.
IN_WHICH = re.compile(
    rf",?{ADVERBIAL},? (?:(?:also|later|then|has|had|have) )*"
    r"(?:reads?|published|publishes|released|played|quoted|passed|relayed|delivered|circulated|distributed|leaked|posted|printed|aired"
    r"|broadcast|carried|cited|conveyed|handed over|forwarded|showed|produced|presented|ran) (?:[^,.;:\n“”\"]{0,40} )??"
    r"(?:what (?:it|he|she|they) (?:said|called|described as)(?: was| were)? )?"
    r"(?:an?|the|parts of an?|(?:an )?(?:excerpts?|extracts?|passages?) (?:of|from) (?:an?|the)) "
    rf"(?:[\w-]+ ){{0,3}}?(?:{DOCUMENT}|{RECORD}|video|order|decree|speech|address|interview|sermon)"
    r"(?: [^,.;:\n“”\"]{0,80}?)?,? "
    r"(?:in which|(?=which (?:\w+ ){0,2}?\w+(?:ed|s) )"
    r"|(?:which|that)(?= [^,.;:\n“”\"]{2,60}? (?:is|was|had|has|made|gave|wrote|delivered|recorded)\b)) "
)

#: So many sentences stay taken apart: those of a report, which several rules ask for.
SENTENCES = 512


@dataclass(frozen=True)
class Telling:
    """A clause or phrase that tells of saying.

    Attributes:
        teller: who tells.
        span: all of it, with "as" before it and without the commas around it.
        lead: what stands before who tells in a phrase, "according to"; nothing in a clause.
    """

    teller: Span
    span: Span
    lead: str = ""


class Tellings:
    """The clauses and phrases of a report that tell of saying."""

    def __init__(self, text: str, types: Mapping[Span, str]) -> None:
        """`types` are the report's mentions, and what each is."""
        self._text, self._types, self._mentions = text, types, sorted(types)
        full = (m.text.rstrip(",").split() for m, kind in types.items() if kind == "person")
        self._surnames = frozenset(words[-1] for words in full if len(words) > 1 and words[-1][0].isupper())

    def within(self, start: int, end: int) -> Iterator[Telling]:
        """The phrases, then the clauses of a sentence, which begins at `start` and ends before `end`."""
        text, mentions = self._text, self._mentions
        near = mentions[bisect_left(mentions, Span(start, start + 1, " ")) : bisect_left(mentions, Span(end, end + 1, " "))]
        types = {m: self._types[m] for m in near}
        for lead in _leads(text, start, end):
            if named := _named_after(text, lead, end, types, self._surnames):
                yield Telling(named, Span.of(text, lead.start(), named.end), lead[0])
        yield from (t for t in _clauses(text, start, end) if may_speak(t.teller.text))
        pronouns = (Span.of(text, *m.span()) for m in BODY.finditer(text, start, end))
        for m in (*near, *(p for p in pronouns if p not in types)):
            led = IN_WHICH.match(text, m.end, end) or (types.get(m) == "outlet" and HAS_IT.match(text, m.end, end))
            if led:
                yield Telling(m, Span.of(text, m.start, led.end()))

    def behind(self, end: int) -> Telling | None:
        """The clause that begins the next sentence, behind `end`, and tells of saying what stands before it: "So two aides informed us"."""
        text = self._text
        opening = BACK.match(text, end)
        clause = opening and CLAUSE.match(text, opening.end())
        if not opening or not clause or JOINS.match(clause["who"]) or not may_speak(clause["who"]):
            return None
        return Telling(Span.of(text, *clause.span("who")), Span.of(text, end, clause.end()))

    def around(self, source: Span, start: int, end: int) -> Telling | None:
        """The clause or phrase of a sentence in which somebody stands who was read as a source, if he only tells of something in it."""
        text = self._text
        if led := IN_WHICH.match(text, source.end, end):
            return Telling(source, Span.of(text, source.start, led.end()))
        near = (t for t in _clauses(text, start, end) if abs(t.teller.start - source.start) <= len("the "))
        if clause := next((t for t in near if source.end <= t.teller.end), None):
            return clause
        if "," in source.text and _AFTER.search(text, start, source.start) and (told := _TOLD.match(text, source.end, end)):
            return Telling(source, Span.of(text, source.start, told.end()))
        for lead in _leads(text, start, end):
            if text[lead.end() : source.start] in ("", "the ", "an ", "a ") and lead.end() <= source.start:
                stretch = STRETCH.search(text, start, lead.start()) if CLOSES.match(text, source.end) else None
                if CITES.match(lead[0]) and not lead[0].endswith(" by ") and not (stretch and stretch["as"]):
                    before = (t for t in _clauses(text, start, end) if text[t.span.end : lead.start()] in (", ", " "))
                    citing = next(before, None)
                    return Telling(source, Span.of(text, citing.span.start, source.end), lead[0]) if citing else None
                return Telling(source, Span.of(text, stretch.start() if stretch else lead.start(), source.end), lead[0])
        return None


@lru_cache(maxsize=SENTENCES)
def _leads(text: str, start: int, end: int) -> tuple[re.Match[str], ...]:
    """Where a sentence has words like "according to"."""
    return tuple(BESIDE.finditer(text, start, end))


@lru_cache(maxsize=SENTENCES)
def _clauses(text: str, start: int, end: int) -> tuple[Telling, ...]:
    """The clauses of a sentence that have a subject, a verb of saying and nothing that is said."""
    out = []
    first = FIRST.match(text, start, end)
    for opening in (*([first] if first else []), *BEGINS.finditer(text, start, end)):
        clause = CLAUSE.match(text, opening.end(), end) or INVERTED.match(text, opening.end(), end)
        # "As the police have said": they say so too.
        if not clause or JOINS.match(clause["who"]) or (opening["lead"] and PERFECT.match(text, clause.end("who"))):
            continue
        document = EVIDENCE.match(clause["who"])
        who = Span.of(text, clause.start("who"), clause.start("who") + document.end() if document else clause.end("who"))
        out.append(Telling(who, Span.of(text, opening.start("lead"), clause.end())))
    return tuple(out)


def _named_after(text: str, lead: re.Match[str], end: int, types: Mapping[Span, str], surnames: Set[str]) -> Span | None:
    """Whom the words after "according to" and the like name: a mention that begins there, or else the words up to a stop."""
    named = NAMED.match(text, lead.end(), end)
    if not named or PRESS.search(named[0]) or RELATIVE.match(named[0]):
        return None
    near = [span for span in types if lead.end() <= span.start and span.end <= end]
    mentions = [m for m in near if m.start <= lead.end() + len("the ")]
    mentions = mentions or [m for m in near if types[m] == "person" and TITLE.fullmatch(text, lead.end(), m.start)]
    span = max(mentions, key=lambda m: m.end, default=None)
    # "The government’s press service" is not the government.
    owner = span is not None and text.startswith(("’s ", "'s "), span.end) and not ACCOUNT.match(lead[0])
    cut = span is not None and span.text.split()[-1].lower() in PRONOUNS  # "people familiar with his" thinking
    if span and (cut or owner or types[span] in ("country", "place") or span.text.lower() in PRONOUNS):
        span = None if named[0].lower() in PRONOUNS or len(span.text) >= len(named[0]) else Span.of(text, *named.span())
    elif span is None:
        span = Span.of(text, *named.span())
    if span is None or span.text.lower() in PRONOUNS:
        return None
    if TO_OUTLET.fullmatch(lead[0].strip()) and types.get(span) != "outlet" and not OUTLET_NAME.search(span.text):
        return None
    if (document := EVIDENCE.match(span.text)) and (ACCORDING.match(lead[0]) or SHOWS.match(lead[0])):
        return Span.of(text, span.start, span.start + document.end())
    words = [t for t in tokens_of(span.text) if t.kind != "determiner"]
    if span not in types or VAGUE.match(lead[0]):
        their = not VAGUE.match(lead[0]) and (THEIRS.match(text, span.start, span.end) or span.text in surnames)
        carried = CARRIED.match(lead[0]) and words and words[0].kind == "name"
        if (
            not their
            and not carried
            and not any(t.kind in PEOPLE or t.text == "assistant" for t in words[:6])
            and not CIRCLES.match(span.text)
            and types.get(span) not in ("person", "unnamed", "outlet", "group")
        ):
            return None
        if VAGUE.match(lead[0]) and {t.text.lower() for t in words} & CHANNELS:
            return None
    return span


def may_speak(words: str) -> bool:
    """Whether words can be the subject of a verb of saying: people, bodies, names, and documents that came out."""
    pronoun = words.lower() in PEOPLE_PRONOUNS or words.lower() == "they"
    document = EVIDENCE.match(words)
    evidence = bool(document and _COME_OUT.fullmatch(words, document.end()))
    return pronoun or evidence or bool(INDEFINITE.match(words)) or any(t.kind in SPEAK for t in tokens_of(words))
