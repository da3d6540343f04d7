import json
import os
import subprocess
import sys
from pathlib import Path

import pytest
from click.testing import Result

import onrecord.record
from onrecord.errors import ModelError
from onrecord.intake import DEFAULT, Settings
from tests.cli.conftest import Run


def lines(result: Result) -> list[dict[str, object]]:
    assert result.exit_code == 0, result.stderr
    return [json.loads(line) for line in result.stdout.splitlines()]


@pytest.mark.parametrize(
    "command",
    [
        (),
        ("read",),
        ("show",),
        ("list",),
        ("list", "statements"),
        ("list", "contacts"),
        ("list", "actors"),
        ("contacts",),
        ("search",),
        ("serve",),
        ("verify",),
    ],
)
def test_every_help_has_an_example(run: Run, command: tuple[str, ...]) -> None:
    result = run(*command, "--help")
    assert result.exit_code == 0
    assert "Example:\n    onrecord" in result.stdout


def test_help_loads_nothing_heavy() -> None:
    heavy = {"numpy", "onnxruntime", "openvino", "tokenizers", "trafilatura", "lxml", "yaml", "markdown_it", "rich", "rapidfuzz",
             "starlette", "jinja2", "uvicorn", "onrecord.web"}  # fmt: skip
    code = f"import sys, onrecord.cli; print(*sorted({heavy} & set(sys.modules)))"
    assert subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True).stdout == "\n"


@pytest.mark.parametrize("module", ["onrecord", "onrecord.cli"])
def test_it_is_a_module(module: str) -> None:
    done = subprocess.run([sys.executable, "-m", module, "--version"], capture_output=True, text=True, check=True)
    assert done.stdout.startswith("onrecord, version ")


def test_read_fills_a_record_and_says_so_on_standard_error(run: Run, news: Path) -> None:
    result = run("read", news)
    assert (result.exit_code, result.stdout) == (0, "")
    assert result.stderr == "onrecord.db: 2 reports read (3 statements, 1 contact), 0 unchanged, 0 failed\n"
    assert "0 reports read (0 statements, 0 contacts), 2 unchanged" in run("read", news).stderr


def test_read_as_json_needs_no_record(run: Run, news: Path) -> None:
    found = lines(run("read", news / "strand.md", news / "kostan.md", "--json"))
    assert [row["report"]["name"] for row in found] == ["strand", "kostan"]  # type: ignore[index]
    assert {row["schema"] for row in found} == {"onrecord/1"}
    assert not list(Path().iterdir())


def test_read_as_json_into_a_record_prints_new_and_known_reports(run: Run, news: Path) -> None:
    assert run("read", news / "kostan.md", "--record", "talks.db").exit_code == 0
    paths = (news / "strand.md", news / "kostan.md")
    into = lines(run("read", *paths, "--json", "--record", "talks.db"))
    assert into == lines(run("read", *paths, "--json"))


@pytest.mark.parametrize("options", [(), ("--json",)])
def test_an_unreadable_file_is_one_line_and_the_rest_goes_on(run: Run, news: Path, options: tuple[str, ...]) -> None:
    (news / "binary.txt").write_bytes(b"\0\1")
    result = run("read", tmp := news / "missing.txt", news, *options)
    assert result.exit_code == 4
    failures = [line for line in result.stderr.splitlines() if line.startswith("Failed: ")]
    assert [line.split(": ")[1] for line in failures] == [str(tmp), str(news / "binary.txt")]
    assert len(result.stdout.splitlines()) == (2 if options else 0)
    assert options or "2 reports read" in result.stderr


