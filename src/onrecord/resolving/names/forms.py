"""The form of a mention: pronoun, description or name, and the proper name in it."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import replace
from functools import lru_cache

from onrecord.model import Mention, Reading, Span
from onrecord.reading.language.agreement import FAMILIES, FAMILY
from onrecord.reports.masthead import PAPERS, STATIONS
from onrecord.resolving.names.kinds import head_of, tokens_of
from onrecord.resolving.names.places import demonym_stem, find_country, meaning_of
from onrecord.resolving.names.titles import JOINT_OFFICE, PERSONAL_TITLES, RELATIVE, split_title

PRONOUNS = frozenset(FAMILY)
PEOPLE_PRONOUNS, BODY_PRONOUNS = FAMILIES["he"] | FAMILIES["she"], FAMILIES["it"]
#: Nouns for outlets that print, that send to others, that are heard or seen; and all of them. "Radio" begins names.
PRINT = frozenset("newspaper paper daily weekly journal magazine tabloid".split())
AGENCIES = frozenset(["agency", "wire"])
AIR = frozenset("broadcaster station channel".split())
OUTLET_NOUNS = PRINT | AGENCIES | AIR | frozenset("publication edition outlet network website site portal bulletin".split())
OUTLET = "|".join(sorted(OUTLET_NOUNS))
#: Nouns for what is written or issued, and speaks for whoever wrote it; and for what is kept of words, and can be shown or leaked.
DOCUMENTS = frozenset(
    "statement communiqué communique bulletin report letter readout declaration document message note memo memorandum release text paper"
    " post tweet reply answer summary page".split()
)
RECORDS = frozenset(
    "minutes transcript recording record summary cable memo memorandum note document letter draft diary diaries e-mail email message"
    " text tape paper copy filing affidavit telegram".split()
)
DOCUMENT, RECORD = ("|".join(sorted(nouns)) for nouns in (DOCUMENTS, RECORDS))
#: "The army’s third bulletin", "the second bulletin of the Mission": a document, not the name of an outlet.
DOCUMENT_HEAD = re.compile(rf"(?:the )?(?:[\w’'-]+ ){{0,4}}?(?-i:{DOCUMENT})(?: (?:of|by|from|on|dated)\b|,|$)", re.I)
#: Whoever speaks of himself, and whom nothing names by that.
OWN_PRONOUNS = FAMILIES["i"] | FAMILIES["we"]
#: "The French newspaper" of "The French newspaper Le Figaro", with the mark that opens the name.
OUTLET_NOUN = re.compile(rf"^(?:[\w’'-]+ ){{0,2}}(?:news )?(?:{OUTLET}) [“”\"«„]?(?-i:(?=[^\W\d_a-z]))", re.I)
#: Words for people whom a report does not name.
ANYBODY = frozenset("sources source officials official diplomats diplomat aides aide insiders".split())
INDEFINITE = re.compile(
    r"^(?:(?:the )?(?:two|three|four|five|six|both|\d+(?!-))|an?|one|none|nobody|no one|several|some|many|most|others?|another|few"
    r"|a number of|neither|each)\b",
    re.I,
)


#: "PREK THOM, 4 May —": where a report was written, not who speaks.
DATELINE = re.compile(r"\s*(?:[—–-]|\((?![^()\n]*\):)|,\s*(?:[A-Z][a-z]+\.?\s+)?\d)")
PLACE_NAME = re.compile(r"[^\W\d_a-z][\w’'-]+(?: [^\W\d_a-z][\w’'-]+){0,2}")
ONE_NAME = re.compile(r"[^\W\d_a-z][\w-]{2,}")
#: A word behind these is somebody's.
TITLED = re.compile(rf"\b(?:{PERSONAL_TITLES})\.? \Z")
LONGEST_TITLE = len("Archbishop. ")
STATES_OWN = r"(?:[’']s|, whose) (?:foreign minist|prime minister|parliament|embassy|ambassador|capital)"
#: "Orvania has recalled its negotiators", "Orvania has warned that it will not come".
AS_ONE = (
    r" (?:(?:has|had|also|then|later) )*[a-z]+ (?:its\b|that it (?:will|would|has|had)(?: not)? (?:come|attend|sign|send|sent|accept|meet"
    r"|met|talk|return|withdraw|receive|agree|join|take part|offer|hand|suspend)(?:n|d|ed)?\b)"
)
STATES_DOING = re.compile(f"{STATES_OWN}|{AS_ONE}")
#: "In Dorvik", but not "confidence in Veld".
IN = re.compile(r"(?<!confidence )(?<!trust )(?<!faith )\b[Ii]n \Z")
#: "A visit to Dorvik", "flew to Dorvik".
GOES_TO = re.compile(
    r"\b(?:visits?|trips?|journeys?|flights?|flies|fl(?:y|ew|own|ying)|travel(?:s|l?ed|l?ing)?|head(?:s|ed|ing)?|return(?:s|ed|ing)?"
    r"|drove|went on) to \Z"
)
#: "Dorvik, the rebel-held port".
IS_TOWN = re.compile(
    r", (?:the|an?|its) (?:(?!of\b)[\w’'-]+ ){0,3}(?:city|town|port|village|capital|resort|island|region|province|suburb)\b(?![’'])"
)
NO_MORE = re.compile(r"(?![’'\w-])")
EDGE = re.compile(r"\b")
IN_PLACE = re.compile(r"\b(?:in|near|outside)\s+$", re.I)
OF_BODY = re.compile(r"[’']s? (?:\w+ ){0,2}(?:office|ministry|department|embassy|secretariat|delegation|cabinet|government|party)$", re.I)
#: What a country has, and what is not the country: "the Orvanian delegation", "Orvania’s central bank", "Orvania’s government".
BODY_OF_LAND = re.compile(
    r"(?:[^\W\d_a-z][\w’'-]* ){1,3}(?:[a-z-]+ ){0,2}(?:delegations?|teams?|negotiators|bank|services?|parliament|army|navy|mission"
    r"|ministry|office|embassy)|(?:[^\W\d_a-z][\w-]* ){0,2}[^\W\d_a-z][\w-]*[’']s (?:[a-z-]+ ){0,2}government"
)
#: "The Dutchman".
PERSON_OF = re.compile(r"[Tt]he [^\W\d_a-z]\w+(?:man|woman)")
SOURCE_OF = re.compile(r"(?:[\w-]+ ){0,2}[\w-]+[’']s (?:[\w-]+ )?(?:source|interlocutor)s?\b")
#: What is no state by its name, and is a side by itself: "the Northern Front".
MOVEMENT = re.compile(r"\b(?:Front|Movement|Brigades?|Militia|Resistance|Coalition|Liberation Army|National Army|People[’']s Army)$")
#: "This newspaper" is the one that the report stands in.
OWN_OUTLET = re.compile(rf"^(?:this|our) (?:{OUTLET})$", re.I)
#: "The Northern Front (NF" or "(NF)": the abbreviation that a name is given.
ABBREVIATED = re.compile(r" \([A-Z]{2,8}\)?$")
#: A name behind the description of somebody.
APPOSED = re.compile(r", [^\W\d_a-z][\w’'-]+\.?(?: [^\W\d_a-z][\w’'-]+){1,3},?$")
#: What a name is, behind it: "Brenna House, the seat of the president".
IS_WHAT = re.compile(r", (?:the|an?|its) (?P<what>[^,.;:!?\n“”]{3,60}?)(?=,| which\b| that\b)")
SEATS = frozenset("seat residence".split())
#: "The Inspectorate": no person’s name has an article.
THE_NAME = re.compile(r"[Tt]he [^\W\d_a-z][\w-]+")
#: A word of a name.
CAPITALIZED = r"[^\W\d_a-z][\w’'-]+"
#: What a body is called before its name: "the insurgent Ilde Front".
CALLED_SO = re.compile(
    r"^(?:(?:insurgent|rebel|armed|militant|breakaway|separatist|outlawed|exiled|ruling|governing|so-called|self-proclaimed) )+"
    r"(?:(?:group|movement|coalition|alliance|organi[sz]ation) )?(?=[^\W\d_a-z])"
)
#: Those whom two send, which is the name of neither: "negotiators from Orvania and the Ilde Front".
SENT_BY_TWO = re.compile(
    r"(?:the )?(?:[a-z]+ )?(?:delegations?|negotiators|representatives|envoys|teams|officials) (?:of|for|from) .+ and ", re.I
)
_MATTER = (
    r"(?:Affairs|Agriculture|Aviation|Commerce|Communications?|Cooperation|Culture|Defen[cs]e|Development|Econom\w+|Education|Electricity"
    r"|Emergenc\w+|Energy|Environment|Expatriates|Finance|Fisheries|Food|Foreign|Forestry|Health|Housing|Immigration|Industry|Information"
    r"|Infrastructure|Interior|International|Irrigation|Justice|Labou?r|Lands?|Livestock|Mineral|Mines|Minerals|Mining|Natural|Petroleum"
    r"|Planning|Public|Refugees|Regional|Religious|Resources|Rural|Science|Security|Social|Sports?|Technology|Tourism|Trade|Transport"
    r"|Urban|Water|Women|Works|Youth)"
)
#: A ministry by all that it is for.
MINISTRY = re.compile(
    rf"\b(?:(?:{CAPITALIZED} )?Ministry|Department) (?:of|for) (?:the )?{CAPITALIZED}(?: {_MATTER})*(?:, {_MATTER}(?: {_MATTER})*)*"
    rf",? (?:and|&) {_MATTER}(?: {_MATTER})*\b"
)
_ARTICLE, _GENITIVE = re.compile(r"^(?:the|an?)\s+", re.I), re.compile(r"[’']s$")
#: "The Front itself".
ITSELF = re.compile(r" (?:himself|herself|itself|themselves)$")
OUTLET_BEFORE = re.compile(rf"\b(?:{OUTLET}) +$", re.I)
OUTLET_NAME = re.compile(
    rf"\b(?:{PAPERS}|{STATIONS}|News|(?:News|Press) Agency|Wire"
    r"|Dagblad|Rundschau|Zeitung|Presse|Figaro|Monde|Pravda|Politico|Reuters|Bloomberg|Axios|Interfax|TASS)$"
)

#: The end of a sentence, but not of an initial; and that or the end of a line.
SENTENCE_END = re.compile(r"(?<!\b[A-Z])[.!?][”’\"»)]*\s")
LINE_OR_SENTENCE_END = re.compile(rf"{SENTENCE_END.pattern}|\n")


def settle_types(text: str, reading: Reading) -> Reading:
    """The reading with the types that words themselves tell: names of countries, and names behind "the newspaper", here or elsewhere."""
    full = {words[-1] for m in reading.mentions if m.type == "person" and len(words := (name_of(m) or "").split()) > 1}
    surnames = {name.casefold() for name in full}
    places = {m.span.text for m in reading.mentions if _is_place_name(text, m) and m.span.text.casefold() not in surnames}
    acting = [span for a in reading.attributions for span in a.source] + [span for c in reading.contacts for span in c.evidence]
    others = {m.span.text: m.type for m in reading.mentions if m.type in ("country", "place")}
    single = {m.span.text for m in reading.mentions if m.type == "person" and m.span.text.casefold() not in surnames}
    somewhere = {name for name in single if _is_somewhere(text, name, others)}
    mentions = [
        _retype(m, _type_of(text, m, places))
        if m.type != "person" or m.span.text not in somewhere
        else _retype(m, "country" if any(span.covers(m.span) for span in acting) or others.get(m.span.text) == "country" else "place")
        for m in reading.mentions
    ]
    outlets = {name_of(m) for m in mentions if m.type == "outlet" and OUTLET_NOUN.match(strip_article(m.span.text))} - full
    return replace(reading, mentions=tuple(replace(m, type="outlet") if m.span.text in outlets else m for m in mentions))


def _retype(m: Mention, kind: str) -> Mention:
    return m if m.type == kind else replace(m, type=kind)


def _is_place_name(text: str, m: Mention) -> bool:
    """Whether a name read as somebody's is where something is ("in Dorvik"), or the dateline of a report."""
    if m.type not in ("person", "organization", "place") or not PLACE_NAME.fullmatch(m.span.text):
        return False
    inside = " " not in m.span.text and IN_PLACE.search(text[max(0, m.span.start - 12) : m.span.start])
    return is_dateline(text, m.span) or bool(inside)


