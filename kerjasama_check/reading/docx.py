"""DOCX: one pass over the XML of the document, from its elements to blocks."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from kerjasama_check.reading.document import (
    Block,
    Document,
    Notice,
    Part,
    Reading,
    ReadingError,
    ReadOptions,
    Section,
    State,
)
from kerjasama_check.reading.docx_blocks import BlockMaker
from kerjasama_check.reading.docx_extras import read_comments, read_metadata
from kerjasama_check.reading.docx_names import R_NS, Element, on, w
from kerjasama_check.reading.docx_package import Package, open_package
from kerjasama_check.reading.docx_story import Notes, Story
from kerjasama_check.reading.docx_styles import StyleTable, read_styles, without_tables
from kerjasama_check.reading.docx_text import Changes
from kerjasama_check.reading.numbering import Counters, Numbering, read_numbering

FEW_WORDS = 5  # with fewer than these beside its pictures a document is a scan


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
    words = sum(len(block.text.split()) for block in reader.blocks)
    if words < FEW_WORDS:
        _refuse_without_text(package, words)
    return Document(
        path=path,
        blocks=tuple(reader.blocks),
        furniture=furniture,
        sections=tuple(reader.sections),
        comments=read_comments(package, reader.anchors),
        notices=tuple(_notices(package, reader)),
        reading=Reading(
            format="docx",
            words=words,
            tracked_changes=reader.changes.count,
            view=options.view,
            metadata=read_metadata(package),
        ),
    )


def _refuse_without_text(package: Package, words: int) -> None:
    """A document of pictures is a scan; one without anything is not readable. Neither is clean."""
    pictures = package.pictures()
    if pictures:
        raise ReadingError(State.SCANNED, "images-only", count=pictures)
    if not words:
        raise ReadingError(State.UNREADABLE, "no-text")


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
        styles = package.related("styles", shorten=without_tables)
        self.styles: StyleTable = read_styles(styles, lambda: package.related("theme"))
        self.numbering: Numbering = read_numbering(package.related("numbering"), self.styles)
        self.maker = BlockMaker(self.styles, self.numbering)
        self.changes = Changes(options.view)
        self.blocks: list[Block] = []
        self.sections: list[Section] = []
        self.section_elements: list[Element] = []
        self.anchors: dict[str, int] = {}
        self.tables = 0
        self.unread_chunks = 0
        self._notes: dict[str, Notes] = {}

    def read_body(self, body: Element) -> None:
        story = Story(self, Part.BODY, self.package.main, self.blocks)
        story.container(body, f"/{body.tag.rsplit('}', 1)[-1]}")
        story.finish()

    def read_note(self, kind: str, note_id: str, blocks: list[Block]) -> None:
        """The blocks of a footnote or endnote, once, after the paragraph that refers to it."""
        notes = self._notes.get(kind)
        if notes is None:
            notes = self._notes[kind] = Notes(self, kind, blocks)
        notes.read(note_id)

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
