"""INT and BHS-14, BHS-15: languages and steps with foreign partners."""

from __future__ import annotations

import pytest
from rule_checks import NK, findings, rulebook

from kerjasama_check.checking.examples import parse_text
from kerjasama_check.checking.functions.international import _TWO_LANGUAGES, _pattern

ABROAD = ("Universitas Nusa Harapan", "University of Melbourne")
HOME = ("Universitas Nusa Harapan", "PT Cahaya Mandala Usaha")


def body(text: str) -> str:
    return f"Pasal 4\nPELAKSANAAN\n{text}"


@pytest.mark.parametrize(
    ("text", "two"),
    [
        ("dibuat dalam bahasa indonesia dan bahasa inggris", True),
        ("dibuat dalam bahasa inggris dan bahasa indonesia", True),
        ("done in the english and indonesian languages", True),
        ("a signed copy of the agreement in both languages", True),
        ("surat-menyurat memakai bahasa indonesia yang baku", False),
        ("all notices shall be in the english language", False),
    ],
)
def test_statements_of_two_languages(text: str, two: bool) -> None:
    assert bool(_pattern(_TWO_LANGUAGES).search(text)) is two


def test_a_foreign_version_is_asked_of_texts_with_foreign_parties_only() -> None:
    text = body("PARA PIHAK menyusun rencana kerja tahunan.")
    assert len(findings("BHS-15", text, parties=ABROAD)) == 1
    assert findings("BHS-15", text, parties=HOME) == []


def test_an_english_text_without_an_indonesian_side_is_none_of_our_business() -> None:
    example = next(e for e in rulebook().rule("BHS-14").examples if e.bad)  # type: ignore[union-attr]
    assert len(findings("BHS-14", parse_text(example.text))) == 1
    elsewhere = example.text.replace(", Indonesia", "").replace(", INDONESIA", "")
    assert findings("BHS-14", parse_text(elsewhere)) == []


def test_missing_steps_are_listed() -> None:
    parties = ("Pemerintah Kabupaten Sukamaju", "City of Melbourne, Australia")
    (found,) = findings("INT-04", body("Rencana disusun setelah persetujuan DPRD."), parties=parties)
    assert "DPRD" not in found.message and "Menteri Dalam Negeri" in found.message
    assert findings("INT-04", body("Rencana disusun."), parties=ABROAD) == []


def test_the_foreign_minister_is_asked_for_by_agencies_not_by_universities() -> None:
    text = body("PARA PIHAK menyusun rencana kerja tahunan.")
    assert findings("INT-03", text, parties=ABROAD) == []
    assert len(findings("INT-03", text, parties=("Kementerian Pertanian", "University of Melbourne"))) == 1


@pytest.mark.parametrize(
    ("text", "count"), [("Naskah ini tidak mengikat secara hukum.", 0), ("Rencana disusun bersama.", 1)]
)
def test_binding_character(text: str, count: int) -> None:
    found = findings("INT-05", body(text), kind=NK, without=("lain-lain",), parties=ABROAD)
    assert len(found) == count
