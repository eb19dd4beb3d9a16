"""The bench of the formats sees a report that is wrong, and passes one that is right."""

from __future__ import annotations

import importlib.util
import json
import sys
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from types import ModuleType
from typing import Any

import pytest
from reporting_samples import outcome, some_findings, written

from kerjasama_check.checking.rulebook import load_rulebook

BENCH = Path(__file__).resolve().parents[2] / "bench/workflow.py"
ONE = outcome(findings=tuple(replace(one, fingerprint=str(number)) for number, one in enumerate(some_findings())))
FACTS: dict[str, Any] = {"book": load_rulebook(), "root": Path.cwd()}
Change = Callable[[str], str]


@pytest.fixture(scope="module")
def bench() -> ModuleType:
    spec = importlib.util.spec_from_file_location("workflow_bench", BENCH)
    assert spec and spec.loader
    module = importlib.util.module_from_spec(spec)
    sys.modules[spec.name] = module
    spec.loader.exec_module(module)
    return module


def faults(bench: ModuleType, folder: Path, form: str, change: Change = str) -> list[str]:
    path = folder / "report"
    path.write_text(change(written(form, ONE, **FACTS)), encoding="utf-8", newline="\n")
    report = json.loads(path.read_text(encoding="utf-8") if form == "json" else written("json", ONE, **FACTS))
    return list(bench.FAULTS[form](path, report))


@pytest.mark.parametrize("form", ["json", "sarif", "junit", "gitlab", "csv", "html"])
def test_a_right_report_passes(bench: ModuleType, tmp_path: Path, form: str) -> None:
    assert faults(bench, tmp_path, form) == []


@pytest.mark.parametrize(
    ("form", "change"),
    [
        ("json", lambda text: text.replace('"force": "law"', '"force": "habit"')),
        ("json", lambda text: text.replace('"advice": ', '"advise": ')),
        ("sarif", lambda text: text.replace('"startLine": 12', '"startLine": 0')),
        ("sarif", lambda text: text.replace('"level": "error"', '"level": "fatal"')),
        ("sarif", lambda text: text.replace('"ruleIndex": ', '"ruleIndex": 1')),
        ("junit", lambda text: text.replace('name="ANG-01 ', 'name="ANG-99 ')),
        ("gitlab", lambda text: text.replace('"begin": 12', '"begin": "12"')),
        ("gitlab", lambda text: "[]"),
        ("csv", lambda text: text.replace("Biaya tidak dibatasi.", "=1+1")),
        ("html", lambda text: text.replace("</article>", "", 1)),
        ("html", lambda text: text.replace("<main", '<img src="https://jauh.example/x.png"><main')),
    ],
)
def test_a_wrong_report_is_seen(bench: ModuleType, tmp_path: Path, form: str, change: Change) -> None:
    assert faults(bench, tmp_path, form, change) != []
