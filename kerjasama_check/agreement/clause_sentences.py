"""Wordings by which a single ayat or sentence is told to be about a kind of its own.

All patterns run over folded text (capitals, no punctuation, single blanks).
"""

from __future__ import annotations

from kerjasama_check.agreement.phrases import Wording

# A further document that the parties will agree on; "perjanjian kerja sama" alone only where it is yet to be made.
_FURTHER_DOCUMENT = (
    r"(?:NASKAH )?(?:PERJANJIAN|KESEPAKATAN)(?: KERJA ?SAMA)? (?:PELAKSANA\w*|TEKNIS|OPERASIONAL|TERSENDIRI|KHUSUS|"
    r"TURUNAN|LANJUTAN|LEBIH LANJUT)|PENGATURAN (?:TERSENDIRI|PELAKSANAAN)|NASKAH TERSENDIRI|RENCANA (?:AKSI|KERJA|"
    r"KEGIATAN|TINDAK)|PROGRAM KERJA|KERANGKA ACUAN|KAK|TOR|PETUNJUK (?:TEKNIS|PELAKSANAAN|OPERASIONAL)|JUKNIS|"
    r"JUKLAK|IMPLEMENT\w+ (?:AGREEMENTS?|ARRANGEMENTS?)|MEMORANDUM OF AGREEMENT|MOA|(?:SPECIFIC|SEPARATE|"
    r"FURTHER) (?:\w+ )?AGREEMENTS?"
)
_COOPERATION = r"(?:NASKAH |SURAT )?(?:PERJANJIAN(?: KONTRAK)?(?: KERJA ?SAMA)?|KONTRAK KERJA ?SAMA|KERJA ?SAMA|PKS)"
_MADE = (
    r"(?:DIATUR|DITUANGKAN|DIWUJUDKAN|DIJABARKAN|DITINDAK ?LANJUTI|MENINDAK ?LANJUTI|DIRUMUSKAN|DISUSUN|DIBUAT|"
    r"DIBUATKAN|DITETAPKAN|DISEPAKATI|DIREALISASIKAN)"
)
_FURTHER = (
    r"\b(?:DALAM|MELALUI|DENGAN|BERUPA|BENTUK|MENYUSUN|MEMBUAT|MENERBITKAN|MENYEPAKATI|BERDASARKAN|DISUSUN|DIBUAT|"
    r"SUATU|SEBUAH|"
    rf"SETIAP|MERUPAKAN|MENGADAKAN|BY|AN?|IN)(?: \w+){{0,4}} (?:{_FURTHER_DOCUMENT})\b(?! INI)|"
    rf"^(?:\w+ ){{0,2}}PERJANJIAN KERJA ?SAMA TERSENDIRI|"
    rf"(?=[DM])(?<!BELUM )(?<!TIDAK )(?<!TELAH )(?<!SEBAGAIMANA )(?:(?<!YANG ){_MADE}|"
    rf"DIATUR LEBIH LANJUT)(?: \w+){{0,6}} (?:DALAM|DENGAN|MELALUI|"
    rf"BERUPA|PADA|KE)(?: (?:MEMBUAT|MENYUSUN|MENERBITKAN|BENTUK|SUATU|SEBUAH|BERBAGAI|BEBERAPA|NASKAH|SURAT|"
    rf"DOKUMEN)){{0,3}} {_COOPERATION}\b(?! INI| TAMBAHAN| KERJA ?SAMA INI| KREDIT| AM[AE]ND| ADD?EN)"
)
_FURTHER_STEMS = (
    *(f"{what} PELAKSANA" for what in ("PERJANJIAN", "KESEPAKATAN", "SAMA", "PENGATURAN")),
    *"TEKNIS OPERASIONAL TERSENDIRI KHUSUS TURUNAN LANJUTAN PETUNJUK JUKNIS JUKLAK AGREEMENT ARRANGEMENT MOA".split(),
    *("LEBIH LANJUT", "RENCANA ", "PROGRAM KERJA", "KERANGKA ACUAN", "KAK", "TOR", "MEMORANDUM OF"),
    *"DIATUR DITUANGKAN DIWUJUDKAN DIJABARKAN LANJUTI DIRUMUSKAN DISUSUN DIBUAT DITETAPKAN DISEPAKATI".split(),
    "DIREALISASIKAN",
)

