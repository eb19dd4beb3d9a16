"""EQU-01 to 03, 06, 08, 09: labels, order, originals and signature blocks."""

from __future__ import annotations

import pytest
from rule_checks import agreement, findings, scanned


def body(text: str) -> str:
    return f"Pasal 4\nPELAKSANAAN\n{text}"


@pytest.mark.parametrize(
    ("text", "count"),
    [
        ("PIHAK PERTAMA menyusun rencana.", 1),
        ("PIHAK I menyusun rencana bersama PIHAK II.", 2),
        ("PIHAK KESATU menyusun rencana tanpa pihak ketiga.", 0),
        ("PIHAK KESATU\nmenyusun rencana bersama PIHAK\nKEDUA.", 0),
    ],
)
def test_mixed_labels(text: str, count: int) -> None:
    assert len(findings("EQU-01", body(text))) == count


def test_mixed_labels_recur_as_one_finding() -> None:
    (found,) = findings("EQU-01", body("PIHAK PERTAMA menyusun rencana, lalu PIHAK PERTAMA melaksanakannya."))
    assert len(found.more_places) == 1
    assert found.fix is not None and found.fix.replacement == "PIHAK KESATU"


def test_a_doubtful_label_of_a_scan_is_no_label() -> None:
    whole = agreement(body("PIHAK PERTAMA menyusun rencana."))
    assert len(findings("EQU-01", scanned(whole))) == 1
    assert findings("EQU-01", scanned(whole, "PERTAMA")) == []


def title(first: str, second: str) -> str:
    return f"PERJANJIAN KERJA SAMA\n\nANTARA\n\n{first}\n\nDENGAN\n\n{second}\n\nTENTANG\n\nPELATIHAN KERJA"


@pytest.mark.parametrize(
    ("first", "second", "count"),
    [
        ("PT CAHAYA MANDALA USAHA", "POLITEKNIK NEGERI SUKAMAJU", 1),
        ("POLITEKNIK NEGERI SUKAMAJU", "PT CAHAYA MANDALA USAHA", 0),
        ("JURUSAN TEKNIK SIPIL", "POLITEKNIK NEGERI SUKAMAJU", 0),
    ],
)
def test_order(first: str, second: str, count: int) -> None:
    assert len(findings("EQU-03", title(first, second), part="judul")) == count


KOMPARISI = (
    "1. RATNA KUSUMAWATI, Direktur Politeknik Negeri Sukamaju, bertindak untuk dan atas nama Politeknik Negeri "
    "Sukamaju, selanjutnya disebut PIHAK KESATU; dan\n\n"
    "2. BAGUS WIRATAMA, Direktur Utama PT Cahaya Mandala Usaha, bertindak untuk dan atas nama PT Cahaya Mandala "
    "Usaha, selanjutnya disebut {second}.\n\n{last}"
)


def test_one_label_for_two() -> None:
    text = KOMPARISI.format(second="PIHAK KESATU", last="PIHAK KESATU dan PIHAK KEDUA disebut PARA PIHAK.")
    assert len(findings("EQU-02", text, part="para-pihak")) == 1
    text = KOMPARISI.format(second="PIHAK KEDUA", last="PIHAK KESATU dan PIHAK KEDUA disebut PARA PIHAK.")
    assert findings("EQU-02", text, part="para-pihak") == []


@pytest.mark.parametrize(
    ("last", "count"),
    [
        ("", 1),
        ("Keduanya secara bersama-sama disebut PARA PIHAK.", 0),
        ("PIHAK KESATU dan PIHAK KEDUA (selanjutnya disebut “PARA PIHAK”) sepakat.", 0),
    ],
)
def test_common_label(last: str, count: int) -> None:
    text = KOMPARISI.format(second="PIHAK KEDUA", last=last)
    assert len(findings("EQU-09", text, part="para-pihak")) == count


def test_both_parties_among_three() -> None:
    text = body("Kedua belah pihak melaksanakan pelatihan.")
    three = (
        KOMPARISI.format(second="PIHAK KEDUA", last="")
        + "3. SITI HALIMAH, Ketua Yayasan Bina Karya, bertindak untuk dan atas nama Yayasan Bina Karya, selanjutnya "
        "disebut PIHAK KETIGA.\n\nKetiganya secara bersama-sama disebut PARA PIHAK."
    )
    whole = agreement(three, part="para-pihak")
    assert len(whole.parties) == 3
    assert findings("EQU-09", whole) == []
    assert findings("EQU-09", text) == []


def test_original_for_one_party_only() -> None:
    text = "Demikian {{Jenis}} ini dibuat di atas meterai cukup. Naskah asli disimpan oleh %s."
    assert len(findings("EQU-06", text % "PIHAK KEDUA", part="penutup")) == 1
    assert findings("EQU-06", text % "masing-masing PIHAK", part="penutup") == []


def test_staff_number_on_one_side() -> None:
    block = (
        "PIHAK KESATU,\n\nKepala Dinas Tenaga Kerja\n\nRATNA KUSUMAWATI\n\nNIP 197901012005012001\n\n"
        "PIHAK KEDUA,\n\nKepala Dinas Sosial\n\nBAGUS WIRATAMA"
    )
    offices = ("Dinas Tenaga Kerja Kabupaten Sukamaju", "Dinas Sosial Kabupaten Sukajaya")
    mixed = ("Dinas Tenaga Kerja Kabupaten Sukamaju", "PT Cahaya Mandala Usaha")
    assert len(findings("EQU-08", block, part="tanda-tangan", parties=offices)) == 1
    assert findings("EQU-08", block, part="tanda-tangan", parties=mixed) == []
