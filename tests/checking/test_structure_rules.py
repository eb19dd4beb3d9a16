"""The head, the numbering and the blanks."""

from __future__ import annotations

import pytest
from rule_checks import agreement, findings, scanned

from kerjasama_check.checking.examples import parse_text
from kerjasama_check.checking.skeletons import compose

HEAD = "PERJANJIAN KERJA SAMA\n"


@pytest.mark.parametrize(
    ("title", "missing"),
    [
        (HEAD + "ANTARA\n{{PIHAK1}}\nDENGAN\n{{PIHAK2}}\nTENTANG\nPELATIHAN KERJA", None),
        (HEAD + "ANTARA\n{{PIHAK1}}\nDAN\n{{PIHAK2}}\nTENTANG\nPELATIHAN KERJA", None),
        (HEAD + "{{PIHAK1}}\nDENGAN\n{{PIHAK2}}\nTENTANG\nPELATIHAN KERJA", "ANTARA"),
        (HEAD + "ANTARA\n{{PIHAK1}}\nDENGAN\n{{PIHAK2}}", "TENTANG"),
    ],
)
def test_parts_of_the_title(title: str, missing: str | None) -> None:
    found = findings("STR-02", agreement(title, part="judul"))
    assert [missing in finding.message for finding in found if missing] == ([True] if missing else [])
    assert bool(found) is (missing is not None)


@pytest.mark.parametrize(
    ("opening", "missing"),
    [
        ("Pada hari ini, Kamis, tanggal dua belas, bulan Maret, tahun dua ribu dua puluh enam, kami:", None),
        ("Pada hari ini tanggal dua belas bulan Maret tahun dua ribu dua puluh enam, kami:", "nama hari"),
        ("Pada hari ini, .........., tanggal dua belas, bulan Maret, tahun dua ribu dua puluh enam, kami:", None),
        ("Yang bertanda tangan di bawah ini:", "hari dan tanggal"),
    ],
)
def test_day_and_date_of_the_opening(opening: str, missing: str | None) -> None:
    found = findings("STR-05", agreement(opening, part="pembukaan"))
    assert [finding.message for finding in found if missing and missing in finding.message] == [
        f.message for f in found
    ]
    assert bool(found) is (missing is not None)


def party(first: str) -> str:
    return (
        f"1. {first}; dan\n2. BAGUS WIRATAMA, Direktur Utama PT Cahaya Mandala Usaha, berkedudukan di Jalan Kenanga "
        "Nomor 8, Sukamaju, dalam hal ini bertindak untuk dan atas nama PT Cahaya Mandala Usaha, selanjutnya disebut "
        "PIHAK KEDUA."
    )


def test_the_phrase_of_capacity_must_be_whole() -> None:
    broken = (
        "RATNA KUSUMAWATI, Direktur Politeknik Negeri Sukamaju, berkedudukan di Sukamaju, dalam hal ini bertindak dan"
    )
    broken += " atas nama Politeknik Negeri Sukamaju, selanjutnya disebut PIHAK KESATU"
    (found,) = findings("STR-07", agreement(party(broken), part="para-pihak"))
    assert "untuk dan atas nama" in found.message
    assert not findings("STR-07", agreement(party(broken.replace("dan atas", "untuk dan atas", 1)), part="para-pihak"))


def test_names_of_a_scan_may_be_misread_but_phrases_count() -> None:
    text = "Direktur Politeknik Negeri Sukamaju, berkedudukan di Sukamaju, selanjutnya disebut PIHAK KESATU"
    (found,) = findings("STR-07", scanned(agreement(party(text), part="para-pihak")))
    assert "untuk dan atas nama" in found.message
    assert "nama penanda tangan" not in found.message


def test_an_address_that_is_missing_is_only_a_warning() -> None:
    text = "RATNA KUSUMAWATI, Direktur Politeknik Negeri Sukamaju, dalam hal ini bertindak untuk dan atas nama "
    text += "Politeknik Negeri Sukamaju, selanjutnya disebut PIHAK KESATU"
    (found,) = findings("STR-07", agreement(party(text), part="para-pihak"))
    assert found.severity == "warning"
    assert "alamat" in found.message


