"""Personal data: what an agreement must say when the parties exchange data of persons, and what it should not print.

The rules rest on the fact “data-exchange”: a sentence of the articles moves or opens data, and the data are those of
persons. A sentence that only promises to protect personal data exchanges none.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

from kerjasama_check.agreement.model import Agreement, Provision
from kerjasama_check.checking.facts import fact, holds
from kerjasama_check.checking.findings import Hit
from kerjasama_check.checking.functions.language import sentence_near
from kerjasama_check.checking.glance import Stemmed, glance, per_agreement, worded
from kerjasama_check.checking.patterns import Regex
from kerjasama_check.checking.registry import NoOptions, function
from kerjasama_check.checking.scans import on_scan, read_surely
from kerjasama_check.checking.text import body, spot_of

_MOVES = (
    r"\b(?:pertukaran|(?:saling\s+)?(?:bertukar|menukarkan)|pemanfaatan|memanfaatkan|akses|mengakses|berbagi|pembagian|integrasi|"
    r"mengintegrasikan|penyediaan|menyediakan|pemadanan|memadankan|penyerahan|menyerahkan|menyampaikan|penyampaian|"
    r"mengirimkan|pengiriman|memberikan|pemberian|meminta|permintaan|verifikasi|memverifikasi|validasi|hak\s+akses)\b"
)
_PERSONS = (
    r"\b(?:(?:data|informasi)\s+pribadi|data\s+(?!statistik|agregat|jumlah|rekapitulasi|umum)(?:\w+\s+)?(?:kependudukan|penduduk|"
    r"keimigrasian|perlintasan|narapidana|tahanan|warga\s+binaan|anak\s+binaan|penghuni|pasien|nasabah|pegawai|peserta|"
    r"mahasiswa|siswa|pemohon|penerima\s+\w+|biometrik|orang\s+asing|karyawan|debitur|wajib\s+pajak)|"
    r"nomor\s+induk\s+kependudukan|nik|biometrik|sidik\s+jari|rekam\s+medis)\b"
)
_PROTECTS = r"\b(?:menjaga|melindungi|menjamin|merahasiakan|dilarang|tidak\s+(?:akan|boleh|memberikan|menyampaikan))\b"


@per_agreement
def exchange_of(agreement: Agreement) -> tuple[Provision, int, int] | None:
    """The first sentence of the articles that moves data of persons, with its offsets in its provision, or None."""
    for provision in body(agreement, worded(_PERSONS)):
        for match in worded(_PERSONS).finditer(provision.text):
            first, last = sentence_near(provision.text, match.start(), match.end())
            sentence = provision.text[first:last]
            if worded(_MOVES).search(sentence) and not worded(_PROTECTS).search(sentence):
                return provision, first, last
    return None


@fact("data-exchange")
def data_exchange(agreement: Agreement) -> bool:
    """The parties exchange or open data of persons."""
    return exchange_of(agreement) is not None


_CLAUSES = frozenset({"kerahasiaan", "pelindungan-data-pribadi"})


@per_agreement
def _settled(agreement: Agreement) -> str:
    """The text that speaks of secrecy or of personal data, in small letters; "" where nothing does."""
    parts = [
        article.text.lower()
        for article in agreement.articles
        if _CLAUSES.intersection(article.clauses) or _mentions_protection(article.text.lower())
    ]
    return "\n".join(parts)


def _mentions_protection(text: str) -> bool:
    return ("data pribadi" in text and "lindung" in text) or "kerahasiaan data" in text or "rahasia" in text


@dataclass(frozen=True, slots=True)
class Said:
    """said: what the provisions on secrecy and personal data must say, as a pattern over small letters.

    anywhere: it may stand in any article. asked: what must be in the text for it to be asked at all.
    """

    said: Regex = ""
    anywhere: bool = False
    asked: Regex | None = None


@function("data_unprotected", absence=True)
def data_unprotected(agreement: Agreement, _: NoOptions) -> Iterator[Hit]:
    """Data of persons are exchanged, and nothing is said on secrecy or their protection."""
    found = exchange_of(agreement)
    if found is not None and not _settled(agreement):
        yield Hit(spot_of(agreement, *found))


@function("data_clause", Said, absence=True)
def data_clause(agreement: Agreement, options: Said) -> Iterator[Hit]:
    """The provisions on personal data leave out a part. Where there are none at all, another rule speaks."""
    found = exchange_of(agreement)
    settled = _settled(agreement)
    if found is None or not settled:
        return
    whole = glance(agreement).own
    if options.asked is not None and not worded(options.asked).found_in(whole):
        return
    if not worded(options.said).found_in(whole if options.anywhere else settled):
        yield Hit(spot_of(agreement, *found))


_BREACH = r"(?:kegagalan\s+pel?indungan|kebocoran|pelanggaran\s+data|insiden)"
_LIMIT = (
    r"(?:paling\s+(?:lambat|lama)|dalam(?:\s+jangka)?\s+waktu)\s+"
    r"(\d{1,3})\s*(?:\([^()]{1,40}\)\s*)?(hari|jam|minggu|bulan)"
)
_HOURS = {"hari": 24, "jam": 1, "minggu": 168, "bulan": 720}


@function("breach_notice", values=("limit",), variants=("late",), absence=True)
def breach_notice(agreement: Agreement, _: NoOptions) -> Iterator[Hit]:
    """No notice of a failure of protection, or one that may come later than three times 24 hours."""
    found = exchange_of(agreement)
    if found is None or not _settled(agreement):
        return
    told = False
    for provision in body(agreement, worded(_BREACH)):
        match = worded(_BREACH).search(provision.text)
        if match is None:
            continue
        told = True
        deadline = worded(_LIMIT).search(provision.text)
        if deadline and int(deadline[1]) * _HOURS[deadline[2].lower()] > 72:
            spot = spot_of(agreement, provision, deadline.start(), deadline.end())
            yield Hit(spot, {"limit": " ".join(deadline.group().split())}, variant="late", confidence="high")
            return
    if not told:
        yield Hit(spot_of(agreement, *found), {"limit": ""})


# ------------------------------------------------------------------ the whole agreement declared secret


@cache
def _all_secret() -> Stemmed:
    text = r"(?:perjanjian|nota|kesepa\w+|memorandum|naskah)"
    return Stemmed(
        ("rahasia", "confidential"),
        rf"\b(?:isi|seluruh\s+isi|segala\s+isi|seluruh\s+ketentuan|hal-hal\s+yang\s+tercantum\s+dalam|keberadaan\s+dan\s+isi)\s+"
        rf"(?:dari\s+)?{text}\b[^.;\n]{{0,160}}?\b(?:rahasia|dirahasiakan|kerahasiaannya|confidential)\b|"
        r"(?<!dalam )(?<!dari )(?<!dengan )(?<!atas )(?<!oleh )(?<!berdasarkan )(?<!pelaksanaan )"
        rf"\b{text}\s+(?:kerja\s?sama\s+|kesepahaman\s+|bersama\s+)?ini\s+(?:bersifat|adalah|merupakan)\s+[“\"]?(?:sangat\s+)?rahasia\b",
    )


_BUT = (
    r"kecuali[^.\n]{0,200}(?:peraturan\s+perundang|undang-undang|hukum|informasi\s+publik|pengadilan)|"
    r"keterbukaan\s+informasi\s+publik"
)


@function("all_secret")
def all_secret(agreement: Agreement, _: NoOptions) -> Iterator[Hit]:
    """The agreement as a whole is declared secret, without an exception for what the law opens."""
    if "rahasia" not in glance(agreement).own:
        return
    for provision in body(agreement, _all_secret()):
        match = _all_secret().search(provision.text)
        if match is None or provision.article is None:
            continue
        if worded(_BUT).search(agreement.articles[provision.article].text):
            continue
        spot = spot_of(agreement, provision, match.start(), match.end())
        if read_surely(agreement, spot):
            yield Hit(spot, confidence=on_scan(agreement, "medium"))
            return


# ------------------------------------------------------------------ numbers of persons


@function("printed_identity")
def printed_identity(agreement: Agreement, _: NoOptions) -> Iterator[Hit]:
    """The population number of a signatory is printed; private persons as parties are named by it."""
    if any(party.sector in ("perorangan", None) for party in agreement.parties) or not holds(agreement, "public-party"):
        return
    for provision in agreement.provisions:
        if provision.name not in ("para pihak", "tanda tangan", "pembukaan"):
            continue
        match = worded(r"\b(?:NIK|KTP|nomor\s+induk\s+kependudukan)\b(?=[^\d\n]{0,20}\d{16}\b)").search(provision.text)
        if match:  # the caption is quoted, not the number
            spot = spot_of(agreement, provision, match.start(), match.end())
            yield Hit(spot)
            return
