"""Looks after inheritance: document defaults, the basedOn chain, linked themes. Each style is worked out once."""

from __future__ import annotations

from dataclasses import dataclass, field, replace

from kerjasama_check.reading.document import Alignment
from kerjasama_check.reading.docx_names import (
    A_NS,
    VAL,
    Element,
    integer,
    on,
    points,
    value,
    w,
)

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
_THEME_SLOTS = ("minor", "major")
_RUN_STYLE = w("rStyle")


@dataclass(frozen=True, slots=True)
class RunLooks:
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


_TOGGLES = ("bold", "italic", "caps", "small_caps", "hidden")


@dataclass(frozen=True, slots=True)
class ParagraphLooks:
    """Paragraph format that matters here; numbering as (numId, level), each None if not said."""

    alignment: Alignment | None = None
    left: float | None = None
    first_line: float | None = None
    number: str | None = None
    level: int | None = None
    shaded: bool | None = None


@dataclass(slots=True)
class _Style:
    kind: str
    name: str
    based_on: str | None
    run: RunLooks
    paragraph: ParagraphLooks


def over(low: RunLooks, high: RunLooks) -> RunLooks:
    """`high` laid over `low`."""
    if high is NOTHING:
        return low
    if low is NOTHING:
        return high
    return RunLooks(
        low.bold if high.bold is None else high.bold,
        low.italic if high.italic is None else high.italic,
        low.underline if high.underline is None else high.underline,
        low.caps if high.caps is None else high.caps,
        low.small_caps if high.small_caps is None else high.small_caps,
        low.hidden if high.hidden is None else high.hidden,
        low.font if high.font is None else high.font,
        low.size if high.size is None else high.size,
        low.highlight if high.highlight is None else high.highlight,
        low.language if high.language is None else high.language,
    )


NOTHING = RunLooks()
_NO_PARAGRAPH = ParagraphLooks()


def _paragraph_over(low: ParagraphLooks, high: ParagraphLooks) -> ParagraphLooks:
    return ParagraphLooks(
        low.alignment if high.alignment is None else high.alignment,
        low.left if high.left is None else high.left,
        low.first_line if high.first_line is None else high.first_line,
        low.number if high.number is None else high.number,
        low.level if high.level is None else high.level,
        low.shaded if high.shaded is None else high.shaded,
    )


@dataclass(slots=True)
class StyleTable:
    """All styles of a document."""

    styles: dict[str, _Style] = field(default_factory=dict)
    default_run: RunLooks = RunLooks(font="Times New Roman", size=10.0)
    default_paragraph: ParagraphLooks = _NO_PARAGRAPH
    default_style: str | None = None  # id of the default paragraph style
    default_character: str | None = None
    themes: dict[str, str] = field(default_factory=dict)
    _runs: dict[str | None, RunLooks] = field(default_factory=dict)
    _paragraphs: dict[str | None, ParagraphLooks] = field(default_factory=dict)
    _combined: dict[tuple[str | None, str | None], RunLooks] = field(default_factory=dict)

    def chain(self, style_id: str | None) -> list[str]:
        """The style and what it is based on, nearest first; a cycle ends it."""
        out: list[str] = []
        while style_id is not None and style_id in self.styles and style_id not in out:
            out.append(style_id)
            style_id = self.styles[style_id].based_on
        return out

    def name(self, style_id: str | None) -> str | None:
        style = self.styles.get(style_id or self.default_style or "")
        return style.name if style else None

    def known(self, style_id: str | None) -> str | None:
        """The style, or the default paragraph style if there is none of that name."""
        return style_id if style_id in self.styles else self.default_style

    def paragraph(self, style_id: str | None) -> ParagraphLooks:
        """Paragraph looks of a style, defaults included."""
        if style_id not in self._paragraphs:
            looks = self.default_paragraph
            for each in reversed(self.chain(style_id)):
                looks = _paragraph_over(looks, self.styles[each].paragraph)
            self._paragraphs[style_id] = looks
        return self._paragraphs[style_id]

    def _style_run(self, style_id: str | None) -> RunLooks:
        if style_id not in self._runs:
            looks = NOTHING
            for each in reversed(self.chain(style_id)):
                looks = over(looks, self.styles[each].run)
            self._runs[style_id] = looks
        return self._runs[style_id]

    def run(self, paragraph_style: str | None, character_style: str | None = None) -> RunLooks:
        """Character looks of a paragraph style with a character style on it.

        Toggles (bold, capitals, hidden …) that both styles set cancel each other (ISO/IEC 29500-1, 17.7.3).
        """
        key = (paragraph_style, character_style)
        if key not in self._combined:
            low, high = self._style_run(paragraph_style), self._style_run(character_style)
            looks = over(over(self.default_run, low), high)
            for name in _TOGGLES:
                if getattr(low, name) and getattr(high, name):
                    looks = replace(looks, **{name: False})  # type: ignore[arg-type]
            self._combined[key] = looks
        return self._combined[key]

    def read_run(self, rpr: Element | None) -> tuple[RunLooks, str | None]:
        """Direct format of a w:rPr, and the character style that it names."""
        if rpr is None or len(rpr) == 0:
            return NOTHING, None
        found: dict[str, object] = {}
        style = None
        for child in rpr:
            tag = child.tag
            if tag == _RUN_STYLE:
                style = child.get(VAL)
                continue
            reader = _RUN_READERS.get(tag)
            if reader is not None:
                reader(child, found, self.themes)
        return (RunLooks(**found) if found else NOTHING), style  # type: ignore[arg-type]