def _is_somewhere(text: str, name: str, others: Mapping[str, str]) -> bool:
    """Whether one word read as a person is a country or place elsewhere in the report, or something is "in" it."""
    if not ONE_NAME.fullmatch(name):
        return False
    # A pattern with the name in it would have to be compiled for every name.
    found = list(find_all(text, name))
    if any(EDGE.match(text, end) and TITLED.search(text, max(0, start - LONGEST_TITLE), start) for start, end in found):
        return False
    if name in others or demonym_stem(name, [other for other, kind in others.items() if kind == "country" and other[0] == name[0]]):
        return True
    return any(_is_somewhere_at(text, start, end) for start, end in found)


def _is_somewhere_at(text: str, start: int, end: int) -> bool:
    where = IN.search(text, max(0, start - len("in ")), start) or GOES_TO.search(text, max(0, start - len("travelling to ")), start)
    if NO_MORE.match(text, end) and (where or IS_TOWN.match(text, end)):
        return True
    return bool(EDGE.match(text, start) and STATES_DOING.match(text, end))


def find_all(text: str, words: str) -> Iterator[tuple[int, int]]:
    """Where some words stand in a text, within longer ones too: half-open code points."""
    at = text.find(words)
    while at >= 0:
        yield at, at + len(words)
        at = text.find(words, at + 1)


