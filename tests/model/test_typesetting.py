import pytest
from hypothesis import given
from hypothesis import strategies as st

from onrecord.model import Attribution, Reading, Report, Span
from onrecord.model.typesetting import words_of

WRAPPED = (
    "Observers ready\n\n"
    "LIND, Oct. 25 -- Forty observers are ready to leave for the rock as soon\n"
    "as the treaty is signed, the foreign minister of Kestria, Ama Doru, said\n"
    "on Saturday. She added that the obser-\n"
    "vers had packed wool.\n\n"
    "- a list\n- of two\n"
)
INDENTED = (
    "    The fourth round will open on May 3, the foreign\nministry of Ostrel said.\n    “We have chairs,” an official said. Nobody knew\n"
    "how many there were.\n    It rained on all of them."
)
HEADLINES = "Veld says no to anything that was said in Lind on Monday night\nStrand: the boat is full and nobody asked us about the harbour\nDoru waits for a call from Lind and has nothing else to say"


@pytest.mark.parametrize(
    ("printed", "words"),
    [
        ("on 1\u00a0November, the po\u00adlice\u200b of\ufb01ce", "on 1 November, the police office"),
        ("Veld writes:\n\n> I wait.\n>\n>> So do\n>> I.", "Veld writes:\n\nI wait.\n\nSo do\nI."),
        (
            WRAPPED,
            "Observers ready\n\nLIND, Oct. 25 -- Forty observers are ready to leave for the rock as soon as the treaty is signed, the foreign "
            "minister of Kestria, Ama Doru, said on Saturday. She added that the observers had packed wool.\n\n- a list\n- of two\n",
        ),
        (HEADLINES, HEADLINES),
        ("A line.\n\nAnother.", "A line.\n\nAnother."),
        (
            INDENTED,
            "    The fourth round will open on May 3, the foreign ministry of Ostrel said.\n    “We have chairs,” an official said. Nobody knew "
            "how many there were.\n    It rained on all of them.",
        ),
        ("\u200b", ""),
    ],
)
def test_a_text_is_read_without_its_typesetting(printed: str, words: str) -> None:
    assert words_of(printed).text == words


def test_a_word_with_a_hyphen_of_its_own_keeps_it() -> None:
    start = "The cease-fire of Lind has held, as the foreign minister of Kestria said and"
    wrapped = f"{start}\nshe hopes that all of those who have signed it will see to it that the cease-\nfire holds until the autumn comes"
    assert words_of(wrapped).text.endswith("see to it that the cease-fire holds until the autumn comes")


@given(st.text(alphabet="ab .-\n>\u00a0\u00ad\u200b\ufb01", max_size=300), st.data())
def test_spans_lead_to_the_printed_text_and_back(printed: str, data: st.DataObject) -> None:
    words = words_of(printed)
    if not words.text:
        return
    start = data.draw(st.integers(0, len(words.text) - 1))
    span = Span.of(words.text, start, data.draw(st.integers(start + 1, len(words.text))))
    reading = Reading("rpt", "model", (Attribution("direct", (), (), (span,), "report", "talks", "none", 1.0),))
    back = words.put_back(reading)
    (found,) = back.attributions[0].content
    assert found == Span.of(printed, found.start, found.end)
    again = words.take(back).attributions[0].content[0]
    assert again.covers(span)


def test_a_report_in_other_words_is_the_same_report() -> None:
    report = Report("lind", "On 1\u00a0May.")
    assert words_of(report.text).of(report).id == report.id
    plain = Report("lind", "On 1 May.")
    assert words_of(plain.text).of(plain) is plain
