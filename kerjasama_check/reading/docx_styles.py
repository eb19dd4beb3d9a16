"""Looks after inheritance: document defaults, the basedOn chain, theme fonts. Each style is worked out once."""

from __future__ import annotations

from collections.abc import Callable
from typing import NamedTuple

from kerjasama_check.reading.docx_looks import (
    MARK_CODES,
    NO_PARAGRAPH,
    NOTHING,
    RUN_CODES,
    ParagraphLooks,
    RunLooks,
    over,
    paragraph_over,
    read_paragraph,
    read_run,
    run_key,
)
from kerjasama_check.reading.docx_names import A_NS, Element, value, w

_BASE_RUN = RunLooks(font="Times New Roman", size=10.0)  # what Word takes where the file says nothing
_STYLE, _STYLE_END, _LATENT_END = b"<w:style ", b"</w:style>", b"</w:latentStyles>"
_SLOTS = {f"{{{A_NS}}}minorFont": "minor", f"{{{A_NS}}}majorFont": "major"}
_LATIN = f"{{{A_NS}}}latin"
_TOGGLES = ("bold", "italic", "caps", "small_caps", "hidden")


class Style(NamedTuple):
    name: str
    based_on: str | None
    run: RunLooks
    paragraph: ParagraphLooks


class StyleTable:
    """All styles of a document, read from their elements on demand."""

    def __init__(self, themes: dict[str, str]) -> None:
        self.themes = themes
        self.elements: dict[str, Element] = {}
        self.default_run = _BASE_RUN
        self.default_paragraph = NO_PARAGRAPH
        self.default_style: str | None = None  # id of the default paragraph style
        self._styles: dict[str, Style] = {}
        self._runs: dict[str | None, RunLooks] = {}
        self._paragraphs: dict[str | None, ParagraphLooks] = {}
        self._combined: dict[tuple[str | None, str | None], RunLooks] = {}
        self._laid: dict[tuple[object, ...], RunLooks] = {}
        self._looks: dict[RunLooks, RunLooks] = {}  # equal looks are one object

    def style(self, style_id: str | None) -> Style | None:
        """The style of an id as its element says it, None if there is none."""
        element = self.elements.get(style_id) if style_id is not None else None
        if element is None or style_id is None:
            return None
        if style_id not in self._styles:
            run = read_run(element.find(w("rPr")), self.themes)
            *_, paragraph = read_paragraph(element.find(w("pPr")))
            name = value(element, "name") or style_id
            self._styles[style_id] = Style(name, value(element, "basedOn"), run, paragraph)
        return self._styles[style_id]

    def chain(self, style_id: str | None) -> list[Style]:
        """The style and what it is based on, nearest first; a cycle ends it."""
        return [style for style in map(self.style, self.chain_ids(style_id)) if style is not None]

    def chain_ids(self, style_id: str | None) -> list[str]:
        out: list[str] = []
        while style_id is not None and style_id not in out:
            style = self.style(style_id)
            if style is None:
                break
            out.append(style_id)
            style_id = style.based_on
        return out

    def name(self, style_id: str | None) -> str | None:
        style = self.style(style_id)
        return style.name if style else None

    def known(self, style_id: str | None) -> str | None:
        """The style, or the default paragraph style if there is none of that id."""
        return style_id if style_id in self.elements else self.default_style

    def paragraph(self, style_id: str | None) -> ParagraphLooks:
        """Paragraph looks of a style, defaults included."""
        looks = self._paragraphs.get(style_id)
        if looks is None:
            looks = self.default_paragraph
            for style in reversed(self.chain(style_id)):
                looks = paragraph_over(looks, style.paragraph)
            self._paragraphs[style_id] = looks
        return looks

    def run(self, paragraph_style: str | None, character_style: str | None = None) -> RunLooks:
        """Character looks of a paragraph style with a character style on it.

        Toggles (bold, capitals, hidden …) that both styles set cancel each other (ISO/IEC 29500-1, 17.7.3).
        """
        key = (paragraph_style, character_style)
        looks = self._combined.get(key)
        if looks is None:
            low, high = self._style_run(paragraph_style), self._style_run(character_style)
            looks = over(over(self.default_run, low), high)
            for name in _TOGGLES:
                if getattr(low, name) and getattr(high, name):
                    looks = looks._replace(**{name: False})  # type: ignore[arg-type]
            self._combined[key] = looks = self._looks.setdefault(looks, looks)
        return looks

    def direct(self, paragraph_style: str | None, rpr: Element, mark: bool = False) -> RunLooks:
        """Looks of a run with these properties in a paragraph of this style, without their language.

        mark: they are those of a paragraph mark, of which font, capitals, hidden and language are asked.
        """
        if not len(rpr):
            return self.run(paragraph_style)
        character, own = run_key(rpr, MARK_CODES if mark else RUN_CODES)
        key = (paragraph_style, character, own, mark)
        looks = self._laid.get(key)
        if looks is None:
            laid = over(self.run(paragraph_style, character), read_run(rpr, self.themes))
            looks = self._laid[key] = self._looks.setdefault(laid, laid)
        return looks

    def _style_run(self, style_id: str | None) -> RunLooks:
        looks = self._runs.get(style_id)
        if looks is None:
            looks = NOTHING
            for style in reversed(self.chain(style_id)):
                looks = over(looks, style.run)
            self._runs[style_id] = looks
        return looks


