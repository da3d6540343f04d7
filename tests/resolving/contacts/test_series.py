from collections.abc import Callable
from dataclasses import replace
from datetime import date, timedelta

import pytest

from onrecord.model import Contact, Entries, Span, When
from onrecord.resolving.contacts.alongside import place_beside, share_occasions
from onrecord.resolving.contacts.series import merge_contacts

DAY = When(date(2031, 5, 4), date(2031, 5, 4), "stated", "day", ())


def contact(text: str, words: str, kind: str, round_: int | None = None) -> Contact:
    start = text.index(words)
    evidence = (Span.of(text, start, start + len(words)),)
    return Contact(
        id=words, kind=kind, status="held", parties=("a", "b"), by=None, place=None, round=round_, when=None, per=None, evidence=evidence,
        confidence=1.0,
    )  # fmt: skip


def test_what_is_handed_over_during_a_round_is_so_on_its_days() -> None:
    text = "The first round was held. It rained. During the first round he sent a list. During the second round he sent a map."
    held = replace(contact(text, "The first round was held", "talks", 1), when=DAY, place="Bergen")
    given = contact(text, "During the first round he sent a list", "document", 1)
    other = contact(text, "During the second round he sent a map", "document", 2)
    assert [(c.when, c.place) for c in share_occasions(text, [held, given, other])] == [(DAY, "Bergen"), (DAY, "Bergen"), (None, None)]


def test_a_numbered_round_is_one_and_what_became_of_it_counts() -> None:
    text = "It rains.\nThe third round opens today. The third round is suspended. A third round is denied."
    opened = contact(text, "The third round opens today", "talks", 3)
    broken = replace(contact(text, "The third round is suspended", "talks", 3), status="suspended")
    denied = replace(contact(text, "A third round is denied", "talks", 3), status="denied")
    assert [(c.status, len(c.evidence)) for c in merge_contacts(text, [opened, broken, denied], {}, {})] == [
        ("suspended", 2),
        ("denied", 1),
    ]


def test_a_headline_tells_of_the_sides_whose_ministers_met() -> None:
    text = "Orvania and Tamesh hold first talks\n\nThe ministers met on Monday."
    headline = replace(contact(text, "Orvania and Tamesh hold first talks", "talks"), status="ongoing")
    met = replace(contact(text, "The ministers met on Monday", "meeting"), parties=("veld", "strand"), when=DAY)
    (one,) = merge_contacts(text, [headline, met], {"veld": "a", "strand": "b"}, {})
    assert (one.kind, one.status, one.parties, one.when, len(one.evidence)) == ("meeting", "held", ("veld", "strand"), DAY, 2)
    assert len(merge_contacts(text, [headline, met], {"veld": "a", "strand": "c"}, {})) == 2


def test_what_a_lead_tells_less_exactly_is_told_again_below() -> None:
    text = "They met\n\nThey met in Bergen in May.\n\nThey spent 4 May at a villa. They met again on 4 May."
    month = When(date(2031, 5, 1), date(2031, 5, 31), "stated", "month", ())
    lead = replace(contact(text, "They met in Bergen in May", "meeting"), when=month, place="Bergen")
    below = replace(contact(text, "They spent 4 May at a villa", "meeting"), when=DAY, place="a villa")
    again = replace(contact(text, "They met again on 4 May", "meeting"), when=DAY, place="a villa", per="s1")
    merged = merge_contacts(text, [lead, below], {}, {})
    assert [(c.when, c.place, len(c.evidence)) for c in merged] == [(DAY, "Bergen", 2)]
    assert len(merge_contacts(text, [lead, again], {}, {})) == 2
    assert len(merge_contacts(text, [lead, replace(below, place="Oslo")], {}, {})) == 2


def test_what_one_teller_denies_twice_is_one() -> None:
    text = "No such meeting took place. They had never met."
    no, never = (contact(text, words, "meeting") for words in ("No such meeting took place", "They had never met"))
    denied = [replace(no, status="denied", per="s1"), replace(never, status="denied", per="s2")]
    assert len(merge_contacts(text, denied, {}, {"s1": "roe", "s2": "roe"})) == 1
    assert len(merge_contacts(text, denied, {}, {"s1": "roe", "s2": "hale"})) == 2


def test_talks_that_open_in_a_headline_are_those_that_opened() -> None:
    text = "Talks open in Bergen\n\nThe talks opened. The delegations will meet again."
    headline = replace(contact(text, "Talks open in Bergen", "talks"), status="planned")
    again = replace(contact(text, "The delegations will meet again", "talks"), status="planned", when=DAY)
    merged = merge_contacts(text, [headline, contact(text, "The talks opened", "talks"), again], {}, {})
    assert [(c.status, len(c.evidence)) for c in merged] == [("held", 2), ("planned", 1)]


