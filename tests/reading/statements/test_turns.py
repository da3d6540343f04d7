"""Quotations that a clause of their own leads in are not the words of who spoke before."""

import pytest

from onrecord.model import Span
from onrecord.reading.statements.drafts import Draft
from onrecord.reading.statements.turns import part_turns


def draft(text: str, *content: str) -> Draft:
    def spans(*words: str) -> tuple[Span, ...]:
        return tuple(Span.of(text, text.index(word), text.index(word) + len(word)) for word in words)

    return Draft(spans("Veld"), spans("said"), spans(*content), 0.9)


@pytest.mark.parametrize(
    ("text", "source", "cue"),
    [
        ("“It rains,” Veld said; her driver was shorter: “Pours.”", "her driver", "was shorter"),
        ("“It rains,” Veld said. Strand, too, looked up. The driver put it another way: “Pours.”", "The driver", "put it another way"),
        ("“It rains,” Veld said, but the driver left; Ivo Strand answered: “Pours.”", "Ivo Strand", "answered"),
    ],
)
def test_another_turn_is_a_statement_of_its_own(text: str, source: str, cue: str) -> None:
    first, second = part_turns(text, [draft(text, "“It rains,”", "“Pours.”")])
    assert [span.text for span in first.content] == ["“It rains,”"]
    assert (second.source[0].text, second.cue[0].text, second.content[0].text) == (source, cue, "“Pours.”")


@pytest.mark.parametrize(
    ("text", "content", "source", "cue"),
    [
        ("Tamesh: “It rains,” said President Anna Veld.", "“It rains,”", "President Anna Veld", ["said"]),
        ("- Tamesh: Minister Ivo Strand: “It rains.”", "“It rains.”", "Minister Ivo Strand", []),
        ("Tamesh: “It rains,” said all.", "“It rains,”", "Tamesh", ["said"]),
        ("In Tamesh: “It rains,” said Ivo Strand.", "“It rains,”", "Tamesh", ["said"]),
        ("Tamesh: It pours.\n\nPALACE: It rains.", "It rains", "PALACE", []),
    ],
)
def test_the_label_of_a_line_is_not_who_is_named_behind_it(text: str, content: str, source: str, cue: list[str]) -> None:
    def spans(words: str) -> tuple[Span, ...]:
        return (Span.of(text, text.index(words), text.index(words) + len(words)),) if words in text else ()

    (one,) = part_turns(text, [Draft(spans("Tamesh"), spans("said"), spans(content), 0.9)])
    assert (one.source[0].text, [span.text for span in one.cue]) == (source, cue)


@pytest.mark.parametrize(
    "text",
    [
        "“It rains,” Veld said, and after a pause: “Pours.”",
        "“It rains,” Veld said. “Pours.”",
        "“It rains,” Veld said on the steps of the old mill: “Pours.”",
        "“It rains.” The driver was shorter, Veld said: “Pours.”",
        "“It rains,” Veld said. UPDATE: “Pours.”",
        "“It rains,” Veld said. “Pours.” The driver left.",
        "“It rains,” Veld said. “Pours.” To which Strand is said to have replied, he did not know.",
    ],
)
def test_what_goes_on_stays_together(text: str) -> None:
    contents = [word for word in ("“It rains,”", "“It rains.”", "“Pours.”") if word in text]
    drafts = [draft(text, *contents)]
    assert part_turns(text, drafts) == drafts


@pytest.mark.parametrize(
    ("text", "source", "cue"),
    [
        ("“It rains,” Veld said. Ivo Strand: “Pours.” They left.", "Ivo Strand", []),
        ("“It rains,” Veld said. Ivo Strand, the mayor, on his channel: “Pours.” They left.", "Ivo Strand, the mayor", []),
        ("“It rains,” Veld said.\n“Pours.” the driver answered.", "the driver", ["answered"]),
        ("“It rains,” Veld said.\n“Pours.” a passer-by shouted, and left.", "a passer-by", ["shouted"]),
    ],
)
def test_who_is_named_around_a_quotation_says_it(text: str, source: str, cue: list[str]) -> None:
    first, second = part_turns(text, [draft(text, "“It rains,”", "“Pours.”")])
    assert [span.text for span in first.content] == ["“It rains,”"]
    assert (second.source[0].text, [span.text for span in second.cue], second.content[0].text) == (source, cue, "“Pours.”")


@pytest.mark.parametrize(("label", "source"), [("Strand", "Strand"), ("Venue", "Veld")])
def test_what_stands_behind_a_name_at_the_head_of_a_line_is_not_of_somebody_above(label: str, source: str) -> None:
    text = f"Veld waits for Strand.\n\n🔴 {label}: no experts until May"
    (found,) = part_turns(text, [Draft((Span.of(text, 0, 4),), (), (Span.of(text, text.index("no "), len(text)),), 0.5)])
    assert found.source[0].text == source
