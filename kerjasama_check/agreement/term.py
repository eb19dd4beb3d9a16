"""How long an agreement is in force: the sentence that says so, its length, first and last day.

The term of a payment, a warranty or a notice ("3 bulan sebelum berakhir") is not the term of the agreement. The last
day is the one printed, else the first day plus the length minus one day.
"""

from __future__ import annotations

import calendar
import datetime
import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import chain

from kerjasama_check.agreement.fuzzy import fold
from kerjasama_check.agreement.model import Article, Item, Paragraph, Term
from kerjasama_check.agreement.phrases import Phrases, Wording
from kerjasama_check.agreement.splitting import split_at
from kerjasama_check.indonesian.dates import DateSpan, find_dates
from kerjasama_check.indonesian.durations import DurationSpan, find_durations
from kerjasama_check.indonesian.lazy import lazy

# All patterns but _GAP run over text in small letters.
_AGREEMENT = (
    r"(?:nota\s+kesepa\w+|kesepa\w+|perjanjian|kerja\s?sama|kontrak|naskah|piagam|mo[ua]|pks|ad+endum|memorandum|"
    r"agreement|arrangement|sewa|program|beasiswa|pekerjaan)"
)
# A sentence that speaks of the term of the agreement itself.
_STRONG = Wording(
    (
        "berlaku",
        "berlangsung",
        "selama",
        "dimulai",
        "valid",
        "force",
        "effective",
        "remain",
        "jangka",
        "masa",
        "term",
        "terhitung",
    ),
    rf"{_AGREEMENT}[^.;]{{0,80}}?\b(?:berlaku|berlangsung|dilaksanakan\s+selama|dimulai|valid|in\s+force|effective|"
    rf"remain)\b|"
    rf"\b(?:jangka\s?waktu|masa)\s+(?:(?:berlaku(?:nya)?|sewa|kontrak|pelaksanaan|pembuatan)\s+){{0,3}}(?:dari\s+)?"
    rf"(?:{_AGREEMENT}|adalah|selama|ini)\b|\bterm\s+of\s+th(?:is|e)\s|"
    rf"\bdalam\s+waktu\b[^.;]{{0,40}}\bterhitung\s+sejak\b|"
    rf"\bberlaku\s+(?:untuk|selama|dalam|sejak|mulai|sampai|terhitung|efektif|\d)",
)
_WEAK = Phrases(
    "BERLAKU*|JANGKA ?WAKTU*|MASA KONTRAK*|SELAMA*|TERHITUNG*|SEJAK*|DALAM WAKTU*|DIMULAI*|VALID*|IN FORCE*|"
    "EFFECTIVE*|PERIOD*|BERAKHIR PADA*"
)
# What stands right before a length or a date that is not the term.
_NOT_TERM_BEFORE = Wording(
    (),
    r"(?:paling\s+(?:lambat|lama|sedikit|kurang|cepat)|selambat\s?-?\s?lambatnya|sekurang\s?-?\s?kurangnya|setiap|"
    r"tiap|minimal|maksimal|at\s+least|no\s+later\s+than|every|within|setelah|kurang\s+dari|lebih\s+dari)\W{0,3}"
    r"(?:\w+\W+){0,2}$",
)
_NOT_TERM_AFTER = Wording(
    (),
    r"^\W{0,3}(?:\w+\W+){0,2}?(?:sebelum|setelah|sesudah|sekali|kemudian|prior|before|after|in\s+advance|berturut)",
)
_NOT_TERM = Wording(
    ("perpanjang", "masa", "rahasia", "denda", "lambat", "tangguh"),
    r"\b(?:dapat|bisa|akan)\s+diperpanjang\s+(?:untuk|selama)\b|\b(?:memperpanjang|perpanjangan|"
    r"masa\s+(?:pemeliharaan|garansi|jaminan)|kerahasiaan|denda|keterlambatan|penangguhan)\b",
)
_SIGNING = Wording(
    ("tangan", "sign", "ditetapkan"),
    r"\b(?:sejak|mulai|terhitung|pada|dari|setelah|saat|since|from|upon|on)\b[^.;]{0,60}?"
    r"(?:tanda\s?tangan|nandatangan|sign(?:ed|ing|ature)|ditetapkan)",
)
_START = Wording((), r"\b(?:sejak|mulai|terhitung|dari|tmt|from|commenc\w+|effective)\b")
_END = Wording(
    (),
    r"(?:\b(?:sampai|s\s?[./]\s?d|hingga|berakhir|selesai|until|through|to|expir\w+)\b(?=(?:\W+\w+){0,6}\W*$)|"
    r"[–—-]\s*$)",
)
_TIED = Wording(
    ("jangka", "masa", "berlaku", "berakhir"),
    r"(?:mengikuti|sesuai(?:\s+dengan)?|sama\s+dengan|mengacu(?:\s+pada)?|selama)\s+(?:jangka\s?waktu|"
    r"masa\s+berlaku\w*)\s+"
    rf"(?:\w+\s+){{0,3}}?{_AGREEMENT}(?!\s+(?:kerja\s?sama\s+)?ini)|"
    rf"sampai\s+(?:dengan\s+)?berakhirnya\s+(?:masa\s+berlaku\s+|jangka\s?waktu\s+)?{_AGREEMENT}"
    rf"(?!\s+(?:kerja\s?sama\s+)?ini)|"
    rf"(?:berakhir|selama)\s+(?:dengan\s+)?berlaku(?:nya)?\s+{_AGREEMENT}(?!\s+(?:kerja\s?sama\s+)?ini)",
)
# The length or the last day is a placeholder.
_LEFT_OPEN = Wording(
    ("{", "<<", "[", "…", "...", "___"),
    r"(?:selama|dalam\s+waktu|jangka\s?waktu|sampai\s+dengan|s/d|s\.d\.?)\s*(?:tanggal\s+)?"
    r"(?:\$\{|\{\{|<<|\[|…|\.{3,}|_{3,})",
)
# A speck that OCR reads between a number and its unit.
_STRAY_DASH = lazy(r"\)\s*[—–-]\s*(?=tahun|bulan|hari)", re.IGNORECASE)
_GAP = lazy(r"[.;\n](?:(?<=\n)|(\s+)(?=[A-Z(\[\"“]))")
_KIND = "jangka-waktu"
_MAX_MONTHS = 1200
_LONGEST = 4000


