"""The text layer of a PDF page as Lines, through raw pdfium calls (about 3 ms for a full page).

The text comes in one call; boxes are asked for the first and last letter of each word only, font facts three times a
line. Coordinates are turned so that the text stands upright, be it /Rotate or the text itself that lies on its side.
"""

from __future__ import annotations

import ctypes
import re
from collections import Counter
from dataclasses import dataclass
from sys import intern
from typing import Any

from kerjasama_check.reading.layout_text import clean
from kerjasama_check.reading.lines import Line, Page, Word

_WORD = re.compile("[^\\s\\x00-\\x1f\ufffe\uffff]+")
_BREAK = re.compile("[\\r\\n\ufffe\x02]")
_HYPHENS = "\x02\ufffe"


@dataclass(slots=True)
class _Turn:
    """Maps a box of the page's own coordinates (origin bottom left) to the upright page (origin top left)."""

    box: tuple[float, float, float, float]  # left, bottom, right, top
    quarter: int  # quarter turns clockwise

    def apply(self, left: float, bottom: float, right: float, top: float) -> tuple[float, float, float, float]:
        west, south, east, north = self.box
        if self.quarter == 0:
            return left - west, north - top, right - west, north - bottom
        if self.quarter == 1:
            return bottom - south, left - west, top - south, right - west
        if self.quarter == 2:
            return east - right, bottom - south, east - left, top - south
        return north - top, east - right, north - bottom, east - left

    @property
    def size(self) -> tuple[float, float]:
        width, height = self.box[2] - self.box[0], self.box[3] - self.box[1]
        return (height, width) if self.quarter % 2 else (width, height)


def page_from_text(page: Any, number: int) -> Page:
    """The lines of the text layer of a pypdfium2 page, in the order of its content."""
    import pypdfium2.raw as raw

    textpage = page.get_textpage()
    try:
        text = _characters(textpage, raw)
        rotation = raw.FPDFPage_GetRotation(page) % 4
        quarter = _quarter(textpage, text, raw)
        turn = _Turn(page.get_bbox(), rotation if quarter is None else quarter)
        lines = _lines(textpage, text, turn, raw)
    finally:
        textpage.close()
    width, height = turn.size
    return Page(number, width, height, lines, rotation=(turn.quarter - rotation) % 4 * 90)


def _characters(textpage: Any, raw: Any) -> str:
    """All characters, one for each pdfium index, also where the bulk call leaves some out."""
    count = raw.FPDFText_CountChars(textpage)
    if count <= 0:
        return ""
    buffer = (ctypes.c_ushort * (count + 1))()
    written = raw.FPDFText_GetText(textpage, 0, count, buffer)
    if written == count + 1:
        units = bytes(buffer)[: 2 * count]
        return "".join(map(chr, memoryview(units).cast("H"))) if _has_surrogates(units) else units.decode("utf-16-le")
    get = raw.FPDFText_GetUnicode
    return "".join(chr(code) if 0 < (code := get(textpage, i)) < 0x110000 else " " for i in range(count))


def _has_surrogates(units: bytes) -> bool:
    return any(0xD8 <= high <= 0xDF for high in units[1::2])


