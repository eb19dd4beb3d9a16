"""One scanned page to lines of words: turned upright, straightened, read, and read again where hands have signed."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from kerjasama_check.reading.lines import Word
from kerjasama_check.reading.ocr_engine import NO_INVERSION, Bitmap, Setup, tsv
from kerjasama_check.reading.ocr_image import (
    FAINT,
    STAMPED,
    Scan,
    busiest,
    columns,
    gutter,
    lies_on_side,
    skew,
    straightened,
    strip,
    turned,
    uncovered,
    whitened,
)
from kerjasama_check.reading.ocr_marks import with_marks
from kerjasama_check.reading.ocr_record import Record, page_record
from kerjasama_check.reading.ocr_text import is_strong, merged, words_of

# Tesseract's page segmentation modes.
_COLUMN = 4  # one column of text of varying sizes: visual lines stay whole, also across a komparisi in two columns
_SPARSE = 11  # as much text as can be found, in no order: finds names below and between signatures

_EMBLEMS = 0.25  # share of a first page's height where emblems stand; reading them again found no text
_POINTS_AROUND = 24.0  # how far round a signature its label and name stand
_CLEARLY_BETTER = 2
# Of the letters read, how many stand in words read surely: on a page that is upright, and on one that is clean.
# Whitening the paper brought up to 80 % more sure words on speckled pages, but cost up to 8 % on coarse clean ones.
_GOOD_SHARE = 0.4
_CLEAN_SHARE = 0.88

Lines = list[list[Word]]


@dataclass(frozen=True, slots=True)
class _View:
    """How a page is looked at: quarter turns clockwise, then an angle to level it, then a share of its width."""

    quarters: int = 0
    angle: float = 0.0
    left: float = 0.0
    right: float = 1.0

    def of(self, bitmap: Bitmap) -> Bitmap:
        bitmap = turned(bitmap, self.quarters)
        if self.angle:
            bitmap = straightened(bitmap, self.angle)
        return bitmap if (self.left, self.right) == (0.0, 1.0) else columns(bitmap, self.left, self.right)


def read_page(scan: Scan, number: int, setup: Setup) -> Record:
    """The record of page `number`. A double page is given as one of twice the height, the right half below the left.

    Raises whatever rendering or recognition raises.
    """
    grey = scan.render(number)
    view, page, lines = _upright(grey, setup)
    width, height = page.width * 72 / page.dpi, page.height * 72 / page.dpi
    middle = gutter(page)
    if middle is None:
        lines = _with_bands(scan, number, page, view, lines, setup)
        return page_record(width, height, view.quarters * 90, lines)
    lines = []
    for index, half in enumerate((replace(view, right=middle), replace(view, left=middle))):
        part = half.of(grey)
        read = _with_bands(scan, number, part, half, _recognised(part, setup), setup)
        lines += _moved(read, index * height)
    return page_record(width * max(middle, 1 - middle), height * 2, view.quarters * 90, lines)


def _upright(grey: Bitmap, setup: Setup) -> tuple[_View, Bitmap, Lines]:
    """The view in which the page stands upright and level, the page so seen, and its lines."""
    view = _levelled(grey, _better(grey, (1, 3), setup)[0] if lies_on_side(grey) else 0)
    page = view.of(grey)
    lines = _recognised(page, setup)
    if not _looks_wrong(lines):
        return view, page, lines
    other, score = _better(grey, [quarters for quarters in range(4) if quarters != view.quarters], setup)
    if score > _CLEARLY_BETTER * _score(_sample(turned(grey, view.quarters), setup)):
        view = _levelled(grey, other)
        page = view.of(grey)
        lines = _recognised(page, setup)
    return view, page, lines


def _levelled(grey: Bitmap, quarters: int) -> _View:
    return _View(quarters, skew(turned(grey, quarters)))


def _recognised(bitmap: Bitmap, setup: Setup) -> Lines:
    lines = words_of(tsv(setup, bitmap, _COLUMN), bitmap.dpi)
    if _sure_share(lines) < _CLEAN_SHARE:
        again = words_of(tsv(setup, whitened(bitmap, FAINT), _COLUMN), bitmap.dpi)
        if _score(again) > _score(lines):
            return again
    return lines


def _with_bands(scan: Scan, number: int, page: Bitmap, view: _View, lines: Lines, setup: Setup) -> Lines:
    """The lines, and what signatures and stamps hid: their bands are read again, without what is not black."""
    lines = with_marks(page, lines, setup)
    height = page.height * 72 / page.dpi
    bands = uncovered(page, [word for line in lines for word in line])
    if number == 1:
        bands = [(top, bottom) for top, bottom in bands if bottom > _EMBLEMS * height]
    if not bands:
        return lines
    grey = scan.is_grey(number)
    light = None if grey or view == _View() else view.of(scan.render(number, lightest=True))
    for top, bottom in bands:
        first, last = max(0.0, top - _POINTS_AROUND), min(height, bottom + _POINTS_AROUND)
        rows = int(page.height * (first / height)), int(page.height * (last / height))
        if grey or light is not None:
            band = strip(light or page, *rows)
        else:
            band = scan.render(number, lightest=True, rows=rows)
        read = words_of(tsv(setup, whitened(band, STAMPED), _SPARSE, **NO_INVERSION), page.dpi)
        lines = merged(lines, _moved(read, rows[0] * 72 / page.dpi))
    return lines


def _better(grey: Bitmap, candidates: Sequence[int], setup: Setup) -> tuple[int, int]:
    """Which of some quarter turns reads best, and its score, told by a strip of the page."""
    scored = [(_score(_sample(turned(grey, quarters), setup)), quarters) for quarters in candidates]
    score, quarters = max(scored, key=lambda pair: pair[0])
    return quarters, score


def _sample(bitmap: Bitmap, setup: Setup) -> Lines:
    top, bottom = busiest(bitmap)
    part = strip(bitmap, int(bitmap.height * top), int(bitmap.height * bottom))
    angle = skew(part)
    return words_of(tsv(setup, straightened(part, angle) if angle else part, _COLUMN), bitmap.dpi)


def _score(lines: Lines) -> int:
    """Letters in words that were read surely."""
    return sum(len(word.text) for line in lines for word in line if is_strong(word))


def _looks_wrong(lines: Lines) -> bool:
    """Whether a page may not stand upright. A page with hardly a word on it (a cover, a signature) is as it is."""
    return sum(len(word.text) for line in lines for word in line) >= 40 and _sure_share(lines) < _GOOD_SHARE


def _sure_share(lines: Lines) -> float:
    """The share of letters that stand in surely read words; 1.0 where there are none."""
    letters = sum(len(word.text) for line in lines for word in line)
    return _score(lines) / letters if letters else 1.0


def _moved(lines: Lines, down: float) -> Lines:
    return [[replace(word, y0=word.y0 + down, y1=word.y1 + down) for word in line] for line in lines]
