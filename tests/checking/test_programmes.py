"""What the subject calls for: treatment, work plans, clauses on data and inventions; annexes and later articles."""

from __future__ import annotations

import pytest
from rule_checks import NK, agreement, findings

SYNERGY = "nota-kesepakatan"
PRISON = ("Lembaga Pemasyarakatan Kelas IIA Sukamaju", "PT Cahaya Mandala Usaha")
IMMIGRATION = ("Kantor Imigrasi Kelas I TPI Sukamaju", "Universitas Nusa Harapan")
WORK = "Pasal 4\nPELAKSANAAN\n"


def test_the_fields_of_treatment_bind_prisons_only() -> None:
    assert not findings("KLA-14", agreement(parties=PRISON))
    assert not findings("KLA-14", agreement())


@pytest.mark.parametrize(
    ("text", "hits"),
    [
        ("Kegiatan dikoordinasikan oleh pejabat penghubung PARA PIHAK.", 1),
        ("Kegiatan ditindaklanjuti dengan Perjanjian Kerja Sama.", 1),
        ("Kegiatan dituangkan dalam rencana kerja pada Lampiran sebagai bagian tidak terpisahkan.", 0),
    ],
)
def test_a_synergy_is_carried_out_by_its_work_plan(text: str, hits: int) -> None:
    parties = ("Pemerintah Kabupaten Sukamaju", "Kantor Imigrasi Kelas I TPI Sukamaju")
    assert len(findings("KLA-17", agreement(WORK + text, kind=SYNERGY, parties=parties))) == hits
    assert not findings("KLA-17", agreement(text, kind=NK))


def test_suggested_clauses_are_told_together() -> None:
    text = (
        "Pasal 3\nPELAKSANAAN\nPARA PIHAK melakukan pertukaran data peserta dan menyusun aplikasi pelatihan; "
        "PIHAK KEDUA "
        "dapat melibatkan pihak ketiga."
    )
    (found,) = findings("KLA-15", agreement(text, without=("kerahasiaan",)))
    assert "kerahasiaan" in found.message and "kekayaan intelektual" in found.message and "pengalihan" in found.message
    assert found.severity == "info"
    assert not findings("KLA-15", agreement())


def test_a_plan_or_target_is_asked_of_the_ministry() -> None:
    text = "Pasal 3\nPELAKSANAAN\nPelatihan dilaksanakan oleh PARA PIHAK."
    assert findings("KLA-18", agreement(text, parties=IMMIGRATION))
    assert not findings("KLA-18", agreement(text))
    assert not findings("KLA-18", agreement(text + " Indikator keberhasilannya jumlah lulusan.", parties=IMMIGRATION))


def test_gratification_is_asked_for_only_when_selected() -> None:
    assert findings("KLA-16", agreement(parties=IMMIGRATION))
    kept = "Pasal 16\nINTEGRITAS\nPARA PIHAK bebas dari konflik kepentingan dan tidak memberi gratifikasi."
    assert not findings("KLA-16", agreement(kept, parties=IMMIGRATION))


def test_references_ahead_are_one_finding() -> None:
    text = (
        "Pasal 3\nPELAKSANAAN\nPelatihan mengikuti Pasal 5 dan Pasal 8, dalam lingkup Pasal 2, menurut "
        "Pasal 17 Undang-Undang Nomor 1 Tahun 2004."
    )
    (found,) = findings("RUJ-03", text)
    assert found.message.startswith("2 ")
    assert [found.place.quote, found.more_places[0][0].quote] == ["Pasal 5 dan Pasal 8", "Pasal 5 dan Pasal 8"]


def test_an_agreement_without_annex_declares_none() -> None:
    assert not findings("RUJ-07", WORK + "Rincian tercantum dalam Lampiran.")


@pytest.mark.parametrize(
    ("text", "severity"),
    [
        ("Warga binaan memproduksi mebel bagi PIHAK KEDUA.", "error"),
        ("Warga binaan dipekerjakan dalam bengkel PIHAK KEDUA tanpa biaya.", "error"),
        ("Warga binaan memproduksi mebel dan menerima premi melalui Kepala Lembaga Pemasyarakatan.", None),
        ("Warga binaan memproduksi mebel; premi dibayarkan langsung ke rekening warga binaan.", "warning"),
        ("Warga binaan mengikuti pelatihan mebel.", None),
        ("PIHAK KEDUA memproduksi alat peraga.", None),
    ],
)
def test_prisoners_who_produce_are_paid(text: str, severity: str | None) -> None:
    found = findings("ANG-12", agreement(WORK + text, parties=PRISON))
    assert [finding.severity for finding in found] == ([severity] if severity else [])
    assert not findings("ANG-12", WORK + text)


@pytest.mark.parametrize(
    ("labels", "hits"),
    [(("LAMPIRAN I", "LAMPIRAN II"), 0), (("LAMPIRAN 1", "LAMPIRAN 2"), 1), (("LAMPIRAN A", "LAMPIRAN B"), 1)],
)
def test_several_annexes_have_roman_numbers(labels: tuple[str, str], hits: int) -> None:
    text = "\n\n".join(f"{label}\n\nRENCANA KERJA\n\n1. Pelatihan menjahit." for label in labels)
    assert len(findings("RUJ-06", agreement(text, part="lampiran", kind=SYNERGY))) == hits
