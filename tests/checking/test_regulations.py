"""Cited regulations: repealed on the day, named by another title, ascribed to another code."""

from __future__ import annotations

import datetime
from dataclasses import replace

import pytest
from rule_checks import agreement, findings, rulebook

from kerjasama_check.checking.functions.regulations import register

HEAD = "Pasal 9\nLANDASAN\nKegiatan dilaksanakan menurut "


@pytest.mark.parametrize(
    ("cited", "date", "hits"),
    [
        ("Undang-Undang Nomor 12 Tahun 1995 tentang Pemasyarakatan", datetime.date(2022, 8, 2), 0),
        ("Undang-Undang Nomor 12 Tahun 1995 tentang Pemasyarakatan", datetime.date(2022, 8, 3), 1),
        ("UU No. 12 Tahun 1995", datetime.date(2026, 3, 12), 1),
        ("Undang-undang Republik Indonesia Nomor 12 Tahun 1995", datetime.date(2026, 3, 12), 1),
        ("PP No 50/2007", datetime.date(2026, 3, 12), 1),
        ("Peraturan Menteri Dalam Negeri Nomor 22 Tahun 2009", datetime.date(2026, 3, 12), 1),
        ("Peraturan Menteri Kesehatan Nomor 22 Tahun 2009", datetime.date(2026, 3, 12), 0),
        ("Undang-Undang Nomor 22 Tahun 2022 tentang Pemasyarakatan", datetime.date(2026, 3, 12), 0),
    ],
)
def test_a_basis_is_judged_on_the_day_of_the_document(cited: str, date: datetime.date, hits: int) -> None:
    assert len(findings("AUT-14", agreement(f"{HEAD}{cited}.", date=date))) == hits


def test_an_undated_draft_is_a_new_one_unless_its_number_tells_otherwise() -> None:
    draft = replace(agreement(f"{HEAD}UU No. 12 Tahun 1995."), date=None)
    assert findings("AUT-14", draft)
    old = replace(draft, numbers=tuple(replace(line, value="12/PKS/2019") for line in draft.numbers))
    assert not findings("AUT-14", old)


def test_the_successor_of_the_day_is_named() -> None:
    text = f"{HEAD}Peraturan Presiden Nomor 44 Tahun 2015 tentang Kementerian Hukum dan Hak Asasi Manusia."
    (early,) = findings("AUT-14", agreement(text, date=datetime.date(2023, 6, 1)))
    assert "Nomor 18 Tahun 2023" in early.message
    (late,) = findings("AUT-14", agreement(text, date=datetime.date(2026, 3, 12)))
    assert "Nomor 155 Tahun 2024" in late.message and "Nomor 18 Tahun 2023" not in late.message


def test_a_law_named_with_its_successor_is_history() -> None:
    law = "Undang-Undang Nomor 13 Tahun 1985 tentang Bea Meterai"
    assert findings("AUT-14", f"{HEAD}{law}.")
    assert not findings("AUT-14", f"{HEAD}{law} sebagaimana telah dicabut.")
    assert not findings("AUT-14", f"{HEAD}{law} dan Undang-Undang Nomor 10 Tahun 2020 tentang Bea Meterai.")


def test_what_is_known_from_memory_weighs_less() -> None:
    (recalled,) = findings("AUT-14", f"{HEAD}Undang-Undang Nomor 32 Tahun 2004 tentang Pemerintahan Daerah.")
    (read,) = findings("AUT-14", f"{HEAD}Undang-Undang Nomor 20 Tahun 1997 tentang Penerimaan Negara Bukan Pajak.")
    assert (recalled.confidence, read.confidence) == ("medium", "high")


def test_every_repealed_regulation_of_the_register_is_recognised_by_its_own_name() -> None:
    known = set(register().values())
    for regulation in rulebook().regulations.values():
        if regulation.end is not None and "/" not in regulation.number:
            assert regulation in known, regulation.number


@pytest.mark.parametrize(
    ("text", "variant"),
    [
        ("Pasal 1320 Kitab Undang-Undang Hukum Pidana", "code"),
        ("Pasal 1338 KUHP", "code"),
        ("Pasal 1338 KUHPer", None),
        ("Pasal 362 Kitab Undang-Undang Hukum Pidana", None),
        ("Undang-Undang Nomor 23 Tahun 2014 tentang Pelindungan Data Pribadi", "title"),
        ("Undang-Undang Nomor 27 Tahun 2022 tentang Perlindungan Data Pribadi", None),
        ("Undang-Undang Nomor 23 Tahun 2014 tentang Pemerintah Daerah sebagaimana telah diubah", None),
        ("Undang-Undang Nomor 17 Tahun 2099 tentang Keuangan Negara", None),
    ],
)
def test_codes_and_titles(text: str, variant: str | None) -> None:
    found = findings("RUJ-10", f"{HEAD}{text}.")
    assert len(found) == (variant is not None)
    if variant == "title":
        assert "Nomor 23 Tahun 2014" in found[0].message


def test_the_gazette_is_asked_for_only_when_selected() -> None:
    assert findings("AUT-15", agreement())
    assert not rulebook().rule("AUT-15").default  # type: ignore[union-attr]
