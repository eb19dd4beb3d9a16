"""Attached annexes: where the text behind the signatures begins anew under LAMPIRAN."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import pairwise

from kerjasama_check.agreement.model import Annex
from kerjasama_check.agreement.units import Unit, blocks_of, squeeze
from kerjasama_check.indonesian.lazy import lazy

_ANNEX = lazy(
    r"[\W_]*(?P<label>(?:LAMPIRAN|Lampiran|ANNEX|Annex|"
    r"APPENDIX)(?:\s*[-–:]?\s*(?:[IVXivx]{1,5}|\d{1,2}|[A-F])(?![\w/]))?)\s*[.:\-–]*\s*(?P<rest>.*)$",
    re.S,
)


_PARENT = lazy(r"(?:Perjanjian|Nota|Kesepakatan|Kesepahaman|Surat|Naskah|Adendum|Addendum|Kontrak)\b", re.I)


def find_annexes(units: Sequence[Unit], start: int) -> list[int]:
    """Indices of the units that begin an annex, from `start` (behind the last article) on."""
    found = []
    seen: set[str] = set()
    for index in range(start, len(units)):
        unit = units[index]
        match = _ANNEX.match(unit.text) if len(unit.text) < 200 else None
        if not match or not _is_head(unit, match):
            continue
        label = squeeze(match["label"]).upper()
        if label in seen:
            continue
        seen.add(label)
        found.append(index)
    return found


def _is_head(unit: Unit, match: re.Match[str]) -> bool:
    rest = match["rest"].strip()
    if re.match(
        r"(?:ini|yang|tersebut|sebagaimana|dan|merupakan|dari|adalah|"
        r"perjanjian\s+ini)\b",
        rest,
    ) or rest.endswith(";"):
        return False
    if re.search(r"[\dIVX]$", match["label"]) and _PARENT.match(rest) and not rest.endswith("."):
        return True  # "Lampiran II Perjanjian Kerja Sama"
    return unit.upper or unit.centred or unit.bold or not rest or match["label"].isupper()


def read_annexes(units: Sequence[Unit], starts: Sequence[int]) -> tuple[Annex, ...]:
    annexes = []
    for start, end in spans(units, starts):
        match = _ANNEX.match(units[start].text)
        label = squeeze(match["label"]) if match else units[start].text
        rest = squeeze(match["rest"]) if match else ""
        title = rest or next((u.text for u in units[start + 1 : min(end, start + 4)] if len(u.text) > 3), None)
        annexes.append(Annex(label, title, blocks_of(units[start:end])))
    return tuple(annexes)


def spans(units: Sequence[Unit], starts: Sequence[int]) -> list[tuple[int, int]]:
    """(first unit, index behind the last one) of each annex."""
    return list(pairwise([*starts, len(units)])) if starts else []
