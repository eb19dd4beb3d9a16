"""Small documents for the readers of this room, made from lines of text."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from pathlib import Path

import pytest

from kerjasama_check.agreement import parse
from kerjasama_check.agreement.model import Agreement
from kerjasama_check.agreement.units import Unit, units_of
from kerjasama_check.reading.document import Alignment, Block, Cell, Document, Part, Place, Style

Line = str | tuple[str, str]  # text, or (what is said of it, text): "c" centred, "b" bold, "1." an automatic label


def _block(index: int, line: Line) -> Block:
    """One paragraph. "c" and "b" (together "cb") are looks, "cell t r c" a place in a table, anything else a label."""
    how, text = line if isinstance(line, tuple) else ("", line)
    cell = Cell(*map(int, how.split()[1:])) if how.startswith("cell") else None
    looks = set(how) <= {"c", "b"} and bool(how)
    style = Style(
        bold="b" in how if looks else None,
        alignment=Alignment.CENTRE if looks and "c" in how else Alignment.LEFT,
    )
    label = how if how and not looks and cell is None else None
    part = Part.CELL if cell else Part.BODY
    return Block(text, Place(index), label=label, style=style, cell=cell, part=part)


def make_document(lines: Sequence[Line]) -> Document:
    return Document(Path("draf.docx"), tuple(_block(i, line) for i, line in enumerate(lines)))


@pytest.fixture(scope="session")
def paper() -> Callable[[Sequence[Line]], tuple[Unit, ...]]:
    """The units of a document of some lines."""
    return lambda lines: units_of(make_document(lines))


@pytest.fixture(scope="session")
def agreement() -> Callable[[Sequence[Line]], Agreement]:
    """The agreement in a document of some lines."""
    return lambda lines: parse(make_document(lines))
