"""The words the reports use for the closed lists of the contract, in Indonesian and English."""

from __future__ import annotations

import datetime

KINDS = {
    "nota-kesepahaman": ("Nota Kesepahaman", "Nota Kesepahaman (memorandum of understanding)"),
    "memorandum-of-understanding": ("Memorandum of Understanding", "Memorandum of Understanding"),
    "kesepakatan-bersama": ("Kesepakatan Bersama", "Kesepakatan Bersama (joint agreement)"),
    "nota-kesepakatan": ("Nota Kesepakatan", "Nota Kesepakatan (synergy agreement)"),
    "perjanjian-kerja-sama": ("Perjanjian Kerja Sama", "Perjanjian Kerja Sama (cooperation agreement)"),
    "surat-perjanjian": ("Surat Perjanjian (kontrak)", "Surat Perjanjian (contract)"),
    "adendum": ("Adendum", "Adendum (amendment)"),
}
STATES = {
    "checked": ("diperiksa", "checked"),
    "not-agreement": ("bukan perjanjian", "not an agreement"),
    "scanned": ("hasil pindai tanpa teks", "scan without text"),
    "encrypted": ("terkunci kata sandi", "encrypted"),
    "unreadable": ("tidak terbaca", "unreadable"),
    "unsupported": ("jenis berkas tidak didukung", "unsupported file type"),
    "too-large": ("terlalu besar", "too large"),
    "timed-out": ("melewati batas waktu", "timed out"),
    "crashed": ("pemeriksaan terhenti", "crashed"),
}
SEVERITIES = {
    "error": ("Kesalahan", "Error"),
    "warning": ("Peringatan", "Warning"),
    "info": ("Catatan", "Note"),
}
FORCES = {
    "law": ("wajib menurut peraturan perundang-undangan", "required by law"),
    "ministry": ("wajib menurut peraturan kementerian", "required by a rule of the ministry"),
    "guideline": ("pedoman", "guideline"),
    "consistency": ("kesesuaian isi naskah", "consistency of the text"),
    "practice": ("kelaziman", "practice"),
}
CONFIDENCES = {"high": ("tinggi", "high"), "medium": ("sedang", "medium"), "low": ("rendah", "low")}
TERM_STATUSES = {
    "not-started": ("belum berlaku", "not started"),
    "active": ("masih berlaku", "in force"),
    "expired": ("telah berakhir", "expired"),
    "unknown": ("", ""),
}
SECTORS = {
    "pusat": ("pemerintah pusat", "central government"),
    "daerah": ("pemerintah daerah", "regional government"),
    "pendidikan": ("pendidikan", "education"),
    "bumn": ("BUMN/BUMD", "state or regional enterprise"),
    "swasta": ("swasta", "private"),
    "organisasi": ("organisasi", "organisation"),
    "asing": ("asing", "foreign"),
    "perorangan": ("perorangan", "individual"),
}
PROVISIONS = {
    "judul": ("Judul", "Title (judul)"),
    "nomor": ("Nomor", "Number (nomor)"),
    "pembukaan": ("Pembukaan", "Opening (pembukaan)"),
    "para pihak": ("Para pihak", "Parties (para pihak)"),
    "premis": ("Premis", "Recitals (premis)"),
    "dasar hukum": ("Dasar hukum", "Legal bases (dasar hukum)"),
    "penutup": ("Penutup", "Closing (penutup)"),
    "tanda tangan": ("Tanda tangan", "Signatures (tanda tangan)"),
    "tata letak": ("Tata letak", "Layout (tata letak)"),
}
CLAUSES = {
    "definisi": ("ketentuan umum atau definisi", "definitions"),
    "dasar": ("dasar pelaksanaan", "basis"),
    "maksud-tujuan": ("maksud dan tujuan", "purpose"),
    "objek": ("objek", "object"),
    "ruang-lingkup": ("ruang lingkup", "scope"),
    "pelaksanaan": ("pelaksanaan", "carrying out"),
    "tindak-lanjut": ("tindak lanjut", "follow-up"),
    "hak-kewajiban": ("hak dan kewajiban", "rights and duties"),
    "tugas-tanggung-jawab": ("tugas dan tanggung jawab", "tasks and responsibilities"),
    "pembiayaan": ("pembiayaan", "financing"),
    "harga-pembayaran": ("harga dan pembayaran", "price and payment"),
    "jangka-waktu": ("jangka waktu", "term"),
    "perpanjangan": ("perpanjangan", "extension"),
    "pengakhiran": ("pengakhiran", "termination"),
    "pemantauan-evaluasi": ("pemantauan dan evaluasi", "monitoring and evaluation"),
    "pelaporan": ("pelaporan", "reporting"),
    "keadaan-kahar": ("keadaan kahar", "force majeure"),
    "penyelesaian-perselisihan": ("penyelesaian perselisihan", "settlement of disputes"),
    "sanksi": ("sanksi", "sanctions"),
    "kerahasiaan": ("kerahasiaan", "confidentiality"),
    "pelindungan-data-pribadi": ("pelindungan data pribadi", "personal data protection"),
    "kekayaan-intelektual": ("kekayaan intelektual", "intellectual property"),
    "publikasi": ("publikasi", "publicity"),
    "korespondensi": ("korespondensi", "notices"),
    "pengalihan": ("pengalihan", "assignment"),
    "perubahan": ("perubahan", "amendments"),
    "gratifikasi": ("antigratifikasi", "anti-gratification"),
    "pernyataan-jaminan": ("pernyataan dan jaminan", "representations and warranties"),
    "lain-lain": ("ketentuan lain-lain", "other provisions"),
    "penutup": ("penutup", "closing"),
}
_MONTHS = (
    "Januari", "Februari", "Maret", "April", "Mei", "Juni",
    "Juli", "Agustus", "September", "Oktober", "November", "Desember",
)  # fmt: skip
_ENGLISH_MONTHS = (
    "January", "February", "March", "April", "May", "June",
    "July", "August", "September", "October", "November", "December",
)  # fmt: skip


def pick(language: str, indonesian: str, english: str) -> str:
    return english if language == "en" else indonesian


def word(table: dict[str, tuple[str, str]], key: str | None, language: str) -> str:
    """The word for a key of a closed list; the key itself where the list is older than the key."""
    if key is None:
        return ""
    pair = table.get(key)
    return key if pair is None else pick(language, *pair)


def day(date: datetime.date, language: str) -> str:
    """A date in words: 24 November 2026."""
    months = _ENGLISH_MONTHS if language == "en" else _MONTHS
    return f"{date.day} {months[date.month - 1]} {date.year}"


def counted(number: int, language: str, indonesian: str, english: str, plural: str | None = None) -> str:
    """ "3 peringatan", "1 warning", "3 warnings": Indonesian nouns do not change with the number."""
    shown = f"{number:,}".replace(",", "." if language != "en" else ",")
    if language != "en":
        return f"{shown} {indonesian}"
    return f"{shown} {english if number == 1 else plural or english + 's'}"
