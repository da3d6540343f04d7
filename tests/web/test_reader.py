from datetime import date

import pytest
from starlette.testclient import TestClient

from onrecord.model import Actor, Contact, Entries, Report, Span, Statement, When
from onrecord.web.reader import PAGE_ENTRIES, PAGE_LENGTH, find_sought, list_entries_of, make_page
from tests.web.conftest import Elements

TEXT = "Kostan said that Strand said that the road was open.\n\nThey met on Friday."


def span(words: str, text: str = TEXT) -> tuple[Span, ...]:
    at = text.index(words)
    return (Span.of(text, at, at + len(words)),)


def statement(key: str, source: str, cue: str, content: str, inside: str | None = None) -> Statement:
    return Statement(key, "indirect", span(source), span(cue), span(content), "act_k", (), inside, None, (), (), (), "report", "talks",
                     "none", 0.9)  # fmt: skip


OUTER = statement("stm_b", "Kostan", "said that Strand", "that Strand said that the road was open")
INNER = statement("stm_a", "Strand", "said that the", "that the road was open", "stm_b")
MET = Contact(
    "cnt_a", "meeting", "held", ("act_k",), None, None, None, When(date(2031, 3, 14), None, "stated"), None, span("They met"), 0.9
)
ENTRIES = Entries(Report("r", TEXT), (INNER, OUTER), (MET,), (Actor("act_k", "Kostan", "person"),))


def test_entries_are_numbered_in_the_order_of_the_text() -> None:
    assert [(e.id, e.number) for e in list_entries_of(ENTRIES)] == [("stm_b", "1"), ("stm_a", "2"), ("cnt_a", "C1")]


def test_pieces_keep_the_text_and_know_their_entries() -> None:
    page = make_page(ENTRIES)
    assert ["".join(piece.text for piece in paragraph) for paragraph in page.paragraphs] == TEXT.split("\n\n")
    pieces = {piece.text: piece for paragraph in page.paragraphs for piece in paragraph}
    assert (pieces[" road was open"].entries, pieces[" road was open"].classes) == ("stm_b stm_a", "u2-content u3-content")
    assert (pieces["Strand"].entries, pieces["Strand"].classes) == ("stm_b stm_a", "u1-cue u2-content u3-source")
    refs = [entry.number for paragraph in page.paragraphs for piece in paragraph for entry in piece.refs]
    assert refs == ["1", "2", "C1"]


def test_a_contact_is_drawn_and_sought_words_are_marked() -> None:
    page = make_page(ENTRIES, sought=find_sought(TEXT, "59-62"))
    (piece,) = [piece for paragraph in page.paragraphs for piece in paragraph if piece.is_sought]
    assert piece.text == "met"
    assert piece.classes == "u1-contact"


@pytest.mark.parametrize("asked", ["", "3", "5-3", "0-9999", "a-b", "-3", "²-³"])
def test_what_is_no_stretch_of_the_text_is_not_sought(asked: str) -> None:
    assert find_sought(TEXT, asked) is None


def test_pages_are_short_and_the_one_with_the_entry_is_shown() -> None:
    line = "Kostan said that the road was open. "
    text = (line * 30 + "\n\n") * 40
    statements = tuple(
        Statement(f"stm_{n:03}", "indirect", (Span.of(text, at, at + 6),), (), (Span.of(text, at + 12, at + 34),), None, (), None, None,
                  (), (), (), "report", "talks", "none", 0.9)
        for n, at in enumerate(at for at in range(len(text)) if text.startswith("Kostan", at))
    )  # fmt: skip
    entries = Entries(Report("r", text), statements)
    page = make_page(entries, selected="stm_700")
    assert "stm_700" in [entry.id for entry in page.entries]
    sizes = [make_page(entries, n) for n in range(1, page.pages + 1)]
    assert sum(len(one.entries) for one in sizes) == len(statements)
    assert all(one.end - one.start <= PAGE_LENGTH for one in sizes)
    assert max(len(one.entries) for one in sizes) <= PAGE_ENTRIES
    assert make_page(entries, 10**9).number == page.pages


def test_links_between_text_and_list_go_both_ways(client: TestClient) -> None:
    found = client.get("/statements.json").json()["statements"]
    for one in found:
        page = Elements(client.get(f"/reports/{one['report']['id']}?s={one['id']}").text)
        refs = {a["id"]: a for a in page.all("a") if "ref" in (a.get("class") or "").split()}
        items = {li["id"]: li for li in page.all("li") if "data-entry" in li}
        assert {f"ref_{key}" for key in items} == set(refs)
        assert all(a["href"] == "#" + str(key).removeprefix("ref_") for key, a in refs.items())
        assert {a["href"] for a in page.all("a") if a.get("class") == "number"} == {f"#{key}" for key in refs}
        assert refs[f"ref_{one['id']}"]["aria-current"] == items[one["id"]]["aria-current"] == "true"
        assert "verified ✓" in page.words
