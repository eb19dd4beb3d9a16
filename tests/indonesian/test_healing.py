from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kerjasama_check.indonesian.healing import heal, heal_word
from kerjasama_check.indonesian.healing_words import HEADING_WORDS, KNOWN_WORDS

CLEAN = """
Pada hari ini, Selasa tanggal dua puluh tiga bulan November tahun dua ribu dua puluh satu, bertempat di Jambi.
Kami yang bertanda tangan di bawah ini mewakili lembaga masing-masing dengan itikad baik.
PIHAK KESATU dan PIHAK KEDUA secara bersama-sama selanjutnya disebut PARA PIHAK.
Bahwa PIHAK KESATU adalah unit pelaksana teknis di bidang keimigrasian.
PARA PIHAK sepakat mengikatkan diri dalam Perjanjian Kerja Sama ini dengan ketentuan sebagai berikut.
Pasal 1
Pasal I
PASAL II
Pasal V
MAKSUD DAN TUJUAN
RUANG LINGKUP
(1) Ruang lingkup kerja sama ini meliputi pendidikan, penelitian, dan pengabdian kepada masyarakat.
(2) Ketentuan sebagaimana dimaksud pada ayat (1) berlaku juga untuk peserta magang.
a. menyediakan ruang belajar beserta perabotnya;
b. mengirimkan jadwal kunjungan paling lambat 7 (tujuh) hari kerja sebelumnya;
Biaya pelaksanaan dibebankan kepada anggaran masing-masing pihak sesuai kemampuan.
Pembayaran dilakukan melalui rekening Bank Contoh nomor 0123-01-004567-50-8.
Jumlah seluruhnya Rp150.000.000,00 (seratus lima puluh juta rupiah) termasuk pajak.
Nomor W.5.IMI.IMI.1-HM.05.02-1473
Nomor: 12/UN99.I/KS/2021
NOMOR : B-101/K.III/PKS/IX/2020
Surat-menyurat dikirim ke kerjasama@contoh.ac.id atau hukum.perjanjian@contoh.go.id.
Laman resmi: https://www.contoh.go.id/pasal/l/kerja_sama
Jalan Melati III Nomor 11, RT 01/RW 10, Kelurahan Sukamaju, Kota Jambi 36122
Telepon (0741) 555010, Faksimile (0741) 555011
Dr. Lukman Hakim Tjahjadi, S.H., M.Hum.
Prof. Ir. Jujuk Lilik Sudjatmiko, M.Sc., Ph.D.
NIP 19700101 199503 1 001
Bapak Tjokro Widjaja selaku Direktur PT Lintas Jaya Llyod Tbk.
Universitas Contoh Nusantara, Fakultas Ilmu Sosial dan Ilmu Politik
UPT Balai Latihan Kerja, BKKBN, BPJS, KTP, NPWP, dan TNI
Perjanjian ini dibuat dalam rangkap 2 (dua) asli, bermeterai cukup, dan mempunyai kekuatan hukum yang sama.
Keadaan kahar meliputi bencana alam, banjir, gempa bumi, kebakaran, perang, huru-hara, dan pemogokan.
Perselisihan diselesaikan secara musyawarah untuk mufakat.
Hal-hal yang belum cukup diatur akan dituangkan dalam adendum.
Lampu ruangan dinyalakan setiap malam oleh penjaga.
Setiap jenjang pendidikan memiliki kurikulum tersendiri.
Jaringan dan laminan bambu disimpan di gudang belakang.
Tari dan hujan bukan halangan bagi para peserta didik.
Anggota keluarga turut hadir beserta kerabat dan sahabat.
Samudera Pasai adalah kerajaan di ujung utara Pulau Sumatra.
Kami berterima kasih kepada Bapak Sarna dan Ibu Narna.
Mas'ud, A'am, dan Nu'man hadir pada hari Jum'at.
KONTRAK SWA KELOLA
Naskah ini ditanda tangani dan ditindak lanjuti bersama.
PIHAK KEDUA bertanggungjawab atas kerjasama ini.
Tri Dharma Perguruan Tinggi, Merdeka Belajar-Kampus Merdeka
Para Pihak dapat menunjuk wakil yang sah.
Jenis tanaman yang dibudidayakan adalah jahe, kunyit, dan lada.
Kendaraan dinas tidak boleh dipinjamkan kepada siapa pun.
The Parties agree to cooperate in research, education and community service.
This Memorandum of Understanding shall be effective for five (5) years.
Bila terjadi kelalaian, kerugian ditanggung oleh pihak yang lalai.
Penggunaan logo harus mendapat persetujuan tertulis lebih dahulu.
Tempat dan waktu pelatihan ditetapkan kemudian oleh panitia.
Hak kekayaan intelektual yang timbul menjadi milik bersama.
BAB I
BAB IV
KETENTUAN UMUM
LAMPIRAN I
Surat Keputusan Menteri Nomor 5 Tahun 2019 tentang Organisasi
Mengingat : 1. Undang-Undang Nomor 6 Tahun 2011 tentang Keimigrasian
""".strip().splitlines()


@pytest.mark.parametrize("line", CLEAN)
def test_clean_text_stays_as_it_is(line: str) -> None:
    assert heal(line) == line


