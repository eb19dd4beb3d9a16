"""From gathered runs to a Block: text with clean white space, style facts, highlights."""

from __future__ import annotations

from kerjasama_check.reading.document import Alignment, Block, Cell, Part, Place, Style
from kerjasama_check.reading.docx_looks import ParagraphLooks, RunLooks
from kerjasama_check.reading.docx_styles import StyleTable
from kerjasama_check.reading.docx_text import normalise, normalise_marked
from kerjasama_check.reading.numbering import Numbering, Rung

Runs = list[tuple[str, RunLooks]]
Letters = tuple[bool, bool, bool, bool, str | None, float | None]  # bold, italic, underlined, capitals, font, size


class Frame:
    """What the style of a paragraph and its own format make of it, whatever its letters look like.

    rung: where it stands in a list. left, first_line: in points. styles: the Style of its blocks by the looks of their
    letters, and whether these are all capitals.
    """

    __slots__ = ("alignment", "first_line", "left", "rung", "shaded", "style", "styles")

    def __init__(self, style: str | None, direct: ParagraphLooks, inherited: ParagraphLooks, rung: Rung | None) -> None:
        self.style, self.rung = style, rung
        self.shaded = bool(direct.shaded if direct.shaded is not None else inherited.shaded)
        self.alignment = direct.alignment or inherited.alignment or Alignment.LEFT
        self.left, self.first_line = _indent(direct, inherited, rung)
        self.styles: dict[tuple[RunLooks, bool], Style] = {}


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
            rung = self.numbering.rung(style, direct.number, direct.level)
            frame = self._frames[key] = Frame(style, direct, self.styles.paragraph(style), rung)
        return frame

    def make(
        self, runs: Runs, frame: Frame, label: str | None, part: Part, cell: Cell | None, path: str, index: int
    ) -> Block | None:
        """A block, or None for a paragraph that shows nothing."""
        looks = _common_looks(runs)
        highlights: tuple[tuple[int, int], ...] = ()
        if frame.shaded or (any(each.highlight for _, each in runs) if looks is None else looks.highlight):
            text, highlights = normalise_marked([(piece, frame.shaded or bool(own.highlight)) for piece, own in runs])
        else:
            text = normalise(runs[0][0] if len(runs) == 1 else "".join([piece for piece, _ in runs]))
        if not text and not label:
            return None
        if looks is None or not text:
            style = self._style(self._letters(runs, text, frame.style), frame)
        else:
            key = (looks, text.isupper())
            known = frame.styles.get(key)
            if known is None:
                known = frame.styles[key] = self._style(_letters_of(*key), frame)
            style = known
        level = frame.rung.index if label and frame.rung is not None else None
        return Block(text, Place(index, None, path), label, level, part, style, cell, highlights)

    def _style(self, letters: Letters, frame: Frame) -> Style:
        bold, italic, underline, capitals, font, size = letters
        name = self.styles.name(frame.style)
        facts = (bold, italic, underline, capitals, frame.alignment, font, size, frame.left, frame.first_line, name)
        known = self._known.get(facts)
        if known is None:
            known = self._known[facts] = Style(*facts)
        return known

    def _letters(self, runs: Runs, text: str, style: str | None) -> Letters:
        """What holds for most letters: bold, italic, underlined, capitals, font, size."""
        weights: dict[RunLooks, int] = {}
        for piece, looks in runs:
            weight = len(piece) - piece.count(" ") - piece.count("\t") - piece.count("\n")
            if weight:
                weights[looks] = weights.get(looks, 0) + weight
        if not weights:
            weights = {self.styles.run(style): 1}
        if len(weights) == 1:
            return _letters_of(next(iter(weights)), text.isupper())
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


def _letters_of(looks: RunLooks, capitals: bool) -> Letters:
    capitals = capitals or bool(looks.small_caps)
    return bool(looks.bold), bool(looks.italic), bool(looks.underline), capitals, looks.font, looks.size


def _common_looks(runs: Runs) -> RunLooks | None:
    """The looks of all runs, None if they differ; equal looks are mostly one object."""
    common = None
    for _, looks in runs:
        if common is None:
            common = looks
        elif looks is not common:
            return None
    return common


def _indent(direct: ParagraphLooks, inherited: ParagraphLooks, rung: Rung | None) -> tuple[float, float]:
    """Indents in points: the paragraph's own, then the list's, then the style's; of a list that the style names,
    the style's own indent comes first (17.9.23)."""
    left, first = inherited.left, inherited.first_line
    if rung is not None:
        listed, listed_first = rung.level.left, rung.level.first_line
        by_style = direct.number is None
        left = left if listed is None or (by_style and left is not None) else listed
        first = first if listed_first is None or (by_style and first is not None) else listed_first
    left = left if direct.left is None else direct.left
    first = first if direct.first_line is None else direct.first_line
    return 0.0 if left is None else round(left, 2), 0.0 if first is None else round(first, 2)
