from __future__ import annotations

import datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kerjasama_check.indonesian.dates import MONTHS, WEEKDAYS, find_dates, format_date, parse_opening, weekday_of
from kerjasama_check.indonesian.terbilang import to_words

DATES = st.dates(datetime.date(1945, 8, 17), datetime.date(2099, 12, 31))


@pytest.mark.parametrize(
    "text",
    [
        "23 November 2021",
        "23-11-2021",
        "23/11/2021",
        "23.11.2021",
        "(23-11-2021)",
        "23- 11- 2021",
        "2021-11-23",
        "dua puluh tiga bulan November tahun dua ribu dua puluh satu",
        "tanggal Dua Puluh Tiga, Bulan November, Tahun Dua Ribu Dua Puluh Satu",
        "tanggal 23 bulan November tahun Dua Ribu Dua Puluh Satu",
        "tanggal dua puluh tiga bulan sebelas tahun dua ribu dua puluh satu",
        "tanggal 23 bulan 11 tahun 2021",
        "tanggal 23 (dua puluh tiga) bulan November tahun 2021 (dua ribu dua puluh satu)",
        "tanggal dua puluh tiga (23) bulan November tahun dua ribu dua puluh satu (2021)",
        "23rd day of November 2021",
        "November 23, 2021",
        "this twenty-third day of November in the year two thousand and twenty-one",
        "23 Nov 2021",
        "tanggal\ndua puluh\ntiga bulan\nNovember tahun dua ribu\ndua puluh satu",
        "tanggalduapuluhtigabulanNovembertahunduaribuduapuluhsatu",
        "23November2021",
    ],
)
def test_every_mix_of_words_and_figures_is_one_date(text: str) -> None:
    spans = find_dates(text)
    assert [span.date for span in spans] == [datetime.date(2021, 11, 23)]
    assert spans[0].old_month is None


@pytest.mark.parametrize(
    ("text", "date"),
    [
        ("tanggal Sernbilan bulan Maret tahun dua ribu dua puluh", datetime.date(2020, 3, 9)),
        ("tanggal lima bulan Marel tahun dua ribu dua puluh", datetime.date(2020, 3, 5)),
        ("tanggal Du4 bulan Juni tahun Dua Ribu Dua Pu1uh", datetime.date(2020, 6, 2)),
        ("tanggal dua bulan Mei tahun daa ribu dum puluh satü", datetime.date(2021, 5, 2)),
        ("tanggal I bulan Februari tahun2021", datetime.date(2021, 2, 1)),
        ("(31 — 03 —2022)", datetime.date(2022, 3, 31)),
        ("(l4-O6-2021)", datetime.date(2021, 6, 14)),
        ("tanggal tiga bulan 0ktober tahun dua ribu dua puluh", datetime.date(2020, 10, 3)),
    ],
)
def test_slips_of_a_scan_are_read(text: str, date: datetime.date) -> None:
    assert [span.date for span in find_dates(text)] == [date]


@pytest.mark.parametrize("month", ["Nopember", "Pebruari", "Djanuari", "Augustus", "Djuli"])
def test_old_spellings_of_months_are_told(month: str) -> None:
    (span,) = find_dates(f"tanggal 5 {month} 2019")
    assert span.old_month == month
    assert span.date is not None


def test_an_impossible_date_has_parts_but_no_date() -> None:
    (span,) = find_dates("tanggal 31 Februari 2020")
    assert (span.day, span.month, span.year, span.date) == (31, 2, 2020, None)


def test_figures_beside_words_are_kept() -> None:
    (span,) = find_dates("tanggal 8 (tujuh) bulan Maret tahun 2022 (dua ribu dua puluh satu)")
    assert (span.date, span.figures) == (datetime.date(2021, 3, 7), (8, 3, 2022))


def test_the_first_day_of_a_period_takes_the_year_of_the_last() -> None:
    spans = find_dates("sejak 1 Januari sampai dengan 31 Desember 2021")
    assert [span.date for span in spans] == [datetime.date(2021, 1, 1), datetime.date(2021, 12, 31)]


@pytest.mark.parametrize(
    "text",
    [
        "Undang-Undang Nomor 6 Tahun 2011",
        "Nomor HK.06.02.2020/12",
        "bulan November",
        "Mei",
        "Pasal 5",
        "12/03/2020/PKS",
        "2021",
    ],
)
def test_other_numbers_are_no_dates(text: str) -> None:
    assert find_dates(text) == []


@given(DATES)
def test_figures_lead_back_to_the_date(date: datetime.date) -> None:
    for text in (format_date(date), date.strftime("%d-%m-%Y"), date.strftime("%d/%m/%Y"), date.isoformat()):
        assert [span.date for span in find_dates(f"pada tanggal {text}, di Jambi")] == [date]


@given(DATES, st.sampled_from([", ", " ", "\n", " - "]), st.sampled_from([str, str.upper, str.title]))
def test_words_lead_back_to_the_date(date: datetime.date, mark: str, case: type[str]) -> None:
    day, month, year = to_words(date.day), MONTHS[date.month - 1], to_words(date.year)
    text = case(f"tanggal {day}{mark}bulan {month}{mark}tahun {year}{mark}bertempat di")
    (span,) = find_dates(text)
    assert span.date == date
    assert span.words
    assert span.misspellings == ()


