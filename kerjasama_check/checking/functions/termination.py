"""How an agreement goes on and how it ends: extension, renewal, early termination, and what survives."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from kerjasama_check.agreement.model import Agreement, Article, Provision
from kerjasama_check.agreement.phrases import Wording
from kerjasama_check.checking.facts import holds
from kerjasama_check.checking.findings import Hit, Spot
from kerjasama_check.checking.functions.clauses import article_spot
from kerjasama_check.checking.functions.figures import durations_of
from kerjasama_check.checking.glance import Stemmed
from kerjasama_check.checking.registry import NoOptions, function
from kerjasama_check.checking.scans import is_scan, read_surely
from kerjasama_check.checking.text import all_text, body, per_agreement, sentence_at, spot_of
from kerjasama_check.indonesian.dates import format_date
from kerjasama_check.indonesian.durations import DurationSpan
from kerjasama_check.indonesian.lazy import lazy

_FLAGS = re.IGNORECASE
_EXTENSION = Stemmed(
    ("panjang", "perba", "pemba", "lanjut", "exten", "renew"),
    r"\b(?:di|memper|per)panjang(?:an|annya|kan)?\b|\bdi per ?panjang\w*|\bdiperpanjang\w*|"
    r"\bdiperba(?:ru|haru)i\b|\bpemba(?:ru|haru)an\b|\bdilanjutkan kembali\b|\bberlanjut\b|"
    r"\bextend(?:ed|s)?\b|\bextension\b|\brenew\w*",
)
# What is extended is not the agreement: a visa, a payment, the time of a single piece of work.
_OTHER_EXTENSION = lazy(
    r"\b(?:masa|waktu|jangka waktu) (?:pembayaran|pemeliharaan|garansi|jaminan|studi|penahanan|kontrak kerja)\b|"
    r"\b(?:izin tinggal|visa|paspor|surat tugas|garansi|jaminan)\b",
    _FLAGS,
)
_NOTICE = lazy(
    r"\bpaling (?:lambat|lama|sedikit|kurang|singkat|cepat)\b|\bselambat ?-? ?lambat\w*|\bsekurang ?-? ?kurang\w*|"
    r"\b(?:hari|minggu|bulan|tahun)(?: kalender| kerja)?,? sebelum(?:nya)?\b|\bprior\b|\bin advance\b|\bat least\b|"
    r"\bnotice\b",
    _FLAGS,
)
_ENDING_ONLY = lazy(
    r"\b(?:mengakh?i?ri|diakh?iri(?:nya)?|pengakh?iran(?:nya)?|terminat\w+|pemutusan|membatalkan)\b", _FLAGS
)


@dataclass(frozen=True, slots=True)
class Extension:
    """shortest: months of the term below which nothing is asked; absent_from: below which an extension need not be."""

    shortest: int = 6
    absent_from: int = 12


def term_months(agreement: Agreement) -> float | None:
    """The length of the term in months; None where it is not known."""
    term = agreement.term
    if term.months is not None:
        return float(term.months)
    if term.days:
        return term.days / 30.4
    if term.start and term.end and term.end > term.start:
        return (term.end - term.start).days / 30.4
    return None


def _extensions(agreement: Agreement) -> list[Provision]:
    """The provisions that speak of an extension of the agreement."""
    about = [
        p for p in body(agreement, _EXTENSION) if _EXTENSION.search(p.text) and not _OTHER_EXTENSION.search(p.text)
    ]
    articles = {at for at, a in enumerate(agreement.articles) if {"jangka-waktu", "perpanjangan"} & set(a.clauses)}
    return [p for p in about if p.article in articles] or about


@function("extension_notice", Extension, variants=("absent", "any-time"), absence=True)
def extension_notice(agreement: Agreement, options: Extension) -> Iterator[Hit]:
    """An extension is provided for without the time by which it must be asked for, or not at all."""
    months = term_months(agreement)
    if months is not None and months < options.shortest:
        return
    found = _extensions(agreement)
    if not found:
        if months is not None and months >= options.absent_from and not agreement.term.tied:
            yield Hit(_term_spot(agreement), variant="absent", confidence="medium")
        return
    if any(_NOTICE.search(p.text) for p in found) or _notice_nearby(agreement, found):
        return
    first = found[0]
    match = _EXTENSION.search(first.text)
    assert match is not None
    spot = spot_of(agreement, first, *sentence_at(first.text, *match.span()))
    free = re.search(r"\bsewaktu ?-? ?waktu\b|\bsetiap (?:waktu|saat)\b", first.text, _FLAGS)
    yield Hit(spot, variant="any-time" if free else None)


def _notice_nearby(agreement: Agreement, found: list[Provision]) -> bool:
    """Another provision of the same article gives the time and is not about ending early alone."""
    articles = {p.article for p in found}
    return any(
        p.article in articles and _NOTICE.search(p.text) and not _ENDING_ONLY.search(p.text) for p in body(agreement)
    )


def _term_spot(agreement: Agreement) -> Spot:
    article = next((a for a in agreement.articles if "jangka-waktu" in a.clauses), None)
    return article_spot(agreement, article) if article is not None and article.blocks else Spot(None)


# ------------------------------------------------------------------ renewal by itself

_BY_ITSELF = Stemmed(
    ("otomatis", "sendirinya", "automatic", "dianggap", "dinyatakan"),
    r"\b(?:secara )?(?:otomatis|dengan sendirinya) (?:akan |tetap |langsung |dapat )?(?:diperpanjang|berlanjut|"
    r"diperba(?:ru|haru)i|dilanjutkan|memperpanjang|terus berlaku)\b|"
    r"\b(?:diperpanjang|berlanjut|diperba(?:ru|haru)i|dilanjutkan)(?: kembali| lagi| untuk [^.;]{1,60})? "
    r"(?:secara )?(?:otomatis|dengan sendirinya)\b|"
    r"\b(?:otomatis|dengan sendirinya) (?:akan |tetap |langsung )?berlaku\b[^.;]{0,60}?\b(?:berikut\w*|kembali|lagi|"
    r"selanjutnya|yang sama)\b|\b(?:dianggap|dinyatakan) (?:telah |sudah )?(?:setuju )?diperpanjang\b|"
    r"\bautomatic(?:ally)? (?:be )?(?:renew\w*|extend\w*|extension)\b",
)
_NOT_SO = lazy(r"\b(?:tidak|tanpa|bukan|not)\b(?:\W+\w+){0,3}\W*\Z", _FLAGS)


@function("automatic_renewal", variants=("private",))
def automatic_renewal(agreement: Agreement, _: NoOptions) -> Iterator[Hit]:
    """The term renews itself unless somebody objects."""
    variant = None if holds(agreement, "public-party") else "private"
    for provision in body(agreement, _BY_ITSELF):
        for match in _BY_ITSELF.finditer(provision.text):
            if _NOT_SO.search(provision.text, max(0, match.start() - 40), match.start()):
                continue
            spot = spot_of(agreement, provision, *sentence_at(provision.text, *match.span()))
            yield Hit(spot, variant=variant)
            return


# ------------------------------------------------------------------ early termination

_END_VERB = (
    r"(?:mengakh?iri|diakh?iri|memutus\w*(?! untuk)|diputus\w*|"
    r"membatalkan|dibatalkan|menghentikan|dihentikan|terminate\w*)"
)
_END_STEMS = ("akhir", "akiri", "akiran", "utus", "batal", "henti", "terminat")
_ENDS = Stemmed(
    _END_STEMS,
    rf"\b{_END_VERB}\b|\bpengakh?iran\b|\bpemutusan\b|\bpembatalan\b|\bpenghentian\b|\bberakhirnya\b|"
    rf"\bberakhir (?:apabila|jika|karena|dalam hal|sebelum|lebih awal|bilamana)\b|\bbatal (?:dengan|demi)\b|"
    rf"\bterminat(?:e\w*|ion)\b|\bdinyatakan (?:berakhir|batal)\b",
)
# A party ends the agreement by its own will.
_ONE_ENDS = Stemmed(
    _END_STEMS,
    rf"\b(?:secara sepihak\b[^.;]{{0,60}}?\b{_END_VERB}|(?:{_END_VERB}|pemutusan|pengakh?iran|pembatalan)\b"
    rf"[^.;]{{0,80}}?\bsecara sepihak)\b|"
    rf"\b(?:salah satu|masing-masing|setiap|either|each) (?:pihak|party)\b[^.;]{{0,80}}?\b(?:mengakh?iri|"
    rf"memutuskan(?! untuk)|membatalkan|menghentikan|pengakhiran|pemutusan|terminate)\b|"
    rf"\bpihak (?:kesatu|pertama|kedua|ketiga|i{{1,3}})\b[^.;]{{0,30}}?\b(?:dapat|berhak|berwenang|boleh)\b"
    rf"[^.;]{{0,30}}?\b(?:mengakh?iri|memutuskan|membatalkan|menghentikan)\b",
)
_OBJECT = lazy(
    r"\b(?:perjanjian|kerja ?sama|kontrak|nota|kesepa\w+|pks|mou|naskah|ikatan|pekerjaan|agreement|memorandum)\b",
    _FLAGS,
)
_FORBIDDEN = lazy(
    r"\b(?:tidak|dilarang|not)\b(?:\W+\w+){0,2}\W+(?:berhak|dapat|boleh|diperkenankan|bisa|mengakh?iri|memutuskan|"
    r"membatalkan|terminate)\b",
    _FLAGS,
)
_BY_CONSENT = lazy(
    r"\bkecuali\W+(?:dengan|atas|apabila|jika)\W+(?:\w+\W+){0,2}(?:persetujuan|kesepakatan|disetujui)\b|"
    r"\bhanya\b[^.;]{0,60}\b(?:persetujuan|kesepakatan)\b",
    _FLAGS,
)


@per_agreement
def _own_terminations(agreement: Agreement) -> list[tuple[Provision, re.Match[str]]]:
    """Where a party may end the agreement by itself."""
    found = []
    for provision in body(agreement, _ONE_ENDS):
        match = _ONE_ENDS.search(provision.text)
        if match is None:
            continue
        first, last = sentence_at(provision.text, *match.span())
        sentence = provision.text[first:last]
        barred = _FORBIDDEN.search(provision.text[first : match.end()]) or _BY_CONSENT.search(sentence)
        if _OBJECT.search(sentence) and not barred:
            found.append((provision, match))
    return found


@function("termination_notice", values=("first", "second"), variants=("absent", "differs"), absence=True)
def termination_notice(agreement: Agreement, _: NoOptions) -> Iterator[Hit]:
    """Nothing is said of an early end, or it may come without notice, or its notice is given in two ways."""
    ended = [p for p in body(agreement, _ENDS) if _ENDS.search(p.text)]
    about = [a for a in agreement.articles if "pengakhiran" in a.clauses]
    if not ended and not about:
        yield Hit(values={"first": "", "second": ""}, variant="absent")
        return
    own = _own_terminations(agreement)
    if not own:
        return
    articles, ends = {p.article for p, _ in own}, {id(p) for p in ended}
    if not any(_gives_notice(p) for p in body(agreement) if p.article in articles or id(p) in ends):
        provision, match = own[0]
        spot = spot_of(agreement, provision, *sentence_at(provision.text, *match.span()))
        yield Hit(spot, {"first": "", "second": ""}, confidence="medium")
        return
    yield from _given_twice(agreement, own)


def _gives_notice(provision: Provision) -> bool:
    text = provision.text
    return bool(_NOTICE.search(text) or durations_of(text) or re.search(r"\bperingatan\b|\bteguran\b", text, _FLAGS))


_BREACH = lazy(r"\b(?:lalai|kelalaian|wanprestasi|melanggar|pelanggaran|tidak (?:dapat )?me\w+|belum me\w+)", _FLAGS)


def _given_twice(agreement: Agreement, own: list[tuple[Provision, re.Match[str]]]) -> Iterator[Hit]:
    """Two articles give different notice for the same way of ending."""
    said: list[tuple[Provision, re.Match[str], DurationSpan]] = []
    for provision, match in own:
        if _BREACH.search(provision.text):
            continue
        times = [d for d in durations_of(provision.text) if d.start > match.start() and _before(provision.text, d)]
        if len(times) == 1:
            said.append((provision, match, times[0]))
    for provision, match, time in said[1:]:
        first = said[0]
        same = (first[2].months, first[2].days) == (time.months, time.days)
        if provision.article == first[0].article or same or _days(first[2]) == _days(time):
            continue
        spot = spot_of(agreement, provision, match.start(), time.end)
        other = spot_of(agreement, first[0], first[1].start(), first[2].end)
        if read_surely(agreement, spot) and read_surely(agreement, other):
            values: dict[str, str | int] = {"first": _short(first[2]), "second": _short(time)}
            yield Hit(spot, values, (other,), "differs", "low" if is_scan(agreement) else "medium")
            return


def _before(text: str, duration: DurationSpan) -> bool:
    return bool(re.search(r"sebelum", text[duration.end : duration.end + 30], _FLAGS))


def _days(duration: DurationSpan) -> int:
    return (duration.months or 0) * 30 + (duration.days or 0)


def _short(duration: DurationSpan) -> str:
    return f"{duration.amount:g} {duration.unit}"


_NAMES_1266 = Wording(("1266", "dua belas enam"), r"\b1266\b|\bdua belas enam puluh enam\b")


@function("waiver_of_1266_missing", absence=True)
def waiver_of_1266_missing(agreement: Agreement, _: NoOptions) -> Iterator[Hit]:
    """A party may end the agreement for default, and article 1266 of the civil code is not set aside.

    An end by notice alone needs no court, so it is not looked at.
    """
    text = all_text(agreement)
    if _NAMES_1266.search(text):
        return
    for provision, match in _own_terminations(agreement):
        article = agreement.articles[provision.article].text if provision.article is not None else ""
        if _BREACH.search(provision.text) or ("sepihak" in match.group().lower() and _BREACH.search(article)):
            yield Hit(spot_of(agreement, provision, *sentence_at(provision.text, *match.span())))
            return


_SURVIVES = Stemmed(
    ("akhir", "akir", "utus", "batal", "henti", "terminat", "selesai"),
    r"\b(?:pengakh?iran|berakh?ir\w*|diakh?iri|pemutusan|diputus\w*|pembatalan|dibatalkan|penghentian|terminat\w+)\b"
    r"[^.;]{0,200}?\b(?:tidak (?:akan )?(?:meng?hapus\w*|mem?pengaruhi|membebaskan|menyebabkan|menghilangkan|"
    r"menggugurkan)|tetap|kewajiban|hak|menyelesaikan|diselesaikan|penyelesaian|mengembalikan|pengembalian|"
    r"menyerahkan|not affect|obligations?)\b|"
    r"\b(?:kewajiban|hak)\b[^.;]{0,120}?\b(?:belum|yang masih|tertunggak|timbul)\b[^.;]{0,120}?\b(?:berakh?ir\w*|"
    r"diakh?iri|pengakh?iran|selesai)\b",
)


@function("ending_without_effect", absence=True)
def ending_without_effect(agreement: Agreement, _: NoOptions) -> Iterator[Hit]:
    """An early end is provided for, but not what becomes of running duties."""
    about: list[Article] = [a for a in agreement.articles if a.clauses[:1] == ("pengakhiran",)]
    own = _own_terminations(agreement)
    if not about and not own:
        return
    if any(_SURVIVES.search(p.text) for p in body(agreement, _SURVIVES)):
        return
    articles = {id(a) for a in about}
    whole = " ".join(a.text for a in agreement.articles if id(a) in articles)
    if re.search(r"\b(?:kewajiban|penyelesaian|mengembalikan|pengembalian)\b", whole, _FLAGS):
        return
    if about and about[0].blocks:
        yield Hit(article_spot(agreement, about[0]), confidence="medium")
    elif own:
        provision, match = own[0]
        yield Hit(spot_of(agreement, provision, match.start(), match.end()), confidence="medium")


# ------------------------------------------------------------------ the term itself


@dataclass(frozen=True, slots=True)
class Longest:
    """months: the longest term that is usual."""

    months: int = 60


@function("term_longer_than", Longest, values=("length",))
def term_longer_than(agreement: Agreement, options: Longest) -> Iterator[Hit]:
    """The term is longer than usual."""
    months = term_months(agreement)
    if months is None or months <= options.months + 0.5 or agreement.term.tied:
        return
    spot = _said_term(agreement)
    if is_scan(agreement) and not read_surely(agreement, spot):
        return
    years = months / 12
    length = f"{years:.0f} tahun" if abs(years - round(years)) < 0.05 else f"{months:.0f} bulan"
    yield Hit(spot, {"length": length}, confidence="medium" if is_scan(agreement) else None)


@function("term_starts_before_signing", values=("start", "date"))
def term_starts_before_signing(agreement: Agreement, _: NoOptions) -> Iterator[Hit]:
    """The first day in force lies before the day of signature."""
    start, date = agreement.term.stated_start, agreement.date
    if start is None or date is None or start >= date or agreement.template:
        return
    spot = _said_term(agreement)
    if is_scan(agreement) and not read_surely(agreement, spot):
        return
    values: dict[str, str | int] = {"start": format_date(start), "date": format_date(date)}
    yield Hit(spot, values, confidence="medium" if is_scan(agreement) else None)


@dataclass(frozen=True, slots=True)
class Season:
    """until_month: the last month that counts as the start of the fiscal year."""

    until_month: int = 3


@function("signed_late_in_year", Season, values=("date",))
def signed_late_in_year(agreement: Agreement, options: Season) -> Iterator[Hit]:
    """Signed after the first months of the fiscal year, and no urgency is stated."""
    opening = agreement.opening
    if agreement.date is None or agreement.date.month <= options.until_month or opening is None or not opening.blocks:
        return
    if re.search(r"\bmendesak\b|\burgensi\b|\bsegera\b", all_text(agreement)):
        return
    yield Hit(Spot("pembukaan", opening.blocks[0], opening.text[:120]), {"date": format_date(agreement.date)})


def _said_term(agreement: Agreement) -> Spot:
    """The sentence that gives the term."""
    term = agreement.term
    sentence = " ".join((term.text or "").split())
    for provision in body(agreement):
        if term.block is not None and term.block in provision.blocks:
            for match in re.finditer(r"[^.;\n]{1,2000}", provision.text):
                if " ".join(match.group().split())[:60] in sentence and match.group().strip():
                    return spot_of(agreement, provision, match.start(), match.end())
            return spot_of(agreement, provision, *sentence_at(provision.text, 0, 0))
    return Spot(term.provision, term.block, sentence[:240])
