"""RUJ-05, 08 and 09: annexes, the parent agreement, and what the agreement calls itself."""

from __future__ import annotations

import pytest
from rule_checks import NK, findings


def body(text: str) -> str:
    return f"Pasal 4\nPELAKSANAAN\n{text}"


@pytest.mark.parametrize(
    ("text", "count"),
    [
        ("Rincian kegiatan tercantum dalam Lampiran Perjanjian Kerja Sama ini.", 1),
        ("Rincian biaya terlampir.", 1),
        ("Rincian kegiatan mengikuti Lampiran Keputusan Bupati Sukamaju Nomor 3 Tahun 2025.", 0),
        ("Perubahan dan lampirannya, apabila ada, merupakan bagian dari naskah ini.", 0),
        ("PIHAK KEDUA mengajukan tagihan dengan melampirkan kuitansi.", 0),
    ],
)
def test_an_annex_that_is_not_there(text: str, count: int) -> None:
    assert len(findings("RUJ-05", body(text))) == count


def test_an_annex_that_is_there() -> None:
    text = "LAMPIRAN\nRENCANA KERJA\n1. Pelatihan bagi dua puluh peserta."
    assert [f.message.startswith("LAMPIRAN") for f in findings("RUJ-05", text, part="lampiran")] == [True]


def recitals(first: str, second: str) -> str:
    return (
        "PARA PIHAK terlebih dahulu menerangkan hal-hal sebagai berikut:\n"
        f"a. bahwa PARA PIHAK terikat pada {first}; dan\n"
        f"b. bahwa naskah ini melaksanakan {second}."
    )


@pytest.mark.parametrize(
    ("first", "second", "count"),
    [
        ("Nota Kesepahaman Nomor 12/NK/2025 tanggal 3 Maret 2025", "Nota Kesepahaman Nomor 12/NK/2025", 0),
        (
            "Nota Kesepahaman Nomor 12/NK/2025 tanggal 3 Maret 2025",
            "Nota Kesepahaman Nomor 12/NK/2025 tanggal 13 Maret 2025",
            1,
        ),
        (
            "Nota Kesepahaman Nomor 12/NK/2025 tanggal 3 Maret 2025",
            "Nota Kesepahaman Nomor 21/NK/2025 tanggal 3 Maret 2025",
            1,
        ),
        (
            "Nota Kesepahaman Nomor 12/NK/2025 tanggal 3 Maret 2025",
            "Kesepakatan Bersama Nomor KB.7-HK.01/2019 tanggal 9 Mei 2019",
            0,
        ),
    ],
)
def test_the_parent_quoted_twice(first: str, second: str, count: int) -> None:
    assert len(findings("RUJ-08", recitals(first, second), part="premis")) == count


@pytest.mark.parametrize(
    ("kind", "text", "count"),
    [
        (NK, "Kegiatan dalam perjanjian ini dilaksanakan bersama.", 1),
        (NK, "Kegiatan diatur dalam perjanjian kerja sama tersendiri.", 0),
        (NK, "Kegiatan dalam MoU ini dilaksanakan bersama.", 0),
        ("perjanjian-kerja-sama", "Kegiatan dalam Nota Kesepahaman ini dilaksanakan bersama.", 1),
        ("perjanjian-kerja-sama", "Kegiatan dilaksanakan dengan kesepakatan ini sebagai dasar.", 0),
        ("perjanjian-kerja-sama", "Sesuai Nota Kesepahaman Nomor 12/NK/2025, dan Nota Kesepahaman ini berlaku.", 0),
        ("adendum", "Ketentuan dalam Perjanjian ini tetap berlaku.", 0),
    ],
)
def test_what_it_calls_itself(kind: str, text: str, count: int) -> None:
    assert len(findings("RUJ-09", body(text), kind=kind)) == count
