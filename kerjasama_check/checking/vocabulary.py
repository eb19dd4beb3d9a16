"""Closed lists of the output contract with their names for readers."""

from __future__ import annotations

from typing import Final, Literal

Language = Literal["id", "en"]

KINDS: Final[dict[str, dict[str, str]]] = {
    "nota-kesepahaman": {"id": "Nota Kesepahaman", "en": "Nota Kesepahaman"},
    "memorandum-of-understanding": {"id": "Memorandum of Understanding", "en": "Memorandum of Understanding"},
    "kesepakatan-bersama": {"id": "Kesepakatan Bersama", "en": "Kesepakatan Bersama"},
    "nota-kesepakatan": {"id": "Nota Kesepakatan", "en": "Nota Kesepakatan"},
    "perjanjian-kerja-sama": {"id": "Perjanjian Kerja Sama", "en": "Perjanjian Kerja Sama"},
    "surat-perjanjian": {"id": "Surat Perjanjian", "en": "Surat Perjanjian"},
    "adendum": {"id": "Adendum", "en": "addendum"},
}

FAMILIES: Final[dict[str, tuple[str, ...]]] = {
    "utama": ("nota-kesepahaman", "memorandum-of-understanding", "kesepakatan-bersama"),
    "sinergi": ("nota-kesepakatan",),
    "teknis": ("perjanjian-kerja-sama",),
    "kontrak": ("surat-perjanjian",),
    "perubahan": ("adendum",),
}

CLAUSES: Final[dict[str, dict[str, str]]] = {
    "definisi": {"id": "definisi", "en": "definitions"},
    "dasar": {"id": "dasar hukum", "en": "legal basis"},
    "maksud-tujuan": {"id": "maksud dan tujuan", "en": "purpose"},
    "objek": {"id": "objek", "en": "object"},
    "ruang-lingkup": {"id": "ruang lingkup", "en": "scope"},
    "pelaksanaan": {"id": "pelaksanaan", "en": "implementation"},
    "tindak-lanjut": {"id": "tindak lanjut", "en": "follow-up"},
    "hak-kewajiban": {"id": "hak dan kewajiban", "en": "rights and duties"},
    "tugas-tanggung-jawab": {"id": "tugas dan tanggung jawab", "en": "tasks and responsibilities"},
    "pembiayaan": {"id": "pembiayaan", "en": "financing"},
    "harga-pembayaran": {"id": "harga dan pembayaran", "en": "price and payment"},
    "jangka-waktu": {"id": "jangka waktu", "en": "term"},
    "perpanjangan": {"id": "perpanjangan", "en": "extension"},
    "pengakhiran": {"id": "pengakhiran", "en": "termination"},
    "pemantauan-evaluasi": {"id": "pemantauan dan evaluasi", "en": "monitoring and evaluation"},
    "pelaporan": {"id": "pelaporan", "en": "reporting"},
    "keadaan-kahar": {"id": "keadaan kahar", "en": "force majeure"},
    "penyelesaian-perselisihan": {"id": "penyelesaian perselisihan", "en": "settlement of disputes"},
    "sanksi": {"id": "sanksi", "en": "sanctions"},
    "kerahasiaan": {"id": "kerahasiaan", "en": "confidentiality"},
    "pelindungan-data-pribadi": {"id": "pelindungan data pribadi", "en": "personal data protection"},
    "kekayaan-intelektual": {"id": "kekayaan intelektual", "en": "intellectual property"},
    "publikasi": {"id": "publikasi", "en": "publication"},
    "korespondensi": {"id": "korespondensi", "en": "correspondence"},
    "pengalihan": {"id": "pengalihan", "en": "assignment"},
    "perubahan": {"id": "perubahan", "en": "amendment"},
    "gratifikasi": {"id": "gratifikasi", "en": "gratification"},
    "pernyataan-jaminan": {"id": "pernyataan dan jaminan", "en": "representations and warranties"},
    "lain-lain": {"id": "ketentuan lain-lain", "en": "miscellaneous"},
    "penutup": {"id": "penutup", "en": "closing"},
    "lainnya": {"id": "lainnya", "en": "other"},
}

SEVERITIES: Final = ("error", "warning", "info")
FORCES: Final = ("law", "ministry", "guideline", "consistency", "practice")
CONFIDENCES: Final = ("high", "medium", "low")
LANGUAGES: Final = ("id", "en")


def kinds_of(name: str) -> tuple[str, ...]:
    """The kinds that a kind or a family of kinds stands for; () for an unknown name."""
    if name in FAMILIES:
        return FAMILIES[name]
    return (name,) if name in KINDS else ()
