"""The door of the reading room: `read` looks at what a file is, not at its name, and hands it to its reader."""

from __future__ import annotations

import sys
from dataclasses import replace
from pathlib import Path

from kerjasama_check.reading.document import Document, Notice, ReadingError, ReadOptions, State

_OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_TEXT_NAMES = {".txt": "txt", ".text": "txt", ".md": "md", ".markdown": "md", ".html": "html", ".htm": "html"}
_FAMILY_OF_PAGES = {"txt", "md", "html", "mht", "mhtml"}
_WORD_FILES = {"docx", "doc", "odt", "rtf", "html", "mht"}  # what Word itself saves, whatever it calls it
_KNOWN = {"docx", "doc", "odt", "rtf", "pdf", "txt", "md", "html"}
_IMAGES = (b"\xff\xd8\xff", b"\x89PNG", b"II*\0", b"MM\0*", b"GIF8", b"BM")
_FAMILY = {".docx": "docx", ".docm": "docx", ".dotx": "docx", ".dotm": "docx", ".dot": "doc", **_TEXT_NAMES}


def read(path: Path | str, options: ReadOptions | None = None) -> Document:
    """Read a file into a Document; `-` stands for standard input.

    Raises ReadingError with the state and the reason for everything that cannot be read.
    """
    options = options or ReadOptions()
    path = Path(path)
    if str(path) == "-":
        data = sys.stdin.buffer.read(options.max_bytes + 1)
        return read_bytes("-", data, options)
    try:
        size = path.stat().st_size
        if size > options.max_bytes:
            raise _too_large(size, options)
        with path.open("rb") as stream:
            data = stream.read((size or options.max_bytes) + 1)  # a pipe has no size
    except FileNotFoundError:
        raise ReadingError(State.UNREADABLE, "not-found", name=path.name) from None
    except IsADirectoryError:
        raise ReadingError(State.UNSUPPORTED, "is-folder", name=path.name) from None
    except PermissionError:
        reason = "is-folder" if path.is_dir() else "no-permission"
        raise ReadingError(State.UNREADABLE, reason, name=path.name) from None
    except OSError as error:
        raise ReadingError(State.UNREADABLE, "cannot-open", name=path.name, detail=error.strerror or "") from None
    return _dispatch(path, data, options)


def read_bytes(name: str | Path, data: bytes, options: ReadOptions | None = None) -> Document:
    """Read bytes that are already there; `name` gives the ending (`-`: none) and the path of the Document."""
    return _dispatch(Path(name), data, options or ReadOptions())


def _dispatch(path: Path, data: bytes, options: ReadOptions) -> Document:
    if len(data) > options.max_bytes:
        raise _too_large(len(data), options)
    if not data.strip(b" \t\r\n\0\xef\xbb\xbf\xff\xfe"):
        raise ReadingError(State.UNREADABLE, "empty-file", name=path.name)
    found = sniff(data, path.suffix.lower())
    expected = _FAMILY.get(path.suffix.lower(), path.suffix.lower().lstrip("."))
    misnamed = bool(expected) and str(path) != "-" and expected != found and not {expected, found} <= _FAMILY_OF_PAGES
    if misnamed and expected in _KNOWN and not {expected, found} <= _WORD_FILES:
        raise ReadingError(State.UNREADABLE, "misnamed", extension=path.suffix, format=found.upper(), right=f".{found}")
    document = _read_as(found, path, data, options)
    if misnamed:
        notice = Notice("wrong-extension", (("extension", path.suffix), ("format", found.upper())))
        document = replace(document, notices=(notice, *document.notices))
    return document


def _read_as(found: str, path: Path, data: bytes, options: ReadOptions) -> Document:
    if found == "docx":
        from kerjasama_check.reading.docx import read_docx

        return read_docx(path, data, options)
    if found == "pdf":
        from kerjasama_check.reading.pdf import read_pdf

        return read_pdf(path, data, options)
    if found in ("doc", "odt", "rtf"):
        from kerjasama_check.reading.office import read_office

        return read_office(path, data, options, found)
    if found in ("html", "mht"):
        from kerjasama_check.reading.html import page_of_archive, read_html

        return read_html(path, page_of_archive(data) if found == "mht" else data, options)
    from kerjasama_check.reading.plain import read_plain

    return read_plain(path, data, options, found)


