"""Every file of a folder is found once or counted as passed over."""

from __future__ import annotations

import os
import sys
from pathlib import Path

import pytest

from kerjasama_check.archive.walk import Keep, find


def _fill(folder: Path, *names: str) -> None:
    for name in names:
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text("x", encoding="utf-8")


def _names(folder: Path) -> list[str]:
    return [path.relative_to(folder).as_posix() for path in find([folder]).files]


def test_a_folder_is_walked_in_the_order_of_names(tmp_path: Path) -> None:
    _fill(tmp_path, "b.docx", "A.pdf", "sub/z.txt", "sub/deeper/y.docx", "c.DOCX")
    assert _names(tmp_path) == ["A.pdf", "b.docx", "c.DOCX", "sub/z.txt", "sub/deeper/y.docx"]


def test_what_is_passed_over_is_counted_by_cause(tmp_path: Path) -> None:
    _fill(tmp_path, "a.docx", ".hidden.docx", "~$a.docx", ".~lock.a.odt#", "table.xlsx", "photo.jpg", ".git/config")
    found = find([tmp_path])
    assert [path.name for path in found.files] == ["a.docx"]
    assert found.skipped == {"hidden": 2, "lock_files": 2, "unsupported": 2, "closed_folders": 0, "excluded": 0}


def test_what_the_settings_exclude_is_passed_over_and_counted(tmp_path: Path) -> None:
    _fill(tmp_path, "a.docx", "b.docx", "old/c.docx", "sub/a.docx", "table.xlsx")

    def keeper(folder: Path) -> Keep | None:
        return (lambda name, is_folder: name not in ("a.docx", "old")) if folder == tmp_path else None

    found = find([tmp_path, tmp_path / "a.docx"], keeper)
    shown = [path.relative_to(tmp_path).as_posix() for path in found.files]
    assert shown == ["b.docx", "sub/a.docx", "a.docx"]  # what is named is looked at all the same
    assert (found.skipped["excluded"], found.skipped["unsupported"]) == (2, 1)


def test_a_file_that_is_named_counts_whatever_it_is(tmp_path: Path) -> None:
    _fill(tmp_path, "table.xlsx", ".hidden.docx")
    named = [tmp_path / "table.xlsx", tmp_path / ".hidden.docx", tmp_path / "missing.docx", Path("-")]
    assert find(named).files == named


def test_a_file_given_twice_is_found_once(tmp_path: Path) -> None:
    _fill(tmp_path, "a.docx")
    again = tmp_path / "sub" / ".." / "a.docx"
    (tmp_path / "sub").mkdir()
    assert find([tmp_path / "a.docx", tmp_path, again]).files == [tmp_path / "a.docx"]


def _link(link: Path, target: Path) -> None:
    try:
        link.symlink_to(target, target_is_directory=target.is_dir())
    except OSError:
        pytest.skip("this system does not let the user make links")


def test_a_link_to_the_parent_does_not_go_round(tmp_path: Path) -> None:
    _fill(tmp_path, "sub/a.docx")
    _link(tmp_path / "sub" / "up", tmp_path)
    assert _names(tmp_path) == ["sub/a.docx"]


def test_a_linked_folder_is_entered(tmp_path: Path) -> None:
    _fill(tmp_path, "elsewhere/a.docx")
    (tmp_path / "archive").mkdir()
    _link(tmp_path / "archive" / "linked", tmp_path / "elsewhere")
    assert _names(tmp_path / "archive") == ["linked/a.docx"]


def test_a_folder_without_access_is_counted(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    _fill(tmp_path, "closed/a.docx", "b.docx")
    scan = os.scandir

    def guarded(path: Path) -> object:
        if Path(path).name == "closed":
            raise PermissionError(13, "Permission denied")
        return scan(path)

    monkeypatch.setattr(os, "scandir", guarded)
    found = find([tmp_path])
    assert [path.name for path in found.files] == ["b.docx"]
    assert found.skipped["closed_folders"] == 1


def test_a_pattern_that_the_shell_left_alone_is_resolved(tmp_path: Path) -> None:
    _fill(tmp_path, "b.docx", "a.docx", "~$a.docx", "c.pdf")
    found = find([tmp_path / "*.docx", tmp_path / "*.odt"])
    assert found.files == [tmp_path / "a.docx", tmp_path / "b.docx", tmp_path / "*.odt"]
    assert found.skipped["lock_files"] == 1


@pytest.mark.skipif(sys.platform == "win32", reason="no such name there")
def test_a_file_whose_name_looks_like_a_pattern_is_that_file(tmp_path: Path) -> None:
    _fill(tmp_path, "a*.docx", "ab.docx")
    assert find([tmp_path / "a*.docx"]).files == [tmp_path / "a*.docx"]
