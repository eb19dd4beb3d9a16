"""Character and paragraph format as w:rPr and w:pPr say it, before inheritance."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, NamedTuple

from kerjasama_check.reading.document import Alignment
from kerjasama_check.reading.docx_names import PPR, RPR, SECT_PR, VAL, Element, integer, on, points, w


class RunLooks(NamedTuple):
    """Character format; None is "says nothing"."""

    bold: bool | None = None
    italic: bool | None = None
    underline: bool | None = None
    caps: bool | None = None
    small_caps: bool | None = None
    hidden: bool | None = None
    font: str | None = None
    size: float | None = None
    highlight: bool | None = None
    language: str | None = None


class ParagraphLooks(NamedTuple):
    """Paragraph format that matters here; numbering as (numId, level), each None if not said."""

    alignment: Alignment | None = None
    left: float | None = None
    first_line: float | None = None
    number: str | None = None
    level: int | None = None
    shaded: bool | None = None


# What a w:pPr says: its style, the properties of its mark, the section that ends with it, its own looks.
ParagraphFacts = tuple[str | None, Element | None, Element | None, ParagraphLooks]

NOTHING = RunLooks()
NO_PARAGRAPH = ParagraphLooks()
NO_FACTS: ParagraphFacts = (None, None, None, NO_PARAGRAPH)

_ALIGNMENTS = {
    "left": Alignment.LEFT,
    "start": Alignment.LEFT,
    "center": Alignment.CENTRE,
    "centre": Alignment.CENTRE,
    "right": Alignment.RIGHT,
    "end": Alignment.RIGHT,
    "both": Alignment.JUSTIFIED,
    "distribute": Alignment.JUSTIFIED,
}
_PARAGRAPH_STYLE = w("pStyle")
_ASCII, _HANSI, _ASCII_THEME, _HANSI_THEME = w("ascii"), w("hAnsi"), w("asciiTheme"), w("hAnsiTheme")
_JC, _IND, _NUM_PR, _SHD, _FILL = w("jc"), w("ind"), w("numPr"), w("shd"), w("fill")
_LEFT, _START, _FIRST, _HANGING = w("left"), w("start"), w("firstLine"), w("hanging")
_NUM_ID, _ILVL = w("numId"), w("ilvl")
_PARAGRAPH_TAGS = frozenset((RPR, _PARAGRAPH_STYLE, _JC, _IND, _NUM_PR, SECT_PR, _SHD))


def over(low: RunLooks, high: RunLooks) -> RunLooks:
    """`high` laid over `low`."""
    if high is NOTHING:
        return low
    return RunLooks._make([under if upper is None else upper for under, upper in zip(low, high, strict=True)])


def paragraph_over(low: ParagraphLooks, high: ParagraphLooks) -> ParagraphLooks:
    """`high` laid over `low`."""
    return ParagraphLooks._make([under if upper is None else upper for under, upper in zip(low, high, strict=True)])


def read_run(rpr: Element | None, themes: dict[str, str]) -> RunLooks:
    """Direct format of a w:rPr. `themes`: fonts by "minor" and "major"."""
    if rpr is None:
        return NOTHING
    found: dict[str, Any] = {}
    for child in rpr:
        reader = _RUN_READERS.get(child.tag)
        if reader is not None:
            reader(child, found, themes)
    return RunLooks(**found) if found else NOTHING


def run_key(rpr: Element, codes: dict[str, int]) -> tuple[str | None, tuple[str | int | None, ...]]:
    """The character style that a w:rPr names, and what it says as written: with equal keys the format is the same.

    codes: RUN_CODES, or MARK_CODES for the mark of a paragraph.
    """
    style = None
    key: list[str | int | None] = []
    for child in rpr:
        code = codes.get(child.tag)
        if code is None:
            continue
        if code > _SPECIAL:
            key += (code, child.get(VAL))
        elif code == _FONTS:
            font, theme = child.get(_ASCII), child.get(_ASCII_THEME)
            if font and not theme:
                key += (_FONT, font)
            else:
                key += (_FONTS, font, theme, child.get(_HANSI), child.get(_HANSI_THEME))
        elif code == _STYLE:
            style = child.get(VAL)
        else:
            key += (code, child.get(_FILL))
    return style, tuple(key)


def _toggle(name: str) -> Callable[[Element, dict[str, Any], dict[str, str]], None]:
    def read(element: Element, found: dict[str, Any], themes: dict[str, str]) -> None:
        found[name] = on(element)

    return read


def _underline(element: Element, found: dict[str, Any], themes: dict[str, str]) -> None:
    found["underline"] = (element.get(VAL) or "single") != "none"


def _size(element: Element, found: dict[str, Any], themes: dict[str, str]) -> None:
    size = points(element.get(VAL), per=2.0)
    if size is not None:
        found["size"] = size


def _read_fonts(element: Element, found: dict[str, Any], themes: dict[str, str]) -> None:
    font = element.get(_ASCII)
    theme = element.get(_ASCII_THEME) or (None if font else element.get(_HANSI_THEME))
    font = (themes[theme[:5]] if theme else None) or font or element.get(_HANSI)
    if font:
        found["font"] = font


def _highlight(element: Element, found: dict[str, Any], themes: dict[str, str]) -> None:
    found["highlight"] = (element.get(VAL) or "none") not in ("none", "white")


def _is_yellow(shading: Element) -> bool:
    """Whether a w:shd fills with a yellow, the other way to mark text."""
    fill = shading.get(_FILL) or ""
    try:
        red, green, blue = (int(fill[at : at + 2], 16) for at in (0, 2, 4))
    except ValueError:
        return False
    return red >= 0xE0 and green >= 0xC0 and blue <= 0x99


def _shading(element: Element, found: dict[str, Any], themes: dict[str, str]) -> None:
    if _is_yellow(element):
        found["highlight"] = True


def _language(element: Element, found: dict[str, Any], themes: dict[str, str]) -> None:
    language = element.get(VAL)
    if language:
        found["language"] = language


_RUN_READERS = {
    w("b"): _toggle("bold"),
    w("i"): _toggle("italic"),
    w("caps"): _toggle("caps"),
    w("smallCaps"): _toggle("small_caps"),
    w("vanish"): _toggle("hidden"),
    w("u"): _underline,
    w("sz"): _size,
    w("rFonts"): _read_fonts,
    w("highlight"): _highlight,
    w("shd"): _shading,
    w("lang"): _language,
}
_FONT, _FONTS, _STYLE, _SHADE, _SPECIAL = range(5)
_CODES = {tag: code for code, tag in enumerate(_RUN_READERS, _SPECIAL + 1)} | {
    w("rFonts"): _FONTS,
    w("rStyle"): _STYLE,
    _SHD: _SHADE,
}
RUN_CODES = {tag: code for tag, code in _CODES.items() if tag != w("lang")}  # of runs nobody asks the language
MARK_CODES = {tag: _CODES[tag] for tag in map(w, ("rStyle", "rFonts", "caps", "vanish", "lang"))}  # what a label needs


def read_paragraph(ppr: Element | None) -> ParagraphFacts:
    """Direct format of a w:pPr."""
    if ppr is None:
        return NO_FACTS
    style = mark = section = None
    alignment = left = first = number = level = shaded = None
    for child in ppr:
        tag = child.tag
        if tag not in _PARAGRAPH_TAGS:
            continue
        if tag == _JC:
            alignment = _ALIGNMENTS.get(child.get(VAL) or "")
        elif tag == _PARAGRAPH_STYLE:
            style = child.get(VAL)
        elif tag == _NUM_PR:
            for item in child:
                if item.tag == _NUM_ID:
                    number = item.get(VAL)
                elif item.tag == _ILVL:
                    level = integer(item.get(VAL))
        elif tag == RPR:
            mark = child
        elif tag == _IND:
            left, first = read_indent(child)
        elif tag == SECT_PR:
            section = child
        elif _is_yellow(child):
            shaded = True
    return style, mark, section, ParagraphLooks(alignment, left, first, number, level, shaded)


def read_indent(element: Element) -> tuple[float | None, float | None]:
    """Left indent and first-line indent (negative for a hanging one) in points."""
    left = points(element.get(_LEFT) or element.get(_START))
    hanging = points(element.get(_HANGING))
    return left, points(element.get(_FIRST)) if hanging is None else -hanging


def old_properties(ppr: Element) -> Element:
    """The paragraph properties before a tracked change of format, with the mark and the section of today."""
    change = ppr.find(w("pPrChange"))
    old = change.find(PPR) if change is not None else None
    if old is None:
        return ppr
    import copy

    merged = copy.deepcopy(old)
    for child in ppr:
        if child.tag in (RPR, SECT_PR):
            merged.append(copy.deepcopy(child))
    return merged