def test_settings_reach_the_reader(run: Run, news: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    issues = tmp_path / "issues.yaml"
    issues.write_text("bells: {words: [bell]}", encoding="utf8")
    asked: list[Settings] = []
    reader = onrecord.intake.load_reader()

    def load(threads: int = 0, settings: Settings = DEFAULT) -> object:
        asked.append(settings)
        return reader

    monkeypatch.setattr("onrecord.intake.load_reader", load)
    assert run("read", news, "--confidence", "0.7", "--issues", issues).exit_code == 0
    assert set(asked) == {Settings(0.7, issues)}
    assert run("read", news, "--confidence", "1.5").exit_code == 2


def test_a_missing_model_is_one_line(run: Run, news: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def fail(*_: object) -> None:
        raise ModelError("model", "is not there; install it")

    monkeypatch.setattr("onrecord.intake.load_reader", fail)
    for options in ([], ["--json"]):
        result = run("read", news, *options)
        assert (result.exit_code, result.stdout, result.stderr) == (1, "", "Error: model: is not there; install it\n")


def test_show_marks_the_contents_and_gives_every_statement(filled: Run) -> None:
    shown = filled("show", "strand").stdout
    assert "Ivo Strand said ⟦1 that the café would open⟧, the Courier reports." in shown
    assert "[1] Ivo Strand is reported by Courier to have said, by 2031-03-15 (published)" in shown
    assert "[2] Mirela Kostan (Orvania) said, on 2031-03-14 (stated: “2031-03-14”)" in shown
    assert "Mirela Kostan … said … ⟦that the list was short⟧" in shown
    assert "via Courier (“Courier”)" in shown
    assert "indirect · act: report · issue: talks · stance: none · confidence 0.50" in shown
    assert "call, held: Ivo Strand, Mirela Kostan; on 2031-03-11" in filled("show", "kostan").stdout
    assert "\x1b" not in shown


def test_show_as_json_is_the_record_json(filled: Run, news: Path) -> None:
    assert lines(filled("show", "https://courier.example/1", "--json")) == lines(filled("read", news / "kostan.md", "--json"))


def test_an_unknown_report_is_a_bad_question(filled: Run) -> None:
    result = filled("show", "nothing")
    assert (result.exit_code, result.stderr) == (2, "Error: nothing: is not the name, URL or id of a report in this record\n")


def test_list_passes_every_filter_on(filled: Run) -> None:
    def found(*arguments: str) -> int:
        return len(lines(filled("list", *arguments, "--json")))

    assert found("statements") == 3
    assert found("statements", "--speaker", "kostan", "--party", "Orvania", "--since", "2031-03-13", "--until", "2031-03-14") == 1
    assert found("statements", "--act", "report", "--issue", "talks", "--outlet", "Standard") == 2
    assert found("contacts", "--party", "Strand", "--kind", "call", "--status", "held", "--since", "2031-03-11") == 1
    assert found("contacts", "--status", "planned", "--outlet", "Courier", "--until", "2031-03-11") == 0
    assert found("actors", "--name", "Kostan", "--type", "person", "--party", "Orvania", "--outlet", "Courier") == 1


def test_lists_are_readable(filled: Run) -> None:
    assert "strand, Standard, 2031-03-15 · stm_" in filled("list", "statements").stdout
    assert "kostan, Courier, 2031-03-13 · cnt_" in filled("list", "contacts").stdout
    assert "Mirela Kostan (Orvania) · person · act_" in filled("list", "actors").stdout
    nothing = filled("list", "statements", "--speaker", "nobody")
    assert (nothing.exit_code, nothing.stdout, nothing.stderr) == (0, "", "Nothing in the record fits.\n")


@pytest.mark.parametrize("filters", [("--act", "shout"), ("--since", "yesterday"), ("--colour", "red")])
def test_a_filter_that_cannot_be_understood(filled: Run, filters: tuple[str, ...]) -> None:
    assert filled("list", "statements", *filters).exit_code == 2


def test_an_issue_that_nobody_speaks_of_is_told_with_those_that_there_are(filled: Run) -> None:
    result = filled("list", "statements", "--issue", "ferries")
    assert (result.exit_code, result.stderr) == (2, "Error: 'ferries': is the issue of no statement here; there are talks\n")


def test_search_finds_statements_and_paragraphs(filled: Run) -> None:
    statement, paragraph = lines(filled("search", "café", "open", "--json"))
    assert statement["statement"]
    assert paragraph["statement"] is None
    assert "to have said" in filled("search", "café").stdout
    assert filled("search", "submarine").stderr == "Nothing in the record has these words.\n"
    assert filled("search", "—").exit_code == 2


def test_verify(filled: Run) -> None:
    import sqlite3

    result = filled("verify")
    assert (result.exit_code, result.stdout) == (0, "")
    assert "everything is as it was recorded" in result.stderr
    db = sqlite3.connect("onrecord.db")
    with db:
        db.execute("UPDATE evidence SET text = 'denied' WHERE role = 'cue' AND text = 'said'")
    db.close()
    result = filled("verify")
    assert result.exit_code == 3
    assert len(result.stdout.splitlines()) == 3
    assert "recorded 'denied', found 'said'" in result.stdout
    assert "onrecord.db: 3 differences" in result.stderr
    assert json.loads(filled("verify", "--json").stdout.splitlines()[0])["recorded"] == "denied"


@pytest.mark.parametrize(
    "command",
    [("read", "x.txt"), ("show", "x"), ("list", "statements"), ("list", "contacts"), ("list", "actors"), ("search", "x"), ("verify",)],
)
def test_a_record_that_cannot_be_used_is_one_line(run: Run, command: tuple[str, ...]) -> None:
    Path("notes.db").write_text("These are notes. " * 100)
    for path in ("notes.db", "missing/talks.db", "."):
        result = run(*command, "--record", path)
        assert (result.exit_code, result.stdout) == (1, "")
        assert result.stderr.startswith(f"Error: {path}: ")
        assert len(result.stderr.splitlines()) == 1


def test_a_read_only_folder_is_one_line(run: Run, news: Path) -> None:
    news.chmod(0o555)
    try:
        if os.access(news, os.W_OK):
            pytest.skip("this user may write everywhere")
        result = run("read", news, "--record", news / "talks.db")
        assert (result.exit_code, len(result.stderr.splitlines())) == (1, 1)
    finally:
        news.chmod(0o755)


def test_control_characters_of_a_report_do_not_reach_the_terminal(run: Run, news: Path) -> None:
    (news / "kostan.md").unlink()
    (news / "odd.txt").write_text("Ivo Strand said that \x1b[31mred was odd.\n")
    run("read", news)
    for command in (("show", "odd"), ("list", "statements"), ("search", "odd")):
        assert "\x1b" not in run(*command).stdout


def test_a_pipe_that_is_closed_early_is_no_crash(filled: Run) -> None:
    process = subprocess.Popen(
        [sys.executable, "-m", "onrecord", "list", "statements"], stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True
    )
    assert process.stdout is not None
    assert process.stderr is not None
    process.stdout.close()
    assert process.stderr.read() == ""
    process.stderr.close()
    assert process.wait() == 1


def test_output_is_utf_8_whatever_the_system_says(filled: Run) -> None:
    done = subprocess.run(
        [sys.executable, "-m", "onrecord", "show", "strand"],
        capture_output=True,
        env=os.environ | {"PYTHONIOENCODING": "ascii"},
        check=True,
    )
    assert "café" in done.stdout.decode()
