"""Blanks that a draft leaves to be filled in: dots, underscores, "${…}", "[…]", "(*)", "xxx"."""

from __future__ import annotations

import re

from kerjasama_check.indonesian.lazy import lazy

_DOTS = r"(?:\s?[.…·]){3,}\s?"
_DATE = r"[-/](?:mm|bln)[-/](?:yy(?:yy)?|thn|20\W*)\b"
PLACEHOLDER = lazy(  # each alternative begins with a character of its own, so that the others are passed over quickly
    r"\$\{[^{}]{0,80}\}|\{\{[^{}]{0,80}\}\}|<<[^<>]{0,80}>>|\[[^\[\]]{0,60}\]|«[^«»]{0,80}»|"
    r"\((?:\s*\*+\s*|\s*[.…_\s]{2,})\)|"
    rf"\.{_DOTS}|·{_DOTS}|…{_DOTS}|…+|"
    r"__+|----+|x(?<=\bx)[xX]{2,}\b|X(?<=\bX)[xX]{2,}\b|"
    rf"d(?<=\bd)d{_DATE}|t(?<=\bt)gl{_DATE}",
)
_TWO_SIGNS = lazy(r"[^\W_].*[^\W_]", re.S)
_FILLER = lazy(
    r"[“\"'‘]?\s*(?:nama|isi|diisi|logo|alamat|jabatan|tanggal|nomor|"
    r"deskripsi)\s+(?:mitra|instansi|lembaga|pihak|pejabat|pimpinan|perusahaan|lengkap)\b",
    re.I,
)


def has_placeholder(text: str) -> bool:
    return bool(PLACEHOLDER.search(text) or _FILLER.match(text))


def without_placeholders(text: str) -> str:
    """What is fixed beside the blanks."""
    return " ".join(PLACEHOLDER.sub(" ", text).split())


def filled(text: str | None) -> str | None:
    """The fixed words of a value, None where it is only a blank ("Direktur ${nama}" is "Direktur")."""
    if not text:
        return None
    if _FILLER.match(text) and len(text) < 60:
        return None
    fixed = without_placeholders(text)
    kept = fixed.strip(" .,:;-–_()[]/\"“”'")
    if kept.count("(") > kept.count(")") and f"{kept})" in fixed:
        kept += ")"
    return kept if _TWO_SIGNS.search(kept) else None


_ABBREVIATION = lazy(r"(?:[A-Z][A-Za-z]{0,4}\.)+[A-Z][A-Za-z]{0,5}$")


def with_last_dot(name: str | None, source: str) -> str | None:
    """A name with the full stop of its last degree ("S.Kom."), where the source prints it."""
    return f"{name}." if name and _ABBREVIATION.search(name) and f"{name}." in source else name
