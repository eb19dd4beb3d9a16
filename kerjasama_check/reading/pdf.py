"""PDF files: text layer, or OCR where there is none, page by page; metadata and fields.

pdfium does the work; pypdf, which is slow, is asked only where the bytes name form or signature fields.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from typing import Any

from kerjasama_check.reading.document import Document, Notice, Reading, ReadingError, ReadOptions, State
from kerjasama_check.reading.layout import blocks_from_pages
from kerjasama_check.reading.lines import Page
from kerjasama_check.reading.pdf_labels import with_labels
from kerjasama_check.reading.pdf_quality import Layer, judge
from kerjasama_check.reading.pdf_text import page_from_text

_METADATA = ("Title", "Author", "Subject", "Keywords", "Creator", "Producer", "CreationDate", "ModDate")
_FIELDS = re.compile(rb"/FT\s*/(?:Sig|Tx|Btn|Ch)|/Type\s*/Sig\b|/AcroForm")


def read_pdf(path: Path, data: bytes, options: ReadOptions) -> Document:
    """Read a PDF.

    Raises ReadingError with one of the reasons encrypted-pdf, damaged-pdf, too-many-pages, ocr-off, page-failed,
    no-text, and those of OCR.
    """
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
    layers: dict[int, Layer] = {}
    for number, page, layer in _text_pages(pdf):
        pages[number], layers[number] = page, layer
    wanted = _for_ocr(layers, options.ocr)
    notices = _read_by_ocr(pages, wanted, layers, data, options) if wanted else []
    ordered = [pages[number] for number in sorted(pages)]
    if not any(page.lines for page in ordered):
        raise _nothing_to_read(layers, ordered)
    left = [number for number, layer in layers.items() if layer is Layer.MISSING and number not in wanted]
    notices += _notice("pages-without-text", left)
    notices += _notice("page-turned", [page.number for page in ordered if page.rotation])
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


def _read_by_ocr(
    pages: dict[int, Page], wanted: list[int], layers: dict[int, Layer], data: bytes, options: ReadOptions
) -> list[Notice]:
    """Put what OCR reads in the place of the text layers; a page on which it fails keeps what it had."""
    from hashlib import sha256

    from kerjasama_check.reading.ocr import ocr_pages

    try:
        read = ocr_pages(data, wanted, options, sha256(data).hexdigest())
    except ReadingError:
        if not any(page.lines for page in pages.values()):
            raise
        return _notice("pages-without-ocr", wanted)
    for page in read:
        if page.failed:
            pages[page.number] = replace(pages[page.number], failed=True)
        else:
            pages[page.number] = with_labels(page, pages[page.number])
    done = [page.number for page in read if not page.failed]
    replaced = {Layer.GARBAGE, Layer.HIDDEN} if options.ocr != "always" else set()
    return [
        *_notice("ocr-used", [number for number in done if layers[number] not in replaced]),
        *_notice("garbage-text-layer", [number for number in done if layers[number] in replaced]),
        *_notice("page-failed", [page.number for page in read if page.failed]),
    ]


def _nothing_to_read(layers: dict[int, Layer], pages: list[Page]) -> ReadingError:
    failed = [page.number for page in pages if page.failed]
    if failed:
        return ReadingError(State.UNREADABLE, "page-failed", pages=_ranges(failed))
    if Layer.MISSING in layers.values() and not any(page.ocr for page in pages):
        return ReadingError(State.SCANNED, "ocr-off")
    return ReadingError(State.UNREADABLE, "no-text")


def _notice(key: str, numbers: list[int]) -> list[Notice]:
    return [Notice(key, (("pages", _ranges(numbers)),))] if numbers else []


def _text_pages(pdf: Any) -> Iterator[tuple[int, Page, Layer]]:
    """Number, text layer and its worth; one page is open at a time."""
    for index in range(len(pdf)):
        try:
            page = pdf[index]
        except Exception:  # a page object that cannot be loaded; pypdfium2 raises PdfiumError
            yield index + 1, Page(index + 1, 595.0, 842.0, ()), Layer.TYPED
            continue
        try:
            text = page_from_text(page, index + 1)
            layer = judge(page, text)
        finally:
            page.close()
        yield index + 1, text, layer


def _for_ocr(layers: dict[int, Layer], choice: str) -> list[int]:
    """The pages that OCR is to read. One bad page of an earlier OCR makes its other pages suspect too."""
    if choice == "never":
        return []
    if choice == "always":
        return list(layers)
    unfit = {Layer.MISSING, Layer.GARBAGE}
    if Layer.GARBAGE in layers.values():
        unfit.add(Layer.HIDDEN)
    return [number for number, layer in layers.items() if layer in unfit]


def _ranges(numbers: list[int]) -> str:
    """Page numbers as people write them: "1–3, 7"."""
    runs: list[list[int]] = []
    for number in numbers:
        if runs and number == runs[-1][-1] + 1:
            runs[-1].append(number)
        else:
            runs.append([number])
    return ", ".join(f"{run[0]}–{run[-1]}" if len(run) > 1 else str(run[0]) for run in runs)


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
