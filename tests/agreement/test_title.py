"""The head: title, parties, subject and numbers, in whatever order and on however many lines they stand."""

from __future__ import annotations

from collections.abc import Callable, Sequence

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kerjasama_check.agreement.title import Head, clean_number, read_head

Paper = Callable[..., tuple]
A, B, ABOUT = "DINAS KESEHATAN KABUPATEN ALOR", "PT NUSA DIGITAL", "SISTEM INFORMASI PUSKESMAS"
NUMBERS = ["NOMOR : 440/12/DINKES/2024", "NOMOR : 07/ND/I/2024"]


def head(paper: Paper, lines: Sequence[str]) -> Head:
    units = paper([("c", line) for line in lines])
    return read_head(units, len(units))


@pytest.mark.parametrize(
    "lines",
    [
        ["PERJANJIAN KERJA SAMA", "ANTARA", A, "DENGAN", B, "TENTANG", ABOUT, *NUMBERS],
        ["PERJANJIAN KERJA SAMA", "ANTARA", A, "DAN", B, *NUMBERS, "TENTANG", ABOUT],
        ["PERJANJIAN", "KERJA SAMA", "ANTARA", A, "DENGAN", B, "TENTANG", ABOUT, *NUMBERS],
        ["PERJANJIAN KERJA SAMA", "TENTANG", ABOUT, "ANTARA", A, "DENGAN", B, *NUMBERS],
        [*NUMBERS, "PERJANJIAN KERJA SAMA", "ANTARA", A, "DENGAN", B, "TENTANG", ABOUT],
        ["PERJANJIAN KERJA SAMA", f"ANTARA {A} DENGAN {B}", f"TENTANG {ABOUT}", *NUMBERS],
        [f"PERJANJIAN KERJA SAMA ANTARA {A} DENGAN {B} TENTANG {ABOUT}", *NUMBERS],
        ["P E R J A N J I A N   K E R J A   S A M A", "ANTARA", A, "DENGAN", B, "T E N T A N G", ABOUT, *NUMBERS],
        ["Perjanjian Kerja Sama", "antara", A, "dengan", B, "Tentang", ABOUT, *NUMBERS],
    ],
)
def test_orders_of_the_head(paper: Paper, lines: list[str]) -> None:
    found = head(paper, lines)
    assert found.match is not None and found.match.kind == "perjanjian-kerja-sama"
    assert found.title is not None
    assert (found.title.subject, found.title.names) == (ABOUT, (A, B))
    assert [line.value for line in found.numbers] == ["440/12/DINKES/2024", "07/ND/I/2024"]


def test_a_cover_page_that_repeats_the_title_is_read_once(paper: Paper) -> None:
    block = ["NOTA KESEPAHAMAN", "ANTARA", A, "DENGAN", B, "TENTANG", ABOUT, *NUMBERS]
    found = head(paper, [*block, "TAHUN 2024", *block])
    assert found.title is not None and found.title.subject == ABOUT and found.title.cover_blocks
    assert len(found.numbers) == 2


def test_a_subject_on_two_lines(paper: Paper) -> None:
    found = head(
        paper, ["NOTA KESEPAHAMAN", "ANTARA", A, "DAN", B, "TENTANG", "SISTEM INFORMASI", "PUSKESMAS", *NUMBERS]
    )
    assert found.title is not None and found.title.subject == ABOUT


def test_a_subject_keeps_its_closing_bracket(paper: Paper) -> None:
    found = head(paper, ["NOTA KESEPAHAMAN", "ANTARA", A, "DAN", B, "TENTANG", "PENGELOLAAN SAMPAH (TPS 3R)"])
    assert found.title is not None and found.title.subject == "PENGELOLAAN SAMPAH (TPS 3R)"


