"""Who is presented by an office in one sentence and by name in the next, or goes on under an office: "the envoy added"."""

from __future__ import annotations

import re
from bisect import bisect_left

from onrecord.resolving.cast.cast import Entity
from onrecord.resolving.cast.sight import Sight
from onrecord.resolving.names.forms import PRONOUNS
from onrecord.resolving.names.titles import RANKS, split_title

#: A name alone, and what would tell who that is.
FULL_NAME = re.compile(r"[^\W\d_a-z][\w’'-]+(?: [^\W\d_a-z][\w’'.-]*){1,3}")
WHO_IS = re.compile(r",? (?:an?|the|who|whose|of|from)\b|, [^\W\d_]+ (?:of|for|at)\b|, [^\W\d_A-Z]+,")
#: What only somebody does who has spoken, and what nobody does to himself.
GOES_ON = re.compile(r"(?:also |then |further )?(?:add(?:s|ed)|continue[sd]|(?:goes|went) on)(?: \w+ing)?|adding|continuing", re.I)
ANSWERS = re.compile(
    r"\b(?:repl(?:y|ies|ied)|retort|rejoin|counter|respond|answer|disagree|object|den(?:y|ies|ied)|contradict|reject|dismiss|disput"
    r"|correct|doubt|beg(?:s|ged) to differ)",
    re.I,
)
#: What is done about somebody else's question.
DECLINES = re.compile(r"\b(?:refus(?:e[sd]?|ing)|declin(?:e[sd]?|ing)|(?:would|will) not be drawn)\b", re.I)
#: Between two clauses of one sentence, each with a subject of its own.
BESIDE = re.compile(r"\b(?:and|but|while|whereas) $")


def named_next(sight: Sight, i: int) -> Entity | None:
    """Who is named, without a word of who that is, as the next speaker of the paragraph: "The minister said …", then "Anna Veld said".

    Behind an office that opens the report he can stand in the next paragraph.
    """
    here, headline = sight.mentions[i].span, sight.text.find("\n")
    at = bisect_left(sight.outermost, here)
    if sight.outermost[at : at + 1] != [here]:
        return None
    source = next((s for s in sight.outermost[at + 1 :] if s.text.lower() not in PRONOUNS), None)
    entity = sight.whose(source) if source else None
    if source is None or entity is None or entity.type != "person" or any(role.lower() not in RANKS for role in entity.roles):
        return None
    if ANSWERS.search(sight.cue_of(source)):
        return None
    opens = all(before.start < headline for before in sight.outermost[:at])
    near = sight.text.count("\n", here.end, source.start) <= (len("\n\n") if opens else 0)
    name = split_title(source.text).name or ""
    alone = FULL_NAME.fullmatch(name) and source.text.endswith(name) and not WHO_IS.match(sight.text, source.end)
    first = min((m.start for m in entity.mentions if m.start > headline), default=None)
    return entity if near and alone and first == source.start and name in entity.names else None


def goes_on(sight: Sight, i: int) -> bool:
    """Whether who is the source of a statement has spoken before, as its cue says: "the envoy added"."""
    return bool(GOES_ON.fullmatch(sight.cue_of(sight.mentions[i].span)))


def turns_to(sight: Sight, i: int) -> bool:
    """Whether a sentence turns to another one than who spoke before: "Veld agreed and the minister agreed", "the minister denied it".

    Who says two things in one sentence is "he" in the second; nobody answers or declines what he said himself.
    """
    here = sight.mentions[i].span
    start = sight.sentence_start(i)
    cue = sight.cue_of(here)
    beside = BESIDE.search(sight.text, start, here.start) and any(start <= s.start < here.start for s in sight.outermost)
    return bool(beside or ANSWERS.search(cue) or DECLINES.search(cue))
