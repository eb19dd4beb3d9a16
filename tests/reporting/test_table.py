"""Tables fit, and hold every word of their cells."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st
from reporting_samples import Render

from kerjasama_check.reporting.ink import Ink
from kerjasama_check.reporting.table import Column, fit, write_table

COLUMNS = [Column("Berkas", 20), Column("Keadaan", 10), Column("Pihak", 14), Column("Salah", 5, right=True)]


@given(st.lists(st.lists(st.text("abc ", max_size=90), min_size=4, max_size=4), min_size=1), st.integers(30, 120))
def test_widths_never_exceed_the_room(rows: list[list[str]], room: int) -> None:
    widths = fit(COLUMNS, [[Ink(cell) for cell in row] for row in rows], room)
    assert sum(widths) <= room and min(widths) >= 1


def test_cells_are_wrapped_and_kept(at_80: Render) -> None:
    words = [f"kata{number}" for number in range(30)]
    row = [Ink("arsip/" + "x" * 60), Ink("tidak terbaca"), Ink(" ".join(words)), Ink("3")]
    text = at_80(lambda page: write_table(page, COLUMNS, [row]))
    lines = text.splitlines()
    assert max(map(len, lines)) <= 80
    assert all(line == line.rstrip() for line in lines)
    assert text.count("x") == 60 and all(word in text for word in words)
    assert lines[1].endswith("    3")
