"""Numbers of paragraphs that OCR lost or misread, taken over from the text layer of an earlier OCR on the same page.

A text layer may be garbage as a text and yet have read the small numbers at the margin ("(1)", "2.", "a."), which a new
reading of the same picture often loses. Nothing else is taken over.
"""

from __future__ import annotations

import re
from dataclasses import replace

from kerjasama_check.reading.lines import Line, Page, Word

_SURE = re.compile(r"\((?:\d{1,2}|[lI])\)|\d{1,2}[.)]|[a-z][.)]")
_FARTHEST = 48.0  # points between a number and its text


def with_labels(page: Page, layer: Page) -> Page:
    """The page as OCR read it, with the numbers of the text layer where its own are missing or misread."""
    if page.rotation or abs(page.width - layer.width) > 6 or abs(page.height - layer.height) > 6:
        return page
    labels = [word for line in layer.lines for word in line.words if _SURE.fullmatch(word.text)]
    if not labels:
        return page
    return replace(page, lines=tuple(_labelled(line, labels) for line in page.lines))


def _labelled(line: Line, labels: list[Word]) -> Line:
    first = line.words[0]
    if _SURE.fullmatch(first.text):
        return line
    for label in labels:
        if not first.y0 - 3 < (label.y0 + label.y1) / 2 < first.y1 + 3:
            continue
        overlap = min(label.x1, first.x1) - max(label.x0, first.x0)
        short = len(first.text) < 5 and len(line.words) > 2
        if short and overlap > 0.4 * min(label.x1 - label.x0, first.x1 - first.x0):
            return replace(line, words=(replace(first, text=label.text), *line.words[1:]))
        if label.x1 < first.x0 + 2 and first.x0 - label.x1 < _FARTHEST and len(line.words) > 2:
            word = Word(label.text, label.x0, first.y0, label.x1, first.y1, first.confidence)
            return replace(line, words=(word, *line.words), x0=label.x0)
    return line
