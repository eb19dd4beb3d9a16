"""Reading order of a page: areas of columns found by their gutters and read as what they are.

Four kinds of area: running text side by side (bilingual), a name with its description (komparisi), short lines side by
side (signatures), and tables read row by row.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from itertools import pairwise

from kerjasama_check.reading.layout_labels import NUMBER_LINE, PARTIES, is_article, is_label
from kerjasama_check.reading.layout_records import describes, name_then_text, records_of, wrapped_name
from kerjasama_check.reading.layout_rows import Numbers, Piece, cut_at, join_labels, joined_row, median, merge, rows_of
from kerjasama_check.reading.lines import Page

_LEAST_GUTTER = 6.0  # points
_FARTHEST = 9.0  # lines of blank that a signature may need
_FIGURE = re.compile(r"[\d.,%/RpXx-]+\Z")

Gutter = tuple[float, float]
Row = list[Piece]


@dataclass(slots=True)
class _Area:
    """Rows from `start` to before `stop` with the gutters that all of them leave free."""

    start: int
    stop: int
    gutters: list[Gutter]
    both: int = 1  # rows with text on both sides of a gutter
    columns: list[list[Piece]] = field(default_factory=list)


def reading_order(page: Page, pieces: list[Piece], left: float, right: float, numbers: Numbers) -> list[Piece]:
    """The pieces of a page in reading order. left, right: the edges of its running text."""
    middle = _page_gutter(pieces, left, right)
    if middle is not None:
        return _two_columns(page, pieces, middle, (left, right), numbers)
    joined = [join_labels(row) for row in rows_of(pieces)]
    order: list[Piece] = []
    i = 0
    while i < len(joined):
        record = wrapped_name(joined, i)
        if record:
            order.extend(name_then_text(joined[i : i + record], right, numbers))
            i += record
            continue
        if len(joined[i]) < 2:
            order.extend(joined[i])
            i += 1
            continue
        area = _area(joined, i, (left + right) / 2)
        if area.stop - i < 2:
            order.extend(_lone_row(joined, i, left, right, numbers))
            i += 1
            continue
        above = _above(joined, i, area)
        if above < i:
            del order[len(order) - sum(len(joined[k]) for k in range(above, i)) :]
        area.start = above
        order.extend(_read(joined[area.start : area.stop], area, numbers, right))
        i = area.stop
    for piece in order:
        if not piece.column:
            piece.left, piece.right = left, right
    return order


def _page_gutter(pieces: list[Piece], left: float, right: float) -> float | None:
    """Where the gutter of a page set in two columns of running text stands; None for any other page."""
    centre, width = (left + right) / 2, right - left
    aside = sum(1 for p in pieces if p.x1 < centre + 0.1 * width and p.x1 - p.x0 > 0.3 * width)
    beside = sum(1 for p in pieces if p.x0 > centre - 0.1 * width and p.x1 - p.x0 > 0.3 * width)
    if aside < 10 or beside < 10:
        return None
    words = [(w.x0, w.x1) for p in pieces for w in p.words]
    places = [centre + width * step / 100 for step in range(-10, 11)]
    crossed = [sum(low < place < high for low, high in words) for place in places]
    least = min(crossed)
    if least > 0.08 * len(pieces):
        return None
    free = [place for place, count in zip(places, crossed, strict=True) if count == least]
    return free[len(free) // 2]


def _two_columns(
    page: Page, pieces: list[Piece], middle: float, edges: tuple[float, float], numbers: Numbers
) -> list[Piece]:
    """A page set in two columns; a line that crosses the gutter ends them, and they begin anew below it."""
    cut = [part for piece in pieces for part in cut_at(piece, middle, 2.0)]
    across = sorted((p for p in cut if p.x0 < middle - 40 and p.x1 > middle + 40), key=lambda p: p.y0)
    order: list[Piece] = []
    top = float("-inf")
    for line in [*across, None]:
        bottom = line.middle if line is not None else float("inf")
        inside = [p for p in cut if top <= p.middle < bottom and p not in across]
        for side in (
            [p for p in inside if (p.x0 + p.x1) / 2 < middle],
            [p for p in inside if (p.x0 + p.x1) / 2 >= middle],
        ):
            if not side:
                continue
            lefts, rights = sorted(p.x0 for p in side), sorted(p.x1 for p in side)
            low, high = lefts[len(lefts) // 20], rights[len(rights) * 9 // 10]
            own = numbers.column
            numbers.column += 1
            for piece in reading_order(page, side, low, high, numbers):
                piece.column = piece.column or own
                order.append(piece)
        if line is not None:
            line.left, line.right = edges
            order.append(line)
        top = bottom
    return order


def _lone_row(joined: list[Row], i: int, left: float, right: float, numbers: Numbers) -> Row:
    """A single row with a wide gap: a loosely set line of text, or short texts side by side."""
    row = joined[i]
    width = right - left
    gap = max(b.x0 - a.x1 for a, b in pairwise(row))
    full_before = i > 0 and joined[i - 1][-1].x1 > right - 0.05 * width and joined[i - 1][0].x0 < left + 0.2 * width
    fills = row[0].x0 < left + 0.2 * width and row[-1].x1 > right - 0.05 * width
    numbered = [NUMBER_LINE.match(piece.text) is not None for piece in row]
    together = numbered[0] and not any(numbered[1:])
    if gap < 3 * row[0].height or (fills and full_before) or is_label(row[0].text) or together:
        line = row[0]
        for piece in row[1:]:
            line = merge(line, piece, line.text_x)
        return [line]
    for piece in row:
        piece.alone = True
        piece.column, piece.left, piece.right = numbers.column, piece.x0, piece.x1
        numbers.column += 1
    return row


def _area(joined: list[Row], start: int, centre: float) -> _Area:
    """How far down the gutters that open in row `start` go."""
    row = joined[start]
    gutters = [(a.x1, b.x0) for a, b in pairwise(row)]
    area = _Area(start, start + 1, gutters)
    bottom = max(piece.y1 for piece in row)
    height = median(piece.height for piece in row)
    seen = list(row)
    for i in range(start + 1, len(joined)):
        row = joined[i]
        if min(piece.y0 for piece in row) - bottom > _FARTHEST * height:
            break
        if area.both > 1 and any(_narrowed(gutter, row) is None for gutter in gutters):
            middles = [(low + high) / 2 for low, high in gutters]
            parts = row
            for middle in middles:
                parts = [part for piece in parts for part in _cut(piece, middle, max(4.0, 0.6 * height), seen)]
            if len(parts) > len(row):
                joined[i] = row = join_labels(parts)
        left = [narrow for gutter in gutters if (narrow := _narrowed(gutter, row)) is not None]
        if not left:
            break
        if len(row) == 1 and not _belongs(row[0], seen, left, area.both, centre):
            break
        gutters = left
        if len(row) > 1 and any(_split_by(gutter, row) for gutter in gutters):
            area.both += 1
            area.gutters, area.stop = gutters, i + 1
        elif row[0].x0 > gutters[-1][1] - 1 or (area.both > 1 and _aligned(row[0], seen)):
            area.gutters, area.stop = gutters, i + 1
        seen.extend(row)
        bottom = max(bottom, max(piece.y1 for piece in row))
    return area


def _cut(piece: Piece, middle: float, least: float, seen: list[Piece]) -> list[Piece]:
    """A line cut at a gutter, unless the gap there is an ordinary blank of running text across the columns."""
    parts = cut_at(piece, middle, least)
    if len(parts) < 2:
        return parts
    begins = parts[1].x0
    blanks = [b.x0 - a.x1 for a, b in pairwise(piece.words)]
    column = any(abs(begins - other.x0) < 4 or abs(begins - other.text_x) < 4 for other in seen)
    return parts if column or begins - parts[0].x1 > 1.6 * median(blanks) else [piece]


def _narrowed(gutter: Gutter, row: Row) -> Gutter | None:
    """What a row leaves of a gutter; None where it crosses it."""
    low, high = gutter
    for piece in row:
        if piece.x1 <= low or piece.x0 >= high:
            continue
        if piece.x0 <= low and piece.x1 < high:
            low = piece.x1
        elif piece.x1 >= high and piece.x0 > low:
            high = piece.x0
        else:
            return None
    return (low, high) if high - low > _LEAST_GUTTER else None


def _split_by(gutter: Gutter, row: Row) -> bool:
    middle = (gutter[0] + gutter[1]) / 2
    return row[0].x1 <= middle and row[-1].x0 >= middle


def _belongs(piece: Piece, seen: list[Piece], gutters: list[Gutter], both: int, centre: float) -> bool:
    """Can a piece that stands alone on its row be a line of one of the columns?"""
    if is_article(piece.text):
        return False
    if piece.x0 > max(centre, gutters[-1][1] - 1):
        return True
    side = _same_side(piece, seen, gutters)
    if not side:
        return False
    if both >= 5:
        low, high = min(p.x0 for p in side), max(p.x1 for p in side)
        return piece.x0 > low - 4 and piece.x1 < high + 4
    return _aligned(piece, side) and (abs((piece.x0 + piece.x1) / 2 - centre) > 12 or len(side) > 1)


def _same_side(piece: Piece, seen: list[Piece], gutters: list[Gutter]) -> list[Piece]:
    middles = [(low + high) / 2 for low, high in gutters]
    side = sum(piece.x0 > middle for middle in middles)
    return [p for p in seen if sum(p.x0 > middle for middle in middles) == side]


def _aligned(piece: Piece, others: list[Piece]) -> bool:
    """Does it share an edge or its centre with one of the others?"""
    middle = (piece.x0 + piece.x1) / 2
    return any(
        abs(piece.x0 - p.x0) < 6 or abs(middle - (p.x0 + p.x1) / 2) < 10 or abs(piece.x0 - p.text_x) < 6 for p in others
    )


def _above(joined: list[Row], start: int, area: _Area) -> int:
    """First row of the area, lines that stand above it in one of its columns counted in."""
    first = start
    inside = joined[start]
    while first > 0 and len(joined[first - 1]) == 1:
        piece = joined[first - 1][0]
        near = min(p.y0 for p in joined[first]) - piece.y1 < 1.5 * piece.height
        if not near or piece.column or _narrowed(area.gutters[0], [piece]) is None or is_article(piece.text):
            break
        if not _aligned(piece, _same_side(piece, inside, area.gutters)) or piece.x0 < area.gutters[-1][1] - 1:
            break
        first -= 1
    if first < start and first > 0 and _begins_value(joined[first - 1], joined[first][0]):
        return start  # the lines above are the value of "Name : …" and belong to it
    return first


def _begins_value(row: Row, below: Piece) -> bool:
    """Is the row "Name : value", or does it run on from a name to a text that begins where the line below does?"""
    head = row[0]
    if head.field:
        return True
    near = below.y0 - head.y1 < 1.5 * head.height and head.x0 < below.x0 - 2 * head.height
    return near and any(abs(word.x0 - below.x0) < 6 for word in head.words[1:])


def _read(rows: list[Row], area: _Area, numbers: Numbers, right: float) -> list[Piece]:
    columns = _columns(rows, area.gutters)
    if len(columns) == 3 and all(is_label(piece.text) for piece in columns[0]):  # "1." | name | description
        columns = [sorted((*columns[0], *columns[1]), key=lambda piece: (piece.y0, piece.x0)), columns[2]]
    if len(columns) == 2 and describes(columns[0], columns[1]):
        return records_of(columns[0], columns[1], numbers, right)
    if _is_table(rows, columns):
        return _table(rows, area.gutters, numbers)
    order: list[Piece] = []
    for column in columns:
        lines = [joined_row(row) for row in rows_of(column)]
        low, high = min(line.x0 for line in lines), max(line.x1 for line in lines)
        flowing = _flows(lines, high)
        for line in lines:
            line.column, line.left, line.right, line.alone = numbers.column, low, high, not flowing
        order.extend(lines)
        numbers.column += 1
    return order


def _columns(rows: list[Row], gutters: list[Gutter]) -> list[list[Piece]]:
    middles = [(low + high) / 2 for low, high in gutters]
    columns: list[list[Piece]] = [[] for _ in range(len(middles) + 1)]
    for row in rows:
        for piece in row:
            columns[sum((piece.x0 + piece.x1) / 2 > middle for middle in middles)].append(piece)
    return [column for column in columns if column]


def _flows(lines: list[Piece], right: float) -> bool:
    """Is a column running text, its lines filled up to the edge?"""
    if len(lines) < 4:
        return False
    full = sum(right - line.x1 < 3 * line.height for line in lines)
    words = sum(len(line.words) for line in lines)
    return full >= 0.5 * len(lines) and words >= 4 * len(lines)


def _is_table(rows: list[Row], columns: list[list[Piece]]) -> bool:
    """Rows at even distance, many cells of figures, and no party that signs."""
    if len(columns) < 2 or len(rows) < 3:
        return False
    pieces = [piece for row in rows for piece in row]
    if any(PARTIES.search(piece.text) for piece in pieces):
        return False
    figures = sum(_FIGURE.match(piece.text) is not None for piece in pieces)
    return (len(columns) >= 3 and figures >= 0.2 * len(pieces)) or figures >= 0.4 * len(pieces)


def _table(rows: list[Row], gutters: list[Gutter], numbers: Numbers) -> list[Piece]:
    middles = [(low + high) / 2 for low, high in gutters]
    order: list[Piece] = []
    for number, row in enumerate(rows):
        for piece in row:
            place = sum((piece.x0 + piece.x1) / 2 > middle for middle in middles)
            piece.cell = (numbers.table, number, place)
            piece.alone = True
            piece.column, piece.left, piece.right = numbers.column, piece.x0, piece.x1
            order.append(piece)
    numbers.table += 1
    numbers.column += 1
    return order
