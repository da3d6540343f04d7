import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from onrecord.reading.encoder.layout import ACTS, STANCES
from onrecord.reading.statements.acts import choose, load_weights, weigh_acts, weigh_stances
from onrecord.reading.statements.signs import find_signs

#: A model that cannot tell.
NO_ACTS, NO_STANCES = np.full((1, len(ACTS)), -np.log(len(ACTS))), np.full((1, len(STANCES)), -np.log(len(STANCES)))


@pytest.mark.parametrize(
    ("cue", "content", "act"),
    [
        ("denied", "that any shot had been fired from the mill", "deny"),
        ("called", "the story an invention", "deny"),
        ("ruled out", "a meeting before the thaw", "refuse"),
        ("declined", "to discuss the list", "refuse"),
        ("appealed to", "both sides to spare the weir", "urge"),
        ("demanded", "the release of the ferrymen", "demand"),
        ("offered", "to host a second round", "propose"),
        ("warned", "that the flood could reach the orchards", "warn"),
        ("threatened", "to close the bridge", "threaten"),
        ("accused", "the gendarmes of having broken the truce", "accuse"),
        ("pledged", "to send the lists by Friday", "promise"),
        ("accepted", "the envoy’s plan", "agree"),
        ("reported", "that three trucks had crossed at noon", "report"),
        ("believes", "it is a good beginning", "assess"),
        ("said", "“That is a lie, it never happened”", "deny"),
        ("said", "grain and mines were discussed", "report"),
        ("said", "that the weir was blown up deliberately, in breach of the truce", "accuse"),
        ("assured", "that Toktal was willing to sit down at any time", "propose"),
        ("said", "they would sign only after the last gun has left", "demand"),
        ("begged", "both sides to spare the orchards", "urge"),
        ("reminded", "that the border was open until spring", "report"),
        ("gave an assurance", "that the ferries would run", "promise"),
        ("reserved the right", "to close the strait", "threaten"),
        ("could not confirm", "either account", "report"),
        ("held out for", "the whole eastern bank", "demand"),
        ("decreed", "that the ferries stop", "demand"),
        ("held out the prospect of", "a swap at the weir", "propose"),
        ("gave the go-ahead to", "the second round", "agree"),
        ("threw its weight behind", "the plan", "agree"),
        ("poured cold water on", "the idea of a summit", "refuse"),
        ("voted down", "the proposal", "refuse"),
        ("pleaded not guilty", "to the charge", "deny"),
        ("censured", "the governor for his silence", "accuse"),
        ("made a plea", "for the release of the ferrymen", "urge"),
        ("surmised", "that the weir is lost", "assess"),
        ("divulged", "that the two had spoken twice", "report"),
        ("said", "that both sides ought to exercise restraint", "urge"),
        ("", "Let them show the map", "demand"),
        ("", "Then we close the valve", "threaten"),
        ("", "Yes. The date suits us", "agree"),
    ],
)
def test_plain_words_decide(cue: str, content: str, act: str) -> None:
    assert choose([find_signs(cue, content, "Toktal’s minister", "indirect")], NO_ACTS, NO_STANCES)[0][0] == act


def test_words_that_join_do_not_open_a_content() -> None:
    for content in ("that they had left", "and they had left", "but that they had left", "they had left"):
        assert "content begins with they" in find_signs("said", content, "Veld", "indirect")
    assert "content begins with they" not in find_signs("said", "that nobody says they had left", "Veld", "indirect")
    assert not any(sign.startswith("content begins") for sign in find_signs("said", "that", "Veld", "indirect"))


def test_an_answer_that_never_came_is_no_denial() -> None:
    statement = find_signs("said", "his office sent two letters but received no answer", "Toktal’s minister", "indirect")
    assert choose([statement], NO_ACTS, NO_STANCES)[0][0] in ("accuse", "report")


def test_a_refusal_is_against_and_an_offer_is_for() -> None:
    refusal = find_signs("rejected", "any foreign observers", "Toktal’s minister", "indirect")
    offer = find_signs("proposed", "foreign observers at the bridge", "Toktal’s minister", "indirect")
    denial = find_signs("denied", "that shots had been fired", "Toktal’s minister", "indirect")
    nobody = np.repeat(NO_ACTS, 3, 0), np.repeat(NO_STANCES, 3, 0)
    assert [stance for _, stance in choose([refusal, offer, denial], *nobody)] == ["against", "for", "none"]


def test_the_model_counts_where_words_say_little() -> None:
    signs = [find_signs("", "The bridge has two ends", "Veld", "direct")]
    for act in ("demand", "assess"):
        sure = np.where(np.array(ACTS) == act, -0.01, -12.0)[None]
        assert choose(signs, sure, NO_STANCES)[0][0] == act


@given(st.lists(st.sampled_from(sorted(load_weights().signs)), max_size=6))
def test_signs_give_probabilities(names: list[str]) -> None:
    weights = load_weights()
    laid = weights.lay_out([dict.fromkeys(names, 1.0), {"unknown": 1.0}])
    by_act = weigh_acts(weights, laid)
    assert np.allclose(np.exp(by_act).sum(1), 1)
    assert np.allclose(np.exp(weigh_stances(weights, laid, by_act)).sum(1), 1)
    assert not laid[1].any()


def test_what_others_say_does_not_matter() -> None:
    statements = [find_signs("denied", "it", "she", "indirect"), find_signs("said", "the road is open", "he", "indirect")]
    together = choose(statements, np.repeat(NO_ACTS, 2, 0), np.repeat(NO_STANCES, 2, 0))
    assert together == [choose([one], NO_ACTS, NO_STANCES)[0] for one in statements]
