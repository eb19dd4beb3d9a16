"""PDP: personal data are spoken of only where data of persons are really moved."""

from __future__ import annotations

import pytest
from rule_checks import agreement, findings, quotes

from kerjasama_check.checking.facts import holds
from kerjasama_check.checking.registry import load_functions

load_functions()  # the fact lives with the functions

CLAUSE = "(2) PARA PIHAK menjaga kerahasiaan data pribadi tersebut.\n"


def body(text: str) -> str:
    return f"Pasal 4\nPELINDUNGAN DATA PRIBADI\n{text}"


@pytest.mark.parametrize(
    ("text", "exchanged"),
    [
        ("PIHAK KESATU memberikan akses data kependudukan kepada PIHAK KEDUA.", True),
        ("PARA PIHAK melakukan pemadanan nomor induk kependudukan.", True),
        ("PIHAK KEDUA menyampaikan data hasil panen setiap bulan.", False),
        ("PARA PIHAK menjaga kerahasiaan data pribadi pemohon.", False),
        ("PARA PIHAK melindungi data pribadi dan dilarang memberikan data pegawai kepada siapa pun.", False),
        ("PIHAK KESATU menyampaikan informasi keimigrasian dan data statistik penduduk.", False),
        ("PIHAK KESATU memberikan akses ke ruang data. Data pegawai disimpan terpisah.", False),
    ],
)
def test_what_an_exchange_is(text: str, exchanged: bool) -> None:
    assert holds(agreement(body(text)), "data-exchange") is exchanged


def test_without_any_protection_only_that_is_said() -> None:
    text = "Pasal 4\nPELAKSANAAN\nPIHAK KESATU memberikan data pegawai kepada PIHAK KEDUA."
    assert [f.rule for f in findings("PDP", text, without=("kerahasiaan",))] == ["PDP-01"]


def test_a_full_clause_is_silent() -> None:
    text = (
        "(1) PIHAK KESATU sebagai pengendali memberikan data pegawai kepada PIHAK KEDUA sebagai prosesor data.\n"
        "(2) PIHAK KEDUA menjaga kerahasiaan data pribadi dan hanya memprosesnya untuk pelatihan dengan persetujuan "
        "pegawai sesuai dengan Undang-Undang tentang Pelindungan Data Pribadi, tanpa meneruskannya kepada pihak lain.\n"
        "(3) Kegagalan pelindungan data diberitahukan paling lambat 3 (tiga) hari.\n"
        "(4) Data pribadi dimusnahkan pada akhir kerja sama; narahubung ditunjuk bersama."
    )
    assert findings("PDP", body(text)) == []


@pytest.mark.parametrize(
    ("limit", "late"),
    [("paling lambat 72 (tujuh puluh dua) jam", False), ("paling lambat 4 (empat) hari", True), ("segera", False)],
)
def test_the_limit_of_a_notice(limit: str, late: bool) -> None:
    text = f"(1) PIHAK KESATU memberikan data pegawai.\n{CLAUSE}(3) Kebocoran data diberitahukan {limit}."
    assert len(findings("PDP-06", body(text))) == int(late)


@pytest.mark.parametrize(
    ("text", "count"),
    [
        ("Perjanjian Kerja Sama ini bersifat rahasia.", 1),
        ("Seluruh isi Perjanjian Kerja Sama ini wajib dirahasiakan.", 1),
        ("Informasi dalam Perjanjian Kerja Sama ini merupakan rahasia.", 0),
        ("Perjanjian Kerja Sama ini bersifat rahasia, kecuali diwajibkan oleh peraturan perundang-undangan.", 0),
    ],
)
def test_all_secret(text: str, count: int) -> None:
    assert len(findings("PDP-10", f"Pasal 4\nKERAHASIAAN\n{text}")) == count


def test_the_number_itself_is_not_quoted() -> None:
    text = "PIHAK KESATU,\n\nRATNA KUSUMAWATI\n\nNIK 3171234567890123\n\nPIHAK KEDUA,\n\nBAGUS WIRATAMA"
    parties = ("Kantor Imigrasi Kelas I TPI Sukamaju", "PT Cahaya Mandala Usaha")
    assert quotes(findings("PDP-12", text, part="tanda-tangan", parties=parties)) == ["NIK"]
