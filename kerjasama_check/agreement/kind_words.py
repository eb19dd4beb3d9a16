"""Words and wordings by which the name of an agreement, and that of another document, is known.

All over folded text, in which slips in the words of VOCABULARY are healed.
"""

from __future__ import annotations

import re

from kerjasama_check.agreement.phrases import Phrases
from kerjasama_check.indonesian.lazy import lazy

ADDENDUM = "adendum"
CONTRACT = "surat-perjanjian"
COOPERATION = "perjanjian-kerja-sama"
MEMORANDUM = "memorandum-of-understanding"
JOINT_ACCORD = "kesepakatan-bersama"
ACCORD = "nota-kesepakatan"
UNDERSTANDING = "nota-kesepahaman"
PLAIN = "perjanjian"  # a title of this one word: what follows tells its kind

VOCABULARY = tuple(
    re.findall(
        r"\w+",
        "NOTA KESEPAHAMAN KESEPAKATAN PERJANJIAN KERJASAMA KERJA SAMA BERSAMA PIAGAM NASKAH SURAT IKATAN KONTRAK "
        "ADDENDUM ADENDUM AMANDEMEN AMENDEMEN PERUBAHAN PERPANJANGAN MEMORANDUM UNDERSTANDING AGREEMENT IMPLEMENTATION "
        "ARRANGEMENT COOPERATION SWAKELOLA BERITA ACARA LAPORAN PERNYATAAN PERINTAH",
    )
)

_ORDER = r"(?:PERTAMA|KESATU|KEDUA|KETIGA|KEEMPAT|KELIMA|KEENAM|KE ?\d+|KE [A-Z]+|I{1,3}|IV|V)"
WORK = r"KERJA ?SAMA"
# A bare "Perjanjian" or "Agreement" with one of these behind it is a contract about a thing, a sum or a piece of work.
THING = (
    r"SEWA|PENYEWAAN|PERSEWAAN|PENDANAAN|PEMBIAYAAN|PEKERJAAN|KERJA\b(?! ?SAMA)|PEMBORONGAN|PENGADAAN|JUAL|KREDIT|"
    r"PINJAM|HIBAH|PENEMPATAN|JASA|PENUGASAN|SWAKELOLA|PENGGUNAAN|PEMANFAATAN|HUTANG|UTANG|MURABAHAH|ASURANSI"
)

