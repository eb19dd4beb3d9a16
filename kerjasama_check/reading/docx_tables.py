"""Rows and cells of DOCX tables: where they stand, how far they reach, which of them only go on from another."""

from __future__ import annotations

from collections.abc import Iterator

from kerjasama_check.reading.docx_names import SDT, SDT_CONTENT, VAL, Element, integer, w

TRANSPARENT = frozenset(w(name) for name in ("customXml", "smartTag", "ins", "moveTo", "del", "moveFrom"))
_TCPR, _GRID_SPAN, _VMERGE, _HMERGE = w("tcPr"), w("gridSpan"), w("vMerge"), w("hMerge")


def children(parent: Element, wanted: str, path: str) -> Iterator[tuple[Element, str]]:
    """Rows of a table or cells of a row, also those in content controls, with their paths."""
    counts: dict[object, int] = {}
    for child in parent:
        tag = child.tag
        if not isinstance(tag, str):
            continue
        count = counts[tag] = counts.get(tag, 0) + 1
        here = f"{path}/{tag.rsplit('}', 1)[-1]}[{count}]"
        if tag == wanted:
            yield child, here
        elif tag == SDT:
            content = child.find(SDT_CONTENT)
            if content is not None:
                yield from children(content, wanted, f"{here}/sdtContent[1]")
        elif tag in TRANSPARENT:
            yield from children(child, wanted, here)


def columns(element: Element, default: int) -> int:
    number = integer(element.get(VAL))
    return default if number is None else min(max(number, default), 1000)


def cell_facts(cell: Element) -> tuple[int, str | None, str | None]:
    """Grid columns that a cell spans, its vertical and its horizontal merge ("restart", "continue")."""
    width, vertical, horizontal = 1, None, None
    properties = cell.find(_TCPR)
    for child in properties if properties is not None else ():
        tag = child.tag
        if tag == _GRID_SPAN:
            width = columns(child, 1)
        elif tag == _VMERGE:
            vertical = child.get(VAL) or "continue"
        elif tag == _HMERGE:
            horizontal = child.get(VAL) or "continue"
    return width, vertical, horizontal


def continues(vertical: str | None, column: int, merged: set[int]) -> bool:
    """Whether a cell is only the continuation of the one above; `merged`: columns in which a cell reaches down."""
    if vertical == "continue":
        return column in merged
    if vertical is None:
        merged.discard(column)
    else:
        merged.add(column)
    return False
