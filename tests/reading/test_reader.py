from collections.abc import Callable

import numpy as np
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from onrecord.model import Reading, Report, Span
from onrecord.reading.encoder.encoder import Encoded
from onrecord.reading.encoder.windows import Pieces
from onrecord.reading.reader import Reader
from onrecord.reading.statements.drafts import Draft, part_coordinates, spell_out
from onrecord.resolving.resolve import resolve

Readers = Callable[[int], Reader]

WORDS = st.sampled_from(
    ["Anna", "Veld", "said", "that", "“it", "rains”", "talks", "(called)", "—", "Q.", "A.", "why?", "\n\n", "é😀", "שלום", "«yes»", '"no"']
)
TEXTS = st.lists(WORDS, max_size=80).map(" ".join)
ODD = [
    "",
    " ",
    "\n\n",
    "“",
    "“”",
    "“‘nested “deeply” quoted’”",
    "😀 “Yes,” she said.",
    "שלום “כן” אמר",
    "?\n?\n?\n",
    "x" * 300,
    "“a”" * 40,
]


def spans_of(reading: Reading) -> list[Span]:
    found = [
        s for a in reading.attributions for part in (a.source, a.cue, a.content, a.via, a.to, a.venue, a.when, a.condition) for s in part
    ]
    found += [s for c in reading.contacts for part in (c.evidence, c.place, c.when, c.by) for s in part]
    return [*found, *(m.span for m in reading.mentions), *reading.dates]


def check(report: Report, reading: Reading) -> None:
    for span in spans_of(reading):
        assert report.text[span.start : span.end] == span.text != ""
    for i, a in enumerate(reading.attributions):
        assert 0 <= a.confidence <= 1
        assert a.content
        if a.inside is not None:
            assert a.inside < i
            assert all(any(outer.covers(s) for outer in reading.attributions[a.inside].content) for s in a.content)
    assert all(m.antecedent is None or m.antecedent < i for i, m in enumerate(reading.mentions))
    assert Reading.from_json(reading.to_json()) == reading


@given(text=TEXTS, seed=st.integers(0, 50))
@settings(max_examples=25, suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_whatever_the_scores_every_span_is_a_slice_and_every_index_points_back(noise_reader: Readers, text: str, seed: int) -> None:
    report = Report(name="noise", text=text)
    (reading,) = noise_reader(seed).read([report])
    check(report, reading)
    entries = resolve(report, reading)
    ids = {actor.id for actor in entries.actors}
    assert all(s.speaker is None or s.speaker in ids for s in entries.statements)
    assert len(entries.statements) == len(reading.attributions)


@pytest.mark.parametrize("text", ODD)
def test_odd_texts_are_read(noise_reader: Readers, text: str) -> None:
    for seed in range(3):
        report = Report(name="odd", text=text)
        check(report, noise_reader(seed).read([report])[0])


@given(texts=st.lists(TEXTS, min_size=1, max_size=4), seed=st.integers(0, 9))
@settings(max_examples=25, suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_reading_twice_and_together_is_reading_once_and_alone(noise_reader: Readers, texts: list[str], seed: int) -> None:
    reports = [Report(name=str(i), text=text) for i, text in enumerate(texts)]
    together = noise_reader(seed).read(reports)
    assert together == noise_reader(seed).read(reports)
    assert together == [noise_reader(seed).read([report])[0] for report in reports]


def test_one_long_text_is_read_in_parts_whose_spans_are_slices(noise_reader: Readers, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("onrecord.reading.encoder.long.PART", 500)
    monkeypatch.setattr("onrecord.reading.reader.PART", 500)
    report = Report(name="long", text="Anna Veld said “it rains” and left. " * 60)
    (reading,) = noise_reader(1).read([report])
    assert reading.attributions
    check(report, reading)


def test_a_statement_behind_while_stands_beside_the_one_before() -> None:
    text = "Some said that it rained, while others claimed that it snowed"

    def span(words: str) -> Span:
        start = text.index(words)
        return Span.of(text, start, start + len(words))

    outer = Draft((span("Some"),), (span("said"),), (span("that it rained, while others claimed that it snowed"),), 0.9)
    inner = Draft((span("others"),), (span("claimed"),), (span("that it snowed"),), 0.8, inside=0)
    first, second = part_coordinates(text, [outer, inner])
    assert [s.text for s in first.content] == ["that it rained"]
    assert (second.inside, second.content) == (None, inner.content)


def test_a_statement_in_the_middle_of_another_stays_inside_it() -> None:
    text = "Some said that while others claimed rain it snowed"
    outer = Draft((Span.of(text, 0, 4),), (Span.of(text, 5, 9),), (Span.of(text, 10, len(text)),), 0.9)
    inner = Draft((Span.of(text, 21, 27),), (Span.of(text, 28, 35),), (Span.of(text, 36, 40),), 0.8, inside=0)
    assert part_coordinates(text, [outer, inner]) == [outer, inner]


def test_a_higher_limit_leaves_statements_out_and_is_another_version(noise_reader: Readers) -> None:
    report = Report(name="noise", text="Anna Veld said “it rains” and left. " * 20)
    usual = noise_reader(1)
    strict = Reader(usual.encoder, 0.9)
    (many,), (few,) = usual.read([report]), strict.read([report])
    assert len(few.attributions) < len(many.attributions)
    assert all(a.confidence >= 0.9 for a in few.attributions)
    assert (few.model, many.model) == ("noise-1-0.9", "noise-1")


@pytest.mark.parametrize(
    ("sentence", "cue", "content"),
    [("This became known to the Courier.", "became known to", "This"), ("So, at least, the Courier says.", "says", "So, at least")],
)
def test_this_is_spelt_out_whoever_says_what_it_stands_for(sentence: str, cue: str, content: str) -> None:
    text = f"The envoy left early. {sentence}"
    encoded = Encoded(text, Pieces(np.zeros(0), np.zeros(0), np.zeros((0, 2))), np.zeros((0, 1), dtype=np.float32))

    def span(words: str) -> Span:
        return Span.of(text, text.index(words), text.index(words) + len(words))

    draft = Draft((span("the Courier"),), (span(cue),), (span(content),), 0.8)
    assert [s.text for s in spell_out(encoded, [draft])[0].content] == ["The envoy left early"]
    inner = Draft((span("The envoy"),), (), (span("left early"),), 0.9)
    assert [d.content[0].text for d in spell_out(encoded, [inner, draft])] == ["The envoy left early"]
