from pathlib import Path

import pytest

from evals.gold import load
from onrecord.record import Record

SAMPLE = sorted((Path(__file__).parent.parent.parent / "evals" / "sample").glob("*.rep"))


def test_lines_hold_what_people_have_decided(record: Record) -> None:
    one, two, _ = (found.statement.id for found in record.statements())
    record.decide([one], "corrected", "A", changes={"act": "urge"})
    record.decide([two], "rejected", "A")
    lines = {line["id"]: line for line in record.training_lines()}
    (line,) = [line for line in lines.values() if line["statements"]]
    (row,) = line["statements"]
    assert (row["id"], row["act"]) == (one, "urge")
    assert line["actors"][row["speaker"]]["name"]
    assert [line["text"][a:b] for a, b in row["content"]] == [span.text for span in record.statements()[0].statement.content]
    assert sum(len(line["rejected"]) for line in lines.values()) == 1
    assert sum(line["undecided"] for line in lines.values()) == 2


@pytest.mark.skipif(not SAMPLE, reason="the gold sample is not here, as in a source distribution")
def test_lines_have_the_form_of_gold_reports(record: Record) -> None:
    record.decide([found.statement.id for found in record.statements()], "confirmed", "A")
    record.decide([found.contact.id for found in record.contacts()], "confirmed", "A")
    line = next(line for line in record.training_lines() if line["contacts"])
    gold = next(gold for gold in map(load, SAMPLE) if gold["contacts"])
    assert set(line) - {"rejected", "undecided"} == set(gold)
    for name in ("statements", "contacts"):
        assert set(line[name][0]) == set(gold[name][0])
