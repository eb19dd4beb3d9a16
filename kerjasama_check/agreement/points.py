"""The outline of a text that has no Pasal: numbered headings ("1. RUANG LINGKUP") and unnumbered ones."""

from __future__ import annotations

import re
from collections.abc import Sequence

from kerjasama_check.agreement.headings import continues_heading, heading_below, is_title_case, looks_like_heading
from kerjasama_check.agreement.outline import Heading
from kerjasama_check.agreement.units import Mark, MarkKind, Unit
from kerjasama_check.indonesian.lazy import lazy
from kerjasama_check.reading.document import Alignment, Part


def find_points(units: Sequence[Unit], start: int, end: int) -> list[Heading]:
    """Headed points of a text without Pasal: "1. RUANG LINGKUP", "II. HAK DAN KEWAJIBAN", unnumbered headings.

    Only a series of headings counts: at least two that look alike, the numbered ones counting up from 1.
    """
    numbered = _numbered_series(units, start, end)
    plain = [i for i in range(start, end) if _is_plain_heading(units[i])]
    if not numbered and len(plain) < 2:
        return []
    entries: list[Heading] = []
    for i, mark in numbered:
        text = units[i].body if units[i].marks else re.sub(r"^\d+\s+", "", units[i].text)
        head, _, tail = text.partition(":")
        heading = head if tail and is_title_case(head) else text
        entries.append(Heading(mark.value, mark.raw, heading.strip(" .:"), i, i + 1, units=(i,)))
    if numbered:
        plain = [i for i in plain if units[i].upper and i > numbered[0][0]]
    for i in plain:
        if not (i - 1 in plain and continues_heading(units[i - 1], units[i], [units[i - 1].body])):
            title, body = heading_below(units, i)
            entries.append(Heading(None, None, title, i, body, units=tuple(range(i, body))))
    return sorted(entries, key=lambda h: h.start)


def _is_plain_heading(unit: Unit) -> bool:
    """An unnumbered heading: no cell of a table with columns, no name of a body or an office, no bracket."""
    if unit.marks or not unit.first or not _stands_out(unit) or not looks_like_heading(unit):
        return False
    in_table = unit.source.cell is not None and unit.source.part is Part.CELL
    return not in_table and not _BODY_OR_OFFICE.match(unit.text) and unit.text[:1] not in "[(<$"


_BODY_OR_OFFICE = lazy(
    r"(?:UNIVERSITAS|PEMERINTAH|BUPATI|GUBERNUR|WALI\s?KOTA|REKTOR|DEKAN|KEPALA|DIREKTUR|KETUA|MENTERI|FAKULTAS|"
    r"DINAS|BADAN|KEMENTERIAN|PT|CV|YAYASAN|BANK|"
    r"INSTITUT|POLITEKNIK|SEKOLAH|KANTOR|LEMBAGA|SEKRETARIS|PIHAK|DAN|DENGAN|ANTARA|SEPAKAT|BERSEPAKAT|"
    r"MENYEPAKATI|TENTANG|NOMOR|RUMAH SAKIT|KOMANDO)\b",
    re.I,
)


def _stands_out(unit: Unit) -> bool:
    return unit.bold or unit.centred or (unit.upper and unit.source.style.alignment is not Alignment.RIGHT)


def _numbered_series(units: Sequence[Unit], start: int, end: int) -> list[tuple[int, Mark]]:
    """The longest series of headed points 1, 2, 3 … of one form."""
    best: list[tuple[int, Mark]] = []
    for kind in (MarkKind.ROMAN, MarkKind.UPPER, MarkKind.NUMBER, MarkKind.NUMBER_PAREN):
        series: list[tuple[int, Mark]] = []
        for i in range(start, end):
            mark = next((m for m in units[i].marks if m.kind is kind), None) or _undotted(
                units[i], kind, len(series) + 1
            )
            if (
                mark
                and mark.value == len(series) + 1
                and looks_like_heading(units[i], allow_mark=True)
                and _headed(units[i])
            ):
                series.append((i, mark))
        if len(series) >= 2 and len(series) > len(best):
            best = series
    return best


def _undotted(unit: Unit, kind: MarkKind, due: int) -> Mark | None:
    """ "5 Harga Transaksi": the full stop of a bold heading was lost in the text layer."""
    match = re.match(r"(\d{1,2})\s+[A-Z]", unit.text)
    if kind is MarkKind.NUMBER and match and int(match[1]) == due and unit.bold and due > 1:
        return Mark(kind, due, match[1])
    return None


def _headed(unit: Unit) -> bool:
    return (
        len(unit.body) < 90
        and (unit.upper or unit.bold or is_title_case(unit.body))
        and not unit.body.endswith((",", ";"))
    )
