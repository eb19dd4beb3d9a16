"""Names of persons as they are printed: titles before them, degrees behind them, and how alike two of them are."""

from __future__ import annotations

import difflib
import re
from collections.abc import Sequence

from kerjasama_check.agreement.placeholders import with_last_dot
from kerjasama_check.agreement.units import squeeze

TITLES = frozenset(
    (
        "prof dr drs dra ir h hj kh apt ny nyonya tn tuan bapak ibu sdr sdri sc jenderal brigadir inspektur komisaris "
        "besar ajun komjen irjen brigjen kombes akbp kompol akp pol polisi kolonel letkol mayor kapten laksamana "
        "marsekal tni purn inf ckm drg "
    ).split()
)
DEGREES = frozenset(
    (
        "se sh st mt mm mh msi msc mpd spd skm mkm mkes phd llm ma mba apt ak ca farm kom eng ag hum sos sip stp sp "
        "ssi spt skep mph "
    ).split()
)


_NO_LETTERS = bytes(code for code in range(256) if not 97 <= code <= 122)


def letters(text: str) -> str:
    """Its letters a–z alone, small."""
    return text.lower().encode("ascii", "ignore").translate(None, _NO_LETTERS).decode("ascii")


def bare_name(name: str) -> str:
    """The name without titles before and degrees behind it."""
    words = re.sub(r"([.,])", r"\1 ", name).split()
    while len(words) > 1 and words[0].lower().strip(".,") in TITLES:
        words.pop(0)
    words = " ".join(words).split(",")[0].split() or words
    while len(words) > 1 and (
        words[-1].lower().strip(".") in DEGREES or (words[-1].endswith(".") and len(words[-1]) < 6)
    ):
        words.pop()
    return " ".join(words)


def similar(a: str, b: str) -> float:
    x, y = letters(bare_name(a)), letters(bare_name(b))
    return difflib.SequenceMatcher(None, x, y, autojunk=False).ratio() if x and y else 0.0


def with_titles(tokens: Sequence[str], begin: int, end: int) -> str:
    """Take the titles before and the degrees behind a name along."""
    while begin > 0 and tokens[begin - 1].lower().strip(".,(") in TITLES:
        begin -= 1
    while end < len(tokens) and tokens[end - 1].endswith(",") and re.match(r"[A-Z][\w.]*[.,]?$", tokens[end]):
        end += 1
    while end < len(tokens) and re.match(r"(?:[A-Z]\.?){1,3}[A-Za-z]{0,6}[.,]", tokens[end]) and len(tokens[end]) < 9:
        end += 1
    name = squeeze(" ".join(tokens[begin:end])).strip(" ,;:_-(){}[]")
    return with_last_dot(name.rstrip("."), name) or name
