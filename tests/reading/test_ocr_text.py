"""Tesseract's table to lines, two readings to one, and slips undone with the boxes kept. No engine needed."""

from __future__ import annotations

import json

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from kerjasama_check.reading import ocr_record
from kerjasama_check.reading.lines import Word
from kerjasama_check.reading.ocr_healing import heal_number, healed
from kerjasama_check.reading.ocr_record import page_of, page_record, with_healing
from kerjasama_check.reading.ocr_text import merged, words_of

TSV = "\n".join(
    "\t".join(map(str, row))
    for row in (
        (1, 1, 0, 0, 0, 0, 0, 0, 1654, 2339, -1, ""),
        (4, 1, 1, 1, 1, 0, 200, 100, 500, 40, -1, ""),
        (5, 1, 1, 1, 1, 1, 200, 100, 100, 40, 96.5, "Pasal"),
        (5, 1, 1, 1, 1, 2, 320, 100, 20, 40, 88.25, "1"),
        (5, 1, 1, 1, 2, 1, 200, 200, 300, 40, 91, "RUANG"),
        (5, 1, 1, 1, 2, 2, 520, 200, 300, 40, 91, "LINGKUP"),
        (5, 1, 2, 1, 1, 1, 200, 300, 20, 40, 4, "~;"),
        (5, 1, 2, 1, 1, 2, 240, 300, 20, 40, 4, "ke"),
        (5, 1, 3, 1, 1, 1, 200, 400, 20, 40, 60, " "),
    )
)


def word(text: str, x0: float, y0: float = 100.0, width: float = 40.0, confidence: float = 95.0) -> Word:
    return Word(text, x0, y0, x0 + width, y0 + 10, confidence)


def test_rows_become_lines_in_points() -> None:
    lines = words_of(TSV, dpi=200)
    assert [[w.text for w in line] for line in lines] == [["Pasal", "1"], ["RUANG", "LINGKUP"], ["ke"]]
    first = lines[0][0]
    assert (first.x0, first.y0, first.x1, first.y1) == pytest.approx((72, 36, 108, 50.4))
    assert first.confidence == 96.5


@given(st.text(alphabet="5\t\n1290.ab-", max_size=300))
def test_no_table_however_broken_brings_it_down_but_by_a_value(text: str) -> None:
    try:
        lines = words_of(text, dpi=200)
    except ValueError:
        return
    assert all(line for line in lines)


def test_a_second_reading_adds_what_the_first_missed() -> None:
    first = [[word("Rektor", 60)], [word("(~:", 60, 160, confidence=20)]]
    second = [
        [word("Rektor", 61, confidence=80), word("Bupati", 300)],
        [word("SEKAR", 62, 161), word("RINJANI", 110, 161)],
    ]
    lines = merged(first, second)
    assert [[w.text for w in line] for line in lines] == [["Rektor", "Bupati"], ["SEKAR", "RINJANI"]]
    assert lines[0][0].confidence == 95, "a sure word of the first reading stays"


def test_a_second_reading_that_is_not_sure_adds_nothing() -> None:
    first = [[word("Rektor", 60)]]
    assert merged(first, [[word("Kkqt", 300, confidence=30), word("w;", 360, confidence=65)]]) == first


@pytest.mark.parametrize(
    ("read", "meant"),
    [
        ("Nomor : 12/LG.05/XH/2018", "Nomor : 12/LG.05/XII/2018"),
        ("526/04/X1/2010", "526/04/XI/2010"),
        ("B/ 1373 / Vill / 2014", "B/ 1373 / VIII / 2014"),
        ("17/UN99/lI/2020", "17/UN99/II/2020"),
        ("17/UN99/!I/2020", "17/UN99/II/2020"),
        ("44O3/UN3O/KS/2022", "4403/UN30/KS/2022"),
        ("4l03/UN30/KS/2022", "4103/UN30/KS/2022"),
    ],
)
def test_figures_of_a_document_number_are_restored(read: str, meant: str) -> None:
    assert heal_number(read) == meant
    assert heal_number(meant) == meant


@pytest.mark.parametrize(
    "text", ["12/UN30/11/2020", "12/UN30/HI/2020", "7/VIP/2020", "dan/atau", "XH 2018", "R02.MBC/0709/2021"]
)
def test_what_is_no_roman_month_stays(text: str) -> None:
    assert heal_number(text) == text


@settings(deadline=None)
@given(st.text(alphabet="/0123456789XVIHlO.|- ", max_size=40))
def test_healing_a_number_twice_changes_nothing_more(text: str) -> None:
    once = heal_number(text)
    assert heal_number(once) == once


def test_a_healed_word_keeps_its_box_and_confidence() -> None:
    words = (word("Pasa1", 10), word("5", 60))
    mended = healed(words)
    assert [w.text for w in mended] == ["Pasal", "5"]
    assert [(w.x0, w.x1, w.confidence) for w in mended] == [(w.x0, w.x1, w.confidence) for w in words]


def test_pieces_of_a_word_are_joined_under_one_box() -> None:
    words = (word("PERJAN", 10, width=50), word("JIAN", 62, width=30, confidence=60), word("INI", 100))
    mended = healed(words)
    assert [w.text for w in mended] == ["PERJANJIAN", "INI"]
    assert (mended[0].x0, mended[0].x1, mended[0].confidence) == (10, 92, 60)


def test_a_word_that_is_two_gives_each_its_share_of_the_box() -> None:
    (first, second) = healed((word("PIHAKKEDUA", 10, width=110),))
    assert (first.text, second.text) == ("PIHAK", "KEDUA")
    assert first.x0 == 10 and first.x1 < second.x0 and second.x1 == pytest.approx(120, abs=0.2)


def test_what_is_no_known_word_stays() -> None:
    words = (word("Zulqarnain", 10), word("Wqx7", 60), word("Rp15.000", 110))
    assert healed(words) == words


@given(
    st.lists(st.text(alphabet="Pasl1KEDUIHA.() 5", min_size=1, max_size=12).filter(str.strip), min_size=1, max_size=6)
)
def test_healing_never_loses_the_place_of_a_line(texts: list[str]) -> None:
    words = tuple(word("".join(text.split()), 50.0 * index) for index, text in enumerate(texts))
    mended = healed(words)
    assert mended
    assert min(w.x0 for w in mended) == words[0].x0
    assert all(0 <= w.x0 <= w.x1 <= words[-1].x1 + 0.2 for w in mended)


def test_a_record_survives_json_and_gives_the_page() -> None:
    record = with_healing(
        page_record(595.3, 841.9, 270, [[word("Pasa1", 10.04), word("l", 60)], [word("meng-", 10, 120)]])
    )
    page = page_of(7, json.loads(json.dumps(record)))
    assert (page.number, page.width, page.height, page.rotation, page.ocr) == (7, 595.3, 841.9, 270, True)
    assert [line.text for line in page.lines] == ["Pasal 1", "meng-"]
    assert [line.hyphen for line in page.lines] == [False, True]
    assert page.lines[0].x0 == 10.0
    assert record["lines"][0][0][0] == "Pasa1", "what was read is kept beside what was healed"


def test_a_record_is_healed_anew_when_the_vocabulary_changes(monkeypatch: pytest.MonkeyPatch) -> None:
    record = with_healing(page_record(100, 100, 0, [[word("Pasa1", 10), word("5", 60)]]))
    assert with_healing(record) is record
    monkeypatch.setattr(ocr_record, "vocabulary_digest", lambda: "another")
    monkeypatch.setattr(ocr_record, "healed", lambda words: words)
    again = with_healing(record)
    assert page_of(1, again).lines[0].text == "Pasa1 5"
