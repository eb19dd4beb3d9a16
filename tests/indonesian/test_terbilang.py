from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kerjasama_check.indonesian.terbilang import find_words, parse_words, to_words


@pytest.mark.parametrize(
    ("number", "words"),
    [
        (0, "nol"),
        (10, "sepuluh"),
        (11, "sebelas"),
        (15, "lima belas"),
        (100, "seratus"),
        (115, "seratus lima belas"),
        (1000, "seribu"),
        (1100, "seribu seratus"),
        (2021, "dua ribu dua puluh satu"),
        (21_000, "dua puluh satu ribu"),
        (101_000, "seratus satu ribu"),
        (1_001_000, "satu juta seribu"),
        (3_000_000_000, "tiga miliar"),
        (10**12, "satu triliun"),
        (10**15, "satu kuadriliun"),
    ],
)
def test_numbers_are_written_as_kbbi_spells_them(number: int, words: str) -> None:
    assert to_words(number) == words


@pytest.mark.parametrize("number", [-1, 10**15 + 1])
def test_numbers_outside_the_range_are_refused(number: int) -> None:
    with pytest.raises(ValueError, match="no words"):
        to_words(number)


@given(st.integers(0, 10**15))
def test_words_lead_back_to_the_number(number: int) -> None:
    words = to_words(number)
    parsed = parse_words(words)
    assert parsed is not None
    assert (parsed.value, parsed.misspellings, parsed.standard) == (number, (), words)


@given(st.integers(0, 10**15), st.sampled_from([str.upper, str.title]), st.sampled_from(["  ", "\n", " \t", "-"]))
def test_case_and_blanks_do_not_matter(number: int, case: object, blank: str) -> None:
    text = to_words(number).replace(" ", blank)
    parsed = parse_words(text.upper() if case is str.upper else text.title())
    assert parsed is not None
    assert parsed.value == number
    assert parsed.misspellings == ()


@given(st.integers(1, 999_999))
def test_joined_words_are_read_and_reported(number: int) -> None:
    words = to_words(number)
    joined = words.replace(" ", "")
    parsed = parse_words(joined)
    assert parsed is not None
    assert parsed.value == number
    assert parsed.misspellings == ((joined,) if " " in words else ())


@pytest.mark.parametrize(
    ("text", "value", "misspellings"),
    [
        ("duaribu", 2000, ("duaribu",)),
        ("sembilanbelas", 19, ("sembilanbelas",)),
        ("Duapuluhenam", 26, ("Duapuluhenam",)),
        ("satu ratus", 100, ("satu ratus",)),
        ("satu ribu dua", 1002, ("satu ribu",)),
        ("satu belas", 11, ("satu belas",)),
        ("satu puluh", 10, ("satu puluh",)),
        ("se belas", 11, ("se belas",)),
        ("se ratus lima", 105, ("se ratus",)),
        ("delepan", 8, ("delepan",)),
        ("enem", 6, ("enem",)),
        ("tuju", 7, ("tuju",)),
        ("ampat", 4, ("ampat",)),
        ("tiga milyar", 3_000_000_000, ("milyar",)),
        ("Dua R1bu Dua Pu1uh", 2020, ("R1bu", "Pu1uh")),
        ("Dua Ribu Dua PuIuh", 2020, ("PuIuh",)),
        ("Sernbilan", 9, ("Sernbilan",)),
        ("dua ribu dua satu", 2021, ("dua satu",)),
        ("dua ribu dua puluhsatu", 2021, ("puluhsatu",)),
    ],
)
def test_misspellings_are_read_with_the_right_value(text: str, value: int, misspellings: tuple[str, ...]) -> None:
    parsed = parse_words(text)
    assert parsed is not None
    assert parsed.value == value
    assert parsed.misspellings == misspellings
    assert parsed.standard == to_words(value)


@pytest.mark.parametrize("text", ["sejuta", "satu juta"])
def test_both_ways_to_say_a_million_are_right(text: str) -> None:
    parsed = parse_words(text)
    assert parsed is not None
    assert parsed.misspellings == ()


@pytest.mark.parametrize(
    "text",
    ["", "tempat", "kelas", "dua kelas", "seorang", "satu satu", "seribu ratus", "12", "dua (2)", "puluh", "tujuan"],
)
def test_other_texts_are_no_numbers(text: str) -> None:
    assert parse_words(text) is None


def test_numbers_in_running_text_are_found_as_long_as_they_go() -> None:
    text = "Dibuat dalam rangkap dua, untuk seratus dua puluh lima orang pada tahun dua ribu dua puluh dua di Jambi."
    assert [(span.text, span.value) for span in find_words(text)] == [
        ("dua", 2),
        ("seratus dua puluh lima", 125),
        ("dua ribu dua puluh dua", 2022),
    ]


@pytest.mark.parametrize(
    "text",
    [
        "seorang",
        "salah satu pihak",
        "satu-satunya",
        "satu sama lain",
        "kesatuan",
        "persatuan",
        "tempat kelas",
        "dua-duanya",
    ],
)
def test_words_that_count_nothing_are_no_numbers(text: str) -> None:
    assert find_words(text) == []


def test_a_real_word_beside_a_number_stays_a_word() -> None:
    assert [span.value for span in find_words("dua gelas dan lima kelas")] == [2, 5]


_VOCABULARY = "dua se belas ratus puluh nol - ( | satu ribu x"
_WORDS = st.lists(st.sampled_from(_VOCABULARY.split())).map(" ".join)


@given(st.text(max_size=300) | _WORDS)
def test_any_text_gives_spans_in_order(text: str) -> None:
    parse_words(text)
    end = 0
    for span in find_words(text):
        assert end <= span.start < span.end <= len(text)
        assert text[span.start : span.end] == span.text
        end = span.end
