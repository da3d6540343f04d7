"""Who is named where."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from functools import lru_cache

from onrecord.model import Mention, Span
from onrecord.reading.encoder.encoder import Encoded, Parameters, Range
from onrecord.reading.language.auxiliaries import AUXILIARIES, AUXILIARY
from onrecord.reading.language.weekdays import MONTH, WEEKDAY
from onrecord.reading.mentions.antecedents import find_antecedents
from onrecord.reading.mentions.descriptions import find_nobodies
from onrecord.reading.mentions.mention_ends import settle_ends

#: Verbs, in lower case, that are no part of a mention at its edges: "the council has", but Theodor May.
VERBS = frozenset([*AUXILIARIES, "be", "been", "being", "am", "said", "says", "using"])
#: Words that a mention neither begins nor ends with.
LOOSE_FIRST = frozenset(["and", "or", "of", "but", "with", "by"])
LOOSE_LAST = frozenset(
    ["and", "or", "of", "in", "on", "at", "from", "as", "the", "for", "to", "with", "by", "a", "an", "who", "which", "that"]
)
#: Where a mention runs on into what is said of it: "the community to support", "the hospital will open", but "envoy to the lake".
RUN_ON = re.compile(
    r",?\[\d|—| \((?![^()]*\))"
    rf"|,? (?:(?:who|which|{AUXILIARY}|said|says)\b"
    r"|that [a-z]+|(?:continues?|contains?|provides?|includes?|extends?|welcomes|condemns|reaffirms|operates|poses|took)\b"
    r"|as (?:well|part)\b|on behalf\b|in (?:support|part|addition|response|the face)\b|to the (?:north|south|east|west)\b"
    r"|(?:but|also|along with|next to|for (?:his|her|its|their))\b|and (?:now|then|took|contributes)\b"
    r"|to (?!(?:the|a|an|his|her|its|their|our|my|your|this|that|these|those|both|all|some|any|two|three|four)\b)[a-z]+$)"
    r"|, (?:\d+$|(?:[a-z]+(?<!e)ed|led|made|broken|known|held|called)\b)"
)
#: A full name before the verb of what its bearer does, "Anna Veld heads the bureau"; behind other words "heads" are people.
WHO_HEADS = re.compile(
    r"(?P<name>[^\W\d_a-z][\w’'-]+(?: [^\W\d_a-z][\w’'.-]*){1,3}) (?:heads|leads|chairs|runs|directs|commands|represents|presides)\b"
)
#: An apposition that stands for a part of itself only, "Veld, a native" of "Veld, a native of Varsel", is none.
BROKEN_OFF = re.compile(r", (?:(?:an?|the|his|her|its|their|our) )?[a-z][^,]*$")
#: A pronoun with more behind it than belongs to it: "we need", but "we all".
PRONOUN_RUN_ON = re.compile(
    r"(?:we|he|she|they|i|you|it|who)(?=[’'](?:re|ve|ll|d|m|s)\b)|(?:we|he|she|they|i|who)(?= (?!(?:all|both|two|three|the)\b)[a-z])"
    r"|(?-i:(?:me|him|them|us|you)(?= [A-Z]))",
    re.I,
)
#: Bodies, people and places whose names end as those of deeds do.
BODIES = frozenset(
    "administration agreement alliance ally apartment assembly association audience authority basement being both building business "
    "businesses celebrity charity city coalition commission communique community conference corporation county daily delegation "
    "department deputation destination detachment dictatorship division document elderly electorate element encampment entity "
    "establishment expedition facility faction family federation flagship foundation gathering generation government housing humanity "
    "institution intelligence intersection judiciary junction king leadership legation legislature locality location majority "
    "management mansion meeting membership minority mission monthly monument movement municipality nation nobility opposition "
    "organisation organization parliament partnership party population position profession prosecution publication quarterly regiment "
    "residence resistance ring section security settlement sibling society spring statement station television thing township union "
    "university utility warship weekly wing witness witnesses".split()
)
#: Words that say what those named before them do or have suffered, and words with which they name somebody: "the wounded".
PARTICIPLE = re.compile(r"[a-z-]{2,}(?:ing|(?<!e)ed)")
BEFORE_PARTICIPLES = frozenset(("the", "all", "all the", "a", "an", "those", "these", "many", "some", "two", "three", "several"))
#: Lower-case words at the end of a mention that are no body and nobody: what is done or suffered, prepositions, adverbs.
DEED = re.compile(
    r"[a-z-]+(?:ment|tion|sion|ness|ity|ance|ence|ancy|ism|ship|ly)s?"
    r"|(?:air)?strikes?|support|efforts?|attacks?|raids?|shelling|releases?|assistance|aid|threats?|work|rights?|needs?|plight"
    r"|ideology|future|use|defeat|interests?|exports?|suffering|policy|policies|plans?|talks|crisis|conflict|war|ceasefire|truce"
    r"|job|reign|choice|seizure|auspices|scourge|influx|murder|fight|footage|trade|recovery|access|supplies|hardware|equipment|oil|gas"
    r"|ammunition|weapons?|vehicles|excavators?|cranes?|missiles?|rockets?|drones?|systems|rule|role"
    r"|relations|influence|growth|control|lives|life|actions?|acts?|visits?|requests?|proposals?|demands?|ties|deals?"
)
#: Words that belong to what follows a mention, at its end: prepositions, adverbs, conjunctions.
ADRIFT = frozenset(
    "about abroad across after against alone along already also among around back because before between beyond during each even first"
    " including inside into itself like near next now once out outside over such than then through throughout together toward towards under"
    " up well when where while within without".split()
)
#: What is said of something, and nothing by itself: "the entire", "innocent".
QUALITY = frozenset(
    "accountable brutal clear common concerned coordinated crowded cultural diverse easier entire horrific humanitarian important"
    " innocent local new own responsible safe specific strong suitable valuable very".split()
)
#: What stands for nobody without a noun.
NOBODY = frozenset(["any", "each other", "every", "most", "one another", "other", "there"])
#: Verbs that the mention heads take for the doers or places of what they do.
DOING = frozenset("assist defeat degrade destroy empower liberate operate provide reclaim retake".split())
#: Behind these words stands what an office or a body is for: "the ministry of defence", "a prisoner of war".
FOR = re.compile(r" (?:of|for|on|in) ")
#: Whose something is: "the council’s job".
POSSESSIVE = re.compile(r"(?P<owner>.+)[’']s? ")
#: A mention of numbers only.
NUMBERS = re.compile(r"(?:over|about|some|nearly|almost|at least|more than)? ?[\d.,]+", re.I)
#: The end of a day that an entry begins with: "18 August - Veld".
DAY_LABEL = re.compile(rf"(?:{MONTH}|{WEEKDAY})(?: \d{{4}})? [–—-] (?=\w)")
#: An abbreviation that has lost its last full stop: "U.S".
ABBREVIATION = re.compile(r"(?:\b[A-Z]\.)+[A-Z]$")


def find_mentions(
    encoded: Encoded, parameters: Parameters, tagged: Mapping[str, Sequence[tuple[str, Range]]], sources: list[Range]
) -> tuple[Mention, ...]:
    """The mentions that the two mention heads tag, and each statement's source, with their antecedents."""
    found: dict[Range, str] = {span: name for head in ("inner_mention", "mention") for name, span in tagged[head]}
    found = {tidy: name for span, name in found.items() if (tidy := _tidy(encoded, span))}
    told = {strip(encoded, source) for source in sources}
    nobodies = find_nobodies(encoded, list(found), parameters.descriptions) - told
    found = {span: name for span, name in found.items() if span not in nobodies}
    ends = settle_ends(encoded, found.keys() - told, lambda span: strip(encoded, span), parameters.mention_ends)
    found = {ends.get(span, span): name for span, name in found.items()}
    for source in sources:
        if strip(encoded, source) in found:
            continue  # only punctuation and dangling words more
        found.setdefault(source, next((found[span] for span in sorted(found) if source[0] <= span[0] and span[1] <= source[1]), "person"))
    spans = sorted(found, key=lambda span: (span[0], -span[1]))
    out = []
    for span, (antecedent, score) in zip(spans, find_antecedents(encoded, parameters, spans), strict=True):
        out.append(Mention(Span.of(encoded.text, *encoded.characters(span)), found[span], antecedent, score))
    return tuple(out)


