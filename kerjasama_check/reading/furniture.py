"""Running heads, page numbers, catchwords and paraf boxes: what stands on a page and is not part of the text."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence

from kerjasama_check.reading.layout_labels import is_article, is_label
from kerjasama_check.reading.layout_rows import Piece
from kerjasama_check.reading.lines import Page

_PAGE_NUMBER = re.compile(
    r"(?i)[\W_]{0,4}(?:(?:halaman|hal|page|hlm)\.?\s*)?[\W_]{0,3}\d{1,4}[\W_]{0,4}"
    r"(?:\s*(?:dari|of|/)\s*\d{1,4}|\s*\|?\s*(?:p\s*a\s*g\s*e|halaman))?[\W_]{0,4}\Z"
)
_PARAF = re.compile(r"(?i)\bparaf\b")
_DIGITS = re.compile(r"\d+")


def find_furniture(pages: Sequence[Page], pieces: Sequence[list[Piece]]) -> list[set[int]]:
    """For each page the indices of its pieces that are furniture."""
    found: list[set[int]] = [set() for _ in pages]
    zones: Counter[str] = Counter()
    edge: list[list[tuple[int, str]]] = []
    for page, items in zip(pages, pieces, strict=True):
        near: list[tuple[int, str]] = []
        for i, piece in enumerate(items):
            if is_article(piece.text) or (is_label(piece.text) and piece.y0 < 0.5 * page.height):
                continue
            if piece.y1 < 0.12 * page.height or piece.y0 > 0.88 * page.height:
                top = piece.y1 < 0.12 * page.height
                key = ("t" if top else "b") + _DIGITS.sub("#", piece.text.casefold())
                near.append((i, key))
        zones.update({key for _, key in near})
        edge.append(near)
    for number, (page, items) in enumerate(zip(pages, pieces, strict=True)):
        for i, key in edge[number]:
            piece = items[i]
            if (len(piece.text) < 30 and _PAGE_NUMBER.match(piece.text)) or (
                (len(pages) > 2 and zones[key] >= max(2, 0.5 * len(pages)))
                or (_PARAF.search(piece.text) and len(piece.text) < 60 and piece.y0 > 0.8 * page.height)
            ):
                found[number].add(i)
    return found
