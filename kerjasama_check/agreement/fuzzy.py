"""Reading past OCR slips: folding of a line and healing of its words by a small vocabulary.

Only for recognising fixed words (titles, headings). What is healed is never shown to the user as text of the document.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Sequence
from functools import lru_cache

from kerjasama_check.indonesian.lazy import lazy

_NOT_WORD = lazy(r"[^0-9A-Z]+")
_LETTER_SPACED = lazy(r"(?<!\S)[^\W\d_]\s{1,2}[^\W\d_]\s{1,2}[^\W\d_](?!\S)")
_WIDE_GAP = lazy(r"\s{2,}")
_INNER_DOT = lazy(r"\.(?<=[A-Za-z]{2}\.)(?=[A-Z]{2})")
_ODD = lazy(r"[^\x00-\x7f“”‘’–—…•°]")  # more than ASCII and the marks that are no letters
_CAPITALS = bytes(code if chr(code).isalnum() else 32 for code in range(128)).upper() + bytes([32]) * 128
_MAY_BE_SPACED = lazy(r" [A-Z] [A-Z](?: |$)")


def fold(text: str) -> str:
    """Capitals, digits and single blanks only; letter-spaced words are closed ("P E N U T U P" is PENUTUP)."""
    if not text.isascii() and _ODD.search(text):
        return _fold_any(text)
    if text.find(".", 2, -2) > 0:
        text = _INNER_DOT.sub("", text)
    folded = b" ".join(text.encode("ascii", "replace").translate(_CAPITALS).split()).decode("ascii")
    return _fold_any(text) if _MAY_BE_SPACED.search(folded) else folded


def _fold_any(text: str) -> str:
    """The same for a text with any letters, which may be spaced apart."""
    if not text.isascii():
        text = unicodedata.normalize("NFKD", text)
        text = "".join(c for c in text if not unicodedata.combining(c))
    text = _INNER_DOT.sub("", text)
    if _LETTER_SPACED.search(text):
        text = _close_spacing(text)
    return _NOT_WORD.sub(" ", text.upper()).strip()


def _close_spacing(text: str) -> str:
    """Runs of single letters become words; a wider gap parts two of them."""
    pieces = _WIDE_GAP.split(text)
    enough = 3 if len(pieces) > 1 else 4
    words: list[str] = []
    for piece in pieces:
        run: list[str] = []
        for word in [*piece.split(), ""]:
            if len(word) == 1 and word.isalpha():
                run.append(word)
                continue
            words += ["".join(run)] if len(run) >= enough else run
            words.append(word)
            run = []
    return " ".join(words)


def heal(folded: str, vocabulary: Sequence[str]) -> str:
    """Each word of a folded text that is a slip away from a word of the vocabulary becomes that word."""
    return " ".join(nearest(word, tuple(vocabulary)) or word for word in folded.split(" "))


@lru_cache(maxsize=8192)
def nearest(word: str, vocabulary: tuple[str, ...]) -> str | None:
    """The word of the vocabulary that is one slip away (two from eleven letters on); None if there is none."""
    if len(word) < 4 or word in vocabulary:
        return word if word in vocabulary else None
    best: tuple[int, str] | None = None
    letters = set(word)
    for known in vocabulary:
        limit = 2 if len(known) > 10 else 1
        if len(known) < 5 or abs(len(known) - len(word)) > limit or len(set(known) - letters) > limit:
            continue
        distance = edit_distance(word, known, limit)
        if distance <= limit and (best is None or distance < best[0]):
            best = (distance, known)
    return best[1] if best else None


def edit_distance(a: str, b: str, limit: int) -> int:
    """Levenshtein distance; any number above `limit` once that is certain."""
    row = list(range(len(b) + 1))
    for i, x in enumerate(a, 1):
        previous, row[0] = row[0], i
        for j, y in enumerate(b, 1):
            previous, row[j] = row[j], min(row[j] + 1, row[j - 1] + 1, previous + (x != y))
        if min(row) > limit:
            return limit + 1
    return row[-1]
