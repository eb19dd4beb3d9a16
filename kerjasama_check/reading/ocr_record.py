"""What the cache keeps of a scanned page: the words as they were read and, beside them, the lines that were healed."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from kerjasama_check.reading.lines import Line, Page, Word
from kerjasama_check.reading.ocr_healing import healed, vocabulary_digest

# {"size": [width, height], "rotation": degrees, "lines": [[word, …], …], "healed": {"by": digest, "lines": {"3": […]}}}
# A word: [text, x0, y0, x1, y1 (points, one decimal), confidence (whole)]
Record = dict[str, Any]


def page_record(width: float, height: float, rotation: int, lines: Sequence[Sequence[Word]]) -> Record:
    """The record of a page, not healed yet."""
    return {
        "size": [round(width, 1), round(height, 1)],
        "rotation": rotation,
        "lines": [[_packed(word) for word in line] for line in lines],
    }


def with_healing(record: Record) -> Record:
    """The record with its lines healed by today's vocabulary; the same object where they are already."""
    digest = vocabulary_digest()
    if record.get("healed", {}).get("by") == digest:
        return record
    changed = {}
    for index, packed in enumerate(record["lines"]):
        words = tuple(Word(*word) for word in packed)
        mended = healed(words)
        if mended != words:
            changed[str(index)] = [_packed(word) for word in mended]
    return {**record, "healed": {"by": digest, "lines": changed}}


def page_of(number: int, record: Record) -> Page:
    """The page of a record; raises KeyError, TypeError, ValueError or AttributeError for one of another form."""
    width, height = record["size"]
    changed = record["healed"]["lines"]
    lines = tuple(
        _line(tuple(Word(*word) for word in changed.get(str(index), packed)))
        for index, packed in enumerate(record["lines"])
        if packed
    )
    return Page(number, width, height, lines, ocr=True, rotation=record["rotation"])


def _packed(word: Word) -> list[str | float]:
    box = (round(edge, 1) for edge in (word.x0, word.y0, word.x1, word.y1))
    return [word.text, *box, round(word.confidence or 0)]


def _line(words: tuple[Word, ...]) -> Line:
    return Line(
        words,
        min(word.x0 for word in words),
        min(word.y0 for word in words),
        max(word.x1 for word in words),
        max(word.y1 for word in words),
        hyphen=words[-1].text.endswith("-") and len(words[-1].text) > 1,
    )
