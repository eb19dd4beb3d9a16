"""One scanned page to lines of words: turned upright, straightened, read, and read again where hands have signed."""

from __future__ import annotations

from collections.abc import Sequence

from kerjasama_check.reading.lines import Word
from kerjasama_check.reading.ocr_engine import Bitmap, Setup, tsv
from kerjasama_check.reading.ocr_image import (
    Scan,
    busiest,
    halves,
    lies_on_side,
    skew,
    straightened,
    strip,
    turned,
    uncovered,
)
from kerjasama_check.reading.ocr_record import Record, page_record
from kerjasama_check.reading.ocr_text import is_strong, merged, words_of

# Tesseract's page segmentation modes.
_COLUMN = 4  # one column of text of varying sizes: visual lines stay whole, also across a komparisi in two columns
_SPARSE = 11  # as much text as can be found, in no order: finds names below and between signatures

_POINTS_AROUND = 24.0  # how far round a signature its label and name stand
_GOOD_SHARE = 0.4  # of the letters read, how many stand in words read surely on a page that is upright
_CLEARLY_BETTER = 2

Lines = list[list[Word]]


def read_page(scan: Scan, number: int, setup: Setup) -> Record:
    """The record of page `number`. A double page is given as one of twice the height, the right half below the left.

    Raises whatever rendering or recognition raises.
    """
    bitmap, quarters, lines = _upright(scan.render(number), setup)
    width, height = bitmap.width * 72 / bitmap.dpi, bitmap.height * 72 / bitmap.dpi
    parts = halves(bitmap)
    if len(parts) > 1:
        lines = []
        for index, part in enumerate(parts):
            lines += _moved(_recognised(part, setup), index * height)
        width, height = width / len(parts), height * len(parts)
    return page_record(width, height, quarters * 90, lines)


def _upright(bitmap: Bitmap, setup: Setup) -> tuple[Bitmap, int, Lines]:
    """The bitmap as it is to be read, the quarter turns (clockwise) made, and its lines."""
    quarters = _better(bitmap, (1, 3), setup)[0] if lies_on_side(bitmap) else 0
    page = _level(turned(bitmap, quarters))
    lines = _recognised(page, setup)
    if not _looks_wrong(lines):
        return page, quarters, lines
    others = [other for other in range(4) if other != quarters]
    other, score = _better(bitmap, others, setup)
    here = _score(_sample(turned(bitmap, quarters), setup))
    if score <= here * _CLEARLY_BETTER:
        return page, quarters, lines
    page = _level(turned(bitmap, other))
    return page, other, _recognised(page, setup)


def _level(bitmap: Bitmap) -> Bitmap:
    angle = skew(bitmap)
    return straightened(bitmap, angle) if angle else bitmap


def _recognised(bitmap: Bitmap, setup: Setup) -> Lines:
    """The lines of an upright bitmap; what two signatures and a stamp hid at first is read a second time."""
    lines = words_of(tsv(setup, bitmap, _COLUMN), bitmap.dpi)
    height = bitmap.height * 72 / bitmap.dpi
    words = [word for line in lines for word in line]
    for top, bottom in uncovered(bitmap, words):
        first, last = max(0.0, top - _POINTS_AROUND), min(height, bottom + _POINTS_AROUND)
        band = strip(bitmap, first / height, last / height)
        offset = int(bitmap.height * (first / height)) * 72 / bitmap.dpi
        lines = merged(lines, _moved(words_of(tsv(setup, band, _SPARSE), bitmap.dpi), offset))
    return lines


def _better(bitmap: Bitmap, candidates: Sequence[int], setup: Setup) -> tuple[int, int]:
    """Which of some quarter turns reads best, and its score, told by a strip of the page."""
    scored = [(_score(_sample(turned(bitmap, quarters), setup)), quarters) for quarters in candidates]
    score, quarters = max(scored, key=lambda pair: pair[0])
    return quarters, score


def _sample(bitmap: Bitmap, setup: Setup) -> Lines:
    top, bottom = busiest(bitmap)
    return words_of(tsv(setup, _level(strip(bitmap, top, bottom)), _COLUMN), bitmap.dpi)


def _score(lines: Lines) -> int:
    """Letters in words that were read surely."""
    return sum(len(word.text) for line in lines for word in line if is_strong(word))


def _looks_wrong(lines: Lines) -> bool:
    """Whether a page may not stand upright. A page with hardly a word on it (a cover, a signature) is as it is."""
    letters = sum(len(word.text) for line in lines for word in line)
    return letters >= 40 and _score(lines) < letters * _GOOD_SHARE


def _moved(lines: Lines, down: float) -> Lines:
    return [[Word(w.text, w.x0, w.y0 + down, w.x1, w.y1 + down, w.confidence) for w in line] for line in lines]