@dataclass(frozen=True, slots=True)
class _Candidate:
    rank: int  # smaller is better
    sentence: str
    provision: str | None
    block: int | None


def find_term(articles: Sequence[Article], signing: datetime.date | None, today: datetime.date | None = None) -> Term:
    """The term said in the articles. `signing` is the day of signature; `today` is not used to find it.

    Returns an empty Term (text None) where no article speaks of it.
    """
    named = [article for article in articles if _KIND in article.clauses]
    others = [article for article in articles if _KIND not in article.clauses]
    ranked = sorted(_from_articles(named), key=lambda c: c.rank)  # stable: the order of the text within a rank
    return _best(chain(ranked, _from_articles(others)), signing)  # the others rank last and are read last


def find_term_in_text(text_blocks: Sequence[tuple[int, str]], signing: datetime.date | None) -> Term:
    """The same for a text without articles, as pairs of block index and text: only a clear sentence counts."""
    found = (
        _Candidate(4, sentence, None, block)
        for block, text in text_blocks
        if _STRONG.may_match(text.lower())
        for sentence in split_at(_GAP, text[:_LONGEST])
        if _STRONG.search(sentence.lower())
    )
    return _best(found, signing)


def term_status(term: Term, at: datetime.date) -> str:
    """not-started, active, expired or unknown at a day: the closed list of the contract."""
    if term.start and at < term.start:
        return "not-started"
    if term.end is None:
        return "unknown"
    return "expired" if at > term.end else "active"


def _from_articles(articles: Iterable[Article]) -> Iterator[_Candidate]:
    """The sentences that may say it, in the order of the text."""
    for article in articles:
        main = article.clauses[:1] == (_KIND,)
        about_term = _KIND in article.clauses
        for paragraph in article.paragraphs:
            name = article.name
            if name and paragraph.number is not None:
                name = f"{name} ayat ({paragraph.number})"
            for block, text in _texts(paragraph):
                if not about_term and not _STRONG.may_match(text.lower()):
                    continue
                for sentence in split_at(_GAP, text[:_LONGEST]):
                    strong = bool(_STRONG.search(sentence.lower()))
                    if strong or (about_term and _WEAK.found_in(fold(sentence))):
                        rank = (0 if main else 1 if about_term else 3) + (0 if strong else 1)
                        yield _Candidate(rank, sentence, name, block)


