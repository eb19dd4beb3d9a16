"""What an agreement costs: who bears it, from which budget, how much, when, on what condition."""

from __future__ import annotations

import re
import time
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from kerjasama_check.agreement import cost_words, parse
from kerjasama_check.agreement.commitments import find_commitments
from kerjasama_check.agreement.cost_english import english_costs
from kerjasama_check.agreement.cost_parties import Parties
from kerjasama_check.agreement.cost_sources import find_sources
from kerjasama_check.agreement.model import Agreement, Commitment
from kerjasama_check.agreement.stems import stems_of
from kerjasama_check.reading.document import Block, Document, Place, Reading

HEAD = """PERJANJIAN KERJA SAMA
ANTARA
DINAS TENAGA KERJA KABUPATEN LEMBAYUNG
DENGAN
POLITEKNIK NEGERI CEMPAKA
TENTANG
PELATIHAN KERJA
Pada hari ini, Senin, tanggal dua belas bulan Mei tahun dua ribu dua puluh lima, bertempat di Lembayung, yang bertanda tangan di bawah ini:
1. ANDI WIJAYA, Kepala Dinas Tenaga Kerja Kabupaten Lembayung, berkedudukan di Jalan Melati 1, bertindak untuk dan atas nama Dinas Tenaga Kerja Kabupaten Lembayung, selanjutnya disebut PIHAK KESATU;
2. BUDI SANTOSO, Direktur Politeknik Negeri Cempaka, berkedudukan di Jalan Kenanga 2, bertindak untuk dan atas nama Politeknik Negeri Cempaka, selanjutnya disebut PIHAK KEDUA.
PARA PIHAK sepakat dengan ketentuan sebagai berikut:
"""  # noqa: E501
TAIL = """
Pasal 9
PENUTUP
Perjanjian ini dibuat dalam rangkap 2 (dua) bermeterai cukup yang mempunyai kekuatan hukum yang sama bagi PARA PIHAK.
"""
ONE, TWO = "PIHAK KESATU", "PIHAK KEDUA"
BOTH = (ONE, TWO)


def tree(body: str) -> Agreement:
    lines = [line.strip() for line in (HEAD + body + TAIL).splitlines() if line.strip()]
    blocks = tuple(Block(text=line, place=Place(paragraph=number)) for number, line in enumerate(lines))
    return parse(Document(Path("contoh.txt"), blocks, reading=Reading("txt", words=len(body.split()))))


def rows(body: str) -> tuple[Commitment, ...]:
    return find_commitments(tree(body))


def only(sentence: str, heading: str = "PEMBIAYAAN") -> Commitment:
    found = rows(f"Pasal 1\n{heading}\n{sentence}")
    assert len(found) == 1, found
    return found[0]


@pytest.mark.parametrize(
    ("sentence", "payers", "own", "source"),
    [
        ("Segala biaya yang timbul dari Perjanjian ini ditanggung oleh PIHAK KEDUA.", (TWO,), False, ()),
        ("Biaya pelaksanaan Perjanjian ini menjadi beban PIHAK KESATU.", (ONE,), False, ()),
        ("Biaya pelaksanaan kegiatan menjadi tanggung jawab PARA PIHAK.", BOTH, False, ()),
        ("Biaya yang timbul dibebankan kepada PARA PIHAK sesuai dengan kewajiban masing-masing.", BOTH, True, ()),
        ("Biaya pelaksanaan dibebankan pada anggaran masing-masing PIHAK.", BOTH, True, ("internal",)),
        ("Biaya pelaksanaan dibebankan pada anggaran PARA PIHAK.", BOTH, False, ("internal",)),
        ("Pembiayaan bersumber dari DIPA Politeknik Negeri Cempaka.", (TWO,), False, ("apbn",)),
        ("Kegiatan ini dibiayai dari APBD Kabupaten Lembayung.", (ONE,), False, ("apbd",)),
        ("Biaya dibebankan pada DPA Dinas Tenaga Kerja Kabupaten Lembayung.", (ONE,), False, ("apbd",)),
        (
            "Pembiayaan bersumber dari APBN, APBD, dan sumber lain yang sah dan tidak mengikat.",
            (ONE,),
            False,
            ("apbn", "apbd", "lain-sah"),
        ),
        ("Pembiayaan dibebankan pada DIPA Direktorat Pembinaan Pusat.", (), False, ("apbn",)),
        ("Pembiayaan akan diatur lebih lanjut dalam Perjanjian Kerja Sama.", (), False, ()),
        ("Biaya yang timbul akan disepakati kemudian oleh PARA PIHAK.", (), False, ()),
        ("Sumber dana berasal dari PNBP PIHAK KEDUA.", (TWO,), False, ("pnbp",)),
        ("Biaya dibebankan pada RBA BLU Politeknik Negeri Cempaka.", (TWO,), False, ("blu",)),
    ],
)
def test_the_financing_clause(sentence: str, payers: tuple[str, ...], own: bool, source: tuple[str, ...]) -> None:
    row = only(sentence)
    assert (row.category, row.payers, row.each_own, row.source) == ("umum", payers, own, source)


