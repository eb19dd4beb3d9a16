"""Undo the slips of OCR in words that agreements are made of, and nowhere else.

A word is restored only where it is no word as it stands and exactly one known word looks like it (rn for m, TJ for U,
1 for l …). Names, numbers of documents and addresses stay as they were read; no text is invented.
"""

from __future__ import annotations

import re
from functools import lru_cache

from kerjasama_check.indonesian.closeness import fold, one_edit_apart
from kerjasama_check.indonesian.healing_labels import heal_labels
from kerjasama_check.indonesian.healing_words import HEADING_WORDS, KNOWN_WORDS
from kerjasama_check.indonesian.lazy import lazy

# Letters and signs to the strokes they are drawn with; "u" and "h" are two, so "TJ" and "ff" meet them.
_STROKES = str.maketrans(
    {
        "l": "i", "t": "i", "j": "i", "1": "i", "|": "i", "!": "i", "]": "i", "[": "i", "ı": "i", "í": "i", "ì": "i",
        "'": "i", "’": "i", "‘": "i", "\\": "i",
        "u": "ii", "h": "ii", "ü": "ii", "e": "c", "é": "c", "0": "o", "q": "o",
        "y": "v", "5": "s", "$": "s", "8": "b", "9": "g", "6": "g", "2": "z", "4": "a", "3": "e",
    }
)  # fmt: skip
_STROKE_M = lazy(r"[il1|]v[il1|]")
_STROKE_D = lazy(r"[il1|][)}]")
_MARKS_INSIDE = lazy(r"[.,·~`'’‘*]")
_ODD_SIGN = lazy(r"[\d|!\[\](){}]")  # an apostrophe is none: "A'am" is a name
_TOKEN = lazy(r"\S+")
_EDGES = lazy(r"([(\[{<\"'“‘*•\-_.,:;]*)(.*?)([)\]}>\"'”’.,:;!?*\-_]*)\Z", re.DOTALL)
_NOT_A_WORD = lazy(r"[@/\\_+=&%#]|www|\d{3}|\d.*\d.*\d")
_SPACED = lazy(r"(?<!\S)[A-Z](?:[ \t]{1,3}[A-Z]){3,40}(?!\S)")
_PIECES = lazy(r"(?<!\S)([^\W\d_]{1,12}) (?=([^\W\d_]{1,12})(?:[\s.,:;]|\Z))")
# People write these apart or joined by habit: a matter of spelling, not of scanning.
_SPELLING = lazy(r"tandatangan|tindaklanjut|tanggungjawab|kerjasama|beritahu|ikutserta|sebarluas|swakelola|jumat")

_VOWELS = "aiueo"
_CLUSTER_STARTS = (
    "ng ny sy kh pr pl br bl tr dr kr kl gr gl fr fl sk sp st str sw kw skr spr ps gh sl sm sn th sh ch wh dh bh"
)
_STARTS = frozenset(_CLUSTER_STARTS.split())
_CLUSTER_ENDS = "ng ks ns rs ps ms kh sy rt kt nk nt lt st rd nd rk ts"
_ENDS = frozenset(_CLUSTER_ENDS.split())
_SINGLE_ENDS = frozenset("bdfghklmnprstzyxw")
_CODAS = ("ng", "m", "n", "r", "l", "s", "k", "t", "p", "h", "y")
_RARE_PAIRS = frozenset(
    ["gn", "gm", "dm", "dv", "dj", "dw", "bs", "bd", "bj", "bt", "by", "bv", "ft", "fs", "bl", "zm"]
)
_GROUP = lazy(rf"[^{_VOWELS}]+")
_ALIASES = {
    "sarna": "sama",
    "narna": "nama",
    "keria": "kerja",
    "pertarna": "pertama",
    "kerla": "kerja",
    "kerjn": "kerja",
}
_FUSED = {
    "pihakkedua": "pihak kedua", "pihakkesatu": "pihak kesatu", "pihakpertama": "pihak pertama",
    "pihakketiga": "pihak ketiga", "parapihak": "para pihak", "ruanglingkup": "ruang lingkup",
    "jangkawaktu": "jangka waktu", "maksuddan": "maksud dan", "dantujuan": "dan tujuan",
    "notakesepahaman": "nota kesepahaman",
    "perjanjiankerja": "perjanjian kerja", "perjanjiankerjasama": "perjanjian kerjasama", "hakdan": "hak dan",
    "dankewajiban": "dan kewajiban", "padahari": "pada hari", "hariini": "hari ini",
}  # fmt: skip
_SMALL_WORDS = frozenset({"di", "ke", "se", "per", "ber", "ter", "me", "pe", "ia", "si", "nya", "kan", *"abcdeio"})


def heal(text: str) -> str:
    """The text with known words, "Pasal", "ayat" and "BAB" restored; other text and all white space stay."""
    text = _SPACED.sub(_close, text)
    text = heal_labels(text)
    text = _PIECES.sub(_merge, text)
    return _TOKEN.sub(_heal_token, text)


def _heal_token(match: re.Match[str]) -> str:
    token = match[0]
    if token.lower() in KNOWN_WORDS:
        return token
    return _heal_chunk(token)


@lru_cache(maxsize=16384)
def _heal_chunk(token: str) -> str:
    """A chunk between blanks: the word in it healed, the marks around it kept."""
    edges = _EDGES.match(token)
    if not edges or not edges[2]:
        return token
    before, core, after = edges.groups()
    healed = heal_word(core)
    if healed == core and after[:1] in ("}", ")", "]"):  # "MAKSUI}"
        whole = heal_word(core + after[0])
        if whole != core + after[0]:
            return before + whole + after[1:]
    return before + healed + after


