"""List marks that recognition drops are read again where their ink is, and nowhere else."""

from __future__ import annotations

from dataclasses import replace

import pytest
from PIL import Image, ImageDraw, ImageFont

from kerjasama_check.reading import ocr_marks
from kerjasama_check.reading.lines import Word
from kerjasama_check.reading.ocr_engine import Bitmap, Setup, available, loads
from kerjasama_check.reading.ocr_marks import as_mark, with_marks

POINTS = 72 / 200
ROWS = ("Biaya pelaksanaan ditanggung bersama", "Laporan disampaikan setiap tahun", "Perubahan diatur tersendiri")


@pytest.mark.parametrize(
    ("text", "mark"),
    [("(2)", "(2)"), ("3,", "3."), ("4:", "4."), ("a.", "a."), ("12)", "12)"), ("‘1.", "1."), ("(l)", "(l)")],
)
def test_what_reads_as_a_list_mark(text: str, mark: str) -> None:
    assert as_mark(text) == mark


@pytest.mark.parametrize("text", ["", "2", "N", "—", "Pa", "1998.", "|", "dan", "(", ".", "E."])
def test_what_is_no_list_mark(text: str) -> None:
    assert as_mark(text) == ""


def test_the_dot_that_was_read_with_the_line_ends_the_mark() -> None:
    assert as_mark("2", ".") == "2."


def drawn(marks: tuple[str, ...], ink: int = 30) -> tuple[Bitmap, list[list[Word]]]:
    """A page with a mark before every row, and the lines as if the marks had been dropped."""
    image = Image.new("L", (1654, 1200), 245)
    pen = ImageDraw.Draw(image)
    font = ImageFont.load_default(size=34)
    lines = []
    for row, text in enumerate(ROWS):
        y = 200 + 90 * row
        if row < len(marks):
            pen.text((190, y), marks[row], fill=ink, font=font)
        x, line = 270.0, []
        for part in text.split():
            pen.text((x, y), part, fill=30, font=font)
            wide = font.getlength(part)
            line.append(Word(part, x * POINTS, (y + 7) * POINTS, (x + wide) * POINTS, (y + 36) * POINTS, 95.0))
            x += wide + 14
        lines.append(line)
    return Bitmap(image.tobytes(), image.width, image.height, image.width, 200), lines


@pytest.fixture(scope="module")
def setup() -> Setup:
    found = loads(None) if available() else None
    if found is None:
        pytest.skip("no OCR engine or no model on this machine")
    return found


def texts(lines: list[list[Word]]) -> list[str]:
    return [" ".join(word.text for word in line) for line in lines]


@pytest.mark.parametrize("marks", [("(1)", "(2)", "(3)"), ("2.", "3.", "4."), ("a.", "b.", "c.")])
def test_dropped_marks_are_put_before_their_lines(marks: tuple[str, ...], setup: Setup) -> None:
    page, lines = drawn(marks)
    read = with_marks(page, lines, setup)
    wanted = [f"{mark} {text}" for mark, text in zip(marks, ROWS, strict=True)]
    assert [text.replace("C.", "c.", 1) for text in texts(read)] == wanted
    assert all(180 * POINTS < line[0].x0 < line[0].x1 < line[1].x0 and line[0].confidence for line in read)


def test_where_no_ink_is_nothing_is_added(setup: Setup) -> None:
    page, lines = drawn(())
    assert with_marks(page, lines, setup) == lines


def test_ink_that_is_no_mark_is_left(setup: Setup) -> None:
    page, lines = drawn(("~", "&&", "—"))
    assert with_marks(page, lines, setup) == lines


def test_a_mark_that_was_read_already_is_not_read_again(setup: Setup) -> None:
    page, lines = drawn(("(1)", "(2)", "(3)"))
    once = with_marks(page, lines, setup)
    assert with_marks(page, once, setup) == once


@pytest.mark.parametrize(
    ("readings", "kept"),
    [
        ((("2.", 40.0), ("3.", 95.0), ("", 0.0)), ["2.", "3.", ""]),  # in step with the one below
        ((("5.", 40.0), ("2.", 95.0), ("3.", 95.0)), ["", "2.", "3."]),  # out of step
        ((("1", 90.0), ("2.", 95.0), ("", 0.0)), ["1.", "2.", ""]),  # the dot too faint
        ((("7", 90.0), ("", 0.0), ("", 0.0)), ["", "", ""]),  # a figure by itself
        ((("l.", 80.0), ("2.", 95.0), ("", 0.0)), ["1.", "2.", ""]),
        ((("k.", 80.0), ("l.", 95.0), ("", 0.0)), ["k.", "l.", ""]),
    ],
)
def test_what_is_not_sure_must_be_in_step(
    readings: tuple[tuple[str, float], ...], kept: list[str], monkeypatch: pytest.MonkeyPatch, setup: Setup
) -> None:
    answers = iter(readings)
    monkeypatch.setattr(ocr_marks, "_read", lambda *_: next(answers))
    page, lines = drawn(("1.", "2.", "3."))
    read = with_marks(page, lines, setup)
    assert texts(read) == [f"{mark} {text}".strip() for mark, text in zip(kept, ROWS, strict=True)]


def marked(page_marks: tuple[str, ...], as_read: tuple[str, ...], confidence: float = 80.0) -> list[str]:
    """How the lines begin after marks that are printed so were read so."""
    found = loads(None)
    assert found is not None
    page, lines = drawn(page_marks)
    true = with_marks(page, lines, found)
    wrong = [
        [replace(line[0], text=text, confidence=confidence), *line[1:]]
        for line, text in zip(true, as_read, strict=True)
    ]
    return [line[0].text for line in with_marks(page, wrong, found)]


@pytest.mark.usefixtures("setup")
def test_a_mark_out_of_step_is_read_again() -> None:
    assert marked(("(1)", "(2)", "(3)"), ("(7)", "(2)", "(3)")) == ["(1)", "(2)", "(3)"]
    assert marked(("1.", "2.", "3."), ("1.", "2.", "e.")) == ["1.", "2.", "3."]


@pytest.mark.usefixtures("setup")
def test_a_mark_that_is_printed_out_of_step_stays() -> None:
    assert marked(("(1)", "(5)", "(3)"), ("(1)", "(5)", "(3)")) == ["(1)", "(5)", "(3)"]


@pytest.mark.usefixtures("setup")
def test_a_mark_that_was_read_surely_stays() -> None:
    assert marked(("(1)", "(2)", "(3)"), ("(7)", "(2)", "(3)"), 97.0) == ["(7)", "(2)", "(3)"]
