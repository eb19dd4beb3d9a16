"""Dates, sums, lengths of time and number words of a provision, read once for all the rules that look at them.

Reading them costs more than all else in checking, so a quick look first tells the provisions that hold none.
"""

from __future__ import annotations

import re
from functools import lru_cache

from kerjasama_check.checking.glance import MOST_TEXTS
from kerjasama_check.indonesian import dates, durations, figures, money
from kerjasama_check.indonesian.dates import DateSpan
from kerjasama_check.indonesian.durations import DurationSpan
from kerjasama_check.indonesian.figures import FigureWords
from kerjasama_check.indonesian.lazy import lazy
from kerjasama_check.indonesian.money import MoneySpan

_MONTH = lazy(
    r"\b(?:d?jan|[fp]eb|ma[ra]|apr|mei|d?jun|d?jul|ag|aug|se[pb]|o[kc]t|no[pvf]|d[ei][sc])\w{0,9}", re.IGNORECASE
)
_YEAR = lazy(r"\b[12]\d{3}\b|ribu", re.IGNORECASE)
_FIGURE_DATE = lazy(r"\d\s{0,2}[-/.–]\s{0,2}\d{1,2}\s{0,2}[-/.–]\s{0,2}[12\d]")
_DIGIT = lazy(r"\d")
_UNIT = lazy(r"tahun|thn|bulan|bln|minggu|pekan|hari|semester|triwulan", re.IGNORECASE)
_CURRENCY = lazy(r"rp|idr|usd|us ?\$|[$€¥£]|eur|sgd|myr|\brm\b|jpy|gbp|aud|sar|cny|chf", re.IGNORECASE)


@lru_cache(maxsize=MOST_TEXTS)
def dates_of(text: str) -> tuple[DateSpan, ...]:
    if not _FIGURE_DATE.search(text) and not (_YEAR.search(text) and _MONTH.search(text)):
        return ()
    return tuple(dates.find_dates(text))


@lru_cache(maxsize=MOST_TEXTS)
def money_of(text: str) -> tuple[MoneySpan, ...]:
    return tuple(money.find_money(text)) if _DIGIT.search(text) and _CURRENCY.search(text) else ()


@lru_cache(maxsize=MOST_TEXTS)
def durations_of(text: str) -> tuple[DurationSpan, ...]:
    """Lengths of time with a figure; those in words alone are not looked for."""
    return tuple(durations.find_durations(text)) if _DIGIT.search(text) and _UNIT.search(text) else ()


@lru_cache(maxsize=MOST_TEXTS)
def pairs_of(text: str) -> tuple[FigureWords, ...]:
    """Figures with their words beside them."""
    return tuple(figures.find_figure_words(text)) if "(" in text and _DIGIT.search(text) else ()
