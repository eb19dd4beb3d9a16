"""Who may sign: heads of regions, tiers of a ministry, prisons by their term, stand-ins, firms; and umbrellas."""

from __future__ import annotations

import datetime

import pytest
from rule_checks import NK, PKS, agreement, findings, scanned

from kerjasama_check.agreement.model import Agreement

PRISON = ("Lembaga Pemasyarakatan Kelas IIA Sukamaju", "PT Cahaya Mandala Usaha")
IMMIGRATION = ("Kantor Imigrasi Kelas I TPI Sukamaju", "Universitas Nusa Harapan")
REGIONAL_OFFICE = ("Kantor Wilayah Kementerian Hukum dan Hak Asasi Manusia Sukamaju", "Universitas Nusa Harapan")
OLD = datetime.date(2021, 2, 23)


def signed_by(first: str, second: str = "", *, kind: str = PKS, date: datetime.date | None = None) -> Agreement:
    """The clean agreement with other words on the first (and second) party."""
    second = second or (
        "BAGUS WIRATAMA, Direktur Utama PT Cahaya Mandala Usaha, berdasarkan Akta Pendirian Nomor 18 tanggal 9 "
        "Mei 2018, "
        "berkedudukan di Jalan Kenanga Nomor 8, Sukamaju, dalam hal ini bertindak untuk dan atas nama PT Cahaya "
        "Mandala "
        "Usaha"
    )
    text = f"1. {first}, selanjutnya disebut PIHAK KESATU; dan\n\n2. {second}, selanjutnya disebut PIHAK KEDUA."
    return agreement(text, part="para-pihak", kind=kind, date=date)


@pytest.mark.parametrize(
    ("words", "hits"),
    [
        ("Sekretaris Daerah Kabupaten Sukamaju", 1),
        ("Kepala Dinas Kesehatan Kabupaten Sukamaju, yang diangkat berdasarkan Keputusan Bupati Nomor 4", 1),
        ("Kepala Dinas Kesehatan Kabupaten Sukamaju, berdasarkan Surat Kuasa Bupati Sukamaju Nomor 4", 0),
        ("Kepala Dinas Kesehatan Kabupaten Sukamaju, atas nama Bupati Sukamaju", 0),
        ("Bupati Sukamaju", 0),
        ("Wali Kota Sukamaju", 0),
        ("Penjabat Gubernur Sukamaju", 0),
    ],
)
def test_a_region_is_represented_by_its_head(words: str, hits: int) -> None:
    acts = (
        "berkedudukan di Jalan Melati Nomor 12, dalam hal ini bertindak untuk dan atas nama Pemerintah "
        "Kabupaten Sukamaju"
    )
    found = findings("AUT-07", signed_by(f"RATNA KUSUMAWATI, {words}, {acts}"))
    assert len(found) == hits
    assert all((f.severity, f.force) == ("error", "law") for f in found)


def test_before_the_regulation_nobody_asks() -> None:
    acts = "dalam hal ini bertindak untuk dan atas nama Pemerintah Kabupaten Sukamaju"
    subject = signed_by(f"RATNA KUSUMAWATI, Kepala Dinas Sukamaju, {acts}", date=datetime.date(2017, 3, 13))
    assert not findings("AUT-07", subject)


def test_an_agency_that_acts_by_itself_is_only_noted_and_a_spender_not_at_all() -> None:
    acts = "dalam hal ini bertindak untuk dan atas nama Dinas Pendidikan Kabupaten Sukamaju"
    (found,) = findings("AUT-07", signed_by(f"RATNA KUSUMAWATI, Kepala Dinas Pendidikan Kabupaten Sukamaju, {acts}"))
    assert found.severity == "info"
    assert not findings("AUT-07", signed_by(f"RATNA KUSUMAWATI, Pengguna Anggaran Dinas Pendidikan Sukamaju, {acts}"))


@pytest.mark.parametrize(
    ("office", "hits"),
    [
        ("Kepala Cabang", 1),
        ("Manajer Wilayah, berdasarkan Surat Kuasa Nomor 7", 0),
        ("Direktur Utama, berdasarkan Akta Nomor 18", 0),
        ("Direktur Utama", 0),  # AUT-02 tells that nothing is cited
        ("Direktur Utama, yang diangkat berdasarkan Keputusan Nomor 5 Tahun 2024", 1),
    ],
)
def test_a_firm_is_bound_by_its_deed(office: str, hits: int) -> None:
    first = (
        "RATNA KUSUMAWATI, Direktur Politeknik Negeri Sukamaju, bertindak untuk dan atas nama Politeknik "
        "Negeri Sukamaju"
    )
    second = (
        f"BAGUS WIRATAMA, {office}, berkedudukan di Jalan Kenanga Nomor 8, Sukamaju, dalam hal ini bertindak untuk dan "
        "atas nama PT Cahaya Mandala Usaha"
    )
    assert len(findings("AUT-12", signed_by(first, second))) == hits


