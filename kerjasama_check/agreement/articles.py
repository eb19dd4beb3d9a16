"""What stands below an article heading: ayat, huruf, angka and plain text as a tree.

The levels of a list are told by the order in which their forms appear, as a reader does it: a form that is open goes
on where its count goes on, a form that begins at one opens a level, everything else is text of the point above it.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field, replace

from kerjasama_check.agreement.headings import ARTICLE, is_party_line
from kerjasama_check.agreement.misread import mend
from kerjasama_check.agreement.model import Item, Paragraph
from kerjasama_check.agreement.units import Mark, MarkKind, Unit
from kerjasama_check.indonesian.lazy import lazy

_ANNOUNCES = lazy(
    r"(?::|sebagai\s+berikut|sebagaimana\s+berikut|meliputi|yaitu|yakni|terdiri\s+(?:dari|atas)|antara\s+lain|"
    r"di\s?bawah\s+ini|adalah)"
    r"[\s.:;,]*$",
    re.I,
)
_PARENS, _NUMBER, _NUMBER_PAREN = MarkKind.PARENS, MarkKind.NUMBER, MarkKind.NUMBER_PAREN
_LETTER, _LETTER_PAREN = MarkKind.LETTER, MarkKind.LETTER_PAREN
_BULLET, _DECIMAL = MarkKind.BULLET, MarkKind.DECIMAL
_AYAT_KINDS = (_PARENS, _NUMBER, _NUMBER_PAREN)
_SURE_KINDS = (_PARENS, _LETTER, _LETTER_PAREN)  # numbers of a list also in a table
_TABLE = lazy(r"\b(?:dalam|pada|sesuai)\s+tabel\b|\btabel\s+(?:berikut|di\s?bawah)\b", re.I)
_ROW_HEAD = lazy(r"(?:No\.?|NO\.?|Nomor|NOMOR)$")
_OCR_MARK = lazy(
    r"\s*([(\[{]?\s?[\dIl|i!]{1,2}\s?[)\]}]?|[€6&@©][.)]|[A-Za-z0-9]{1,2}[.,)]|"
    r"\d{1,2})(?=\s|[A-Z])\s*(?=\S)"
)


@dataclass(slots=True)
class _Node:
    """A point while it is being built."""

    mark: Mark | None
    texts: list[str] = field(default_factory=list)
    blocks: list[int] = field(default_factory=list)
    children: list[_Node] = field(default_factory=list)

    def add(self, unit: Unit, text: str) -> None:
        if text:
            self.texts.append(text)
        if not self.blocks or self.blocks[-1] != unit.block:
            self.blocks.append(unit.block)

    @property
    def text(self) -> str:
        return " ".join(self.texts)


def parse_content(units: Sequence[Unit], *, amendment: bool = False) -> tuple[Paragraph, ...]:
    """The paragraphs of one article from the units below its heading.

    amendment: an article of the parent that is quoted there is text of the provision that quotes it.
    """
    kept = without_row_numbers([unit for unit in units if not _is_noise(unit)])
    return _paragraphs(_tree(mend(_without_quoted_numbers(kept) if amendment else kept)))


_CHANGES = lazy(r"(?:Ketentuan|Di\s?antara|Mengubah|Menambah\w*|Menghapus|Menyisipkan|Pasal\s\d)", re.I)


def _without_quoted_numbers(units: Sequence[Unit]) -> list[Unit]:
    """The units, the ayat of a quoted article without their numbers; a numbered change ends the quotation."""
    result, quoted = [], False
    for unit in units:
        if ARTICLE.match(unit.text) and len(unit.text) < 40:
            quoted = True
        elif unit.marks and unit.marks[0].kind is not _PARENS and _CHANGES.match(unit.body):
            quoted = False
        ayat = bool(unit.marks) and unit.marks[0].kind is _PARENS
        if quoted:  # text of the point above it, wherever it stands on the page
            unit = replace(unit, first=False, marks=() if ayat else unit.marks, body=unit.text if ayat else unit.body)
        result.append(unit)
    return result


def without_row_numbers(units: Sequence[Unit]) -> list[Unit]:
    """The units; numbers in the cells of a table of data ("No. | Uraian | Jumlah") are no points of a list.

    A table of two columns is mostly a list laid out with the numbers in the first one and stays as it is.
    """
    if not any(unit.source.cell for unit in units):
        return list(units)
    columns: dict[int, int] = {}
    listed: set[int] = set()
    for unit in units:
        if cell := unit.source.cell:
            columns[cell.table] = max(columns.get(cell.table, 0), cell.column + 1)
            if cell.row == 0 and cell.column == 0 and _ROW_HEAD.match(unit.text):
                listed.add(cell.table)
    data = {table for table, count in columns.items() if count >= 3} | listed
    return [_cell_text(unit) if (cell := unit.source.cell) and cell.table in data else unit for unit in units]


def _cell_text(unit: Unit) -> Unit:
    """A cell of a table of data as text of what stands above the table."""
    if unit.marks and unit.marks[0].kind in _SURE_KINDS:
        return unit
    return replace(unit, marks=(), body=unit.text, first=False)


def _is_noise(unit: Unit) -> bool:
    """A paraf box or a speck that OCR left between two articles."""
    if len(unit.text) > 22 and is_party_line(unit.text):
        return True
    if unit.source.confidence is None or unit.marks:
        return False
    letters = sum(c.isalnum() for c in unit.text)
    return letters < 3 or (unit.source.confidence < 40 and letters < 8)


def _tree(units: Sequence[Unit]) -> _Node:
    root = _Node(None)
    stack: list[tuple[MarkKind, _Node]] = []  # open levels: form and the last point of each
    for unit in units:
        level, mark, text = _place_of(unit, stack, root)
        if mark is None:
            _append_text(root, stack, unit)
            continue
        parent = stack[level - 1][1] if level else root
        node = _Node(mark)
        node.add(unit, text)
        parent.children.append(node)
        del stack[level:]
        stack.append((mark.kind, node))
    return root


def _counts_on(marks: Sequence[Mark], root: _Node) -> Mark | None:
    """The ayat whose count goes on behind an unnumbered paragraph."""
    last = next((node.mark for node in reversed(root.children) if node.mark), None)
    return next(
        (m for m in marks if last and m.kind in _AYAT_KINDS and m.kind is last.kind and m.value == last.value + 1), None
    )


def _place_of(unit: Unit, stack: Sequence[tuple[MarkKind, _Node]], root: _Node) -> tuple[int, Mark | None, str]:
    """(depth of the level, mark, text without mark): where the unit stands, mark None for running text."""
    marks, text = unit.marks, unit.body
    found = _fit(marks, stack)
    if found is None and unit.source.confidence is not None:
        guess = _misread_mark(unit, stack)
        if guess:
            marks, text = guess
            found = _fit(marks, stack)
    if found is None:
        next_ayat = None if stack else _counts_on(marks, root)
        return (0, next_ayat, text) if next_ayat else (0, None, unit.text)
    level, mark = found
    return level, mark, text


def _fit(marks: Sequence[Mark], stack: Sequence[tuple[MarkKind, _Node]]) -> tuple[int, Mark] | None:
    for mark in marks:  # the count of an open level goes on
        for depth in range(len(stack) - 1, -1, -1):
            kind, node = stack[depth]
            if kind is mark.kind and node.mark and mark.value == node.mark.value + (kind is not _BULLET):
                return depth, mark
    for mark in marks:  # a level begins
        if mark.value == 1 or mark.kind is _BULLET:
            return _depth_of_new(mark, stack), mark
    for mark in marks:  # a count with a gap, a repetition or a misread number
        for depth in range(len(stack) - 1, -1, -1):
            kind, node = stack[depth]
            if kind is mark.kind and node.mark and abs(mark.value - node.mark.value) <= 3:
                return depth, mark
    for mark in marks:
        if not stack and mark.kind in _AYAT_KINDS and mark.value <= 3:
            return 0, mark  # the first number was lost
        if mark.kind is _DECIMAL:
            return min(1, len(stack)), mark
    return None


def _depth_of_new(mark: Mark, stack: Sequence[tuple[MarkKind, _Node]]) -> int:
    """A list that begins anew: below the open point, or in place of a finished list of the same form."""
    for depth, (kind, _) in enumerate(stack):
        if kind is mark.kind:
            return depth
    if mark.kind is _PARENS and stack and all(kind is _BULLET for kind, _ in stack):
        return 0
    return len(stack)


def _misread_mark(unit: Unit, stack: Sequence[tuple[MarkKind, _Node]]) -> tuple[tuple[Mark, ...], str] | None:
    """A number that OCR spoiled, read as the one that is due: "l." or "|." for "1.", "€." for "c.", "2" for "2."."""
    match = _OCR_MARK.match(unit.text)
    if not match:
        return None
    raw, rest = match[1].replace(" ", ""), unit.text[match.end() :]
    if not rest[:1].isupper() and not raw.startswith("(") and raw[-1:] not in ".)":
        return None
    due: list[tuple[MarkKind, int]] = [
        (kind, node.mark.value + 1) for kind, node in reversed(stack) if node.mark and kind is not _BULLET
    ]
    due += [(kind, 1) for kind in _AYAT_KINDS if not any(kind is k for k, _ in stack)]
    for kind, value in due:
        if _may_be(raw, kind, value):
            return (Mark(kind, value, raw),), rest.strip()
    return None


def _may_be(raw: str, kind: MarkKind, value: int) -> bool:
    core = raw.strip("()[]{}.,")
    if kind in _AYAT_KINDS:
        digits = core.translate(str.maketrans("Il|i!Oo", "1111100"))
        closed = raw[-1:] in ")]}" or raw[:1] in "([{"
        if digits.isdigit() and int(digits) == value:
            return closed if kind is _PARENS else not closed or kind is _NUMBER_PAREN
        return False
    if kind is _LETTER and 1 <= value <= 26 and raw[-1:] in ".,)":
        due = chr(ord("a") + value - 1)
        return core.lower() == due or core in {"c": "€e6", "e": "€c&", "a": "@", "g": "9q", "b": "6", "d": "4"}.get(
            due, ""
        )
    return False


def _append_text(root: _Node, stack: list[tuple[MarkKind, _Node]], unit: Unit) -> None:
    """Text without a number: of the point above it, or a paragraph of its own where that point has ended."""
    if not stack:
        last = root.children[-1] if root.children else None
        if last is None or last.mark or (unit.first and _begins_anew(unit, last.text)):
            last = _Node(None)
            root.children.append(last)
        last.add(unit, unit.text)
        return
    node = stack[-1][1]
    if unit.first and _begins_anew(unit, node.text) and _outdented(unit, node, root):
        stack.clear()
        plain = _Node(None)
        plain.add(unit, unit.text)
        root.children.append(plain)
        return
    node.add(unit, unit.text)


def _begins_anew(unit: Unit, before: str) -> bool:
    return unit.text[:1].isupper() and before.rstrip()[-1:] in ".;:" and before.strip() != ""


def _outdented(unit: Unit, node: _Node, root: _Node) -> bool:
    """The unit stands as far left as the article's own text, not under the point above it."""
    left = unit.source.style.left
    first = next((n for n in root.children), None)
    return left is not None and left <= 1 and (first is None or first is not node)


