"""Line-end hyphens, spaced letters, symbols of private fonts, and what counts as a label."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kerjasama_check.reading.layout_labels import is_article, is_label, starts_labelled, starts_something
from kerjasama_check.reading.layout_text import clean, close_letters, join_texts


@pytest.mark.parametrize(
    ("before", "after", "joined"),
    [
        ("sesuai dengan keten-", "tuan yang", "sesuai dengan ketentuan yang"),
        ("melaksa-", "nakan", "melaksanakan"),
        ("ber-", "tanggung", "bertanggung"),
        ("KEWA-", "JIBAN", "KEWAJIBAN"),
        ("(pember-", "dayaan)", "(pemberdayaan)"),
        ("peraturan perundang-", "undangan", "peraturan perundang-undangan"),
        ("PERUNDANG-", "UNDANGAN", "PERUNDANG-UNDANGAN"),
        ("masing-", "masing.", "masing-masing."),
        ("sebaik-", "baiknya", "sebaik-baiknya"),
        ("hal-", "hal", "hal-hal"),
        ("selambat-", "lambatnya", "selambat-lambatnya"),
        ("kegiatan-", "kegiatan", "kegiatan-kegiatan"),
        ("Undang-", "Undang", "Undang-Undang"),
        ("sewaktu-", "waktu", "sewaktu-waktu"),
        ("bersama-", "sama", "bersama-sama"),
        ("tidak hanya menguntungkan se-", "kelompok", "tidak hanya menguntungkan sekelompok"),
        ("Nomor PER-", "009/A/JA/2011", "Nomor PER-009/A/JA/2011"),
        ("009/A/JA-", "2011", "009/A/JA-2011"),
        ("non-", "kementerian", "non-kementerian"),
        ("lembaga non-", "Kementerian", "lembaga non-Kementerian"),
        ("2020-", "2024", "2020-2024"),
        ("tanggal 1 -", "3 Mei", "tanggal 1 - 3 Mei"),
        ("satu", "dua", "satu dua"),
        ("-", "butir", "- butir"),
        ("", "dua", "dua"),
    ],
)
def test_lines_are_joined_as_they_were_meant(before: str, after: str, joined: str) -> None:
    assert join_texts(before, after) == joined


@given(st.text(max_size=40), st.text(max_size=40))
def test_joining_loses_no_letter(before: str, after: str) -> None:
    joined = join_texts(before, after)
    assert joined.replace("-", "").replace(" ", "") == (before + after).replace("-", "").replace(" ", "")


@pytest.mark.parametrize(
    ("text", "closed"),
    [
        ("P E N U T U P", "PENUTUP"),
        ("P A S A L 5", "PASAL 5"),
        ("PIHAK I dan PIHAK II", "PIHAK I dan PIHAK II"),
        ("A B C", "A B C"),
        ("Huruf a b c d e", "Huruf a b c d e"),
    ],
)
def test_spaced_letters(text: str, closed: str) -> None:
    assert close_letters(text) == closed


def test_symbols_and_ligatures() -> None:
    assert clean("e\ufb01sien") == "efisien"
    assert clean("\uf0b7") == "•" and clean("\uf0fc") == "✓" and clean("\ue123") == "•"
    assert clean("kerja\u00adsama\u200b") == "kerjasama" and clean("non\u2011aktif") == "non-aktif"
    assert clean("a\x02b\ufffe") == "ab"


@pytest.mark.parametrize(
    "text", ["(1)", "1.", "12)", "a.", "(b)", "iv.", "IV.", "2.1.", "•", "-", "(ii)", "ii...", "C..", "2.)", "(2.)"]
)
def test_labels(text: str) -> None:
    assert is_label(text) and starts_labelled(f"{text} Para pihak") and starts_something(f"{text} Para pihak")


@pytest.mark.parametrize(
    "text", ["(dua)", "dan", "Rp", "2024", "(tiga) rangkap", "PIHAK", "S.H.", "ayat (1)", "dengan"]
)
def test_no_labels(text: str) -> None:
    assert not is_label(text) and not starts_labelled(f"{text} orang")


@pytest.mark.parametrize(
    "text",
    ["Pasal 1", "PASAL 12", "Pasal V", "BAB II", "PASAL SATU", "P A S A L 3", "Article 4", "Pasa1 5", "Pasal 6."],
)
def test_articles(text: str) -> None:
    assert is_article(text)


@pytest.mark.parametrize("text", ["Pasal 1 ayat (2)", "pasal ini", "Babak", "Pasal 5 Undang-Undang Nomor 6 Tahun 2011"])
def test_no_articles(text: str) -> None:
    assert not is_article(text)
