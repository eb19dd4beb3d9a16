"""Who owes what: sentences, lists and whole agreements with invented parties."""

from __future__ import annotations

import dataclasses

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from kerjasama_check.agreement import parse, with_analyses
from kerjasama_check.agreement.model import Agreement, Obligation
from kerjasama_check.agreement.obligation_parties import PartyNames
from kerjasama_check.agreement.obligation_words import PARTY, sentence_of
from kerjasama_check.agreement.obligations import find_obligations
from kerjasama_check.indonesian.closeness import in_small
from kerjasama_check.reading import read_bytes

SHORT = {"1": ("PIHAK KESATU",), "2": ("PIHAK KEDUA",), "A": ("PIHAK KESATU", "PIHAK KEDUA")}
KINDS = {"k": "kewajiban", "h": "hak", "w": "wewenang", "l": "larangan"}
HEAD = """PERJANJIAN KERJA SAMA
ANTARA
POLITEKNIK NEGERI SUKAMAJU
DENGAN
PT CAHAYA MANDALA USAHA
TENTANG
PENYELENGGARAAN PELATIHAN KERJA
NOMOR: 12/PNS/2026

Pada hari ini, Senin, tanggal dua, bulan Februari, tahun dua ribu dua puluh enam (02-02-2026), bertempat di Sukamaju, \
yang bertanda tangan di bawah ini:

1. RATNA KUSUMAWATI, Direktur Politeknik Negeri Sukamaju, dalam hal ini bertindak untuk dan atas nama Politeknik \
Negeri Sukamaju, selanjutnya disebut {first}; dan

2. BAGUS WIRATAMA, Direktur Utama PT Cahaya Mandala Usaha, dalam hal ini bertindak untuk dan atas nama PT Cahaya \
Mandala Usaha, selanjutnya disebut {second}.

{first} dan {second} secara bersama-sama disebut PARA PIHAK dan masing-masing disebut PIHAK.

Pasal 1
MAKSUD DAN TUJUAN
Perjanjian Kerja Sama ini dimaksudkan sebagai pedoman bagi PARA PIHAK untuk melaksanakan pelatihan kerja.

"""


TAIL = """

Pasal 9
PENUTUP
Perjanjian Kerja Sama ini dibuat dalam rangkap 2 (dua) asli dan mempunyai kekuatan hukum yang sama.

Demikian Perjanjian Kerja Sama ini dibuat dan ditandatangani pada hari dan tanggal tersebut di atas.

{first},

RATNA KUSUMAWATI

{second},

BAGUS WIRATAMA
"""


def agreement(body: str, first: str = "PIHAK KESATU", second: str = "PIHAK KEDUA") -> Agreement:
    text = HEAD + body + TAIL
    return parse(read_bytes("draf.txt", text.replace("{first}", first).replace("{second}", second).encode()))


def rows(body: str, **labels: str) -> tuple[Obligation, ...]:
    return find_obligations(agreement(body, **labels))


def brief(found: tuple[Obligation, ...], labels: tuple[str, str] = ("PIHAK KESATU", "PIHAK KEDUA")) -> str:
    """ "1k 2h": bearer and modality of every row."""
    said = []
    for row in found:
        who = "A" if row.parties == labels else str(labels.index(row.parties[0]) + 1)
        said.append(who + next(letter for letter, kind in KINDS.items() if kind == row.modality))
    return " ".join(said)


