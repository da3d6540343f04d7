from datetime import date

import pytest

from onrecord.model import Actor, Contact, Relay, Report, Span, Statement, When
from onrecord.model.span import Spans
from onrecord.store.findings import FoundContact, FoundStatement
from onrecord.wording import NOBODY, describe_actor, describe_contact, describe_days, describe_statement

TEXT = "If asked, Mirela Kostan told reporters by telephone “yes”."
REPORT = Report("r", TEXT)


def at(words: str) -> Spans:
    start = TEXT.index(words)
    return (Span.of(TEXT, start, start + len(words)),)


@pytest.mark.parametrize(
    ("when", "words"),
    [
        (None, "no day known"),
        (When(date(2031, 3, 1), date(2031, 3, 1), "published"), "on 2031-03-01 (published)"),
        (When(date(2031, 3, 1), date(2031, 3, 10), "stated"), "between 2031-03-01 and 2031-03-10 (stated)"),
        (When(None, date(2031, 3, 10), "published"), "by 2031-03-10 (published)"),
        (When(date(2031, 3, 1), None, "stated"), "from 2031-03-01 on (stated)"),
        (When(None, None, "stated"), "on a day that is not known (stated)"),
    ],
)
def test_days(when: When | None, words: str) -> None:
    assert describe_days(when) == words


def test_actors_have_what_the_report_gives() -> None:
    assert describe_actor(Actor("a", "Kostan", "person", "Minister", "Orvania")) == "Kostan (Minister, Orvania)"
    assert describe_actor(Actor("a", "Orvania", "country", None, "Orvania")) == "Orvania"


def test_a_statement_has_its_parts_in_the_order_of_the_report() -> None:
    s = Statement(
        "s", "direct", at("Mirela Kostan"), at("told"), at("“yes”"), None, (), None, None,
        at("reporters"), at("by telephone"), at("If asked"), "agree", "talks", "for", 1.0,
    )  # fmt: skip
    assert list(describe_statement(FoundStatement(REPORT, s, ()))) == [
        "“Mirela Kostan” (not identified) said, no day known",
        "Mirela Kostan … told … ⟦“yes”⟧",
        "to “reporters”; on the occasion “by telephone”; on the condition “If asked”",
        "direct · act: agree · issue: talks · stance: for · confidence 1.00",
    ]


def test_a_statement_of_nobody() -> None:
    s = Statement("s", "direct", (), (), at("“yes”"), None, (), None, None, (), (), (), "agree", "talks", "for", 1.0)
    assert next(describe_statement(FoundStatement(REPORT, s, ()))) == f"{NOBODY} said, no day known"


def test_a_contact_is_somebodys_account() -> None:
    people = tuple(Actor(key, key.title(), "person") for key in "abc")
    contact = Contact("c", "talks", "denied", ("a", "b"), "c", "Bergen", 2, None, "s", at("yes"), 0.5)
    assert list(describe_contact(FoundContact(REPORT, contact, people, told_by=people[0]))) == [
        "talks (round 2), denied: A, B; through C; place: Bergen; no day known",
        "⟦yes⟧",
        "as A is reported to have said",
        "confidence 0.50",
    ]


def test_what_people_decided_is_told() -> None:
    s = Statement("s", "direct", (), (), at("“yes”"), None, (), None, None, (), (), (), "agree", "talks", "for", 1.0, state="rejected")
    assert list(describe_statement(FoundStatement(REPORT, s, ())))[-1].endswith("confidence 1.00 · rejected")
    contact = Contact("c", "call", "held", (), None, None, None, None, None, at("yes"), 0.5, state="confirmed")
    assert list(describe_contact(FoundContact(REPORT, contact, ())))[-1] == "confidence 0.50 · confirmed"


@pytest.mark.parametrize(
    ("name", "kind", "verb"),
    [
        ("two officials", "unnamed", "are"),
        ("many in the Ministry", "unnamed", "are"),
        ("Officials in Dorvik", "unnamed", "are"),
        ("Veld and Strand", "group", "are"),
        ("both sides", "country", "are"),
        ("an aide", "unnamed", "is"),
        ("one of two officials", "unnamed", "is"),
        ("source in the ministries", "unnamed", "is"),
        ("United Isles", "country", "is"),
        ("Anna Voss", "person", "is"),
    ],
)
def test_several_are_reported_to_have_said(name: str, kind: str, verb: str) -> None:
    teller = Actor("a", name, kind)
    contact = Contact("c", "talks", "held", (), None, None, None, None, "s", at("yes"), 0.5)
    told = list(describe_contact(FoundContact(REPORT, contact, (teller,), told_by=teller)))
    assert told[2] == f"as {name} {verb} reported to have said"
    s = Statement("s", "direct", at("yes"), (), at("“yes”"), "a", (Relay("b", ()),), None, None, (), (), (), "agree", "talks", "for", 1.0)
    found = FoundStatement(REPORT, s, (teller, Actor("b", "Courier", "outlet")))
    assert next(describe_statement(found)) == f"{name} {verb} reported by Courier to have said, no day known"
