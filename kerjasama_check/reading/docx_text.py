"""The running text of one DOCX paragraph: runs, fields, tracked changes, symbols, and what is anchored in it."""

from __future__ import annotations

import re
from typing import NamedTuple

from kerjasama_check.indonesian.lazy import lazy
from kerjasama_check.reading import docx_symbols
from kerjasama_check.reading.docx_looks import RunLooks
from kerjasama_check.reading.docx_names import (
    ALTERNATE,
    CHOICE,
    FALLBACK,
    M_NS,
    RPR,
    SDT,
    SDT_CONTENT,
    TXBX,
    VAL,
    Element,
    R,
    T,
    integer,
    on,
    value,
    w,
)
from kerjasama_check.reading.docx_styles import StyleTable

MAX_DEPTH = 60  # of nested inline elements; what lies deeper is read flat

INS, DEL, MOVE_FROM, MOVE_TO = w("ins"), w("del"), w("moveFrom"), w("moveTo")
TRACKED = frozenset((INS, DEL, MOVE_FROM, MOVE_TO))
_TAB, _PTAB, _BR, _CR = w("tab"), w("ptab"), w("br"), w("cr")
_HYPHEN, _SOFT, _SYM = w("noBreakHyphen"), w("softHyphen"), w("sym")
_DEL_TEXT, _FIELD, _INSTRUCTION = w("delText"), w("fldChar"), w("instrText")
_DRAWINGS = frozenset((w("drawing"), w("pict"), w("object")))
_NOTES = {w("footnoteReference"): "footnotes", w("endnoteReference"): "endnotes"}
_COMMENTS = frozenset((w("commentRangeStart"), w("commentReference")))
_RUBY, _RUBY_BASE = w("ruby"), w("rubyBase")
_MATH = frozenset((f"{{{M_NS}}}oMath", f"{{{M_NS}}}oMathPara"))
_MATH_TEXT = f"{{{M_NS}}}t"
_RPR_CHANGE = w("rPrChange")
_ID = w("id")
# Properties and marks without text of their own; everything else unknown is looked into.
_SKIPPED = frozenset(
    w(name)
    for name in [
        "pPr",
        "sdtPr",
        "sdtEndPr",
        "bookmarkStart",
        "bookmarkEnd",
        "proofErr",
        "commentRangeEnd",
        "permStart",
        "permEnd",
        "lastRenderedPageBreak",
        "instrText",
        "delInstrText",
        "annotationRef",
        "footnoteRef",
        "endnoteRef",
        "separator",
        "continuationSeparator",
        "pgNum",
        "dayShort",
        "moveFromRangeStart",
        "moveFromRangeEnd",
        "moveToRangeStart",
        "moveToRangeEnd",
        "smartTagPr",
        "customXmlPr",
        "fldData",
    ]
)
_TRANSLATION = {
    0xA0: " ", 0x202F: " ", 0x2007: " ", 0x3000: " ", 0x205F: " ", 0x1680: " ", **dict.fromkeys(range(8192, 8203), " "),
    0x2011: "-", 0x2010: "-", 0xAD: None, 0x200B: None, 0x200C: None, 0x200D: None, 0xFEFF: None, 0x2060: None,
    0x200E: None, 0x200F: None, 0x202A: None, 0x202B: None, 0x202C: None, 0x202D: None, 0x202E: None,
    0x85: "\n", 0x2028: "\n", 0x2029: "\n", 0x0B: "\n", 0x0C: "\n", 0x0D: "\n",
}  # fmt: skip
_BLANKS = lazy(r" {2,}")
_AROUND = lazy(r" ?([\n\t]) ?")


class Changes:
    """Which side of the tracked changes is read ("final" or "original"), and how many there are."""

    def __init__(self, view: str) -> None:
        removed, added = frozenset((DEL, MOVE_FROM)), frozenset((INS, MOVE_TO))
        self.original = view == "original"
        self.dropped, self.kept = (added, removed) if self.original else (removed, added)
        self.count = 0


class Box(NamedTuple):
    """A text box: its content, and the paragraph it is anchored in with that one's path."""

    content: Element
    anchor: Element
    anchor_path: str


class Gathered:
    """What a paragraph holds, before it becomes a block."""

    __slots__ = ("boxes", "comments", "notes", "runs")

    def __init__(self) -> None:
        self.runs: list[tuple[str, RunLooks]] = []
        self.boxes: list[Box] = []
        self.notes: list[tuple[str, str]] = []  # ("footnotes", id)
        self.comments: list[str] = []


