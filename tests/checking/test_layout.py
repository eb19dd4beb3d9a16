"""TND: what a text looks like on the page, from styles, sections, furniture and pages; never on scans."""

from __future__ import annotations

from typing import Any

import pytest
from rule_checks import agreement, findings, scanned

from kerjasama_check.agreement import parse
from kerjasama_check.agreement.model import Agreement
from kerjasama_check.checking.functions.layout import _face
from kerjasama_check.checking.looks import Looks, dress

IMMIGRATION = ("Kantor Imigrasi Kelas I TPI Sukamaju", "Universitas Nusa Harapan")
PAGES = ("Pasal 3", "Pasal 6", "Pasal 9")


def dressed(parties: tuple[str, ...] = (), **looks: Any) -> Agreement:
    return parse(dress(agreement(parties=parties).document, Looks(**looks)))


@pytest.mark.parametrize(
    ("font", "face"),
    [
        ("ABCDEF+Arial-BoldMT", "Arial"),
        ("ArialMT", "Arial"),
        ("TimesNewRomanPS-BoldItalicMT", "Times New Roman"),
        ("Times New Roman,Bold", "Times New Roman"),
        ("Helvetica-Bold", "Helvetica"),
        ("BookmanOldStyle", "Bookman Old Style"),
        (None, ""),
    ],
)
def test_names_of_faces(font: str | None, face: str) -> None:
    assert _face(font) == face


@pytest.mark.parametrize(
    ("looks", "parties", "variant"),
    [
        ({"font": "Arial", "size": 12.0}, IMMIGRATION, None),
        ({"font": "LiberationSans", "size": 12.0}, IMMIGRATION, None),
        ({"font": "Tahoma", "size": 12.0}, IMMIGRATION, "Tahoma"),
        ({"font": "Tahoma", "size": 12.0}, ("PT Satu Dua", "PT Tiga Empat"), None),
        ({"font": "Arial", "size": 12.0, "odd": "PIHAK", "odd_font": "Arial,Bold"}, (), None),
        ({"font": "Arial", "size": 12.0, "odd": "PIHAK", "odd_size": 9.5}, (), "9,5"),
        ({"font": "Arial", "size": 12.0, "odd": "PIHAK", "odd_size": 11.5}, (), None),
    ],
)
def test_faces(looks: dict[str, Any], parties: tuple[str, ...], variant: str | None) -> None:
    found = findings("TND-01", dressed(parties, **looks))
    assert [f for f in found if variant is None] == []
    assert variant is None or any(variant in f.message for f in found)


def test_a_few_letters_in_another_face_are_no_mixture() -> None:
    assert findings("TND-01", dressed(font="Arial", size=12.0, odd="Demikian", odd_font="Calibri")) == []


@pytest.mark.parametrize(
    ("paper", "count"), [((210, 297), 0), ((215, 330), 0), ((216, 356), 0), ((297, 210), 0), ((216, 279), 1)]
)
def test_paper(paper: tuple[int, int], count: int) -> None:
    assert len(findings("TND-02", dressed(IMMIGRATION, paper=paper))) == count


def test_margins_have_a_tolerance_and_bind_only_where_the_rule_does() -> None:
    narrow = {"paper": (210, 297), "margins": (20, 25, 27, 20)}
    (found,) = findings("TND-03", dressed(IMMIGRATION, **narrow))
    assert "kiri 2,7 cm" in found.message
    assert findings("TND-03", dressed(("PT Satu Dua", "PT Tiga Empat"), **narrow)) == []
    assert findings("TND-03", dressed(IMMIGRATION, format="pdf", **narrow)) == []


@pytest.mark.parametrize(
    ("footers", "count"),
    [((), 1), (("1", "2", "3", "4"), 0), (("1 dari 4", "2 dari 4", "3 dari 4", "4 dari 4"), 0), (("1", "3", "4"), 1)],
)
def test_page_numbers(footers: tuple[str, ...], count: int) -> None:
    assert len(findings("TND-06", dressed(format="pdf", page_at=PAGES, footers=footers))) == count


def test_nothing_is_said_of_scans_or_of_formats_without_looks() -> None:
    looks = {"font": "Arial", "odd": "PIHAK", "odd_font": "Calibri", "paper": (216, 279), "page_at": ("PIHAK KESATU,",)}
    for subject in (scanned(dressed(IMMIGRATION, format="pdf", **looks)), dressed(IMMIGRATION, format="html", **looks)):
        assert findings("TND", subject) == []


def test_mixed_numbering() -> None:
    (found,) = findings("TND-12", dressed(computed=("(1)",)))
    assert "ayat" in found.message
    every = tuple(f"Pasal {number}" for number in range(1, 30))
    assert findings("TND-12", dressed(computed=every)) == []
