"""Words by which the kind of an article is told: of its heading, and of single ayat or sentences.

All patterns run over folded text (capitals, no punctuation, single blanks). HEADINGS is tried in its order on each part
of a heading that is joined by "dan", a comma or a stroke; the first pattern that matches gives the kind of that part.
"""

from __future__ import annotations

import re

# The words of headings, to read past a slip of OCR in one of them.
VOCABULARY = tuple(
    re.findall(
        r"\w+",
        "MAKSUD TUJUAN RUANG LINGKUP OBJEK PELAKSANAAN PENYELENGGARAAN KEWAJIBAN TANGGUNG JAWAB WEWENANG TUGAS "
        "PEMBIAYAAN "
        "PENDANAAN ANGGARAN PEMBAYARAN HARGA JANGKA WAKTU BERLAKU PERPANJANGAN PENGAKHIRAN PEMUTUSAN PEMBATALAN "
        "BERAKHIRNYA PEMANTAUAN EVALUASI MONITORING PELAPORAN LAPORAN PENGAWASAN KEADAAN KAHAR MEMAKSA FORCE MAJEURE "
        "PENYELESAIAN PERSELISIHAN SENGKETA SANKSI KERAHASIAAN INTELEKTUAL KEKAYAAN PUBLIKASI KORESPONDENSI "
        "PEMBERITAHUAN "
        "PENGHUBUNG PENGALIHAN PERUBAHAN ADDENDUM ADENDUM AMANDEMEN GRATIFIKASI PERNYATAAN JAMINAN KETENTUAN PENUTUP "
        "DEFINISI PENGERTIAN ISTILAH TINDAK LANJUT",
    )
)

# Kinds that a heading names as a whole, though it holds a conjunction or a word of another kind.
WHOLE_HEADINGS: tuple[tuple[tuple[str, ...], str], ...] = (
    (
        ("kekayaan-intelektual",),
        r"HAK (?:ATAS )?(?:KEKAYAAN|MILIK) INTELEKTUAL|INTELLECTUAL PROPERTY|KEKAYAAN INTELEKTUAL",
    ),
    (("kekayaan-intelektual",), r"^(?:HAK )?(?:CIPTA|PATEN|KEPEMILIKAN(?: HASIL| DATA| KARYA)?|H ?A?KI)$"),
    (("pelindungan-data-pribadi",), r"P(?:ER)?LINDUNGAN DATA|DATA PRIBADI|DATA PROTECTION|PERSONAL DATA"),
    (("lainnya",), r"^(?:BEA )?M[AE]TERAI DAN PAJAK$|^PAJAK(?: DAN BEA M[AE]TERAI)?$|^BEA M[AE]TERAI\b"),
    (("pernyataan-jaminan",), r"PERNYATAAN DAN JAMINAN|REPRESENTATIONS? AND WARRANT"),
    (("penyelesaian-perselisihan",), r"PILIHAN (?:HUKUM|DOMISILI)|DOMISILI|TEMPAT KEDUDUKAN HUKUM|GOVERNING LAW AND"),
    (
        ("keadaan-kahar",),
        r"KAHAR|MEMAKSA|MAJE?URE?|FORCE MAJ|FORSE|FORGE|OVERMACHT|LUAR KEMAMPUAN|KEADAAN (?:LUAR BIASA|DARURAT)",
    ),
    (
        ("hak-kewajiban",),
        r"\bHAK (?:SERTA |DAN |ATAU )?(?:KEWAJIBAN|TANGGUNG JAWAB)|KEWAJIBAN (?:DAN|SERTA) HAK",
    ),
    (
        ("tindak-lanjut",),
        r"^RENCANA (?:KERJA|AKSI|TINDAK|KEGIATAN|PELAKSANAAN)|KERANGKA ACUAN|TINDAK ?LANJUT|PERJANJIAN PELAKSANAAN$",
    ),
    (("tindak-lanjut",), r"PETUNJUK (?:TEKNIS|PELAKSANAAN)|ACTION PLAN|WORK ?PLAN|FOLLOW UP"),
)

