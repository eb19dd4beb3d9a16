"""Makes small DOCX files from pieces of XML, so that a test shows exactly what it is about."""

from __future__ import annotations

import io
import zipfile
from pathlib import Path

from kerjasama_check.reading import ReadOptions, read_bytes
from kerjasama_check.reading.document import Document

NAMESPACES = (
    'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main" '
    'xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships" '
    'xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006" '
    'xmlns:wp="http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing" '
    'xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main" '
    'xmlns:wps="http://schemas.microsoft.com/office/word/2010/wordprocessingShape" '
    'xmlns:m="http://schemas.openxmlformats.org/officeDocument/2006/math" '
    'xmlns:v="urn:schemas-microsoft-com:vml"'
)
_RELATION = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_TYPES = (
    '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">'
    '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
    '<Default Extension="xml" ContentType="application/xml"/>'
    '<Override PartName="/word/document.xml" ContentType="application/vnd.openxmlformats-officedocument.'
    'wordprocessingml.document.main+xml"/></Types>'
)
_KINDS = {"header1": "header", "header2": "header", "header3": "header", "footer1": "footer", "theme1": "theme"}


def p(text: str = "", properties: str = "", run: str = "") -> str:
    """A paragraph with one run."""
    inner = f'<w:r><w:rPr>{run}</w:rPr><w:t xml:space="preserve">{text}</w:t></w:r>' if text else ""
    return f"<w:p><w:pPr>{properties}</w:pPr>{inner}</w:p>"


def num(number: int, level: int = 0) -> str:
    return f'<w:numPr><w:ilvl w:val="{level}"/><w:numId w:val="{number}"/></w:numPr>'


def level(index: int, style: str = "decimal", text: str = "%1.", more: str = "", start: int = 1) -> str:
    return (
        f'<w:lvl w:ilvl="{index}"><w:start w:val="{start}"/><w:numFmt w:val="{style}"/>{more}'
        f'<w:lvlText w:val="{text}"/></w:lvl>'
    )


def abstract(name: int, *levels: str, more: str = "") -> str:
    return f'<w:abstractNum w:abstractNumId="{name}">{more}{"".join(levels)}</w:abstractNum>'


def list_of(number: int, of: int, overrides: str = "") -> str:
    return f'<w:num w:numId="{number}"><w:abstractNumId w:val="{of}"/>{overrides}</w:num>'


def style(name: str, properties: str = "", run: str = "", based_on: str = "", kind: str = "paragraph") -> str:
    parent = f'<w:basedOn w:val="{based_on}"/>' if based_on else ""
    return (
        f'<w:style w:type="{kind}" w:styleId="{name}"><w:name w:val="{name}"/>{parent}'
        f"<w:pPr>{properties}</w:pPr><w:rPr>{run}</w:rPr></w:style>"
    )


def make_docx(body: str, **parts: str) -> bytes:
    """The bytes of a DOCX. `parts`: inside of word/<name>.xml; `raw_document` replaces the whole document part."""
    document = parts.pop("raw_document", None)
    document = document or f"<w:document {NAMESPACES}><w:body>{body}</w:body></w:document>"
    relations, files = [], {"[Content_Types].xml": _TYPES, "word/document.xml": document}
    for name, inside in parts.items():
        kind = _KINDS.get(name, name)
        folder = "theme/" if kind == "theme" else ""
        relations.append(f'<Relationship Id="{name}" Type="{_RELATION}/{kind}" Target="{folder}{name}.xml"/>')
        root = {"header": "hdr", "footer": "ftr"}.get(kind, kind)
        files[f"word/{folder}{name}.xml"] = (
            inside if inside.startswith("<a:") else f"<w:{root} {NAMESPACES}>{inside}</w:{root}>"
        )
    files["word/_rels/document.xml.rels"] = _relations("".join(relations))
    files["_rels/.rels"] = _relations(
        f'<Relationship Id="d" Type="{_RELATION}/officeDocument" Target="word/document.xml"/>'
    )
    return zipped(files)


def _relations(inside: str) -> str:
    return (
        f'<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">{inside}</Relationships>'
    )


def zipped(files: dict[str, str | bytes]) -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, inside in files.items():
            archive.writestr(name, inside)
    return out.getvalue()


def read_made(body: str, options: ReadOptions | None = None, **parts: str) -> Document:
    return read_bytes("draf.docx", make_docx(body, **parts), options)


def texts(document: Document) -> list[str]:
    return [block.text for block in document.blocks]


def fulls(document: Document) -> list[str]:
    return [block.full for block in document.blocks]


def labels(document: Document) -> list[str | None]:
    return [block.label for block in document.blocks]


def write(folder: Path, name: str, data: bytes) -> Path:
    path = folder / name
    path.write_bytes(data)
    return path
