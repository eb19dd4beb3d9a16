"""How a line shows that it begins something new: numbers, letters, bullets, "Pasal n", "Mengingat"."""

from __future__ import annotations

import re

BULLETS = "•●▪■◦○‣⁃∙·➢➤✓✔❖◆*–—-"

# "(1)", "1.", "1)", "1.2", "a.", "a)", "(a)", "iv.", "IV.", with the slips OCR makes of them ("(l)", "|.", "l.").
NUMBER = (
    r"(?:\(\s?[0-9]{1,3}[a-z.]?\s?\)|[0-9]{1,3}\.\)|\(\s?(?:[A-Za-z|]|[ivxlIVXL|]{2,5})\s?\)"
    r"|[0-9]{1,3}(?:\.[0-9]{1,3}){0,3}[.)]|[0-9]{1,2}(?:\.[0-9]{1,2}){1,3}"
    r"|(?:[A-Za-z|]|[ivxlIVXL|]{2,5})[.)]\.{0,2})"
)
LABEL_ALONE = re.compile(rf"(?:{NUMBER}|[{re.escape(BULLETS)}])\Z")
LABEL_START = re.compile(rf"(?:{NUMBER}(?=\s)|[{re.escape(BULLETS)}]\s(?=\S))")
_NUMBER_WORDS = (
    r"(?:se(?:belas|puluh)|(?:satu|dua|tiga|empat|lima|enam|tujuh|delapan|sembilan)"
    r"(?: ?(?:belas|puluh(?: (?:satu|dua|tiga|empat|lima|enam|tujuh|delapan|sembilan))?))?)"
)
ARTICLE_ALONE = re.compile(
    r"(?:P\s?A\s?S\s?A\s?[LIl1]|Article|Bagian|B\s?A\s?B)\s{0,3}[:.]?\s{0,3}"
    rf"(?:[0-9]{{1,3}}|[IVXLivxl1|]{{1,6}}|{_NUMBER_WORDS})\s?[.:]?\Z",
    re.IGNORECASE,
)
_ARTICLE_TITLE = re.compile(
    r"(?:PASAL|Pasal|ARTICLE|Article)\s(?:[0-9]{1,3}|[IVXL]{1,6})\s?[.:–—-]?\s(?P<title>[A-Z][A-Z ,/()&-]{3,80})\Z"
)
HEAD_WORD = re.compile(
    r"(?:Menimbang|Mengingat|Memperhatikan|Menetapkan|MENIMBANG|MENGINGAT|MEMPERHATIKAN|Dasar Hukum)\s?:?(?:\s|\Z)"
    r"|(?:LAMPIRAN|Lampiran)\b.{0,20}\Z"
)
_FIELD_NAMES = (
    r"(?:nama|nip|nrp|nik|npwp|jabatan|alamat|pekerjaan|instansi|unit kerja|telp|telepon|tel|fax|faks|faksimil[ei]?|"
    r"e-?mail|surel|laman|website|u\.?p|no\. hp|hp|bank|nama rekening|nomor rekening|no\. rekening|kedudukan|"
    r"pangkat[^:]{0,12})"
)
FIELD = re.compile(rf"{_FIELD_NAMES}\.?\s?[—-]?\s?:", re.IGNORECASE)
FIELD_NAME = re.compile(rf"(?:{NUMBER}\s)?{_FIELD_NAMES}\Z", re.IGNORECASE)
NUMBER_LINE = re.compile(r"(?i)n[o0]m[o0a]r\b|no\s?[.:]")
PARTIES = re.compile(r"(?i)\bPIHAK\s+(?:KESATU|PERTAMA|KEDUA|KETIGA|KEEMPAT|I{1,3}|1|2|3)\b|\bPARA PIHAK\b")


def is_label(text: str) -> bool:
    """Is the text nothing but a number, letter or bullet ("(2)", "a.", "•")?"""
    return len(text) <= 8 and LABEL_ALONE.match(text) is not None


def starts_labelled(text: str) -> bool:
    """Does the text begin with a number, letter or bullet and go on?"""
    return LABEL_START.match(text) is not None


def is_article(text: str) -> bool:
    """Is the text "Pasal 5", "BAB II" or the like and nothing more?"""
    return len(text) < 30 and ARTICLE_ALONE.match(text) is not None


def heads_article(text: str) -> bool:
    """Is the text an article with its title in capitals on the same line ("Pasal 5 PEMBIAYAAN")?"""
    return len(text) < 110 and _ARTICLE_TITLE.match(text) is not None


def starts_something(text: str) -> bool:
    """Does a line that begins so open a paragraph of its own, whatever its geometry?"""
    return starts_labelled(text) or is_label(text) or is_article(text) or HEAD_WORD.match(text) is not None
