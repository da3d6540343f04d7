"""`onrecord read`: reports into a record, or straight to JSON."""

from __future__ import annotations

import sys
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path

import click

from onrecord.cli.options import DEFAULT_RECORD, json_option
from onrecord.cli.output import echo_json
from onrecord.errors import ReportError
from onrecord.intake import Progress, Settings
from onrecord.record import Record, read_entries
from onrecord.wording import count

SOME_FAILED = 4


@click.command()
@click.argument("paths", nargs=-1, required=True, type=click.Path(path_type=Path), metavar="FILES|DIRS...")
@click.option(
    "--record",
    type=click.Path(path_type=Path),
    metavar="PATH",
    help=f"The record file; made if it is not there.  [default: {DEFAULT_RECORD}, and none with --json]",
)
@json_option
@click.option("--processes", type=click.IntRange(min=1), default=1, show_default=True, help="How many read at the same time.")
@click.option(
    "--confidence",
    type=click.FloatRange(0, 1),
    metavar="LIMIT",
    help="Leave out statements that the model is less sure of, from 0 to 1.  [default: the limit that was best in development]",
)
@click.option(
    "--actors",
    type=click.Path(path_type=Path),
    metavar="FILE",
    help="Your own actors, the offices they held and the sides they are on, as YAML; they outrank what is found out otherwise.",
)
@click.option(
    "--issues",
    type=click.Path(path_type=Path),
    metavar="FILE",
    help="Your own issues, in YAML.  [default: those of the talks guide]",
)
@click.pass_context
def read(
    ctx: click.Context,
    paths: tuple[Path, ...],
    record: Path | None,
    as_json: bool,
    processes: int,
    confidence: float | None,
    actors: Path | None,
    issues: Path | None,
) -> None:
    """Read reports: plain text, Markdown, HTML, JSON lines; folders to any depth.

    It can be stopped at any moment and run again: nothing is lost or doubled. With --json, everything that is found
    in each report is printed; without --record as well, no record is kept.

    \b
    Example:
      onrecord read news/ extra/report.html --record talks.db
      onrecord read sample/courier.md --json
    """
    settings = Settings(confidence, issues, actors)
    if as_json and record is None:
        failed = _print_entries(paths, processes, settings)
    else:
        failed = _fill_record(paths, record or DEFAULT_RECORD, as_json, processes, settings)
    if failed:
        ctx.exit(SOME_FAILED)


def _print_entries(paths: Sequence[Path], processes: int, settings: Settings) -> bool:
    failed = False
    with watch() as progress:
        outcomes = list(read_entries(paths, processes, progress, settings))
    for outcome in outcomes:
        if isinstance(outcome, ReportError):
            click.echo(f"Failed: {outcome}", err=True)
            failed = True
        else:
            echo_json(outcome)
    return failed


def _fill_record(paths: Sequence[Path], path: Path, as_json: bool, processes: int, settings: Settings) -> bool:
    with Record.open(path) as record:
        with watch() as progress:
            summary = record.read(paths, processes, progress, settings)
        for failure in summary.failures:
            click.echo(f"Failed: {failure}", err=True)
        if as_json:
            for report in summary.ids:
                echo_json(record.report(report))
    found = ", ".join((count(summary.statements, "statement"), count(summary.contacts, "contact")))
    rest = f"{summary.unchanged} unchanged, {len(summary.failures)} failed"
    click.echo(f"{path}: {count(summary.reports, 'report')} read ({found}), {rest}", err=True)
    return bool(summary.failures)


@contextmanager
def watch() -> Iterator[Progress | None]:
    """Show how far the reading is, on a terminal."""
    if not sys.stderr.isatty():
        yield None
        return
    from rich.console import Console
    from rich.markup import escape

    done = 0
    with Console(stderr=True).status("Reading") as status:

        def advance(name: str) -> None:
            nonlocal done
            done += 1
            status.update(f"{count(done, 'report')} done, last {escape(name)}")

        yield advance
