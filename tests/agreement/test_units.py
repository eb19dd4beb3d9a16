"""Units: numbers in front of a text are found in every form, typed or automatic, and nothing else is taken for one."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kerjasama_check.agreement.units import MarkKind, readings, roman_value, split_mark, squeeze

Paper = Callable[..., tuple]


@pytest.mark.parametrize(
    ("raw", "kind", "value"),
    [
        ("(1)", MarkKind.PARENS, 1),
        ("12.", MarkKind.NUMBER, 12),
        ("3)", MarkKind.NUMBER_PAREN, 3),
        ("b.", MarkKind.LETTER, 2),
        ("c)", MarkKind.LETTER_PAREN, 3),
        ("(d)", MarkKind.LETTER_PARENS, 4),
        ("A.", MarkKind.UPPER, 1),
        ("IV.", MarkKind.ROMAN, 4),
        ("iii.", MarkKind.ROMAN_LOWER, 3),
        ("2.3", MarkKind.DECIMAL, 3),
        ("•", MarkKind.BULLET, 0),
    ],
)
def test_a_label_is_read_in_its_form(raw: str, kind: MarkKind, value: int) -> None:
    mark = readings(raw)[0]
    assert (mark.kind, mark.value, mark.raw) == (kind, value, raw)


def test_a_letter_that_is_a_roman_number_too_has_both_readings() -> None:
    assert {(m.kind, m.value) for m in readings("i.")} == {(MarkKind.LETTER, 9), (MarkKind.ROMAN_LOWER, 1)}


@pytest.mark.parametrize(
    "text",
    [
        "PT. Karya Bersama",
        "No. 12 Jalan Melati",
        "10.000 lembar",
        "Dr. Sari Wulandari",
        "2024 merupakan tahun",
        "di luar",
    ],
)
def test_what_only_looks_like_a_number_is_text(text: str) -> None:
    assert split_mark(text) == ((), text)


@given(st.integers(1, 39))
def test_roman_numbers(value: int) -> None:
    tens, ones = divmod(value, 10)
    roman = "X" * tens + ["", "I", "II", "III", "IV", "V", "VI", "VII", "VIII", "IX"][ones]
    assert roman_value(roman) == roman_value(roman.lower()) == value


@given(st.text())
def test_no_text_breaks_the_splitting(text: str) -> None:
    marks, body = split_mark(squeeze(text))
    assert squeeze(text).endswith(body)
    assert all(mark.raw in squeeze(text) for mark in marks)


def test_automatic_and_typed_numbers_look_alike(paper: Paper) -> None:
    [automatic] = paper([("(2)", "PARA PIHAK menunjuk penghubung.")])
    [typed] = paper(["(2)\tPARA PIHAK menunjuk penghubung."])
    assert (automatic.text, automatic.body, automatic.mark) == (typed.text, typed.body, typed.mark)


def test_a_block_with_line_breaks_is_several_units(paper: Paper) -> None:
    assert [u.text for u in paper(["Pasal 1\nMAKSUD DAN TUJUAN"])] == ["Pasal 1", "MAKSUD DAN TUJUAN"]


def test_spaced_letters_are_closed() -> None:
    assert squeeze("P E N U T U P") == "PENUTUP"


def test_a_row_of_like_columns_is_read_across(paper: Paper) -> None:
    row = [("cell 0 0 0", "1."), ("cell 0 0 0", "2."), ("cell 0 0 1", "Sari"), ("cell 0 0 1", "Budi")]
    row += [("cell 0 0 2", ": Kepala"), ("cell 0 0 2", ": Direktur")]
    assert [u.text for u in paper(row)] == ["1.", "Sari", ": Kepala", "2.", "Budi", ": Direktur"]
