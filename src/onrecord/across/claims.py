"""What a statement or contact asserts, laid out so that two of them can be compared: words, numbers, days, parties, what denies."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property, lru_cache

from anyascii import anyascii

#: Words that say nothing of what is asserted.
PLAIN = frozenset(
    """a about above after again all also am an and any are as at be because been before being below between both but by can could
    did do does doing done down during each either even ever every few for from further get gets got had has have having he her here
    hers herself him himself his how i if in into is it its itself just let made make may me might more most much must my myself
    neither no nobody none nor not nothing now of off on once one only or other our ours out over own put puts same shall she
    should since so some still such than that the their theirs them themselves then there these they this those through
    to too under until up upon us very was way we well were what when where whether which while who whom whose why will with without
    would yes yet you your yours never""".split()
)
#: Words for a saying or a happening as such, which point to what was told before.
POINTING = """account accounts accusation accusations allegation allegations assertion assertions case charge charges claim claims fact
    figure figures idea kind matter notion phrase phrases point quote quotes quotation remark remarks report reports rumour rumours
    rumor rumors said say says sentence sort statement statements story stories substance suggestion suggestions thing things version
    versions number numbers length total toll count word words affair everything anything tale talk verb sense""".split()
#: Words that call something untrue.
UNTRUE = re.compile(
    r"""\b(?:nonsense|rubbish|inventions?|fiction\w*|fabl\w+|fabricat\w+|false\w*|untrue|lies?|liars?|wrong|baseless|groundless
    |without[ ]foundation|unfounded|fantas\w+|(?:fairy|nursery)[ -]?tales?|myth\w*|hoax\w*|absurd\w*|ridiculous|ludicrous|fake|slander\w*
    |libel\w*|nothing[ ]of[ ]the[ ]sort|not[ ](?:so|true|quite|the[ ]case)|incorrect|mistaken|misquot\w+|distort\w+)\b""",
    re.I | re.X,
)
NEGATIVE = re.compile(r"\b(?:no|not|never|none|nothing|nobody|nor|neither|without|cannot|nowhere)\b|n[’']t\b", re.I)
#: Cues by which a speaker denies; those of the second kind leave it open.
DENYING = re.compile(
    r"\b(?:den(?:y|ies|ied|ying|ials?)|disclaim\w*|disown\w*|disavow\w*|dismiss\w*|refut\w+|rebut\w*|disput\w+|contradict\w*"
    r"|contest(?:s|ed)?|repudiat\w+|laugh\w*|scoff\w*|ridicul\w*|reject\w*|correct(?:s|ed))\b", re.I
)  # fmt: skip
STRICT = re.compile(
    r"\b(?:den(?:y|ies|ied|ying|ials?)|disclaim\w*|disown\w*|disavow\w*|refut\w+|rebut\w*|contradict\w*|repudiat\w+)\b", re.I
)
OPEN = re.compile(r"\bneither\b|\bnor\b|\bwould not\b|\bnot (?:confirm|comment)|\bdeclin|\brefus|\bno comment|\bwhether\b", re.I)
#: Contents that leave open what they speak of: "how many people died", "by whom the text was written".
QUESTION = re.compile(r"\W*(?:about |as to |on |by |to |for |from )?(?:how|whom?|whose|what|which|whether|where|when|why)\b", re.I)
#: Words by which a speaker speaks of what he has said.
SAYING = re.compile(
    r"\b(?:said|say|saying|spoke\w*|speak\w*|told|promis\w+|vow\w*|words?|phrase|verb|quot\w+|misquot\w+|sentence|called|mention\w*"
    r"|threaten\w*|offer\w*|ask\w*|claim\w*|remark)\b", re.I
)  # fmt: skip

#: A content of no more stems than this says little of its own.
BRIEF = 2

_ONES = """zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen
    nineteen""".split()
_TENS = "twenty thirty forty fifty sixty seventy eighty ninety".split()
NUMERALS = {word: n for n, word in enumerate(_ONES)} | {word: 10 * n for n, word in enumerate(_TENS, 2)}
SHARES = {"half": 1 / 2, "a quarter": 1 / 4, "a third": 1 / 3, "doubled": 2.0, "tripled": 3.0}
SCALES = {"hundred": 1e2, "thousand": 1e3, "million": 1e6, "billion": 1e9}
_NUMERAL = "|".join(sorted(NUMERALS, key=len, reverse=True))
#: Numbers that count something: no days of a month, years or times of day, and no "one", which rarely counts.
NUMBER = re.compile(
    rf"(?<![\w.,:-])(?:(?P<figures>\d{{1,3}}(?:[ ,\u00a0\u202f]\d{{3}})+|(?!(?:1[89]|20)\d\d\b)\d+(?:\.\d+)?)"
    rf"|(?P<words>(?!one\b(?!-))(?:{_NUMERAL})(?:-(?:{_NUMERAL}))?)|(?P<share>{'|'.join(SHARES)}))(?![\w:.]\w)(?!\w)"
    rf"(?:\s+(?P<scale>{'|'.join(SCALES)})\b)?"
    r"(?!\s+(?:to|past|o[’']clock|January|February|March|April|May|June|July|August|September|October|November|December)\b)",
    re.I,
)
#: What a number counts: the first word after it that says something, over adverbs and the like.
_UNIT = re.compile(rf"[\s-]+(?:(?:{'|'.join(sorted(PLAIN))}|[a-z]+ly)\s+){{0,2}}(?!(?:{'|'.join(sorted(PLAIN))})\b)([^\W\d_]{{3,}})")
_WORD = re.compile(r"[^\W_]+(?:[’'][^\W_]+)?")
_ENDINGS = ("ations", "ation", "ments", "ment", "ings", "ing", "ies", "ied", "als", "al", "es", "ed", "s", "y", "e")


@dataclass(frozen=True)
class Number:
    """A number, the stem of what it counts ("" where nothing follows), and the words for both."""

    value: float
    unit: str
    words: str


@dataclass(frozen=True)
class Party:
    """Somebody who takes part in a contact: the side, or who it is, and the words that it is called by."""

    side: str
    called: str


@dataclass(frozen=True)
class Claim:
    """A statement or contact as it is compared.

    `kind` is "statement" or the kind of a contact; `place` its rank among the entries of its report; [start, end) half-open code
    points of the report's text, `paragraph` the number of its paragraph. `called` are the words that its speaker and side are
    called by; `first` and `last` days in ISO form, "" where unknown. `around` are the paragraphs that tell of a contact.
    """

    entry: str
    report: str
    kind: str
    place: int
    start: int
    end: int
    paragraph: int
    words: str
    cue: str = ""
    act: str = ""
    issue: str = ""
    who: str = ""
    side: str = ""
    called: str = ""
    inside: str = ""
    first: str = ""
    last: str = ""
    meaning: bytes = b""
    status: str = ""
    site: str = ""
    parties: tuple[Party, ...] = ()
    around: str = ""

    @cached_property
    def stems(self) -> frozenset[str]:
        """The stems of the words that say what it is about."""
        return stems_of(self.words)

    @cached_property
    def matter(self) -> frozenset[str]:
        """Its stems without those that point to what was told before, or call it untrue."""
        return stems_of(UNTRUE.sub(" ", self.words)) - POINTING_STEMS

    @cached_property
    def numbers(self) -> tuple[Number, ...]:
        """The numbers in it."""
        return tuple(find_numbers(self.words))

    @cached_property
    def leaves_open(self) -> bool:
        """Whether its speaker neither confirms nor denies."""
        return bool(OPEN.search(self.cue))

    @cached_property
    def asks(self) -> bool:
        """Whether its content is a question."""
        return bool(QUESTION.match(self.words))

    @cached_property
    def says_untrue(self) -> bool:
        """Whether it does little more than call something untrue."""
        return bool(UNTRUE.search(self.words)) and len(self.matter) <= BRIEF

    @cached_property
    def denies(self) -> bool:
        """Whether it says that something is not so: by its act, by a cue that denies, or by calling untrue what was told before."""
        if self.kind != "statement" or self.leaves_open:
            return False
        points_back = len(self.matter) <= BRIEF and bool(self.stems & POINTING_STEMS)
        return self.act == "deny" or bool(STRICT.search(self.cue)) or self.says_untrue or bool(DENYING.search(self.cue) and points_back)


def find_numbers(words: str) -> Iterator[Number]:
    """The numbers in some words, each with what it counts."""
    for m in NUMBER.finditer(words):
        unit = _UNIT.match(words, m.end())
        yield Number(_value_of(m), stem(_fold(unit[1])) if unit else "", words[m.start() : unit.end() if unit else m.end()])


def _value_of(m: re.Match[str]) -> float:
    if m["share"]:
        return SHARES[m["share"].lower()]
    figures = re.sub(r"[ ,\u00a0\u202f]", "", m["figures"] or "")
    value = float(figures) if figures else sum(NUMERALS[word] for word in m["words"].lower().split("-"))
    return value * SCALES.get((m["scale"] or "").lower(), 1)


@lru_cache(maxsize=65_536)
def stems_of(words: str) -> frozenset[str]:
    """The stems of the words that say something; numbers are none."""
    said = (word for word in words_of(words) if word not in PLAIN and word not in NUMERALS and not word[0].isdigit() and len(word) > 2)
    return frozenset(stem(word) for word in said)


def stem(word: str) -> str:
    """What the forms of one word begin with, at most seven letters."""
    word = re.sub(r"'s$", "", word)
    ending = next((ending for ending in _ENDINGS if word.endswith(ending) and len(word) - len(ending) >= 3), "")
    return word.removesuffix(ending)[:7]


def words_of(text: str) -> list[str]:
    """The words of a text in plain lower-case letters."""
    return [_fold(m[0]) for m in _WORD.finditer(text)]


@lru_cache(maxsize=65_536)
def _fold(word: str) -> str:
    return str(anyascii(word)).lower().replace("’", "'")


POINTING_STEMS = frozenset(stem(word) for word in POINTING)
