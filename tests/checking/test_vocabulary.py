"""BHS-03 and BHS-05 to BHS-13: choice of words, labels, foreign terms, abbreviations."""

from __future__ import annotations

import pytest
from rule_checks import NK, agreement, findings, quotes, scanned

from kerjasama_check.checking.examples import parse_text
from kerjasama_check.checking.skeletons import compose


def body(text: str) -> str:
    return f"Pasal 4\nPELAKSANAAN\n{text}"


@pytest.mark.parametrize(
    ("rule", "text", "fixes"),
    [
        ("BHS-03", "Perubahan dibuat dalam Addendum dan addendum lain.", ["Adendum"]),
        ("BHS-03", "Perubahan dibuat dalam “addendum” tersendiri.", ["adendum"]),
        ("BHS-03", "Perubahan dibuat dalam perjanjian tambahan/addendum.", ["adendum"]),
        ("BHS-03", "Naskah ada di www.contoh.go.id/addendum dan berkas x_addendum.", []),
        ("BHS-05", "PIHAK KESATU BERTANGGUNGJAWAB atas kegiatan.", ["BERTANGGUNG JAWAB"]),
        (
            "BHS-05",
            "Laporan ditanda tanganinya lalu menindak lanjuti hasilnya.",
            ["ditandatanganinya", "menindaklanjuti"],
        ),
        ("BHS-05", "Koordinasi antar  lembaga dijalankan.", ["antarlembaga"]),
        ("BHS-05", "Koordinasi oleh Kepala Bidang Hubungan Antar Lembaga.", []),
        ("BHS-05", "Pertanggungjawaban ditandatangani dan ditindaklanjuti; ia bertanggung jawab.", []),
        ("BHS-06", "Beresiko tinggi dan terhutang.", ["Berisiko", "terutang"]),
        ("BHS-06", "Perubahan dan perorangan, bagaimanapun juga, tetap.", []),
        ("BHS-06", "Surat menyurat melalui apapun.", ["apa pun"]),
        ("BHS-11", "Perubahan dan atau penambahan.", ["dan/atau"]),
        ("BHS-11", "Perubahan dan / atau penambahan.", ["dan/atau"]),
        ("BHS-11", "Setiap badan atau lembaga.", []),
    ],
)
def test_fixes(rule: str, text: str, fixes: list[str]) -> None:
    assert [f.fix.replacement for f in findings(rule, body(text)) if f.fix] == fixes


def test_what_ocr_may_have_lost_is_no_fault() -> None:
    scan = scanned(agreement(body("Surat menyurat dilakukan dan / atau diulang; pelaksaan kegiatan masing masing.")))
    assert [findings(rule, scan) for rule in ("BHS-05", "BHS-06", "BHS-11")] == [[], [], []]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Laporan dikirim selambat - lambatnya 3 (tiga) hari.", ["selambat - lambatnya"]),
        ("Peserta minimal 10 (sepuluh) orang dan maksimal sebanyak 20 (dua puluh) orang.", ["maksimal", "minimal"]),
        ("Upaya yang maksimal sesuai dengan standar pelayanan minimal.", []),
        ("Tarif mengikuti upah minimum 2 (dua) kabupaten.", []),
        ("Sebagaimana tertulis “paling cepat dan selambat-lambatnya” di sana.", []),
    ],
)
def test_limits(text: str, found: list[str]) -> None:
    assert sorted(quotes(findings("BHS-08", body(text)))) == found


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("PIHAK KEDUA segera menyampaikan laporan.", ["segera"]),
        ("PIHAK KEDUA segera menyampaikan laporan dalam waktu 2 (dua) hari.", []),
        ("PIHAK KEDUA menyampaikan laporan segera setelah diterima.", []),
        ("Peralatan disediakan secukupnya.", ["secukupnya"]),
        ("Naskah dibubuhi materai secukupnya.", []),
    ],
)
def test_vague_words(text: str, found: list[str]) -> None:
    assert quotes(findings("BHS-09", body(text))) == found


