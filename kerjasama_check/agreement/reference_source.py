"""Whose article a reference means: this agreement's, or that of a law or another document."""

from __future__ import annotations

import re

from kerjasama_check.indonesian.lazy import lazy

_FLAGS = re.IGNORECASE
_LAW = (
    r"undang[ -]{0,2}undang|uu\b|uud\b|peraturan|keputusan|ketetapan|kitab|kuh\b|kuhp|kuhper|perpres|keppres|inpres|"
    r"instruksi|pp\b|pmk\b|permen\w*|kepmen\w*|perda\b|pergub\b|perbup\b|perwal\b|perka\b|perban\b|perlkpp|qanun|"
    r"konstitusi|burgerlijk|bw\b|b\.w\b|anggaran dasar|anggaran rumah tangga|ad/art|statuta|akta|surat keputusan|sk\b|"
    r"surat edaran|konvensi|kode etik|standar"
)
_LAW_AFTER = lazy(
    r"[ \t\n]{0,3}[,(]?[ ]?(?:(?:dari|dalam|pada|menurut|ketentuan|daripada|di)[ ]{1,2}){0,2}[“\"]?"
    rf"(?:{_LAW})",
    _FLAGS,
)
_NOT_A_LAW = lazy(
    r"peraturan[ ]{1,2}(?:ini|perundang)|keputusan[ ]{1,2}(?:para|bersama|pihak)|"
    r"standar[ ]{1,2}(?:operasional|prosedur)",
    _FLAGS,
)
_DOCUMENT_AFTER = lazy(
    r"[ \t\n]{0,3}[,(]?[ ]?(?:(?:dari|dalam|pada)[ ]{1,2})?[“\"]?(?P<name>"
    r"nota[ ]{1,2}kesepahaman(?:[ ]bersama)?|nota[ ]{1,2}kesepakatan|kesepakatan[ ]{1,2}bersama|"
    r"kesepahaman[ ]{1,2}bersama|memorandum of understanding|mou|perjanjian[ ]{1,2}kerja ?sama|"
    r"perjanjian[ ]{1,2}(?:induk|pokok|awal|utama)|perjanjian|kontrak|surat[ ]{1,2}perjanjian(?:[ ]kerja ?sama)?|"
    r"kerangka acuan|pks\b)(?P<rest>[^.;\n]{0,40})",
    _FLAGS,
)
_LAW_BEFORE = lazy(rf"(?:^|[\s(“\"])(?:{_LAW})(?![-\w]*[ ]perundang)", _FLAGS)
_BREAKS_LAW = lazy(
    r"\b(?:sebagaimana|dimaksud|dalam|pada|oleh|pihak|dan|atau|dengan|sesuai|maka|untuk|wajib|ini|menurut|"
    r"perundang-undangan)\b|[;:\n]",
    _FLAGS,
)
_FAMILIES = (
    ("nota-kesepahaman", ("nota kesepahaman", "kesepahaman", "memorandum", "mou")),
    ("nota-kesepakatan", ("nota kesepakatan",)),
    ("kesepakatan-bersama", ("kesepakatan bersama",)),
)


def is_external(text: str, start: int, end: int, kind: str | None, article: bool) -> bool:
    """Whether the expression text[start:end] belongs to a law or another document.

    kind: that of the agreement, to tell its own name from another's. article: a numbered article is named.
    """
    law = _LAW_AFTER.match(text, end)
    if law and not _NOT_A_LAW.search(text, end, law.end() + 20):
        return True
    if document := _DOCUMENT_AFTER.match(text, end):
        return _is_other_document(document["name"], document["rest"], kind)
    return article and _law_named_before(text, start)


def _is_other_document(name: str, rest: str, kind: str | None) -> bool:
    """Whether "Pasal 3 <name><rest>" means another document than the agreement of that kind."""
    words = " ".join(name.lower().split())
    rest = rest.lower().lstrip(' ”")')
    if rest.startswith("ini"):
        return False
    if words.split()[-1] in ("induk", "pokok", "awal", "utama") or words == "kerangka acuan":
        return True
    if rest.startswith(("nomor", "no.", "no ", "antara", "tanggal", "tentang", "induk", "pokok", "awal")):
        return True
    family = next((key for key, names in _FAMILIES if words.startswith(names)), None)
    return family is not None and kind is not None and kind in ("perjanjian-kerja-sama", "surat-perjanjian")


def _law_named_before(text: str, start: int) -> bool:
    """A law that carries the article behind its name: "Undang-Undang Nomor 1 Tahun 2004 Pasal 17"."""
    begin = max(0, start - 160)
    before = text[begin:start]
    for law in reversed(list(_LAW_BEFORE.finditer(before))):
        between = before[law.end() :]
        return not _BREAKS_LAW.search(between.replace("Undang-Undang", ""))
    return False
