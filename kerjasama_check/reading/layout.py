"""From the pages of a PDF or a scan to blocks: reading order, paragraphs, centred lines, furniture, paper.

The same for a text layer and for OCR: everything rests on the boxes of words, letters and fonts only add to it.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from kerjasama_check.reading.document import Alignment, Block, Cell, Part, Place, Section, Style
from kerjasama_check.reading.furniture import find_furniture
from kerjasama_check.reading.layout_columns import reading_order
from kerjasama_check.reading.layout_noise import without_noise
from kerjasama_check.reading.layout_paragraphs import paragraphs_of
from kerjasama_check.reading.layout_rows import Numbers, Piece, median, pieces_of
from kerjasama_check.reading.layout_text import close_letters, join_texts
from kerjasama_check.reading.lines import Page

MM = 25.4 / 72
DOUBTFUL_BELOW = 60.0


@dataclass(frozen=True, slots=True)
class Margins:
    """Edges of the running text on a page, in points."""

    left: float
    right: float
    top: float
    bottom: float


def blocks_from_pages(
    pages: Sequence[Page],
) -> tuple[tuple[Block, ...], tuple[Block, ...], tuple[Section, ...]]:
    """Blocks of the text, blocks of furniture, and the paper of each run of like pages.

    No word is lost: each word of the pages is in exactly one block of either list.
    """
    order: list[Piece] = []
    aside: list[Piece] = []
    pieces = [without_noise(pieces_of(page), aside) for page in pages]
    away = find_furniture(pages, pieces)
    kept: list[list[Piece]] = []
    for items, out in zip(pieces, away, strict=True):
        kept.append([piece for i, piece in enumerate(items) if i not in out])
        aside.extend(piece for i, piece in enumerate(items) if i in out)
    frames = _frames(pages, kept)
    numbers = Numbers()
    for page, items, frame in zip(pages, kept, frames, strict=True):
        order.extend(reading_order(page, items, frame.left, frame.right, numbers))
    blocks = tuple(
        _block(lines, alignment, number, Part.BODY) for number, (lines, alignment) in enumerate(paragraphs_of(order))
    )
    heights = {page.number: page.height for page in pages}
    furniture = tuple(
        _block([piece], None, number, Part.HEADER if piece.y0 < heights[piece.page] / 2 else Part.FOOTER)
        for number, piece in enumerate(aside)
    )
    return blocks, furniture, _sections(pages, frames)


def _frames(pages: Sequence[Page], pieces: Sequence[list[Piece]]) -> list[Margins]:
    """The margins of each page; a page with little text takes over those usual in the document."""
    own = [_margins(page, items) for page, items in zip(pages, pieces, strict=True)]
    usual: dict[int, tuple[float, float]] = {}
    for size in {round(page.width / 20) for page in pages}:
        like = [frame for frame, page in zip(own, pages, strict=True) if frame and round(page.width / 20) == size]
        if like:
            usual[size] = (median(frame.left for frame in like), median(frame.right for frame in like))
    reach: dict[int, float] = {}  # how far the text goes on pages of a size, scans left out
    for page, own_frame in zip(pages, own, strict=True):
        if own_frame and not page.ocr:
            size = round(page.width / 20)
            reach[size] = max(reach.get(size, 0.0), own_frame.right)
    frames: list[Margins] = []
    for page, items, frame in zip(pages, pieces, own, strict=True):
        if frame is None:
            left, right = usual.get(round(page.width / 20), (0.5 * page.width, 0.5 * page.width))
            top, bottom = 0.1 * page.height, 0.9 * page.height
            if items:
                left, right = min(left, min(p.x0 for p in items)), max(right, max(p.x1 for p in items))
                top, bottom = min(p.y0 for p in items), max(p.y1 for p in items)
            frame = Margins(left, right, top, bottom)
        elif not page.ocr:
            right = reach.get(round(page.width / 20), 0.0)
            even = sum(abs(piece.x1 - frame.right) < 3 for piece in items) > 3
            if not even and frame.right < right < frame.right + 0.25 * page.width:  # lines that do not fill the page
                frame = replace(frame, right=right)
        frames.append(frame)
    return frames


def _margins(page: Page, pieces: list[Piece]) -> Margins | None:
    """The margins by the long lines of a page; None where it has too few of them."""
    wide = [piece for piece in pieces if piece.x1 - piece.x0 > 0.5 * page.width]
    if len(wide) < 3:
        return None
    lefts, rights = sorted(piece.x0 for piece in wide), sorted(piece.x1 for piece in wide)
    return Margins(
        lefts[len(lefts) // 10],
        rights[int(0.9 * (len(rights) - 1))],
        min(piece.y0 for piece in pieces),
        max(piece.y1 for piece in pieces),
    )


def _block(lines: list[Piece], alignment: Alignment | None, number: int, part: Part) -> Block:
    text = ""
    for line in lines:
        text = join_texts(text, line.text)
    text = close_letters(text)
    first = lines[0]
    rest = min((line.x0 for line in lines[1:]), default=first.x0)
    words = [word for line in lines for word in line.words]
    known = [word.confidence for word in words if word.confidence is not None]
    page_lines = [line for line in lines if line.page == first.page]
    letters = [c for c in text if c.isalpha()]
    return Block(
        text,
        Place(number, first.page, f"page {first.page}"),
        part=Part.CELL if first.cell else part,
        cell=Cell(*first.cell) if first.cell else None,
        style=Style(
            bold=_most(lines, "bold"),
            italic=_most(lines, "italic"),
            capitals=bool(letters) and all(c.isupper() for c in letters),
            alignment=alignment,
            font=first.font,
            size=first.size,
            left=round(min(first.x0, rest) - first.left, 1),
            first_line=round(first.x0 - rest, 1),
        ),
        doubtful=_doubtful(text, words) if known else (),
        confidence=round(sum(known) / len(known), 1) if known else None,
        box=(
            min(line.x0 for line in page_lines),
            min(line.y0 for line in page_lines),
            max(line.x1 for line in page_lines),
            max(line.y1 for line in page_lines),
        ),
    )


def _most(lines: list[Piece], name: str) -> bool | None:
    weight = 0
    known = False
    for line in lines:
        value = getattr(line, name)
        if value is not None:
            known = True
            weight += len(line.text) if value else -len(line.text)
    return weight > 0 if known else None


def _doubtful(text: str, words: Sequence[object]) -> tuple[tuple[int, int], ...]:
    spans: list[tuple[int, int]] = []
    at = 0
    for word in words:
        token = word.text  # type: ignore[attr-defined]
        place = text.find(token, at)
        if place < 0 and token.endswith("-"):
            token = token[:-1]
            place = text.find(token, at)
        if place < 0:
            continue
        at = place + len(token)
        confidence = word.confidence  # type: ignore[attr-defined]
        if confidence is not None and confidence < DOUBTFUL_BELOW:
            spans.append((place, at))
    return tuple(spans)


def _sections(pages: Sequence[Page], frames: Sequence[Margins]) -> tuple[Section, ...]:
    runs: list[list[int]] = []
    for i, page in enumerate(pages):
        last = pages[runs[-1][0]] if runs else None
        if last and abs(last.width - page.width) < 9 and abs(last.height - page.height) < 9:
            runs[-1].append(i)
        else:
            runs.append([i])
    sections: list[Section] = []
    for run in runs:
        page = pages[run[0]]
        sections.append(
            Section(
                round(page.width * MM, 1),
                round(page.height * MM, 1),
                top=round(median(frames[i].top for i in run) * MM, 1),
                bottom=round((page.height - median(frames[i].bottom for i in run)) * MM, 1),
                left=round(median(frames[i].left for i in run) * MM, 1),
                right=round((page.width - median(frames[i].right for i in run)) * MM, 1),
                first_page=page.number,
            )
        )
    return tuple(sections)