@pytest.mark.parametrize(
    "sentence",
    [
        "Perjanjian ini tidak menimbulkan biaya bagi PARA PIHAK.",
        "Kerugian akibat keadaan kahar tidak dapat dibebankan kepada PIHAK lainnya.",
        "PIHAK KEDUA dapat menyediakan beasiswa bagi peserta.",
        "PIHAK KEDUA tidak wajib menyediakan konsumsi.",
        "PIHAK KESATU menyediakan data dan informasi peserta.",
        "PARA PIHAK membangun komunikasi yang baik.",
        "Pegawai PIHAK KESATU membayar uang kuliah kepada PIHAK KEDUA.",
    ],
)
def test_what_costs_nobody_anything(sentence: str) -> None:
    assert rows(f"Pasal 1\nPELAKSANAAN\n{sentence}") == ()


@pytest.mark.parametrize(
    ("sentence", "category", "payers"),
    [
        ("PIHAK KESATU menyediakan ruang pelatihan.", "sarana", (ONE,)),
        ("PIHAK KEDUA memasang jaringan internet.", "sarana", (TWO,)),
        ("PIHAK KEDUA wajib membangun gedung bengkel.", "pembangunan", (TWO,)),
        ("PIHAK KESATU memelihara peralatan bengkel.", "pemeliharaan", (ONE,)),
        ("Pemeliharaan gedung menjadi tanggung jawab PIHAK KESATU.", "pemeliharaan", (ONE,)),
        ("PIHAK KEDUA menyelenggarakan pelatihan las.", "pelatihan", (TWO,)),
        ("Bimbingan teknis diselenggarakan oleh PIHAK KEDUA.", "pelatihan", (TWO,)),
        ("PIHAK KEDUA memberikan bantuan 10 (sepuluh) unit mesin jahit.", "barang", (TWO,)),
        ("PIHAK KEDUA memberikan beasiswa kepada pegawai PIHAK KESATU.", "hibah", (TWO,)),
        ("PIHAK KEDUA memberikan honorarium kepada narasumber.", "honorarium", (TWO,)),
        ("PIHAK KEDUA menanggung biaya transportasi dan akomodasi peserta.", "perjalanan", (TWO,)),
        ("PIHAK KEDUA menyewa tanah milik PIHAK KESATU.", "sewa", (TWO,)),
        ("PIHAK KEDUA membayar upah peserta setiap hari.", "upah-premi", (TWO,)),
        ("Premi asuransi peserta ditanggung oleh PIHAK KEDUA.", "asuransi-pajak", (TWO,)),
        ("Pajak yang timbul menjadi kewajiban PIHAK KEDUA.", "asuransi-pajak", (TWO,)),
        ("PIHAK KEDUA wajib mengembalikan kelebihan pembayaran.", "lainnya", (TWO,)),
        ("PIHAK KEDUA membayar kontribusi tetap setiap tahun.", "pembayaran", (TWO,)),
    ],
)
def test_duties_that_cost(sentence: str, category: str, payers: tuple[str, ...]) -> None:
    row = only(sentence, "PELAKSANAAN")
    assert (row.category, row.payers) == (category, payers)


def test_lists_under_duties_and_rights() -> None:
    found = rows(
        """Pasal 1
HAK DAN KEWAJIBAN
(1) PIHAK KESATU berkewajiban:
a. menyediakan ruang pelatihan;
b. menyiapkan data peserta; dan
c. membayar honorarium instruktur sebesar Rp2.500.000,00 (dua juta lima ratus ribu rupiah) per bulan.
(2) PIHAK KESATU berhak:
a. menerima laporan; dan
b. memperoleh modul pelatihan.
(3) Kewajiban PIHAK KEDUA:
a. menyelenggarakan pelatihan; dan
b. memelihara peralatan yang dipinjamkan oleh PIHAK KESATU.
"""
    )
    assert [(row.provision, row.category, row.payers) for row in found] == [
        ("Pasal 1 ayat (1) huruf a", "sarana", (ONE,)),
        ("Pasal 1 ayat (1) huruf c", "honorarium", (ONE,)),
        ("Pasal 1 ayat (3) huruf a", "pelatihan", (TWO,)),
        ("Pasal 1 ayat (3) huruf b", "pemeliharaan", (TWO,)),
    ]
    assert found[1].amount == (2_500_000, "IDR") and found[1].when == "per bulan"


