"""Figures, words and sums of money: that they agree, that both stand there, and how they are written."""

from __future__ import annotations

import datetime
import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache

from kerjasama_check.agreement.model import Agreement, Provision
from kerjasama_check.checking.findings import Confidence, Fix, Hit
from kerjasama_check.checking.functions.figures import dates_of, durations_of, money_of, pairs_of
from kerjasama_check.checking.functions.gather import gathered
from kerjasama_check.checking.glance import Stemmed, glance
from kerjasama_check.checking.registry import function
from kerjasama_check.checking.scans import is_scan, on_scan, read_surely
from kerjasama_check.checking.text import is_annex, possible, spot_of
from kerjasama_check.indonesian.lazy import lazy
from kerjasama_check.indonesian.money import MoneySpan, format_rupiah
from kerjasama_check.indonesian.terbilang import find_words, parse_words, to_words

_STAMP = lazy(r"m[ae]t[ae]ra?i", re.IGNORECASE)


def _texts(agreement: Agreement, annexes: bool = True, holding: Stemmed | None = None) -> Iterator[Provision]:
    """The provisions whose figures are the agreement's own: no numbers of documents, no titles of laws."""
    for provision in possible(agreement, holding):
        if provision.heading or provision.name in ("nomor", "dasar hukum", "tanda tangan"):
            continue
        if annexes or not is_annex(provision.name):
            yield provision


# ------------------------------------------------------------------ figures against words


@function("figure_differs_from_words", values=("figure", "words", "value"), variants=("money",))
def figure_differs_from_words(agreement: Agreement, _: object) -> Iterator[Hit]:
    """ "3 (dua)", or a sum whose words say another sum."""
    for provision in _texts(agreement):
        if "(" not in provision.text:
            continue
        for start, end, figure, value, words, variant in _pairs(provision.text):
            if value == figure:
                continue
            spot = spot_of(agreement, provision, start, end)
            if not read_surely(agreement, spot) or (is_scan(agreement) and parse_slips(words)):
                continue
            shown = format_rupiah(figure) if variant else str(figure)
            said = format_rupiah(value) if variant else str(value)
            values: dict[str, str | int] = {"figure": shown, "words": " ".join(words.split()), "value": said}
            # one glyph against a word: the scan may have misread it
            sure: Confidence = "low" if figure < 10 else "medium"
            yield Hit(spot, values, variant=variant, confidence=on_scan(agreement, sure))


def _pairs(text: str) -> Iterator[tuple[int, int, int, int, str, str | None]]:
    """Start, end, figure, value of the words, the words, variant."""
    for pair in pairs_of(text):
        if pair.words_value is not None:
            yield pair.start, pair.end, pair.figure, pair.words_value, pair.words_text, None
    for money in money_of(text):
        if money.words_value is not None and money.words_text and money.currency == "IDR":
            yield money.start, money.end, money.value, money.words_value, money.words_text, "money"


def parse_slips(words: str) -> bool:
    """Whether the words hold slips that a scan makes."""
    number = parse_words(words)
    return bool(number and number.slips)


# ------------------------------------------------------------------ figures without words

_COPIES = Stemmed(("rangkap", "eksemplar"), r"\b(?:rangkap|eksemplar)[ ]{1,3}(?P<figure>\d{1,2})\b(?![ ]{0,2}[(\d.,/])")
_DAY = lazy(r"\b(?:cut-?[ ]?off|tanggal|tgl\.?)[ ]{0,2}\Z", re.IGNORECASE)  # "cut-off 21 bulan berikutnya" is a day
_NEXT = lazy(r"[ ]{1,2}(?:sebelumnya|selanjutnya|berikutnya|berjalan)\b", re.IGNORECASE)
_TIMES = lazy(r"[x×][ ]{0,2}$", re.IGNORECASE)


@function("figure_without_words", values=("figure", "words"), variants=("money",))
def figure_without_words(agreement: Agreement, _: object) -> Iterator[Hit]:
    """A period, a number of copies or a sum in figures only."""
    yield from gathered(_without_words(agreement))


def _without_words(agreement: Agreement) -> Iterator[Hit]:
    of_copies = {id(provision) for provision in possible(agreement, _COPIES)}
    for provision in _texts(agreement, annexes=False):
        text = provision.text
        if provision.name == "judul" or not (durations_of(text) or money_of(text) or id(provision) in of_copies):
            continue
        if _in_table(agreement, provision):
            continue
        for start, end, figure, variant in _bare_figures(provision.text):
            spot = spot_of(agreement, provision, start, end)
            if not read_surely(agreement, spot):
                continue
            words = f"{to_words(figure)} rupiah" if variant else to_words(figure)
            shown = " ".join(provision.text[start:end].split())
            values: dict[str, str | int] = {"figure": shown, "words": words}
            yield Hit(spot, values, variant=variant, confidence=on_scan(agreement, "medium"))


