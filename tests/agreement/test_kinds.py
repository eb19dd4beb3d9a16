"""The kind of an agreement by its title, and agreements against near misses."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kerjasama_check.agreement.kinds import REASONS, agreement_likeness, kind_by_own_name, kind_of

TITLES = [
    ("NOTA KESEPAHAMAN", "nota-kesepahaman"),
    ("NOTA KESEPAHAMAN BERSAMA", "nota-kesepahaman"),
    ("NOTA KESEPAHAMAN (MEMORANDUM OF UNDERSTANDING)", "nota-kesepahaman"),
    ("PIAGAM KESEPAHAMAN", "nota-kesepahaman"),
    ("KESEPAHAMAN BERSAMA", "nota-kesepahaman"),
    ("N O T A  K E S E P A H A M A N", "nota-kesepahaman"),
    ("NOTAKESEPAHAMAN", "nota-kesepahaman"),
    ("NOTA KESEPAHAMAN TERPADU", "nota-kesepahaman"),
    ("DINKOP NOTA KESEPAHAMAN", "nota-kesepahaman"),
    ("KESEPAKATAN BERSAMA", "kesepakatan-bersama"),
    ("NASKAH KESEPAKATAN", "kesepakatan-bersama"),
    ("NOTA KESEPAKATAN BERSAMA (MoU)", "kesepakatan-bersama"),
    ("SURAT KESEPAKATAN BERSAMA", "kesepakatan-bersama"),
    ("NOTA KESEPAKATAN", "nota-kesepakatan"),
    ("NOTA KESEPAKATAN SINERGI", "nota-kesepakatan"),
    ("PERJANJIAN KERJA SAMA", "perjanjian-kerja-sama"),
    ("PERJANJIAN KERJASAMA", "perjanjian-kerja-sama"),
    ("PEJANJIAN KERJASSAMA", "perjanjian-kerja-sama"),
    ("PER.JANJIAN KER.JA SAMA", "perjanjian-kerja-sama"),
    ("PERJANJIAN KERJA SAMA (PKS)", "perjanjian-kerja-sama"),
    ("PERJANJIAN\nKERJA SAMA", "perjanjian-kerja-sama"),
    ("BANK SUMBER PERJANJIAN KERJA SAMA Li", "perjanjian-kerja-sama"),
    ("NASKAH KERJASAMA", "perjanjian-kerja-sama"),
    ("IKATAN KERJA SAMA", "perjanjian-kerja-sama"),
    ("KESEPAKATAN KERJASAMA", "perjanjian-kerja-sama"),
    ("MEMORANDUM OF AGREEMENT", "perjanjian-kerja-sama"),
    ("IMPLEMENTATION ARRANGEMENT", "perjanjian-kerja-sama"),
    ("IMPLEMENTASI AGREEMENT", "perjanjian-kerja-sama"),
    ("COOPERATION AGREEMENT", "perjanjian-kerja-sama"),
    ("MEMORANDUM OF UNDERSTANDING", "memorandum-of-understanding"),
    ("Memorandum of Understanding", "memorandum-of-understanding"),
    ("MEMORANDUM SALING PENGERTIAN", "memorandum-of-understanding"),
    ("SURAT PERJANJIAN", "surat-perjanjian"),
    ("Surat Perjanjian Kerjasama", "surat-perjanjian"),
    ("SURAT PERJANJIAN / KONTRAK", "surat-perjanjian"),
    ("KONTRAK SWAKELOLA", "surat-perjanjian"),
    ("PERJANJIAN SEWA MENYEWA RUANG", "surat-perjanjian"),
    ("PERJANJIAN KERJA\nTENAGA PENDATA", "surat-perjanjian"),
    ("PERJANJIAN PENDANAAN", "surat-perjanjian"),
    ("SURAT PERINTAH KERJA (SPK)", "surat-perjanjian"),
    ("CORPORATE SALES AGREEMENT", "surat-perjanjian"),
    ("PERJANJIAN\nANTARA\nPT SINAR\nDENGAN\nCV BULAN\nTENTANG\nSEWA GEDUNG", "surat-perjanjian"),
    ("ADDENDUM", "adendum"),
    ("ADENDUM KEDUA", "adendum"),
    ("AMANDEMEN", "adendum"),
    ("PERUBAHAN KEDUA ATAS PERJANJIAN KERJA SAMA", "adendum"),
    ("PERPANJANGAN NOTA KESEPAHAMAN", "adendum"),
    ("ADDENDUM\nPERJANJIAN KERJA SAMA", "adendum"),
]


@pytest.mark.parametrize(("title", "kind"), TITLES)
def test_title(title: str, kind: str) -> None:
    lines = ["UNIVERSITAS CONTOH", *title.split("\n"), "ANTARA", "PT MAJU"]
    found = kind_of(lines)
    assert found is not None
    assert found.kind == kind
    assert found.first == 1


@pytest.mark.parametrize(
    "line",
    [
        "Nota Kesepahaman ini berlaku untuk jangka waktu 5 (lima) tahun",
        "Perihal : Perjanjian Kerja Sama",
        "TENTANG NOTA KESEPAHAMAN",
        "NOTA DINAS",
        "MEMORANDUM INFORMASI",
        "LETTER OF INTENT",
        "BUKTI PENCATATAN PERJANJIAN KERJA",
        "PERJANJIAN KINERJA TAHUN 2024",
        "UNIVERSITAS CONTOH",
        "",
    ],
)
def test_no_title(line: str) -> None:
    assert kind_of([line]) is None


def test_the_lines_of_a_kind_on_two_lines_are_named() -> None:
    found = kind_of(["", "PERJANJIAN", "KERJA SAMA", "ANTARA"])
    assert found is not None
    assert (found.first, found.last, found.text) == (1, 2, "PERJANJIAN KERJA SAMA")


def test_the_name_of_another_document_first_ends_the_search() -> None:
    assert kind_of(["BERITA ACARA SERAH TERIMA", "PERJANJIAN KERJA SAMA"]) is None
    assert kind_of(["LAPORAN", "PELAKSANAAN", "NOTA KESEPAHAMAN"]) is None


def test_own_name_stands_in_for_a_title_that_was_not_read() -> None:
    text = "Pelaksanaan Nota Kesepahaman ini diatur kemudian. Nota Kesepahaman ini dibuat rangkap dua."
    assert kind_by_own_name(text) == "nota-kesepahaman"
    assert kind_by_own_name("Surat ini dibuat dengan sebenarnya.") is None


BODY = """
Pada hari ini, Senin, tanggal satu bulan Juli tahun dua ribu dua puluh empat, yang bertanda tangan di bawah ini:
1. Ani Lestari, Kepala Dinas Perikanan Kabupaten Contoh, bertindak untuk dan atas nama Dinas Perikanan, selanjutnya
disebut PIHAK KESATU;
2. Budi Raharja, Direktur PT Laut Lestari, selanjutnya disebut PIHAK KEDUA.
PARA PIHAK sepakat mengadakan kerja sama dengan ketentuan sebagai berikut:
Pasal 1
MAKSUD DAN TUJUAN
Kerja sama ini bertujuan memajukan budi daya ikan.
Pasal 2
JANGKA WAKTU
Berlaku selama dua tahun terhitung sejak ditandatangani.
Pasal 3
PENUTUP
Dibuat dalam rangkap dua yang mempunyai kekuatan hukum yang sama.
"""


def likeness(text: str) -> tuple[bool, str]:
    found = agreement_likeness([line for line in text.splitlines() if line.strip()][:60], text)
    assert found.reason in REASONS
    assert 0 <= found.score <= 1
    return found.is_agreement, found.reason


def test_an_agreement_with_and_without_its_title() -> None:
    assert likeness("PERJANJIAN KERJA SAMA\nANTARA\nDINAS\nDENGAN\nPT\n" + BODY) == (True, "agreement")
    assert likeness(BODY) == (True, "agreement")


@pytest.mark.parametrize(
    ("head", "reason"),
    [
        ("BERITA ACARA SERAH TERIMA BARANG", "minutes"),
        ("KERANGKA ACUAN KERJASAMA\nANTARA\nDINAS\nDENGAN\nPT", "terms-of-reference"),
        ("LAPORAN PELAKSANAAN PERJANJIAN KERJA SAMA", "report"),
        ("SURAT PERNYATAAN DAN PERJANJIAN", "one-sided"),
        ("NOTA DINAS\nNomor: 1/ND/2024", "official-note"),
        ("KEPUTUSAN KEPALA DINAS PERIKANAN", "decision"),
        ("SYARAT DAN KETENTUAN LAYANAN", "terms-of-use"),
        ("Nomor : 5/2024\nLampiran : satu berkas\nPerihal : Perjanjian Kerja Sama\nYth. Direktur PT Laut", "letter"),
        ("INVOICE", "bill"),
        ("LETTER OF INTENT", "letter-of-intent"),
    ],
)
def test_near_misses_with_the_words_of_an_agreement(head: str, reason: str) -> None:
    assert likeness(head + "\n" + BODY) == (False, reason)


def test_a_cover_sheet_and_a_text_on_something_else() -> None:
    assert likeness("SURAT PERJANJIAN\nTAHUN 2024") == (False, "too-short")
    assert likeness("Cara menanam padi di lahan kering. " * 30) == (False, "no-agreement-title")
    assert likeness("PERJANJIAN KERJA SAMA\n" + "Cara menanam padi di lahan kering. " * 30) == (False, "no-parties")


def test_a_paper_on_agreements_without_parties_of_its_own() -> None:
    paper = (
        "Dalam hukum perjanjian para pihak yang sepakat mengikatkan diri wajib beritikad baik. Jangka waktu dan "
        "rangkap ditentukan sendiri. Pada hari penandatanganan seseorang bertindak untuk dan atas nama badan hukum.\n"
        "Pasal 1320\nPasal 12\nPasal 13\nPasal 14\n"
    ) * 5
    assert likeness(paper) == (False, "no-agreement-title")


def test_every_reason_has_both_languages() -> None:
    assert all(set(sentences) == {"id", "en"} and all(sentences.values()) for sentences in REASONS.values())


@given(st.lists(st.text(max_size=60), max_size=12))
def test_any_lines_are_read_without_an_error(lines: list[str]) -> None:
    found = kind_of(lines)
    assert found is None or 0 <= found.first <= found.last < len(lines)
    agreement_likeness(lines, "\n".join(lines))