# In the order of trial: the first that matches at the head of the line counts.
# (kind, stems of which one stands in every match, wording), in the order of trial: the first that matches counts.
PATTERNS: tuple[tuple[str, tuple[str, ...], str], ...] = (
    (
        ADDENDUM,
        ("DENDUM", "MEND", "AMAND"),
        rf"(?:{_ORDER} |NASKAH |SURAT |PERJANJIAN |DRAFT )?(?:ADD?ENDUM|AM[AE]ND[AE]?MEN|AMENDMENT)\w*",
    ),
    (
        ADDENDUM,
        ("PERUBAHAN",),
        rf"(?:PERJANJIAN )?PERUBAHAN(?: {_ORDER})?(?: ATAS| TERHADAP| PERJANJIAN| NOTA| KESEPA| PKS|$)",
    ),
    (
        ADDENDUM,
        ("PERPANJANGAN",),
        rf"PERPANJANGAN(?: {_ORDER})? (?:ATAS |MASA |JANGKA WAKTU ){{0,2}}(?:PERJANJIAN|NOTA|KESEPA|KONTRAK|{WORK})",
    ),
    (ADDENDUM, ("TAMBAHAN", "PERPANJANGAN"), r"PERJANJIAN (?:TAMBAHAN|PERPANJANGAN)"),
    (COOPERATION, ("MEMORANDUM", "MOA"), r"MEMORANDUM OF AGREEMENT|MOA$"),
    (
        MEMORANDUM,
        ("MEMORANDUM", "MOU"),
        r"MEMORANDUM \w{1,3} UNDERSTANDING|MEMORANDUM OF [A-Z]+(?: ON| AND| FOR|$)?|MEMORANDUM SALING PENGERTIAN|"
        r"MEMORANDUM$|MOU$",
    ),
    (COOPERATION, ("ARRANGEMENT", "IMPLEMENT"), r"IMPLEMENT\w+ (?:ARRANGEMENT|AGREEMENT)|ARRANGEMENT\b"),
    (
        UNDERSTANDING,
        ("KESEPAHAMAN", "KEPAHAMAN", "PENGERTIAN"),
        r"(?:PIAGAM |NASKAH |SURAT |NOTA |DOKUMEN )?(?:KESEPAHAMAN|KEPAHAMAN|SALING PENGERTIAN)",
    ),
    (COOPERATION, ("KESEPAKATAN",), rf"(?:NASKAH |SURAT |PIAGAM |NOTA )?KESEPAKATAN {WORK}"),
    (JOINT_ACCORD, ("KESEPAKATAN",), r"(?:NASKAH |SURAT |PIAGAM |NOTA |DOKUMEN )?KESEPAKATAN BERSAMA"),
    (ACCORD, ("KESEPAKATAN",), r"(?:NOTA|DOKUMEN) KESEPAKATAN"),
    (JOINT_ACCORD, ("KESEPAKATAN",), r"(?:NASKAH|SURAT|PIAGAM) KESEPAKATAN|KESEPAKATAN$"),
    (CONTRACT, ("SURAT", "SPK"), r"(?:DOKUMEN )?SURAT (?:PERJANJIAN|KONTRAK|PERINTAH KERJA)|SPK$"),
    (CONTRACT, ("KONTRAK",), r"(?:DOKUMEN |NASKAH )?KONTRAK(?! KINERJA)(?: SWAKELOLA|\b)"),
    (
        COOPERATION,
        ("PERJANJIAN",),
        rf"(?:NASKAH |DOKUMEN |PIAGAM |DRAFT )?PERJANJIAN(?: PELAKSANAAN| INDUK| TEKNIS)? {WORK}",
    ),
    (
        CONTRACT,
        ("PERJANJIAN",),
        rf"(?:NASKAH |DOKUMEN |SURAT )?PERJANJIAN (?:PELAKSANAAN |PEMBERIAN )?(?:{THING})",
    ),
    (
        COOPERATION,
        ("PELAKSANAAN", "TEKNIS", "KEMITRAAN", "KOLABORASI", "INDUK", "PIAGAM"),
        r"(?:NASKAH |DOKUMEN |PIAGAM )?PERJANJIAN (?:PELAKSANAAN|TEKNIS|KEMITRAAN|KOLABORASI|INDUK)|PIAGAM PERJANJIAN",
    ),
    (PLAIN, ("PERJANJIAN",), r"(?:NASKAH |DOKUMEN )?PERJANJIAN(?! KINERJA)\b"),
    (COOPERATION, ("KERJA",), rf"(?:NASKAH|NOTA|PIAGAM|IKATAN|DOKUMEN|SURAT) {WORK}"),
    (
        CONTRACT,
        ("AGREEMENT", "CONTRACT"),
        r"(?:[A-Z]+ ){0,2}(?:SALES|SERVICES?|LEASE|RENTAL|LOAN|GRANT|WORK|PURCHASE) (?:AGREEMENT|CONTRACT)",
    ),
    (COOPERATION, ("AGREEMENT",), r"(?:[A-Z]+ ){0,3}AGREEMENT(?: OF| ON| FOR| BETWEEN|$)"),
    (COOPERATION, ("KERJA", "PKS"), rf"{WORK}$|PKS$"),
)

