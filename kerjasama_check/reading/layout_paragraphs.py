"""Lines of a column joined into paragraphs by geometry and by what they begin with."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import pairwise

from kerjasama_check.reading.document import Alignment
from kerjasama_check.reading.layout_labels import (
    FIELD,
    heads_article,
    is_article,
    is_label,
    starts_labelled,
    starts_something,
)
from kerjasama_check.reading.layout_rows import Piece, median, merge

_REFERS = re.compile(r"(?i)\b(?:ayat|pasal|huruf|angka|butir|nomor|(?<!; )(?<!, )(?:dan|atau)|dengan|s/d)\Z")

_BROKEN_WORD = re.compile(r"[^\W\d_]{2}-\Z")


def paragraphs_of(lines: list[Piece]) -> Iterator[tuple[list[Piece], Alignment | None]]:
    """The paragraphs with their alignment, each a list of lines."""
    lines = _numbers_joined(lines)
    leading = _leading(lines)
    centred = _centred(lines)
    current: list[Piece] = []
    for i, line in enumerate(lines):
        if current and (centred[i] or centred[i - 1] or _starts_new(current, line, leading)):
            yield current, Alignment.CENTRE if centred[i - 1] else _alignment(current)
            current = []
        current.append(line)
    if current:
        yield current, Alignment.CENTRE if centred[-1] else _alignment(current)


def _centred(lines: list[Piece]) -> list[bool]:
    """Which lines are centred: by their own margins, and, in capitals, by the company of centred lines."""
    found: list[bool] = []
    for line in lines:
        last = lines[len(found) - 1] if found else None
        hangs = (
            last is not None
            and not found[-1]
            and last.page == line.page
            and last.column == line.column
            and min(abs(last.x0 - line.x0), abs(last.text_x - line.x0)) < 3
        )
        found.append(not hangs and is_centred(line))
    order = range(len(lines))
    for i in (*order, *reversed(order)):
        if found[i]:
            continue
        evenly = _fills_evenly(lines[i])
        for k in (i - 1, i + 1):
            if 0 <= k < len(lines) and found[k] and (evenly or _on_one_axis(lines[i], lines[k])):
                found[i] = _neighbours(lines[i], lines[k]) or found[i]
    return found


def _fills_evenly(line: Piece) -> bool:
    """A line in capitals that is as wide as the text, or nearly so, its margins alike."""
    if line.text != line.text.upper() or starts_something(line.text) or line.record:
        return False
    before, after = line.x0 - line.left, line.right - line.x1
    return abs(before - after) < max(0.05 * (line.right - line.left), line.height)


def _on_one_axis(line: Piece, other: Piece) -> bool:
    """Does a line inset on both sides share its middle with another one of another width?"""
    width = line.right - line.left
    if (
        starts_something(line.text)
        or line.field
        or line.record
        or min(line.x0 - line.left, line.right - line.x1) < 0.05 * width
    ):
        return False
    shift = abs(line.x0 + line.x1 - other.x0 - other.x1) / 2
    return shift < max(0.015 * width, 0.5 * line.height) and abs(line.x0 - other.x0) > 2 * line.height


def _neighbours(line: Piece, other: Piece) -> bool:
    near = abs(line.middle - other.middle) < 4 * line.height
    return line.page == other.page and line.column == other.column and near and not is_article(other.text)


def _numbers_joined(lines: list[Piece]) -> list[Piece]:
    """A number alone on its line joined with the text that follows it on the same column."""
    out: list[Piece] = []
    for line in lines:
        last = out[-1] if out else None
        if (
            last is not None
            and is_label(last.text)
            and last.column == line.column
            and last.page == line.page
            and line.x0 > last.x0
            and line.y0 - last.y1 < 1.2 * line.height
            and not starts_something(line.text)
        ):
            out[-1] = merge(last, line)
        else:
            out.append(line)
    return out


def _leading(lines: list[Piece]) -> float:
    steps = [
        b.middle - a.middle
        for a, b in pairwise(lines)
        if a.page == b.page and a.column == b.column and 0 < b.middle - a.middle < 4 * a.height
    ]
    return median(steps) if steps else 16.0


def is_centred(line: Piece) -> bool:
    """Do both margins of the line agree, clearly inside those of the text?"""
    width = line.right - line.left
    before, after = line.x0 - line.left, line.right - line.x1
    if width <= 0 or before < 0.04 * width or after < 0.04 * width:
        return False
    if is_article(line.text):
        return before > 0.2 * width and after > 0.2 * width
    if starts_labelled(line.text):
        return False
    tolerance = 0.08 if min(before, after) > 0.25 * width else 0.05
    return abs(before - after) < max(tolerance * width, line.height) and before > 0.08 * width


def _starts_new(current: list[Piece], line: Piece, leading: float) -> bool:
    last = current[-1]
    if line.column != last.column:
        return True
    if last.record and last.record == line.record:
        return line.y0 > last.y0 and starts_something(line.text) and _ends_sentence(last.text)
    if last.alone or line.alone or is_article(last.text):
        return True
    if is_article(line.text) or heads_article(line.text):
        return not _is_reference(last, line)
    if heads_article(last.text) and (_ends_early(last, line) or last.bold != line.bold):
        return True
    if _BROKEN_WORD.search(last.text) and line.text[:1].islower():
        return False
    if starts_something(line.text) and not _REFERS.search(last.text):
        return True
    if line.field or FIELD.match(line.text):
        return True
    if last.page != line.page:
        return not _goes_on(last, line)
    step = line.middle - last.middle
    if step > 1.5 * leading or step < 0:
        return True
    start = current[0]
    if (
        last.text.endswith((";", ":"))
        and line.text[:1].isupper()
        and line.x0 <= start.x0 + 2
        and starts_labelled(start.text)
    ):
        return True  # back at the margin of a list without a hanging indent
    if start.field and abs(line.x0 - start.text_x) < 8:
        return False
    if _ends_early(last, line):
        return True
    if len(current) > 1 and line.x0 > last.x0 + 1.5 * line.height and _ends_sentence(last.text):
        return True
    hung = len(current) > 1 and line.x0 < last.x0 - 0.8 * line.height  # back from a hanging indent
    return (hung or line.x0 < start.x0 - 1.5 * line.height) and _ends_sentence(last.text)


def _is_reference(last: Piece, line: Piece) -> bool:
    """Is "Pasal 3." the end of a sentence that fills the line above, not a heading?"""
    full = last.right - last.x1 < 0.06 * (last.right - last.left)
    below = last.page == line.page and 0 < line.middle - last.middle < 2.2 * line.height
    return (
        full and below and not _ends_sentence(last.text) and min(abs(line.x0 - last.x0), abs(line.x0 - last.text_x)) < 8
    )


def _ends_sentence(text: str) -> bool:
    return text[-1:] in ".;:?!"


def _ends_early(last: Piece, line: Piece) -> bool:
    room = last.right - last.x1
    first_word = line.words[0].x1 - line.words[0].x0
    if room < first_word + 0.6 * line.height:
        return False
    if not _ends_sentence(last.text) and line.text[:1].islower() and room < 0.3 * (last.right - last.left):
        return False
    return room > 0.04 * (last.right - last.left)


def _goes_on(last: Piece, line: Piece) -> bool:
    if line.text[:1].islower() and not last.text.endswith((".", ";")):
        return True
    return not _ends_sentence(last.text) and not _ends_early(last, line)


def _alignment(lines: list[Piece]) -> Alignment:
    if len(lines) < 2:
        return Alignment.LEFT
    full = sum(line.right - line.x1 < 0.02 * (line.right - line.left) for line in lines[:-1])
    return Alignment.JUSTIFIED if full >= 0.7 * (len(lines) - 1) else Alignment.LEFT