def _paragraphs(root: _Node) -> tuple[Paragraph, ...]:
    """Decide which of the outermost points are ayat, and hang the rest below them."""
    paragraphs: list[Paragraph] = []
    pending: _Node | None = None  # unnumbered text that may introduce a list
    rows = False  # the head of a table whose lines were lost: what is numbered below it are its rows
    for node in root.children:
        if node.mark is None:
            pending = node
            rows = rows or bool(_ROW_HEAD.match(node.text) or _TABLE.search(node.text))
            paragraphs.append(_paragraph(node, None))
        elif _is_ayat(node, pending, root) and not (rows and node.mark.kind is _NUMBER):
            paragraphs.append(_paragraph(node, node.mark.raw))
            if node.mark.kind is _PARENS:
                pending = None
        elif paragraphs and (paragraphs[-1].label is None or node.mark.kind not in _AYAT_KINDS):
            paragraphs[-1] = _with_item(paragraphs[-1], node)
        else:
            paragraphs.append(Paragraph(None, "", tuple(node.blocks), (_item(node),)))
    return tuple(paragraphs)


def _is_ayat(node: _Node, intro: _Node | None, root: _Node) -> bool:
    """ "(1)" always; "1." and "1)" where each is a provision of its own and not a list that a sentence announces."""
    if node.mark is None or node.mark.kind not in _AYAT_KINDS:
        return False
    if node.mark.kind is _PARENS:
        return True
    if any(n.mark and n.mark.kind is _PARENS for n in root.children):
        return False
    return intro is None or not _ANNOUNCES.search(intro.text)


def _paragraph(node: _Node, label: str | None) -> Paragraph:
    return Paragraph(label, node.text, tuple(node.blocks), tuple(map(_item, node.children)))


def _item(node: _Node) -> Item:
    label = node.mark.raw if node.mark else None
    return Item(label, node.text, tuple(node.blocks), tuple(map(_item, node.children)))


def _with_item(paragraph: Paragraph, node: _Node) -> Paragraph:
    return Paragraph(paragraph.label, paragraph.text, paragraph.blocks, (*paragraph.items, _item(node)))


def all_blocks(paragraphs: Sequence[Paragraph]) -> tuple[int, ...]:
    """Every block below the heading, in order."""
    found: list[int] = []

    def walk(nodes: Sequence[Paragraph | Item]) -> None:
        for node in nodes:
            found.extend(node.blocks)
            if node.items:
                walk(node.items)

    walk(paragraphs)
    return tuple(dict.fromkeys(found))
