"""RUJ-01, 02 and 04: references inside the agreement."""

from __future__ import annotations

from dataclasses import replace

import pytest
from rule_checks import agreement, findings, quotes, scanned


def article(*paragraphs: str) -> str:
    lines = [f"({n}) {text}" for n, text in enumerate(paragraphs, 1)]
    return "\n".join(["Pasal 4", "PELAKSANAAN", *lines])


@pytest.mark.parametrize(
    "text",
    [
        "Pelatihan mengikuti Pasal 40.",
        "Pelatihan mengikuti Pasal 4 ayat (9).",
        "Pelatihan mengikuti Pasal 2 ayat (2) huruf k.",
        "Pelatihan mengikuti Pasal 3, Pasal 4, dan Pasal 41.",
    ],
)
def test_a_target_that_is_not_there(text: str) -> None:
    assert len(findings("RUJ-01", article(text, "Rencana kerja disusun bersama."))) == 1


@pytest.mark.parametrize(
    "text",
    [
        "Pelatihan mengikuti Pasal 4 ayat (2) dan Pasal 2 ayat (2) huruf b.",
        "PARA PIHAK mengesampingkan Pasal 1266 dan Pasal 1267.",
        "Pelatihan mengikuti Pasal 40 ayat (9) Peraturan Pemerintah Nomor 28 Tahun 2018.",
        "Ketentuan “Pasal 40 dihapus” tidak berlaku.",
    ],
)
def test_what_exists_or_lies_outside_is_silent(text: str) -> None:
    assert findings("RUJ-01", article(text, "Rencana kerja disusun bersama.")) == []


def test_ayat_typed_as_points_count() -> None:
    text = "Pasal 4\nPELAKSANAAN\n1. Pelatihan dilaksanakan bersama.\n2. Rencana kerja pada ayat (1) disusun bersama."
    assert findings("RUJ-01", text) == []


def test_an_addendum_speaks_of_the_articles_of_its_parent() -> None:
    text = "Pasal 2\nPERUBAHAN\nKetentuan dalam Pasal 45 diubah sehingga pelatihan berlangsung tiga bulan."
    assert findings("RUJ-01", text, kind="adendum") == []


def test_a_scan_may_have_lost_an_article_but_not_gained_one() -> None:
    whole = agreement(article("Pelatihan mengikuti Pasal 40.", "Rencana kerja disusun bersama."))
    assert [f.confidence for f in findings("RUJ-01", scanned(whole))] == ["medium"]
    assert findings("RUJ-01", scanned(whole, "Pasal 40")) == []


def test_the_article_that_is_probably_meant() -> None:
    found = findings(
        "RUJ-01", article("Besarnya pembiayaan sebagaimana dimaksud dalam Pasal 2 dihitung bersama.", "Ya.")
    )
    assert len(found) == 1
    assert found[0].confidence == "medium"
    assert "pembiayaan" in found[0].message and "Pasal 2" in found[0].message


@pytest.mark.parametrize(
    ("text", "count"),
    [
        ("Rencana sebagaimana dimaksud pada Pasal 3 disusun bersama.", 1),
        ("Rencana sebagaimana dimaksud dalam ayat (2) disusun bersama.", 1),
        ("Rencana sebagaimana dimaksud dalam Pasal 3 dan pada ayat (2) disusun bersama.", 0),
        ("Rencana yang mengacu pada Pasal 3 disusun bersama.", 0),
        ("Rencana sebagaimana dimaksud pada Pasal 3 Undang-Undang Nomor 1 Tahun 2004 disusun bersama.", 0),
    ],
)
def test_prepositions(text: str, count: int) -> None:
    assert len(findings("RUJ-02", article(text, "Rencana kerja disusun bersama."))) == count


def test_prepositions_are_one_finding_with_all_places() -> None:
    found = findings("RUJ-02", article("Lihat yang dimaksud pada Pasal 2.", "Lihat yang dimaksud pada Pasal 3."))
    assert len(found) == 1
    assert quotes(found) == ["pada Pasal 2", "pada Pasal 3"]
    assert found[0].fix is not None and found[0].fix.replacement == "dalam Pasal 2"


@pytest.mark.parametrize(
    ("text", "count"),
    [
        ("Rencana pada ayat (2) Pasal ini disusun bersama.", 1),
        ("Rencana pada ayat (2) disusun bersama.", 0),
        ("Rencana dalam Pasal 4 ayat (2) disusun bersama.", 1),
        ("Rencana dalam Pasal 3 ayat (2) disusun bersama.", 0),
        ("Rencana menurut pasal tersebut di atas disusun bersama.", 1),
        ("Rencana dalam Pasal 3 diatas disusun bersama.", 1),
        ("Ketentuan Pasal ini berlaku juga bagi peserta.", 0),
    ],
)
def test_pointing_words(text: str, count: int) -> None:
    assert len(findings("RUJ-04", article(text, "Rencana kerja disusun bersama."))) == count


def test_depth_is_not_judged_where_a_number_is_given_twice() -> None:
    once = agreement(article("Pelatihan mengikuti Pasal 2 ayat (9).", "Rencana kerja disusun bersama."))
    assert len(findings("RUJ-01", once)) == 1
    second = next(a for a in once.articles if a.number == 2)
    twice = replace(once, articles=(*once.articles, second))
    assert findings("RUJ-01", twice) == []
