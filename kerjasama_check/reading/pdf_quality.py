"""Is the text layer of a page to be trusted, or is the page a picture that must go to OCR?

Measured on pages of real agreements: a text layer that some scanner wrote has 4–17 % implausible words where it is bad
and below 2.5 % where it is as good as a fresh reading; typed text stays below 3 % apart from placeholders.
"""

from __future__ import annotations

import re
from enum import Enum
from typing import Any

from kerjasama_check.reading.lines import Page

FEW_WORDS = 12
_PICTURE = 0.3  # share of the page that makes an image worth reading
_WHOLE_PAGE = 0.75
_IMPLAUSIBLE = 0.03
_FUNCTION_WORDS = frozenset(
    ("dan", "yang", "di", "dengan", "untuk", "dari", "pada", "dalam", "ini", "oleh", "kepada", "atau", "ke", "sebagai",
     "pihak", "the", "of", "and", "to", "in", "for", "by")
)  # fmt: skip
_VOWEL = re.compile(r"[aiueoyAIUEOY]")
_ODD = re.compile(r"[a-z][A-Z]{2}|[A-Za-z][0-9][A-Za-z]|[^\W\d_][^\w\-/.,'’&@:() –]+[^\W\d_]|[^\x00-\x7f\W\d_]")
_EDGES = ".,;:()\"'“”‘’-–/[]•…"
_PLACEHOLDER = re.compile(r"[${}<>«»_…]|\.{3}")


class Layer(Enum):
    """What the text layer of a page is worth."""

    TYPED = "typed"  # text that is shown, or a page with nothing on it
    HIDDEN = "hidden"  # text of an earlier OCR behind the picture, plausible
    GARBAGE = "garbage"  # text that is there and cannot be what is printed
    MISSING = "missing"  # a picture without text


def judge(page: Any, text: Page) -> Layer:
    """page: the open pypdfium2 page; text: its text layer."""
    words = [word.text for line in text.lines for word in line.words]
    if len(words) < FEW_WORDS:
        return Layer.MISSING if _is_drawn(page, bool(words)) else Layer.TYPED
    if _is_hidden(page):
        return Layer.GARBAGE if _implausible(words) else Layer.HIDDEN
    return Layer.GARBAGE if _unmapped(words) else Layer.TYPED


def _is_drawn(page: Any, has_words: bool) -> bool:
    """Is there a picture large enough to hold text, or, on a page without any word, much drawing?"""
    import pypdfium2.raw as raw

    if _image_share(page, raw) > _PICTURE:
        return True
    return not has_words and raw.FPDFPage_CountObjects(page) > 60


def _image_share(page: Any, raw: Any, last: bool = False) -> float:
    """Share of the page that its images (or the last of them) cover, overlaps counted twice, at most 1."""
    width, height = page.get_size()
    covered = 0.0
    for item in page.get_objects(filter=[raw.FPDF_PAGEOBJ_IMAGE], max_depth=3):
        left, bottom, right, top = item.get_bounds()
        area = max(0.0, right - left) * max(0.0, top - bottom)
        covered = area if last else covered + area
    return min(1.0, covered / max(float(width * height), 1.0))


def _is_hidden(page: Any) -> bool:
    """Is the text written invisibly, or covered by a picture of the whole page that is drawn last?"""
    import pypdfium2.raw as raw

    count = raw.FPDFPage_CountObjects(page)
    last = raw.FPDFPage_GetObject(page, count - 1)
    if raw.FPDFPageObj_GetType(last) == raw.FPDF_PAGEOBJ_IMAGE and _image_share(page, raw, last=True) > _WHOLE_PAGE:
        return True
    seen = hidden = 0
    for index in range(0, count, max(1, count // 16)):
        item = raw.FPDFPage_GetObject(page, index)
        if raw.FPDFPageObj_GetType(item) == raw.FPDF_PAGEOBJ_TEXT:
            seen += 1
            hidden += raw.FPDFTextObj_GetTextRenderMode(item) == raw.FPDF_TEXTRENDERMODE_INVISIBLE
    return seen > 0 and hidden > 0.7 * seen and _image_share(page, raw) > _PICTURE


def _implausible(words: list[str]) -> bool:
    """Do too many of the words look misread, or are too few the small words that every text is full of?"""
    bad = 0
    for word in words:
        core = word.strip(_EDGES)
        if sum(c.isalpha() for c in core) < 3 or _PLACEHOLDER.search(core):
            continue
        bad += _ODD.search(core) is not None or _VOWEL.search(core) is None
    small = sum(word.strip(_EDGES).casefold() in _FUNCTION_WORDS for word in words)
    return bad > _IMPLAUSIBLE * len(words) or (len(words) > 60 and small < 0.04 * len(words))


def _unmapped(words: list[str]) -> bool:
    """Is it the text of a font without a usable table of letters?"""
    letters = "".join(words)
    strange = sum(c == "\ufffd" or "\ue000" <= c <= "\uf8ff" or "\u0080" <= c <= "\u009f" for c in letters)
    if strange > 0.3 * len(letters):
        return True
    long = [word for word in words if len(word) > 3 and word.isalpha()]
    without = sum(_VOWEL.search(word) is None for word in long)
    return len(long) > 20 and without > 0.6 * len(long)