@given(DATES, st.booleans(), st.booleans())
def test_mixed_dates_lead_back_to_the_date(date: datetime.date, day_in_words: bool, year_in_words: bool) -> None:
    day = to_words(date.day) if day_in_words else str(date.day)
    year = to_words(date.year) if year_in_words else str(date.year)
    (span,) = find_dates(f"tanggal {day} {MONTHS[date.month - 1]} {year}")
    assert span.date == date
    assert span.words == (day_in_words or year_in_words)


@given(DATES)
def test_the_opening_sentence_leads_back_to_the_date(date: datetime.date) -> None:
    words = f"tanggal {to_words(date.day)} bulan {MONTHS[date.month - 1]} tahun {to_words(date.year)}"
    text = f"Pada hari ini, {WEEKDAYS[date.weekday()]} {words} ({date:%d-%m-%Y}), bertempat di Kota Contoh, kami"
    opening = parse_opening(text)
    assert (opening.date, opening.words_date, opening.figures_date) == (date, date, date)
    assert opening.weekday == date.weekday()
    assert not opening.placeholder
    assert opening.words_span is not None
    assert text[slice(*opening.words_span)].startswith(to_words(date.day))
    assert opening.weekday_span is not None
    assert text[slice(*opening.weekday_span)] == WEEKDAYS[date.weekday()]
    assert opening.figures_span is not None
    assert text[slice(*opening.figures_span)] == f"{date:%d-%m-%Y}"


def test_words_win_over_figures() -> None:
    opening = parse_opening("Pada hari ini Senin tanggal satu bulan Juni tahun dua ribu dua puluh (02-07-2021) kami")
    assert opening.words_date == datetime.date(2020, 6, 1)
    assert opening.figures_date == datetime.date(2021, 7, 2)
    assert opening.date == opening.words_date


_SPELLINGS = "Jum'at 4,Jum’at 4,Jum at 4,JUMAT 4,Ahad 6,Minggu 6,Senm 0,Karnis 3,Se1asa 1,Robu 2,SELASA 1"


@pytest.mark.parametrize(("word", "weekday"), [(pair[:-2], int(pair[-1])) for pair in _SPELLINGS.split(",")])
def test_weekdays_in_every_spelling(word: str, weekday: int) -> None:
    assert parse_opening(f"Pada hari ini, {word} tanggal 3 Mei 2023 di Jambi").weekday == weekday


def test_a_right_weekday_goes_before_a_word_like_one() -> None:
    assert parse_opening("Pada hari ini, siapa pun, Rabu tanggal 3 Mei 2023").weekday == 2
    assert weekday_of("selama") is None


@pytest.mark.parametrize(
    "text",
    [
        "Pada hari ini, ......, tanggal ...... bulan ...... tahun 2021 (...-...-2021), bertempat di",
        "Pada hari ini ____ tanggal ____ bulan ____ tahun dua ribu dua puluh dua, kami",
        "Pada hari ini, ${hari} tanggal ${tanggal}, kami",
        "Pada hari ini, {{hari}} tanggal {{tanggal}}",
        "Pada hari ini, <<hari>> tanggal <<tanggal>>",
        "Pada hari ini, [hari] tanggal [tanggal]",
        "Pada hari ini, tanggal XX bulan XX tahun 2022",
        "Pada hari ini (*) tanggal (*)",
        "Pada hari ini tanggal bulan tahun Dua Ribu Dua Puluh, kami",
    ],
)
def test_an_open_date_is_a_placeholder(text: str) -> None:
    opening = parse_opening(text)
    assert opening.placeholder
    assert opening.date is None


def test_missing_parts_are_none() -> None:
    opening = parse_opening("Pada hari Minggu tanggal tujuh tahun dua ribu sepuluh, kami")
    assert (opening.weekday, opening.day, opening.month, opening.year, opening.date) == (6, 7, None, 2010, None)
    assert parse_opening("").date is None


def test_the_place_may_stand_before_the_date() -> None:
    opening = parse_opening(
        "Pada hari ini bertempat di Kota Contoh, Rabu tanggal 3 Mei 2023, kami yang bertanda tangan"
    )
    assert (opening.date, opening.weekday) == (datetime.date(2023, 5, 3), 2)


def test_a_date_after_the_opening_sentence_is_another() -> None:
    text = "Pada hari ini, kami yang bertanda tangan di bawah ini: Keputusan Nomor 5 tanggal 3 Mei 2019"
    opening = parse_opening(text)
    assert opening.weekday is None


_VOCABULARY = "Pada hari ini Senin tanggal dua puluh 23 bulan Mei tahun 2021 ( ) - , / . se lima November satu (2"
_WORDS = _VOCABULARY.split()


@given(st.text(max_size=300) | st.lists(st.sampled_from(_WORDS), max_size=40).map(" ".join))
def test_any_text_gives_spans_in_order(text: str) -> None:
    end = 0
    for span in find_dates(text):
        assert end <= span.start < span.end <= len(text)
        end = span.end
    opening = parse_opening(text)
    for place in (opening.weekday_span, opening.words_span, opening.figures_span):
        assert place is None or 0 <= place[0] < place[1] <= len(text)
