"""What reading hands on: a Document of blocks in reading order.

A block is one paragraph of the source (a DOCX paragraph, a paragraph joined from PDF or OCR lines, a line of a
centred title). Every later room works on blocks only and names places by the index of a block.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from enum import StrEnum
from pathlib import Path


class Part(StrEnum):
    """Where in the document a block stands. Headers and footers are kept apart, in `Document.furniture`."""

    BODY = "body"
    CELL = "cell"
    TEXT_BOX = "text-box"
    FOOTNOTE = "footnote"
    HEADER = "header"
    FOOTER = "footer"


class Alignment(StrEnum):
    LEFT = "left"
    CENTRE = "centre"
    RIGHT = "right"
    JUSTIFIED = "justified"


class State(StrEnum):
    """States of a file, the closed list of the output contract."""

    CHECKED = "checked"
    NOT_AGREEMENT = "not-agreement"
    SCANNED = "scanned"
    ENCRYPTED = "encrypted"
    UNREADABLE = "unreadable"
    UNSUPPORTED = "unsupported"
    TOO_LARGE = "too-large"
    TIMED_OUT = "timed-out"
    CRASHED = "crashed"


class ReadingError(Exception):
    """A file that cannot be read. `state` is a State of the contract; the sentence is chosen by `reason`.

    `reason` is a key of `reading/reasons.py`, which holds the sentence in Indonesian and English; `details` fills it.
    """

    def __init__(self, state: State, reason: str, **details: str | int) -> None:
        super().__init__(f"{state}: {reason} {details or ''}".strip())
        self.state = state
        self.reason = reason
        self.details = details

    def __reduce__(self) -> tuple[object, ...]:
        return _rebuild_error, (self.state, self.reason, self.details)


def _rebuild_error(state: State, reason: str, details: dict[str, str | int]) -> ReadingError:
    return ReadingError(state, reason, **details)


@dataclass(frozen=True, slots=True)
class Place:
    """Where a block stands.

    paragraph: running number of the block in `Document.blocks`, from 0 (equals the index of the block).
    page: page number from 1, None where the format has no fixed pages (DOCX, text).
    path: the way to the paragraph in the source, to find it again when a report is written back. DOCX:
        "word/document.xml#" plus the element path ("/body/tbl[1]/tr[2]/tc[1]/p[3]", 1-based like XPath). PDF: "page 3".
    """

    paragraph: int
    page: int | None = None
    path: str | None = None


@dataclass(frozen=True, slots=True)
class Cell:
    """A table cell; numbers from 0. `table` numbers all tables of the document (nested ones too) in reading order."""

    table: int
    row: int
    column: int
    depth: int = 0


@dataclass(frozen=True, slots=True)
class Style:
    """Looks of a block after inheritance; None means not known. Sizes and indents in points."""

    bold: bool | None = None  # most of its letters are bold
    italic: bool | None = None
    underline: bool | None = None
    capitals: bool | None = None  # shown in capitals, by letters or by format
    alignment: Alignment | None = None
    font: str | None = None  # face of most letters
    size: float | None = None
    left: float | None = None  # distance of the block's left edge from the text margin
    first_line: float | None = None  # further indent of the first line, negative for a hanging one
    style_name: str | None = None


@dataclass(frozen=True, slots=True)
class Block:
    """One paragraph.

    text: running text without the computed label. "\\n" is an intended line break, "\\t" a tab; other white space is a
        single blank; no-break spaces and hyphens are ordinary ones; soft hyphens are gone.
    label: the number that Word computes for the paragraph ("Pasal 5", "(2)", "a.", "•"), None if it has none.
        A number typed by hand stays in `text` (also in PDF and scans).
    level: list level from 0, None outside lists.
    highlights: spans (start, end) of `text` that are highlighted with a colour.
    doubtful: spans of `text` whose words OCR read with low confidence; () where there was no OCR.
    confidence: mean confidence of OCR for the block, 0–100; None where there was no OCR.
    box: (x0, y0, x1, y1) in points on its page, origin top left; None without fixed pages.
    """

    text: str
    place: Place
    label: str | None = None
    level: int | None = None
    part: Part = Part.BODY
    style: Style = Style()
    cell: Cell | None = None
    highlights: tuple[tuple[int, int], ...] = ()
    doubtful: tuple[tuple[int, int], ...] = ()
    confidence: float | None = None
    box: tuple[float, float, float, float] | None = None

    @property
    def full(self) -> str:
        """Label and text as a reader sees them."""
        return f"{self.label} {self.text}".strip() if self.label else self.text


@dataclass(frozen=True, slots=True)
class Section:
    """Paper and margins of a section or of a run of like pages; millimetres."""

    width: float
    height: float
    top: float | None = None
    bottom: float | None = None
    left: float | None = None
    right: float | None = None
    first_page: int | None = None

    @property
    def landscape(self) -> bool:
        return self.width > self.height


@dataclass(frozen=True, slots=True)
class Comment:
    author: str
    text: str
    block: int | None  # index of the block it is anchored in


@dataclass(frozen=True, slots=True)
class Notice:
    """Something the reader wants the user to know ("read in recovery mode"); `key` as in reading/reasons.py."""

    key: str
    details: tuple[tuple[str, str], ...] = ()


@dataclass(frozen=True, slots=True)
class Reading:
    """How the file was read; the `reading` object of the contract, and more."""

    format: str  # docx, pdf, txt, md, html, doc, odt, rtf
    pages: int | None = None
    words: int = 0
    ocr: bool = False  # at least one page was read by OCR
    ocr_pages: tuple[int, ...] = ()
    tracked_changes: int = 0
    view: str = "final"
    metadata: tuple[tuple[str, str], ...] = ()
    signature_fields: int = 0
    form_fields: int = 0


@dataclass(frozen=True, slots=True)
class Document:
    path: Path
    blocks: tuple[Block, ...]
    furniture: tuple[Block, ...] = ()  # headers, footers, page numbers, letterheads: not part of the text
    sections: tuple[Section, ...] = ()
    comments: tuple[Comment, ...] = ()
    notices: tuple[Notice, ...] = ()
    reading: Reading = field(default_factory=lambda: Reading(format="txt"))


@dataclass(frozen=True, slots=True)
class ReadOptions:
    """What a caller may ask of reading; frozen, so that it can be handed to a worker."""

    view: str = "final"  # or "original"
    ocr: str = "auto"  # auto, always, never
    ocr_language: str | None = None  # None: the best model found (ind before eng)
    cache: bool = True
    cache_folder: Path | None = None  # None: the user's cache folder
    max_pages: int = 2000
    max_bytes: int = 200 * 1024 * 1024
    jobs: int = 1  # worker threads or processes for the pages of one scan