_TERM_END = (
    r"DIAKHIRI|MENGAKHIRI|PENGAKHIRAN|PENGHENTIAN (?:PERJANJIAN|KERJA)|"
    r"MENGHENTIKAN (?:PERJANJIAN|KERJA ?SAMA)|DIHENTIKAN (?:KONTRAK|PERJANJIAN|SEWA)\w*|"
    r"BATAL DENGAN SENDIRINYA|BERAKHIR (?:APABILA|DENGAN SENDIRINYA|ATAU BATAL|JIKA|BILA|KARENA)|DIBATALKAN|"
    r"PEMBATALAN|PEMUTUSAN|MEMUTUS|DIPUTUS|TERMINAT|TIDAK BERLAKU LAGI"
)

# What an ayat or a sentence is about, whatever the heading says.
SENTENCES: dict[str, Wording] = {
    "perpanjangan": Wording(
        ("PERPANJANG", "BARUI", "BAHARUI", "RENEW", "EXTEND"),
        r"(?<!TIDAK )(?:DI|MEM)?PERPANJANG|DIPERBA(?:HA)?RUI|RENEWED|EXTENDED",
    ),
    "pengakhiran": Wording(("AKHIR", "HENTI", "BATAL", "PUTUS", "TERMINAT", "BERLAKU LAGI"), _TERM_END),
    "tindak-lanjut": Wording(
        _FURTHER_STEMS,
        _FURTHER,
    ),
    "pemantauan-evaluasi": Wording(
        ("EVALUASI", "MONITORING", "PEMANTAUAN"),
        r"DIEVALUASI|(?:MELAKUKAN|MENGADAKAN|MELAKSANAKAN|DILAKUKAN|DIADAKAN|DILAKSANAKAN)(?: \w+){0,4} (?:EVALUASI|"
        r"MONITORING|PEMANTAUAN)|(?:EVALUASI|MONITORING|PEMANTAUAN)(?: \w+){0,8} (?:DILAKUKAN|DILAKSANAKAN|DIADAKAN)|"
        r"MENGEVALUASI",
    ),
    "pelaporan": Wording(
        ("LAPOR",),
        r"(?:MENYAMPAIKAN|MEMBUAT|MENYUSUN|MENYERAHKAN|MEMBERIKAN|DISAMPAIKAN|MELAKUKAN)(?: \w+){0,3} (?:LAPORAN|"
        r"PELAPORAN)|MELAPORKAN|DILAPORKAN",
    ),
    "perubahan": Wording(
        ("END", "MEND", "PERUBAHAN", "PERJANJIAN TAMBAHAN", "DIUBAH"),
        r"ADD?END[UA]M|AM[AE]ND[AE]?MEN|PERJANJIAN TAMBAHAN|(?:SETIAP |"
        r"SEGALA )?PERUBAHAN(?: PERUBAHAN)?(?: \w+){0,14} (?:HANYA|DAPAT|AKAN|HARUS|WAJIB|DIATUR)|DAPAT DIUBAH|"
        r"AMENDED|AMENDMENT",
    ),
    "penutup": Wording(
        ("RANGKA", "EKSEMPLAR", "TERAI", "ORIGINAL"),
        r"RANGKAP|RANGKA \d|EKSEMPLAR|BERM[AE]TERAI|M[AE]TERAI (?:CUKUP|SECUKUPNYA)|ORIGINAL COPIES",
    ),
    "penyelesaian-perselisihan": Wording(
        ("SELISIH", "SENGKETA", "PERBEDAAN", "DISPUTE"),
        r"(?:SELISIH\w*|SENGKETA|PERBEDAAN (?:PENDAPAT|PENAFSIRAN))(?: \w+){0,40} (?:MUSYAWARAH|DISELESAIKAN|"
        r"PENGADILAN|ARBITRASE|MUFAKAT)|DISPUTE",
    ),
    "pengalihan": Wording(
        ("ALIH", "PINDAH", "SEWAKAN"),
        r"(?:MENGALIHKAN|DIALIHKAN|PENGALIHAN|DIPINDAHTANGANKAN|MEMINDAHTANGANKAN|"
        r"DIPINDAHKAN)(?: \w+){0,12} (?:PIHAK|ORANG) (?:LAIN|KETIGA|MANAPUN)|(?:DISEWAKAN|"
        r"MENYEWAKAN)(?: \w+){0,3} (?:KEMBALI|PIHAK|ORANG)",
    ),
    "kerahasiaan": Wording(
        ("RAHASIA", "CONFIDENTIAL"),
        r"(?:MENJAGA|MERAHASIAKAN|WAJIB|SEPAKAT|BERSIFAT)(?: \w+){0,6} (?:KERAHASIAAN|RAHASIA)|MERAHASIAKAN|"
        r"CONFIDENTIAL",
    ),
    "korespondensi": Wording(
        ("HUBUNG", "CONTACT", "PERSON", "PEMBERITAHUAN", "MENYURAT", "KORESPONDENSI"),
        r"PEJABAT PENGHUBUNG|NARA ?HUBUNG|CONTACT PERSON|PERSON IN CHARGE|(?:PEMBERITAHUAN|SURAT MENYURAT|"
        r"KORESPONDENSI)(?: \w+){0,16} (?:DIALAMATKAN|ALAMAT|DITUJUKAN|DISAMPAIKAN)",
    ),
    "pembiayaan": Wording(
        ("BIAYA", "DANA", "ANGGARAN"),
        r"(?:BIAYA|PEMBIAYAAN|PENDANAAN|ANGGARAN|DANA)(?: \w+){0,16} (?:DITANGGUNG|DIBEBANKAN|BEBAN|BERSUMBER|"
        r"TANGGUNG ?JAWAB|DIANGGARKAN|BERASAL DARI)|DIBIAYAI (?:DARI|OLEH)",
    ),
    "harga-pembayaran": Wording(
        ("BAYAR", "BESAR", "HARGA", "BIAYA"),
        r"DIBAYAR(?:KAN)? OLEH|MEMBAYAR|PEMBAYARAN (?:DILAKUKAN|SEBAGAIMANA|DILAKSANAKAN|TAHAP)|"
        r"BESAR(?:NYA)? (?:BIAYA|HARGA|NILAI)|"
        r"\b(?:HARGA|BIAYA)(?: \w+){0,12} (?:SEBESAR|ADALAH) RP\b",
    ),
    "jangka-waktu": Wording(
        ("BERLAKU", "JANGKA"),
        r"(?:BERLAKU|JANGKA WAKTU|MASA BERLAKU)(?: \w+){0,12} (?:\d+|SATU|DUA|TIGA|EMPAT|LIMA|ENAM|"
        r"SEPULUH)(?: \w+){0,2} (?:TAHUN|BULAN)\b",
    ),
    "keadaan-kahar": Wording(
        ("FORCE", "KAHAR", "MEMAKSA", "BENCANA", "PERISTIWA"),
        r"FORCE MAJ|KEADAAN (?:KAHAR|MEMAKSA)|BENCANA ALAM|PERISTIWA DI LUAR",
    ),
}

