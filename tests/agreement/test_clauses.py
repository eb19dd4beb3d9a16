"""What an article is about."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kerjasama_check.agreement.clauses import classify, heading_kinds
from kerjasama_check.agreement.model import Item, Paragraph

NAMES = """
definisi dasar maksud-tujuan objek ruang-lingkup pelaksanaan tindak-lanjut hak-kewajiban tugas-tanggung-jawab
pembiayaan harga-pembayaran jangka-waktu perpanjangan pengakhiran pemantauan-evaluasi pelaporan keadaan-kahar
penyelesaian-perselisihan sanksi kerahasiaan pelindungan-data-pribadi kekayaan-intelektual publikasi
korespondensi pengalihan perubahan gratifikasi pernyataan-jaminan lain-lain penutup lainnya
"""
CLOSED_LIST = set(NAMES.split())

HEADINGS = """
MAKSUD DAN TUJUAN = maksud-tujuan
TUJUAN = maksud-tujuan
MAKSUD ATAU TUJUAN = maksud-tujuan
MAKSUI} DAN TUIUAN = maksud-tujuan
DASAR PELAKSANAAN = dasar
DASAR HUKUM = dasar
OBYEK PERJANJIAN = objek
OBJEK DAN RUANG LINGKUP = objek ruang-lingkup
LINGKUP PEKERJAAN = ruang-lingkup
SCOPE OF COOPERATION = ruang-lingkup
PENGERTIAN DAN ISTILAH = definisi
PELAKSANAAN KEGIATAN = pelaksanaan
TATA CARA PELAKSANAAN = pelaksanaan
TINDAK LANJUT = tindak-lanjut
RENCANA AKSI = tindak-lanjut
KERANGKA ACUAN KERJA (KAK) = tindak-lanjut
HAK DAN KEWAJIBAN PARA PIHAK = hak-kewajiban
KEWAJIBAN PIHAK KEDUA = hak-kewajiban
HAK DAN TANGGUNG JAWAB = hak-kewajiban
TUGAS DAN TANGGUNG JAWAB = tugas-tanggung-jawab
TUGAS PEKERJAAN = objek
PEMBIAYAAN = pembiayaan
ANGGARAN BIAYA = pembiayaan
BIAYA DAN TATA CARA PEMBAYARAN = pembiayaan harga-pembayaran
HARGA SEWA DAN CARA PEMBAYARAN = harga-pembayaran
JANGKA WAKTU = jangka-waktu
JANGKAWAKTU PERJANJIAN = jangka-waktu
JANGKA WAKTU PELAKSANAAN PEKERJAAN = jangka-waktu
MASA BERLAKU = jangka-waktu
JANGKA WAKTU, PERPANJANGAN, DAN PENGAKHIRAN = jangka-waktu perpanjangan pengakhiran
TERM AND TERMINATION = jangka-waktu pengakhiran
ENTRY INTO FORCE = jangka-waktu
BERAKHIRNYA PERJANJIAN = pengakhiran
MONITORING DAN EVALUASI = pemantauan-evaluasi
PEMANTAUAN, EVALUASI, DAN PELAPORAN = pemantauan-evaluasi pelaporan
FORCE MAJEURE = keadaan-kahar
KEADAAN MEMAKSA (FORCE MAJEURE) = keadaan-kahar
PENYELESAIAN PERSELISIHAN = penyelesaian-perselisihan
PENYELESAIAN PERSELISIIIAN = penyelesaian-perselisihan
HUKUM YANG BERLAKU DAN PENYELESAIAN SENGKETA = penyelesaian-perselisihan
DISPUTE RESOLUTION = penyelesaian-perselisihan
SANKSI DAN DENDA = sanksi
KERAHASIAAN DATA DAN INFORMASI = kerahasiaan
CONFIDENTIALITY = kerahasiaan
PELINDUNGAN DATA PRIBADI = pelindungan-data-pribadi
HAK ATAS KEKAYAAN INTELEKTUAL = kekayaan-intelektual
PENELITIAN DAN PUBLIKASI = publikasi
PEJABAT PENGHUBUNG DAN KORESPONDENSI = korespondensi
PEMBERITAHUAN = korespondensi
PENGALIHAN = pengalihan
ADDENDUM/AMANDEMEN = perubahan
KOMITMEN ANTI GRATIFIKASI = gratifikasi
PERNYATAAN DAN JAMINAN = pernyataan-jaminan
LAIN – LAIN = lain-lain
KETENTUAN LAIN-LAIN = lain-lain
P E N U T U P = penutup
KETENTUAN PENUTUP = penutup
BEA METERAI DAN PAJAK = lainnya
"""


@pytest.mark.parametrize("line", HEADINGS.strip().splitlines())
def test_heading(line: str) -> None:
    heading, kinds = line.split(" = ")
    assert heading_kinds(heading) == tuple(kinds.split())


def ayat(*texts: str) -> list[Paragraph]:
    if len(texts) == 1:
        return [Paragraph(None, texts[0], ())]
    return [Paragraph(f"({i})", text, ()) for i, text in enumerate(texts, 1)]


def test_half_a_sentence_is_enough_in_the_article_on_the_term() -> None:
    text = (
        "Perjanjian ini berlaku selama 2 (dua) tahun dan dapat diperpanjang atau diakhiri atas kesepakatan PARA PIHAK."
    )
    assert classify("JANGKA WAKTU", ayat(text)) == ("jangka-waktu", "perpanjangan", "pengakhiran")
    assert classify("JANGKA WAKTU", ayat("Perjanjian ini berlaku selama 2 (dua) tahun.")) == ("jangka-waktu",)


def test_a_promised_document_is_a_follow_up_and_a_mention_is_none() -> None:
    promise = (
        "Pelaksanaan Nota Kesepahaman ini diatur lebih lanjut dalam Perjanjian Kerja Sama yang disepakati PARA PIHAK."
    )
    assert classify("PELAKSANAAN", ayat(promise)) == ("pelaksanaan", "tindak-lanjut")
    mention = "Kegiatan dilaksanakan sebagaimana diatur dalam Perjanjian Kerja Sama ini."
    assert classify("PELAKSANAAN", ayat(mention)) == ("pelaksanaan",)
    plan = "PARA PIHAK menyusun rencana aksi setiap tahun."
    assert classify("PELAKSANAAN", ayat(plan)) == ("pelaksanaan", "tindak-lanjut")


def test_other_subjects_with_an_ayat_of_their_own() -> None:
    found = classify(
        "LAIN-LAIN",
        ayat(
            "Hal yang belum diatur dituangkan dalam adendum.",
            "Hak dan kewajiban tidak dapat dialihkan kepada pihak lain tanpa persetujuan tertulis.",
            "Apabila timbul perselisihan, PARA PIHAK menyelesaikannya secara musyawarah.",
            "Perjanjian ini dibuat dalam rangkap 2 (dua), bermeterai cukup.",
        ),
    )
    assert found == ("lain-lain", "perubahan", "pengalihan", "penyelesaian-perselisihan", "penutup")


def test_the_closing_behind_the_last_article_is_not_counted_to_it() -> None:
    text = (
        "Perubahan dilakukan dengan persetujuan tertulis. Demikian perjanjian ini dibuat dalam rangkap dua bermeterai."
    )
    assert classify("LAIN-LAIN", ayat(text)) == ("lain-lain",)
    assert classify("PENUTUP", ayat("Hal yang belum cukup diatur dibuatkan adendum.")) == ("penutup", "perubahan")


def test_lists_of_rights_or_definitions_have_no_further_kinds() -> None:
    duties = ayat("PIHAK KESATU menjaga kerahasiaan data.", "PIHAK KEDUA menyampaikan laporan setiap bulan.")
    assert classify("HAK DAN KEWAJIBAN", duties) == ("hak-kewajiban",)
    assert classify("DEFINISI", ayat("Keadaan kahar adalah peristiwa di luar kemampuan.")) == ("definisi",)


def test_general_provisions_that_define_nothing() -> None:
    assert classify("KETENTUAN UMUM", ayat("Yang dimaksud dengan Data adalah data kependudukan."))[0] == "definisi"
    assert classify("KETENTUAN UMUM", ayat("Perubahan dituangkan dalam adendum."))[0] == "lain-lain"


def test_points_count_to_their_ayat() -> None:
    paragraph = Paragraph("(2)", "Hal berikut:", (), (Item("a.", "perubahan dituangkan dalam adendum.", ()),))
    assert classify("LAIN-LAIN", [paragraph]) == ("lain-lain", "perubahan")


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("PIHAK KESATU memberikan honorarium sebesar Rp1.000.000,00 setiap bulan.", "harga-pembayaran"),
        ("Perjanjian ini berlaku selama 3 (tiga) bulan terhitung sejak ditandatangani.", "jangka-waktu"),
        ("PIHAK KEDUA berkewajiban menyelesaikan pekerjaan.", "hak-kewajiban"),
        ("Apabila terjadi perselisihan, diselesaikan secara musyawarah.", "penyelesaian-perselisihan"),
        ("Yang dimaksud bencana alam dan perang adalah keadaan kahar.", "keadaan-kahar"),
        ("Ruang lingkup perjanjian ini meliputi pelatihan dan magang.", "ruang-lingkup"),
        ("Angin bertiup dari timur.", "lainnya"),
    ],
)
def test_without_a_heading_the_text_decides(text: str, kind: str) -> None:
    assert classify(None, ayat(text))[0] == kind


def test_a_heading_of_no_kind_is_lainnya() -> None:
    assert classify("KETENAGAAN", ayat("Tenaga pendidik ditetapkan oleh PIHAK KESATU.")) == ("lainnya",)


@given(st.none() | st.text(max_size=60), st.lists(st.text(max_size=80), max_size=4))
def test_any_article_gets_kinds_of_the_closed_list(heading: str | None, texts: list[str]) -> None:
    kinds = classify(heading, ayat(*texts) if texts else [])
    assert kinds
    assert set(kinds) <= CLOSED_LIST
    assert len(set(kinds)) == len(kinds)


def test_a_long_text_takes_linear_time() -> None:
    text = "Perubahan perubahan dilakukan dengan persetujuan dan evaluasi biaya " * 4000
    assert classify("LAIN-LAIN", ayat(text, text))[0] == "lain-lain"
    assert heading_kinds(" " * 100_000) == ()
