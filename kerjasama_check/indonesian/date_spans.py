"""Dates in Indonesian texts, in every mix of words and figures."""

from __future__ import annotations

import datetime
import re
from collections.abc import Iterator
from dataclasses import dataclass, replace

from kerjasama_check.indonesian.calendar_words import MONTHS, month_of
from kerjasama_check.indonesian.date_tokens import (
    FIGURES,
    FILLER,
    MARK,
    MONTH,
    MONTH_WORD,
    WORDS,
    YEAR_WORD,
    DateToken,
    Sort,
    date_tokens,
)
from kerjasama_check.indonesian.lazy import lazy

_SLIP = r"[\dOolI|]"
_FIGURES = lazy(
    rf"(?<![\w./\-])({_SLIP}{{1,2}})\s{{0,2}}([-/.–—])\s{{0,2}}({_SLIP}{{1,2}})\s{{0,2}}\2\s{{0,2}}([12][\dOol]{{3}})"
    r"(?![\w/\-]|\.\d)"
)
_ISO = lazy(r"(?<![\w./\-])([12]\d{3})-(\d{1,2})-(\d{1,2})(?![\w/\-]|\.\d)")
_UNSLIP = str.maketrans("OolI|", "00111")
_WORD = lazy(r"[^\W\d_]{3,40}")
_LONG_MONTHS = tuple(
    name.lower() for name in MONTHS if len(name) > 3
)  # told even where no blank parts them from a word
_LOOSE_MARKS = frozenset(",.-:;/'’*–—")
_RANGE = lazy(
    r"[\s,.)]*(?:sampai\s+dengan|sampai|s\s*[./]\s*d\.?|hingga|until|to|-|–)\s*(?:dengan\s+)?(?:tanggal\s+)?\Z", re.I
)


@dataclass(frozen=True, slots=True)
class DateSpan:
    """A date at text[start:end], from the day to the year (brackets that repeat them included).

    day, month, year: as written, words winning over figures. date: None where there is no such day.
    words: day or year stand in words. old_month: the month as printed where it is an outdated or wrong spelling
    ("Nopember"). figures: (day, month, year) where figures stand beside words ("7 (tujuh) … 2022 (dua ribu …)").
    misspellings: number words that are written wrong.
    """

    start: int
    end: int
    day: int
    month: int
    year: int
    date: datetime.date | None
    words: bool
    old_month: str | None = None
    figures: tuple[int, int, int] | None = None
    misspellings: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class DateParts:
    """What stands around a month: each part None where it is missing or cannot be read."""

    start: int
    end: int
    month: int | None = None
    month_text: str | None = None
    old_month: bool = False
    day_words: int | None = None
    day_figures: int | None = None
    year_words: int | None = None
    year_figures: int | None = None
    misspellings: tuple[str, ...] = ()

    @property
    def day(self) -> int | None:
        return self.day_figures if self.day_words is None else self.day_words

    @property
    def year(self) -> int | None:
        return self.year_figures if self.year_words is None else self.year_words

    @property
    def words(self) -> bool:
        return self.day_words is not None or self.year_words is not None


def find_dates(text: str, known: list[DateParts] | None = None) -> list[DateSpan]:
    """All whole dates of a text, in order and without overlap. known: the parts of dates in it, if they were found."""
    spans = list(_figure_dates(text))
    if _may_hold_month(text):
        parts = _share_years(find_parts(date_tokens(text)) if known is None else known, text)
        spans += [span for part in parts if (span := _span(part))]
    spans.sort(key=lambda span: (span.start, -span.end))
    out: list[DateSpan] = []
    for span in spans:
        if not out or span.start >= out[-1].end:
            out.append(span)
    return out


def format_date(date: datetime.date) -> str:
    """ "23 November 2021"."""
    return f"{date.day} {MONTHS[date.month - 1]} {date.year}"


def make_date(day: int | None, month: int | None, year: int | None) -> datetime.date | None:
    """The date of these parts; None if one is missing or there is no such day."""
    if day is None or month is None or year is None:
        return None
    try:
        return datetime.date(year, month, day)
    except ValueError:
        return None


def _may_hold_month(text: str) -> bool:
    lower = text.lower()
    if "bulan" in lower or any(name in lower for name in _LONG_MONTHS):
        return True
    return any(map(month_of, _WORD.findall(text))) or re.search(r"\d[A-Za-z]{3,9}\d", text) is not None


def _figure_dates(text: str) -> Iterator[DateSpan]:
    for match in _FIGURES.finditer(text):
        day, month, year = match[1], match[3], match[4]
        if any(c.isdecimal() for c in day) and any(c.isdecimal() for c in month):
            numbers = (int(part.translate(_UNSLIP)) for part in (day, month, year))
            yield _plain(match.start(), match.end(), *numbers)
    for match in _ISO.finditer(text):
        yield _plain(match.start(), match.end(), int(match[3]), int(match[2]), int(match[1]))


def _plain(start: int, end: int, day: int, month: int, year: int) -> DateSpan:
    return DateSpan(start, end, day, month, year, make_date(day, month, year), words=False)


def _span(parts: DateParts) -> DateSpan | None:
    day, month, year = parts.day, parts.month, parts.year
    if day is None or month is None or year is None:
        return None
    figures = None
    if parts.words and parts.day_figures is not None and parts.year_figures is not None:
        figures = (parts.day_figures, month, parts.year_figures)
    return DateSpan(
        parts.start,
        parts.end,
        day,
        month,
        year,
        make_date(day, month, year),
        parts.words,
        parts.month_text if parts.old_month else None,
        figures,
        parts.misspellings,
    )


