"""From the lines of a page to pieces and rows: runs of words between column gaps, and what stands on one height."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

from kerjasama_check.reading.layout_labels import FIELD_NAME, is_label
from kerjasama_check.reading.lines import Line, Page, Word

_EVEN = 2.0  # the widest blank of a justified line to its narrowest, at most
_NEAR = 60  # so many pieces of a row are compared; no row of text has more


@dataclass(slots=True, eq=False)
class Piece:
    """A run of words on one visual line, not crossing a column gap. Points, origin top left.

    text_x: where the text proper starts, after a number standing left of it or after "Nama :".
    column: 0 for the page's one column; else a running number of the column it was read from.
    alone: it must stay a block of its own (a line of a signature block). record: pieces of one number belong together.
    """

    words: list[Word]
    x0: float
    y0: float
    x1: float
    y1: float
    text: str
    page: int
    font: str | None = None
    size: float | None = None
    bold: bool | None = None
    italic: bool | None = None
    text_x: float = 0.0
    left: float = 0.0  # edges of the column it stands in
    right: float = 0.0
    column: int = 0
    alone: bool = False
    record: int = 0
    cell: tuple[int, int, int] | None = None
    field: bool = False  # "Nama : value", the colon set apart

    @property
    def height(self) -> float:
        return self.y1 - self.y0

    @property
    def middle(self) -> float:
        return (self.y0 + self.y1) / 2


def _whole(line: Line, page: int) -> Piece:
    if line.words[0].confidence is not None:
        return piece_of(line.words, line, page)
    words = list(line.words)
    text = " ".join([word.text for word in words])
    return Piece(
        words, line.x0, line.y0, line.x1, line.y1, text, page, line.font, line.size, line.bold, line.italic, line.x0
    )


@dataclass(slots=True)
class Numbers:
    """Running numbers that must not repeat in a document."""

    column: int = 1
    record: int = 1
    table: int = 0


def median(values: Iterable[float]) -> float:
    """The middle of some numbers; there must be one. (The statistics module costs more to load than a page to read.)"""
    ordered = sorted(values)
    half = len(ordered) // 2
    return ordered[half] if len(ordered) % 2 else (ordered[half - 1] + ordered[half]) / 2


def bounds(words: Sequence[Word]) -> tuple[float, float, float, float]:
    """The box of words; a mark far higher than the words beside it does not count for top and bottom."""
    x0, x1 = min([word.x0 for word in words]), max([word.x1 for word in words])
    y0, y1 = min([word.y0 for word in words]), max([word.y1 for word in words])
    if len(words) > 2 and words[0].confidence is not None:
        usual = median(word.y1 - word.y0 for word in words)
        if y1 - y0 > 1.8 * usual:
            fit = [word for word in words if word.y1 - word.y0 <= 1.5 * usual]
            middle = median((word.y0 + word.y1) / 2 for word in fit)
            fit = [word for word in fit if abs((word.y0 + word.y1) / 2 - middle) < usual] or fit
            y0, y1 = min(word.y0 for word in fit), max(word.y1 for word in fit)
    return x0, y0, x1, y1


def piece_of(words: Sequence[Word], line: Line, page: int) -> Piece:
    """A piece of a line with the line's font."""
    x0, y0, x1, y1 = bounds(words)
    return Piece(
        list(words),
        x0,
        y0,
        x1,
        y1,
        " ".join(word.text for word in words),
        page,
        line.font,
        line.size,
        line.bold,
        line.italic,
        text_x=x0,
    )


def reworded(piece: Piece, words: list[Word]) -> Piece:
    """The same piece with only some of its words."""
    x0, y0, x1, y1 = bounds(words)
    return replace(
        piece,
        words=words,
        x0=x0,
        y0=y0,
        x1=x1,
        y1=y1,
        text=" ".join(word.text for word in words),
        text_x=x0,
    )


def pieces_of(page: Page) -> list[Piece]:
    """The lines of a page cut at gaps that no justified line has."""
    pieces: list[Piece] = []
    edges = Counter((round(line.x0 / 4), round(line.x1 / 4)) for line in page.lines)
    for line in page.lines:
        words = line.words
        if not words:
            continue
        if len(words) == 1:
            pieces.append(_whole(line, page.number))
            continue
        gaps = [words[i + 1].x0 - words[i].x1 for i in range(len(words) - 1)]
        wide = max(gaps)
        height = line.y1 - line.y0
        if wide < 1.1 * height and (not page.ocr or wide < 0.8 * height):
            pieces.append(_whole(line, page.number))
            continue
        if wide < _EVEN * min(gaps) and _like_lines(line, edges) > 2:
            pieces.append(_whole(line, page.number))  # a justified line of few words in a narrow column
            continue
        start = _justified_from(line, gaps, edges)
        pieces.extend(_cut(words, [*gaps[:start], *(0.0 for _ in gaps[start:])], line, page.number))
    return pieces


def _justified_from(line: Line, gaps: list[float], edges: Counter[tuple[int, int]]) -> int:
    """The word from which a line goes on as a line of a justified column does that other lines stand in.

    "Name : Head of the Office" is such a line from its third word on, where the lines below begin and end like that.
    """
    for i in range(len(gaps)):
        column = _lines_like(line.words[i].x0, line.x1, edges)
        if column > (1 if i < len(gaps) - 1 else 2) and max(gaps[i:]) < _EVEN * min(gaps[i:]):
            return i
    return len(gaps)


def _like_lines(line: Line, edges: Counter[tuple[int, int]]) -> int:
    """How many lines of the page begin and end where this one does, itself counted."""
    return _lines_like(line.x0, line.x1, edges)