def test_headings_that_a_scan_ran_into_the_point_before() -> None:
    found = rows(
        """Pasal 1
HAK DAN KEWAJIBAN
(1) Kewajiban PIHAK KESATU :
a. menyediakan ruang pelatihan; Kewajiban PIHAK KEDUA :
b. menyediakan bahan praktik.
"""
    )
    assert [(row.category, row.payers) for row in found] == [("sarana", (ONE,)), ("barang", (TWO,))]


def test_a_price_with_instalments_and_the_payer_that_is_left_out() -> None:
    found = rows(
        """Pasal 1
HARGA DAN PEMBAYARAN
(1) Nilai pekerjaan sebesar Rp100.000.000,00 (seratus juta rupiah) termasuk pajak.
(2) PIHAK KESATU membayar nilai pekerjaan kepada PIHAK KEDUA dalam 2 (dua) tahap.
(3) Tahap pertama sebesar Rp40.000.000,00 (empat puluh juta rupiah) dibayarkan setelah laporan awal diterima.
"""
    )
    assert [(row.category, row.payers, row.amount) for row in found] == [
        ("pembayaran", (ONE,), (100_000_000, "IDR")),
        ("pembayaran", (ONE,), None),
        ("pembayaran", (ONE,), (40_000_000, "IDR")),
    ]
    assert found[2].when == "Tahap pertama, setelah laporan awal diterima"


def test_two_payers_for_two_parts_are_two_rows() -> None:
    found = rows(
        "Pasal 1\nPEMBIAYAAN\n"
        "Biaya transportasi ditanggung oleh PIHAK KESATU, sedangkan pajak ditanggung oleh PIHAK KEDUA."
    )
    assert [(row.category, row.payers) for row in found] == [("perjalanan", (ONE,)), ("asuransi-pajak", (TWO,))]


def test_a_sum_and_its_budget_are_one_row() -> None:
    row = only(
        "PIHAK KEDUA memperoleh biaya pelatihan dari PIHAK KESATU sebesar Rp50.000.000,00 (lima puluh juta rupiah) "
        "yang dibebankan pada DPA Dinas Tenaga Kerja Kabupaten Lembayung."
    )
    assert (row.category, row.payers, row.source, row.amount) == ("pembayaran", (ONE,), ("apbd",), (50_000_000, "IDR"))


def test_where_the_money_goes_is_no_source() -> None:
    row = only("Pembayaran dilakukan oleh PIHAK KESATU ke rekening BLU Politeknik Negeri Cempaka.", "PEMBAYARAN")
    assert row.source == ()


def test_a_percentage_is_no_amount() -> None:
    assert only("PIHAK KESATU membayar 30% dari harga pekerjaan.", "PEMBAYARAN").amount is None


def test_the_condition_is_kept() -> None:
    row = only("Biaya dibebankan pada DIPA PIHAK KEDUA sesuai dengan ketersediaan anggaran.")
    assert row.condition == "sesuai dengan ketersediaan anggaran"


def test_budgets_given_as_points() -> None:
    found = rows(
        "Pasal 1\nPEMBIAYAAN\n(1) Pembiayaan Perjanjian ini berasal dari:\na. APBD Kabupaten Lembayung;\n"
        "b. anggaran PIHAK KEDUA; dan\nc. sumber lain yang sah dan tidak mengikat."
    )
    assert [(row.provision, row.payers, row.source) for row in found] == [
        ("Pasal 1 ayat (1)", BOTH, ("apbd", "internal", "lain-sah"))
    ]


@pytest.mark.parametrize("heading", ["RUANG LINGKUP", "DEFINISI", "MAKSUD DAN TUJUAN", "KEADAAN KAHAR"])
def test_articles_that_only_describe_have_none(heading: str) -> None:
    text = "PIHAK KESATU menyediakan ruang pelatihan dan PIHAK KEDUA membayar sewa."
    assert rows(f"Pasal 1\n{heading}\n{text}") == ()


def test_labels_as_scans_read_them() -> None:
    row = only("Biaya yang timbul menjadi beban PIILAK PERTAMA.")
    assert row.payers == (ONE,)


ENGLISH = Parties(tree("Pasal 1\nPEMBIAYAAN\nSegala biaya yang timbul ditanggung oleh PIHAK KESATU."))


