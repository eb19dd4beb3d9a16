"""Blanks that a draft leaves to be filled in: dots, underscores, "${…}", "[…]", "(*)", "xxx"."""

from __future__ import annotations

import re

from kerjasama_check.indonesian.lazy import lazy

PLACEHOLDER = lazy(
    r"\$\{[^{}]{0,80}\}|\{\{[^{}]{0,80}\}\}|<<[^<>]{0,80}>>|\[[^\[\]]{0,60}\]|«[^«»]{0,80}»|\(\s*\*+\s*\)|"
    r"(?:[.…·]\s?){4,}|…+|_{2,}|-{4,}|\b[xX]{3,}\b|\b(?:dd|tgl)[-/](?:mm|bln)[-/](?:yy(?:yy)?|thn|20\W*)\b|"
    r"\(\s*(?:[.…_\s]){2,}\)",
)
_FILLER = lazy(
    r"[“\"'‘]?\s*(?:nama|isi|diisi|logo|alamat|jabatan|tanggal|nomor|"
    r"deskripsi)\s+(?:mitra|instansi|lembaga|pihak|pejabat|pimpinan|perusahaan|lengkap)\b",
    re.I,
)


def has_placeholder(text: str) -> bool:
    return bool(PLACEHOLDER.search(text) or _FILLER.match(text))


def without_placeholders(text: str) -> str:
    """What is fixed beside the blanks."""
    return re.sub(r"\s+", " ", PLACEHOLDER.sub(" ", text)).strip()


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
    return kept if sum(c.isalnum() for c in kept) >= 2 else None


_ABBREVIATION = lazy(r"(?:[A-Z][A-Za-z]{0,4}\.)+[A-Z][A-Za-z]{0,5}$")


def with_last_dot(name: str | None, source: str) -> str | None:
    """A name with the full stop of its last degree ("S.Kom."), where the source prints it."""
    return f"{name}." if name and _ABBREVIATION.search(name) and f"{name}." in source else name
