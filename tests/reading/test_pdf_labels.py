"""Numbers that OCR lost are taken from the text layer of an earlier OCR, and nothing else is."""

from __future__ import annotations

from dataclasses import replace

import pytest
from page_maker import line, page

from kerjasama_check.reading.lines import Page
from kerjasama_check.reading.pdf_labels import with_labels


def texts(made: Page) -> list[str]:
    return [found.text for found in made.lines]


LAYER = page(
    line("(1) P[HAK PERTAMA m3mberi", 72, 100),
    line("2. PIHAK KED{JA menenma", 72, 140),
    line("a. kata (3) di tengah", 72, 180),
)


def ocr(*lines: tuple[str, float, float]) -> Page:
    return page(*(line(text, x, y, 88.0) for text, x, y in lines), ocr=True)


def test_a_lost_number_is_set_before_its_line() -> None:
    made = with_labels(ocr(("PIHAK PERTAMA memberi", 95, 101), ("PIHAK KEDUA menerima", 95, 139)), LAYER)
    assert texts(made) == ["(1) PIHAK PERTAMA memberi", "2. PIHAK KEDUA menerima"]
    assert made.lines[0].x0 == 72 and made.lines[0].words[0].confidence == 88.0


@pytest.mark.parametrize("misread", ["(W)", "td", "(D", "&"])
def test_a_misread_number_is_replaced(misread: str) -> None:
    made = with_labels(ocr((f"{misread} PIHAK PERTAMA memberi", 72, 100)), LAYER)
    assert texts(made) == ["(1) PIHAK PERTAMA memberi"]


def test_a_number_that_was_read_stays() -> None:
    assert texts(with_labels(ocr(("(4) PIHAK PERTAMA memberi", 72, 100)), LAYER)) == ["(4) PIHAK PERTAMA memberi"]


@pytest.mark.parametrize(("x", "y"), [(95.0, 220.0), (300.0, 100.0)])
def test_lines_elsewhere_are_left_alone(x: float, y: float) -> None:
    assert texts(with_labels(ocr(("PARA PIHAK sepakat", x, y)), LAYER)) == ["PARA PIHAK sepakat"]


def test_a_turned_page_is_left_alone() -> None:
    turned = replace(ocr(("PIHAK PERTAMA memberi", 95, 101)), rotation=90)
    assert with_labels(turned, LAYER) is turned


def test_without_a_layer_nothing_changes() -> None:
    read = ocr(("PIHAK PERTAMA memberi", 95, 101))
    assert with_labels(read, page()) is read