def _quarter(textpage: Any, text: str, raw: Any) -> int | None:
    """Quarter turns clockwise that bring most of the text upright, whatever /Rotate says; None without text."""
    places = [match.start() for match in _WORD.finditer(text)]
    if not places:
        return None
    votes: Counter[int] = Counter()
    for place in places[:: max(1, len(places) // 12)]:
        angle = raw.FPDFText_GetCharAngle(textpage, place)
        votes[-round(angle / 1.5707963) % 4 if angle >= 0 else 0] += 1
    return votes.most_common(1)[0][0]


def _lines(textpage: Any, text: str, turn: _Turn, raw: Any) -> tuple[Line, ...]:
    rect = raw.FS_RECTF()
    pointer = ctypes.byref(rect)
    box_of = raw.FPDFText_GetLooseCharBox
    facts = _FontFacts(textpage, raw)
    apply = turn.apply
    lines: list[Line] = []
    words: list[Word] = []
    starts: list[int] = []
    end = 0
    last_x, last_y, last_height = 0.0, 0.0, 0.0
    for match in _WORD.finditer(text):
        start, stop = match.span()
        token = match.group()
        if not token.isascii():
            token = clean(token)
            if not token:
                continue
        box_of(textpage, start, pointer)
        left, bottom, right, top = rect.left, rect.bottom, rect.right, rect.top
        if stop - start > 1:
            box_of(textpage, stop - 1, pointer)
            left, right = min(left, rect.left), max(right, rect.right)
            if turn.quarter % 2:
                bottom, top = min(bottom, rect.bottom), max(top, rect.top)
        x0, y0, x1, y1 = apply(left, bottom, right, top)
        gap = text[end:start]
        end = stop
        height = y1 - y0
        if words and (
            x0 <= last_x
            or abs(y0 + y1 - last_y) >= (height if height > last_height else last_height)
            or (gap != " " and _BREAK.search(gap) is not None)
        ):
            lines.append(_line(words, starts, gap, facts))
            words, starts = [], []
        if words and y0 == words[-1].y0 and y1 == words[-1].y1:
            y0, y1 = words[-1].y0, words[-1].y1  # one number in memory for the whole line: long files hold many words
        words.append(Word(intern(token), x0, y0, x1, y1))
        starts.append(start)
        last_x, last_y, last_height = x0, y0 + y1, height
    if words:
        lines.append(_line(words, starts, text[end:], facts))
    return tuple(lines)


def _line(words: list[Word], starts: list[int], gap: str, facts: _FontFacts) -> Line:
    hyphen = gap[:1] in _HYPHENS and gap != ""
    last = words[-1]
    if hyphen:
        words[-1] = last = Word(last.text + "-", last.x0, last.y0, last.x1, last.y1)
    middle = len(starts) // 2
    samples = {0, middle, len(starts) - 1}
    font, size, bold, italic = facts.of([(starts[i], words[i].y1 - words[i].y0) for i in samples])
    return Line(
        tuple(words),
        words[0].x0,
        min([word.y0 for word in words]),
        max([word.x1 for word in words]),
        max([word.y1 for word in words]),
        font,
        size,
        bold,
        italic,
        hyphen or last.text[-1] == "-",
    )


_BOLD = re.compile(r"(?i)bold|black|heavy|[-,]bd\b|demi")
_ITALIC = re.compile(r"(?i)italic|oblique|[-,]it\b|kursiv")


_FORCE_BOLD = 1 << 18
_ITALIC_FLAG = 1 << 6
Facts = tuple[str | None, float | None, bool | None, bool | None]


class _FontFacts:
    """Font name, size and weight of letters; what was found for a font and size is remembered for the page."""

    def __init__(self, textpage: Any, raw: Any) -> None:
        self.textpage, self.raw = textpage, raw
        self.buffer = ctypes.create_string_buffer(128)
        self.flags = ctypes.c_int()
        self.flags_pointer = ctypes.byref(self.flags)
        self.known: dict[tuple[bytes, float, float], Facts] = {}

    def of(self, places: list[tuple[int, float]]) -> Facts:
        """The facts that most of the places share; each is the index of a letter and the height of its word."""
        found = [self._at(place, height) for place, height in places]
        return max(found, key=found.count) if len(found) > 1 else found[0]

    def _at(self, place: int, height: float) -> Facts:
        raw = self.raw
        length = raw.FPDFText_GetFontInfo(self.textpage, place, self.buffer, 128, self.flags_pointer)
        name = self.buffer.value if length else b""
        size = raw.FPDFText_GetFontSize(self.textpage, place)
        key = (name, size, round(height, 1))
        facts = self.known.get(key)
        if facts is None:
            facts = self.known[key] = self._new(name.decode("utf-8", "replace"), size, place)
        return facts

    def _new(self, name: str, size: float, place: int) -> Facts:
        matrix = self.raw.FS_MATRIX()
        if self.raw.FPDFText_GetMatrix(self.textpage, place, ctypes.byref(matrix)):
            size *= (matrix.c**2 + matrix.d**2) ** 0.5
        face = name.split("+", 1)[-1]
        flags = self.flags.value
        bold = bool(_BOLD.search(face)) or bool(flags & _FORCE_BOLD)
        italic = bool(_ITALIC.search(face)) or bool(flags & _ITALIC_FLAG)
        return face or None, round(size, 1) or None, bold, italic
