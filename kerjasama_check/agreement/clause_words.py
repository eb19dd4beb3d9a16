"""Words of headings by which the kind of an article is told, as lists of phrases over folded text (see phrases.py).

HEADINGS is tried in its order on each part of a heading that is joined by "dan", a comma or a stroke; the first list
with a hit gives the kind of that part.
"""

from __future__ import annotations

import re

from kerjasama_check.agreement.phrases import Phrases

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
        "DEFINISI PENGERTIAN ISTILAH TINDAK LANJUT "
        # Real words that are a slip away from one above.
        "PENDAPATAN PENERIMAAN PELAYANAN PERTANYAAN PENDIDIKAN PENELITIAN KETENAGAAN PERALATAN PERJANJIAN PENYERAHAN "
        "PENGGUNAAN PERBAIKAN PERUSAHAAN PENGALAMAN PERIKANAN PERTANIAN PERAMBAHAN PENAMBAHAN",
    )
)

# Kinds that a heading names as a whole, though it holds a conjunction or a word of another kind.
WHOLE_HEADINGS: tuple[tuple[str, Phrases], ...] = (
    ("objek", Phrases("^TUGAS PEKERJAAN$")),
    ("pengalihan", Phrases("PENGALIHAN (HAK|KEWAJIBAN)*|ASSIGNMENT OF (RIGHTS|OBLIGATIONS)")),
    (
        "kekayaan-intelektual",
        Phrases(
            "HAK (ATAS )?(KEKAYAAN|MILIK) INTELEKTUAL*|INTELLECTUAL PROPERTY*|KEKAYAAN INTELEKTUAL*|^(HAK )?(CIPTA|"
            "PATEN|KEPEMILIKAN( HASIL| DATA| KARYA)?|H ?A?KI)$"
        ),
    ),
    (
        "pelindungan-data-pribadi",
        Phrases("P(ER)?LINDUNGAN DATA*|DATA PRIBADI*|DATA PROTECTION*|PERSONAL DATA*"),
    ),
    (
        "lainnya",
        Phrases(
            "^(BEA )?M(A|E)TERAI DAN PAJAK$|^PAJAK( DAN BEA M(A|E)TERAI)?$|^BEA M(A|E)TERAI|"
            "(PEM)?BATASAN TANGGUNG JAWAB*|(PEMBEBASAN|PELEPASAN) TANGGUNG JAWAB*|LIMITATION OF LIABILITY|"
            "NO LEGAL (OBLIGATION|EFFECT)*|NON BINDING*"
        ),
    ),
    (
        "pernyataan-jaminan",
        Phrases("PERNYATAAN DAN JAMINAN*|REPRESENTATIONS? AND WARRANT*"),
    ),
    (
        "penyelesaian-perselisihan",
        Phrases("PILIHAN (HUKUM|DOMISILI)*|DOMISILI*|TEMPAT KEDUDUKAN HUKUM*|GOVERNING LAW AND*"),
    ),
    (
        "keadaan-kahar",
        Phrases(
            "KAHAR*|MEMAKSA*|MAJE?URE?*|FORCE MAJ*|FORSE*|FORGE*|OVERMACHT*|LUAR KEMAMPUAN*|KEADAAN (LUAR BIASA|"
            "DARURAT)*"
        ),
    ),
    (
        "hak-kewajiban",
        Phrases("HAK (SERTA |DAN |ATAU )?(KEWAJIBAN|TANGGUNG JAWAB)*|KEWAJIBAN (DAN|SERTA) HAK*"),
    ),
    (
        "tindak-lanjut",
        Phrases(
            "^RENCANA (KERJA|AKSI|TINDAK|KEGIATAN|PELAKSANAAN)*|KERANGKA ACUAN*|TINDAK ?LANJUT*|"
            "PERJANJIAN PELAKSANAAN$|PETUNJUK (TEKNIS|PELAKSANAAN)*|ACTION PLAN*|WORK ?PLAN*|FOLLOW UP*"
        ),
    ),
)

