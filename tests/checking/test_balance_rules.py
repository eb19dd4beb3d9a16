"""Rules on the balance of the parties: shares of rights and duties, one-sided powers and burdens."""

from __future__ import annotations

import pytest

from kerjasama_check.agreement.model import Agreement
from kerjasama_check.checking.engine import check_agreement
from kerjasama_check.checking.examples import parse_text
from kerjasama_check.checking.functions.balance import obligations_of
from kerjasama_check.checking.rulebook import load_rulebook
from kerjasama_check.checking.skeletons import compose

BOOK = load_rulebook(cache=False)


def draft(text: str, kind: str = "perjanjian-kerja-sama", **more: object) -> Agreement:
    return parse_text(compose(kind, text, **more))  # type: ignore[arg-type]


def found(agreement: Agreement, rule: str) -> list[tuple[str, str | None, str]]:
    findings = check_agreement(agreement, BOOK, select=[rule])
    return [(finding.severity, finding.place.provision, finding.message) for finding in findings]


def duties(second: int, first: int = 1) -> str:
    """An article with a right for each party, `first` duties of party 1 and `second` of party 2."""
    letters = "abcdefghijklmn"
    one = "\n".join(f"{letters[n]}. menyiapkan ruang kelas nomor {n + 1};" for n in range(first))
    two = "\n".join(f"{letters[n]}. menyusun modul nomor {n + 1};" for n in range(second))
    return (
        "Pasal 4\nHAK DAN KEWAJIBAN\n(1) PIHAK KESATU berhak memperoleh modul.\n"
        "(2) PIHAK KEDUA berhak menggunakan ruang.\n"
        f"(3) PIHAK KESATU berkewajiban:\n{one}\n(4) PIHAK KEDUA berkewajiban:\n{two}"
    )


def test_many_times_the_duties_of_the_other_is_told_with_what_was_compared() -> None:
    (finding,) = found(draft(duties(11, 1), without=("pelaporan", "pelaksanaan", "pembiayaan")), "EQU-04")
    assert finding[0] == "warning" and finding[1] == "Pasal 4"
    assert "PIHAK KEDUA memikul 11 kewajiban" in finding[2] and "Pasal 4 ayat (4) huruf a" in finding[2]


def test_a_few_more_duties_are_no_imbalance() -> None:
    assert found(draft(duties(4, 2)), "EQU-04") == []


def test_who_delivers_work_may_have_more_duties() -> None:
    assert found(draft(duties(6, 2), kind="surat-perjanjian"), "EQU-04") == []


TERMINATION = "Pasal 7\nPENGAKHIRAN\n{}"


@pytest.mark.parametrize(
    ("sentence", "count"),
    [
        ("PIHAK KEDUA dapat mengakhiri Perjanjian Kerja Sama ini sewaktu-waktu.", 1),
        ("PIHAK KESATU berhak memutus Perjanjian Kerja Sama ini.", 1),
        ("Perjanjian Kerja Sama ini dapat diakhiri oleh PIHAK KESATU.", 1),
        ("PARA PIHAK dapat mengakhiri Perjanjian Kerja Sama ini.", 0),
        ("PIHAK KESATU dapat mengakhiri Perjanjian ini dan PIHAK KEDUA dapat mengakhiri Perjanjian ini.", 0),
        ("Apabila PIHAK KEDUA lalai, PIHAK KESATU dapat mengakhiri Perjanjian Kerja Sama ini.", 0),
        ("PIHAK yang dirugikan dapat mengakhiri Perjanjian Kerja Sama ini.", 0),
    ],
)
def test_termination_by_one_party_alone(sentence: str, count: int) -> None:
    assert len(found(draft(TERMINATION.format(sentence)), "EQU-05")) == count


def test_burden_of_one_party_is_a_note() -> None:
    text = "Pasal 8\nKERAHASIAAN\nPIHAK KEDUA wajib menjaga kerahasiaan data peserta."
    ((severity, place, message),) = found(draft(text), "EQU-05")
    assert severity == "info" and place == "Pasal 8" and "PIHAK KEDUA" in message
    assert found(draft(text.replace("PIHAK KEDUA", "PARA PIHAK")), "EQU-05") == []


def test_who_delivers_work_answers_for_it_alone() -> None:
    text = "Pasal 8\nSANKSI\nPIHAK KEDUA wajib membayar denda 1‰ (satu per seribu) untuk setiap hari keterlambatan."
    assert found(draft(text, kind="surat-perjanjian"), "EQU-05") == []


def test_a_cooperation_under_an_umbrella_leaves_the_principles_to_it() -> None:
    assert found(draft(""), "EQU-10") == []


def test_alternat_is_asked_for_only_when_it_is_selected() -> None:
    between = ("Dinas Tenaga Kerja Kabupaten Sukamaju", "Dinas Sosial Kabupaten Sukajaya")
    agreement = draft("", kind="nota-kesepahaman", parties=between)
    assert len(found(agreement, "EQU-07")) == 1
    assert "EQU-07" not in {finding.rule for finding in check_agreement(agreement, BOOK)}


def test_rows_are_found_once_per_agreement() -> None:
    agreement = draft("")
    assert obligations_of(agreement) is obligations_of(agreement)