def _share_years(parts: list[DateParts], text: str) -> list[DateParts]:
    """Give the first date of "1 Januari sampai dengan 31 Desember 2021" the year of the second."""
    out = list(parts)
    for index in range(len(parts) - 2, -1, -1):
        this, following = out[index], out[index + 1]
        between = text[this.end : following.start]
        if this.day is not None and this.year is None and len(between) < 40 and _RANGE.match(between):
            out[index] = replace(this, year_figures=following.year_figures, year_words=following.year_words)
    return out


def find_parts(tokens: list[DateToken]) -> list[DateParts]:
    """Every month among the tokens with the day and year that stand around it; parts may be missing."""
    out: list[DateParts] = []
    free = 0  # first token that belongs to no date yet
    for at, token in enumerate(tokens):
        if at < free:
            continue
        width = _month_width(tokens, at)
        if not width:
            continue
        parts, after = _around(tokens, at, width, free)
        short = token.sort is MONTH and token.short
        if short and (parts.day_figures is None or parts.year_figures is None):
            continue  # "Mar" and "Sep" alone are no months
        out.append(parts)
        free = after
    return out


def _month_width(tokens: list[DateToken], at: int) -> int:
    """How many tokens the month takes: 1 for a name, 2 for "bulan sebelas" before a year, 0 if there is none."""
    if tokens[at].sort is MONTH:
        return 1
    if tokens[at].sort is not MONTH_WORD or at + 2 >= len(tokens):
        return 0
    number = tokens[at + 1]
    if number.sort not in (WORDS, FIGURES) or not 1 <= (number.value or 0) <= 12:
        return 0
    following = _skip(tokens, at + 2, 1, ())
    return 2 if following < len(tokens) and tokens[following].sort is YEAR_WORD else 0


def _around(tokens: list[DateToken], at: int, width: int, free: int) -> tuple[DateParts, int]:
    month = tokens[at + width - 1]
    before, day = _number_before(tokens, at - 1, free)
    after, year = _year_after(tokens, at + width)
    if not day and not year:  # "November 23, 2021"
        after, day, year = _american(tokens, at + width)
    wrong = [word for token in (*day, *year) for word in token.misspellings]
    first, last = tokens[min(before, at)], tokens[max(after - 1, at + width - 1)]
    parts = DateParts(
        first.start,
        last.end,
        month.value,
        month.text,
        month.old,
        _value(day, WORDS),
        _value(day, FIGURES),
        _value(year, WORDS),
        _value(year, FIGURES),
        tuple(wrong),
    )
    return parts, max(after, at + width)


def _value(tokens: list[DateToken], sort: Sort) -> int | None:
    return next((token.value for token in tokens if token.sort is sort), None)


def _skip(tokens: list[DateToken], at: int, step: int, keys: tuple[Sort, ...]) -> int:
    """The next place from `at` on (step 1 or -1) that is neither a loose mark nor one of the key words."""
    marks = 0
    while 0 <= at < len(tokens):
        token = tokens[at]
        if token.sort is MARK and token.text in _LOOSE_MARKS and marks < 3:
            marks += 1
        elif token.sort not in keys:
            break
        at += step
    return at


def _number_before(tokens: list[DateToken], at: int, free: int) -> tuple[int, list[DateToken]]:
    """The day that ends before the month, alone or with its bracket: (first token, the numbers)."""
    at = _skip(tokens, at, -1, (MONTH_WORD, FILLER))
    found: list[DateToken] = []
    if at - 2 >= free and tokens[at].text in ")]" and tokens[at - 2].text in "([" and _is_day(tokens[at - 1]):
        found.append(tokens[at - 1])
        at = _skip(tokens, at - 3, -1, ())
    if at >= free and at >= 0 and _is_day(tokens[at]) and not (found and found[0].sort is tokens[at].sort):
        found.append(tokens[at])
        return at, found
    return (at + 1, found) if found else (len(tokens), found)


def _is_day(token: DateToken) -> bool:
    if token.value is None:
        return False
    short = token.sort is WORDS or (token.sort is FIGURES and len(token.text) <= 4)
    return short and token.value < 100


def _is_year(token: DateToken) -> bool:
    return token.sort in (WORDS, FIGURES) and 1900 <= (token.value or 0) < 2200


def _year_after(tokens: list[DateToken], at: int) -> tuple[int, list[DateToken]]:
    """The year that begins after the month, alone or with its bracket: (token after it, the numbers)."""
    at = _skip(tokens, at, 1, (YEAR_WORD, FILLER))
    if at >= len(tokens):
        return 0, []
    found: list[DateToken] = []
    if _is_year(tokens[at]):
        found.append(tokens[at])
        at += 1
    elif not (tokens[at].text in "([" and at + 2 < len(tokens) and _is_year(tokens[at + 1])):
        return 0, []
    opening = _skip(tokens, at, 1, ()) if found else at
    bracket = tokens[opening : opening + 3]
    closed = len(bracket) == 3 and bracket[0].text in "([" and bracket[2].text in ")]" and _is_year(bracket[1])
    if closed and not (found and bracket[1].sort is found[0].sort):
        found.append(bracket[1])
        at = opening + 3
    return at, found


def _american(tokens: list[DateToken], at: int) -> tuple[int, list[DateToken], list[DateToken]]:
    if at >= len(tokens) or tokens[at].sort is not FIGURES or not _is_day(tokens[at]):
        return 0, [], []
    after, year = _year_after(tokens, at + 1)
    return (after, [tokens[at]], year) if year else (0, [], [])
