"""`check --balance` and `show --balance`."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path

SAMPLE = Path(__file__).resolve().parents[2] / "samples" / "perjanjian-kerja-sama-lapas.docx"
Cli = Callable[..., tuple[int, str, str]]


def test_check_shows_the_balance_when_it_is_asked_for(cli: Cli) -> None:
    _, plain, _ = cli("check", SAMPLE)
    code, out, _ = cli("check", SAMPLE, "--balance")
    assert code == 0 and "Neraca Para Pihak" in out and "Neraca" not in plain
    assert "menyediakan ruang kerja" in out


def test_check_json_carries_the_rows(cli: Cli) -> None:
    _, out, _ = cli("check", SAMPLE, "--balance", "--format", "json")
    rows = json.loads(out)["documents"][0]["obligations"]
    assert rows[0]["parties"] == ["PIHAK KESATU"] and rows[0]["modality"] == "hak"
    _, out, _ = cli("check", SAMPLE, "--format", "json")
    assert json.loads(out)["documents"][0]["obligations"] is None


def test_show_puts_the_balance_in_place_of_the_tree(cli: Cli) -> None:
    code, out, _ = cli("show", SAMPLE, "--balance", "--lang", "en")
    assert code == 0 and "Balance of the parties" in out and "Duties (3)" in out
    assert "Pasal 1" not in out.splitlines()[1]
