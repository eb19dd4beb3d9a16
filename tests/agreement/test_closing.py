"""The closing: how many originals, in figures and words, and the stamp."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from kerjasama_check.agreement.closing import find_copies, read_closing
from kerjasama_check.agreement.model import Provision

Paper = Callable[..., tuple]


@pytest.mark.parametrize(
    ("text", "copies"),
    [
        ("dibuat dalam rangkap 2 (dua) asli, bermeterai cukup", 2),
        ("dibuat rangkap tiga, masing-masing mempunyai kekuatan hukum yang sama", 3),
        ("dibuat dalam 2 (dua) rangkap dan mempunyai kekuatan hukum yang sama", 2),
        ("dibuat sebanyak 4 (empat) eksemplar", 4),
        ("dibuat dalam rangkap dua (2) untuk masing-masing pihak", 2),
        ("dibuat dalam rangkap 3 (tiga), masing-masing pihak menerima 1 (satu) rangkap", 3),
        ("ditandatangani dalam 5 (lima) naskah asli", 5),
        ("masing-masing pihak memegang 1 (satu) rangkap", None),
        ("dibuat dengan sebenarnya untuk dilaksanakan", None),
        ("signed in two (2) originals, each text being equally authentic", 2),
        ("signed in duplicate", 2),
    ],
)
def test_the_number_of_originals(text: str, copies: int | None) -> None:
    assert find_copies(f"Perjanjian ini {text}.")[0] == copies


def test_words_and_figures_are_kept_apart_where_they_disagree() -> None:
    assert find_copies("dibuat dalam rangkap 3 (dua) asli") == (2, 2, 3)


def test_the_closing_behind_the_articles(paper: Paper) -> None:
    tail = paper(["Demikian Perjanjian ini dibuat dalam rangkap 2 (dua) bermeterai cukup."])
    found = read_closing([], tail, [])
    assert (found.copies, found.stamp, found.provision) == (2, True, "penutup")
    assert found.text is not None and found.text.startswith("Demikian")


def test_the_closing_inside_the_last_article(paper: Paper) -> None:
    inside = Provision("Pasal 9 ayat (2)", "Perjanjian ini dibuat dalam rangkap 2 (dua) bermeterai cukup.", (4,), 8)
    found = read_closing([inside], [], [])
    assert (found.copies, found.stamp, found.provision, found.blocks) == (2, True, "Pasal 9 ayat (2)", (4,))


def test_a_stamp_box_at_the_signatures_counts(paper: Paper) -> None:
    found = read_closing([], paper(["Demikian Perjanjian ini dibuat rangkap dua."]), paper(["Meterai\nRp10.000"]))
    assert found.stamp


def test_nothing_said() -> None:
    found = read_closing([], [], [])
    assert (found.text, found.copies, found.stamp) == (None, None, False)
