"""List labels as Word computes them from word/numbering.xml (ISO/IEC 29500-1, 17.9).

A paragraph names a *num*; the num points to an *abstract list* of nine levels and may override some of them. Counters
belong to the abstract list that the num points to, so all nums of one abstract list go on counting together. What the
standard leaves open (a level passed over, a level set back, a level tied to a style) follows what Word does.
"""

from __future__ import annotations

from typing import NamedTuple

from kerjasama_check.reading.docx_looks import NOTHING, RunLooks, over
from kerjasama_check.reading.docx_names import VAL, Element, integer, value, w
from kerjasama_check.reading.docx_styles import StyleTable
from kerjasama_check.reading.docx_symbols import bullet
from kerjasama_check.reading.list_levels import LEVELS, Ladder, Level, level_elements
from kerjasama_check.reading.number_formats import write_number

_ABSTRACT, _ABSTRACT_ID, _NUM, _NUM_ID = w("abstractNum"), w("abstractNumId"), w("num"), w("numId")
_OVERRIDE, _START, _LVL, _ILVL = w("lvlOverride"), w("startOverride"), w("lvl"), w("ilvl")


class _Num(NamedTuple):
    abstract: str
    starts: dict[int, int]  # by level: where this num begins to count
    levels: dict[int, Element]  # levels of its own


class Rung:
    """A level of a num, as a paragraph of the list stands on it."""

    __slots__ = ("abstract", "index", "ladder", "level", "number", "restarted", "starts")

    def __init__(self, number: str, num: _Num, index: int, level: Level, ladder: Ladder) -> None:
        self.number, self.index, self.level, self.ladder = number, index, level, ladder
        self.abstract, self.starts = num.abstract, num.starts
        self.restarted = ladder.restarted(index)


class Numbering:
    """All lists of a document, each read when a paragraph first names it."""

    def __init__(self, styles: StyleTable) -> None:
        self.styles = styles
        self.abstracts: dict[str, Element] = {}
        self.num_elements: dict[str, list[Element]] = {}  # of a number that stands twice, the last sound one counts
        self._nums: dict[str, _Num | None] = {}
        self._by_style: dict[str | None, tuple[str, int] | None] = {}
        self._common: dict[str, Ladder] = {}  # by abstract list
        self._ladders: dict[str, Ladder] = {}  # by num
        self._rungs: dict[tuple[str, int], Rung | None] = {}
        self._looks: dict[tuple[RunLooks, RunLooks], RunLooks] = {}

    def rung(self, style: str | None, number: str | None, level: int | None) -> Rung | None:
        """Where a paragraph stands in a list, from its style and its own numPr; None if it has no number."""
        found = self._find(style, number, level)
        if found is None:
            return None
        if found not in self._rungs:
            self._rungs[found] = self._rung(*found)
        return self._rungs[found]

    def _rung(self, number: str, index: int) -> Rung | None:
        num = self._num(number)
        ladder = self._ladder(number)
        level = ladder.level(index)
        return None if num is None or level is None else Rung(number, num, index, level, ladder)

    def _num(self, number: str) -> _Num | None:
        """A num, None if there is none of that number (also "0", which switches numbering off)."""
        if number not in self._nums:
            read = map(_read_num, reversed(self.num_elements.get(number, ())))
            self._nums[number] = next((num for num in read if num and num.abstract in self.abstracts), None)
        return self._nums[number]

    def _find(self, style: str | None, number: str | None, level: int | None) -> tuple[str, int] | None:
        """The num and level of a paragraph."""
        if style not in self._by_style:
            self._by_style[style] = self._from_style(style)
        inherited = self._by_style[style]
        if number is None and level is None:
            return inherited
        if number is None:
            return (inherited[0], _bounded(level)) if inherited else None
        if self._num(number) is None:
            return None
        if level is None:
            level = self._linked_level(number, style)
            if level is None and inherited and inherited[0] == number:
                level = inherited[1]
        return number, _bounded(level)

    def _from_style(self, style: str | None) -> tuple[str, int] | None:
        number = level = None
        for each in self.styles.chain(style):
            level = each.paragraph.level if level is None else level
            if each.paragraph.number is not None:
                number = each.paragraph.number
                break
        if number is None or self._num(number) is None:
            return None
        linked = self._linked_level(number, style)
        if linked is not None:
            return number, linked
        level = _bounded(level)
        if self._ladder(number).tied[level]:  # tied to another style: Word neither shows nor counts it
            return None
        return number, level

    def _linked_level(self, number: str, style: str | None) -> int | None:
        """The level that the style or one it is based on is tied to (w:pStyle); it outdoes the style's own w:ilvl."""
        tied = self._ladder(number).tied
        if not any(tied):
            return None
        return next((tied.index(each) for each in self.styles.chain_ids(style) if each in tied), None)

    def _ladder(self, number: str) -> Ladder:
        """The levels of a num: its own, for the rest those of its list."""
        ladder = self._ladders.get(number)
        if ladder is None:
            num = self._num(number)
            ladder = self._ladders[number] = Ladder({}, self.styles) if num is None else self._ladder_of(num)
        return ladder

    def _ladder_of(self, num: _Num) -> Ladder:
        common = self._common.get(num.abstract)
        if common is None:
            elements = level_elements(self.abstracts[self._find_root(num.abstract)])
            common = self._common[num.abstract] = Ladder(elements, self.styles)
        return Ladder(num.levels, self.styles, common, num.starts) if num.levels else common

    def _find_root(self, abstract: str) -> str:
        """The abstract list that gives the levels, through numStyleLink and styleLink."""
        seen = set()
        while abstract not in seen:
            seen.add(abstract)
            link = value(self.abstracts[abstract], "numStyleLink")
            target = self._list_of_style(link) if link else None
            if target is None:
                break
            abstract = target
        return abstract

    def looks(self, level: Level, mark: RunLooks) -> RunLooks:
        """The looks of a label: those of the paragraph mark, and over them those of the level."""
        if level.run is NOTHING:
            return mark
        key = (mark, level.run)
        looks = self._looks.get(key)
        if looks is None:
            looks = self._looks[key] = over(mark, level.run)
        return looks

    def _list_of_style(self, link: str) -> str | None:
        for name, abstract in self.abstracts.items():
            if value(abstract, "styleLink") == link and not value(abstract, "numStyleLink"):
                return name
        style = self.styles.style(link)
        num = self._num(style.paragraph.number or "") if style else None
        return num.abstract if num else None