def read_styles(root: Element | None, theme: Callable[[], Element | None]) -> StyleTable:
    """The style table of word/styles.xml; `theme` gives word/theme/theme1.xml, asked only if a font refers to it."""
    table = StyleTable(Themes(theme))
    if root is None:
        return table
    defaults = root.find(w("docDefaults"))
    if defaults is not None:
        run = read_run(defaults.find(f"{w('rPrDefault')}/{w('rPr')}"), table.themes)
        table.default_run = over(_BASE_RUN, run)
        *_, table.default_paragraph = read_paragraph(defaults.find(f"{w('pPrDefault')}/{w('pPr')}"))
    style_id, kind, default = w("styleId"), w("type"), w("default")
    for element in root.iterchildren(w("style")):
        name = element.get(style_id)
        if not name:
            continue
        table.elements[name] = element
        is_default = (element.get(default) or "0").lower() in ("1", "true", "on")
        if is_default and (element.get(kind) or "paragraph") == "paragraph":
            table.default_style = name
    return table


def without_tables(data: bytes) -> bytes:
    """word/styles.xml without the styles of tables and the list of Word's own styles: long, and nobody reads them.

    A paragraph or run that names the style of a table has none (17.3.1.27). Where a comment or the like could hold what
    only looks like a tag, nothing is left out.
    """
    kept: list[bytes] = []
    done = at = 0
    start, end = data.find(b"<w:latentStyles "), data.find(_LATENT_END)
    if 0 <= start < end and data.find(_STYLE, 0, end) < 0:
        kept.append(data[:start])
        done = at = end + len(_LATENT_END)
    while (start := data.find(_STYLE, at)) >= 0:
        at = data.find(b">", start) + 1
        if not at:
            return data
        if data.find(b' w:type="table"', start, at) >= 0 and data[at - 2 : at] != b"/>":
            end = data.find(_STYLE_END, at)
            if end < 0:
                return data
            kept.append(data[done:start])
            done = at = end + len(_STYLE_END)
    short = b"".join((*kept, data[done:]))
    return data if b"<!" in short or b"<?" in short[5:] else short


class Themes(dict[str, str]):
    """Latin faces of the theme by slot: "minor" for text, "major" for headings."""

    def __init__(self, theme: Callable[[], Element | None]) -> None:
        super().__init__()
        self._theme = theme

    def __missing__(self, slot: str) -> str:
        self.update({"minor": "", "major": ""} | _theme_fonts(self._theme()))
        return self.get(slot, "")


def _theme_fonts(theme: Element | None) -> dict[str, str]:
    if theme is None:
        return {}
    out: dict[str, str] = {}
    for fonts in theme.iter(*_SLOTS):
        latin = fonts.find(_LATIN)
        if latin is not None:
            out.setdefault(_SLOTS[fonts.tag], latin.get("typeface") or "")
    return out
