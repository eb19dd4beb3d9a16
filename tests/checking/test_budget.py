"""Rules on budget consequences: wordings near each other, the exceptions of the law, and text that never ends."""

from __future__ import annotations

import datetime
import time
from dataclasses import replace

import pytest
from rule_checks import NK, agreement, findings, rulebook

from kerjasama_check.agreement.model import Provision, Term
from kerjasama_check.checking.findings import Finding
from kerjasama_check.reading.document import Block, Place

OFFICE = "Kantor Imigrasi Kelas I Sukamaju"
REGION = "Dinas Perikanan Kabupaten Sukamaju"
FIRM = "PT Cahaya Mandala Usaha"
SCHOOL = "Politeknik Negeri Sukamaju"
SPRING = datetime.date(2024, 3, 4)


def say(rule: str, text: str, one: str = OFFICE, other: str = FIRM, **more: object) -> list[Finding]:
    return findings(rule, text, parties=(one, other), **more)


@pytest.mark.parametrize(
    ("sentence", "found"),
    [
        ("Seluruh biaya yang timbul dibebankan kepada PIHAK KESATU.", True),
        ("Segala biaya pelaksanaan kegiatan menjadi tanggung jawab PIHAK KESATU sepenuhnya.", True),
        ("PIHAK KESATU menanggung segala biaya berapa pun besarnya.", True),
        ("Seluruh biaya yang timbul dibebankan kepada PIHAK KESATU sepanjang tersedia anggarannya.", False),
        ("Seluruh biaya yang timbul dibebankan pada DIPA PIHAK KESATU.", False),
        (
            "Seluruh biaya yang timbul dibebankan kepada PIHAK KESATU paling banyak Rp5.000.000,00 (lima juta rupiah).",
            False,
        ),
        ("Seluruh biaya yang timbul dibebankan kepada PIHAK KEDUA.", False),
        ("Seluruh biaya yang timbul dibebankan kepada masing-masing PIHAK.", False),
        ("Biaya konsumsi peserta dibebankan kepada PIHAK KESATU.", False),
    ],
)
def test_open_ended_promises_of_a_public_body(sentence: str, found: bool) -> None:
    assert bool(say("ANG-04", f"Pasal 6\nPEMBIAYAAN\n{sentence}")) is found


def test_a_state_school_is_warned() -> None:
    found = say("ANG-04", "Pasal 6\nPEMBIAYAAN\nSeluruh biaya yang timbul dibebankan kepada PIHAK KESATU.", SCHOOL)
    assert [finding.severity for finding in found] == ["warning"]


@pytest.mark.parametrize(
    ("sentence", "found"),
    [
        ("Biaya pelaksanaan ditanggung oleh PIHAK KESATU dan PIHAK KEDUA secara proporsional.", True),
        ("Biaya pelaksanaan ditanggung oleh PIHAK KESATU dari DIPA.", False),
        ("Biaya pelaksanaan dibebankan pada anggaran PARA PIHAK.", False),
        ("Biaya pelaksanaan ditanggung oleh PIHAK KEDUA.", False),
        ("Perjanjian ini tidak menimbulkan biaya bagi PARA PIHAK.", False),
    ],
)
def test_a_source_is_named(sentence: str, found: bool) -> None:
    assert bool(say("ANG-02", f"Pasal 6\nPEMBIAYAAN\n{sentence}")) is found


@pytest.mark.parametrize(
    ("sentence", "variant"),
    [
        ("Pembiayaan akan ditentukan kemudian oleh PARA PIHAK.", "ditunda"),
        ("Biaya yang timbul dibebankan kepada PARA PIHAK.", "tanpa pembagian"),
        ("Biaya yang timbul dibebankan kepada PARA PIHAK secara proporsional.", None),
        ("Biaya yang timbul ditanggung oleh peserta.", None),
        ("Biaya yang timbul ditanggung oleh PIHAK KEDUA.", None),
    ],
)
def test_who_bears_what(sentence: str, variant: str | None) -> None:
    found = say("ANG-03", f"Pasal 6\nPEMBIAYAAN\n{sentence}")
    assert (variant in found[0].message) if variant else found == []


def test_a_memorandum_may_leave_the_costs_to_the_agreement_that_follows() -> None:
    text = "Pasal 5\nPEMBIAYAAN\nPembiayaan akan diatur dalam Perjanjian Kerja Sama."
    assert findings("ANG-03", text, kind=NK) == [] and findings("ANG-05", text, kind=NK) == []


@pytest.mark.parametrize(
    ("sentence", "found"),
    [
        ("PIHAK KESATU membayar biaya jasa kepada PIHAK KEDUA setiap bulan.", True),
        (
            "PIHAK KESATU membayar biaya jasa kepada PIHAK KEDUA setiap bulan sesuai dengan ketersediaan anggaran.",
            False,
        ),
        ("PIHAK KESATU membayar biaya jasa kepada PIHAK KEDUA setiap bulan dengan kontrak tahun jamak.", False),
        ("PIHAK KEDUA membayar biaya jasa kepada PIHAK KESATU setiap bulan.", False),
    ],
)
def test_payments_over_the_turn_of_the_year(sentence: str, found: bool) -> None:
    text = f"Pasal 6\nHARGA DAN PEMBAYARAN\n{sentence}"
    assert bool(say("ANG-06", text, without=("pembiayaan",), date=SPRING)) is found


