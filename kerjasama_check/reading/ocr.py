"""Scanned pages to lines of words, by Tesseract; remembered by the content of the file."""

from __future__ import annotations

import os
from collections.abc import Callable, Sequence
from concurrent.futures import ThreadPoolExecutor
from multiprocessing import parent_process

from kerjasama_check.reading.cache import Cache
from kerjasama_check.reading.document import ReadingError, ReadOptions, State
from kerjasama_check.reading.lines import Page
from kerjasama_check.reading.ocr_engine import OcrEngine, Setup, available, choose, fingerprint, loads
from kerjasama_check.reading.ocr_image import Scan
from kerjasama_check.reading.ocr_page import read_page
from kerjasama_check.reading.ocr_record import page_of, with_healing

__all__ = ["OcrEngine", "available", "ocr_pages"]

_SETTINGS = "8"  # raised whenever a page is read in another way than before
_PAGES_FOR_THREADS = 3


def ocr_pages(pdf: bytes, page_numbers: Sequence[int], options: ReadOptions, content_hash: str) -> list[Page]:
    """Read pages of a PDF by OCR.

    pdf: the bytes of an unencrypted PDF. page_numbers: from 1, in the order wanted. content_hash: SHA-256 of the file,
    the name under which pages are remembered. Answers one Page for each number, boxes in points on the upright page,
    origin top left; a page with nothing on it has no lines, one on which OCR fails is marked `failed`.
    Raises ReadingError (scanned, "no-ocr") where no engine or no model is usable.
    """
    setup = choose(options.ocr_language)
    if setup is None:
        raise ReadingError(State.SCANNED, "no-ocr", language=options.ocr_language or "ind")
    cache = Cache(options.cache_folder) if options.cache else None
    pages: dict[int, Page] = {}
    for number in page_numbers:
        page = _remembered(cache, _key(content_hash, number, setup), number)
        if page is not None:
            pages[number] = page
    missing = [number for number in dict.fromkeys(page_numbers) if number not in pages]
    if missing:
        pages.update(_read(pdf, missing, options, content_hash, cache))
    return [pages[number] for number in page_numbers]


def _key(content_hash: str, number: int, setup: Setup) -> str:
    return Cache.key_of(content_hash, number, fingerprint(setup), _SETTINGS)


def _remembered(cache: Cache | None, key: str, number: int) -> Page | None:
    record = cache.get(key) if cache is not None else None
    if cache is None or record is None:
        return None
    try:
        fresh = with_healing(record)
        page = page_of(number, fresh)
    except (KeyError, TypeError, ValueError, AttributeError):  # sound, but not of the form that is written today
        return None
    if fresh is not record:
        cache.put(key, fresh)
    return page


def _read(
    pdf: bytes, numbers: Sequence[int], options: ReadOptions, content_hash: str, cache: Cache | None
) -> dict[int, Page]:
    setup = loads(options.ocr_language)
    if setup is None:
        raise ReadingError(State.SCANNED, "no-ocr", language=options.ocr_language or "ind")
    with Scan(pdf) as scan:

        def read(number: int) -> Page:
            return _attempt(scan, number, setup, cache, _key(content_hash, number, setup))

        return {page.number: page for page in _in_threads(read, numbers, _workers(options.jobs, len(numbers)))}


def _in_threads(read: Callable[[int], Page], numbers: Sequence[int], workers: int) -> list[Page]:
    """Threads do, for recognition and rendering leave the interpreter free."""
    if workers == 1:
        return [read(number) for number in numbers]
    with ThreadPoolExecutor(workers, thread_name_prefix="ocr") as pool:
        return list(pool.map(read, numbers))


def _workers(jobs: int, pages: int) -> int:
    """Threads for so many pages: as asked; two for a longer scan where this process is nobody's worker."""
    if jobs > 1:
        return min(jobs, pages)
    if pages >= _PAGES_FOR_THREADS and parent_process() is None and (os.cpu_count() or 1) >= 2:
        return 2
    return 1


def _attempt(scan: Scan, number: int, setup: Setup, cache: Cache | None, key: str) -> Page:
    """The page, remembered at once, for a run may be stopped; marked failed where rendering or recognition fails."""
    try:
        record = with_healing(read_page(scan, number, setup))
        page = page_of(number, record)
    except Exception:  # pdfium, Pillow and Tesseract each have their own; the other pages are still worth reading
        return Page(number, 0.0, 0.0, (), ocr=True, failed=True)
    if cache is not None:
        cache.put(key, record)
    return page
