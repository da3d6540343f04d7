from typing import Any

import pytest

from evals.timex import of_tei, of_timex2
from onrecord.resolving.dates.days import Interval


def ends(found: Interval | None) -> str | None:
    return f"{found.first}/{found.last}" if found else None


@pytest.mark.parametrize(
    ("value", "mod", "wanted"),
    [
        ("1939-09-01", None, "1939-09-01/1939-09-01"),
        ("1939-09-01T05:34", None, "1939-09-01/1939-09-01"),
        ("1939-10", "START", "1939-10-01/1939-10-10"),
        ("1942-SU", None, "1942-06-01/1942-08-31"),
        ("2008-H2", None, "2008-07-01/2008-12-31"),
        ("193", None, "1930-01-01/1939-12-31"),
        ("18", None, "1800-01-01/1899-12-31"),
        ("P3M", None, None),
        ("PRESENT_REF", None, None),
        ("BC0480", None, None),
        ("XXXX-WI", None, None),
        ("2002", "ON_OR_BEFORE", None),
        (None, None, None),
    ],
)
def test_timex2(value: str | None, mod: str | None, wanted: str | None) -> None:
    assert ends(of_timex2({"value": value} | ({"mod": mod} if mod else {}))) == wanted


@pytest.mark.parametrize(
    ("attributes", "wanted"),
    [
        ({"when": "2015-08-21"}, "2015-08-21/2015-08-21"),
        ({"when": "2015-08"}, "2015-08-01/2015-08-31"),
        ({"when": "--05"}, None),
        ({"when": "900"}, None),
        ({"from": "1970", "to": "1979-12-31"}, "1970-01-01/1979-12-31"),
        ({"from": "--09", "to": "--12"}, None),
        ({"notBefore": "2005", "notAfter": "2015"}, None),
    ],
)
def test_tei(attributes: dict[str, Any], wanted: str | None) -> None:
    assert ends(of_tei({"tag": "date", **attributes})) == wanted