def sniff(data: bytes, suffix: str = "") -> str:
    """The format of the bytes: docx, pdf, doc, odt, rtf, html, mht, md or txt. Raises ReadingError for all others."""
    head = data[:1024]
    if head.startswith(b"PK"):
        return _sniff_zip(data, suffix)
    if b"%PDF-" in head:
        return "pdf"
    if head.startswith(_OLE):
        return _sniff_ole(data)
    if head.lstrip(b"\xef\xbb\xbf \t\r\n").startswith(b"{\\rt"):
        return "rtf"
    if head.startswith(_IMAGES):
        raise ReadingError(State.UNSUPPORTED, "image-file")
    if suffix in (".docx", ".docm", ".dotx", ".pdf", ".doc", ".odt", ".rtf") and not _looks_like_text(data):
        raise ReadingError(State.UNREADABLE, "not-what-it-says", extension=suffix)
    if _looks_like_html(head):
        return "html"
    if head.lstrip(b"\r\n")[:13].lower() == b"mime-version:" and b"multipart/" in head.lower():
        return "mht"
    if not _looks_like_text(data):
        raise ReadingError(State.UNSUPPORTED, "unknown-format", extension=suffix or "-")
    return _TEXT_NAMES.get(suffix, "txt")


def _sniff_zip(data: bytes, suffix: str) -> str:
    import io
    import zipfile

    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            names = set(archive.namelist())
            if "mimetype" in names and archive.read("mimetype")[:80].startswith(
                b"application/vnd.oasis.opendocument.text"
            ):
                return "odt"
    except (zipfile.BadZipFile, OSError, EOFError, ValueError, RuntimeError, NotImplementedError):
        raise ReadingError(State.UNREADABLE, "damaged-zip") from None
    if any(name.startswith(("word/", "word\\")) for name in names) or "[Content_Types].xml" in names:
        if any(name.startswith(("xl/", "ppt/")) for name in names):
            raise ReadingError(State.UNSUPPORTED, "unknown-format", extension=suffix or "-")
        return "docx"
    if suffix in (".docx", ".docm", ".dotx"):
        raise ReadingError(State.UNREADABLE, "no-document-part")
    raise ReadingError(State.UNSUPPORTED, "unknown-format", extension=suffix or "-")


def _sniff_ole(data: bytes) -> str:
    def holds(name: str) -> bool:
        return name.encode("utf-16-le") in data

    if holds("EncryptedPackage"):
        raise ReadingError(State.ENCRYPTED, "encrypted-docx")
    if holds("WordDocument"):
        return "doc"
    raise ReadingError(State.UNSUPPORTED, "unknown-format", extension="ole")


def _looks_like_html(head: bytes) -> bool:
    start = head.lstrip(b"\xef\xbb\xbf \t\r\n").lower()
    if start.startswith((b"<!doctype html", b"<html", b"<head", b"<body", b"<!--")):
        return True
    return start.startswith(b"<") and any(
        tag in start for tag in (b"<html", b"<div", b"<p>", b"<p ", b"<table", b"<h1")
    )


def _looks_like_text(data: bytes) -> bool:
    sample = data[:65536]
    if sample.startswith((b"\xff\xfe", b"\xfe\xff")):
        return True
    control = sum(sample.count(bytes((code,))) for code in range(32) if code not in (9, 10, 12, 13, 27))
    return control * 200 <= len(sample)


def _too_large(size: int, options: ReadOptions) -> ReadingError:
    mib = 1024 * 1024
    return ReadingError(State.TOO_LARGE, "too-large", size=-(-size // mib), limit=options.max_bytes // mib)
