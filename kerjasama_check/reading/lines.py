"""Lines of a page with their geometry: the common ground of PDF text layers and OCR.

`pdf.py` fills these from pypdfium2, `ocr.py` from Tesseract; `layout.py` turns the pages of a document into blocks.
"""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Word:
    """One word. Box in points (1/72 inch) on the upright page, origin top left. confidence 0–100, None without OCR."""

    text: str
    x0: float
    y0: float
    x1: float
    y1: float
    confidence: float | None = None


@dataclass(frozen=True, slots=True)
class Line:
    """One visual line (in a page with columns: one line of one column), words from left to right.

    hyphen: the line ends with a hyphen that belongs to the word or was set at the line end (to be decided on joining).
    font and size (points) of most of its letters; bold, italic where known; None for OCR unless it can be told.
    """

    words: tuple[Word, ...]
    x0: float
    y0: float
    x1: float
    y1: float
    font: str | None = None
    size: float | None = None
    bold: bool | None = None
    italic: bool | None = None
    hyphen: bool = False

    @property
    def text(self) -> str:
        return " ".join(word.text for word in self.words)


@dataclass(frozen=True, slots=True)
class Page:
    """The lines of one page in reading order. Size in points, upright."""

    number: int  # from 1
    width: float
    height: float
    lines: tuple[Line, ...]
    ocr: bool = False
    rotation: int = 0  # degrees it was turned clockwise to stand upright, beyond /Rotate
    rules: tuple[tuple[float, float, float, float], ...] = ()  # drawn lines and boxes, if known
    failed: bool = False  # OCR could not read the page: it has no lines, and that says nothing about its text
