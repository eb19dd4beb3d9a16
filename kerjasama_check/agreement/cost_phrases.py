"""What is said around a cost: when it is due, on what condition, and what it is for.

Wordings are looked for in small letters; what is handed on is the text as it stands.
"""

from __future__ import annotations

import re

from kerjasama_check.indonesian.closeness import in_small
from kerjasama_check.indonesian.lazy import lazy

# Phrases that say all by themselves, and phrases that run on to the next mark.
_WHEN_WHOLE = lazy(
    r"\b(?:(?:setiap|tiap|per)\s{1,2}(?:\w{1,9}\s{1,2}){0,2}(?:bulan(?:nya)?|tahun(?:nya)?|semester|triwulan|"
    r"minggu|hari|kegiatan|"
    r"termin)\b|(?:pembayaran\s{1,2})?(?:tahap|termin|angsuran)\s{1,2}(?:ke-?\s?)?"
    r"(?:pertama|kedua|ketiga|keempat|[ivx]{1,4}|\d)\b|secara\s{1,2}(?:bertahap|sekaligus|berkala|tunai|"
    r"bulanan)|sekaligus\b|"
    r"(?:dengan|dalam)\s{1,2}\w{1,9}(?:\s?\(\w{1,12}\))?\s{1,2}(?:tahap|termin)\b|di\s{1,2}(?:awal|muka)\b|"
    r"bulan\s{1,2}(?:januari|februari|maret|april|mei|juni|juli|agustus|september|oktober|november|desember)\b|"
    r"tahun\s{1,2}anggaran\s{1,2}(?:\d{4}|berjalan))"
)
_WHEN_OPEN = lazy(
    r"\b(?:(?:paling\s{1,2}(?:lambat|lama)|selambat[\s-]{0,2}lambatnya|se-?lambat-?lambatnya)\s|"
    r"(?:sebelum|setelah|sesudah|pada\s{1,2}saat|bersamaan\s{1,2}dengan|sejak|pada\s{1,2}(?:awal|akhir|tanggal|"
    r"bulan|tahun)|"
    r"setiap\s{1,2}tanggal)\s|dalam\s{1,2}(?:jangka\s{1,2})?waktu\s|maksimal\s{1,2}\d{1,3}\s)"
)
_STAGE = lazy(r"(?:pembayaran\s)?(?:tahap|termin|angsuran)\b")
_DUE = lazy(
    r"\b(?:paling\s{1,2}(?:lambat|lama)|selambat[\s-]{0,2}lambatnya|sebelum|setelah|sesudah|pada\s{1,2}saat|"
    r"pada\s{1,2}(?:tanggal|bulan))\s"
)
_CONDITION = lazy(
    r"\b(?:(?:sesuai|menyesuaikan|bergantung|tergantung|berdasarkan|mengikuti|merujuk|memperhatikan|"
    r"mempertimbangkan)\s{1,2}"
    r"(?:dengan\s{1,2}|pada\s{1,2}|atas\s{1,2}|tetap\s{1,2}){0,2}(?:ketersediaan|kemampuan|tersedianya|keuangan|"
    r"kondisi|anggaran\s{1,2}yang\s{1,2}tersedia)|"
    r"sepanjang\b|selama\s{1,2}tersedia|(?<!sesuai )dengan\s{1,2}ketentuan\s{1,2}(?!yang\s{1,2}berlaku|per|"
    r"sebagai\s{1,2}berikut)|dalam\s{1,2}hal\b|apabila\b|jika\b|bila(?:mana)?\b|dengan\s{1,2}syarat\b|"
    r"dengan\s{1,2}memperhatikan\b|merujuk\s{1,2}pada\s{1,2}ketersediaan|ketersediaan\s{1,2}(?:anggaran|dana|"
    r"pendanaan)|subject\s{1,2}to\b)"
)
_STOP = lazy(
    r"[;:]|\.(?=\s|$)|,\s{1,2}(?:dan|serta|yang|dengan|dibayar|sesuai)\b|\b(?:yang\s{1,2}akan|oleh\s{1,2}PIHAK|"
    r"kepada\s{1,2}PIHAK|melalui|sebesar|maka)\b"
)
_EDGE = " ,.;:-–—|“”\"'"
_LONGEST = 140


def when_of(text: str, small: str) -> str | None:
    """The phrase that says when something is due. small: the text in small letters."""
    whole, running = _WHEN_WHOLE.search(small), _WHEN_OPEN.search(small)
    if whole is None or (running is not None and running.start() < whole.start()):
        return _phrase(text, running)
    said = shorten(text[whole.start() : whole.end()])
    later = _phrase(text, _DUE.search(small)) if _STAGE.match(whole.group()) else None
    return f"{said}, {later}" if later else said


