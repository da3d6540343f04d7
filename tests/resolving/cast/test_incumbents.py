from collections.abc import Callable
from datetime import date

import pytest

from onrecord.model import Actor, Entries

MAY = date(2022, 5, 31)


def only(entries: Entries) -> Actor:
    (actor,) = entries.actors
    return actor


def test_the_table_names_an_office_and_says_so(entries: Callable[..., Entries]) -> None:
    actor = only(entries("{person|The President of Ukraine} arrived.", MAY))
    assert (actor.name, actor.type, actor.role, actor.party) == ("Volodymyr Zelenskyy", "person", "President of Ukraine", "Ukraine")
    assert actor.why == ("“The President of Ukraine” on 31 May 2022: Volodymyr Zelenskyy, by the table of offices (state 2026-01)",)


@pytest.mark.parametrize(
    "marked",
    [
        "{person|The former Ukrainian president} arrived.",
        "{person|The then Ukrainian president} arrived.",
        "{person|A Ukrainian minister} arrived.",
        "{person|The president} arrived.",
        "The next day {person|the Ukrainian president} arrived.",
        "Since 2014 {person|the Ukrainian president} has been there.",
    ],
)
def test_what_nothing_fixes_keeps_its_words(entries: Callable[..., Entries], marked: str) -> None:
    assert only(entries(marked, MAY)).name[0] in "TUfptUP"
    assert "Zelenskyy" not in only(entries(marked, MAY)).name


def test_several_holders_are_a_reason(entries: Callable[..., Entries]) -> None:
    actor = only(entries("{person|The Russian minister} arrived.", MAY))
    assert actor.name == "Russian minister"
    assert actor.why == ("“The Russian minister” on 31 May 2022: 21 persons held offices of this kind, by the table of offices",)


def test_the_office_joins_whom_the_report_names(entries: Callable[..., Entries]) -> None:
    actor = only(entries("{person|Zelensky} arrived. {person|The Ukrainian president} waved.", MAY))
    assert (actor.name, actor.role, len(actor.mentions)) == ("Zelensky", "Ukrainian president", 2)


def test_a_title_leads_to_the_country(entries: Callable[..., Entries]) -> None:
    actor = only(entries("{person|President Zelensky} arrived.", MAY))
    assert (actor.name, actor.party) == ("Zelensky", "Ukraine")
    assert only(entries("{person|President Zelensky} arrived.")).party is None


def test_without_a_date_nobody_is_named(entries: Callable[..., Entries]) -> None:
    assert only(entries("{person|The President of Ukraine} arrived.", None)).name == "President of Ukraine"