SENTENCES = [
    ("PIHAK KEDUA wajib menyerahkan laporan akhir kepada PIHAK KESATU.", "2k"),
    ("PIHAK KESATU harus menunjuk koordinator pelatihan.", "1k"),
    ("PIHAK KEDUA berkewajiban untuk merawat peralatan bengkel.", "2k"),
    ("PIHAK KEDUA bertanggung jawab atas keselamatan peserta.", "2k"),
    ("PIHAK KESATU bertanggungjawab penuh terhadap kurikulum pelatihan.", "1k"),
    ("PIHAK KESATU bertugas menyusun jadwal.", "1k"),
    ("PIHAK KEDUA menanggung biaya konsumsi.", "2k"),
    ("PARA PIHAK melakukan evaluasi setiap semester.", "Ak"),
    ("Kedua belah pihak menjaga nama baik masing-masing.", "Ak"),
    ("Masing-masing PIHAK menyiapkan tim pelaksana.", "Ak"),
    ("Salah satu PIHAK dapat mengakhiri Perjanjian Kerja Sama ini.", "Aw"),
    ("Setiap PIHAK berhak meminta peninjauan kembali.", "Ah"),
    ("PIHAK KESATU akan menyediakan aula.", "1k"),
    ("PIHAK KEDUA bersedia memberikan potongan harga.", "2k"),
    ("PIHAK KEDUA menjamin mutu bahan praktik.", "2k"),
    ("PIHAK KESATU berhak memperoleh salinan data peserta dari PIHAK KEDUA.", "1h"),
    ("PIHAK KESATU memperoleh laporan bulanan.", "1h"),
    ("PIHAK KEDUA menerima imbal jasa setiap bulan.", "2h"),
    ("PIHAK KEDUA wajib menerima peserta magang.", "2k"),
    ("PIHAK KESATU berwenang menetapkan kelulusan peserta.", "1w"),
    ("PIHAK KESATU dapat meminta penggantian instruktur.", "1w"),
    ("PIHAK KEDUA dilarang mengalihkan pekerjaan kepada pihak lain.", "2l"),
    ("PIHAK KEDUA tidak boleh memakai logo PIHAK KESATU tanpa izin.", "2l"),
    ("PARA PIHAK tidak dapat mengalihkan hak dan kewajibannya.", "Al"),
    ("Biaya sertifikasi ditanggung oleh PIHAK KEDUA.", "2k"),
    ("Biaya sertifikasi ditanggung PIHAK KEDUA.", "2k"),
    ("Biaya perjalanan dibebankan kepada PIHAK KESATU.", "1k"),
    ("Seluruh biaya yang timbul sebagai akibat pelaksanaan kerja sama ini dibebankan pada anggaran PIHAK KEDUA.", "2k"),
    ("Pemeliharaan gedung menjadi tanggung jawab PIHAK KESATU.", "1k"),
    ("Pajak yang timbul menjadi beban dan tanggung jawab sepenuhnya dari PIHAK KEDUA.", "2k"),
    ("Penyediaan bahan praktik merupakan kewajiban PIHAK KEDUA.", "2k"),
    ("Hasil penelitian merupakan hak PARA PIHAK.", "Ah"),
    ("Seleksi peserta dilaksanakan oleh PIHAK KESATU.", "1k"),
    ("Jadwal disusun dan ditetapkan bersama oleh PARA PIHAK.", "Ak"),
    ("Laporan wajib disampaikan secara tertulis oleh PIHAK KEDUA setiap bulan.", "2k"),
    ("Perjanjian Kerja Sama ini dapat diakhiri oleh salah satu PIHAK.", "Aw"),
    ("Jadwal tidak dapat diubah oleh PIHAK KEDUA.", "2l"),
    ("Perselisihan diselesaikan oleh PARA PIHAK secara musyawarah.", "Ak"),
    ("Hal yang belum diatur akan ditetapkan kemudian oleh PARA PIHAK.", "Ak"),
    ("Biaya pelatih ditanggung PIHAK KESATU, sedangkan biaya bahan ditanggung PIHAK KEDUA.", "1k 2k"),
    ("Biaya pelatih ditanggung oleh PIHAK KESATU, sedangkan biaya bahan oleh PIHAK KEDUA.", "1k 2k"),
    ("Pendaftaran dilakukan oleh PIHAK KESATU, pengujian dilakukan oleh PIHAK KEDUA.", "1k 2k"),
    ("PIHAK KESATU berhak menilai peserta dan wajib melaporkan hasilnya.", "1h 1k"),
    ("PIHAK KESATU menyediakan ruang dan PIHAK KEDUA menyediakan pelatih.", "1k 2k"),
    ("PIHAK KESATU menyediakan ruang, meja, dan memasang jaringan.", "1k"),
    ("Dalam hal PIHAK KEDUA lalai, PIHAK KESATU dapat memutus Perjanjian Kerja Sama ini.", "1w"),
    ("Apabila PIHAK KEDUA terlambat menyerahkan laporan, maka PIHAK KEDUA wajib membayar denda.", "2k"),
    ("Apabila PIHAK KEDUA mengundurkan diri, maka wajib mengembalikan uang muka.", "2k"),
    ("Jika terjadi kerusakan alat, PIHAK yang menyebabkan kerusakan wajib memperbaikinya.", "Ak"),
    ("PIHAK yang mengalami keadaan kahar memberitahukan secara tertulis kepada PIHAK lainnya.", "Ak"),
    ("PIHAK yang akan mengakhiri harus memberitahukan maksudnya.", "Ak"),
    ("Pihak yang dirugikan dapat menuntut ganti rugi.", "Aw"),
    ("PIHAK KESATU dan/atau PIHAK KEDUA dapat membentuk tim bersama.", "Aw"),
    ("PIHAK KESATU bersama-sama dengan PIHAK KEDUA melakukan pemantauan.", "Ak"),
    ("PIHAK KESATU melalui Unit Pelatihan menyusun modul.", "1k"),
    ("Dalam melaksanakan kegiatan, PIHAK KEDUA wajib mematuhi tata tertib.", "2k"),
    ("Dengan memperhatikan ketersediaan anggaran, PIHAK KESATU menyediakan beasiswa.", "1k"),
    ("Secara berkala PARA PIHAK melakukan rapat koordinasi.", "Ak"),
    ("PARA PIHAK, baik sendiri-sendiri maupun bersama-sama, dapat melakukan sosialisasi.", "Aw"),
    ("PARA PIHAK sepakat bahwa PIHAK KEDUA berhak memakai aula.", "2h"),
    ("PT Cahaya Mandala Usaha menyediakan tempat praktik.", "2k"),
    ("Politeknik Negeri Sukamaju wajib mengirim daftar peserta.", "1k"),
    ("PIHAK I menyediakan ruang dan PIHAK II membayar listrik.", "1k 2k"),
    ("Pihak Pertama menyediakan ruang.", "1k"),
    ("PIHAK KEDUA yang menerima data wajib merahasiakannya.", "2k"),
    ("Yang bertanggung jawab memelihara mesin adalah PIHAK KEDUA.", "2k"),
    ("PIHAK KEDUA dikenai denda sebesar satu per seribu dari harga.", "2k"),
    ("Dalam hal terjadi perselisihan akan diselesaikan oleh PARA PIHAK secara musyawarah.", "Ak"),
]

