"""List numbers that OCR spoiled, read as the ones that their neighbours say they are ("3." before "b." is "a.")."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from itertools import pairwise

from kerjasama_check.agreement.units import Mark, MarkKind, Unit
from kerjasama_check.indonesian.lazy import lazy

_TOKEN = lazy(
    r"\s*(?P<raw>(?:[(\[{|]{0,2}\s?[\w€£&@«»|!%#?<>°*]{1,2}|[(\[{]\w{3})\s?(?:[.)](?=\s[a-z])|[.,:;)\]}\-]{0,2}(?=\s?[A-Z“\"(])))"
    r"(?=\s|[A-Z])\s*(?=[A-Za-z“\"(])"
)
_NUMBER = lazy(r"(?P<digits>\d{1,2})\s?[.,:;]?\s+(?=[A-Z“\"])")
_ARTICLE = lazy(r"P(?:ASAL|asal)\s+(\d{1,3})$")
_LOOK_AHEAD = 12
_WORDS = frozenset({"di", "ke", "dr", "ir", "jl", "no", "pt", "cv", "hj", "h", "up", "rp", "se", "sh", "st"})


def mend(units: Sequence[Unit]) -> list[Unit]:
    """The units with marks put right where one numbered neighbour on each side, or the next one alone, "
    "leaves no doubt."""
    result = list(units)
    if not any(unit.source.confidence is not None for unit in result):
        return result
    for index in range(len(result) - 1, -1, -1):
        unit = result[index]
        if unit.source.confidence is None:
            continue
        due = _due(result, index)
        if due is None or any(m.kind is due.kind and m.value == due.value for m in unit.marks):
            continue
        if _counts_on(units, index):
            continue
        token = _TOKEN.match(unit.text)
        if token and token["raw"].strip(" .,:;)(-").lower() not in _WORDS and _fits(token["raw"], unit, due):
            body = unit.text[token.end() :].strip()
            result[index] = replace(unit, body=body, marks=(replace(due, raw=_label(due)),))
    return _counted_on(result)


def _counts_on(units: Sequence[Unit], index: int) -> bool:
    """A letter that goes on the count of the letters right before it is no misread number."""
    before = units[max(0, index - 4) : index]
    letters = [m for m in units[index].marks if m.kind in (MarkKind.LETTER, MarkKind.LETTER_PAREN)]
    return any(m.kind is own.kind and m.value == own.value - 1 for own in letters for u in before for m in u.marks)


def _counted_on(units: list[Unit]) -> list[Unit]:
    """ "2 Peraturan …" behind "1." is the second point although its full stop was lost."""
    last: Mark | None = None
    for index, unit in enumerate(units):
        number = None if unit.marks or unit.source.confidence is None else _NUMBER.match(unit.text)
        if number and last and int(number["digits"]) == last.value + 1:
            due = replace(last, value=last.value + 1)
            due = replace(due, raw=_label(due))
            units[index] = unit = replace(unit, body=unit.text[number.end() :].strip(), marks=(due,))
        if unit.marks:
            last = unit.marks[0] if unit.marks[0].kind is MarkKind.NUMBER else None
    return units


def _due(units: Sequence[Unit], index: int) -> Mark | None:
    """The number that is missing right before the next numbered unit of its kind."""
    if _BRACKETED.match(units[index].text):
        return _due_in_brackets(units, index)
    for unit in units[index + 1 : index + _LOOK_AHEAD]:
        for mark in unit.marks:
            if mark.kind is MarkKind.BULLET or mark.value < 2:
                continue
            before = [m for u in units[max(0, index - _LOOK_AHEAD) : index] for m in u.marks if m.kind is mark.kind]
            last = before[-1].value if before else 0
            own = re.match(r"\W{0,2}(\d{1,2})(?!\d)", units[index].text)
            said = own is not None and int(own[1]) == mark.value - 1 and not units[index].marks
            if last != mark.value - 1 and (mark.value == 2 or last == mark.value - 2 or said):
                return replace(mark, value=mark.value - 1)
        if unit.marks:
            return None
    return None


_BRACKETED = lazy(r"[(\[{]\s?[^\s()]{1,3}\s?[)\]}]\s")


def _due_in_brackets(units: Sequence[Unit], index: int) -> Mark | None:
    """What a spoilt "(UU)" must be: the ayat that is missing between its neighbours, their points passed over."""

    def ayat(some: Sequence[Unit]) -> list[Mark]:
        return [m for u in some for m in u.marks if m.kind is MarkKind.PARENS]

    before = ayat(units[max(0, index - 2 * _LOOK_AHEAD) : index])
    after = ayat(units[index + 1 : index + 2 * _LOOK_AHEAD])
    last = before[-1].value if before else 0
    if (after and after[0].value == last + 2) or (not after and before and not units[index].marks):
        return Mark(MarkKind.PARENS, last + 1, "")
    return None


def _fits(raw: str, unit: Unit, due: Mark) -> bool:
    """A spoiled token of about the right form, and not the number of another list."""
    core = raw.strip(" .,:;()[]{}-")
    if unit.marks and unit.marks[0].kind is due.kind:
        return len(core) == 1 and (not core.isdigit() or (due.value == 1 and int(core) > 2))
    closed = raw.strip()[-1:] in ".,:;)]}-"
    if due.kind is MarkKind.LETTER:
        return closed or not core.isalnum() or len(core) == 1
    return closed or "(" in raw or core.isdigit() or not core.isalnum()


def _label(mark: Mark) -> str:
    letter = chr(ord("a") + (mark.value - 1) % 26)
    forms = {
        MarkKind.PARENS: f"({mark.value})",
        MarkKind.NUMBER: f"{mark.value}.",
        MarkKind.NUMBER_PAREN: f"{mark.value})",
        MarkKind.LETTER: f"{letter}.",
        MarkKind.LETTER_PAREN: f"{letter})",
        MarkKind.LETTER_PARENS: f"({letter})",
        MarkKind.UPPER: f"{letter.upper()}.",
    }
    return forms.get(mark.kind, mark.raw)


def in_page_order(units: Sequence[Unit]) -> tuple[Unit, ...]:
    """Pages that were scanned in a wrong order, put in the order of their articles; any other text as it is.

    Only where the articles count up without a break in the new order and do not in the old one.
    """
    pages: dict[int, list[Unit]] = {}
    numbers: dict[int, list[int]] = {}
    for unit in units:
        if unit.source.confidence is None or unit.source.place.page is None:
            return tuple(units)
        page = unit.source.place.page
        pages.setdefault(page, []).append(unit)
        match = _ARTICLE.match(unit.text)
        if match:
            numbers.setdefault(page, []).append(int(match[1]))
    found = [n for page in pages for n in numbers.get(page, [])]
    if found == sorted(found):
        return tuple(units)
    first, *rest = list(pages)
    if any(page not in numbers for page in rest):
        return tuple(units)
    order = [first, *sorted(rest, key=lambda page: numbers[page][0])]
    mended = [n for page in order for n in numbers.get(page, [])]
    if any(a >= b for a, b in pairwise(mended)):
        return tuple(units)
    return tuple(unit for page in order for unit in pages[page])
