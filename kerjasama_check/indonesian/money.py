"""Sums of money with their words: "Rp150.000.000,00 (seratus lima puluh juta rupiah)"."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from kerjasama_check.indonesian.closeness import small
from kerjasama_check.indonesian.lazy import lazy
from kerjasama_check.indonesian.number_words import SCALES
from kerjasama_check.indonesian.terbilang import LARGEST, NumberWords, find_words, parse_words, to_words

_CURRENCIES = {
    "rp": "IDR", "idr": "IDR", "usd": "USD", "us$": "USD", "$": "USD", "eur": "EUR", "€": "EUR", "sgd": "SGD",
    "s$": "SGD",
    "myr": "MYR", "rm": "MYR", "jpy": "JPY", "¥": "JPY", "gbp": "GBP", "£": "GBP", "aud": "AUD", "a$": "AUD",
    "sar": "SAR",
    "cny": "CNY", "chf": "CHF",
}  # fmt: skip
_NAMES = {
    "IDR": "rupiah", "USD": "dolar Amerika Serikat", "EUR": "euro", "SGD": "dolar Singapura",
    "MYR": "ringgit Malaysia", "JPY": "yen Jepang", "GBP": "pound sterling", "AUD": "dolar Australia",
    "SAR": "riyal Saudi", "CNY": "yuan Tiongkok",    "CHF": "franc Swiss",
}  # fmt: skip
_SCALE_WORDS = {
    "ribu": "ribu", "rb": "ribu", "juta": "juta", "jt": "juta", "miliar": "miliar", "milyar": "miliar", "m": "miliar",
    "triliun": "triliun", "trilyun": "triliun", "million": "juta", "billion": "miliar", "thousand": "ribu",
}  # fmt: skip
_D = r"[\dOoIl]"  # a digit, or a letter that a scan makes of it
_SUM = lazy(
    r"(?<![^\W\d_])(?P<currency>Rp|IDR|USD|US\s?\$|EUR|SGD|MYR|RM|JPY|GBP|AUD|SAR|CNY|CHF|[AS]\$|[$€¥£])"
    r"\s{0,2}[.,:;]?\s{0,3}"
    rf"(?P<figure>\d{_D}{{0,14}}(?:[.,]\s?{_D}{{1,3}}(?!{_D})){{0,6}}|[IlO]{_D}{{0,2}}(?:[.,]\s?{_D}{{3}}){{1,5}})"
    r"(?P<tail>,\s?-{1,2}|\.-{1,2}|,\s?=|\s?-(?![\w]))?"
    r"(?:\s{1,2}(?P<scale>ribu|rb|juta|jt|miliar|milyar|triliun|trilyun|million|billion|thousand)\b|(?P<short>jt|rb|M)\b)?",
    re.IGNORECASE,
)
# What may be a sum, in small letters: the last letters of a currency before a figure. It begins with a class of
# characters, so that it is found without trying every place, and the figure is the rarer of the two.
_MAY_BE_SUM = lazy(
    r"[prdmyf$€¥£](?=[\s.,:;]{0,6}(?:\d|[ilo][\dilo]{0,2}[.,]\s?[\dilo]{3}))"
    r"(?<=rp|dr|sd|ur|gd|yr|rm|py|bp|ud|ar|ny|hf|.[$€¥£])",
    re.DOTALL,
)
_BRACKET = lazy(r"[\s,.\-]{0,5}[(\[{]\s*([^()\[\]{}]{3,400}?)\s*[)\]}]")
_TERBILANG = lazy(r"\A\s*(?:terbilang|dengan\s+huruf|dibaca|in\s+words)\s*[:;]?\s*", re.IGNORECASE)
_UNIT_TAIL = lazy(
    r"[\s,.\-]*(?:(?:rupiah|ruplah|ruptah|rupia|dollar|dolar|euro|ringgit|yen|sen|nol|amerika|serikat|singapura|malaysia|"
    r"jepang|us|as|usd|per|setiap|belum|sudah|termasuk|dan)\b.*)?\Z",
    re.IGNORECASE | re.DOTALL,
)
_WORDS_BEFORE = lazy(r"([^\W\d_][^()\d\[\]]{4,300}?)\s+rupiah\s*[,.]?\s*\(\s*\Z", re.IGNORECASE)
_UNSLIP = str.maketrans("OoIl", "0011")


@dataclass(frozen=True, slots=True)
class MoneySpan:
    """A sum at text[start:end], its words in brackets included; text[start:figures_end] is the figures alone.

    value: in whole units of the currency (a fraction is dropped). words_value: None where there are no words or they
    cannot be read; words_text: what the bracket says. standard_form: the sum as the rules of drafting write it.
    misspellings: number words written wrong.
    """

    start: int
    end: int
    value: int
    currency: str
    figures: str
    figures_end: int
    words_value: int | None
    words_text: str | None
    standard_form: str
    misspellings: tuple[str, ...] = ()


def format_rupiah(n: int) -> str:
    """ "Rp150.000.000,00"."""
    return f"Rp{n:,}".replace(",", ".") + ",00"


def find_money(text: str) -> list[MoneySpan]:
    """All sums that are written in figures with a currency, in order and without overlap."""
    return list(_sums(text)) if _MAY_BE_SUM.search(f" {text.lower()}") else []


def _sums(text: str) -> Iterator[MoneySpan]:
    free = 0
    for match in _SUM.finditer(text):
        if match.start() < free:
            continue
        value = _value(match["figure"].translate(_UNSLIP), match["scale"] or match["short"])
        if value is None:
            continue
        currency = _CURRENCIES[re.sub(r"\s", "", small(match["currency"]))]
        figures_end = match.end()
        start, end, words_text, number = match.start(), figures_end, None, None
        bracket = _BRACKET.match(text, figures_end)
        if bracket:
            found = read_amount_words(bracket[1])
            if found is not None:
                words_text, number, end = bracket[1], found[0], bracket.end()
        else:
            before = _words_before(text, match.start(), figures_end)
            if before is not None:
                start, words_text, number = before
                end = text.index(")", figures_end) + 1
        free = end
        yield MoneySpan(
            max(start, 0),
            end,
            value,
            currency,
            match[0].rstrip(),
            figures_end,
            number.value if number else None,
            words_text,
            _standard(value, currency),
            number.misspellings if number else (),
        )


def _words_before(text: str, start: int, end: int) -> tuple[int, str, NumberWords] | None:
    """Words that stand before the figures: "seratus juta rupiah (Rp100.000.000,00)"."""
    if not re.match(r"\s*\)", text[end : end + 4]):
        return None
    match = _WORDS_BEFORE.search(text[max(0, start - 330) : start])
    if not match:
        return None
    spans = find_words(match[1])
    if not spans or spans[-1].end != len(match[1].rstrip()):
        return None
    last = spans[-1]
    at = max(0, start - 330) + match.start(1) + last.start
    return at, f"{last.text} rupiah", NumberWords(last.value, last.misspellings, last.standard)


def read_amount_words(content: str) -> tuple[NumberWords | None] | None:
    """The number that the words beside a sum say, in a tuple: (None,) if it cannot be read, None for another text."""
    content = _TERBILANG.sub("", content)
    number = parse_words(content)
    if number:
        return (number,)
    spans = find_words(content)
    if spans and not content[: spans[0].start].strip(" \n\t#*:.,=-") and _UNIT_TAIL.match(content[spans[0].end :]):
        first = spans[0]
        return (NumberWords(first.value, first.misspellings, first.standard),)
    looks_so = spans and "rupiah" in content.lower()
    return (None,) if looks_so else None


def _value(figure: str, scale: str | None) -> int | None:
    """The whole part of a figure; full stop and comma are told apart by where they stand."""
    compact = re.sub(r"\s", "", figure)
    whole, fraction = _split(compact)
    if not whole.isdecimal():
        return None
    value = int(whole)
    if scale:
        factor = SCALES[_SCALE_WORDS[small(scale)]]
        value = value * factor + (int(fraction) * factor // 10 ** len(fraction) if fraction else 0)
    return value if value <= LARGEST else None


def _split(figure: str) -> tuple[str, str]:
    """Whole part and fraction: a last group of one or two digits is a fraction, groups of three are thousands."""
    groups = re.split(r"[.,]", figure)
    marks = re.findall(r"[.,]", figure)
    if not marks:
        return figure, ""
    other_mark = len(marks) > 1 and marks[-1] != marks[-2]
    if len(groups[-1]) < 3 or (other_mark and set(groups[-1]) == {"0"}):
        return "".join(groups[:-1]), groups[-1]
    return "".join(groups), ""


def _standard(value: int, currency: str) -> str:
    words = f"({to_words(value)} {_NAMES[currency]})"
    if currency == "IDR":
        return f"{format_rupiah(value)} {words}"
    grouped = f"{value:,}".replace(",", ".")
    return f"{currency}{grouped},00 {words}"
