"""BHS-01, 02 and 04: spelling, and what is left alone; ANG-01: whether costs are settled."""

from __future__ import annotations

import pytest
import yaml
from rule_checks import NK, agreement, findings, quotes, scanned

from kerjasama_check import resources
from kerjasama_check.checking.functions.language import spelling_groups


def body(text: str) -> str:
    return f"Pasal 4\nPELAKSANAAN\n{text}"


def test_the_word_list_is_plain_yaml() -> None:
    text = (resources.rules_folder() / "kamus" / "ejaan.yaml").read_text(encoding="utf-8")
    assert yaml.safe_load(text) == spelling_groups()


def test_all_places_in_one_finding() -> None:
    (found,) = findings("BHS-01", body("Rencana kerjasama disusun; PARA PIHAK bekerjasama dalam Kerjasama ini."))
    assert quotes([found]) == ["kerjasama", "bekerjasama", "Kerjasama"]
    assert found.fix is not None and found.fix.replacement == "kerja sama"


@pytest.mark.parametrize(
    "text",
    [
        "Rencana disusun oleh Biro Perencanaan dan Kerjasama.",
        "Rencana disusun oleh Wakil Rektor Bidang Akademik dan Kerjasama.",
        "Surat dikirim ke kerjasama@contoh.ac.id atau www.kerjasama.contoh.ac.id.",
        "Sesuai Peraturan Pemerintah Nomor 57 Tahun 1999 tentang Kerjasama Penyelenggaraan Pembinaan.",
        "Sesuai Nota Kesepahaman Nomor 7/NK/2024 tentang Kerjasama Pelatihan.",
        "Sebagaimana tertulis “melakukan kerjasama” dalam naskah lama.",
        "PARA PIHAK bekerja sama dan mengerjasamakan pelatihan.",
    ],
)
def test_what_is_quoted_stays(text: str) -> None:
    assert findings("BHS-01", body(text)) == []


def test_the_own_title_is_corrected() -> None:
    lines = (
        "PERJANJIAN KERJASAMA",
        "ANTARA",
        "POLITEKNIK NEGERI SUKAMAJU",
        "DENGAN",
        "PT CAHAYA",
        "TENTANG",
        "PELATIHAN",
    )
    (found,) = findings("BHS-01", "\n\n".join(lines), part="judul")
    assert found.fix is not None and found.fix.replacement == "KERJA SAMA"


@pytest.mark.parametrize(
    ("text", "fix"),
    [
        ("sebagaimana tersebut diatas", "di atas"),
        ("yang di maksudkan PARA PIHAK", "dimaksudkan"),
        ("Dimana PARA PIHAK", "Di mana"),
        ("perkara yang diatasi bersama", None),
        ("peserta yang dibawahi", None),
        ("di dalam dan di luar ruang", None),
    ],
)
def test_prepositions_and_prefixes(text: str, fix: str | None) -> None:
    found = findings("BHS-04", body(f"{text} dilaksanakan."))
    assert [f.fix.replacement for f in found if f.fix] == ([fix] if fix else [])


def test_a_scan_gives_no_fix_and_nothing_in_doubt() -> None:
    whole = agreement(body("Naskah ini bermaterai cukup."))
    (found,) = findings("BHS-02", scanned(whole))
    assert found.fix is None and found.confidence == "medium"
    assert findings("BHS-02", scanned(whole, "bermaterai")) == []


@pytest.mark.parametrize(
    ("text", "kind", "count"),
    [
        ("Biaya yang timbul ditanggung masing-masing PIHAK.", NK, 0),
        ("Pembiayaan kegiatan diatur dalam perjanjian kerja sama.", NK, 0),
        ("PIHAK KEDUA menerima uang harian dari PIHAK KESATU.", "perjanjian-kerja-sama", 1),
        ("Pelatihan dilaksanakan bersama.", "perjanjian-kerja-sama", 1),
    ],
)
def test_financing(text: str, kind: str, count: int) -> None:
    found = findings("ANG-01", body(text), kind=kind, without=("pembiayaan",))
    assert len(found) == count
    assert all(f.place.provision is None for f in found)
