"""English number words below one hundred thousand, cardinal and ordinal, for bilingual agreements."""

from __future__ import annotations

from kerjasama_check.indonesian.lazy import lazy

_SMALL = (
    "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen "
    "eighteen nineteen"
)
_ONES = _SMALL.split()
_ROUND = "twenty thirty forty fifty sixty seventy eighty ninety"
_TENS = _ROUND.split()
_VALUES = {word: n for n, word in enumerate(_ONES)} | {word: 10 * n for n, word in enumerate(_TENS, 2)} | {"fourty": 40}
_ORDINALS = {
    "first": "one", "second": "two", "third": "three", "fifth": "five", "eighth": "eight", "ninth": "nine",
    "twelfth": "twelve",
}  # fmt: skip
_SPLIT = lazy(r"[\s\-,]+")
ENGLISH_NUMBER_WORDS = frozenset(_VALUES) | {"hundred", "thousand"}


def parse_english(text: str) -> int | None:
    """The value of an English number in words ("twenty-one", "two thousand and twenty one", "third"); else None."""
    words = [_cardinal(word) for word in _SPLIT.split(text.lower().strip()) if word and word != "and"]
    if not words or len(words) > 12:
        return None
    total = below = 0
    for word in words:
        if word == "hundred":
            below = (below or 1) * 100
        elif word == "thousand":
            total, below = total + (below or 1) * 1000, 0
        elif word in _VALUES:
            below += _VALUES[word]
        else:
            return None
    return total + below


def _cardinal(word: str) -> str:
    if word in _ORDINALS:
        return _ORDINALS[word]
    if word.endswith("ieth"):
        return word[:-4] + "y"
    return word[:-2] if word.endswith("th") else word
