from hypothesis import given
from hypothesis import strategies as st

from onrecord.reading.language.sentences import sentence_of, split_sentences


def test_sentences_end_at_full_stops_before_capitals() -> None:
    text = "Messrs. Veld and Gen. Varga spoke. “We stay.” He left at 3.30 p.m. on Oct. 4. No. We wait for No. 5.\nA headline"
    assert [text[a:b].strip() for a, b in split_sentences(text)] == [
        "Messrs. Veld and Gen. Varga spoke.", "“We stay.”", "He left at 3.30 p.m. on Oct. 4.", "No.", "We wait for No. 5.",
        "A headline",
    ]  # fmt: skip


@given(st.text())
def test_sentences_tile_the_text(text: str) -> None:
    sentences = split_sentences(text)
    assert "".join(text[a:b] for a, b in sentences) == text
    assert all(sentence_of(sentences, at)[0] <= at < sentence_of(sentences, at)[1] for at in range(len(text)))
