"""ANK-01 to ANK-03, 08 to 12: figures, sums, copies and the stamp."""

from __future__ import annotations

import datetime

import pytest
from rule_checks import NK, agreement, findings, quotes, scanned


def body(text: str) -> str:
    return f"Pasal 4\nPELAKSANAAN\n{text}"


def test_figure_and_words_on_a_scan_need_clean_words() -> None:
    whole = agreement(body("Rencana disampaikan dalam 14 (lima belas) hari."))
    assert [f.confidence for f in findings("ANK-01", scanned(whole))] == ["medium"]
    assert findings("ANK-01", scanned(whole, "14 (lima")) == []


def test_references_and_joined_words_are_no_contradiction() -> None:
    assert findings("ANK-01", body("Pelatihan dalam Pasal 3 (tiga) diikuti 25 (duapuluh lima) orang.")) == []


def test_bare_figures_are_one_finding() -> None:
    found = findings("ANK-02", body("Rencana disampaikan dalam 14 hari, laporan dalam 2 bulan, biaya Rp5.000,00."))
    assert sorted(quotes(found)) == ["14 hari", "2 bulan", "Rp5.000,00"]
    assert len(found) == 2  # periods, and sums of money


@pytest.mark.parametrize("text", ["Lapor dalam 3 x 24 jam.", "Sesuai UU Nomor 6 Tahun 2011.", "Tanggal 5 Mei 2026."])
def test_figures_that_need_no_words(text: str) -> None:
    assert findings("ANK-02", body(text)) == []


@pytest.mark.parametrize(
    ("written", "standard"),
    [("Rp. 5.000.000,-", "Rp5.000.000,00"), ("Rp 5.000.000", "Rp5.000.000,00"), ("Rp.2.500,50", "Rp2.500,50")],
)
def test_rupiah(written: str, standard: str) -> None:
    found = findings("ANK-03", body(f"PIHAK KEDUA membayar {written} setiap bulan."))
    assert [f.fix.replacement for f in found if f.fix] == [standard]


@pytest.mark.parametrize("written", ["Rp5.000.000,00", "Rp5.000.000", "Rp5 juta"])
def test_rupiah_that_passes(written: str) -> None:
    assert findings("ANK-03", body(f"PIHAK KEDUA membayar {written} setiap bulan.")) == []


@pytest.mark.parametrize(
    ("text", "count"),
    [
        ("Bagi hasil 70% untuk PIHAK KESATU dan 30% untuk PIHAK KEDUA.", 0),
        ("Bagi hasil 70% untuk PIHAK KESATU dan 20% untuk PIHAK KEDUA.", 1),
        ("PIHAK KESATU memperoleh potongan 10% dan PIHAK KEDUA 5%.", 0),
        ("Pembayaran tahap I 50% dan tahap II 50% dari biaya.", 0),
        ("Pembayaran tahap I 50% dan tahap II 40% dari biaya.", 1),
    ],
)
def test_shares(text: str, count: int) -> None:
    assert len(findings("ANK-08", body(text))) == count


@pytest.mark.parametrize(("words", "count"), [("duapuluh lima", 1), ("dua puluh lima", 0), ("satu ratus", 1)])
def test_spelling_of_number_words(words: str, count: int) -> None:
    assert len(findings("ANK-09", body(f"Pelatihan diikuti {words} orang."))) == count


def test_more_copies_than_parties_are_normal_fewer_are_not() -> None:
    closing = "Demikian {{Jenis}} ini dibuat dalam %s rangkap asli, bermeterai cukup, berkekuatan hukum sama."
    assert findings("ANK-10", closing % "4 (empat)", part="penutup", without=("penutup",)) == []
    assert len(findings("ANK-10", closing % "1 (satu)", part="penutup", without=("penutup",))) == 1


@pytest.mark.parametrize(
    ("year", "value", "count"),
    [(2026, "10.000", 0), (2026, "6.000", 1), (2019, "6.000", 0), (2019, "10.000", 1), (2021, "6.000", 0)],
)
def test_the_stamp_is_judged_at_its_date(year: int, value: str, count: int) -> None:
    text = body(f"Naskah dibubuhi materai Rp{value},00 oleh PARA PIHAK.")
    assert len(findings("ANK-11", text, date=datetime.date(year, 3, 12))) == count


def test_no_stamp_weighs_less_in_a_memorandum() -> None:
    assert [f.severity for f in findings("ANK-12", agreement(without=("penutup",)))] == ["warning"]
    bare = "Demikian {{Jenis}} ini dibuat dalam 2 (dua) rangkap asli dan berkekuatan hukum sama."
    memo = agreement(bare, kind=NK, part="penutup", without=("penutup",))
    assert [f.severity for f in findings("ANK-12", memo)] == ["info"]