def condition_of(text: str, small: str) -> str | None:
    """The phrase that says on what it depends. small: the text in small letters."""
    return _phrase(text, _CONDITION.search(small))


def _phrase(text: str, match: re.Match[str] | None) -> str | None:
    """The text from a match to the next mark."""
    if match is None:
        return None
    stop = _STOP.search(text, match.end(), min(len(text), match.end() + _LONGEST))
    end = stop.start() if stop else min(len(text), match.end() + _LONGEST)
    return shorten(text[match.start() : end]) or None


_NOMINAL = {
    "menyediakan": "penyediaan", "menyiapkan": "penyiapan", "mempersiapkan": "penyiapan", "memasang": "pemasangan",
    "membangun": "pembangunan", "mendirikan": "pendirian", "memelihara": "pemeliharaan", "merawat": "perawatan",
    "melatih": "pelatihan", "mengadakan": "pengadaan", "meminjamkan": "peminjaman", "menghibahkan": "hibah",
    "menyewa": "sewa", "menyewakan": "sewa", "memperbaiki": "perbaikan", "memberikan": "pemberian",
    "memberi": "pemberian",
    "menyelenggarakan": "penyelenggaraan", "melaksanakan": "pelaksanaan", "melakukan": "pelaksanaan",
    "membayar": "pembayaran", "membayarkan": "pembayaran", "menyetor": "penyetoran", "menyetorkan": "penyetoran",
    "mengganti": "penggantian", "mengembalikan": "pengembalian", "memfasilitasi": "fasilitasi", "membeli": "pembelian",
    "mencetak": "pencetakan", "melengkapi": "perlengkapan", "menyerahkan": "penyerahan", "memenuhi": "pemenuhan",
    "menempatkan": "penempatan", "menugaskan": "penugasan", "mengirim": "pengiriman", "mengirimkan": "pengiriman",
    "memotong": "pemotongan", "melunasi": "pelunasan", "mentransfer": "transfer", "merenovasi": "renovasi",
    "merehabilitasi": "rehabilitasi", "menanamkan": "penanaman", "mengasuransikan": "asuransi",
    "menginstal": "instalasi", "menginstalasi": "instalasi", "mengembangkan": "pengembangan",
    "mendaftarkan": "pendaftaran", "mengikutsertakan": "pengikutsertaan", "menyalurkan": "penyaluran",
    "menanggung": "tanggungan", "mencairkan": "pencairan",
}  # fmt: skip
_OBJECT_END = lazy(
    r"[;:]|\.(?=\s|$)|\b(?:kepada|sebagaimana|sesuai|paling|selambat|sebesar|dari\s{1,2}pihak|oleh\s{1,2}pihak|"
    r"berdasarkan|"
    r"yang\s{1,2}di(?:bebankan|bayar)|apabila|sepanjang|dengan\s{1,2}ketentuan|guna|agar|dalam\s{1,2}rangka)\b"
)


def nominal(verb: str, rest: str) -> str:
    """ "menyediakan", "ruang pelatihan untuk …" as "penyediaan ruang pelatihan untuk …"."""
    words = verb.split()
    following = rest.split(maxsplit=1)
    if following and following[0].strip(_EDGE).casefold() == verb.casefold():
        words = []
    head = _NOMINAL.get(words[0].casefold(), words[0].casefold()) if words else ""
    tail = " ".join(words[1:])
    rest = rest[:110]
    stop = _OBJECT_END.search(in_small(rest))
    thing = rest[: stop.start()] if stop else rest
    return shorten(" ".join(part for part in (head, tail, thing.strip(_EDGE)) if part), 120)


_ASIDE = lazy(
    r"\s(?:sebagaimana|adalah|yaitu|yakni|telah\s{1,2}disepakati|ditetapkan|akan|dapat|maka|seluruhnya|sepenuhnya)\b"
)


def thing(text: str) -> str:
    """What a cost is for: the words up to where the sentence goes on about something else."""
    stop = _ASIDE.search(in_small(text))
    return shorten(text[: stop.start() if stop else len(text)], 110)


def shorten(text: str, longest: int = _LONGEST) -> str:
    """One line without marks at its ends, cut at a word."""
    text = " ".join(text.split()).strip(_EDGE)
    if text.endswith("("):
        text = text[:-1].rstrip(_EDGE)
    if text.startswith(")"):
        text = text[1:].lstrip(_EDGE)
    if len(text) <= longest:
        return text
    cut = text.rfind(" ", 0, longest)
    return text[: cut if cut > 0 else longest].rstrip(_EDGE) + "…"
