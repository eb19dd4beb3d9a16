"""The package of a DOCX: a zip of XML parts that refer to each other.

It is opened here and not by python-docx, which unpacks and parses every part before anything can be asked of it, and
refuses what real archives hold: XML that is not well-formed, relations to missing parts, Strict OOXML. Here sizes are
checked in the directory of the zip first, a part is parsed when it is asked for, and a broken one in recovery mode.
"""

from __future__ import annotations

import io
import posixpath
import zipfile
import zlib
from collections.abc import Callable
from typing import Any, NamedTuple

from lxml import etree

from kerjasama_check.reading.document import Notice, ReadingError, State

MAX_XML = 128 * 1024 * 1024  # unpacked bytes of all XML parts together; a page of text has about 30 kB
MAX_RATIO = 250  # unpacked : packed, asked only of parts above the size below
RATIO_FROM = 64 * 1024 * 1024

_DOCUMENT = "word/document.xml"
_STRICT = b"http://purl.oclc.org/ooxml/"
_STRICT_PAIRS = (
    (
        b"http://purl.oclc.org/ooxml/wordprocessingml/main",
        b"http://schemas.openxmlformats.org/wordprocessingml/2006/main",
    ),
    (b"http://purl.oclc.org/ooxml/drawingml/main", b"http://schemas.openxmlformats.org/drawingml/2006/main"),
    (
        b"http://purl.oclc.org/ooxml/officeDocument/relationships",
        b"http://schemas.openxmlformats.org/officeDocument/2006/relationships",
    ),
)

Element = Any  # an lxml element
Shorten = Callable[[bytes], bytes]


class Relation(NamedTuple):
    kind: str  # the last word of the relationship's type: "header", "footnotes", "hyperlink"
    target: str  # name of the part, or an outside address


class Package:
    """The parts by name ("word/document.xml"), each parsed when first asked for."""

    def __init__(self, archive: zipfile.ZipFile, names: dict[str, str], data: bytes) -> None:
        self.archive = archive
        self.data = data  # of the zip
        self.names = names  # name in lower case -> name in the zip
        self.main = _DOCUMENT
        self.parsed: dict[str, Element | None] = {}
        self.relations: dict[str, dict[str, Relation]] = {}
        self.notices: list[Notice] = []

    def part(self, name: str, shorten: Shorten | None = None) -> Element | None:
        """Root element of an XML part, None if it is missing or beyond repair; `shorten` leaves out what nobody reads.

        A part that is broken after it was shortened is read whole.
        """
        if name not in self.parsed:
            self.parsed[name] = self._parse(name, shorten)
        return self.parsed[name]

    def pictures(self) -> int:
        """The number of images in the package."""
        return sum(1 for name in self.names if name.startswith("word/media/"))

    def related(self, kind: str, of: str | None = None, shorten: Shorten | None = None) -> Element | None:
        """Root of the part that `of` (the main part) refers to by a relation of this kind."""
        name = self.related_name(kind, of)
        return self.part(name, shorten) if name else None

    def related_name(self, kind: str, of: str | None = None) -> str | None:
        for relation in self.relations_of(self.main if of is None else of).values():
            if relation.kind == kind:
                return relation.target
        return None

    def relations_of(self, name: str) -> dict[str, Relation]:
        if name not in self.relations:
            self.relations[name] = self._relations(name)
        return self.relations[name]

    def read(self, name: str) -> bytes | None:
        inside = self.names.get(name.lower())
        if inside is None:
            return None
        try:
            whole = unpacked(self.data, self.archive.getinfo(inside))
            return self.archive.read(inside) if whole is None else whole
        except RuntimeError:  # zipfile's word for a password
            raise ReadingError(State.ENCRYPTED, "encrypted-zip") from None
        except (zipfile.BadZipFile, zlib.error, EOFError, OSError, NotImplementedError):
            return self._salvage(inside)

    def _salvage(self, inside: str) -> bytes | None:
        """What can still be unpacked of a damaged part."""
        out = bytearray()
        try:
            with self.archive.open(inside) as stream:
                while chunk := stream.read(4096):
                    out += chunk
        except (zipfile.BadZipFile, zlib.error, EOFError, OSError, NotImplementedError):
            pass
        return bytes(out) or None

    def _parse(self, name: str, shorten: Shorten | None) -> Element | None:
        data = self.read(name)
        if data is None:
            return None
        root = parse_sound(shorten(data)) if shorten is not None else None
        if root is not None:
            return root
        root, sound = parse_xml(data)
        if not sound:
            self.notices.append(Notice("recovered-xml", (("part", name),)))
        return root

    def _relations(self, name: str) -> dict[str, Relation]:
        folder, base = posixpath.split(name)
        root = self.part(posixpath.join(folder, "_rels", f"{base}.rels"))
        if root is None:
            return {}
        out = {}
        for element in root.iter("{*}Relationship"):
            target = element.get("Target", "")
            if element.get("TargetMode") != "External":
                target = target[1:] if target.startswith("/") else posixpath.normpath(posixpath.join(folder, target))
            out[element.get("Id", "")] = Relation(element.get("Type", "").rsplit("/", 1)[-1], target)
        return out


