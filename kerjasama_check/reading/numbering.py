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
_ABSTRACT, _ABSTRACT_ID, _NUM, _NUM_ID = w("abstractNum"), w("abstractNumId"), w("num"), w("numId")
_OVERRIDE, _LVL, _ILVL, _FORMAT, _IND = w("lvlOverride"), w("lvl"), w("ilvl"), w("numFmt"), w("ind")
_LEGAL, _PICTURE = w("isLgl"), w("lvlPicBulletId")
_TEXTS = tuple((name, w(name)) for name in ("start", "lvlText", "lvlRestart", "pStyle"))


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


class _Ladder:
    """The nine levels of a list, None where it has none; nums without levels of their own share their list's."""

    def __init__(self, levels: list[Level | None]) -> None:
        self.levels = levels
        self.tied: dict[str, int] = {}  # by style: the first level that is tied to it
        for index, level in enumerate(levels):
            if level is not None and level.paragraph_style:
                self.tied.setdefault(level.paragraph_style, index)
        self.restarted = [self._restarted(index) for index in range(LEVELS)]

    def _restarted(self, index: int) -> tuple[int, ...]:
        """The deeper levels that a paragraph on this level sets back."""
        out = []
        for deeper in range(index + 1, LEVELS):
            level = self.levels[deeper]
            restart = level.restart if level is not None else None
            if restart is None or (restart > 0 and index < restart):
                out.append(deeper)
        return tuple(out)


class Numbering:
    """All lists of a document, each read when a paragraph first names it."""

    def __init__(self, styles: StyleTable) -> None:
        self.styles = styles
        self.abstracts: dict[str, _Abstract] = {}
        self.num_elements: dict[str, Element] = {}
        self._nums: dict[str, _Num | None] = {}
        self._by_style: dict[str | None, tuple[str, int] | None] = {}
        self._common: dict[str, _Ladder] = {}  # by abstract list
        self._ladders: dict[str, _Ladder] = {}  # by num
        self._looks: dict[tuple[RunLooks, RunLooks], RunLooks] = {}

    def num(self, number: str) -> _Num | None:
        """A num, None if there is none of that number (also "0", which switches numbering off)."""
        if number not in self._nums:
            element = self.num_elements.get(number)
            num = None if element is None else _read_num(element, self.styles)
            self._nums[number] = num if num is not None and num.abstract in self.abstracts else None
        return self._nums[number]

    def find(self, style: str | None, number: str | None, level: int | None) -> tuple[str, int] | None:
        """The num and level of a paragraph from its style and its own numPr; None if it has no number."""
        if style not in self._by_style:
            self._by_style[style] = self._from_style(style)
        inherited = self._by_style[style]
        if number is None and level is None:
            return inherited
        if number is None:
            return (inherited[0], _bounded(level)) if inherited else None
        if self.num(number) is None:
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
        if number is None or self.num(number) is None:
            return None
        linked = self._linked_level(number, style)
        if linked is not None:
            return number, linked
        found = self.ladder(number).levels[_bounded(level)]
        if found is not None and found.paragraph_style:  # tied to another style: Word neither shows nor counts it
            return None
        return number, _bounded(level)

    def _linked_level(self, number: str, style: str | None) -> int | None:
        """The level that the style or one it is based on is tied to (w:pStyle); it outdoes the style's own w:ilvl."""
        tied = self.ladder(number).tied
        return next((tied[each] for each in self.styles.chain_ids(style) if each in tied), None) if tied else None

    def ladder(self, number: str) -> _Ladder:
        """The levels of a num: its own, for the rest those of its list."""
        ladder = self._ladders.get(number)
        if ladder is None:
            num = self.num(number)
            ladder = self._ladders[number] = self._ladder_of(num) if num is not None else _Ladder([None] * LEVELS)
        return ladder

    def _ladder_of(self, num: _Num) -> _Ladder:
        root = self._find_root(num.abstract)
        common = self._common.get(root)
        if common is None:
            common = self._common[root] = _Ladder(_read_levels(self.abstracts[root].element, self.styles))
        if not num.levels:
            return common
        levels = list(common.levels)
        for index, own in num.levels.items():
            under = levels[index]
            levels[index] = own._replace(run=under.run) if own.run is NOTHING and under is not None else own
        return _Ladder(levels)

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

    def _list_of_style(self, link: str) -> str | None:
        for name, abstract in self.abstracts.items():
            if abstract.style_link == link and not abstract.from_style:
                return name
        style = self.styles.style(link)
        num = self.num(style.paragraph.number or "") if style else None
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
        ladder = self.numbering.ladder(number)
        level = ladder.levels[index]
        num = self.numbering.num(number)
        if level is None or num is None:
            return None
        values = self._count(num, ladder.levels, number, index)
        for deeper in ladder.restarted[index]:
            values[deeper] = None
        looks = level.run if mark is None else self.numbering.looks(level, mark)
        text = None if looks.hidden else self._text(values, num, ladder.levels, level, looks)
        return Label(text, index, level.left, level.first_line)

    def _count(self, num: _Num, levels: list[Level | None], number: str, index: int) -> list[int | None]:
        values = self.values.get(num.abstract)
        if values is None:
            values = self.values[num.abstract] = [None] * LEVELS
            self.met[num.abstract] = set()
        met = self.met[num.abstract]
        if index not in met:  # levels above that were passed over count as begun
            for above in range(index - 1, -1, -1):
                if above in met:
                    break
                met.add(above)
                values[above] = _first(num, levels, above)
            met.add(index)
        current = values[index]
        if index in num.starts and (number, index) not in self.started:
            self.started.add((number, index))
            values[index] = num.starts[index]
        elif current is None:
            values[index] = _first(num, levels, index)
        else:
            values[index] = current + 1
        return values

    def _text(
        self, values: list[int | None], num: _Num, levels: list[Level | None], shown: Level, looks: RunLooks
    ) -> str | None:
        if shown.picture:
            return "•"
        if shown.style == "bullet":
            return bullet(shown.text, looks.font)
        text = ""
        for part in shown.parts:
            if isinstance(part, str):
                text += part
                continue
            level, current = levels[part], values[part]
            if level is None:
                continue
            if current is None:
                current = _first(num, levels, part)
            style = level.style
            if shown.legal and style != "none" and not (level is shown and style == "decimalZero"):
                style = "decimal"
            text += write_number(current, style, looks.language or self.language)
        text = " ".join(text.split())
        return (text.upper() if looks.caps else text) or None


