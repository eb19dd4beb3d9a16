"""The date of the opening sentence: "Pada hari ini, Selasa tanggal … bulan … tahun … (23-11-2021), bertempat di …"."""

from __future__ import annotations

import datetime
import re
from dataclasses import dataclass
from itertools import islice, pairwise

from kerjasama_check.indonesian.calendar_words import weekday_of
from kerjasama_check.indonesian.date_spans import DateParts, DateSpan, find_dates, find_parts, make_date
from kerjasama_check.indonesian.date_tokens import DateToken, Sort, date_tokens
from kerjasama_check.indonesian.lazy import lazy

Span = tuple[int, int]

_START = lazy(r"\bp[ao]d[ao]\s*har[il1]", re.IGNORECASE)
_END = lazy(
    r"\b(?:bertem[pb]at|yang\s+bertanda|kam[il1]\b|oleh\s+dan\s+antara|telah\s+di|masing-masing|by\s+and\s+between)",
    re.IGNORECASE,
)
_LONGEST = 700
_DAY = lazy(r"\bhar[il1]\b|\bhar[il1](?=[il1]n[il1])", re.IGNORECASE)
_WORD = lazy(r"jum\s?[’‘'`´,.\"”*]?\s?[ao]t\b|[^\W\d_][\w’‘'`´]{2,12}", re.IGNORECASE)
_PLACEHOLDER = lazy(
    r"\.{3,}|(?:\.\s){3,}|…|_{2,}|\$\{|\{\{|<<|«|\[[^\[\]]{0,40}\]|\b[xX]{2,}\b|\(\s*\*\s*\)|<[^<>]{1,40}>|\(\s*\)"
    r"|\bdd\b|\b(?:tanggal|tgl)\s*[,:]?\s*bulan\s*[,:]?\s*tahun\b",
    re.IGNORECASE,
)
_SHORT_FIGURES = lazy(r"\(\s*(\d{1,2})\s?[-/.–—]\s?(\d{1,2})\s?[-/.–—]\s?(\d{2})\s*\)")


@dataclass(frozen=True, slots=True)
class OpeningDate:
    """The date part of an opening sentence; every part None where it is missing or cannot be read.

    weekday: 0 = Monday … 6 = Sunday, as written. day, month, year: the parts that count (words before figures).
    words_date, figures_date: each reading by itself. date: words_date, else figures_date. placeholder: the date is left
    open. old_month: the month as printed where its spelling is outdated. misspellings: number words written wrong.
    end: where the date part ends in the text.
    """

    weekday: int | None = None
    day: int | None = None
    month: int | None = None
    year: int | None = None
    words_date: datetime.date | None = None
    figures_date: datetime.date | None = None
    date: datetime.date | None = None
    placeholder: bool = False
    old_month: str | None = None
    misspellings: tuple[str, ...] = ()
    weekday_span: Span | None = None
    words_span: Span | None = None
    figures_span: Span | None = None
    end: int = 0


def parse_opening(text: str) -> OpeningDate:
    """Read the date of an opening sentence; never raises. Offsets are those of `text`."""
    start, end = _window(text)
    part = text[start:end]
    tokens = date_tokens(part)
    found = find_parts(tokens)
    parts = _best(found) or _loose_parts(tokens)
    figures = _figures(part, found, parts)
    if (parts is None or parts.month is None) and figures is None and end < min(len(text), start + _LONGEST):
        part = text[start : start + _LONGEST]  # the place may stand before the date
        tokens = date_tokens(part)
        found = find_parts(tokens)
        parts = _best(found) or parts
        figures = _figures(part, found, parts)
    weekday, weekday_span = _weekday(part)
    return _assemble(part, start, parts, figures, weekday, weekday_span)


def _window(text: str) -> Span:
    match = _START.search(text[:4000])
    start = match.start() if match else 0
    limit = min(len(text), start + _LONGEST)
    stop = _END.search(text, start, limit)
    return start, stop.start() if stop else limit


