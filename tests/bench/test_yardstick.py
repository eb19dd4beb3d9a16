"""When the accuracy bench counts an answer as right, on own small records."""

from __future__ import annotations

import importlib.util
import sys
from pathlib import Path
from types import ModuleType
from typing import Any

import pytest

BENCH = Path(__file__).resolve().parents[2] / "bench"


def load(name: str) -> ModuleType:
    spec = importlib.util.spec_from_file_location(name, BENCH / f"{name}.py")
    assert spec and spec.loader
    module = importlib.util.module_from_spec(spec)
    sys.modules[name] = module
    spec.loader.exec_module(module)
    return module


yardstick = load("yardstick")

GOLD: dict[str, Any] = {
    "file": "pks/contoh.pdf",
    "kind": "perjanjian-kerja-sama",
    "template": False,
    "subject": "PELATIHAN KERJA",
    "numbers": ["12/PKS/2024", None, "7/YHL/2024"],
    "date": "2024-03-05",
    "place": "Kota Maju",
    "parties": [
        {
            "label": "PIHAK KESATU",
            "institution": "Dinas Sosial",
            "representative": "Dr. Sari, S.H.",
            "office": "Kepala",
        },
        {"label": "PIHAK KEDUA", "institution": "Yayasan Harapan", "representative": None, "office": None},
    ],
    "recitals": 2,
    "legal_bases": 1,
    "annexes": 0,
    "articles": [
        {"number": 1, "heading": "MAKSUD", "clauses": ["maksud-tujuan"], "paragraphs": 2},
        {"number": 2, "heading": "BIAYA", "clauses": ["pembiayaan", "jangka-waktu"], "paragraphs": 0},
    ],
    "copies": 2,
    "signatures": [{"label": "PIHAK KESATU", "name": "Sari"}, {"label": "Mengetahui", "name": "Lurah Maju"}],
    "term_months": 12,
    "start": None,
    "end": "2025-03-04",
    "amounts": [1000, 1000],
    "findings": [{"rule": "BHS-01"}, {"rule": "STR-10"}],
    "unsure": ["parties[1].sector", "findings[1]"],
}


def answer() -> dict[str, Any]:
    """What a program says that reads everything right."""
    return {
        "state": "checked",
        **{key: GOLD[key] for key in ("kind", "subject", "numbers", "date", "place", "copies")},
        "parties": [
            {
                "label": "PIHAK KESATU",
                "institution": "DINAS SOSIAL",
                "representative": "SARI",
                "office": "Kepala Dinas Sosial",
            },
            {
                "label": "PIHAK KEDUA",
                "institution": "Yayasan Harapan",
                "representative": "X",
                "office": None,
                "sector": "y",
            },
        ],
        "recitals": ["bahwa a", "bahwa b"],
        "legal_bases": ["UU"],
        "annexes": [],
        "articles": [
            {
                "number": 1,
                "heading": "Maksud",
                "clauses": ["maksud-tujuan"],
                "paragraphs": [{"label": "(1)"}, {"label": "(2)"}],
            },
            {
                "number": 2,
                "heading": "BIAYA",
                "clauses": ["jangka-waktu", "pembiayaan"],
                "paragraphs": [{"label": None}],
            },
        ],
        "signatures": [{"name": "SARI, S.H."}],
        "term": {"months": 12, "start": None, "end": "2025-03-04"},
        "amounts": [{"value": 1000}, {"value": 1000}],
    }


def wrong(said: dict[str, Any], gold: dict[str, Any] = GOLD) -> list[str]:
    """The fields that are not right, clause kinds as found/wrong/missed."""
    marks = list(yardstick.score(gold, said, 0.8))
    told = [mark.field for mark in marks if isinstance(mark, yardstick.Mark) and not mark.right]
    clauses = [mark for mark in marks if isinstance(mark, yardstick.ClauseMark) and (mark.wrong or mark.missed)]
    return told + [f"clauses {mark.found}/{mark.wrong}/{mark.missed}" for mark in clauses]


def test_a_right_answer_is_right_in_every_field() -> None:
    said = answer()
    said["parties"][0]["sector"] = None
    assert wrong(said) == []


