"""The words that Indonesian numbers are made of, how a written word falls into them, and what they add up to."""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache

from kerjasama_check.indonesian.closeness import closest, fold

UNITS = {
    "satu": 1, "dua": 2, "tiga": 3, "empat": 4, "lima": 5, "enam": 6, "tujuh": 7, "delapan": 8, "sembilan": 9,
}  # fmt: skip
SCALES = {"ribu": 10**3, "juta": 10**6, "miliar": 10**9, "triliun": 10**12, "kuadriliun": 10**15}
ONES = {"sepuluh": 10, "sebelas": 11, "seratus": 100, "seribu": 10**3, "sejuta": 10**6}  # "se-" means one
ATOMS = frozenset({*UNITS, *SCALES, *ONES, "belas", "puluh", "ratus", "nol"})

# Wrong spellings that people write, with the right word.
_VARIANTS = {
    "milyar": "miliar", "milyard": "miliar", "miliyar": "miliar", "milliar": "miliar", "milyaran": "miliar",
    "trilyun": "triliun", "triliyun": "triliun", "trilliun": "triliun", "trilliyun": "triliun",
    "delepan": "delapan", "dlapan": "delapan", "lapan": "delapan", "delapa": "delapan",
    "enem": "enam", "anam": "enam", "nam": "enam", "ampat": "empat", "tuju": "tujuh", "sambilan": "sembilan",
    "sembelan": "sembilan", "sembilang": "sembilan", "kosong": "nol", "sepulu": "sepuluh", "pulu": "puluh",
    "duapulu": "dua puluh", "semilyar": "satu miliar", "semiliar": "satu miliar",
}  # fmt: skip
# Slips of scanning or typing in short words; read only beside another number word ("dua ribu dna puluh").
_BESIDE_A_NUMBER = {
    "salu": "satu", "sau": "satu", "stu": "satu", "sata": "satu", "dna": "dua", "dva": "dua", "oua": "dua",
    "duo": "dua", "dus": "dua", "due": "dua", "liga": "tiga",
    "figa": "tiga", "tig": "tiga", "lma": "lima", "ima": "lima",
    "nbu": "ribu", "ribo": "ribu", "rihu": "ribu", "ribuh": "ribu", "rubu": "ribu", "jula": "juta", "enarn": "enam",
}  # fmt: skip
# Good words that are one letter away from a number word.
_NEAR = (
    "dan dia doa lama rabu bumi ribut hari ini juli juni mei satuan "
    "tempat kelas jelas bebas balas bela belahan pulih peluh penuh tujuan satuan ribuan ratusan puluhan belasan jutaan "
    "gelas bekas beras tubuh tuduh serbu rakus bernas luluh betas puyuh suluh keempat "
    "ketujuh kesatu kelima berlima berempat berdua bertiga sebatas sebelah sebulan seribut ratu status tetapan "
    "harapan delegasi empati sempat cepat emas puluhnya setempat ditempat lipat empang tujuhan timbul simpat"
)
_OTHER_WORDS = frozenset(_NEAR.split())
_PIECES = {atom: atom for atom in ATOMS} | {wrong: right for wrong, right in _VARIANTS.items() if " " not in right}
_FOLDED = {fold(atom): atom for atom in ATOMS}
_LONGEST = max(map(len, ATOMS))


@dataclass(frozen=True, slots=True)
class Reading:
    """How one written word reads as number words. slip: letters were wrong or missing, not just the spelling habit."""

    atoms: tuple[str, ...]
    right: bool = True
    slip: bool = False


@lru_cache(maxsize=8192)
def read_word(word: str, beside: bool = False, guess: bool = False) -> Reading | None:
    """The number words that a written word holds, None if it is none.

    beside: it stands beside another number word, so that a known slip is read as one. guess: only a number can stand
    here, so that any word one letter away from a number word is taken for it.
    """
    lower = word.lower()
    if lower in ATOMS:
        return Reading((lower,))
    if len(lower) < 3 or len(lower) > 90 or lower in _OTHER_WORDS or lower.isdecimal():
        return None
    if lower in _VARIANTS:
        return Reading(tuple(_VARIANTS[lower].split()), right=False)
    joined = _segment(lower, _PIECES)
    if joined:
        return Reading(joined, right=False)
    folded = fold(lower)
    if folded in _FOLDED and (beside or len(lower) > 3 or not lower.isalpha()):
        return Reading((_FOLDED[folded],), right=False, slip=True)
    joined = _segment(folded, _FOLDED) if len(lower) > 6 else None
    if joined:
        return Reading(joined, right=False, slip=True)
    meant = _BESIDE_A_NUMBER.get(lower) if beside else None
    meant = meant or (closest(lower, ATOMS, minimum=3) if beside and guess else None)
    return Reading((meant,), right=False, slip=True) if meant else None


