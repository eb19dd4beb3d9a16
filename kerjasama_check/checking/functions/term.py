"""The term: start and length are said, and agree with each other."""

from __future__ import annotations

import datetime
import re
from collections.abc import Iterator

from kerjasama_check.agreement.model import Agreement, Provision
from kerjasama_check.checking.findings import Hit, Spot
from kerjasama_check.checking.functions.figures import durations_of
from kerjasama_check.checking.glance import Stemmed
from kerjasama_check.checking.registry import function
from kerjasama_check.checking.scans import is_scan, on_scan, read_surely
from kerjasama_check.checking.text import body, fold, is_annex, sentence_at, spot_of
from kerjasama_check.indonesian.dates import format_date
from kerjasama_check.indonesian.durations import DurationSpan, find_durations
from kerjasama_check.indonesian.lazy import lazy

_IN_FORCE = Stemmed(
    ("jangka waktu", "masa berlaku", "berlaku ", "terhitung "),
    r"\b(?:jangka waktu|masa berlaku|berlaku (?:selama|untuk|sejak|mulai|terhitung|efektif|sampai)|mulai berlaku|"
    r"terhitung (?:mulai|sejak))",
)
_STARTS = lazy(
    r"\b(?:sejak|terhitung|mulai|semenjak|pada (?:tanggal|saat)) (?:\w+ ){0,6}?(?:ditanda ?tangani|penandatanganan|"
    r"tanggal|saat|disahkan|ditetapkan|perjanjian|nota)|\bberlaku (?:efektif|pada)\b|"
    r"\bsejak (?:\w+ ){0,8}?di ?tanda ?tangan|\bsejak (?:\w+ ){1,3}?(?:di\w+|berlaku)\b",
    re.IGNORECASE,
)
# What a draft leaves open: "..... tahun", "sampai dengan ${tanggal_akhir}", "selama (*) bulan".
_BLANK = lazy(
    r"(?:\.{3,}|…|_{3,}|[\]}>»*]|\bx{2,})[^.;]{0,20}\b(?:tahun|bulan|hari)\b|"
    r"(?:sampai|s\.?/?d|hingga|selama|tanggal|jangka waktu)[^.;]{0,25}(?:\.{3,}|…|_{3,}|\$\{|\{\{|<<|«|\[|\(\*)",
    re.IGNORECASE,
)


# A length with a slip in its unit ("30 kari kerja") is a length all the same.
_FIGURE = lazy(
    r"\b(?:jangka waktu|selama|masa berlaku)\b(?:(?!\b(?:pasal|ayat)\b)[^.;]){0,80}?"
    r"\b\d{1,3} (?!hari|bulan|tahun|minggu)[a-z]{3,}"
)


def _term_provision(agreement: Agreement) -> tuple[Provision, int, int] | None:
    """The sentence that says most on the term."""
    term = agreement.term
    for provision in body(agreement):
        if term.block is not None and term.block in provision.blocks and (match := _IN_FORCE.search(provision.text)):
            return (provision, *sentence_at(provision.text, *match.span()))
    articles = {at for at, a in enumerate(agreement.articles) if "jangka-waktu" in a.clauses}
    for provision in body(agreement):
        if provision.article in articles and provision.text.strip():
            return (provision, *sentence_at(provision.text, 0, 0))
    return None


@function("term_incomplete", variants=("start", "length", "event"), absence=True)
def term_incomplete(agreement: Agreement, _: object) -> Iterator[Hit]:
    """Start or length of the term, or both, are not said."""
    term = agreement.term
    text = _term_text(agreement)
    start = term.stated_start is not None or term.from_signing or bool(_STARTS.search(text))
    length = any(v is not None for v in (term.months, term.days, term.stated_end)) or term.tied
    length = length or bool(_FIGURE.search(text))
    if start and length:
        return
    if (not length or agreement.template) and _BLANK.search(text + _form_head(agreement)):
        return  # left open in a draft, which another rule tells
    if not length and is_scan(agreement) and _length_lost(agreement, text):
        return
    place = _term_provision(agreement)
    spot = spot_of(agreement, *place) if place else Spot(_article_name(agreement))
    if not start and not length:
        yield Hit(spot)
    elif not length:
        yield Hit(spot, variant="event" if _EVENT.search(text) else "length")
    elif term.stated_end is None and not term.tied:
        yield Hit(spot, variant="start", confidence="low" if is_scan(agreement) else "medium")


# The end hangs on what happens: "sampai dengan berakhirnya pelaksanaan seleksi".
_EVENT = lazy(
    r"\b(?:sampai|hingga)(?: dengan)? (?:saat )?(?:ber\w*akhir\w*|selesai\w*|di\w{3,}nya|ter\w{3,}nya|pihak \w+ \w+|"
    r"pekerjaan |seluruh |semua )"
)


def _form_head(agreement: Agreement) -> str:
    """What a form says before its articles, where the term may be asked for."""
    return " " + fold(" ".join(p.text for p in agreement.provisions if p.name in ("judul", "pembukaan", "para pihak")))


