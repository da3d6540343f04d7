from collections.abc import Callable
from typing import Any

import pytest

from onrecord.model import Entries

Build = Callable[..., Entries]
TWO = "{person|Anna Veld} and {person|Ivo Strand}"


@pytest.mark.parametrize(
    ("marked", "told", "expected"),
    [
        ("{c0.evidence|On Monday night " + TWO + " met and talked until dawn on Tuesday}.", {}, "2031-05-12"),
        # Not that of what comes before it, nor of the next sentence.
        ("{c0.evidence|Following Monday’s summit, " + TWO + " are to meet within ten days}.", {"status": "planned"}, "2031-05-14/2031-05-24"),
        ("{c0.evidence|" + TWO + " would meet “any day.”} On May 10 she had not done so.", {"status": "proposed"}, None),
        # What goes on until a day was not until the one before.
        ("{c0.evidence|Talks of " + TWO + " that began on Monday were extended until Sunday}.", {}, "2031-05-12"),
        # The whole of what the evidence begins or ends within.
        ("From {c0.evidence|5 to 9 May " + TWO + " met daily}.", {}, "2031-05-05/2031-05-09"),
        # A date that opens the sentence, before a subject "in" a call.
        ("Last week {person|Anna Veld} in {c0.evidence|a call with {person|Ivo Strand}} asked for more.", {"kind": "call"}, "2031-05-05/2031-05-11"),
        (
            "On 12 May it rained.\n\nLater in the day, {c0.evidence|" + TWO + " had a telephone conversation}.",
            {"kind": "call"},
            "2031-05-12",
        ),
        # "Since" of a headline is not of what stands below; since a call in a month is when it was.
        ("First talks since the war\n\n{c0.evidence|" + TWO + " met for five hours on Monday}.", {}, "2031-05-12"),
        ("{c0.evidence|" + TWO + " had not spoken since a telephone call in March}.", {"kind": "call"}, "2031-03"),
        ("{c0.evidence|" + TWO + " met for the first time since a summit in March}.", {}, None),
        ("{c0.evidence|" + TWO + " met two days before the summit of the lakes on 9 May}.", {}, "2031-05-07"),
        # An invitation lies ahead of its refusal.
        ("{person|Ivo Strand} turned down {c0.evidence|an invitation to join {person|Anna Veld} on Friday}.", {"status": "refused"}, "2031-05-16"),


        ("{person|Ivo Strand} rejected {c0.evidence|on Friday an offer to meet {person|Anna Veld} on Sunday}.", {"status": "refused"}, "2031-05-11"),
        ("{c0.evidence|{person|Ivo Strand}, who took over on 3 May, has met {person|Anna Veld} once}.", {}, None),
        # So long before or after another event.
        ("{person|Anna Veld} flew home on Thursday, three days after {c0.evidence|" + TWO + " met}.", {}, "2031-05-05"),
        ("Hours after {c0.evidence|" + TWO + " met}, the border was closed on Sunday.", {}, "2031-05-11"),
        ("On Friday, {c0.evidence|three days after her election, {person|Anna Veld} spoke to {person|Ivo Strand}}.", {"kind": "call"}, "2031-05-09"),
        ("The day after {c0.evidence|" + TWO + " met}, the border was closed.", {}, None),
        ("It snowed on 3 May, and two days after that {c0.evidence|" + TWO + " met}.", {}, "2031-05-05"),
        ("On Monday, before leaving, {c0.evidence|" + TWO + " had met}.", {}, "2031-05-12"),
        ("On 4 May {person|Anna Veld} {c0.evidence|wrote to {person|Ivo Strand}}.", {"kind": "letter"}, "2031-05-04"),
        ("On 4 May it rained, and {person|Anna Veld} {c0.evidence|wrote to {person|Ivo Strand}}.", {"kind": "letter"}, None),
        ("Not until {c0.evidence|3 May did " + TWO + " meet}.", {}, "2031-05-03"),
        # Coming days that a number alone names, and hours of the day that the text speaks of.
        ("{c0.evidence|" + TWO + " meet before the 20th}.", {"status": "proposed"}, "2031-05-14/2031-05-19"),
        ("{c0.evidence|" + TWO + " meet between the 20th and the 22nd}.", {"status": "proposed"}, "2031-05-20/2031-05-22"),
        ("{c0.evidence|A call of " + TWO + " on the 20th of the month}.", {"kind": "call", "status": "planned"}, "2031-05-20"),
        ("{c0.evidence|A call of " + TWO + ", in the works since May and set for Friday, was scrapped}.", {"status": "cancelled"}, "2031-05-16"),
        ("A crew was held on Monday. {c0.evidence|" + TWO + " met within hours}.", {}, "2031-05-12"),
        ("{c0.evidence|" + TWO + " do meet every Thursday}.", {}, None),
        ("On 4 May, as the Post has found, {c0.evidence|" + TWO + " met}.", {}, "2031-05-04"),
        ("On 4 May, according to a clerk, {c0.evidence|" + TWO + " met}.", {}, "2031-05-04"),
        ("Dated 4 May and written by hand, {c0.evidence|a letter from " + TWO + "} is out.", {"kind": "letter"}, "2031-05-04"),
        # Feasts, also those that move.
        ("{c0.evidence|" + TWO + " met on Easter Monday}.", {}, "2031-04-14"),
        # The days on which something is not to be, or is not planned.
        ("{c0.evidence|This Friday " + TWO + " will not meet}.", {"status": "refused"}, "2031-05-16"),
        ("{c0.evidence|There are no plans for a meeting of " + TWO + " before the summer}.", {"status": "denied"}, "2031-05-14/2031-05-31"),
        ("{c0.evidence|No meeting of " + TWO + " was planned before the summer}.", {"status": "denied"}, "2031-05-14/2031-05-31"),
        # Of what was moved or began later, the day on which it is or was; of what was once, that one.
        ("{c0.evidence|A call of " + TWO + " due on Thursday was pushed back to Saturday}.", {"kind": "call", "status": "planned"}, "2031-05-17"),
        ("{c0.evidence|Talks of " + TWO + " were to open on 1 May and opened on 4 May}.", {"kind": "talks"}, "2031-05-04"),
        ("{c0.evidence|" + TWO + " have met} only once, at a funeral in 2027.", {}, "2027"),
        ("{c0.evidence|A call of " + TWO + " before Christmas}.", {"kind": "call", "status": "proposed"}, "2031-05-14/2031-12-24"),
        ("{c0.evidence|A call of " + TWO + " planned for early June never took place}.", {"kind": "call", "status": "cancelled"}, "2030-06-01/2030-06-10"),
        # From the first day to the last.
        ("{c0.evidence|Talks of " + TWO + " ended on 6 May after four days}.", {"kind": "talks"}, "2031-05-03/2031-05-06"),
        ("{c0.evidence|Talks of " + TWO + " open on 8 June and will last three days}.", {"status": "planned"}, "2031-06-08/2031-06-10"),
        ("{c0.evidence|" + TWO + " have met every Friday since 1 April}.", {}, "2031-04-01/2031-05-14"),
        # So long since it ended; on a day, when; the day after a clause with commas in it.
        ("It is ten days since {c0.evidence|" + TWO + " last met}.", {}, "2031-05-04"),
        ("It was agreed on Monday, when {c0.evidence|" + TWO + " met}.", {}, "2031-05-12"),
        (
            "Roe met us on Monday, {c0.evidence|the day after {person|Anna Veld} and an aide, {person|Ivo Strand}, had spoken}.",
            {"kind": "call"},
            "2031-05-11",
        ),
        # Not the day on which it was offered, but that of what was turned down.
        ("{c0.evidence|An offer, made on Monday, to meet {person|Anna Veld} and {person|Ivo Strand}}.", {"status": "proposed"}, None),
        ("{c0.evidence|{person|Anna Veld} will not come to Friday’s talks with {person|Ivo Strand}}.", {"status": "refused"}, "2031-05-16"),
        ("{c0.evidence|" + TWO + " will not meet on Friday}.", {"status": "cancelled"}, "2031-05-16"),
        # Who arrived the day before holds talks today.
        (
            "{c0.evidence|{person|Anna Veld} arrived on Monday and holds talks with {person|Ivo Strand} today}.",
            {"kind": "talks"},
            "2031-05-14",
        ),
        # What is to resume on a day was not adjourned on it.
        ("{c0.evidence|The talks of " + TWO + " were held} and will resume on Friday.", {}, None),
        # Of what is off, the coming day; of what goes on, until when.
        ("{c0.evidence|A session of " + TWO + " on Friday has been cancelled}.", {"status": "cancelled"}, "2031-05-16"),
        ("{c0.evidence|" + TWO + " are back in Bergen until Friday}.", {"status": "ongoing"}, "2031-05-14/2031-05-16"),
        ("{c0.evidence|" + TWO + " met over the weekend of 3 and 4 May}.", {}, "2031-05-03/2031-05-04"),
        ("{c0.evidence|" + TWO + " stay until Friday and may meet today}.", {"status": "planned"}, "2031-05-14"),
        # How long it has gone on, and how often it was.
        ("{c0.evidence|" + TWO + " have been talking for two weeks}.", {"status": "ongoing"}, "2031-04-30/2031-05-14"),
        ("{c0.evidence|" + TWO + " have met twice in eight days}.", {}, "2031-05-06/2031-05-14"),
        # The next day of a journey that is still ahead.
        (
            "{person|Anna Veld} is due in Bergen on Friday and {c0.evidence|goes on to {person|Ivo Strand} the next day}.",
            {"kind": "visit", "status": "planned"},
            "2031-05-17",
        ),
    ],
)  # fmt: skip
def test_the_date_that_dates_a_contact(entries: Build, marked: str, told: dict[str, Any], expected: str | None) -> None:
    (contact,) = entries(marked, **told).contacts
    assert (contact.when.edtf if contact.when else None) == expected


def test_what_has_been_counts_from_no_day_to_come_and_from_none_that_others_tell_of(entries: Build) -> None:
    got = entries(
        "News\n\n{c0.evidence|"
        + TWO
        + " met today}.\n\n{person s0.source|Veld} {s0.cue|noted} {s0.content|that {c1.evidence|envoys met on 2 May}}.\n\n"
        "The bridge is to be opened on 20 May.\n\n{c2.evidence|On the same day {person|Ned Pask} met {person|Olga Roe}}."
    )
    assert [c.when and c.when.edtf for c in got.contacts] == ["2031-05-14", "2031-05-02", "2031-05-14"]