def _segment(word: str, atoms: dict[str, str]) -> tuple[str, ...] | None:
    """The word as a chain of atoms, the fewest pieces; None if it is not one."""
    best: list[tuple[str, ...] | None] = [()] + [None] * len(word)
    for end in range(1, len(word) + 1):
        for start in range(max(0, end - _LONGEST - 1), end):
            head, atom = best[start], atoms.get(word[start:end])
            if head is not None and atom and (best[end] is None or len(head) + 1 < len(best[end] or ())):
                best[end] = (*head, atom)
    return best[-1]


def evaluate(atoms: list[str]) -> tuple[int, bool] | None:
    """The value of a chain of number words, and whether it is a year said digit by digit; None if it is no number."""
    value = _plain(atoms)
    if value is not None:
        return value, False
    value = _by_digits(atoms)
    return (value, True) if value is not None else None


def longest_number(atoms: list[str]) -> int:
    """How many number words, from the first on, a number can take at most."""
    _, length = _read_plain(atoms)
    longer = [end for end in range(length + 1, min(length + 4, len(atoms) + 1)) if _by_digits(atoms[:end]) is not None]
    return max([length, *longer])


def _plain(atoms: list[str]) -> int | None:
    value, length = _read_plain(atoms)
    return value if length == len(atoms) else None


def _read_plain(atoms: list[str]) -> tuple[int | None, int]:
    """The number that a chain begins with as the grammar has it, and how many words it takes."""
    if atoms[:1] == ["nol"]:
        return 0, 1
    total, at, limit = 0, 0, 10**18
    while at < len(atoms):
        if atoms[at] in ("seribu", "sejuta"):
            value, scale, after = 1, ONES[atoms[at]], at + 1
        else:
            value, after = _below_thousand(atoms, at)
            if not value:
                break
            scale = SCALES.get(atoms[after], 1) if after < len(atoms) else 1
            after += scale > 1
        if scale >= limit:
            break
        total, limit, at = total + value * scale, scale, after
    return (total or None), at


def _below_thousand(atoms: list[str], at: int) -> tuple[int, int]:
    """Value of the group below a thousand that starts at `at`, and where it ends; (0, at) if there is none."""
    value = 0
    following = atoms[at + 1] if at + 1 < len(atoms) else ""
    if atoms[at] == "seratus":
        value, at = 100, at + 1
    elif following == "ratus" and atoms[at] in UNITS:
        value, at = UNITS[atoms[at]] * 100, at + 2
    if at >= len(atoms):
        return value, at
    word, following = atoms[at], atoms[at + 1] if at + 1 < len(atoms) else ""
    if word in ("sepuluh", "sebelas"):
        return value + ONES[word], at + 1
    if word not in UNITS:
        return value, at
    if following == "belas":
        return value + 10 + UNITS[word], at + 2
    if following == "puluh":
        value, at = value + 10 * UNITS[word], at + 2
        if at < len(atoms) and atoms[at] in UNITS and atoms[at + 1 : at + 2] not in (["puluh"], ["belas"], ["ratus"]):
            value, at = value + UNITS[atoms[at]], at + 1
        return value, at
    return value + UNITS[word], at + 1


_DIGITS = {**UNITS, "nol": 0}


def _by_digits(atoms: list[str]) -> int | None:
    """A year as people say it: "dua ribu dua satu", "dua nol dua satu", "sembilan belas sembilan lima"."""
    if len(atoms) == 4 and all(atom in _DIGITS for atom in atoms):
        value = int("".join(str(_DIGITS[atom]) for atom in atoms))
    elif len(atoms) >= 4 and atoms[-2] in _DIGITS and atoms[-1] in _DIGITS:
        head = _plain(atoms[:-2])
        if head is None or (head >= 100 and head % 100):
            return None
        value = (head if head >= 100 else head * 100) + 10 * _DIGITS[atoms[-2]] + _DIGITS[atoms[-1]]
    else:
        return None
    return value if 1900 <= value <= 2100 else None