@pytest.mark.parametrize(
    "blank", ["NOMOR :", "NOMOR : ……………", "Nomor : ${nomor}", "No. : ____________", "NOMOR: [NOMOR]"]
)
def test_a_number_that_is_left_open_is_none(paper: Paper, blank: str) -> None:
    found = head(paper, ["NOTA KESEPAHAMAN", "ANTARA", A, "DAN", B, "TENTANG", ABOUT, NUMBERS[0], blank])
    assert [line.value for line in found.numbers] == ["440/12/DINKES/2024", None]


@pytest.mark.parametrize("caption", ["Nomor Pihak Kesatu", "Nomor UNIVERSITAS", "NOMOR PT Nusa Digital", "Nomor"])
def test_captions_of_a_number(paper: Paper, caption: str) -> None:
    found = head(paper, ["NOTA KESEPAHAMAN", "ANTARA", A, "DAN", B, "TENTANG", ABOUT, f"{caption}: 07/ND/I/2024"])
    assert [(line.caption, line.value) for line in found.numbers] == [(caption, "07/ND/I/2024")]


def test_numbers_in_a_table(paper: Paper) -> None:
    lines = [("c", t) for t in ("NOTA KESEPAHAMAN", "ANTARA", A, "DAN", B, "TENTANG", ABOUT)]
    cells = [("cell 0 0 0", "NOMOR"), ("cell 0 0 1", ":"), ("cell 0 0 2", "440/12/DINKES/2024")]
    cells += [("cell 0 1 0", "NOMOR"), ("cell 0 1 1", ":"), ("cell 0 1 2", "07/ND/I/2024")]
    units = paper([*lines, *cells])
    found = read_head(units, len(units))
    assert [line.value for line in found.numbers] == ["440/12/DINKES/2024", "07/ND/I/2024"]
    assert found.title is not None and found.title.subject == ABOUT


def test_a_law_in_the_subject_is_no_number(paper: Paper) -> None:
    lines = ["NOTA KESEPAHAMAN", "ANTARA", A, "DAN", B, "TENTANG", "PELAKSANAAN UNDANG-UNDANG"]
    assert head(paper, [*lines, "NOMOR 5 TAHUN 2011 TENTANG KESEHATAN"]).numbers == ()


def test_no_title(paper: Paper) -> None:
    found = head(paper, ["Yth. Kepala Dinas Kesehatan", "di tempat"])
    assert found.match is None and found.title is None


@given(st.text(max_size=80))
def test_a_number_has_a_digit_or_is_none(text: str) -> None:
    value = clean_number(text)
    assert value is None or value.strip()


def test_like_numbers_of_two_parties_are_two(paper: Paper) -> None:
    """Only a cover page repeats numbers; lines next to each other are those of the parties, however alike."""
    alike = ["NOMOR: 507/BBPL/KS/IX/2026", "NOMOR: 08/TBM/PKS/IX/2026"]
    found = head(paper, ["PERJANJIAN KERJA SAMA", "ANTARA", A, "DENGAN", B, "TENTANG", ABOUT, *alike])
    assert [line.value for line in found.numbers] == ["507/BBPL/KS/IX/2026", "08/TBM/PKS/IX/2026"]


@pytest.mark.parametrize(
    ("lines", "count"),
    [
        (["UNIVERSITAS TELUK PERMATA,", "POLITEKNIK BAHARI,", "DAN", "YAYASAN CENDEKIA"], 3),
        (["FAKULTAS PERIKANAN,", "UNIVERSITAS TELUK PERMATA", "DENGAN", "YAYASAN CENDEKIA"], 2),
        (["KEMENTERIAN PENDIDIKAN,", "KEBUDAYAAN, RISET, DAN TEKNOLOGI", "DENGAN", "YAYASAN CENDEKIA"], 2),
    ],
)
def test_several_parties_on_lines_of_their_own(paper: Paper, lines: list[str], count: int) -> None:
    found = head(paper, ["KESEPAKATAN BERSAMA", "ANTARA", *lines, "TENTANG", ABOUT])
    assert found.title is not None and len(found.title.names) == count