def _best(found: list[DateParts]) -> DateParts | None:
    """The first of those with the most parts."""
    return max(found, key=lambda parts: (parts.day is not None) + (parts.year is not None), default=None)


def _loose_parts(tokens: list[DateToken]) -> DateParts | None:
    """Day and year by their key words where no month can be read."""
    day = _after(tokens, Sort.DAY_WORD, 1, 99)
    year = _after(tokens, Sort.YEAR_WORD, 1900, 2199)
    if not day and not year:
        return None
    ends = [token for token in (day, year) if token]
    return DateParts(
        ends[0].start,
        ends[-1].end,
        day_words=day.value if day and day.sort is Sort.WORDS else None,
        day_figures=day.value if day and day.sort is Sort.FIGURES else None,
        year_words=year.value if year and year.sort is Sort.WORDS else None,
        year_figures=year.value if year and year.sort is Sort.FIGURES else None,
    )


def _after(tokens: list[DateToken], key: Sort, low: int, high: int) -> DateToken | None:
    for word, following in pairwise(tokens):
        number = following.sort in (Sort.WORDS, Sort.FIGURES) and low <= (following.value or 0) <= high
        if word.sort is key and number:
            return following
    return None


def _figures(part: str, found: list[DateParts], parts: DateParts | None) -> DateSpan | None:
    """The date in figures alone ("(23-11-2021)"), not the one that `parts` reads."""
    for span in find_dates(part, found):
        apart = parts is None or parts.month is None or span.start >= parts.end or span.end <= parts.start
        if not span.words and apart:
            return span
    match = _SHORT_FIGURES.search(part)
    if not match:
        return None
    day, month, year = int(match[1]), int(match[2]), 2000 + int(match[3])
    return DateSpan(match.start(1), match.end(3), day, month, year, make_date(day, month, year), words=False)


def _weekday(part: str) -> tuple[int | None, Span | None]:
    """The weekday after "hari", a right name before a damaged one."""
    after = _DAY.search(part)
    begin = after.end() if after else 0
    words = list(islice(_WORD.finditer(part, begin), 6 if after else 15))
    for guess in (False, True) if after else (False,):
        for match in words:
            friday = match[0][:3].lower() == "jum" and match[0][-1] in "tT" and len(match[0]) < 9
            weekday = 4 if friday else weekday_of(match[0], guess)
            if weekday is not None:
                return weekday, (match.start(), match.end())
    return None, None


def _assemble(
    part: str,
    start: int,
    parts: DateParts | None,
    figures: DateSpan | None,
    weekday: int | None,
    weekday_span: Span | None,
) -> OpeningDate:
    words_date = figures_date = None
    words_span = figures_span = None
    if parts is not None:
        date = make_date(parts.day, parts.month, parts.year)
        if parts.words:
            words_date, words_span = date, (parts.start, parts.end)
            figures_date = make_date(parts.day_figures, parts.month, parts.year_figures)
        else:
            figures_date, figures_span = date, (parts.start, parts.end)
    if figures is not None:
        figures_date, figures_span = figures.date, (figures.start, figures.end)
    date = words_date or figures_date
    known, shown = parts or DateParts(0, 0), figures or DateParts(0, 0)
    spans = [span for span in (weekday_span, words_span, figures_span) if span]
    return OpeningDate(
        weekday=weekday,
        day=_first(known.day, shown.day),
        month=_first(known.month, shown.month),
        year=_first(known.year, shown.year),
        words_date=words_date,
        figures_date=figures_date,
        date=date,
        placeholder=date is None and bool(_PLACEHOLDER.search(part)),
        old_month=parts.month_text if parts and parts.old_month else None,
        misspellings=parts.misspellings if parts else (),
        weekday_span=_shift(weekday_span, start),
        words_span=_shift(words_span, start),
        figures_span=_shift(figures_span, start),
        end=start + max((span[1] for span in spans), default=0),
    )


def _first(*values: int | None) -> int | None:
    return next((value for value in values if value is not None), None)


def _shift(span: Span | None, by: int) -> Span | None:
    return (span[0] + by, span[1] + by) if span else None
