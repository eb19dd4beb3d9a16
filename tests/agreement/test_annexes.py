"""Annexes: those attached, not those mentioned."""

from __future__ import annotations

from collections.abc import Callable

from kerjasama_check.agreement.annexes import find_annexes, read_annexes

Paper = Callable[..., tuple]


def test_each_annex_is_found_once_with_its_title(paper: Paper) -> None:
    units = paper(
        ["Sari", ("b", "LAMPIRAN I"), ("c", "RENCANA KERJA"), "1. Pelatihan", ("b", "LAMPIRAN II"), ("c", "PESERTA")]
    )
    starts = find_annexes(units, 0)
    found = read_annexes(units, starts)
    assert [(a.label, a.title) for a in found] == [("LAMPIRAN I", "RENCANA KERJA"), ("LAMPIRAN II", "PESERTA")]
    assert [a.blocks for a in found] == [(1, 2, 3), (4, 5)]


def test_a_running_head_of_the_same_annex_is_no_second_one(paper: Paper) -> None:
    units = paper([("b", "LAMPIRAN I"), "Daftar peserta", ("b", "LAMPIRAN I"), "Daftar peserta lanjutan"])
    assert find_annexes(units, 0) == [0]


def test_a_mention_is_no_annex(paper: Paper) -> None:
    units = paper(["Lampiran merupakan bagian tidak terpisahkan dari Perjanjian ini.", "Lampiran dan adendum;"])
    assert find_annexes(units, 0) == []


def test_a_head_that_names_the_agreement(paper: Paper) -> None:
    units = paper(["Lampiran I Perjanjian Kerja Sama", "Nomor: 12/PKS/2024", "Lampiran II Perjanjian Kerja Sama"])
    assert find_annexes(units, 0) == [0, 2]
