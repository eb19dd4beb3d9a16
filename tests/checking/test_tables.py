"""ANK-08 on tables: rows that do not make the total below them, and tables that are too clever to judge."""

from __future__ import annotations

from dataclasses import replace

import pytest
from rule_checks import agreement, findings

from kerjasama_check.agreement.model import Agreement
from kerjasama_check.reading.document import Block, Cell, Part

Rows = list[tuple[str, ...]]
HEAD = ("No.", "Uraian", "Jumlah")
GOOD: Rows = [
    HEAD,
    ("1", "Bahan", "Rp4.000.000,00"),
    ("2", "Jasa", "Rp6.000.000,00"),
    ("Jumlah", "", "Rp10.000.000,00"),
]
WRONG: Rows = [*GOOD[:2], ("2", "Jasa", "Rp6.500.000,00"), GOOD[3]]


def with_table(rows: Rows, form: str = "docx") -> Agreement:
    whole = agreement()
    blocks = list(whole.document.blocks)
    for row, texts in enumerate(rows):
        for column, text in enumerate(texts):
            place = replace(blocks[-1].place, paragraph=len(blocks))
            blocks.append(Block(text, place, cell=Cell(9, row, column), part=Part.CELL))
    reading = replace(whole.document.reading, format=form)
    return replace(whole, document=replace(whole.document, blocks=tuple(blocks), reading=reading))


def test_rows_that_do_not_make_the_total() -> None:
    (found,) = findings("ANK-08", with_table(WRONG))
    assert "Rp10.500.000,00" in found.message and found.place.quote == "Rp10.000.000,00"


@pytest.mark.parametrize(
    "rows",
    [
        GOOD,
        [*GOOD[:3], ("Jumlah", "", "Rp10.000.000,00"), ("Jumlah total", "", "Rp11.000.000,00")],
        [*WRONG[:3], ("Diskon", "", "Rp500.000,00"), WRONG[3]],
        [HEAD, ("1", "Bahan", ""), ("2", "Jasa", "Rp6.000.000,00"), ("3", "Pajak", "Rp1.000.000,00"), GOOD[3]],
        [("No.", "Satuan", "Jumlah"), ("1", "2 x Rp2.000.000,00", "Rp4.000.000,00"), ("Jumlah", "", "Rp9.000.000,00")],
    ],
    ids=["right", "two totals", "a discount", "a row without a sum", "one row"],
)
def test_tables_that_are_right_or_too_clever(rows: Rows) -> None:
    assert findings("ANK-08", with_table(rows)) == []


def test_in_a_pdf_the_rest_of_a_table_on_the_next_page_is_not_judged() -> None:
    assert findings("ANK-08", with_table(WRONG, "pdf"))
    assert findings("ANK-08", with_table(WRONG[1:], "pdf"))  # the head stands outside
    rest = [("7", "Bahan", "Rp4.000.000,00"), *WRONG[2:]]
    assert findings("ANK-08", with_table(rest, "pdf")) == []
