from onrecord.across.wordings import figures_of, share_words, words_of


def test_words_without_endings_and_function_words() -> None:
    assert words_of("The withdrawals of the guns") == words_of("a withdrawal; guns")
    assert words_of("it is that") == frozenset()


def test_words_that_two_share_are_most_of_the_shorter_or_three() -> None:
    assert share_words({"gun", "river"}, {"gun", "river", "flour", "town"}) == ("gun", "river")
    assert share_words({"gun", "river"}, {"gun", "flour", "town"}) == ()
    assert share_words(set("abcdefgh"), set("abcxyz12")) == ("a", "b", "c")


def test_figures_with_their_units() -> None:
    found = figures_of("two hundred and twelve men within ten days, 1,200 tonnes")
    assert {(f.value, f.unit) for f in found.values()} == {(212, "men"), (10, "days"), (1200, "tonnes")}
    assert [f.is_time for f in found.values()] == [False, True, False]
    assert figures_of("five men for nine men") == {}
