"""Dates, sums, lengths of time and number words of a provision, read once for all the rules that look at them.

Reading them costs more than all else in checking, so a quick look first tells the provisions that hold none.
"""

from __future__ import annotations

from functools import lru_cache

from kerjasama_check.checking.glance import MOST_TEXTS
from kerjasama_check.indonesian import dates, durations, figures, money
from kerjasama_check.indonesian.dates import DateSpan
from kerjasama_check.indonesian.durations import DurationSpan
from kerjasama_check.indonesian.figures import FigureWords
from kerjasama_check.indonesian.lazy import lazy
from kerjasama_check.indonesian.money import MoneySpan

# In small letters. It begins with a class of characters, so that most places are passed over at once.
_MONTH = lazy(
    r"[adfjmnops](?<!\w.)(?:(?<=a)(?:pr|u?g)|(?<=d)(?:j(?:an|u[nl])|[ei][sc])|(?<=[fp])eb|(?<=j)(?:an|u[nl])|"
    r"(?<=m)(?:a[ra]|ei)|(?<=n)o[pvf]|(?<=o)[kc]t|(?<=s)e[pb])"
)
_YEAR = lazy(r"[12](?<!\w.)\d{3}\b")
_FIGURE_DATE = lazy(r"\d\s{0,2}[-/.–]\s{0,2}\d{1,2}\s{0,2}[-/.–]\s{0,2}[12\d]")
_DIGIT = lazy(r"\d")
_UNITS = ("hari", "tahun", "bulan", "minggu", "pekan", "semester", "triwulan", "thn", "bln")


@lru_cache(maxsize=MOST_TEXTS)
def dates_of(text: str) -> tuple[DateSpan, ...]:
    small = text.lower()
    if not _FIGURE_DATE.search(text) and not (("ribu" in small or _YEAR.search(text)) and _MONTH.search(small)):
        return ()
    return tuple(dates.find_dates(text))


@lru_cache(maxsize=MOST_TEXTS)
def money_of(text: str) -> tuple[MoneySpan, ...]:
    return tuple(money.find_money(text)) if _DIGIT.search(text) else ()


@lru_cache(maxsize=MOST_TEXTS)
def durations_of(text: str) -> tuple[DurationSpan, ...]:
    """Lengths of time with a figure; those in words alone are not looked for."""
    if not _DIGIT.search(text):
        return ()
    small = text.lower()
    return tuple(durations.find_durations(text)) if any(unit in small for unit in _UNITS) else ()


@lru_cache(maxsize=MOST_TEXTS)
def pairs_of(text: str) -> tuple[FigureWords, ...]:
    """Figures with their words beside them."""
    return tuple(figures.find_figure_words(text)) if "(" in text and _DIGIT.search(text) else ()