def test_what_is_given_at_a_meeting_and_comes_right_after_it_is_of_its_day() -> None:
    text = "They met. He stayed two hours and handed over a map. She was received afterwards. It rained. They dined."
    met = replace(contact(text, "They met", "meeting"), when=DAY, place="Bergen")
    given, after = (
        contact(text, "He stayed two hours and handed over a map", "document"),
        contact(text, "She was received afterwards", "meeting"),
    )
    dined = contact(text, "They dined", "meeting")
    shared = share_occasions(text, [met, given, after, dined])
    assert [(c.when, c.place) for c in shared] == [(DAY, "Bergen"), (DAY, "Bergen"), (DAY, None), (None, None)]


def test_a_plan_that_is_denied_is_of_the_day_of_a_plan() -> None:
    text = "They met. They will meet in June. A meeting is not planned."
    met, denied = replace(contact(text, "They met", "meeting"), when=DAY), contact(text, "A meeting is not planned", "meeting")
    june = When(date(2031, 6, 1), date(2031, 6, 30), "stated", "month", ())
    planned = replace(contact(text, "They will meet in June", "meeting"), status="planned", when=june)
    denied = replace(denied, status="denied")
    assert [share_occasions(text, told)[-1].when for told in ([met, denied], [met, planned, denied])] == [None, june]


def test_what_was_called_off_is_what_had_been_planned() -> None:
    text = "They were to meet in April. The meeting was called off. The call was off. The call had been set for nine."
    planned = replace(contact(text, "They were to meet in April", "meeting"), status="planned", when=DAY)
    fallen = replace(contact(text, "The meeting was called off", "meeting"), status="cancelled")
    off = replace(contact(text, "The call was off", "call"), status="cancelled")
    due = replace(contact(text, "The call had been set for nine", "call"), status="planned", when=DAY)
    assert [(c.status, c.when) for c in merge_contacts(text, [planned, fallen, off, due], {}, {})] == [
        ("cancelled", DAY),
        ("cancelled", DAY),
    ]


def test_a_headline_is_where_the_text_says() -> None:
    text = "Orvania and Melkar end talks\n\nBERGEN — The talks in Varsel ended."
    headline = replace(contact(text, "Orvania and Melkar end talks", "talks"), place="BERGEN")
    (one,) = merge_contacts(text, [headline, replace(contact(text, "The talks in Varsel ended", "talks"), place="Varsel")], {}, {})
    assert one.place == "Varsel"


def test_what_is_denied_in_general_words_is_what_was_told_before() -> None:
    text = "Veld met Strand in Bergen. Orvania says there was no meeting."
    told = replace(contact(text, "Veld met Strand", "meeting"), when=DAY, place="Bergen")
    denied = replace(contact(text, "there was no meeting", "meeting"), status="denied", parties=("c",))
    (_, one) = share_occasions(text, [told, denied])
    assert (one.when, one.place, one.parties) == (DAY, "Bergen", ("a", "b"))


def test_what_is_denied_without_a_day_is_what_was_told_before_it() -> None:
    text = "Veld met Strand in Bergen. Orvania says she was at home. It denies any contact."
    told = replace(contact(text, "Veld met Strand", "meeting"), when=DAY)
    denied = [replace(contact(text, words, "meeting"), status="denied") for words in ("she was at home", "any contact")]
    assert [one.when for one in share_occasions(text, [told, *denied])] == [DAY, DAY, None]


def test_verbs_that_share_a_subject_share_a_day() -> None:
    text = "Veld today received the envoy and handed him a note. A letter was given to Strand at the end of the call. She wrote to Anna."
    told = [
        replace(contact(text, "Veld today received the envoy", "meeting"), when=DAY),
        contact(text, "handed him a note", "document"),
        contact(text, "A letter was given to Strand at the end of the call", "letter"),
        contact(text, "She wrote to Anna", "letter"),
    ]
    assert [one.when for one in share_occasions(text, told)] == [DAY, DAY, DAY, None]


def test_the_round_is_the_one_told_before() -> None:
    text = "Orvania and Melkar met in Bergen. The round was adjourned. The talks of May ended."
    met = contact(text, "Orvania and Melkar met in Bergen", "talks", 3)
    adjourned = replace(contact(text, "The round was adjourned", "talks"), status="suspended", when=DAY)
    other = replace(contact(text, "The talks of May ended", "talks"), parties=("a", "c"))
    assert [(c.status, c.round, c.when) for c in merge_contacts(text, [met, adjourned, other], {}, {})] == [
        ("suspended", 3, DAY),
        ("held", None, None),
    ]


