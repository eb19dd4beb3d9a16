"""How a text stands on the page: faces, paper, margins, page numbers, letterhead, signatures, numbering.

Only what the reader knows for sure is judged: never a scan, and no format without pages or styles (HTML, plain text).
Tolerances: 3 mm for paper, 2 mm for margins, half a point for sizes. What a document does not tell (the emblem, the
spacing between lines, the words left over at the foot of a page) is not judged.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cache

from kerjasama_check.agreement.model import Agreement
from kerjasama_check.checking.facts import holds
from kerjasama_check.checking.findings import Hit, Spot
from kerjasama_check.checking.patterns import Regex
from kerjasama_check.checking.registry import NoOptions, function
from kerjasama_check.checking.text import is_annex, spot_block
from kerjasama_check.indonesian.lazy import lazy
from kerjasama_check.reading.document import Alignment, Block, Part, Section

_WORD_FORMATS = ("docx", "doc", "odt", "rtf")
_PAPER_TOLERANCE = 3.0
_MARGIN_TOLERANCE = 2.0
_SIZE_TOLERANCE = 0.5
_MOST_SIZES = 3  # a PDF with more of them carries the text layer of a scan


def _typed(agreement: Agreement) -> bool:
    reading = agreement.document.reading
    return not reading.ocr and reading.format in (*_WORD_FORMATS, "pdf")


# ------------------------------------------------------------------ faces and sizes


@dataclass(frozen=True, slots=True)
class Face:
    """A face with its sizes in points, expected where one of the facts holds ("a|b"); without facts everywhere."""

    name: str
    sizes: tuple[int, ...]
    when: str | None = None


@dataclass(frozen=True, slots=True)
class Faces:
    """expected: faces of the house styles. where: facts of which one must hold for another face to be reported.

    share: the part of the letters in another face or size, in hundredths, from which on the text counts as mixed.
    """

    expected: tuple[Face, ...]
    where: str
    share: int = 4


@function("typeface", Faces, values=("found", "main"), variants=("size", "unusual"))
def typeface(agreement: Agreement, options: Faces) -> Iterator[Hit]:
    """The body mixes faces or sizes, or has a face that its house style does not know."""
    if not _typed(agreement):
        return
    blocks = _running_text(agreement)
    looks = _letters(blocks)
    faces = _summed((_face(font), count) for (font, _), count in looks.items() if font)
    sizes = _summed((f"{size:g}", count) for (_, size), count in looks.items() if size)
    total = sum(count for count, _ in faces.values())
    if not faces or (agreement.document.reading.format == "pdf" and len(sizes) > _MOST_SIZES):
        return
    main = max(faces, key=lambda face: faces[face][0])
    odd = [face for face, (count, _) in faces.items() if face != main and count * 100 >= options.share * total]
    for face in odd[:1]:
        yield Hit(spot_block(agreement, faces[face][1]), {"found": face, "main": main})
    if not odd:
        yield from _sizes(agreement, sizes, options)
    if holds_any(agreement, options.where) and not odd:
        known = [face for face in options.expected if face.when is None or holds_any(agreement, face.when)]
        if not any(_same_face(main, face.name) for face in known):
            names = ", ".join(face.name for face in known)
            yield Hit(spot_block(agreement, faces[main][1]), {"found": main, "main": names}, variant="unusual")


def _sizes(agreement: Agreement, sizes: dict[str, tuple[int, int]], options: Faces) -> Iterator[Hit]:
    if not sizes:
        return
    total = sum(count for count, _ in sizes.values())
    main = max(sizes, key=lambda size: sizes[size][0])
    for size, (count, block) in sizes.items():
        far = abs(float(size) - float(main)) > _SIZE_TOLERANCE
        if far and count * 100 >= options.share * total:
            values: dict[str, str | int] = {"found": size.replace(".", ","), "main": main.replace(".", ",")}
            yield Hit(spot_block(agreement, block), values, variant="size")
            return


def holds_any(agreement: Agreement, names: str) -> bool:
    """Whether one of some facts ("a|b") holds."""
    return any(holds(agreement, name) for name in names.split("|"))


def _running_text(agreement: Agreement) -> list[Block]:
    """The blocks of opening, komparisi, recitals, articles and closing: no title, headings, tables or annexes."""
    chosen: dict[int, None] = {}
    for provision in agreement.provisions:
        article = provision.article is not None and not provision.heading and not is_annex(provision.name)
        if article or provision.name in ("pembukaan", "para pihak", "premis", "dasar hukum", "penutup"):
            chosen.update(dict.fromkeys(provision.blocks))
    blocks = (agreement.document.blocks[index] for index in chosen)
    return [
        block
        for block in blocks
        if block.part is Part.BODY and block.cell is None and block.style.alignment is not Alignment.CENTRE
    ]


_Count = tuple[int, int]  # letters, and the first block in that look


def _letters(blocks: list[Block]) -> dict[tuple[str | None, float | None], _Count]:
    """How many letters each pair of face and size has, and the first block in it."""
    found: dict[tuple[str | None, float | None], _Count] = {}
    for block in blocks:
        look = block.style.font, block.style.size
        known = found.get(look)
        if known is None:
            found[look] = len(block.text), block.place.paragraph
        else:
            found[look] = known[0] + len(block.text), known[1]
    return found


def _summed(counts: Iterable[tuple[str, _Count]]) -> dict[str, _Count]:
    """Likewise per face or size, in the order of their first blocks."""
    found: dict[str, _Count] = {}
    for name, (count, first) in counts:
        known = found.get(name)
        found[name] = (count, first) if known is None else (known[0] + count, min(known[1], first))
    return found


@cache
def _face(font: str | None) -> str:
    """The name of a face without subset, weight and slant: "ABCDEF+Arial-BoldMT" is Arial."""
    name = re.sub(r"^[A-Z]{6}\+", "", font or "")
    name = re.sub(r"[,-](?:Bold|Italic|Oblique|Regular|Roman|Light|Semi|Demi|It)\w*$|PS(?:MT)?$|MT$", "", name)
    name = re.sub(r"(?:PS)?MT$|PS$", "", re.sub(r"[,-](?:Bold|Italic|BoldItalic)$", "", name))
    return re.sub(r"(?<=[a-z])(?=[A-Z])", " ", name).strip()


_METRIC_TWINS = {
    "liberation sans": "arial",
    "arimo": "arial",
    "helvetica": "arial",
    "bookman uralic": "bookman old style",
    "bookman": "bookman old style",
    "itcbookman": "bookman old style",
}


def _same_face(found: str, wanted: str) -> bool:
    found, wanted = found.casefold(), wanted.casefold()
    return found.startswith(wanted) or _METRIC_TWINS.get(found, found) == wanted


# ------------------------------------------------------------------ paper and margins


@dataclass(frozen=True, slots=True)
class Sheet:
    """A size of paper: name, width and the range of heights in millimetres."""

    name: str
    width: int
    heights: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class Paper:
    """sheets: paper that some house style allows."""

    sheets: tuple[Sheet, ...]


@function("paper", Paper, values=("found",), variants=("mixed",))
def paper(agreement: Agreement, options: Paper) -> Iterator[Hit]:
    """The paper is none that a house style knows, or sections stand on different paper."""
    if not _typed(agreement) or not agreement.document.sections:
        return
    sections = [_upright(section) for section in agreement.document.sections]
    for width, height in sections[:1]:
        if not any(_on_sheet(width, height, sheet) for sheet in options.sheets):
            yield Hit(values={"found": f"{width:.0f} × {height:.0f} mm"})
            return
    first = sections[0]
    for width, height in sections[1:]:
        if abs(width - first[0]) > _PAPER_TOLERANCE or abs(height - first[1]) > _PAPER_TOLERANCE:
            yield Hit(values={"found": f"{width:.0f} × {height:.0f} mm"}, variant="mixed")
            return


def _upright(section: Section) -> tuple[float, float]:
    return min(section.width, section.height), max(section.width, section.height)


def _on_sheet(width: float, height: float, sheet: Sheet) -> bool:
    low, high = min(sheet.heights) - _PAPER_TOLERANCE, max(sheet.heights) + _PAPER_TOLERANCE
    return abs(width - sheet.width) <= _PAPER_TOLERANCE and low <= height <= high


@dataclass(frozen=True, slots=True)
class Margins:
    """The least margins in millimetres."""

    top: int
    bottom: int
    left: int
    right: int


@function("margins", Margins, values=("found",))
def margins(agreement: Agreement, options: Margins) -> Iterator[Hit]:
    """A margin of the first section is narrower than the house style asks; only word processor files tell."""
    document = agreement.document
    if document.reading.ocr or document.reading.format not in _WORD_FORMATS or not document.sections:
        return
    section = document.sections[0]
    narrow = []
    for name, word in (("top", "atas"), ("bottom", "bawah"), ("left", "kiri"), ("right", "kanan")):
        found: float | None = getattr(section, name)
        if found is not None and found < getattr(options, name) - _MARGIN_TOLERANCE:
            narrow.append(f"{word} {found / 10:.1f} cm".replace(".", ",", 1))
    if narrow:
        yield Hit(values={"found": ", ".join(narrow)})


# ------------------------------------------------------------------ page numbers, letterhead, initials


@dataclass(frozen=True, slots=True)
class PageNumbers:
    """pages, words: how long a text must be to need page numbers, where pages are known and where they are not."""

    pages: int = 4
    words: int = 1400


_ONLY_NUMBER = lazy(r"\W*(?:(?:halaman|hal|page)\W{0,3})?(\d{1,3})(?:\s*(?:dari|of|/)\s*\d{1,3})?\W*", re.IGNORECASE)


@function("page_numbers", PageNumbers, values=("page", "found"), variants=("jump",))
def page_numbers(agreement: Agreement, options: PageNumbers) -> Iterator[Hit]:
    """A long text without page numbers, or numbers that skip or repeat."""
    document = agreement.document
    if not _typed(agreement):
        return
    numbered = [(block, match) for block in document.furniture if (match := _ONLY_NUMBER.match(block.text.strip()))]
    pages = document.reading.pages
    if not numbered and not any(re.search(r"\d", block.text) for block in document.furniture):
        if (pages or 0) >= options.pages or (pages is None and document.reading.words >= options.words):
            yield Hit(values={"page": pages or 0, "found": ""}, confidence="medium")
        return
    if document.reading.format != "pdf":
        return
    by_page = {block.place.page: int(match[1]) for block, match in numbered if block.place.page}
    for page, number in by_page.items():
        following = by_page.get(page + 1) if page else None
        if following is not None and following != number + 1 and page is not None:
            values: dict[str, str | int] = {"page": page + 1, "found": f"{number}, {following}"}
            yield Hit(values=values, variant="jump", confidence="medium")
            return


_LETTERHEAD = (
    "telepon",
    "telp",
    "faks",
    "laman",
    "website",
    "www.",
    "email",
    "e-mail",
    "surel",
    "kode pos",
    "jalan ",
    "jl.",
)


@function("letterhead")
def letterhead(agreement: Agreement, _: NoOptions) -> Iterator[Hit]:
    """Above the title stands a letterhead with address and telephone."""
    if not _typed(agreement) or agreement.title is None or not agreement.title.blocks:
        return
    document = agreement.document
    above = document.blocks[: min(agreement.title.blocks)]
    text = " ".join(block.text for block in (*document.furniture, *above) if block.part is not Part.FOOTER).lower()
    if sum(word in text for word in _LETTERHEAD) >= 3:
        first = next((block for block in above if any(word in block.text.lower() for word in _LETTERHEAD)), None)
        yield Hit(Spot() if first is None else Spot("judul", first.place.paragraph, first.text))


@function("no_initials", absence=True)
def no_initials(agreement: Agreement, _: NoOptions) -> Iterator[Hit]:
    """Nowhere is there room for the initials of the parties on the pages."""
    furniture = " ".join(block.text for block in agreement.document.furniture).lower()
    if not _typed(agreement) or "paraf" in furniture:
        return
    if not any("paraf" in block.text.lower() for block in agreement.document.blocks):
        yield Hit()


# ------------------------------------------------------------------ numbers of the document


@dataclass(frozen=True, slots=True)
class NumberPattern:
    """wrong: a pattern that no number line of the own house may match."""

    wrong: Regex


@function("number_pattern", NumberPattern, values=("found",))
def number_pattern(agreement: Agreement, options: NumberPattern) -> Iterator[Hit]:
    """A number with a classification code of another time."""
    for number in agreement.numbers:
        match = re.search(options.wrong, number.value or "")
        if match:
            quote = agreement.document.blocks[number.block].text
            yield Hit(Spot("nomor", number.block, quote), {"found": match.group()})


# ------------------------------------------------------------------ signatures


@function("signatures_torn", variants=("apart",))
def signatures_torn(agreement: Agreement, _: NoOptions) -> Iterator[Hit]:
    """The signatures stand alone on a page, or on two pages; only a text with fixed pages tells."""
    document = agreement.document
    signing = [p for p in agreement.provisions if p.name == "tanda tangan"]
    blocks = [document.blocks[index] for provision in signing for index in provision.blocks]
    pages = {block.place.page for block in blocks if block.text.strip()}
    if document.reading.ocr or document.reading.format != "pdf" or not blocks or None in pages:
        return
    spot = Spot("tanda tangan", blocks[0].place.paragraph, blocks[0].text)
    if len(pages) > 1 and len(agreement.signatures) == 2:
        yield Hit(spot, variant="apart")
        return
    own = {block.place.paragraph for block in blocks}
    others = [b for b in document.blocks if b.place.page in pages and b.place.paragraph not in own and b.text.strip()]
    if not any(len(block.text) > 20 for block in others) and max(p or 0 for p in pages) > 1:
        yield Hit(spot)


# ------------------------------------------------------------------ numbering

_NUMBER = lazy(r"(?P<pasal>pasal\s\d{1,3}\b)|(?P<ayat>\(\d{1,2}\))|(?P<huruf>[a-z][.)])(?=\s)", re.IGNORECASE)
_FEW = 2


@function("mixed_numbering", values=("what", "typed", "computed"))
def mixed_numbering(agreement: Agreement, _: NoOptions) -> Iterator[Hit]:
    """Some numbers of a kind are typed by hand and others made by the word processor."""
    document = agreement.document
    if document.reading.ocr or document.reading.format not in _WORD_FORMATS:
        return
    typed: Counter[str] = Counter()
    computed: Counter[str] = Counter()
    places: dict[str, int] = {}
    for index in _numbered_blocks(agreement):
        block = document.blocks[index]
        kind = _kind_of_number(block.label or block.text[:12])
        if kind is None:
            continue
        (computed if block.label else typed)[kind] += 1
        if not block.label:
            places.setdefault(kind, index)
    for what in ("pasal", "ayat", "huruf"):
        if typed[what] >= _FEW and computed[what] >= _FEW:
            values: dict[str, str | int] = {"what": what, "typed": typed[what], "computed": computed[what]}
            yield Hit(spot_block(agreement, places[what]), values)
            return


def _kind_of_number(text: str) -> str | None:
    """What a text begins with: the number of a pasal, an ayat or a huruf."""
    if text[:1] not in "(pP" and text[1:2] not in ".)":
        return None
    match = _NUMBER.match(text + " ")
    return match.lastgroup if match else None


def _numbered_blocks(agreement: Agreement) -> list[int]:
    """The blocks of the articles; blocks in tables and annexes number for themselves."""
    found: dict[int, None] = {}
    for article in agreement.articles:
        found.update(dict.fromkeys(index for index in article.blocks))
    return [index for index in found if agreement.document.blocks[index].cell is None]
