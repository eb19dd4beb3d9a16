"""PDF files: text layer, or OCR where there is none, page by page; metadata and fields.

pdfium does the work; pypdf, which is slow, is asked only where the bytes name form or signature fields.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from kerjasama_check.reading.document import Document, Notice, Reading, ReadingError, ReadOptions, State
from kerjasama_check.reading.layout import blocks_from_pages
from kerjasama_check.reading.lines import Page
from kerjasama_check.reading.pdf_quality import needs_ocr
from kerjasama_check.reading.pdf_text import page_from_text

_METADATA = ("Title", "Author", "Subject", "Keywords", "Creator", "Producer", "CreationDate", "ModDate")
_FIELDS = re.compile(rb"/FT\s*/(?:Sig|Tx|Btn|Ch)|/Type\s*/Sig\b|/AcroForm")


def read_pdf(path: Path, data: bytes, options: ReadOptions) -> Document:
    """Read a PDF. Raises ReadingError: encrypted-pdf, damaged-pdf, too-many-pages, no-text, and those of OCR."""
    import pypdfium2

    pdf = _open(pypdfium2, data)
    try:
        return _read(pdf, path, data, options)
    finally:
        pdf.close()


def _open(pypdfium2: Any, data: bytes) -> Any:
    try:
        pdf = pypdfium2.PdfDocument(data)
    except pypdfium2.PdfiumError as error:
        code = getattr(error, "err_code", None)
        if code in (pypdfium2.raw.FPDF_ERR_PASSWORD, pypdfium2.raw.FPDF_ERR_SECURITY) or "assword" in str(error):
            raise ReadingError(State.ENCRYPTED, "encrypted-pdf") from None
        raise ReadingError(State.UNREADABLE, "damaged-pdf") from None
    if len(pdf) == 0:
        pdf.close()
        raise ReadingError(State.UNREADABLE, "damaged-pdf")
    return pdf


def _read(pdf: Any, path: Path, data: bytes, options: ReadOptions) -> Document:
    count = len(pdf)
    if count > options.max_pages:
        raise ReadingError(State.TOO_LARGE, "too-many-pages", pages=count, limit=options.max_pages)
    pages: dict[int, Page] = {}
    wanted: list[int] = []
    for number, page, scan in _text_pages(pdf, options):
        pages[number] = page
        if scan:
            wanted.append(number)
    notices: list[Notice] = []
    if wanted and options.ocr != "never":
        from hashlib import sha256

        from kerjasama_check.reading.ocr import ocr_pages

        for page in ocr_pages(data, wanted, options, sha256(data).hexdigest()):
            pages[page.number] = page
    elif wanted and not any(page.lines for page in pages.values()):
        raise ReadingError(State.SCANNED, "no-text")
    ordered = [pages[number] for number in sorted(pages)]
    blocks, furniture, sections = blocks_from_pages(ordered)
    ocr = tuple(page.number for page in ordered if page.ocr)
    forms, signatures = _fields(data)
    return Document(
        path,
        blocks,
        furniture,
        sections,
        notices=tuple(notices),
        reading=Reading(
            "pdf",
            pages=count,
            words=sum(len(block.text.split()) for block in blocks),
            ocr=bool(ocr),
            ocr_pages=ocr,
            metadata=_metadata(pdf),
            signature_fields=signatures,
            form_fields=forms,
        ),
    )


def _text_pages(pdf: Any, options: ReadOptions) -> Iterator[tuple[int, Page, bool]]:
    """Number, text layer, and whether the page is to be read by OCR; one page in memory at a time."""
    for index in range(len(pdf)):
        page = pdf[index]
        try:
            text = page_from_text(page, index + 1)
            scan = options.ocr == "always" or needs_ocr(page, text)
        finally:
            page.close()
        yield index + 1, text, scan


def _metadata(pdf: Any) -> tuple[tuple[str, str], ...]:
    pairs = ((key, pdf.get_metadata_value(key)) for key in _METADATA)
    return tuple((key, value) for key, value in pairs if value)


def _fields(data: bytes) -> tuple[int, int]:
    """Number of form fields and of signature fields."""
    if not _FIELDS.search(data):
        return 0, 0
    from io import BytesIO

    from pypdf import PdfReader
    from pypdf.errors import PyPdfError

    try:
        fields = PdfReader(BytesIO(data)).get_fields() or {}
    except (PyPdfError, ValueError, KeyError, TypeError, AttributeError, RecursionError):
        return 0, 0
    signatures = sum(1 for field in fields.values() if field.get("/FT") == "/Sig")
    return len(fields) - signatures, signatures
