"""docs/aturan-168.md tells of every candidate once, and truly."""

from __future__ import annotations

import re
from pathlib import Path

from kerjasama_check.checking.rulebook import load_rulebook

PAGE = Path(__file__).resolve().parents[2] / "docs" / "aturan-168.md"
ROW = re.compile(r"^\| ([A-Z]{3}-\d\d) \| (ada|belum|tidak dibuat) \| ([^|]+) \| ([^|]+) \|$", re.MULTILINE)
# How many candidates each family had.
FAMILIES = {
    "STR": 20, "AUT": 16, "EQU": 10, "ANG": 17, "KLA": 18, "WKT": 12, "SGK": 7, "RUJ": 10, "BHS": 15, "TND": 12,
    "ANK": 12, "PDP": 12, "INT": 7,
}  # fmt: skip


def rows() -> list[tuple[str, str, str, str]]:
    return ROW.findall(PAGE.read_text(encoding="utf-8"))


def test_every_candidate_stands_there_once() -> None:
    told = [row[0] for row in rows()]
    assert sorted(told) == sorted(set(told))
    wanted = {f"{family}-{number:02}" for family, count in FAMILIES.items() for number in range(1, count + 1)}
    assert len(wanted) == 168
    assert wanted <= set(told)


def test_what_is_there_is_said_to_be_there() -> None:
    built_in = {rule.id for rule in load_rulebook(cache=False).rules}
    assert {row[0] for row in rows() if row[1] == "ada"} == built_in


def test_what_is_left_out_has_a_reason() -> None:
    for name, state, title, why in rows():
        assert title.strip() and len(why.split()) >= (1 if state == "ada" else 4), name