def _bounded(level: int | None) -> int:
    return min(max(level or 0, 0), LEVELS - 1)


class Counters:
    """The running numbers of one story (the body, the text boxes, a header …)."""

    def __init__(self, numbering: Numbering, language: str | None = None) -> None:
        self.numbering = numbering
        self.language = language
        self.values: dict[str, list[int | None]] = {}  # by abstract list; None: shows its start, not yet counted
        self.met: dict[str, set[int]] = {}  # levels that were counted at least once
        self.started: set[tuple[str, int]] = set()  # start overrides that were applied

    def next(self, rung: Rung, mark: RunLooks) -> str | None:
        """Count a paragraph and give its label, None if it shows none; `mark` is the format of its paragraph mark."""
        level = rung.level
        values = self._count(rung, rung.index)
        for deeper in rung.restarted:
            values[deeper] = None
        looks = self.numbering.looks(level, mark)
        if looks.hidden:
            return None
        if level.picture:
            return "•"
        if level.style == "bullet":
            return bullet(level.text, looks.font)
        return self._text(values, rung, looks)

    def _count(self, rung: Rung, index: int) -> list[int | None]:
        values = self.values.get(rung.abstract)
        if values is None:
            values = self.values[rung.abstract] = [None] * LEVELS
            self.met[rung.abstract] = set()
        met = self.met[rung.abstract]
        if index not in met:  # levels above that were passed over count as begun
            for above in range(index - 1, -1, -1):
                if above in met:
                    break
                met.add(above)
                values[above] = _first(rung, above)
            met.add(index)
        current = values[index]
        if index in rung.starts and (rung.number, index) not in self.started:
            self.started.add((rung.number, index))
            values[index] = rung.starts[index]
        elif current is None:
            values[index] = _first(rung, index)
        else:
            values[index] = current + 1
        return values

    def _text(self, values: list[int | None], rung: Rung, looks: RunLooks) -> str | None:
        text = ""
        for part in rung.level.parts:
            if isinstance(part, str):
                text += part
                continue
            level = rung.level if part == rung.index else rung.ladder.level(part)
            if level is None:
                continue
            current = values[part]
            if current is None:
                current = _first(rung, part)
            style = level.style
            if rung.level.legal and style != "none" and not (level is rung.level and style == "decimalZero"):
                style = "decimal"
            text += write_number(current, style, looks.language or self.language)
        text = " ".join(text.split())
        return (text.upper() if looks.caps else text) or None


def _first(rung: Rung, index: int) -> int:
    """Where a level begins to count."""
    if index in rung.starts:
        return rung.starts[index]
    level = rung.ladder.level(index)
    return 0 if level is None else level.start


def read_numbering(root: Element | None, styles: StyleTable) -> Numbering:
    """The lists of word/numbering.xml."""
    numbering = Numbering(styles)
    if root is None:
        return numbering
    for element in root.iter(_ABSTRACT, _NUM):
        if element.tag == _ABSTRACT:
            numbering.abstracts[element.get(_ABSTRACT_ID) or ""] = element
        elif (name := element.get(_NUM_ID)) and name != "0":
            numbering.num_elements.setdefault(name, []).append(element)
    return numbering


def _read_num(element: Element) -> _Num | None:
    abstract = None
    starts: dict[int, int] = {}
    levels: dict[int, Element] = {}
    for child in element:
        tag = child.tag
        if tag == _ABSTRACT_ID and abstract is None:
            abstract = child.get(VAL)
        elif tag == _OVERRIDE:
            index = integer(child.get(_ILVL))
            if index is None or not 0 <= index < LEVELS:
                continue
            start, level = _read_override(child)
            if start is not None:
                starts[index] = start
            if level is not None:
                levels[index] = level
    return _Num(abstract, starts, levels) if abstract is not None else None


def _read_override(element: Element) -> tuple[int | None, Element | None]:
    """Where a num begins to count on a level, and a level of its own; each None if it keeps that of its list."""
    start = level = None
    for child in element:
        tag = child.tag
        if tag == _START and start is None:
            start = integer(child.get(VAL))
        elif tag == _LVL and level is None:
            level = child
    return start, level
