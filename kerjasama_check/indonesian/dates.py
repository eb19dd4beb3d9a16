"""Dates: all those in a text, and that of the opening sentence. The parts of the work stand in modules of their own."""

from __future__ import annotations

from kerjasama_check.indonesian.calendar_words import MONTHS, WEEKDAYS, month_of, weekday_of
from kerjasama_check.indonesian.date_spans import DateSpan, find_dates, format_date
from kerjasama_check.indonesian.opening import OpeningDate, parse_opening

__all__ = [
    "MONTHS",
    "WEEKDAYS",
    "DateSpan",
    "OpeningDate",
    "find_dates",
    "format_date",
    "month_of",
    "parse_opening",
    "weekday_of",
]