@pytest.mark.parametrize(
    ("sentence", "category", "own"),
    [
        ("Each Party shall bear its own costs and expenses under this Memorandum.", "umum", True),
        ("Financial arrangements will be negotiated separately, subject to the availability of funds.", "umum", False),
        ("All travel costs shall be borne by the Parties.", "perjalanan", False),
    ],
)
def test_english_wordings(sentence: str, category: str, own: bool) -> None:
    assert [(cost.category, cost.own) for cost in english_costs(sentence, ENGLISH)] == [(category, own)]


def test_an_english_denial_costs_nothing() -> None:
    denial = "The host institution will not be responsible for the costs of travel."
    assert list(english_costs(denial, ENGLISH)) == []


@settings(max_examples=60, deadline=None)
@given(st.lists(st.text(max_size=120), max_size=12))
def test_odd_text_never_raises(lines: list[str]) -> None:
    for row in rows("Pasal 1\nPEMBIAYAAN\n" + "\n".join(lines)):
        assert row.provision and row.what


_WORDS = st.sampled_from(
    "biaya dibebankan kepada pada PIHAK KESATU KEDUA PARA masing-masing menyediakan ruang membayar Rp1.000.000 DIPA "
    "APBD sebesar oleh dan atau ; : . , a. (1) hak kewajiban dapat tidak yang dari ditanggung pembayaran termin".split()
)


@settings(max_examples=60, deadline=None)
@given(st.lists(_WORDS, max_size=60))
def test_jumbled_words_never_raise(jumble: list[str]) -> None:
    for row in rows("Pasal 1\nHARGA DAN PEMBAYARAN\n" + " ".join(jumble)):
        assert set(row.payers) <= set(BOTH)


def test_linear_in_a_sentence_that_never_ends() -> None:
    def seconds(times: int) -> float:
        agreement = tree(
            "Pasal 1\nPEMBIAYAAN\n" + "biaya dibebankan pada anggaran PIHAK KESATU dan menyediakan ruang " * times
        )
        start = time.perf_counter()
        find_commitments(agreement)
        return time.perf_counter() - start

    seconds(50)
    small, large = seconds(300), seconds(2400)
    assert large < 40 * small + 0.2


def test_every_saying_has_words_by_which_it_is_told() -> None:
    """Else its sentences would be passed over; and capitals would never be found in small letters."""
    sayings = {name: saying for name, saying in vars(cost_words).items() if isinstance(saying, cost_words.Saying)}
    assert len({saying.bit for saying in sayings.values()}) == len(sayings) > 5
    for name, saying in sayings.items():
        pattern = saying.pattern.pattern
        assert stems_of(pattern), name
        assert not any(" " in stem for stem in stems_of(pattern)), name
        assert not re.search(r"[A-Z]", re.sub(r"\\.|\(\?P<", "", pattern)), name


@pytest.mark.parametrize(
    ("text", "saying", "told"),
    [
        ("segala biaya ditanggung bersama", cost_words.BEARING, True),
        ("di bebankan pada anggaran", cost_words.BEARING, True),
        ("wajib membayarkan iuran", cost_words.PAYS, True),
        ("para pihak saling menghormati", cost_words.PAYS, False),
    ],
)
def test_the_words_of_a_text_tell_what_it_may_say(text: str, saying: cost_words.Saying, told: bool) -> None:
    words = cost_words.telling([text, "kalimat lain"])
    assert bool(cost_words.sayings_in(text, words) & saying.bit) is told
    assert not cost_words.sayings_in("kalimat lain", words)


@pytest.mark.parametrize(
    ("text", "source"),
    [
        ("A.P.B.D Kabupaten", "apbd"),
        ("AP.BD", "apbd"),
        ("APBDes", "apbd"),
        ("DPA-SKPD", "apbd"),
        ("RKA SKPD", "apbd"),
        ("Dokumen Pelaksanaan Anggaran", "apbd"),
        ("Anggaran Pendapatan dan Belanja Kota", "apbd"),
        ("anggaran daerah", "apbd"),
        ("Daftar Isian Pelaksanaan Anggaran", "apbn"),
        ("tugas pembantuan", "apbn"),
        ("Badan Layanan Umum", "blu"),
        ("Penerimaan Negara Bukan Pajak", "pnbp"),
        ("sumber-sumber dana lain", "lain-sah"),
        ("pendapatan dari luar yang sah", "lain-sah"),
        ("lainnya yang tidak mengikat", "lain-sah"),
        ("dana mandiri", "internal"),
        ("swadana", "internal"),
    ],
)
def test_every_wording_of_a_source_is_found(text: str, source: str) -> None:
    assert find_sources(f"dibebankan pada {text}.", ENGLISH) == (source,)
