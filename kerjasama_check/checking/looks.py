"""How the document of an example looks: what plain text cannot show, for rules on layout."""

from __future__ import annotations

from dataclasses import dataclass, replace

from kerjasama_check.reading.document import Block, Document, Part, Place, Section, Style


@dataclass(frozen=True, slots=True)
class Looks:
    """format: of the file. font, size: of all text; odd_font, odd_size: of the blocks that hold the words `odd`.

    paper: width and height, margins: top, bottom, left, right, all in millimetres. headers, footers: one text per page.
    page_at: beginnings of blocks (the last such block counts) at which a new page starts; none: no fixed pages.
    computed: numbers that the word processor made rather than the typist, as the blocks begin with them.
    """

    format: str = "docx"
    font: str | None = None
    size: float | None = None
    odd: str | None = None
    odd_font: str | None = None
    odd_size: float | None = None
    paper: tuple[int, ...] = ()
    margins: tuple[int, ...] = ()
    headers: tuple[str, ...] = ()
    footers: tuple[str, ...] = ()
    page_at: tuple[str, ...] = ()
    computed: tuple[str, ...] = ()


def dress(document: Document, looks: Looks) -> Document:
    """The document with these looks."""
    starts = _page_starts(document.blocks, looks.page_at)
    blocks = tuple(_block(block, looks, starts) for block in document.blocks)
    furniture = [*_furniture(looks.headers, Part.HEADER), *_furniture(looks.footers, Part.FOOTER)]
    pages = len(starts) + 1 if starts else None
    return replace(
        document,
        blocks=blocks,
        furniture=tuple(furniture),
        sections=(_section(looks),) if looks.paper else (),
        reading=replace(document.reading, format=looks.format, pages=pages),
    )


def _page_starts(blocks: tuple[Block, ...], beginnings: tuple[str, ...]) -> list[int]:
    found = []
    for beginning in beginnings:
        places = [index for index, block in enumerate(blocks) if block.text.startswith(beginning)]
        found += places[-1:]
    return sorted(found)


def _block(block: Block, looks: Looks, starts: list[int]) -> Block:
    odd = looks.odd is not None and looks.odd in block.text
    style = Style(
        font=looks.odd_font if odd and looks.odd_font else looks.font,
        size=looks.odd_size if odd and looks.odd_size else looks.size,
    )
    index = block.place.paragraph
    page = 1 + sum(start <= index for start in starts) if starts else None
    block = replace(block, style=style, place=replace(block.place, page=page))
    for number in looks.computed:
        if block.text == number or block.text.startswith(f"{number} "):
            return replace(block, label=number, text=block.text[len(number) :].strip())
    return block


def _furniture(texts: tuple[str, ...], part: Part) -> list[Block]:
    return [Block(text, Place(number, page=number + 1), part=part) for number, text in enumerate(texts)]


def _section(looks: Looks) -> Section:
    width, height = looks.paper[:2]
    top, bottom, left, right = looks.margins[:4] if len(looks.margins) >= 4 else (None, None, None, None)
    return Section(width, height, top, bottom, left, right)
