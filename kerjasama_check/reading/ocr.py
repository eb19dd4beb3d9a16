"""Scanned pages to lines of words, by Tesseract; remembered by the content of the file."""

from __future__ import annotations

import os
from collections.abc import Sequence
from concurrent.futures import ThreadPoolExecutor
from multiprocessing import parent_process
from typing import Any

from kerjasama_check.reading.cache import Cache
from kerjasama_check.reading.document import ReadingError, ReadOptions, State
from kerjasama_check.reading.lines import Page
from kerjasama_check.reading.ocr_engine import OcrEngine, Setup, available, choose, fingerprint, tsv
from kerjasama_check.reading.ocr_image import Scan
from kerjasama_check.reading.ocr_text import page_from_record, page_record, words_of

__all__ = ["OcrEngine", "available", "ocr_pages"]

_SETTINGS = "1"  # raise it when anything below changes what is read
_SEGMENTATION = 4
_PAGES_FOR_THREADS = 3


def ocr_pages(pdf: bytes, page_numbers: Sequence[int], options: ReadOptions, content_hash: str) -> list[Page]:
    """Read pages of a PDF by OCR.

    pdf: the bytes of an unencrypted PDF. page_numbers: from 1, in the order wanted. content_hash: SHA-256 of the file,
    the name under which pages are remembered. Answers one Page for each number, boxes in points on the upright page,
    origin top left; a page on which OCR fails, or with nothing on it, has no lines.
    Raises ReadingError (scanned, "no-ocr") where no engine or no model is usable.
    """
    setup = choose(options.ocr_language)
    if setup is None:
        raise ReadingError(State.SCANNED, "no-ocr", language=options.ocr_language or "ind")
    cache = Cache(options.cache_folder) if options.cache else None
    keys = {number: Cache.key_of(content_hash, number, fingerprint(setup), _SETTINGS) for number in page_numbers}
    records: dict[int, Any] = {}
    for number, key in keys.items():
        record = cache.get(key) if cache is not None else None
        if record is not None:
            records[number] = record
    missing = [number for number in keys if number not in records]
    if missing:
        for number, record in zip(missing, _read(pdf, missing, setup, options.jobs), strict=True):
            records[number] = record if record is not None else page_record(0, 0, 0, ())
            if cache is not None and record is not None:
                cache.put(keys[number], record)
    return [page_from_record(number, records[number]) for number in page_numbers]


def _workers(jobs: int, pages: int) -> int:
    """Threads for so many pages: as asked; two for a longer scan where this process is nobody's worker."""
    if jobs > 1:
        return min(jobs, pages)
    if pages >= _PAGES_FOR_THREADS and parent_process() is None and (os.cpu_count() or 1) >= 2:
        return 2
    return 1


def _read(pdf: bytes, numbers: Sequence[int], setup: Setup, jobs: int) -> list[Any]:
    with Scan(pdf) as scan:
        workers = _workers(jobs, len(numbers))
        if workers == 1:
            return [_read_page(scan, number, setup) for number in numbers]
        with ThreadPoolExecutor(workers, thread_name_prefix="ocr") as pool:
            return list(pool.map(lambda number: _read_page(scan, number, setup), numbers))


def _read_page(scan: Scan, number: int, setup: Setup) -> Any | None:
    """The record of one page; None where it cannot be rendered or recognised."""
    try:
        width, height = scan.size(number)
        bitmap = scan.render(number)
        return page_record(width, height, 0, words_of(tsv(setup, bitmap, _SEGMENTATION), bitmap.dpi))
    except Exception:
        return None
