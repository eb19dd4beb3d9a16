"""Lines that head something: the forms of "Pasal 5", "BAB II" and "Bagian Kesatu", and what looks like a title."""

from __future__ import annotations

import re
from collections.abc import Sequence

from kerjasama_check.agreement.letters import letter_count
from kerjasama_check.agreement.phrases import Wording
from kerjasama_check.agreement.units import MarkKind, Unit, roman_value
from kerjasama_check.indonesian.lazy import lazy

_NUMBER_WORDS = [
    "satu",
    "dua",
    "tiga",
    "empat",
    "lima",
    "enam",
    "tujuh",
    "delapan",
    "sembilan",
    "sepuluh",
    "sebelas",
    "dua_belas",
    "tiga_belas",
    "empat_belas",
    "lima_belas",
    "enam_belas",
    "tujuh_belas",
    "delapan_belas",
    "sembilan_belas",
    "dua_puluh",
]
_WORD_VALUE = {word.replace("_", " "): value for value, word in enumerate(_NUMBER_WORDS, 1)} | {
    "kesatu": 1,
    "pertama": 1,
}
_NUMBER = r"(?P<number>\d{1,3}|[IVXLivxl]{1,7}|(?:ke)?[a-z]{3,8}(?:\s(?:belas|puluh))?)"
ARTICLE = lazy(
    rf"""["“'‘.,|\-–_\s]*(?:(?:P\s?A\s?S\s?A\s?[Ll1I]|Pasal|Pasa[1Ii]|Pasall)|ARTICLE|Article)[\s.:_]*{_NUMBER}
    (?P<words>\s*\([^)]{{2,20}}\))?(?P<sep>\s*[.:\-–—|_,]+(?=\s|$)|(?=\s|$))\s*(?P<rest>.*)$""",
    re.X | re.S | re.I,
)
CHAPTER = lazy(r"BAB\s?(?P<number>[IVXLl1]{1,6}|\d{1,2})(?P<sep>\s*[.:\-–]\s*|\s+|$)(?P<rest>.*)$", re.S)
RUNNING = lazy(
    r"(?:ayat|huruf|angka|dan|atau|dan/atau|sampai|s/d|di\s?atas|tersebut|ini|perjanjian|nota|undang|peraturan|"
    r"kitab|kuh\w*|"
    r"jo\.?|juncto|para|yang|dalam|pada|di|ke|untuk|dengan|dimaksud|sebagaimana|mengenai|tentang|of|and|or|"
    r"above|hereof)\b|[,;)(]",
    re.I,
)
_SENTENCE_START = lazy(
    r"(?:PARA PIHAK|PIHAK (?:KESATU|PERTAMA|KEDUA|KETIGA|I+)|Dalam|Dengan|Untuk|Apabila|Bahwa|Pada hari|"
    r"Demikian|Yang|Setiap|"
    r"Segala|Semua|Jika|Bilamana|Guna|Sejak|Berdasarkan)\b\s+[a-z]"
)


_VERBS = Wording(("ADALAH", "TELAH", "AKAN", "SEPAKAT"), r"\b(?:ADALAH|TELAH|AKAN|SEPAKAT)\b")
SECTION = lazy(
    r"(?:(?:Bagian|BAGIAN)\s+(?:Ke[a-z]{3,12}|KE[A-Z]{3,12}|Pertama|PERTAMA)(?:\s(?:Belas|BELAS))?|"
    r"(?:Paragraf|PARAGRAF)\s+\d{1,2})(?P<rest>\s.{3,60})?$"
)


def article_number(text: str) -> int | None:
    """5 for "5", "V", "lima"; None for what is no number."""
    if text.isdigit():
        return int(text)
    return (roman_value(text) if text.isupper() else None) or _WORD_VALUE.get(text.lower())


def is_title_case(text: str) -> bool:
    """Every longer word begins with a capital."""
    words = [
        w
        for w in re.findall(r"[^\W\d_]+", text)
        if len(w) > 3 and w not in {"atau", "serta", "dengan", "untuk", "dari"}
    ]
    return bool(words) and all(w[0].isupper() for w in words)


def looks_like_heading(unit: Unit, *, allow_mark: bool = False) -> bool:
    """A short line that names a subject: capitals, centred, bold or in title case, and no sentence."""
    text = unit.body
    if unit.marks and not allow_mark and unit.marks[0].kind is not MarkKind.BULLET:
        return False
    if len(text) > 130 or text.endswith((";", ":")) or ARTICLE.match(unit.text):
        return False
    letters = letter_count(text)
    if letters < 3:
        return False
    if _SENTENCE_START.match(text) or "@" in text or is_party_line(text):
        return False
    if unit.upper:
        return not _VERBS.search(text)
    if text.endswith(".") and len(text) > 40:
        return False
    if unit.centred and len(text) < 70 and text[:1].isupper() and not text.endswith((".", ",")):
        return True
    if not text[:1].isupper() and not text[:1].isdigit():
        return False
    return (unit.centred or unit.bold or len(text) < 60) and is_title_case(text) and letters > 3


_PARTY_LINE = lazy(
    r"[\W_]*(?:paraf\W*)?(?:PIHAK\s+(?:KE)?(?:SATU|PERTAMA|DUA|KEDUA|KETIGA|TIGA|KEEMPAT|EMPAT|LIMA|I{1,3}|IV|V|"
    r"[1-5])[\W_]*){1,4}(?:paraf)?[\W_]*$",
    re.I,
)


def is_party_line(text: str) -> bool:
    """Only party labels: a paraf box or the head of a signature ("PIHAK KESATU   PIHAK KEDUA")."""
    may_be = not text[:1].isalnum() or text[:5].lower() in ("pihak", "paraf")
    return may_be and bool(_PARTY_LINE.match(text))


def _close_below(units: Sequence[Unit], index: int) -> Unit | None:
    return units[index] if index < len(units) else None


def heading_below(units: Sequence[Unit], start: int) -> tuple[str | None, int]:
    """The heading that begins at `start` (one to three lines) and the index behind it."""
    first = _close_below(units, start)
    if first is None or not looks_like_heading(first):
        return None, start
    end = start + 1
    parts = [first.body]
    while end < len(units) and end - start < 3 and continues_heading(units[end - 1], units[end], parts):
        parts.append(units[end].body)
        end += 1
    return " ".join(parts), end


def continues_heading(before: Unit, unit: Unit, parts: Sequence[str]) -> bool:
    if not looks_like_heading(unit) and not (unit.upper and unit.centred):
        return False
    if ARTICLE.match(unit.text) or CHAPTER.match(unit.text) or SECTION.match(unit.text):
        return False
    open_end = parts[-1].rstrip().upper().endswith((" DAN", " ATAU", ",", "/", " SERTA", "-", " DAN/ATAU"))
    same_look = before.upper and unit.upper and before.centred == unit.centred
    if unit.source.cell is not None and before.source.cell is not None and unit.block != before.block:
        return False
    if before.centred and unit.centred and not unit.upper and not before.upper and len(unit.body) < 40:
        return is_title_case(unit.body) and not unit.body.endswith(".")
    return (
        open_end
        or (same_look and (unit.centred or (before.bold and unit.bold) or unit.text.startswith(("(", "/", "DAN "))))
        or (unit.text.startswith("(") and unit.centred)
    )