HEADINGS: tuple[tuple[str, str], ...] = (
    ("maksud-tujuan", r"^(?:MAKSUD|TUJUAN|PURPOSES?|OBJECTIVES?)\b"),
    (
        "gratifikasi",
        r"GRATIFIKASI|ANTI ?(?:KORUPSI|SUAP|PENYUAPAN)|PENYUAPAN|PAKTA INTEGRITAS|ANTI (?:BRIBERY|CORRUPTION)",
    ),
    ("kerahasiaan", r"(?:KE)?RAHASIA|CONFIDENTIAL|NON DISCLOSURE|KEAMANAN (?:DATA|INFORMASI)"),
    ("pelindungan-data-pribadi", r"P(?:ER)?LINDUNGAN DATA|DATA PRIBADI|DATA PROTECTION|PRIVACY"),
    ("kekayaan-intelektual", r"KEKAYAAN INTELEKTUAL|HAK CIPTA|H ?A?KI\b|INTELLECTUAL|KEPEMILIKAN"),
    ("keadaan-kahar", r"KAHAR|MEMAKSA|FORCE MAJ|MAJE?URE?"),
    ("perpanjangan", r"PERPANJANG|PEMBA(?:HA)?RUAN|RENEWAL|EXTENSION"),
    (
        "pengakhiran",
        r"PENGAKHIRAN|PEMUTUSAN|PEMBATALAN|BERAKHIR|PUTUSNYA|PENGHENTIAN|TERMINAT|KEADAAN YANG MENGAKHIRI|BATAL",
    ),
    (
        "penyelesaian-perselisihan",
        r"(?:PER)?SELISIH|(?:PER)?SENGKETA|PERBEDAAN (?:PENDAPAT|PENAFSIRAN)|DISPUTE|SETTLEMENT|ARBITRA|"
        r"PENYELESAIAN MASALAH",
    ),
    ("penyelesaian-perselisihan", r"PILIHAN HUKUM|DOMISILI|PENYELESAIAN PERMASALAHAN"),
    (
        "jangka-waktu",
        r"JANGKA ?WAKTU|MASA (?:BERLAKU|KONTRAK|PERJANJIAN|KERJA|SEWA)|WAKTU (?:PELAKSANAAN|PERJANJIAN|KERJA|"
        r"BERLAKU|PENYELESAIAN)",
    ),
    (
        "jangka-waktu",
        r"^WAKTU$|^LAMA (?:PERJANJIAN|KONTRAK|KERJA|SEWA)|PEMBERLAKUAN|MULAI BERLAKU|BERLAKUNYA|DURATION|^TERM$|"
        r"^TERM OF|PERIOD\b|ENTRY INTO|EFFECTIVE",
    ),
    (
        "sanksi",
        r"SANKSI|DENDA|WANPRESTASI|CIDERA JANJI|CEDERA JANJI|PENALT|PELANGGARAN|INGKAR JANJI|DEFAULT|GANTI (?:RUGI|"
        r"KERUGIAN)|LIABILIT",
    ),
    (
        "harga-pembayaran",
        r"PEMBAYARAN|HARGA|BAGI HASIL|TARIF|UANG MUKA|ANGSURAN|NILAI (?:KONTRAK|PERJANJIAN|PEKERJAAN|SEWA)|"
        r"IMBAL ?(?:JASA|HASIL)|HONOR",
    ),
    (
        "harga-pembayaran",
        r"PREMI\b|PELUNASAN|PAYMENT|PRICE|UPAH|GAJI|KOMISI|FEE\b|BIAYA (?:SEWA|LAYANAN|JASA|LANGGANAN|PENDIDIKAN)|"
        r"DISKON|SALES TARGET",
    ),
    ("pembiayaan", r"PEMBI?AYAAN|BIAYA|PENDANAAN|DANA\b|KEUANGAN|ANGGARAN|FINANC|FUNDING|COSTS?\b|EXPENSES|BUDGET"),
    ("pelaporan", r"(?:PE)?LAPORAN|REPORT"),
    (
        "pemantauan-evaluasi",
        r"MONITORING|EVALUASI|PEMANTAUAN|MONEV|PENGAWASAN|PENGENDALIAN|SUPERVISI|EVALUATION|REVIEW|PEMERIKSAAN",
    ),
    (
        "korespondensi",
        r"KORESPONDENSI|PEMBERITAHUAN|NARA ?HUBUNG|PENGHUBUNG|KONTAK|CONTACT|PERSON IN CHARGE|\bPIC\b|"
        r"SURAT MENYURAT|ALAMAT|KOMUNIKASI|NOTICE|CORRESPONDENCE|NOTIFICATION",
    ),
    ("pengalihan", r"PENGALIHAN|PEMINDAHAN HAK|SUB ?KONTRAK|ASSIGNMENT|TRANSFER\b|LARANGAN (?:MENGALIHKAN|PENGALIHAN)"),
    (
        "perubahan",
        r"ADD?END[UA]M|AM[AE]ND[AE]?MEN|PERUBAHAN|KETENTUAN TAMBAHAN|AMENDMENT|MODIFICATION|REVISI|VARIATION|TAMBAHAN",
    ),
    ("publikasi", r"PUBLIKASI|PUBLICATION|PUBLICITY|PROMOSI|PENGGUNAAN (?:LOGO|NAMA)|LOGO|SOSIALISASI"),
    ("hak-kewajiban", r"\bHAK\b|KEWAJIBAN|\bHAK HAK\b|RIGHTS?|OBLIGATIONS?|FASILITAS"),
    (
        "tugas-tanggung-jawab",
        r"TUGAS (?!PEKERJAAN)|^TUGAS$|TANGGUNG ?JAWAB|WEWENANG|KEWENANGAN|PERAN(?:AN)?\b|RESPONSIBILIT|ROLES?\b|DUTIES",
    ),
    ("definisi", r"DEFINISI|PENGERTIAN|ISTILAH|KETENTUAN UMUM|DEFINITION|INTERPRETA|PENAFSIRAN|GENERAL PROVISION"),
    ("maksud-tujuan", r"MAKSUD|TUJUAN|PURPOSE|OBJECTIVES?|AIMS?\b|SASARAN|GOALS?"),
    ("ruang-lingkup", r"LINGKUP|SCOPE|AREAS?\b|BIDANG KERJA|CAKUPAN|FIELDS? OF"),
    (
        "objek",
        r"OB[JY]EK|PRODUK|TUGAS PEKERJAAN|SPESIFIKASI|NAMA (?:DAN )?PROGRAM|JENIS (?:PEKERJAAN|BARANG)|OBJECT\b|"
        r"LOKASI|LETAK",
    ),
    ("dasar", r"^DASAR|LANDASAN|LEGAL BASIS"),
    (
        "lain-lain",
        r"LAIN ?LAIN|KETENTUAN LAIN|HAL HAL LAIN|MISCELLANEOUS|OTHER PROVISIONS|ATURAN PERALIHAN|KETENTUAN PERALIHAN",
    ),
    ("penutup", r"PENUTUP|CLOSING|FINAL PROVISION|COUNTERPARTS|HAK HUKUM"),
    ("pernyataan-jaminan", r"PERNYATAAN|JAMINAN|WARRANT|REPRESENTATION|GARANSI"),
    (
        "pelaksanaan",
        r"PELAKSANA|MEKANISME|TATA CARA|PROSEDUR|PENYELENGGARA|REALISASI|IMPLEMENT|BENTUK (?:KEGIATAN|PELAKSANAAN)|"
        r"TEKNIS|OPERASIONAL",
    ),
    (
        "pelaksanaan",
        r"KEMAJUAN|PENUGASAN|ORGANISASI|PERSONALIA|PEMESANAN|PENYERAHAN|SERAH TERIMA|SELEKSI|PENERIMAAN|PEKERJAAN$|"
        r"PERENCANAAN|PENANGGUNG JAWAB|KETERLIBATAN|TEMPAT|KOORDINASI|TIM\b|KELOMPOK KERJA|JADWAL",
    ),
)
# A part of a heading that only says what the other part is about.
WEAK_KINDS = frozenset({"pelaksanaan", "objek", "pernyataan-jaminan"})

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
    rf"(?<!BELUM )(?<!TIDAK )(?<!TELAH )(?<!SEBAGAIMANA )(?:(?<!YANG ){_MADE}|"
    rf"DIATUR LEBIH LANJUT)(?: \w+){{0,6}} (?:DALAM|DENGAN|MELALUI|"
    rf"BERUPA|PADA|KE)(?: (?:MEMBUAT|MENYUSUN|MENERBITKAN|BENTUK|SUATU|SEBUAH|BERBAGAI|BEBERAPA|NASKAH|SURAT|"
    rf"DOKUMEN)){{0,3}} {_COOPERATION}\b(?! INI| TAMBAHAN| KERJA ?SAMA INI| KREDIT| AM[AE]ND| ADD?EN)"
)

