"""Which statements tell of a saying that is marked, with a reading made by hand."""

from collections.abc import Sequence
from typing import Any

from evals.announcements import match_sayings, score_announcements
from onrecord.model import Attribution, Mention, Reading, Report, Span
from onrecord.resolving.resolve import resolve

TEXT = "The navy said that it rained. It announced a feast."


def span(words: str) -> Span:
    return Span.of(TEXT, TEXT.index(words), TEXT.index(words) + len(words))


def read(report: Report) -> Reading:
    told = [("The navy", "said", "that it rained"), ("It", "announced", "a feast")]
    attributions = tuple(
        Attribution("indirect", (span(source),), (span(cue),), (span(content),), "report", "other", "none", 0.9)
        for source, cue, content in told
    )
    return Reading(report.id, "hand", attributions=attributions, mentions=(Mention(span("The navy"), "organization"),))


class Reader:
    def read(self, reports: Sequence[Report]) -> list[Reading]:
        return [read(report) for report in reports]


def document(name: str, chain: str | None, checked: Sequence[int] = (0, 1)) -> dict[str, Any]:
    mentions = [
        {"s": TEXT.index(verb), "type": kind, "chain": own}
        for verb, kind, own in (
            ("said", "ACTION_REPORTING", chain),
            ("announced", "ACTION_REPORTING", None),
            ("rained", "ACTION_OCCURRENCE", "x"),
        )
    ]
    return {"id": name, "topic": 1, "text": f"{TEXT} {name}", "sentences": [[0, 29], [30, 51]], "sentence_numbers": [0, 1], "checked_sentences": checked,
            "mentions": mentions}  # fmt: skip


def test_cues_that_are_marked_in_checked_sentences_count() -> None:
    report = Report(name="a", text=TEXT)
    entries = resolve(report, read(report))
    told = list(match_sayings(document("a", "chain"), entries))
    assert [(ref, chain) for ref, _, chain in told] == [("a.0", "chain"), ("a.1", "a 1")]
    assert [key for _, key, _ in told] == [s.id for s in entries.statements]
    assert [ref for ref, *_ in match_sayings(document("a", "chain#2", checked=(0,)), entries)] == ["a.0"]


def test_sayings_of_one_chain_are_one_in_gold() -> None:
    figures, wrong = score_announcements([document("a", "one"), document("b", "two")], Reader())  # type: ignore[arg-type]
    assert figures["utterances"]["gold"] == 4
    assert {kind for kind, *_ in wrong} <= {"too much"}
    same, _ = score_announcements([document("a", "one"), document("b", "one")], Reader())  # type: ignore[arg-type]
    assert same["cue words.pairs"]["r"] == 100.0
