"""A number written in one of Word's number formats (ISO/IEC 29500-1, 17.18.59)."""

from __future__ import annotations

from collections.abc import Callable

_ROMAN = (
    (1000, "m"), (900, "cm"), (500, "d"), (400, "cd"), (100, "c"), (90, "xc"),
    (50, "l"), (40, "xl"), (10, "x"), (9, "ix"), (5, "v"), (4, "iv"), (1, "i"),
)  # fmt: skip
_ONES_EN = [
    "zero",
    "one",
    "two",
    "three",
    "four",
    "five",
    "six",
    "seven",
    "eight",
    "nine",
    "ten",
    "eleven",
    "twelve",
    "thirteen",
    "fourteen",
    "fifteen",
    "sixteen",
    "seventeen",
    "eighteen",
    "nineteen",
]
_TENS_EN = ["zero", "ten", "twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety"]
_ORDINALS_EN = {
    "one": "first", "two": "second", "three": "third", "five": "fifth", "eight": "eighth", "nine": "ninth",
    "twelve": "twelfth",
}  # fmt: skip
_ONES_ID = ["nol", "satu", "dua", "tiga", "empat", "lima", "enam", "tujuh", "delapan", "sembilan", "sepuluh", "sebelas"]


def write_number(number: int, style: str, language: str | None = None) -> str:
    """`number` in the format `style` (the value of w:numFmt); unknown formats are written in digits.

    language: a tag such as "id-ID"; words and ordinals are Indonesian unless it names English.
    """
    writer = _WRITERS.get(style)
    if writer is not None:
        return writer(number)
    english = (language or "id").lower().startswith("en")
    if style == "cardinalText":
        return _capital(_words_en(number) if english else _words_id(number))
    if style == "ordinalText":
        return _capital(_ordinal_words_en(number) if english else _ordinal_words_id(number))
    if style == "ordinal":
        return _ordinal_en(number) if english else f"ke-{number}"
    if style.startswith("zeros:"):
        return str(number).zfill(min(int(style[6:]), 20))
    return str(number)


def letters(number: int) -> str:
    """a … z, aa, bb … zz, aaa …: Word repeats the letter."""
    if number < 1:
        return str(number)
    times, index = divmod(number - 1, 26)
    return chr(ord("a") + index) * (times + 1) if times < 30 else str(number)


def roman(number: int) -> str:
    if not 0 < number < 32768:
        return str(number)
    out = []
    for size, sign in _ROMAN:
        times, number = divmod(number, size)
        out.append(sign * times)
    return "".join(out)


def _capital(text: str) -> str:
    return text[:1].upper() + text[1:]


def _words_id(number: int) -> str:
    if number < 0:
        return str(number)
    if number < 12:
        return _ONES_ID[number]
    if number < 20:
        return f"{_ONES_ID[number - 10]} belas"
    if number < 100:
        return _joined(f"{_ONES_ID[number // 10]} puluh", number % 10)
    if number < 1000:
        head = "seratus" if number < 200 else f"{_ONES_ID[number // 100]} ratus"
        return _joined(head, number % 100)
    if number < 1_000_000:
        head = "seribu" if number < 2000 else f"{_words_id(number // 1000)} ribu"
        return _joined(head, number % 1000)
    return str(number)


def _joined(head: str, rest: int) -> str:
    return f"{head} {_words_id(rest)}" if rest else head


def _ordinal_words_id(number: int) -> str:
    return "pertama" if number == 1 else f"ke{_words_id(number)}"


def _words_en(number: int) -> str:
    if not 0 <= number < 1_000_000:
        return str(number)
    if number < 20:
        return _ONES_EN[number]
    if number < 100:
        tens, one = divmod(number, 10)
        return _TENS_EN[tens] + (f"-{_ONES_EN[one]}" if one else "")
    size, name = (100, "hundred") if number < 1000 else (1000, "thousand")
    head, rest = divmod(number, size)
    return f"{_words_en(head)} {name}" + (f" {_words_en(rest)}" if rest else "")


def _ordinal_words_en(number: int) -> str:
    words = _words_en(number)
    cut = max(words.rfind(" "), words.rfind("-")) + 1
    last = words[cut:]
    if last in _ORDINALS_EN:
        last = _ORDINALS_EN[last]
    elif last.endswith("y"):
        last = f"{last[:-1]}ieth"
    else:
        last = f"{last}th"
    return words[:cut] + last


def _ordinal_en(number: int) -> str:
    if number % 100 in (11, 12, 13):
        return f"{number}th"
    return f"{number}{ {1: 'st', 2: 'nd', 3: 'rd'}.get(number % 10, 'th') }"


def _circled(number: int) -> str:
    if 1 <= number <= 20:
        return chr(0x2460 + number - 1)
    return chr(0x24EA) if number == 0 else str(number)


_WRITERS: dict[str, Callable[[int], str]] = {
    "decimal": str,
    "decimalZero": lambda number: str(number).zfill(2),
    "lowerLetter": letters,
    "upperLetter": lambda number: letters(number).upper(),
    "lowerRoman": roman,
    "upperRoman": lambda number: roman(number).upper(),
    "none": lambda number: "",
    "bullet": lambda number: "•",
    "hex": lambda number: f"{number:X}" if number >= 0 else str(number),
    "numberInDash": lambda number: f"- {number} -",
    "decimalEnclosedParen": lambda number: f"({number})",
    "decimalEnclosedFullstop": lambda number: f"{number}.",
    "decimalEnclosedCircle": _circled,
    "decimalEnclosedCircleChinese": _circled,
}
