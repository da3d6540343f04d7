import random

from hypothesis import given
from hypothesis import strategies as st

from evals.figures import gold_rows
from training.data import REPORTS
from training.renaming import is_name, new_names, rename

COMMON = {"minister", "ministry", "foreign", "the"}
ROW = {
    "text": "Foreign Minister Orla Fenwick of Karsia met the Karsian envoy on Monday. Fenwick’s aide said so.",
    "actors": {"f": {"type": "person", "mentions": [[0, 29], [73, 80]]}, "k": {"type": "country", "mentions": [[33, 39]]}},
    "statements": [{"id": "s1", "source": [[73, 87]], "cue": [[88, 92]], "content": [[93, 95]], "via": ["f"]}],
    "contacts": [{"evidence": [[0, 71]]}],
}


def test_a_name_is_replaced_everywhere_and_keeps_its_endings() -> None:
    text = rename(ROW, COMMON, "1")["text"]
    assert not {"Orla", "Fenwick", "Karsia", "Karsian"} & set(text.replace("’", " ").split())
    country, adjective = text.split(" of ")[1].split()[0], text.split(" the ")[1].split()[0]
    assert adjective == country + "n"
    assert text.startswith("Foreign Minister ")
    assert " on Monday. " in text


def test_spans_hold_the_same_words_apart_from_names() -> None:
    new = rename(ROW, COMMON, "1")
    text = new["text"]
    (source,), (cue,), (content,) = (new["statements"][0][part] for part in ("source", "cue", "content"))
    assert text[slice(*source)].endswith("’s aide")
    assert text[slice(*cue)] == "said"
    assert text[slice(*content)] == "so"
    (evidence,), (_, again) = new["contacts"][0]["evidence"], new["actors"]["f"]["mentions"]
    assert text[slice(*evidence)].endswith("on Monday")
    assert text[slice(*again)] == text[slice(*source)].removesuffix("’s aide")


def test_the_same_seed_gives_the_same_report() -> None:
    assert rename(ROW, COMMON, "1") == rename(ROW, COMMON, "1") != rename(ROW, COMMON, "2")


def test_what_is_no_name_stays() -> None:
    assert [word for word in ("Minister", "Monday", "NATO", "Ann", "Karsia") if is_name(word, COMMON)] == ["Karsia"]


@given(st.sets(st.sampled_from(["Karsia", "Karsian", "Karsians", "Veldt", "Veldtish", "Brandt", "Orla"])), st.integers())
def test_words_of_one_stem_stay_words_of_one_stem(words: set[str], seed: int) -> None:
    new = new_names(words, random.Random(seed))
    assert set(new) == words
    if {"Karsia", "Karsian"} <= words:
        assert new["Karsian"] == new["Karsia"] + "n"


def test_own_reports_can_be_about_others() -> None:
    for row in gold_rows(REPORTS)[::20]:
        new = rename(row, COMMON, row["id"])
        assert len(new["statements"]) == len(row["statements"])
        for old_one, new_one in zip(row["statements"], new["statements"], strict=True):
            for (a, b), (c, d) in zip(old_one["cue"], new_one["cue"], strict=True):
                old_words, new_words = row["text"][a:b].split(), new["text"][c:d].split()
                assert len(old_words) == len(new_words)
                assert c < d
