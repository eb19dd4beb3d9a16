"""Units: the lines and paragraphs that the parser walks over.

A block with intended line breaks ("Pasal 5⏎RUANG LINGKUP") becomes one unit per line; an automatic label and a number
typed by hand look alike from here on. A unit is a window on a block and never changes its text.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum
from functools import lru_cache

from kerjasama_check.agreement.letters import letter_count, mostly_capitals
from kerjasama_check.indonesian.lazy import lazy
from kerjasama_check.reading.document import Alignment, Block, Document, Part


class MarkKind(StrEnum):
    """Forms in which a point is numbered."""

    PARENS = "(1)"
    NUMBER = "1."
    NUMBER_PAREN = "1)"
    LETTER = "a."
    LETTER_PAREN = "a)"
    LETTER_PARENS = "(a)"
    UPPER = "A."
    ROMAN = "I."
    ROMAN_LOWER = "i."
    DECIMAL = "1.1"
    BULLET = "-"


_CENTRE = Alignment.CENTRE  # to look a member up in its class takes longer than to compare it


@dataclass(frozen=True, slots=True)
class Mark:
    """A number or bullet in front of a text. value: its place in its list from 1, 0 for a bullet."""

    kind: MarkKind
    value: int
    raw: str


@dataclass(slots=True)  # not frozen, which would double the time to make one; nothing changes it
class Unit:
    """One line or paragraph of a block.

    text: without tabs and outer blanks, the mark included if it was typed. body: text without the mark.
    marks: every way the mark can be read ("i." is the ninth letter or the first Roman number), the likeliest first.
    """

    text: str
    body: str
    marks: tuple[Mark, ...]
    block: int
    source: Block
    first: bool  # first unit of its block

    @property
    def mark(self) -> Mark | None:
        return self.marks[0] if self.marks else None

    @property
    def centred(self) -> bool:
        return self.source.style.alignment is _CENTRE

    @property
    def bold(self) -> bool:
        return bool(self.source.style.bold)

    @property
    def upper(self) -> bool:
        """Most letters are capitals."""
        return mostly_capitals(self.body, 0.8) and letter_count(self.body) > 1


_ROMAN = lazy(r"(?=[ivxlc])(x{0,3})(ix|iv|v?i{0,3})$", re.I)
_ROMAN_VALUE = {"i": 1, "v": 5, "x": 10, "l": 50, "c": 100}
_TYPED = lazy(
    r"""\s*(?P<raw>
      \(\s*\d{1,2}\s*[a-z.]?\s*\) | \(\s*[a-zA-Z]\s*\) | \(\s*[ivx]{1,4}\s*\)
      | \d{1,2}(?:\.\d{1,2}){1,3}\.?(?=\s)
      | \d{1,2}\s?(?:\.\s?\)|[.)])(?!\d)
      | [a-z]{1,2}\s?[.)](?=\s|[A-Z(“"]) | [A-Z]\s?[.)](?=\s)
      | [ivxIVX]{1,5}\s?[.)](?=\s|[A-Z])
      | [•●▪◦‣·*–—➢✓o-](?=\s)
    )\s*""",
    re.X,
)


_LONGEST_MARK = 40


def roman_value(text: str) -> int | None:
    """The value of a Roman number up to 39, None if it is none."""
    if not text or not _ROMAN.match(text):
        return None
    values = [_ROMAN_VALUE[c] for c in text.lower()]
    return sum(-v if i + 1 < len(values) and values[i + 1] > v else v for i, v in enumerate(values))


def letter_value(text: str) -> int:
    """1 for "a", 27 for "aa" (Word's way)."""
    return (len(text) - 1) * 26 + ord(text[0].lower()) - ord("a") + 1


@lru_cache(maxsize=1024)
def readings(raw: str) -> tuple[Mark, ...]:
    """Every way to read a label: "(1)", "1.", "a)", "iv.", "•"."""
    core = raw.strip().strip(".():").strip()
    opened, closed = raw.strip().startswith("("), ")" in raw
    if not core or not core[0].isalnum():
        return (Mark(MarkKind.BULLET, 0, raw),)
    if "." in core and all(part.isdigit() for part in core.split(".") if part):
        return (Mark(MarkKind.DECIMAL, int(core.split(".")[-1] or 0), raw),)
    if core.isdigit():
        kind = MarkKind.PARENS if opened else MarkKind.NUMBER_PAREN if closed else MarkKind.NUMBER
        return (Mark(kind, int(core), raw),)
    found = []
    if core.isalpha() and len(set(core.lower())) == 1 and len(core) <= 2:
        if core.islower():
            kind = MarkKind.LETTER_PARENS if opened else MarkKind.LETTER_PAREN if closed else MarkKind.LETTER
        else:
            kind = MarkKind.UPPER
        found.append(Mark(kind, letter_value(core), raw))
    number = roman_value(core)
    if number is not None and (core.isupper() or core.islower()):
        mark = Mark(MarkKind.ROMAN if core.isupper() else MarkKind.ROMAN_LOWER, number, raw)
        found.insert(0 if len(core) > 1 or core == "I" else len(found), mark)
    if not found and len(core) == 1 and core in "o":
        found.append(Mark(MarkKind.BULLET, 0, raw))
    return tuple(found)


def split_mark(text: str) -> tuple[tuple[Mark, ...], str]:
    """The marks in front of a typed text and the rest of it."""
    match = _TYPED.match(text)
    if not match or not text[match.end() :].strip():
        whole = _TYPED.fullmatch(text + " ") if len(text) <= _LONGEST_MARK else None
        if whole and not text[-1:].isalpha():
            return readings(whole["raw"]), ""
        return (), text.strip()
    raw = match["raw"]
    if raw == "o" or (raw in "*" and len(text) < 4):
        return (), text.strip()
    marks = readings(raw)
    return (marks, text[match.end() :].strip()) if marks else ((), text.strip())


_MAY_BE_SPACED = lazy(r" . . ")
_SPACED = lazy(r"(?<!\S)[^\W\d_](?: [^\W\d_]){3,}(?!\S)")


def squeeze(text: str) -> str:
    """One blank wherever there is white space; letters that are spaced apart ("P E N U T U P") are closed up."""
    line = " ".join(text.split())
    if not _MAY_BE_SPACED.search(line):
        return line
    return " ".join(_SPACED.sub(lambda match: match[0].replace(" ", ""), text).split())


def units_of_block(index: int, block: Block) -> list[Unit]:
    units = []
    label = block.label
    first = True
    for line in block.text.split("\n"):
        text = squeeze(line)
        if label:
            whole = f"{label} {text}".strip()
            marks = readings(label)
            units.append(Unit(whole, text if marks else whole, marks, index, block, True))
            label = None
        elif text:
            marks, body = split_mark(text)
            units.append(Unit(text, body, marks, index, block, first))
        first = False
    return units


def units_of(document: Document) -> tuple[Unit, ...]:
    """All units of the text; footnotes are left to themselves."""
    blocks = document.blocks
    return tuple([unit for index in _row_by_row(blocks) for unit in units_of_block(index, blocks[index])])


def _row_by_row(blocks: Sequence[Block]) -> list[int]:
    """The order in which a reader takes the blocks.

    A table row whose cells hold the same number of paragraphs, several each, is read across ("1." name, ":" office;
    "2." name, ":" office), as people who draw it mean it.
    """
    footnote = Part.FOOTNOTE
    text = [i for i, block in enumerate(blocks) if block.part is not footnote]
    order: list[int] = []
    members: list[int] = []  # of the row that is being read
    row = None
    for i in text:
        cell = blocks[i].cell
        here = (cell.table, cell.row) if cell else None
        if here != row:
            order.extend(_across(members, blocks) if members else ())
            members, row = [], here
        (order if here is None else members).append(i)
    order.extend(_across(members, blocks) if members else ())
    return order


def _across(members: Sequence[int], blocks: Sequence[Block]) -> Sequence[int]:
    columns: dict[int, list[int]] = {}
    for i in members:
        cell = blocks[i].cell
        if cell is not None and (blocks[i].text.strip() or blocks[i].label):
            columns.setdefault(cell.column, []).append(i)
    sizes = {len(column) for column in columns.values()}
    if len(columns) < 3 or len(sizes) != 1 or sizes == {1}:
        return members
    return [i for row in zip(*columns.values(), strict=True) for i in row]


def join(units: Sequence[Unit]) -> str:
    """The text of some units as one line."""
    return " ".join(unit.text for unit in units)


def blocks_of(units: Sequence[Unit]) -> tuple[int, ...]:
    """Their blocks, in order, each once."""
    return tuple(dict.fromkeys(unit.block for unit in units))
