"""HTML views of agreements: block elements become blocks, tables cells, ol and ul computed labels."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from kerjasama_check.reading.document import (
    Alignment,
    Block,
    Cell,
    Document,
    Part,
    Place,
    Reading,
    ReadingError,
    ReadOptions,
    State,
    Style,
)
from kerjasama_check.reading.docx_text import normalise
from kerjasama_check.reading.html_css import Sheet
from kerjasama_check.reading.number_formats import write_number
from kerjasama_check.reading.plain import decode

_BLOCKS = frozenset(
    [
        "address",
        "article",
        "aside",
        "blockquote",
        "body",
        "center",
        "dd",
        "details",
        "div",
        "dl",
        "dt",
        "fieldset",
        "figcaption",
        "figure",
        "footer",
        "form",
        "h1",
        "h2",
        "h3",
        "h4",
        "h5",
        "h6",
        "header",
        "hr",
        "html",
        "li",
        "main",
        "menu",
        "nav",
        "ol",
        "p",
        "pre",
        "section",
        "summary",
        "table",
        "tbody",
        "td",
        "tfoot",
        "th",
        "thead",
        "tr",
        "ul",
        "caption",
    ]
)
_SKIPPED = frozenset(
    [
        "head",
        "script",
        "style",
        "template",
        "noscript",
        "svg",
        "math",
        "iframe",
        "object",
        "audio",
        "video",
        "canvas",
        "select",
        "button",
        "title",
        "meta",
        "link",
    ]
)
_HEADINGS = frozenset(("h1", "h2", "h3", "h4", "h5", "h6"))
_BOLD, _ITALIC, _UNDERLINE = frozenset(("b", "strong", "th")), frozenset(("i", "em")), frozenset(("u", "ins"))
_OL_TYPES = {"1": "decimal", "a": "lowerLetter", "A": "upperLetter", "i": "lowerRoman", "I": "upperRoman"}
_CSS_TYPES = {
    "decimal": "decimal", "lower-alpha": "lowerLetter", "lower-latin": "lowerLetter", "upper-alpha": "upperLetter",
    "upper-latin": "upperLetter", "lower-roman": "lowerRoman", "upper-roman": "upperRoman", "none": "none",
    "disc": "bullet", "circle": "bullet", "square": "bullet", "decimal-leading-zero": "decimalZero",
}  # fmt: skip
_ALIGNMENTS = {
    "left": Alignment.LEFT, "center": Alignment.CENTRE, "right": Alignment.RIGHT, "justify": Alignment.JUSTIFIED,
}  # fmt: skip
_CHARSET = re.compile(rb"""charset\s{0,3}=\s{0,3}["']?([A-Za-z0-9_-]{1,30})""")
MAX_DEPTH = 150  # of nested elements; what lies deeper is read flat


@dataclass(frozen=True, slots=True)
class _Looks:
    bold: bool = False
    italic: bool = False
    underline: bool = False
    capitals: bool = False
    alignment: Alignment | None = None
    keep_lines: bool = False


@dataclass(slots=True)
class _State:
    sheet: Sheet
    blocks: list[Block] = field(default_factory=list)
    pieces: list[tuple[str, _Looks]] = field(default_factory=list)
    label: str | None = None
    level: int | None = None
    cell: Cell | None = None
    tables: int = 0

    def flush(self, alignment: Alignment | None) -> None:
        """Close the block at hand."""
        text = normalise("".join(piece for piece, _ in self.pieces))
        pieces, self.pieces = self.pieces, []
        if not text:
            return
        weights = [(len(piece.strip()), looks) for piece, looks in pieces]
        half = sum(n for n, _ in weights) / 2
        style = Style(
            bold=sum(n for n, looks in weights if looks.bold) > half,
            italic=sum(n for n, looks in weights if looks.italic) > half,
            underline=sum(n for n, looks in weights if looks.underline) > half,
            capitals=text.isupper(),
            alignment=alignment,
        )
        part = Part.BODY if self.cell is None else Part.CELL
        place = Place(len(self.blocks))
        self.blocks.append(Block(text, place, self.label, self.level, part, style, self.cell))
        self.label = None
        self.level = None


