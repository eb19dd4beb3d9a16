"""Globs: the same answer on Windows and elsewhere."""

from __future__ import annotations

from pathlib import Path, PurePosixPath, PureWindowsPath

import pytest

from kerjasama_check.settings.globs import common_folder, is_name, matches, name_of, relative_to


@pytest.mark.parametrize(
    ("patterns", "path", "fits"),
    [
        (("*.docx",), "arsip/2019/a.docx", True),
        (("*.docx",), "arsip/2019/A.DOCX", True),
        (("arsip/",), "arsip/2019/a.docx", True),
        (("Arsip\\2019\\*.docx",), "arsip/2019/a.docx", True),
        (("/a.docx",), "arsip/a.docx", False),
        (("arsip/**",), "lain/arsip/a.docx", False),
        (("**/arsip/**",), "lain/arsip/a.docx", True),
        (("*.docx", "!penting.docx"), "penting.docx", False),
        (("draf ?.docx",), "draf 1.docx", True),
    ],
)
def test_patterns(patterns: tuple[str, ...], path: str, fits: bool) -> None:
    assert matches(patterns, path) is fits


def test_a_folder_is_told_from_a_file() -> None:
    assert matches(("lama/",), "lama", folder=True)
    assert not matches(("lama/",), "lama")


def test_paths_of_windows_and_posix_are_matched_alike() -> None:
    windows = relative_to(PureWindowsPath(r"D:\Kantor\Arsip\2019\Nota.docx"), PureWindowsPath(r"d:\kantor"))
    posix = relative_to(PurePosixPath("/kantor/Arsip/2019/Nota.docx"), PurePosixPath("/kantor"))
    assert windows == posix == "Arsip/2019/Nota.docx"
    for pattern in ("arsip/2019/*.docx", "Arsip\\2019\\", "/ARSIP/**"):
        assert matches((pattern,), windows)
    share = relative_to(PureWindowsPath(r"\\server\berbagi\mou\a.docx"), PureWindowsPath(r"\\server\berbagi"))
    assert share == "mou/a.docx"
    assert relative_to(PureWindowsPath(r"E:\a.docx"), PureWindowsPath("D:\\")) is None


@pytest.mark.parametrize(
    "name", ["draf [final].docx", "a*b?.docx", "#1 !.docx", "!x.docx", "sub/ü [1].pdf", "a b .docx"]
)
def test_a_name_fits_itself_and_nothing_else(name: str) -> None:
    pattern = name_of(name)
    assert is_name(pattern)
    assert matches((pattern,), name)
    assert not matches((pattern,), "x" + name) and not matches((pattern,), f"sub2/{name}")


def test_what_is_no_name() -> None:
    for pattern in ("*.docx", "arsip/", "arsip\\", "a?.docx", "[ab].docx", "!a.docx"):
        assert not is_name(pattern)


def test_the_folder_of_a_run(tmp_path: Path) -> None:
    (tmp_path / "a/b").mkdir(parents=True)
    (tmp_path / "a/c.txt").touch()
    assert common_folder([tmp_path / "a/b", tmp_path / "a/c.txt"]) == tmp_path / "a"
    assert common_folder([tmp_path / "a/c.txt"]) == tmp_path / "a"
    assert common_folder([]) == Path.cwd()
