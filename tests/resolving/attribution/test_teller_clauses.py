"""Clauses that tell of saying, in invented sentences: who relays, and who does not."""

from collections.abc import Callable

import pytest

from onrecord.model import Entries

Build = Callable[..., Entries]


def relayers(entries: Entries) -> list[list[str]]:
    names = {actor.id: actor.name for actor in entries.actors}
    return [[names[relay.actor] for relay in s.via] for s in entries.statements]


@pytest.mark.parametrize(
    ("marked", "expected"),
    [
        ("{country s0.source|Orvania} {s0.cue|is studying} {s0.content|the plan}, a spokesman confirmed on Friday.", ["spokesman"]),
        (
            "In Zurich, {unnamed|three diplomats} recount, {s0.source|Ivo Strand} {s0.cue|offered} {s0.content|a pause}.",
            ["three diplomats"],
        ),
        ("{s0.source|Ivo Strand}, as {person|Anna Veld} informed the press, {s0.cue|intends} {s0.content|to come}.", ["Anna Veld"]),
        ("{s0.source|He} {s0.cue|called} {s0.content|it “a duck”}, two of his listeners recalled.", ["two of his listeners"]),
        ("{s0.source|Ivo Strand} {s0.cue|refused} {s0.content|to come}, court papers unsealed on Monday show.", ["court papers"]),
        ("{s0.source|Ivo Strand} {s0.cue|refused} {s0.content|to come}, a leaked tape shows.", ["leaked tape"]),
        ("{s0.source|Ivo Strand} {s0.cue|refused} {s0.content|to come}, internal messages show.", ["internal messages"]),
        ("{s0.source|Ivo Strand}, his deputy told the Herald, {s0.cue|wants} {s0.content|a pause}.", ["deputy of Ivo Strand"]),
        ("{s0.source|Ivo Strand} {s0.cue|wants} {s0.content|a pause}, one of his advisers told the Herald.", ["one of his advisers"]),
        (
            "{s0.source|Ivo Strand} {s0.cue|wants} {s0.content|a pause}, two officers who were there told the Herald.",
            ["two officers who were there"],
        ),
        ("{s0.content|It rains}, {s0.source|Ivo Strand} said, {outlet|state television} {s0.cue|reported}.", ["state television"]),
        ("{s0.source|Ivo Strand} {s0.cue|wants} {s0.content|a pause}, says a guest who knows him.", ["guest who knows him"]),
        ("As {organization|the ministry} informs, {s0.source|Ivo Strand} {s0.cue|wants} {s0.content|a pause}.", ["ministry"]),
        ("It rains. As {organization|the ministry} informs, {s0.source|Ivo Strand} {s0.cue|wants} {s0.content|a pause}.", ["ministry"]),
        ("{s0.source|Ivo Strand} {s0.cue|wants} {s0.content|a pause}; so two of his guests inform us.", ["two of his guests"]),
        ("{s0.source|Ivo Strand} {s0.cue|wants} {s0.content|a pause}. So much two deputies confided to the radio.", ["two deputies"]),
        ("{s0.source|Ivo Strand} {s0.cue|wants} {s0.content|a pause}, explained his spokesman.", ["spokesman of Ivo Strand"]),
        (
            "{s0.source|Ivo Strand} {s0.cue|wants} {s0.content|a pause}, {person|his spokesman, Jan Roe}, says.",
            ["Jan Roe"],
        ),
        ("{s0.source|Ivo Strand}, to believe {outlet|the Herald}, {s0.cue|wants} {s0.content|a pause}.", ["Herald"]),
        ("{s0.source|Strand’s demand}, so {outlet|Ana Dil}, {s0.cue|is} {s0.content|a pause}.", ["Ana Dil"]),
        (
            "{s0.source|Ivo Strand} {s0.cue|swore}, by the voice of his spokesman, {s0.content|that it rains}.",
            ["spokesman of Ivo Strand"],
        ),
        (
            "According to the communiqué of his cabinet, {s0.source|Ivo Strand} {s0.cue|wants} {s0.content|a pause}.",
            ["communiqué of his cabinet"],
        ),
        (
            "{unnamed|Three deputies} who dined with him {s0.cue|quoted {person s0.source|him} as wanting} {s0.content|a pause}.",
            ["Three deputies"],
        ),
        ("{s0.source|Ivo Strand}, an aide let slip, {s0.cue|wants} {s0.content|a pause}.", ["aide"]),
        ("{s0.source|Ivo Strand}, an aide told reporters afterwards, {s0.cue|wants} {s0.content|a pause}.", ["aide"]),
        ("{s0.source|Ivo Strand} {s0.cue|wants} {s0.content|a pause}, if minutes that a deputy found are genuine.", ["minutes"]),
        ("{s0.source|Ivo Strand} {s0.cue|wants} {s0.content|a pause}, to go by two of his guests.", ["two of his guests"]),
        ("{s0.source|Ivo Strand} {s0.cue|wants} {s0.content|a pause}, if two aides have understood him.", ["two aides"]),
        ("In the words of {organization|the ministry}, {s0.source|Ivo Strand} {s0.cue|wants} {s0.content|a pause}.", ["ministry"]),
        ("{s0.source|Ivo Strand}, says his chief of staff, {s0.cue|wants} {s0.content|a pause}.", ["chief of staff of Ivo Strand"]),
        ("{s0.source|Ivo Strand}, as his colleagues put it, {s0.cue|wants} {s0.content|a pause}.", ["colleagues of Ivo Strand"]),
        ("{s0.source|Ivo Strand}, {outlet|the Courier} hears, {s0.cue|wants} {s0.content|a pause}.", ["Courier"]),
        (
            "{outlet|The Courier} has it from two officials that {s0.source|Ivo Strand} {s0.cue|wants} {s0.content|a pause}.",
            ["two officials", "Courier"],
        ),
        (
            "{person|Anna Veld} read out a message from {person|Ivo Strand} in which {person s0.source|he} {s0.cue|called on} "
            "{s0.content|them to come}.",
            ["Anna Veld"],
        ),
        ("{s0.content|“No”}, {s0.source|Ivo Strand} {s0.cue|told} {s0.to|the committee} — or so two of them relayed it to {outlet|the Herald}.",
         ["two of them"]),
        ("{s0.source|Ivo Strand}, if the Packet is to be believed, {s0.cue|wants} {s0.content|a pause}.", ["Packet"]),
        ("{outlet|The Herald}, quoting {unnamed s0.source|an aide}, {s0.cue|speaks of} {s0.content|a pause}.", ["Herald"]),
        (
            "{outlet|Radio Ilde} on Monday broadcast a communiqué in which the {s0.source organization|Harbour League} {s0.cue|declared} "
            "{s0.content|itself ready}.",
            ["Radio Ilde"],
        ),
        (
            "{outlet|Radio Ilde} later played an extract from an address which {s0.source|Ivo Strand} {s0.cue|gave}: {s0.content|“No.”}",
            ["Radio Ilde"],
        ),
        ("{s0.source|Ivo Strand}, through his assistant, {s0.cue|asked for} {s0.content|a pause}.", ["assistant of Ivo Strand"]),
        ("So, in transmission of {outlet|the agency Ilde}, {s0.cue|considers} also {s0.source|Ivo Strand}, {s0.content|a pause is good}.",
         ["Ilde"]),
    ],
)  # fmt: skip
def test_the_subject_relays(entries: Build, marked: str, expected: list[str]) -> None:
    assert relayers(entries(marked)) == [expected]


