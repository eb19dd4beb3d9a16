"""A story of a DOCX (body, text box, notes, header) walked paragraph by paragraph and table by table."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from kerjasama_check.reading.document import Block, Cell, Part
from kerjasama_check.reading.docx_extras import read_section
from kerjasama_check.reading.docx_looks import NO_PARAGRAPH, ParagraphLooks, old_properties, read_paragraph
from kerjasama_check.reading.docx_names import (
    ALTERNATE,
    CHOICE,
    FALLBACK,
    PPR,
    SDT,
    SDT_CONTENT,
    SECT_PR,
    TBL,
    TC,
    TR,
    Element,
    P,
    R,
    T,
    on,
    w,
)
from kerjasama_check.reading.docx_paths import path_below
from kerjasama_check.reading.docx_tables import TRANSPARENT, cell_facts, children, columns, continues
from kerjasama_check.reading.docx_text import TRACKED, Gathered, TextReader, has_text
from kerjasama_check.reading.numbering import Counters

if TYPE_CHECKING:
    from kerjasama_check.reading.docx import DocxReader

MAX_DEPTH = 40  # of nested tables and content controls; what lies deeper is read flat

_TRPR, _VANISH, _GRID_BEFORE = w("trPr"), w("vanish"), w("gridBefore")
_COMMENT_START, _ID = w("commentRangeStart"), w("id")
_INLINE = frozenset((R, T, *(w(name) for name in ("hyperlink", "fldSimple"))))


class Notes:
    """The footnotes or the endnotes of a document: one story, numbered in the order in which they are referred to."""

    def __init__(self, reader: DocxReader, kind: str, blocks: list[Block]) -> None:
        name = reader.package.related_name(kind)
        root = reader.package.part(name) if name else None
        notes = root.iterchildren(w(kind[:-1])) if root is not None else ()
        self.waiting = {note.get(_ID): (note, f"/{kind}/{kind[:-1]}[{at}]") for at, note in enumerate(notes, 1)}
        self.blocks = blocks
        self.story = Story(reader, Part.FOOTNOTE, name or kind, blocks)
        self.count = 0

    def read(self, note_id: str) -> None:
        note, path = self.waiting.pop(note_id, (None, ""))
        if note is None:
            return
        self.count += 1
        first = len(self.blocks)
        self.story.container(note, path)
        self.story.finish()
        if len(self.blocks) > first and self.blocks[first].label is None:
            self.blocks[first] = replace(self.blocks[first], label=str(self.count))


class Story:
    """One run of text with list counters of its own: the body, a text box, the footnotes, the headers and footers."""

    def __init__(
        self, reader: DocxReader, part: Part, part_name: str, blocks: list[Block], counters: Counters | None = None
    ) -> None:
        self.reader = reader
        self.part = part
        self.part_name = part_name
        self.blocks = blocks
        self.counters = counters or Counters(reader.numbering, reader.styles.default_run.language)
        self.text = TextReader(reader.styles, reader.changes)
        self.maker = reader.maker
        self.carried: Gathered | None = None  # text of a paragraph whose mark is gone
        self.carried_path = ""
        self.waiting_comments: list[str] = []

    def container(self, element: Element, path: str, cell: Cell | None = None, depth: int = 0) -> None:
        """Block-level children of a body, cell, content control, text box or note."""
        if depth > MAX_DEPTH:
            for paragraph in element.iter(P):
                self.paragraph(paragraph, f"{path}/p", cell)
            return
        counts: dict[object, int] = {}
        for child in element:
            tag = child.tag
            if not isinstance(tag, str):
                continue
            count = counts[tag] = counts.get(tag, 0) + 1
            if tag == P:
                self.paragraph(child, f"{path}/p[{count}]", cell)
            else:
                self._other(child, tag, f"{path}/{tag.rsplit('}', 1)[-1]}[{count}]", cell, depth)

    def _other(self, child: Element, tag: str, path: str, cell: Cell | None, depth: int) -> None:
        if tag == TBL:
            self.flush(cell)
            self.table(child, path, cell, depth)
        elif tag == SDT:
            content = child.find(SDT_CONTENT)
            if content is not None:
                self.container(content, f"{path}/sdtContent[1]", cell, depth + 1)
        elif tag in self.reader.changes.dropped:
            return
        elif tag in TRANSPARENT:
            self.container(child, path, cell, depth + 1)
        elif tag == ALTERNATE:
            self._alternate(child, path, cell, depth)
        elif tag == SECT_PR:
            self.section(child)
        elif tag == _COMMENT_START:
            self.waiting_comments.append(child.get(_ID) or "")
        elif tag == w("altChunk"):
            self.reader.unread_chunks += 1
        elif tag in _INLINE:  # runs without a paragraph: only in repaired XML
            wrapper = Gathered()
            self.text.gather_stray(child, path, wrapper)
            self._emit(wrapper, None, path, cell, NO_PARAGRAPH, None)

    def _alternate(self, element: Element, path: str, cell: Cell | None, depth: int) -> None:
        for name, kind in (("Choice", CHOICE), ("Fallback", FALLBACK)):
            for index, branch in enumerate(element.iterchildren(kind), 1):
                if has_text(branch):
                    self.container(branch, f"{path}/{name}[{index}]", cell, depth + 1)
                    return

    def section(self, sect: Element) -> None:
        if self.part is Part.BODY:
            self.reader.sections.append(read_section(sect))
            self.reader.section_elements.append(sect)

    # paragraphs

    def paragraph(self, element: Element, path: str, cell: Cell | None) -> None:
        ppr = element[0] if len(element) and element[0].tag == PPR else element.find(PPR)
        if ppr is not None and self.reader.changes.original:
            ppr = old_properties(ppr)
        named, mark, section, looks = read_paragraph(ppr)
        style = self.reader.styles.known(named)
        gathered = self.carried or Gathered()
        self.carried = None
        self.text.gather(element, path, style, gathered)
        if mark is not None and len(mark) and self._mark_gone(mark, gathered, element):
            self.carried, self.carried_path = gathered, path
        else:
            self._emit(gathered, style, path, cell, looks, mark)
        if section is not None:
            self.section(section)

    def _mark_gone(self, mark: Element, gathered: Gathered, element: Element) -> bool:
        """Whether a paragraph runs on into the next: its mark is not there in this view, or nothing of it is shown."""
        changes = self.reader.changes
        hidden = False
        for child in mark:
            tag = child.tag
            if tag in TRACKED:
                if element.find(tag) is None:
                    changes.count += 1  # where the text goes with its mark, both are one change
                return tag in changes.dropped
            if tag == _VANISH:
                hidden = on(child)
        return hidden and not any(text.strip() for text, _ in gathered.runs)

    def flush(self, cell: Cell | None) -> None:
        """Text of a paragraph without a mark that nothing follows stands by itself."""
        if self.carried is not None:
            gathered, self.carried = self.carried, None
            self._emit(gathered, None, self.carried_path, cell, NO_PARAGRAPH, None)

    def finish(self) -> None:
        self.flush(None)
        self.text.fields.clear()

    def _emit(
        self,
        gathered: Gathered,
        style: str | None,
        path: str,
        cell: Cell | None,
        direct: ParagraphLooks,
        mark: Element | None,
    ) -> None:
        frame = self.maker.frame(style, direct)
        label = None
        if frame.rung is not None:
            label = self.counters.next(frame.rung, self.text.mark_looks(style, mark))
        part = Part.CELL if cell is not None and self.part is Part.BODY else self.part
        blocks = self.blocks
        block = self.maker.make(gathered.runs, frame, label, part, cell, f"{self.part_name}#{path}", len(blocks))
        self.waiting_comments += gathered.comments
        if block is not None:
            blocks.append(block)
            if self.waiting_comments:
                if blocks is self.reader.blocks:
                    for comment in self.waiting_comments:
                        self.reader.anchors.setdefault(comment, block.place.paragraph)
                self.waiting_comments = []
        for box, anchor, anchor_path in gathered.boxes:
            story = Story(self.reader, Part.TEXT_BOX, self.part_name, self.blocks)
            story.container(box, f"{anchor_path}{path_below(anchor, box)}")
            story.finish()
        for kind, note in gathered.notes:
            self.reader.read_note(kind, note, self.blocks)

    # tables

    def table(self, table: Element, path: str, outer: Cell | None, depth: int) -> None:
        number = self.reader.tables
        self.reader.tables += 1
        level = outer.depth + 1 if outer is not None else 0
        merged: set[int] = set()  # columns in which a cell reaches down
        row_number = 0
        for row, row_path in children(table, TR, path):
            gone, column = self._row_facts(row.find(_TRPR))
            if gone:
                continue
            for cell, cell_path in children(row, TC, row_path):
                width, vertical, horizontal = cell_facts(cell)
                if not (horizontal == "continue" or continues(vertical, column, merged)):
                    here = Cell(number, row_number, column, level)
                    self.container(cell, cell_path, here, depth + 1)
                    self.flush(here)
                column += width
            row_number += 1

    def _row_facts(self, properties: Element | None) -> tuple[bool, int]:
        """Whether a row is not there in this view, and the grid column of its first cell."""
        changes = self.reader.changes
        gone, before = False, 0
        for child in properties if properties is not None else ():
            tag = child.tag
            if tag in TRACKED:
                changes.count += 1
                gone = tag in changes.dropped
            elif tag == _GRID_BEFORE:
                before = columns(child, 0)
        return gone, before
