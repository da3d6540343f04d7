from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from onrecord.reading.statements.vocabulary import Vocabulary

#: Two issues: ferries, named by the first, suggested by "harbour"; bells, which share "sound*" with them.
VOCABULARY = Vocabulary.of([(("ferr*", "pull* out"), ("harbour", "sound*")), (("bell", "bells"), ("sound*",))])


def test_each_word_is_found_with_its_issues() -> None:
    found = VOCABULARY.find("The Ferries left the harbour as the bells sounded.")
    assert found == {"ferries": {0: True}, "harbour": {0: False}, "bells": {1: True}, "sounded": {0: False, 1: False}}


def test_a_phrase_is_one_hit_and_its_words_alone_are_none() -> None:
    assert list(VOCABULARY.find("They pulled out, then pulled again.")) == ["pulled out"]


def test_every_stand_of_a_word_counts() -> None:
    assert VOCABULARY.count("A bell, a bell and a sound.").tolist() == [[0, 2], [1, 1]]


@given(st.lists(st.sampled_from(["ferry", "pulling", "out", "bell", "sounds", "and", "harbour"]), max_size=12))
def test_no_word_counts_twice_and_none_is_lost(words: list[str]) -> None:
    text = " ".join(words)
    hits = VOCABULARY.hits(text)
    assert all(hit in text for hit, _ in hits)
    alone = sum(word not in ("pulling", "out", "and") for word in words)
    together = sum(pair == ("pulling", "out") for pair in pairwise(words))
    assert len(hits) == alone + together
