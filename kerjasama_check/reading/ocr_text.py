"""From Tesseract's TSV to lines of words, and to the record of a page that the cache keeps."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import groupby
from typing import Any

from kerjasama_check.reading.lines import Line, Page, Word

# Columns: level page block paragraph line word left top width height confidence text
_WORD_LEVEL = "5"
_NOISE_CONFIDENCE = 10.0

# A word of a record: text, x0, y0, x1, y1 (points, one decimal), confidence (whole)
Record = dict[str, Any]


def words_of(tsv: str, dpi: float) -> list[list[Word]]:
    """Lines of words in Tesseract's order; boxes in points."""
    lines: list[list[Word]] = []
    for _, rows in groupby(_rows(tsv), key=lambda row: row[:3]):
        words = [word for _, _, _, word in ((*row[:3], _word(row[3], dpi)) for row in rows) if not is_noise(word)]
        if words:
            lines.append(words)
    return lines


def _rows(tsv: str) -> Iterator[tuple[str, str, str, list[str]]]:
    for row in tsv.split("\n"):
        cells = row.split("\t", 11)
        if len(cells) == 12 and cells[0] == _WORD_LEVEL and cells[11].strip():
            yield cells[2], cells[3], cells[4], cells


def _word(cells: list[str], dpi: float) -> Word:
    points = 72 / dpi
    left, top, width, height = (int(cell) * points for cell in cells[6:10])
    confidence = max(0.0, min(100.0, float(cells[10])))
    return Word(cells[11].strip(), left, top, left + width, top + height, confidence)


def is_noise(word: Word) -> bool:
    """Specks read as signs: symbols alone, of which Tesseract itself is sure of nothing."""
    return (word.confidence or 0.0) < _NOISE_CONFIDENCE and not any(sign.isalnum() for sign in word.text)


def page_record(width: float, height: float, rotation: int, lines: Sequence[Sequence[Word]]) -> Record:
    """What the cache keeps of a page."""
    return {
        "size": [round(width, 1), round(height, 1)],
        "rotation": rotation,
        "lines": [
            [
                [w.text, round(w.x0, 1), round(w.y0, 1), round(w.x1, 1), round(w.y1, 1), round(w.confidence or 0)]
                for w in line
            ]
            for line in lines
        ],
    }


def page_from_record(number: int, record: Record) -> Page:
    """The page of a record; raises KeyError, TypeError or ValueError for a record of another form."""
    width, height = record["size"]
    lines = tuple(_line(tuple(Word(*word) for word in words)) for words in record["lines"] if words)
    return Page(number, width, height, lines, ocr=True, rotation=record["rotation"])


def _line(words: tuple[Word, ...]) -> Line:
    return Line(
        words,
        min(word.x0 for word in words),
        min(word.y0 for word in words),
        max(word.x1 for word in words),
        max(word.y1 for word in words),
        hyphen=words[-1].text.endswith("-") and len(words[-1].text) > 1,
    )
