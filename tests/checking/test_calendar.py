"""ANK-04 to ANK-07 and WKT-01, WKT-11: dates and terms."""

from __future__ import annotations

import pytest
from rule_checks import agreement, findings, scanned

OPENING = "Pada hari ini, {}, tanggal {}, bulan Maret, tahun {} ({}), bertempat di Sukamaju, kami yang bertanda tangan:"
RIGHT = ("Kamis", "dua belas", "dua ribu dua puluh enam", "12-03-2026")


def opening(**changes: str) -> str:
    names = ("weekday", "day", "year", "figures")
    return OPENING.format(*(changes.get(name, value) for name, value in zip(names, RIGHT, strict=True)))


def test_right_opening() -> None:
    for rule in ("ANK-04", "ANK-05", "ANK-07"):
        assert findings(rule, opening(), part="pembukaan") == []


def test_wrong_weekday() -> None:
    (found,) = findings("ANK-04", opening(weekday="Senin"), part="pembukaan")
    assert found.place.quote == "Senin"
    assert "Kamis" in found.message


def test_weekday_that_fits_the_figures_is_left_to_the_other_rule() -> None:
    text = opening(weekday="Rabu", figures="11-03-2026")
    assert findings("ANK-04", text, part="pembukaan") == []
    assert len(findings("ANK-05", text, part="pembukaan")) == 1


def test_doubtful_weekday_of_a_scan_is_dropped() -> None:
    whole = agreement(opening(weekday="Senin"), part="pembukaan")
    assert [f.confidence for f in findings("ANK-04", scanned(whole))] == ["medium"]
    assert findings("ANK-04", scanned(whole, "Senin")) == []


def test_weekday_elsewhere() -> None:
    text = "Pasal 4\nPELAKSANAAN\nPelatihan dimulai pada hari Selasa, tanggal 12 Maret 2026."
    assert len(findings("ANK-04", text)) == 1


@pytest.mark.parametrize(
    ("text", "variant"),
    [("30 Februari 2026", "kalender"), ("30 Nopember 2026", "November"), ("30 November 2026", None)],
)
def test_odd_dates(text: str, variant: str | None) -> None:
    found = findings("ANK-07", f"Pasal 4\nPELAKSANAAN\nLaporan disampaikan paling lambat tanggal {text}.")
    assert [variant in f.message for f in found if variant] == ([True] if variant else [])


@pytest.mark.parametrize(
    ("text", "severity"),
    [
        ("berlaku selama 2 (dua) tahun terhitung sejak tanggal ditandatangani.", None),
        ("berlaku sejak tanggal ditandatangani oleh PARA PIHAK.", "error"),
        ("berlaku untuk jangka waktu 2 (dua) tahun.", "warning"),
        ("berlaku sejak tanggal 1 April 2026 sampai dengan tanggal 31 Maret 2028.", None),
        ("berlaku sejak tanggal ditandatangani untuk jangka waktu ..... tahun.", None),
    ],
)
def test_start_and_length(text: str, severity: str | None) -> None:
    found = findings("WKT-01", f"Pasal 6\nJANGKA WAKTU\nPerjanjian Kerja Sama ini {text}")
    assert [f.severity for f in found] == ([severity] if severity else [])


@pytest.mark.parametrize(
    ("length", "end", "count"),
    [
        ("2 (dua) tahun", "31 Maret 2028", 0),
        ("2 (dua) tahun", "1 April 2028", 0),
        ("2 (dua) tahun", "31 Maret 2029", 1),
        ("24 (dua puluh empat) bulan", "31 Maret 2028", 0),
        ("90 (sembilan puluh) hari", "29 Juni 2026", 0),
        ("90 (sembilan puluh) hari", "31 Mei 2026", 1),
    ],
)
def test_length_against_dates(length: str, end: str, count: int) -> None:
    text = f"berlaku selama {length}, sejak tanggal 1 April 2026 sampai dengan tanggal {end}."
    found = findings("WKT-11", f"Pasal 6\nJANGKA WAKTU\nPerjanjian Kerja Sama ini {text}")
    assert len(found) == count