def _tidy(encoded: Encoded, span: Range) -> Range | None:
    """A mention without what runs on behind it, punctuation and dangling words at its edges; None if no word is left."""
    tidy = strip(encoded, (span[0], _stop(encoded, span)))
    while (end := _without_deeds(encoded, tidy)) < tidy[1]:
        tidy = strip(encoded, (tidy[0], _stop(encoded, (tidy[0], end)) if end > tidy[0] else end))
    start, end = tidy
    if start == end:
        return None
    if end < span[1]:
        a, b = encoded.characters(tidy)
        end += encoded.text[b : b + 1] == "." and bool(ABBREVIATION.search(encoded.text, a, b))
    return start, end


def _behind_label(encoded: Encoded, span: Range) -> Range:
    """A mention without the end of a chronology's day before it: "18 August - Veld" names Veld."""
    if span[1] - span[0] < 3:
        return span
    a, b = encoded.characters(span)
    label = DAY_LABEL.match(encoded.text, a, b)
    return (encoded.pieces.range_of(label.end(), b)[0], span[1]) if label else span


def strip(encoded: Encoded, span: Range) -> Range:
    """A range without punctuation and dangling words at its edges, which may leave nothing."""
    start, end = _behind_label(encoded, span)
    while start < end and (_is_loose(encoded, start, LOOSE_FIRST) or _is_ending(encoded, start)):
        start += 1
    while start < end and _is_loose(encoded, end - 1, LOOSE_LAST):
        end -= 1
    return start, end


