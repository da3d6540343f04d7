import pytest

from onrecord.reading.forms.posts import find_posts


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Anna Veld @annaveld · 19 Sep, 21:04\nWe wait. We do.\n\nSo it is.", [("Anna Veld", "We wait. We do")]),
        ("Anna Veld @annaveld · 19 Sep, 21:04 We wait.", [("Anna Veld", "We wait")]),
        ("Gen. Ivo Strand (ret.) (@strand) - Sep 19, 2031, 9:04 PM\nNobody asked!", [("Gen. Ivo Strand (ret.)", "Nobody asked!")]),
        ("MFA Tamesh @mfa_tamesh · 3h\nWe wait.", [("MFA Tamesh", "We wait")]),
        ("@lake_navy: Our ships stay. 2/2", [("@lake_navy", "Our ships stay. 2/2")]),
        ("Anna Veld (@annaveld) on X: We wait.", [("Anna Veld", "We wait")]),
        ("We wait.\n\n— Anna Veld (@annaveld) September 19, 2031\n\nSo it is.", [("Anna Veld", "We wait")]),
        (
            "[12.05.2031, 08:14] Anna Veld: We wait.\nWe do.\n[12.05.2031, 09:02] Navy of Tamesh: They do not.",
            [("Anna Veld", "We wait.\nWe do"), ("Navy of Tamesh", "They do not")],
        ),
        ("12/05/2031, 08:14 - Anna Veld: We wait\n12/05/2031, 08:20 - Ivo: So?", [("Anna Veld", "We wait"), ("Ivo", "So?")]),
        ("08:14 Lind: the harbour is shut\n08:20 Varsel: so is the port", []),
        ("[12.05.2031, 08:14] Anna Veld: We wait.", []),
        ("Follow us @annaveld and write to desk@gazette.example: we read all.", []),
        ("Anna Veld wrote to @strand on 19 September that she waits.", []),
    ],
)
def test_posts(text: str, expected: list[tuple[str, str]]) -> None:
    assert [(post.source.text, *(span.text for span in post.content)) for post in find_posts(text)] == expected
