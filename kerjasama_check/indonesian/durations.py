"""Lengths of time: "5 (lima) tahun", "1 (satu) tahun 6 (enam) bulan", "14 (empat belas) hari kerja", "five years"."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache

from kerjasama_check.indonesian.calendar_words import month_of
from kerjasama_check.indonesian.closeness import in_small
from kerjasama_check.indonesian.english_numbers import parse_english
from kerjasama_check.indonesian.figures import read_bracket
from kerjasama_check.indonesian.lazy import lazy
from kerjasama_check.indonesian.number_words import ATOMS, read_word
from kerjasama_check.indonesian.terbilang import NumberWords, find_words, parse_words, tokenise

_UNITS = {
    "tahun": "tahun", "thn": "tahun", "year": "tahun", "years": "tahun", "bulan": "bulan", "bln": "bulan",
    "month": "bulan", "months": "bulan", "minggu": "minggu", "pekan": "minggu", "week": "minggu", "weeks": "minggu",
    "hari": "hari", "day": "hari", "days": "hari", "jam": "jam", "hour": "jam", "hours": "jam",
    "semester": "semester", "semesters": "semester", "triwulan": "triwulan",
}  # fmt: skip
_MONTHS = {"tahun": 12, "bulan": 1, "semester": 6, "triwulan": 3}
_DAYS = {"hari": 1, "minggu": 7}
_ONE = {"setahun": "tahun", "sebulan": "bulan", "seminggu": "minggu", "sepekan": "minggu", "sehari": "hari"}

# In small letters. It begins with a class of characters, so that most places are passed over at once.
_UNIT = lazy(
    r"[bdhjmpstwy](?<![^\W\d_].)(?:((?<=t)ahun|(?<=b)ulan|(?<=h)ari|(?<=m)inggu)|(?<=t)(?:hn|riwulan)|(?<=y)ears?|(?<=b)ln|"
    r"(?<=m)onths?|(?<=p)ekan|(?<=w)eeks?|(?<=d)ays?|(?<=j)am|(?<=h)ours?|(?<=s)emesters?|"
    r"((?<=s)e(?:tahun|bulan|minggu|pekan|hari)))(?![^\W_])"
)
_ADJECTIVE = lazy(r"(?<![^\W_])(?:calendar|(working|business)|consecutive|calender)\s+\Z")
_LONGEST_ADJECTIVE = 20
_WORKING = lazy(r"\s+(?:\(?hari\)?\s+)?kerja\b", re.IGNORECASE)
_JOIN = lazy(r"\s*,?\s*(?:dan|and|lebih|,)?\s*\Z", re.IGNORECASE)
_NO_AMOUNT_BEFORE = lazy(
    r"(?:\b(?:tanggal|tgl|nomor|no|pasal|ayat|angka|bulan|uu|pp|perpres|undang-undang)|[/\-–])[.:,\s]*\Z", re.IGNORECASE
)
_CALENDAR = lazy(r"\s+kalender\b", re.IGNORECASE)
_NEXT_WORD = lazy(r"\s*([^\W\d_]{3,12})")
_YEAR_AFTER = lazy(r"\s*(?:[:,]\s*)?(?:\d{4}\b|dua\s+ribu|seribu\s+sembilan)", re.IGNORECASE)
_FIGURE_END = lazy(r"(?<![\w.,/\-])(\d{1,4})(?:[.,](\d))?\s{0,3}(?:\(\s*([^()\d]{2,60}?)\s*\))?\s{0,3}\Z")
_BRACKET_END = lazy(r"\s{0,2}\(\s{0,3}(\d{1,4})\s{0,3}\)\s{0,3}\Z")
_BRACKET_WORDS_END = lazy(r"\(\s*(\d{1,4})\s*\)\s{0,2}([^\W\d_]+(?:[\s\-]+[^\W\d_]+){0,6})\s{0,3}\Z")
_TAIL_WORDS = lazy(r"(?<![^\W_])([^\W\d_]+(?:[\s\-]{1,3}[^\W\d_]+){0,7})\s{0,3}\Z")
_TAIL = 70
_WINDOW = 110


@dataclass(frozen=True, slots=True)
class DurationSpan:
    """A length of time at text[start:end].

    amounts: (number, unit) in order; unit: that of the first, one of tahun, bulan, minggu, hari, jam, semester,
    triwulan. months: the whole length where all of it is in months or years; days likewise for days and weeks.
    figure_value, words_value: of the first amount where both stand. working_days: "hari kerja".
    misspellings: number words written wrong.
    """

    start: int
    end: int
    unit: str
    amounts: tuple[tuple[float, str], ...]
    months: int | None
    days: int | None
    figure_value: int | None
    words_value: int | None
    working_days: bool = False
    misspellings: tuple[str, ...] = ()

    @property
    def amount(self) -> float:
        """The number of the first unit."""
        return self.amounts[0][0]


@dataclass(frozen=True, slots=True)
class _Amount:
    start: int
    value: float
    figure: int | None
    words: int | None
    misspellings: tuple[str, ...] = ()


def find_durations(text: str) -> list[DurationSpan]:
    """All lengths of time in a text, in order and without overlap; years of laws and parts of dates are none."""
    out: list[DurationSpan] = []
    for span in _single(text):
        if out and _JOIN.match(text[out[-1].end : span.start]) and _smaller(span, out[-1]):
            out[-1] = _join(out[-1], span)
        elif not out or span.start >= out[-1].end:
            out.append(span)
    return out


def _smaller(span: DurationSpan, before: DurationSpan) -> bool:
    order = list(_UNITS.values())
    return order.index(span.unit) > order.index(before.amounts[-1][1])


def _join(first: DurationSpan, second: DurationSpan) -> DurationSpan:
    amounts = first.amounts + second.amounts
    return DurationSpan(
        first.start,
        second.end,
        first.unit,
        amounts,
        first.months + second.months if first.months is not None and second.months is not None else None,
        first.days + second.days if first.days is not None and second.days is not None else None,
        first.figure_value,
        first.words_value,
        first.working_days or second.working_days,
        first.misspellings + second.misspellings,
    )


def _single(text: str) -> Iterator[DurationSpan]:
    free = 0
    lower = in_small(text)
    for match in _UNIT.finditer(lower):
        start = match.start()
        before = lower[start - 1 : start]
        if before.isalnum() and not (match[1] and before.isdecimal()):
            continue  # the end of another word
        if match[2]:
            yield _span(_Amount(start, 1, None, 1), _ONE[match[0]], match.end(), False)
            free = match.end()
            continue
        unit = _UNITS[match[0]]
        if unit in ("tahun", "bulan") and _names_a_date(text, match.end(), unit):
            continue
        adjective = _ADJECTIVE.search(lower, max(free, start - _LONGEST_ADJECTIVE), start) if before.isspace() else None
        if adjective is not None:
            start = adjective.start()
        amount = _amount_before(text, max(free, start - _WINDOW), start)
        if amount is None:
            continue
        end, working = match.end(), bool(adjective and adjective[1])
        after = _WORKING.match(text, end) if unit == "hari" else None
        kind_of_day = after or _CALENDAR.match(text, end)
        if kind_of_day:
            end = kind_of_day.end()
        yield _span(amount, unit, end, working or bool(after))
        free = end


def _names_a_date(text: str, end: int, unit: str) -> bool:
    """ "6 Tahun 2011" is the number of a law, "7 (tujuh) bulan Maret" a date."""
    if unit == "tahun":
        return bool(_YEAR_AFTER.match(text, end, end + 40))
    following = _NEXT_WORD.match(text, end)
    month = month_of(following[1]) if following else None
    return month is not None and not month.short


def _span(amount: _Amount, unit: str, end: int, working: bool) -> DurationSpan:
    months = amount.value * _MONTHS[unit] if unit in _MONTHS else None
    days = amount.value * _DAYS[unit] if unit in _DAYS else None
    return DurationSpan(
        amount.start,
        end,
        unit,
        ((amount.value, unit),),
        round(months) if months is not None else None,
        round(days) if days is not None else None,
        amount.figure,
        amount.words,
        working,
        amount.misspellings,
    )


def _amount_before(text: str, begin: int, end: int) -> _Amount | None:
    """The number that ends where the unit begins."""
    part = text[begin:end]
    last = part.rstrip()[-1:]
    amount = None
    if last in (")", "]") or last.isdecimal():
        amount = _figure_with_words(part) or _words_with_figure(part)
    elif last.isalpha():
        amount = _bracket_first(part) or _words_alone(part)
    if amount is None or _NO_AMOUNT_BEFORE.search(part[: amount.start]):
        return None
    return _Amount(begin + amount.start, amount.value, amount.figure, amount.words, amount.misspellings)


def _figure_with_words(part: str) -> _Amount | None:
    """ "5 (lima)", "5", "1,5"."""
    match = _FIGURE_END.search(part)
    if not match:
        return None
    figure = int(match[1])
    if match[2]:
        return _Amount(match.start(), figure + int(match[2]) / 10, None, None)
    if match[3] is None:
        return _Amount(match.start(), figure, figure, None)
    read = read_bracket(match[3])
    if read is None:
        return None
    number = read[0]
    wrong = number.misspellings if number else ()
    return _Amount(match.start(), figure, figure, number.value if number else None, wrong)


def _words_with_figure(part: str) -> _Amount | None:
    """ "lima (5)"."""
    match = _BRACKET_END.search(part)
    tail = _number_tail(part[: match.start()]) if match else None
    if not match or tail is None:
        return None
    at, number = tail
    return _Amount(at, number.value, int(match[1]), number.value, number.misspellings)


def _bracket_first(part: str) -> _Amount | None:
    """ "(5) lima", only where both agree: else the bracket may be the number of an ayat."""
    match = _BRACKET_WORDS_END.search(part) if "(" in part else None
    said = parse_words(match[2]) if match else None
    if match and said and said.value == int(match[1]):
        return _Amount(match.start(), said.value, said.value, said.value, said.misspellings)
    return None


def _words_alone(part: str) -> _Amount | None:
    tail = _number_tail(part)
    if tail is None:
        return None
    at, number = tail
    return _Amount(at, number.value, None, number.value, number.misspellings)


@lru_cache(maxsize=4096)
def _ends_number(last: str, before: str) -> bool:
    joined = f"{before}{last}".lower()
    return read_word(last, beside=True) is not None or joined in ATOMS or parse_english(last) is not None


def _may_end_number(words: str) -> bool:
    """Whether the last word can be one of a number."""
    pieces = [token.text for token in tokenise(words)[-2:]]
    return bool(pieces) and _ends_number(pieces[-1], pieces[-2] if len(pieces) > 1 else "")


def _number_tail(part: str) -> tuple[int, NumberWords] | None:
    """The number in words, Indonesian or English, that ends a text, and where it starts."""
    tail = _TAIL_WORDS.search(part[-_TAIL:])
    if not tail:
        return None
    words, offset = tail[1], len(part) - len(part[-_TAIL:]) + tail.start(1)
    if not _may_end_number(words):
        return None
    spans = find_words(words)
    if spans and spans[-1].end == len(words):
        last = spans[-1]
        return offset + last.start, NumberWords(last.value, last.misspellings, last.standard)
    pieces = words.split()
    for text in (" ".join(pieces[-2:]), pieces[-1]):
        value = parse_english(text) if words.endswith(text) else None
        if value is not None:
            return offset + len(words) - len(text), NumberWords(value, (), text)
    return None
