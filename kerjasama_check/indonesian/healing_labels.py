"""Restore the labels that structure hangs on: "Pasal 1", "ayat (1)", "BAB II"."""

from __future__ import annotations

import re

from kerjasama_check.indonesian.lazy import lazy
from kerjasama_check.indonesian.roman import from_roman

_NUMBER = r"[\dIVXlOoSZB|!\]]{1,5}"
_PASAL = lazy(
    r"(?<![^\W_])(?P<head>[Pp][ ]?[aA4][ ]?[sS5$][ ]?[aA4][ ]?[lL1Ii|!\]tTjJfF])(?P<mark>[,;.'’]?)(?P<gap>[ \t]{0,4})"
    rf"(?P<number>{_NUMBER})(?![^\W_])"
)
_PASAL_ALONE = lazy(r"^([ \t]*)PASA[I1|!\]J](?:[,.]?)([ \t]*)$", re.MULTILINE)
_AYAT = lazy(r"(?<![^\W_])(ayat|ayal|Ayat|AYAT)[ \t]{0,3}[(\[{][ \t]?([\dIlOoiSZB|!\]t]{1,3})[ \t]?[)\]}]")
_LINE_LABEL = lazy(r"^([ \t]*)\(([l|!]|[l|!I1][lO0|!1]|[lI]\d)\)(?=[ \t]+\S)", re.MULTILINE)
_CHAPTER = lazy(r"^([ \t]*)BAB[ \t]{0,3}([IVXl1|!]{1,6})(?=[ \t]*$|[ \t]+[A-Z]{3})", re.MULTILINE)
_DIGITS = str.maketrans("IlOoiSZB|!]t", "110015281111")
_ROMAN = str.maketrans("l|!1", "IIII")


def heal_labels(text: str) -> str:
    """The text with its labels restored; a Roman number of an article stays Roman."""
    text = _PASAL.sub(_pasal, text)
    text = _PASAL_ALONE.sub(r"\1PASAL\2", text)
    text = _AYAT.sub(_ayat, text)
    text = _LINE_LABEL.sub(lambda match: f"{match[1]}({match[2].translate(_DIGITS)})", text)
    return _CHAPTER.sub(_chapter, text)


def _pasal(match: re.Match[str]) -> str:
    head, number = match["head"], article_number(match["number"])
    right = head in ("Pasal", "PASAL", "pasal")
    if number is None or (right and (match["mark"] or (match["gap"] and number == match["number"]))):
        return match[0]
    capitals = head.replace(" ", "")[1:4].isupper()
    return f"{'PASAL' if capitals else head[0] + 'asal'} {number}"


def article_number(text: str) -> str | None:
    """The number of an article as meant: "I0" is 10, "l" is 1, a right Roman number stays; None if it is no number."""
    if text.isdecimal() or (text.isupper() and from_roman(text)):
        return text
    as_roman = text.translate(_ROMAN)
    if not any(c.isdecimal() for c in text):
        if set(text) <= set("l|!]"):
            return "1" * len(text) if len(text) < 3 else None
        if set(text) <= set("IVXl|!") and from_roman(as_roman):
            return as_roman
    digits = text.translate(_DIGITS)
    return digits if digits.isdecimal() and len(digits) < 4 and digits[0] != "0" else None


def _ayat(match: re.Match[str]) -> str:
    digits = match[2].translate(_DIGITS)
    word = match[1] if match[1] != "ayal" else "ayat"
    return f"{word} ({digits})" if digits.isdecimal() and digits[0] != "0" else match[0]


def _chapter(match: re.Match[str]) -> str:
    number = match[2]
    if not number.isdecimal():
        number = number.translate(_ROMAN)
        if from_roman(number) is None:
            return match[0]
    return f"{match[1]}BAB {number}"
