from collections.abc import Callable
from datetime import date

from onrecord.model import Entries
from onrecord.resolving.dates.chronologies import day_of_entry

Build = Callable[..., Entries]
ENTRIES = "The lake\n\n3 May – Orvania waits.\n\n**9 May:** The bridge is closed.\n\n20 May - The ministers are to meet.\n\nOn 10 May – it rained."


def test_an_entry_tells_of_the_day_that_it_begins_with() -> None:
    days = [
        day_of_entry(ENTRIES, ENTRIES.index(words), date(2031, 5, 14)) for words in ("The lake", "Orvania", "The bridge", "The ministers")
    ]
    assert [day and day.edtf for day in days] == [None, "2031-05-03", "2031-05-09", "2031-05-20"]


def test_two_days_make_no_chronology() -> None:
    text = "3 May – Orvania waits.\n\n9 May – The bridge is closed."
    assert day_of_entry(text, text.index("Orvania"), date(2031, 5, 14)) is None


def test_sayings_and_contacts_of_a_chronology_are_dated(entries: Build) -> None:
    got = entries(
        "3 April – {s0.source|{person|Ivo Strand}} {s0.cue|says} {s0.content|that it rains}.\n\n"
        "2 May – {c0.evidence|{person|Anna Veld} telephones {person|Ivo Strand}}.\n\n"
        "20 May – {s1.source|{person|Anna Veld}} {s1.cue|intends} {s1.content|to answer}."
    )
    assert [s.said and s.said.edtf for s in got.statements] == ["2031-04-03", "2031-05-14"]
    assert [c.when and c.when.edtf for c in got.contacts] == ["2031-05-02"]


def test_what_an_entry_of_a_day_gone_by_tells_in_the_present_was(entries: Build) -> None:
    got = entries(
        "3 April – It rains.\n\n2 May – {c0.evidence|{person|Anna Veld} meets {person|Ivo Strand}}.\n\n"
        "9 May – {c1.evidence|{person|Anna Veld} proposes to meet {person|Ivo Strand}}.",
        kind="meeting",
        status="planned",
    )
    assert [c.status for c in got.contacts] == ["held", "planned"]


def test_entries_begin_with_months_and_with_days_that_count_from_the_one_before(entries: Build) -> None:
    got = entries(
        "**October 2029**: {c0.evidence|{person|Anna Veld} writes to {person|Ivo Strand}}.\n\n"
        "**3–5 May 2030**: {c1.evidence|{person|Anna Veld} and {person|Ivo Strand} meet}. {c2.evidence|They meet again on 19 May}.\n\n"
        "**The next day**: {s0.source|{person|Ivo Strand}} {s0.cue|says} {s0.content|that it rains}.\n\n"
        "**Late March 2031**: It snows. {c3.evidence|A visit of {person|Ivo Strand} that was set for the 24th is cancelled}."
    )
    assert [c.when and c.when.edtf for c in got.contacts] == ["2029-10", "2030-05-03/2030-05-05", "2030-05-19", "2031-03-24"]
    assert [s.said and s.said.edtf for s in got.statements] == ["2030-05-06"]


def test_what_an_entry_before_others_tells_of_was_and_is_of_the_year_around_it(entries: Build) -> None:
    got = entries(
        "3 April – {s0.source|{person|Ivo Strand}} {s0.cue|says} {s0.content|that it rains}.\n\n"
        "{c0.evidence|{c0.when|20 April} – Second round in Bergen}.\n\n"
        "2 May – {person|Anna Veld} sleeps.",
        kind="talks",
        status="planned",
    )
    assert [(c.status, c.when and c.when.edtf) for c in got.contacts] == [("held", "2031-04-20")]
