"""List marks at the margin ("(1)", "2.", "a.") that recognition of a whole page drops as specks, found and read again.

A column of small marks left of the text is often taken for dirt. The ink is still there: where a line of text has a
small, separate spot of ink left of it that no word accounts for, that spot is read by itself. It becomes a word only if
it reads as a list mark, either surely or in step with the marks above and below it. A mark that was read, but is out of
step ("3." before "b."), is read once more in the same way.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from statistics import median
from typing import Any

from kerjasama_check.reading.lines import Word
from kerjasama_check.reading.ocr_engine import NO_INVERSION, Bitmap, Setup, tsv
from kerjasama_check.reading.ocr_image import FAINT, coarse_ink, enlarged, whitened
from kerjasama_check.reading.ocr_text import words_of

Lines = list[list[Word]]

_ONE_LINE = 7  # Tesseract's page segmentation mode
_LOOKS = ((2.0, FAINT), (3.0, FAINT), (1.0, FAINT), (2.0, 255))  # scale and white: what one misses another reads

# Points.
_REACH = 60.0  # from the start of the text to its mark
_WITHIN = 5.0  # gaps inside a mark: "( 1 )"
_WIDTH = (2.0, 30.0)
_HEIGHT = (5.0, 25.0)  # of a line of text
_LEAST_INK = 4.0  # square points
_AROUND = 4.0  # no ink above and below: a mark is no stroke of a pen, no ruled line
_SAME_COLUMN = 9.0

_MOST_SPOTS = 40  # on one page; a page with more is no page of text
_SURE = 70.0
_IN_STEP = 25.0  # enough for a mark that follows or precedes its neighbour
_CERTAIN = 96.0  # at such confidence no second reading was another
_AGAIN = 60.0  # for what takes the place of another reading

_MARK = re.compile(r"(\(?)([0-9]{1,2}|[a-zC])([.,:;]?)(\)?)\Z")  # "c." is often read "C."
_FIGURE = re.compile(r"[0-9]{1,2}\Z")
_LETTERS = 1000
_FIRST = (1, _LETTERS + ord("a"))
_TAIL = re.compile(r"[.,:;)]{1,2}\Z")  # read as the first word of the line, the figure before it was dropped


@dataclass(frozen=True, slots=True)
class _Spot:
    """Ink left of line number `line`, in points."""

    line: int
    x0: float
    y0: float
    x1: float
    y1: float


def with_marks(page: Bitmap, lines: Lines, setup: Setup) -> Lines:
    """The lines with the list marks that were dropped, each before the text it stands left of."""
    marks: dict[int, Word] = {}
    for spot in _spots(page, lines):
        text, confidence = _read(page, spot, _tail(lines[spot.line]), setup)
        if text:
            marks[spot.line] = Word(text, spot.x0, spot.y0, spot.x1, spot.y1, confidence)
    known = {number: line[0] for number, line in enumerate(lines) if line and as_mark(line[0].text)}
    every = _column_order(marks, known)
    marks = {number: _with_figure(mark, every) for number, mark in marks.items()}
    every = _column_order(marks, known)
    result = [
        [_whole(marks[number]), *line[1 if _tail(line) else 0 :]]
        if number in marks and _holds(marks[number], every)
        else line
        for number, line in enumerate(lines)
    ]
    for number, mark in known.items():
        if (mark.confidence or 0.0) < _CERTAIN and not _in_step(mark, every):
            mended = _reread(page, number, mark, every, setup)
            result[number] = [mended, *result[number][1:]]
    return result


def _column_order(*groups: dict[int, Word]) -> list[Word]:
    return sorted((mark for group in groups for mark in group.values()), key=lambda word: word.y0)


def _reread(page: Bitmap, number: int, mark: Word, every: Sequence[Word], setup: Setup) -> Word:
    """A mark that is out of step with those above and below it, as it reads by itself if that is in step."""
    text, confidence = _read(page, _Spot(number, mark.x0, mark.y0, mark.x1, mark.y1), "", setup)
    other = replace(mark, text=text, confidence=confidence)
    if not text or text.isalnum() or confidence < _AGAIN:
        return mark
    return other if _in_step(other, [other if word is mark else word for word in every]) else mark


def _tail(line: Sequence[Word]) -> str:
    """The dot or bracket with which a line begins whose mark was read in part."""
    return line[0].text if len(line) > 1 and _TAIL.match(line[0].text) else ""


def _with_figure(mark: Word, every: Sequence[Word]) -> Word:
    """A mark read as the letter l is the figure 1 unless a "k" stands above it."""
    found = _MARK.match(mark.text)
    above = [_value(word) for word in every if word.y0 < mark.y0 and abs(word.x0 - mark.x0) < _SAME_COLUMN]
    if found is None or found[2] != "l" or above[-1:] == [_LETTERS + ord("k")]:
        return mark
    return replace(mark, text=mark.text.replace("l", "1"))


def _whole(mark: Word) -> Word:
    """A mark with its dot, which may be too faint to be read."""
    return replace(mark, text=f"{mark.text}.") if mark.text.isalnum() else mark


def _holds(mark: Word, every: Sequence[Word]) -> bool:
    """Whether a mark was read surely, or less so but in step with the next marks above and below in its column."""
    confidence = mark.confidence or 0.0
    if confidence >= _SURE and not mark.text.isalnum():
        return True
    return confidence >= (_SURE if mark.text.isalnum() else _IN_STEP) and _in_step(mark, every)


def _in_step(mark: Word, every: Sequence[Word]) -> bool:
    """Whether a mark goes on from the one above it in its column, or begins what goes on below it."""
    column = [word for word in every if word is mark or abs(word.x0 - mark.x0) < _SAME_COLUMN]
    at = next(i for i, word in enumerate(column) if word is mark)
    value = _value(mark)
    above, below = [_value(word) for word in column[at - 1 : at] if at], [_value(w) for w in column[at + 1 : at + 2]]
    follows, precedes = above == [value - 1], below == [value + 1]
    ends, begins = not below or below[0] in _FIRST, not above or value in _FIRST
    return (follows and (precedes or ends)) or (precedes and begins)


def _value(mark: Word) -> int:
    """Its number, or for a letter one beyond all numbers."""
    found = _MARK.match(mark.text)
    body = found[2] if found else "0"
    return int(body) if body.isdigit() else _LETTERS + ord(body.lower())


def _read(page: Bitmap, spot: _Spot, tail: str, setup: Setup) -> tuple[str, float]:
    """A spot as list mark, or as figure that may be one, with its confidence; "" where it is neither."""
    best = ("", 0.0)
    around = (spot.x0 - 2, spot.y0 - 2, spot.x1 + 2, spot.y1 + 3)
    for scale, white in _LOOKS:
        part = whitened(enlarged(page, around, scale), white)
        words = [word for line in words_of(tsv(setup, part, _ONE_LINE, **NO_INVERSION), part.dpi) for word in line]
        if not words:
            continue
        raw = "".join(word.text for word in words)
        text = as_mark(raw, tail)
        confidence = min(word.confidence or 0.0 for word in words)
        if text and confidence >= _SURE:
            return text, confidence
        if text and (confidence > best[1] or best[0].isalnum()):
            best = text, confidence
        elif _FIGURE.match(raw) and not best[0]:
            best = raw, confidence
    return best


def as_mark(text: str, tail: str = "") -> str:
    """The text as list mark, its dot restored where a comma or a colon was read; "" if it is no list mark.

    tail: what the text of the line begins with, taken for the end of the mark if it has none of its own.
    """
    text = text.strip("'\"‘’“”`´ ")
    found = _MARK.match(text + tail if text.isalnum() else text)
    if found is None or not (found[3] or found[4]):
        return ""
    return f"{found[1]}{found[2]}{'.' if found[3] and not found[1] else ''}{found[4]}"


def _spots(page: Bitmap, lines: Lines) -> list[_Spot]:
    """Small spots of ink that stand alone left of a line of text and that no word covers."""
    ink, points = coarse_ink(page, [word for line in lines for word in line])
    found = [spot for number, line in enumerate(lines) if _is_text(line) and (spot := _spot(ink, points, number, line))]
    return found if len(found) <= _MOST_SPOTS else []


def _is_text(line: Sequence[Word]) -> bool:
    letters = sum(len(word.text) for word in line)
    sure = sum(len(word.text) for word in line if (word.confidence or 0.0) >= _SURE)
    return len(line) > 1 and letters >= 8 and sure >= 0.6 * letters


def _spot(ink: Any, points: float, number: int, line: Sequence[Word]) -> _Spot | None:
    from PIL.Image import Resampling

    start = line[0].x0
    y0, y1 = median(word.y0 for word in line[:4]), median(word.y1 for word in line[:4])
    left, right = max(0, int((start - _REACH) / points)), int((start - 1) / points)
    top, bottom = int((y0 - 1) / points), int((y1 + 1) / points) + 1
    if not _HEIGHT[0] < y1 - y0 < _HEIGHT[1] or right - left < 4:
        return None
    columns = ink.crop((left, top, right, bottom)).resize((right - left, 1), Resampling.BOX).tobytes()
    filled = [place for place, darkness in enumerate(columns) if darkness]
    if not filled:
        return None
    first = last = filled[-1]
    for place in reversed(filled):
        if (first - place) * points > _WITHIN:
            break
        first = place
    first, last = left + first, left + last + 1
    if (first == left and left) or not _WIDTH[0] <= (last - first) * points <= _WIDTH[1]:
        return None
    around = ink.crop((first, int((y0 - _AROUND) / points), last, int((y1 + _AROUND) / points) + 1))
    extent = around.getbbox()
    if extent is None or (extent[1] == 0 and extent[3] == around.height):
        return None
    if sum(around.histogram()[1:]) * points * points < _LEAST_INK:
        return None
    return _Spot(number, first * points, y0, last * points, y1)
