from datetime import date
from pathlib import Path

import pytest

from evals.ladders import Line, mark_out, read_ladder, read_written
from evals.movement import MOVES
from evals.records import load_gold
from onrecord.across.stated import TURNS, Stated
from training.data import REPORTS

DAY = date(2031, 3, 1)
GUNS = Stated("guns leave the bank", "for", "demand", "a", "", b"\x7f\x00", DAY, DAY, issue="withdrawal")
WRITTEN = """# what is written
@ Orvania | withdrawal
1 03-01 | minister | for demand | first | The minister said [the guns must leave].
2 03-09 | envoy | conditional propose | softened 1 | [They might stay], the envoy said, [{if the bridge opens}].
"""


def test_a_ladder_names_what_a_statement_is_compared_with() -> None:
    ladder = [["r.s1", "first"], ["r.s2", "first"], ["r.s3", "hardened", "r.s1"], ["r.s4", "repeated"]]
    steps = read_ladder(ladder, {f"r.s{i}": GUNS for i in range(1, 5)})
    assert [(step.kind, step.since) for step in steps] == [("first", None), ("first", None), ("hardened", 0), ("repeated", 2)]


def test_marks_part_a_sentence() -> None:
    plain, content, condition = mark_out("[They might stay], the envoy said, [{if the bridge opens}].")
    assert plain == "They might stay, the envoy said, if the bridge opens."
    assert [plain[start:end] for start, end in content] == ["They might stay", "if the bridge opens"]
    assert [plain[start:end] for start, end in condition] == ["if the bridge opens"]


def test_ladders_are_read_as_they_are_written(tmp_path: Path) -> None:
    path = tmp_path / "written.txt"
    path.write_text(WRITTEN, encoding="utf8")
    [(side, issue, lines)] = read_written(path)
    assert (side, issue) == ("Orvania", "withdrawal")
    assert lines[0] == Line("1", DAY, "minister", "for", "demand", "first", None, "The minister said [the guns must leave].")
    assert (lines[1].kind, lines[1].since) == ("softened", 0)


def test_a_line_without_its_parts_is_an_error(tmp_path: Path) -> None:
    path = tmp_path / "written.txt"
    path.write_text("@ Orvania | talks\n1 03-01 | minister | for demand | first\n", encoding="utf8")
    with pytest.raises(ValueError, match="not enough values"):
        read_written(path)


def test_the_gold_of_the_reports_keeps_its_rules() -> None:
    seen: set[str] = set()
    for ladder in load_gold("reports")["movement"]:
        refs = [ref for ref, *_ in ladder["ladder"]]
        assert ladder["ladder"][0][1] == "first"
        assert len({ref.partition("_")[0] for ref in refs}) == 1
        assert not seen & set(refs)
        seen |= set(refs)
        for at, (ref, kind, *since) in enumerate(ladder["ladder"]):
            assert kind in MOVES
            assert (REPORTS / f"{ref.partition('.')[0]}.rep").exists()
            assert not since or (kind != "first" and since[0] in refs[: at - 1])


def test_written_ladders_keep_the_rules() -> None:
    for _, _, lines in read_written():
        assert lines[0].kind == "first"
        assert [line.day for line in lines] == sorted(line.day for line in lines)
        for at, line in enumerate(lines):
            assert line.kind in MOVES
            assert line.act in TURNS
            assert line.stance in ("for", "against", "conditional")
            assert line.since is None or (line.kind != "first" and line.since < at - 1)
            assert mark_out(line.sentence)[1]