def _texts(node: Paragraph | Item) -> Iterator[tuple[int | None, str]]:
    yield (node.blocks[0] if node.blocks else None), node.text
    for item in node.items:
        yield from _texts(item)


def _best(candidates: Iterable[_Candidate], signing: datetime.date | None) -> Term:
    """The first sentence, the best come first, that names a length or a day; else the first that speaks of the term."""
    read = []
    for candidate in candidates:
        term = _read(candidate, signing)
        if term and _settles(term):
            return term
        read.append((candidate, term))
    for candidate, term in read:
        if term and candidate.rank <= 1:
            return term
    return Term()


def _settles(term: Term) -> bool:
    """It names a length, a last day or the document it follows, or leaves a blank for one."""
    said = term.months is not None or term.days is not None or term.stated_end is not None
    return said or term.tied or bool(_LEFT_OPEN.search((term.text or "").lower()))


def _read(candidate: _Candidate, signing: datetime.date | None) -> Term | None:
    printed = " ".join(candidate.sentence.split())
    sentence = _STRAY_DASH.sub(") ", printed)
    low = sentence.lower()
    if _NOT_TERM.search(low) and not _STRONG.search(low):
        return None
    length = _length(sentence)
    dates = [span for span in find_dates(sentence) if span.date]
    stated_start, stated_end = _days(sentence, dates)
    tied = bool(_TIED.search(low))
    from_signing = bool(_SIGNING.search(low))
    start = stated_start or (signing if from_signing else None)
    months = length.months if length else None
    days = length.days if length else None
    end = stated_end or (_last_day(start, months, days, length) if start else None)
    return Term(
        months=months,
        days=days,
        start=start,
        end=end,
        stated_start=stated_start,
        stated_end=stated_end,
        text=printed,
        provision=candidate.provision,
        block=candidate.block,
        tied=tied,
        from_signing=from_signing,
    )


def _length(sentence: str) -> DurationSpan | None:
    """The first length of time that is neither a notice nor an extension."""
    for span in find_durations(sentence):
        before = sentence[max(0, span.start - 60) : span.start].lower()
        after = sentence[span.end : span.end + 40].lower()
        if _NOT_TERM_BEFORE.search(before) or _NOT_TERM_AFTER.search(after):
            continue
        if re.search(r"diperpanjang\W+(?:\w+\W+){0,3}$", before):
            continue
        if span.unit in ("jam", "semester", "triwulan") or not 0 < (span.months or 1) <= _MAX_MONTHS:
            continue
        return span
    return None


def _days(sentence: str, dates: Sequence[DateSpan]) -> tuple[datetime.date | None, datetime.date | None]:
    """First and last day as printed."""
    start = end = None
    for index, span in enumerate(dates):
        floor = dates[index - 1].end if index else 0
        before = sentence[max(floor, span.start - 90) : span.start].lower()
        if ("selambat" in before or "paling lambat" in before) and "selesai" not in before:
            continue
        if _last(_END, before) > _last(_START, before):
            end = end or span.date
        elif start is None and (_last(_START, before) >= 0 or not before.strip(" ,.:") or before.endswith("tanggal ")):
            start = span.date
    if start is None and end is not None and len(dates) > 1 and dates[0].date != end:
        start = dates[0].date
    return start, end


def _last(marker: Wording, before: str) -> int:
    """Where the last marker stands in the words before a date, -1 if there is none near enough."""
    at = -1
    while match := marker.search(before, at + 1):
        at = match.start()
    return at


def _last_day(
    start: datetime.date, months: int | None, days: int | None, length: DurationSpan | None
) -> datetime.date | None:
    if months is not None:
        return add_months(start, months) - datetime.timedelta(days=1)
    if days is not None and length and not length.working_days and days > 0:
        return start + datetime.timedelta(days=days - 1)
    return None


def add_months(day: datetime.date, months: int) -> datetime.date:
    """The same day of the month, or the last of a shorter month."""
    year, month = divmod(day.year * 12 + day.month - 1 + months, 12)
    year = min(year, datetime.MAXYEAR)
    return datetime.date(year, month + 1, min(day.day, calendar.monthrange(year, month + 1)[1]))