class TextReader:
    """Reads paragraphs of one story; open fields go on from paragraph to paragraph."""

    def __init__(self, styles: StyleTable, changes: Changes) -> None:
        self.styles = styles
        self.changes = changes
        self.fields: list[bool] = []  # open fields: True while in the instruction, which is not shown
        self.anchor: Element = None
        self.anchor_path = ""

    def gather(self, paragraph: Element, path: str, style: str | None, into: Gathered) -> None:
        """Add the text of a w:p of this paragraph style to `into`."""
        self.anchor, self.anchor_path = paragraph, path
        self._inline(paragraph, style, into, 0)

    def gather_stray(self, element: Element, path: str, into: Gathered) -> None:
        """A run that stands outside of a paragraph."""
        self.anchor, self.anchor_path = element, path
        if element.tag == R:
            self._run(element, None, into, 0)
        elif element.tag == T:
            self._text("".join(element.itertext()), self.styles.run(None), into)
        else:
            self._inline(element, None, into, 0)

    def _inline(self, parent: Element, style: str | None, into: Gathered, depth: int) -> None:
        if depth > MAX_DEPTH:
            text = "".join(element.text or "" for element in parent.iter(T))
            into.runs.append((text, self.styles.run(style)))
            return
        for child in parent:
            tag = child.tag
            if tag == R:
                self._run(child, style, into, depth + 1)
            elif tag in _SKIPPED or tag == RPR:
                continue
            elif tag in self.changes.dropped:
                self._count_change(child)
            elif tag in self.changes.kept:
                self._count_change(child)
                self._inline(child, style, into, depth + 1)
            elif tag == SDT:
                content = child.find(SDT_CONTENT)
                if content is not None:
                    self._inline(content, style, into, depth + 1)
            elif tag == ALTERNATE:
                self._alternate(child, style, into, depth + 1)
            elif tag in _MATH:
                into.runs.append(("".join(t.text or "" for t in child.iter(_MATH_TEXT)), self.styles.run(style)))
            elif tag in _COMMENTS:
                into.comments.append(child.get(_ID) or "")
            elif isinstance(tag, str):
                if tag == T and child.text:  # text outside of a run: only in repaired XML
                    self._text(child.text, self.styles.run(style), into)
                self._inline(child, style, into, depth + 1)
                if tag == T and child.tail:
                    self._text(child.tail, self.styles.run(style), into)

    def _count_change(self, change: Element) -> None:
        if len(change):
            self.changes.count += 1

    def _run(self, run: Element, style: str | None, into: Gathered, depth: int) -> None:
        looks: RunLooks | None = None
        for child in run:
            tag = child.tag
            if tag == T and looks is not None and not self.fields and not looks.hidden and not len(child):
                text = child.text
                if text:
                    self._text(text, looks, into)
            elif tag == RPR:
                looks = self._looks(child, style) if self.changes.original else self.styles.direct(style, child)
            elif tag == _FIELD:
                self._field(child, into, looks or self.styles.run(style))
            elif tag == _INSTRUCTION:
                continue
            else:
                if looks is None:
                    looks = self.styles.run(style)
                if not (self.fields and any(self.fields)):
                    self._run_child(child, tag, looks, style, into, depth)

    def _run_child(
        self, child: Element, tag: object, looks: RunLooks, style: str | None, into: Gathered, depth: int
    ) -> None:
        if tag in _DRAWINGS:
            boxes = _outermost_boxes(child)
            into.boxes.extend(Box(content, self.anchor, self.anchor_path) for content in boxes)
            return
        if tag == ALTERNATE:
            self._alternate(child, style, into, depth, looks)
            return
        if looks.hidden:
            return
        if tag == T or (tag == _DEL_TEXT and self.changes.original):
            if child.text:
                self._text(child.text, looks, into)
            if len(child):  # elements inside w:t: only in repaired XML
                self._inline(child, style, into, depth + 1)
        elif tag in (_TAB, _PTAB):
            into.runs.append(("\t", looks))
        elif tag in (_BR, _CR):
            into.runs.append(("\n", looks))
        elif tag == _HYPHEN:
            into.runs.append(("-", looks))
        elif tag == _SYM:
            self._symbol(child, looks, into)
        elif tag in _NOTES:
            into.notes.append((_NOTES[tag], child.get(_ID) or ""))
        elif tag in _COMMENTS:
            into.comments.append(child.get(_ID) or "")
        elif tag == _RUBY:
            base = child.find(_RUBY_BASE)
            if base is not None:
                self._inline(base, style, into, depth + 1)
        elif tag == R or (isinstance(tag, str) and tag not in _SKIPPED and tag != _SOFT and tag != _DEL_TEXT):
            if tag == R:  # a run in a run: only in repaired XML
                self._run(child, style, into, depth + 1)
            elif depth < MAX_DEPTH:
                self._inline(child, style, into, depth + 1)

    def _looks(self, rpr: Element, style: str | None, mark: bool = False) -> RunLooks:
        if self.changes.original:
            change = rpr.find(_RPR_CHANGE)
            old = change.find(RPR) if change is not None else None
            rpr = rpr if old is None else old
        return self.styles.direct(style, rpr, mark)

    def mark_looks(self, style: str | None, mark: Element | None) -> RunLooks:
        """The format of a paragraph mark, which its list label follows."""
        return self.styles.run(style) if mark is None else self._looks(mark, style, mark=True)

    def _text(self, text: str, looks: RunLooks, into: Gathered) -> None:
        """Add text. Blanks at the ends of a w:t without xml:space are kept, so that no two words are ever joined."""
        if "\n" in text or "\r" in text:
            text = " ".join(re.split(r"[\r\n]+", text))
        if not (text.isascii() or text.isprintable()) and any("\ue000" <= c <= "\uf8ff" for c in text):
            text = docx_symbols.plain(text, looks.font)
        into.runs.append((text.upper() if looks.caps else text, looks))

    def _symbol(self, element: Element, looks: RunLooks, into: Gathered) -> None:
        try:
            character = chr(int(element.get(w("char")) or "", 16))
        except (ValueError, OverflowError):
            return
        into.runs.append((docx_symbols.sign(character, element.get(w("font"))), looks))

    def _field(self, element: Element, into: Gathered, looks: RunLooks) -> None:
        kind = element.get(w("fldCharType"))
        if kind == "begin":
            self.fields.append(True)
            shown = _form_value(element)
            if shown:
                into.runs.append((shown, looks))
        elif self.fields and kind == "separate":
            self.fields[-1] = False
        elif self.fields and kind == "end":
            self.fields.pop()

    def _alternate(
        self, element: Element, style: str | None, into: Gathered, depth: int, looks: RunLooks | None = None
    ) -> None:
        """mc:AlternateContent: the first branch that holds something to read."""
        for branch in [*element.iterchildren(CHOICE), *element.iterchildren(FALLBACK)]:
            found = Gathered()
            for child in branch:
                if looks is not None:
                    self._run_child(child, child.tag, looks, style, found, depth + 1)
            if looks is None:
                self._inline(branch, style, found, depth + 1)
            found.boxes = [box for box in found.boxes if has_text(box.content)]
            if found.runs or found.boxes or found.notes:
                into.runs += found.runs
                into.boxes += found.boxes
                into.notes += found.notes
                into.comments += found.comments
                return


