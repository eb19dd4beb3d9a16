"""References in running text: what they name, and whether they mean this agreement."""

from __future__ import annotations

import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kerjasama_check.agreement.references import Reference, find_references

PKS = "perjanjian-kerja-sama"


def only(text: str) -> Reference:
    found = find_references(text, PKS)
    assert len(found) == 1, found
    return found[0]


def targets(text: str) -> list[tuple[int | None, tuple[int, ...], tuple[str, ...]]]:
    return [(r.article, r.paragraphs, r.items) for r in find_references(text, PKS)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Pasal 5", [(5, (), ())]),
        ("PASAL 5 AYAT (2)", [(5, (2,), ())]),
        ("Pasal (4) Ayat (1)", [(4, (1,), ())]),
        ("Pasal III ayat 2", [(3, (2,), ())]),
        ("Pasal 6 (enam) ayat (2)", [(6, (2,), ())]),
        ("Pasal 5 ayat (2) dan ayat (3) huruf a sampai dengan huruf c", [(5, (2,), ()), (5, (3,), ("a", "b", "c"))]),
        ("Pasal 4, Pasal 5, dan Pasal 6", [(4, (), ()), (5, (), ()), (6, (), ())]),
        ("Pasal 3 dan 4 Perjanjian ini", [(3, (), ()), (4, (), ())]),
        ("Pasal 2 sampai dengan Pasal 4", [(2, (), ()), (3, (), ()), (4, (), ())]),
        ("Pasal 5 ayat (1), (2), dan (3)", [(5, (1, 2, 3), ())]),
        ("Pasal 1 angka 3", [(1, (), ("3",))]),
        ("ayat (2) huruf a dan huruf c", [(None, (2,), ("a", "c"))]),
        ("huruf a ayat (2) Pasal 3", [(3, (2,), ("a",))]),
        ("ayat (1) dan (2) Pasal 4", [(4, (1, 2), ())]),
        ("huruf b,", [(None, (), ("b",))]),
        ("Pasal 4 ayat (1) dan Pasal 5 ayat (2)", [(4, (1,), ()), (5, (2,), ())]),
        ("Pasal\n7", [(7, (), ())]),
    ],
)
def test_what_is_named(text: str, expected: list[tuple[int | None, tuple[int, ...], tuple[str, ...]]]) -> None:
    assert targets(f"sebagaimana dimaksud dalam {text} dilaksanakan".replace("dalam ayat", "pada ayat")) == expected


@pytest.mark.parametrize("text", ["Pasal 4 dan 3 (tiga) orang peserta", "Pasal 4, 12 peserta hadir"])
def test_a_figure_that_counts_something_else_is_no_article(text: str) -> None:
    assert targets(text) == [(4, (), ())]


def test_points_below_an_item() -> None:
    assert only("Pasal 5 huruf a angka 2").points == ("2",)


@pytest.mark.parametrize(
    "text",
    [
        "Pasal 1338 KUH Perdata",
        "Pasal 1266 dan Pasal 1267 Kitab Undang-Undang Hukum Perdata",
        "Pasal 17 ayat (2) Undang-Undang Nomor 1 Tahun 2004",
        "dalam Pasal 5 Peraturan Menteri Keuangan",
        "Undang-Undang Nomor 1 Tahun 2004 tentang Perbendaharaan Negara Pasal 17",
        "PARA PIHAK mengesampingkan Pasal 1266",
        "Pasal 3 Nota Kesepahaman Nomor 7/NK/2024",
        "Pasal 3 Nota Kesepahaman",
        "Pasal 8 Anggaran Dasar PIHAK KEDUA",
    ],
)
def test_articles_of_laws_and_other_documents(text: str) -> None:
    assert all(r.external for r in find_references(text, PKS))


@pytest.mark.parametrize(
    "text",
    [
        "Pasal 5 Perjanjian ini",
        "Pasal 5 Perjanjian Kerja Sama",
        "sesuai dengan peraturan perundang-undangan sebagaimana dimaksud dalam Pasal 5",
        "Undang-Undang Nomor 1 Tahun 2004 dan Pasal 5",
        "Pasal 5 sesuai dengan ketentuan peraturan perundang-undangan",
    ],
)
def test_articles_of_the_agreement(text: str) -> None:
    assert [r.external for r in find_references(text, PKS)] == [False]


def test_a_nota_kesepahaman_may_name_itself() -> None:
    assert not find_references("Pasal 3 Nota Kesepahaman", "nota-kesepahaman")[0].external


def test_own_article_said_and_unsaid() -> None:
    assert only("pada ayat (1)").own_article
    said = only("pada ayat (1) Pasal ini")
    assert said.own_article and said.says_this and said.text == "ayat (1) Pasal ini"
    assert only("dalam Pasal ini").says_this


def test_pointing_and_preposition() -> None:
    assert only("dalam Pasal 2 diatas").pointing == "diatas"
    assert only("pasal tersebut di atas").pointing == "tersebut di atas"
    assert only("dimaksud pada Pasal 2").wording == "pada"
    assert only("menurut Pasal 2").wording is None


def test_annexes() -> None:
    assert [r.annex for r in find_references("dalam Lampiran II dan Lampiran III")] == ["II", "III"]
    assert only("tercantum dalam Lampiran yang merupakan bagian").annex == ""
    assert only("Lampiran Keputusan Menteri").external


@given(st.text(alphabet="pasl ayt(1)2,dnhurf5\nIVX.", max_size=200))
def test_every_reference_lies_in_the_text(text: str) -> None:
    for reference in find_references(text):
        assert text[reference.start : reference.end] == reference.text
        assert reference.start < reference.end


def test_long_hostile_text_is_read_in_linear_time() -> None:
    texts = [
        "Pasal 1, " * 20_000,
        "ayat " * 40_000,
        "Undang-Undang " * 15_000 + "Pasal 3",
        "huruf a sampai dengan " * 10_000,
    ]
    start = time.perf_counter()
    for text in texts:
        find_references(text)
    assert time.perf_counter() - start < 5  # measured: well below 1 s


def test_an_absurd_run_is_not_unrolled() -> None:
    assert len(find_references("Pasal 1 sampai dengan Pasal 9999")) == 2
