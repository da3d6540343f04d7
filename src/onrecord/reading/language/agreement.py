"""What words tell of a mention: which family of pronouns, one or several, he or she."""

from __future__ import annotations

import re

#: Pronouns of one meaning.
FAMILIES = {
    "he": frozenset("he him his himself".split()),
    "she": frozenset("she her hers herself".split()),
    "it": frozenset("it its itself".split()),
    "they": frozenset("they them their theirs themselves".split()),
    "this": frozenset("this that these those".split()),
    "i": frozenset("i me my mine myself".split()),
    "we": frozenset("we us our ours ourselves".split()),
    "you": frozenset("you your yours yourself".split()),
    "who": frozenset("who whom whose which".split()),
}
FAMILY = {word: name for name, family in FAMILIES.items() for word in family}
#: Names that are written as pronouns are, but in capitals.
CAPITALS = frozenset(["US", "IT", "WHO"])
#: Who speaks of himself, for several, or to somebody, in running text; "mine" is oftener what is laid than what somebody has.
ME, WE, YOU = (re.compile(rf"\b(?:{words})\b") for words in ("I|[Mm]e|[Mm]y(?:self)?", "[Ww]e|[Uu]s|[Oo]ur(?:s|selves)?", "[Yy]ou(?:rs?)?"))
FIRST_PERSON = re.compile(f"{ME.pattern}|{WE.pattern}")
#: Courtesies before a name.
COURTESIES = frozenset("mr mrs ms miss mx mme madam madame sir dame lord lady señor señora monsieur herr frau".split())
#: The end of a possessor’s name; what is cut off where an "s" may have been left out of the words; and words that stand for a possessor.
GENITIVE, LOOSE_GENITIVE = re.compile(r"(?:[’']s|(?<=s)[’'])$"), re.compile(r"[’']s?$")
POSSESSIVES = frozenset("my our your his her its their".split())
_MANY = re.compile(r"[^su'’]s$|(?:people|men|children|police)$|.* and ")
_NUMBER = re.compile(r"(?:two|three|four|five|six|some|many|several|all|both)\b")
_AFTER = re.compile(r",| (?:of|in|who|that|from|for|to) ")
_WOMAN = re.compile(
    r"\b(?:woman|girl|mother|mom|mum|wife|widow|sister|daughter|queen|princess|lady|aunt|grandmother|niece|actress|baroness"
    r"|(?:spokes|chair|congress|ombuds)woman|mrs|ms|miss|mme|madame?|dame|señora|doña|frau|her excellency)\b"
)
_MAN = re.compile(
    r"\b(?:man|boy|father|dad|husband|widower|brother|son|king|prince|guy|uncle|grandfather|nephew|actor|baron|lord"
    r"|(?:spokes|chair|congress|ombuds)man|mr|sir|sheikh|imam|priest|(?:arch)?bishop|pope|cardinal|señor|monsieur|herr|his excellency)\b"
)


def family_of(words: str) -> str | None:
    """The family of a pronoun, as it stands in the text; None if it is none."""
    return None if words in CAPITALS else FAMILY.get(words.lower())


def is_many(words: str) -> bool:
    """Whether lower-case words mean several: "two aides of the envoy", "the talks"."""
    return bool(_NUMBER.match(words) or _MANY.search(_AFTER.split(words, maxsplit=1)[0]))


def gender_of(words: str) -> str | None:
    """ "he" or "she", as a pronoun, a title or a noun in lower-case words tells; None if none does, or both."""
    family = FAMILY.get(words)
    if family is not None:
        return family if family in ("he", "she") else None
    head = _AFTER.split(words, maxsplit=1)[0]
    he, she = bool(_MAN.search(head)), bool(_WOMAN.search(head))
    return ("he" if he else "she") if he != she else None
