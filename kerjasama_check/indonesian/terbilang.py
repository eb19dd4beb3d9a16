"""Numbers in words (terbilang), both ways, up to 10**15."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache
from itertools import accumulate, pairwise
from typing import NamedTuple

from kerjasama_check.indonesian.lazy import lazy
from kerjasama_check.indonesian.number_words import ATOMS, SCALES, UNITS, Reading, evaluate, longest_number, read_word

LARGEST = 10**15
_NAMES = ["", *UNITS]
_TOKEN = lazy(r"[^\W_]+(?:[|!][^\W_]+)*")
_GAP = lazy(r"[\s\-‐‑–]{0,8}\Z")
_ODD_ONES = (("satu", "puluh"), ("satu", "belas"), ("satu", "ratus"), ("satu", "ribu"))
_MOST_WORDS = 32


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


@lru_cache(maxsize=4096)  # the words of numbers are few
def parse_words(text: str) -> NumberWords | None:
    """Read a text that is one number in words, in any case and with any blanks; None if it is not one."""
    if len(text) > 600 or re.search(r"[^\w\s\-‐‑–|!.,]", text):
        return None
    tokens = tokenise(text.strip())
    if not tokens:
        return None
    pieces = _pieces(tokens, 0, text.strip(), guess=True, most=_MOST_WORDS)
    if sum(piece.tokens for piece in pieces) != len(tokens):
        return None
    return _number(pieces, text.strip())


def find_words(text: str) -> list[NumberSpan]:
    """All numbers in words in running text, each as long as it goes, in order and without overlap."""
    tokens = tokenise(text)
    spans: list[NumberSpan] = []
    at = 0
    while at < len(tokens):
        run = _pieces(tokens, at, text, guess=False) if _may_start(tokens[at], text) else []
        begin = 0
        while begin < len(run):
            found, used = _first_number(run[begin : begin + _MOST_WORDS], text)
            if found:
                spans.append(found)
            begin += used
        at += sum(piece.tokens for piece in run) or 1
    return spans


def tokenise(text: str) -> list[Token]:
    """The written words of a text (runs of letters and digits) with their places."""
    return [Token(match[0], match.start(), match.end()) for match in _TOKEN.finditer(text)]


def number_at(tokens: list[Token], at: int, text: str, guess: bool = False) -> tuple[NumberSpan | None, int]:
    """The longest number in words that starts at tokens[at], and how many tokens it takes.

    guess: damaged words beside a number are read as number words where only one is near (inside dates).
    """
    run = _pieces(tokens, at, text, guess, _MOST_WORDS) if _may_start(tokens[at], text) else []
    if not run:
        return None, 1
    found, used = _first_number(run, text)
    return found, sum(piece.tokens for piece in run[:used]) if found else 1


def _first_number(run: list[_Piece], text: str) -> tuple[NumberSpan | None, int]:
    """The longest number that a run of number words begins with, and how many pieces it takes (1 if there is none)."""
    bounds = list(accumulate(len(piece.reading.atoms) for piece in run))
    length = longest_number([atom for piece in run for atom in piece.reading.atoms])
    fitting = [count for count, bound in enumerate(bounds, 1) if bound <= length]
    for count in reversed(fitting[-6:]):
        number = _number(run[:count], text) if _may_end(run[count - 1], text) else None
        if number and not _is_idiom(run[:count], text):
            start, end = run[0].start, run[count - 1].end
            span = NumberSpan(start, end, text[start:end], number.value, number.misspellings, number.standard)
            return span, count
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


def _pieces(tokens: list[Token], at: int, text: str, guess: bool, most: int = 10**6) -> list[_Piece]:
    """The run of number words from tokens[at] on, joined by blanks or hyphens only."""
    pieces: list[_Piece] = []
    while at < len(tokens) and len(pieces) < most:
        if pieces and not _GAP.match(text, pieces[-1].end, tokens[at].start):
            break
        piece = _piece(tokens, at, text, bool(pieces), guess)
        if piece is None:
            break
        pieces.append(piece)
        at += piece.tokens
    return pieces


def _piece(tokens: list[Token], at: int, text: str, beside: bool, guess: bool) -> _Piece | None:
    token = tokens[at]
    reading = read_word(token.text)
    if reading is not None:
        return _Piece(reading, token.start, token.end, 1)
    following = tokens[at + 1] if at + 1 < len(tokens) else None
    if following and not _GAP.match(text, token.end, following.start):
        following = None
    if following and len(token.text) < 8:
        whole = (token.text + following.text).lower()  # "se belas", "pu luh"
        if whole in ATOMS:
            return _Piece(Reading((whole,), right=False), token.start, following.end, 2)
    if beside or (following and read_word(following.text) is not None):
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
