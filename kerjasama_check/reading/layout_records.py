"""A label and what belongs to it: komparisi in columns, a name with its description, a party with its address."""

from __future__ import annotations

from itertools import pairwise

from kerjasama_check.reading.layout_labels import FIELD_NAME, PARTIES, is_label, starts_labelled
from kerjasama_check.reading.layout_rows import Numbers, Piece, joined_row, reworded, rows_of

Row = list[Piece]


def describes(names: list[Piece], texts: list[Piece]) -> bool:
    """Are these a narrow column of names and a longer one of what belongs to them?

    "1. NAME" | "selaku …, selanjutnya disebut …" in a komparisi, "PIHAK PERTAMA" | lines of its address.
    """
    rows, lines = len(rows_of(names)), len(rows_of(texts))
    if _is_list(names, texts):
        return True
    return lines >= max(2, 3 * rows) or (lines >= 1.5 * rows and _width(texts) > 1.1 * _width(names))


def _is_list(names: list[Piece], texts: list[Piece]) -> bool:
    """Short captions and their values, both flush left, evenly set, and nobody who signs."""
    captions = sum(_is_caption(joined_row(row).text) for row in rows_of(names))
    if captions > 1 and 2 * captions >= len(rows_of(names)):
        return True
    if any(PARTIES.search(piece.text) for piece in (*names, *texts)):
        return False
    if any(len(piece.text) > 28 or abs(piece.x0 - names[0].x0) > 5 for piece in names):
        return False
    flush = min(piece.x0 for piece in texts)
    if sum(piece.x0 - flush < 14 for piece in texts) < 0.8 * len(texts):
        return False
    lines = sorted((*names, *texts), key=lambda piece: piece.y0)
    return all(b.y0 - a.y1 < 2.2 * a.height for a, b in pairwise(lines))


def _is_caption(text: str) -> bool:
    """ "Nama" or "Nama :" with nothing behind it."""
    return FIELD_NAME.match(text.rstrip(" :")) is not None


def _width(pieces: list[Piece]) -> float:
    return max(p.x1 for p in pieces) - min(p.x0 for p in pieces)


def records_of(names: list[Piece], texts: list[Piece], numbers: Numbers, right: float) -> list[Piece]:
    """Each name followed by what belongs to it; joined to one record where that is running text."""
    left_rows = [joined_row(row) for row in rows_of(names)]
    heads: list[list[Piece]] = []
    for line in left_rows:
        last = heads[-1][-1] if heads else None
        if last is None or line.y0 - last.y1 > 0.9 * line.height or _numbered(line) or _is_caption(line.text):
            heads.append([line])
        else:
            heads[-1].append(line)
    tops = [head[0].y0 - 0.5 * head[0].height for head in heads]
    lines = [joined_row(row) for row in rows_of(texts)]
    edge = max(line.x1 for line in lines)
    order: list[Piece] = []
    low = min(line.x0 for line in left_rows)
    for k, head in enumerate(heads):
        below = tops[k + 1] if k + 1 < len(tops) else float("inf")
        above = tops[k] if k else float("-inf")
        body = [line for line in lines if above <= line.y0 < below]
        one = _reads_on(body, edge)
        for line in (*head, *body):
            line.column, line.alone = numbers.column, not one
            line.record = numbers.record if one else 0
            line.left, line.right = (low, right) if one or line in head else (body[0].x0, edge)
            order.append(line)
        numbers.record += 1
    numbers.column += 1
    return order


def wrapped_name(joined: list[Row], start: int) -> int:
    """Rows of "1. Name of : description" whose name goes on below beside the description; 0 for anything else."""
    head = joined[start][0]
    edge = _value_edge(head)
    if len(joined[start]) > 1 or edge - head.x0 < 40:
        return 0
    stop = start + 1
    bottom = head.y1
    named = False  # the row above bears a part of the name
    wrapped = False
    while stop < len(joined):
        row = joined[stop]
        left = [piece for piece in row if piece.x0 < edge]
        if row[0].y0 - bottom > 1.2 * head.height or len(left) > 1 or len(left) == len(row):
            break
        if left and (left[0].x1 > edge or starts_labelled(left[0].text) or ":" in left[0].text):
            break
        if left and stop > start + 1 and not named:
            break  # the name does not go on here, another one begins
        named = bool(left)
        wrapped = wrapped or named
        bottom = row[-1].y1
        stop += 1
    return stop - start if wrapped else 0


def _value_edge(head: Piece) -> float:
    """Where the lines of the description begin, a little to the left; 0 where no colon is set apart."""
    for i, word in enumerate(head.words[1:-1], 1):
        if word.text == ":":
            return head.words[i + 1].x0 - 6
        if word.text[0] == ":":
            return word.x0 - 6
    return 0.0


def name_then_text(rows: list[Row], right: float, numbers: Numbers) -> list[Piece]:
    """The name, all of it, then the colon and the description, as one record."""
    head = rows[0][0]
    edge = _value_edge(head)
    colon = next(i for i, word in enumerate(head.words) if i and word.text[0] == ":")
    order = [reworded(head, head.words[:colon])]
    order += [row[0] for row in rows[1:] if row[0].x0 < edge]
    order.append(reworded(head, head.words[colon:]))
    order += [piece for row in rows[1:] for piece in row if piece.x0 >= edge]
    for piece in order:
        piece.column, piece.record, piece.left, piece.right = numbers.column, numbers.record, head.x0, right
    numbers.column += 1
    numbers.record += 1
    return order


def _reads_on(lines: list[Piece], right: float) -> bool:
    """Are the lines one running text, or does one begin with the colon of "Nama : …"?"""
    if not lines:
        return False
    if lines[0].text[0] == ":":
        return True
    full = sum(right - line.x1 < 5 * line.height for line in lines[:-1])
    words = sum(len(line.words) for line in lines)
    return full >= 0.6 * (len(lines) - 1) and words >= max(3 * len(lines), 12)


def _numbered(line: Piece) -> bool:
    return is_label(line.words[0].text) and len(line.words) > 1
