"""Numbers in words (terbilang), both ways, up to 10**15."""

from __future__ import annotations

import re
from dataclasses import dataclass
from itertools import pairwise
from typing import NamedTuple

from kerjasama_check.indonesian.number_words import SCALES, UNITS, Reading, evaluate, read_word

LARGEST = 10**15
_NAMES = ["", *UNITS]
_TOKEN = re.compile(r"[^\W_]+(?:[|!][^\W_]+)*")
_GAP = re.compile(r"[\s\-‐‑–]{0,8}\Z")
_ODD_ONES = (("satu", "puluh"), ("satu", "belas"), ("satu", "ratus"), ("satu", "ribu"))
_MOST_WORDS = 40


@dataclass(frozen=True, slots=True)
class NumberWords:
    """A number in words. misspellings: the words of it that are wrong, as written. standard: the right form of it all.

    slips: those of the misspellings that look like slips of scanning or typing rather than a wrong habit.
    """

    value: int
    misspellings: tuple[str, ...]
    standard: str
    slips: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class NumberSpan:
    """A number in words at text[start:end]."""

    start: int
    end: int
    text: str
    value: int
    misspellings: tuple[str, ...]
    standard: str


class Token(NamedTuple):
    """A written word and its place."""

    text: str
    start: int
    end: int


class _Piece(NamedTuple):
    """One or two written words that read as number words."""

    reading: Reading
    start: int
    end: int
    tokens: int


def to_words(n: int) -> str:
    """The number in words as KBBI spells it ("seribu seratus lima belas"); ValueError outside 0 … 10**15."""
    if not 0 <= n <= LARGEST:
        raise ValueError(f"no words for {n}: only 0 to 10**15")
    if n == 0:
        return "nol"
    words: list[str] = []
    for name, scale in reversed(SCALES.items()):
        count, n = divmod(n, scale)
        if count == 1 and name == "ribu":
            words.append("seribu")
        elif count:
            words += [*_hundreds(count), name]
    return " ".join(words + _hundreds(n))


def _hundreds(n: int) -> list[str]:
    hundreds, rest = divmod(n, 100)
    words = ["seratus"] if hundreds == 1 else [_NAMES[hundreds], "ratus"] if hundreds else []
    if rest in (10, 11):
        return [*words, "sepuluh" if rest == 10 else "sebelas"]
    tens, unit = divmod(rest, 10)
    if tens == 1:
        return [*words, _NAMES[unit], "belas"]
    if tens:
        words += [_NAMES[tens], "puluh"]
    return [*words, _NAMES[unit]] if unit else words


def parse_words(text: str) -> NumberWords | None:
    """Read a text that is one number in words, in any case and with any blanks; None if it is not one."""
    if len(text) > 600 or re.search(r"[^\w\s\-‐‑–|!.,]", text):
        return None
    tokens = tokenise(text.strip())
    if not tokens:
        return None
    pieces = _pieces(tokens, 0, text.strip(), guess=True)
    if sum(piece.tokens for piece in pieces) != len(tokens):
        return None
    return _number(pieces, text.strip())


def find_words(text: str) -> list[NumberSpan]:
    """All numbers in words in running text, each as long as it goes, in order and without overlap."""
    tokens = tokenise(text)
    spans: list[NumberSpan] = []
    at = 0
    while at < len(tokens):
        found, used = number_at(tokens, at, text)
        if found:
            spans.append(found)
        at += max(used, 1)
    return spans


def tokenise(text: str) -> list[Token]:
    """The written words of a text (runs of letters and digits) with their places."""
    return [Token(match[0], match.start(), match.end()) for match in _TOKEN.finditer(text)]


def number_at(tokens: list[Token], at: int, text: str, guess: bool = False) -> tuple[NumberSpan | None, int]:
    """The longest number in words that starts at tokens[at], and how many tokens it takes.

    guess: damaged words beside a number are read as number words where only one is near (inside dates).
    """
    if not _may_start(tokens[at], text):
        return None, 1
    pieces = _pieces(tokens, at, text, guess)
    while pieces:
        number = _number(pieces, text) if _may_end(pieces[-1], text) else None
        if number and not _is_idiom(pieces, text):
            start, end = pieces[0].start, pieces[-1].end
            span = NumberSpan(start, end, text[start:end], number.value, number.misspellings, number.standard)
            return span, sum(piece.tokens for piece in pieces)
        pieces = pieces[:-1]
    return None, 1


