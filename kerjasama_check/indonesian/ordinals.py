"""Ordinals: pertama, kesatu, kedua, ke-3, ketiga, and English first, second."""

from __future__ import annotations

import re

from kerjasama_check.indonesian.english_numbers import parse_english
from kerjasama_check.indonesian.lazy import lazy
from kerjasama_check.indonesian.roman import from_roman
from kerjasama_check.indonesian.terbilang import parse_words, to_words

_FIGURE = lazy(r"ke\s?-\s?(\d{1,4}|[IVXLC]{1,7})\Z", re.IGNORECASE)
_ENGLISH = lazy(r"(?:first|second|third|[a-z-]+th)\Z", re.IGNORECASE)


def parse_ordinal(text: str) -> int | None:
    """The value of "pertama", "kesatu", "kedua", "ke dua", "kedua belas", "ke-3", "ke-III", "second"; else None."""
    text = " ".join(text.split())
    lower = text.lower()
    if lower == "pertama":
        return 1
    figure = _FIGURE.match(text)
    if figure:
        return int(figure[1]) if figure[1].isdecimal() else from_roman(figure[1].upper())
    if lower.startswith("ke"):
        number = parse_words(lower[2:].lstrip(" -"))
        return number.value if number and number.value else None
    return parse_english(lower) if _ENGLISH.match(lower) else None


def to_ordinal(n: int, first: str = "kesatu") -> str:
    """ "kesatu", "kedua", "kedua belas"; `first` is the word for 1 (kesatu or pertama). ValueError below 1."""
    if n < 1:
        raise ValueError(f"no ordinal for {n}")
    return first if n == 1 else "ke" + to_words(n)
