"""The pages tell the same story as the program: their commands are run, their files written, their outputs compared."""

from __future__ import annotations

import re
from pathlib import Path

import examples
import pytest

ROOT = Path(__file__).resolve().parents[2]
SHOWING = sorted(
    path.name
    for path in (ROOT / "docs").glob("*.md")
    if re.search(r"^```(sh|console)", path.read_text(encoding="utf-8"), re.MULTILINE)
)


def follow(page: str, folder: Path) -> examples.Outcome:
    examples.prepare(folder)
    return examples.follow(page, folder)


@pytest.mark.parametrize("name", SHOWING)
def test_a_page_does_what_it_says(name: str, tmp_path: Path) -> None:
    """Mend a page that shows an old output with: python docs/refresh.py"""
    outcome = follow((ROOT / "docs" / name).read_text(encoding="utf-8"), tmp_path)
    assert outcome.runs and outcome.faults == []


def test_the_pages_for_users_are_among_them() -> None:
    assert {"mulai-cepat.md", "mulai-di-kantor.md", "panduan-pengguna.md", "aturan-sendiri.md"} <= set(SHOWING)


@pytest.mark.parametrize(
    "page",
    [
        "```sh\nkerjasama-check check tidak-ada.docx\n```\n",
        "```sh\nkerjasama-check chek draf.docx\n```\n",
        "```sh\nkerjasama-check show draf.docx # kode keluar 3\n```\n",
        "```sh\nrm -rf draf.docx\n```\n",
        "```console\n$ kerjasama-check check draf.docx --format text\ndraf.docx: tidak ada temuan\n```\n",
        '```toml title="kerjasama-check.toml"\nprofil = "umum"\n```\n```sh\nkerjasama-check check draf.docx\n```\n',
    ],
)
def test_a_page_that_says_something_else_is_seen(page: str, tmp_path: Path) -> None:
    assert follow(page, tmp_path).faults != []


def test_an_expected_failure_is_none(tmp_path: Path) -> None:
    assert follow("```sh\nkerjasama-check chek # kode keluar 2\n```\n", tmp_path).faults == []


def test_an_output_is_written_anew_and_the_rest_left_alone(tmp_path: Path) -> None:
    page = "# Judul\n\n```console\n$ kerjasama-check --version\nlama\n```\n\nSesudahnya.\n"
    outcome = follow(page, tmp_path)
    version = re.search(r"kerjasama-check (\d+\.\d+\.\d+)", outcome.text)
    assert version and outcome.text == page.replace("lama", version[0])


def test_an_end_that_is_over_by_now_still_serves_as_an_example(tmp_path: Path) -> None:
    line = 'kerjasama-check suppress ANK-04 draf.docx --reason "disepakati" --until 2020-01-31'
    assert follow(f"```sh\n{line}\n```\n", tmp_path).faults == []
    assert "2020-01-31" not in (tmp_path / "suppressions.toml").read_text(encoding="utf-8")
