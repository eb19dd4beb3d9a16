"""Dates: weekday, words and figures agree, the day exists, the month is spelt right."""

from __future__ import annotations

import datetime
import re
from collections.abc import Iterator
from itertools import pairwise

from kerjasama_check.agreement.model import Agreement, Opening, Provision
from kerjasama_check.checking.findings import Fix, Hit, Spot
from kerjasama_check.checking.functions.figures import dates_of
from kerjasama_check.checking.glance import Stemmed
from kerjasama_check.checking.registry import function
from kerjasama_check.checking.scans import blocks_read_surely, is_scan, on_scan, read_surely
from kerjasama_check.checking.text import possible, spot_of
from kerjasama_check.indonesian.calendar_words import WEEKDAYS, month_of, weekday_of
from kerjasama_check.indonesian.dates import MONTHS, DateSpan, format_date
from kerjasama_check.indonesian.lazy import lazy

_WORD = lazy(r"jum[’'‘`]at|[^\W\d_]{4,7}", re.IGNORECASE)
_WEEKDAY = Stemmed(("hari", "hari,"), r"\bhari[ ,]{1,3}(?:ini[ ,]{1,3})?([^\W\d_’'‘`]{3,6}[’'‘`]?[^\W\d_]{0,2})")
_NEAR = 40  # characters between a weekday and its date


def _opening_provision(agreement: Agreement) -> Provision | None:
    return next((p for p in agreement.provisions if p.name == "pembukaan"), None)


@function("weekday_differs", values=("weekday", "right", "date"))
def weekday_differs(agreement: Agreement, _: object) -> Iterator[Hit]:
    """The day of the week is not that of the date."""
    opening, provision = agreement.opening, _opening_provision(agreement)
    if opening is not None and provision is not None:
        yield from _opening_weekday(agreement, opening, provision)
    for other in possible(agreement, _WEEKDAY):
        if other is provision or other.heading or not _WEEKDAY.search(other.text):
            continue
        for start, end, weekday, date in _weekdays(other.text):
            spot = spot_of(agreement, other, start, end)
            if date.weekday() != weekday and read_surely(agreement, spot) and not is_scan(agreement):
                yield _weekday_hit(spot, weekday, date)


def _opening_weekday(agreement: Agreement, opening: Opening, provision: Provision) -> Iterator[Hit]:
    dates = [d for d in (opening.date, opening.words_date, opening.figures_date) if d is not None]
    if opening.weekday is None or opening.placeholder or not dates:
        return
    if any(date.weekday() == opening.weekday for date in dates) or _SPOILT_DAY.search(provision.text):
        return
    if is_scan(agreement) and (len(set(dates)) > 1 or not blocks_read_surely(agreement, opening.blocks[:1])):
        return
    word = next((m for m in _WORD.finditer(provision.text) if weekday_of(m.group()) == opening.weekday), None)
    spot = spot_of(agreement, provision, *word.span()) if word else Spot(provision.name, provision.block, "")
    if word is None or not read_surely(agreement, spot):
        return
    yield _weekday_hit(spot, opening.weekday, dates[0], scan=is_scan(agreement))


# "tanggal dua sebelas": which day is meant is not known, so neither is its weekday.
_SPOILT_DAY = lazy(
    r"\b(?:satu|dua|tiga|empat|lima|enam|tujuh|d[ae]lapan|sembilan)[ ]{1,3}(?:sebelas|sepuluh)\b", re.IGNORECASE
)


def _weekday_hit(spot: Spot, weekday: int, date: datetime.date, scan: bool = False) -> Hit:
    values: dict[str, str | int] = {
        "weekday": WEEKDAYS[weekday],
        "right": WEEKDAYS[date.weekday()],
        "date": format_date(date),
    }
    return Hit(spot, values, confidence="medium" if scan else None)


def _weekdays(text: str) -> Iterator[tuple[int, int, int, datetime.date]]:
    """Weekdays that are followed by a date: start, end, weekday, date."""
    dates = [d for d in dates_of(text) if d.date is not None]
    for match in _WEEKDAY.finditer(text):
        weekday = weekday_of(match[1])
        following = next((d for d in dates if 0 <= d.start - match.end() <= _NEAR), None)
        if weekday is not None and following is not None and following.date is not None:
            yield match.start(1), match.end(1), weekday, following.date


@function("date_words_differ", values=("words", "figures"))
def date_words_differ(agreement: Agreement, _: object) -> Iterator[Hit]:
    """The date in words and the date in figures are two dates."""
    opening, provision = agreement.opening, _opening_provision(agreement)
    done = False
    if opening is not None and provision is not None and _contradicts(opening):
        done = True
        yield from _opening_difference(agreement, opening, provision)
    for other in agreement.provisions:
        if other.heading or other.name == "dasar hukum" or (done and other is provision):
            continue
        for start, end, first, second in _double_dates(other.text):
            spot = spot_of(agreement, other, start, end)
            if read_surely(agreement, spot) and not is_scan(agreement):
                yield Hit(spot, {"words": first, "figures": second})


