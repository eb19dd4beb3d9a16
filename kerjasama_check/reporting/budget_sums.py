"""What the costs of an agreement add up to, per payer and fiscal year, as far as amounts and the term allow it."""

from __future__ import annotations

import datetime
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from kerjasama_check.agreement.model import Commitment, Term
from kerjasama_check.indonesian.lazy import lazy

_STAGE = lazy(r"\b(?:termin|tahap|angsuran|cicilan)\b", re.IGNORECASE)
_MONTHLY = lazy(r"\b(?:per|setiap|tiap|tiap-tiap)\s+bulan\b|/\s?bulan\b|\bbulanan\b", re.IGNORECASE)
_YEARLY = lazy(r"\b(?:per|setiap|tiap)\s+tahun\b|/\s?tahun\b|\btahunan\b", re.IGNORECASE)
_PER_UNIT = lazy(
    r"\b(?:per|setiap|tiap|masing-masing)\s+(?:orang|peserta|mahasiswa|siswa|hari|unit|kegiatan|kali|jam|lembar|"
    r"kartu|transaksi|"
    r"semester|pasien|sampel|meter|m2|ekor|kg|kilogram|narasumber|instruktur|angkatan|paket|buku|pegawai|"
    r"karyawan|satuan|minggu)\b|"
    r"/\s?(?:orang|hari|jam|unit|kali|peserta|m2|transaksi|kartu)\b|@",
    re.IGNORECASE,
)
_YEAR = lazy(r"\btahun(?:\s+anggaran)?\s+((?:19|20)\d\d)\b|\bTA\.?\s?((?:19|20)\d\d)\b", re.IGNORECASE)
_LONGEST_TERM = 100  # years; a longer one is misread


@dataclass(frozen=True, slots=True)
class Total:
    """A sum in whole units of its currency. payers: labels, () where nobody is named. year: None where it is open."""

    payers: tuple[str, ...]
    year: int | None
    currency: str
    value: int


@dataclass(frozen=True, slots=True)
class Sums:
    """totals: by payer in the order of the text, then by year. left_out: rows whose sum is unknown (per person …)."""

    totals: tuple[Total, ...]
    left_out: tuple[Commitment, ...]


def sum_up(rows: Sequence[Commitment], term: Term) -> Sums:
    """Price and instalments count once, as do repetitions; sums per month and year are multiplied over the term."""
    left_out: list[Commitment] = []
    found: dict[tuple[tuple[str, ...], int | None, str], int] = {}
    for row in _once(rows):
        parts = list(_parts(row, term))
        if not parts:
            left_out.append(row)
        for year, value in parts:
            key = (row.payers, year, row.amount[1] if row.amount else "IDR")
            found[key] = found.get(key, 0) + value
    order = list(dict.fromkeys(key[0] for key in found))
    keys = sorted(found, key=lambda key: (order.index(key[0]), key[2], key[1] is None, key[1] or 0))
    return Sums(tuple(Total(*key, found[key]) for key in keys), tuple(left_out))


def _once(rows: Sequence[Commitment]) -> Iterator[Commitment]:
    """Rows with an amount: instalments of a price that stands beside them, and repetitions, left out."""
    priced = [row for row in rows if row.amount]
    stages: dict[tuple[tuple[str, ...], str], int] = {}
    for row in priced:
        if row.amount and _STAGE.search(row.quote):
            key = (row.payers, row.amount[1])
            stages[key] = stages.get(key, 0) + row.amount[0]
    prices = {
        (row.payers, row.amount[1], row.amount[0]) for row in priced if row.amount and not _STAGE.search(row.quote)
    }
    seen: set[tuple[tuple[str, ...], tuple[int, str]]] = set()
    for row in priced:
        if row.amount is None:
            continue
        value, currency = row.amount
        stage = _STAGE.search(row.quote) is not None
        whole = (row.payers, currency, stages.get((row.payers, currency), -1))
        if stage and whole in prices:
            continue
        if not stage and (row.payers, row.amount) in seen:
            continue
        seen.add((row.payers, (value, currency)))
        yield row


def _parts(row: Commitment, term: Term) -> Iterator[tuple[int | None, int]]:
    """(fiscal year, sum) of a row; nothing where the sum depends on how many there will be."""
    if row.amount is None or _PER_UNIT.search(row.quote):
        return
    value = row.amount[0]
    if _MONTHLY.search(row.quote) or _YEARLY.search(row.quote):
        if term.start is None or term.end is None or term.end.year - term.start.year > _LONGEST_TERM:
            return
        if _MONTHLY.search(row.quote):
            yield from ((year, value * months) for year, months in _months(term.start, term.end))
        else:
            years = max(1, round(sum(months for _, months in _months(term.start, term.end)) / 12))
            yield from ((term.start.year + number, value) for number in range(years))
        return
    named = {int(a or b) for a, b in _YEAR.findall(row.quote)}
    if len(named) == 1:
        yield next(iter(named)), value
    elif term.start is not None and term.end is not None and term.start.year == term.end.year:
        yield term.start.year, value
    else:
        yield None, value


def _months(start: datetime.date, end: datetime.date) -> Iterator[tuple[int, int]]:
    """(year, months of the term that begin in it)."""
    total = (end.year - start.year) * 12 + end.month - start.month + (1 if end.day >= start.day - 1 else 0)
    for year in range(start.year, end.year + 1):
        first = (year - start.year) * 12 - start.month + 1
        inside = min(total, first + 12) - max(0, first)
        if inside > 0:
            yield year, inside