NO_ROWS = [
    "Perjanjian Kerja Sama ini dapat diperpanjang berdasarkan kesepakatan PARA PIHAK.",
    "Perselisihan diselesaikan secara musyawarah untuk mufakat.",
    "Hal yang belum diatur akan diatur dalam adendum yang disepakati oleh PARA PIHAK.",
    "Kegiatan lain yang dilaksanakan oleh PIHAK KEDUA mengikuti rencana kerja.",
    "Peserta wajib hadir di tempat PIHAK KEDUA.",
    "Kepala Unit Pelatihan PIHAK KESATU menandatangani berita acara.",
    "Pegawai PIHAK KEDUA berhak atas tanda pengenal.",
    "Perjanjian Kerja Sama ini berlaku sejak ditandatangani oleh PARA PIHAK.",
    "PIHAK KESATU merupakan perguruan tinggi vokasi.",
    "PIHAK KEDUA tidak wajib menyediakan penginapan.",
    "Kerusakan karena keausan bukan merupakan tanggung jawab PIHAK KEDUA.",
    "Instruktur yang ditunjuk oleh PIHAK KESATU mengajar dua kali seminggu.",
    "Kesepakatan antara PIHAK KESATU dan PIHAK KEDUA berlaku dua tahun.",
    "PIHAK KETIGA wajib menjaga rahasia.",
    "PARA PIHAK dibebaskan dari tanggung jawab selama keadaan kahar.",
    "Pihak yang berwenang menerbitkan izin.",
    "PARA PIHAK telah menandatangani nota kesepahaman.",
    "Alat yang dimiliki oleh PIHAK KESATU tetap menjadi milik PIHAK KESATU.",
]


@pytest.mark.parametrize(("sentence", "expected"), SENTENCES)
def test_sentence(sentence: str, expected: str) -> None:
    assert brief(rows(f"Pasal 2\nPELAKSANAAN\n{sentence}")) == expected


@pytest.mark.parametrize("sentence", NO_ROWS)
def test_no_row(sentence: str) -> None:
    assert brief(rows(f"Pasal 2\nPELAKSANAAN\n{sentence}")) == ""