@lru_cache(maxsize=16384)
def heal_word(word: str) -> str:
    """The known word that a damaged word stands for, in the same case; the word itself if it is right or unclear."""
    lower = word.lower()
    if lower in KNOWN_WORDS or len(word) < 4 or len(word) > 30 or _NOT_A_WORD.search(lower):
        return word
    known = _restore(word, lower)
    return _in_case_of(word, known) if known else word


def _restore(word: str, lower: str) -> str | None:
    if lower in _FUSED:
        return _FUSED[lower]
    if lower in _ALIASES and not word.istitle():
        return _ALIASES[lower]
    if not lower.isalpha() and _MARKS_INSIDE.search(lower):
        joined = _join_pieces(lower)
        if joined:
            return joined
    if len(word) < 5 and lower.isalpha():
        return None
    candidates = _BY_STROKES.get(strokes(lower), ())
    return candidates[0] if len(candidates) == 1 and _is_sure(word, lower, candidates[0]) else None


def _is_sure(word: str, lower: str, known: str) -> bool:
    """Whether a word may be taken for a known one that has the same strokes.

    One that cannot be a word may be. One that could is still restored when it is long, or in capitals for a heading
    word, and differs in nothing but the commonest slips; and never where another known word lies one letter away
    ("perjanjan" is no "pertanian").
    """
    if not _is_plausible(lower):
        return (
            len(known) > 5 or known in HEADING_WORDS or bool(_ODD_SIGN.search(lower)) or _tight(lower) == _tight(known)
        )
    capitals = word.isupper() and len(word) >= 5 and known in HEADING_WORDS
    if not (capitals or len(word) >= 8) or _tight(lower) != _tight(known):
        return False
    return not any(one_edit_apart(lower, other) for other in KNOWN_WORDS if other != known)


def _tight(lower: str) -> str:
    return fold(_STROKE_M.sub("m", lower)).replace("j", "i").replace("y", "v")


def _join_pieces(lower: str) -> str | None:
    """ "per.janjian" without its stray marks, unless the pieces are words of their own."""
    pieces = [piece for piece in _MARKS_INSIDE.split(lower) if piece]
    joined = "".join(pieces)
    if (
        len(joined) < 5
        or len(pieces) > 3
        or _SPELLING.fullmatch(joined)
        or all(piece in KNOWN_WORDS for piece in pieces)
    ):
        return None
    if joined in KNOWN_WORDS:
        return joined
    candidates = _BY_STROKES.get(strokes(joined), ())
    return candidates[0] if len(candidates) == 1 and not _is_plausible(joined) else None


def strokes(word: str) -> str:
    """The strokes of a lower-case word: words that a scan confuses have the same."""
    word = _STROKE_D.sub("d", word).replace("rn", "m").replace("vv", "w").replace("ff", "h")
    return _STROKE_M.sub("m", word).translate(_STROKES)


def _is_plausible(lower: str) -> bool:
    """Whether the letters could be an Indonesian word: no signs, no heap of vowels, only possible clusters."""
    if not lower.isalpha() or not lower.isascii():
        return False
    if re.search(rf"[{_VOWELS}]{{4}}|(.)\1\1|[{_VOWELS}]([{_VOWELS}])\2", lower):
        return False
    for match in _GROUP.finditer(lower):
        group = match[0]
        if match.start() == 0:
            good = len(group) == 1 or group in _STARTS
        elif match.end() == len(lower):
            good = group in _SINGLE_ENDS or group in _ENDS
        else:
            good = _is_middle(group)
        if not good:
            return False
    return True


def _is_middle(group: str) -> bool:
    if len(group) == 1 or group in _STARTS or group in _RARE_PAIRS:
        return True
    return any(
        group.startswith(coda) and (len(group) - len(coda) == 1 or group[len(coda) :] in _STARTS) for coda in _CODAS
    )


def _in_case_of(word: str, known: str) -> str:
    firm = [c.isupper() for c in word if c.isalpha() and c not in "lıiftj"]  # letters that are what they look like
    if len(firm) > 1 and 2 * sum(firm) > len(firm):
        return known.upper()
    return known[0].upper() + known[1:] if word[0].isupper() else known


def _close(match: re.Match[str]) -> str:
    """ "P E N U T U P" closed, if known words come out of it."""
    letters = re.sub(r"\s", "", match[0])
    words = _split_words(letters.lower())
    return " ".join(words).upper() if words else match[0]


def _split_words(letters: str) -> list[str] | None:
    """A row of letters as the fewest known words; None if it is not a row of them."""
    best: list[list[str] | None] = [[]] + [None] * len(letters)
    for end in range(1, len(letters) + 1):
        for start in range(max(0, end - 20), end):
            head, piece = best[start], letters[start:end]
            if head is not None and len(piece) > 2 and piece in KNOWN_WORDS:
                current = best[end]
                if current is None or len(head) + 1 < len(current):
                    best[end] = [*head, piece]
    return best[-1]


def _merge(match: re.Match[str]) -> str:
    """ "PI HAK" and "mel akukan" made one word; two words that can each stand alone are left."""
    first, second = match[1], match[2]
    joined = (first + second).lower()
    if len(joined) < 5 or joined not in KNOWN_WORDS or _SPELLING.search(joined):
        return match[0]
    known = (first.lower() in KNOWN_WORDS) + (second.lower() in KNOWN_WORDS)
    if first.isupper() and second.isupper():
        return first if known < 2 else match[0]
    small = first.lower() in _SMALL_WORDS or second in _SMALL_WORDS
    return first if not known and second.islower() and not small else match[0]


def _index() -> dict[str, tuple[str, ...]]:
    found: dict[str, tuple[str, ...]] = {}
    for word in sorted(KNOWN_WORDS):
        found[strokes(word)] = (*found.get(strokes(word), ()), word)
    return found


_BY_STROKES = _index()