def test_clean_lines_stay_as_they_are_together() -> None:
    text = "\n".join(CLEAN)
    assert heal(text) == text


@pytest.mark.parametrize(
    ("damaged", "healed"),
    [
        ("PER.JANJIAN KER.JA SAMA", "PERJANJIAN KERJA SAMA"),
        ("Pasa1 5", "Pasal 5"),
        ("Pasai 2", "Pasal 2"),
        ("Pasall", "Pasal 1"),
        ("Pasall2", "Pasal 12"),
        ("PASAI, 3", "PASAL 3"),
        ("PASAI,", "PASAL"),
        ("Pasal5", "Pasal 5"),
        ("P A S A L 3", "PASAL 3"),
        ("Pasal l", "Pasal 1"),
        ("Pasal I0", "Pasal 10"),
        ("Pasal 1O", "Pasal 10"),
        ("Pasal Il", "Pasal II"),
        ("Pasal lV", "Pasal IV"),
        ("ayat (I)", "ayat (1)"),
        ("ayat (l)", "ayat (1)"),
        ("ayat(2)", "ayat (2)"),
        ("(l) Peserta wajib hadir", "(1) Peserta wajib hadir"),
        ("BABI", "BAB I"),
        ("BAB Il", "BAB II"),
        ("BAB lV", "BAB IV"),
        ("PIHAK KEDTJA", "PIHAK KEDUA"),
        ("PTHAK KEDUA", "PIHAK KEDUA"),
        ("PIIIAK KESATIJ", "PIHAK KESATU"),
        ("PARA PffiAK", "PARA PIHAK"),
        ("PARAPIHAK", "PARA PIHAK"),
        ("PI HAK KEDU A", "PIHAK KEDUA"),
        ("MAKSUI} DAN TUIUAN", "MAKSUD DAN TUJUAN"),
        ("RUANG LINGKTIP", "RUANG LINGKUP"),
        ("JANGKA WAKTIJ", "JANGKA WAKTU"),
        ("UNTVERSITAS", "UNIVERSITAS"),
        ("UNIYERSITAS", "UNIVERSITAS"),
        ("T]NIVERSITAS BENGKTILU", "UNIVERSITAS BENGKULU"),
        ("FAKT'LTAS", "FAKULTAS"),
        ("P E N U T U P", "PENUTUP"),
        ("R U A N G L I N G K U P", "RUANG LINGKUP"),
        ("NOTA KESEPAHAIVIAN", "NOTA KESEPAHAMAN"),
        ("PENYELESAIAN PERSELISIIIAN", "PENYELESAIAN PERSELISIHAN"),
        ("KERIA SAMA", "KERJA SAMA"),
        ("dalarn berternpat", "dalam bertempat"),
        ("rnelaksanakan kegtatan,", "melaksanakan kegiatan,"),
        ("dısebut", "disebut"),
        ("perj anjian", "perjanjian"),
    ],
)
def test_slips_in_known_words_are_undone(damaged: str, healed: str) -> None:
    assert heal(damaged) == healed


@pytest.mark.parametrize(
    "word", ["perjanjan", "Perganjian", "dinyalakan", "jenjang", "JENJANG", "Tjahjadi", "2021", "", "ab1"]
)
def test_unclear_words_stay(word: str) -> None:
    assert heal_word(word) == word


@pytest.mark.parametrize(
    ("word", "healed"), [("Plhak", "Pihak"), ("PLHAK", "PIHAK"), ("plhak", "pihak"), ("plHAK", "PIHAK")]
)
def test_case_is_kept(word: str, healed: str) -> None:
    assert heal_word(word) == healed


def test_known_words_stay_in_every_case() -> None:
    assert HEADING_WORDS <= KNOWN_WORDS
    for word in KNOWN_WORDS:
        assert [heal(form) for form in (word, word.upper(), word.title())] == [word, word.upper(), word.title()]


def test_white_space_is_kept() -> None:
    assert heal("  Pasa1 5\n\n\tPTHAK  KEDUA \n") == "  Pasal 5\n\n\tPIHAK  KEDUA \n"


_SLIPS = st.sampled_from([("l", "1"), ("i", "l"), ("U", "TJ"), ("m", "rn"), ("H", "ff"), ("e", "c"), ("a", "a ")])


@given(
    st.lists(st.tuples(st.sampled_from(CLEAN), _SLIPS), max_size=3)
    | st.text(max_size=200).map(lambda t: [(t, ("a", "a"))])
)
def test_healing_twice_changes_nothing_more(parts: list[tuple[str, tuple[str, str]]]) -> None:
    healed = heal("\n".join(line.replace(*slip) for line, slip in parts))
    assert heal(healed) == healed


@pytest.mark.parametrize(
    ("damaged", "healed"),
    [
        ("dalam pasai 3 dan pasal 4", "dalam pasal 3 dan pasal 4"),
        ("Pasal  5", "Pasal  5"),
        ("Pasal, 5 orang", "Pasal, 5 orang"),
        ("Pasal L", "Pasal L"),
        ("Pasal S", "Pasal 5"),
        ("Pasal VlI", "Pasal VII"),
        ("PASAI I", "PASAL I"),
        ("Pasal O", "Pasal O"),
    ],
)
def test_references_keep_what_is_right(damaged: str, healed: str) -> None:
    assert heal(damaged) == healed
