"""What stands beside the weights of a reading model, and what the model is called: told without loading what reads."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

from onrecord.errors import ModelError

SHIPPED = Path(__file__).parents[1] / "model"
#: A statement is kept from this confidence on: below, most are none (PolNeAR and talks development sets).
SURE = 0.38


def describe_model(folder: Path = SHIPPED) -> dict[str, Any]:
    """What `model.json` in a folder says.

    Raises:
        ModelError: it is not there, or is not JSON.
    """
    try:
        described: dict[str, Any] = json.loads((folder / "model.json").read_text(encoding="utf8"))
    except (OSError, ValueError) as error:
        raise ModelError(str(folder), f"no reading model here ({error}); install onrecord again or train one") from error
    return described


def name_model(weights: str, sure: float, issues: str = "") -> str:
    """The version of the weights, with the limit of confidence and the digest of the issues where they are not the usual ones."""
    limit = f"-{sure:g}" if sure != SURE else ""
    return weights + limit + (f"-{issues}" if issues else "")
