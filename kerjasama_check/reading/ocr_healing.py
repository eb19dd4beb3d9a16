"""Slips of OCR undone in the lines of a page, each word keeping its box and its confidence."""

from __future__ import annotations

import hashlib
import re
from collections.abc import Sequence
from dataclasses import replace
from difflib import SequenceMatcher
from functools import lru_cache
from importlib.util import find_spec
from pathlib import Path

from kerjasama_check.reading.lines import Word

# The month before the year of a document number, written in Roman figures: "/XII/2018" read as "/XH/2018".
_ROMAN_MONTH = re.compile(r"(?<=[/.\-])(\s?)([XVIl1|!][XVIHil1|!]{1,4})(?=\s?[/.\-]\s?(?:19|20)\d\d(?!\d))")
_MONTHS = frozenset({"I", "II", "III", "IV", "V", "VI", "VII", "VIII", "IX", "X", "XI", "XII"})
_STROKE = str.maketrans({"l": "I", "1": "I", "|": "I", "!": "I", "i": "I"})
_NUMBER = re.compile(r"\S*\d\S*/\S*")
_OH_FOR_ZERO = re.compile(r"(?<=\d)[Oo](?=[\d/.\-])")
_STROKE_FOR_ONE = re.compile(r"(?<=\d)[l|](?=\d)")


def healed(words: Sequence[Word]) -> tuple[Word, ...]:
    """The words of a line with known words and the figures of document numbers restored; nothing is added."""
    from kerjasama_check.indonesian.healing import heal

    before = " ".join(word.text for word in words)
    after = heal_number(heal(before))
    if after == before:
        return tuple(words)
    return tuple(_aligned(words, after.split()))


def heal_number(text: str) -> str:
    """Document numbers: Roman months, and a zero or a one among figures that was read as a letter."""
    if "/" not in text:
        return text
    text = _NUMBER.sub(_figures, text)
    return _ROMAN_MONTH.sub(_month, text)


def _figures(match: re.Match[str]) -> str:
    return _STROKE_FOR_ONE.sub("1", _OH_FOR_ZERO.sub("0", match[0]))


def _month(match: re.Match[str]) -> str:
    if match[2].isdigit():  # "/11/2020" may be November
        return match[0]
    figure = match[2].translate(_STROKE).replace("H", "II")
    return match[1] + figure if figure in _MONTHS else match[0]


def _aligned(words: Sequence[Word], texts: list[str]) -> list[Word]:
    """The new texts with the boxes of the words they come from: joined words share a box, a split word's is divided."""
    if len(words) == len(texts):
        return [
            word if word.text == text else replace(word, text=text) for word, text in zip(words, texts, strict=True)
        ]
    result: list[Word] = []
    matcher = SequenceMatcher(None, [word.text for word in words], texts, autojunk=False)
    for kind, i1, i2, j1, j2 in matcher.get_opcodes():
        if kind == "equal" or i1 == i2 or j1 == j2:
            result += words[i1:i2]
        else:
            result += _divided(_joined(words[i1:i2]), texts[j1:j2])
    return result


def _joined(words: Sequence[Word]) -> Word:
    """One word over the boxes of several, as sure as the least sure of them."""
    return Word(
        "",
        min(word.x0 for word in words),
        min(word.y0 for word in words),
        max(word.x1 for word in words),
        max(word.y1 for word in words),
        min((word.confidence for word in words if word.confidence is not None), default=None),
    )


def _divided(whole: Word, texts: Sequence[str]) -> list[Word]:
    """The box shared out from left to right by the length of the texts."""
    letters = sum(map(len, texts)) + len(texts) - 1
    width = (whole.x1 - whole.x0) / max(1, letters)
    result = []
    x = whole.x0
    for text in texts:
        result.append(replace(whole, text=text, x0=round(x, 1), x1=round(x + width * len(text), 1)))
        x += width * (len(text) + 1)
    return result


@lru_cache(maxsize=1)
def vocabulary_digest() -> str:
    """Changes whenever the healing of words does, so that remembered pages are healed anew. Imports nothing of it."""
    digest = hashlib.sha256(Path(__file__).read_bytes())
    spec = find_spec("kerjasama_check.indonesian.healing")
    if spec is not None and spec.origin is not None:
        for path in sorted(Path(spec.origin).parent.glob("healing*.py")):
            digest.update(path.read_bytes())
    return digest.hexdigest()[:16]
