"""Facts of two reports that cannot both be right, and what only looks so."""

from __future__ import annotations

from dataclasses import replace

import pytest

from onrecord.across.claims import Claim
from onrecord.across.slots import compare_told, slots_of

MEANING = bytes([127, 0])
FACT = Claim("stm_1", "rep_1", "statement", 0, 0, 9, 1, "", "said", "report", "border", "strand", last="2031-03-12", meaning=MEANING)


@pytest.mark.parametrize(
    ("one", "other", "kind"),
    [
        ("that 48 people had died at the ferry market", "no more than nine people had died at the ferry market", "number"),
        ("that at least 14 people had died at the ferry market", "that 17 people had died at the ferry market", None),
        ("that 120 guards were freed at the ferry market", "a further 80 guards were freed at the ferry market", None),
        ("the delegation received the draft on 3 May", "the delegation received the draft only on 12 May", "time"),
        ("the delegation received the draft on 3 May", "the delegation received the draft on Tuesday", None),
        ("drones attacked the harbour of Veld on Tuesday", "drones attacked the airfield of Veld on Thursday", None),
        ("the Solmar crossing is open to lorries", "the Solmar crossing has been closed since Monday", "whether"),
        ("the power station at Solmar is running", "the power station at Dorvik was shut down", None),
        ("the Solmar crossing would be open to lorries", "the Solmar crossing is closed to lorries", None),
        ("the joint commission will have six members", "the joint commission will have eight members", "number"),
        ("the joint commission will have six members", "the joint commission has eight members", None),
        ("the joint commission would have six members if it met", "the joint commission would have eight members", None),
        ("the joint commission will sit in Veld", "the joint commission will sit in Dorvik", "place"),
        ("the joint commission will sit in Veld", "the next joint commission will sit in Dorvik", None),
        ("the town of Veld was captured by his troops", "the troops were in full control of the town of Veld", "whether"),
    ],
)
def test_facts_are_set_against_each_other_by_slot(one: str, other: str, kind: str | None) -> None:
    a, b = replace(FACT, words=one), replace(FACT, entry="stm_2", report="rep_2", words=other, who="kostan")
    assert compare_told(a, b) == compare_told(b, a) == kind


def test_a_side_does_not_contradict_itself_nor_what_was_so_long_before() -> None:
    a = replace(FACT, words="the Solmar crossing is open to lorries", side="Orvania")
    b = replace(FACT, entry="stm_2", words="the Solmar crossing is closed to lorries", who="kostan", side="Tamesh")
    assert compare_told(a, b) == "whether"
    assert compare_told(a, replace(b, side="Orvania")) is None
    assert compare_told(a, replace(b, last="2031-03-20")) is None


def test_each_side_gives_a_proposal_to_the_other() -> None:
    a = replace(FACT, words="Kostan had proposed the joint patrols", side="Orvania", called="Strand")
    b = replace(FACT, entry="stm_2", words="the joint patrols were proposed by Orvania", who="kostan", side="Tamesh", called="Kostan")
    assert compare_told(a, b) == compare_told(b, a) == "who"
    assert compare_told(a, replace(b, words="the joint patrols were proposed by Solmar", called="Ferrin")) is None
    assert compare_told(a, replace(b, words="the joint patrols were proposed by Kostan")) is None


def test_only_facts_fill_slots() -> None:
    fact = replace(FACT, words="that 48 people had died on 3 May")
    assert list(slots_of(fact)) == ["count peopl", "pair 3", "day"]
    assert list(slots_of(replace(fact, act="demand"))) == []
    assert list(slots_of(replace(fact, act="deny"))) == []
