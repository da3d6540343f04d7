from onrecord.store.search import find_marked_paragraphs


def test_marked_paragraphs_keep_their_offsets() -> None:
    text = "One talks.\n\nTwo 😀 rests.\nThree talks."
    (first, last) = find_marked_paragraphs(text, text.replace("talks", "\x01talks\x02"))
    assert (first.text, last.text) == ("One talks.", "Three talks.")
    assert text[last.start : last.end] == last.text
