"""The bench of mutations: its entries fit its drafts, its judgement is right, and a handful of mutants is found."""

from __future__ import annotations

import importlib.util
import sys
from pathlib import Path
from types import ModuleType

import pytest

BENCH = Path(__file__).resolve().parents[2] / "bench"


@pytest.fixture(scope="module")
def bench() -> ModuleType:
    spec = importlib.util.spec_from_file_location("mutations", BENCH / "mutations.py")
    assert spec and spec.loader
    module = importlib.util.module_from_spec(spec)
    sys.modules["mutations"] = module
    spec.loader.exec_module(module)
    return module


def test_every_entry_fits_its_draft_and_a_rule(bench: ModuleType) -> None:
    from kerjasama_check.archive.examine import rulebook

    texts, mutants = bench.drafts(), bench.mutants()
    assert all(mutant.text(texts) != texts[mutant.draft] or mutant.look for mutant in mutants)
    known = {rule.id for rule in rulebook().rules}
    assert {mutant.rule for mutant in mutants} | {rule for mutant in mutants for rule in mutant.also} <= known
    assert len(texts) >= 15 and len({mutant.rule for mutant in mutants}) >= 120
    assert sum(mutant.form == "pdf" for mutant in mutants) >= 0.15 * len(mutants)


def test_words_that_do_not_stand_there_once_are_refused(bench: ModuleType) -> None:
    mutant = bench.Mutant("angka", "ANK-01", "adendum", "…", change=(("PIHAK KESATU", "PIHAK PERTAMA"),))
    with pytest.raises(ValueError, match=r"says \d+ times “PIHAK KESATU”"):
        mutant.text(bench.drafts())


def test_only_what_is_new_counts(bench: ModuleType) -> None:
    mutant = bench.Mutant("angka", "ANK-01", "adendum", "…", also={"ANK-02": "the same number"})
    old = ("ANK-01", "error", "old")
    new = [("ANK-02", "warning", "b"), ("STR-10", "error", "c"), ("BHS-07", "info", "d")]
    missed = bench.judge(mutant, [old], [old, *new])
    assert (missed.detected, missed.explained, missed.collateral) == (False, ("ANK-02",), (new[1],))
    assert bench.judge(mutant, [old], [old, ("ANK-01", "error", "new")]).detected
    assert bench.judge(mutant, [old], [old, old]).detected  # once more


def test_a_figure_that_falls_short_is_told(bench: ModuleType) -> None:
    assert bench.short("detected, %", 96.9) and not bench.short("detected, %", 97.0)
    assert bench.short("collateral per mutant", 0.16) and not bench.short("collateral per mutant", 0.15)
    assert bench.short("findings on clean originals", 1)


def test_a_handful_of_mutants_is_found(bench: ModuleType) -> None:
    chosen = [mutant for mutant in bench.mutants() if mutant.form == "docx"][::23]
    assert len(chosen) >= 8
    outcomes, loud = bench.run(chosen, bench.drafts())
    assert loud == []
    assert list(bench.details(outcomes, loud)) == []
