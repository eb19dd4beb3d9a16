"""A plain table without lines: columns are narrowed until they fit, cells are wrapped, nothing is cut off."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from kerjasama_check.reporting.ink import Ink, cell_len
from kerjasama_check.reporting.terminal import Page

GAP = 2


@dataclass(frozen=True, slots=True)
class Column:
    """least: the width below which it is narrowed only when nothing else helps."""

    caption: str
    least: int
    right: bool = False


def write_table(page: Page, columns: Sequence[Column], rows: Sequence[Sequence[Ink]]) -> None:
    head = [Ink(column.caption, "bold") for column in columns]
    widths = fit(columns, [head, *rows], page.width - GAP * (len(columns) - 1))
    for row in (head, *rows):
        cells = [cell.wrap(width) for cell, width in zip(row, widths, strict=True)]
        for number in range(max(map(len, cells))):
            line = Ink()
            for column, lines, width in zip(columns, cells, widths, strict=True):
                part = lines[number].stripped() if number < len(lines) else Ink()
                blank = Ink(" " * (width - part.cells))
                line += (blank + part if column.right else part + blank) + Ink(" " * GAP)
            page.line(line.stripped(), wrap=False)


def fit(columns: Sequence[Column], rows: Sequence[Sequence[Ink]], room: int) -> list[int]:
    """Widths that add up to no more than `room`: as wide as the longest cell, then narrowed in proportion."""
    widths = [max(1, *(_longest(row[index]) for row in rows)) for index in range(len(columns))]
    for least in ([column.least for column in columns], [4] * len(columns)):
        while sum(widths) > room:
            excess = [width / floor for width, floor in zip(widths, least, strict=True)]
            widest = excess.index(max(excess))
            if excess[widest] <= 1:
                break
            widths[widest] -= 1
    return widths


def _longest(cell: Ink) -> int:
    return max(map(cell_len, cell.plain.split("\n")))
