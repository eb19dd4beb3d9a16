"""A plain table without lines: columns are narrowed until they fit, cells are wrapped, nothing is cut off."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from rich.text import Text

from kerjasama_check.reporting.terminal import Page

GAP = 2


@dataclass(frozen=True, slots=True)
class Column:
    """least: the width below which it is narrowed only when nothing else helps."""

    caption: str
    least: int
    right: bool = False


def write_table(page: Page, columns: Sequence[Column], rows: Sequence[Sequence[Text]]) -> None:
    head = [Text(column.caption, style="bold") for column in columns]
    widths = fit(columns, [head, *rows], page.console.width - GAP * (len(columns) - 1))
    for row in (head, *rows):
        cells = [cell.wrap(page.console, width, overflow="fold") for cell, width in zip(row, widths, strict=True)]
        for number in range(max(map(len, cells))):
            line = Text()
            for column, lines, width in zip(columns, cells, widths, strict=True):
                part = lines[number].copy() if number < len(lines) else Text()
                part.rstrip()
                blank = width - part.cell_len
                for piece in (Text(" " * blank), part) if column.right else (part, Text(" " * blank)):
                    line.append_text(piece)
                line.append(" " * GAP)
            line.rstrip()
            page.line(line, wrap=False)


def fit(columns: Sequence[Column], rows: Sequence[Sequence[Text]], room: int) -> list[int]:
    """Widths that add up to no more than `room`: as wide as the longest cell, then narrowed in proportion."""
    widths = [max(1, *(row[index].cell_len for row in rows)) for index in range(len(columns))]
    for least in ([column.least for column in columns], [4] * len(columns)):
        while sum(widths) > room:
            excess = [width / floor for width, floor in zip(widths, least, strict=True)]
            widest = excess.index(max(excess))
            if excess[widest] <= 1:
                break
            widths[widest] -= 1
    return widths