def unpacked(data: bytes, info: zipfile.ZipInfo) -> bytes | None:
    """A usual part of the zip in one step, None where zipfile has to look at it.

    zipfile unpacks in blocks that it joins, which takes longer than the unpacking. Nothing longer than the directory of
    the zip says is ever unpacked.
    """
    at, name = info.header_offset, info.orig_filename
    head = data[at : at + 30]
    if info.compress_type != zipfile.ZIP_DEFLATED or info.flag_bits & 0x61 or len(head) < 30 or head[:4] != b"PK\3\4":
        return None
    start = at + 30 + head[26] + (head[27] << 8)
    if not name.isascii() or data[at + 30 : start] != name.encode("ascii"):
        return None
    start += head[28] + (head[29] << 8)
    inflate = zlib.decompressobj(-zlib.MAX_WBITS)
    try:
        whole = inflate.decompress(data[start : start + info.compress_size], info.file_size + 1)
    except zlib.error:
        return None
    sound = inflate.eof and len(whole) == info.file_size and zlib.crc32(whole) == info.CRC
    return whole if sound else None


def parse_xml(data: bytes) -> tuple[Element | None, bool]:
    """Root element, and whether the XML was well-formed. No entities are resolved, nothing is fetched."""
    root = parse_sound(data)
    if root is not None:
        return root, True
    from kerjasama_check.reading.docx_repair import mend  # only broken files pay for it

    try:
        return etree.fromstring(mend(_usual(data)), _parser(recover=True)), False
    except (etree.XMLSyntaxError, ValueError):
        return None, False


def parse_sound(data: bytes) -> Element | None:
    """Root element of well-formed XML, None for any other."""
    try:
        return etree.fromstring(_usual(data), _parser(recover=False))
    except (etree.XMLSyntaxError, ValueError):
        return None


def _usual(data: bytes) -> bytes:
    """The XML with the namespaces of Transitional OOXML instead of those of Strict."""
    if _STRICT in data:
        for strict, usual in _STRICT_PAIRS:
            data = data.replace(strict, usual)
    return data


def _parser(recover: bool) -> etree.XMLParser:
    return etree.XMLParser(
        recover=recover,
        huge_tree=True,
        resolve_entities=False,
        no_network=True,
        load_dtd=False,
        remove_comments=True,
        remove_pis=True,
        collect_ids=False,
    )


def open_package(data: bytes) -> Package:
    """Open the bytes of a DOCX. Raises ReadingError: damaged zip, password, too large, no document part."""
    try:
        archive = zipfile.ZipFile(io.BytesIO(data))
        _check_sizes(archive)
        names = {info.filename.replace("\\", "/").lstrip("/").lower(): info.filename for info in archive.infolist()}
    except (zipfile.BadZipFile, OSError, EOFError, ValueError, NotImplementedError):
        raise ReadingError(State.UNREADABLE, "damaged-zip") from None
    if any(info.flag_bits & 1 for info in archive.infolist()):
        raise ReadingError(State.ENCRYPTED, "encrypted-zip")
    package = Package(archive, names, data)
    package.main = package.related_name("officeDocument", "") or _DOCUMENT
    if package.part(package.main) is None:
        if _DOCUMENT not in names or package.main == _DOCUMENT or package.part(_DOCUMENT) is None:
            reason = "damaged-document-part" if _DOCUMENT in names else "no-document-part"
            raise ReadingError(State.UNREADABLE, reason)
        package.main = _DOCUMENT
    return package


def _check_sizes(archive: zipfile.ZipFile) -> None:
    total = 0
    for info in archive.infolist():
        if not info.filename.lower().endswith((".xml", ".rels")):
            continue
        total += info.file_size
        if info.file_size > RATIO_FROM and info.file_size > MAX_RATIO * max(info.compress_size, 1):
            raise ReadingError(State.TOO_LARGE, "zip-bomb")
    if total > MAX_XML:
        mib = 1024 * 1024
        raise ReadingError(State.TOO_LARGE, "too-large-inside", size=-(-total // mib), limit=MAX_XML // mib)