@pytest.mark.parametrize(
    ("sentence", "found"),
    [
        ("PIHAK KESATU membayar seluruh harga pekerjaan di muka kepada PIHAK KEDUA.", True),
        ("Pembayaran dilakukan oleh PIHAK KESATU sekaligus setelah Perjanjian ini ditandatangani.", True),
        ("Pembayaran dilakukan oleh PIHAK KESATU sebelum pekerjaan dimulai.", True),
        ("Pembayaran dilakukan oleh PIHAK KESATU sekaligus setelah pekerjaan diterima.", False),
        ("PIHAK KESATU membayar uang muka 20% (dua puluh persen) di muka kepada PIHAK KEDUA.", False),
        ("PIHAK KEDUA membayar seluruh harga pekerjaan di muka kepada PIHAK KESATU.", False),
    ],
)
def test_payment_before_delivery(sentence: str, found: bool) -> None:
    assert bool(say("ANG-07", f"Pasal 6\nPEMBAYARAN\n{sentence}")) is found


@pytest.mark.parametrize(
    ("sentence", "severity"),
    [
        ("Pendapatan dari kantin digunakan langsung oleh PIHAK KESATU.", "error"),
        ("Hasil usaha dipergunakan untuk biaya operasional PIHAK KESATU.", "error"),
        ("Hasil usaha PIHAK KESATU sebagai Badan Layanan Umum dipergunakan untuk biaya operasional.", "info"),
        ("Hasil usaha disetor ke Kas Negara dan tidak digunakan langsung.", None),
        ("Hasil penelitian digunakan untuk kegiatan PARA PIHAK.", None),
    ],
)
def test_revenue_used_directly(sentence: str, severity: str | None) -> None:
    found = say("ANG-08", f"Pasal 4\nPELAKSANAAN\n{sentence}")
    assert [finding.severity for finding in found] == ([severity] if severity else [])


@pytest.mark.parametrize(
    ("sentence", "found"),
    [
        ("Barang milik negara dapat dijadikan jaminan utang oleh PIHAK KEDUA.", True),
        ("Barang milik negara tidak dapat dijadikan jaminan utang oleh PIHAK KEDUA.", False),
        ("Bangunan menjadi barang milik negara setelah perjanjian berakhir.", False),
    ],
)
def test_state_goods_as_collateral(sentence: str, found: bool) -> None:
    assert bool(say("ANG-11", f"Pasal 4\nPELAKSANAAN\n{sentence}")) is found


@pytest.mark.parametrize(
    ("sentence", "found"),
    [
        ("Kegiatan ini akan dianggarkan dalam APBD tahun berikutnya.", True),
        ("Kegiatan ini akan dianggarkan dalam APBD setelah memperoleh persetujuan DPRD.", False),
        ("Kegiatan ini dibebankan pada APBD tahun berjalan.", False),
    ],
)
def test_burdens_on_a_regional_budget(sentence: str, found: bool) -> None:
    assert bool(say("ANG-13", f"Pasal 6\nPEMBIAYAAN\n{sentence}", REGION)) is found


@pytest.mark.parametrize(
    ("sentence", "found"),
    [
        ("PIHAK KEDUA menghibahkan 2 (dua) unit komputer kepada PIHAK KESATU.", True),
        ("PIHAK KEDUA menghibahkan 2 (dua) unit komputer kepada PIHAK KESATU dengan berita acara serah terima.", False),
        ("PIHAK KESATU menghibahkan 2 (dua) unit komputer kepada PIHAK KEDUA.", False),
    ],
)
def test_grants_are_handed_over_and_booked(sentence: str, found: bool) -> None:
    assert bool(say("ANG-14", f"Pasal 4\nPELAKSANAAN\n{sentence}")) is found


def test_a_grant_binds_the_centre_by_law_and_a_region_by_custom() -> None:
    text = "Pasal 4\nPELAKSANAAN\nPIHAK KEDUA menghibahkan 2 (dua) unit komputer kepada PIHAK KESATU."
    assert [say("ANG-14", text, who)[0].force for who in (OFFICE, REGION)] == ["law", "practice"]


@pytest.mark.parametrize(
    "piece", ["biaya dibebankan kepada PIHAK KESATU dan ", "hasil digunakan langsung ", "BMN dijaminkan, "]
)
def test_text_that_never_ends(piece: str) -> None:
    base = agreement(parties=(OFFICE, FIRM))
    text = piece * (60_000 // len(piece))
    document = replace(base.document, blocks=(Block(text=text, place=Place(paragraph=0)),))
    subject = replace(
        base, document=document, provisions=(Provision("Pasal 4", text, (0,), 3),), unplaced=(), term=Term()
    )
    start = time.perf_counter()
    for rule in rulebook().rules:
        if rule.id.startswith("ANG"):
            list(rule.function.call(subject, rule.options))
    assert time.perf_counter() - start < 20  # measured: about 1 s
