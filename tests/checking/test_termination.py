"""Extension, renewal, termination and the term: what is asked for, and what is passed over."""

from __future__ import annotations

import datetime

import pytest
from rule_checks import NK, agreement, findings, scanned

TERM = "Pasal 6\nJANGKA WAKTU\n"
END = "Pasal 7\nPENGAKHIRAN\n"
THREE_YEARS = "Perjanjian Kerja Sama ini berlaku selama 3 (tiga) tahun terhitung sejak tanggal ditandatangani"


@pytest.mark.parametrize(
    "extension",
    [
        " dan dapat diperpanjang atas kesepakatan PARA PIHAK selambat-lambatnya 2 (dua) bulan sebelum berakhir.",
        ".\nPerpanjangan diajukan secara tertulis paling lambat 1 (satu) bulan sebelum jangka waktu berakhir.",
        " dan dapat diperbarui setelah konsultasi sekurang-kurangnya 30 (tiga puluh) hari sebelum berakhir.",
    ],
)
def test_an_extension_with_its_time_is_enough(extension: str) -> None:
    assert not findings("WKT-05", TERM + THREE_YEARS + extension)


def test_a_notice_for_termination_alone_is_none_for_the_extension() -> None:
    text = (
        f"{TERM}(1) {THREE_YEARS} dan dapat diperpanjang atas kesepakatan PARA PIHAK.\n"
        "(2) PIHAK yang ingin mengakhiri kerja sama memberitahukan paling lambat 3 (tiga) bulan sebelumnya."
    )
    (found,) = findings("WKT-05", text)
    assert found.place.provision == "Pasal 6 ayat (1)"
    assert found.severity == "warning"


def test_before_the_end_is_no_time_for_notice() -> None:
    text = f"{TERM}{THREE_YEARS} dan dapat diperpanjang sebelum habis masa berlakunya atas persetujuan PARA PIHAK."
    assert len(findings("WKT-05", text)) == 1


def test_the_extension_of_a_visa_is_another_matter() -> None:
    text = f"{TERM}{THREE_YEARS}.\nPasal 9\nIZIN\nIzin tinggal mahasiswa asing diperpanjang oleh PIHAK KESATU."
    (found,) = findings("WKT-05", text)
    assert found.severity == "info"  # none at all is provided for


def test_a_short_project_needs_no_extension() -> None:
    assert not findings("WKT-05", TERM + "Pekerjaan dilaksanakan selama 4 (empat) bulan sejak tanggal ditandatangani.")


def test_what_follows_another_document_needs_no_extension_of_its_own() -> None:
    text = TERM + "Perjanjian Kerja Sama ini berlaku mengikuti masa berlaku Nota Kesepahaman Nomor 009/NK/I/2025."
    assert not findings("WKT-05", text)


@pytest.mark.parametrize(
    ("text", "hits"),
    [
        ("berlaku selama 2 (dua) tahun dan diperpanjang secara otomatis untuk jangka waktu yang sama.", 1),
        ("berlaku selama 2 (dua) tahun dan dengan sendirinya diperpanjang setiap tahun.", 1),
        ("berlaku selama 2 (dua) tahun dan tidak secara otomatis diperpanjang.", 0),
        ("berlaku selama 2 (dua) tahun dan dapat diperpanjang dengan kesepakatan tertulis.", 0),
    ],
)
def test_renewal_by_itself(text: str, hits: int) -> None:
    assert len(findings("WKT-06", f"{TERM}Perjanjian Kerja Sama ini {text}")) == hits


def test_renewal_between_firms_is_their_own_business() -> None:
    text = f"{TERM}Perjanjian Kerja Sama ini berlaku 2 (dua) tahun dan secara otomatis diperpanjang."
    (found,) = findings("WKT-06", text, parties=("CV Bina Karya", "PT Cahaya Mandala Usaha"))
    assert found.severity == "info"


