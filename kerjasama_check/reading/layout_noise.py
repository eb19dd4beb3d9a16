"""Stamps, signatures and emblems leave marks that OCR reads as words; here they are told from text."""

from __future__ import annotations

import re

from kerjasama_check.reading.layout_labels import NUMBER_LINE, is_article, is_label
from kerjasama_check.reading.layout_rows import Piece, median, reworded
from kerjasama_check.reading.lines import Word

_VOWEL = re.compile(r"[aiueoAIUEO]")
_CLUSTER = re.compile(r"(?i)[bcdfghjklmnpqrstvwxyz]{5}|[aiueo]{4}|(.)\1\1")
_CASE = re.compile(r"[A-Z]?[a-z]+\Z|[A-Z]+\Z")
_EDGES = "\"'“”‘’().,;:-–—[]/"
_KNOWN_WORDS = """
pihak kesatu pertama kedua ketiga para pasal nomor rektor dekan kepala ketua direktur universitas fakultas bupati
gubernur wali walikota sekretaris menteri dinas kantor badan dr prof drs ir dra nip nrp nik ttd meterai materai
saksi dan yang di atau dengan untuk tentang antara mengetahui a.n u.b s.h m.si m.sc ph.d s.e m.m m.h m.pd s.pd
s.ag s.t m.t s.sos m.kes sp.pk sh se mm msi msc pt cv
"""
_KNOWN = frozenset(_KNOWN_WORDS.split())
_LOOSE_LABEL = re.compile(r"[(\[{]?[0-9A-Za-z|&€£@]{1,3}[)\]}.,:;]{0,2}\Z")


def is_word(word: Word) -> bool:
    """Is this, by its form and its confidence, a word, a name, a figure or a label that somebody wrote?"""
    text = word.text.strip(_EDGES)
    confidence = word.confidence if word.confidence is not None else 100.0
    if text.casefold() in _KNOWN:
        return confidence >= 20 or len(text) > 4
    letters = sum(c.isalpha() for c in text)
    digits = sum(c.isdigit() for c in text)
    if not text:
        return False
    if letters + digits < 0.7 * len(text):
        return letters + digits >= 5 and any(sign in text for sign in "/@.-") and confidence >= 10
    if digits and letters + digits >= 6 and any(sign in text for sign in "/@"):
        return True
    if letters >= 3 and _VOWEL.search(text):
        if confidence >= 60:
            return True
        return (
            len(text) >= 5
            and confidence >= (15 if len(text) > 6 else 25)
            and _CASE.match(text) is not None
            and not _CLUSTER.search(text)
        )
    if digits >= 4:
        return confidence >= 40
    return confidence >= 85 and len(text) > 1


def is_noise(piece: Piece) -> bool:
    """Is there no word in it at all? Never true of a text layer."""
    if piece.words[0].confidence is None:
        return False
    text = piece.text
    if (
        is_article(text)
        or (is_label(text) and any(c.isalnum() for c in text))
        or any(is_word(word) for word in piece.words)
    ):
        return False
    sure = [word for word in piece.words if (word.confidence or 0) >= 80 and any(c.isalnum() for c in word.text)]
    return 2 * len(sure) < len(piece.words) or len(text) < 3


def trimmed(words: list[Word]) -> tuple[list[Word], list[Word]]:
    """The words of a piece without the marks at its two ends and the strokes between its words, and those marks."""
    strokes = [word for word in words if _is_stroke(word)]
    if strokes and len(strokes) < len(words):
        words = [word for word in words if not _is_stroke(word)]
    else:
        strokes = []
    first, last = 0, len(words)
    while last - first > 1 and _is_mark(words[last - 1]):
        last -= 1
    while (
        last - first > 1 and (_is_mark(words[first]) or words[first].text in ".,;'") and not is_label(words[first].text)
    ):
        first += 1
    return words[first:last], strokes + words[:first] + words[last:]


def _is_stroke(word: Word) -> bool:
    """A line of a form or the edge of the paper, read as a dash."""
    confidence = word.confidence if word.confidence is not None else 100.0
    return word.text in ("—", "|", "_", "~", "=", "||", "——") and confidence < 75


def _is_mark(word: Word) -> bool:
    confidence = word.confidence if word.confidence is not None else 100.0
    text = word.text
    if not any(c.isalnum() for c in text):
        return text[0] in "|_~\\=<>{}[]^`" or (confidence < 40 and text not in ("-", "—", ":", "…", "..."))
    return confidence < 30 and len(text) <= 3 and not is_word(word)


def _labels_text(piece: Piece, pieces: list[Piece]) -> bool:
    """May a mark be the misread number of the text that stands right of it?"""
    if len(piece.text) > 5 or not _LOOSE_LABEL.match(piece.text):
        return False
    reach = piece.x1 + 4 * max(piece.height, 6.0)
    return any(
        other.y0 < piece.middle < other.y1 and piece.x1 <= other.x0 < reach and len(other.text) > 8 for other in pieces
    )


def without_noise(pieces: list[Piece], aside: list[Piece]) -> list[Piece]:
    """The pieces that hold text, their edges clean; what was taken off is added to `aside`."""
    kept: list[Piece] = []
    number_lines = [piece for piece in pieces if NUMBER_LINE.match(piece.text)]
    tallest = 4 * median([piece.height for piece in pieces]) if len(pieces) > 4 else float("inf")
    for piece in pieces:
        if piece.height > tallest and piece.x1 - piece.x0 < piece.height and len(piece.text) > 2:
            aside.append(piece)  # text that runs up or down the margin
            continue
        if piece.words[0].confidence is None:
            kept.append(piece)
            continue
        if any(line.y0 < piece.middle < line.y1 for line in number_lines):
            kept.append(piece)  # numbers are written by hand: what is read of them is kept, however doubtful
            continue
        if is_noise(piece) and not _labels_text(piece, pieces):
            aside.append(piece)
            continue
        words, marks = (piece.words, []) if len(piece.text) < 6 or is_article(piece.text) else trimmed(piece.words)
        if marks:
            aside.extend(reworded(piece, [mark]) for mark in marks)
            piece = reworded(piece, words)
        kept.append(piece)
    return kept
