"""What decisions make of an entry, whatever the order in which reviewers made them."""

from collections.abc import Mapping, Sequence
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from onrecord.model import Actor, Contact, Relay, Span, Statement, When
from onrecord.model.decisions import STATES, Decision, essence, evidence_of, match_evidence, replace_values, settle, values_of

TEXT = "Mirela Kostan said on Monday that the list was short, and the Courier had it."
MACHINE = {"act": "report", "issue": "talks"}


def span(words: str) -> Span:
    return Span.of(TEXT, TEXT.index(words), TEXT.index(words) + len(words))


def statement(content: str = "that the list was short", cue: str = "said", key: str = "stm_1") -> Statement:
    said = When(None, None, "stated", "day", (span("on Monday"),))
    return Statement(key, "indirect", (span("Mirela Kostan"),), (span(cue),), (span(content),), "a", (Relay("b", (span("Courier"),)),), None,
                     said, (), (), (), "report", "talks", "none", 0.5)  # fmt: skip


ACTORS = {"a": Actor("a", "Mirela Kostan", "person", mentions=(span("Mirela Kostan"),)), "b": Actor("b", "Courier", "outlet")}


def decision(by: str, verdict: str, values: Mapping[str, Any] | None = None) -> Decision:
    return Decision(verdict, by, "", decided=values if verdict in ("confirmed", "corrected") else None)


@pytest.mark.parametrize(
    ("decisions", "state", "changed"),
    [
        ((), "machine", {}),
        ((("A", "unsure", None),), "unsure", {}),
        ((("A", "confirmed", MACHINE),), "confirmed", {}),
        ((("A", "corrected", {"act": "urge", "issue": "talks"}),), "corrected", {"act": "urge"}),
        ((("A", "rejected", None), ("B", "unsure", None)), "rejected", {}),
        ((("A", "rejected", None), ("B", "confirmed", MACHINE)), "disputed", {}),
        ((("A", "corrected", {"act": "urge", "issue": "arms"}), ("B", "corrected", {"act": "warn", "issue": "arms"})), "disputed", {"issue": "arms"}),
    ],
)  # fmt: skip
def test_what_decisions_make_of_an_entry(decisions: Sequence[tuple[str, str, Any]], state: str, changed: dict[str, str]) -> None:
    assert settle(MACHINE, [decision(*one) for one in decisions]) == (state, changed)


VALUES = st.fixed_dictionaries({"act": st.sampled_from(["report", "urge"]), "issue": st.sampled_from(["talks", "arms"])})
DECISIONS = st.lists(
    st.builds(decision, st.sampled_from("ABCD"), st.sampled_from(["confirmed", "rejected", "unsure"]), VALUES),
    unique_by=lambda one: one.by,
)


@given(DECISIONS, st.randoms())
def test_the_order_of_reviewers_does_not_matter(decisions: list[Decision], chance: Any) -> None:
    before = settle(MACHINE, decisions)
    assert before[0] in STATES
    chance.shuffle(decisions)
    assert settle(MACHINE, decisions) == before


@given(DECISIONS)
def test_who_says_the_same_as_all_others_changes_nothing(decisions: list[Decision]) -> None:
    state, changed = settle(MACHINE, decisions)
    if state in ("confirmed", "corrected"):
        assert settle(MACHINE, [*decisions, decision("E", "confirmed", MACHINE | changed)]) == (state, changed)


def test_values_say_all_that_can_be_decided() -> None:
    s = statement()
    values = values_of(s, ACTORS)
    assert replace_values(s, values, lambda actor, _: str(actor["id"])) == s
    assert values["speaker"] == {"id": "a", "name": "Mirela Kostan", "type": "person", "words": span("Mirela Kostan").to_json()}
    c = Contact("cnt_1", "call", "held", ("a", "b"), "b", "Solmar", 2, When(None, None, "published", "bound"), None, (span("said"),), 0.5)
    assert replace_values(c, values_of(c, ACTORS), lambda actor, _: str(actor["id"])) == c


def test_only_what_counts_is_compared() -> None:
    one = values_of(statement(), ACTORS)
    other = values_of(statement(), {**ACTORS, "a": Actor("a", "Mirela Kostan", "group")})
    assert one != other
    assert essence(one) == essence(other)


def test_the_same_words_are_the_same_entry() -> None:
    near, far = statement("the list was short", key="stm_2"), statement("the Courier had it", key="stm_3")
    wanted = evidence_of(statement())
    assert match_evidence([wanted], [far, near, statement()]) == [statement()]
    assert match_evidence([wanted], [far, near]) == [near]
    assert match_evidence([wanted], [far]) == [None]
    assert match_evidence([wanted], [statement("the list was short", cue="had")]) == [None]
    assert match_evidence([wanted, evidence_of(near)], [near]) == [near, near]


def test_of_two_that_fit_alike_neither_is_taken() -> None:
    wanted = evidence_of(statement("that the list was short"))
    twins = [statement("that the list was shor", key="stm_2"), statement("hat the list was short", key="stm_3")]
    assert match_evidence([wanted], twins) == [None]
