"""Disputes: deliberation first, one forum named in full, no stages that undo each other."""

from __future__ import annotations

import pytest
from rule_checks import NK, agreement, findings

HEAD = "Pasal 12\nPENYELESAIAN PERSELISIHAN\n"
TALK = "Perselisihan diselesaikan secara musyawarah untuk mufakat paling lama 30 (tiga puluh) hari"
AGENCIES = ("Badan Riset Samudra Nusantara", "Kantor Imigrasi Kelas I TPI Sukamaju")
ABROAD = ("Politeknik Negeri Sukamaju", "Sunrise Bay University")


@pytest.mark.parametrize(
    "word", ["musyawarah", "perundingan", "konsultasi dan negosiasi", "jalan damai", "kekeluargaan"]
)
def test_any_friendly_way_counts(word: str) -> None:
    assert not findings("SGK-01", f"{HEAD}Perselisihan antara PARA PIHAK diselesaikan melalui {word} lebih dahulu.")


def test_a_court_at_once_is_told() -> None:
    text = f"{HEAD}Perselisihan antara PARA PIHAK diselesaikan melalui Pengadilan Negeri Sukamaju."
    (found,) = findings("SGK-01", text)
    assert (found.place.provision, found.force) == ("Pasal 12", "practice")
    (of_region,) = findings("SGK-01", text, parties=("Pemerintah Kabupaten Sukamaju", "PT Cahaya Mandala Usaha"))
    assert of_region.force == "law"


@pytest.mark.parametrize(
    ("second", "hits"),
    [
        ("melalui BANI di Sukamaju atau Pengadilan Negeri Sukamaju", 1),
        ("melalui Badan Arbitrase Nasional Indonesia, tidak melalui pengadilan", 0),
        ("melalui BANI di Sukamaju dan pelaksanaan putusan didaftarkan di Pengadilan Negeri Sukamaju", 0),
        ("melalui Pengadilan Negeri Sukamaju", 0),
    ],
)
def test_court_and_arbitration(second: str, hits: int) -> None:
    found = findings("SGK-02", f"{HEAD}{TALK} dan, bila tidak tercapai, {second}.")
    assert len(found) == hits
    assert all((f.severity, f.force) == ("error", "law") for f in found)


def test_two_articles_that_choose_differently_are_named_together() -> None:
    text = (
        f"{HEAD}{TALK}, lalu melalui Badan Arbitrase Nasional Indonesia.\n"
        "Pasal 13\nDOMISILI\nPARA PIHAK memilih domisili hukum di Kepaniteraan Pengadilan Negeri Sukamaju."
    )
    (found,) = findings("SGK-02", text)
    assert [spot.provision for spot, _ in found.more_places] == ["Pasal 13"]


def test_agencies_do_not_sue_each_other() -> None:
    text = f"{HEAD}{TALK} dan, bila tidak tercapai, melalui Pengadilan Negeri Sukamaju."
    assert findings("SGK-03", text, parties=AGENCIES)
    assert not findings("SGK-03", text)
    assert not findings("SGK-03", f"{HEAD}{TALK}.", parties=AGENCIES)


def test_a_limit_is_asked_for_only_before_a_further_stage() -> None:
    open_end = "Perselisihan diselesaikan secara musyawarah untuk mufakat"
    assert findings("SGK-04", f"{HEAD}{open_end} dan, bila gagal, melalui Pengadilan Negeri Sukamaju.")
    assert not findings("SGK-04", f"{HEAD}{open_end}.")
    assert not findings("SGK-04", f"{HEAD}{TALK} dan, bila gagal, melalui Pengadilan Negeri Sukamaju.")


@pytest.mark.parametrize(
    ("text", "hits"),
    [
        ("This Agreement is governed by the laws of Singapore.", 1),
        ("This Agreement is governed by the laws of the Republic of Indonesia.", 0),
        ("Perselisihan diselesaikan di courts of Malaysia.", 1),
        ("Perjanjian ini tunduk pada hukum Negara Republik Indonesia.", 0),
        ("Perjanjian ini tunduk pada hukum internasional.", 0),
    ],
)
def test_foreign_law(text: str, hits: int) -> None:
    assert len(findings("SGK-05", f"{HEAD}Perselisihan dirundingkan oleh PARA PIHAK. {text}", parties=ABROAD)) == hits


@pytest.mark.parametrize(
    ("forum", "hits"),
    [
        ("Pengadilan Negeri", 1),
        ("Kepaniteraan Pengadilan Negeri setempat", 1),
        ("jalur hukum", 1),
        ("instansi yang berwenang", 1),
        ("Pengadilan Negeri Sukamaju", 0),
        ("Pengadilan Negeri Kelas IA Sukamaju", 0),
        ("Pengadilan Negeri yang membawahi wilayah Kota Sukamaju", 0),
        ("Pengadilan Negeri ..........", 0),
        ("jalur hukum di Pengadilan Negeri Sukamaju", 0),
        ("Badan Arbitrase Nasional Indonesia", 0),
    ],
)
def test_the_forum_is_named_in_full(forum: str, hits: int) -> None:
    assert len(findings("SGK-06", f"{HEAD}{TALK} dan, bila tidak tercapai, diselesaikan melalui {forum}.")) == hits


def test_the_law_that_governs_is_no_forum() -> None:
    text = f"{HEAD}(1) Perjanjian Kerja Sama ini tunduk pada ketentuan hukum yang berlaku.\n(2) {TALK}."
    assert not findings("SGK-06", text)


def test_a_memorandum_needs_no_forum() -> None:
    text = "Pasal 7\nPENYELESAIAN PERSELISIHAN\nPerselisihan yang tidak selesai ditempuh melalui jalur hukum."
    assert not findings("SGK-06", agreement(text, kind=NK))


@pytest.mark.parametrize(
    "second",
    [
        "(2) Apabila tidak tercapai, keputusan PIHAK KEDUA bersifat final.",
        "(2) Perselisihan diajukan ke Pengadilan Negeri Sukamaju.\n(3) Domisilinya Pengadilan Negeri Randukarya.",
        "(2) Apabila tidak tercapai melalui arbitrase, PARA PIHAK menempuh jalur hukum.",
    ],
)
def test_stages_that_undo_each_other(second: str) -> None:
    assert len(findings("SGK-07", f"{HEAD}(1) {TALK}.\n{second}")) == 1


def test_one_court_named_twice_is_one_court() -> None:
    text = (
        f"{HEAD}(1) {TALK}.\n(2) Perselisihan diajukan ke Pengadilan Negeri Kota Sukamaju.\n"
        "(3) Domisili hukum dipilih di Kepaniteraan Pengadilan Negeri Sukamaju."
    )
    assert not findings("SGK-07", text)
