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
_ROUNDED = lazy(r"\b(?:dibulatkan|pembulatan|terbilang|dikurangi|potongan|diskon)\b", re.IGNORECASE)
_Row = dict[int, Block]  # the last block of each cell by its column


def wrong_totals(agreement: Agreement) -> Iterator[tuple[Block, int, int]]:
    """(block of the total, sum of the rows above it, total as printed) of every table whose rows make another sum.

    Judged are tables with one row of total, the last one, where each row of the column between head and total holds
    one sum in rupiah; subtotals, discounts and rounding make a table too clever for that.
    """
    for rows in _tables(agreement.document.blocks):
        texts = [" ".join(block.text for block in row.values()) for row in rows]
        totals = [at for at, row in enumerate(rows) if at and any(_TOTAL.match(b.text) for b in row.values())]
        if totals != [len(rows) - 1] or any(_ROUNDED.search(text) for text in texts):
            continue
        columns = [column for column, block in rows[-1].items() if _sum(block) is not None]
        if len(columns) != 1:
            continue
        total, column = rows[-1][columns[0]], columns[0]
        parts = [_sum(row[column]) if column in row else None for row in rows[1:-1]]
        printed, known = _sum(total), [part for part in parts if part is not None]
        if printed is None or len(known) < 2 or len(known) != len(parts):
            continue
        if sum(known) != printed:
            yield total, sum(known), printed


def _tables(blocks: Sequence[Block]) -> Iterator[list[_Row]]:
    tables: dict[int, dict[int, _Row]] = defaultdict(lambda: defaultdict(dict))
    for block in blocks:
        if block.cell is not None and block.text.strip():
            tables[block.cell.table][block.cell.row][block.cell.column] = block
    for table in tables.values():
        if len(table) >= 4:  # head, two rows, total
            yield [table[number] for number in sorted(table)]


def _sum(block: Block) -> int | None:
    """The rupiah in a cell that holds nothing else."""
    found = find_money(block.text)
    if len(found) != 1 or found[0].currency != "IDR" or len(block.text) > found[0].end - found[0].start + 4:
        return None
    return found[0].value
