"""Roman numerals, strict: only the one correct writing of a number is read."""

from __future__ import annotations

import re

from kerjasama_check.indonesian.lazy import lazy

_PARTS = (
    (1000, "M"),
    (900, "CM"),
    (500, "D"),
    (400, "CD"),
    (100, "C"),
    (90, "XC"),
    (50, "L"),
    (40, "XL"),
    (10, "X"),
    (9, "IX"),
    (5, "V"),
    (4, "IV"),
    (1, "I"),
)
_STRICT = lazy(r"M{0,3}(?:CM|CD|D?C{0,3})(?:XC|XL|L?X{0,3})(?:IX|IV|V?I{0,3})\Z", re.IGNORECASE)
_VALUES = {"I": 1, "V": 5, "X": 10, "L": 50, "C": 100, "D": 500, "M": 1000}


def to_roman(n: int) -> str:
    """The Roman numeral of 1 … 3999 in capitals; ValueError outside."""
    if not 0 < n < 4000:
        raise ValueError(f"no Roman numeral for {n}")
    out = []
    for value, letters in _PARTS:
        count, n = divmod(n, value)
        out.append(letters * count)
    return "".join(out)


def from_roman(text: str) -> int | None:
    """The value of a correct Roman numeral in capitals or small letters (not mixed); None for anything else."""
    if not text or len(text) > 15 or not (text.isupper() or text.islower()) or not _STRICT.match(text):
        return None
    total = 0
    for letter, following in zip(text.upper(), [*text.upper()[1:], ""], strict=True):
        value = _VALUES[letter]
        total += -value if value < _VALUES.get(following, 0) else value
    return total
