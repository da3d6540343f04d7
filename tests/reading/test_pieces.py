from onrecord.model import Span
from onrecord.reading.drafts import Draft
from onrecord.reading.pieces import fill_holes, leave_out_questions, right_sources


def draft(text: str, source: str, cue: str, *content: str) -> Draft:
    def find(words: str) -> Span:
        return Span.of(text, text.index(words), text.index(words) + len(words))

    return Draft((find(source),), (find(cue),), tuple(map(find, content)), 0.9)


def contents(drafts: list[Draft]) -> list[list[str]]:
    return [[span.text for span in one.content] for one in drafts]


def test_what_somebody_is_asked_is_not_what_he_says() -> None:
    text = "It rained. Asked on Friday whether the list was real, Strand said it was long."
    asked = draft(text, "Strand", "said", "whether the list was real", "it was long")
    assert contents(leave_out_questions(text, [asked])) == [["it was long"]]
    only = draft(text, "Strand", "said", "whether the list was real")
    assert contents(leave_out_questions(text, [only])) == [["whether the list was real"]]


def test_what_somebody_asked_is_what_he_says() -> None:
    text = "Veld asked the council whether the list was real, and why it was long."
    both = draft(text, "Veld", "asked", "whether the list was real", "why it was long")
    assert contents(leave_out_questions(text, [both])) == [["whether the list was real", "why it was long"]]


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