def test_the_umbrella_is_asked_of_the_ministry_only() -> None:
    premis = "PARA PIHAK terlebih dahulu menerangkan hal-hal sebagai berikut:\n\na. bahwa PARA PIHAK sepakat."
    assert findings("AUT-03", agreement(premis, part="premis", parties=IMMIGRATION))
    assert not findings("AUT-03", agreement(premis, part="premis"))
    bare = premis.replace("PARA PIHAK sepakat", "ini tindak lanjut Nota Kesepahaman PARA PIHAK")
    (found,) = findings("AUT-03", agreement(bare, part="premis", parties=IMMIGRATION))
    assert found.severity == "info"


@pytest.mark.parametrize(
    ("rule", "kind", "parties", "date", "severity"),
    [
        ("AUT-04", NK, IMMIGRATION, OLD, "warning"),
        ("AUT-04", NK, REGIONAL_OFFICE, OLD, None),
        ("AUT-04", NK, IMMIGRATION, datetime.date(2025, 2, 3), None),
        ("AUT-04", NK, (), OLD, None),
        ("AUT-05", PKS, REGIONAL_OFFICE, OLD, "info"),
        ("AUT-05", PKS, IMMIGRATION, OLD, None),
        ("AUT-05", PKS, PRISON, OLD, None),
    ],
)
def test_the_tiers_of_2016(
    rule: str, kind: str, parties: tuple[str, ...], date: datetime.date, severity: str | None
) -> None:
    found = findings(rule, agreement(kind=kind, parties=parties, date=date))
    assert [finding.severity for finding in found] == ([severity] if severity else [])


@pytest.mark.parametrize(
    ("parties", "term", "severity"),
    [
        (PRISON, "2 (dua) tahun", None),
        (PRISON, "3 (tiga) tahun", "error"),
        (PRISON, "5 (lima) tahun", "error"),
        (("Rumah Tahanan Negara Kelas IIB Sukamaju", "PT Cahaya Mandala Usaha"), "3 (tiga) tahun", "warning"),
        (
            ("Kantor Wilayah Direktorat Jenderal Pemasyarakatan Sukamaju", "PT Cahaya Mandala Usaha"),
            "5 (lima) tahun",
            None,
        ),
        (("Direktorat Jenderal Pemasyarakatan", "PT Cahaya Mandala Usaha"), "5 (lima) tahun", None),
        (IMMIGRATION, "5 (lima) tahun", None),
    ],
)
def test_a_prison_signs_for_two_years(parties: tuple[str, ...], term: str, severity: str | None) -> None:
    text = (
        f"Pasal 6\nJANGKA WAKTU\nPerjanjian Kerja Sama tentang pembinaan narapidana ini berlaku selama {term} "
        "terhitung "
        "sejak tanggal ditandatangani."
    )
    found = findings("AUT-06", agreement(text, parties=parties))
    assert [finding.severity for finding in found] == ([severity] if severity else [])


def test_a_stand_in_and_money() -> None:
    acts = "dalam hal ini bertindak untuk dan atas nama Badan Riset Samudra Nusantara"
    subject = signed_by(f"RATNA KUSUMAWATI, Plh. Kepala Badan Riset Samudra Nusantara, {acts}", kind="surat-perjanjian")
    (found,) = findings("AUT-08", subject)
    assert "Plh." in found.message
    assert findings("AUT-08", scanned(subject))[0].confidence == "medium"
    settled = f"RATNA KUSUMAWATI, Kepala Badan Riset Samudra Nusantara, {acts}"
    assert not findings("AUT-08", signed_by(settled, kind="surat-perjanjian"))


def test_a_local_office_and_the_whole_country() -> None:
    text = "Pasal 2\nRUANG LINGKUP\nRuang lingkupnya penyuluhan pada seluruh kantor imigrasi di seluruh Indonesia."
    assert findings("AUT-09", agreement(text, parties=IMMIGRATION))
    centre = ("Direktorat Jenderal Imigrasi", "Universitas Nusa Harapan")
    assert not findings("AUT-09", agreement(text, parties=centre))


@pytest.mark.parametrize(
    ("umbrella", "message"),
    [
        ("berlaku sampai dengan tanggal 30 Juni 2027", "30 Juni 2027"),
        ("tanggal 14 Januari 2025 yang berlaku selama 3 (tiga) tahun", "13 Januari 2028"),
        ("yang berakhir pada tanggal 14 Januari 2026", "sudah berakhir"),
        ("berlaku sampai dengan tanggal 30 Juni 2030", None),
        ("tanggal 14 Januari 2025", None),
    ],
)
def test_an_agreement_ends_with_its_umbrella(umbrella: str, message: str | None) -> None:
    premis = (
        "PARA PIHAK terlebih dahulu menerangkan hal-hal sebagai berikut:\n\n"
        f"a. bahwa PARA PIHAK menindaklanjuti Nota Kesepahaman Nomor 009/NK/I/2025 {umbrella}."
    )
    found = findings("WKT-03", agreement(premis, part="premis", date=datetime.date(2026, 3, 12)))
    assert len(found) == (message is not None)
    assert all(message in finding.message for finding in found if message)
