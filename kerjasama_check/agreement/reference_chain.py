"""The grammar of references: a chain of keywords with their numbers, "Pasal 5 ayat (2), (3), dan ayat (4) huruf a".

A chain is read from its first keyword on, link by link; every pattern is matched at a fixed position and looks ahead
a bounded distance, so that reading takes time in proportion to the text.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from kerjasama_check.indonesian.lazy import lazy

_FLAGS = re.IGNORECASE
_LONGEST_RUN = 60  # no real text counts further; a slip of the pen must not unroll a million paragraphs
_LONGEST_CHAIN = 40  # links, or values of a link: what follows is read as another reference
_KEYWORD = lazy(r"(pasal(?:-pasal)?|ayat|huruf|angka|butir|poin|point)\b[ \t\n]{0,3}", _FLAGS)
SEPARATOR = lazy(
    r"[ \t\n]{0,3}(?P<run>sampai[ ]{1,2}dengan|sampai|s\.?d\.?|s/d|hingga|[-–])[ \t\n]{1,3}"
    r"|(?P<list>[ \t\n]{0,3},?[ \t\n]{0,3}(?:dan/atau|dan|atau|serta|juncto|jo\.?|,)[ \t\n]{1,3}(?:pada |dalam )?)",
    _FLAGS,
)
ROMAN = r"(?-i:[IVXL]{1,7})"
_CARDINALS = "satu|dua|tiga|empat|lima|enam|tujuh|delapan|sembilan|sepuluh|sebelas"
_ORDINALS = "kesatu|kedua|ketiga|keempat|kelima|keenam|ketujuh|kedelapan|kesembilan|kesepuluh|pertama"
_WORD_VALUES = {word: i + 1 for i, word in enumerate(_CARDINALS.split("|"))}
_WORD_VALUES |= {word: i + 1 for i, word in enumerate(_ORDINALS.split("|"))} | {"pertama": 1}
_NUMBER = lazy(
    rf"(?P<open>\([ ]?)?(?:(?P<figure>\d{{1,4}})|(?P<roman>{ROMAN})|(?P<word>{_CARDINALS}|{_ORDINALS}))"
    r"(?![\w/]|\.\w)(?(open)[ ]?\)?)(?:[ ]{0,2}\([a-z ]{3,30}\))?",
    _FLAGS,
)
_LETTER = lazy(r"(?P<open>[\"“(])?(?P<letter>[a-z])(?(open)[)\"”]?)(?![\w/]|\.\w)", _FLAGS)
_FUNCTION_WORDS = (
    r"di|tersebut|perjanjian|nota|ini|dalam|pada|ayat|huruf|adalah|untuk|yang|tidak|dan|atau|serta|wajib|dapat|berlaku"
)
_CONTINUES = lazy(rf"[ ]{{0,2}}(?:$|[.,;:)\n/]|(?:{_FUNCTION_WORDS})\b)", _FLAGS)


@dataclass(slots=True)
class Link:
    """One keyword with its numbers: ("ayat", ["2", "3"])."""

    keyword: str
    values: list[str]
    end: int
    joined: bool = False  # a separator (comma, dan …) stands before it


def read_chain(text: str, start: int) -> tuple[list[Link], int]:
    links: list[Link] = []
    position, joined, run = start, False, False
    while len(links) < _LONGEST_CHAIN and (keyword := _KEYWORD.match(text, position)):
        name = keyword[1].lower().split("-")[0]
        name = "angka" if name in ("butir", "poin", "point") else name
        value, after = _read_value(text, keyword.end(), name)
        if value is None:
            break
        if run and links and links[-1].keyword == name:
            links[-1].values += count_up(links[-1].values[-1], value)
            links[-1].end = after
        else:
            links.append(Link(name, [value], after, joined))
        position = _read_bare_values(text, after, links[-1])
        links[-1].end = position
        separator = SEPARATOR.match(text, position)
        joined, run = separator is not None, bool(separator and separator["run"])
        position = separator.end() if separator else _skip_blank(text, position)
    return links, links[-1].end if links else start


def _skip_blank(text: str, position: int) -> int:
    limit = min(len(text), position + 3)
    while position < limit and text[position] in " \t\n":
        position += 1
    return position


def _read_value(text: str, position: int, keyword: str) -> tuple[str | None, int]:
    if keyword in ("huruf", "angka") and (letter := _LETTER.match(text, position)):
        return letter["letter"].lower(), letter.end()
    if keyword == "huruf":
        return None, position
    number = _NUMBER.match(text, position)
    if number is None:
        return None, position
    return str(_number(number)), number.end()


def _number(match: re.Match[str]) -> int:
    if figure := match["figure"]:
        return int(figure)
    if roman := match["roman"]:
        return _roman(roman)
    return _WORD_VALUES[match["word"].lower()]


def _roman(text: str) -> int:
    values = [{"I": 1, "V": 5, "X": 10, "L": 50}[c] for c in text]
    following = [*values[1:], 0]
    return sum(-v if v < n else v for v, n in zip(values, following, strict=True))


def count_up(first: str, last: str) -> list[str]:
    """The steps after first up to last; only last where they are no sensible run."""
    if first.isdigit() and last.isdigit():
        low, high = int(first), int(last)
        return [str(n) for n in range(low + 1, high + 1)] if low < high <= low + _LONGEST_RUN else [last]
    if len(first) == len(last) == 1 and "a" <= first < last <= "z":
        return [chr(c) for c in range(ord(first) + 1, ord(last) + 1)]
    return [last]


def _read_bare_values(text: str, position: int, link: Link) -> int:
    """Further values without a keyword of their own: "ayat (1), (2), dan (3)", "Pasal 3 dan 4", "huruf a sampai c"."""
    while len(link.values) < _LONGEST_CHAIN and (separator := SEPARATOR.match(text, position)):
        at = separator.end()
        if _KEYWORD.match(text, at):
            return position
        value, after = _read_value(text, at, link.keyword)
        bracketed = text[at : at + 1] == "("
        plain = value is not None and (not value.isdigit() or text[at : at + 1].isdigit())
        if value is None or not (bracketed or (plain and _CONTINUES.match(text, after))):
            return position
        link.values += count_up(link.values[-1], value) if separator["run"] else [value]
        position = after
    return position
