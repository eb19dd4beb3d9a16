"""The opening sentence: its date, its place, and where it ends."""

from __future__ import annotations

import datetime
from collections.abc import Callable

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kerjasama_check.agreement.opening import find_opening, find_place, read_opening

Paper = Callable[..., tuple]
WORDS = "tanggal Delapan bulan Januari tahun Dua Ribu Dua Puluh Empat"
DAY = datetime.date(2024, 1, 8)


@pytest.mark.parametrize(
    ("text", "place"),
    [
        (
            f"Pada hari ini, Senin, {WORDS} (08-01-2024), bertempat di Kalabahi, yang bertanda tangan di bawah ini:",
            "Kalabahi",
        ),
        (f"Pada hari ini Senin {WORDS} di Kota Kupang, yang bertanda tangan dibawah ini :", "Kota Kupang"),
        (f"Bertempat di Denpasar, pada hari ini Senin, {WORDS}, kami yang bertandatangan di bawah ini:", "Denpasar"),
        (f"Dengan rahmat Tuhan Yang Maha Esa, pada hari ini Senin {WORDS}, yang bertanda tangan di bawah ini:", None),
        ("Pada hari Senin tanggal 8 bulan Januari tahun 2024, bertempat di Ende, oleh dan antara:", "Ende"),
        ("Pada hari ini Senin tanggal 08-01-2024 bertempat di Ende, yang bertanda tangan di bawah ini:", "Ende"),
        (f"Perjanjian ini dibuat dan ditandatangani di Jambi pada hari ini Senin {WORDS} oleh dan antara:", "Jambi"),
    ],
)
def test_date_and_place(paper: Paper, text: str, place: str | None) -> None:
    units = paper([text, "1. Sari Wulandari, Kepala Dinas Kesehatan"])
    assert find_opening(units, 0, 2) == 0
    opening, end, _ = read_opening(units, 0, 2)
    assert (opening.date, opening.place, opening.weekday, end) == (DAY, place, opening.weekday, 0)


def test_words_win_over_figures(paper: Paper) -> None:
    opening, *_ = read_opening(
        paper([f"Pada hari ini, Senin, {WORDS} (09-01-2024), yang bertanda tangan di bawah ini:"]), 0, 1
    )
    assert (opening.date, opening.words_date, opening.figures_date) == (DAY, DAY, datetime.date(2024, 1, 9))


def test_a_date_that_is_left_open(paper: Paper) -> None:
    text = "Pada hari ini, ……… tanggal ……… bulan ……… tahun ……… bertempat di …………, yang bertanda tangan di bawah ini:"
    opening, *_ = read_opening(paper([text]), 0, 1)
    assert (opening.date, opening.place, opening.placeholder) == (None, None, True)


def test_the_opening_ends_where_the_parties_begin_on_the_same_line(paper: Paper) -> None:
    text = f"Pada hari ini Senin {WORDS} di Ende, yang bertanda tangan di bawah ini: 1. Sari Wulandari, Kepala Dinas"
    units = paper([text])
    _, end, offset = read_opening(units, 0, 1)
    assert end == 0 and units[0].text[offset:].strip().startswith("1. Sari")


def test_an_english_opening_ends_before_the_first_party(paper: Paper) -> None:
    text = "This Memorandum of Understanding is entered into on 8 January 2024 by and between Nusa Foundation, a body"
    units = paper([text])
    opening, _, offset = read_opening(units, 0, 1)
    assert opening.date == DAY and units[0].text[offset:].startswith("Nusa Foundation")


def test_a_title_in_capitals_is_no_opening(paper: Paper) -> None:
    assert find_opening(paper([("c", "PADA HARI INI")]), 0, 1) is None


@given(st.text(max_size=200))
def test_no_text_breaks_the_search_for_a_place(text: str) -> None:
    place = find_place(text)
    assert place is None or len(place) > 2
