from datetime import date

import pytest

from onrecord.errors import QueryError
from onrecord.store.filters import values_of


def test_days_are_text_and_none_asks_nothing() -> None:
    filters = {"since": date(2031, 3, 12), "until": None, "party": "Kostan", "at_least": 0, "other": "not asked for"}
    assert values_of(filters, ("since", "until", "party", "at_least", "kind")) == {"since": "2031-03-12", "party": "Kostan", "at_least": 0}


@pytest.mark.parametrize("name", ["speaker", "party", "side", "name", "outlet", "place"])
def test_words_must_have_some(name: str) -> None:
    with pytest.raises(QueryError, match=f"has no words to find the {name} by"):
        values_of({name: "…"}, [name])
    assert values_of({name: "…"}, ["kind"]) == {}
