from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kerjasama_check.indonesian.durations import find_durations
from kerjasama_check.indonesian.figures import find_figure_words
from kerjasama_check.indonesian.terbilang import to_words


@pytest.mark.parametrize(
    ("text", "months", "days"),
    [
        ("5 (lima) tahun", 60, None),
        ("3 tahun", 36, None),
        ("tiga tahun", 36, None),
        ("12 (dua belas) bulan", 12, None),
        ("1 (satu) tahun 6 (enam) bulan", 18, None),
        ("1 (satu) tahun dan 3 (tiga) bulan", 15, None),
        ("14 (empat belas) hari kerja", None, 14),
        ("30 hari kalender", None, 30),
        ("2 (dua) minggu", None, 14),
        ("(5) lima tahun", 60, None),
        ("5 (Lima ) Tahun", 60, None),
        ("5(lima)tahun", 60, None),
        ("lima (5) tahun", 60, None),
        ("setahun", 12, None),
        ("1,5 tahun", 18, None),
        ("1 (satu) semester", 6, None),
        ("five (5) years", 60, None),
        ("three years", 36, None),
        ("thirty (30) working days", None, 30),
        ("24 jam", None, None),
    ],
)
def test_lengths_of_time_are_one_span(text: str, months: int | None, days: int | None) -> None:
    sentence = f"berlaku selama {text} sejak ditandatangani"
    (span,) = find_durations(sentence)
    assert sentence[span.start : span.end] == text
    assert (span.months, span.days) == (months, days)


def test_working_days_are_told() -> None:
    assert [span.working_days for span in find_durations("14 hari kerja, 14 hari kalender, 5 working days")] == [
        True,
        False,
        True,
    ]


def test_figures_and_words_that_differ_are_both_kept() -> None:
    (span,) = find_durations("selama 3 (dua) tahun")
    assert (span.figure_value, span.words_value, span.amount) == (3, 2, 3)


@pytest.mark.parametrize(
    "text",
    [
        "Undang-Undang Nomor 6 Tahun 2011",
        "tanggal 7 (tujuh) bulan Maret tahun 2022",
        "tanggal dua puluh tiga bulan November",
        "tanggal dua puluh empat bulan sebelas tahun dua ribu dua puluh satu",
        "tahun 2021",
        "pada hari kerja",
        "Pasal 5 tahun",
    ],
)
def test_laws_and_dates_are_no_lengths(text: str) -> None:
    assert find_durations(text) == []


@given(st.integers(1, 400), st.sampled_from(["tahun", "bulan", "minggu", "hari"]))
def test_all_writings_of_a_length_mean_the_same(number: int, unit: str) -> None:
    words = to_words(number)
    for amount in (f"{number} ({words})", str(number), words, f"{words} ({number})", f"{number} ({words.upper()} )"):
        (span,) = find_durations(f"selama {amount} {unit} terhitung sejak")
        assert span.amounts == ((number, unit),)


@pytest.mark.parametrize(
    ("text", "figure", "words"),
    [
        ("3 (tiga)", 3, 3),
        ("2 (dua) rangkap", 2, 2),
        ("3 (dua) orang", 3, 2),
        ("3 (tiga orang)", 3, 3),
        ("10% (sepuluh persen)", 10, 10),
        ("1.500 (seribu lima ratus) orang", 1500, 1500),
        ("30 (tigapuluh) hari", 30, 30),
        ("2 (dua tiga puluh)", 2, None),
        ("dua (2) rangkap", 2, 2),
        ("five (5) years", 5, 5),
    ],
)
def test_pairs_of_figure_and_words(text: str, figure: int, words: int | None) -> None:
    (pair,) = find_figure_words(f"sebanyak {text}")
    assert (pair.figure, pair.words_value) == (figure, words)
    assert pair.agrees == (None if words is None else figure == words)


@pytest.mark.parametrize(
    "text",
    [
        "Pasal 5 (lihat lampiran)",
        "(1) Para Pihak",
        "ayat (2)",
        "Rp5.000 (lima ribu)",
        "rangkap dua (tiga)",
        "satu. (2) Para Pihak",
        "Gedung 3 (timur)",
        "kedua (2)",
    ],
)
def test_references_and_lists_are_no_pairs(text: str) -> None:
    assert find_figure_words(text) == []


@given(st.integers(0, 10**9))
def test_pairs_lead_back_to_the_number(number: int) -> None:
    grouped = f"{number:,}".replace(",", ".")
    for figure in (str(number), grouped):
        (pair,) = find_figure_words(f"{figure} ({to_words(number)})")
        assert pair.figure == pair.words_value == number


_VOCABULARY = "1 (satu) tahun bulan 6 ( ) hari kerja lima (5) dan , Pasal . years"
_PIECES = _VOCABULARY.split()


@given(st.text(max_size=300) | st.lists(st.sampled_from(_PIECES), max_size=30).map(" ".join))
def test_any_text_gives_spans_in_order(text: str) -> None:
    for spans in (find_durations(text), find_figure_words(text)):
        end = 0
        for span in spans:
            assert end <= span.start < span.end <= len(text)
            end = span.end