def _toggle(name: str):  # type: ignore[no-untyped-def]
    def read(element: Element, found: dict[str, object], themes: dict[str, str]) -> None:
        found[name] = on(element)

    return read


def _underline(element: Element, found: dict[str, object], themes: dict[str, str]) -> None:
    found["underline"] = (element.get(VAL) or "single") != "none"


def _size(element: Element, found: dict[str, object], themes: dict[str, str]) -> None:
    size = points(element.get(VAL), per=2.0)
    if size is not None:
        found["size"] = size


_ASCII, _HANSI, _ASCII_THEME, _HANSI_THEME = w("ascii"), w("hAnsi"), w("asciiTheme"), w("hAnsiTheme")


def _fonts(element: Element, found: dict[str, object], themes: dict[str, str]) -> None:
    theme = element.get(_ASCII_THEME) or element.get(_HANSI_THEME)
    font = themes.get(theme[:5]) if theme else None
    font = font or element.get(_ASCII) or element.get(_HANSI)
    if font:
        found["font"] = font


def _highlight(element: Element, found: dict[str, object], themes: dict[str, str]) -> None:
    found["highlight"] = (element.get(VAL) or "none") not in ("none", "white")


def is_yellow(shading: Element) -> bool:
    """Whether a w:shd fills with a yellow, the other way to mark text."""
    fill = shading.get(w("fill")) or ""
    try:
        red, green, blue = (int(fill[at : at + 2], 16) for at in (0, 2, 4))
    except ValueError:
        return False
    return red >= 0xE0 and green >= 0xC0 and blue <= 0x99


def _shading(element: Element, found: dict[str, object], themes: dict[str, str]) -> None:
    if is_yellow(element):
        found["highlight"] = True


def _language(element: Element, found: dict[str, object], themes: dict[str, str]) -> None:
    if element.get(VAL):
        found["language"] = element.get(VAL)


_RUN_READERS = {
    w("b"): _toggle("bold"),
    w("i"): _toggle("italic"),
    w("caps"): _toggle("caps"),
    w("smallCaps"): _toggle("small_caps"),
    w("vanish"): _toggle("hidden"),
    w("u"): _underline,
    w("sz"): _size,
    w("rFonts"): _fonts,
    w("highlight"): _highlight,
    w("shd"): _shading,
    w("lang"): _language,
}

_JC, _IND, _NUM_PR, _SHD = w("jc"), w("ind"), w("numPr"), w("shd")
_LEFTS = (w("left"), w("start"))
_FIRST, _HANGING = w("firstLine"), w("hanging")
_NUM_ID, _ILVL = w("numId"), w("ilvl")


def read_paragraph(ppr: Element | None) -> ParagraphLooks:
    """Direct format of a w:pPr."""
    if ppr is None:
        return _NO_PARAGRAPH
    alignment = left = first = number = level = shaded = None
    for child in ppr:
        tag = child.tag
        if tag == _JC:
            alignment = _ALIGNMENTS.get(child.get(VAL) or "")
        elif tag == _IND:
            left, first = read_indent(child)
        elif tag == _NUM_PR:
            for part in child:
                if part.tag == _NUM_ID:
                    number = part.get(VAL)
                elif part.tag == _ILVL:
                    level = integer(part.get(VAL))
        elif tag == _SHD and is_yellow(child):
            shaded = True
    return ParagraphLooks(alignment, left, first, number, level, shaded)


def read_indent(element: Element) -> tuple[float | None, float | None]:
    """Left indent and first-line indent (negative for a hanging one) in points."""
    left = points(element.get(_LEFTS[0]) or element.get(_LEFTS[1]))
    hanging = points(element.get(_HANGING))
    return left, points(element.get(_FIRST)) if hanging is None else -hanging


def read_styles(root: Element | None, theme: Element | None) -> StyleTable:
    """The style table of word/styles.xml and the fonts of word/theme/theme1.xml."""
    table = StyleTable(themes=_theme_fonts(theme))
    if root is None:
        return table
    defaults = root.find(w("docDefaults"))
    if defaults is not None:
        run, _ = table.read_run(defaults.find(f"{w('rPrDefault')}/{w('rPr')}"))
        table.default_run = over(table.default_run, run)
        table.default_paragraph = read_paragraph(defaults.find(f"{w('pPrDefault')}/{w('pPr')}"))
    for element in root.iterchildren(w("style")):
        _add_style(table, element)
    return table


def _add_style(table: StyleTable, element: Element) -> None:
    style_id = element.get(w("styleId"))
    if not style_id:
        return
    kind = element.get(w("type")) or "paragraph"
    run, _ = table.read_run(element.find(w("rPr")))
    table.styles[style_id] = _Style(
        kind=kind,
        name=value(element, "name") or style_id,
        based_on=value(element, "basedOn"),
        run=run,
        paragraph=read_paragraph(element.find(w("pPr"))),
    )
    if (element.get(w("default")) or "0").lower() not in ("1", "true", "on"):
        return
    if kind == "paragraph":
        table.default_style = style_id
    elif kind == "character":
        table.default_character = style_id


def _theme_fonts(theme: Element | None) -> dict[str, str]:
    if theme is None:
        return {}
    out = {}
    for slot in _THEME_SLOTS:
        latin = theme.find(f".//{{{A_NS}}}{slot}Font/{{{A_NS}}}latin")
        if latin is not None and latin.get("typeface"):
            out[slot] = latin.get("typeface")
    return out
