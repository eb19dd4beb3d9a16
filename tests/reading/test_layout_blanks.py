"""Justified lines with very wide blanks beside a name are read as lines, not as columns."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from page_maker import HEIGHT, LEFT, LETTER, RIGHT, STEP, Setter, full, words

from kerjasama_check.reading.layout import blocks_from_pages
from kerjasama_check.reading.lines import Line, Page, Word

CONFIDENCE = 92.0
NAMES = ("BUDI SANTOSO WIJAYA", "SITI RAHMAWATI")
OFFICES = ("Gubernur Rimba Jaya,", "Rektor Universitas Teluk Mutiara,")
TEXT = (
    "dalam hal ini bertindak untuk dan atas nama Pemerintah Provinsi Rimba Jaya yang diangkat berdasarkan Keputusan "
    "Presiden Nomor 77 Tahun 2019 tanggal 3 Juni 2019 berkedudukan di Jalan Merdeka Nomor 12 Kota Teluk Mutiara "
    "selanjutnya disebut sebagai"
)


def wrapped(text: str, letters: float, shares: list[float]) -> list[list[str]]:
    """The words in lines of which some hold only a share of the letters that would fit."""
    lines: list[list[str]] = [[]]
    for word in text.split():
        share = shares[len(lines) % len(shares)]
        if lines[-1] and len(" ".join([*lines[-1], word])) > share * letters:
            lines.append([])
        lines[-1].append(word)
    return lines


def shaken(line: tuple[Word, ...], moves: list[float]) -> tuple[Word, ...]:
    """Boxes as OCR draws them: edges a little off, letters without ascenders less high."""
    out = []
    for i, word in enumerate(line):
        move = moves[i % len(moves)]
        before = word.x0 - line[i - 1].x1 if i else 0.0
        out.append(replace(word, x0=word.x0 + 0.2 * move * before, y0=word.y0 + abs(move), y1=word.y1 - abs(move)))
    return tuple(out)


def komparisi(width: float, shares: list[float], moves: list[float], colon: bool) -> tuple[Page, list[str]]:
    """Two parties, each a name with a description right of it; and the descriptions."""
    page = Setter(confidence=CONFIDENCE).centre("NOTA KESEPAHAMAN", "TENTANG", "KERJA SAMA DAERAH").skip()
    page.text("Pada hari ini Senin tanggal tiga bulan Juni bertempat di", "Teluk Mutiara yang bertanda tangan:").skip()
    left, described = RIGHT - width, []
    for number, (name, office) in enumerate(zip(NAMES, OFFICES, strict=True), 1):
        text = f"{office} {TEXT} PIHAK {('KESATU', 'KEDUA')[number - 1]}"
        described.append(text)
        lines = wrapped(text, width / LETTER, shares)
        for i, parts in enumerate(lines):
            whole = " ".join(parts)
            spread = i < len(lines) - 1 and len(parts) > 1
            made = full(whole, page.y, left, CONFIDENCE).words if spread else words(whole, left, page.y, CONFIDENCE)
            made = shaken(made, moves)
            if i == 0:
                mark = words(":", left - 14, page.y, CONFIDENCE) if colon else ()
                made = words(f"{number}. {name}", LEFT, page.y, CONFIDENCE) + mark + made
            page.lines.append(Line(made, made[0].x0, page.y, made[-1].x1, page.y + HEIGHT))
            page.y += STEP
        page.skip(0.6)
    page.text("PIHAK KESATU dan PIHAK KEDUA sepakat mengadakan kerja sama", "dengan ketentuan sebagai berikut ini.")
    return page.page(), described


@settings(max_examples=150, deadline=None)
@given(
    st.sampled_from([200.0, 240.0, 280.0, 320.0]),
    st.lists(st.sampled_from([1.0, 1.0, 0.75, 0.6]), min_size=3, max_size=7),
    st.lists(st.floats(-0.9, 0.9), min_size=2, max_size=5),
    st.booleans(),
)
def test_a_description_keeps_its_words_in_order(
    width: float, shares: list[float], moves: list[float], colon: bool
) -> None:
    page, described = komparisi(width, shares, moves, colon)
    text = " ".join(block.text for block in blocks_from_pages([page])[0])
    assert all(part in text for part in described), text


def test_each_name_stands_before_its_description() -> None:
    page, described = komparisi(320.0, [1.0, 0.6], [0.0, 0.5], colon=False)
    text = " ".join(block.text for block in blocks_from_pages([page])[0])
    places = [text.index(part) for pair in zip(NAMES, described, strict=True) for part in pair]
    assert places == sorted(places)


@pytest.mark.parametrize("rows", [5, 8])
def test_a_table_of_short_cells_is_still_a_table(rows: int) -> None:
    page = Setter(confidence=CONFIDENCE)
    for row in range(rows):
        page.row(f"{row + 1}. → 110 Pelatihan → 300 {row + 2} hari → 430 {row + 4}.000.000", x=80)
    blocks = blocks_from_pages([page.page()])[0]
    assert len(blocks) >= 3 * rows
