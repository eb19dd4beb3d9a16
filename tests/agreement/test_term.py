"""The term of an agreement."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kerjasama_check.agreement.model import Article, Item, Paragraph, Term
from kerjasama_check.agreement.term import add_months, find_term, find_term_in_text, term_status

SIGNED = date(2024, 3, 5)


def article(
    *texts: str, number: int = 7, heading: str = "JANGKA WAKTU", clauses: tuple[str, ...] = ("jangka-waktu",)
) -> Article:
    labels = [f"({i})" for i in range(1, len(texts) + 1)] if len(texts) > 1 else [None]
    paragraphs = tuple(
        Paragraph(label, text, (10 + i,)) for i, (label, text) in enumerate(zip(labels, texts, strict=True))
    )
    return Article(number, f"Pasal {number}", heading, clauses, paragraphs, (9,))


@pytest.mark.parametrize(
    ("text", "months", "start", "end"),
    [
        (
            "Nota Kesepahaman ini berlaku selama 3 (tiga) tahun terhitung sejak tanggal ditandatangani.",
            36,
            SIGNED,
            date(2027, 3, 4),
        ),
        ("Perjanjian ini berlaku untuk jangka waktu dua tahun sejak penandatanganan.", 24, SIGNED, date(2026, 3, 4)),
        (
            "Jangka waktu Perjanjian ini 18 (delapan belas) bulan terhitung mulai tanggal 1 April 2024.",
            18,
            date(2024, 4, 1),
            date(2025, 9, 30),
        ),
        (
            "Perjanjian ini berlaku terhitung mulai tanggal 1 Januari 2024 sampai dengan tanggal 31 Desember 2025.",
            None,
            date(2024, 1, 1),
            date(2025, 12, 31),
        ),
        ("Kesepakatan ini berlaku sejak ditandatangani sampai dengan 30 Juni 2026.", None, SIGNED, date(2026, 6, 30)),
        ("Kontrak berlaku 1 (satu) tahun sejak ditandatangani s.d. 4 Maret 2025.", 12, SIGNED, date(2025, 3, 4)),
        (
            "Pekerjaan dilaksanakan selama 60 (enam puluh) hari kalender terhitung sejak tanggal 1 Mei 2024.",
            None,
            date(2024, 5, 1),
            date(2024, 6, 29),
        ),
        (
            "Pekerjaan dilaksanakan selama 30 (tiga puluh) hari kerja terhitung sejak ditandatangani.",
            None,
            SIGNED,
            None,
        ),
        ("Perjanjian ini berlaku selama …… (……) tahun sejak ditandatangani.", None, SIGNED, None),
        (
            "This Memorandum shall remain in force for five (5) years from the date of signing.",
            60,
            SIGNED,
            date(2029, 3, 4),
        ),
    ],
)
def test_sentence(text: str, months: int | None, start: date | None, end: date | None) -> None:
    term = find_term([article(text)], SIGNED)
    assert (term.months, term.start, term.end) == (months, start, end)
    assert term.text == text
    assert term.provision == "Pasal 7"


def test_notice_and_extension_are_not_the_term() -> None:
    term = find_term(
        [
            article(
                "Pihak yang hendak mengakhiri memberitahukan paling lambat 3 (tiga) bulan sebelumnya.",
                "Perjanjian ini berlaku selama 4 (empat) tahun sejak tanggal penandatanganan.",
                "Perjanjian ini dapat diperpanjang untuk 2 (dua) tahun, 6 (enam) bulan sebelum berakhir.",
            )
        ],
        SIGNED,
    )
    assert (term.months, term.provision, term.block) == (48, "Pasal 7 ayat (2)", 11)


def test_only_a_notice_leaves_the_length_open() -> None:
    term = find_term([article("Jangka waktu Perjanjian ini dapat diakhiri 3 (tiga) bulan sebelumnya.")], SIGNED)
    assert (term.months, term.end) == (None, None)


def test_lengths_of_other_articles_do_not_count() -> None:
    payment = article(
        "Pembayaran dilakukan dalam jangka waktu 1 (satu) bulan.",
        number=4,
        heading="PEMBAYARAN",
        clauses=("harga-pembayaran",),
    )
    secret = article("Kewajiban ini berlaku 2 (dua) tahun.", number=6, heading="KERAHASIAAN", clauses=("kerahasiaan",))
    term = find_term([payment, secret, article("Perjanjian ini berlaku selama 5 (lima) tahun.")], SIGNED)
    assert (term.months, term.start) == (60, None)


def test_the_term_may_stand_in_the_closing_article_or_in_an_item() -> None:
    items = (Item("a.", "Perjanjian ini berlaku selama 1 (satu) tahun sejak ditandatangani.", (22,)),)
    last = Article(9, "Pasal 9", "PENUTUP", ("penutup",), (Paragraph(None, "Ketentuan lain:", (21,), items),), (20,))
    term = find_term([last], SIGNED)
    assert (term.months, term.block) == (12, 22)


@pytest.mark.parametrize(
    ("text", "tied"),
    [
        ("Perjanjian ini berlaku mengikuti masa berlaku Nota Kesepahaman.", True),
        ("Perjanjian ini berlaku sampai dengan berakhirnya Nota Kesepahaman.", True),
        ("Hak dan kewajiban berlaku sampai dengan berakhirnya Perjanjian ini.", False),
    ],
)
def test_a_term_tied_to_another_document(text: str, tied: bool) -> None:
    term = find_term([article(text)], SIGNED)
    assert term.tied is tied
    assert term.months is None


def test_an_end_marker_far_before_a_start_date_does_not_count() -> None:
    text = "Jangka waktu pekerjaan sampai selesai terhitung sejak tanggal 8 April 2024 dan berakhir 8 Juli 2024."
    term = find_term([article(text)], SIGNED)
    assert (term.start, term.end) == (date(2024, 4, 8), date(2024, 7, 8))


def test_a_speck_between_number_and_unit() -> None:
    assert find_term([article("Perjanjian ini berlaku 1 (satu) — tahun sejak ditandatangani.")], SIGNED).months == 12


def test_a_ceremonial_text_without_articles() -> None:
    blocks = [
        (3, "Kami sepakat bekerja sama. Kesepakatan ini berlaku selama 2 (dua) tahun sejak ditandatangani."),
        (4, "Demikian."),
    ]
    term = find_term_in_text(blocks, SIGNED)
    assert (term.months, term.end, term.block) == (24, date(2026, 3, 4), 3)
    assert find_term_in_text([(1, "Rapat berlangsung selama 2 (dua) jam.")], SIGNED).text is None


def test_no_article_on_it_gives_an_empty_term() -> None:
    assert (
        find_term([article("Segala biaya ditanggung bersama.", heading="PEMBIAYAAN", clauses=("pembiayaan",))], SIGNED)
        == Term()
    )


def test_the_last_day_of_a_short_month() -> None:
    assert add_months(date(2024, 1, 31), 1) == date(2024, 2, 29)
    assert add_months(date(2023, 12, 31), 12) == date(2024, 12, 31)


@pytest.mark.parametrize(
    ("start", "end", "status"),
    [
        (date(2025, 1, 1), date(2026, 1, 1), "not-started"),
        (date(2024, 1, 1), date(2026, 1, 1), "active"),
        (date(2024, 1, 1), date(2024, 6, 1), "active"),
        (date(2022, 1, 1), date(2024, 5, 31), "expired"),
        (None, date(2024, 5, 31), "expired"),
        (date(2024, 1, 1), None, "unknown"),
        (None, None, "unknown"),
    ],
)
def test_status(start: date | None, end: date | None, status: str) -> None:
    assert term_status(Term(start=start, end=end), date(2024, 6, 1)) == status


@given(st.text(max_size=200), st.dates())
def test_any_sentence_is_read_without_an_error(text: str, signing: date) -> None:
    term = find_term([article(text)], signing)
    assert term.text is None or term.provision == "Pasal 7"
