import pytest

from onrecord.reports.masthead import find_outlet


@pytest.mark.parametrize(
    ("lines", "outlet"),
    [
        (["Strait Gazette", "3 May 2031", "Bridge closed"], "Strait Gazette"),
        (["The bridge is closed", "Source: The Strait Gazette", "3 May 2031"], "The Strait Gazette"),
        (["Bridge closed", "LIND, May 3, 2031 (Strait Press) - The bridge is closed."], "Strait Press"),
        (["Bridge closed", "LIND (Strait Press) – The bridge is closed."], "Strait Press"),
        (["(Strait Press) — The bridge is closed."], "Strait Press"),
        (
            ["MINISTRY OF TRANSPORT OF THE REPUBLIC OF TAMESH", "No. 7", "Lind, 3 May 2031"],
            "Ministry of Transport of the Republic of Tamesh",
        ),
        (["Office of the President", "3 May 2031", "The bridge is closed."], "Office of the President"),
        (["Ministry denies closing of bridge", "3 May 2031"], None),
        (["Ministry of Transport", "The bridge is closed."], None),
        (["Strait Gazette", "The bridge is closed."], None),
        (["Bridge closed on Monday", "3 May 2031"], None),
        (["The bridge (a ruin) – so it is called – is closed."], None),
        (["Sources: two clerks"], None),
        (["word " * 40, "Source: The Strait Gazette"], None),
        ([], None),
    ],
)
def test_an_outlet_is_named_above_the_headline_in_a_line_of_its_own_or_in_a_dateline(lines: list[str], outlet: str | None) -> None:
    found, notes = find_outlet(lines)
    assert found == outlet
    assert len(notes) == (outlet is not None)
