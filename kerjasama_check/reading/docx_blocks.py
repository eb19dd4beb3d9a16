"""From gathered runs to a Block: text with clean white space, style facts, highlights."""

from __future__ import annotations

from kerjasama_check.reading.document import Alignment, Block, Cell, Part, Place, Style
from kerjasama_check.reading.docx_looks import ParagraphLooks, RunLooks
from kerjasama_check.reading.docx_styles import StyleTable
from kerjasama_check.reading.docx_text import normalise, normalise_marked
from kerjasama_check.reading.numbering import Label

Runs = list[tuple[str, RunLooks]]


class BlockMaker:
    """Makes blocks; equal styles are one object."""

    def __init__(self, styles: StyleTable) -> None:
        self.styles = styles
        self._known: dict[tuple[object, ...], Style] = {}

    def make(
        self,
        runs: Runs,
        style: str | None,
        direct: ParagraphLooks,
        label: Label | None,
        numbered_by_style: bool,
        part: Part,
        cell: Cell | None,
        path: str,
        index: int,
    ) -> Block | None:
        """A block, or None for a paragraph that shows nothing."""
        inherited = self.styles.paragraph(style)
        shaded = bool(direct.shaded if direct.shaded is not None else inherited.shaded)
        text, highlights = _text(runs, shaded)
        shown = label.text if label is not None else None
        if not text and not shown:
            return None
        looks = self._style(runs, text, style, direct, inherited, label, numbered_by_style)
        level = label.level if label is not None and shown else None
        return Block(text, Place(index, None, path), shown, level, part, looks, cell, highlights)

    def _style(
        self,
        runs: Runs,
        text: str,
        style: str | None,
        direct: ParagraphLooks,
        inherited: ParagraphLooks,
        label: Label | None,
        numbered_by_style: bool,
    ) -> Style:
        bold, italic, underline, capitals, font, size = self._letters(runs, text, style)
        left, first = _indent(direct, inherited, label, numbered_by_style)
        alignment = direct.alignment or inherited.alignment or Alignment.LEFT
        facts = (bold, italic, underline, capitals, alignment, font, size, left, first, self.styles.name(style))
        known = self._known.get(facts)
        if known is None:
            known = self._known[facts] = Style(*facts)
        return known

    def _letters(
        self, runs: Runs, text: str, style: str | None
    ) -> tuple[bool, bool, bool, bool, str | None, float | None]:
        """What holds for most letters: bold, italic, underlined, capitals, font, size."""
        weights: dict[RunLooks, int] = {}
        for piece, looks in runs:
            weight = len(piece) - piece.count(" ") - piece.count("\t") - piece.count("\n")
            if weight:
                weights[looks] = weights.get(looks, 0) + weight
        if not weights:
            weights = {self.styles.run(style): 1}
        if len(weights) == 1:
            only = next(iter(weights))
            capitals = bool(only.small_caps) or text.isupper()
            return bool(only.bold), bool(only.italic), bool(only.underline), capitals, only.font, only.size
        half = sum(weights.values()) / 2
        bold = sum(n for looks, n in weights.items() if looks.bold) > half
        italic = sum(n for looks, n in weights.items() if looks.italic) > half
        underline = sum(n for looks, n in weights.items() if looks.underline) > half
        small = sum(n for looks, n in weights.items() if looks.small_caps) > half
        fonts: dict[str | None, int] = {}
        sizes: dict[float | None, int] = {}
        for looks, n in weights.items():
            fonts[looks.font] = fonts.get(looks.font, 0) + n
            sizes[looks.size] = sizes.get(looks.size, 0) + n
        font = max(fonts, key=lambda name: fonts[name])
        size = max(sizes, key=lambda measure: sizes[measure])
        return bold, italic, underline, small or text.isupper(), font, size


def _text(runs: Runs, shaded: bool) -> tuple[str, tuple[tuple[int, int], ...]]:
    if shaded or any(looks.highlight for _, looks in runs):
        return normalise_marked([(text, shaded or bool(looks.highlight)) for text, looks in runs])
    return normalise("".join([text for text, _ in runs])), ()


def _indent(
    direct: ParagraphLooks, inherited: ParagraphLooks, label: Label | None, numbered_by_style: bool
) -> tuple[float, float]:
    """Indents in points: the paragraph's own, then the list's, then the style's; of a list that the style names,
    the style's own indent comes first (17.9.23)."""
    listed = (label.left, label.first_line) if label is not None else (None, None)
    middle = (inherited.left, inherited.first_line)
    order = (middle, listed) if numbered_by_style else (listed, middle)
    left = next((each for each in (direct.left, order[0][0], order[1][0]) if each is not None), 0.0)
    first = next((each for each in (direct.first_line, order[0][1], order[1][1]) if each is not None), 0.0)
    return round(left, 2), round(first, 2)
