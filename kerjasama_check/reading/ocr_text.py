"""From Tesseract's TSV to lines of words, and two readings of an area to one."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import groupby
from statistics import median

from kerjasama_check.reading.lines import Word

# Columns: level page block paragraph line word left top width height confidence text
_WORD_LEVEL = "5"
_NOISE_CONFIDENCE = 10.0
_SURE = 70.0


def words_of(tsv: str, dpi: float) -> list[list[Word]]:
    """Lines of words in Tesseract's order; boxes in points."""
    lines: list[list[Word]] = []
    for _, rows in groupby(_rows(tsv), key=lambda row: row[:3]):
        words = [word for word in (_word(cells, dpi) for *_, cells in rows) if not is_noise(word)]
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


def is_strong(word: Word) -> bool:
    """A word of letters and figures that Tesseract is sure of."""
    signs = sum(sign.isalnum() for sign in word.text)
    return signs >= 2 and signs >= 0.7 * len(word.text) and (word.confidence or 0.0) >= _SURE


def merged(lines: list[list[Word]], more: list[list[Word]]) -> list[list[Word]]:
    """`lines` with the sure words of a second reading added where the first has none or is not sure.

    A word of the first reading gives way to those of the second that cover it and were read clearly better.
    """
    added = [word for line in more for word in line if is_strong(word) or _belongs(word, line)]
    added = [
        word for word in added if not any(_overlap(word, old) for line in lines for old in line if _holds(old, word))
    ]
    if not added:
        return lines
    kept = [[word for word in line if not any(_overlap(word, new) for new in added)] for line in lines]
    return _into_lines([line for line in kept if line], added)


def _belongs(word: Word, line: list[Word]) -> bool:
    """A short or less sure word between sure ones ("Dr.", "M.Si.") comes with its line."""
    return (word.confidence or 0.0) >= 40 and any(is_strong(other) for other in line)


def _holds(old: Word, new: Word) -> bool:
    """Whether a word of the first reading is good enough to stay."""
    return (old.confidence or 0.0) >= min(60.0, (new.confidence or 0.0) - 20)


def _overlap(a: Word, b: Word) -> bool:
    """More than a third of the smaller box lies in the other."""
    width = min(a.x1, b.x1) - max(a.x0, b.x0)
    height = min(a.y1, b.y1) - max(a.y0, b.y0)
    if width <= 0 or height <= 0:
        return False
    smaller = min((a.x1 - a.x0) * (a.y1 - a.y0), (b.x1 - b.x0) * (b.y1 - b.y0))
    return width * height > smaller / 3


def _into_lines(lines: list[list[Word]], added: list[Word]) -> list[list[Word]]:
    """Each word put into the line at its height, or into a new one; lines from top to bottom."""
    result = [list(line) for line in lines]
    for word in sorted(added, key=lambda word: (word.y0, word.x0)):
        middle = (word.y0 + word.y1) / 2
        home = next((line for line in result if _height_of(line)[0] <= middle <= _height_of(line)[1]), None)
        if home is None:
            result.append([word])
        else:
            home.append(word)
            home.sort(key=lambda word: word.x0)
    return sorted(result, key=lambda line: min(word.y0 for word in line))


def _height_of(line: list[Word]) -> tuple[float, float]:
    """Top and bottom of the middle words of a line."""
    return median(word.y0 for word in line), median(word.y1 for word in line)