LISTS = [
    ("(1) PIHAK KESATU mempunyai kewajiban:\na. menyediakan ruang; dan\nb. membayar pelatih.", "1k 1k"),
    ("(1) Hak PIHAK KESATU:\na. menerima laporan; dan\nb. menggunakan alat.\n"
     "(2) Kewajiban PIHAK KEDUA:\na. menyusun laporan.", "1h 1h 2k"),
    ("(1) PIHAK KEDUA berhak:\na. memperoleh data; dan\nb. mendapatkan bimbingan.", "2h 2h"),
    ("(1) PIHAK KEDUA wajib:\na. menjaga alat; dan\nb. mengganti alat yang rusak.", "2k 2k"),
    ("(1) PIHAK KEDUA dilarang:\na. menyewakan ruang; dan\nb. mengubah bangunan.", "2l 2l"),
    ("(1) PARA PIHAK mempunyai tugas dan tanggung jawab sebagai berikut:\na. menyusun rencana kerja; dan\n"
     "b. melakukan evaluasi.", "Ak Ak"),
    ("(1) PIHAK KESATU mempunyai hak dan kewajiban:\na. memperoleh laporan; dan\nb. menyediakan ruang.", "1h 1k"),
    ("(1) Kewajiban PIHAK KESATU adalah menyediakan ruang.\n(2) Hak PIHAK KEDUA adalah menggunakan ruang.", "1k 2h"),
    ("(1) PIHAK KESATU dapat mengakhiri Perjanjian Kerja Sama ini apabila:\na. PIHAK KEDUA dinyatakan pailit; atau\n"
     "b. PIHAK KEDUA melanggar larangan.", "1w"),
    ("(1) PIHAK KEDUA wajib menyerahkan dokumen sebagai berikut:\na. daftar peserta; dan\nb. jadwal kegiatan.", "2k"),
    ("(1) PIHAK KESATU\nHak:\na. menerima laporan.\nKewajiban:\na. menyediakan ruang.", "1h 1k"),
    ("(1) Kewajiban PIHAK KEDUA:\na. penyediaan instruktur; dan\nb. pembayaran honorarium.", "2k 2k"),
    ("(1) Kewajiban PIHAK KEDUA:\na. menyediakan instruktur;\nb. peserta dari unsur mahasiswa mempunyai "
     "kewajiban:\n1) mengikuti apel; dan\n2) memakai seragam.", "2k"),
]  # fmt: skip


@pytest.mark.parametrize(("text", "expected"), LISTS)
def test_lists(text: str, expected: str) -> None:
    assert brief(rows(f"Pasal 2\nHAK DAN KEWAJIBAN\n{text}")) == expected


def test_item_of_a_list_has_its_own_provision_and_quote() -> None:
    found = rows(
        "Pasal 2\nHAK DAN KEWAJIBAN\n(1) PIHAK KESATU berkewajiban:\na. menyediakan ruang; dan\nb. membayar pelatih."
    )
    assert [row.provision for row in found] == ["Pasal 2 ayat (1) huruf a", "Pasal 2 ayat (1) huruf b"]
    assert found[0].quote == "menyediakan ruang" and found[0].article == 1


def test_article_about_one_party() -> None:
    body = "Pasal 2\nKEWAJIBAN PIHAK KEDUA\n(1) Menyediakan pelatih.\n(2) Menjaga alat."
    body += "\n\nPasal 3\nHAK PIHAK KEDUA\na. memakai ruang."
    assert brief(rows(body)) == "2k 2k 2h"


def test_scope_and_purpose_are_no_norms() -> None:
    body = "Pasal 2\nRUANG LINGKUP\nRuang lingkup Perjanjian Kerja Sama ini meliputi:\n"
    body += "a. menyelenggarakan pelatihan;\nb. melakukan magang."
    assert rows(body) == ()


def test_named_labels() -> None:
    found = rows(
        "Pasal 2\nPELAKSANAAN\n(1) PENYEWA wajib membayar sewa kepada PEMILIK.\n(2) Atap diperbaiki oleh PEMILIK.",
        first="PEMILIK",
        second="PENYEWA",
    )
    assert [(row.parties, row.modality, row.toward) for row in found] == [
        (("PENYEWA",), "kewajiban", ("PEMILIK",)),
        (("PEMILIK",), "kewajiban", ()),
    ]


def one(sentence: str) -> Obligation:
    (row,) = rows(f"Pasal 2\nPELAKSANAAN\n{sentence}")
    return row


def test_action_is_without_party_and_modal() -> None:
    assert one("PIHAK KEDUA wajib menyerahkan laporan akhir kepada PIHAK KESATU.").action == (
        "menyerahkan laporan akhir kepada PIHAK KESATU"
    )


def test_passives_are_turned() -> None:
    assert one("Biaya sertifikasi ditanggung oleh PIHAK KEDUA.").action == "menanggung biaya sertifikasi"
    assert one("Pemeliharaan gedung menjadi tanggung jawab PIHAK KESATU.").action == "menanggung pemeliharaan gedung"
    assert one("Jadwal disusun oleh PIHAK KESATU.").action == "menyusun jadwal"


def test_receiver_and_debtor() -> None:
    assert one("PIHAK KEDUA wajib menyerahkan laporan kepada PIHAK KESATU.").toward == ("PIHAK KESATU",)
    assert one("PIHAK KESATU berhak menerima laporan dari PIHAK KEDUA.").toward == ("PIHAK KEDUA",)
    assert one("PIHAK KESATU menyediakan aula.").toward == ()


