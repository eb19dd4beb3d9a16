"""What is said of a file that cannot be read, or was read with reservations: one sentence for each key.

`{placeholders}` are filled from the details of the ReadingError or Notice. Each sentence says what to do.
"""

from __future__ import annotations

from kerjasama_check.reading.document import Notice, ReadingError

_DETAILS_MISSING = "…"

SENTENCES: dict[str, dict[str, str]] = {
    # files that cannot be opened
    "not-found": {
        "id": "Berkas “{name}” tidak ditemukan; periksa nama dan foldernya.",
        "en": "The file “{name}” was not found; check its name and folder.",
    },
    "is-folder": {
        "id": "“{name}” adalah folder, bukan berkas; sebutkan berkas di dalamnya.",
        "en": "“{name}” is a folder, not a file; name a file in it.",
    },
    "no-permission": {
        "id": "Berkas “{name}” tidak boleh dibaca; tutup program lain yang membukanya atau minta izin baca.",
        "en": "The file “{name}” may not be read; close other programs that hold it or ask for read permission.",
    },
    "cannot-open": {
        "id": "Berkas “{name}” tidak dapat dibuka ({detail}); salin ke komputer ini lalu coba lagi.",
        "en": "The file “{name}” cannot be opened ({detail}); copy it to this computer and try again.",
    },
    "empty-file": {
        "id": "Berkas ini kosong; mintalah salinan yang berisi naskah.",
        "en": "This file is empty; ask for a copy that holds the text.",
    },
    "too-large": {
        "id": "Berkas ini terlalu besar ({size} MB; batasnya {limit} MB); perkecil gambarnya atau bagi berkasnya.",
        "en": "This file is too large ({size} MB; the limit is {limit} MB); shrink its images or split it.",
    },
    "too-large-inside": {
        "id": "Isi berkas ini setelah diurai terlalu besar ({size} MB; batasnya {limit} MB); bagi berkasnya.",
        "en": "What this file unpacks to is too large ({size} MB; the limit is {limit} MB); split it.",
    },
    "zip-bomb": {
        "id": "Isi berkas ini mengembang secara tidak wajar saat diurai dan tidak dibuka; mintalah salinan yang asli.",
        "en": "This file would swell beyond reason when unpacked and was not opened; ask for a genuine copy.",
    },
    "too-many-pages": {
        "id": "Berkas ini terlalu tebal ({pages} halaman; batasnya {limit}); pisahkan naskah perjanjiannya.",
        "en": "This file has too many pages ({pages}; the limit is {limit}); separate the agreement from the rest.",
    },
    # files that are not what they say, or are damaged
    "unknown-format": {
        "id": "Jenis berkas ini ({extension}) tidak didukung; simpan naskahnya sebagai DOCX atau PDF.",
        "en": "This type of file ({extension}) is not supported; save the text as DOCX or PDF.",
    },
    "not-what-it-says": {
        "id": "Isi berkas ini bukan {extension} seperti namanya dan tidak dikenali; mintalah salinan yang utuh.",
        "en": "This file is not the {extension} that its name says and is of no known type; ask for a sound copy.",
    },
    "misnamed": {
        "id": "Isi berkas ini {format}, bukan {extension} seperti namanya; ubah akhiran namanya menjadi {right}, lalu "
        "periksa kembali.",
        "en": "This file is {format} and not the {extension} that its name says; rename it to {right} and check again.",
    },
    "image-file": {
        "id": "Berkas ini berupa gambar; simpan hasil pindainya sebagai PDF.",
        "en": "This file is an image; save the scan as PDF.",
    },
    "damaged-zip": {
        "id": "Berkas ini rusak atau tidak lengkap (terpotong saat disalin atau diunduh); salin atau unduh kembali.",
        "en": "This file is damaged or incomplete (cut off when copied or downloaded); copy or download it again.",
    },
    "no-document-part": {
        "id": "Berkas ini tidak memuat naskah Word; buka di Word dan simpan kembali sebagai DOCX.",
        "en": "This file holds no Word text; open it in Word and save it as DOCX again.",
    },
    "damaged-document-part": {
        "id": "Naskah di dalam berkas Word ini rusak; buka di Word, perbaiki, lalu simpan kembali sebagai DOCX.",
        "en": "The text inside this Word file is damaged; open it in Word, repair it and save it as DOCX again.",
    },
    "damaged-pdf": {
        "id": "Berkas PDF ini rusak atau tidak lengkap; salin atau unduh kembali.",
        "en": "This PDF is damaged or incomplete; copy or download it again.",
    },
    "no-text": {
        "id": "Berkas ini tidak memuat teks yang dapat dibaca; bila hasil pindai, jalankan dengan `--ocr auto`, "
        "selain itu periksa apakah berkasnya benar.",
        "en": "This file holds no text that can be read; if it is a scan, run with `--ocr auto`, otherwise check "
        "whether it is the right file.",
    },
    "images-only": {
        "id": "Berkas Word ini hanya berisi gambar ({count}), bukan teks; simpan sebagai PDF agar dibaca dengan OCR.",
        "en": "This Word file holds only images ({count}) and no text; save it as PDF so that it is read by OCR.",
    },
    # protected files
    "encrypted-docx": {
        "id": "Berkas Word ini dilindungi kata sandi; simpan salinan tanpa kata sandi.",
        "en": "This Word file is protected by a password; save a copy without it.",
    },
    "encrypted-zip": {
        "id": "Isi berkas ini terkunci kata sandi; simpan salinan tanpa kata sandi.",
        "en": "The contents of this file are locked by a password; save a copy without it.",
    },
    "encrypted-office": {
        "id": "Berkas {format} ini dilindungi kata sandi; simpan salinan tanpa kata sandi.",
        "en": "This {format} file is protected by a password; save a copy without it.",
    },
    "encrypted-pdf": {
        "id": "Berkas PDF ini dilindungi kata sandi; simpan salinan tanpa kata sandi.",
        "en": "This PDF is protected by a password; save a copy without it.",
    },
    # other programs that are needed
    "no-libreoffice": {
        "id": "Berkas {format} hanya dapat dibaca bila LibreOffice terpasang; pasang LibreOffice (libreoffice.org) "
        "atau simpan naskahnya sebagai DOCX.",
        "en": "A {format} file can only be read where LibreOffice is installed; install LibreOffice (libreoffice.org) "
        "or save the text as DOCX.",
    },
    "office-failed": {
        "id": "LibreOffice tidak dapat mengubah berkas {format} ini; buka berkasnya dan simpan sebagai DOCX.",
        "en": "LibreOffice could not convert this {format} file; open it and save it as DOCX.",
    },
    "office-slow": {
        "id": "LibreOffice belum selesai mengubah berkas ini setelah {seconds} detik; simpan naskahnya sebagai DOCX.",
        "en": "LibreOffice did not convert this file within {seconds} seconds; open it and save it as DOCX.",
    },
    "no-ocr": {
        "id": "Berkas ini hasil pindai tanpa lapisan teks dan OCR tidak tersedia; pasang dengan "
        "`pip install tesserocr` atau pasang Tesseract, lalu ulangi.",
        "en": "This file is a scan without a text layer and no OCR is available; install it with "
        "`pip install tesserocr`, or install Tesseract, and try again.",
    },
    "ocr-off": {
        "id": "Berkas ini hasil pindai tanpa lapisan teks dan OCR dimatikan; jalankan dengan `--ocr auto`.",
        "en": "This file is a scan without a text layer and OCR is switched off; run with `--ocr auto`.",
    },
    "timed-out": {
        "id": "Berkas ini tidak selesai dibaca dalam {seconds} detik; perpanjang dengan `--timeout`.",
        "en": "This file was not read within {seconds} seconds; allow more with `--timeout`.",
    },
    "crashed": {
        "id": "Pembacaan berkas ini terhenti karena galat; laporkan berkasnya dan periksa dengan tangan.",
        "en": "Reading this file broke off with an error; report the file and check it by hand.",
    },
    # notices: the file was read, and something should be known
    "wrong-extension": {
        "id": "Nama berkas berakhiran {extension}, tetapi isinya {format}; berkas dibaca sebagai {format}. "
        "Sesuaikan namanya.",
        "en": "The file name ends in {extension}, but the file is {format} and was read as such. Rename it.",
    },
    "recovered-xml": {
        "id": "XML berkas Word ini tidak sesuai kaidah ({parts}), sehingga dibaca dalam mode pemulihan; sebagian teks "
        "mungkin tidak terbaca. Buka di Word dan simpan kembali.",
        "en": "The XML of this Word file is not well-formed ({parts}) and was read in recovery mode; some text may be "
        "missing. Open it in Word and save it again.",
    },
    "unread-chunk": {
        "id": "Berkas Word ini menyisipkan {count} dokumen lain yang tidak dibaca; buka di Word dan simpan kembali.",
        "en": "This Word file embeds {count} other document(s) that were not read; open it in Word and save it again.",
    },
    "ocr-used": {
        "id": "Halaman {pages} dibaca dengan OCR; cocokkan kutipan dengan naskah aslinya.",
        "en": "Page(s) {pages} were read by OCR; compare quotations with the original.",
    },
    "garbage-text-layer": {
        "id": "Lapisan teks halaman {pages} rusak dan diganti hasil OCR; cocokkan kutipan dengan naskah aslinya.",
        "en": "The text layer of page(s) {pages} is garbage and was replaced by OCR; compare with the original.",
    },
    "page-turned": {
        "id": "Halaman {pages} rebah dan ditegakkan sebelum dibaca; pindai kembali bila hasilnya kurang baik.",
        "en": "Page(s) {pages} lay on their side and were turned before reading; scan again if the result is poor.",
    },
    "page-failed": {
        "id": "Halaman {pages} tidak dapat dibaca; periksa halaman itu dengan tangan.",
        "en": "Page(s) {pages} could not be read; check them by hand.",
    },
    "pages-without-text": {
        "id": "Halaman {pages} berupa gambar tanpa teks dan tidak dibaca; jalankan dengan `--ocr auto`.",
        "en": "Page(s) {pages} are images without text and were not read; run with `--ocr auto`.",
    },
    "pages-without-ocr": {
        "id": "Halaman {pages} perlu dibaca dengan OCR, tetapi OCR tidak tersedia; pasang dengan "
        "`pip install tesserocr` atau pasang Tesseract, lalu ulangi.",
        "en": "Page(s) {pages} need OCR and none is available; install it with `pip install tesserocr`, or install "
        "Tesseract, and try again.",
    },
}


class _Details(dict[str, str]):
    def __missing__(self, key: str) -> str:
        return _DETAILS_MISSING


def notice_sentence(notice: Notice, lang: str = "id") -> str:
    """The sentence of a notice of the reader."""
    return sentence(notice.key, lang, **dict(notice.details))


def error_sentence(error: ReadingError, lang: str = "id") -> str:
    """The sentence of the reason why a file could not be read."""
    return sentence(error.reason, lang, **error.details)


def sentence(key: str, lang: str = "id", /, **details: object) -> str:
    """The sentence of a reason or notice in Indonesian ("id") or English ("en"), with its details filled in.

    An unknown key gives a sentence that names it, so that a report never breaks for want of words.
    """
    entry = SENTENCES.get(key)
    if entry is None:
        return f"Berkas tidak terbaca ({key})." if lang == "id" else f"The file could not be read ({key})."
    values = _Details({name: str(value) for name, value in details.items()})
    return entry.get(lang, entry["id"]).format_map(values)
