"""What a statement or contact asserts, laid out so that two of them can be compared: words, numbers, days, parties, what denies."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cached_property

from onrecord.across.numbers import Number, find_numbers
from onrecord.across.words import stem, stems_of

#: Words for a saying or a happening as such, which point to what was told before.
POINTING = """account accounts accusation accusations allegation allegations assertion assertions case charge charges claim claims fact
    figure figures idea kind matter notion phrase phrases point quote quotes quotation remark remarks report reports rumour rumours
    rumor rumors said say says sentence sort statement statements story stories substance suggestion suggestions thing things version
    versions number numbers length total toll count word words affair everything anything tale talk verb sense""".split()
#: Words that call something untrue.
UNTRUE = re.compile(
    r"""\b(?:nonsense|rubbish|invent(?:ed|ions?)|made[ ]up(?![ ]of)|concocted
    |fiction\w*|fabl\w+|fabricat\w+|false\w*|untrue|lies?|liars?|wrong|baseless|groundless
    |without[ ]foundation|unfounded|fantas\w+|(?:fairy|nursery)[ -]?tales?|myth\w*|hoax\w*|absurd\w*|ridiculous|ludicrous|fake|slander\w*
    |libel\w*|nothing[ ]of[ ]the[ ]sort|not[ ](?:so|true|quite|the[ ]case)|incorrect|mistaken|misquot\w+|distort\w+)\b""",
    re.I | re.X,
)
NEGATIVE = re.compile(r"\b(?:no|not|never|none|nothing|nobody|nor|neither|without|cannot|nowhere)\b|n[’']t\b", re.I)
#: Cues by which a speaker denies; those of the first kind, and those that can leave it open.
STRICT = re.compile(
    r"\b(?:den(?:y|ies|ied|ying|ials?)|disclaim\w*|disown\w*|disavow\w*|refut\w+|rebut\w*|contradict\w*|repudiat\w+)\b", re.I
)
DENYING = re.compile(
    rf"{STRICT.pattern}|\b(?:dismiss\w*|disput\w+|contest(?:s|ed)?|laugh\w*|scoff\w*|ridicul\w*|reject\w*|correct(?:s|ed))\b", re.I
)
OPEN = re.compile(r"\bneither\b|\bnor\b|\bwould not\b|\bnot (?:confirm|comment)|\bdeclin|\brefus|\bno comment|\bwhether\b", re.I)
#: Contents that leave open what they speak of: "how many people died", "by whom the text was written".
QUESTION = re.compile(r"\W*(?:about |as to |on |by |to |for |from )?(?:how|whom?|whose|what|which|whether|where|when|why)\b", re.I)
#: Words by which a speaker speaks of what he has said.
SAYING = re.compile(
    r"\b(?:said|say|saying|spoke\w*|speak\w*|told|promis\w+|vow\w*|words?|phrase|verb|quot\w+|misquot\w+|sentence|called|mention\w*"
    r"|threaten\w*|offer\w*|ask\w*|claim\w*|remark)\b", re.I
)  # fmt: skip
#: What nobody has answered is not denied by it.
UNANSWERED = re.compile(
    r"\bno (?:response|repl(?:y|ies)|answers?|comment|reaction)\b"
    r"|(?:\bnot|n[’']t|\bnever)(?: yet)? (?:respond|repl(?:y|ied)|answer|comment|react)",
    re.I,
)

#: A content of no more stems than this says little of its own.
BRIEF = 2


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
    called by; `first` and `last` days in ISO form, "" where unknown. `lead` is what stands before it in its paragraph. `around` are
    the paragraphs that tell of a contact, `per` is the statement that tells of it.
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
    lead: str = ""
    status: str = ""
    site: str = ""
    parties: tuple[Party, ...] = ()
    around: str = ""
    per: str = ""

    @cached_property
    def stems(self) -> frozenset[str]:
        """The stems of the words that say what it is about; numbers are none."""
        return _name_matter(self.words)

    @cached_property
    def matter(self) -> frozenset[str]:
        """Its stems without those that point to what was told before, or call it untrue."""
        return _name_matter(UNTRUE.sub(" ", self.words)) - POINTING_STEMS

    @cached_property
    def numbers(self) -> tuple[Number, ...]:
        """The numbers in it."""
        return find_numbers(self.words)

    @cached_property
    def is_negative(self) -> bool:
        """Whether its words have a "not" or the like."""
        return bool(NEGATIVE.search(self.words))

    @cached_property
    def negates(self) -> bool:
        """Whether it says that something is not so: by a cue that denies, or in its words, but not by both."""
        by_cue = self.denies_by_cue or (self.act == "deny" and bool(DENYING.search(self.cue)))
        return by_cue != self.is_negative

    @cached_property
    def calls_untrue(self) -> bool:
        """Whether its words call something untrue."""
        return bool(UNTRUE.search(self.words))

    @cached_property
    def speaks_of_saying(self) -> bool:
        """Whether its words speak of what was said."""
        return bool(SAYING.search(self.words))

    @cached_property
    def denies_by_cue(self) -> bool:
        """Whether its cue is a word for denying."""
        return bool(STRICT.search(self.cue))

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
        return len(self.matter) <= BRIEF and self.calls_untrue

    @cached_property
    def denies(self) -> bool:
        """Whether it says that something is not so: by its act, by a cue that denies, or by calling untrue what was told before."""
        if self.kind != "statement":
            return False
        points_back = len(self.matter) <= BRIEF and bool(self.stems & POINTING_STEMS)
        if not (self.act == "deny" or self.denies_by_cue or self.says_untrue or (points_back and DENYING.search(self.cue))):
            return False
        return not self.leaves_open and (self.denies_by_cue or not UNANSWERED.search(self.words))


POINTING_STEMS = frozenset(stem(word) for word in POINTING)


def _name_matter(words: str) -> frozenset[str]:
    return frozenset(stem for stem in stems_of(words) if not stem[0].isdigit())
