"""How alike two words are: one edit apart, or the same once the letters that OCR confuses are folded."""

from __future__ import annotations

# Letters and signs that a scan turns into one another, lower case; every class is folded to one letter.
_FOLD = str.maketrans(
    {
        "l": "i", "1": "i", "|": "i", "!": "i", "ı": "i", "í": "i", "ì": "i", "¡": "i", "]": "i", "[": "i",
        "0": "o", "q": "g", "9": "g", "6": "g", "4": "a", "5": "s", "$": "s", "8": "b", "3": "e", "c": "e", 
    }
)  # fmt: skip


_CASELESS = str.maketrans("ıſKüúùûöóòôõäáàâãåëéèêïîíìşśçñğ", "iskuuuuoooooaaaaaaeeeeiiiisscng")


def small(text: str) -> str:
    """Small letters without accents; also the odd ones that a regular expression without case takes for i, s and k."""
    lower = text.lower()
    return lower if lower.isascii() else lower.translate(_CASELESS)


def in_small(text: str) -> str:
    """A text in small letters, every letter in its place: the few that grow in small letters stay as they are."""
    small = text.lower()
    if len(small) == len(text):
        return small
    return "".join([letter if len(letter.lower()) > 1 else letter.lower() for letter in text])


def fold(word: str) -> str:
    """The word in lower case with confusable letters made one: "Sernbi1an" and "sembilan" fold alike."""
    return small(word).replace("rn", "m").translate(_FOLD).replace("vv", "w")


def one_edit_apart(a: str, b: str) -> bool:
    """True if one insertion, deletion, change or swap of neighbours makes `a` into `b` (or they are equal)."""
    if a == b:
        return True
    if abs(len(a) - len(b)) > 1:
        return False
    start = 0
    while start < min(len(a), len(b)) and a[start] == b[start]:
        start += 1
    rest_a, rest_b = a[start:], b[start:]
    if rest_a[1:] == rest_b[1:] or rest_a[1:] == rest_b or rest_a == rest_b[1:]:
        return True
    return len(rest_a) > 1 and len(rest_b) > 1 and rest_a[:2] == rest_b[1::-1] and rest_a[2:] == rest_b[2:]


def closest(word: str, vocabulary: frozenset[str], minimum: int = 5) -> str | None:
    """The only word of a closed vocabulary that is at most one edit away after folding; None if none or several.

    Words shorter than `minimum` letters on either side are never matched: too much lies one letter apart there.
    """
    if len(word) < minimum:
        return None
    folded = fold(word)
    hits = [known for known in vocabulary if len(known) >= minimum and one_edit_apart(folded, fold(known))]
    return hits[0] if len(hits) == 1 else None