def is_dateline(text: str, span: Span) -> bool:
    """Whether capitals that begin a line say where the report was written."""
    begins = span.start == 0 or text[span.start - 1] == "\n"
    return begins and len(span.text) > 1 and span.text.isupper() and bool(DATELINE.match(text, span.end))


def _type_of(text: str, m: Mention, places: set[str]) -> str:
    words = strip_article(m.span.text)
    if m.type in ("country", "place", "organization", "person") and PERSON_OF.fullmatch(m.span.text):
        return "person"
    if m.type == "person" and (kind := _thing(text, m)):
        return kind
    if m.type == "unnamed" and APPOSED.search(RELATIVE.split(words)[0]) and split_title(words).name:
        return "person"  # "a spokesman for the rebels, Ivo Strand"
    if m.type == "outlet" and SOURCE_OF.match(words):
        return "unnamed"  # "the agency’s source in the ministry"
    if m.type in ("country", "place", "organization") and words.split()[0].lower() in ANYBODY:
        return "unnamed"  # "officials in Dorvik"
    if m.type == "unnamed" and words[0].isupper() and OUTLET_NAME.search(words) and not INDEFINITE.match(words):
        return "outlet"
    if m.type in ("person", "organization") and m.span.text in places and not find_country(words):
        return "place"
    if m.type in ("place", "person", "organization", "group") and find_country(words):
        return "country"
    if m.type in ("country", "place", "organization") and split_title(words).role and not find_country(words):
        return "person"  # "Orvania’s foreign minister"
    if m.type in ("person", "unnamed") and OF_BODY.search(words) and not INDEFINITE.match(words) and not split_title(words).name:
        return "organization"  # "the minister’s office"
    if m.type in ("place", "person", "unnamed") and meaning_of(words):
        return "organization"  # "the Kremlin"
    if m.type == "country" and (BODY_OF_LAND.fullmatch(words) or MOVEMENT.search(words)):
        return "organization"  # "the Orvanian delegation", "the Northern Front"
    if m.type in ("organization", "person", "group") and (
        OUTLET_BEFORE.search(text[max(0, m.span.start - 20) : m.span.start]) or OUTLET_NAME.search(words) or OUTLET_NOUN.match(words)
    ):
        return "outlet"
    return m.type


