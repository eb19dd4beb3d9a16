"""DOCX: one pass over the XML of the document, from its elements to blocks."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from kerjasama_check.reading.document import Block, Cell, Document, Notice, Part, Reading, ReadOptions, Section
from kerjasama_check.reading.docx_blocks import BlockMaker
from kerjasama_check.reading.docx_extras import read_comments, read_metadata, read_section
from kerjasama_check.reading.docx_looks import NO_PARAGRAPH, ParagraphLooks, old_properties, read_paragraph
from kerjasama_check.reading.docx_names import (
    ALTERNATE,
    CHOICE,
    FALLBACK,
    PPR,
    R_NS,
    SDT,
    SDT_CONTENT,
    SECT_PR,
    TBL,
    TC,
    TR,
    VAL,
    Element,
    P,
    R,
    T,
    integer,
    on,
    w,
)
from kerjasama_check.reading.docx_package import Package, open_package
from kerjasama_check.reading.docx_paths import path_of
from kerjasama_check.reading.docx_styles import StyleTable, read_styles
from kerjasama_check.reading.docx_text import TRACKED, Changes, Gathered, TextReader, has_text
from kerjasama_check.reading.numbering import Counters, Numbering, read_numbering

MAX_DEPTH = 40  # of nested tables and content controls; what lies deeper is read flat

_TRPR, _TCPR, _VANISH = w("trPr"), w("tcPr"), w("vanish")
_GRID_BEFORE, _GRID_SPAN, _VMERGE, _HMERGE = w("gridBefore"), w("gridSpan"), w("vMerge"), w("hMerge")
_COMMENT_START, _ID = w("commentRangeStart"), w("id")
_TRANSPARENT = frozenset(w(name) for name in ("customXml", "smartTag", "ins", "moveTo", "del", "moveFrom"))
_INLINE = frozenset((R, T, *(w(name) for name in ("hyperlink", "fldSimple"))))


def read_docx(path: Path, data: bytes, options: ReadOptions) -> Document:
    """Read the bytes of a DOCX. Raises ReadingError if they are none, or damaged, encrypted, too large."""
    package = open_package(data)
    reader = DocxReader(package, options)
    root: Element = package.part(package.main)
    body = root.find(w("body"))
    if body is None:
        body = root
    reader.read_body(body)
    furniture = reader.read_furniture()
    return Document(
        path=path,
        blocks=tuple(reader.blocks),
        furniture=furniture,
        sections=tuple(reader.sections),
        comments=read_comments(package, reader.anchors),
        notices=tuple(_notices(package, reader)),
        reading=Reading(
            format="docx",
            words=sum(len(block.text.split()) for block in reader.blocks),
            tracked_changes=reader.changes.count,
            view=options.view,
            metadata=read_metadata(package),
        ),
    )


def _notices(package: Package, reader: DocxReader) -> Iterator[Notice]:
    parts = [dict(notice.details).get("part", "") for notice in package.notices]
    if parts:
        yield Notice("recovered-xml", (("parts", ", ".join(parts)),))
    if reader.unread_chunks:
        yield Notice("unread-chunk", (("count", str(reader.unread_chunks)),))


class DocxReader:
    """State of one walk: styles, lists, the blocks so far."""

    def __init__(self, package: Package, options: ReadOptions) -> None:
        self.package = package
        self.styles: StyleTable = read_styles(package.related("styles"), lambda: package.related("theme"))
        self.numbering: Numbering = read_numbering(package.related("numbering"), self.styles)
        self.changes = Changes.of(options.view)
        self.blocks: list[Block] = []
        self.sections: list[Section] = []
        self.section_elements: list[Element] = []
        self.anchors: dict[str, int] = {}
        self.tables = 0
        self.unread_chunks = 0
        self.notes_read: set[tuple[str, str]] = set()
        self._notes: dict[str, Story] = {}

    def read_body(self, body: Element) -> None:
        story = Story(self, Part.BODY, self.package.main, self.blocks)
        story.container(body, f"/{body.tag.rsplit('}', 1)[-1]}")
        story.finish()

    def read_note(self, kind: str, note_id: str, blocks: list[Block]) -> None:
        """The blocks of a footnote or endnote, once, after the paragraph that refers to it."""
        name = self.package.related_name(kind)
        root = self.package.part(name) if name else None
        if root is None or name is None or (kind, note_id) in self.notes_read:
            return
        self.notes_read.add((kind, note_id))
        tag = w(kind[:-1])
        for index, note in enumerate(root.iterchildren(tag), 1):
            if note.get(_ID) != note_id:
                continue
            story = self._notes.setdefault(kind, Story(self, Part.FOOTNOTE, name, blocks))
            number = sum(1 for each, _ in self.notes_read if each == kind)
            first = len(blocks)
            story.container(note, f"/{kind}/{kind[:-1]}[{index}]")
            story.finish()
            if len(blocks) > first and blocks[first].label is None:
                from dataclasses import replace

                blocks[first] = replace(blocks[first], label=str(number))

    def read_furniture(self) -> tuple[Block, ...]:
        """Headers and footers that are shown, each part once, in the order of the sections."""
        blocks: list[Block] = []
        relations = self.package.relations_of(self.package.main)
        seen = set()
        counters = Counters(self.numbering, self.styles.default_run.language)  # headers and footers count together
        for sect in self.section_elements:
            title = sect.find(w("titlePg"))
            shown = {"default"} | ({"first"} if title is not None and on(title) else set())
            for reference in sect:
                kind = {w("headerReference"): Part.HEADER, w("footerReference"): Part.FOOTER}.get(reference.tag)
                pages = reference.get(w("type")) or "default"
                if kind is None or not (pages in shown or (pages == "even" and self._even_pages_differ())):
                    continue
                relation = relations.get(reference.get(f"{{{R_NS}}}id") or "")
                if relation is None or relation.target in seen:
                    continue
                seen.add(relation.target)
                self._furniture_part(relation.target, kind, blocks, counters)
        return tuple(blocks)

    def _even_pages_differ(self) -> bool:
        settings = self.package.related("settings")
        even = settings.find(w("evenAndOddHeaders")) if settings is not None else None
        return even is not None and on(even)

    def _furniture_part(self, name: str, kind: Part, blocks: list[Block], counters: Counters) -> None:
        root = self.package.part(name)
        if root is None:
            return
        story = Story(self, kind, name, blocks, counters)
        story.container(root, f"/{root.tag.rsplit('}', 1)[-1]}")
        story.finish()


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
        self.maker = BlockMaker(reader.styles)
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
        elif tag in _TRANSPARENT:
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
            self.text.gather_stray(child, wrapper)
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
        ppr = element.find(PPR)
        if ppr is not None and self.reader.changes.original:
            ppr = old_properties(ppr)
        facts = read_paragraph(ppr)
        style = self.reader.styles.known(facts.style)
        gathered = self.carried or Gathered()
        self.carried = None
        self.text.gather(element, style, gathered)
        if facts.mark is not None and len(facts.mark) and self._mark_gone(facts.mark, gathered, element):
            self.carried, self.carried_path = gathered, path
        else:
            self._emit(gathered, style, path, cell, facts.looks, facts.mark)
        if facts.section is not None:
            self.section(facts.section)

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
        found = self.reader.numbering.find(style, direct.number, direct.level)
        label = None
        if found is not None:
            looks = self.text.mark_looks(style, mark)
            label = self.counters.next(*found, looks)
        part = Part.CELL if cell is not None and self.part is Part.BODY else self.part
        place = f"{self.part_name}#{path}"
        numbered_by_style = direct.number is None
        block = self.maker.make(
            gathered.runs, style, direct, label, numbered_by_style, part, cell, place, len(self.blocks)
        )
        self.waiting_comments += gathered.comments
        if block is not None:
            self.blocks.append(block)
            if self.blocks is self.reader.blocks:
                for comment in self.waiting_comments:
                    self.reader.anchors.setdefault(comment, block.place.paragraph)
            self.waiting_comments = []
        for box in gathered.boxes:
            story = Story(self.reader, Part.TEXT_BOX, self.part_name, self.blocks)
            story.container(box, path_of(box), None)
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
        for row, row_path in _children(table, TR, path):
            gone, column = self._row_facts(row.find(_TRPR))
            if gone:
                continue
            for cell, cell_path in _children(row, TC, row_path):
                width, vertical, horizontal = _cell_facts(cell)
                if not (horizontal == "continue" or _continues(vertical, column, merged)):
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
                before = _columns(child, 0)
        return gone, before


def _children(parent: Element, wanted: str, path: str) -> Iterator[tuple[Element, str]]:
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
                yield from _children(content, wanted, f"{here}/sdtContent[1]")
        elif tag in _TRANSPARENT:
            yield from _children(child, wanted, here)


def _columns(element: Element, default: int) -> int:
    number = integer(element.get(VAL))
    return default if number is None else min(max(number, default), 1000)


def _cell_facts(cell: Element) -> tuple[int, str | None, str | None]:
    """Grid columns that a cell spans, its vertical and its horizontal merge ("restart", "continue")."""
    width, vertical, horizontal = 1, None, None
    properties = cell.find(_TCPR)
    for child in properties if properties is not None else ():
        tag = child.tag
        if tag == _GRID_SPAN:
            width = _columns(child, 1)
        elif tag == _VMERGE:
            vertical = child.get(VAL) or "continue"
        elif tag == _HMERGE:
            horizontal = child.get(VAL) or "continue"
    return width, vertical, horizontal


def _continues(vertical: str | None, column: int, merged: set[int]) -> bool:
    """Whether a cell is only the continuation of the one above; `merged`: columns in which a cell reaches down."""
    if vertical == "continue":
        return column in merged
    if vertical is None:
        merged.discard(column)
    else:
        merged.add(column)
    return False