def _may_start(token: Token, text: str) -> bool:
    return token.start == 0 or text[token.start - 1] not in "-_'’@/"


def _may_end(piece: _Piece, text: str) -> bool:
    """Not in the middle of a hyphenated word: "satu-satunya", "dua-duanya"."""
    tail = text[piece.end : piece.end + 2]
    return not (len(tail) == 2 and tail[0] in "-_@/" and tail[1].isalpha())


def _is_idiom(pieces: list[_Piece], text: str) -> bool:
    """ "salah satu" and "satu sama lain" count nothing."""
    if len(pieces) > 1 or pieces[0].reading.atoms != ("satu",):
        return False
    before, after = text[max(0, pieces[0].start - 12) : pieces[0].start], text[pieces[0].end : pieces[0].end + 12]
    return bool(re.search(r"\bsalah\s+\Z", before, re.IGNORECASE) or re.match(r"\s+sama\s+la", after, re.IGNORECASE))


def _pieces(tokens: list[Token], at: int, text: str, guess: bool) -> list[_Piece]:
    """The run of number words from tokens[at] on, joined by blanks or hyphens only."""
    pieces: list[_Piece] = []
    while at < len(tokens) and len(pieces) < _MOST_WORDS:
        if pieces and not _GAP.match(text[pieces[-1].end : tokens[at].start]):
            break
        beside = bool(pieces) or _followed_by_number(tokens, at, text)
        piece = _piece(tokens, at, text, beside, guess)
        if piece is None:
            break
        pieces.append(piece)
        at += piece.tokens
    return pieces


def _followed_by_number(tokens: list[Token], at: int, text: str) -> bool:
    if at + 1 >= len(tokens) or not _GAP.match(text[tokens[at].end : tokens[at + 1].start]):
        return False
    return read_word(tokens[at + 1].text) is not None


def _piece(tokens: list[Token], at: int, text: str, beside: bool, guess: bool) -> _Piece | None:
    token = tokens[at]
    reading = read_word(token.text)
    if reading is None and at + 1 < len(tokens) and _GAP.match(text[token.end : tokens[at + 1].start]):
        whole = read_word(token.text + tokens[at + 1].text)  # "se belas", "pu luh"
        if whole and len(whole.atoms) == 1 and whole.right:
            return _Piece(Reading(whole.atoms, right=False), token.start, tokens[at + 1].end, 2)
    if reading is None and beside:
        reading = read_word(token.text, beside=True, guess=guess)
    return _Piece(reading, token.start, token.end, 1) if reading else None


def _number(pieces: list[_Piece], text: str) -> NumberWords | None:
    atoms = [atom for piece in pieces for atom in piece.reading.atoms]
    result = evaluate(atoms)
    if result is None or result[0] > LARGEST:
        return None
    value, by_digits = result
    standard = to_words(value)
    wrong = [piece for piece in pieces if not piece.reading.right]
    misspellings = [text[piece.start : piece.end] for piece in wrong]
    if by_digits:
        misspellings.append(text[pieces[-min(2, len(pieces))].start : pieces[-1].end])
    elif " ".join(atoms).replace("sejuta", "satu juta") != standard:
        misspellings += _odd_ones(pieces, text) or ([] if wrong else [text[pieces[0].start : pieces[-1].end]])
    slips = tuple(text[piece.start : piece.end] for piece in wrong if piece.reading.slip)
    return NumberWords(value, tuple(misspellings), standard, slips)


def _odd_ones(pieces: list[_Piece], text: str) -> list[str]:
    """ "satu ratus" for "seratus" and the like, where each is a word of its own."""
    return [
        text[first.start : second.end]
        for first, second in pairwise(pieces)
        if first.reading.atoms + second.reading.atoms in _ODD_ONES
    ]