def _contradicts(opening: Opening) -> bool:
    words, figures = opening.words_date, opening.figures_date
    return words is not None and figures is not None and words != figures


def _opening_difference(agreement: Agreement, opening: Opening, provision: Provision) -> Iterator[Hit]:
    assert opening.words_date and opening.figures_date
    spans = dates_of(provision.text)
    first, last = (spans[0].start, spans[-1].end) if spans else (0, min(len(provision.text), 200))
    if spans and last - first > 220:
        last = spans[0].end
    spot = spot_of(agreement, provision, first, last)
    surely = (
        read_surely(agreement, spot) if spot.start is not None else blocks_read_surely(agreement, opening.blocks[:1])
    )
    if surely:
        values: dict[str, str | int] = {
            "words": format_date(opening.words_date),
            "figures": format_date(opening.figures_date),
        }
        yield Hit(spot, values, confidence=on_scan(agreement, "medium"))


def _double_dates(text: str) -> Iterator[tuple[int, int, str, str]]:
    """Dates said twice with a difference: start, end, date in words, date in figures."""
    spans = dates_of(text)
    for span in spans:
        if span.words and span.figures and span.figures != (span.day, span.month, span.year):
            yield span.start, span.end, _parts(span.day, span.month, span.year), _parts(*span.figures)
    for span, following in pairwise(spans):
        between = text[span.end : following.start].strip()
        closed = text[following.end : following.end + 2].lstrip().startswith(")")
        both = span.date and following.date and span.date != following.date
        if both and span.words and not following.words and between == "(" and closed and span.date and following.date:
            yield span.start, following.end, format_date(span.date), format_date(following.date)


def _parts(day: int, month: int, year: int) -> str:
    return f"{day} {MONTHS[month - 1] if 1 <= month <= 12 else month} {year}"


# ------------------------------------------------------------------ the year of the title

_TITLE_YEAR = lazy(r"\bTAHUN[ ]{1,2}(?P<year>(?:19|20)\d{2})\b(?![ ]{0,2}[/\-–])", re.IGNORECASE)
_OTHER_YEAR = lazy(
    r"(?:anggaran|ajaran|akademik|pelajaran|pajak|nomor[^,;]{0,30}|no\.?[^,;]{0,30})[ ]{1,2}$", re.IGNORECASE
)


@function("title_year_differs", values=("title", "date"))
def title_year_differs(agreement: Agreement, _: object) -> Iterator[Hit]:
    """The title ends with a year that is not that of the date."""
    title = agreement.title
    if title is None or agreement.date is None or agreement.kind == "adendum":
        return
    text = title.text.rstrip(" .")
    matches = [m for m in _TITLE_YEAR.finditer(text) if not _OTHER_YEAR.search(text[: m.start()])]
    last = matches[-1] if matches else None
    if last is None or last.end() < len(text) or "undang" in text[max(0, last.start() - 60) : last.start()].lower():
        return
    year = int(last["year"])
    if year in (agreement.date.year, agreement.date.year + 1):  # what is planned for next year is signed before it
        return
    block = next((b for b in title.blocks if last["year"] in agreement.document.blocks[b].text), None)
    spot = Spot("judul", block, " ".join(last.group().split()))
    if read_surely(agreement, spot):
        yield Hit(spot, {"title": year, "date": agreement.date.year}, confidence="medium")


# ------------------------------------------------------------------ days and months that are not


@function("odd_date", values=("written", "right"), variants=("impossible", "month"))
def odd_date(agreement: Agreement, _: object) -> Iterator[Hit]:
    """A day that no calendar has, or a month in an outdated spelling."""
    for provision in agreement.provisions:
        if provision.heading or provision.name in ("nomor", "dasar hukum"):
            continue
        for span in dates_of(provision.text):
            if span.date is None:
                yield from _impossible(agreement, provision, span)
            if span.old_month:
                yield from _old_month(agreement, provision, span)


def _impossible(agreement: Agreement, provision: Provision, span: DateSpan) -> Iterator[Hit]:
    if not (1 <= span.day <= 31 and 1 <= span.month <= 12) and is_scan(agreement):
        return
    spot = spot_of(agreement, provision, span.start, span.end)
    if read_surely(agreement, spot):
        written = " ".join(provision.text[span.start : span.end].split())
        yield Hit(spot, {"written": written, "right": ""}, variant="impossible", confidence=on_scan(agreement, "low"))


def _old_month(agreement: Agreement, provision: Provision, span: DateSpan) -> Iterator[Hit]:
    at = provision.text.find(span.old_month or "\0", span.start, span.end)
    month = month_of(span.old_month or "")
    if at < 0 or month is None:
        return
    spot = spot_of(agreement, provision, at, at + len(span.old_month or ""))
    if not read_surely(agreement, spot):
        return
    written = provision.text[at : at + len(span.old_month or "")]
    right = MONTHS[month.number - 1]
    right = right.upper() if written.isupper() else right.lower() if written.islower() else right
    values: dict[str, str | int] = {"written": written, "right": right}
    yield Hit(spot, values, variant="month", fix=None if is_scan(agreement) else Fix(written, right))
