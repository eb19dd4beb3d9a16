"""The whole walk: an agreement in many layouts, and hostile text."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from kerjasama_check.agreement.languages import language_of
from kerjasama_check.agreement.model import Agreement

Read = Callable[..., Agreement]

HEAD: list[object] = [("c", t) for t in ("NOTA KESEPAHAMAN", "ANTARA", "DINAS KESEHATAN KABUPATEN ALOR", "DENGAN")]
HEAD += [
    ("c", t)
    for t in ("YAYASAN HARAPAN", "TENTANG", "PELAYANAN KESEHATAN IBU", "NOMOR : 12/DK/2024", "NOMOR : 3/YH/2024")
]
OPENING = (
    "Pada hari ini, Senin, tanggal Delapan bulan Januari tahun Dua Ribu Dua Puluh Empat (08-01-2024), bertempat di "
    "Kalabahi, yang bertanda tangan di bawah ini:"
)
PARTIES: list[object] = [
    "1. Sari Wulandari, Kepala Dinas Kesehatan Kabupaten Alor, bertindak untuk dan atas nama Dinas Kesehatan Kabupaten "
    "Alor, selanjutnya disebut PIHAK KESATU;",
    "2. Budi Hartono, Ketua Yayasan Harapan, bertindak untuk dan atas nama Yayasan Harapan, disebut PIHAK KEDUA.",
    "PARA PIHAK sepakat mengadakan kerja sama dengan ketentuan sebagai berikut:",
]
ARTICLES: list[object] = [
    *(("c", "Pasal 1"), ("c", "MAKSUD DAN TUJUAN"), "Kerja sama ini dimaksudkan untuk meningkatkan kesehatan ibu."),
    *(("c", "Pasal 2"), ("c", "JANGKA WAKTU"), "Nota Kesepahaman ini berlaku 2 (dua) tahun sejak ditandatangani."),
]
CLOSING = "Demikian Nota Kesepahaman ini dibuat dalam rangkap 2 (dua) asli bermeterai cukup."
SIGNED: list[object] = ["PIHAK KEDUA\t\tPIHAK KESATU", "Budi Hartono\t\tSari Wulandari"]


def test_a_whole_agreement(agreement: Read) -> None:
    found = agreement([*HEAD, OPENING, *PARTIES, *ARTICLES, CLOSING, *SIGNED])
    assert (found.kind, found.place, str(found.date)) == ("nota-kesepahaman", "Kalabahi", "2024-01-08")
    assert found.title is not None and found.title.subject == "PELAYANAN KESEHATAN IBU"
    assert [n.value for n in found.numbers] == ["12/DK/2024", "3/YH/2024"]
    assert [p.institution for p in found.parties] == ["Dinas Kesehatan Kabupaten Alor", "Yayasan Harapan"]
    assert [(a.number, a.heading) for a in found.articles] == [(1, "MAKSUD DAN TUJUAN"), (2, "JANGKA WAKTU")]
    assert (found.closing.copies, found.closing.stamp) == (2, True)
    assert [(s.label, s.name) for s in found.signatures] == [
        ("PIHAK KEDUA", "Budi Hartono"),
        ("PIHAK KESATU", "Sari Wulandari"),
    ]
    assert (found.unplaced, found.recognised, found.template, found.ceremonial) == ((), 1.0, False, False)


def test_every_block_has_its_provision(agreement: Read) -> None:
    found = agreement([*HEAD, OPENING, *PARTIES, *ARTICLES, CLOSING, *SIGNED, ("b", "LAMPIRAN"), "Daftar kegiatan"])
    assert found.provision_at(0) == "judul"
    assert found.provision_at(len(HEAD)) == "pembukaan"
    assert [p.name for p in found.provisions][-2:] == ["Lampiran", "Lampiran"]
    names = {p.name for p in found.provisions}
    assert {"judul", "nomor", "pembukaan", "para pihak", "Pasal 1", "Pasal 2", "penutup", "tanda tangan"} <= names


def test_chapters_are_placed(agreement: Read) -> None:
    lines: list[object] = [("c", "BAB I"), ("c", "UMUM"), *ARTICLES[:3], ("c", "BAB II"), ("c", "WAKTU"), *ARTICLES[3:]]
    found = agreement([*HEAD, OPENING, *PARTIES, *lines, CLOSING, *SIGNED])
    assert found.unplaced == () and [a.chapter for a in found.articles] == [0, 1]


@pytest.mark.parametrize("form", ["1. {}", "I. {}", "A. {}"])
def test_numbered_headings_without_pasal(agreement: Read, form: str) -> None:
    roman = {"I. {}": ("I. {}", "II. {}"), "A. {}": ("A. {}", "B. {}")}.get(form, ("1. {}", "2. {}"))
    lines: list[object] = [
        ("b", roman[0].format("MAKSUD DAN TUJUAN")),
        "Kerja sama ini untuk meningkatkan kesehatan ibu.",
    ]
    lines += [
        ("b", roman[1].format("JANGKA WAKTU")),
        "Nota Kesepahaman ini berlaku 2 (dua) tahun sejak ditandatangani.",
    ]
    found = agreement([*HEAD, OPENING, *PARTIES, *lines, CLOSING, *SIGNED])
    assert [(a.number, a.heading) for a in found.articles] == [(1, "MAKSUD DAN TUJUAN"), (2, "JANGKA WAKTU")]


def test_prose_without_articles(agreement: Read) -> None:
    prose = "PARA PIHAK sepakat bekerja sama dengan saling menghormati kedudukan masing-masing."
    found = agreement([*HEAD, OPENING, *PARTIES, prose, CLOSING, *SIGNED])
    assert found.articles == () and found.ceremonial


def test_a_text_in_two_languages_side_by_side_is_read_once(agreement: Read) -> None:
    pairs = [
        ("NOTA KESEPAHAMAN", "MEMORANDUM OF UNDERSTANDING"),
        ("ANTARA", "BETWEEN"),
        ("DINAS KESEHATAN KABUPATEN ALOR", "HEALTH OFFICE OF ALOR"),
        ("DAN", "AND"),
        ("GREEN SOCIETY", "GREEN SOCIETY"),
        (
            OPENING,
            "On this day, the eighth of January in the year of 2024, in Kalabahi, the undersigned of the parties:",
        ),
        (
            str(PARTIES[0]),
            "1. Sari Wulandari, the Head of the Health Office, hereinafter referred to as the FIRST PARTY;",
        ),
        (
            str(PARTIES[1]),
            "2. Karl Brenner, the Director of the Green Society, hereinafter referred to as the SECOND PARTY.",
        ),
        ("Pasal 1", "Article 1"),
        ("TUJUAN", "PURPOSE"),
        (
            "Kerja sama ini untuk kesehatan ibu dan anak dalam wilayah PARA PIHAK.",
            "This is for the health of the mothers.",
        ),
        ("Pasal 2", "Article 2"),
        ("PENUTUP", "CLOSING"),
        ("Nota Kesepahaman ini dibuat dalam rangkap 2 (dua).", "This is made in two originals by the parties."),
    ]
    cells = [(f"cell 0 {row} {column}", text) for row, pair in enumerate(pairs) for column, text in enumerate(pair)]
    found = agreement(cells)
    assert [(a.number, a.heading) for a in found.articles] == [(1, "TUJUAN"), (2, "PENUTUP")]
    assert [p.label for p in found.parties] == ["PIHAK KESATU", "PIHAK KEDUA"]
    assert found.language == "id+en" and found.recognised == 1.0


ENGLISH = [
    ("c", "MEMORANDUM OF UNDERSTANDING"),
    "This Memorandum is made by and between the parties in order to serve the health of mothers.",
    *("Article 1", "The aim of this Memorandum is the health of mothers and of the children."),
    *("Article 2", "Each of the parties shall bear its own costs in accordance with this Memorandum."),
    *("Article 3", "This Memorandum is signed by the parties and shall be in force for a term of two years."),
]
SIGNED_LAST = ["PIHAK KESATU,", "Sari Wulandari", "PIHAK KEDUA,", "Budi Hartono"]


@pytest.mark.parametrize("first", [True, False])
def test_the_english_version_before_or_behind_the_indonesian_one(agreement: Read, first: bool) -> None:
    articles = ["Pasal 1", "TUJUAN", "Nota Kesepahaman ini bertujuan menyehatkan ibu dan anak.", "Pasal 2", "BIAYA"]
    articles += ["Setiap PIHAK menanggung biayanya sendiri.", "Pasal 3", "PENUTUP", "Nota ini dibuat dalam rangkap 2."]
    own = [*HEAD, OPENING, *PARTIES, *articles]
    found = agreement([*ENGLISH, *own, *SIGNED_LAST] if first else [*own, *ENGLISH, *SIGNED_LAST])
    assert [(a.number, a.heading) for a in found.articles] == [(1, "TUJUAN"), (2, "BIAYA"), (3, "PENUTUP")]
    assert found.kind == "nota-kesepahaman" and found.recognised == 1.0
    assert [(s.label, s.name) for s in found.signatures] == [
        ("PIHAK KESATU", "Sari Wulandari"),
        ("PIHAK KEDUA", "Budi Hartono"),
    ]


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("Perjanjian ini dibuat oleh PARA PIHAK dan berlaku untuk dua tahun.", "id"),
        ("This agreement is made by the parties and shall be in force for the term of two years.", "en"),
        ("Perjanjian ini dibuat oleh dan untuk pihak. This agreement is made by and for the parties.", "id+en"),
    ],
)
def test_languages(text: str, language: str) -> None:
    assert language_of(text) == language


PIECES = st.sampled_from(
    [
        *(
            "Pasal 1",
            "PASAL",
            "BAB I",
            "NOMOR :",
            "TENTANG",
            "ANTARA",
            "(1) PARA PIHAK",
            "a.",
            "1)",
            "Demikian",
            "LAMPIRAN I",
        ),
        *(
            "PERJANJIAN KERJA SAMA",
            "selanjutnya disebut PIHAK KESATU",
            "Pada hari ini",
            "bahwa",
            "Mengingat:",
            "“Pasal 2",
        ),
        *(
            "rangkap 2 (dua)",
            "PIHAK KEDUA",
            "Nama : ",
            "untuk dan atas nama",
            "ADENDUM",
            "menjadi:",
            "Mengetahui",
            "NIP 1",
        ),
    ]
)


@given(st.lists(st.lists(st.one_of(PIECES, st.text(max_size=40)), max_size=4).map(" ".join), max_size=25))
@settings(max_examples=150, deadline=None)
def test_no_text_breaks_the_parser_and_none_is_lost(agreement: Read, lines: list[str]) -> None:
    found = agreement(list(lines))
    placed = {block for provision in found.provisions for block in provision.blocks}
    placed |= {block for chapter in found.chapters for block in chapter.blocks}
    written = {i for i, block in enumerate(found.document.blocks) if block.text.strip()}
    assert written <= placed | set(found.unplaced)
    assert 0 <= found.recognised <= 1
