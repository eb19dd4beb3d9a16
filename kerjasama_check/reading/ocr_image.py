"""Images of scanned pages as grey bitmaps: rendered, turned upright and straightened before OCR."""

from __future__ import annotations

import math
import threading
from collections.abc import Iterator, Sequence
from itertools import pairwise
from types import TracebackType
from typing import Any

from kerjasama_check.reading.lines import Word
from kerjasama_check.reading.ocr_engine import Bitmap

# pdfium may be entered by one thread at a time.
_pdfium = threading.Lock()

_RESOLUTION = 200  # pixels per inch
_MAX_PIXELS = 5000  # the longer side of a bitmap, whatever the page's size

# Measured on real scans turned by PIL: nothing is lost up to half a degree, a third of the words at two degrees.
_LEAST_SKEW = 0.4
_MOST_SKEW = 6.0
_PROFILE_HEIGHT = 500  # rows of the reduced image from which the skew is told
_FALLS_OFF = 0.7  # a profile that is so much less sharp at one degree to either side is within that degree
_ON_SIDE = 0.5
_CLEAR_PEAK = 1.15  # how much sharper the profile must be when straightened, else the page has no lines to go by

_INK = [max(0, 200 - level) for level in range(256)]  # half-tones count as they are dark, paper counts nothing

FAINT = 180  # grey levels for `whitened`: speckled paper
STAMPED = 135  # the brightest channel of ink that is not black

_SPREAD = 1.2  # width to height of a double page

# Measured on real scans: below this much ink a second reading found nothing, above it names and labels.
_BAND_INK = 2500.0  # square points
_BAND_HEIGHT = 40.0
_BAND_DENSITY = 25.0  # points of ink in a row of it
_ROW_INK = 4.0  # points
_RULE = 90  # mean darkness of a column that is a ruled line or the shadow of an edge
_BAND_GAP = 20.0  # points without ink that end a band
_COARSE = 4
_PAPER_TO_INK = 50  # grey levels
_WORD_EDGE = 2  # pixels of the coarse image
_MARGIN = 12  # pixels round a part that is read by itself


class Scan:
    """A PDF whose pages are rendered; use it as a context manager. Pages are numbered from 1."""

    def __init__(self, pdf: bytes) -> None:
        import pypdfium2

        with _pdfium:
            self._document: Any = pypdfium2.PdfDocument(pdf)

    def __enter__(self) -> Scan:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        with _pdfium:
            self._document.close()

    def is_grey(self, number: int) -> bool:
        """Whether the images of a page are black and white or grey, so that no ink on it has a colour."""
        import pypdfium2.raw as pdfium

        with _pdfium:
            page = self._document[number - 1]
            try:
                spaces = [
                    image.get_metadata().colorspace
                    for image in page.get_objects(filter=[pdfium.FPDF_PAGEOBJ_IMAGE], max_depth=3)
                ]
                return bool(spaces) and all(space == pdfium.FPDF_COLORSPACE_DEVICEGRAY for space in spaces)
            finally:
                page.close()

    def render(self, number: int, lightest: bool = False, rows: tuple[int, int] | None = None) -> Bitmap:
        """The page in grey, /Rotate applied; with `lightest` the brightest of red, green and blue at every point.

        Coloured ink (stamps, pens) is bright in one of the three, print is dark in all. rows: first row of pixels and
        the one after the last, for a part of the page.
        """
        with _pdfium:
            page = self._document[number - 1]
            try:
                longer = max(*page.get_size(), 1)
                scale = min(_RESOLUTION / 72, _MAX_PIXELS / longer)
                crop = (0.0, 0.0, 0.0, 0.0)
                if rows is not None:  # half a pixel off, for pdfium rounds up
                    below = math.ceil(page.get_height() * scale) - rows[1]
                    crop = (0.0, max(0.0, below - 0.5) / scale, 0.0, max(0.0, rows[0] - 0.5) / scale)
                bitmap = page.render(scale=scale, grayscale=not lightest, crop=crop)
                try:
                    if lightest:
                        return _bitmap(_lightest(bitmap.to_pil()), scale * 72)
                    return Bitmap(bytes(bitmap.buffer), bitmap.width, bitmap.height, bitmap.stride, scale * 72)
                finally:
                    bitmap.close()
            finally:
                page.close()


def _lightest(image: Any) -> Any:
    from PIL import ImageChops

    red, green, blue = image.convert("RGB").split()
    return ImageChops.lighter(ImageChops.lighter(red, green), blue)


def turned(bitmap: Bitmap, quarters: int) -> Bitmap:
    """The bitmap turned clockwise by so many quarter turns."""
    if quarters % 4 == 0:
        return bitmap
    from PIL.Image import Transpose

    turn = {1: Transpose.ROTATE_270, 2: Transpose.ROTATE_180, 3: Transpose.ROTATE_90}[quarters % 4]
    return _bitmap(_image(bitmap).transpose(turn), bitmap.dpi)


