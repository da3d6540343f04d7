import importlib.util
from pathlib import Path
from types import ModuleType
from typing import Any

import pytest

FILE = Path(__file__).parents[2] / "evals" / "figures.py"
pytestmark = pytest.mark.skipif(not FILE.exists(), reason="needs evals/, which packages leave out")
ROWS = [{"id": "a", "text": "It rained."}]


@pytest.fixture(scope="module")
def module() -> ModuleType:
    spec = importlib.util.spec_from_file_location("figures", FILE)
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def figures(f1: float) -> dict[str, Any]:
    return {"statement": {"f1": f1, "p": f1, "r": f1, "gold": 1}, "accuracy": {"said": {"acc": 80.0, "n": 1}}, "reports": 1}


def test_floors_rise_and_fall_only_if_told(module: ModuleType) -> None:
    floors = module.pin({}, "set", ROWS, figures(70.0), False)
    assert floors["set"]["floors"] == {"statement": 70.0, "said": 80.0}
    assert module.pin(floors, "set", ROWS, figures(75.0), False)["set"]["floors"]["statement"] == 75.0
    assert module.pin(floors, "set", ROWS, figures(60.0), False)["set"]["floors"]["statement"] == 70.0
    assert module.pin(floors, "set", ROWS, figures(60.0), True)["set"]["floors"]["statement"] == 60.0


def test_a_figure_below_its_floor_and_another_gold_are_said(module: ModuleType) -> None:
    floors = module.pin({}, "set", ROWS, figures(70.0), False)
    assert module.compare(floors, "set", ROWS, figures(70.0)) == []
    assert module.compare(floors, "set", ROWS, figures(69.9)) == ["set: statement is 69.9, its floor 70.0"]
    assert module.compare(floors, "set", [*ROWS, *ROWS], figures(70.0)) == ["set: the gold has changed"]
    assert module.compare({}, "set", ROWS, figures(70.0)) == ["set: no floors; pin them with --pin"]


def test_on_another_processor_floors_give_way_by_rounding_or_one_entry(module: ModuleType, monkeypatch: pytest.MonkeyPatch) -> None:
    measured = figures(70.0) | {"statement": {"f1": 70.0, "p": 70.0, "r": 70.0, "gold": 1000}}
    floors = module.pin({}, "set", ROWS, measured, False)
    monkeypatch.setattr(module, "has_tiles", lambda: not floors["set"]["tiles"])
    lower = {f1: measured | {"statement": measured["statement"] | {"f1": f1}} for f1 in (69.5, 69.4)}
    assert module.compare(floors, "set", ROWS, lower[69.5]) == []
    assert module.compare(floors, "set", ROWS, lower[69.4]) == ["set: statement is 69.4, its floor 70.0"]


def test_a_card_gets_its_table(module: ModuleType, tmp_path: Path) -> None:
    card = tmp_path / "card.md"
    card.write_text("# Card\n\n<!-- figures set -->\nthe former table\n<!-- end of figures -->\n\nmore\n", encoding="utf8")
    module.fill_card(card, "set", figures(70.0), "onrecord-1")
    text = card.read_text(encoding="utf8")
    assert "| statement | 70.0 | 70.0 | 70.0 | 1 |" in text
    assert "former" not in text
    assert text.endswith("more\n")