def test_a_round_that_was_called_off_and_held_later_is_told_twice() -> None:
    text = "The fourth round was called off. The fourth round was held at last."
    off = replace(contact(text, "The fourth round was called off", "talks", 4), status="cancelled")
    held = replace(contact(text, "The fourth round was held at last", "talks", 4), when=DAY)
    assert [(c.status, c.when) for c in merge_contacts(text, [off, held], {}, {})] == [("cancelled", None), ("held", DAY)]


def test_a_headline_announces_the_day_of_its_week() -> None:
    text = "Veld and Strand meet this week\n\nVeld meets Strand on Thursday."
    assert DAY.first is not None
    week = replace(DAY, last=DAY.first + timedelta(days=6))
    headline = replace(contact(text, "Veld and Strand meet", "meeting"), when=week)
    (one,) = merge_contacts(text, [headline, replace(contact(text, "Veld meets Strand", "meeting"), when=DAY)], {}, {})
    assert one.when == DAY


def test_several_rounds_are_none_of_them() -> None:
    text = "Orvania and Melkar have held six rounds of talks. The first round was held in Bergen."
    several = contact(text, "Orvania and Melkar have held six rounds of talks", "talks")
    first = contact(text, "The first round was held in Bergen", "talks", 1)
    assert [c.round for c in merge_contacts(text, [several, first], {}, {})] == [None, 1]


def test_those_who_came_for_talks_met_where_the_talks_were() -> None:
    text = "The round closed. The ministers met. The visitors met. The ministers met before."
    talks = replace(contact(text, "The round closed", "talks"), when=DAY, place="Bergen")
    met = replace(contact(text, "The ministers met", "meeting"), when=DAY)
    visitors = replace(contact(text, "The visitors met", "meeting"), when=DAY)
    before = replace(
        contact(text, "The ministers met before", "meeting"), when=When(date(2031, 4, 4), date(2031, 4, 4), "stated", "day", ())
    )
    sides = [frozenset({"Orvania", "Melkar"})] * 2 + [frozenset({"Orvania", "Ruvia"}), frozenset({"Orvania", "Melkar"})]
    assert [c.place for c in place_beside([talks, met, visitors, before], sides)] == ["Bergen", "Bergen", None, None]


def test_a_headline_in_the_present_tense_is_what_the_text_tells() -> None:
    text = "Veld meets Strand\n\nVeld and Strand will meet again in June. Veld and Strand met on Monday."
    headline = replace(contact(text, "Veld meets Strand", "meeting"), status="planned")
    ahead = replace(contact(text, "Veld and Strand will meet again in June", "meeting"), status="planned")
    held = replace(contact(text, "Veld and Strand met on Monday", "meeting"), when=DAY)
    assert [(c.status, c.when, len(c.evidence)) for c in merge_contacts(text, [headline, ahead, held], {}, {})] == [
        ("held", DAY, 2),
        ("planned", None, 1),
    ]
    assert [c.status for c in merge_contacts(text, [headline, ahead], {}, {})] == ["held", "planned"]
    text = "Veld meets Strand\n\nVeld and Strand will meet in June."
    ahead = replace(contact(text, "Veld and Strand will meet in June", "meeting"), status="planned")
    assert [(c.status, len(c.evidence)) for c in merge_contacts(text, [replace(headline, status="held"), ahead], {}, {})] == [
        ("planned", 2)
    ]


def test_what_is_told_as_one_more_is_none_of_those_before() -> None:
    text = "Three rounds were held in Bergen, then by video link."
    first, more = contact(text, "Three rounds were held in Bergen", "talks"), contact(text, "then by video link", "talks")
    assert len(merge_contacts(text, [first, more], {}, {})) == 2


def test_what_two_say_is_to_be_is_one_and_what_two_say_was_are_two() -> None:
    text = "Veld wants a meeting. Strand allows his meeting with her."
    told = [replace(contact(text, words, "meeting"), per=words) for words in ("a meeting", "his meeting with her")]
    ahead = [replace(c, status="proposed") for c in told]
    assert [(c.per, len(c.evidence)) for c in merge_contacts(text, ahead, {}, {})] == [("a meeting", 2)]
    assert len(merge_contacts(text, told, {}, {})) == 2


def test_a_headline_that_puts_talks_ahead_is_ahead() -> None:
    text = "Lake talks to resume\n\nVeld and Strand agreed to meet next week."
    headline = replace(contact(text, "Lake talks to resume", "talks"), status="planned")
    below = replace(contact(text, "Veld and Strand agreed to meet next week", "talks"), status="planned")
    assert [(c.status, len(c.evidence)) for c in merge_contacts(text, [headline, below], {}, {})] == [("planned", 2)]