CHANGES: list[tuple[dict[str, Any], list[str]]] = [
    ({"state": "crashed"}, ["runs"]),
    ({"kind": "surat-perjanjian"}, ["kind", "family"]),
    ({"kind": None}, ["kind", "family"]),
    ({"subject": "PELATIHAN KERIA"}, []),
    ({"subject": "PENELITIAN"}, ["subject"]),
    ({"subject": None}, ["subject"]),
    ({"place": "Maju"}, []),
    ({"place": None}, ["place"]),
    ({"date": None}, ["date"]),
    ({"numbers": ["12/PKS/2024", "7/YHL/2024"]}, []),
    ({"numbers": ["7/YHL/2024", "12/PKS/2024"]}, ["numbers"]),
    ({"numbers": ["12/PKS/2024"]}, ["numbers"]),
    ({"recitals": ["bahwa"]}, ["recitals"]),
    ({"annexes": None}, ["annexes"]),
    ({"amounts": [{"value": 1000}]}, ["amounts"]),
    ({"amounts": None}, ["amounts"]),
    ({"copies": None}, ["copies"]),
    ({"term": None}, ["term-months", "term-start", "term-end"]),
    ({"signatures": [{"name": "SARI"}, {"name": "Lurah Maju"}]}, []),
    ({"signatures": []}, ["signature-names"]),
    ({"signatures": [{"name": "SARI"}, {"name": "Orang Lain"}]}, ["signature-names"]),
]


@pytest.mark.parametrize(("change", "expected"), CHANGES)
def test_one_wrong_value_is_one_miss(change: dict[str, Any], expected: list[str]) -> None:
    said = answer() | change
    said["parties"][0]["sector"] = None
    assert wrong(said) == expected


def test_an_answer_that_is_no_object_misses_everything() -> None:
    assert {"runs", "kind", "date", "party-count", "article-sequence", "term-start", "place"} <= set(wrong({}))


def test_parties_are_compared_by_place() -> None:
    said = answer()
    said["parties"].reverse()
    assert set(wrong(said)) == {
        f"party-{key}" for key in ("label", "institution", "representative", "office", "sector")
    }


def test_articles_pair_by_number_where_their_counts_differ() -> None:
    said = answer()
    said["parties"][0]["sector"] = None
    said["articles"] = [{"number": 9, "heading": "X", "clauses": ["penutup"], "paragraphs": []}, *said["articles"]]
    assert wrong(said) == ["article-sequence", "article-count", "clauses 0/1/0"]
    del said["articles"][:2]
    assert wrong(said)[:2] == ["article-sequence", "article-count"]
    assert "clauses 0/0/1" in wrong(said) and wrong(said).count("article-heading") == 1


def test_what_the_reader_was_unsure_of_is_not_asked_for() -> None:
    said = answer()
    said["parties"][0]["sector"] = None
    said["articles"][1]["clauses"] = ["sanksi"]
    assert wrong(said) == ["clause-first", "clauses 0/1/2"]
    assert wrong(said, GOLD | {"unsure": ["articles[1].clauses", "parties[1].sector"]}) == []
    assert wrong(answer() | {"parties": []}, GOLD | {"unsure": ["parties"]}) == []
    assert "article-sequence" not in wrong(answer() | {"articles": []}, GOLD | {"unsure": ["articles[0].number"]})


@pytest.mark.parametrize(
    ("name", "bare"),
    [
        ("Prof. Dr. Ir. H. Budi Santoso, M.Si., Ph.D.", "Budi Santoso"),
        ("SARI WULANDARI SE. MM", "SARI WULANDARI"),
        ("Kombes Pol Arif", "Arif"),
        ("Dr.Sari", "Sari"),
        ("S.H.", "S."),
    ],
)
def test_titles_do_not_belong_to_a_name(name: str, bare: str) -> None:
    assert yardstick.without_titles(name) == bare


def test_words_that_are_alike() -> None:
    assert yardstick.alike("PT Maju (Persero) Tbk", "PT MAJU", 0.9)
    assert yardstick.alike("Kementerian Hukum Republik Indonesia", "Kementerian Hukum", 0.9)
    assert yardstick.alike("", "", 0.9) and not yardstick.alike("", "a", 0.9)
    assert yardstick.alike(None, None, 0.9) and not yardstick.alike(None, "", 0.9)
    assert yardstick.same_label("Pihak Pertama (I)", "PIHAK PERTAMA") and not yardstick.same_label(
        "PIHAK I", "PIHAK KESATU"
    )
    assert yardstick.same_office("Rektor", "Rektor Universitas Maju", "Universitas Maju", 0.9)
    assert not yardstick.same_office("Dekan", "Rektor Universitas Maju", "Universitas Maju", 0.9)


def test_defects_that_are_named_count_once_per_rule() -> None:
    assert yardstick.found_rules(GOLD, {"BHS-01", "STR-10"}) == {"BHS-01": True}
    assert yardstick.found_rules(GOLD, set()) == {"BHS-01": False}