def _stop(encoded: Encoded, span: Range) -> int:
    """The piece before which a mention ends where it would run on, or its own end."""
    if span[1] - span[0] == 1:
        return span[1]
    start, end = encoded.characters(span)
    words = encoded.text[start:end]
    pronoun = PRONOUN_RUN_ON.match(words)
    found = RUN_ON.search(words, 1) or (BROKEN_OFF.search(words) if encoded.text[end : end + 1] == " " else None)
    heads = WHO_HEADS.match(words)
    cut = pronoun.end() if pronoun else heads.end("name") if heads else found.start() if found else None
    if cut is None:
        return span[1]
    return max(span[0] + 1, encoded.pieces.range_of(start, start + cut)[1])


def _without_deeds(encoded: Encoded, span: Range) -> int:
    """The piece before which a mention ends that has at its end what somebody does or suffers, or its own end.

    "UN requests" ends behind the name, "fighters firing" before the verb; "their requests" is no mention.
    """
    start, end = span
    if start == end:
        return end
    a, b = encoded.characters(span)
    words = encoded.text[a:b]
    if NUMBERS.fullmatch(words) or words.lower() in NOBODY:
        return start
    before, _, last = words.rpartition(" ")
    if last in ADRIFT or last in QUALITY or last in DOING:
        return encoded.pieces.range_of(a, a + len(before))[1] if before else start
    if last in BODIES or last.rstrip("s") in BODIES:
        return end
    if PARTICIPLE.fullmatch(last) and before.lower() not in BEFORE_PARTICIPLES:
        return encoded.pieces.range_of(a, a + len(before))[1] if before else start
    whose = POSSESSIVE.match(words)
    if not DEED.fullmatch(last) or FOR.search(words, whose.end() if whose else 0):
        return end
    if whose:
        return encoded.pieces.range_of(a, a + whose.end("owner"))[1]
    name = re.match(r".*\b[A-Z][\w.-]*", words)
    return encoded.pieces.range_of(a, a + name.end())[1] if name else start


def _is_ending(encoded: Encoded, piece: int) -> bool:
    """Whether a piece is the end of a possessive: "Orvania’s ambassador" was read from "s ambassador" on."""
    a, b = encoded.pieces.spans[piece]
    return encoded.text[a:b] == "s" and encoded.text[a - 1 : a] in ("’", "'")


def _is_loose(encoded: Encoded, piece: int, words: frozenset[str]) -> bool:
    a, b = encoded.pieces.spans[piece]
    return _is_loose_word(encoded.text[a:b], words)


@lru_cache(maxsize=1 << 14)
def _is_loose_word(word: str, words: frozenset[str]) -> bool:
    return not any(c.isalnum() for c in word) or word.lower() in words or word in VERBS
