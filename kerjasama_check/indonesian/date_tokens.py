"""A text cut into what dates are made of: numbers in words and figures, months, key words, marks."""

from __future__ import annotations

import re
from dataclasses import dataclass
from enum import Enum, auto
from functools import lru_cache

from kerjasama_check.indonesian.calendar_words import MONTHS, WEEKDAYS, month_of
from kerjasama_check.indonesian.closeness import fold, one_edit_apart, small
from kerjasama_check.indonesian.english_numbers import ENGLISH_NUMBER_WORDS, parse_english
from kerjasama_check.indonesian.lazy import lazy
from kerjasama_check.indonesian.number_words import ATOMS
from kerjasama_check.indonesian.terbilang import Token, number_at


class Sort(Enum):
    FIGURES = auto()  # a number in figures
    WORDS = auto()  # a number in words
    MONTH = auto()
    DAY_WORD = auto()  # tanggal
    MONTH_WORD = auto()  # bulan
    YEAR_WORD = auto()  # tahun
    MARK = auto()  # one sign of punctuation
    FILLER = auto()  # "day", "of", "the": nothing for a date
    OTHER = auto()


# To look a member up in its class takes longer than to compare it.
FIGURES, WORDS, MONTH, DAY_WORD, MONTH_WORD, YEAR_WORD, MARK, FILLER, OTHER = Sort


@dataclass(frozen=True, slots=True)
class DateToken:
    sort: Sort
    start: int
    end: int
    text: str
    value: int | None = None
    misspellings: tuple[str, ...] = ()  # of a number in words
    old: bool = False  # a month in an outdated spelling
    short: bool = False  # a shortened month


_LEXEME = lazy(r"[^\W_]+|[^\w\s]|_+")
_ORDINAL_FIGURE = lazy(r"(\d{1,2})(?:st|nd|rd|th)\Z", re.IGNORECASE)
_FIGURE_SLIP = lazy(r"[\dOolIiSsZzB|]{1,4}\Z")
_LONE_ONES = ("I", "l", "|", "!")
_FIGURE_FOLD = str.maketrans("OolIiSsZzB|", "00111552281")
_KEYS = {
    "tanggal": DAY_WORD, "tgl": DAY_WORD, "tangal": DAY_WORD, "dated": DAY_WORD,
    "bulan": MONTH_WORD, "bln": MONTH_WORD, "month": MONTH_WORD,
    "tahun": YEAR_WORD, "thn": YEAR_WORD, "th": YEAR_WORD, "year": YEAR_WORD,
    "day": FILLER, "of": FILLER, "the": FILLER, "in": FILLER,
}  # fmt: skip
_LONG_KEYS = ("tanggal", "bulan", "tahun")
_NOT_KEYS = frozenset(
    {"tangga", "tanggul", "tunggal", "tinggal", "bulat", "bulanan", "tuhan", "tabun", "tahan", "bukan"}
)
_GLUED = frozenset({"tanggal", "bulan", "tahun", *ATOMS, *(m.lower() for m in MONTHS), *(d.lower() for d in WEEKDAYS)})
_LONGEST = max(map(len, _GLUED))


def date_tokens(text: str) -> list[DateToken]:
    """All of a text as date tokens, in order."""
    lexemes = [piece for match in _LEXEME.finditer(text) for piece in _unglue(match[0], match.start())]
    tokens: list[DateToken] = []
    at = 0
    while at < len(lexemes):
        token, used = _classify(lexemes, at, text)
        if token.text in _LONE_ONES and tokens and tokens[-1].sort is DAY_WORD:
            token = DateToken(FIGURES, token.start, token.end, token.text, 1)  # "tanggal I bulan Mei"
        tokens.append(token)
        at += used
    return tokens