def test_foreign_terms_are_one_finding() -> None:
    (found,) = findings("BHS-07", body("PIHAK KEDUA mengikuti workshop dan training; force majeure dilaporkan."))
    assert quotes([found]) == ["workshop", "training", "force majeure"]
    assert "pelatihan" in found.message
    assert findings("BHS-07", body("Keadaan kahar (force majeure) dan Workshop Nasional dilaporkan.")) == []


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Para pihak hadir; PARA PIHAK setuju.", ["Para pihak"]),
        ("Pihak Kesatu dan PIHAK KEDUA hadir.", ["Pihak Kesatu"]),
        ("salah satu PIHAK meminta, salah satu pihak menolak.", ["salah satu pihak"]),
        ("PIHAK lainnya setuju; data tidak diberikan kepada pihak lainnya.", []),
        ("PIHAK lainnya setuju; gangguan diberitahukan kepada pihak lainnya.", ["pihak lainnya"]),
        ("Sebutan “para pihak” dipakai dalam naskah lama.", []),
        ("İzmir disebut; para pihak hadir.", ["para pihak"]),
    ],
)
def test_labels(text: str, found: list[str]) -> None:
    assert quotes(findings("BHS-12", body(text))) == found


def test_labels_in_small_letters_throughout() -> None:
    whole = compose(NK)
    for label in ("PARA PIHAK", "PIHAK KESATU", "PIHAK KEDUA"):
        whole = whole.replace(label, label.title())
    (found,) = findings("BHS-12", parse_text(whole.replace("PIHAK", "Pihak")))
    assert found.severity == "info" and found.place.quote == "Pihak Kesatu"


def test_a_label_is_mended_as_it_was_defined() -> None:
    (found,) = findings("BHS-12", body("Pihak Kesatu hadir."))
    assert found.fix is not None and found.fix.replacement == "PIHAK KESATU"
    (found,) = findings("BHS-12", body("Setiap pihak hadir dan setiap PIHAK setuju; setiap pihak pulang."))
    assert found.fix is not None and found.fix.replacement == "Setiap PIHAK"


@pytest.mark.parametrize(
    ("text", "count"),
    [
        ("KEADAAN MEMAKSA\n(1) Keadaan kahar membebaskan.\n(2) Keadaan memaksa diberitahukan.", 1),
        (
            "KEADAAN KAHAR/MEMAKSA\n(1) Keadaan kahar membebaskan.\n(2) Keadaan memaksa (force majeure) diberitahukan.",
            0,
        ),
        ("KEADAAN KAHAR (FORCE MAJEURE)\n(1) Keadaan kahar membebaskan.\n(2) Force majeure diberitahukan.", 0),
    ],
)
def test_one_name_for_what_excuses(text: str, count: int) -> None:
    found = findings("BHS-12", f"Pasal 4\n{text}", without=("keadaan-kahar",))
    assert len(found) == count


@pytest.mark.parametrize(
    ("text", "count"),
    [
        ("PIHAK KEDUA wajib harus melapor.", 1),
        ("PIHAK KEDUA harus dapat membuktikan kehadiran dan wajib melapor.", 0),
    ],
)
def test_modal_verbs(text: str, count: int) -> None:
    assert len(findings("BHS-10", body(text))) == count


def test_abbreviations() -> None:
    late = "(1) KAK disusun.\n(2) Kerangka Acuan Kerja (KAK) disahkan."
    (found,) = findings("BHS-13", body(late))
    assert found.place.provision == "Pasal 4 ayat (1)"
    assert findings("BHS-13", body("(1) Kerangka Acuan Kerja (KAK) disusun.\n(2) KAK disahkan.")) == []
    assert findings("BHS-13", body("(1) KAK disusun.\n(2) Rencana Kerja Tahunan (KAK) disahkan.")) == []
