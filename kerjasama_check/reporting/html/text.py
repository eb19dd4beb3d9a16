"""The text of a document with the passages marked that findings are about."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

from kerjasama_check.checking.findings import Finding, Spot
from kerjasama_check.reporting import words
from kerjasama_check.reporting.clean import escaped, shown, xml
from kerjasama_check.reporting.sheet import Line
from kerjasama_check.reporting.totals import SEVERITY_ORDER

Cell = tuple[int, int, int] | None


@dataclass(frozen=True, slots=True)
class Mark:
    """A passage of a line. number: of the finding in its document. first: its main place. whole: no words are named."""

    start: int
    end: int
    number: int
    severity: str
    first: bool
    whole: bool = False


@dataclass(frozen=True, slots=True)
class Numbered:
    """A finding with its number in the document, from 1."""

    number: int
    finding: Finding


def marked_text(lines: Sequence[Line], findings: Sequence[Numbered], document: str, language: str) -> Iterator[str]:
    """The paragraphs as HTML. document: the beginning of the ids ("d1")."""
    marks = marks_by_line(lines, findings)
    known = {numbered.number: numbered.finding for numbered in findings}
    page = None
    before: Cell = None
    for index, line in enumerate(lines):
        yield _frame(before, line.cell)
        before = line.cell
        if line.page is not None and line.page != page and line.cell is None:
            page = line.page
            yield f'<p class="page">{words.pick(language, "halaman", "page")} {page}</p>\n'
        yield _paragraph(line, index + 1, marks.get(index, ()), known, document, language)
    yield _frame(before, None)


def _frame(before: Cell, now: Cell) -> str:
    """The tags between two paragraphs that begin and end tables, rows and cells."""
    if before == now:
        return ""
    if before is None:
        return "<table><tbody><tr><td>\n"
    if now is None:
        return "</td></tr></tbody></table>\n"
    if before[0] != now[0]:
        return "</td></tr></tbody></table>\n<table><tbody><tr><td>\n"
    return "</td></tr>\n<tr><td>\n" if before[1] != now[1] else "</td><td>\n"


def marks_by_line(lines: Sequence[Line], findings: Iterable[Numbered]) -> dict[int, list[Mark]]:
    """Where every finding is seen in the text, by index of the line."""
    found: dict[int, list[Mark]] = {}
    for numbered in findings:
        finding = numbered.finding
        spots = (finding.place, *(spot for spot, _ in finding.more_places))
        for place, spot in enumerate(spots):
            if spot.block is None or spot.block >= len(lines):
                continue
            mark = _mark(lines[spot.block], spot, numbered.number, finding.severity, place == 0)
            here = found.setdefault(spot.block, [])
            if not (mark.whole and any(other.number == mark.number for other in here)):  # it is seen there already
                here.append(mark)
    return found


def _mark(line: Line, spot: Spot, number: int, severity: str, first: bool) -> Mark:
    size = len(line.text)
    if spot.start is not None and spot.end is not None and spot.start < spot.end:
        start, end = spot.start + line.shift, spot.end + line.shift
        if end <= size:
            return Mark(start, end, number, severity, first)
    words_of_quote = spot.quote.split()
    if words_of_quote:
        match = re.search(r"\s+".join(map(re.escape, words_of_quote)), line.text)
        if match and match.start() < match.end():
            return Mark(match.start(), match.end(), number, severity, first)
    return Mark(0, size, number, severity, first, whole=True)


def _paragraph(
    line: Line, number: int, marks: Sequence[Mark], known: dict[int, Finding], document: str, language: str
) -> str:
    whole = [mark for mark in marks if mark.whole]
    classes = [line.role] if line.role not in ("body", "cell") else []
    if line.depth:
        classes.append(f"depth{line.depth}")
    if whole:
        classes += ["flag", _worst(whole)]
    kind = f' class="{" ".join(classes)}"' if classes else ""
    anchors = "".join(f'<span id="{document}m{mark.number}"></span>' for mark in whole if mark.first)
    inner = _pieces(line.text, [mark for mark in marks if not mark.whole], known, document, language)
    notes = "".join(_note(mark, known, document, language) for mark in whole)
    return f'<p{kind} id="{document}l{number}" data-n="{number}">{anchors}{inner}{notes}</p>\n'


def _pieces(text: str, marks: Sequence[Mark], known: dict[int, Finding], document: str, language: str) -> str:
    """The text cut where marks begin and end; what several marks cover has the look of the gravest."""
    if not marks:
        return show(text)
    cuts = sorted({0, len(text), *(mark.start for mark in marks), *(mark.end for mark in marks)})
    made = []
    for start, end in pairwise(cuts):
        here = [mark for mark in marks if mark.start <= start and end <= mark.end]
        piece = show(text[start:end])
        if here:
            anchors = "".join(
                f'<span id="{document}m{mark.number}"></span>' for mark in here if mark.first and mark.start == start
            )
            numbers = " ".join(f"{document}f{mark.number}" for mark in here)
            piece = f'{anchors}<mark class="{_worst(here)}" data-f="{numbers}">{piece}</mark>'
        made.append(piece)
        made += [_note(mark, known, document, language) for mark in here if mark.end == end]
    return "".join(made)


def _worst(marks: Iterable[Mark]) -> str:
    """The gravest of their severities."""
    here = {mark.severity for mark in marks}
    return next(severity for severity in SEVERITY_ORDER if severity in here)


def _note(mark: Mark, known: dict[int, Finding], document: str, language: str) -> str:
    """The number of a finding as a link to it."""
    finding = known[mark.number]
    said = f"{words.pick(language, 'Temuan', 'Finding')} {mark.number}: "
    said += f"{words.word(words.SEVERITIES, finding.severity, language)} {finding.rule}"
    link = f'<a href="#{document}f{mark.number}" aria-label="{xml(said)}">{mark.number}</a>'
    return f'<sup class="{finding.severity}">{link}</sup>'


def show(text: str) -> str:
    """Text of a document as HTML, with its line breaks."""
    return "<br>".join(escaped(shown(part)) for part in text.split("\n"))
