"""The sector of a party, told from the words of its name.

A name is read in order of strength: what the body is called first ("Koperasi …", "Yayasan …", "PT …"), then words that
settle the matter wherever they stand (a school is `pendidikan` though a ministry runs it, "(Persero)" is `bumn`), then
weaker ones. Vocabulary: the closed list of the output contract.
"""

from __future__ import annotations

from functools import lru_cache

from kerjasama_check.agreement import sector_words as words
from kerjasama_check.agreement.fuzzy import fold, heal
from kerjasama_check.agreement.phrases import framed
from kerjasama_check.indonesian.lazy import lazy

PUSAT, DAERAH, PENDIDIKAN, BUMN = "pusat", "daerah", "pendidikan", "bumn"
SWASTA, ORGANISASI, ASING, PERORANGAN = "swasta", "organisasi", "asing", "perorangan"


_ENGLISH_SECTORS = (
    (PENDIDIKAN, words.ENGLISH_SCHOOL),
    (PUSAT, words.ENGLISH_CENTRAL),
    (ORGANISASI, words.ENGLISH_ASSOCIATION),
    (DAERAH, words.ENGLISH_REGIONAL),
)
_OFFICES = (
    (PENDIDIKAN, words.EDUCATION_OFFICE),
    (DAERAH, words.REGION_OFFICE),
    (PUSAT, words.CENTRAL_OFFICE),
    (SWASTA, words.COMPANY_OFFICE),
    (ORGANISASI, words.ASSOCIATION_OFFICE),
)
_HIMSELF = lazy(r"(?:SECARA |ATAS NAMA )?(?:PERSEORANGAN|PERORANGAN|PRIBADI|DIRI ?(?:NYA)? SENDIRI|DIRI PRIBADI)")
_PRIVATE_PERSON = lazy(
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
    return _by_name(name) or _by_office(office) or _by_office(institution) or SWASTA


def _without_name(office: str | None, text: str) -> str | None:
    if fold(office or ""):
        sector = _by_office(office)
        return sector if sector != ORGANISASI else None  # a chair of whatever: the body is not named
    return PERORANGAN if _PRIVATE_PERSON.search(fold(text)) else None


def _by_office(office: str | None) -> str | None:
    """By the body that an office names ("Direktur Rumah Sakit Jiwa …"), else by the office itself."""
    title = fold(office or "")
    named = framed(title)
    places = [at for needle in words.BODIES.needles if (at := named.find(needle)) >= 0]
    body = named[min(places) + 1 : -2] if places else ""
    by_body = _by_name(body) if body else None
    return by_body or next((sector for sector, phrases in _OFFICES if phrases.found_in(title)), None)


@lru_cache(maxsize=1024)
def _by_name(name: str) -> str | None:
    if words.COMPANY_FIRST.start(name):
        return BUMN if _is_state_enterprise(name) else SWASTA
    if words.COOPERATIVE_FIRST.start(name):
        return SWASTA
    if words.CENTRAL_FIRST.found_in(name) and not words.SCHOOL.found_in(name):
        return PUSAT
    if words.ASSOCIATION_FIRST.start(name):
        return ORGANISASI
    if words.ABROAD.found_in(name):
        return ASING
    school = words.SCHOOL.found_in(name)
    if not school and words.ENGLISH.found_in(name):
        return _english(name)
    if school and (words.SCHOOL_FIRST.start(name) or not words.NO_SCHOOL.found_in(name)):
        return ASING if _is_abroad(name) else PENDIDIKAN
    if words.ASSOCIATION.start(name):
        return ORGANISASI
    return _of_the_state(name) or _private(name)


def _is_abroad(name: str) -> bool:
    return words.COUNTRIES.found_in(name) and "INDONESIA" not in name


def _is_state_enterprise(name: str) -> bool:
    return words.STATE_ENTERPRISE.found_in(name) or words.STATE_BANK.found_in(name)


def _english(name: str) -> str:
    if _is_abroad(name) or not words.INDONESIAN.found_in(name):
        return ASING
    return next((sector for sector, phrases in _ENGLISH_SECTORS if phrases.found_in(name)), SWASTA)


def _of_the_state(name: str) -> str | None:
    """Central or regional government or one of their enterprises; a hospital by whose it is said to be."""
    enterprise = _is_state_enterprise(name)
    if words.CENTRAL_FIRST.found_in(name):
        return PUSAT
    if not enterprise and words.REGIONAL.found_in(name):
        return DAERAH
    if enterprise and not words.NO_ENTERPRISE.start(name):
        return BUMN
    if words.CENTRAL.found_in(name):
        return PUSAT
    if words.REGION.found_in(name) and (words.OFFICE_FIRST.start(name) or words.HOSPITAL_FIRST.start(name)):
        return DAERAH
    return PUSAT if words.STATE_FIRST.start(name) else None


def _private(name: str) -> str | None:
    company, association = words.COMPANY.found_in(name), words.ASSOCIATION.found_in(name)
    if words.HOSPITAL_FIRST.start(name) or (company and not association):
        return SWASTA
    if association or name.startswith("LEMBAGA"):
        return ORGANISASI
    if company or not _is_abroad(name):
        return SWASTA if company else None
    return ASING
