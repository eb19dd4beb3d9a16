"""Premis and dasar hukum: what counts as an item, and what only leads to the articles."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from kerjasama_check.agreement.recitals import Preamble, read_preamble

Paper = Callable[..., tuple]
INTRO = "PARA PIHAK terlebih dahulu menerangkan hal-hal sebagai berikut:"
AGREED = "Berdasarkan hal-hal tersebut, PARA PIHAK sepakat mengadakan kerja sama dengan ketentuan sebagai berikut:"
LAWS = [
    "Undang-Undang Nomor 17 Tahun 2023 tentang Kesehatan;",
    "Peraturan Pemerintah Nomor 28 Tahun 2018 tentang Kerja Sama Daerah;",
]


def preamble(paper: Paper, lines: list[object]) -> Preamble:
    units = paper(lines)
    return read_preamble(units, 0, len(units))


def counts(found: Preamble) -> tuple[int, int]:
    return len(found.recitals), len(found.legal_bases)


@pytest.mark.parametrize("marks", [("a.", "b."), ("1.", "2."), ("(1)", "(2)"), ("a)", "b)")])
@pytest.mark.parametrize("automatic", [True, False])
def test_numbered_recitals(paper: Paper, marks: tuple[str, str], automatic: bool) -> None:
    texts = ["bahwa PIHAK KESATU bertugas di bidang kesehatan;", "bahwa PIHAK KEDUA mampu membantu."]
    items = [(m, t) if automatic else f"{m} {t}" for m, t in zip(marks, texts, strict=True)]
    found = preamble(paper, [INTRO, *items, AGREED])
    assert [r.text for r in found.recitals] == texts
    assert len(found.transition) == 1


def test_unlettered_paragraphs_do_not_count(paper: Paper) -> None:
    found = preamble(
        paper, [INTRO, "Bahwa PIHAK KESATU bertugas di bidang kesehatan.", "Bahwa PIHAK KEDUA mampu.", AGREED]
    )
    assert counts(found) == (0, 0) and len(found.recital_text) == 2


@pytest.mark.parametrize(
    "intro", ["Dasar Hukum:", "Mengingat :", "Dengan memperhatikan peraturan perundang-undangan sebagai berikut:"]
)
def test_laws(paper: Paper, intro: str) -> None:
    assert counts(preamble(paper, [intro, *(f"{i}. {law}" for i, law in enumerate(LAWS, 1)), AGREED])) == (0, 2)


def test_both_lists(paper: Paper) -> None:
    lines = [
        INTRO,
        "a. bahwa PIHAK KESATU bertugas;",
        "b. bahwa PIHAK KEDUA mampu;",
        "Mengingat:",
        f"1. {LAWS[0]}",
        f"2. {LAWS[1]}",
    ]
    assert counts(preamble(paper, [*lines, AGREED])) == (2, 2)


def test_a_table_with_menimbang_and_mengingat(paper: Paper) -> None:
    rows: list[object] = [
        ("cell 0 0 0", "Menimbang"),
        ("cell 0 0 1", ":"),
        ("cell 0 0 2", "a. bahwa perlu kerja sama;"),
    ]
    rows += [("cell 0 0 2", "b. bahwa PIHAK KEDUA mampu;"), ("cell 0 1 0", "Mengingat"), ("cell 0 1 1", ":")]
    rows += [("cell 0 1 2", f"1. {LAWS[0]}"), ("cell 0 1 2", f"2. {LAWS[1]}")]
    assert counts(preamble(paper, [*rows, AGREED])) == (2, 2)


def test_a_point_below_a_recital_belongs_to_it(paper: Paper) -> None:
    lines = [INTRO, "a. bahwa PIHAK KESATU bertugas:", "1) melayani;", "2) membina;", "b. bahwa PIHAK KEDUA mampu."]
    found = preamble(paper, [*lines, AGREED])
    assert counts(found) == (2, 0) and "membina" in found.recitals[0].text


def test_no_unit_is_lost(paper: Paper) -> None:
    lines: list[object] = [INTRO, "a. bahwa perlu;", "lanjutan", "Mengingat:", f"1. {LAWS[0]}", "Catatan lain.", AGREED]
    found = preamble(paper, lines)
    recitals = (*found.recitals, *found.legal_bases, *found.recital_text)
    blocks = {b for r in recitals for b in r.blocks}
    blocks |= {u.block for u in (*found.parties_text, *found.transition, *found.law_text)}
    assert blocks == set(range(len(lines)))