def _bare_figures(text: str) -> Iterator[tuple[int, int, int, str | None]]:
    for duration in durations_of(text):
        bare = duration.figure_value is not None and duration.words_value is None
        if bare and duration.unit != "jam" and "(" not in text[duration.start : duration.end]:
            before = text[max(0, duration.start - 4) : duration.start]
            if _DAY.search(text, max(0, duration.start - 12), duration.start) or (
                duration.unit == "bulan" and (duration.figure_value or 0) > 12 and _NEXT.match(text, duration.end)
            ):
                continue
            if not _TIMES.search(before) and text[duration.end : duration.end + 12].lstrip()[:1] != "(":
                yield duration.start, duration.end, duration.figure_value or 0, None
    for match in _COPIES.finditer(text):
        yield match.start(), match.end(), int(match["figure"]), None
    for money in money_of(text):
        if money.currency == "IDR" and money.value and money.words_text is None and not _values_stamp(text, money):
            yield money.start, money.figures_end, money.value, "money"


def _values_stamp(text: str, money: MoneySpan) -> bool:
    return bool(_STAMP.search(text, max(0, money.start - 40), money.start))


def _in_table(agreement: Agreement, provision: Provision) -> bool:
    """Tables of prices have figures only."""
    return any(agreement.document.blocks[b].cell is not None for b in provision.blocks)


# ------------------------------------------------------------------ how sums are written

_CUT = lazy(r"[.,]?\d")
_STANDARD = lazy(r"Rp(?:\d{1,3}(?:\.\d{3})*)(?:,\d{2})?")


@function("rupiah_form", values=("written", "standard"))
def rupiah_form(agreement: Agreement, _: object) -> Iterator[Hit]:
    """ "Rp. 10.000,-" for "Rp10.000,00"."""
    yield from gathered(_odd_sums(agreement))


def _odd_sums(agreement: Agreement) -> Iterator[Hit]:
    for provision in _texts(agreement):
        for money in money_of(provision.text):
            written = provision.text[money.start : money.figures_end].strip()
            if money.currency != "IDR" or not written.lower().startswith(("rp", "idr")) or _STANDARD.fullmatch(written):
                continue
            if is_scan(agreement) and _CUT.match(provision.text, money.figures_end):
                continue  # the figure goes on, badly read
            if re.search(r"[a-z]$", written, re.IGNORECASE) or (is_scan(agreement) and not _surely_wrong(written)):
                continue
            sign = spot_of(
                agreement, provision, money.start, money.start + 3
            )  # the fault is in "Rp.", not in the digits
            if not read_surely(agreement, sign):
                continue
            spot = spot_of(agreement, provision, money.start, money.start + len(written))
            standard = _rewrite(written, money.value)
            fix = None if is_scan(agreement) else Fix(written, standard)
            values: dict[str, str | int] = {"written": written, "standard": standard}
            scan = on_scan(agreement, "medium" if read_surely(agreement, spot) else "low")
            yield Hit(spot, values, fix=fix, confidence=scan)


def _surely_wrong(written: str) -> bool:
    """In a scan a blank after Rp may be wide printing; the full stop and the dash are printed."""
    return written[2:3] == "." or written.endswith("-")


def _rewrite(written: str, value: int) -> str:
    cents = re.search(r",(\d{2})$", written)
    return format_rupiah(value)[:-2] + (cents[1] if cents else "00")


# ------------------------------------------------------------------ spelling of numbers in words


@function("terbilang_misspelt", values=("written", "standard"))
def terbilang_misspelt(agreement: Agreement, _: object) -> Iterator[Hit]:
    """ "duaribu", "satu ratus", "se belas"."""
    habitual = _with_a_habit(agreement)
    for provision in _texts(agreement):
        text, habit = provision.text, id(provision) in habitual
        if not (habit or dates_of(text) or pairs_of(text) or money_of(text)):
            continue
        for start, end, misspellings in _misspelt(text, habit):
            slips = {slip.lower() for slip in _slips(provision.text[start:end])}
            wrong = [m for m in misspellings if m.lower() not in slips]
            if not wrong:
                continue
            written = wrong[0]
            at = provision.text.find(written, start, end)
            if at < 0:
                continue
            spot = spot_of(agreement, provision, at, at + len(written))
            number = parse_words(written)
            if number is None or not read_surely(agreement, spot):
                continue
            standard = _like(written, number.standard)
            fix = None if is_scan(agreement) else Fix(written, standard)
            values: dict[str, str | int] = {"written": " ".join(written.split()), "standard": standard}
            yield Hit(spot, values, fix=fix, confidence=on_scan(agreement, "medium"))