# A line that starts so is the name of another document, or only speaks of an agreement; the key says which.
OTHER_DOCUMENTS: tuple[tuple[str, Phrases], ...] = (
    ("minutes", Phrases("BERITA ACARA|NOTULEN|NOTULA|RISALAH|TANDA TERIMA|BUKTI|MINUTES OF")),
    (
        "report",
        Phrases("LAPORAN|REPORT|ABSTRA(K|C)T?|SKRIPSI|MAKALAH|JURNAL|ARTIKEL|NASKAH AKADEMIK|KAJIAN|TELAAH"),
    ),
    ("terms-of-reference", Phrases("KERANGKA ACUAN*|TERMS? OF REFERENCE|PROPOSAL|RENCANA KERJA DAN SYARAT*")),
    (
        "decision",
        Phrases(
            "(SALINAN )?(SURAT )?KEPUTUSAN|(SALINAN )?PERATURAN|UNDANG UNDANG|INSTRUKSI|SURAT (EDARAN|TUGAS)|"
            "SURAT PERINTAH (TUGAS|PENGIRIMAN|PELAKSANAAN|PERJALANAN|MULAI|MEMBAYAR|PENCAIRAN)|PEDOMAN|PANDUAN|"
            "PETUNJUK|STANDAR OPERASIONAL|QANUN"
        ),
    ),
    ("letter-of-intent", Phrases("(SURAT )?(LETTERS? OF INTENT|PERNYATAAN KEHENDAK|MINAT)")),
    (
        "one-sided",
        Phrases(
            "(SURAT |LEMBAR )?PERNYATAAN|PAKTA INTEGRITAS|SURAT (KUASA|KETERANGAN|KESANGGUPAN|JAMINAN)|WA ?A?D|"
            "AL WA ?A?D|"
            "(PERJANJIAN|KONTRAK) (KINERJA|KULIAH|PERKULIAHAN|BELAJAR)|DEKLARASI"
        ),
    ),
    ("official-note", Phrases("NOTA (DINAS|PERTIMBANGAN)|MEMO( DINAS| INTERNAL)?$|(LEMBAR )?DISPOSISI")),
    (
        "letter",
        Phrases("SURAT (PENGANTAR|UNDANGAN|PERMOHONAN|PENAWARAN|PENUNJUKAN|PESANAN|PERSETUJUAN)|UNDANGAN|PENGUMUMAN"),
    ),
    (
        "terms-of-use",
        Phrases(
            "(SYARAT|KETENTUAN)( SYARAT)? DAN (KETENTUAN|SYARAT)|KETENTUAN (LAYANAN|PENGGUNAAN)|KEBIJAKAN|"
            "PRIVACY POLICY|TERMS (OF (USE|SERVICE)|AND CONDITIONS)"
        ),
    ),
    ("bill", Phrases("INVOICE|KWITANSI|KUITANSI|FAKTUR|PURCHASE ORDER|TAGIHAN")),
    (
        "other-document",
        Phrases("MEMORANDUM INFORMASI|PROSPEKTUS|DAFTAR|SERTIFIKAT|PIAGAM PENGHARGAAN|FORMULIR|JADWAL"),
    ),
)
NOT_BEFORE_A_TITLE = frozenset(
    re.findall(
        r"\w+",
        "PERIHAL HAL TENTANG LAPORAN PROPOSAL DAFTAR ACUAN DASAR DALAM DENGAN PADA ISI DARI ATAS UNTUK OLEH YANG DAN "
        "BERDASARKAN SESUAI MENGENAI TERHADAP MELALUI LAMPIRAN PASAL BAB RUANG LINGKUP KERANGKA BERITA NOMOR FORMAT "
        "BUKTI PENCATATAN PELAKSANAAN JANGKA PEMBATALAN OBJEK OBYEK ISI INI SUATU SEBUAH KONSEP RENCANA",
    )
)
RUNNING_TEXT = lazy(r"\b(?:INI|YANG|AKAN|DALAM|UNTUK|TERSEBUT|THIS|WHICH|SHALL|WILL)\b")

# The first lines of a letter.
LETTER_MARKS = (
    Phrases("(KEPADA )?YTH|KEPADA YANG TERHORMAT|DEAR"),
    Phrases("PERIHAL|HAL|SUBJECT"),
    Phrases("LAMPIRAN|LAMP|SIFAT"),
)