@pytest.mark.parametrize(
    ("old", "new", "said"), [("16", "16", None), ("16", "18", "Pasal 16 tidak ada"), ("6", "5", "lebih")]
)
def test_numbers_of_articles(old: str, new: str, said: str | None) -> None:
    text = compose("perjanjian-kerja-sama").replace(f"\nPasal {old}\n", f"\nPasal {new}\n")
    found = findings("STR-10", parse_text(text))
    assert [said in finding.message for finding in found if said][:1] == ([True] if said else [])
    assert bool(found) is (said is not None)


def test_a_numbering_that_starts_again_is_said_once() -> None:
    text = compose("perjanjian-kerja-sama")
    for number in range(9, 17):
        text = text.replace(f"\nPasal {number}\n", f"\nPasal {number - 8}\n")
    (found,) = findings("STR-10", parse_text(text))
    assert "dimulai lagi" in found.message


def paragraphs(*numbered: str) -> str:
    return "Pasal 3\nPELAKSANAAN\n" + "\n".join(numbered)


@pytest.mark.parametrize(
    ("text", "said"),
    [
        (paragraphs("(1) Pelatihan diadakan.", "(2) Jadwal ditetapkan."), None),
        (paragraphs("(1) Pelatihan diadakan.", "(3) Jadwal ditetapkan."), "di tempat ayat (2)"),
        (paragraphs("(1) Pelatihan diadakan.", "(1) Jadwal ditetapkan."), "dua kali"),
        (paragraphs("(1) Pelatihan diadakan menurut jadwal."), "hanya mempunyai satu ayat"),
        (paragraphs("(1) Pelatihan diadakan oleh PIHAK KESATU atau", "(2) oleh PIHAK KEDUA."), "terputus"),
        (
            paragraphs("(1) Satu ada.", "(2) Dua ada.", "(3) Tiga ada.", "(1) Satu lagi.", "(2) Dua lagi."),
            "dimulai lagi",
        ),
    ],
)
def test_numbers_of_paragraphs(text: str, said: str | None) -> None:
    found = findings("STR-12", text)
    assert [said in finding.message for finding in found if said] == ([True] if said else [])
    assert bool(found) is (said is not None)


def test_gaps_of_a_scan_are_not_trusted() -> None:
    gap = agreement(paragraphs("(1) Pelatihan diadakan.", "(3) Jadwal ditetapkan."))
    assert findings("STR-12", gap)
    assert not findings("STR-12", scanned(gap))


def test_all_blanks_are_one_finding() -> None:
    (found,) = findings(
        "STR-18", "Pasal 3\nPELAKSANAAN\nDi ............ pada ${tanggal} oleh {{nama}} dan [NAMA_MITRA]."
    )
    assert len(found.more_places) == 3
    assert found.place.provision == "Pasal 3"


def test_an_ellipsis_in_a_sentence_is_no_blank() -> None:
    assert not findings("STR-18", "Pasal 3\nPELAKSANAAN\nPelatihan diadakan dan/atau diperluas; biaya 1.000.000,00.")


def test_a_party_without_a_signature_is_missed() -> None:
    text = "PIHAK KESATU,\nDirektur Politeknik Negeri Sukamaju\nRATNA KUSUMAWATI"
    (found,) = findings("STR-14", agreement(text, part="tanda-tangan"))
    assert "PIHAK KEDUA" in found.message


def test_lines_to_sign_on_are_no_blanks() -> None:
    text = "PIHAK KESATU,\n....................\nRATNA KUSUMAWATI\nPIHAK KEDUA,\n....................\nBAGUS WIRATAMA"
    assert not findings("STR-18", agreement(text, part="tanda-tangan"))
    unnamed = "PIHAK KESATU,\n(....................)\nPIHAK KEDUA,\n(....................)"
    assert findings("STR-18", agreement(unnamed, part="tanda-tangan"))


def test_a_semicolon_that_ocr_read_otherwise_is_one() -> None:
    text = (
        "PARA PIHAK terlebih dahulu menerangkan hal-hal sebagai berikut:\na. bahwa PIHAK KESATU mengajar:\n"
        "b. bahwa PIHAK KEDUA meneliti, dan\nc. bahwa PARA PIHAK ingin bekerja sama."
    )
    drafted = agreement(text, part="premis")
    assert [finding.message for finding in findings("STR-08", drafted)] == [
        "Butir premis a. tidak diakhiri titik koma."
    ]
    assert not findings("STR-08", scanned(drafted))