def _lines_like(left: float, right: float, edges: Counter[tuple[int, int]]) -> int:
    x0, x1 = round(left / 4), round(right / 4)
    return sum(edges[x0 + a, x1 + b] for a in (-1, 0, 1) for b in (-1, 0, 1))


def _cut(words: tuple[Word, ...], gaps: list[float], line: Line, page: int) -> Iterable[Piece]:
    height = min(1.35 * median(word.y1 - word.y0 for word in words), line.y1 - line.y0)
    usual = sorted(gaps)[(len(gaps) - 1) // 4] if len(gaps) > 2 else 0.0
    limit = max(1.6 * height, 2.2 * usual)
    if max(gaps) > limit and usual > height:
        limit = 1.8 * height  # a row of cells: its narrowest gap is a gap between columns too
    start = 0
    for i, gap in enumerate(gaps):
        after_label = i == start and gap > 0.8 * height and is_label(words[i].text)
        if gap > limit or after_label:
            yield piece_of(words[start : i + 1], line, page)
            start = i + 1
    yield piece_of(words[start:], line, page)


def cut_at(piece: Piece, place: float, least: float) -> list[Piece]:
    """A piece cut in two at the gap of at least `least` points over `place`; whole where there is no such gap."""
    words = piece.words
    for i in range(len(words) - 1):
        low, high = words[i].x1, words[i + 1].x0
        if low - 3 <= place <= high + 3 and high - low >= least:
            return [reworded(piece, words[: i + 1]), reworded(piece, words[i + 1 :])]
    return [piece]


def rows_of(pieces: list[Piece]) -> list[list[Piece]]:
    """Pieces that stand on one height, each row from left to right, rows from top to bottom."""
    rows: list[list[Piece]] = []
    top = bottom = 0.0
    for piece in sorted(pieces, key=lambda p: (p.y0 + p.y1, p.x0)):
        if rows:
            overlap = min(bottom, piece.y1) - max(top, piece.y0)
            least = min(bottom - top, piece.height)
            clash = any(p.x0 < piece.x1 - 1 and piece.x0 < p.x1 - 1 for p in rows[-1][-_NEAR:])
            if overlap > 0.5 * least and not (clash and overlap < 0.8 * least):
                rows[-1].append(piece)
                top, bottom = (top + piece.y0) / 2, (bottom + piece.y1) / 2
                continue
        rows.append([piece])
        top, bottom = piece.y0, piece.y1
    for row in rows:
        row.sort(key=lambda p: p.x0)
    return rows


def merge(first: Piece, second: Piece, text_x: float | None = None) -> Piece:
    """Two pieces of one row as one; the second's font where it holds more letters."""
    main = first if len(first.text) >= len(second.text) else second
    return replace(
        main,
        words=first.words + second.words,
        x0=min(first.x0, second.x0),
        y0=min(first.y0, second.y0),
        x1=max(first.x1, second.x1),
        y1=max(first.y1, second.y1),
        text=f"{first.text} {second.text}",
        text_x=second.x0 if text_x is None else text_x,
        record=first.record or second.record,
        field=first.field or second.field,
    )


def join_labels(row: list[Piece]) -> list[Piece]:
    """Numbers standing left of their text joined with it; "Nama" ":" "value" joined to one piece."""
    if len(row) < 2:
        return row
    out: list[Piece] = [row[0]]
    for piece in row[1:]:
        last = out[-1]
        gap = (piece.x0 - last.x1) / max(piece.height, 1.0)
        if _is_number_of(last, piece, gap, len(out) == 1):
            out[-1] = merge(last, piece)
        elif gap < 16 and piece.text[0] == ":":
            out[-1] = merge(last, piece, _value_edge(last, piece))
            out[-1].field = True
        elif gap < 14 and (_is_caption(last, piece) or (last.text[-1] == ":" and piece.text[-1] != ":")):
            out[-1] = merge(last, _with_colon(piece) if last.text[-1] != ":" else piece)
            out[-1].field = True
        else:
            out.append(piece)
    return out


def _is_number_of(last: Piece, piece: Piece, gap: float, first: bool) -> bool:
    """Is `last` the number of the text right of it, or in a scan a mark that may be its misread number?"""
    if is_label(last.text):
        return gap < 8
    short = len(last.text) == 1 or (len(last.text) < 5 and not last.text.isalpha())
    return first and short and gap < 3.5 and last.words[0].confidence is not None


def _value_edge(last: Piece, piece: Piece) -> float:
    """Where the value begins that follows a colon set apart."""
    if piece.text == ":":
        return last.text_x if last.record else piece.x1
    return piece.words[1].x0 if piece.words[0].text == ":" else piece.x0


def _is_caption(last: Piece, piece: Piece) -> bool:
    """Is it "Jabatan" and, after a gap, its value?"""
    return FIELD_NAME.match(last.text) is not None and not FIELD_NAME.match(piece.text)


def _with_colon(piece: Piece) -> Piece:
    """A value whose colon OCR took for some other sign ("Jabatan £ Kepala …") with its colon."""
    sign = piece.words[0]
    if len(sign.text) > 1 or sign.text.isalpha() or sign.confidence is None:
        return piece
    words = [replace(sign, text=":"), *piece.words[1:]]
    edge = words[min(1, len(words) - 1)].x0
    return replace(piece, words=words, text=" ".join(word.text for word in words), x0=edge, text_x=edge)


def joined_row(row: list[Piece]) -> Piece:
    row = join_labels(row)
    line = row[0]
    for piece in row[1:]:
        line = merge(line, piece, line.text_x)
    return line
