"""Text with styles, and its wrapping: what the reports are written in before they know where they will be shown.

Styles are Rich's ("bold red", "dim"); Rich itself is loaded only where colour can be shown, since it takes longer to
load than a report takes to write.
"""

from __future__ import annotations

import unicodedata


class Ink:
    """Pieces of text, each with a style. Nothing in the text is ever read as markup."""

    __slots__ = ("parts",)

    def __init__(self, text: str = "", style: str = "") -> None:
        self.parts: list[tuple[str, str]] = [(text, style)] if text else []

    @classmethod
    def of(cls, *parts: tuple[str, str] | str) -> Ink:
        made = cls()
        for part in parts:
            made.append(*((part, "") if isinstance(part, str) else part))
        return made

    def append(self, text: str, style: str = "") -> None:
        if text:
            self.parts.append((text, style))

    def __add__(self, other: Ink) -> Ink:
        return Ink.of(*self.parts, *other.parts)

    @property
    def plain(self) -> str:
        return "".join(text for text, _ in self.parts)

    @property
    def cells(self) -> int:
        return cell_len(self.plain)

    def part(self, start: int, end: int) -> Ink:
        """The signs from start to end, in their styles."""
        made, position = Ink(), 0
        for text, style in self.parts:
            made.append(text[max(0, start - position) : max(0, end - position)], style)
            position += len(text)
        return made

    def stripped(self) -> Ink:
        """Without blanks at the end."""
        return self.part(0, len(self.plain.rstrip()))

    def wrap(self, width: int) -> list[Ink]:
        """Lines of at most `width` cells."""
        plain, position, lines = self.plain, 0, []
        for line in wrapped(plain, width):
            start = plain.index(line, position)
            position = start + len(line)
            lines.append(self.part(start, position))
        return lines


def cell_len(text: str) -> int:
    """Columns of a terminal that a text takes up."""
    return len(text) if text.isascii() else sum(map(_cells, text))


def _cells(sign: str) -> int:
    if unicodedata.combining(sign):
        return 0
    return 2 if unicodedata.east_asian_width(sign) in ("W", "F") else 1


def wrapped(text: str, width: int) -> list[str]:
    """Lines of at most `width` cells, broken at blanks and line breaks; a longer word is folded."""
    return [line for paragraph in text.split("\n") for line in _wrapped_line(paragraph, width)]


def _wrapped_line(text: str, width: int) -> list[str]:
    lines, line, room = [], "", width
    for word in text.split(" "):
        size = cell_len(word)
        if line and size + 1 > room:
            lines.append(line)
            line, room = "", width
        if line:
            line, room = f"{line} {word}", room - size - 1
            continue
        while size > width:
            part, word = _cut(word, width)
            lines.append(part)
            size = cell_len(word)
        line, room = word, width - size
    lines.append(line)
    return lines


def _cut(word: str, width: int) -> tuple[str, str]:
    """The beginning of a word that fits, and the rest; at least one sign of it."""
    end, size = 0, 0
    while end < len(word) and size + cell_len(word[end]) <= width:
        size += cell_len(word[end])
        end += 1
    end = max(end, 1)
    return word[:end], word[end:]
