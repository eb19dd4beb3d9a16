"""From gathered runs to a Block: text with clean white space, style facts, highlights."""

from __future__ import annotations

from kerjasama_check.reading.document import Alignment, Block, Cell, Part, Place, Style
from kerjasama_check.reading.docx_looks import ParagraphLooks, RunLooks
from kerjasama_check.reading.docx_styles import StyleTable
from kerjasama_check.reading.docx_text import normalise, normalise_marked
from kerjasama_check.reading.numbering import Label, Numbering

Runs = list[tuple[str, RunLooks]]


class Frame:
    """What the style of a paragraph and its own format make of it, whatever its letters look like.

    number: the num and level that count it. styles: the Style objects of its blocks by what else they follow from.
    """

    __slots__ = ("alignment", "direct", "inherited", "number", "shaded", "style", "styles")

    def __init__(
        self,
        style: str | None,
        direct: ParagraphLooks,
        inherited: ParagraphLooks,
        number: tuple[str, int] | None,
    ) -> None:
        self.style, self.direct, self.inherited, self.number = style, direct, inherited, number
        self.shaded = bool(direct.shaded if direct.shaded is not None else inherited.shaded)
        self.alignment = direct.alignment or inherited.alignment or Alignment.LEFT
        self.styles: dict[tuple[object, ...], Style] = {}


class BlockMaker:
    """Makes blocks; equal styles are one object."""

    def __init__(self, styles: StyleTable, numbering: Numbering) -> None:
        self.styles = styles
        self.numbering = numbering
        self._frames: dict[tuple[str | None, ParagraphLooks], Frame] = {}
        self._known: dict[tuple[object, ...], Style] = {}

    def frame(self, style: str | None, direct: ParagraphLooks) -> Frame:
        """The frame of paragraphs of this style and format."""
        key = (style, direct)
        frame = self._frames.get(key)
        if frame is None:
            number = self.numbering.find(style, direct.number, direct.level)
            frame = self._frames[key] = Frame(style, direct, self.styles.paragraph(style), number)
        return frame

    def make(
        self, runs: Runs, frame: Frame, label: Label | None, part: Part, cell: Cell | None, path: str, index: int
    ) -> Block | None:
        """A block, or None for a paragraph that shows nothing."""
        looks = _common_looks(runs)
        if frame.shaded or (any(each.highlight for _, each in runs) if looks is None else looks.highlight):
            pieces = [(text, frame.shaded or bool(each.highlight)) for text, each in runs]
            text, highlights = normalise_marked(pieces)
        else:
            text = normalise(runs[0][0] if len(runs) == 1 else "".join([piece for piece, _ in runs]))
            highlights = ()
        shown = level = left = first = None
        if label is not None:
            shown, index_of_level, left, first = label
            level = index_of_level if shown else None
        if not text and not shown:
            return None
        if looks is not None and text:
            key = (looks, text.isupper(), left, first, label is None)
            style = frame.styles.get(key)
            if style is None:
                style = frame.styles[key] = self._style(runs, text, frame, label)
        else:
            style = self._style(runs, text, frame, label)
        return Block(text, Place(index, None, path), shown, level, part, style, cell, highlights)

    def _style(self, runs: Runs, text: str, frame: Frame, label: Label | None) -> Style:
        bold, italic, underline, capitals, font, size = self._letters(runs, text, frame.style)
        left, first = _indent(frame, label)
        name = self.styles.name(frame.style)
        facts = (bold, italic, underline, capitals, frame.alignment, font, size, left, first, name)
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


def _common_looks(runs: Runs) -> RunLooks | None:
    """The looks of all runs, None if they differ; equal looks are mostly one object."""
    common = None
    for _, looks in runs:
        if common is None:
            common = looks
        elif looks is not common:
            return None
    return common


def _indent(frame: Frame, label: Label | None) -> tuple[float, float]:
    """Indents in points: the paragraph's own, then the list's, then the style's; of a list that the style names,
    the style's own indent comes first (17.9.23)."""
    direct, inherited = frame.direct, frame.inherited
    listed = (label.left, label.first_line) if label is not None else (None, None)
    middle = (inherited.left, inherited.first_line)
    order = (middle, listed) if direct.number is None else (listed, middle)
    left = next((each for each in (direct.left, order[0][0], order[1][0]) if each is not None), 0.0)
    first = next((each for each in (direct.first_line, order[0][1], order[1][1]) if each is not None), 0.0)
    return round(left, 2), round(first, 2)
