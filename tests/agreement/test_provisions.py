"""The names of provisions, as the contract writes them."""

from __future__ import annotations

from kerjasama_check.agreement.model import Article, Item, Paragraph
from kerjasama_check.agreement.provisions import article_provisions


def article(*paragraphs: Paragraph) -> Article:
    return Article(5, "PASAL 5", "PEMBIAYAAN", ("pembiayaan",), paragraphs, (0, 1), (0,))


def names(*paragraphs: Paragraph) -> list[str]:
    return [p.name for p in article_provisions([article(*paragraphs)]) if not p.heading]


def test_ayat_huruf_and_angka() -> None:
    deep = Item("a.", "perjalanan:", (2,), (Item("1)", "darat;", (3,)), Item("2)", "laut.", (4,))))
    assert names(Paragraph("(2)", "Biaya meliputi:", (1,), (deep,))) == [
        "Pasal 5 ayat (2)",
        "Pasal 5 ayat (2) huruf a",
        "Pasal 5 ayat (2) huruf a angka 1",
        "Pasal 5 ayat (2) huruf a angka 2",
    ]


def test_letters_without_ayat() -> None:
    assert names(Paragraph(None, "Biaya meliputi:", (1,), (Item("a.", "perjalanan;", (2,)),))) == [
        "Pasal 5",
        "Pasal 5 huruf a",
    ]


def test_ayat_numbered_otherwise_are_named_as_ayat() -> None:
    assert names(Paragraph("1.", "Biaya ditanggung bersama.", (1,))) == ["Pasal 5 ayat (1)"]


def test_bullets_take_the_name_of_what_they_stand_in() -> None:
    assert names(Paragraph(None, "Biaya meliputi:", (1,), (Item("•", "perjalanan;", (2,)),))) == ["Pasal 5", "Pasal 5"]


def test_the_heading_is_marked() -> None:
    first = next(iter(article_provisions([article()])))
    assert (first.heading, first.text, first.name) == (True, "PASAL 5 PEMBIAYAAN", "Pasal 5")