@pytest.mark.parametrize(("kind", "count"), [("talks", 1), ("letter", 2)])
def test_what_somebody_tells_again_is_the_same_contact_but_for_letters(entries: Callable[..., Entries], kind: str, count: int) -> None:
    marked = (
        "{c0.evidence|{country|Orvania} and {country|Tamesh} were in touch in {c0.place|Bergen}}. {s0.source|Anna Veld} {s0.cue|said}"
        " {s0.content|that {c1.evidence|{country|Orvania} and {country|Tamesh} were in touch}}."
    )
    assert len(entries(marked, kind=kind).contacts) == count


@pytest.mark.parametrize(
    ("again", "count"),
    [
        ("{person|Ilan Roe} praised {c1.evidence|the encounter between {person|Veld} and {person|Strand}}.", 1),
        ("{c1.evidence|Another meeting between {person|Veld} and {person|Strand}} was short.", 2),
        ("{c1.evidence|An earlier meeting between {person|Veld} and {person|Strand}} was short.", 2),
    ],
)
def test_the_encounter_is_the_one_told_before(entries: Callable[..., Entries], again: str, count: int) -> None:
    marked = "{c0.evidence|{person|Anna Veld} met {person|Ivo Strand} {c0.when|on 12 May}}. " + again
    assert len(entries(marked).contacts) == count


@pytest.mark.parametrize(
    ("marked", "when"),
    [
        ("{c0.evidence|The mediators had invited {c0.when|on 25 January} {country|Orvania} and {country|Tamesh} to talks}.", None),
        ("{c0.evidence|Talks of {country|Orvania} and {country|Tamesh} are proposed {c0.when|for 15 June}}.", date(2031, 6, 15)),
    ],
)
def test_the_day_of_an_offer_is_not_that_of_what_is_offered(entries: Callable[..., Entries], marked: str, when: date | None) -> None:
    (contact,) = entries(marked, kind="talks", status="proposed").contacts
    assert (contact.when.first if contact.when else None) == when


def test_the_day_behind_two_who_were_spoken_with_is_of_both() -> None:
    text = "She spoke with Veld and with Strand on 4 May. She spoke with Roe and wrote on 4 May."
    one, other = contact(text, "She spoke with Veld", "call"), replace(contact(text, "with Strand on 4 May", "call"), when=DAY)
    roe, wrote = contact(text, "She spoke with Roe", "call"), replace(contact(text, "wrote on 4 May", "letter"), when=DAY)
    assert [c.when for c in share_occasions(text, [one, other, roe, wrote])] == [DAY, DAY, None, DAY]


def test_a_contact_is_in_the_town_rather_than_in_its_country() -> None:
    text = "They met in Bergen\n\nThey met in Norway last week."
    headline = replace(contact(text, "They met in Bergen", "meeting"), place="Bergen")
    below = replace(contact(text, "They met in Norway last week", "meeting"), place="Norway", when=DAY)
    assert [(c.place, len(c.evidence)) for c in merge_contacts(text, [headline, below], {}, {})] == [("Bergen", 2)]


def test_a_headline_in_one_town_tells_of_nothing_in_another() -> None:
    text = "Talks in Bergen\n\nThey met in Utrecht in May."
    headline = replace(contact(text, "Talks in Bergen", "talks"), place="Bergen")
    elsewhere = replace(contact(text, "They met in Utrecht in May", "meeting"), place="Utrecht")
    assert len(merge_contacts(text, [headline, elsewhere], {}, {})) == 2
    # A town is in the country of one of them.
    assert len(merge_contacts(text, [replace(headline, place="Orvania"), elsewhere], {"a": "Orvania"}, {})) == 1


def test_a_headline_tells_of_those_whom_the_lead_says_to_be_of_both() -> None:
    text = "Orvania and Tamesh hold first talks\n\nThe ministers of Orvania and Tamesh met. Talks were called off in May."
    headline = replace(contact(text, "Orvania and Tamesh hold first talks", "talks"), status="ongoing")
    met = replace(contact(text, "The ministers of Orvania and Tamesh met", "meeting"), parties=("veld", "strand"))
    off = replace(contact(text, "Talks were called off in May", "talks"), status="cancelled")
    merged = merge_contacts(text, [headline, met, off], {"a": "Orvania", "b": "Tamesh"}, {})
    assert [(c.kind, c.status, len(c.evidence)) for c in merged] == [("meeting", "held", 2), ("talks", "cancelled", 1)]
