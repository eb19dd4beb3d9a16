"""AUT-01 and AUT-02: who signs, and by what power."""

from __future__ import annotations

import pytest
from rule_checks import agreement, findings, rulebook, scanned

from kerjasama_check.checking.functions.authority import Names, name_words

BLOCK = "PIHAK KESATU,\n\n{}\n\n{}\n\nPIHAK KEDUA,\n\nDirektur Utama PT Cahaya Mandala Usaha\n\nBAGUS WIRATAMA"


def titles() -> tuple[str, ...]:
    rule = next(rule for rule in rulebook().rules if rule.id == "AUT-01")
    assert isinstance(rule.options, Names)
    return rule.options.titles


@pytest.mark.parametrize(
    ("name", "words"),
    [
        ("Dr. Ir. Ratna Kusumawati, S.T., M.T.", ("ratna", "kusumawati")),
        ("RATNA KUSUMAWATI", ("ratna", "kusumawati")),
        ("Prof. Dr. H. Bagus Wiratama, M.Sc., Ph.D", ("bagus", "wiratama")),
        ("Kombes Pol. Bagus W., S.I.K.", ("bagus", "w")),
    ],
)
def test_bare_names(name: str, words: tuple[str, ...]) -> None:
    assert name_words(name, titles()) == words


@pytest.mark.parametrize(
    ("office", "name", "confidence"),
    [
        ("Direktur", "Dr. Ratna Kusumawati, M.T.", None),
        ("Direktur Politeknik Negeri Sukamaju", "RATNA KUSUMA", "medium"),
        ("Direktur", "HENDRA PERMANA", "high"),
        ("Wakil Direktur", "RATNA KUSUMAWATI", "medium"),
        ("Ketua Jurusan", "RATNA KUSUMAWATI", "medium"),
    ],
)
def test_signature_against_komparisi(office: str, name: str, confidence: str | None) -> None:
    found = findings("AUT-01", BLOCK.format(office, name), part="tanda-tangan")
    assert [f.confidence for f in found] == ([confidence] if confidence else [])


def test_a_name_under_a_stamp_is_not_believed() -> None:
    whole = agreement(BLOCK.format("Direktur", "HENDRA PERMANA"), part="tanda-tangan")
    assert [f.confidence for f in findings("AUT-01", scanned(whole))] == ["low"]
    assert findings("AUT-01", scanned(whole, "HENDRA")) == []


KOMPARISI = (
    "1. RATNA KUSUMAWATI, Direktur Politeknik Negeri Sukamaju, {} bertindak untuk dan atas nama Politeknik Negeri "
    "Sukamaju, selanjutnya disebut PIHAK KESATU; dan\n\n"
    "2. {}, selanjutnya disebut PIHAK KEDUA.\n\nKeduanya disebut PARA PIHAK."
)
DECREE = "berdasarkan Keputusan Menteri Nomor 7 Tahun 2024"
COMPANY = (
    "BAGUS WIRATAMA, Direktur Utama PT Cahaya Mandala Usaha, bertindak untuk dan atas nama PT Cahaya Mandala Usaha"
)


@pytest.mark.parametrize(
    ("first", "second", "labels"),
    [
        (DECREE, f"{COMPANY} berdasarkan Akta Pendirian Nomor 18", None),
        (DECREE, COMPANY, "PIHAK KEDUA"),
        ("", COMPANY, "PIHAK KESATU dan PIHAK KEDUA"),
        (DECREE, "BAGUS WIRATAMA, pekerjaan wiraswasta, bertindak untuk dan atas nama diri sendiri", None),
    ],
)
def test_basis_of_the_power(first: str, second: str, labels: str | None) -> None:
    found = findings("AUT-02", KOMPARISI.format(first, second), part="para-pihak")
    assert [labels in f.message for f in found if labels] == ([True] if labels else [])
    assert len(found) == (labels is not None)
