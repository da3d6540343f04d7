"""Words of time that can be known by their form alone, beside those that the model marks; and what is no date among those."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from onrecord.model import Span
from onrecord.reading.language.numerals import NUMBERS
from onrecord.reading.language.weekdays import MONTH, MONTHS, SURE_MONTH, WEEKDAY, WEEKDAYS

_SHORT_MONTH = r"(?:Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept?|Oct|Nov|Dec)\."
#: "The Sun." is a newspaper.
_SHORT_WEEKDAY = r"(?:Mon|Tues?|Wed|Thurs?|Fri|Sat)\."
_PART_OF_DAY = r"(?: (?:morning|afternoon|evening|night))?"
_SEASON = r"[Ss]pring|[Ss]ummer|[Aa]utumn|[Ww]inter"
#: What a season does and a spring in the hills or in a bed does not.
_RUNS = r"began|begins|brings|brought|can|comes|came|ended|ends|has|had|is|was"
_UNIT = rf"(?:days?|weeks?|weekends?|months?|quarters?|years?|decades?|centur(?:y|ies)|morning|afternoon|evening|night|{_SEASON}|fall)"
_YEAR = r"(?:1[5-9]|20)\d\d"
_OF_YEAR = rf"(?:,? {_YEAR})?"
_NUMBER = rf"(?i:{'|'.join(NUMBERS)})"
_COUNT = rf"(?:\d+|[Aa]n?|{_NUMBER}|[Ss]everal|(?:[Aa] )?[Ff]ew|(?:[Aa] )?[Cc]ouple of)"
#: "Saturday mornings" are no day, and the Saturday Evening Post is none.
_IN_NAME = r"(?! (?:mornings|afternoons|evenings|nights|Morning|Afternoon|Evening|Night|the \d+th)\b)"
_STREET = r"(?! [A-Z]\w+ (?:Street|St|Avenue|Ave|Road|Rd|Boulevard|Blvd|Drive|Lane)\b)"
_NO_AGE = r"(?<!\bhis )(?<!\bher )(?<!\btheir )(?<!\bmy )(?<!\byour )(?<!\bour )(?<!early )(?<!late )(?<!mid-)"
_DAY = r"\d\d?(?:st|nd|rd|th)?"
_WHEN = r"(?:[Ii]n|[Ss]ince|[Uu]ntil|[Bb]y|[Ee]arly|[Ll]ate|mid|of|[Ll]ast|[Nn]ext|[Tt]his)"
_FEAST = (
    r"(?:(?:Christmas|New Year[’']s)(?: Eve| Day)?|Easter(?: Sunday| Monday)?|Good Friday|Halloween|Thanksgiving(?: Day)?|Ramadan"
    r"|Eid al-(?:Fitr|Adha)|Passover|Pentecost|Epiphany)"
)
#: What stands behind a feast that is a time, and not behind "the Christmas message".
_NO_NOUN = r"(?=[.,;:?!)\n]|$| (?:and|or|but|if|when|because|to|in|at|with|for|by|the|this|he|she|they|it)\b)"
_CAPITALS = "|".join(name.upper() for name in (*WEEKDAYS, *MONTHS))
#: What begins at a word.
WORDS = (
    r"(?:[Tt]oday|[Yy]esterday|[Tt]omorrow|[Tt]onight)\b",
    rf"(?:[Oo]n|[Bb]y|[Aa]t|[Bb]efore|[Aa]fter|[Ss]ince|[Uu]ntil|[Oo]ver|[Ll]ast|[Tt]his|[Dd]uring) {_FEAST}{_NO_NOUN}",
    r"the day of (?:(?:the|his|her|their|its|my|our) [a-z]+|[A-Z][\w’'-]+)",
    # In headlines and telegrams.
    r"(?:TODAY|YESTERDAY|TOMORROW(?: NIGHT)?|TONIGHT|(?:LAST|NEXT|THIS) (?:WEEK|MONTH|YEAR|SPRING|SUMMER|AUTUMN|WINTER))\b",
    rf"(?:ON|IN|BY|LAST|NEXT|SINCE|UNTIL) (?:{_CAPITALS})\b(?! [A-Z]{{2,}} (?:STREET|SQUARE|PARTY|MOVEMENT))",
    rf"{_DAY} (?:of )?(?:{MONTH}\b|{_SHORT_MONTH}){_OF_YEAR}",
    rf"(?:{MONTH}|{_SHORT_MONTH}) {_DAY}\b{_OF_YEAR}",
    rf"(?:{_WHEN} )?{SURE_MONTH}\b{_OF_YEAR}",
    rf"{_WHEN} (?:March|May)\b{_OF_YEAR}",
    rf"(?:March|May) {_YEAR}\b",
    # "Every Monday", "a Monday", "Mondays" are no days that could be told.
    rf"(?<!\b[Ee]very )(?<!\ba )(?:(?:last|next|this|on|since|until|by) )?{WEEKDAY}{_PART_OF_DAY}\b{_IN_NAME}",
    rf"(?:(?:[Ll]ast|[Nn]ext|[Tt]his|[Oo]n) )?{_SHORT_WEEKDAY}(?=[\s,;)])",
    rf"(?:[Tt]his|[Ll]ast|[Nn]ext|[Tt]hat|(?:the )?(?:past|coming|previous|following|same)) (?:{_COUNT} )?{_UNIT}\b(?! of )",
    rf"{_COUNT} {_UNIT} (?:ago|earlier|later|prior|back)\b",
    rf"(?:[Ii]n|by|until|since|during|over|early|late|mid) (?:the )?(?:{_SEASON})\b(?! time\b)(?:(?: of)? {_YEAR})?",
    rf"(?:{_SEASON}|[Ff]all)(?: of)? {_YEAR}\b",
    r"the (?:beginning|start|middle|end) of (?:the|this|last|next) (?:week|month|year)\b",
    rf"(?:[Ii]n|since|by) (?:early |late |mid-)?{_YEAR}\b(?![,.]\d)",
    # A year is no number of anything, and no part of a longer one.
    rf"(?<![.\d$€£/-])(?:early |late |mid-)?(?:of )?{_YEAR}\b(?![,.]\d|-\d\d\d\b|[ -]years?\b)"
    rf"(?! (?:more|people|[a-z]{{4,}}s|[a-z]+ren)\b){_STREET}",
    rf"(?:{_SEASON})\b(?=[.,;:)]| (?:and|of|in|is|was|when)\b)(?<!spring)(?<!Spring)",
    rf"(?:[Tt]he (?:{_SEASON})|Spring|Summer|Autumn|Winter)(?= (?:{_RUNS}|and (?:\w+ )?(?:{_SEASON}))\b)",
    # A spring that is something is a season.
    r"(?:(?<=\b[Ii]t is )|(?<=\b[Ii]t was )|(?<=\b[Ii]t[’']s ))spring\b",
    r"(?:the )?(?:early |mid-|late )?(?:\d\d?(?:st|nd|rd|th)|[a-z]+teenth|twentieth|twenty-first)[ -]century\b",
    # Ages and temperatures are none.
    rf"(?:1[5-9]|20)\d0s\b|(?<![\d.,$€£’'/-]){_NO_AGE}[2-9]0s\b(?! ?°)",
    r"the (?:early |mid-|late )[2-9]0s\b(?! ?°)",
    r"the (?:days|weeks|months|years|decades) (?:since|that followed)\b",
    r"(?:[Bb]y |[Aa]t )?(?:the )?year[ -]end\b(?! [a-z]+s?\b(?<!and))",
    # "The 2031 elections", not "the 2000 voters"; "the year 71", "c. 347".
    rf"(?<=\b[Tt]he )(?!\d\d00){_YEAR}\b(?= [a-z]+s\b)|the year \d{{1,4}}\b|(?<=\bc\. )\d{{3,4}}\b",
    r"(?:\d\d?(?:[:.][0-5]\d)? ?[AaPp]\.?[Mm]\b\.?|(?:noon|midnight)\b)",
)
#: Two figures of a year, and times of day.
FIGURES = (
    r"[’']\d0[’']?s\b",
    r"(?<!\w)[’']\d\d\b(?!s\b|[’'%]| ?(?:per cent|percent)\b)",
    r"(?<![\d:/.])(?:[01]?\d|2[0-3]):[0-5]\d\b(?![:.]?\d)",
)
DATE = re.compile("|".join([rf"\b(?:{'|'.join(WORDS)})", *FIGURES]))
#: What every form has in it; forms are looked for only around it, so that a text without dates costs next to nothing.
TRIGGER = re.compile(
    r"\d\d|\d(?= ?[AaPp]\.?[Mm]\b|(?:st|nd|rd|th)? )|day|week|month|year|decade|centur|omorrow|night|morning|afternoon|evening|noon"
    r"|[Ff]all|pring|ummer|utumn|inter|Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec"
    r"|\b(?:Mon|Tues?|Wed|Thurs?|Fri|Sat)\.|Christ|New Y|Easter|Hallow|Thanks|Rama|Eid|Passo|Pente|Epiph|Good F"
    rf"|\b(?:{_CAPITALS}|TODAY|YESTER|TOMORROW|TONIGHT|(?:LAST|NEXT|THIS)\b)"
)
#: How many characters a form has at most before and after what is in it.
REACH = 40

_LENGTH = (
    rf"(?:(?:\d[\d,.]*|an?|half an?|{_NUMBER}(?:[ -]{_NUMBER})?|several|many|(?:a )?few|(?:a )?couple of"
    r"|(?:hundred|thousand|million|billion)s? of)(?: (?:hundred|thousand|million|billion))?)"
)
_LENGTH_UNIT = r"(?:seconds?|minutes?|hours?|days?|weeks?|months?|years?|decades?|centur(?:y|ies))"
#: What is no date though it speaks of time:
NO_DATES = (
    # how long: "three years", "3–5 days", "three weeks of fighting", "over two thousand years"; but not "a year ago";
    r"(?:(?:for|after|over|within|about|nearly|almost|only|some|up to|more than|less than|(?:at )?least|under|a period of|periods of"
    r"|the|an?|the first|maybe|perhaps|probably|(?:as )?little as) )*"
    rf"(?:{_LENGTH}(?: ?(?:to|or|[–-]) ?{_LENGTH})?[ -]{_LENGTH_UNIT}(?:[’']s?)?(?: period| in)?(?: of\b[^\d]*)?"
    rf"|(?:{_LENGTH}[ -])?{_LENGTH_UNIT}(?: and a half)?,? (?:to|or|[–/-]|almost|nearly) (?:{_LENGTH}[ -])?{_LENGTH_UNIT}"
    r"(?: of\b[^\d]*)?"
    rf"|{_LENGTH}[ -](?:{_LENGTH_UNIT} and a half|and a half {_LENGTH_UNIT})"
    rf"|(?:a )?quarter of a century|that {_NUMBER}[ -](?:day|week|month|year)"
    rf"|(?:day|week|month|year|decade|centurie)s?(?: of)?|(?:day|week|month|year|decade|centurie)s? of(?! {MONTH})\b[^\d]*)",
    r"(?:for )?the (?:rest|remainder) of .*",
    # how often: "every week", "Mondays", "year after year"; "now";
    rf"(?:every|each|per) .*|(?:on )?{WEEKDAY}s|daily|weekly|monthly|yearly|annually|now|.*\b(day|week|month|year) (?:by|after) \1",
    # times that no day or year could be given for: "recent years", "that time", "at the time", "those days", "long ago", "the morning";
    r"(?:recent|later|earlier) (?:years|decades)|(?:these|those) days|(?:in )?the (?:early |late )?(?:morning|afternoon|evening|night)",
    r"(?:(?:at|around|about|in|during|by|since|until) )*(?:this|that|the|the same)(?: first)? (?:time|period|time ?frame)(?: of time)?",
    r"(?:not )?(?:a )?(?:very )?long(?: time| years)? ago|(?:many |hundreds of |thousands of )?(?:years|decades|centuries) ago",
    rf"(?:.* )?{_LENGTH} (?:seconds?|minutes?|moments?|hours?) (?:ago|later|earlier)",
    r"(?:.* )?time of (?:the )?(?:day|year)|of (?:the )?(?:day|week|month|year)|(?:final|early) (?:days|years)",
    r"(?:(?:the|in|his|her|its|their|my|our) )*(?:first|second|third|fourth|fifth) year|(?:.* )?consecutive (?:day|week|month|year)s?",
    # what is named after other things than the calendar: a war, an age, a match; anniversaries;
    r"(?!.*\b(?:day|week|month|year)\b)(?:(?:the|at|in|by|during|late|early) )*"
    r"(?:(?:beginning|start|middle|end|outbreak) of |in )?(?:the )?(?:[\w’'-]+ ){0,3}"
    r"(?:[Ww]ar|[Rr]evolution|[Pp]eriod|[Ee]ra|(?<=the )[Ss]eason)",
    r"(?:in )?(?:the )?(?:first|second|\d+(?:st|nd|rd|th)) (?:half|minute|round|anniversary|birthday)",
    # parts of an unknown whole: "the first few days", "a half week long";
    rf"(?:the )?first (?:few|couple(?: of)?|several|{_NUMBER}) (?:day|week|month|year)s|an? half[ -](?:day|week|month|year)(?: long)?",
    # and numbers: "the age of 40", "20515", "335 m", "DH2017".
    r"(?:the |an? )?age[sd]? .*|.* years old|\d{5,}|[\d ]{7,}|[\d.,]+ (?:m|km|cm|mm|ft|kg|g)|(?!AD|BC|CE)[A-Z]{2,}\d+",
)
NO_DATE = re.compile("|".join(f"(?:{form})" for form in NO_DATES), re.I)
#: A number alone is somebody's age behind these words.
_AGED = re.compile(r"\b(?:age[sd]?|age of|was|turned|she died at|he died at)(?: only| just| about)? $", re.I)
_NUMBER_ALONE = re.compile(rf"\d{{1,4}}|\d{{4}}[-/]\d\d\d?|{_NUMBER}")
#: A number that is a part of an address or of a number of telephone, law or document.
_PARTIAL = re.compile(r"\S*(?:://|www\.)\S*|\S*(?:\d{3}[-.]\d{4}|(?<!\d)\d{3}-\d{3}|\d{4}-\d{3})(?!\d)\S*")
#: What no day is though it looks like one, by what stands before: "to this day"; chapter and verse.
_STILL = re.compile(r"\b[Tt]o $")
#: How often: "every", "one flight per week on", "twice a week on".
_EVERY = re.compile(r"\b(?:[Ee]very|[Ee]ach|(?:per|an?) (?:day|week|month|year)(?: on)?) $")
#: How long: "over the course of the next 15 years".
_COURSE = re.compile(rf"\bcourse of (?:the )?(?:next|following|past|last|coming|previous) {_LENGTH} {_LENGTH_UNIT}$")
#: "Today" of "what is today Veldia", "the size it is today", "still in use today", "can be seen today", "known today as", "today
#: remains", "as strong today as", "more today than ever", "Veldia today is a"; "tomorrow" of "a better tomorrow": nowadays, times to come.
_NOWADAYS = re.compile(
    r"\b(?:[Ww]hat|which|(?:size|shape|way|place) (?:it|[a-z]+)) (?:is|are) $"
    r"|\b(?:known|still (?:[a-z]+ed|in|own|exists?|lives?|stands?)\b[^.;:\n]{0,30}|can (?:still )?be (?:[a-z]+ed|seen|found|heard)) $"
)
_PRESENT = re.compile(r",? [^.,;\n]{0,40}?\bremains?\b|(?<= today) (?:than ever|as (?:it|they|ever|in|when)\b)")
_THESE_DAYS = re.compile(r"(?: (?:is|are) (?:ever|an?|one of|home to|among|what|nothing|no longer)\b| (?:may|can) not\b)")
_TO_COME = re.compile(r"\b(?:an?|our|their)(?: [a-z]+)? $|\b(?:preserve|build|shape|secure|imagine|promise) $")
#: "Veldia Today" is a newspaper, where a line is not all in capitals.
_NAME = re.compile(r"\b(?!But |And |So |Yet )[A-Z][\w’'-]+ $")
_SMALL = re.compile(r"\b[a-z]{5,}")
_VERSE = re.compile(r"\b(?:First|Second|Third|[1-3]|[Bb]ook of|[Cc]hapter) [A-Z][a-z]+ $|\b(?:[Cc]hapter|[Vv]erse) $")
_CLOCK = re.compile(r"\d\d?:\d\d")
#: Numbers of documents, rooms, units and the like: "resolutions 1701 and 2031".
_NUMBERED = re.compile(
    r"\b(?:resolutions?|decrees?|laws?|acts?|articles?|paragraphs?|sections?|pages?|protocols?|orders?|rooms?|flights?|routes?|highways?"
    r"|brigades?|units?|hill|points?|numbers?|no\.) (?:(?:no\.|number|\d+|and|or),? )*$",
    re.I,
)
_FOUR_FIGURES = re.compile(r"\d{4}")


def add_dates(text: str, found: Sequence[Span]) -> tuple[Span, ...]:
    """The spans that the model found, less durations and repetitions, and the plain dates that it left out, in the order of the text."""
    kept = [span for span in found if not NO_DATE.fullmatch(span.text) and not _is_number(text, span)]
    plain = (Span.of(text, *m.span()) for start, end in stretches_around(TRIGGER, text, REACH) for m in DATE.finditer(text, start, end))
    both = [*kept, *(span for span in plain if not any(span.overlaps(other) for other in kept))]
    return tuple(sorted(span for span in both if not _only_looks_like(text, span)))


def _only_looks_like(text: str, span: Span) -> bool:
    """Whether words are no day by what stands before them: "to this day", "Corinthians 9:25"."""
    before = text[max(0, span.start - 48) : span.start]
    verse = _CLOCK.fullmatch(span.text) and _VERSE.search(before)
    if (
        verse
        or _EVERY.search(before)
        or _COURSE.search(before + span.text)
        or (_FOUR_FIGURES.fullmatch(span.text) and _NUMBERED.search(before))
    ):
        return True
    if span.text.lower() == "today":
        named = _NAME.search(before)
        name = span.text == "Today" and named and _SMALL.search(_line_around(text, span))
        now = _NOWADAYS.search(before) or _PRESENT.match(text, span.end) or (named and _THESE_DAYS.match(text, span.end))
        return bool(name or now)
    if span.text.lower() == "tomorrow":
        return bool(_TO_COME.search(before))
    return span.text.lower() == "this day" and bool(_STILL.search(before))


def _line_around(text: str, span: Span) -> str:
    end = text.find("\n", span.end)
    return text[text.rfind("\n", 0, span.start) + 1 : end if end >= 0 else len(text)]


def _is_number(text: str, span: Span) -> bool:
    """Whether a number that could be a year is an age, or a part of something longer."""
    if not _NUMBER_ALONE.fullmatch(span.text):
        return False
    start = max(text.rfind(" ", 0, span.start), text.rfind("\n", 0, span.start)) + 1
    within = _PARTIAL.match(text, start)
    return bool(within and within.end() >= span.end) or bool(
        len(span.text) != len("2031") and _AGED.search(text[max(0, span.start - 24) : span.start])
    )


def stretches_around(trigger: re.Pattern[str], text: str, reach: int) -> Iterator[tuple[int, int]]:
    """The parts of a text that are within reach of what a pattern finds, apart from each other."""
    start = end = 0
    for m in trigger.finditer(text):
        if m.start() - reach > end:
            if end:
                yield start, end
            start = m.start() - reach
        end = m.end() + reach
    if end:
        yield start, end
