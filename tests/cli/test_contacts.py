import json
from pathlib import Path

from click.testing import CliRunner, Result

from onrecord.cli import main
from tests.contacts import SIDES, Told, write

HELD = Told("talks", "held", SIDES, (10, 11), "Geneva", 2, 12, "courier", words="The second round ended in Geneva.")
AHEAD = Told("talks", "planned", SIDES, (40, 40), None, 3, 12, "courier", words="A third round is planned.")
CALL = Told(words="They spoke, for the first time in three years.", report="ledger")
DENIAL = Told(status="denied", per="Ivo Strand", words="There was no call.", report="ledger")


def ask(folder: Path, *arguments: str) -> Result:
    write(folder / "one.db", [[HELD, AHEAD], [CALL, DENIAL]])
    return CliRunner().invoke(main, ["contacts", "--record", str(folder / "one.db"), *arguments])


def test_each_contact_is_shown_once_with_who_says_so(tmp_path: Path) -> None:
    text = " ".join(ask(tmp_path).stdout.split())
    assert "talks (round 2), held: Orvania, Tamesh; place: Geneva; between 2031-03-10 and 2031-03-11" in text
    assert "call, held per The ledger; denied per Ivo Strand: Mirela Kostan (Orvania), Ivo Strand (Tamesh); on 2031-03-11" in text
    assert "“the first time in three years”, writes The ledger" in text


def test_what_is_planned_says_since_when_it_is(tmp_path: Path) -> None:
    text = " ".join(ask(tmp_path, "--status", "planned").stdout.split())
    assert text.startswith("talks (round 3), planned as of 2031-03-12: Orvania, Tamesh; on 2031-04-09")
    assert "held" not in text


def test_filters_add_up(tmp_path: Path) -> None:
    found = ask(tmp_path, "--party", "Kostan", "--party", "Tamesh", "--json")
    (row,) = map(json.loads, found.stdout.splitlines())
    assert (row["kind"], row["disputed"]) == ("call", True)
    assert ask(tmp_path, "--party", "Lendal").stderr == "Nothing in the record fits.\n"
    assert ask(tmp_path, "--at-least", "0").exit_code == 2