def _article_name(agreement: Agreement) -> str | None:
    return next((a.name for a in agreement.articles if "jangka-waktu" in a.clauses), None)


def _term_text(agreement: Agreement) -> str:
    """What the articles on the term and the closing say, folded."""
    own = {at for at, a in enumerate(agreement.articles) if "jangka-waktu" in a.clauses}
    about = {id(p) for p in body(agreement, _IN_FORCE) if _IN_FORCE.search(p.text)}
    parts = [p.text for p in body(agreement) if p.article in own or id(p) in about]
    parts += [p.text for p in agreement.provisions if p.name == "penutup"]
    return fold(" ".join(parts))


def _length_lost(agreement: Agreement, text: str) -> bool:
    """In a scan: a unit of time stands there, but its number or the words around it were not read."""
    if re.search(r"(?:selama|jangka waktu|untuk waktu) .{0,30}\b(?:tahun|bulan|hari)\b", text):
        return True
    long = (p for p in body(agreement) if re.search(r"waktu|perpanjang|berlaku", p.text, re.IGNORECASE))
    return any((d.months or 0) >= 6 for p in long for d in find_durations(p.text))


# ------------------------------------------------------------------ length against dates


@function("term_contradicts_itself", values=("length", "start", "end"), variants=("twice",))
def term_contradicts_itself(agreement: Agreement, _: object) -> Iterator[Hit]:
    """The length is not the difference of the dates, or it is given in two ways."""
    yield from _against_dates(agreement)
    yield from _given_twice(agreement)


_SAID = lazy(
    r"\bjangka waktu (?P<of>pelaksanaan|perjanjian|kontrak|kerja ?sama)(?: pekerjaan| kegiatan)?"
    r"(?: ini)?[ ]?(?:adalah|selama|:)?[ ]?(?:selama[ ])?\Z",
    re.IGNORECASE,
)


def _given_twice(agreement: Agreement) -> Iterator[Hit]:
    """ "Jangka waktu pelaksanaan: 90 hari" on the cover, 60 days elsewhere."""
    said: dict[str, tuple[Provision, DurationSpan, Spot]] = {}
    for provision in agreement.provisions:
        if is_annex(provision.name):
            continue
        for duration in durations_of(provision.text):
            match = _SAID.search(provision.text, max(0, duration.start - 60), duration.start)
            if match is None or (duration.months is None and duration.days is None):
                continue
            spot = spot_of(agreement, provision, match.start(), duration.end)
            first = said.setdefault(match["of"].lower(), (provision, duration, spot))
            same = (first[1].months, first[1].days) == (duration.months, duration.days)
            if (
                same
                or first[1].unit != duration.unit
                or not (read_surely(agreement, spot) and read_surely(agreement, first[2]))
            ):
                continue
            values: dict[str, str | int] = {"length": _short(first[1]), "start": "", "end": _short(duration)}
            yield Hit(spot, values, (first[2],), "twice", "low" if is_scan(agreement) else "medium")
            return


def _short(duration: DurationSpan) -> str:
    return f"{duration.amount:g} {duration.unit}"


def _against_dates(agreement: Agreement) -> Iterator[Hit]:
    """The length is not the difference of the first and the last day (a day more or less is a way of counting)."""
    term = agreement.term
    start, end = term.stated_start, term.stated_end
    if start is None and term.from_signing:
        start = agreement.date
    if start is None or end is None or end <= start or (term.months is None and term.days is None):
        return
    if term.months is not None:
        expected = _add_months(start, term.months)
        near = abs((end - expected).days) <= 2 or bool(_LOOSE.search(term.text or ""))
        text = f"{term.months} bulan" if term.months % 12 else f"{term.months // 12} tahun"
    else:
        days = (end - start).days
        near = abs(days - (term.days or 0)) <= 1 or _working_days(term.text or "")
        text = f"{term.days} hari"
    if near:
        return
    place = _term_provision(agreement)
    spot = spot_of(agreement, *place) if place else Spot(term.provision, term.block, (term.text or "")[:240])
    if is_scan(agreement) and not read_surely(agreement, spot):
        return
    values: dict[str, str | int] = {"length": text, "start": format_date(start), "end": format_date(end)}
    yield Hit(spot, values, confidence=on_scan(agreement, "medium"))


_LOOSE = lazy(r"\b(?:semester|tahun (?:akademik|ajaran|anggaran|pelajaran))\b", re.IGNORECASE)


def _working_days(text: str) -> bool:
    return any(d.working_days for d in find_durations(text))


def _add_months(day: datetime.date, months: int) -> datetime.date:
    """The same day that many months later, the last of the month where there is no such day."""
    year, month = divmod(day.year * 12 + day.month - 1 + months, 12)
    if not 1 <= year <= 9998:
        return day
    last = (datetime.date(year + (month == 11), (month + 1) % 12 + 1, 1) - datetime.timedelta(days=1)).day
    return datetime.date(year, month + 1, min(day.day, last))
