"""Runs: which code and model read what and when, and what they could not read."""

from __future__ import annotations

from onrecord.web.places import PAGE, Asked, Place, Shown, Table


def list_runs(asked: Asked) -> Shown:
    """The runs of the record, the last first, each with its failures."""
    mark = asked.query.get("after", "")
    runs = asked.catalogue.runs(PAGE + 1, int(mark) if mark.isdecimal() else None)
    following = asked.link(after=str(runs[PAGE - 1].number)) if len(runs) > PAGE else None
    runs = runs[:PAGE]
    return Shown(
        "runs.html",
        "Runs and failures",
        {"runs": [run.to_json() for run in runs], "next": following},
        {"runs": runs, "following": following},
        Table(
            ("run", "started", "finished", "code", "model", "reports", "failed", "message"),
            lambda: [
                (r.number, r.started_at, r.finished_at, r.code, r.model, r.reports, failure and failure.path, failure and failure.message)
                for r in runs
                for failure in r.failures or (None,)
            ],
        ),
    )


PLACES = (Place("/runs", list_runs, csv=True),)
