"""List labels as Word computes them from word/numbering.xml (ISO/IEC 29500-1, 17.9).

A paragraph names a *num*; the num points to an *abstract list* of nine levels and may override some of them. Counters
belong to the abstract list that the num points to, so all nums of one abstract list go on counting together. What the
standard leaves open (a level passed over, a level set back, a level tied to a style) follows what Word does.
"""

from __future__ import annotations

from typing import NamedTuple

from kerjasama_check.reading.docx_looks import NOTHING, RunLooks, over, read_indent, read_run
from kerjasama_check.reading.docx_names import PPR, RPR, VAL, Element, integer, on, value, w
from kerjasama_check.reading.docx_styles import StyleTable
from kerjasama_check.reading.docx_symbols import bullet
from kerjasama_check.reading.number_formats import write_number

LEVELS = 9
_LEVEL_SIGNS = frozenset("123456789")


class Level(NamedTuple):
    """One level of a list. restart: None is the usual way, 0 never, n only after a level above level n."""

    start: int = 1
    style: str = "decimal"  # w:numFmt
    text: str = ""  # of a bullet: its sign
    parts: tuple[str | int, ...] = ()  # of other labels: words, and the levels whose numbers stand among them
    legal: bool = False  # isLgl: all numbers of the label in Arabic digits
    restart: int | None = None
    paragraph_style: str | None = None
    picture: bool = False
    run: RunLooks = NOTHING
    left: float | None = None
    first_line: float | None = None


class _Abstract(NamedTuple):
    element: Element
    style_link: str | None  # the numbering style that this list defines
    from_style: str | None  # the numbering style whose list stands for this one


class _Num(NamedTuple):
    abstract: str
    starts: dict[int, int]  # by level: where this num begins to count
    levels: dict[int, Level]  # levels of its own


