"""The sector of a party, told from the words of its name.

A name is read in order of strength: what the body is called first ("Koperasi …", "Yayasan …", "PT …"), then words that
settle the matter wherever they stand (a school is `pendidikan` though a ministry runs it, "(Persero)" is `bumn`), then
weaker ones. Vocabulary: the closed list of the output contract.
"""

from __future__ import annotations

import re
from functools import lru_cache

from kerjasama_check.agreement import sector_words as words
from kerjasama_check.agreement.fuzzy import fold, heal

PUSAT, DAERAH, PENDIDIKAN, BUMN = "pusat", "daerah", "pendidikan", "bumn"
SWASTA, ORGANISASI, ASING, PERORANGAN = "swasta", "organisasi", "asing", "perorangan"


def _compile(pattern: str) -> re.Pattern[str]:
    """The alternatives as whole words."""
    return re.compile(rf"(?<![A-Z0-9])(?:{pattern})(?![A-Z0-9])")


_ABROAD, _ENGLISH, _COUNTRY = _compile(words.ABROAD), _compile(words.ENGLISH), _compile(words.COUNTRIES)
_INDONESIAN, _SCHOOL, _NO_SCHOOL = _compile(words.INDONESIAN), _compile(words.SCHOOL), _compile(words.NO_SCHOOL)
_ENTERPRISE = _compile(f"{words.STATE_ENTERPRISE}|{words.STATE_BANK}")
_REGIONAL, _CENTRAL = _compile(words.REGIONAL), _compile(words.CENTRAL)
_ASSOCIATION, _COMPANY = _compile(words.ASSOCIATION), _compile(words.COMPANY)
_REGION = _compile(words.REGION)
_ENGLISH_SECTORS = (
    (PENDIDIKAN, _compile(words.ENGLISH_SCHOOL)),
    (PUSAT, _compile(words.ENGLISH_CENTRAL)),
    (ORGANISASI, _compile(words.ENGLISH_ASSOCIATION)),
    (DAERAH, _compile(words.ENGLISH_REGIONAL)),
)
_COMPANY_FIRST = re.compile(r"(?:P ?T|C ?V|UD|PD|FA|FIRMA)\b")
_COOPERATIVE_FIRST = re.compile(r"(?:KOPERASI|KOP[A-Z]{4,}|KSP|KSU|KUD|BMT|PRIMER KOPERASI|PRIMKOP\w*|PUSKOP\w*)\b")
_ASSOCIATION_FIRST = re.compile(rf"(?:DEWAN PENGURUS |PIMPINAN |PENGURUS )?(?:{words.ASSOCIATION})\b")
_ARMED = re.compile(r"\b(?:TNI|POLRI|KEPOLISIAN|TENTARA|ANGKATAN (?:DARAT|LAUT|UDARA)|KODAM|KOREM|MABES)\b")
_HOSPITAL = re.compile(r"(?:RUMAH SAKIT|RS[A-Z]{0,3}\b)")
_BODY = re.compile(
    r"(?:BADAN|KANTOR|UPTD|UPTB|BALAI|UNIT|SEKRETARIAT|BAGIAN|BIRO|KEPALA|INSPEKTORAT|PERPUSTAKAAN|MUSEUM|LEMBAGA)\b"
)
_STATE_BODY = re.compile(
    r"(?:BADAN|KOMISI|DEWAN NASIONAL|LEMBAGA NEGARA|SEKRETARIAT|KANTOR STAF|INSPEKTORAT|PUSAT|SATUAN|BIRO|PEMERINTAH)\b"
)
_BY_OFFICE = (
    (PENDIDIKAN, _compile(words.EDUCATION_OFFICE)),
    (DAERAH, _compile(words.REGION_OFFICE)),
    (PUSAT, _compile(words.CENTRAL_OFFICE)),
    (SWASTA, _compile(words.COMPANY_OFFICE)),
)
_HIMSELF = re.compile(r"(?:SECARA |ATAS NAMA )?(?:PERSEORANGAN|PERORANGAN|PRIBADI|DIRI ?(?:NYA)? SENDIRI|DIRI PRIBADI)")
_PRIVATE_PERSON = re.compile(
    r"\b(?:NIK|KTP|NOMOR INDUK KEPENDUDUKAN|DIRI ?(?:NYA)? SENDIRI|DIRI PRIBADI|ATAS NAMA PRIBADI|SECARA PRIBADI|"
    r"PERSEORANGAN|PERORANGAN|WIRASWASTA|TEMPAT TANGGAL LAHIR|TEMPAT TGL LAHIR|UMUR|PEKERJAAN|BERTEMPAT TINGGAL)\b"
)


def sector_of(institution: str | None, office: str | None = None, text: str = "") -> str | None:
    """The sector of a party: by its name, else by the office of who signs, else by what the komparisi says.

    None where nothing is known of it. A name without any telling word is taken for a firm.
    """
    name = heal(fold(institution or ""), words.VOCABULARY)
    if not any(c.isalpha() for c in name):
        return _without_name(office, text)
    if _HIMSELF.fullmatch(name):
        return PERORANGAN
    return _by_name(name) or _by_office(office) or SWASTA


def _without_name(office: str | None, text: str) -> str | None:
    title = fold(office or "")
    if title:
        return _by_name(title) or _by_office(office)
    return PERORANGAN if _PRIVATE_PERSON.search(fold(text)) else None


def _by_office(office: str | None) -> str | None:
    title = fold(office or "")
    return next((sector for sector, pattern in _BY_OFFICE if pattern.search(title)), None)


@lru_cache(maxsize=1024)
def _by_name(name: str) -> str | None:
    if _COMPANY_FIRST.match(name):
        return BUMN if _ENTERPRISE.search(name) else SWASTA
    if _COOPERATIVE_FIRST.match(name):
        return SWASTA
    if _ABROAD.search(name):
        return ASING
    if _ENGLISH.search(name) and not _SCHOOL.search(name):
        return _english(name)
    if _SCHOOL.search(name) and not _NO_SCHOOL.search(name):
        return ASING if _COUNTRY.search(name) and "INDONESIA" not in name else PENDIDIKAN
    if _ASSOCIATION_FIRST.match(name):
        return ORGANISASI
    return _of_the_state(name) or _private(name)


def _english(name: str) -> str:
    if not _INDONESIAN.search(name) or (_COUNTRY.search(name) and "INDONESIA" not in name):
        return ASING
    return next((sector for sector, pattern in _ENGLISH_SECTORS if pattern.search(name)), SWASTA)


def _of_the_state(name: str) -> str | None:
    """Central or regional government or one of their enterprises; a hospital by whose it is said to be."""
    if _ARMED.search(name):
        return PUSAT
    if _REGIONAL.search(name) and not _ENTERPRISE.search(name):
        return DAERAH
    if _ENTERPRISE.search(name) and not re.match(r"(?:BADAN(?! USAHA)|KEMENT|DIREKTORAT|DEPUTI)", name):
        return BUMN
    if _CENTRAL.search(name):
        return PUSAT
    if _REGION.search(name) and (_BODY.match(name) or _HOSPITAL.match(name)):
        return DAERAH
    return PUSAT if _STATE_BODY.match(name) else None


def _private(name: str) -> str | None:
    if _HOSPITAL.match(name):
        return SWASTA
    if _COMPANY.search(name) and not _ASSOCIATION.search(name):
        return SWASTA
    if _ASSOCIATION.search(name) or name.startswith("LEMBAGA"):
        return ORGANISASI
    return SWASTA if _COMPANY.search(name) else None
