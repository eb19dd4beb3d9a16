"""Faults of rule files, told in Indonesian or English."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Final

# Key → (Indonesian, English); {braces} are filled with the details.
TEXTS: Final[dict[str, tuple[str, str]]] = {
    "not-yaml": ("bukan YAML yang sah: {error}", "is no valid YAML: {error}"),
    "not-utf8": ("bukan teks UTF-8", "is no UTF-8 text"),
    "too-large": ("berkas aturan terlalu besar atau terlalu bertingkat", "the rule file is too large or too deep"),
    "twice": ("ditulis dua kali", "is written twice"),
    "not-mapping": ("harus berupa pasangan kunci dan nilai", "must be keys with values"),
    "not-list": ("harus berupa daftar", "must be a list"),
    "not-text": ("harus berupa teks yang tidak kosong", "must be a text that is not empty"),
    "not-flag": ("harus true atau false", "must be true or false"),
    "not-date": ("harus berupa tanggal TTTT-BB-HH", "must be a date YYYY-MM-DD"),
    "not-type": ("harus berupa {wanted}", "must be of type {wanted}"),
    "not-of": ("harus salah satu dari {choices}", "must be one of {choices}"),
    "unknown-key": ("kunci tidak dikenal", "unknown key"),
    "missing-key": ("kunci “{name}” tidak ada", "the key “{name}” is missing"),
    "unknown": ("“{name}” tidak dikenal", "“{name}” is unknown"),
    "unknown-variant": ("fungsi {function} tidak mengenal varian ini", "the function {function} has no such variant"),
    "unfilled": (
        "{{{name}}} tidak diisi oleh fungsi {function}",
        "{{{name}}} is not filled by the function {function}",
    ),
    "used": ("“{name}” sudah dipakai oleh {other}", "“{name}” is already used by {other}"),
    "form-of-id": ("harus seperti ABC-01", "must look like ABC-01"),
    "form-of-name": ("harus huruf kecil dengan tanda hubung", "must be lower case with hyphens"),
    "no-example": ("paling sedikit satu contoh", "needs at least one example"),
    "no-example-file": (
        "berkas contoh tidak ada di dekat berkas aturan",
        "the example file is not beside the rule file",
    ),
    "ring": ("profil saling memperluas: {chain}", "profiles extend each other: {chain}"),
    "bad-regex": ("pola “{pattern}” tidak sah: {detail}", "the pattern “{pattern}” is not valid: {detail}"),
    "runs-away": (
        "pola “{pattern}” dapat membuat pemeriksaan macet pada deretan “{detail}”: dua pengulangan di dalamnya membaca "
        "teks yang sama; hapus salah satunya atau pisahkan dengan kata",
        "the pattern “{pattern}” can run away on a row of “{detail}”: two repeats in it read the same text; leave one "
        "out or part them by a word",
    ),
    "regex-too-large": (
        "pola “{pattern}” terlalu besar untuk dinilai; bagi menjadi beberapa pola",
        "the pattern “{pattern}” is too large to be judged; split it",
    ),
    "no-rules": ("tidak ada berkas aturan (*.yaml) di dalamnya", "there is no rule file (*.yaml) in it"),
    "profile-twice": (
        "nama profil ini sudah dipakai oleh profil bawaan; ganti nama berkasnya",
        "this name of a profile is taken by a built-in one; rename the file",
    ),
    "regulation-twice": ("peraturan “{name}” sudah ada", "the regulation “{name}” is there already"),
    "refused": ("{reason}", "{reason}"),
    "no-basis": (
        "aturan berdaya ikat “{force}” harus menyebut peraturannya",
        "a rule of force “{force}” must name its law",
    ),
    "not-read": (
        "tidak satu pun peraturan yang disebut sudah dibaca naskahnya",
        "the text of none of the cited regulations was read",
    ),
    "must": (
        "“wajib” hanya bagi hukum yang naskahnya dibaca; tulis lazim atau disarankan",
        "“must” only of law whose text was read; write usual or recommended",
    ),
}


def hint(name: str, known: Iterable[str], language: str = "id") -> str:
    """The end of a message that names what was perhaps meant, or all there is."""
    import difflib  # needed only when something is wrong

    names = sorted(known)
    close = difflib.get_close_matches(name, names, n=1, cutoff=0.5)
    if close:
        return f" (did you mean {close[0]}?)" if language == "en" else f" (mungkin yang dimaksud: {close[0]})"
    if not 0 < len(names) <= 40:
        return ""
    return f" (known: {', '.join(names)})" if language == "en" else f" (yang dikenal: {', '.join(names)})"


@dataclass(frozen=True, slots=True)
class Problem:
    """A fault of a rule file. line from 1, 0 where it is not known; field as a path ("[2].severity").

    key names the text, details fill it; known are the names that could have been meant instead of `meant`.
    """

    file: str
    line: int
    field: str
    key: str
    details: tuple[tuple[str, str], ...] = ()
    meant: str = ""
    known: tuple[str, ...] = ()

    def message(self, language: str = "id") -> str:
        text = TEXTS[self.key][language == "en"].format(**dict(self.details))
        return text + hint(self.meant, self.known, language) if self.known else text

    def describe(self, language: str = "id") -> str:
        """File, line, field and fault on one line."""
        place = f"{self.file}:{self.line}" if self.line else self.file
        return ": ".join(part for part in (place, self.field, self.message(language)) if part)

    def __str__(self) -> str:
        return self.describe()


class RuleFileError(Exception):
    """One or more rule files are faulty."""

    def __init__(self, problems: Iterable[Problem]) -> None:
        self.problems = tuple(problems)
        super().__init__("\n".join(str(problem) for problem in self.problems))

    def __reduce__(self) -> tuple[object, ...]:
        return RuleFileError, (self.problems,)
