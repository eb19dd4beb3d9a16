"""The komparisi: labels, bodies, signatories and offices in every layout."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from kerjasama_check.agreement.parties import Comparison, read_parties

Paper = Callable[..., tuple]
NAMES = ("DINAS KESEHATAN KABUPATEN ALOR", "PT NUSA DIGITAL")
DINAS = "Dinas Kesehatan Kabupaten Alor"
FIRST = ("Dinas Kesehatan Kabupaten Alor", "dr. Sari Wulandari", "Kepala Dinas Kesehatan Kabupaten Alor")
SECOND = ("PT Nusa Digital", "Budi Hartono, S.Kom.", "Direktur Utama PT Nusa Digital")


def parties(paper: Paper, lines: list[object]) -> Comparison:
    units = paper(lines)
    return read_parties(units, 0, 0, len(units), NAMES)


def facts(found: Comparison) -> list[tuple[str | None, str | None, str | None]]:
    return [(p.institution, p.representative, p.office) for p in found.parties]


def prose(number: str, label: str, facts: tuple[str, str, str], called: str = "selanjutnya disebut") -> str:
    body, person, office = facts
    return (
        f"{number}{person}, {office}, berkedudukan di Jalan Melati Nomor 3, bertindak untuk dan atas nama "
        f"{body}, {called} {label}"
    )


@pytest.mark.parametrize(
    "labels",
    [
        ("PIHAK KESATU", "PIHAK KEDUA"),
        ("PIHAK PERTAMA", "PIHAK KEDUA"),
        ("PIHAK I", "PIHAK II"),
        ("PIHAK 1", "PIHAK 2"),
        ("Pihak Pertama", "Pihak Kedua"),
        ("DINKES", "NUSA"),
        ("PEMBERI SEWA", "PENYEWA"),
        ("UNIVERSITAS", "BANK"),
        ("Penyedia", "Pengguna"),
    ],
)
@pytest.mark.parametrize("numbers", [("1. ", "2. "), ("I.\t", "II.\t"), ("", "")])
def test_labels(paper: Paper, labels: tuple[str, str], numbers: tuple[str, str]) -> None:
    lines = [prose(numbers[0], f"{labels[0]};", FIRST), prose(numbers[1], f"{labels[1]}.", SECOND)]
    found = parties(paper, [*lines, "PARA PIHAK terlebih dahulu menerangkan hal-hal sebagai berikut:"])
    assert tuple(p.label for p in found.parties) == labels
    assert facts(found) == [FIRST, SECOND]
    assert (found.end, found.collective) == (2, "PARA PIHAK")


@pytest.mark.parametrize("alias", ["“DINKES”", "DINKES"])
def test_an_alias_is_not_the_next_party(paper: Paper, alias: str) -> None:
    found = parties(
        paper, [prose("1. ", f"“PIHAK PERTAMA” atau {alias};", FIRST), prose("2. ", "“PIHAK KEDUA”.", SECOND)]
    )
    assert [(p.label, p.aliases) for p in found.parties] == [("PIHAK PERTAMA", ("DINKES",)), ("PIHAK KEDUA", ())]
    assert facts(found) == [FIRST, SECOND]


def test_the_number_of_the_next_party_is_no_label(paper: Paper) -> None:
    first = prose("1. ", "PIHAK 1.", FIRST)
    second = prose("2. ", "PIHAK 2.", ("PT Nusa Digital", "Dr. Budi Hartono", "Direktur Utama PT Nusa Digital"))
    found = parties(paper, [f"{first} {second}"])
    assert [p.label for p in found.parties] == ["PIHAK 1", "PIHAK 2"]
    assert [p.representative for p in found.parties] == ["dr. Sari Wulandari", "Dr. Budi Hartono"]


def test_captions_with_values(paper: Paper) -> None:
    lines = []
    for label, (body, person, office) in (("PIHAK PERTAMA", FIRST), ("PIHAK KEDUA", SECOND)):
        lines += [f"Nama\t: {person}", f"Jabatan\t: {office}", "Alamat\t: Jalan Melati Nomor 3"]
        lines.append(f"Dalam hal ini bertindak untuk dan atas nama {body}, selanjutnya disebut {label}.")
    found = parties(paper, lines)
    assert facts(found) == [FIRST, SECOND]
    assert [p.address for p in found.parties] == ["Jalan Melati Nomor 3"] * 2


def test_a_value_that_a_narrow_column_wraps(paper: Paper) -> None:
    lines = ["Nama : dr. Sari", "Wulandari", "Jabatan : Kepala Dinas Kesehatan", "Kabupaten Alor", "Alamat : Kalabahi"]
    lines.append(f"Bertindak untuk dan atas nama {DINAS}, selanjutnya disebut PIHAK KESATU.")
    assert facts(parties(paper, [*lines, prose("", "PIHAK KEDUA.", SECOND)]))[0] == FIRST


def test_a_table_of_names_and_descriptions(paper: Paper) -> None:
    cells: list[object] = []
    for row, (label, (body, person, office)) in enumerate((("PIHAK KESATU;", FIRST), ("PIHAK KEDUA.", SECOND))):
        text = (
            f": {office}, berkedudukan di Kalabahi, bertindak untuk dan atas nama {body}, selanjutnya disebut {label}"
        )
        cells += [(f"cell 0 {row} 0", f"{row + 1}."), (f"cell 0 {row} 1", person), (f"cell 0 {row} 2", text)]
    assert facts(parties(paper, cells)) == [FIRST, SECOND]


def test_the_body_before_its_signatory(paper: Paper) -> None:
    lines = [
        f"{body}, berkedudukan di Ende, diwakili oleh {person} selaku {office}, selanjutnya disebut {label}"
        for label, (body, person, office) in (("PIHAK KESATU;", FIRST), ("PIHAK KEDUA.", SECOND))
    ]
    assert facts(parties(paper, lines)) == [FIRST, SECOND]


def test_the_label_before_the_signatory(paper: Paper) -> None:
    lines = [
        f"{body}, di Ende, selanjutnya disebut {label}, dalam hal ini diwakili oleh {person} selaku {office};"
        for label, (body, person, office) in (("PIHAK KESATU", FIRST), ("PIHAK KEDUA", SECOND))
    ]
    found = parties(paper, lines)
    assert [p.label for p in found.parties] == ["PIHAK KESATU", "PIHAK KEDUA"]
    assert facts(found) == [FIRST, SECOND]


def test_english(paper: Paper) -> None:
    text = (
        "Nusa Foundation, a foundation based in Jakarta (hereinafter referred to as the “Foundation”) represented by "
        "Sari Wulandari as Chairperson, and Green Society, based in Bonn (hereinafter referred to as “GS”) represented "
        "by Karl Brenner as Executive Director."
    )
    found = parties(paper, [text])
    assert [p.label for p in found.parties] == ["Foundation", "GS"]
    assert facts(found) == [
        ("Nusa Foundation", "Sari Wulandari", "Chairperson"),
        ("Green Society", "Karl Brenner", "Executive Director"),
    ]


def test_a_person_who_acts_for_himself(paper: Paper) -> None:
    person = "2. Wayan Sudarma, wiraswasta, beralamat di Denpasar, bertindak untuk dan atas nama diri sendiri, "
    found = parties(paper, [prose("1. ", "PIHAK KESATU;", FIRST), f"{person}selanjutnya disebut PIHAK KEDUA."])
    assert (found.parties[1].institution, found.parties[1].representative) == (None, "Wayan Sudarma")
    assert found.parties[1].sector == "perorangan"


@pytest.mark.parametrize(
    "person",
    [
        "Hj. Siti Rahma binti Yusuf, S.Pd.",
        "I Gede Made Artana, S.H.",
        "Togar P. Siahaan",
        "Prof. apt. Dewi, Ph.D.",
        "Sukarman",
    ],
)
@pytest.mark.parametrize(
    "office", ["Plt. Wali Kota Tirta", "Executive General Manager", "Ketua Umum", "Penjabat Bupati Alor"]
)
def test_names_and_offices(paper: Paper, person: str, office: str) -> None:
    found = parties(
        paper, [prose("1. ", "PIHAK KESATU;", (DINAS, person, office)), prose("2. ", "PIHAK KEDUA.", SECOND)]
    )
    first = found.parties[0]
    assert (first.representative or "").rstrip(".") == person.rstrip(".")
    assert first.office == office


def test_a_body_keeps_its_brackets(paper: Paper) -> None:
    pos = ("PT Pos Nusa (Persero)", "Budi Hartono", "Direktur PT Pos Nusa (Persero)")
    found = parties(paper, [prose("1. ", "PIHAK KESATU;", FIRST), prose("2. ", "PIHAK KEDUA.", pos)])
    assert facts(found)[1] == pos


def test_three_parties(paper: Paper) -> None:
    third = ("Yayasan Harapan", "Rina Sari", "Ketua Yayasan Harapan")
    lines = [
        prose(f"{i}. ", f"PIHAK {w};", p)
        for i, (w, p) in enumerate(zip(("KESATU", "KEDUA", "KETIGA"), (FIRST, SECOND, third), strict=True), 1)
    ]
    found = parties(
        paper, [*lines, "PIHAK KESATU, PIHAK KEDUA, dan PIHAK KETIGA secara bersama-sama disebut PARA PIHAK."]
    )
    assert facts(found) == [FIRST, SECOND, third]


def test_parties_without_labels(paper: Paper) -> None:
    lines = [f"{person}, {office}, bertindak untuk dan atas nama {body}." for body, person, office in (FIRST, SECOND)]
    found = parties(paper, [*lines, "sepakat untuk bekerja sama."])
    assert [(p.label, p.institution) for p in found.parties] == [(None, FIRST[0]), (None, SECOND[0])]


@given(st.lists(st.text(max_size=120), max_size=8))
@settings(max_examples=100, deadline=None)
def test_no_text_breaks_the_reading(paper: Paper, lines: list[str]) -> None:
    found = parties(paper, list(lines))
    assert found.end <= len(paper(list(lines)))


@pytest.mark.parametrize(
    "office",
    [
        "Vice-Chancellor of Northhaven University",
        "Mayor of the City of Northhaven",
        "President of Northhaven University",
        "Managing Director of Northhaven University",
    ],
)
def test_foreign_offices(paper: Paper, office: str) -> None:
    second = ("Northhaven University", "EDMUND THORNBURY", office)
    found = parties(paper, [prose("1. ", "PIHAK KESATU; dan", FIRST), prose("2. ", "PIHAK KEDUA.", second)])
    assert facts(found)[1] == second


def test_a_full_stop_ends_an_english_label(paper: Paper) -> None:
    lines = [
        "1. Universitas Teluk Permata, domiciled in Permata, represented by HENDRA PRAMUDYA, Rector, hereinafter "
        "referred to as the First Party; and",
        "2. Greycliff College, domiciled in Greycliff, represented by IMOGEN ASHWORTH, President, hereinafter "
        "referred to as the Second Party.",
        "The First Party and the Second Party are hereinafter jointly referred to as the Parties.",
    ]
    assert [party.label for party in parties(paper, list(lines)).parties] == ["First Party", "Second Party"]


@pytest.mark.parametrize(
    ("sentence", "defined"),
    [
        ("PIHAK KESATU dan PIHAK KEDUA secara bersama-sama disebut PARA PIHAK dan masing-masing disebut PIHAK.", True),
        ("PIHAK KESATU dan PIHAK KEDUA secara bersama-sama disebut PARA PLUTAK.", True),  # as a scan has it
        ("PIHAK KESATU dan PIHAK KEDUA (PARA PIHAK, masing-masing disebut PIHAK) menerangkan:", True),
        ("PIHAK KESATU dan PIHAK KEDUA masing-masing disebut PIHAK.", False),
    ],
)
def test_where_the_label_for_all_is_given(paper: Paper, sentence: str, defined: bool) -> None:
    komparisi = [prose("1. ", "PIHAK KESATU; dan", FIRST), prose("2. ", "PIHAK KEDUA.", SECOND)]
    found = parties(paper, [*komparisi, sentence, "PARA PIHAK menerangkan hal-hal sebagai berikut:"])
    assert found.collective == "PARA PIHAK" and found.collective_defined is defined