# What two or more parties that bind themselves write, with its weight; looked for in capitals, points left in.
EVIDENCE: tuple[tuple[float, Phrases], ...] = (
    (
        1.0,
        Phrases(
            "PARA PIHAK*|KEDUA BELAH PIHAK*|(THE|BOTH|EITHER|EACH|NEITHER) (TWO )?(PARTY|PARTIES|UNIVERSITIES|SIDES)*"
        ),
    ),
    (
        1.0,
        Phrases(
            "(BER)?SEPAKAT*|(SALING )?MENGIKATKAN DIRI*|SETUJU (UNTUK|MENGADAKAN)*|MENGADAKAN (PERJANJIAN|"
            "KERJA ?SAMA)*|"
            "(HAVE|HAS|HEREBY|MUTUALLY) (AGREE|UNDERST)*"
        ),
    ),
    (1.0, Phrases("RANGKAP*|EKSEMPLAR*|KEKUATAN HUKUM YANG SAMA*|IN DUPLICATE*|EQUALLY (VALID|AUTHENTIC)*")),
    (0.5, Phrases("UNTUK DAN ATAS NAMA*|BERTINDAK (DALAM|SELAKU|ATAS)*|ON BEHALF OF*|REPRESENTED BY*")),
    (0.5, Phrases("PADA HARI*|BERTANDA ?TANGAN DI ?BAWAH*|DENGAN RAHMAT*|IN WITNESS*|MADE (AND|ON|THIS)*")),
    (0.5, Phrases("WAJIB*|BERKEWAJIBAN*|BERHAK*|HAK DAN KEWAJIBAN*|SHALL*")),
    (
        0.5,
        Phrases(
            "JANGKA ?WAKTU*|MASA (BERLAKU|KONTRAK|SEWA)*|TERHITUNG SEJAK*|REMAIN IN FORCE*|EFFECTIVE (AS|FROM|FOR)*"
        ),
    ),
)

REASONS: dict[str, dict[str, str]] = {
    "agreement": {"id": "Dokumen ini sebuah perjanjian.", "en": "This is an agreement."},
    "letter": {"id": "Dokumen ini surat, bukan perjanjian.", "en": "This is a letter, not an agreement."},
    "letter-of-intent": {
        "id": "Dokumen ini pernyataan kehendak (letter of intent), belum perjanjian.",
        "en": "This is a letter of intent, not yet an agreement.",
    },
    "minutes": {
        "id": "Dokumen ini berita acara, risalah, atau tanda bukti, bukan perjanjian.",
        "en": "These are minutes, a handover record or a receipt, not an agreement.",
    },
    "report": {
        "id": "Dokumen ini laporan atau karya tulis, bukan perjanjian.",
        "en": "This is a report or a paper, not an agreement.",
    },
    "terms-of-reference": {
        "id": "Dokumen ini kerangka acuan atau proposal, bukan perjanjian.",
        "en": "These are terms of reference or a proposal, not an agreement.",
    },
    "decision": {
        "id": "Dokumen ini keputusan, peraturan, atau pedoman, bukan perjanjian.",
        "en": "This is a decision, a regulation or a guideline, not an agreement.",
    },
    "one-sided": {
        "id": "Dokumen ini pernyataan satu pihak, bukan perjanjian.",
        "en": "This is a statement of one side, not an agreement.",
    },
    "official-note": {
        "id": "Dokumen ini nota dinas, bukan perjanjian.",
        "en": "This is an internal note, not an agreement.",
    },
    "terms-of-use": {
        "id": "Dokumen ini syarat dan ketentuan atau kebijakan, bukan perjanjian yang ditandatangani para pihak.",
        "en": "These are terms of use or a policy, not an agreement signed by parties.",
    },
    "bill": {"id": "Dokumen ini tagihan atau kuitansi, bukan perjanjian.", "en": "This is a bill, not an agreement."},
    "other-document": {"id": "Dokumen ini bukan perjanjian.", "en": "This document is not an agreement."},
    "no-agreement-title": {
        "id": "Judul dan para pihak sebuah perjanjian tidak ditemukan.",
        "en": "Neither the title nor the parties of an agreement were found.",
    },
    "no-parties": {
        "id": "Judulnya seperti perjanjian, tetapi tidak ada pihak yang mengikatkan diri.",
        "en": "The title is that of an agreement, but no parties bind themselves.",
    },
    "too-short": {
        "id": "Teksnya terlalu pendek untuk sebuah perjanjian.",
        "en": "The text is too short for an agreement.",
    },
}
