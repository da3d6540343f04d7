from onrecord.model import Attribution, Span
from onrecord.reading.statements.parts import attach_parts, own_words, part_addressee

TEXT = "The Ledger reports that boats put out. Boats put out, the minister said, The Ledger reported on Monday."


def span(words: str, after: int = 0) -> Span:
    at = TEXT.index(words, after)
    return Span.of(TEXT, at, at + len(words))


def statement(*, source: tuple[Span, ...] = (), cue: Span, content: Span, via: Span) -> Attribution:
    return Attribution("indirect", source, (cue,), (content,), "report", "other", "none", 0.9, via=(via,))


def test_who_relays_right_before_the_cue_what_nobody_said_is_the_source() -> None:
    told = statement(cue=span("reports"), content=span("that boats put out"), via=span("The Ledger"))
    assert own_words(told).source == (span("The Ledger"),)
    assert own_words(told).via == ()


def test_according_to_has_its_source_behind_it() -> None:
    text = "According to the Ledger, boats put out."
    cue, via, content = (Span.of(text, *at) for at in ((0, 12), (17, 23), (25, 38)))
    assert own_words(statement(cue=cue, content=content, via=via)).source == (via,)


def test_who_relays_what_somebody_said_stays_a_relayer() -> None:
    said = statement(source=(span("the minister"),), cue=span("said"), content=span("Boats put out"), via=span("The Ledger", after=40))
    assert own_words(said) == said


def test_a_relayer_elsewhere_than_before_the_cue_stays_one() -> None:
    apart = statement(cue=span("said"), content=span("Boats put out"), via=span("The Ledger", after=40))
    assert own_words(apart) == apart


def test_whom_an_occasion_begins_with_is_who_was_told() -> None:
    text = "Veld told him in a call on Wednesday that boats put out."
    spans = {words: Span.of(text, text.index(words), text.index(words) + len(words)) for words in ("him in a call on Wednesday", "told")}
    said = Attribution("indirect", (), (spans["told"],), (), "report", "other", "none", 0.9, venue=(spans["him in a call on Wednesday"],))
    parted = part_addressee(said)
    assert [span.text for span in (*parted.to, *parted.venue)] == ["him", "in a call on Wednesday"]
    assert all(text[span.start : span.end] == span.text for span in (*parted.to, *parted.venue))


def test_who_declines_relays_nothing() -> None:
    text = "He spoke of “many doors”, a phrase his spokesman later refused to explain."
    spoke, doors, phrase = (
        Span.of(text, text.index(w), text.index(w) + len(w))
        for w in ("spoke of", "“many doors”", "a phrase his spokesman later refused to")
    )
    said = Attribution("mixed", (Span.of(text, 0, 2),), (spoke,), (doors,), "assess", "other", "none", 0.9)
    none: dict[str, list[Span]] = {head: [] for head in ("via", "to", "venue", "when", "cond")}
    assert attach_parts([said], none | {"via": [phrase]}, [(0, len(text))]) == (said,)
