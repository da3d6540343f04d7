from onrecord.resolving.dates.live import find_entries, time_of_entry

LIVE = "Talks, live\n\n07:50 Good morning from Varsel.\n\n**09:15** Doors open.\n\n10:40 — They have met.\n"


def test_entries_of_a_live_report_begin_with_a_time() -> None:
    assert [time.text for time in find_entries(LIVE)] == ["07:50", "09:15", "10:40"]
    assert [LIVE[time.start : time.end] for time in find_entries(LIVE)] == ["07:50", "09:15", "10:40"]


def test_two_times_make_no_live_report() -> None:
    assert list(find_entries("07:50 He rose.\n\n09:15 He left.\n")) == []


def test_the_time_of_an_entry() -> None:
    time = time_of_entry(LIVE, LIVE.index("They"))
    assert time is not None
    assert time.text == "10:40"
    assert time_of_entry(LIVE, 3) is None
