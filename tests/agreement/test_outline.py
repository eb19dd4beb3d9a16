"""The skeleton: every form of an article heading, and what is no heading although it names an article."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from kerjasama_check.agreement.chapters import find_chapters, find_sections
from kerjasama_check.agreement.headings import article_number
from kerjasama_check.agreement.outline import find_articles, with_chapters

Paper = Callable[..., tuple]
TEXT = "PARA PIHAK melaksanakan kegiatan sesuai rencana kerja."


def outline(units: tuple) -> list[tuple[int | None, str | None]]:
    return [(h.number, h.heading) for h in find_articles(units)]


@pytest.mark.parametrize(
    ("first", "second"),
    [
        ("Pasal 1", "Pasal 2"),
        ("PASAL 1", "PASAL 2"),
        ("Pasal I", "Pasal II"),
        ("PASAL SATU", "PASAL DUA"),
        ("P A S A L 1", "P A S A L 2"),
        ("Pasal 1.", "Pasal 2."),
        ("Pasal 1:", "Pasal 2:"),
        ("Article 1", "Article 2"),
    ],
)
def test_forms_of_the_label(paper: Paper, first: str, second: str) -> None:
    lines = [("c", first), ("c", "MAKSUD DAN TUJUAN"), TEXT, ("c", second), ("c", "PEMBIAYAAN"), TEXT]
    assert outline(paper(lines)) == [(1, "MAKSUD DAN TUJUAN"), (2, "PEMBIAYAAN")]


def test_headings_above_the_number(paper: Paper) -> None:
    lines = [("c", "TUJUAN"), ("c", "Pasal 1"), TEXT, ("c", "PEMBIAYAAN"), ("c", "Pasal 2"), TEXT]
    assert outline(paper(lines)) == [(1, "TUJUAN"), (2, "PEMBIAYAAN")]


def test_headings_on_the_line_of_the_number(paper: Paper) -> None:
    lines = [
        ("cb", "PASAL 1 TUJUAN"),
        TEXT,
        ("cb", "PASAL 2 – PEMBIAYAAN"),
        TEXT,
        ("cb", "Pasal 3: Jangka Waktu"),
        TEXT,
    ]
    assert outline(paper(lines)) == [(1, "TUJUAN"), (2, "PEMBIAYAAN"), (3, "Jangka Waktu")]


def test_a_heading_on_two_lines(paper: Paper) -> None:
    lines = [("b", "Pasal 1"), ("b", "HAK DAN"), ("b", "KEWAJIBAN"), TEXT]
    assert outline(paper(lines)) == [(1, "HAK DAN KEWAJIBAN")]


def test_no_headings(paper: Paper) -> None:
    assert outline(paper([("c", "Pasal 1"), TEXT, ("c", "Pasal 2"), TEXT])) == [(1, None), (2, None)]


def test_repeated_and_missing_numbers_stay(paper: Paper) -> None:
    lines = [line for n in (1, 2, 2, 3, 5) for line in (("c", f"Pasal {n}"), TEXT)]
    assert [n for n, _ in outline(paper(lines))] == [1, 2, 2, 3, 5]


def test_a_reference_at_the_start_of_a_line_is_no_heading(paper: Paper) -> None:
    lines = [
        ("c", "Pasal 1"),
        "Pasal 3 ayat (2) tidak berlaku bagi kegiatan di luar wilayah kerja.",
        "Pasal 2 dan Pasal 3 berlaku sepanjang tidak diatur lain.",
        "Kegiatan dilaksanakan sesuai dengan ketentuan dalam",
        "Pasal 4.",
        ("c", "Pasal 2"),
        TEXT,
    ]
    assert [n for n, _ in outline(paper(lines))] == [1, 2]


def test_a_second_copy_in_the_file_is_left_out(paper: Paper) -> None:
    once = [line for n in (1, 2, 3, 4) for line in (("c", f"Pasal {n}"), TEXT)]
    between = ["Demikian Perjanjian ini dibuat dalam rangkap 2 (dua).", "LAMPIRAN", "NOMOR : 12/PKS/2024"]
    assert [n for n, _ in outline(paper([*once, *between, *once]))] == [1, 2, 3, 4]


def test_a_chapter_with_one_article_lends_its_title(paper: Paper) -> None:
    lines = [("c", "BAB I"), ("c", "TUJUAN"), ("c", "Pasal 1"), TEXT]
    lines += [("c", "BAB II"), ("c", "PELAKSANAAN"), ("c", "Pasal 2"), TEXT, ("c", "Pasal 3"), TEXT]
    units = paper(lines)
    chapters = find_chapters(units)
    assert [(c.label, c.heading) for c in chapters] == [("BAB I", "TUJUAN"), ("BAB II", "PELAKSANAAN")]
    found = with_chapters(find_articles(units), chapters)
    assert [(h.number, h.heading, h.chapter) for h in found] == [(1, "TUJUAN", 0), (2, None, 1), (3, None, 1)]


def test_sections_head_no_article(paper: Paper) -> None:
    lines = [("c", "BAB I"), ("c", "UMUM"), ("c", "Bagian Kesatu"), ("c", "Dasar"), ("c", "Pasal 1"), TEXT]
    lines += [("c", "Bagian Kedua"), ("c", "Asas"), ("c", "Pasal 2"), TEXT]
    units = paper(lines)
    assert [(s.label, s.heading) for s in find_sections(units)] == [
        ("Bagian Kesatu", "Dasar"),
        ("Bagian Kedua", "Asas"),
    ]
    assert outline(units) == [(1, None), (2, None)]


@pytest.mark.parametrize(("text", "number"), [("7", 7), ("XII", 12), ("dua belas", 12), ("SATU", 1), ("kah", None)])
def test_numbers_of_articles(text: str, number: int | None) -> None:
    assert article_number(text) == number
