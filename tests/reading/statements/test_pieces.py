import pytest

from onrecord.reading.statements.drafts import Draft
from onrecord.reading.statements.pieces import fill_holes, leave_out_questions, leave_out_strays, right_cues, right_sources
from tests.reading.statements.conftest import draft


def contents(drafts: list[Draft]) -> list[list[str]]:
    return [[span.text for span in one.content] for one in drafts]


@pytest.mark.parametrize("asked_so", ["Asked", "Pressed", "Quizzed"])
def test_what_somebody_is_asked_is_not_what_he_says(asked_so: str) -> None:
    text = f"It rained. {asked_so} on Friday whether the list was real, Strand said it was long."
    asked = draft(text, "Strand", "said", "whether the list was real", "it was long")
    assert contents(leave_out_questions(text, [asked])) == [["it was long"]]
    only = draft(text, "Strand", "said", "whether the list was real")
    assert contents(leave_out_questions(text, [only])) == [["whether the list was real"]]


def test_what_somebody_asked_is_what_he_says() -> None:
    text = "Veld asked the council whether the list was real, and why it was long."
    both = draft(text, "Veld", "asked", "whether the list was real", "why it was long")
    assert contents(leave_out_questions(text, [both])) == [["whether the list was real", "why it was long"]]


@pytest.mark.parametrize(
    ("text", "before", "behind"),
    [
        ("Orvania wants a date, Veld calls the matter closed.", "Orvania wants a date", "the matter closed"),
        ("Pressed on the list of names, Veld told the board that it was long.", "the list of names", "that it was long"),
        ("The bridge is closed. Veld spoke of “an agreed line”.", "The bridge is closed", "“an agreed line”"),
    ],
)
def test_what_stands_before_a_cue_that_has_its_object_is_not_said(text: str, before: str, behind: str) -> None:
    cue = next(word for word in ("calls", "told", "spoke of") if word in text)
    assert contents(leave_out_strays(text, [draft(text, "Veld", cue, before, behind)])) == [[behind]]


@pytest.mark.parametrize(
    ("text", "cue", "pieces"),
    [
        ("The list, Veld said, is long.", "said", ["The list", "is long"]),
        ("“The list is long,” Veld said to him that day.", "said", ["“The list is long,”", "that day"]),
        ("If the list is long, Veld would like to leave.", "would like", ["If the list is long", "to leave"]),
        ("an idea Veld called charming.", "called", ["an idea", "charming"]),
        ("The list, Veld said is long.", "said", ["The list", "is long"]),
    ],
)
def test_halves_quotations_conditions_and_objects_stay(text: str, cue: str, pieces: list[str]) -> None:
    assert contents(leave_out_strays(text, [draft(text, "Veld", cue, *pieces)])) == [pieces]


def test_holes_in_a_clause_are_filled() -> None:
    text = "Strand said the round had failed after Veld told the Assembly that nobody bargains."
    told = draft(text, "Strand", "said", "the round had failed after Veld told", "that nobody bargains")
    assert contents(fill_holes(text, [told])) == [["the round had failed after Veld told the Assembly that nobody bargains"]]


def test_holes_in_which_somebody_speaks_or_another_clause_begins_stay() -> None:
    text = "Strand said the gate would open, Veld vowed that it would close."
    said = draft(text, "Strand", "said", "the gate would open", "that it would close")
    assert contents(fill_holes(text, [said])) == [["the gate would open", "that it would close"]]
    text = "The round Veld thinks that it will fail."
    parted = draft(text, "The round", "thinks", "The round", "that it will fail")
    assert contents(fill_holes(text, [parted])) == [["The round", "that it will fail"]]


def test_what_is_told_according_to_somebody_is_his() -> None:
    text = "According to the Courier, Foreign Minister Anna Veld told him that it rained."
    (righted,) = right_sources(text, [draft(text, "Foreign", "According to", "Anna Veld told", "that it rained")])
    assert [span.text for span in (*righted.source, *righted.content)] == [
        "the Courier",
        "Foreign Minister Anna Veld told him that it rained",
    ]
    plain = draft(text, "the Courier", "According to", "Foreign Minister Anna Veld told him that it rained")
    assert right_sources(text, [plain]) == [plain]


@pytest.mark.parametrize(
    ("cue", "sources"), [("was asked", []), ("has been told", []), ("is assured of", ["Strand"]), ("asked", ["Strand"])]
)
def test_whom_a_verb_addresses_has_not_said_it(cue: str, sources: list[str]) -> None:
    text = f"Strand {cue} what was on the list."
    (righted,) = right_sources(text, [draft(text, "Strand", cue, "what was on the list")])
    assert [span.text for span in righted.source] == sources


def test_who_asks_is_who_stands_behind_the_passive() -> None:
    text = "Strand was asked by Veld what was on the list."
    asked = draft(text, "Veld", "was asked by", "what was on the list")
    assert right_sources(text, [asked]) == [asked]


