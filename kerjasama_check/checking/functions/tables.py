"""Tables of sums: whether the rows make the total below them."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Sequence

from kerjasama_check.agreement.model import Agreement
from kerjasama_check.indonesian.lazy import lazy
from kerjasama_check.indonesian.money import find_money
from kerjasama_check.reading.document import Block

_TOTAL = lazy(r"\W*(?:jumlah|total|grand\s+total|nilai\s+total)\b", re.IGNORECASE)
_TOO_CLEVER = lazy(r"\b(?:dibulatkan|pembulatan|terbilang|dikurangi|potongan|diskon)\b", re.IGNORECASE)
_FIRST = lazy(r"\W*(?:1|a|i)(?:\W|\Z)", re.IGNORECASE)
_Row = dict[int, list[Block]]  # the blocks of each cell by its column


def wrong_totals(agreement: Agreement) -> Iterator[tuple[Block, int, int]]:
    """(block of the total, sum of the rows above it, total as printed) of every table whose rows make another sum.

    Judged are tables with one row of total, below which no more sums stand, where each row of the column between head
    and total holds one sum in rupiah; subtotals, discounts and rounding make a table too clever for that. In a PDF a
    table ends with its page, and its head may be lost: there the first row has to be number 1.
    """
    paged = agreement.document.reading.format == "pdf"
    for rows in _tables(agreement.document.blocks):
        totals = [at for at, row in enumerate(rows) if at and any(_TOTAL.match(cell[0].text) for cell in row.values())]
        if len(totals) != 1 or any(_TOO_CLEVER.search(block.text) for row in rows for block in _blocks(row)):
            continue
        below, row = rows[totals[0] + 1 :], rows[totals[0]]
        columns = [column for column, cell in row.items() if _sum(cell) is not None]
        if len(columns) != 1 or any(_sum(cell) is not None for other in below for cell in other.values()):
            continue
        listed = _listed(rows[: totals[0]], columns[0])
        if len(listed) < 2 or (paged and not _FIRST.match(listed[0].get(0, row[columns[0]])[0].text)):
            continue
        parts = [_sum(other.get(columns[0], [])) for other in listed]
        printed, known = _sum(row[columns[0]]), [part for part in parts if part is not None]
        if printed is not None and len(known) == len(parts) and sum(known) != printed:
            yield row[columns[0]][-1], sum(known), printed


def _listed(rows: Sequence[_Row], column: int) -> Sequence[_Row]:
    """The rows above the total without the head, which holds no sum."""
    return rows if _sum(rows[0].get(column, [])) is not None else rows[1:]


def _blocks(row: _Row) -> Iterator[Block]:
    for cell in row.values():
        yield from cell


def _tables(blocks: Sequence[Block]) -> Iterator[list[_Row]]:
    tables: dict[int, dict[int, _Row]] = defaultdict(lambda: defaultdict(dict))
    for block in blocks:
        if block.cell is not None and block.text.strip():
            tables[block.cell.table][block.cell.row].setdefault(block.cell.column, []).append(block)
    for table in tables.values():
        if len(table) >= 3:  # two rows and the total
            yield [table[number] for number in sorted(table)]


def _sum(cell: Sequence[Block]) -> int | None:
    """The rupiah in a cell that holds nothing else."""
    if len(cell) != 1:
        return None
    found = find_money(cell[0].text)
    if len(found) != 1 or found[0].currency != "IDR" or len(cell[0].text) > found[0].end - found[0].start + 4:
        return None
    return found[0].value
