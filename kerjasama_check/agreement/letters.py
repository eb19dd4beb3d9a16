"""How many letters and capitals a text has; asked of every line, and a line of plain letters is counted at once."""

from __future__ import annotations

_CAPITALS = b"ABCDEFGHIJKLMNOPQRSTUVWXYZ"
_NO_CAPITALS = bytes(code for code in range(256) if code not in _CAPITALS)
_NO_LETTERS = bytes(code for code in range(256) if code not in _CAPITALS + _CAPITALS.lower())


def letter_count(text: str) -> int:
    if text.isascii():
        return len(text.encode("ascii").translate(None, _NO_LETTERS))
    return sum(map(str.isalpha, text))


def mostly_capitals(text: str, share: float) -> bool:
    """Whether capitals are at least this share (0–1) of the letters of a text; also of one without letters."""
    if text.isascii():
        plain = text.encode("ascii")
        return len(plain.translate(None, _NO_CAPITALS)) >= share * len(plain.translate(None, _NO_LETTERS))
    letters = list(filter(str.isalpha, text))
    return sum(map(str.isupper, letters)) >= share * len(letters)
