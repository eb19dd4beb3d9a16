"""Images of scanned pages, as grey bitmaps for OCR."""

from __future__ import annotations

import threading
from types import TracebackType
from typing import Any

from kerjasama_check.reading.ocr_engine import Bitmap

# pdfium may be entered by one thread at a time.
_pdfium = threading.Lock()

_RESOLUTION = 200  # pixels per inch
_MAX_PIXELS = 5000  # the longer side of a bitmap, whatever the page's size


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

    def size(self, number: int) -> tuple[float, float]:
        """Width and height in points, /Rotate applied."""
        with _pdfium:
            page = self._document[number - 1]
            try:
                width, height = page.get_size()
            finally:
                page.close()
        return float(width), float(height)

    def render(self, number: int) -> Bitmap:
        """The page in grey."""
        with _pdfium:
            page = self._document[number - 1]
            try:
                width, height = page.get_size()
                scale = min(_RESOLUTION / 72, _MAX_PIXELS / max(width, height, 1))
                bitmap = page.render(scale=scale, grayscale=True)
                try:
                    return Bitmap(bytes(bitmap.buffer), bitmap.width, bitmap.height, bitmap.stride, scale * 72)
                finally:
                    bitmap.close()
            finally:
                page.close()