def _thing(text: str, m: Mention) -> str | None:
    """The type of what was read as a person, and is said to be a body, or has an article."""
    words = m.span.text
    what = IS_WHAT.match(text, m.span.start + len(words.partition(", ")[0]))
    if what and PLACE_NAME.fullmatch(words.partition(", ")[0]):
        head = head_of(tokens_of(what["what"]))
        noun = head[-1].text.lower() if head else ""
        if noun in SEATS or (head and head[-1].kind == "body" and not any(t.kind in ("office", "rank") for t in head)):
            return "organization"
    if THE_NAME.fullmatch(words) and not any(t.kind not in ("determiner", "name", "body") for t in tokens_of(words)):
        return "organization"
    return None


def name_of(mention: Mention) -> str | None:
    """The proper name in a mention: of a person without title and office, of a body as it stands."""
    words = ITSELF.sub("", mention.span.text)
    if words.lower() in PRONOUNS:
        return None
    if is_person(mention):
        return None if JOINT_OFFICE.fullmatch(words) or (mention.type == "unnamed" and INDEFINITE.match(words)) else split_title(words).name
    nameless = any(form.match(words) for form in (INDEFINITE, DOCUMENT_HEAD, SENT_BY_TWO))
    if nameless or words.split()[0].lower() in PRONOUNS:
        return None
    head = words if MINISTRY.search(words) else words.partition(", ")[0]
    bare = CALLED_SO.sub("", ABBREVIATED.sub("", strip_article(head))).strip(' “”"«»')
    if mention.type == "outlet":
        bare = OUTLET_NOUN.sub("", bare)
    return bare if any(w[0].isupper() for w in re.findall(r"[^\W\d_][\w’'-]*", bare)) else None


def is_person(mention: Mention) -> bool:
    """Whether somebody is meant: as read, or because the words are an office and a name, "columnist Anna Veld"."""
    if mention.type in ("person", "unnamed"):
        return True
    titled = split_title(mention.span.text)
    return mention.type in ("organization", "group") and bool(titled.name and titled.role)


@lru_cache(maxsize=4_096)  # a report has the same words over and over
def strip_article(words: str) -> str:
    """Words without a leading article and a possessive ending."""
    return _ARTICLE.sub("", _GENITIVE.sub("", words.strip()))