class Numbering:
    """All lists of a document."""

    def __init__(self, styles: StyleTable) -> None:
        self.styles = styles
        self.abstracts: dict[str, _Abstract] = {}
        self.nums: dict[str, _Num] = {}
        self._by_style: dict[str | None, tuple[str, int] | None] = {}
        self._abstract_levels: dict[str, dict[int, Level]] = {}
        self._levels: dict[tuple[str, int], Level | None] = {}
        self._looks: dict[tuple[RunLooks, RunLooks], RunLooks] = {}
        self._roots: dict[str, str] = {}
        self._restarted: dict[tuple[str, int], tuple[int, ...]] = {}

    def find(self, style: str | None, number: str | None, level: int | None) -> tuple[str, int] | None:
        """The num and level of a paragraph from its style and its own numPr; None if it has no number."""
        if style not in self._by_style:
            self._by_style[style] = self._from_style(style)
        inherited = self._by_style[style]
        if number is None and level is None:
            return inherited
        if number is None:
            return (inherited[0], _bounded(level)) if inherited else None
        if number not in self.nums:  # also "0", which switches numbering off
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
        if number is None or number not in self.nums:
            return None
        linked = self._linked_level(number, style)
        if linked is not None:
            return number, linked
        found = self.level(number, _bounded(level))
        if found is not None and found.paragraph_style:  # tied to another style: Word neither shows nor counts it
            return None
        return number, _bounded(level)

    def _linked_level(self, number: str, style: str | None) -> int | None:
        """The level that the style or one it is based on is tied to (w:pStyle); it outdoes the style's own w:ilvl."""
        tied: dict[str, int] = {}
        for index in range(LEVELS):
            level = self.level(number, index)
            if level is not None and level.paragraph_style:
                tied.setdefault(level.paragraph_style, index)
        return next((tied[each] for each in self.styles.chain_ids(style) if each in tied), None)

    def level(self, number: str, index: int) -> Level | None:
        key = (number, index)
        if key not in self._levels:
            own = self.nums[number].levels.get(index)
            common = self._levels_of(self._root(number)).get(index)
            if own is not None and own.run is NOTHING and common is not None:
                own = own._replace(run=common.run)
            self._levels[key] = own or common
        return self._levels[key]

    def _levels_of(self, abstract: str) -> dict[int, Level]:
        if abstract not in self._abstract_levels:
            levels = self._abstract_levels[abstract] = {}
            for child in self.abstracts[abstract].element.iterchildren(w("lvl")):
                index = integer(child.get(w("ilvl")))
                if index is not None and 0 <= index < LEVELS:
                    levels[index] = _read_level(child, self.styles)
        return self._abstract_levels[abstract]

    def _root(self, number: str) -> str:
        """The abstract list that gives a num its levels, through numStyleLink and styleLink."""
        if number not in self._roots:
            self._roots[number] = self._find_root(self.nums[number].abstract)
        return self._roots[number]

    def _find_root(self, abstract: str) -> str:
        seen = set()
        while abstract not in seen:
            seen.add(abstract)
            link = self.abstracts[abstract].from_style
            target = self._list_of_style(link) if link else None
            if target is None:
                break
            abstract = target
        return abstract

    def looks(self, level: Level, mark: RunLooks) -> RunLooks:
        """The looks of a label: those of the paragraph mark, and over them those of the level."""
        key = (mark, level.run)
        if key not in self._looks:
            self._looks[key] = over(mark, level.run)
        return self._looks[key]

    def restarted(self, number: str, index: int) -> tuple[int, ...]:
        """The deeper levels that a paragraph on this level sets back."""
        key = (number, index)
        if key not in self._restarted:
            deeper = {each: self.level(number, each) for each in range(index + 1, LEVELS)}
            restarts = {each: level.restart if level is not None else None for each, level in deeper.items()}
            self._restarted[key] = tuple(
                each for each, restart in restarts.items() if restart is None or (restart > 0 and index < restart)
            )
        return self._restarted[key]

    def _list_of_style(self, link: str) -> str | None:
        for name, abstract in self.abstracts.items():
            if abstract.style_link == link and not abstract.from_style:
                return name
        style = self.styles.style(link)
        num = self.nums.get(style.paragraph.number or "") if style else None
        return num.abstract if num else None


def _bounded(level: int | None) -> int:
    return min(max(level or 0, 0), LEVELS - 1)


class Label(NamedTuple):
    text: str | None  # None: the level shows nothing
    level: int
    left: float | None
    first_line: float | None


class Counters:
    """The running numbers of one story (the body, the text boxes, a header …)."""

    def __init__(self, numbering: Numbering, language: str | None = None) -> None:
        self.numbering = numbering
        self.language = language
        self.values: dict[str, list[int | None]] = {}  # by abstract list; None: shows its start, not yet counted
        self.met: dict[str, set[int]] = {}  # levels that were counted at least once
        self.started: set[tuple[str, int]] = set()  # start overrides that were applied

    def next(self, number: str, index: int, mark: RunLooks | None = None) -> Label | None:
        """Count a paragraph and give its label; `mark` is the format of its paragraph mark."""
        level = self.numbering.level(number, index)
        if level is None:
            return None
        values = self._count(number, index)
        for deeper in self.numbering.restarted(number, index):
            values[deeper] = None
        looks = level.run if mark is None else self.numbering.looks(level, mark)
        text = None if looks.hidden else self._text(values, number, level, looks)
        return Label(text, index, level.left, level.first_line)

    def _count(self, number: str, index: int) -> list[int | None]:
        num = self.numbering.nums[number]
        values = self.values.setdefault(num.abstract, [None] * LEVELS)
        met = self.met.setdefault(num.abstract, set())
        if index not in met:  # levels above that were passed over count as begun
            for above in range(index - 1, -1, -1):
                if above in met:
                    break
                met.add(above)
                values[above] = self._first(number, above)
        met.add(index)
        start, current = num.starts.get(index), values[index]
        if start is not None and (number, index) not in self.started:
            self.started.add((number, index))
            values[index] = start
        elif current is None:
            values[index] = self._first(number, index)
        else:
            values[index] = current + 1
        return values

    def _first(self, number: str, index: int) -> int:
        start = self.numbering.nums[number].starts.get(index)
        level = self.numbering.level(number, index)
        return start if start is not None else level.start if level is not None else 0

    def _text(self, values: list[int | None], number: str, level: Level, looks: RunLooks) -> str | None:
        if level.picture:
            return "•"
        if level.style == "bullet":
            return bullet(level.text, looks.font)
        shown = [
            part if isinstance(part, str) else self._number(values, number, part, level, looks) for part in level.parts
        ]
        text = " ".join("".join(shown).split())
        return (text.upper() if looks.caps else text) or None

    def _number(self, values: list[int | None], number: str, index: int, shown: Level, looks: RunLooks) -> str:
        level = self.numbering.level(number, index)
        if level is None:
            return ""
        current = values[index]
        if current is None:
            current = self._first(number, index)
        style = level.style
        if shown.legal and style != "none" and not (level is shown and style == "decimalZero"):
            style = "decimal"
        return write_number(current, style, looks.language or self.language)