def read_html(path: Path, data: bytes, options: ReadOptions) -> Document:
    """Read an HTML page. Raises ReadingError where there is nothing in it."""
    from lxml import etree
    from lxml import html as parser

    text = _decoded(data)
    try:
        root = parser.document_fromstring(text, parser=parser.HTMLParser(huge_tree=True, remove_comments=True))
    except (etree.ParserError, etree.XMLSyntaxError, ValueError):
        raise ReadingError(State.UNREADABLE, "no-text") from None
    state = _State(Sheet.of("\n".join(style.text or "" for style in root.iter("style"))))
    _walk(root, state, _Looks(), 0, 0)
    state.flush(None)
    title = root.findtext(".//title")
    metadata = (("title", title.strip()),) if title and title.strip() else ()
    words = sum(len(block.text.split()) for block in state.blocks)
    if not words:
        raise ReadingError(State.UNREADABLE, "no-text")
    return Document(
        path=path, blocks=tuple(state.blocks), reading=Reading(format="html", words=words, metadata=metadata)
    )


def page_of_archive(data: bytes) -> bytes:
    """The first HTML page of a web archive (.mht, also what Word saves as "single file web page"), in UTF-8."""
    import email
    import email.policy

    for part in email.message_from_bytes(data, policy=email.policy.default).walk():
        if part.get_content_type() == "text/html":
            content = part.get_payload(decode=True)
            name = part.get_content_charset() or ""
            try:
                text = content.decode(name) if isinstance(content, bytes) else str(content)
            except (LookupError, UnicodeDecodeError):
                text = decode(content) if isinstance(content, bytes) else ""
            return b"\xef\xbb\xbf" + text.encode("utf-8", "replace")
    raise ReadingError(State.UNREADABLE, "no-text")


def _decoded(data: bytes) -> str:
    match = _CHARSET.search(data[:2048])
    if match and not data.startswith((b"\xef\xbb\xbf", b"\xff\xfe", b"\xfe\xff")):
        try:
            text = data.decode(match[1].decode("ascii"))
        except (LookupError, UnicodeDecodeError):
            text = decode(data)
    else:
        text = decode(data)
    # A declared encoding inside a str is refused by lxml.
    return re.sub(r"^\s{0,20}<\?xml[^>]{0,200}\?>", "", text)


def _walk(element: Any, state: _State, outer: _Looks, list_depth: int, depth: int) -> None:
    tag = element.tag if isinstance(element.tag, str) else ""
    if tag in _SKIPPED or not tag or _hidden(element, state.sheet):
        return
    looks = _looks(element, tag, outer, state.sheet)
    if tag == "br":
        state.pieces.append(("\n", looks))
        return
    if tag in ("input", "textarea"):
        state.pieces.append((element.get("value") or "", looks))
        return
    is_block = tag in _BLOCKS
    if is_block:
        state.flush(outer.alignment)
    if depth > MAX_DEPTH:
        _text(" ".join(element.itertext()), state, looks)
    elif tag in ("ol", "ul", "menu"):
        _list(element, state, looks, list_depth, depth)
    elif tag == "table":
        _table(element, state, looks, list_depth, depth)
    else:
        _children(element, state, looks, list_depth, depth)
    if is_block:
        state.flush(looks.alignment)


def _children(element: Any, state: _State, looks: _Looks, list_depth: int, depth: int) -> None:
    _text(element.text, state, looks)
    for child in element:
        _walk(child, state, looks, list_depth, depth + 1)
        _text(child.tail, state, looks)


def _text(text: str | None, state: _State, looks: _Looks) -> None:
    if not text:
        return
    if not looks.keep_lines:
        text = re.sub(r"[\s\x0b\x0c]+", " ", text) if not text.isspace() else " "
    state.pieces.append((text.upper() if looks.capitals else text, looks))


