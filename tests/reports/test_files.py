from pathlib import Path

import pytest

from onrecord.errors import ReportError
from onrecord.reports.files import find_files, load


def make(folder: Path, *names: str) -> None:
    for name in names:
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        (folder / name).write_text("A report.", "utf8")


def found_in(folder: Path) -> list[str]:
    return [str(path.relative_to(folder)) for path in find_files([folder])]


def test_folder_is_walked_in_the_order_of_names(tmp_path: Path) -> None:
    make(tmp_path, "b.txt", "a/z.md", "a/b/c.HTML", "c.jsonl", "d.htm", "e.markdown", "Z.txt")
    assert found_in(tmp_path) == ["Z.txt", "a/b/c.HTML", "a/z.md", "b.txt", "c.jsonl", "d.htm", "e.markdown"]


def test_hidden_files_and_other_suffixes_are_left_out(tmp_path: Path) -> None:
    make(tmp_path, "a.txt", ".b.txt", ".git/c.txt", "README", "photo.jpg", "talks.db")
    assert found_in(tmp_path) == ["a.txt"]


def test_named_files_are_taken_whatever_they_are_called(tmp_path: Path) -> None:
    make(tmp_path, ".hidden", "README", "a.txt")
    names = [tmp_path / "README", tmp_path / ".hidden", tmp_path / "README"]
    assert list(find_files(names)) == names


def test_links_are_followed_only_within_the_folder(tmp_path: Path) -> None:
    make(tmp_path, "news/a.txt", "news/more/b.txt", "elsewhere/c.txt")
    (tmp_path / "news" / "loop").symlink_to(tmp_path / "news")
    (tmp_path / "news" / "out.txt").symlink_to(tmp_path / "elsewhere" / "c.txt")
    (tmp_path / "news" / "same.txt").symlink_to(tmp_path / "news" / "a.txt")
    assert found_in(tmp_path / "news") == ["a.txt", "more/b.txt", "same.txt"]


def test_missing_path_is_told_before_anything_is_read(tmp_path: Path) -> None:
    make(tmp_path, "a.txt")
    with pytest.raises(ReportError, match="does not exist") as error:
        next(find_files([tmp_path / "a.txt", tmp_path / "missing.txt"]))
    assert error.value.subject == str(tmp_path / "missing.txt")


def test_broken_link_is_given_and_cannot_be_read(tmp_path: Path) -> None:
    (tmp_path / "a.txt").symlink_to(tmp_path / "gone.txt")
    (path,) = find_files([tmp_path])
    with pytest.raises(ReportError, match="cannot be read"):
        load(path)


def test_unlistable_folder_does_not_stop_the_others(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    make(tmp_path, "a.txt", "closed/b.txt", "d.txt")
    listed = Path.iterdir

    def refuse(path: Path) -> object:
        if path.name == "closed":
            raise PermissionError(13, "Permission denied")
        return listed(path)

    monkeypatch.setattr(Path, "iterdir", refuse)
    assert found_in(tmp_path) == ["a.txt", "closed", "d.txt"]
    with pytest.raises(ReportError, match="check that it is a folder whose files you may list"):
        load(tmp_path / "closed")


def test_unreadable_file_is_an_error(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    make(tmp_path, "a.txt")

    def refuse(path: Path) -> bytes:
        raise PermissionError(13, "Permission denied")

    monkeypatch.setattr(Path, "read_bytes", refuse)
    with pytest.raises(ReportError, match=r"a\.txt: cannot be read \(Permission denied\)"):
        load(tmp_path / "a.txt")


def test_file_is_loaded_as_it_is(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_bytes(b"\xff\r\n")
    assert load(tmp_path / "a.txt").data == b"\xff\r\n"