def read_numbering(root: Element | None, styles: StyleTable) -> Numbering:
    """The lists of word/numbering.xml."""
    numbering = Numbering(styles)
    if root is None:
        return numbering
    for element in root.iter(w("abstractNum")):
        abstract = _Abstract(element, value(element, "styleLink"), value(element, "numStyleLink"))
        numbering.abstracts[element.get(w("abstractNumId")) or ""] = abstract
    for element in root.iter(w("num")):
        name, abstract_id = element.get(w("numId")), value(element, "abstractNumId")
        if name and name != "0" and abstract_id in numbering.abstracts:
            numbering.nums[name] = _read_num(element, abstract_id, styles)
    return numbering


def _read_num(element: Element, abstract: str, styles: StyleTable) -> _Num:
    num = _Num(abstract, {}, {})
    for override in element.iterchildren(w("lvlOverride")):
        index = integer(override.get(w("ilvl")))
        if index is None or not 0 <= index < LEVELS:
            continue
        start = integer(value(override, "startOverride"))
        level = override.find(w("lvl"))
        if level is not None:
            num.levels[index] = _read_level(level, styles)
            if start is not None:
                num.levels[index] = num.levels[index]._replace(start=start)
        if start is not None:
            num.starts[index] = start
    return num


def _read_level(element: Element, styles: StyleTable) -> Level:
    found = {child.tag: child for child in element}

    def text(name: str) -> str | None:
        child = found.get(w(name))
        return None if child is None else child.get(VAL)

    run, _ = read_run(found.get(RPR), styles.themes)
    indent = found[PPR].find(w("ind")) if PPR in found else None
    left, first_line = (None, None) if indent is None else read_indent(indent)
    legal = found.get(w("isLgl"))
    return Level(
        start=integer(text("start")) or 0,
        style=_format(element),
        text=text("lvlText") or "",
        parts=_parts(text("lvlText") or ""),
        legal=legal is not None and on(legal),
        restart=integer(text("lvlRestart")),
        paragraph_style=text("pStyle"),
        picture=w("lvlPicBulletId") in found,
        run=run,
        left=left,
        first_line=first_line,
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


def _format(level: Element) -> str:
    """w:numFmt; newer formats stand inside mc:AlternateContent with a plain one as fallback."""
    element = level.find(w("numFmt"))
    if element is None:
        element = level.find(f".//{w('numFmt')}")
    if element is None:
        return "decimal"
    style = element.get(VAL) or "decimal"
    if style == "custom":
        pattern = element.get(w("format")) or ""
        zeros = pattern.split(",")[0].strip()
        return f"zeros:{len(zeros)}" if zeros.strip("0") in ("", "1") and zeros else "decimal"
    return style
