from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kerjasama_check.indonesian.ordinals import parse_ordinal, to_ordinal
from kerjasama_check.indonesian.roman import from_roman, to_roman


@given(st.integers(1, 3999))
def test_roman_numerals_lead_back_to_the_number(number: int) -> None:
    assert from_roman(to_roman(number)) == number
    assert from_roman(to_roman(number).lower()) == number


@pytest.mark.parametrize("text", ["", "IIII", "VX", "IC", "IIX", "VV", "Iv", "A", "X1", "IM"])
def test_wrong_roman_numerals_are_refused(text: str) -> None:
    assert from_roman(text) is None


@pytest.mark.parametrize("number", [0, -1, 4000])
def test_numbers_without_a_roman_numeral_are_refused(number: int) -> None:
    with pytest.raises(ValueError, match="no Roman"):
        to_roman(number)


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("pertama", 1),
        ("Kesatu", 1),
        ("KEDUA", 2),
        ("ke dua", 2),
        ("kedua belas", 12),
        ("ke-3", 3),
        ("ke-III", 3),
        ("third", 3),
        ("kesehatan", None),
        ("kecuali", None),
        ("dua", None),
    ],
)
def test_ordinals(text: str, value: int | None) -> None:
    assert parse_ordinal(text) == value


@given(st.integers(1, 10_000))
def test_ordinals_lead_back_to_the_number(number: int) -> None:
    assert parse_ordinal(to_ordinal(number)) == number
    assert parse_ordinal(to_ordinal(number, first="pertama")) == number
