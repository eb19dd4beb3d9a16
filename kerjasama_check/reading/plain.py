"""Plain text and Markdown: each line is a block; Markdown's own signs are taken off."""

from __future__ import annotations

import re
from dataclasses import replace
from pathlib import Path

from kerjasama_check.indonesian.lazy import lazy
from kerjasama_check.reading.document import Block, Cell, Document, Part, Place, Reading, ReadOptions, Style

_BOMS = (
    (b"\xef\xbb\xbf", "utf-8-sig"),
    (b"\xff\xfe\x00\x00", "utf-32"),
    (b"\xff\xfe", "utf-16"),
    (b"\xfe\xff", "utf-16"),
)
_HEADING = lazy(r"(#{1,6})[ \t]+")
_EMPHASIS = lazy(r"(\*\*|__)(?=\S)([^*_\n]{1,2000})(?<=\S)\1")
_ITALIC = lazy(r"(?<![\w*])\*(?=[^\s*])([^*\n]{1,2000})(?<=[^\s*])\*(?![\w*])")
_BULLET = lazy(r"[-*+•][ \t]+")
_RULE = lazy(r"[-=*_ ]{3,}|[|:\- ]{3,}")
_ESCAPED = lazy(r"\\([\\`*_{}\[\]()#+.!|>-])")
_BLANKS = lazy(r"[ \u00a0\u2000-\u200a\u202f\u3000]+")


def decode(data: bytes) -> str:
    """Text of bytes: by byte order mark, as UTF-8, as UTF-16 without a mark, else as cp1252."""
    for bom, name in _BOMS:
        if data.startswith(bom):
            return data.decode(name, errors="replace").lstrip("\ufeff")
    try:
        return data.decode("utf-8")
    except UnicodeDecodeError:
        return data.decode("cp1252", errors="replace")


def read_plain(path: Path, data: bytes, options: ReadOptions, kind: str = "txt") -> Document:
    """Read a text or Markdown file; `kind` is "txt" or "md"."""
    text = decode(data).replace("\r\n", "\n").replace("\r", "\n").replace("\f", "\n").replace("\0", "")
    lines = _markdown(text) if kind == "md" else ((line, Style(), None) for line in text.split("\n"))
    blocks: list[Block] = []
    for line, style, cell in lines:
        clean = tidy(line)
        if clean:
            style = replace(style, capitals=clean.isupper())
            part = Part.BODY if cell is None else Part.CELL
            blocks.append(Block(clean, Place(len(blocks)), part=part, style=style, cell=cell))
    words = sum(len(block.text.split()) for block in blocks)
    return Document(path=path, blocks=tuple(blocks), reading=Reading(format=kind, words=words))


def tidy(line: str) -> str:
    """White space and hyphens as a Block has them."""
    line = line.replace("\u00ad", "").replace("\u200b", "").replace("\ufeff", "")
    line = line.replace("\u2011", "-").replace("\u2010", "-")
    return _BLANKS.sub(" ", line).replace(" \t", "\t").replace("\t ", "\t").strip()


def _markdown(text: str) -> list[tuple[str, Style, Cell | None]]:
    out: list[tuple[str, Style, Cell | None]] = []
    tables, row, fenced = 0, -1, False
    for raw in text.split("\n"):
        line = raw.strip()
        if line.startswith(("```", "~~~")):
            fenced = not fenced
            continue
        table_line = line.startswith("|") and line.endswith("|") and len(line) > 1
        if not table_line and row >= 0:
            tables, row = tables + 1, -1
        if not line or (not fenced and _RULE.fullmatch(line)):
            continue
        if table_line and not fenced:
            row += 1
            cells = enumerate(line[1:-1].split("|"))
            out += [(_inline(each)[0], Style(bold=_inline(each)[1]), Cell(tables, row, at)) for at, each in cells]
            continue
        heading = _HEADING.match(line)
        line = line[heading.end() :].rstrip("# ") if heading else line
        line = line.lstrip("> ") if line.startswith(">") else line
        clean, bold = _inline(line)
        out.append((clean, Style(bold=bold or heading is not None), None))
    return out


def _inline(text: str) -> tuple[str, bool]:
    """Text without emphasis signs, and whether all of it was bold."""
    text = text.strip()
    whole = _EMPHASIS.fullmatch(text) is not None
    text = _ITALIC.sub(r"\1", _EMPHASIS.sub(r"\2", text))
    text = re.sub(r"<br ?/?>", "\n", text)
    return _ESCAPED.sub(r"\1", text), whole
