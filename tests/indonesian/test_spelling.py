from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kerjasama_check.indonesian.spelling import compile_pairs, keep_case

SPELLER = compile_pairs(
    {
        "kerjasama": "kerja sama",
        "mengkerjasamakan": "mengerjasamakan",
        "tanggungjawab": "tanggung jawab",
        "materai": "meterai",
        "meterei": "meterai",
        "resiko": "risiko",
        "ijin": "izin",
        "dibawah": "di bawah",
        "disamping": "di samping",
        "dimana": "di mana",
        "kedalam": "ke dalam",
        "di sebut": "disebut",
        "di maksud": "dimaksud",
        "di tandatangani": "ditandatangani",
    }
)


@pytest.mark.parametrize(
    ("text", "original", "replacement"),
    [
        ("kerjasama ini", "kerjasama", "kerja sama"),
        ("PERJANJIAN KERJASAMA", "KERJASAMA", "KERJA SAMA"),
        ("Kerjasamanya baik", "Kerjasamanya", "Kerja samanya"),
        ("Perjanjian Kerjasama ini", "Kerjasama", "Kerja Sama"),
        ("Selesai. Kerjasama berakhir", "Kerjasama", "Kerja sama"),
        ("kerja-sama", "kerja-sama", "kerja sama"),
        ("bekerjasama", "bekerjasama", "bekerja sama"),
        ("berkerjasama", "berkerjasama", "bekerja sama"),
        ("mengkerjasamakan", "mengkerjasamakan", "mengerjasamakan"),
        ("bertanggungjawab", "bertanggungjawab", "bertanggung jawab"),
        ("materai", "materai", "meterai"),
        ("bermaterai cukup", "bermaterai", "bermeterai"),
        ("dimateraikan", "dimateraikan", "dimeteraikan"),
        ("meterei", "meterei", "meterai"),
        ("beresiko", "beresiko", "berisiko"),
        ("perijinan", "perijinan", "perizinan"),
        ("mengijinkan", "mengijinkan", "mengizinkan"),
        ("dibawah ini", "dibawah", "di bawah"),
        ("Dibawah ini", "Dibawah", "Di bawah"),
        ("disampingnya", "disampingnya", "di sampingnya"),
        ("selanjutnya di sebut", "di sebut", "disebut"),
        ("yang di  maksudkan", "di  maksudkan", "dimaksudkan"),
        ("di\ntandatangani", "di\ntandatangani", "ditandatangani"),
    ],
)
def test_wrong_words_are_found_with_their_right_form(text: str, original: str, replacement: str) -> None:
    assert [(hit.original, hit.replacement) for hit in SPELLER.find(text)] == [(original, replacement)]


@pytest.mark.parametrize(
    "text",
    [
        "kerja sama",
        "bekerja sama",
        "dikerjasamakan",
        "mempertanggungjawabkan",
        "meterai",
        "bermeterai",
        "dibawahi",
        "dibawahinya",
        "keluar",
        "di sebutkota",
        "kerjasama@contoh.ac.id",
        "www.kerjasama.go.id",
        "berkas kerjasama_2021",
    ],
)
def test_right_words_and_addresses_are_left(text: str) -> None:
    assert SPELLER.find(text) == []


def test_text_in_quotation_marks_is_skipped_on_demand() -> None:
    text = 'judul “Kerjasama Riset” dan "materai" serta kerjasama'
    assert len(SPELLER.find(text)) == 3
    assert [hit.original for hit in SPELLER.find(text, skip_quotes=True)] == ["kerjasama"]


@pytest.mark.parametrize(
    ("original", "replacement", "expected"),
    [
        ("MATERAI", "meterai", "METERAI"),
        ("Materai", "meterai", "Meterai"),
        ("materai", "meterai", "meterai"),
        ("X", "y", "Y"),
    ],
)
def test_case_is_kept(original: str, replacement: str, expected: str) -> None:
    assert keep_case(original, replacement) == expected


_VOCABULARY = 'kerjasama di sebut “ ” " materai dibawah . , KERJASAMA'
_PIECES = _VOCABULARY.split()


@given(st.text(max_size=200) | st.lists(st.sampled_from(_PIECES), max_size=30).map(" ".join), st.booleans())
def test_any_text_gives_hits_in_order_and_right_after_the_fix(text: str, skip_quotes: bool) -> None:
    end = 0
    for hit in SPELLER.find(text, skip_quotes):
        assert end <= hit.start < hit.end <= len(text)
        assert text[hit.start : hit.end] == hit.original
        assert SPELLER.find(hit.replacement) == []
        end = hit.end
