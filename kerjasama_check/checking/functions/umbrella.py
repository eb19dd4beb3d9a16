"""The umbrella of a working agreement: whether it is named, and whether it is still in force."""

from __future__ import annotations

import datetime
import re
from collections.abc import Iterator
from itertools import islice

from kerjasama_check.agreement.model import Agreement, Provision
from kerjasama_check.agreement.term import add_months
from kerjasama_check.checking.findings import Hit
from kerjasama_check.checking.functions.figures import dates_of, durations_of
from kerjasama_check.checking.glance import Stemmed
from kerjasama_check.checking.registry import NoOptions, function
from kerjasama_check.checking.scans import is_scan, read_surely
from kerjasama_check.checking.text import is_annex, per_agreement, possible, sentence_at, spot_of
from kerjasama_check.indonesian.dates import format_date
from kerjasama_check.indonesian.lazy import lazy

_FLAGS = re.IGNORECASE
_MENTIONS = 60  # of an umbrella; its dates stand with the first ones
_UMBRELLA = Stemmed(
    ("nota kesepa", "kesepahaman bersama", "kesepakatan bersama", "memorandum", "mou", "piagam kerja"),
    r"\b(?:nota\s{1,3}kesep(?:ahaman|akatan)(?:\s{1,3}bersama)?|kesepa(?:katan|haman)\s{1,3}bersama|"
    r"memorandum\s{1,3}of\s{1,3}understanding|memorandum\s{1,3}saling\s{1,3}pengertian|MoU|piagam\s{1,3}kerja\s?sama)\b"
    r"(?!\s{1,3}ini\b)",
)
_IDENTIFIED = lazy(r"\b(?:nomor|no\b\.?|tanggal|tertanggal|tgl\b)", _FLAGS)


@per_agreement
def umbrellas(agreement: Agreement) -> list[tuple[Provision, re.Match[str]]]:
    """Every mention of an agreement of the higher kind, outside title, annexes and signatures."""
    found = []
    for provision in possible(agreement, _UMBRELLA):
        if provision.name in ("judul", "tanda tangan", "nomor") or provision.heading or is_annex(provision.name):
            continue
        found += [(provision, match) for match in _UMBRELLA.finditer(provision.text)]
    return found


@function("umbrella_not_named", variants=("unidentified",), absence=True)
def umbrella_not_named(agreement: Agreement, _: NoOptions) -> Iterator[Hit]:
    """No umbrella is named, or it is named without number and date."""
    found = list(umbrellas(agreement))
    if not found:
        yield Hit()
        return
    if any(_IDENTIFIED.search(p.text, m.end(), m.end() + 300) for p, m in found):
        return
    provision, match = found[0]
    yield Hit(spot_of(agreement, provision, match.start(), match.end()), variant="unidentified", confidence="medium")


_IN_FORCE = lazy(r"\b(?:berlaku|jangka waktu|masa berlaku|berakhir|sampai dengan|s/d|hingga)\b", _FLAGS)
_UNTIL = lazy(r"\b(?:sampai(?: dengan)?|s/d|hingga|berakhir(?: pada)?)\b[^.;]{0,25}\Z", _FLAGS)


def _end_of(sentence: str) -> datetime.date | None:
    """The last day of the umbrella where its own sentence gives it, or its first day and its length."""
    if not _IN_FORCE.search(sentence):
        return None
    dates = [span for span in dates_of(sentence) if span.date]
    for span in dates:
        if _UNTIL.search(sentence[max(0, span.start - 60) : span.start]):
            return span.date
    lengths = [span for span in durations_of(sentence) if span.months]
    if len(dates) != 1 or len(lengths) != 1 or dates[0].date is None:
        return None
    before = sentence[max(0, lengths[0].start - 60) : lengths[0].start]
    if not re.search(r"\b(?:berlaku|jangka waktu|selama)\b", before, _FLAGS):
        return None
    return add_months(dates[0].date, lengths[0].months or 0) - datetime.timedelta(days=1)


@function("outlives_umbrella", values=("end", "umbrella"), variants=("expired",))
def outlives_umbrella(agreement: Agreement, _: NoOptions) -> Iterator[Hit]:
    """The agreement runs on after its umbrella, or was made when that was over."""
    term = agreement.term
    if term.tied:
        return
    for provision, match in islice(umbrellas(agreement), _MENTIONS):
        last = sentence_at(provision.text, *match.span())[1]
        end = _end_of(provision.text[match.start() : last])
        if end is None:
            continue
        spot = spot_of(agreement, provision, match.start(), last)
        if is_scan(agreement) and not read_surely(agreement, spot):
            continue
        start = term.start or agreement.date
        values: dict[str, str | int] = {"umbrella": format_date(end), "end": format_date(term.end) if term.end else ""}
        if start is not None and start > end:
            yield Hit(spot, {**values, "end": format_date(start)}, variant="expired", confidence="medium")
            return
        if term.end is not None and term.end > end + datetime.timedelta(days=1):
            yield Hit(spot, values, confidence="medium")
            return