@pytest.mark.parametrize(
    ("text", "source", "cue", "pieces", "kept"),
    [
        ("Strand opened with what Veld calls “a cold cup”.", "Veld", "calls", ["what", "“a cold cup”"], ["“a cold cup”"]),
        ("The list, which, Veld said, was long, is lost.", "Veld", "said", ["which", "was long"], ["which", "was long"]),
        ("The list, which Veld called.", "Veld", "called", ["which"], ["which"]),
    ],
)
def test_pronouns_that_stand_for_what_is_said_are_none_of_it(text: str, source: str, cue: str, pieces: list[str], kept: list[str]) -> None:
    assert contents(leave_out_strays(text, [draft(text, source, cue, *pieces)])) == [kept]


def test_what_somebody_is_pressed_on_is_left_to_his_answer() -> None:
    text = "Pressed on whether it was long, Veld said it was."
    asked, said = draft(text, "Veld", "Pressed on", "whether it was long"), draft(text, "Veld", "said", "it was")
    assert leave_out_questions(text, [asked, said]) == [said]
    assert leave_out_questions("Pressed on whether it was long, Veld left.", [asked]) == [asked]


def test_a_clause_that_a_comma_joins_goes_on_the_content() -> None:
    text = "The list, Veld said, is long, and the road is shut."
    said = draft(text, "Veld", "said", "is long", "and the road is shut")
    assert contents(fill_holes(text, [said])) == [["is long, and the road is shut"]]


def test_what_is_asked_not_to_happen_keeps_its_negation() -> None:
    text = "All three asked not to be named."
    assert contents(fill_holes(text, [draft(text, "All three", "asked", "to be named")])) == [["not to be named"]]
    warned = "Veld warned against haste."
    assert contents(fill_holes(warned, [draft(warned, "Veld", "warned", "haste")])) == [["against haste"]]
    refused = draft(text, "All three", "asked not", "to be named")
    assert contents(fill_holes(text, [refused])) == [["to be named"]]


def test_to_whom_it_was_explained_has_not_said_it() -> None:
    text = "It was explained to Veld that the list was long."
    (one,) = right_sources(text, [draft(text, "Veld", "It was explained", "that the list was long")])
    assert not one.source
    text = "The phrase is attributed to Veld."
    (one,) = right_sources(text, [draft(text, "Veld", "is attributed", "The phrase")])
    assert one.source


def test_how_something_is_noted_is_part_of_the_cue() -> None:
    text = "They noted with deep satisfaction the progress made."
    (one,) = right_cues(text, [draft(text, "They", "noted with", "deep satisfaction the progress made")])
    assert [span.text for span in one.cue + one.content] == ["noted with deep satisfaction", "the progress made"]
    text = "Strand agreed with the progress made."
    agreed = draft(text, "Strand", "agreed with", "the progress made")
    assert right_cues(text, [agreed]) == [agreed]


def test_the_first_half_goes_as_far_as_who_says_it() -> None:
    text = "The army of Tamesh intends, Veld believes, to leave."
    believed = draft(text, "Veld", "believes", "The army of Tamesh", "to leave")
    assert contents(fill_holes(text, [believed])) == [["The army of Tamesh intends", "to leave"]]
    text = "The army of Tamesh, Veld believes, is to leave."
    believed = draft(text, "Veld", "believes", "The army of Tamesh", "is to leave")
    assert contents(fill_holes(text, [believed])) == [["The army of Tamesh", "is to leave"]]


def test_of_two_who_speak_in_turn_each_says_his_own() -> None:
    text = "She needs the fees, says one; she needs the gas, says another."
    (one,) = right_sources(text, [draft(text, "another", "says", "She needs the fees", "one")])
    assert [span.text for span in one.source + one.content] == ["one", "She needs the fees"]


def test_two_sentences_have_a_part_each_of_a_source_that_both_were_given() -> None:
    text = "It rains, said Ivo Strand. Veld’s office took note of it."
    read = [draft(text, "Ivo Strand. Veld’s office", "said", "It rains"), draft(text, "Ivo Strand. Veld’s office", "took note of", "it.")]
    assert [one.source[0].text for one in right_sources(text, read)] == ["Ivo Strand", "Veld’s office"]
    text = "It rains, said Mr. Strand, and asked for a boat."
    read = [draft(text, "Mr. Strand", "said", "It rains"), draft(text, "Mr. Strand", "asked for", "a boat")]
    assert right_sources(text, read) == read


def test_what_another_verb_of_the_subject_has_is_not_said() -> None:
    text = "Veld, reached by telephone, recalled no lorries but confirmed the shots."
    (one,) = leave_out_strays(text, [draft(text, "Veld", "confirmed", "no lorries", "the shots")])
    assert [span.text for span in one.content] == ["the shots"]


def test_whose_view_it_is_says_so_and_not_of_whom_he_says_it() -> None:
    text = "Anna Veld, in his view, “knew the lake better”."
    (one,) = right_sources(text, [draft(text, "Anna Veld", "in his view", "“knew the lake better”")])
    assert [span.text for span in one.source] == ["his"]
    assert [span.text for span in one.content] == ["Anna Veld", "“knew the lake better”"]
    plain = draft(text, "his", "in his view", "Anna Veld")
    assert right_sources(text, [plain]) == [plain]