def _list(element: Any, state: _State, looks: _Looks, list_depth: int, depth: int) -> None:
    style = _list_style(element, state.sheet, "decimal" if element.tag == "ol" else "bullet")
    number = _integer(element.get("start"), 1)
    items = [child for child in element if child.tag == "li"]
    step = -1 if element.get("reversed") is not None else 1
    if step < 0 and element.get("start") is None:
        number = len(items)
    for child in element:
        if child.tag != "li":
            _walk(child, state, looks, list_depth, depth + 1)
            continue
        number = _integer(child.get("value"), number)
        state.flush(looks.alignment)
        own = _list_style(child, state.sheet, style)
        written = write_number(number, own)
        state.label = None if own == "none" else written if own == "bullet" else f"{written}."
        state.level = list_depth
        item_looks = _looks(child, "li", looks, state.sheet)
        _children(child, state, item_looks, list_depth + 1, depth + 1)
        state.flush(item_looks.alignment)
        state.label, state.level = None, None
        number += step


def _list_style(element: Any, sheet: Sheet, default: str) -> str:
    css = sheet.rules_of(element)
    for key in ("list-style-type", "list-style"):
        for word in css.get(key, "").split():
            if word in _CSS_TYPES:
                return _CSS_TYPES[word]
    return _OL_TYPES.get(element.get("type") or "", default)


def _table(element: Any, state: _State, looks: _Looks, list_depth: int, depth: int) -> None:
    outer = state.cell
    number, state.tables = state.tables, state.tables + 1
    level = outer.depth + 1 if outer is not None else 0
    taken: dict[int, int] = {}  # column -> last row that a cell above reaches down to
    for caption in element.iterchildren("caption"):
        _walk(caption, state, looks, list_depth, depth + 1)
    rows = [row for group in element for row in ([group] if group.tag == "tr" else group) if row.tag == "tr"]
    for row_number, row in enumerate(rows):
        if _hidden(row, state.sheet):
            continue
        row_looks = _looks(row, "tr", looks, state.sheet)
        column = 0
        for cell in row.iterchildren("td", "th"):
            while taken.get(column, -1) >= row_number:
                column += 1
            width = min(max(_integer(cell.get("colspan"), 1), 1), 1000)
            for each in range(column, column + width):
                taken[each] = row_number + max(_integer(cell.get("rowspan"), 1), 1) - 1
            state.cell = Cell(number, row_number, column, level)
            _walk(cell, state, row_looks, list_depth, depth + 1)
            column += width
    state.cell = outer


def _looks(element: Any, tag: str, outer: _Looks, sheet: Sheet) -> _Looks:
    css = sheet.rules_of(element)
    weight = css.get("font-weight", "")
    align = css.get("text-align") or (element.get("align") or "").lower()
    if not css and not align and tag not in _BOLD | _ITALIC | _UNDERLINE | _HEADINGS | {"center", "pre"}:
        return outer
    bold = outer.bold or tag in _BOLD or tag in _HEADINGS
    if weight:
        bold = weight in ("bold", "bolder") or (weight.isdigit() and int(weight) >= 600)
    return _Looks(
        bold=bold,
        italic=outer.italic or tag in _ITALIC or css.get("font-style") == "italic",
        underline=outer.underline or tag in _UNDERLINE or "underline" in css.get("text-decoration", ""),
        capitals=(outer.capitals or css.get("text-transform") == "uppercase")
        and css.get("text-transform", "uppercase") == "uppercase",
        alignment=Alignment.CENTRE if tag == "center" else _ALIGNMENTS.get(align, outer.alignment),
        keep_lines=outer.keep_lines or tag == "pre" or css.get("white-space", "").startswith("pre"),
    )


def _hidden(element: Any, sheet: Sheet) -> bool:
    if element.get("hidden") is not None or element.get("type") == "hidden":
        return True
    css = sheet.rules_of(element)
    return css.get("display") == "none" or css.get("visibility") == "hidden"


def _integer(text: str | None, default: int) -> int:
    try:
        return min(max(int(text or ""), -1_000_000), 1_000_000)
    except ValueError:
        return default