@pytest.mark.parametrize(
    ("text", "hits"),
    [
        ("Salah satu PIHAK dapat mengakhiri Perjanjian Kerja Sama ini sewaktu-waktu.", 1),
        ("Salah satu PIHAK tidak berhak mengakhiri Perjanjian Kerja Sama ini.", 0),
        ("Salah satu PIHAK dapat mengakhiri Perjanjian Kerja Sama ini hanya dengan persetujuan PIHAK lainnya.", 0),
        ("Salah satu PIHAK dapat mengakhiri Perjanjian Kerja Sama ini setelah 3 (tiga) kali teguran tertulis.", 0),
        ("Salah satu PIHAK memutuskan untuk tidak meneruskan kegiatan setelah rapat Perjanjian Kerja Sama.", 0),
    ],
)
def test_an_end_by_one_party_needs_notice(text: str, hits: int) -> None:
    assert len(findings("WKT-07", END + text)) == hits


def test_two_notices_for_the_same_end() -> None:
    text = (
        f"{END}Salah satu PIHAK dapat mengakhiri perjanjian ini dengan pemberitahuan 1 (satu) bulan sebelumnya."
        "\nPasal 8\nKETENTUAN LAIN\nSalah satu PIHAK dapat mengakhiri Perjanjian Kerja Sama ini dengan pemberitahuan "
        "3 (tiga) bulan sebelumnya."
    )
    (found,) = findings("WKT-07", text)
    assert "1 bulan" in found.message and "3 bulan" in found.message
    assert len(found.more_places) == 1


def test_no_word_on_an_early_end() -> None:
    (found,) = findings("WKT-07", agreement(without=("pengakhiran",)))
    assert (found.place.provision, found.severity) == (None, "warning")
    (on_scan,) = findings("WKT-07", scanned(agreement(without=("pengakhiran",))))
    assert on_scan.confidence == "medium"


def test_an_end_by_notice_needs_no_court_but_one_for_default_does() -> None:
    by_notice = f"{END}Salah satu PIHAK dapat mengakhiri Perjanjian Kerja Sama ini dengan pemberitahuan 1 (satu) bulan."
    assert not findings("WKT-08", by_notice)
    default = (
        f"{END}PIHAK KESATU dapat memutuskan Perjanjian Kerja Sama ini apabila PIHAK KEDUA lalai setelah diperingatkan."
    )
    assert len(findings("WKT-08", default)) == 1
    assert not findings("WKT-08", default + " PARA PIHAK mengesampingkan Pasal 1266 Kitab Undang-Undang Hukum Perdata.")


def test_what_survives_may_be_said_in_other_words() -> None:
    assert findings("WKT-09", f"{END}Perjanjian Kerja Sama ini berakhir karena kesepakatan PARA PIHAK.")
    kept = f"{END}Dalam hal Perjanjian Kerja Sama ini berakhir, PARA PIHAK menyelesaikan kegiatan yang sedang berjalan."
    assert not findings("WKT-09", kept)


@pytest.mark.parametrize(("years", "words", "hits"), [(5, "lima", 0), (6, "enam", 1), (20, "dua puluh", 1)])
def test_five_years_are_usual(years: int, words: str, hits: int) -> None:
    text = f"{TERM}Perjanjian Kerja Sama ini berlaku selama {years} ({words}) tahun sejak tanggal ditandatangani."
    found = findings("WKT-02", text)
    assert len(found) == hits
    assert all(f"{years} tahun" in finding.message for finding in found)


def test_a_start_before_the_signature() -> None:
    text = f"{TERM}Perjanjian Kerja Sama ini berlaku sejak tanggal 11 Maret 2026 sampai dengan tanggal 10 Maret 2027."
    (found,) = findings("WKT-12", text, date=datetime.date(2026, 3, 12))
    assert "11 Maret 2026" in found.message
    assert not findings("WKT-12", text, date=datetime.date(2026, 3, 11))


def test_the_season_of_signing_is_asked_for_under_its_own_rule_only() -> None:
    parties = ("Kantor Wilayah Kementerian Hukum dan Hak Asasi Manusia Sukamaju", "Universitas Nusa Harapan")
    late, early = datetime.date(2021, 9, 14), datetime.date(2021, 3, 30)
    assert findings("WKT-10", agreement(kind=NK, parties=parties, date=late))
    assert not findings("WKT-10", agreement(kind=NK, parties=parties, date=early))
    assert not findings("WKT-10", agreement(kind=NK, date=late))