HEADINGS: tuple[tuple[str, Phrases], ...] = (
    (
        "maksud-tujuan",
        Phrases("^(MAKSUD|TUJUAN|PURPOSES?|OBJECTIVES?)"),
    ),
    (
        "gratifikasi",
        Phrases(
            "GRATIFIKASI*|CORRUPT*|ANTI ?(KORUPSI|SUAP|PENYUAPAN)*|PENYUAPAN*|PAKTA INTEGRITAS*|ANTI (BRIBERY|"
            "CORRUPTION)*"
        ),
    ),
    (
        "kerahasiaan",
        Phrases("(KE)?RAHASIA*|CONFIDENTIAL*|NON DISCLOSURE*|KEAMANAN (DATA|INFORMASI)*"),
    ),
    (
        "pelindungan-data-pribadi",
        Phrases("P(ER)?LINDUNGAN DATA*|DATA PRIBADI*|DATA PROTECTION*|PRIVACY*"),
    ),
    (
        "kekayaan-intelektual",
        Phrases("KEKAYAAN INTELEKTUAL*|HAK CIPTA*|H ?A?KI|INTELLECTUAL*|KEPEMILIKAN*"),
    ),
    (
        "keadaan-kahar",
        Phrases("KAHAR*|MEMAKSA*|FORCE MAJ*|MAJE?URE?*"),
    ),
    (
        "perpanjangan",
        Phrases("PERPANJANG*|PEMBA(HA)?RUAN*|RENEWAL*|EXTENSION*"),
    ),
    (
        "pengakhiran",
        Phrases(
            "PENGAKHIRAN*|PEMUTUSAN*|PEMBATALAN*|BERAKHIR*|PUTUSNYA*|PENGHENTIAN*|TERMINAT*|"
            "KEADAAN YANG MENGAKHIRI*|BATAL*"
        ),
    ),
    (
        "penyelesaian-perselisihan",
        Phrases(
            "(PER)?SELISIH*|(PER)?SENGKETA*|PERBEDAAN (PENDAPAT|PENAFSIRAN)*|DISPUTE*|SETTLEMENT*|ARBITRA*|"
            "PENYELESAIAN (MASALAH|PERBEDAAN)*|^PENYELESAIAN$|MUSYAWARAH*|PILIHAN HUKUM*|DOMISILI*|"
            "PENYELESAIAN PERMASALAHAN*"
        ),
    ),
    (
        "jangka-waktu",
        Phrases(
            "JANGKA ?WAKTU*|MASA (BERLAKU|KONTRAK|PERJANJIAN|KERJA|SEWA)*|WAKTU (PELAKSANAAN|PERJANJIAN|KERJA|"
            "BERLAKU|PENYELESAIAN)*|^WAKTU$|^LAMA (PERJANJIAN|KONTRAK|KERJA|SEWA)*|PEMBERLAKUAN*|MULAI BERLAKU*|"
            "BERLAKUNYA*|DURATION*|^TERM$|^TERM OF*|PERIOD|ENTRY INTO*|EFFECTIVE*"
        ),
    ),
    (
        "sanksi",
        Phrases(
            "SANKSI*|DENDA*|WANPRESTASI*|CIDERA JANJI*|CEDERA JANJI*|PENALT*|PELANGGARAN*|INGKAR JANJI*|DEFAULT*|"
            "GANTI (RUGI|KERUGIAN)*|LIABILIT*"
        ),
    ),
    (
        "harga-pembayaran",
        Phrases(
            "PEMBAYARAN*|HARGA*|BAGI HASIL*|TARIF*|UANG MUKA*|ANGSURAN*|NILAI (KONTRAK|PERJANJIAN|PEKERJAAN|SEWA)*|"
            "IMBAL ?(JASA|HASIL)*|HONOR*|PREMI|PELUNASAN*|PAYMENT*|PRICE*|UPAH*|GAJI*|KOMISI*|FEE|BIAYA (SEWA|"
            "LAYANAN|JASA|LANGGANAN|PENDIDIKAN)*|DISKON*|SALES TARGET*"
        ),
    ),
    (
        "pembiayaan",
        Phrases("PEMBI?AYAAN*|BIAYA*|PENDANAAN*|DANA|KEUANGAN*|ANGGARAN*|FINANC*|FUNDING*|COSTS?|EXPENSES*|BUDGET*"),
    ),
    (
        "pelaporan",
        Phrases("(PE)?LAPORAN*|REPORT*"),
    ),
    (
        "pemantauan-evaluasi",
        Phrases(
            "MONITORING*|EVALUASI*|PEMANTAUAN*|MONEV*|PENGAWASAN*|PENGENDALIAN*|SUPERVISI*|EVALUATION*|REVIEW*|"
            "PEMERIKSAAN*"
        ),
    ),
    (
        "korespondensi",
        Phrases(
            "KORESPONDENSI*|PEMBERITAHUAN*|NARA ?HUBUNG*|PENGHUBUNG*|KONTAK*|CONTACT*|PERSON IN CHARGE*|LIAISON*|"
            "FOCAL POINT*|PIC|"
            "SURAT MENYURAT*|ALAMAT*|KOMUNIKASI*|NOTICE*|CORRESPONDENCE*|NOTIFICATION*"
        ),
    ),
    (
        "pengalihan",
        Phrases("PENGALIHAN*|PEMINDAHAN HAK*|SUB ?KONTRAK*|ASSIGNMENT*|TRANSFER|LARANGAN (MENGALIHKAN|PENGALIHAN)*"),
    ),
    (
        "perubahan",
        Phrases(
            "ADD?END(U|A)M*|AM(A|E)ND(A|E)?MEN*|PERUBAHAN*|KETENTUAN TAMBAHAN*|AMENDMENT*|MODIFICATION*|REVISI*|"
            "VARIATION*|TAMBAHAN*"
        ),
    ),
    (
        "publikasi",
        Phrases("PUBLIKASI*|PUBLICATION*|PUBLICITY*|PROMOSI*|PENGGUNAAN (LOGO|NAMA)*|LOGO*|SOSIALISASI*"),
    ),
    ("penutup", Phrases("HAK HUKUM*")),
    (
        "hak-kewajiban",
        Phrases("HAK|KEWAJIBAN*|HAK HAK|RIGHTS?*|OBLIGATIONS?*|FASILITAS*"),
    ),
    (
        "tugas-tanggung-jawab",
        Phrases("TUGAS|^TUGAS$|TANGGUNG ?JAWAB*|WEWENANG*|KEWENANGAN*|PERAN(AN)?|RESPONSIBILIT*|ROLES?|DUTIES*"),
    ),
    (
        "definisi",
        Phrases("DEFINISI*|PENGERTIAN*|ISTILAH*|KETENTUAN UMUM*|DEFINITION*|INTERPRETA*|PENAFSIRAN*"),
    ),
    (
        "maksud-tujuan",
        Phrases("MAKSUD*|TUJUAN*|PURPOSE*|OBJECTIVES?*|AIMS?|SASARAN*|GOALS?*"),
    ),
    (
        "ruang-lingkup",
        Phrases("LINGKUP*|SCOPE*|AREAS?|BIDANG KERJA*|CAKUPAN*|FIELDS? OF*"),
    ),
    (
        "objek",
        Phrases(
            "^OB(J|Y)EK*|PRODUK*|TUGAS PEKERJAAN*|SPESIFIKASI*|NAMA (DAN )?PROGRAM*|JENIS (PEKERJAAN|BARANG)*|"
            "OBJECT|LOKASI*|LETAK*"
        ),
    ),
    (
        "dasar",
        Phrases("^DASAR*|LANDASAN*|LEGAL BASIS*"),
    ),
    (
        "lain-lain",
        Phrases(
            "LAIN ?LAIN*|KETENTUAN LAIN*|HAL HAL LAIN*|MISCELLANEOUS*|GENERAL PROVISION*|^GENERAL$|GENERAL CONDITIONS|"
            "OTHER PROVISIONS*|ATURAN PERALIHAN*|"
            "KETENTUAN PERALIHAN*"
        ),
    ),
    (
        "penutup",
        Phrases("PENUTUP*|CLOSING*|FINAL PROVISION*|COUNTERPARTS*|^COPIES$|^SIGNATURES?$|^PENANDATANGANAN$"),
    ),
    (
        "pernyataan-jaminan",
        Phrases("PERNYATAAN*|JAMINAN*|WARRANT*|REPRESENTATION*|GARANSI*"),
    ),
    (
        "pelaksanaan",
        Phrases(
            "PELAKSANA*|MEKANISME*|TATA CARA*|PROSEDUR*|PENYELENGGARA*|REALISASI*|IMPLEMENT*|BENTUK (KEGIATAN|"
            "PELAKSANAAN)*|TEKNIS*|OPERASIONAL*|KEMAJUAN*|PENUGASAN*|ORGANISASI*|PERSONALIA*|PEMESANAN*|"
            "PENYERAHAN*|SERAH TERIMA*|SELEKSI*|PENERIMAAN*|PEKERJAAN$|PERENCANAAN*|PENANGGUNG JAWAB*|"
            "KETERLIBATAN*|TEMPAT*|KOORDINASI*|COORDINATION*|TIM|KELOMPOK KERJA*|JADWAL*"
        ),
    ),
)