def has_text(element: Element) -> bool:
    """Whether any text stands below an element."""
    return any(text.text and text.text.strip() for text in element.iter(T))


def _form_value(element: Element) -> str:
    """What a check box or a drop-down list of an old form shows; these have no result text."""
    for form in element.iterchildren(w("ffData")):
        box, choices = form.find(w("checkBox")), form.find(w("ddList"))
        if box is not None:
            return "☒" if _is_checked(box) else "☐"
        if choices is not None:
            entries = [entry.get(VAL) or "" for entry in choices.iterchildren(w("listEntry"))]
            chosen = integer(value(choices, "result") or value(choices, "default")) or 0
            return entries[chosen] if 0 <= chosen < len(entries) else ""
    return ""


def _is_checked(box: Element) -> bool:
    for name in ("checked", "default"):
        state = box.find(w(name))
        if state is not None:
            return on(state)
    return False


def _outermost_boxes(drawing: Element) -> list[Element]:
    """The w:txbxContent below a drawing that are not in another one; inside mc:AlternateContent one branch only."""
    out: list[Element] = []
    waiting = [drawing]
    while waiting:
        element = waiting.pop()
        if element.tag == TXBX:
            out.append(element)
        elif element.tag == ALTERNATE:
            branches = [*element.iterchildren(CHOICE), *element.iterchildren(FALLBACK)]
            waiting.extend(next(([branch] for branch in branches if has_text(branch)), []))
        else:
            waiting.extend(reversed(element))
    return out


def normalise(raw: str) -> str:
    """White space as a Block has it: single blanks, "\\n" and "\\t" kept, nothing at the ends."""
    if raw.isascii():
        if "\x0b" in raw or "\x0c" in raw:
            raw = raw.translate(_TRANSLATION)
    elif not raw.isprintable() or "\u2010" in raw or "\u2011" in raw:  # the two that can be printed
        raw = raw.translate(_TRANSLATION)
    if "  " in raw:
        raw = _BLANKS.sub(" ", raw)
    if "\n" in raw or "\t" in raw:
        raw = _AROUND.sub(r"\1", raw)
    return raw.strip()


def normalise_marked(pieces: list[tuple[str, bool]]) -> tuple[str, tuple[tuple[int, int], ...]]:
    """Normalised text of pieces, and the spans of the text that come from marked pieces."""
    characters: list[str] = []
    marks: list[bool] = []
    for text, marked in pieces:
        for character in text.translate(_TRANSLATION):
            last = characters[-1] if characters else ""
            if character == " " and last in ("", " ", "\n", "\t"):
                continue
            if character in "\n\t" and last == " ":
                characters.pop()
                marks.pop()
            characters.append(character)
            marks.append(marked)
    joined = "".join(characters)
    text = joined.strip()
    offset = len(joined) - len(joined.lstrip())
    return text, _spans(text, marks[offset : offset + len(text)])


def _spans(text: str, marks: list[bool]) -> tuple[tuple[int, int], ...]:
    spans: list[tuple[int, int]] = []
    start: int | None = None
    for index, marked in enumerate([*marks, False]):
        if marked and start is None:
            start = index
        elif not marked and start is not None:
            if text[start:index].strip():
                spans.append((start, index))
            start = None
    return tuple(spans)
