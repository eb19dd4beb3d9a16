"""The bench of fingerprints: its edits are what they say, and it tells stable fingerprints from others."""

from __future__ import annotations

import hashlib
import importlib.util
import re
import sys
from pathlib import Path
from types import ModuleType
from typing import Any

import pytest

from kerjasama_check.checking import engine

ROOT = Path(__file__).resolve().parents[2]


@pytest.fixture(scope="module")
def bench() -> ModuleType:
    spec = importlib.util.spec_from_file_location("bench_fingerprints", ROOT / "bench/fingerprints.py")
    assert spec and spec.loader
    module = importlib.util.module_from_spec(spec)
    sys.modules[spec.name] = module
    spec.loader.exec_module(module)
    return module


@pytest.fixture(scope="module")
def text(bench: ModuleType) -> str:
    drafts: dict[str, str] = bench.drafts(bench.load_maker())
    assert len(drafts) >= bench.LEAST_DRAFTS
    return drafts["nota-kesepahaman-ditaburi"]


def test_edits_change_one_thing_and_references_follow(bench: ModuleType, text: str) -> None:
    made = list(bench.edits(text, {"PENUTUP"}, seed=3))
    assert {edit.kind for edit in made} == {
        "insert an article",
        "reword a neighbour",
        "add an alike fault",
        "remove a neighbour",
        "swap two articles",
    }
    number = len(bench.articles(text)[1])
    for edit in made:
        more = {"insert an article": 1, "add an alike fault": 1, "remove a neighbour": -1}.get(edit.kind, 0)
        assert edit.text != text and len(bench.articles(edit.text)[1]) == number + more
        assert re.findall(r"Pasal \d\d\b", edit.text) == re.findall(r"Pasal \d\d\b", text)  # faults stay
    parts = ["Pasal: A\nlihat Pasal 2 dan Pasal 3.\n", "Pasal: N\n", "Pasal: B\nlihat Pasal 1.\n"]
    assert bench.shifted(parts, [1, None, 2, 3])[0] == "Pasal: A\nlihat Pasal 3 dan Pasal 4.\n"


def _figures(bench: ModuleType, text: str, folder: Path) -> Any:
    made = bench.Bench(folder)
    made.draft("draf", text, 3)
    return made.figures


def test_ours_are_kept_and_others_are_found_out(
    bench: ModuleType, text: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    ours = _figures(bench, text, tmp_path)
    assert ours.edits >= 15 and ours.untouched > 80
    assert ours.share >= bench.LEAST_KEPT and ours.shared == 0
    assert not ours.holds  # one draft is not enough

    def by_place(rule: str, variant: str | None, spot: Any, *rest: Any, **named: Any) -> str:
        return hashlib.sha256(f"{rule} {variant} {spot.provision} {spot.quote} {rest[1:2]}".encode()).hexdigest()[:16]

    monkeypatch.setattr(engine, "fingerprint", by_place)
    assert _figures(bench, text, tmp_path).share < 0.9
    monkeypatch.setattr(engine, "fingerprint", lambda rule, *rest, **named: rule)
    assert _figures(bench, text, tmp_path).shared > 0