_TERM_END = (
    r"DIAKHIRI|MENGAKHIRI|PENGAKHIRAN|PENGHENTIAN (?:PERJANJIAN|KERJA)|"
    r"MENGHENTIKAN (?:PERJANJIAN|KERJA ?SAMA)|DIHENTIKAN (?:KONTRAK|PERJANJIAN|SEWA)\w*|"
    r"BATAL DENGAN SENDIRINYA|BERAKHIR (?:APABILA|DENGAN SENDIRINYA|ATAU BATAL|JIKA|BILA|KARENA)|DIBATALKAN|"
    r"PEMBATALAN|PEMUTUSAN|MEMUTUS|DIPUTUS|TERMINAT|TIDAK BERLAKU LAGI"
)

# What an ayat or a sentence is about, whatever the heading says.
SENTENCES: dict[str, re.Pattern[str]] = {
    "perpanjangan": re.compile(r"(?<!TIDAK )(?:DI|MEM)?PERPANJANG|DIPERBA(?:HA)?RUI|RENEWED|EXTENDED"),
    "pengakhiran": re.compile(_TERM_END),
    "tindak-lanjut": re.compile(_FURTHER),
    "pemantauan-evaluasi": re.compile(
        r"DIEVALUASI|(?:MELAKUKAN|MENGADAKAN|MELAKSANAKAN|DILAKUKAN|DIADAKAN|DILAKSANAKAN)(?: \w+){0,4} (?:EVALUASI|"
        r"MONITORING|PEMANTAUAN)|(?:EVALUASI|MONITORING|PEMANTAUAN)(?: \w+){0,8} (?:DILAKUKAN|DILAKSANAKAN|DIADAKAN)|"
        r"MENGEVALUASI"
    ),
    "pelaporan": re.compile(
        r"(?:MENYAMPAIKAN|MEMBUAT|MENYUSUN|MENYERAHKAN|MEMBERIKAN|DISAMPAIKAN|MELAKUKAN)(?: \w+){0,3} (?:LAPORAN|"
        r"PELAPORAN)|MELAPORKAN|DILAPORKAN"
    ),
    "perubahan": re.compile(
        r"ADD?END[UA]M|AM[AE]ND[AE]?MEN|PERJANJIAN TAMBAHAN|(?:SETIAP |"
        r"SEGALA )?PERUBAHAN(?: PERUBAHAN)?(?: \w+){0,14} (?:HANYA|DAPAT|AKAN|HARUS|WAJIB|DIATUR)|DAPAT DIUBAH|"
        r"AMENDED|AMENDMENT"
    ),
    "penutup": re.compile(r"RANGKAP|RANGKA \d|EKSEMPLAR|BERM[AE]TERAI|M[AE]TERAI (?:CUKUP|SECUKUPNYA)|ORIGINAL COPIES"),
    "penyelesaian-perselisihan": re.compile(
        r"(?:SELISIH\w*|SENGKETA|PERBEDAAN (?:PENDAPAT|PENAFSIRAN))(?: \w+){0,40} (?:MUSYAWARAH|DISELESAIKAN|"
        r"PENGADILAN|ARBITRASE|MUFAKAT)|DISPUTE"
    ),
    "pengalihan": re.compile(
        r"(?:MENGALIHKAN|DIALIHKAN|PENGALIHAN|DIPINDAHTANGANKAN|MEMINDAHTANGANKAN|"
        r"DIPINDAHKAN)(?: \w+){0,12} (?:PIHAK|ORANG) (?:LAIN|KETIGA|MANAPUN)|(?:DISEWAKAN|"
        r"MENYEWAKAN)(?: \w+){0,3} (?:KEMBALI|PIHAK|ORANG)"
    ),
    "kerahasiaan": re.compile(
        r"(?:MENJAGA|MERAHASIAKAN|WAJIB|SEPAKAT|BERSIFAT)(?: \w+){0,6} (?:KERAHASIAAN|RAHASIA)|MERAHASIAKAN|"
        r"CONFIDENTIAL"
    ),
    "korespondensi": re.compile(
        r"PEJABAT PENGHUBUNG|NARA ?HUBUNG|CONTACT PERSON|PERSON IN CHARGE|(?:PEMBERITAHUAN|SURAT MENYURAT|"
        r"KORESPONDENSI)(?: \w+){0,16} (?:DIALAMATKAN|ALAMAT|DITUJUKAN|DISAMPAIKAN)"
    ),
    "pembiayaan": re.compile(
        r"(?:BIAYA|PEMBIAYAAN|PENDANAAN|ANGGARAN|DANA)(?: \w+){0,16} (?:DITANGGUNG|DIBEBANKAN|BEBAN|BERSUMBER|"
        r"TANGGUNG ?JAWAB|DIANGGARKAN|BERASAL DARI)|DIBIAYAI (?:DARI|OLEH)"
    ),
    "harga-pembayaran": re.compile(
        r"DIBAYAR(?:KAN)? OLEH|MEMBAYAR|PEMBAYARAN (?:DILAKUKAN|SEBAGAIMANA|DILAKSANAKAN|TAHAP)|"
        r"BESAR(?:NYA)? (?:BIAYA|HARGA|NILAI)|"
        r"\b(?:HARGA|BIAYA)(?: \w+){0,12} (?:SEBESAR|ADALAH) RP\b"
    ),
    "jangka-waktu": re.compile(
        r"(?:BERLAKU|JANGKA WAKTU|MASA BERLAKU)(?: \w+){0,12} (?:\d+|SATU|DUA|TIGA|EMPAT|LIMA|ENAM|"
        r"SEPULUH)(?: \w+){0,2} (?:TAHUN|BULAN)\b"
    ),
    "lain-lain": re.compile(
        r"(?:HAL HAL|SEGALA SESUATU|KETENTUAN(?: KETENTUAN)?)(?: LAIN)?(?: YANG)? (?:BELUM|TIDAK|"
        r"LAIN)(?: \w+){0,14} (?:DIATUR|DITENTUKAN|DITETAPKAN|DIBICARAKAN)"
    ),
    "sanksi": re.compile(r"DENDA|DIKENAKAN SANKSI|DIKENAI SANKSI|SANKSI BERUPA|WANPRESTASI"),
    "keadaan-kahar": re.compile(r"FORCE MAJ|KEADAAN (?:KAHAR|MEMAKSA)|BENCANA ALAM|PERISTIWA DI LUAR"),
    "kekayaan-intelektual": re.compile(r"KEKAYAAN INTELEKTUAL|HAK CIPTA|PATEN\b"),
    "gratifikasi": re.compile(r"GRATIFIKASI|MEMBERIKAN (?:HADIAH|SUAP)"),
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

# How a text without a heading begins or what it must hold to be of a kind, in the order of trial.
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
        r"(?:PEMUTUSAN|MEMUTUSKAN|PENGAKHIRAN|MENGAKHIRI|BERAKHIRNYA|BERHENTI|"
        r"MENGUNDURKAN DIRI)(?: \w+){0,4} (?:PERJANJIAN|KONTRAK|KERJA|SEBELUM)",
    ),
    (
        "jangka-waktu",
        r"(?:JANGKA WAKTU|MASA BERLAKU|BERLAKU (?:SELAMA|SEJAK|UNTUK|MULAI|SAMPAI)|TERHITUNG SEJAK|VALID FOR|"
        r"ENTER INTO FORCE)",
    ),
    ("harga-pembayaran", r"HONORARIUM|PEMBAYARAN|DIBAYAR|HARGA|UPAH|GAJI|\bRP \d"),
    ("pembiayaan", r"BIAYA|PEMBIAYAAN|ANGGARAN|COSTS?\b|EXPENSES"),
    ("perubahan", r"ADD?ENDUM|AM[AE]ND[AE]?MEN|PERUBAHAN|PERJANJIAN TAMBAHAN"),
    ("penutup", r"RANGKAP|KEKUATAN HUKUM"),
    ("tindak-lanjut", r"PERJANJIAN (?:KERJA ?SAMA )?TERSENDIRI|DITINDAKLANJUTI"),
    ("hak-kewajiban", r"\bBERHAK|BERKEWAJIBAN|KEWAJIBAN|\bHAK\b"),
    ("tugas-tanggung-jawab", r"BERTANGGUNG ?JAWAB|BERTUGAS|\bTUGAS"),
    ("pelaporan", r"LAPORAN|MELAPORKAN"),
    ("pelaksanaan", r"MELAKSANAKAN|PELAKSANAAN|DILAKSANAKAN|MENYELESAIKAN"),
    ("objek", r"MEMBERIKAN PEKERJAAN|MENERIMA PEKERJAAN|MENYEWAKAN|MENYEWA"),
)
