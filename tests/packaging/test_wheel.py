"""The wheel carries the program, its rules and nothing else, and works by itself."""

from __future__ import annotations

import os
import subprocess
import sys
import zipfile
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]


@pytest.fixture(scope="module")
def wheel(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("dist")
    code = "import sys; from hatchling.build import build_wheel; build_wheel(sys.argv[1])"
    subprocess.run([sys.executable, "-c", code, str(folder)], cwd=ROOT, check=True, capture_output=True)
    return next(folder.glob("kerjasama_check-*.whl"))


@pytest.fixture(scope="module")
def unpacked(wheel: Path) -> Path:
    folder = wheel.parent / "unpacked"
    with zipfile.ZipFile(wheel) as package:
        package.extractall(folder)
    return folder


def run(unpacked: Path, *arguments: str) -> subprocess.CompletedProcess[str]:
    plain = {name: value for name, value in os.environ.items() if not name.startswith("KERJASAMA_CHECK_")}
    return subprocess.run(
        [sys.executable, *arguments],
        env={**plain, "PYTHONPATH": str(unpacked), "PYTHONUTF8": "1"},
        capture_output=True,
        text=True,
        encoding="utf-8",
        cwd=unpacked.parent,
        check=False,
    )


def test_it_carries_every_rule_file_as_it_is(wheel: Path) -> None:
    kept = {
        path.relative_to(ROOT).as_posix(): path.read_bytes() for path in (ROOT / "rules").rglob("*") if path.is_file()
    }
    assert any(name.endswith("regulasi.yaml") for name in kept)
    with zipfile.ZipFile(wheel) as package:
        names = {name for name in package.namelist() if name.startswith("kerjasama_check/rules/")}
        assert {name.removeprefix("kerjasama_check/"): package.read(name) for name in names} == kept


def test_it_carries_the_package_and_nothing_beside_it(wheel: Path) -> None:
    code = {
        path.relative_to(ROOT).as_posix()
        for path in (ROOT / "kerjasama_check").rglob("*")
        if path.is_file() and path.suffix != ".pyc"
    }
    assert {"page.css", "page.js", "lembar-periksa.md", "lembar-periksa.docx"} <= {Path(name).name for name in code}
    with zipfile.ZipFile(wheel) as package:
        names = set(package.namelist())
        metadata = next(package.read(name).decode() for name in names if name.endswith("/METADATA"))
        entries = next(package.read(name).decode() for name in names if name.endswith("/entry_points.txt"))
    assert code <= names
    assert {name.partition("/")[0].partition("-")[0] for name in names} == {"kerjasama_check"}
    assert any(name.endswith("/licenses/LICENSE") for name in names)
    assert "License-Expression: Apache-2.0" in metadata and "Requires-Python: >=3.11" in metadata
    assert "kerjasama-check = kerjasama_check.cli:main" in entries


def test_the_console_script_points_at_a_function() -> None:
    from importlib.metadata import EntryPoint

    from kerjasama_check.cli import main

    assert EntryPoint("kerjasama-check", "kerjasama_check.cli:main", "console_scripts").load() is main


def test_it_runs_from_anywhere(unpacked: Path) -> None:
    where = run(unpacked, "-c", "import kerjasama_check; print(kerjasama_check.__file__)").stdout.strip()
    assert Path(where).is_relative_to(unpacked)
    assert run(unpacked, "-m", "kerjasama_check", "--version").stdout.startswith("kerjasama-check ")
    checked = run(
        unpacked, "-m", "kerjasama_check", "check", str(ROOT / "samples/cacat-rujukan.docx"), "--format", "text"
    )
    assert checked.returncode == 1 and "RUJ-01" in checked.stdout


def test_its_rules_are_those_of_the_repository(unpacked: Path) -> None:
    digest = "from kerjasama_check.checking.rulebook import load_rulebook; print(load_rulebook().digest)"
    here = subprocess.run([sys.executable, "-c", digest], cwd=ROOT, capture_output=True, text=True, check=True).stdout
    assert run(unpacked, "-c", digest).stdout == here
