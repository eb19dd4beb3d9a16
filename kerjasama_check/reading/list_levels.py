"""The levels of a list of word/numbering.xml: their numbers, words and looks, each read when a label needs it."""

from __future__ import annotations

from typing import NamedTuple

from kerjasama_check.reading.docx_looks import NOTHING, RunLooks, read_indent, read_run
from kerjasama_check.reading.docx_names import PPR, RPR, VAL, Element, integer, on, w
from kerjasama_check.reading.docx_styles import StyleTable

LEVELS = 9
_LEVEL_SIGNS = frozenset("123456789")
_LVL, _ILVL, _FORMAT, _IND = w("lvl"), w("ilvl"), w("numFmt"), w("ind")
_LEGAL, _PICTURE, _START, _TEXT = w("isLgl"), w("lvlPicBulletId"), w("start"), w("lvlText")
_RESTART, _PARAGRAPH_STYLE = w("lvlRestart"), w("pStyle")


class Level(NamedTuple):
    """One level of a list."""

    start: int = 1
    style: str = "decimal"  # w:numFmt
    text: str = ""  # of a bullet: its sign
    parts: tuple[str | int, ...] = ()  # of other labels: words, and the levels whose numbers stand among them
    legal: bool = False  # isLgl: all numbers of the label in Arabic digits
    picture: bool = False
    run: RunLooks = NOTHING
    left: float | None = None
    first_line: float | None = None


class Ladder:
    """The nine levels of a list.

    elements: the w:lvl by level. under: the ladder of the list for a num with levels of its own, which give only what
    differs. starts: where such a level begins, if not where its element says.
    """

    def __init__(
        self,
        elements: dict[int, Element],
        styles: StyleTable,
        under: Ladder | None = None,
        starts: dict[int, int] | None = None,
    ) -> None:
        self.elements = elements
        self.styles = styles
        self.under = under
        self.starts = starts or {}
        self.tied: list[str | None] = [None] * LEVELS if under is None else list(under.tied)  # styles, by level
        self._restarts: list[int | None] = [None] * LEVELS if under is None else list(under._restarts)
        for index, element in elements.items():
            self.tied[index] = self._restarts[index] = None
            for child in element.iterchildren(_PARAGRAPH_STYLE, _RESTART):
                if child.tag == _RESTART:
                    self._restarts[index] = integer(child.get(VAL))
                else:
                    self.tied[index] = child.get(VAL)
        self._levels: dict[int, Level | None] = {}
        self._restarted: dict[int, tuple[int, ...]] = {}

    def level(self, index: int) -> Level | None:
        """The level, None if the list has none of that index."""
        if index not in self._levels:
            self._levels[index] = self._read(index)
        return self._levels[index]

    def _read(self, index: int) -> Level | None:
        if index not in self.elements:
            return self.under.level(index) if self.under is not None else None
        level = read_level(self.elements[index], self.styles)
        if index in self.starts:
            level = level._replace(start=self.starts[index])
        if level.run is NOTHING and self.under is not None:
            common = self.under.level(index)
            level = level if common is None else level._replace(run=common.run)
        return level

    def restarted(self, index: int) -> tuple[int, ...]:
        """The deeper levels that a paragraph on this level sets back.

        w:lvlRestart: without one every level above does, 0 none, n those above level n.
        """
        if index not in self._restarted:
            deeper = range(index + 1, LEVELS)
            restarts = self._restarts
            self._restarted[index] = tuple(
                [each for each in deeper if (restart := restarts[each]) is None or index < restart]
            )
        return self._restarted[index]


def level_elements(abstract: Element) -> dict[int, Element]:
    """The w:lvl of a w:abstractNum by level."""
    elements: dict[int, Element] = {}
    for child in abstract.iterchildren(_LVL):
        index = integer(child.get(_ILVL))
        if index is not None and 0 <= index < LEVELS:
            elements[index] = child
    return elements


def read_level(element: Element, styles: StyleTable) -> Level:
    """A w:lvl."""
    found = {child.tag: child for child in element}
    start, text = found.get(_START), found.get(_TEXT)
    words = "" if text is None else text.get(VAL) or ""
    run = read_run(found.get(RPR), styles.themes)
    indent = found[PPR].find(_IND) if PPR in found else None
    left, first_line = (None, None) if indent is None else read_indent(indent)
    return Level(
        (None if start is None else integer(start.get(VAL))) or 0,
        _format(element, found.get(_FORMAT)),
        words,
        _parts(words),
        _LEGAL in found and on(found[_LEGAL]),
        _PICTURE in found,
        run,
        left,
        first_line,
    )


def _parts(text: str) -> tuple[str | int, ...]:
    """A w:lvlText in pieces: "Pasal %1" is "Pasal " and the number of level 0."""
    first, *rest = text.split("%")
    out: list[str | int] = [first]
    for piece in rest:
        if piece[:1] in _LEVEL_SIGNS:
            out += [int(piece[0]) - 1, piece[1:]]
        else:
            out.append(f"%{piece}")
    return tuple(out)


def _format(level: Element, element: Element | None) -> str:
    """w:numFmt; newer formats stand inside mc:AlternateContent with a plain one as fallback."""
    if element is None:
        element = next(level.iter(_FORMAT), None)
    if element is None:
        return "decimal"
    style = element.get(VAL) or "decimal"
    if style == "custom":
        pattern = element.get(w("format")) or ""
        zeros = pattern.split(",")[0].strip()
        return f"zeros:{len(zeros)}" if zeros.strip("0") in ("", "1") and zeros else "decimal"
    return style
