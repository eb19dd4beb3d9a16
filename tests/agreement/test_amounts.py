"""Sums of money of an agreement."""

from __future__ import annotations

from kerjasama_check.agreement.amounts import find_amounts
from kerjasama_check.agreement.model import Provision


def test_sums_come_in_order_with_their_provision_and_repeats() -> None:
    found = find_amounts(
        [
            Provision("Pasal 5 ayat (1)", "Biaya sebesar Rp250.000.000,00 (dua ratus lima puluh juta rupiah).", (7,)),
            Provision("Pasal 5 ayat (2)", "Dibayar dua kali: Rp. 125.000.000,- dan Rp 125.000.000,-.", (8, 9)),
        ]
    )
    assert [(a.value, a.currency, a.provision, a.block) for a in found] == [
        (250_000_000, "IDR", "Pasal 5 ayat (1)", 7),
        (125_000_000, "IDR", "Pasal 5 ayat (2)", 8),
        (125_000_000, "IDR", "Pasal 5 ayat (2)", 8),
    ]
    assert (found[0].has_words, found[0].words_value) == (True, 250_000_000)
    assert (found[1].has_words, found[1].words_value) == (False, None)


def test_the_value_of_the_stamp_is_left_out_and_zero_is_not() -> None:
    text = "Dibuat bermeterai Rp10.000,00, biaya pendaftaran Rp0 dan kartu Rp10.000,00."
    assert [a.value for a in find_amounts([Provision("penutup", text, (1,))])] == [0, 10_000]


def test_a_stamp_box_between_the_signatures_is_no_sum() -> None:
    assert find_amounts([Provision("tanda tangan", "Rp. 10.000", (1,))]) == ()
    assert len(find_amounts([Provision("Pasal 5", "Rp. 10.000", (1,))])) == 1


def test_bare_figures_are_no_sums() -> None:
    assert find_amounts([Provision("Pasal 1", "Nomor 125.000.000 tanggal 1-2-2024", (1,))]) == ()