def straightened(bitmap: Bitmap, angle: float) -> Bitmap:
    """The bitmap turned counter-clockwise by `angle` degrees on the same canvas, corners filled with white."""
    from PIL.Image import Resampling

    return _bitmap(_image(bitmap).rotate(angle, Resampling.BILINEAR, fillcolor=255), bitmap.dpi)


def whitened(bitmap: Bitmap, white: int) -> Bitmap:
    """The bitmap with greys from `white` on made white and the rest stretched: speckles, shades, faint ink gone."""
    return _bitmap(_image(bitmap).point([min(255, level * 255 // white) for level in range(256)]), bitmap.dpi)


def strip(bitmap: Bitmap, first: int, last: int) -> Bitmap:
    """The rows of pixels from `first` to before `last`."""
    data = bitmap.data[first * bitmap.stride : last * bitmap.stride]
    return Bitmap(data, bitmap.width, last - first, bitmap.stride, bitmap.dpi)


def skew(bitmap: Bitmap) -> float:
    """The angle in degrees by which `straightened` must turn the page to level its lines; 0.0 where there is none.

    Lines of text that are level make a row profile (mean darkness per row) of sharp peaks: the angle with the largest
    sum of squared steps between rows is the one (W. Postl, 1986).
    """
    ink = _ink(bitmap)
    level = _sharpness(ink, 0.0)
    if not level:  # all white or all black: turning would only show the corners
        return 0.0
    angle, peak = _levelling(ink)
    if _LEAST_SKEW <= abs(angle) <= _MOST_SKEW and peak >= level * _CLEAR_PEAK:
        return angle
    return 0.0


def _levelling(ink: Any) -> tuple[float, float]:
    """The angle at which the row profile is sharpest, and how sharp."""
    best, peak = 0.0, _sharpness(ink, 0.0)
    nearly_level = max(_sharpness(ink, -1.0), _sharpness(ink, 1.0)) < _FALLS_OFF * peak
    for step, reach in ((1.0, 0.0 if nearly_level else _MOST_SKEW), (0.25, 0.75), (0.125, 0.125)):
        centre = best
        for number in range(round(-reach / step), round(reach / step) + 1):
            if number:
                value = _sharpness(ink, centre + number * step)
                if value > peak:
                    best, peak = centre + number * step, value
    return best, peak


def lies_on_side(bitmap: Bitmap) -> bool:
    """Whether lines run from top to bottom: the profile of the columns is sharper than that of the rows.

    On real scans the ratio was below 0.2 for pages on their side and above 0.9 for every other.
    """
    from PIL.Image import Transpose

    ink = _ink(bitmap)
    aside = ink.transpose(Transpose.ROTATE_90)
    if _sharpness(ink, 0.0) >= _ON_SIDE * _sharpness(aside, 0.0):
        return False
    # A skewed page has no sharp rows either, but the edge of its text may be sharp: compare both when levelled.
    return _levelling(ink)[1] < _ON_SIDE * _levelling(aside)[1]


def busiest(bitmap: Bitmap) -> tuple[float, float]:
    """The quarter of the height that holds most ink: shares (0–1) of its top and bottom."""
    rows = _profile(_ink(bitmap))
    window = max(1, len(rows) // 4)
    sums = [sum(rows[:window])]
    for new, old in zip(rows[window:], rows, strict=False):
        sums.append(sums[-1] + new - old)
    first = sums.index(max(sums))
    # The profile leaves a twentieth out at both ends.
    return 0.05 + 0.9 * first / len(rows), 0.05 + 0.9 * (first + window) / len(rows)


def columns(bitmap: Bitmap, left: float, right: float) -> Bitmap:
    """The columns between two shares (0–1) of the width."""
    box = (round(bitmap.width * left), 0, round(bitmap.width * right), bitmap.height)
    return _bitmap(_image(bitmap).crop(box), bitmap.dpi)


def gutter(bitmap: Bitmap) -> float | None:
    """Where a double page is to be cut, as a share (0–1) of the width; None where no clear gutter parts two pages."""
    if bitmap.width < _SPREAD * bitmap.height:
        return None
    from PIL.Image import Resampling

    factor = max(1, round(bitmap.height / _PROFILE_HEIGHT))
    ink = _image(bitmap).reduce(factor).point(_INK).resize((200, 1), Resampling.BOX).tobytes()
    usual = sum(ink) / len(ink)
    length, start, end = max(_runs(ink[85:115], usual / 10), default=(0, 0, 0))
    thinner_side = min(sum(ink[10:80]), sum(ink[120:190])) / 70
    if length < 6 or thinner_side < usual / 2:
        return None
    return (85 + (start + end) / 2) / 200


def _runs(values: Sequence[int], limit: float) -> Iterator[tuple[int, int, int]]:
    """Length, start and end of every run of values not above a limit."""
    start = None
    for index, value in enumerate([*values, limit + 1]):
        if value <= limit:
            start = index if start is None else start
        elif start is not None:
            yield index - start, start, index
            start = None


def uncovered(bitmap: Bitmap, words: Sequence[Word]) -> list[tuple[float, float]]:
    """Bands (top and bottom in points) with much ink that no word accounts for: signatures, stamps, logos."""
    from PIL.Image import Transpose

    read = [word for word in words if (word.confidence or 0) >= 60 and any(sign.isalnum() for sign in word.text)]
    ink, points = coarse_ink(bitmap, read, _WORD_EDGE)
    side, edge = ink.width // 16, ink.height // 25  # the scanner's dark rim
    ink = ink.crop((side, edge, ink.width - side, ink.height - edge))
    for column, darkness in enumerate(_profile(ink, Transpose.ROTATE_270)):
        if darkness > _RULE:
            ink.paste(0, (column, 0, column + 1, ink.height))
    bands: list[list[float]] = []
    for row, darkness in enumerate(_profile(ink)):
        width = darkness / 255 * ink.width * points  # of the ink in this row
        if width <= _ROW_INK:
            continue
        y = (row + edge) * points
        if bands and y - bands[-1][1] < _BAND_GAP:
            bands[-1][1] = y
            bands[-1][2] += width * points
        else:
            bands.append([y, y, width * points])
    return [
        (top, bottom)
        for top, bottom, area in bands
        if area >= max(_BAND_INK, _BAND_DENSITY * (bottom - top)) and bottom - top >= _BAND_HEIGHT
    ]


def coarse_ink(bitmap: Bitmap, words: Sequence[Word], edge: float = 0.5) -> tuple[Any, float]:
    """A small image, white where there is ink outside the boxes of the words, and how many points a pixel measures.

    edge: how far the boxes reach beyond the words, in pixels of the small image.
    """
    from PIL import ImageDraw

    reduced = _image(bitmap).reduce(_COARSE)
    points = 72 * _COARSE / bitmap.dpi
    limit = _paper(reduced) - _PAPER_TO_INK
    ink = reduced.point([255 if level < limit else 0 for level in range(256)])
    drawing = ImageDraw.Draw(ink)
    for word in words:
        box = (word.x0 / points - edge, word.y0 / points - edge, word.x1 / points + edge, word.y1 / points + edge)
        drawing.rectangle(box, fill=0)
    return ink, points


def enlarged(bitmap: Bitmap, box: tuple[float, float, float, float], scale: float) -> Bitmap:
    """A box (left, top, right, bottom in points) of the bitmap, `scale` times as large, with a margin of paper."""
    from PIL import Image
    from PIL.Image import Resampling

    part = _image(bitmap).crop(tuple(round(edge * bitmap.dpi / 72) for edge in box))
    part = part.resize((max(1, round(part.width * scale)), max(1, round(part.height * scale))), Resampling.BICUBIC)
    whole = Image.new("L", (part.width + 2 * _MARGIN, part.height + 2 * _MARGIN), _paper(part))
    whole.paste(part, (_MARGIN, _MARGIN))
    return _bitmap(whole, bitmap.dpi * scale)


def _paper(image: Any) -> int:
    """The grey of the paper: half of the page is at least as bright."""
    counts = image.histogram()
    seen, half = 0, sum(counts) / 2
    for level in range(255, -1, -1):
        seen += counts[level]
        if seen >= half:
            return level
    return 255


def _ink(bitmap: Bitmap) -> Any:
    """A small image, bright where the page is dark; the outer margin, often the scanner's lid, left out."""
    image = _image(bitmap)
    factor = max(1, round(bitmap.height / _PROFILE_HEIGHT))
    small = image.reduce(factor)
    width, height = small.size
    return small.crop((width // 20, height // 20, width - width // 20, height - height // 20)).point(_INK)


def _profile(ink: Any, turn: Any = None) -> bytes:
    """Mean brightness of each row (of the image turned)."""
    from PIL.Image import Resampling

    if turn is not None:
        ink = ink.transpose(turn)
    return bytes(ink.resize((1, ink.height), Resampling.BOX).tobytes())


def _sharpness(ink: Any, angle: float) -> float:
    from PIL.Image import Resampling

    rows = _profile(ink.rotate(angle, Resampling.NEAREST) if angle else ink)
    return float(sum((a - b) * (a - b) for a, b in pairwise(rows)))


def _image(bitmap: Bitmap) -> Any:
    from PIL import Image

    return Image.frombuffer("L", (bitmap.width, bitmap.height), bitmap.data, "raw", "L", bitmap.stride, 1)


def _bitmap(image: Any, dpi: float) -> Bitmap:
    return Bitmap(image.tobytes(), image.width, image.height, image.width, dpi)
