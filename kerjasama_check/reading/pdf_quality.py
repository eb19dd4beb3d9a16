"""Is the text layer of a page to be trusted, or is the page a picture that must go to OCR?"""

from __future__ import annotations

from typing import Any

from kerjasama_check.reading.lines import Page

FEW_WORDS = 12


def needs_ocr(page: Any, text: Page) -> bool:
    """Does a page hold practically no text although something is drawn on it?

    page: the open pypdfium2 page; text: its text layer.
    """
    words = sum(len(line.words) for line in text.lines)
    return words < FEW_WORDS and _image_share(page) > 0.3


def _image_share(page: Any) -> float:
    """Share of the page that its largest image covers, 0–1."""
    import pypdfium2.raw as raw

    width, height = page.get_size()
    largest = 0.0
    for item in page.get_objects(filter=[raw.FPDF_PAGEOBJ_IMAGE], max_depth=3):
        left, bottom, right, top = item.get_bounds()
        largest = max(largest, float((right - left) * (top - bottom)))
    return largest / max(float(width * height), 1.0)