def _first(num: _Num, levels: list[Level | None], index: int) -> int:
    """Where a level begins to count."""
    if index in num.starts:
        return num.starts[index]
    level = levels[index]
    return 0 if level is None else level.start


def read_numbering(root: Element | None, styles: StyleTable) -> Numbering:
    """The lists of word/numbering.xml."""
    numbering = Numbering(styles)
    if root is None:
        return numbering
    for element in root.iter(_ABSTRACT, _NUM):
        if element.tag == _ABSTRACT:
            abstract = _Abstract(element, value(element, "styleLink"), value(element, "numStyleLink"))
            numbering.abstracts[element.get(_ABSTRACT_ID) or ""] = abstract
            continue
        name = element.get(_NUM_ID)
        if name and name != "0":
            numbering.num_elements[name] = element
    return numbering


def _read_num(element: Element, styles: StyleTable) -> _Num | None:
    abstract = value(element, "abstractNumId")
    if abstract is None:
        return None
    num = _Num(abstract, {}, {})
    for override in element.iterchildren(_OVERRIDE):
        index = integer(override.get(_ILVL))
        if index is None or not 0 <= index < LEVELS:
            continue
        start = integer(value(override, "startOverride"))
        level = override.find(_LVL)
        if level is not None:
            num.levels[index] = _read_level(level, styles)
            if start is not None:
                num.levels[index] = num.levels[index]._replace(start=start)
        if start is not None:
            num.starts[index] = start
    return num


def _read_levels(abstract: Element, styles: StyleTable) -> list[Level | None]:
    levels: list[Level | None] = [None] * LEVELS
    for child in abstract.iterchildren(_LVL):
        index = integer(child.get(_ILVL))
        if index is not None and 0 <= index < LEVELS:
            levels[index] = _read_level(child, styles)
    return levels


def _read_level(element: Element, styles: StyleTable) -> Level:
    found = {child.tag: child for child in element}
    texts = {name: found[tag].get(VAL) for name, tag in _TEXTS if tag in found}
    run, _ = read_run(found.get(RPR), styles.themes)
    indent = found[PPR].find(_IND) if PPR in found else None
    left, first_line = (None, None) if indent is None else read_indent(indent)
    text = texts.get("lvlText") or ""
    return Level(
        start=integer(texts.get("start")) or 0,
        style=_format(element),
        text=text,
        parts=_parts(text),
        legal=_LEGAL in found and on(found[_LEGAL]),
        restart=integer(texts.get("lvlRestart")),
        paragraph_style=texts.get("pStyle"),
        picture=_PICTURE in found,
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
    element = level.find(_FORMAT)
    if element is None:
        element = level.find(f".//{_FORMAT}")
    if element is None:
        return "decimal"
    style = element.get(VAL) or "decimal"
    if style == "custom":
        pattern = element.get(w("format")) or ""
        zeros = pattern.split(",")[0].strip()
        return f"zeros:{len(zeros)}" if zeros.strip("0") in ("", "1") and zeros else "decimal"
    return style
