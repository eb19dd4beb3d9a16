"""Bodies: named by their name of the time, the same in every part, in the form that fits."""

from __future__ import annotations

import datetime
from dataclasses import replace

import pytest
from rule_checks import agreement, findings

OLD_NAME = ("Kantor Wilayah Kementerian Hukum dan Hak Asasi Manusia Sukamaju", "Universitas Nusa Harapan")


@pytest.mark.parametrize(
    ("parties", "date", "confidence"),
    [
        (OLD_NAME, datetime.date(2024, 10, 20), None),
        (OLD_NAME, datetime.date(2024, 11, 20), "medium"),
        (OLD_NAME, datetime.date(2026, 3, 12), "high"),
        (("Kantor Wilayah Kementerian Hukum Sukamaju", "Universitas Nusa Harapan"), datetime.date(2026, 3, 12), None),
        (("Kantor Wilayah Kementerian Hak Asasi Manusia Sukamaju", "Universitas Nusa Harapan"), None, None),
    ],
)
def test_the_ministry_was_divided(parties: tuple[str, ...], date: datetime.date | None, confidence: str | None) -> None:
    found = findings("AUT-11", agreement(parties=parties, date=date))
    assert [finding.confidence for finding in found] == ([confidence] if confidence else [])


def test_a_decree_of_the_old_minister_is_no_old_name() -> None:
    text = (
        "1. RATNA KUSUMAWATI, Kepala Kantor Imigrasi Kelas I TPI Sukamaju, yang diangkat berdasarkan Keputusan Menteri "
        "Hukum dan Hak Asasi Manusia Nomor M.HH-04.KP.03.03 Tahun 2024, berkedudukan di Jalan Melati Nomor 12, "
        "dalam hal "
        "ini bertindak untuk dan atas nama Kantor Imigrasi Kelas I TPI Sukamaju, selanjutnya disebut PIHAK "
        "KESATU; dan\n\n"
        "2. BAGUS WIRATAMA, Rektor Universitas Nusa Harapan, dalam hal ini bertindak untuk dan atas nama "
        "Universitas Nusa "
        "Harapan, selanjutnya disebut PIHAK KEDUA."
    )
    assert not findings("AUT-11", agreement(text, part="para-pihak", date=datetime.date(2026, 3, 12)))


def test_an_undated_document_is_dated_by_its_numbers() -> None:
    opening = (
        "Pada hari ini, .........., tanggal .........., bulan .........., tahun .........., bertempat di Sukamaju:"
    )
    new = replace(agreement(opening, part="pembukaan", parties=OLD_NAME), date=None)
    (found,) = findings("AUT-11", new)
    assert found.severity == "warning"
    old = replace(new, numbers=(replace(new.numbers[0], value="W.7.UM.01.01-14 Tahun 2019"),))
    assert not findings("AUT-11", old)


def test_the_number_code_of_the_old_ministry() -> None:
    parties = ("Direktorat Jenderal Imigrasi", "Universitas Nusa Harapan")
    numbers = "NOMOR: M.HH-07.HM.05.02 TAHUN 2026\n\nNOMOR: B-230/KS/03/2026"
    (found,) = findings("AUT-11", agreement(numbers, part="nomor", parties=parties))
    assert (found.severity, found.place.provision) == ("warning", "nomor")
    assert not findings("AUT-11", agreement(numbers.replace("M.HH", "M.IP"), part="nomor", parties=parties))


@pytest.mark.parametrize(
    ("parties", "text", "hits"),
    [
        (("Pemerintah Kabupaten Sukamaju", "Kantor Imigrasi Kelas I TPI Sukamaju"), "", 1),
        (("Pemerintah Kabupaten Sukamaju", "PT Cahaya Mandala Usaha"), "", 0),
        (("Rumah Sakit Umum Daerah Sukamaju", "Kantor Imigrasi Kelas I TPI Sukamaju"), "", 0),
        (
            ("Pemerintah Kabupaten Sukamaju", "Kantor Imigrasi Kelas I TPI Sukamaju"),
            "Pasal 3\nPELAKSANAAN\nPekerjaan dilaksanakan secara swakelola oleh PIHAK KEDUA.",
            0,
        ),
    ],
)
def test_centre_and_region_meet_in_a_synergy(parties: tuple[str, ...], text: str, hits: int) -> None:
    assert len(findings("AUT-13", agreement(text, parties=parties))) == hits


def test_an_agency_is_no_third_party() -> None:
    parties = ("Pemerintah Kabupaten Sukamaju", "Kantor Imigrasi Kelas I TPI Sukamaju")
    text = "Pasal 3\nPELAKSANAAN\nPIHAK KEDUA dalam Kerja Sama Daerah dengan Pihak Ketiga menyediakan pelatihan."
    (found,) = findings("AUT-13", agreement(text, parties=parties))
    assert (found.place.provision, found.confidence) == ("Pasal 3", "medium")


def title(second: str) -> str:
    return (
        "PERJANJIAN KERJA SAMA\n\nANTARA\n\nPOLITEKNIK NEGERI SUKAMAJU\n\nDENGAN\n\n"
        f"{second}\n\nTENTANG\n\nPENYELENGGARAAN PELATIHAN KERJA"
    )


@pytest.mark.parametrize(
    ("second", "hits"),
    [
        ("PT LENTERA BUANA", 1),
        ("PT CAHAYA MANDALA USAHA", 0),
        ("PT CAHAYA MANDALA", 0),
        ("PT CAHAYA MANDLA USAHA", 0),
        ("[NAMA MITRA]", 0),
    ],
)
def test_the_title_names_the_parties_of_the_komparisi(second: str, hits: int) -> None:
    assert len(findings("AUT-16", agreement(title(second), part="judul"))) == hits


def test_a_signature_for_another_body() -> None:
    text = (
        "PIHAK KESATU,\n\nDirektur Politeknik Negeri Sukamaju\n\nRATNA KUSUMAWATI\n\nPIHAK KEDUA,\n\n"
        "Direktur Utama PT Lentera Buana\n\nBAGUS WIRATAMA"
    )
    (found,) = findings("AUT-16", agreement(text, part="tanda-tangan"))
    assert "PT Lentera Buana" in found.message
    assert not findings("AUT-16", agreement(text.replace("Lentera Buana", "Cahaya Mandala Usaha"), part="tanda-tangan"))


@pytest.mark.parametrize(
    ("address", "hits"), [("Jalan Melati Nomor 9", 1), ("Jl. Melati No. 12", 0), ("Jalan Jati Nomor 9", 0)]
)
def test_one_party_has_one_house(address: str, hits: int) -> None:
    text = f"Pasal 13\nKORESPONDENSI\nSurat kepada PIHAK KESATU dialamatkan ke {address}, Sukamaju."
    assert len(findings("AUT-16", text)) == hits