@pytest.mark.parametrize(
    "marked",
    [
        "{s0.source|Ivo Strand} {s0.cue|wants} {s0.content|a pause}, and a spokesman confirmed on Friday the date.",
        "{s0.source|Ivo Strand} {s0.cue|wants} {s0.content|a pause}, six weeks earlier than his neighbours had been told in spring.",
        "{s0.source|Ivo Strand} {s0.cue|wants} {s0.content|a pause}, he added.",
        "{s0.source|Ivo Strand} {s0.cue|spoke of} {s0.content|a pause}, a phrase his spokesman refused to explain.",
        "{s0.source|Ivo Strand} {s0.cue|did not say} {s0.content|whether it rained}, as the police have said.",
        "{s0.source|Ivo Strand} {s0.cue|wants} {s0.content|a pause}. It rained, a spokesman confirmed.",
        "{organization s0.source|The League}, which sends its ore through their waters, {s0.cue|offered} {s0.content|help}.",
    ],
)
def test_other_clauses_relay_nothing(entries: Build, marked: str) -> None:
    assert relayers(entries(marked)) == [[]]


def test_a_clause_with_a_statement_of_its_own_relays_nothing_else(entries: Build) -> None:
    marked = "{s0.source|Ivo Strand} {s0.cue|wants} {s0.content|a pause}, {unnamed s1.source|a spokesman} {s1.cue|confirmed}, {s1.content|not peace}."
    assert relayers(entries(marked)) == [[], []]


def test_a_clause_behind_a_stop_tells_of_what_stands_before_it(entries: Build) -> None:
    marked = (
        "{s0.source|Ivo Strand} {s0.cue|wants} {s0.content|a pause}, or so an officer assured the Herald; "
        "{s1.source|Anna Veld} {s1.cue|denies} {s1.content|it}."
    )
    assert relayers(entries(marked)) == [["officer"], []]


def test_two_verbs_share_the_relayer_behind_them(entries: Build) -> None:
    marked = (
        "{s0.source s1.source|Ivo Strand} {s0.cue|offered} {s0.content|a pause} and {s1.cue|asked for} {s1.content|two days}, "
        "{unnamed s1.via|an aide} said."
    )
    assert relayers(entries(marked)) == [["aide"], ["aide"]]
