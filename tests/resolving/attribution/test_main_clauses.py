"""Sentences whose subject speaks, though who tells of it was read to, in invented words."""

import pytest

from onrecord.resolving.attribution.tellers import restore_speakers
from tests.resolving.conftest import read_marked

Parts = tuple[list[str], list[str], list[str], list[str]]


def restored(marked: str) -> Parts:
    report, reading = read_marked(marked)
    a = restore_speakers(report.text, reading).attributions[0]
    return [s.text for s in a.source], [s.text for s in a.cue], [s.text for s in a.content], [s.text for s in a.via]


@pytest.mark.parametrize(
    ("marked", "expected"),
    [
        (
            "It rained. {person|Anna Veld}, {person|her} envoy to Bergen, had argued {s0.content|for a pause}, {s0.cue|according to} "
            "{unnamed s0.source|two aides}.",
            (["Anna Veld"], ["had argued"], ["for a pause"], ["two aides"]),
        ),
        (
            "{person s0.content|The minister, Ivo Strand}, has told senior governors {s0.content|that it rains}, {s0.cue|according to} "
            "{unnamed s0.source|a governor}.",
            (["The minister, Ivo Strand"], ["has told"], ["that it rains"], ["a governor"]),
        ),
        (
            "It rained. At a sitting on Thursday {person|she} argued, {s0.cue|by the account of} {unnamed s0.source|two deputies}, "
            "{s0.content|that it rains}.",
            (["she"], ["argued"], ["that it rains"], ["two deputies"]),
        ),
        (
            "{person s0.content|The Secretary}, {s0.cue|according to} {person s0.source|him}, {s0.content|could accept a pause}.",
            (["The Secretary"], ["could accept"], ["a pause"], ["him"]),
        ),
        (
            "{person|Premier Anna Veld} has declined {s0.content|an invitation to Bergen}, {unnamed s0.source|a spokeswoman} {s0.cue|said}.",
            (["Premier Anna Veld"], ["has declined"], ["an invitation to Bergen"], ["a spokeswoman"]),
        ),
        (
            "KOLM, June 16 (CP) — {organization|The Council}, meeting on Friday under the king, {s0.cue|reaffirmed} {s0.content|that it rains}, "
            "{person s0.source|spokesman Ivo Strand} said in a statement.",
            (["The Council"], ["reaffirmed"], ["that it rains"], ["spokesman Ivo Strand"]),
        ),
        (
            "{outlet s0.source|It} {s0.cue|published} on Friday what it said was a letter from {person|Anna Veld} in which {person|the envoy} "
            "promises {s0.content|to come}.",
            (["the envoy"], ["promises"], ["to come"], ["It"]),
        ),
        (
            "On Tuesday the Council, {unnamed s0.source|its secretary} said, {s0.cue|rejected} {s0.content|the plan}.",
            (["the Council"], ["rejected"], ["the plan"], ["its secretary"]),
        ),
        (
            "{person|Anna Veld} – so says {organization s0.source|her office} – {s0.cue|has never promised} {s0.content|a vote}.",
            (["Anna Veld"], ["has never promised"], ["a vote"], ["her office"]),
        ),
        (
            "{person|Anna Veld} answered, {unnamed s0.source|her aide} {s0.cue|says}, {s0.content|that it rains}.",
            (["Anna Veld"], ["answered"], ["that it rains"], ["her aide"]),
        ),
    ],
    ids=["apposition", "listeners", "before", "modal", "declined", "own-verb", "published-letter", "day-before", "dashes", "answered"],
)
def test_the_subject_of_the_sentence_speaks(marked: str, expected: Parts) -> None:
    assert restored(marked) == expected


@pytest.mark.parametrize(
    "marked",
    [
        # Who tells speaks for himself, or the verb is no verb of speech.
        "{person s0.content|Ivo Strand}, {person s0.source|Anna Veld} {s0.cue|said}, {s0.content|had warned them of rain}.",
        "{person|Anna Veld} had crossed {s0.content|the bridge}, {s0.cue|according to} {unnamed s0.source|two aides}.",
        # The verb is that of another statement.
        "{person s1.source|Anna Veld} {s1.cue|had argued} {s0.content s1.content|for rain}, {s0.cue|according to} {unnamed s0.source|an aide}.",
        # What stands before the subject is more than when or where.
        "It rained because {person|Anna Veld} argued {s0.content|for rain}, {s0.cue|according to} {unnamed s0.source|an aide}.",
    ],
    ids=["person", "no-speech", "claimed", "subordinate"],
)
def test_who_tells_keeps_other_words(marked: str) -> None:
    report, reading = read_marked(marked)
    assert restore_speakers(report.text, reading) == reading


@pytest.mark.parametrize(
    ("marked", "expected"),
    [
        (
            "{person|Anna Veld} would study the plan, {unnamed s0.source|an aide} told reporters, and {s0.cue|wants} {s0.content|two days}.",
            (["Anna Veld"], ["wants"], ["two days"], ["an aide"]),
        ),
        (
            "{person|Anna Veld} left, {unnamed s0.source|an aide} told reporters, and {s0.cue|begged} {s0.content|for two days}.",
            (["an aide"], ["begged"], ["for two days"], []),
        ),
    ],
    ids=["wishes", "begs-himself"],
)
def test_who_wishes_behind_a_comment_is_the_subject(marked: str, expected: Parts) -> None:
    assert restored(marked) == expected


def test_what_somebody_does_not_insist_on_is_his() -> None:
    marked = "{s0.content|{person|Anna Veld} does not insist on May}, {unnamed s0.source|an aide} {s0.cue|remarked}."
    assert restored(marked) == (["Anna Veld"], ["does not insist"], ["on May"], ["an aide"])