# Which further kinds an article of a main kind can have; a kind that is not here has none.
_FREE = (
    "tindak-lanjut",
    "pemantauan-evaluasi",
    "pembiayaan",
    "korespondensi",
    "pelaporan",
    "jangka-waktu",
    "perpanjangan",
)
FURTHER_KINDS: dict[str, tuple[str, ...]] = {
    "jangka-waktu": ("perpanjangan", "pengakhiran", "tindak-lanjut", "pemantauan-evaluasi"),
    "perpanjangan": ("pengakhiran",),
    "pelaksanaan": _FREE,
    "tindak-lanjut": ("pemantauan-evaluasi", "pembiayaan", "korespondensi"),
    "lain-lain": (
        "perubahan",
        "penutup",
        "penyelesaian-perselisihan",
        "pengalihan",
        "kerahasiaan",
        "korespondensi",
        "tindak-lanjut",
        "pemantauan-evaluasi",
        "keadaan-kahar",
        "pengakhiran",
    ),
    "penutup": ("perubahan", "jangka-waktu", "perpanjangan", "penyelesaian-perselisihan"),
    "sanksi": ("pengakhiran",),
    "perubahan": ("penyelesaian-perselisihan", "penutup"),
    "pembiayaan": ("harga-pembayaran",),
    "lainnya": ("tindak-lanjut", "pengakhiran", "jangka-waktu"),
    "objek": ("tindak-lanjut",),
}

