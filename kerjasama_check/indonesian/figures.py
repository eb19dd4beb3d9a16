"""Pairs of figures and words, "3 (tiga)", which must say the same; and English "three (3)"."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache

from kerjasama_check.indonesian.english_numbers import parse_english
from kerjasama_check.indonesian.lazy import lazy
from kerjasama_check.indonesian.number_words import read_word
from kerjasama_check.indonesian.terbilang import NumberWords, find_words, parse_words, tokenise

_PAIR = lazy(  # what must not stand before is asked behind the first digit, so that digits are found at once
    r"(\d(?<![\w.,/(\-\"'“”‘’]\d)(?:\d{0,2}(?:\.\d{3}){1,5}|\d{0,14}))(?:,00|,-{1,2})?(?:\s?%|\s?°)?[.\s]{0,3}"
    r"\(\s*((?:[^\W\d_]|\d(?=[^\W\d_]))[^()\[\];:]{1,200}?)\s*\)"
)
_FIGURE_LAST = lazy(  # behind a letter and up to two blanks, which are asked behind the bracket
    r"\((?:(?<=[^\W\d_]\()|(?<=[^\W\d_]\s\()|(?<=[^\W\d_]\s\s\())\s{0,3}(\d{1,3}(?:\.\d{3}){1,5}|\d{1,15})\s{0,3}\)"
)
_WORDS_WINDOW = 140
_MONEY_BEFORE = lazy(r"(?:\bRp|\bIDR|\bUSD|US\$|\$|\bEUR|€)[.:\s]{0,3}\Z", re.IGNORECASE)
_PROVISION_BEFORE = lazy(r"\b(?:pasal|ayat|huruf|angka|nomor|no|lampiran|butir|bab)[.:\s]{0,3}\Z", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class FigureWords:
    """A figure and its words at text[start:end].

    words_value: None where words stand that cannot be read as a number. rest: what follows the number inside the
    bracket ("orang" in "3 (tiga orang)"). misspellings: number words written wrong.
    """

    start: int
    end: int
    figure: int
    words_value: int | None
    words_text: str
    misspellings: tuple[str, ...] = ()
    rest: str = ""

    @property
    def agrees(self) -> bool | None:
        """Whether both say the same; None where the words cannot be read."""
        return None if self.words_value is None else self.words_value == self.figure


def find_figure_words(text: str) -> list[FigureWords]:
    """All pairs of figure and words except sums of money (those are in `money.find_money`) and references."""
    pairs = sorted([*_figure_first(text), *_words_first(text)], key=lambda pair: pair.start)
    out: list[FigureWords] = []
    for pair in pairs:
        if not out or pair.start >= out[-1].end:
            out.append(pair)
    return out


def figure_value(figure: str) -> int:
    """The value of digits with or without full stops between the thousands."""
    return int(figure.replace(".", ""))


@lru_cache(maxsize=4096)  # the words of numbers are few
def read_bracket(content: str) -> tuple[NumberWords | None, str] | None:
    """The number that the words of a bracket begin with, and what follows it.

    None if the bracket holds no number at all; (None, "") if it begins like a number that cannot be read.
    """
    number = parse_words(content)
    if number:
        return number, ""
    spans = find_words(content)
    if spans and not content[: spans[0].start].strip(" \n\t.,:-"):
        first = spans[0]
        rest = content[first.end :].strip()
        leading = tokenise(rest)[:1]
        if leading and read_word(leading[0].text):
            return None, ""  # a chain of number words that is no number: "dua tiga puluh"
        return NumberWords(first.value, first.misspellings, first.standard), rest
    english = parse_english(content)
    return (NumberWords(english, (), content), "") if english is not None else None


def _figure_first(text: str) -> Iterator[FigureWords]:
    for match in _PAIR.finditer(text):
        before = text[max(0, match.start() - 14) : match.start()]
        if _MONEY_BEFORE.search(before) or (_PROVISION_BEFORE.search(before) and not _is_number(match[2])):
            continue
        read = read_bracket(match[2])
        if read is None:
            continue
        number, rest = read
        yield FigureWords(
            match.start(),
            match.end(),
            figure_value(match[1]),
            number.value if number else None,
            match[2],
            number.misspellings if number else (),
            rest,
        )


def _is_number(content: str) -> bool:
    return parse_words(content) is not None


def _words_first(text: str) -> Iterator[FigureWords]:
    """ "tiga (3)" and "three (3)"; a bracket after other words is an ayat or a note."""
    for match in _FIGURE_LAST.finditer(text):
        at = match.start()
        end = max(0, at - 2) + len(text[max(0, at - 2) : at].rstrip())
        before = text[max(0, end - _WORDS_WINDOW) : end]
        spans = find_words(before)
        if spans and spans[-1].end == len(before):
            last = spans[-1]
            words, wrong, value = last.text, last.misspellings, last.value
        else:
            english = _english_tail(before)
            if english is None:
                continue
            words, value = english
            wrong = ()
        start, figure = end - len(words), figure_value(match[1])
        if start == 0 and value < figure:
            continue  # the end of a number that began in the paragraph before
        yield FigureWords(start, match.end(), figure, value, words, wrong)


def _english_tail(text: str) -> tuple[str, int] | None:
    """The longest English number that ends a text."""
    starts = [token.start for token in tokenise(text)][-6:]
    for start in starts:
        value = parse_english(text[start:])
        if value is not None and not text[start:].lower().startswith("and"):
            return text[start:], value
    return None
