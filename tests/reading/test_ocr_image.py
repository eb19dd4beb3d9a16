"""What is told from the image of a page before and after OCR: skew, sides, gutters, ink that no word accounts for."""

from __future__ import annotations

import pytest
from PIL import Image, ImageDraw

from kerjasama_check.reading.lines import Word
from kerjasama_check.reading.ocr_engine import Bitmap
from kerjasama_check.reading.ocr_image import busiest, gutter, lies_on_side, skew, straightened, uncovered, whitened

SIZE = (1654, 2339)


def bitmap(image: Image.Image) -> Bitmap:
    return Bitmap(image.tobytes(), image.width, image.height, image.width, 200)


def page(lines: int = 30, size: tuple[int, int] = SIZE) -> Image.Image:
    """Rows of short dark bars, as words look from afar."""
    image = Image.new("L", size, 255)
    pen = ImageDraw.Draw(image)
    for row in range(lines):
        for column in range(12):
            x, y = 200 + column * 105, 250 + row * 60
            pen.rectangle((x, y, x + 60 + (row * 7 + column * 13) % 35, y + 22), fill=30)
    return image


@pytest.mark.parametrize("angle", [-5.0, -2.0, -0.75, 0.5, 1.25, 3.0])
def test_the_skew_of_lines_is_told(angle: float) -> None:
    found = skew(bitmap(page().rotate(angle, Image.Resampling.BICUBIC, fillcolor=255)))
    assert found == pytest.approx(-angle, abs=0.2)


@pytest.mark.parametrize("angle", [0.0, 0.2, -0.2])
def test_a_page_that_is_nearly_level_is_left_alone(angle: float) -> None:
    assert skew(bitmap(page().rotate(angle, Image.Resampling.BICUBIC, fillcolor=255))) == 0.0


def test_a_page_without_lines_has_no_skew() -> None:
    assert skew(bitmap(Image.new("L", SIZE, 255))) == 0.0
    assert skew(bitmap(Image.new("L", SIZE, 0))) == 0.0
    assert skew(bitmap(Image.new("L", (3, 3), 128))) == 0.0


@pytest.mark.parametrize("angle", [0.0, 3.0, -4.0])
def test_a_page_on_its_side_is_told_from_a_skewed_one(angle: float) -> None:
    image = page().rotate(angle, Image.Resampling.BICUBIC, fillcolor=255)
    assert not lies_on_side(bitmap(image))
    assert lies_on_side(bitmap(image.rotate(90, expand=True)))


def test_straightening_keeps_the_size_and_fills_with_white() -> None:
    turned = straightened(bitmap(Image.new("L", (200, 300), 255)), 5)
    assert (turned.width, turned.height) == (200, 300)
    assert set(turned.data) == {255}


def test_the_gutter_of_a_double_page_is_found() -> None:
    spread = Image.new("L", (2 * SIZE[0], SIZE[1]), 255)
    spread.paste(page(), (0, 0))
    spread.paste(page(20), (SIZE[0], 0))
    assert gutter(bitmap(spread)) == pytest.approx(0.5, abs=0.04)


def test_a_page_across_the_sheet_has_no_gutter() -> None:
    wide = Image.new("L", (2 * SIZE[0], SIZE[1]), 255)
    wide.paste(page(), (0, 0))
    wide.paste(page(), (1250, 0))
    assert gutter(bitmap(wide)) is None, "words stand in the middle"
    assert gutter(bitmap(page())) is None, "a page that is higher than wide is one page"
    half = Image.new("L", (2 * SIZE[0], SIZE[1]), 255)
    half.paste(page(), (0, 0))
    assert gutter(bitmap(half)) is None, "one half is empty"


def test_the_busiest_part_holds_the_lines() -> None:
    image = Image.new("L", SIZE, 255)
    image.paste(page(8).crop((0, 200, SIZE[0], 800)), (0, 1500))
    top, bottom = busiest(bitmap(image))
    assert 0.55 < top < 0.75 < bottom < 0.95
    assert bottom - top == pytest.approx(0.225, abs=0.02)


def scribbled(image: Image.Image, x: int, y: int) -> None:
    pen = ImageDraw.Draw(image)
    for turn in range(9):
        pen.arc((x + 18 * turn, y, x + 260 + 25 * turn, y + 170), 20 * turn, 300 + 5 * turn, fill=30, width=8)


def test_a_signature_is_ink_that_no_word_accounts_for() -> None:
    image = Image.new("L", SIZE, 255)
    scribbled(image, 300, 1200)
    scribbled(image, 900, 1210)
    ((top, bottom),) = uncovered(bitmap(image), [])
    assert top == pytest.approx(1200 / 200 * 72, abs=12)
    assert bottom == pytest.approx(1385 / 200 * 72, abs=12)


def test_words_account_for_their_ink() -> None:
    image = page(8)
    points = 72 / 200
    words = [
        Word("kata", x * points, y * points, (x + 95) * points, (y + 22) * points, 95.0)
        for y in range(250, 730, 60)
        for x in range(200, 1460, 105)
    ]
    assert uncovered(bitmap(image), words) == []
    assert len(uncovered(bitmap(image), [])) == 1
    assert len(uncovered(bitmap(image), [Word(w.text, w.x0, w.y0, w.x1, w.y1, 20.0) for w in words])) == 1


def test_a_ruled_line_or_an_edge_is_no_signature() -> None:
    image = Image.new("L", SIZE, 255)
    pen = ImageDraw.Draw(image)
    pen.line((400, 0, 400, 2339), fill=0, width=12)
    pen.rectangle((0, 0, 60, 2339), fill=0)
    assert uncovered(bitmap(image), []) == []
    scribbled(image, 700, 1200)
    assert len(uncovered(bitmap(image), [])) == 1


def test_whitening_clears_light_greys_and_keeps_dark_ones_apart() -> None:
    cleared = whitened(Bitmap(bytes([0, 90, 179, 180, 255]), 5, 1, 5, 200), 180)
    assert list(cleared.data) == [0, 127, 253, 255, 255]