# What a text without a heading names; the kind named first counts, in one place the one that stands first here.
OPENINGS: tuple[tuple[str, str], ...] = (
    ("definisi", r"^(?:DALAM )?(?:PERJANJIAN|NOTA|KESEPAKATAN)[\w ]{0,40}YANG DIMAKSUD DENGAN|ISTILAH ISTILAH"),
    (
        "maksud-tujuan",
        r"\b(?:BERMAKSUD|MAKSUD DAN TUJUAN|BERTUJUAN|TUJUAN (?:DARI )?(?:PERJANJIAN|NOTA|KESEPAKATAN|KERJA ?SAMA)|"
        r"PURPOSE)",
    ),
    ("ruang-lingkup", r"RUANG LINGKUP|MELIPUTI (?:BIDANG|KEGIATAN)|SCOPE"),
    ("keadaan-kahar", r"FORCE MAJ|KEADAAN KAHAR|KEADAAN MEMAKSA|BENCANA ALAM"),
    ("penyelesaian-perselisihan", r"PERSELISIHAN|SENGKETA|PERBEDAAN PENDAPAT|DISPUTE"),
    ("gratifikasi", r"GRATIFIKASI"),
    ("kerahasiaan", r"KERAHASIAAN|CONFIDENTIAL"),
    ("kekayaan-intelektual", r"KEKAYAAN INTELEKTUAL"),
    ("sanksi", r"\bSANKSI|DENDA|GANTI RUGI|WANPRESTASI"),
    (
        "pengakhiran",
        r"(?:PEMUTUSAN|MEMUTUSKAN|PENGAKHIRAN|MENGAKHIRI|BERAKHIRNYA|BERHENTI|TERMINAT\w+|"
        r"MENGUNDURKAN DIRI)(?: \w+){0,4} (?:PERJANJIAN|KONTRAK|KERJA|SEBELUM)",
    ),
    (
        "jangka-waktu",
        r"(?:JANGKA WAKTU|MASA BERLAKU|BERLAKU (?:SELAMA|SEJAK|UNTUK|MULAI|SAMPAI)|TERHITUNG SEJAK|VALID FOR|"
        r"ENTER INTO FORCE|(?:REMAIN|BE) (?:VALID|EFFECTIVE|IN (?:FORCE|EFFECT))|PERIOD OF \w+ (?:\d+ )?YEARS?)",
    ),
    ("harga-pembayaran", r"HONORARIUM|PEMBAYARAN|DIBAYAR|HARGA|UPAH|GAJI|\bRP \d"),
    ("pembiayaan", r"BIAYA|PEMBIAYAAN|ANGGARAN|COSTS?\b|EXPENSES"),
    ("perubahan", r"ADD?ENDUM|AM[AE]ND[AE]?MEN|PERUBAHAN|PERJANJIAN TAMBAHAN|AMENDED"),
    ("penutup", r"RANGKAP|KEKUATAN HUKUM"),
    ("tindak-lanjut", r"PERJANJIAN (?:KERJA ?SAMA )?TERSENDIRI|DITINDAKLANJUTI"),
    ("hak-kewajiban", r"\bBERHAK|BERKEWAJIBAN|KEWAJIBAN|\bHAK\b"),
    ("tugas-tanggung-jawab", r"BERTANGGUNG ?JAWAB|BERTUGAS|\bTUGAS"),
    ("pelaporan", r"LAPORAN|MELAPORKAN"),
    ("pelaksanaan", r"MELAKSANAKAN|PELAKSANAAN|DILAKSANAKAN|MENYELESAIKAN"),
    ("objek", r"MEMBERIKAN PEKERJAAN|MENERIMA PEKERJAAN|MENYEWAKAN|MENYEWA"),
)