def _classify(lexemes: list[Token], at: int, text: str) -> tuple[DateToken, int]:
    word, start, end = lexemes[at]
    if not word[0].isalnum():
        return DateToken(MARK, start, end, word), 1
    if word.isdecimal():
        return DateToken(FIGURES, start, end, word, int(word) if len(word) < 10 else None), 1
    ordinal = _ORDINAL_FIGURE.match(word)
    if ordinal:
        return DateToken(FIGURES, start, end, word, int(ordinal[1])), 1
    key = _key_of(word)
    if key:
        return DateToken(key, start, end, word), 1
    number, used = number_at(lexemes, at, text, guess=True)
    if number:
        wrong = number.misspellings
        return DateToken(WORDS, number.start, number.end, number.text, number.value, wrong), used
    month = month_of(word)
    if month:
        return DateToken(MONTH, start, end, word, month.number, (), month.old, month.short), 1
    if word.lower().split("-")[0] in ENGLISH_NUMBER_WORDS or word.lower().endswith(("th", "first", "second", "third")):
        english = _english_number(lexemes, at, text)
        if english:
            return english
    if _FIGURE_SLIP.match(word) and any(c.isdecimal() for c in word):
        return DateToken(FIGURES, start, end, word, int(word.translate(_FIGURE_FOLD))), 1
    return DateToken(OTHER, start, end, word), 1


@lru_cache(maxsize=4096)
def _key_of(word: str) -> Sort | None:
    lower = word.lower()
    if lower in _KEYS:
        return _KEYS[lower]
    if lower in _NOT_KEYS or not 4 < len(lower) < 9 or month_of(word):
        return None
    folded = fold(lower)
    near = [key for key in _LONG_KEYS if one_edit_apart(folded, fold(key))]
    return _KEYS[near[0]] if len(near) == 1 else None


def _english_number(lexemes: list[Token], at: int, text: str) -> tuple[DateToken, int] | None:
    """The longest English number in words from here on, hyphens and "and" included."""
    best: tuple[DateToken, int] | None = None
    start = lexemes[at].start
    for count in range(1, min(12, len(lexemes) - at) + 1):
        end = lexemes[at + count - 1].end
        last = lexemes[at + count - 1].text
        if not last[0].isalpha() and last != "-":
            break
        value = parse_english(text[start:end]) if last.lower() != "and" and last != "-" else None
        if value is not None:
            best = DateToken(WORDS, start, end, text[start:end], value), count
        elif last.lower() not in ("and", "-"):
            break
    return best


def _unglue(word: str, start: int) -> list[Token]:
    """Cut a run of letters apart where blanks were lost: "tanggalduapuluhbulanMei" and "25Juni2016"."""
    if word.isdecimal() or word.lower() in _GLUED or len(word) < 5:
        return [Token(word, start, start + len(word))]
    pieces = [word] if word.isalpha() else re.findall(r"\d+|[^\W\d_]+", word)
    if len(pieces) > 1 and not all(piece.isdecimal() or piece.lower() in _GLUED for piece in pieces):
        return [Token(word, start, start + len(word))]
    out: list[Token] = []
    for piece in pieces:
        for part in (_segments(small(piece)) if piece.isalpha() else None) or (piece,):
            out.append(Token(piece[: len(part)], start, start + len(part)))
            piece, start = piece[len(part) :], start + len(part)
    if len(out) > 1 and all(token.text.lower() in ATOMS for token in out):  # left to the number reader, which says so
        return [Token(word, out[0].start, out[-1].end)]
    return out


@lru_cache(maxsize=4096)
def _segments(word: str) -> tuple[str, ...] | None:
    """The word as a chain of date words, None if it is not one."""
    if len(word) > 120:
        return None
    best: list[tuple[str, ...] | None] = [()] + [None] * len(word)
    for end in range(1, len(word) + 1):
        for begin in range(max(0, end - _LONGEST), end):
            head = best[begin]
            if head is not None and word[begin:end] in _GLUED and best[end] is None:
                best[end] = (*head, word[begin:end])
    return best[-1]
