"""The signature block: who signs for whom, and no name that is not printed there."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

import pytest

from kerjasama_check.agreement.model import Party, Signature
from kerjasama_check.agreement.signature_names import bare_name
from kerjasama_check.agreement.signatures import read_signatures

Paper = Callable[..., tuple]


def party(label: str, body: str, person: str | None, office: str) -> Party:
    return Party(label, body, person, office, None, "", ())


PARTIES = (
    party("PIHAK KESATU", "Dinas Kesehatan Kabupaten Alor", "dr. Sari Wulandari, M.Kes.", "Kepala Dinas"),
    party("PIHAK KEDUA", "PT Nusa Digital", "Budi Hartono, S.Kom.", "Direktur Utama"),
)


def table(*rows: tuple[str, str]) -> list[object]:
    return [(f"cell 0 {r} {c}", text) for r, row in enumerate(rows) for c, text in enumerate(row)]


def names(found: tuple[Signature, ...]) -> list[tuple[str | None, str | None]]:
    return [(s.label, s.name) for s in found]


BOTH = [("PIHAK KESATU", "dr. Sari Wulandari, M.Kes."), ("PIHAK KEDUA", "Budi Hartono, S.Kom.")]


@pytest.mark.parametrize(
    "lines",
    [
        table(
            ("PIHAK KESATU,", "PIHAK KEDUA,"),
            ("Kepala Dinas", "Direktur Utama"),
            ("dr. Sari Wulandari, M.Kes.", "Budi Hartono, S.Kom."),
        ),
        table(
            ("PIHAK KESATU", "PIHAK KEDUA"),
            ("Meterai\nRp10.000", ""),
            ("(dr. Sari Wulandari, M.Kes.)", "( Budi Hartono, S.Kom. )"),
        ),
        ["PIHAK KESATU\t\tPIHAK KEDUA", "dr. Sari Wulandari, M.Kes.\t\tBudi Hartono, S.Kom."],
        [
            "PIHAK KESATU",
            "ttd.",
            "dr. Sari Wulandari, M.Kes.",
            "NIP 19700101 199503 2 001",
            "PIHAK KEDUA",
            "Budi Hartono, S.Kom.",
        ],
        [
            "PIHAK KESATU,",
            "dr. Sari Wulandari, M.Kes.",
            "Kepala Dinas",
            "PIHAK KEDUA,",
            "Budi Hartono, S.Kom.",
            "Direktur Utama",
        ],
    ],
)
def test_layouts(paper: Paper, lines: list[object]) -> None:
    assert [(label, (name or "").rstrip(".")) for label, name in names(read_signatures(paper(lines), PARTIES))] == [
        (label, name.rstrip(".")) for label, name in BOTH
    ]


def test_a_name_on_two_lines_of_its_cell(paper: Paper) -> None:
    lines = [("cell 0 0 0", "PIHAK KESATU"), ("cell 0 0 0", "dr. Sari"), ("cell 0 0 0", "Wulandari, M.Kes.")]
    lines += [("cell 0 0 1", "PIHAK KEDUA"), ("cell 0 0 1", "Budi Hartono")]
    assert names(read_signatures(paper(lines), PARTIES)) == [
        ("PIHAK KESATU", "dr. Sari Wulandari, M.Kes."),
        ("PIHAK KEDUA", "Budi Hartono"),
    ]


def test_the_second_party_on_the_left(paper: Paper) -> None:
    lines = table(("PIHAK KEDUA", "PIHAK KESATU"), ("Budi Hartono", "dr. Sari Wulandari"))
    assert names(read_signatures(paper(lines), PARTIES)) == [
        ("PIHAK KEDUA", "Budi Hartono"),
        ("PIHAK KESATU", "dr. Sari Wulandari"),
    ]


def test_another_name_than_the_komparisi_gives(paper: Paper) -> None:
    lines = table(("PIHAK KESATU", "PIHAK KEDUA"), ("dr. Sari Wulandari, M.Kes.", "Ratna Kusuma, S.E."))
    assert names(read_signatures(paper(lines), PARTIES))[1] == ("PIHAK KEDUA", "Ratna Kusuma, S.E.")


def test_an_unsigned_place_has_no_name(paper: Paper) -> None:
    lines = table(("PIHAK KESATU", "PIHAK KEDUA"), ("(........................)", "( ______________ )"))
    assert names(read_signatures(paper(lines), PARTIES)) == [("PIHAK KESATU", None), ("PIHAK KEDUA", None)]


def test_witnesses(paper: Paper) -> None:
    lines = [*table(("PIHAK KESATU", "PIHAK KEDUA"), ("dr. Sari Wulandari", "Budi Hartono")), "Saksi-saksi:"]
    lines += ["1. Ratna Kusuma, S.E.\t(…………)", "2. Drs. Agus Salim\t(…………)"]
    found = read_signatures(paper(lines), PARTIES)
    assert [s.name for s in found if s.witness] == ["Ratna Kusuma, S.E.", "Drs. Agus Salim"]


def test_the_number_of_an_official(paper: Paper) -> None:
    lines = ["PIHAK KESATU", "dr. Sari Wulandari, M.Kes.", "NIP 19700101 199503 2 001", "PIHAK KEDUA", "Budi Hartono"]
    assert read_signatures(paper(lines), PARTIES)[0].identity == "NIP 19700101 199503 2 001"


def scanned(units: tuple, confidence: float) -> tuple:
    return tuple(replace(unit, source=replace(unit.source, confidence=confidence)) for unit in units)


def test_a_scan_completes_a_spoilt_name_but_invents_none(paper: Paper) -> None:
    spoilt = scanned(paper(table(("PIHAK KESATU", "PIHAK KEDUA"), ("dr. Sari Wulandar1, M", "Bud. Harton"))), 70)
    assert [s.name for s in read_signatures(spoilt, PARTIES)] == [p.representative for p in PARTIES]
    empty = scanned(paper(table(("PIHAK KESATU", "PIHAK KEDUA"), ("dr. Sari Wulandari, M.Kes.", "- - ~ nn"))), 70)
    assert names(read_signatures(empty, PARTIES))[1] == ("PIHAK KEDUA", None)


@pytest.mark.parametrize(
    ("name", "bare"),
    [
        ("Prof. Dr. Ir. Rina Sari, M.T.", "Rina Sari"),
        ("Hj. Siti Rahma", "Siti Rahma"),
        ("Kombes Pol. Agus Salim, S.I.K.", "Agus Salim"),
    ],
)
def test_names_without_titles(name: str, bare: str) -> None:
    assert bare_name(name) == bare
