"""The text of a document and what stands in it: for the reports that show the text itself beside the findings.

Lines are numbered as the exported text is (`show --format text`): one line per running paragraph, from 1.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from kerjasama_check.agreement.model import Agreement, Commitment, Obligation
from kerjasama_check.checking.findings import Spot
from kerjasama_check.reading.document import Block, Part

_DEPTHS = (" ayat (", " huruf ", " angka ")


@dataclass(frozen=True, slots=True)
class Line:
    """One paragraph as a reader sees it, its number included.

    shift: how many signs of the text are the number that Word computes and the blank behind it; offsets of a Spot count
    from there. role: title, chapter, heading, cell, note or body. depth: 1 for an ayat, 2 for a huruf, 0 for the rest.
    cell: table, row and column of a table cell.
    """

    text: str
    shift: int
    role: str
    depth: int
    page: int | None
    provision: str | None
    cell: tuple[int, int, int] | None = None


@dataclass(frozen=True, slots=True)
class Sheet:
    """lines: the whole text. clauses: kinds of the contract that articles are about, each with the articles' names."""

    lines: tuple[Line, ...]
    obligations: tuple[Obligation, ...]
    commitments: tuple[Commitment, ...]
    clauses: tuple[tuple[str, tuple[str, ...]], ...]


def line_of(spot: Spot) -> int:
    """The line of the exported text that a place stands in; the first for what is about the whole document."""
    return max(1, (spot.block or 0) + 1)


def export(agreement: Agreement) -> Iterator[str]:
    """The text, one line per paragraph; breaks inside a paragraph are blanks."""
    for block in agreement.document.blocks:
        yield block.full.replace("\n", " ").replace("\t", " ")


def lay_out(agreement: Agreement) -> Sheet:
    """The sheet of an agreement whose duties and costs have been found."""
    names: dict[int, str] = {}
    for provision in agreement.provisions:
        for number in provision.blocks:
            names.setdefault(number, provision.name)
    roles = _roles(agreement)
    lines = tuple(
        _line(block, roles.get(number), names.get(number)) for number, block in enumerate(agreement.document.blocks)
    )
    clauses: dict[str, list[str]] = {}
    for article in agreement.articles:
        for kind in article.clauses:
            clauses.setdefault(kind, []).append(article.name or article.heading or "")
    found = tuple((kind, tuple(dict.fromkeys(filter(None, where)))) for kind, where in clauses.items())
    return Sheet(lines, agreement.obligations or (), agreement.commitments or (), found)


def _roles(agreement: Agreement) -> dict[int, str]:
    roles: dict[int, str] = {}
    for article in agreement.articles:
        roles |= dict.fromkeys(article.heading_blocks, "heading")
    for chapter in agreement.chapters:
        roles |= dict.fromkeys(chapter.blocks, "chapter")
    for annex in agreement.annexes:
        roles |= dict.fromkeys(annex.blocks[:1], "chapter")
    if agreement.title:
        roles |= dict.fromkeys((*agreement.title.cover_blocks, *agreement.title.blocks), "title")
    return roles


def _line(block: Block, role: str | None, provision: str | None) -> Line:
    full = block.full
    shift = len(full) - len(block.text) if full.endswith(block.text) else 0
    if role is None:
        role = {Part.CELL: "cell", Part.FOOTNOTE: "note"}.get(block.part, "body")
    depth = 0
    if role == "body" and provision is not None and provision.startswith("Pasal"):
        depth = min(2, sum(mark in provision for mark in _DEPTHS))
    cell = (block.cell.table, block.cell.row, block.cell.column) if block.cell else None
    return Line(full, shift, role, depth, block.place.page, provision, cell)