_ONES = "satu|dua|tiga|empat|lima|enam|tujuh|d[ae]lapan|sembilan"
_TENS = "puluh|belas|ratus|ribu|juta"
_JOINED = rf"\b(?:{_ONES}|{_TENS}|se)(?:{_ONES}|{_TENS})|\bm[iy]l[iy]+ar|tr[iy]l[iy]+un"
_JOINED_WORD = lazy(rf"(?:{_JOINED})\w*")
_HABIT = lazy(rf"{_JOINED}|\b(?:satu|se) (?:{_TENS})\b", re.IGNORECASE)
_APART = tuple(f"{one} {ten}" for one in ("satu", "se") for ten in _TENS.split("|"))


@lru_cache(maxsize=20_000)
def _joined_in(piece: str) -> tuple[str, ...]:
    return tuple(match.group() for match in _JOINED_WORD.finditer(piece))


def _with_a_habit(agreement: Agreement) -> frozenset[int]:
    """The identities of the provisions in which a habit of writing numbers wrong may show."""
    seen = glance(agreement)
    joined = tuple({word for piece in seen.pieces.split(" ") for word in _joined_in(piece)})
    return frozenset(id(provision) for provision in seen.with_one_of(joined + _APART))


def _misspelt(text: str, habitual: bool) -> Iterator[tuple[int, int, tuple[str, ...]]]:
    """Start, end and wrong words of the numbers in words: beside figures, in dates, and where a habit shows."""
    spans = [(s.start, s.end, s.misspellings) for s in (find_words(text) if habitual and _HABIT.search(text) else [])]
    for found in (dates_of(text), pairs_of(text), money_of(text)):
        spans += [(s.start, s.end, s.misspellings) for s in found]
    done: list[tuple[int, int]] = []
    for start, end, misspellings in spans:
        if misspellings and not any(first < end and start < last for first, last in done):
            done.append((start, end))
            yield start, end, misspellings


def _slips(text: str) -> tuple[str, ...]:
    return tuple(slip for span in find_words(text) if (n := parse_words(span.text)) for slip in n.slips)


def _like(written: str, standard: str) -> str:
    """The standard form in the case of the written one."""
    if written.isupper():
        return standard.upper()
    return standard.title() if written[:1].isupper() else standard


# ------------------------------------------------------------------ stamp duty


@dataclass(frozen=True, slots=True)
class StampDuty:
    """value: the duty in rupiah from `since` on. before: the duties that were right earlier."""

    value: int
    since: str
    before: tuple[int, ...] = ()


_STAMP_VALUE = Stemmed(
    ("mater", "meter", "matai", "metai", "matea", "metea"),
    r"m[ae]t[ae]ra?i\b(?:[ ]{1,2}(?:tempel|elektronik|senilai|sebesar|seharga|nilai|dengan|cukup|nominal|resmi|@)){0,4}"
    r"[ ]{0,2}[(]?[ ]?(?P<sum>(?:Rp\.?[ ]{0,2})?\d{1,3}(?:\.?\d{3})(?:,(?:00|-{1,2}))?)(?![\d/])",
)


@function("stamp_value", StampDuty, values=("value", "right"))
def stamp_value(agreement: Agreement, options: StampDuty) -> Iterator[Hit]:
    """A value of the duty stamp that was not in force at the date of the document; undated ones count as of today."""
    since = datetime.date.fromisoformat(options.since)
    old = agreement.date is not None and agreement.date < since
    turn = agreement.date is not None and agreement.date.year == since.year  # old stamps could be used up that year
    right = set(options.before) if old else {options.value}
    if turn:
        right |= {sum(options.before), *(2 * v for v in options.before)} | set(options.before)
    for provision in _texts(agreement, holding=_STAMP_VALUE):
        for match in _STAMP_VALUE.finditer(provision.text):
            value = int("".join(re.findall(r"\d", match["sum"].split(",")[0])))
            if value in right:
                continue
            start, end = match.span("sum")
            spot = spot_of(agreement, provision, start, end)
            if read_surely(agreement, spot):
                proper = max(right) if old else options.value
                values: dict[str, str | int] = {"value": format_rupiah(value)[:-3], "right": format_rupiah(proper)[:-3]}
                yield Hit(spot, values, confidence=on_scan(agreement, "medium"))