def test_conditions() -> None:
    assert one("Dalam hal PIHAK KEDUA lalai, PIHAK KESATU dapat memutus Perjanjian ini.").condition == (
        "Dalam hal PIHAK KEDUA lalai"
    )
    assert (
        one("PIHAK KESATU menyediakan aula sesuai ketersediaan anggaran.").condition == "sesuai ketersediaan anggaran"
    )
    assert one("PIHAK KESATU menyediakan aula.").condition is None


def test_remedies_are_powers_that_answer_a_breach() -> None:
    assert one("Dalam hal PIHAK KEDUA lalai, PIHAK KESATU dapat memutus Perjanjian ini.").remedy
    assert not one("PIHAK KESATU dapat menambah jumlah peserta.").remedy


def test_each_for_its_own_part() -> None:
    assert one("Masing-masing PIHAK menanggung biayanya sendiri.").each_own
    assert not one("PARA PIHAK menyusun jadwal.").each_own


def test_head_recitals_and_closing_bear_nothing() -> None:
    assert rows("Pasal 2\nPENUTUP\nDibuat dalam rangkap 2 (dua) asli, masing-masing PIHAK mendapat 1 rangkap.") == ()


def test_analyses_are_added_once() -> None:
    plain = agreement("Pasal 2\nPELAKSANAAN\nPIHAK KESATU menyediakan aula.")
    assert plain.obligations is None
    full = with_analyses(plain)
    assert full.obligations == find_obligations(plain) and full.commitments is not None
    assert with_analyses(full).obligations is full.obligations


WORDS = st.sampled_from(
    "PIHAK KESATU PIHAK KEDUA PARA PIHAK wajib dapat tidak , . ; : yang oleh ditanggung menyediakan apabila maka dan "
    "hak kewajiban "
    "dalam hal masing-masing salah satu ( ) a. 1) Hak: berhak sepakat untuk menjadi tanggung jawab biaya lain \n".split(
        " "
    )
)


@given(
    st.lists(WORDS, max_size=60).map(" ".join) | st.text(st.characters(exclude_categories=("Cs", "Cc")), max_size=200)
)
@settings(max_examples=150, deadline=None)
def test_never_raises_and_names_only_parties(text: str) -> None:
    for row in find_obligations(agreement(f"Pasal 2\nPELAKSANAAN\n{text}")):
        assert row.parties and set(row.parties) <= {"PIHAK KESATU", "PIHAK KEDUA"}
        assert row.modality in KINDS.values() and row.action and row.quote and row.provision


def test_without_parties_or_articles_there_are_no_rows() -> None:
    full = agreement("Pasal 2\nPELAKSANAAN\nPIHAK KESATU menyediakan aula.")
    assert find_obligations(dataclasses.replace(full, parties=())) == ()
    assert find_obligations(dataclasses.replace(full, articles=())) == ()


def test_cost_grows_with_the_text_alone() -> None:
    import time

    def seconds(times: int) -> float:
        long = agreement(
            "Pasal 2\nPELAKSANAAN\n" + "apabila PIHAK KEDUA dan yang ditanggung oleh PIHAK KESATU, " * times
        )
        start = time.perf_counter()
        find_obligations(long)
        return time.perf_counter() - start

    seconds(50)
    small, large = min(seconds(40) for _ in range(3)), min(seconds(320) for _ in range(3))
    assert large < small * 8 * 3 + 0.02


_NAMES = PartyNames(agreement("Pasal 2\nHAK\nPIHAK KESATU berhak menerima laporan."))
_PARTS = [
    "PIHAK KESATU",
    "wajib",
    "(tujuh)",
    "dan/atau",
    "1.000,5",
    "dalam hal",
    "ini",
    "İZİN",
    ",",
    ";",
    "a.",
    "–",
    "biaya",
]


@given(st.lists(st.sampled_from(_PARTS), min_size=1, max_size=12), st.sampled_from([" ", "  ", "\n"]))
def test_every_word_of_a_sentence_is_found_at_its_place(parts: list[str], blank: str) -> None:
    text = blank.join(parts)
    sentence = sentence_of(text, in_small(text), _NAMES)
    for index, word in enumerate(sentence.words):
        start, end = sentence.place(index)
        assert (text[start:end] == "PIHAK KESATU") if word == PARTY else (sentence.small[start:end] == word)
    starts = [sentence.place(index) for index in range(len(sentence.words))]
    assert starts == sorted(starts)
    for at in range(-4, len(sentence.words) + 4):
        assert sentence.framed[at] == sentence.word(at)
