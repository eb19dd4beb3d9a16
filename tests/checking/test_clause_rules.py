"""Clauses: present by article, by a sentence elsewhere, near, incomplete, or gone."""

from __future__ import annotations

from dataclasses import replace

import pytest
from rule_checks import NK, agreement, findings

PRISON = ("Lembaga Pemasyarakatan Kelas IIA Sukamaju", "PT Cahaya Mandala Usaha")
REGION = ("Pemerintah Kabupaten Sukamaju", "Universitas Nusa Harapan")


@pytest.mark.parametrize(
    ("rule", "clause"),
    [
        ("KLA-01", "maksud-tujuan"),
        ("KLA-02", "ruang-lingkup"),
        ("KLA-04", "hak-kewajiban"),
        ("KLA-05", "jangka-waktu"),
        ("KLA-06", "penyelesaian-perselisihan"),
        ("KLA-07", "keadaan-kahar"),
        ("KLA-11", "korespondensi"),
        ("KLA-12", "perubahan"),
    ],
)
def test_a_clause_taken_out_is_missed_once(rule: str, clause: str) -> None:
    (found,) = findings(rule, agreement(without=(clause,)))
    assert found.place.provision is None
    assert not findings(rule, agreement())


def test_a_subject_dealt_with_under_another_heading_counts() -> None:
    text = "Pasal 15\nKETENTUAN LAIN-LAIN\nPerselisihan yang timbul diselesaikan secara musyawarah untuk mufakat."
    assert not findings("KLA-06", agreement(text, without=("penyelesaian-perselisihan",)))


def test_what_comes_close_is_named_and_weighs_less() -> None:
    text = "Pasal 15\nKETENTUAN LAIN-LAIN\nHal lain ditetapkan oleh PARA PIHAK melalui musyawarah."
    (found,) = findings("KLA-06", agreement(text, without=("penyelesaian-perselisihan",)))
    assert "Pasal 1" in found.message
    assert found.confidence == "medium"


def test_guidelines_of_one_side_are_no_follow_up() -> None:
    text = "Pasal 3\nPELAKSANAAN\nPelaksanaan lebih lanjut mengikuti petunjuk teknis PIHAK KEDUA."
    (found,) = findings("KLA-03", agreement(text, kind=NK))
    assert "Pasal 3" in found.message


def test_a_memorandum_without_disputes_is_only_warned() -> None:
    without = ("penyelesaian-perselisihan",)
    assert findings("KLA-06", agreement(kind=NK, without=without))[0].severity == "warning"
    assert findings("KLA-06", agreement(without=without))[0].severity == "error"


def test_force_majeure_without_notice_is_incomplete() -> None:
    text = (
        "Pasal 11\nKEADAAN KAHAR\nKeadaan kahar meliputi bencana alam. PARA PIHAK dibebaskan dari tanggung jawab "
        "selama keadaan itu berlangsung."
    )
    (found,) = findings("KLA-07", text)
    assert found.place.provision == "Pasal 11"
    assert "pemberitahuan" in found.message
    assert "akibat" not in found.message


def test_sanctions_are_asked_of_regions_with_third_parties_only() -> None:
    assert findings("KLA-08", agreement(without=("sanksi",), parties=REGION))
    assert not findings("KLA-08", agreement(without=("sanksi",)))
    assert not findings("KLA-08", agreement(without=("sanksi",), parties=REGION, kind=NK))
    both = ("Pemerintah Kabupaten Sukamaju", "Kantor Imigrasi Kelas I TPI Sukamaju")
    assert not findings("KLA-08", agreement(without=("sanksi",), parties=both))


def test_reports_are_owed_by_both_sides() -> None:
    text = "Pasal 8\nPELAPORAN\nPIHAK KESATU menyampaikan laporan tertulis setiap bulan."
    (found,) = findings("KLA-10", agreement(text, parties=PRISON, without=("pemantauan-evaluasi", "hak-kewajiban")))
    assert "PIHAK KEDUA" in found.message


def test_ceremonial_texts_lack_no_clauses() -> None:
    subject = replace(agreement(without=("jangka-waktu",)), ceremonial=True)
    assert not findings("KLA-05", subject)
    assert [finding.rule for finding in findings("STR-21", subject)] == ["STR-21"]


def test_contacts_must_be_reachable() -> None:
    text = "Pasal 13\nKORESPONDENSI\nSurat disampaikan ke Jalan Melati Nomor 12 dan Jalan Kenanga Nomor 8, Sukamaju."
    (found,) = findings("KLA-11", text)
    assert "surel" in found.message
    assert "alamat" not in found.message
